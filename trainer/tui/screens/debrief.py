"""The debrief: the mood curve, at most three points, then four scores and never a total."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from trainer import deskwork
from trainer.places import bar_numbers, own_place
from trainer.text import safe_line, safe_text
from trainer.tui.chart import HEIGHT, mood_chart
from trainer.tui.screens.opinion import OpinionScreen, opinion_commands, wanted
from trainer.tui.screens.overrule import overrule_commands, overruled
from trainer.tui.widgets.footer import Footer
from trainer.word_given import Group, accounts_of, summary
from trainer.words import FORM_WORDS, meter, point_word, rests_on

if TYPE_CHECKING:
    from scoring.scores import Dimension, Evidence, Point, Score, Sureness
    from trainer.opinion.asking import Opinion
    from trainer.tui.app import CoolheadApp
    from trainer.tui.backstage import Judged
    from trainer.tui.live import LiveCall

POINTS = "What your sentences did. Tab goes from one to the next: w to word it anew, d to disagree, e for the evidence. F7 says what the terms mean."

NO_POINT = "Press Tab to go to a point first. In the evidence (e) you can disagree with any line."
NOTICE = 5
"""Seconds for which that stands; keys that ask for it again meanwhile stack nothing."""

QUOTED = 500
"""Characters of a reply quoted in a point."""

ROOMY = 96
"""Columns from which the footer holds one key more without moving together."""

Part = str | Content | tuple[str, str]


class MoodCurve(Static):
    """The chart, drawn again for every width."""

    def __init__(self, anger: list[float], replies: list[int]) -> None:
        super().__init__(id="curve", markup=False)
        self._anger, self._replies = anger, replies
        self.styles.height = HEIGHT + 2 if anger else 0  # bars, axis and numbers; fixed, so that drawing never changes the layout

    def on_resize(self, event: events.Resize) -> None:
        self.update(Content("\n".join(mood_chart(self._anger, event.size.width, replies=self._replies))))


class PointBlock(Static, can_focus=True):
    """One point. The keys of the screen mean the one that has the focus."""

    def __init__(self, point: Point) -> None:
        super().__init__(classes="point", markup=False)
        self.point = point


class ScoreLine(Static, can_focus=True):
    """One score; Enter on it opens its evidence."""

    def __init__(self, dimension: Dimension, content: Content) -> None:
        super().__init__(content, classes="score", markup=False)
        self.dimension = dimension


class DebriefScreen(Screen[None]):
    """What the sentences did to the customer; the evidence one key away."""

    CSS_PATH = "debrief.tcss"
    AUTO_FOCUS = "#debrief"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e,enter", "evidence", "Evidence", key_display="e"),
        Binding("w", "word_anew", "Word it anew", show=False),  # the line above the points tells of it, and the footer has no room
        Binding("d", "disagree", "Disagree", show=False),
        Binding("t", "transcript", "Transcript", show=False),
        Binding("l", "ledger", "Ledger", show=False),
        Binding("r", "rewind", "Rewind"),
        Binding("o", "other_side", "Other side"),
        Binding("a", "again", "Again"),
        Binding("s", "second_opinion", "Opinion"),
        Binding("n", "second_part", "Second part", show=False),
        Binding("escape,q", "home", "Back"),
    ]
    KEYS = (
        ("Tab", "from point to point, then from score to score"),
        ("e or Enter", "the evidence of that point or score: the words, what they did, and the rule"),
        ("w", "word that reply anew, and see what the customer would have said. Nothing of it counts"),
        ("d", "say that you disagree with a point, and why; kept with this call"),
        ("l", "what you promised and claimed, and what became of it"),
        ("t", "the whole transcript"),
        ("r", "take one of your turns again, and see both ways the call could go"),
        ("o", "your own replies, read from the customer's side"),
        ("a", "the same call again, from the briefing; Esc there comes back here"),
        ("s", "a second opinion by a language model, where the settings ask for one. It is no part of your score"),
        ("n", "the second part, where there is one: it opens on what you promised"),
        ("Esc", "back to where you began the call"),
    )
    app: CoolheadApp

    def __init__(self, live: LiveCall, judged: Judged) -> None:
        super().__init__()
        self.live, self._judged = live, judged
        self._opinion: Opinion | None = None
        self._told = False

    @property
    def judged(self) -> Judged:
        return self._judged

    def compose(self) -> ComposeResult:
        played = self.live.events
        yield Static(f"Debrief: {safe_line(self.live.scenario.title)}", classes="page-head", markup=False)
        with VerticalScroll(id="debrief"):
            if self.live.unsaved:
                yield Static(f"This call was not saved: {safe_text(self.live.unsaved)}", classes="unsaved", markup=False)
            yield Static(f"{safe_line(self.live.customer)}'s anger, reply by reply", classes="part-head", markup=False)
            yield MoodCurve([mood.anger for _, mood in deskwork.moods(played)], bar_numbers(played))
            yield Static(Content("\n".join((deskwork.mood_story(played), *self._turned()))), markup=False)
            if self._judged.debrief.points:
                yield Static(POINTS, id="points", markup=False)
            for point in self._judged.debrief.points:
                yield PointBlock(point)
            yield Static(Content.assemble(("Four scores, on purpose without a total", "bold $primary")), id="scores", markup=False)
            if self._judged.coached:
                yield Static(self._judged.coached, classes="coached", markup=False)
            for dimension, title in self._judged.titles.items():
                sure = self._judged.debrief.sureness.get(dimension)
                own = self.live.rating.get(dimension)
                yield ScoreLine(dimension, Content.assemble(*_score(title, self._judged.card.scores[dimension], own, sure, dimension)))
                yield Static(id=f"overruled-{dimension}", markup=False)
            yield Static(Content("\n".join(self._notes())), id="notes", markup=False)
            for follows in self._judged.second_parts[:1]:
                yield Static(f"There is a second part: {safe_line(follows.title)}. It opens on what you promised; n begins it.", id="second", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        self._tell_points()
        self._tell_overruled()

    def on_screen_resume(self) -> None:
        self._tell_points()  # a disagreement may have come, or gone, on another screen
        self.settings_changed()

    def settings_changed(self) -> None:
        """Hold to the settings as they stand now."""
        self.query_one(Footer).compact = wanted() and self.app.size.width < ROOMY
        self.refresh_bindings()

    def on_resize(self) -> None:
        self.settings_changed()

    def _tell_points(self) -> None:
        for block in self.query(PointBlock):
            point = block.point
            block.update(_point(point, own_place(self.live.events, point.turn), self._customer, self._objection(point.row)))

    def _tell_overruled(self) -> None:
        for dimension in self._judged.titles:
            line, words = self.query_one(f"#overruled-{dimension}", Static), overruled(self._judged, dimension)
            line.display = bool(words)
            line.update(Content.assemble(*words).rstrip())

    @property
    def _customer(self) -> str:
        from scenarios.names import short_name

        return safe_line(short_name(self.live.customer), 40)

    def _objection(self, row: Evidence) -> str:
        from trainer.disagreeing import reason_for

        return reason_for(self.live.disagreements, row)

    def _turned(self) -> list[str]:
        from trainer.own_view import turning_lines

        return turning_lines(self.live.rating, self._judged.debrief, self.live.events, self.live.scenario)

    def _notes(self) -> Iterator[str]:
        """What the figures do not say: promises, and how far the scores can be trusted."""
        if ledger := self._ledger():
            yield f"Promises and claims: {summary(ledger)} l opens the ledger."
        if self._judged.scored_before:
            yield safe_text(self._judged.scored_before)
        yield from (safe_text(line) for line in self._judged.debrief.uncertain)

    def _ledger(self) -> tuple[Group, ...]:
        """What was promised and claimed; in a second part, what was carried over stands first."""
        return (*self._judged.before, *accounts_of(self._judged.card.ledger, self.live.events, self._customer))

    @property
    def _meant(self) -> Point | None:
        """The point the focus stands on, else the costliest, else the first."""
        if isinstance(self.focused, PointBlock):
            return self.focused.point
        points = self._judged.debrief.points
        return next((p for p in points if p.kind == "costliest"), points[0] if points else None)

    def action_evidence(self) -> None:
        from trainer.tui.screens.evidence import EvidenceScreen

        at = self.focused.point.row if isinstance(self.focused, PointBlock) else self.focused.dimension if isinstance(self.focused, ScoreLine) else None
        self.app.push_screen(EvidenceScreen(self.live, self._judged, at))

    def action_word_anew(self) -> None:
        from trainer.tui.screens.retype import RetypeScreen

        if point := self._meant:
            self._stand_on(point)
            self.app.push_screen(RetypeScreen(self.live, point.turn, self._judged.rules.get(point.rule, "")))

    def _stand_on(self, point: Point) -> None:
        """The focus goes to the point that is meant, so that the next key means the same one."""
        if not isinstance(self.focused, PointBlock):
            self.set_focus(next(block for block in self.query(PointBlock) if block.point is point))

    def action_disagree(self) -> None:
        from trainer.tui.screens.disagree import ask_why

        if isinstance(self.focused, PointBlock):
            ask_why(self.app, self.live, self._judged, self.focused.point.row, then=self._tell_points)
        elif not self._told:
            self._told = True
            self.notify(NO_POINT, timeout=NOTICE)
            self.set_timer(NOTICE, self._forget_told)

    def _forget_told(self) -> None:
        self._told = False

    def action_ledger(self) -> None:
        from trainer.tui.screens.ledger import LedgerScreen

        self.app.push_screen(LedgerScreen(self.live, self._ledger()))

    def action_transcript(self) -> None:
        from trainer.tui.screens.transcript import transcript_page

        self.app.push_page(transcript_page(self.live))

    def action_rewind(self) -> None:
        from trainer.tui.screens.turns import TurnsScreen

        self.app.push_screen(TurnsScreen(self.live, self._meant.turn if self._meant else None))

    def action_other_side(self) -> None:
        from trainer.roleswap import swapped
        from trainer.tui.screens.roleswap import RoleSwapScreen

        self.app.push_screen(RoleSwapScreen(self.live, swapped(self.live.scenario, self.live.events)))

    def action_again(self) -> None:
        """The briefing opens over the debrief: one key hit by mistake is taken back by Escape."""
        self.app.errand(self.app.brief(self.live.scenario.scenario, self.live.scenario), "opening the scenario again")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "second_opinion":
            return wanted()
        return bool(self._judged.second_parts) if action == "second_part" else super().check_action(action, parameters)

    def action_second_opinion(self) -> None:
        self.app.push_screen(OpinionScreen(self.live, self._judged, self._opinion), self._remember)

    def _remember(self, opinion: Opinion | None) -> None:
        self._opinion = opinion

    def action_second_part(self) -> None:
        follows = self._judged.second_parts[0]
        self.app.errand(self.app.brief(follows.id), "opening the second part")

    def palette(self) -> Iterable[SystemCommand]:
        """What can be done here beside the keys of the footer."""
        yield from opinion_commands(self)
        yield from overrule_commands(self)

    def show_overruled(self, judged: Judged) -> None:
        """Show the scores again, with what a trainer has made of them."""
        self._judged = judged
        self._tell_overruled()
        self.call_after_refresh(self.query_one("#scores", Static).scroll_visible)

    def action_home(self) -> None:
        """Back to the list; from a further try's debrief to where it was opened, for the first try may be going on there."""
        if self.live.again:
            self.dismiss()
        else:
            self.app.home()


