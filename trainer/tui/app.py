"""The application object: wires screens, themes and the play thread together, and catches what goes wrong.

Before the first frame only Textual and the standard library are loaded; everything else is fetched from the play thread
afterwards, through ``backstage``.
"""

from __future__ import annotations

import asyncio
import os
import secrets
from collections.abc import Callable, Coroutine, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.css.query import NoMatches
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from trainer.errors import Exit
from trainer.modes import MODES
from trainer.settings.early import Look, peek
from trainer.tui.live import PlayThread
from trainer.tui.looks import dress, steady, wear
from trainer.tui.lost import EVERY, terminal_gone
from trainer.tui.screens.home import HomeScreen

if TYPE_CHECKING:
    from textual.command import Provider
    from textual.worker import Worker

    from scenarios.model import Scenario
    from trainer.tui.backstage import Backstage
    from trainer.tui.live import LiveCall
    from trainer.voices.choice import VoiceChoice

T = TypeVar("T")


@dataclass(frozen=True)
class Start:
    """What to open at once, instead of home."""

    scenario: str | None = None
    seed: int | None = None
    intensity: str | None = None
    resume: str | None = None
    after: str | None = None
    """for a second part: the call of the first it follows"""
    language: str | None = None
    store: str | None = None
    coach: bool = False
    """the coach is called for every practice call of this sitting"""
    voice: VoiceChoice | None = None
    """what words the customer's lines; None for the choice made last"""
    mode: str | None = None
    """a form of practice to open at once, by its name in ``trainer.modes``"""
    asked: Mapping[str, Any] = field(default_factory=dict)
    """what it is opened with"""


def _setting_commands() -> type[Provider]:
    from trainer.tui.setting import SettingCommands

    return SettingCommands


