"""What a customer is called in a sentence; nothing else knows that Mrs is no first name."""

from __future__ import annotations

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame", "frau", "herr"})


def short_name(name: str) -> str:
    """The first name, or title and surname where they gave a title."""
    first, *rest = name.split()
    return f"{first} {rest[-1]}" if rest and first.rstrip(".").lower() in _TITLES else first
