"""The author's own editor: which it is, how it is told a line, and running it in the terminal it needs to itself."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
from collections.abc import Mapping
from pathlib import Path

from trainer.errors import PrerequisiteError
from trainer.text import safe_line

_PLUS = "vi vim nvim view gvim ex elvis vile nvi neovim nano pico rnano emacs emacsclient xemacs jove mg zile joe jmacs jstar ne kak gedit mcedit jed ed leafpad mousepad"
_COLON = "hx helix subl sublime_text zed lapce micro"
_GOTO = "code code-insiders codium vscodium cursor windsurf"
_OPTION = "kate kwrite notepadqq"


def editor() -> str:
    """What ``VISUAL`` says, or else ``EDITOR``; empty where neither says anything."""
    return next((named for name in ("VISUAL", "EDITOR") if (named := os.environ.get(name, "").strip())), "")


def no_editor(file: Path) -> str:
    """What to say where none is set."""
    return f"No editor is set. Set VISUAL or EDITOR to the one you use, or open the file yourself: {safe_line(str(file))}"


def command_for(named: str, file: Path, line: int = 0, column: int = 1) -> list[str]:
    """The command that opens the file, at the line where this editor is known to take one. Raises PrerequisiteError for a name that cannot be read."""
    try:
        words = shlex.split(named, posix=os.name != "nt")
    except ValueError:
        words = []
    if not words:
        raise PrerequisiteError(f"The editor is set to '{safe_line(named, 80)}', which is no command.", "Set VISUAL or EDITOR to the editor you use.")
    if not line:
        return [*words, str(file)]
    name = Path(words[0]).stem.lower()
    if name in _PLUS.split():
        return [*words, f"+{line}", str(file)]
    if name in _COLON.split():
        return [*words, f"{file}:{line}:{column}"]
    if name in _GOTO.split():
        return [*words, "--goto", f"{file}:{line}:{column}"]
    return [*words, "--line", str(line), str(file)] if name in _OPTION.split() else [*words, str(file)]


def edit(file: Path, line: int = 0, column: int = 1, environ: Mapping[str, str] | None = None) -> None:
    """Open the file and wait until the editor is left. Raises PrerequisiteError where there is no editor, or it does not start."""
    named = editor()
    if not named:
        raise PrerequisiteError(no_editor(file))
    before = signal.signal(signal.SIGINT, _nothing)  # ctrl-c in the editor is the editor's
    try:
        subprocess.run(command_for(named, file, line, column), check=False, env=environ)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else "it cannot be called"
        remedy = f"Set VISUAL or EDITOR to the one you use, or open the file yourself: {safe_line(str(file))}"
        raise PrerequisiteError(f"The editor '{safe_line(named, 80)}' did not start: {why}.", remedy) from error
    finally:
        signal.signal(signal.SIGINT, before)


def _nothing(*_: object) -> None:
    """A handler, and not "ignore": a child would inherit that."""
