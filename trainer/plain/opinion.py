"""The second opinion in the plain view: each answer told as it comes, under its own heading."""

from __future__ import annotations

from collections.abc import Callable

from scenarios.transcript import Transcript
from scoring.scores import DIMENSIONS, Scorecard
from trainer.errors import CoolheadError
from trainer.opinion.asking import Asking, View
from trainer.opinion.telling import ABOUT, HEADING, OFF, ending_lines, view_lines
from trainer.plain.console import Console
from trainer.plain.debrief import title
from trainer.settings.current import settings


def tell_opinion(console: Console, begin: Callable[[], Asking], card: Scorecard, transcript: Transcript) -> None:
    """Ask, and tell; where the settings do not want it, how they would."""
    if not settings().second_opinion:
        console.tell(OFF)
        return
    try:
        asking = begin()
    except CoolheadError as error:
        console.tell(str(error))
        return
    console.tell(f"{HEADING}.", ABOUT, "The model is asked now; ctrl+c stops it.")
    titles = {dimension: title(dimension) for dimension in DIMENSIONS}
    before: View | None = None

    def show(view: View) -> None:
        nonlocal before
        console.tell_all(view_lines(view, before, transcript.events, card, titles))
        before = view

    try:
        console.tell(*ending_lines(asking.run(show)))
    except KeyboardInterrupt:
        asking.stop()
        console.tell("Stopped.")
