"""Takes people's names out of what a group typed, so that a sheet can be handed round: reps introduce themselves and sign.

Only what is plainly a name being given goes: a sheet that blacked out more would no longer say what was proposed. The
customer's name is part of the case and stays.
"""

from __future__ import annotations

import re

GONE = "…"

_NAME = r"(?-i:[A-ZÀ-ÞĀ-Ž][\w’'-]+(?:[ ](?:[A-ZÀ-ÞĀ-Ž][\w’'-]*\.?))?)"
_GIVEN = re.compile(
    rf"(?P<kept>\b(?:my name(?:['’]s| is)|i am called|you(?:['’]re| are) (?:speaking|chatting|talking) (?:to|with)|(?:it['’]s|this is)(?=\s+(?-i:[A-Z][\w-]+)\s+(?:here|from|speaking))))\s+{_NAME}",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    rf"(?P<kept>\b(?:(?:kind|best|warm)(?:est)? (?:regards|wishes)|regards|sincerely|yours|cheers|thanks)\s*,?\s*\n?\s*[-–]?\s*){_NAME}\s*$", re.IGNORECASE
)
_DASHED = re.compile(rf"(?P<kept>^[-–—]\s?){_NAME}\s*$", re.MULTILINE)
_AM = re.compile(rf"(?P<kept>\b(?:i['’]m|i am))\s+(?!(?-i:So|Sorry|Afraid|Very|Glad)\b){_NAME}(?=\s*(?:[,.!]|$|(?:from|here|at|and i)\b))", re.IGNORECASE)


def scrubbed(text: str) -> str:
    """The text without the names its writers gave as their own."""
    for pattern in (_GIVEN, _AM, _SIGNED, _DASHED):
        text = pattern.sub(lambda found: f"{found['kept'].rstrip()} {GONE}", text)
    return text
