"""When a line that is still coming is whole, and what of it is thinking aloud. Used while it comes, before any guard."""

from __future__ import annotations

import re

MOST_SENTENCES = 3
MOST_TOKENS = 60
"""Of one line; more than three sentences of chat hold."""

_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)]*(?=\s|$)")
_THOUGHT = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL)


def is_whole(text: str) -> bool:
    """Whether nothing after this is wanted: the line has broken, or has its sentences."""
    said = text.strip()
    return "\n" in said or len(_SENTENCE_END.findall(said)) >= MOST_SENTENCES


def spoken_part(text: str) -> str:
    """The text without a thinking block; one that is not over takes the rest with it."""
    return _THOUGHT.sub("", text).lstrip()
