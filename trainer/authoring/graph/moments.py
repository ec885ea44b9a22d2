"""When a beat comes, in words a trainer can read aloud."""

from __future__ import annotations

from scenarios.model import When

_OF_PARTS = (
    ("heard", "“{}” has been heard"),
    ("unheard", "“{}” is not yet heard"),
    ("told", "“{}” has been told"),
    ("untold", "“{}” is not yet known"),
    ("uncleared", "“{}” still stands"),
    ("done", "“{}” is done"),
    ("not_done", "“{}” is not yet done"),
    ("offered", "“{}” has been offered"),
)
_OF_MOOD = (
    ("anger_over", "anger is over {:g}"),
    ("anger_under", "anger is under {:g}"),
    ("trust_over", "trust is over {:g}"),
    ("trust_under", "trust is under {:g}"),
)


def in_words(id_: str) -> str:
    """``vet-bill`` as ``vet bill``: how every part is called on the picture."""
    return id_.replace("-", " ")


def replies_span(when: When) -> str:
    """The replies between which it can come."""
    first, last = when.from_reply, when.until_reply
    if first is None and last is None:
        return "At any reply"
    if last is None:
        return f"From reply {first} on"
    if first is None or first == last:
        return f"At reply {last}" if first == last else f"Up to reply {last}"
    return f"Replies {first} to {last}"


def conditions(when: When) -> str:
    """What else must hold, or nothing; ``once “in the chair” has been heard and trust is over 36``."""
    found = [words.format(in_words(id_)) for key, words in _OF_PARTS if (id_ := getattr(when, key)) is not None]
    found += [words.format(level) for key, words in _OF_MOOD if (level := getattr(when, key)) is not None]
    return "when " + " and ".join(found) if found else ""


def moment(when: When) -> str:
    """All of it in one line."""
    return ", ".join(filter(None, (replies_span(when), conditions(when))))
