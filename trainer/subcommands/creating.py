"""``coolhead new``: a scenario file to start from, by a few questions, by the example alone, or from a letter of complaint."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from trainer.authoring.beginning import Made, begun, refuse_if_there, voice_choices, write
from trainer.authoring.naming import id_of
from trainer.authoring.par_lines import told
from trainer.authoring.questions import cleaned
from trainer.errors import Exit, say
from trainer.plain.asking import asked
from trainer.plain.console import Console
from trainer.text import safe_line
from trainer.words import count


def new_scenario(name: str, letter: Path | None, folder: Path, *, yes: bool, trade: str = "", now: datetime | None = None) -> int:
    """Write a new scenario and its schema. The file's path is told on stdout, everything else on stderr."""
    now = now or datetime.now()
    if name:
        refuse_if_there(folder / f"{id_of(name)}.yaml")
    made = create(Console(sink=sys.stderr), name, letter, folder, yes=yes, trade=trade, now=now)
    file = made.file
    print(safe_line(str(file)))
    names = f" Line {made.checks.names} lists what may be real names." if made.checks.names else ""
    say(f"Written, with {count(made.checks.lines, 'line')} marked CHECK for you to look at.{names} Open it in any text editor; then:")
    shown = f'"{file}"' if " " in str(file) else str(file)
    say(safe_line(f"  coolhead check {shown}"))
    say(safe_line(f"  coolhead play {shown}"))
    if made.par:
        say(f"Par was found and written: {told(made.par)}. After larger changes it is found again by")
        say(safe_line(f"  coolhead par --write {shown}"))
    else:
        say("No honest path to its best end was found, so it has no par yet. Once it is changed:")
        say(safe_line(f"  coolhead par --write {shown}"))
    return Exit.DONE


def create(console: Console, name: str, letter: Path | None, folder: Path, *, yes: bool, trade: str = "", now: datetime) -> Made:
    """Ask what is left to ask, and write the file."""
    found = None
    if letter is not None:
        from trainer.authoring.letter.text import letter_in

        found = letter_in(letter)
    start = begun(found, now)
    trade = cleaned(trade)
    answers = replace(start.defaults, trade=trade) if trade else start.defaults
    if not yes:
        if console.interactive:
            console.tell(
                "A few questions, and you have a scenario that plays. Nothing is written before the last one; back goes one question back, Ctrl-C leaves."
            )
            if found:
                console.tell("What the letter says is filled in already.")
        answers = asked(console, start, voice_choices(), trade=trade)
    if console.interactive:
        console.tell("It is tried out with scripted reps; some seconds …")
    return write(start.sketch(answers, name=name, folder=folder, now=now), folder)