def _point(point: Point, where: str, name: str, objection: str) -> Content:
    """A point: what was said, what it did, what would have served better and how the customer would have answered."""
    parts: list[Part] = [(point_word(point.kind, point.row.points), "bold $primary")]
    parts.append((f"   {where}\n", "$text-muted") if point.words else "\n")
    if point.words:
        parts.append(f"You wrote: “{safe_line(point.words, QUOTED)}”\n")
    if point.effect:
        parts.append(f"{safe_text(point.effect)}\n")
    if point.better:
        parts += [f"{FORM_WORDS[point.form]}: ", (f"“{safe_text(point.better).strip()}”\n", "bold")]
        parts.append(f"{name} would answer: “{safe_line(point.answer, QUOTED)}”\n" if point.answer else "")
        parts.append(f"Played that way: {safe_text(point.eases)}\n" if point.eases else "")
    if point.why:
        parts.append((f"{safe_text(point.why)}\n", "$text-muted"))
    if objection:
        parts.append((f"You disagreed: “{safe_line(objection)}”", "$text-warning"))
    return Content.assemble(*parts).rstrip()


def _score(title: str, score: Score, own: object, sure: Sureness | None, dimension: Dimension) -> list[Part]:
    if score.value is None:
        return [f"{title:<17}", ("not scored", "bold"), f"  {safe_text(score.why_not or '')}"]
    said = f"; you: {own}/5" if own is not None else ""
    return [f"{title:<17}", (f"{score.value:>3.0f}", "bold"), f" {meter(score.value)}", (f" {rests_on(score, dimension, sure)}{said}", "$text-muted")]
