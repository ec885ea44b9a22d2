"""Pages to read: help, the rubric, the ledger, the transcript. One screen, scrolled by the usual keys, left by Esc."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from trainer.text import safe_text
from trainer.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from trainer.room.telling import Section
    from trainer.tui.app import CoolheadApp


class PageScreen(Screen[None]):
    """A heading and something to read."""

    CSS_PATH = "page.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,enter", "dismiss", "Back")]

    def __init__(self, heading: str, body: Content) -> None:
        super().__init__()
        self.title = heading
        self._body = body

    def compose(self) -> ComposeResult:
        yield Static(self.title or "", classes="page-head", markup=False)
        with VerticalScroll(id="page"):
            yield Static(self._body, id="page-body", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        self.query_one("#page").focus()


def content_of(sections: Iterable[Section]) -> Content:
    """Sections under their headings, as something to read."""
    parts: list[str | tuple[str, str]] = []
    for section in sections:
        parts += [(f"{section.title}\n", "bold $primary"), *(f"{line}\n" for line in section.lines), "\n"]
    return Content.assemble(*parts)


HELP_EVERYWHERE = (
    ("F1", "this page"),
    ("F5", "what is scored, open at any time"),
    ("F7", "what the terms on the screen mean, a short sentence each"),
    ("ctrl+p", "the palette: everything that can be done here, by name"),
    ("ctrl+t", "light or dark"),
    ("Tab, shift+Tab", "move between the parts of the screen"),
    ("Esc", "back; q too, where no text is typed"),
)


def help_page(screen: Screen[Any], quitting: str) -> PageScreen:
    """The keys of the screen one stands on, then those that work everywhere."""
    here: tuple[tuple[str, str], ...] = getattr(screen, "KEYS", ())
    parts: list[Content | str | tuple[str, str]] = []
    for head, rows in (("Here", here), ("Everywhere", (*HELP_EVERYWHERE, ("ctrl+q", quitting)))):
        if rows:
            parts.append((f"{head}\n", "bold $primary"))
            for keys, what in rows:
                first, *rest = wrap(what, 54)
                parts += [(f"  {keys:<17}", "bold"), f" {first}\n", *(f"{'':<20}{line}\n" for line in rest)]
            parts.append("\n")
    return PageScreen("Keys and help", Content.assemble(*parts))


async def rubric_page(app: CoolheadApp) -> PageScreen:
    """The rubric in its own words."""
    described: object = await app.fetch(lambda b: b.rubric())
    text = described if isinstance(described, str) else "\n".join(str(line) for line in described) if isinstance(described, list | tuple) else str(described)
    return PageScreen("What is scored", Content(safe_text(text)))
