"""An author's scenarios and what is known of each, for a view: reads what is kept, has the rest found out, notices what changes.

Slow; used by one thread at a time, but for ``stop`` and ``changed``.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from trainer.authoring.workbench.commands import Commands
from trainer.authoring.workbench.findings import Findings
from trainer.authoring.workbench.hand import Hand
from trainer.authoring.workbench.keeping import keep, kept, key_of
from trainer.authoring.workbench.works import Work, works
from trainer.finding import own_folders

OnStage = Callable[[str], None]
AGAIN = 3
"""How often a check begins anew because the file was changed while it ran."""


class Bench:
    """What lies on it: the works, and what was found out of them."""

    def __init__(self) -> None:
        self.works: list[Work] = []
        self.commands = Commands()
        self._hand = Hand()
        self._seen: tuple[object, ...] = ()

    def read(self) -> list[Work]:
        """Read all files anew, as far as they have changed."""
        self._seen = _stamps()
        self.works = works()
        return self.works

    def known(self, work: Work) -> Findings:
        """What is kept of the file as it is now."""
        return kept(key_of(work.file))

    def check(self, file: Path, on_stage: OnStage) -> Findings:
        """What is known with its check, which is made now unless it is kept. Raises CoolheadError; StoppedError where called off."""
        return self._find(file, "checked", lambda: self._hand.check(file, on_stage))

    def measure(self, file: Path, on_stage: OnStage) -> Findings:
        """The same with its level. Raises as ``check`` does."""
        return self._find(file, "measured", lambda: self._hand.measure(file, on_stage))

    def stop(self) -> None:
        """Call off what is being found out."""
        self._hand.stop()

    def close(self) -> None:
        """Nobody wants anything any more."""
        self.commands.stop()
        self.stop()

    def changed(self) -> bool:
        """Whether any file of the author's own folders is another, new or gone since they were read."""
        return _stamps() != self._seen

    def _find(self, file: Path, part: str, look: Callable[[], object]) -> Findings:
        found = Findings()
        for _ in range(AGAIN):
            key = key_of(file)
            known = kept(key)
            if getattr(known, part) is not None:
                return known
            found = known.model_copy(update={part: look()})
            if key_of(file) == key:
                keep(key, found)
                break
        return found


def _stamps() -> tuple[object, ...]:
    found: list[object] = []
    for folder in own_folders():
        with contextlib.suppress(OSError):
            for path in sorted(folder.rglob("*")):
                if path.suffix in (".yaml", ".yml", ".txt"):
                    with contextlib.suppress(OSError):
                        facts = path.stat()
                        found.append((str(path), facts.st_mtime_ns, facts.st_size))
    return tuple(found)
