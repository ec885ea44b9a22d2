"""Whether the line names only what has been brought up: numbers, sums, days, names, people, remedies, references.

A trainee acts on what a customer says; a made-up order number or a daughter nobody wrote would send them after nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from trainer.voices.guards.normal import plain, straight, words
from trainer.voices.guards.numbers import allowed, numbers
from trainer.voices.guards.reasons import Reason, RefusedError
from trainer.voices.request import MoveRequest

_REFERENCE = re.compile(r"\b(?=[A-Za-z-]*\d)(?=[\dA-Za-z-]*[A-Za-z])[A-Za-z\d]+(?:-[A-Za-z\d]+)*\b")
_ORDINAL_FIGURE = re.compile(r"^\d+(?:st|nd|rd|th|p|k|am|pm|m|h|x)$", re.IGNORECASE)
_ADDRESS = re.compile(r"\S+@\S+\.\w+|\b[\w-]+\.(?:com|net|org|co\.uk|uk|ie|eu)\b", re.IGNORECASE)

_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november december "
    "tomorrow yesterday christmas easter weekend noon midday midnight fortnight".split()
)
_PEOPLE = {
    "wife": ("wife", "husband", "partner", "married"), "husband": ("husband", "wife", "married", "widow"), "daughter": ("daughter", "child", "girl", "granddaughter"), "son": ("son", "child", "boy", "lad"),
    "mother": ("mother", "mum", "mam", "ma"), "mum": ("mother", "mum", "mam"), "mam": ("mother", "mum", "mam"), "mom": ("mother", "mum", "mom"), "father": ("father", "dad"), "dad": ("father", "dad"),
    "kids": ("kids", "children", "child", "daughter", "son"), "children": ("kids", "children", "child", "daughter", "son"), "baby": ("baby", "weeks", "pram"), "sister": ("sister",), "brother": ("brother",),
    "girlfriend": ("girlfriend", "partner"), "boyfriend": ("boyfriend", "partner"), "grandmother": ("grandmother", "gran", "nan"), "nan": ("nan", "grandmother", "gran"), "grandson": ("grandson",), "granddaughter": ("granddaughter", "great-granddaughter"),
    "boss": ("boss", "gaffer", "shift"), "lawyer": ("lawyer", "solicitor"), "solicitor": ("solicitor", "lawyer"), "accountant": ("accountant", "accounts"), "doctor": ("doctor", "gp"), "assistant": ("assistant",), "neighbour": ("neighbour", "neighbours"), "landlord": ("landlord",),
    "uncle": ("uncle",), "aunt": ("aunt",), "cousin": ("cousin",), "nephew": ("nephew",), "niece": ("niece",), "secretary": ("secretary",), "fiancee": ("fiancee", "wedding"), "fiance": ("fiance", "wedding"),
}  # fmt: skip
"""People a model likes to make up, and the words in a request that allow for each."""
_OWN = re.compile(r"\b(?:my|me|our) (?:poor |own |little |old |elderly |late |dear |sick |disabled |\d+ year old )*([a-z]+)\b")
_REMEDIES = {
    "refund": ("refund", "refunded", "money back", "back", "off", "credit", "pay", "paid"), "voucher": ("voucher", "vouchers", "credit"), "compensation": ("compensation", "compensate", "compensated"), "discount": ("discount", "off"),
    "replacement": ("replacement", "replace", "replaced", "exchange", "another", "new"), "upgrade": ("upgrade",), "courtesy car": ("courtesy car",), "free": ("free", "off", "pay", "charge", "nothing"),
}  # fmt: skip
"""What a model likes to ask for or say it was promised, and the words that allow for it."""
_ASKS_FREE = re.compile(r"\bfree (?:month|week|meal|delivery|gift|shipping|night|year|ticket|upgrade|service)\b")

_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Councillor|Sergeant|Officer|Professor|Father|Sister)\.? ([A-Z][\w'’-]+)")
_CAPITAL = re.compile(r"[^\W\d_][\w'’-]*")
_OPENS = re.compile(r"(?:^|[.!?…:]\s*[\"“'‘]?|[\"“‘]|\n)\s*$")
_NEVER_NAMES = frozenset("i i'm i'd i'll i've ok god christ jesus lord english british mr mrs ms miss sir madam dr tv pm am uk eu pin sms gps id faq".split())
_FIRST_NAMES = frozenset(
    """aaron abigail adam adrian ahmed aisha alan alex alexander alice alison amanda amelia amy andrea andrew angela anita anna anne anthony arthur ashley barbara barry ben benjamin bernard beth brandon brenda brian bruce caroline
    carol catherine charles charlotte chloe chris christine christopher claire colin craig daniel dave david dean deborah debbie denise dennis derek diana diane donald donna dorothy doug edward eileen elaine elizabeth emily emma
    eric ethan eva evelyn fiona fred gareth gary gavin geoff george gerald gillian glenn gordon graham greg hannah harold harriet harry heather helen henry howard hugh ian irene isabel isabella jackie jacob jacqueline jake james
    jamie jane janet janice jason jean jeff jennifer jenny jeremy jessica jill jim joan joanna joanne joe joel john jonathan jordan joseph josh joyce juan judith judy julia julie justin karen kate katherine kathleen katie keith
    kelly ken kenneth kevin kim kimberly kirsty kyle larry laura lauren lawrence lee leslie liam linda lindsay lisa liz lorraine louise lucas lucy luke lynn malcolm mandy margaret maria marie marilyn marion martha martin mary
    matt matthew maureen megan melissa michael michelle mike mohammed muhammad nancy naomi natalie nathan neil nicholas nick nicola nicole nigel noah norman olivia oliver oscar owen pamela patricia paul pauline peggy peter petra
    phil philip phillip priya rachel ralph raymond rebecca richard rob robert robin roger ronald ronnie rosemary ross roy russell ruth ryan sally sam samantha samuel sandra sara sarah scott sean sharon sheila shirley simon
    sophia sophie stacey stanley stella stephanie stephen steve steven stuart susan suzanne tanya ted teresa terry thomas tim timothy tina todd tom tony tracey tracy trevor valerie vanessa veronica vicky victor victoria vincent
    walter wayne wendy william zoe""".split()
)
"""Names a small model reaches for, in capitals or not."""


def check_facts(line: str, request: MoveRequest) -> None:
    """Raises RefusedError where the line names something that the request does not allow."""
    known = _known(_near(request), _far(request))
    if (
        not all(allowed(number, known.numbers) for number in numbers(line))
        or _references(line) - known.references
        or _days(line) - known.words
        or _people(line) - known.people
        or _remedies(line) - known.remedies
        or any(name not in known.words for name in _names(line))
        or (_ADDRESS.search(line) and _ADDRESS.findall(line.casefold())[0] not in known.text)
    ):
        raise RefusedError(Reason.INVENTED)


class _Known:
    """What some texts allow a line to name. A bare number from ``far`` is no price and no count of calls."""

    def __init__(self, near: tuple[str, ...], far: tuple[str, ...]) -> None:
        texts = (*near, *far)
        self.text = "\n".join(texts).casefold()
        close = (replace(number, speaking=False) for text in near for number in numbers(text))
        other = (replace(number, speaking=False, counts=number.counts or "something else") for text in far for number in numbers(text))
        self.numbers = frozenset((*close, *other))
        self.references = frozenset(r for text in texts for r in _references(text))
        self.words = frozenset(part for text in texts for word in words(text) for part in (word, *word.split("-"), word.removesuffix("'s")))
        self.people = frozenset(who for who, allowing in _PEOPLE.items() if self.words.intersection(allowing))
        self.remedies = frozenset(
            what for what, allowing in _REMEDIES.items() if any(f" {word} " in f" {one} " for one in map(plain, texts) for word in allowing)
        )


@lru_cache(maxsize=64)
def _known(near: tuple[str, ...], far: tuple[str, ...]) -> _Known:
    return _Known(near, far)


def _near(request: MoveRequest) -> tuple[str, ...]:
    """What was said, and what this turn is about."""
    said = (turn.text[:4000] for turn in request.talk)
    return tuple(
        dict.fromkeys(
            text for text in (request.written, request.question, request.concern, *(fact for fact in request.facts if fact not in _far(request)), *said) if text
        )
    )


def _far(request: MoveRequest) -> tuple[str, ...]:
    """Who the customer is."""
    card = request.persona
    return tuple(text for text in (card.name, card.about, card.business, *card.samples) if text)


def _references(text: str) -> frozenset[str]:
    return frozenset(r.casefold().replace("-", "") for r in _REFERENCE.findall(text) if not _ORDINAL_FIGURE.match(r))


def _days(text: str) -> frozenset[str]:
    return frozenset(words(text)) & _DAYS


def _people(text: str) -> frozenset[str]:
    return frozenset(found for found in _OWN.findall(plain(text)) if found in _PEOPLE)


def _remedies(text: str) -> frozenset[str]:
    copy = plain(text)
    return frozenset(what for what in _REMEDIES if what != "free" and re.search(rf"\b{what}s?\b", copy)) | (
        frozenset({"free"}) if _ASKS_FREE.search(copy) else frozenset()
    )


def _names(text: str) -> frozenset[str]:
    """Words that can only be names: after a title, with a capital inside a sentence, or common first names anywhere."""
    text = straight(text)
    found = {match[1] for match in _TITLED.finditer(text)}
    cased = sum(word[0].isupper() for word in _CAPITAL.findall(text)) < 0.5 * len(text.split())
    for match in _CAPITAL.finditer(text):
        word = match[0]
        if word.casefold() in _FIRST_NAMES or (cased and word[0].isupper() and not word.isupper() and not _OPENS.search(text[: match.start()])):
            found.add(word)
    return frozenset(
        bare
        for word in found
        for bare in (word.casefold().removesuffix("'s"),)
        if bare not in _NEVER_NAMES and bare not in _DAYS and bare not in ("may", "march")
    )
