"""Both futures of a call side by side: the four scores, what was said, the customer's anger, and the points that changed.

Two columns where there is room, one below the other where there is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from scenarios.names import short_name
from trainer import deskwork
from trainer.futures import Future, Futures, angers, change_words, figure, futures_of, outcome_words, points_word, uneven, whose, why_not, words_of
from trainer.overrules import notes_on
from trainer.places import bar_numbers
from trainer.text import safe_line, safe_text
from trainer.tries import COUNTS, try_name, turn_words
from trainer.tui.chart import mood_chart
from trainer.tui.widgets.footer import Footer
from trainer.tui.widgets.transcript import turn_content
from trainer.words import meter

if TYPE_CHECKING:
    from scenarios.transcript import Event
    from scoring.scores import Evidence
    from trainer.tui.app import CoolheadApp
    from trainer.tui.backstage import Judged
    from trainer.tui.live import LiveCall

HEIGHT = 6
"""Rows of a mood curve: two of them stand on one small screen."""
CELL = 18
"""Columns of a score and its meter."""
QUOTED = 120
"""Characters of the words a point was found in."""

Part = str | Content | tuple[str, str]


class Curve(Static):
    """The anger of one future, on the scale of both."""

    def __init__(self, anger: list[float], replies: list[int], turns: int) -> None:
        super().__init__(classes="curve", markup=False)
        self._anger, self._replies, self._turns = anger, replies, turns
        self.styles.height = HEIGHT + 2 if anger else 0

    def on_resize(self, event: events.Resize) -> None:
        self.update(Content("\n".join(mood_chart(self._anger, event.size.width, HEIGHT, turns=self._turns, replies=self._replies))))


class ComparisonScreen(Screen[None]):
    """What it was, and what it became."""

    CSS_PATH = "comparison.tcss"
    AUTO_FOCUS = "#both"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "rewind", "Rewind it"),
        Binding("g", "go_on", "Go on with it"),
        Binding("d", "debrief", "Its debrief"),
        Binding("escape,q", "back", "Back"),
    ]
    KEYS = (
        ("r", "take a turn of this try again"),
        ("g", "go on with this try, where it has not ended"),
        ("d", "the debrief of this try"),
        ("Esc", "back to the first try: to its debrief, or on with the call"),
    )
    app: CoolheadApp

    def __init__(self, live: LiveCall, judged: Judged, futures: Futures) -> None:
        super().__init__()
        self.live, self._judged, self._futures = live, judged, futures

    def compose(self) -> ComposeResult:
        futures, again = self._futures, self.live.again
        names = f"{try_name(again.number).capitalize()} beside the first try" if again else ""
        yield Static(f"{names}, from {turn_words(futures.before.events, futures.turn)} on", classes="page-head", markup=False)
        with VerticalScroll(id="both"):
            if self.live.unsaved:
                yield Static(f"This try was not saved: {safe_text(self.live.unsaved)}", classes="unsaved", markup=False)
            yield Static(self._scores(), markup=False)
            exchanges = [futures.exchange(future) for future in futures.both]
            yield _head("That turn")
            yield self._pair(*(Static(self._said(future, said), classes="side", markup=False) for future, said in zip(futures.both, exchanges, strict=True)))
            rest = [futures.went_on(future)[len(said) :] for future, said in zip(futures.both, exchanges, strict=True)]
            if any(rest):
                yield _head("How it went on")
                yield self._pair(*(Static(self._said(future, said), classes="side", markup=False) for future, said in zip(futures.both, rest, strict=True)))
            yield _head(f"{safe_line(self.live.customer, 40)}'s anger, reply by reply")
            turns = max(len(angers(future)) for future in futures.both)
            yield self._pair(
                *(Container(_name(future), Curve(angers(future), bar_numbers(future.events), turns), _story(future), classes="side") for future in futures.both)
            )
            yield _head("Points that changed")
            yield from self._points()
        yield Footer()

    @staticmethod
    def _pair(before: Static | Container, after: Static | Container) -> Container:
        return Container(before, after, classes="pair")

    def _scores(self) -> Content:
        before, after = self._futures.both
        parts: list[Part] = []
        for future in (before, after):
            parts += [(f"{future.head}: ", "bold"), f"{safe_line(outcome_words(self._futures, future))}\n"]
        parts += [(f"\n{'':<19}{before.head:<{CELL}}{after.head}\n", "bold $primary")]
        for change in self._futures.changes:
            by = change_words(change)
            parts.append(f"  {self._judged.titles[change.dimension]:<17}{_cell(change.before)}{_cell(change.after)}")
            parts.append((f"{by}\n", "bold" if change.by else "$text-muted"))
        for future in self._futures.both:
            for dimension, score in future.card.scores.items():
                if why := why_not(future, score):
                    parts.append((f"  {future.head}, {self._judged.titles[dimension].lower()}: {safe_text(why)}\n", "$text-muted"))
            parts += [f"  {future.head}: {note}\n" for note in future.notes]
        if caution := uneven(self._futures):
            parts.append((f"  {caution}\n", "$text-warning"))
        return Content.assemble(*parts, (f"  {COUNTS}", "$text-muted"))

    def _said(self, future: Future, said: Sequence[Event]) -> Content:
        """A stretch of one of them, with how it ended where that stands in it."""
        name = short_name(safe_line(self.live.customer, 40) or "The customer")
        turns: list[Content] = [Content.styled(future.head, "bold $primary")]
        for event in said:
            if event.kind == "said":
                turns.append(turn_content("You", event.text))
            elif event.kind == "replied":
                turns.append(turn_content(name, event.text))
            elif event.kind == "acted":
                turns.append(turn_content(f"Desk, {'done' if event.ok else 'refused'}", deskwork.acted_line(event)))
            elif event.kind == "ended":
                turns.append(Content.styled(safe_line(outcome_words(self._futures, future)), "italic"))
            elif event.kind == "verdict" and event.text:
                turns.append(turn_content(f"{name} afterwards", event.text))
        if not said:
            turns.append(Content.styled("It stands open here.", "italic"))
        return Content("\n\n").join(turns)

    def _points(self) -> Iterator[Static | Container]:
        changed = [change for change in self._futures.changes if change.gone or change.new or change.weighs]
        before, after = self._futures.both
        for change in changed:
            title = self._judged.titles[change.dimension]
            yield Static(Content.styled(title, "bold"), classes="dimension", markup=False)
            gone, new = (self._rows(future, rows) for future, rows in ((before, change.gone), (after, change.new)))
            if change.gone or change.new:
                yield self._pair(*(Static(side, classes="side", markup=False) for side in (gone, new)))
            for first, second in change.weighs:
                both = f"In both: {safe_text(first.says)} {points_word(first.points)} before, {points_word(second.points)} now."
                yield Static(both, classes="weighs", markup=False)
        if not changed:
            yield Static("Every point is the same in both.", markup=False)

    def _rows(self, future: Future, rows: tuple[Evidence, ...]) -> Content:
        parts: list[Part] = [(f"Only in the {future.head.lower()}\n", "$text-muted")]
        for row in rows:
            words = safe_line(words_of(future, row), QUOTED)
            parts += [(f"{points_word(row.points):>5} ", "bold"), f"{safe_text(row.says)}\n"]
            if words:
                parts.append((f"      {safe_line(whose(self._futures, future, row), 30)}: “{words}”\n", "$text-muted"))
        return Content.assemble(*parts) if rows else Content.styled(f"Only in the {future.head.lower()}: nothing", "$text-muted")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return not self.live.over if action == "go_on" else super().check_action(action, parameters)

    def action_rewind(self) -> None:
        from trainer.tui.screens.turns import TurnsScreen

        self.app.push_screen(TurnsScreen(self.live))

    def action_back(self) -> None:
        from trainer.tui.screens.further import leave_tries

        leave_tries(self.app)

    def action_go_on(self) -> None:
        from trainer.tui.screens.further import FurtherTryScreen

        self.app.switch_screen(FurtherTryScreen(self.live, self.live.events))

    def action_debrief(self) -> None:
        from trainer.tui.screens.debrief import DebriefScreen

        self.app.push_screen(DebriefScreen(self.live, self._judged))


async def comparison_of(live: LiveCall) -> ComparisonScreen:
    """A further try beside the first, which counts, both judged now and by the same rubric."""
    assert live.again is not None, "only a further try is compared"
    again = live.again.beside_first
    after = await live.judge()
    before = await live.thread.do(lambda: live.backstage.judge(again.other, live.scenario))
    notes = (notes_on(before.overrules, before.card, before.scored_before), notes_on(after.overrules, after.card, after.scored_before))
    return ComparisonScreen(live, after, futures_of(again, live.scenario, live.transcript, before=before.card, after=after.card, notes=notes))


def _head(words: str) -> Static:
    return Static(words, classes="part-head", markup=False)


def _name(future: Future) -> Static:
    return Static(Content.styled(future.head, "bold"), markup=False)


def _story(future: Future) -> Static:
    return Static(deskwork.mood_story(future.events), markup=False)


def _cell(value: float | None) -> str:
    return f"{figure(value) if value is None else f'{figure(value):>3}  {meter(value)}':<{CELL}}"
