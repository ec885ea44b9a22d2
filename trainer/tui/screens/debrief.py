"""The debrief: the mood curve, at most three points, then four scores and never a total."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Static

from trainer import deskwork
from trainer.text import safe_line, safe_text
from trainer.tui.chart import HEIGHT, mood_chart
from trainer.words import FATE_WORDS, POINT_WORDS, count, meter, nth

if TYPE_CHECKING:
    from scoring.scores import Point, Score
    from trainer.tui.app import CoolheadApp
    from trainer.tui.backstage import Judged
    from trainer.tui.live import LiveCall

QUOTED = 500
"""Characters of a reply quoted in a point."""

Part = str | Content | tuple[str, str]


class MoodCurve(Static):
    """The chart, drawn again for every width."""

    def __init__(self, anger: list[float]) -> None:
        super().__init__(id="curve", markup=False)
        self._anger = anger
        self.styles.height = HEIGHT + 2 if anger else 0  # bars, axis and numbers; fixed, so that drawing never changes the layout

    def on_resize(self, event: events.Resize) -> None:
        self.update(Content("\n".join(mood_chart(self._anger, event.size.width))))


class DebriefScreen(Screen[None]):
    """What the sentences did to the customer; the evidence one key away."""

    CSS_PATH = "debrief.tcss"
    AUTO_FOCUS = "#debrief"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "evidence", "Evidence"),
        Binding("l", "ledger", "Ledger"),
        Binding("t", "transcript", "Transcript"),
        Binding("o", "other_side", "Other side"),
        Binding("a", "again", "Again"),
        Binding("n", "second_part", "Second part"),
        Binding("q,escape", "home", "Back"),
    ]
    KEYS = (
        ("e", "every point, with the words that earned or lost it"),
        ("l", "what you promised and claimed, and what became of it"),
        ("t", "the whole transcript"),
        ("o", "your own replies, read from the customer's side"),
        ("a", "the same call again, from the briefing"),
        ("n", "the second part, where there is one: it opens on what you promised"),
        ("q", "back to the list"),
    )
    app: CoolheadApp

    def __init__(self, live: LiveCall, judged: Judged, rating: dict[str, object] | None = None) -> None:
        super().__init__()
        self.live, self._judged, self._rating = live, judged, rating or {}

    def compose(self) -> ComposeResult:
        played = self.live.events
        yield Static(f"Debrief: {safe_line(self.live.scenario.title)}", classes="page-head", markup=False)
        with VerticalScroll(id="debrief"):
            if self.live.unsaved:
                yield Static(f"This call was not saved: {safe_text(self.live.unsaved)}", classes="unsaved", markup=False)
            yield Static(f"{safe_line(self.live.customer)}'s anger, turn by turn", classes="part-head", markup=False)
            yield MoodCurve([mood.anger for _, mood in deskwork.moods(played)])
            yield Static(deskwork.mood_story(played), markup=False)
            for point in self._judged.debrief.points:
                yield Static(_point(point, deskwork.reply_number(played, point.turn)), classes="point", markup=False)
            yield Static(self._scores(), id="scores", markup=False)
            for follows in self._judged.second_parts[:1]:
                yield Static(f"There is a second part: {safe_line(follows.title)}. It opens on what you promised; n begins it.", id="second", markup=False)
        yield Footer()

    def _scores(self) -> Content:
        card, parts = self._judged.card, list[Part]()
        parts += [(f"{self._judged.coached}\n", "bold")] if self._judged.coached else []
        parts += [("Four scores, on purpose without a total", "bold $primary"), ("   e opens the evidence\n", "$text-muted")]
        for dimension, title in self._judged.titles.items():
            parts.extend(_score(title, card.scores[dimension], self._rating.get(dimension)))
        if "turning_point" in self._rating:
            parts.append(f"\nYou said it turned: “{safe_line(str(self._rating['turning_point']), 400)}”\n")
        if card.ledger:
            fates = Counter(FATE_WORDS[entry.fate] for entry in card.ledger if entry.kind == "promise")
            if fates:
                became = ", ".join(f"{number} {fate}" for fate, number in fates.items())
                parts.append(f"\n{count(fates.total(), 'promise')}: {became}. l opens the ledger.\n")
        why_not = [score.why_not for score in card.scores.values() if score.why_not]
        told = [line for line in self._judged.debrief.uncertain if not any(why in line for why in why_not)]  # a missing score says its reason above
        parts.extend(f"\n{safe_text(line)}" for line in told)
        return Content.assemble(*parts)

    def action_evidence(self) -> None:
        from trainer.tui.screens.evidence import EvidenceScreen

        self.app.push_screen(EvidenceScreen(self.live, self._judged))

    def action_ledger(self) -> None:
        from trainer.tui.screens.ledger import LedgerScreen

        self.app.push_screen(LedgerScreen.of(self.live, self._judged))

    def action_transcript(self) -> None:
        from trainer.tui.screens.evidence import transcript_page

        self.app.push_page(transcript_page(self.live))

    def action_other_side(self) -> None:
        from trainer.roleswap import swapped
        from trainer.tui.screens.roleswap import RoleSwapScreen

        self.app.push_screen(RoleSwapScreen(self.live, swapped(self.live.scenario, self.live.events)))

    def action_again(self) -> None:
        self.app.home()
        self.app.errand(self.app.brief(self.live.scenario.scenario, self.live.scenario), "opening the scenario again")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return bool(self._judged.second_parts) if action == "second_part" else super().check_action(action, parameters)

    def action_second_part(self) -> None:
        follows = self._judged.second_parts[0]
        self.app.home()
        self.app.errand(self.app.brief(follows.id), "opening the second part")

    def action_home(self) -> None:
        self.app.home()


def _point(point: Point, reply: int) -> Content:
    """A point: what was said, what it did, what would have served better."""
    parts: list[Part] = [(POINT_WORDS[point.kind], "bold $primary"), (f"   your {nth(max(1, reply))} reply\n", "$text-muted")]
    if point.words:
        parts.append(f"You wrote: “{safe_line(point.words, QUOTED)}”\n")
    if point.effect:
        parts.append(f"{safe_text(point.effect)}\n")
    if point.better:
        parts += ["You could say: ", (f"“{safe_text(point.better).strip()}”", "bold"), "\n"]
    if point.why:
        parts.append((f"The rule: {safe_text(point.why)}", "$text-muted"))
    return Content.assemble(*parts)


def _score(title: str, score: Score, own: object) -> list[Part]:
    if score.value is None:
        return [f"  {title:<17}", ("not scored", "bold"), f"  {safe_text(score.why_not or '')}\n"]
    said = f"; you said {own} of 5" if own is not None else ""
    return [f"  {title:<17}", (f"{score.value:>3.0f}", "bold"), f"  {meter(score.value)}", (f"  {_basis(score)}{said}\n", "$text-muted")]


def _basis(score: Score) -> str:
    """How much a score rests on. Where the call held no chance to earn, lines may still have cost points."""
    if score.opportunities:
        return f"rests on {count(score.opportunities, 'moment')}"
    cost = sum(1 for item in score.evidence if item.points < 0)
    return f"{count(cost, 'line')} cost points" if cost else "hardly tested"
