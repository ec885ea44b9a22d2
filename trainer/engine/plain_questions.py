"""A plain question that the card holds no answer to, told by how it is put: what was tried, or something nobody wrote down.

A customer who is asked whether the thing is plugged in may not know, but does not pass over it and does not say yes.
"""

from __future__ import annotations

import re

from scenarios.acts import Act
from scenarios.reading import SURE, meet
from scenarios.transcript import RepSaid

TRIED, TOLD, UNKNOWN = "tried", "told", "unknown"
"""What an answer is about that no author wrote: the names under which voices hold such lines."""

_TRIED = re.compile(
    r"\b(?:have|did|has) (?:you|anyone|anybody|he|she|they) (?:\w+ )?(?:tr(?:y|ied)|check(?:ed)?|restart(?:ed)?|reset|switch(?:ed)?|turn(?:ed)?|reinstall(?:ed)?)\b"
)
_THEMSELVES = re.compile(r"\b(?:what|where|who|which|how|when) (?:are|were|did|do|have) you\b")
"""Nobody says of themselves that they do not know; they say that it is beside the point."""
_PERMISSION = re.compile(
    r"\b(?:shall|can|could|may|might|should|must) (?:i|we)\b|\bwould (?:you|that|it|this|\w+day)\b|\b(?:will you|do you (?:want|mind|need|understand|agree|prefer|accept)|"
    r"are you (?:happy|ready|willing|still there|sure))\b|\bcan you (?!see|smell|hear|feel|find|read|remember|think)|\bcould you\b|"
    r"\b(?:is|does|did|was) (?:that|this)(?: \w+)? (?:ok|okay|all right|alright|fine|right|correct|clear|fair|good|sense|help|suit|work|sound|everything|all)\b|"
    r"\b(?:ok|okay|right|yes|correct|anything else)\b[^?]*\?$",
    re.IGNORECASE,
)
"""Asks for leave, for something to be done or for a yes, and for nothing the customer knows."""


def plain_question(said: RepSaid) -> str | None:
    """The kind of the first question of this reply that asks a fact and no datum; None where there is none."""
    for span in said.reading.acts:
        words = said.text[span.start : span.end + 1]
        if span.act not in (Act.ASK_CLOSED, Act.BLAME) or "?" not in words or any(meet(span, slot) for slot in said.reading.slots):
            continue
        if _TRIED.search(words.lower()):
            return TRIED
        if span.act is Act.ASK_CLOSED and span.confidence >= SURE and not _PERMISSION.search(words):
            return TOLD if _THEMSELVES.search(words.lower()) else UNKNOWN
    return None
