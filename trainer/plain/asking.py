"""The questions of a new scenario asked in flat lines, at a keyboard or from a pipe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from trainer.authoring.questions import QUESTIONS, Answers, Question, cleaned, default_for, used
from trainer.errors import UsageError
from trainer.plain.console import Console
from trainer.plain.going import BACK, Went, bare


def asked(console: Console, defaults: Answers, voices: Sequence[tuple[str, str]], *, from_letter: bool) -> Answers:
    """The author's answers; an empty line, and what comes after the last line of a pipe, takes the default.

    Raises KeyboardInterrupt where somebody at a keyboard ends the input, UsageError for an answer from a pipe that cannot be used.
    """
    found = defaults
    for question in QUESTIONS:
        if not from_letter or question.from_letter:
            default = default_for(question.key, found, defaults)
            found = replace(found, **{question.key: _one(console, question, default, voices)})
    return found


def _typed(console: Console, question: Question) -> str:
    """One answer at a keyboard. Raises KeyboardInterrupt where somebody goes away; nothing has been written by then."""
    try:
        answer = console.choose(">", (question.help or question.ask, "Enter: what is offered. stop: leave; nothing is written."), go_back=False)
    except Went:
        raise KeyboardInterrupt from None
    if console.ended or bare(answer) in BACK:
        raise KeyboardInterrupt
    return answer


def _one(console: Console, question: Question, default: str, voices: Sequence[tuple[str, str]]) -> str:
    if console.interactive:
        console.tell("", question.ask)
        if question.key == "voice":
            console.tell_all(f"  {n}. {name}: {about}" for n, (name, about) in enumerate(voices, 1))
        if question.help:
            console.tell(f"  {question.help}")
        console.tell(f"  Enter alone takes: {default}" if default else "  Enter alone leaves it for later.")
    while True:
        answer = _typed(console, question) if console.interactive else console.ask(">")
        text = cleaned(answer or "")
        if not text:
            return default
        try:
            return used(question.key, text, [name for name, _ in voices])
        except ValueError as error:
            if not console.interactive:
                raise UsageError(f"{question.ask} {error}") from None
            console.tell(str(error))
