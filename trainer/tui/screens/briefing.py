"""The briefing: who you are, who is on the line, what the desk allows, what is scored; then pick up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Checkbox, RadioButton, RadioSet, Static

from trainer import deskwork
from trainer.settings.current import settings
from trainer.text import safe_line, safe_text
from trainer.tui.widgets.choices import Choice, Tick
from trainer.tui.widgets.footer import Footer
from trainer.words import INTENSITIES, INTENSITY_WORDS, USUAL_INTENSITY

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from trainer.tui.app import CoolheadApp

ROUGHEST = INTENSITIES[-1]


class BriefingScreen(Screen[None]):
    """Ten seconds before the call."""

    CSS_PATH = "briefing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "pick_up", show=False, priority=True),  # wherever the focus stands, as the button says
        Binding("i,left", "turn_dial(-1)", "Intensity", key_display="i"),  # whoever presses it once mostly wants it milder
        Binding("right", "turn_dial(1)", show=False),
        Binding("p", "practice", "Practice mode"),
        Binding("pagedown", "page(1)", "Read on"),
        Binding("pageup", "page(-1)", show=False),
        Binding("escape,q", "back", "Back"),
    ]
    KEYS = (
        ("Enter", "pick up the call"),
        ("i", "turn the intensity of the call, milder first; Left and Right do too. Raw asks for the key twice"),
        *((f"   {name}", says) for name, says in INTENSITY_WORDS.items()),
        ("p", "practice mode on or off: on, a meter shows the customer's mood"),
        ("Up, Down, PgDn", "read the briefing up and down"),
    )
    app: CoolheadApp

    def __init__(self, scenario: Scenario, scored: Sequence[str], *, seed: int, intensity: str) -> None:
        super().__init__()
        self._scenario, self._scored, self._seed = scenario, scored, seed
        self._picking = False
        self._warned = False
        """whether it was said that the next turn of the dial is raw"""
        self._intensity = intensity if intensity in INTENSITIES else USUAL_INTENSITY

    def compose(self) -> ComposeResult:
        yield Static(safe_line(self._scenario.title), classes="page-head", markup=False)
        with VerticalScroll(id="brief"):
            yield from _briefing(self._scenario, self._scored)
        with Vertical(id="dials"):
            with Horizontal(id="dial-row"):
                yield Static("Intensity", classes="dial-name", markup=False)
                with RadioSet(id="intensity", compact=True) as dial:
                    dial.can_focus = False  # else a choice could be marked there and not yet made
                    for name in INTENSITIES:
                        yield Choice(name, value=name == self._intensity, id=f"at-{name}", compact=True)
            yield Static("", id="intensity-words", markup=False)
            with Horizontal(id="pick-row"):
                yield Button("Pick up (Enter)", id="pick-up", variant="primary", compact=True)
                words = "show a mood meter" if settings().meter else "rewind and coach at hand"
                yield Tick(f"Practice mode: {words}", value=settings().practice, id="practice", compact=True)
            yield Static(f"Scored: {', '.join(line.partition(':')[0].lower() for line in self._scored)}. F5 says how.", id="scored", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        self._say(f"{self._intensity}: {INTENSITY_WORDS[self._intensity]}")
        self.query_one("#pick-up").focus()
        self.app.errand(self._warm(), "loading the reader")

    async def _warm(self) -> None:
        await self.app.fetch(lambda b: b.warm(self._scenario))

    def on_radio_set_changed(self, event: RadioSet.Changed) -> None:
        self._intensity = INTENSITIES[event.index]
        self._say(f"{self._intensity}: {INTENSITY_WORDS[self._intensity]}")

    def _say(self, words: str) -> None:
        self.query_one("#intensity-words", Static).update(Content(words))

    def action_turn_dial(self, by: int) -> None:
        """From one to the next. Insults are switched on by asking for them twice, never by a stray key."""
        following = INTENSITIES[(INTENSITIES.index(self._intensity) + by) % len(INTENSITIES)]
        if following == ROUGHEST and not self._warned:
            self._warned = True
            self._say(f"Still {self._intensity}. The same key again: {following}, {INTENSITY_WORDS[following]}")
            return
        self._warned = False
        self.query_one(f"#at-{following}", RadioButton).value = True

    def action_practice(self) -> None:
        self.query_one("#practice", Checkbox).toggle()

    def action_page(self, pages: int) -> None:
        brief = self.query_one("#brief", VerticalScroll)
        if pages > 0:
            brief.scroll_page_down(animate=False)
        else:
            brief.scroll_page_up(animate=False)

    def action_back(self) -> None:
        if getattr(self.app.screen_stack[-2], "floor", False):
            self.app.home()
        else:  # opened over a debrief, which is there still
            self.dismiss()

    def on_key(self, event: events.Key) -> None:
        """Somebody who begins to type here turns nothing by the way and is told where to."""
        if event.key not in ("i", "left", "right"):
            self._warned = False
        if event.is_printable and event.key not in ("i", "p", "q"):
            self._say("Enter picks up the call; there you type.")

    def key_up(self) -> None:
        self.query_one("#brief", VerticalScroll).scroll_up(animate=False)

    def key_down(self) -> None:
        self.query_one("#brief", VerticalScroll).scroll_down(animate=False)

    def action_pick_up(self) -> None:
        if self._picking:
            return
        self._picking = True
        self.app.errand(self._pick_up(), "picking up the call")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.action_pick_up()

    async def _pick_up(self) -> None:
        practice = self.query_one("#practice", Checkbox).value
        try:
            await pick_up(self.app, self._scenario, seed=self._seed, intensity=self._intensity, practice=practice)
        finally:
            self._picking = False


async def pick_up(app: CoolheadApp, scenario: Scenario, *, seed: int, intensity: str, practice: bool) -> None:
    """Begin the call in place of the screen that stands there."""
    from trainer.tui.live import LiveCall
    from trainer.tui.screens.call import CallScreen

    live = LiveCall(scenario, seed, intensity, practice, await app.fetch(lambda b: b), app.thread)
    await app.switch_screen(CallScreen(live, await live.open()))


def _briefing(scenario: Scenario, scored: Sequence[str]) -> Iterator[Static]:
    """The parts to read, a heading or a paragraph each, so that a long line goes on below where it began."""
    customer = scenario.customer
    who = scenario.briefing or f"You answer the chat of {scenario.business or 'a ' + scenario.trade}."
    yield _head("You")
    yield from (_para(line) for line in (*safe_text(who).splitlines(), f"It is {scenario.today}.") if line.strip())
    yield _head("On the line")
    yield _para(f"{customer.name}{': ' + customer.about if customer.about else ''}")
    if scenario.desk.policy:
        yield _head("What your desk allows")
        yield from (_para(f"• {line}") for line in scenario.desk.policy)
    yield _head("What you can do, by typing")
    for line in deskwork.action_lines(scenario, ()):
        limits = f"  ({line.limits})" if line.limits else ""
        yield _para(Content.assemble((f"{line.command:<18}", "bold"), f" {line.what}", (limits, "$text-muted")))
    yield _head("What is scored")
    for rule in scored:
        name, _, says = rule.partition(":")
        yield _para(Content.assemble((name, "bold"), f":{says}"))


def _head(words: str) -> Static:
    return Static(words, classes="part-head", markup=False)


def _para(words: Content | str) -> Static:
    return Static(words if isinstance(words, Content) else Content(safe_line(words)), classes="para", markup=False)
