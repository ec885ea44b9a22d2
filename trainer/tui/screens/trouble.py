"""What is shown when something goes wrong: a sentence for a fault in content or set-up, an apology and a file for a bug."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, Self

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from trainer.text import safe_text


class TroubleScreen(ModalScreen[None]):
    """A few sentences, and any of three keys to go back."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,escape,q", "dismiss", "Back")]

    def __init__(self, sentence: str, head: str = "That did not work") -> None:
        super().__init__()
        self._sentence, self._head = sentence, head

    @classmethod
    def of_bug(cls, report: Path | None) -> Self:
        """The apology for a fault of ours."""
        where = "No report could be saved: nothing can be written here."
        if report:
            where = f"A report was saved in\n{report}\nPlease send it to whoever looks after Coolhead for you."
        return cls(f"Something in Coolhead went wrong; it was not you.\nWhat was said so far is kept.\n\n{where}", "Sorry, that is our fault")

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog"):
            yield Static(self._head, classes="dialog-head", markup=False)
            yield Static(safe_text(self._sentence), markup=False)
            yield Static("Enter or Esc: back", classes="dialog-keys", markup=False)


def said_plainly(error: BaseException) -> str:
    """The sentence of a fault in content or set-up; empty for a bug."""
    problems = getattr(error, "problems", None)
    if problems:
        return "\n".join(str(problem) for problem in problems)
    if hasattr(error, "sentence"):
        return str(error)
    if isinstance(error, LookupError) and type(error) is not KeyError and type(error) is not IndexError:
        return str(error.args[0]) if error.args else str(error)
    return ""
