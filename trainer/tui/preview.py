"""The application of ``coolhead preview``: the game's own, standing on the preview screen instead of the list."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from trainer.authoring.preview import Preview
from trainer.authoring.watching import Watch
from trainer.tui.app import CoolheadApp
from trainer.tui.screens.preview import PreviewScreen


class PreviewApp(CoolheadApp):
    """Play as you write."""

    CSS_PATH = ["app.tcss", "screens/call.tcss", "screens/preview.tcss"]  # noqa: RUF012 - Textual's own way to name three
    KEPT = "your file was only read"
    QUIT_WORDS = "close the preview; nothing of it is kept"

    def __init__(self, preview: Preview) -> None:
        super().__init__()
        self._preview = preview
        self._watch = Watch(preview.file)

    def get_default_screen(self) -> Screen[Any]:
        return PreviewScreen(self._preview, self._watch)


def run_preview(preview: Preview) -> int:
    """Run the preview on the full screen and return the exit code."""
    app = PreviewApp(preview)
    app.run()
    return app.return_code or 0
