"""The evidence behind the scores: where each starts, every line with its words, its rule and how sure the reader is, the sum."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import DataTable, Static

from trainer import deskwork
from trainer.adding_up import start_words, sum_words, tenths, worth
from trainer.places import kind_at, own_place
from trainer.text import safe_line, safe_text
from trainer.tui.widgets.footer import Footer
from trainer.tui.widgets.transcript import turn_content
from trainer.words import ACT_WORDS, IN_PART, IN_PART_HEAD, IN_PART_MARK

if TYPE_CHECKING:
    from scoring.scores import Dimension, Evidence, Scorecard
    from trainer.tui.app import CoolheadApp
    from trainer.tui.backstage import Judged
    from trainer.tui.live import LiveCall

SCORE, POINTS = 10, 8
"""Columns of the score and the points; words and effect share what is left, so that nothing has to be scrolled sideways."""
BESIDE = 12
"""Columns lost to margins, the gaps between the four columns and the scroll bar."""
LINES = 2
"""Lines of a row: two, because a sentence cut at one can seldom be told from its neighbour."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of the table: a row of evidence, or where a score starts, or what it comes to."""

    dimension: Dimension
    points: str
    says: str
    row: Evidence | None = None
    starts: bool = False


def lines_of(card: Scorecard, dimension: Dimension, title: str) -> list[Line]:
    """A score as it adds up, line by line."""
    score = card.scores[dimension]
    rows = [Line(dimension=dimension, points=worth(row, points), says=row.says, row=row) for row, points in zip(score.evidence, tenths(score), strict=True)]
    start, came = start_words(title, score), sum_words(score)
    first = [Line(dimension=dimension, points=f"{score.base:g}", says=start, starts=True)] if start else []
    last = [Line(dimension=dimension, points=f"= {score.value:g}", says=f"In all: {came}")] if came else []
    return [*first, *rows, *last]


def shares(width: int) -> tuple[int, int]:
    """Widths of the words and of what they did on a screen so wide."""
    left = max(24, width - SCORE - POINTS - BESIDE)
    return left * 2 // 5, left - left * 2 // 5


