"""A line as the guards read it: the reader's own plain copy, so that "im happy w that" and "I'm happy with that" are one thing."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.reading.words import tokens_of

STOPS = frozenset(".?!") | {"..."}
_ANY_PRONOUN = re.compile(r"\b(?:i|you|me|we|us)\b")
_ANY_OWNER = re.compile(r"\b(?:my|your|our)\b")
_CURLY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


def straight(text: str) -> str:
    """The text with typewriter quotes."""
    return text.translate(_CURLY)


@lru_cache(maxsize=512)
def plain(text: str) -> str:
    """Mended words and marks, parted by single spaces; what is quoted from somebody is left out."""
    return " ".join(token.norm for token in tokens_of(straight(text)) if not token.quoted and token.norm != "\n")


@lru_cache(maxsize=512)
def words(text: str) -> tuple[str, ...]:
    """Every word of the text in its plain form, quotations too; no marks."""
    return tuple(token.norm for token in tokens_of(straight(text)) if token.norm[0].isalnum())


def sentences(plain_text: str) -> tuple[str, ...]:
    """A plain copy cut at its full stops, each piece with its mark."""
    return tuple(piece.strip() for piece in re.findall(r"[^.?!]+(?:\.\.\.|[.?!])?", plain_text) if piece.strip())


def faceless(some: tuple[str, ...]) -> tuple[str, ...]:
    """Words with I and you made one, because an echo swaps them."""
    return tuple(_ANY_OWNER.sub("my", _ANY_PRONOUN.sub("i", word)) for word in some)
