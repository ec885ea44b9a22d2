"""Whether the files behind a scenario have changed on disk: by a look at their facts, never at their content.

Editors save by writing over a file or by putting a new one in its place; both show in time, size or inode. A change counts
once two looks in a row agree, so that a file is not read while it is being written.
"""

from __future__ import annotations

from pathlib import Path

from scenarios.shelf import voice_files
from trainer.finding import own_folders

Stamp = tuple[int, int, int]


class Watch:
    """The scenario's file and every voice at hand, since a voice may be written alongside."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._read = self._last = self._stamps()

    def settled_change(self) -> bool:
        """Whether the files differ from those last reported, and have held still since the previous look. Reported once."""
        now = self._stamps()
        still, self._last = now == self._last, now
        return still and self._report(now)

    def change(self) -> bool:
        """Whether the files differ from those last reported, holding still or not. Reported once."""
        return self._report(self._stamps())

    def overtaken(self) -> bool:
        """Whether the files have changed again since a change was last reported."""
        return self._stamps() != self._read

    def _report(self, now: dict[str, Stamp | None]) -> bool:
        changed, self._read = now != self._read, now
        return changed

    def _stamps(self) -> dict[str, Stamp | None]:
        voices = (item.file for item in voice_files(own_folders()))
        return {str(file): _stamp(file) for file in (self._file, *(voice for voice in voices if isinstance(voice, Path)))}


def _stamp(file: Path) -> Stamp | None:
    """What changes when a file does; None for one that is not there."""
    try:
        facts = file.stat()
    except (OSError, ValueError):
        return None
    return facts.st_mtime_ns, facts.st_size, facts.st_ino