class EvidenceScreen(Screen[None]):
    """A table above, the chosen point's turn below with its words marked."""

    CSS_PATH = "evidence.tcss"
    AUTO_FOCUS = "#table"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "transcript", "In the transcript"),
        Binding("w", "word_anew", "Word it anew"),
        Binding("d", "disagree", "Disagree"),
        Binding("escape,q,e", "dismiss", "Back"),
    ]
    KEYS = (
        ("Up, Down", "go through the lines; the words are marked below, with the rule"),
        ("t or Enter", "the words in the whole transcript"),
        ("w", "word that reply anew, and see what the customer would have said"),
        ("d", "say that you disagree with the line, and why"),
        ("Esc", "back to the debrief"),
    )
    app: CoolheadApp

    def __init__(self, live: LiveCall, judged: Judged, at: Evidence | Dimension | None = None) -> None:
        super().__init__()
        self._live, self._judged, self._titles = live, judged, judged.titles
        self._lines = [line for dimension, title in judged.titles.items() for line in lines_of(judged.card, dimension, title)]
        self._at = next((n for n, line in enumerate(self._lines) if at is not None and at in (line.dimension, line.row)), 0)

    def compose(self) -> ComposeResult:
        yield Static("Evidence: the words behind every point", classes="page-head", markup=False)
        if any(line.row and self._in_part(line.row) for line in self._lines):
            yield Static(IN_PART_HEAD, id="in-part", markup=False)
        yield DataTable(id="table", cursor_type="row", zebra_stripes=True)
        with VerticalScroll(id="where", can_focus=False):
            yield Static("", id="words", markup=False)
        yield Footer()

    def on_resize(self, event: events.Resize) -> None:
        self._fill(*shares(event.size.width))

    def _fill(self, said: int, did: int) -> None:
        table = self.query_one("#table", DataTable)
        at = table.cursor_row if table.row_count else self._at
        table.clear(columns=True)
        for label, width in (("Score", SCORE), ("Points", POINTS), ("Words", said), ("What it did", did)):
            table.add_column(label, width=width)
        for line in self._lines:
            table.add_row(*(Text(cell) for cell in self._cells(line, said, did)), height=1 if line.starts else LINES)
        table.move_cursor(row=at)
        if not self._lines:
            self.query_one("#words", Static).update(Content("There is no evidence: nothing in this call earned or lost a point."))

    def _cells(self, line: Line, said: int, did: int) -> tuple[str, ...]:
        from trainer.disagreeing import reason_for

        title, did_words = self._titles[line.dimension], _lines(safe_line(line.says), did)
        if line.row is None:
            return title, line.points, "", did_words
        words = safe_line(deskwork.words_at(self._live.events, line.row.turn)[line.row.start : line.row.end]) or "(nothing said)"
        points, of, most = line.points.partition(" of ")
        below = "≠ you" if reason_for(self._live.disagreements, line.row) else f"{of.lstrip()}{most}"
        points += f" {IN_PART_MARK}" if self._in_part(line.row) else ""
        return f"{title}\n{self._whose(line.row.turn)}", f"{points}\n{below}", _lines(words, said), did_words

    def on_data_table_row_highlighted(self, event: DataTable.RowHighlighted) -> None:
        if not 0 <= event.cursor_row < len(self._lines):
            return
        line = self._lines[event.cursor_row]
        head = f"{self._titles[line.dimension]}, {line.points}: {safe_line(line.says)}" if line.row else safe_line(line.says)
        parts: list[str | Content | tuple[str, str]] = [(head, "bold $primary")]
        if item := line.row:
            where = own_place(self._live.events, item.turn)
            text = deskwork.words_at(self._live.events, item.turn)
            parts += ["\n", self._beside(item), "\n\n", turn_content(f"{where[0].upper()}{where[1:]}", text, ((item.start, item.end),))]
        self.query_one("#words", Static).update(Content.assemble(*parts))
        table = event.data_table  # the pane below has grown or shrunk, and must not hide the line
        self.call_after_refresh(lambda: table.move_cursor(row=table.cursor_row))

    def _beside(self, item: Evidence) -> Content:
        """The rule in the rubric's words, how sure the reader is, and what the trainee says against it."""
        from scoring.sureness import read_as
        from trainer.disagreeing import reason_for

        parts: list[str | tuple[str, str]] = [(f"{safe_text(self._judged.rules.get(item.rule, ''))} ({item.rule})", "$text-muted")]
        if read := read_as(self._live.events, item):
            parts.append((f"\nTaken so: this {ACT_WORDS[read.act.value]}{f'; {IN_PART}' if self._in_part(item) else ''}.", "$text-muted"))
        if objection := reason_for(self._live.disagreements, item):
            parts.append((f"\nYou disagreed: “{safe_line(objection)}”", "$text-warning"))
        return Content.assemble(*parts)

    def _in_part(self, row: Evidence) -> bool:
        from scoring.sureness import in_part

        return in_part(self._live.events, row)

    @property
    def _chosen(self) -> Evidence | None:
        row = self.query_one("#table", DataTable).cursor_row
        return self._lines[row].row if 0 <= row < len(self._lines) else None

    def on_data_table_row_selected(self) -> None:
        self.action_transcript()

    def _line_chosen(self) -> Evidence | None:
        """The row of evidence one stands on; said where the line only begins or adds up a score."""
        if self._lines and not self._chosen:
            self.notify("This line only adds up: go to one with words or a finding of its own, with Up and Down.")
        return self._chosen

    def action_transcript(self) -> None:
        from trainer.tui.screens.transcript import TranscriptScreen

        if item := self._line_chosen():
            self.app.push_screen(TranscriptScreen(self._live, item))

    def action_word_anew(self) -> None:
        from trainer.tui.screens.retype import RetypeScreen

        said = [e.turn for e in self._live.events if e.kind == "said"]
        if item := self._line_chosen():
            # a chance let go points at the customer's turn: what is worded anew is the reply that answered it
            turn = next((t for t in said if t >= item.turn), said[-1])
            self.app.push_screen(RetypeScreen(self._live, turn, self._judged.rules.get(item.rule, "")))

    def action_disagree(self) -> None:
        from trainer.tui.screens.disagree import ask_why

        if item := self._line_chosen():
            ask_why(self.app, self._live, self._judged, item, then=self._refill)

    def _refill(self) -> None:
        if self.is_current:
            self._fill(*shares(self.size.width))

    def _whose(self, turn: int) -> str:
        """Whose words stand in a turn, in a narrow column: evidence may point at the customer's turn that went unanswered."""
        kind = kind_at(self._live.events, turn)
        if kind == "said":
            return f"reply {max(1, deskwork.reply_number(self._live.events, turn))}"
        return "the desk" if kind == "acted" else safe_line(self._live.customer.split()[0], SCORE)


def _lines(words: str, width: int) -> str:
    """Words broken to a cell; an ellipsis tells what a row has no room for."""
    return "\n".join(wrap(words, width, max_lines=LINES, placeholder=" …"))
