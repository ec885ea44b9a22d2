"""Whether the line names only what has been brought up: numbers, sums, days, names, people, remedies, references.

A trainee acts on what a customer says; a made-up order number or a daughter nobody wrote would send them after nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from trainer.voices.guards.normal import plain, straight, words
from trainer.voices.guards.reasons import Reason, Refused
from trainer.voices.request import MoveRequest

_UNITS = {word: n for n, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split())}
_TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_SCALES = {"hundred": 100, "thousand": 1000, "grand": 1000, "million": 1_000_000}
_ORDINALS = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(), 1
    )
} | {"nought": 0, "nil": 0, "once": 1, "twice": 2, "thrice": 3, "dozen": 12, "half": 0}
_LOOSE = frozenset({0, 1, 2})
"""Numbers that are mostly ways of speaking when spelt: one thing, second thoughts, twice."""
_HUGE = frozenset({100, 1000, 1_000_000})
_MEASURED = re.compile(r"^(?:pounds?|quid|euros?|dollars?|bucks|pence|p|hours?|days?|weeks?|months?|years?|minutes?|percent|per|times|people|nights?|degrees|calls?|phone|emails?|o'?clock|oclock|am|pm|of|grand|kids?|children)$")
_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
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
    """Raises Refused where the line names something that the request does not allow."""
    known = _known(_sources(request))
    if (
        not _numbers(line, loose=True) <= known.numbers
        or _references(line) - known.references
        or _days(line) - known.words
        or _people(line) - known.people
        or _remedies(line) - known.remedies
        or any(name not in known.words for name in _names(line))
        or (_ADDRESS.search(line) and _ADDRESS.findall(line.casefold())[0] not in known.text)
    ):
        raise Refused(Reason.INVENTED)


class _Known:
    """What some texts allow a line to name."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        self.text = "\n".join(texts).casefold()
        self.numbers = frozenset(n for text in texts for n in _numbers(text, loose=False))
        self.references = frozenset(r for text in texts for r in _references(text))
        self.words = frozenset(part for text in texts for word in words(text) for part in (word, *word.split("-"), word.removesuffix("'s")))
        self.people = frozenset(who for who, allowing in _PEOPLE.items() if self.words.intersection(allowing))
        self.remedies = frozenset(what for what, allowing in _REMEDIES.items() if any(f" {word} " in f" {plain_text} " for plain_text in map(plain, texts) for word in allowing))


@lru_cache(maxsize=64)
def _known(texts: tuple[str, ...]) -> _Known:
    return _Known(texts)


def _sources(request: MoveRequest) -> tuple[str, ...]:
    card = request.persona
    return tuple(
        dict.fromkeys(
            text
            for text in (request.written, request.question, request.concern, card.name, card.about, card.business, *card.samples, *request.facts, *(turn.text[:4000] for turn in request.talk))
            if text
        )
    )


def _numbers(text: str, *, loose: bool) -> frozenset[float]:
    """Every number named, in figures or words. ``loose`` leaves out spelt numbers that are a way of speaking."""
    found = {float(piece) for figure in _FIGURE.findall(straight(text)) for piece in _readings(figure, every=not loose)}
    spelt = words(text)
    said = [part for word in spelt for part in word.split("-")] if any("-" in word for word in spelt) else list(spelt)
    return frozenset(found | set(_spelt(said, loose=loose)))


def _readings(figure: str, *, every: bool) -> Iterable[str]:
    """``1,500`` as one number; a time or a date also by its parts, where they are to be allowed for."""
    figure = figure.rstrip(".,:")
    if ":" in figure or figure.count(".") > 1:
        parts = re.split(r"[:.]", figure)
        return [part for part in parts if part.isdigit()] if every else [part for part in parts if part.isdigit() and int(part)]
    whole = figure.replace(",", "")
    return [whole] if not every or "." not in whole else [whole, *whole.split(".")]


def _spelt(said: list[str], *, loose: bool) -> Iterable[float]:
    at = 0
    while at < len(said):
        value, end = _run(said, at)
        if value is None:
            if said[at] in _ORDINALS and not (loose and _ORDINALS[said[at]] in _LOOSE):
                yield float(_ORDINALS[said[at]])
            at += 1
            continue
        after = said[end] if end < len(said) else ""
        speaking = value in _LOOSE and not (value == 2 and _MEASURED.match(after) and after not in ("of", "times", "people"))
        exaggerated = value in _HUGE and said[at] in _SCALES and not re.match(r"pound|quid|euro|dollar", after)
        if not (loose and (speaking or exaggerated)):
            yield float(value)
        at = end


def _run(said: list[str], at: int) -> tuple[int | None, int]:
    """The number spelt from here, and where it ends: ``six thousand two hundred and ten``."""
    total, current, start = 0, 0, at
    seen = False
    while at < len(said):
        word = said[at]
        if word in _UNITS and not (seen and current % 10 and current % 100 < 20):
            if seen and current % 100 and (_UNITS[word] >= 10 or not current % 100 >= 20):
                break
            current, seen = current + _UNITS[word], True
        elif word in _TENS and not (seen and current % 100):
            current, seen = current + _TENS[word], True
        elif word in _SCALES:
            if word == "hundred":
                current = max(1, current) * 100
            else:
                total, current = total + max(1, current) * _SCALES[word], 0
            seen = True
        elif not (word == "and" and seen and (total or current >= 100) and at + 1 < len(said) and (said[at + 1] in _UNITS or said[at + 1] in _TENS)):
            break
        at += 1
    return (total + current, at) if seen else (None, start)


def _references(text: str) -> frozenset[str]:
    return frozenset(r.casefold().replace("-", "") for r in _REFERENCE.findall(text) if not _ORDINAL_FIGURE.match(r))


def _days(text: str) -> frozenset[str]:
    return frozenset(words(text)) & _DAYS


def _people(text: str) -> frozenset[str]:
    return frozenset(found for found in _OWN.findall(plain(text)) if found in _PEOPLE)


def _remedies(text: str) -> frozenset[str]:
    copy = plain(text)
    return frozenset(what for what in _REMEDIES if what != "free" and re.search(rf"\b{what}s?\b", copy)) | (frozenset({"free"}) if _ASKS_FREE.search(copy) else frozenset())


def _names(text: str) -> frozenset[str]:
    """Words that can only be names: after a title, with a capital inside a sentence, or common first names anywhere."""
    text = straight(text)
    found = {match[1] for match in _TITLED.finditer(text)}
    cased = sum(word[0].isupper() for word in _CAPITAL.findall(text)) < 0.5 * len(text.split())
    for match in _CAPITAL.finditer(text):
        word = match[0]
        if word.casefold() in _FIRST_NAMES or (cased and word[0].isupper() and not word.isupper() and not _OPENS.search(text[: match.start()])):
            found.add(word)
    return frozenset(bare for word in found for bare in (word.casefold().removesuffix("'s"),) if bare not in _NEVER_NAMES and bare not in _DAYS and bare not in ("may", "march"))
