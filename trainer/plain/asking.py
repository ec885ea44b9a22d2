"""The questions of a new scenario asked in flat lines, at a keyboard or from a pipe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from trainer.authoring.beginning import Begun
from trainer.authoring.questions import Answers, Question, cleaned, default_for, help_for, used
from trainer.errors import UsageError
from trainer.plain.console import Console
from trainer.plain.going import BACK, Went, bare
from trainer.text import safe_line

_BACK = "back"
_HELP = "Enter: what is offered. back: one question back. stop: leave; nothing is written."


class _Back(Exception):  # noqa: N818 - it is no error
    """One question back."""


def asked(console: Console, begun: Begun, voices: Sequence[tuple[str, str]], *, trade: str = "") -> Answers:
    """The author's answers; an empty line, and what comes after the last line of a pipe, takes the default. A ``trade`` that is named is not asked for.

    Raises KeyboardInterrupt where somebody at a keyboard ends the input, UsageError for an answer from a pipe that cannot be used.
    """
    defaults = begun.defaults
    found = [replace(defaults, trade=trade) if trade else defaults]
    questions = [question for question in begun.questions if not (trade and question.key == "trade")]
    while len(found) <= len(questions):
        question, now = questions[len(found) - 1], found[-1]
        try:
            answer = _one(console, question, default_for(question.key, now, defaults), begun.choices(question.key, voices), begun)
            found.append(replace(now, **{question.key: answer}))
            if len(found) > len(questions) and console.interactive:
                console.tell("", "That was the last question. Enter writes the file; back goes to the last question.")
                _typed(console, _HELP)
        except _Back:
            if len(found) == 1:
                raise KeyboardInterrupt from None
            found.pop()
    return found[-1]


def _typed(console: Console, *help_: str) -> str:
    """One answer at a keyboard. Raises KeyboardInterrupt where somebody goes away; nothing has been written by then."""
    try:
        answer = console.choose(">", help_, go_back=False)
    except Went:
        raise KeyboardInterrupt from None
    if bare(answer) == _BACK:
        raise _Back
    if console.ended or bare(answer) in BACK:
        raise KeyboardInterrupt
    return answer


def _one(console: Console, question: Question, default: str, choices: Sequence[tuple[str, str]], begun: Begun) -> str:
    warned = False
    help_ = help_for(question, choices)
    if console.interactive:
        console.tell("", question.ask)
        console.tell_all(f"  {n}. {safe_line(name)}{f': {safe_line(about)}' if about else ''}" for n, (name, about) in enumerate(choices, 1))
        if help_:
            console.tell(f"  {help_}")
        console.tell(f"  Enter alone takes: {default}" if default else "  Enter alone leaves it for later.")
    while True:
        answer = _typed(console, help_ or question.ask, _HELP) if console.interactive else console.ask(">")
        text = cleaned(answer or "")
        if not text:
            return default
        if not warned and (warning := begun.warning(question.key, text)):
            warned = True
            console.tell(warning)
            if console.interactive:
                continue
        try:
            return used(question.key, text, [name for name, _ in choices])
        except ValueError as error:
            if not console.interactive:
                raise UsageError(f"{question.ask} {error}") from None
            console.tell(str(error))
