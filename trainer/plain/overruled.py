"""Scores with what a trainer made of them, as flat lines; and asking a trainer for one, a question at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scoring.scores import DIMENSIONS, Dimension, Scorecard
from trainer.errors import CoolheadError
from trainer.overrules import Overrule, dimension_named, overrule, overruled_words, overrules_of, standing
from trainer.plain.console import Console
from trainer.plain.debrief import score_line
from trainer.records.store import Store


def overruled_lines(card: Scorecard, overrules: Sequence[Overrule]) -> Iterator[str]:
    """The four scores, each with everything people said of it."""
    for dimension in DIMENSIONS:
        yield score_line(card, dimension)
        yield from remark_lines(card, overrules, dimension)


def remark_lines(card: Scorecard, overrules: Sequence[Overrule], dimension: Dimension) -> Iterator[str]:
    """What people made of one score, the last first: ``Set to 70 by ...``."""
    yield from (f"  {words[0].upper()}{words[1:]}" for words in overruled_words(overrules, dimension, card))


def ask_overrule(console: Console, store: Store, attempt: str, card: Scorecard) -> None:
    """Ask a trainer which score, to what, why and who; every question can be left by Enter, and nothing is kept before the last."""
    try:
        dimension = dimension_named(given) if (given := _asked(console, f"Which score: {', '.join(DIMENSIONS)}?")) else None
        if dimension is None:
            return
        stands = standing(overrules_of(store, attempt), dimension)
        back = ", or withdraw to let the measured one count again" if stands else ""
        number = _asked(console, f"{score_line(card, dimension)} Set it to what, 0 to 100{back}?")
        reason = number and _asked(console, "Why? One sentence; the trainee reads it:")
        by = reason and _asked(console, "Your name:")
        if by:
            overrule(store, attempt, dimension=dimension, to=None if number.lower() == "withdraw" else _number(number), reason=reason, by=by)
            console.tell("Kept. The measured score stays, and both are told.", *remark_lines(card, overrules_of(store, attempt), dimension))
        else:
            console.tell("Nothing was changed.")
    except CoolheadError as error:
        console.tell(f"Nothing was changed. {error.sentence}")


def _asked(console: Console, question: str) -> str:
    return console.choose(question, ("Enter: leave it; nothing is kept before the last answer.",))


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return -1.0  # told as no score
