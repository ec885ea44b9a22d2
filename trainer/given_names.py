"""Names people give of themselves, found and taken out of what leaves: reps introduce themselves and sign, and a sheet is handed round.

A name that is plainly given is taken out wherever it stands, also where it is quoted without its introduction. A name that
is part of the case, the customer's before all, stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scenarios.model import Scenario

GONE = "…"

_ONE = r"[A-ZÀ-ÞĀ-Ž][\w’'-]+"
_NAME = rf"(?P<name>(?-i:{_ONE}(?:[ ]{_ONE})?))"
_LONE = rf"(?P<name>(?-i:{_ONE}))"
_TERSE = r"(?P<name>(?-i:[a-zà-ÿ][\w’'-]+))"
_GIVING = r"(?:(?:my|the) (?:own |full |first )?name(?:['’]s| is)|i am called)"
_GOES_ON = r"(?=\s*(?:[,.!]|$|(?:from|here|at|speaking|again|and (?:i|we))\b))"


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE | re.MULTILINE) for pattern in patterns)


_SURELY = _compiled(
    rf"\b(?:{_GIVING}|call me|you(?:['’]re| are) (?:speaking|chatting|talking) (?:to|with))\s+{_NAME}",
    rf"\b{_GIVING}\s+{_TERSE}(?=\s*(?:[,.!]|$|(?:and|from|here)\b))",
    rf"\bmy (?:own |full |first )?name\s*[,:–-]\s*{_NAME}",
    rf"(?:^|[.!?,]\s+|\b(?:hello|hi|morning|afternoon|evening)\s+){_NAME}(?=\s+(?:here\s*(?:[,.!:–-]|$|from\b)|speaking\b))",
    rf"\b(?:i|for me|me personally),\s+{_NAME}(?=\s*(?:[,.!]|$))",
    rf"\b(?:(?:kind|best|warm)(?:est)? (?:regards|wishes)|all the best|regards|sincerely|faithfully|yours|cheers|thanks|thank you)\s*,?\s*[-–]?\s*{_NAME}[.]?\s*$",
)
"""Where hardly anything but a name can stand."""
_HARDLY_ELSE = _compiled(
    rf"\b(?:it['’]s|it is|this is|i['’]m|i am)\s+{_NAME}{_GOES_ON}",
    rf"(?:^|[.!?]\s+)[-–—]\s?{_NAME}\s*$",
    rf"\n{_NAME}[.]?(?:,(?:[ ](?-i:[A-ZÀ-Þ]\w+|of|the|and|at|for))+)?\s*\Z",
    rf"[.!?]\s+{_LONE}\s*\Z",
    rf"(?-i:[a-z0-9)]),\s+{_LONE}\s*\Z",
)
"""Where a word with a capital is mostly a name, and now and then another word written large."""
_NO_NAMES = frozenset(
    "a absolutely agreed all always an and anytime at below brilliant bye but certainly cheers correct definitely done exactly fine friday glad goodbye great hello here "
    "in indeed it madam monday my never no noon not nobody noted nothing now of okay ok on one our people perfect please promise promised regards right saturday sincerely "
    "sir so someone soon sorry still sunday sure thanks that the there these they this thursday to today tomorrow tonight too true tuesday understood urgent very we "
    "wednesday welcome well what why wrong yes yesterday yet you your afraid everyone everybody attached "
    "january february march april may june july august september october november december christmas easter".split()
)
"""Words that stand where a name would, with a capital or without one."""
_NO_NAME = re.compile(r"\w+(?:ous|ful|able|ible|['’](?:s|m|re|ll|ve|d|t))", re.IGNORECASE)
_WORD = re.compile(_ONE)


def introduced(text: str, plain: str = "") -> Iterator[str]:
    """The names by which whoever wrote this gives themselves, each whole. A word that ``plain``, or the text, also writes small is a name only where hardly anything else can stand."""
    small = set(re.findall(r"\b[a-zà-ÿ][\w’'-]+", f"{text} {plain}"))
    for patterns, surely in ((_SURELY, True), (_HARDLY_ELSE, False)):
        for match in (found for pattern in patterns for found in pattern.finditer(text)):
            words = [word for word in match["name"].split() if _may_be_name(word, surely=surely, small=small)]
            if words:
                yield " ".join(words)


def _may_be_name(word: str, *, surely: bool, small: set[str]) -> bool:
    low = word.lower()
    return low not in _NO_NAMES and not re.search(r"['’](?:s|m|re|ll|ve|d|t)$", low) and (surely or not (_NO_NAME.fullmatch(word) or low in small))


def names_given(texts: Iterable[str], scenario: Scenario) -> frozenset[str]:
    """The names by which those who wrote these introduce themselves, word by word, without those that the case itself holds."""
    case = scenario.model_dump_json()
    named = {word for text in texts for name in introduced(text, case) for word in name.split()}
    found = named | {word.capitalize() for word in named if word.islower()}
    return frozenset(found - set(_WORD.findall(case)) if found else found)


def without(names: Iterable[str], text: str) -> str:
    """The text with these names taken out."""
    known = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return re.sub(rf"\b(?:{known})(?:[ ](?:{known}))*\b", GONE, text) if known else text
