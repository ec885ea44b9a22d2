"""Whether the line only gives back what stands in the chat already: the rep's words, or the customer's own.

Compared by runs of three words. What the written line itself repeats may be repeated, and so may the question it must put.
"""

from __future__ import annotations

from trainer.voices.guards.normal import faceless, words
from trainer.voices.guards.reasons import Reason, RefusedError
from trainer.voices.request import MoveRequest

OWN, REPS, LAST = 0.6, 0.5, 8
"""Share of a line's runs found in one earlier line of the customer's, in the rep's last reply; how many earlier lines count."""

SHORT = 6
"""Words under which a line may repeat: people say yes, and no, and bye, more than once."""

Run = tuple[str, ...]


def check_likeness(line: str, request: MoveRequest) -> None:
    """Raises RefusedError for an echo of the rep or a line the customer has said."""
    said = faceless(words(line))
    if len(said) < SHORT:
        if line.strip().casefold() in {own.strip().casefold() for own in request.own[-LAST:]}:
            raise RefusedError(Reason.REPETITION)
        return
    free = _runs(faceless(words(request.question))) | _runs(faceless(words(request.written)))
    runs = _runs(said) - free
    if len(runs) < 3:
        return
    if len(runs & _runs(faceless(words(request.reply)))) > REPS * len(runs):
        raise RefusedError(Reason.REPETITION)
    for own in request.own[-LAST:]:
        if len(runs & _runs(faceless(words(own)))) > OWN * len(runs):
            raise RefusedError(Reason.REPETITION)


def _runs(some: tuple[str, ...]) -> set[Run]:
    return {some[n : n + 3] for n in range(len(some) - 2)}
