"""Takes the names of those who played out of what leaves a room: reps introduce themselves and sign, and a sheet is handed round.

A name that is plainly given is taken out wherever it stands, also where it is quoted without its introduction. A name that
is part of the case, the customer's before all, stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from scenarios.model import Scenario

GONE = "…"

_ONE = r"[A-ZÀ-ÞĀ-Ž][\w’'-]+"
_NAME = rf"(?P<name>(?-i:{_ONE}(?:[ ]{_ONE})?))"
_GIVEN = tuple(
    re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    for pattern in (
        rf"\b(?:my name(?:['’]s| is)|i am called|you(?:['’]re| are) (?:speaking|chatting|talking) (?:to|with))\s+{_NAME}",
        rf"\b(?:it['’]s|this is)\s+{_NAME}(?=\s+(?:here|from|speaking)\b)",
        rf"\b(?:i['’]m|i am)\s+(?!(?-i:So|Sorry|Afraid|Very|Glad)\b){_NAME}(?=\s*(?:[,.!]|$|(?:from|here|at|and i)\b))",
        rf"\b(?:(?:kind|best|warm)(?:est)? (?:regards|wishes)|regards|sincerely|yours|cheers|thanks)\s*,?\s*[-–]?\s*{_NAME}\s*$",
        rf"^[-–—]\s?{_NAME}\s*$",
    )
)
_WORD = re.compile(_ONE)


def names_given(texts: Iterable[str], scenario: Scenario) -> frozenset[str]:
    """The names by which those who wrote these introduce themselves, without those that the case itself holds."""
    found = {word for text in texts for pattern in _GIVEN for match in pattern.finditer(text) for word in _WORD.findall(match["name"])}
    case = set(_WORD.findall(scenario.model_dump_json())) if found else set()
    return frozenset(found - case)


def without(names: Iterable[str], text: str) -> str:
    """The text with these names taken out."""
    known = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return re.sub(rf"\b(?:{known})(?:[ ](?:{known}))*\b", GONE, text) if known else text
