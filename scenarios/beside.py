"""Text of content files, never more than the limit of it, and of the files that stand beside one.

A scenario may lean on others in its folder; what was looked at is noted, so that whoever keeps a scenario in memory knows
when to read it anew.
"""

from __future__ import annotations

from importlib.resources.abc import Traversable
from pathlib import Path

from scenarios.filenames import YAML
from scenarios.problems import Code, Problem, fault, shown
from scenarios.yaml_source import MAX_BYTES, Source, read_source

Stamp = tuple[object, ...]


class Beside:
    """The files in the folder of one scenario, by name."""

    def __init__(self, folder: Traversable | None) -> None:
        self._folder = folder
        self.seen: dict[str, tuple[Traversable, Stamp]] = {}
        """what was asked for, whether it was there or not"""

    @classmethod
    def of(cls, name: str) -> Beside:
        """Those beside the file of this name; none where it is the name of no file, such as ``<text>``."""
        return cls(Path(name).parent if name.endswith(YAML) and "\0" not in name else None)

    def source(self, *names: str, top: str | None = None) -> Source | None:
        """The first of these files that is there, read (as a list, with ``top``); None where there is none."""
        for name in names:
            if self._folder is None:
                return None
            file = self._folder.joinpath(name)
            if name not in self.seen:
                self.seen[name] = file, stamp_of(file)
            if _is_there(file):
                text = text_of(file)
                return Source(str(file), None, {}, (text,)) if isinstance(text, Problem) else read_source(text, str(file), top)
        return None

    def changed(self) -> bool:
        """Whether any file looked at is another by now."""
        return any(stamp_of(file) != stamp for file, stamp in self.seen.values())


def stamp_of(file: Traversable) -> Stamp:
    """What changes when a file does; nothing for one that lies in an archive and cannot be asked, or that is not there."""
    try:
        facts = file.stat() if isinstance(file, Path) else None
    except (OSError, ValueError):
        facts = None
    return (facts.st_mtime_ns, facts.st_size, facts.st_ino) if facts else (None,)


def text_of(file: Traversable) -> str | Problem:
    """A file's text, wherever it lies, or why there is none."""
    return read_text(file) if isinstance(file, Path) else decoded(file.read_bytes(), str(file))


def _is_there(file: Traversable) -> bool:
    try:
        return file.is_file()
    except (OSError, ValueError):
        return False


def read_text(path: Path) -> str | Problem:
    """A file's text, or why there is none; never more than the limit is read."""
    name = str(path)
    try:
        if not path.is_file():
            why = "is a folder, not a file" if path.is_dir() else "is not there" if not path.exists() else "is not a plain file"
            return fault(Code.UNREADABLE, name, (1, 1), f"The file '{shown(name, 200)}' {why}.")
        with path.open("rb") as stream:
            return decoded(stream.read(MAX_BYTES + 1), name)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "its name cannot be used"
        return fault(Code.UNREADABLE, name, (1, 1), f"The file '{shown(name, 200)}' cannot be read: {shown(reason, 100)}.")


def decoded(data: bytes, name: str) -> str | Problem:
    """Bytes as text, or where they stop being UTF-8."""
    if len(data) > MAX_BYTES:
        return fault(Code.TOO_LARGE, name, (1, 1), f"The file is over {MAX_BYTES:,} bytes.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        at = before.count("\n") + 1, len(before) - before.rfind("\n")
        return fault(Code.NOT_UTF8, name, at, "From this character on the file is not UTF-8.")
