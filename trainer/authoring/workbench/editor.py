"""The author's own editor: which it is, how it is told a line, and running it in the terminal it needs to itself."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Mapping
from pathlib import Path

from trainer.errors import PrerequisiteError
from trainer.settings.current import settings
from trainer.text import safe_line

_PLUS = "vi vim nvim view gvim ex elvis vile nvi neovim nano pico rnano emacs emacsclient xemacs jove mg zile joe jmacs jstar ne kak gedit mcedit jed ed leafpad mousepad"
_COLON = "hx helix subl sublime_text zed lapce micro"
_GOTO = "code code-insiders codium vscodium cursor windsurf"
_OPTION = "kate kwrite notepadqq"


def editor() -> str:
    """What the settings say, or else ``VISUAL``, or else ``EDITOR``; empty where none says anything."""
    return settings().editor or next((named for name in ("VISUAL", "EDITOR") if (named := os.environ.get(name, "").strip())), "")


_USUAL = {
    "nano": "nano: small, its keys stand at the foot",
    "micro": "micro: small, works with the mouse",
    "notepad": "Notepad",
    "gedit": "gedit: a window of its own",
    "kate": "Kate: a window of its own",
    "code --wait": "VS Code: a window of its own",
    "vim": "vim: leave it with Esc, then :q",
    "vi": "vi: leave it with Esc, then :q",
    "emacs": "emacs: leave it with ctrl+x ctrl+c",
}
"""Commands of editors most people have met, the easiest first, and what to say of each."""
FOR_GOOD = "To choose one for good: coolhead settings editor nano (or the name of yours), or the setting Editor on the settings screen."


def found_here() -> dict[str, str]:
    """The usual editors this machine has: the command, and what to say of it."""
    return {command: words for command, words in _USUAL.items() if shutil.which(command.split()[0])}


def no_editor(file: Path) -> str:
    """What to say where none is set."""
    return f"No editor is chosen.{_here()} {FOR_GOOD} Or open the file yourself: {safe_line(str(file))}"


def _here() -> str:
    names = [command.split()[0] for command in found_here()]
    return f" This machine has {', '.join(names)}." if names else ""


def trouble() -> str:
    """Why the editor cannot be opened, in a sentence; empty where it can, as far as can be told."""
    named = editor()
    if not named:
        return "No editor is chosen."
    try:
        program = command_for(named, Path())[0]
    except PrerequisiteError as error:
        return error.sentence
    return "" if shutil.which(program) else f"The editor '{safe_line(named, 80)}' is not installed here, or not under that name."


def command_for(named: str, file: Path, line: int = 0, column: int = 1) -> list[str]:
    """The command that opens the file, at the line where this editor is known to take one. Raises PrerequisiteError for a name that cannot be read."""
    try:
        words = shlex.split(named, posix=os.name != "nt")
    except ValueError:
        words = []
    if not words:
        raise PrerequisiteError(f"The editor is set to '{safe_line(named, 80)}', which is no command.", FOR_GOOD)
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
    if wrong := trouble():
        raise PrerequisiteError(wrong, f"{_here()} {FOR_GOOD} Or open the file yourself: {safe_line(str(file))}".strip())
    before = signal.signal(signal.SIGINT, _nothing)  # ctrl-c in the editor is the editor's
    try:
        subprocess.run(command_for(named, file, line, column), check=False, env=environ)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else "it cannot be called"
        remedy = f"{FOR_GOOD} Or open the file yourself: {safe_line(str(file))}"
        raise PrerequisiteError(f"The editor '{safe_line(named, 80)}' did not start: {why}.", remedy) from error
    finally:
        signal.signal(signal.SIGINT, before)


def _nothing(*_: object) -> None:
    """A handler, and not "ignore": a child would inherit that."""
