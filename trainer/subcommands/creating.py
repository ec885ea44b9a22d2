"""``coolhead new``: a scenario file to start from, by a few questions, by the example alone, or from a letter of complaint."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from scenarios.check import check_text
from scenarios.library import voices
from scenarios.problems import Severity
from trainer.authoring.drafting import corrected, defaults_of, drafted
from trainer.authoring.naming import free_id, id_of, title_of
from trainer.authoring.questions import EXAMPLE, asked
from trainer.authoring.schema import FILE_NAME, as_text, is_ours, scenario_schema
from trainer.authoring.sketch import Sketch
from trainer.authoring.starter import written
from trainer.authoring.writing import put
from trainer.errors import Exit, UsageError, say
from trainer.finding import own_folders
from trainer.plain.console import Console
from trainer.text import safe_line
from trainer.words import count


def new_scenario(name: str, letter: Path | None, folder: Path, *, yes: bool, now: datetime | None = None) -> int:
    """Write a new scenario and its schema. The file's path is told on stdout, everything else on stderr."""
    now = now or datetime.now()
    id_ = id_of(name) if name else ""
    if id_:
        _refuse_if_there(folder / f"{id_}.yaml")
    sketch = _sketch(letter, id_, name, folder, now, yes=yes)
    file = folder / f"{sketch.id}.yaml"
    _refuse_if_there(file)
    schema = _schema_for(folder)
    text = written(sketch, schema)
    faults = [problem for problem in check_text(text, str(file), known_voices=tuple(voices(own_folders()))) if problem.severity is Severity.ERROR]
    if faults:
        raise AssertionError(f"a new scenario has faults: {faults[0]}")
    if not put(file, text):
        _refuse_if_there(file)
    print(safe_line(str(file)))
    _tell_next(file, text.count("# CHECK:"))
    return Exit.DONE


def _sketch(letter: Path | None, id_: str, name: str, folder: Path, now: datetime, *, yes: bool) -> Sketch:
    at_hand = voices(own_folders())
    console = Console(sink=sys.stderr)
    choices = [(voice_id, voice.about) for voice_id, voice in at_hand.items()]
    if letter is not None:
        from trainer.authoring.letter.reading import sketched
        from trainer.authoring.letter.text import letter_in

        sketch = sketched(letter_in(letter), now)
        defaults = defaults_of(sketch)
        if not yes:
            _greet(console, from_letter=True)
            sketch = corrected(sketch, asked(console, defaults, choices, from_letter=True), defaults)
        return replace(sketch, id=id_ or free_id(sketch.id, folder), title=title_of(name) or sketch.title)
    answers = EXAMPLE
    if not yes:
        _greet(console, from_letter=False)
        answers = asked(console, EXAMPLE, choices, from_letter=False)
    title = title_of(name) or title_of(answers.went_wrong)
    return drafted(answers, id_=id_ or free_id(id_of(title), folder), title=title, today=now.date())


def _greet(console: Console, *, from_letter: bool) -> None:
    if console.interactive:
        console.tell("A few questions, and you have a scenario that plays. Nothing is written before the last one; Ctrl-C leaves.")
        if from_letter:
            console.tell("What the letter says is filled in already.")


def _refuse_if_there(file: Path) -> None:
    if file.exists() or file.is_symlink():
        raise UsageError(f"There is a file {file} already, and it stays as it is.", "Give the new scenario another name: coolhead new NAME")


def _schema_for(folder: Path) -> str:
    """The schema beside the scenario, written if need be. A file of that name that is not ours is left alone."""
    file, text = folder / FILE_NAME, as_text(scenario_schema())
    if file.is_file() and is_ours(file) and file.read_text(encoding="utf-8") != text:
        file.unlink()  # an older one of our own
    put(file, text)
    return FILE_NAME


def _tell_next(file: Path, checks: int) -> None:
    say(f"Written, with {count(checks, 'line')} marked CHECK for you to look at. Open it in any text editor; then:")
    shown = f'"{file}"' if " " in str(file) else str(file)
    say(safe_line(f"  coolhead check {shown}"))
    say(safe_line(f"  coolhead play {shown}"))