class CoolheadApp(App[None]):
    """Practise keeping your head."""

    TITLE = "Coolhead"
    CSS_PATH = ["app.tcss", "screens/home.tcss"]  # noqa: RUF012 - Textual's own way to name two
    """Home's own styles too: a default screen's are not loaded by themselves."""
    KEPT = "every turn of a call was kept"
    """What is safe when the application breaks."""
    QUIT_WORDS = "close Coolhead; a call under way is kept, and offered first next time"
    COMMANDS = App.COMMANDS | {_setting_commands}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", "Help", priority=True),
        Binding("f5", "rubric", "What is scored", show=False, priority=True),
        Binding("f7", "terms", "What the words mean", show=False, priority=True),
        Binding("ctrl+t", "flip_theme", "Light or dark", show=False, priority=True),
    ]

    def __init__(self, start: Start | None = None, backstage: Backstage | None = None) -> None:
        super().__init__()
        self.start = start or Start()
        self.thread = PlayThread()
        self.coached = self.start.coach
        """whether the coach is called at the start of a call; the trainee's last word on it counts"""
        self._found_by: dict[str, str] = {}
        """the name, perhaps a file's, by which each scenario was opened"""
        self._backstage = backstage
        self.look: Look = peek()
        dress(self, self.look)

    def get_default_screen(self) -> Screen[Any]:
        """Home is the floor every other screen stands on; drawing it first costs one frame less."""
        return HomeScreen()

    def on_mount(self) -> None:
        if not self.is_headless:
            self.set_interval(EVERY, self._leave_with_the_terminal)
        self.call_after_refresh(self._first_errand)

    @property
    def wide_from(self) -> int:
        """Columns from which talk and desk stand side by side; below, the desk is opened in place of the talk."""
        return self.look.wide_from

    @property
    def intensity(self) -> str:
        """How rough the next customer may get, unless something else is chosen."""
        from trainer.settings.current import settings

        return self.start.intensity or str(settings().intensity)

    def show_look(self, look: Look) -> None:
        """Look as the settings say, at once."""
        self.look = look
        wear(self, look)

    def get_loading_widget(self) -> Widget:
        """What shows while something loads: where nothing may move, words."""
        return Static("Loading …", markup=False) if self.look.still else super().get_loading_widget()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        steady(event.widget, self.look)

    def _leave_with_the_terminal(self) -> None:
        """Nobody is there any more. Every turn is on the disk, so going at once loses nothing and waiting only burns a core."""
        if terminal_gone():
            os._exit(Exit.INTERRUPTED)

    def on_unmount(self) -> None:
        if self._backstage is not None:
            self._backstage.close()
        self.thread.close()

    @property
    def backstage(self) -> Backstage:
        if self._backstage is None:
            from trainer.tui.house import House

            self._backstage = House(self.start.store, self.start.voice)
        return self._backstage

    def draw_seed(self) -> int:
        """The seed of the next call: the one asked for, else any."""
        return self.start.seed if self.start.seed is not None else secrets.randbelow(1_000_000)

    async def fetch(self, work: Callable[[Backstage], T]) -> T:
        """Ask the backstage for something, on the play thread."""
        return await self.thread.do(lambda: work(self.backstage))

    def errand(self, work: Coroutine[Any, Any, None], doing: str, *, latest: bool = False) -> Worker[None]:
        """Run something slow; a fault in it is saved and shown politely instead of ending the application.

        With ``latest`` an earlier errand of the same name gives way, so that a key pressed twice opens one screen.
        """
        return self.run_worker(self._guard(work, doing, self.screen), name=doing, group=doing if latest else "default", exclusive=latest)

    async def _guard(self, work: Coroutine[Any, Any, None], doing: str, asking: Screen[Any]) -> None:
        try:
            await work
        except NoMatches as error:
            if asking.is_attached:  # a screen that was left meanwhile has nothing to fill any more
                await self._excuse(error, doing)
        except Exception as error:
            await self._excuse(error, doing)

    async def _excuse(self, error: Exception, doing: str) -> None:
        from trainer.tui.screens.trouble import TroubleScreen, said_plainly

        sentence = said_plainly(error)
        if sentence:
            self.push_screen(TroubleScreen(sentence))
            return
        events = list(getattr(self.screen, "played", ()))
        report = await self.fetch(lambda b: b.report(error, events, doing))
        self.push_screen(TroubleScreen.of_bug(report))

    def _handle_exception(self, error: Exception) -> None:
        """A fault in a screen itself: save it and close with an apology, instead of a traceback full of the trainee's words."""
        if self.is_headless:  # tests want the fault as it is
            super()._handle_exception(error)
            return
        from rich.text import Text

        from trainer.errors import write_bug_report
        from trainer.records.locations import reports_folder

        report = write_bug_report(error, reports_folder(), "drawing the screen")
        where = f"What happened is written in {report}" if report else "No report could be written."
        sorry = f"Something went wrong inside Coolhead. It is not your fault, and {self.KEPT}."
        self.exit(return_code=Exit.BUG, message=Text(f"{sorry}\n{where}"))

    def _first_errand(self) -> None:
        self.errand(self._settle(), "reading the settings")
        if self.start.resume:
            self.errand(self.go_on(self.start.resume), "going on with a call")
        elif self.start.scenario:
            self.errand(self.brief(self.start.scenario), "opening a scenario")
        elif self.start.mode:
            self.open_mode(self.start.mode, **self.start.asked)

    def open_mode(self, name: str, **named: Any) -> None:
        """Show a form of practice over what is there; what is ``named`` goes to its screen. What it is made of is loaded off the screen's thread."""
        from trainer.modes import Mode, mode_named, opener

        async def show(mode: Mode) -> None:
            screen = await self.thread.do(lambda: opener(mode.screen))
            if type(self.screen) is not screen:
                self.push_screen(screen(**named))

        if mode := mode_named(name):
            self.errand(show(mode), f"opening {name}", latest=True)

    def drill(self, skill: str | None = None, practice: str | None = None) -> None:
        """Show the drills, on one skill where it is named, or going on with a set."""
        self.open_mode("drill", skill=skill, practice=practice)

    async def brief(self, name: str, again: Scenario | None = None) -> None:
        """Show a scenario's briefing. Raises what ``find`` raises when there is none.

        ``again`` is the scenario just played: it is played as it was, unless its file holds more ways to play it.
        """
        from trainer.tui.screens.briefing import BriefingScreen

        seed = self.draw_seed()
        named = self._found_by.get(name, name) if again else name
        after, language = (self.start.after, self.start.language) if named == self.start.scenario else (None, None)
        found = again
        if found is None or getattr(found, "edition", None):
            try:
                found = await self.fetch(lambda b: b.find(named, seed, after=after, language=language))
                self._found_by[found.scenario] = named
            except LookupError:  # an old call's file may be gone by now
                if found is None:
                    raise
        await self.push_screen(BriefingScreen(found, await self.fetch(lambda b: b.scored()), seed=seed, intensity=self.intensity))

    async def go_on(self, attempt: str, *, read: bool = False) -> None:
        """Take an attempt up again: on with the call, or to the debrief of a finished one. A further try is read beside what it
        branches from once it is over, or where it is only to be ``read``."""
        from trainer.tui.live import LiveCall
        from trainer.tui.screens.call import CallScreen

        again = await self.fetch(lambda b: b.reopen(attempt))
        live = LiveCall(again.scenario, again.seed, again.intensity, again.practice, await self.fetch(lambda b: b), self.thread)
        try:
            events = await live.take_up(again)
        except Exception as error:
            from trainer.call import CannotResumeError

            if not isinstance(error, CannotResumeError):
                raise
            await self._only_read(live, str(error))
            return
        if live.again and (read or live.over):
            from trainer.tui.screens.comparison import comparison_of

            await self.push_screen(await comparison_of(live))
        elif live.over:
            await self.debrief(live, rate=False)
        elif live.again:
            from trainer.tui.screens.further import FurtherTryScreen

            await self.push_screen(FurtherTryScreen(live, events))
        else:
            await self.push_screen(CallScreen(live, events))

    async def _only_read(self, live: LiveCall, why: str) -> None:
        from trainer.tui.screens.transcript import transcript_page
        from trainer.tui.screens.trouble import TroubleScreen

        await self.push_screen(transcript_page(live))
        await self.push_screen(TroubleScreen(why, "This call cannot go on"))

    async def debrief(self, live: LiveCall, *, rate: bool = True) -> None:
        """The trainee's own rating first, where they said anything, then the debrief; in a longer practice whose debriefs come later, back to it."""
        from trainer.tui.screens.debrief import DebriefScreen
        from trainer.tui.screens.rating import RatingScreen

        if rate and self.debriefs_later:
            self.home()
            return
        if rate and any(event.kind == "said" for event in live.events):
            if not isinstance(self.screen, RatingScreen):
                self.push_screen(RatingScreen(live))
            return
        judged = await live.judge()
        await live.look_back()
        await self.push_screen(DebriefScreen(live, judged))

    @property
    def debriefs_later(self) -> bool:
        """Whether the screen calls are begun from now keeps their debriefs for later."""
        floor = next((screen for screen in reversed(self.screen_stack) if getattr(screen, "floor", False)), None)
        return bool(getattr(floor, "debriefs_later", False))

    def home(self) -> None:
        """Back to the screen a call was begun from: the nearest that says it is a ``floor``, which looks afresh at what there is."""
        while len(self.screen_stack) > 1 and not getattr(self.screen, "floor", False):
            self.pop_screen()
        if callable(look := getattr(self.screen, "reload", None)):
            look()

    def action_help(self) -> None:
        from trainer.tui.screens.page import help_page

        self.push_page(help_page(self.screen, self.QUIT_WORDS))

    def action_rubric(self) -> None:
        from trainer.tui.screens.page import rubric_page

        self.errand(self._show(rubric_page(self)), "showing what is scored")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        kinds = type(self.screen).__mro__ if action == "terms" else ()
        bound = [own for kind in kinds for own in vars(kind).get("BINDINGS", ()) if isinstance(own, Binding)]
        if any(own.key == "f7" and own.action != "app.terms" for own in bound):
            return False  # the preview has a use of its own for the key
        return super().check_action(action, parameters)

    def action_terms(self) -> None:
        from trainer.tui.screens.terms import terms_page

        self.push_page(terms_page(self.screen))

    async def _show(self, page: Coroutine[Any, Any, Screen[None]]) -> None:
        self.push_page(await page)

    def push_page(self, page: Screen[None]) -> None:
        """Show a page over what is there; the same page is not stacked on itself."""
        if type(self.screen) is not type(page) or self.screen.title != page.title:
            self.push_screen(page)

    def action_voice(self) -> None:
        self.errand(self._choose_voice(), "choosing a voice", latest=True)

    async def _choose_voice(self) -> None:
        from trainer.tui.screens.voice import VoiceScreen

        await self.push_screen(VoiceScreen(*await self.fetch(lambda b: b.voice())))

    async def _settle(self) -> None:
        """What was found at a glance before the first frame, now read properly; and what in the settings does not count."""
        setting = await asyncio.to_thread(import_module, "trainer.tui.setting")  # it brings the models with it
        await setting.settle(self)

    def action_flip_theme(self) -> None:
        from trainer.tui.setting import flip_theme

        flip_theme(self)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        own = getattr(screen, "palette", None)
        if own is not None:
            yield from own()
        if getattr(self.screen_stack[0], "floor", False) and not any(_under_way(one) for one in self.screen_stack):
            for mode in MODES:
                yield SystemCommand(mode.title, _sentence(mode.about), partial(self.open_mode, mode.name))
        yield SystemCommand("What is scored", "The rubric, open at any time (F5)", self.action_rubric)
        yield SystemCommand("The customer's voice", "The written lines, a model in a folder, or a server", self.action_voice)
        yield SystemCommand("Light or dark", "Change between the light and the dark theme (ctrl+t)", self.action_flip_theme)
        yield SystemCommand("Keys and help", "What can be done here, and how (F1)", self.action_help)
        yield SystemCommand("Quit", f"{_sentence(self.QUIT_WORDS)} (ctrl+q)", self.action_quit)


def _under_way(screen: Screen[Any]) -> bool:
    """Whether a call is going on there, which another form of practice must not cover."""
    return hasattr(screen, "live") and not screen.live.over


def _sentence(words: str) -> str:
    """With a capital to begin with, and the rest as it stands."""
    return words[:1].upper() + words[1:]
