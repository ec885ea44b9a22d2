"""Times that are no hour to come: how long something lasts, and days gone by. A promise is not due on them.

Looks at the words around a time as a clause has them, lower case and without apostrophes.
"""

from __future__ import annotations

import re

AROUND = 120
"""Characters to each side that are looked at: what is further off speaks of something else."""

_TO_COME = re.compile(r"(?:by|before|until|till|within|in)\b")
_LASTING = re.compile(r"for (?!(?:mon|tues|wednes|thurs|fri|satur|sun|today|tomorrow|tonight|the \d))")
_LENGTH = re.compile(r"(?:\w+ )*(?:second|minute|hour|day|week|month)s?$")

_GONE_BEFORE = re.compile(r"\b(?:last|since|past|previous|yesterday|earlier) (?:the )?$")
_GONE_AFTER = re.compile(
    r"^ ?(?:ago|late|overdue|already|of (?:waiting|worry|this|that|hold)|(?:that |which )?(?:you|we|it|they|he|she) "
    r"(?:have|had|has|ve|were|was|waited|lost|spent|missed|paid|sat|stayed|took|kept)|youve|weve)\b"
)
_TELLS_OF = re.compile(
    r"\b(?:why|who|what|how|where|when|which|that|whoever|nobody|no one) (?:\w+ ){0,5}?"
    r"(?:came|did|was|were|went|sent|told|said|happened|left|took|put|got|rang|wrote|gave|had|\w{3,}ed)\b(?: (?!will|comes|is|be)\w+){0,4} (?:on |at |from )*$"
)
"""What happened then, told in a clause of its own: 'why nobody came on Friday'."""

_OF_THAT_DAY = re.compile(
    r"^ ?'s (?!(?:\w+ )?(?:slot|visit|van|round|run|delivery|post|mail|collection|appointment|train|ferry|flight|boat|bus|lorry|driver|engineer|courier|shift|show|performance|session|clinic|list|bake|bread)s?\b)\w"
)
"""What belongs to a day and does not come on it: "today's stock", "Monday's bill"; "Friday's van" does."""


def lasts(words: str) -> bool:
    """Whether this says how long, not when: ``for two days``."""
    return bool(_LASTING.match(words) and _LENGTH.search(words))


def gone(before: str, words: str, after: str) -> bool:
    """Whether a time speaks of what is over or belongs to a day, by the words around it in its clause."""
    if _TO_COME.match(words):
        return False
    return bool(
        _GONE_BEFORE.search(before)
        or _GONE_AFTER.match(after)
        or _OF_THAT_DAY.match(after)
        or _TELLS_OF.search(before if before.endswith(" ") else f"{before} ")
    )
