"""A scenario played while it is written: the talk, the pane beside it, and a file that is looked at a few times a second."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from trainer import deskwork
from trainer.authoring.passages import LEAVE, NotPlayedError, reply_typed, typed
from trainer.authoring.preview import Preview, Sight
from trainer.authoring.standing import reasons, standing
from trainer.authoring.watching import Watch
from trainer.authoring.wishes import WORDS, Wish, seed_in, wish_in
from trainer.text import safe_line
from trainer.tui.screens.dialogs import LeaveScreen
from trainer.tui.widgets.composer import Composer, Suggestion
from trainer.tui.widgets.footer import Footer
from trainer.tui.widgets.previewed import Head, Pane, PreviewTalk
from trainer.tui.widgets.suggestions import Suggestions

if TYPE_CHECKING:
    from scenarios.transcript import Event
    from trainer.replies import Reply
    from trainer.tui.app import CoolheadApp

EVERY = 0.25
"""Seconds between looks at the file."""


class Beside(Enum):
    """What stands in the pane while no problem does."""

    STANDING = auto()
    REASONS = auto()


class PreviewScreen(Screen[None]):
    """One author, one file, one call."""

    AUTO_FOCUS = "#composer"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f6", "why", "Why", priority=True),
        Binding("f7", "problem", "Problem", priority=True),
        Binding("f2", "pane", "Pane", priority=True),
        Binding("f3", "back", "Undo", priority=True),
        Binding("f4", "draft", "Draft", priority=True),
        Binding("f8", "seed", "Seed", priority=True),
        Binding("f9", "restart", "Restart", priority=True),
        Binding("escape", "settle", "Leave"),
    ]
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("Save the file", "it is played again through all your replies; what is now said differently is marked, the first with what it was"),
        ("Enter", "send what you wrote"),
        ("/", "begin an action at the desk, or type one of the wishes below: /back /draft /drafts /why /problem /seed 7 /restart /leave"),
        ("F2", "the pane: go to it and scroll; on a small screen, show and hide it"),
        ("F3", "take your last reply back into the composer"),
        ("F4", "the first draft into the composer; what stands there becomes the last draft"),
        ("F6", "what your last reply was read as and why the customer moved; again, how the call stands"),
        ("F7", "the next problem of the file"),
        ("F8", "the same replies to the next seed"),
        ("F9", "again from the opening; your replies become drafts"),
        ("Esc", "to the composer; from there out of the preview"),
    )
    app: CoolheadApp

    def __init__(self, preview: Preview, watch: Watch) -> None:
        super().__init__()
        self._preview, self._watch = preview, watch
        self._sight = preview.sight
        self._looking = False
        self._beside = Beside.STANDING
        self._problem: int | None = None

    @property
    def played(self) -> tuple[Event, ...]:
        """What happened so far, for a report."""
        return self._sight.events

    def compose(self) -> ComposeResult:
        yield Head(self._preview.file)
        with Horizontal(id="room"):
            yield PreviewTalk()
            yield Pane()
        yield Static("", id="note", markup=False)
        yield Suggestions()
        yield Composer(id="composer")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self._show_head()
        self._say_note("Reading the file …")
        self._look()
        self.set_interval(EVERY, self._glance)

    # the file

    def _glance(self) -> None:
        if not self._looking and self._watch.settled_change():
            self._look()

    def _look(self) -> None:
        self._looking = True
        self.app.errand(self._read(), "reading the file again")

    async def _read(self) -> None:
        try:
            sight = await self.app.thread.do(lambda: self._preview.look(self._watch.overtaken))
            self._watch.follow(self._preview.leans_on)
        finally:
            self._looking = False
        if sight.problems != self._sight.problems:
            self._problem = 0 if sight.faulty else None
        self._show(sight)

    # what the author does

    def on_composer_sent(self, event: Composer.Sent) -> None:
        text = event.text.strip()
        wish = wish_in(text, self._sight.scenario.desk.actions if self._sight.scenario else ())
        if not text:
            return
        if wish and wish[0] is not Wish.LEAVE:
            self._grant(*wish)
            return
        self.remove_class("-pane-open")
        self._ask(lambda preview: preview.give(reply_typed(LEAVE if wish else text)), typed_text=text)

    def _grant(self, wish: Wish, rest: str) -> None:
        if wish is Wish.SEED:
            self.action_seed(rest)
            return
        todo: dict[Wish, Callable[[], Any]] = {
            Wish.STATE: lambda: self._show_beside(Beside.STANDING),
            Wish.WHY: lambda: self._show_beside(Beside.REASONS),
            Wish.PROBLEM: self.action_problem,
            Wish.BACK: self.action_back,
            Wish.DRAFT: self.action_draft,
            Wish.DRAFTS: lambda: self._ask(Preview.play_drafts),
            Wish.RESTART: self.action_restart,
            Wish.HELP: self.app.action_help,
        }
        todo[wish]()

    def _ask(self, wish: Callable[[Preview], Sight], *, typed_text: str = "") -> None:
        """Have something done behind the screen; what cannot be done is said, and the words come back."""

        async def work() -> None:
            try:
                self._show(await self.app.thread.do(lambda: wish(self._preview)))
            except NotPlayedError as error:
                self._say_note(str(error))
                composer = self.query_one(Composer)
                if typed_text and not composer.text:
                    composer.put(typed_text)
                    composer.select_all()

        self.app.errand(work(), "playing the preview")

    def _take_up(self, wish: Callable[[Preview], Reply], *, aside_first: bool) -> None:
        """Put a reply that comes back into the composer; what stands there by then goes among the drafts."""

        async def work() -> None:
            composer, thread = self.query_one(Composer), self.app.thread
            try:
                reply, sight = await thread.do(lambda: (wish(self._preview), self._preview.sight))
            except NotPlayedError as error:
                self._say_note(str(error))
                return
            unsent = composer.text.strip()
            composer.put(typed(reply))
            composer.focus()
            if unsent:
                sight = await thread.do(lambda: self._preview.set_aside(reply_typed(unsent), first=aside_first))
            self._show(sight)

        self.app.errand(work(), "taking up a reply")

    def action_back(self) -> None:
        self._take_up(Preview.take_back, aside_first=True)

    def action_draft(self) -> None:
        self._take_up(Preview.next_draft, aside_first=False)

    def action_restart(self) -> None:
        self._ask(Preview.restart)

    def action_seed(self, rest: str = "") -> None:
        try:
            seed = seed_in(rest)
        except ValueError as error:
            self._say_note(str(error))
            return
        self._ask(lambda preview: preview.reseed(seed))

    # what is shown

    def _show(self, sight: Sight) -> None:
        self._sight = sight
        self.query_one(PreviewTalk).show_sight(sight)
        self._show_head()
        self._say_note(" ".join(sight.notes))
        self._show_pane()
        own = deskwork.action_lines(sight.scenario, sight.events) if sight.scenario else []
        desk = [Suggestion(line.command, f"{line.what}{f' ({line.limits})' if line.limits else ''}") for line in own]
        self.query_one(Composer).commands = (*desk, *(Suggestion(f"/{wish}", words) for wish, words in WORDS.items()))

    def _show_head(self) -> None:
        self.query_one(Head).show_sight(self._sight, self._problem or 0)

    def _say_note(self, words: str) -> None:
        note = self.query_one("#note", Static)
        note.display = bool(words)
        note.update(Content(safe_line(words, 400)))

    def _show_pane(self) -> None:
        pane = self.query_one(Pane)
        if self._problem is not None and self._sight.problems:
            pane.show_problems(self._sight.problems, self._problem)
        elif self._beside is Beside.REASONS:
            pane.show_sections(reasons(self._sight), "Nothing has been said yet.")
        else:
            pane.show_sections(standing(self._sight), "The call opens once the file is sound.")

    def _show_beside(self, beside: Beside) -> None:
        self._beside, self._problem = beside, None
        self.add_class("-pane-open")
        self._show_pane()
        self.query_one(Pane).scroll_home(animate=False)

    def action_why(self) -> None:
        """Reasons and standing in turn."""
        shown = self._problem is None and (self.has_class("-pane-open") or not self.has_class("-narrow"))
        self._show_beside(Beside.STANDING if shown and self._beside is Beside.REASONS else Beside.REASONS)

    def action_problem(self) -> None:
        """The next problem; after the last the first, or, where there are only warnings, the standing again."""
        many = len(self._sight.problems)
        if not many:
            self._say_note("The file has no problems.")
            return
        after = 0 if self._problem is None else self._problem + 1
        self._problem = after if after < many else 0 if self._sight.faulty else None
        self.add_class("-pane-open")
        self._show_head()
        self._show_pane()

    def action_pane(self) -> None:
        """Narrow: show or hide the pane in place of the talk. Wide: go to it and back."""
        pane = self.query_one(Pane)
        if pane.has_focus or (self.has_class("-narrow") and self.has_class("-pane-open")):
            self.action_settle()
        else:
            self.add_class("-pane-open")
            self.call_after_refresh(pane.focus)

    def action_settle(self) -> None:
        """To the composer; from there out."""
        if self.query_one(Composer).has_focus and not self.has_class("-pane-open"):
            self._leave()
        self.remove_class("-pane-open")
        self.query_one(Composer).focus()

    def _leave(self) -> None:
        """Out of the preview; what was typed here is kept nowhere, so that is asked."""

        def left(yes: bool | None) -> None:
            if yes:
                self.app.exit()

        if len(self._sight.passages) < 2 and not self.query_one(Composer).text:
            left(True)
            return
        words = "The file stays as it is. What you typed here is kept nowhere, and the next preview begins anew."
        self.app.push_screen(LeaveScreen("Leave the preview?", words, leave="Leave"), left)

    def on_composer_suggesting(self, event: Composer.Suggesting) -> None:
        self.query_one(Suggestions).offer(event.matches, event.chosen)

    def on_composer_paged(self, event: Composer.Paged) -> None:
        side = self.query_one(Pane) if self.has_class("-narrow") and self.has_class("-pane-open") else self.query_one(PreviewTalk)
        if event.pages < 0:
            side.scroll_page_up(animate=False)
        else:
            side.scroll_page_down(animate=False)

    def on_key(self, event: events.Key) -> None:
        """Letters belong in the composer, wherever the focus stands."""
        composer = self.query_one(Composer)
        if event.is_printable and event.character is not None and self.focused is not composer:
            event.stop()
            composer.focus()
            composer.insert(event.character)

    def palette(self) -> Iterable[SystemCommand]:
        """All that can be done here, for the palette."""
        for wish, words in WORDS.items():
            if wish not in (Wish.LEAVE, Wish.HELP):
                yield SystemCommand(f"/{wish}", words, lambda wish=wish: self._grant(wish, ""))
