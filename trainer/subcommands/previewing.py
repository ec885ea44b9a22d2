"""``coolhead preview``: a scenario played while it is written, on the full screen or in plain lines."""

from __future__ import annotations

from pathlib import Path

from scenarios.moves import Intensity
from trainer.authoring.examining import is_scenario
from trainer.authoring.preview import Preview
from trainer.errors import UsageError
from trainer.finding import files_named
from trainer.replies import read_replies
from trainer.text import safe_line


def preview_file(name: str, replies: Path | None, *, seed: int, intensity: Intensity, plain: bool) -> int:
    """Preview one file; a faulty one is opened too, since it is being written. Raises UsageError where there is none to watch."""
    file = _file(name)
    if not is_scenario(file):
        raise UsageError(f"{safe_line(str(file), 200)} is not a scenario.", "Preview a scenario that leans on it; what it leans on is watched too.")
    preview = Preview(file, seed=seed, intensity=intensity, replies=read_replies(_replies(replies)) if replies else ())
    if plain:
        from trainer.plain.preview import PlainPreview

        return PlainPreview(preview).run()
    from trainer.tui.preview import run_preview

    return run_preview(preview)


def _file(name: str) -> Path:
    """The one file meant."""
    path = Path(name.replace("\0", ""))
    if path.is_file():
        return path
    found = files_named([name])
    if len(found) != 1 or not found[0].is_file():
        raise UsageError(f"{safe_line(name, 200)} is not one scenario file.", "Name the file you are writing: coolhead preview FILE")
    return found[0]


def _replies(path: Path) -> Path:
    if str(path) == "-":
        raise UsageError("The keyboard is needed for the preview, so --replies takes a file.", "From a pipe, send the replies without --replies")
    return path
