"""What is due today in the plain view: told, and done one after the other for as long as somebody wants to."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from trainer.errors import Exit
from trainer.modes import mode_named, opener
from trainer.practice.asking import today_now
from trainer.practice.plan import Do, Rep, Today
from trainer.practice.told import changed_lines, head_of_day, rep_head, rep_reason

if TYPE_CHECKING:
    from trainer.plain.view import PlainView


def today(view: PlainView) -> int:
    """Tell what is due and do what is chosen, until nothing more is."""
    while True:
        found, changed = today_now(view.records(), datetime.now().astimezone())
        _tell(view, found)
        view.console.tell_all(changed_lines(changed))
        if not found.reps or not view.console.interactive:
            return Exit.DONE
        rep = _ask(view, found)
        if rep is None:
            return Exit.DONE
        _do(view, rep)


def _tell(view: PlainView, found: Today) -> None:
    view.console.tell(head_of_day(found))
    view.console.tell_all(f"{number}. {rep_head(rep)}. {rep_reason(rep)}" for number, rep in enumerate(found.reps, 1))


def _ask(view: PlainView, found: Today) -> Rep | None:
    while True:
        answer = view.console.choose(
            "Number to begin that one, or Enter to go back:", ("A number: begin that one; you come back here after it. Enter: go back.",)
        )
        if not answer:
            return None
        if answer.isascii() and answer.isdigit() and len(answer) < 4 and 0 < int(answer) <= len(found.reps):
            return found.reps[int(answer) - 1]
        view.console.tell(f"Type a number from 1 to {len(found.reps)}.")


def _do(view: PlainView, rep: Rep) -> None:
    if rep.do is Do.CALL:
        view.play(rep.scenario or "", None)
    elif mode := mode_named("drill"):
        opener(mode.plain)(view, skill=rep.skill, practice=rep.practice)
