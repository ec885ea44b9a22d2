"""The three kinds of fault and the exit codes they leave with; and the file a bug is reported in.

*Content* is wrong in something a person wrote: say what and where. A *prerequisite* is missing: say the one command that
brings it. A *bug* is ours: keep the traceback in a file, off the screen. Only the standard library is used here, because
this module is loaded before anything is drawn.
"""

from __future__ import annotations

import contextlib
import sys
from datetime import UTC, datetime
from enum import IntEnum
from pathlib import Path


class Exit(IntEnum):
    """How the command ended, for scripts."""

    DONE = 0
    FAULTS = 1
    """the thing checked has faults"""
    MISUSED = 2
    """the command was called wrongly"""
    MISSING = 3
    """something that is needed is not there"""
    BUG = 70
    """a fault of ours; a report was saved"""
    INTERRUPTED = 130
    """Ctrl-C; a call under way can be resumed"""


class CoolheadError(Exception):
    """A fault with a sentence for the person at the keyboard; ``remedy`` says what to do next."""

    exit = Exit.FAULTS

    def __init__(self, sentence: str, remedy: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.sentence}\n{self.remedy}" if self.remedy else self.sentence


class ContentError(CoolheadError):
    """A file has faults: a scenario, a replies file, a transcript."""


class UsageError(CoolheadError):
    """The command was called with something that does not exist or does not fit."""

    exit = Exit.MISUSED


class PrerequisiteError(CoolheadError):
    """Something needed is missing; ``remedy`` is the one command that brings it."""

    exit = Exit.MISSING


def write_bug_report(error: BaseException | str, folder: Path, doing: str) -> Path | None:
    """Save the traceback of ``error`` (or this one, from another process) in ``folder`` and return the file, or None where nothing can be written."""
    import platform
    import traceback  # both cost the first frame more than they are worth there

    now = datetime.now(UTC)
    lines = [
        f"Coolhead bug report, {now:%Y-%m-%d %H:%M:%S} UTC",
        f"while: {doing}",
        f"python {platform.python_version()} on {platform.system()} {platform.release()}",
        "",
        *([error] if isinstance(error, str) else traceback.format_exception(error)),
    ]
    for place in (folder, Path.cwd()):
        try:
            place.mkdir(parents=True, exist_ok=True)
            report = place / f"bug-{now:%Y%m%d-%H%M%S-%f}.txt"
            report.write_text("\n".join(lines), encoding="utf-8", errors="backslashreplace")
        except OSError:
            continue
        return report
    return None


def say(words: str) -> None:
    """Words for the person, on stderr: stdout is kept for data."""
    with contextlib.suppress(OSError, ValueError):  # where nobody is listening there is nowhere left to say so
        print(words, file=sys.stderr, flush=True)
