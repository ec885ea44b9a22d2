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
_TERSE = r"(?P<name>(?-i:[a-zà-ÿ][\w’'-]+))"
_GIVING = r"(?:(?:my|the) (?:own |full |first )?name(?:['’]s| is)|i am called)"
_GIVEN = tuple(
    re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    for pattern in (
        rf"\b(?:{_GIVING}|call me|you(?:['’]re| are) (?:speaking|chatting|talking) (?:to|with))\s+{_NAME}",
        rf"\b{_GIVING}\s+{_TERSE}(?=\s*(?:[,.!]|$|(?:and|from|here)\b))",
        rf"\bmy (?:own |full |first )?name\s*[,:–-]\s*{_NAME}",
        rf"\b(?:it['’]s|it is|this is)\s+{_NAME}(?=\s+(?:here|from|at|again|speaking)\b)",
        rf"\bthis is\s+{_NAME}(?=\s*(?:[,.!]|$))",
        rf"(?:^|[.!?,]\s+|\b(?:hello|hi|morning|afternoon|evening)\s+){_NAME}(?=\s+(?:here\s*(?:[,.!:–-]|$|from\b)|speaking\b))",
        rf"\b(?:i['’]m|i am)\s+{_NAME}(?=\s*(?:[,.!]|$|(?:from|here|at|and i)\b))",
        rf"\b(?:i|for me|me personally),\s+{_NAME}(?=\s*(?:[,.!]|$))",
        rf"\b(?:(?:kind|best|warm)(?:est)? (?:regards|wishes)|all the best|regards|sincerely|faithfully|yours|cheers|thanks|thank you)\s*,?\s*[-–]?\s*{_NAME}[.]?\s*$",
        rf"(?:^|[.!?]\s+)[-–—]\s?{_NAME}\s*$",
        rf"\n{_NAME}[.]?(?:,(?:[ ](?-i:[A-ZÀ-Þ]\w+|of|the|and|at|for))+)?\s*\Z",
    )
)
_NO_NAMES = frozenset(
    "a all an and at below brilliant but fine friday glad goodbye great here hello in it monday my no not nobody nothing now of okay on one our people please "
    "promise promised right saturday so someone sorry still sunday sure thanks that the there these they this thursday to tuesday urgent very we wednesday well "
    "what why wrong yes you your afraid everyone everybody attached".split()
)
"""Words that stand where a name would, with a capital or without one."""
_NO_NAME = re.compile(r"\w+(?:ous|ful|able|ible|['’](?:s|m|re|ll|ve|d|t))", re.IGNORECASE)
_WORD = re.compile(_ONE)


def names_given(texts: Iterable[str], scenario: Scenario) -> frozenset[str]:
    """The names by which those who wrote these introduce themselves, without those that the case itself holds."""
    told = (word for text in texts for pattern in _GIVEN for match in pattern.finditer(text) for word in match["name"].split())
    named = {word for word in told if word.lower() not in _NO_NAMES and not _NO_NAME.fullmatch(word)}
    found = named | {word.capitalize() for word in named if word.islower()}
    case = set(_WORD.findall(scenario.model_dump_json())) if found else set()
    return frozenset(found - case)


def without(names: Iterable[str], text: str) -> str:
    """The text with these names taken out."""
    known = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return re.sub(rf"\b(?:{known})(?:[ ](?:{known}))*\b", GONE, text) if known else text
