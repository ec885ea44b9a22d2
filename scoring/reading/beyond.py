"""What is promised beyond any step of the desk by its very kind: that there is nothing to pay, a thing free for a season, a call from
somebody whom no step reaches.

Such a promise need share no word with the line of the card that rules it out.
"""

from __future__ import annotations

import re

from scoring.reading.lexicon import Lexicon
from scoring.reading.meaning import phrase
from scoring.reading.stems import stem
from scoring.reading.stretches import Stretch

_OWED = r"(?:bill|ticket|fine|invoice|debt|balance)"
_ALL_OF_IT = rf"(?:it|this|that|(?:the|your|this|that) (?:(?:whole|entire|full) )?(?:{_OWED}|lot|thing|amount))"
_ENDS = r"(?: (?:at all|now|ever|again|whatsoever))*(?= ?(?:[.,!;:-]|$)| (?:and|so|because|my \w+|i promise|love|pal|dear)\b)"
_NOTHING_TO_PAY = re.compile(
    rf"\byou (?P<owes>(?:(?:will|shall|do|are|is|not|never|going to|have to|need to|ever|now|be) )*(?:pay|paying|owe)) (?:us )?(?:a (?:single )?(?:penny|cent|thing)|anything|nothing|any)(?: (?:of|for|on) {_ALL_OF_IT})?{_ENDS}|"
    rf"\b(?:the|your|that|this) (?:(?:whole|entire|full) )?{_OWED} (?:is|has been|will be) (?:(?:now|all|just|being|completely|totally) )*(?:down to (?:nothing|zero|nil|0)|nothing|zero|nil|wiped|written off|scrapped|gone){_ENDS}|"
    rf"\bi (?:am|have|will) (?:(?:just|now|going to|also) )*(?:wip(?:e|ing|ed)|scrap(?:ping|ped)?|writ(?:e|ing|ten) off) (?:off |out )?(?:the|your|this|that) (?:(?:whole|entire|full) )?{_OWED}\b"
)
_DENIES_PAYING = re.compile(r"\b(?:not|never|nothing)\b")
_OWES_NOTHING = re.compile(
    rf"\bwrit\w+ (?:\w+ ){{0,4}}off\b|\bwip\w+ (?:\w+ ){{0,3}}{_OWED}\b|\b(?:not|never) (?:\w+ ){{0,3}}pay (?:a (?:penny|cent|thing)|anything|nothing)\b|\bcancel (?:the|your) {_OWED}\b"
)
"""A line of what nobody can promise that comes to the same."""
_FREE_FOR = re.compile(
    r"(?<!feel )(?<!am )(?<!are )(?<!is )(?<!be )(?<!'s )(?<!a )(?<!for )\bfree (?!(?:to|of|from|on|at|in|and|or|today|tomorrow|tonight|now)\b)[a-z]+ (?:[a-z]+ )?"
    r"(?:till|until|for (?:(?:the|a|an|one|two|three|six|twelve|\d+|rest of|whole|next|entire) )+(?:weeks?|months?|years?|season|summer|winter)|for life)\b"
)
_NOT_WHO = (
    r"(?:i|we|you|he|she|they|it|that|this|which|who|somebody|someone|nobody|one|all|both|colleagues?|team|desk|office|manager|manageress|boss|supervisor|system|app|computer|"
    r"people|staff|else|there|here|not|if|when|once|and|or|so|then|but)"
)
_WILL_RING = re.compile(
    rf"^(?:(?:and|so|then|also|yes|ok|sure|well|,) )*(?:(?:the|your|that|their) )?(?P<who>(?!{_NOT_WHO}\b)[a-z'-]{{3,}}) (?:will|is going to|are going to|shall) (?:(?:also|then|definitely|personally|now) )*"
    r"(?:ring|call|phone) you\b"
)
_RINGS = re.compile(r"\b(?:rings?|calls?|phones?|rung|tel)\b")
_COMES = frozenset(map(stem, ("engineer", "driver", "rider", "courier", "crew", "fitter", "carrier", "van", "mechanic", "nurse")))
"""Those who are sent to the door, and may ring on the way."""


def beyond(stretch: Stretch, lexicon: Lexicon) -> bool:
    """Whether it promises what no step of this desk gives, whatever it is called. Conditions and questions promise nothing."""
    text = stretch.said.text
    if stretch.question or stretch.supposed or stretch.pile:
        return False
    if (free := _NOTHING_TO_PAY.search(text)) and (free["owes"] is None or _DENIES_PAYING.search(free[0])):
        return any(_OWES_NOTHING.search(p.text) and not p.days for p in lexicon.cannot)
    if _FREE_FOR.search(text) and not stretch.said.negative:
        return not any(re.search(r"\bfree\b", line) for line in _lines(lexicon))
    ringing = _WILL_RING.search(text)
    return ringing is not None and not stretch.said.negative and not _reached(ringing["who"], lexicon)


def _reached(who: str, lexicon: Lexicon) -> bool:
    """Whether some step sends or tells them, or the card knows that they ring."""
    name = stem(who)
    if name in _COMES and any(one.kind == "remedy" and one.arrives for one in lexicon.scenario.desk.actions.values()):
        return True
    return any(name in phrase(line).stems and (step or _RINGS.search(line)) for step, line in _steps_and_lines(lexicon))


def _steps_and_lines(lexicon: Lexicon) -> list[tuple[bool, str]]:
    scenario = lexicon.scenario
    steps = [line for one in scenario.desk.actions.values() for line in (one.what or "", one.shows or "", *one.offer_if) if line]
    told = [line for fact in scenario.facts for line in (fact.true, *fact.told_if)]
    return [
        *((True, phrase(line).text) for line in steps),
        *((False, phrase(line).text) for line in (*scenario.desk.policy, *scenario.desk.record.splitlines(), *told)),
    ]


def _lines(lexicon: Lexicon) -> list[str]:
    """Every line of what is so and what can be done."""
    return [line for _, line in _steps_and_lines(lexicon)]
