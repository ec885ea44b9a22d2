"""Whether the files behind a scenario have changed on disk: by a look at their facts, never at their content.

Editors save by writing over a file or by putting a new one in its place; both show in time, size or inode. A change counts
once two looks in a row agree, so that a file is not read while it is being written.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from scenarios.beside import Stamp, stamp_of
from scenarios.shelf import voice_files
from trainer.finding import own_folders


class Watch:
    """The scenario's file, those it leans on, and every voice at hand, since a voice may be written alongside."""

    def __init__(self, file: Path) -> None:
        self._files: tuple[Path, ...] = (file,)
        self._read = self._last = self._stamps()

    def follow(self, leans_on: Mapping[Path, Stamp]) -> None:
        """Watch these files besides, which stood so when they were read."""
        self._read = {file: stamp for file, stamp in self._read.items() if file not in self._files[1:]} | dict(leans_on)
        self._files = (self._files[0], *leans_on)

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

    def _report(self, now: dict[Path, Stamp]) -> bool:
        changed, self._read = now != self._read, now
        return changed

    def _stamps(self) -> dict[Path, Stamp]:
        voices = (item.file for item in voice_files(own_folders()))
        return {file: stamp_of(file) for file in (*self._files, *(voice for voice in voices if isinstance(voice, Path)))}
