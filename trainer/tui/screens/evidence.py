"""The evidence behind the scores: every point with its words, and the pages of transcript and ledger."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import DataTable, Footer, Static

from trainer import deskwork
from trainer.text import safe_line
from trainer.tui.screens.page import PageScreen
from trainer.tui.widgets.transcript import turn_content
from trainer.words import nth

if TYPE_CHECKING:
    from scoring.scores import Dimension, Evidence
    from trainer.tui.app import CoolheadApp
    from trainer.tui.backstage import Judged
    from trainer.tui.live import LiveCall

SCORE, POINTS = 10, 6
"""Columns of the score and the points; words and effect share what is left, so that nothing has to be scrolled sideways."""
BESIDE = 12
"""Columns lost to margins, the gaps between the four columns and the scroll bar."""
LINES = 2
"""Lines of a row: two, because a sentence cut at one can seldom be told from its neighbour."""


def shares(width: int) -> tuple[int, int]:
    """Widths of the words and of what they did on a screen so wide."""
    left = max(24, width - SCORE - POINTS - BESIDE)
    return left * 2 // 5, left - left * 2 // 5


class EvidenceScreen(Screen[None]):
    """A table above, the chosen point's turn below with its words marked."""

    CSS_PATH = "evidence.tcss"
    AUTO_FOCUS = "#table"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,e", "dismiss", "Back")]
    KEYS = (("Up, Down", "go through the points; the words are marked below"), ("q", "back to the debrief"))
    app: CoolheadApp

    def __init__(self, live: LiveCall, judged: Judged) -> None:
        super().__init__()
        self._live, self._titles = live, judged.titles
        self._rows = [(dimension, item) for dimension in judged.titles for item in judged.card.scores[dimension].evidence]

    def compose(self) -> ComposeResult:
        yield Static("Evidence: the words behind every point", classes="page-head", markup=False)
        yield DataTable(id="table", cursor_type="row", zebra_stripes=True)
        with VerticalScroll(id="where", can_focus=False):
            yield Static("", id="words", markup=False)
        yield Footer()

    def on_resize(self, event: events.Resize) -> None:
        self._fill(*shares(event.size.width))

    def _fill(self, said: int, did: int) -> None:
        table = self.query_one("#table", DataTable)
        at = table.cursor_row
        table.clear(columns=True)
        for label, width in (("Score", SCORE), ("Points", POINTS), ("Words", said), ("What it did", did)):
            table.add_column(label, width=width)
        for dimension, item in self._rows:
            table.add_row(*(Text(cell) for cell in self._cells(dimension, item, said, did)), height=LINES)
        table.move_cursor(row=at)
        if not self._rows:
            self.query_one("#words", Static).update(Content("There is no evidence: nothing in this call earned or lost a point."))

    def _cells(self, dimension: Dimension, item: Evidence, said: int, did: int) -> tuple[str, ...]:
        words = safe_line(deskwork.words_at(self._live.events, item.turn)[item.start : item.end]) or "(nothing said)"
        score = f"{self._titles[dimension]}\n{self._whose(item.turn, short=True)}"
        return score, points_word(item.points), _lines(words, said), _lines(safe_line(item.says), did)

    def on_data_table_row_highlighted(self, event: DataTable.RowHighlighted) -> None:
        if not 0 <= event.cursor_row < len(self._rows):
            return
        dimension, item = self._rows[event.cursor_row]
        text = deskwork.words_at(self._live.events, item.turn)
        earned = points_word(item.points) if item.points else "nothing earned"
        head = f"{self._titles[dimension]}, {earned}: {safe_line(item.says)}"
        turn = turn_content(f"Turn {item.turn}, {self._whose(item.turn)}, by the rule {item.rule}", text, ((item.start, item.end),))
        self.query_one("#words", Static).update(Content.assemble((head, "bold $primary"), "\n\n", turn))

    def _whose(self, turn: int, *, short: bool = False) -> str:
        """Whose words stand in a turn: evidence may point at the customer's turn that went unanswered."""
        kind = next((e.kind for e in self._live.events if e.turn == turn and e.kind in ("said", "acted", "replied")), "")
        if kind == "said" and short:
            return f"reply {max(1, deskwork.reply_number(self._live.events, turn))}"
        if kind == "said":
            return f"your {nth(max(1, deskwork.reply_number(self._live.events, turn)))} reply"
        return "the desk" if kind == "acted" else safe_line(self._live.customer.split()[0] if short else self._live.customer, SCORE if short else 40)


def _lines(words: str, width: int) -> str:
    """Words broken to a cell; an ellipsis tells what a row has no room for."""
    return "\n".join(wrap(words, width, max_lines=LINES, placeholder=" …"))


def points_word(points: float) -> str:
    """``+4``, ``-10``, ``0``; halves are kept."""
    return "0" if not points else f"{points:+.0f}" if float(points).is_integer() else f"{points:+.1f}"


def transcript_page(live: LiveCall) -> PageScreen:
    """Everything that was said and done."""
    parts: list[Content] = []
    name = safe_line(live.customer, 40)
    for event in live.events:
        if event.kind == "said":
            parts.append(turn_content(f"{event.turn}  You", event.text))
        elif event.kind == "replied":
            parts.append(turn_content(f"{event.turn}  {name}", event.text))
        elif event.kind == "acted":
            parts.append(turn_content(f"{event.turn}  Desk, {'done' if event.ok else 'refused'}", deskwork.acted_line(event)))
    return PageScreen("Transcript", Content("\n\n").join(parts))
