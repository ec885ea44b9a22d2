"""Par as a line of a scenario's file: written where there is none, put in the place of an older one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from scenarios.model import Par
from trainer.authoring.packs.files import plainly, write_whole
from trainer.errors import UsageError
from trainer.text import safe_line
from trainer.words import count

_THERE = re.compile(r"^par[ \t]*:[^\n]*(?:\n[ \t]+[^\n]*)*", re.MULTILINE)
_AFTER = ("level", "currency", "today", "scenario")
"""Keys a new line stands under: the first of them that is there on one line."""


def par_line(par: Par) -> str:
    """The line."""
    return f"par: {{replies: {par.replies}, minutes: {par.minutes:g}}}"


def told(par: Par) -> str:
    """In words."""
    return f"{count(par.replies, 'reply', 'replies')}, {count(round(par.minutes), 'minute')}"


def with_par(text: str, par: Par) -> str:
    """A file's text with its par."""
    if _THERE.search(text):
        return _THERE.sub(lambda found: par_line(par) + ("\r" if found[0].endswith("\r") else ""), text, count=1)
    for key in _AFTER:
        if found := re.search(rf"^{key}[ \t]*:[ \t]*[^\s>|][^\n]*\n(?![ \t]+\S)", text, re.MULTILINE):
            end = "\r\n" if found[0].endswith("\r\n") else "\n"
            return f"{text[: found.end()]}{par_line(par)}{end}{text[found.end() :]}"
    return f"{text.rstrip()}\n{par_line(par)}\n"


def write_par(file: Path, par: Par) -> bool:
    """Write par into a scenario's file; False where it stands there already. Raises PrerequisiteError where nothing can be written."""
    with plainly(file, "copy it to a folder of your own"):
        before = file.read_bytes().decode("utf-8")
        after = with_par(before, par)
        if after == before:
            return False
        write_whole(file, after.encode())
    return True


def refuse_by_id(named: Sequence[str]) -> None:
    """Raises UsageError where a scenario is named by its id: that may be one that comes with the program."""
    if other := next((name for name in named if not Path(name).exists()), ""):
        raise UsageError(f"{safe_line(other, 60)} is no file here, and stays as it is.", "Name the scenario's file: coolhead par --write FILE")
