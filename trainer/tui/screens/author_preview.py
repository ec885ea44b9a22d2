"""The preview as it stands in the author view: with a way back, and one to the editor."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from trainer.authoring.preview import Preview
from trainer.authoring.watching import Watch
from trainer.tui.screens.preview import PreviewScreen
from trainer.tui.suspending import edit_or_choose


class AuthorPreviewScreen(PreviewScreen):
    """Left, it stays as it was until the author view is closed."""

    CSS_PATH = ["call.tcss", "preview.tcss"]  # noqa: RUF012 - Textual's own way to name two
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+o", "edit", "Edit", priority=True),
        Binding("escape", "settle", "Back"),
    ]
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        *PreviewScreen.KEYS[:-1],
        ("ctrl+o", "open the file in your editor"),
        ("Esc", "to the composer; from there back to your scenarios"),
    )

    def __init__(self, preview: Preview, *, writable: bool) -> None:
        super().__init__(preview, Watch(preview.file))
        self._writable = writable

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self._writable if action == "edit" else super().check_action(action, parameters)

    def _leave(self) -> None:
        self.dismiss()

    def action_edit(self) -> None:
        edit_or_choose(self.app, self._preview.file, after=self._say_note)
