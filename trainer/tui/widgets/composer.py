"""The composer: where replies and commands are typed. Enter sends, ctrl+j breaks the line, Tab or a choice completes a command."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea

from trainer.text import safe_text


@dataclass(frozen=True)
class Suggestion:
    """A command that can be completed: how to type it and what it does."""

    command: str
    what: str

    @property
    def name(self) -> str:
        return self.command.split()[0]


class Composer(TextArea):
    """A text area that grows with what is written and never takes markup or control characters."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+j,shift+enter,alt+enter", "newline", "New line", show=False),
    ]

    class Sent(Message):
        """The trainee pressed Enter on these words."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Suggesting(Message):
        """The commands that fit what is typed, and which of them the arrows stand on; empty when none is being typed."""

        def __init__(self, matches: Sequence[Suggestion], chosen: int | None = None) -> None:
            super().__init__()
            self.matches, self.chosen = matches, chosen

    class Paged(Message):
        """Page up or down was pressed: the transcript should scroll, the caret should not."""

        def __init__(self, pages: int) -> None:
            super().__init__()
            self.pages = pages

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id, soft_wrap=True, compact=True, highlight_cursor_line=False, placeholder="Type your reply; / for an action at the desk")
        for taken in ("f6", "f7"):  # these are keys of the screens, and stand in their order at the foot
            self._bindings.key_to_bindings.pop(taken, None)
        self.commands: Sequence[Suggestion] = ()
        self._sent: list[str] = []
        self._at = 0
        self._draft = ""
        self._chosen: int | None = None

    @property
    def matches(self) -> list[Suggestion]:
        """Commands that begin as the text does, while only the command is being typed."""
        text = self.text
        if not text.startswith("/") or "\n" in text:
            return []
        name, _, rest = text.partition(" ")
        if rest or text.endswith(" "):
            return [s for s in self.commands if s.name == name]
        return [s for s in self.commands if s.name.startswith(name)]

    def remember(self, text: str) -> None:
        """Add words to what was sent before, for Up to bring back."""
        self._sent.append(text)
        self._at = len(self._sent)

    def put(self, text: str) -> None:
        """Replace what is written, caret at the end. Undo (ctrl+z) brings back what stood there."""
        if not self.text:
            self.load_text(text)
        else:
            self.history.checkpoint()
            self.replace(text, self.document.start, self.document.end, maintain_selection_offset=False)
        self.move_cursor(self.document.end)

    def take_back(self, text: str) -> None:
        """Put words back that were not sent after all, before whatever was typed meanwhile."""
        if self._sent and self._sent[-1] == text:
            self._sent.pop()
        self._at = len(self._sent)
        self.put(text + self.text)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            if not ((self._chosen is not None or self._begun) and self._complete()):
                self.send()
        elif event.key == "tab" and self._complete():
            event.stop()
            event.prevent_default()
        else:
            await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = safe_text(event.text)  # Textual goes on to the text area's own handler, which inserts it

    def send(self) -> None:
        """Hand on what is written and begin anew."""
        text = self.text
        if text.strip():
            self._sent.append(text)
        self._at, self._draft = len(self._sent), ""
        self.load_text("")  # what was sent cannot be undone
        self.post_message(self.Sent(text))

    @property
    def _begun(self) -> bool:
        """Whether what stands there is the beginning of one command and no other: Enter then ends the word, and does nothing yet."""
        return len(self.text) > 1 and " " not in self.text and [s.name != self.text for s in self.matches] == [True]

    def _complete(self) -> bool:
        found = self.matches
        if not found or " " in self.text:
            return False
        if self._chosen is not None:
            found = found[self._chosen : self._chosen + 1] or found
        shared = found[0].name if len(found) == 1 else _common_start([s.name for s in found])
        if len(found) > 1 and shared == self.text:
            shared = found[0].name
        self.put(f"{shared} " if any(s.name == shared for s in found) else shared)
        return True

    def on_text_area_changed(self) -> None:
        self._chosen = None
        self.post_message(self.Suggesting(self.matches))

    def _choose(self, step: int) -> bool:
        """Go through the commands on offer, round and round. False where none is being chosen, so that the arrows mean something else."""
        found = self.matches
        if len(found) < 2 or (self._chosen is None and step < 0):  # up, before anything is chosen, is still for what was sent before
            return False
        self._chosen = 0 if self._chosen is None else (self._chosen + step) % len(found)
        self.post_message(self.Suggesting(found, self._chosen))
        return True

    def action_newline(self) -> None:
        self.insert("\n")

    def action_cursor_up(self, select: bool = False) -> None:
        if not select and self._choose(-1):
            return
        if select or self.cursor_location[0] or not self._recall(-1):
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        if not select and self._choose(1):
            return
        if select or self.cursor_location[0] < self.document.line_count - 1 or not self._recall(1):
            super().action_cursor_down(select)

    def action_cursor_page_up(self) -> None:
        self.post_message(self.Paged(-1))

    def action_cursor_page_down(self) -> None:
        self.post_message(self.Paged(1))

    def _recall(self, step: int) -> bool:
        """Show what was sent before, or after; the unsent draft waits at the end. False where there is nothing further."""
        to = self._at + step
        if not 0 <= to <= len(self._sent):
            return False
        if self._at == len(self._sent):
            self._draft = self.text
        self._at = to
        self.put(self._draft if to == len(self._sent) else self._sent[to])
        return True


def _common_start(names: Sequence[str]) -> str:
    first, last = min(names), max(names)
    return next((first[:n] for n, char in enumerate(first) if n >= len(last) or char != last[n]), first)
