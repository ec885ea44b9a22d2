"""Why a customer moved and what a reply was read as, in plain words for a scenario's author: the engine's short names are for its makers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scenarios.reading import ActSpan, Reading
from trainer.text import safe_line
from trainer.words import ACT_WORDS

_LONGEST = 60
_NOTE = re.compile(r"(?P<cause>.+) (?P<side>\w+) (?P<by>[+-]\d+)")

CAUSE_WORDS = {
    "PUZZLED": "cannot be made out",
    "SAME WORDS": "says the same words again",
    "MIX-UP": "leaves the misunderstanding standing",
    "TOO EARLY": "offers before they felt heard",
    "STOCK": "is a stock phrase",
    "RE-ASK": "asks again for what is known",
    "CLEARED UP": "clears the misunderstanding up",
    "ANSWERED": "answers their question",
    "IGNORED": "leaves their question unanswered",
    "KEPT": "does what was promised",
    "CLOYING": "is warm words and nothing else",
    "TOOK IT BACK": "takes back what was not so",
    "FOUND OUT": "they found something out",
    "AGREED": "they agreed",
    "MOMENT": "a beat of the scenario",
    "WAIT": "the wait",
    **ACT_WORDS,
}
"""What each cause of a change is called."""
_SIDES = {"heard": "feeling heard"}


def in_words(notes: Iterable[str], reading: Reading | None) -> Iterator[str]:
    """The engine's reasons, a line each; one that hangs on a doubtful find says so."""
    doubted = {span.act.value for span in reading.doubted()} - _sure(reading) if reading else set()
    for note in notes:
        found = _NOTE.fullmatch(note)
        if not found or found["cause"] not in CAUSE_WORDS:
            yield note
            continue
        doubt = "; unsure, so it costs no points" if found["cause"] in doubted else ""
        yield f"{CAUSE_WORDS[found['cause']]}: {_SIDES.get(found['side'], found['side'])} {found['by']}{doubt}"


def _sure(reading: Reading) -> set[str]:
    return {span.act.value for span in reading.fair().acts}


def counted(text: str, reading: Reading) -> tuple[str, ...]:
    """What the reply was taken for, in its order."""
    return tuple(_said(text, span) for span in _in_order(reading.fair().acts))


def uncounted(text: str, reading: Reading) -> tuple[str, ...]:
    """What it may have been besides, too unsure for the score."""
    return tuple(_said(text, span) for span in _in_order(reading.doubted()))


def _in_order(spans: Iterable[ActSpan]) -> list[ActSpan]:
    return sorted(spans, key=lambda span: (span.start, span.end))


def _said(text: str, span: ActSpan) -> str:
    return f"{ACT_WORDS.get(span.act.value, span.act.value)}: “{safe_line(text[span.start : span.end], _LONGEST)}” ({span.confidence:.0%} sure)"
