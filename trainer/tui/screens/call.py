"""The call: what was said on one side, the desk on the other, the composer below."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen

from trainer import deskwork
from trainer.text import safe_line
from trainer.tries import IN_A_TEST, turns_of
from trainer.tui.screens.call_hearing import Hearing
from trainer.tui.screens.call_keys import KEYS, REWIND, VIEW_COMMANDS
from trainer.tui.screens.call_palette import palette_of
from trainer.tui.screens.dialogs import LeaveScreen, PauseScreen
from trainer.tui.widgets.coach import CoachLine
from trainer.tui.widgets.composer import Composer, Suggestion
from trainer.tui.widgets.desk import Desk, Search
from trainer.tui.widgets.footer import Footer
from trainer.tui.widgets.status import Status
from trainer.tui.widgets.suggestions import Suggestions
from trainer.tui.widgets.transcript import TranscriptView
from trainer.undertaken import open_words, steps

if TYPE_CHECKING:
    from scenarios.transcript import Event
    from trainer.tui.app import CoolheadApp
    from trainer.tui.live import LiveCall

KEPT_EVERY = 0.5
"""Seconds between looks at what is typed; so much may be lost with a terminal that dies."""


class CallScreen(Screen[None]):
    """One call under way."""

    CSS_PATH = "call.tcss"
    AUTO_FOCUS = "#composer"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "desk", "Desk", priority=True),
        Binding("f5", "app.rubric", "Scored", priority=True),
        Binding("f4", "pause", "Pause", priority=True),
        Binding("f8", "leave", "Leave", priority=True),
        Binding("f3", "rewind", "Rewind", priority=True),
        Binding("f6", "coach", "Coach", priority=True),
        Binding("f7", "app.terms", "Words", priority=True),
        Binding("escape", "settle", "To the composer", show=False),
    ]
    KEYS = KEYS
    app: CoolheadApp

    def __init__(self, live: LiveCall, opening: Sequence[Event]) -> None:
        super().__init__()
        self.live = live
        self._to_show = list(opening)
        self._warned = ""
        self._hearing = Hearing(self, live)
        live.on_drafting = self._hearing.wait_for_words

    @property
    def played(self) -> list[Event]:
        """What happened so far, for a report."""
        return self.live.events

    @property
    def shown(self) -> list[Event]:
        """What of it is on the screen."""
        return self._hearing.shown

    def compose(self) -> ComposeResult:
        yield Status(self.live.scenario, meter=self.live.practice)
        with Horizontal(id="room"):
            yield TranscriptView(id="talk")
            yield Desk(self.live.scenario)
        yield Suggestions()
        yield CoachLine()
        yield Composer(id="composer")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self._suggest()
        self._tell_aside()
        opening, self._to_show = self._to_show, []
        self._begin(opening)
        self._warn_unsaved()
        if self.live.draft:
            self.query_one(Composer).put(self.live.draft)
        self.set_interval(KEPT_EVERY, self._keep_draft)

    def _keep_draft(self) -> None:
        text = "" if self.live.over else self.query_one(Composer).text
        if text != self.live.draft:
            self.app.errand(self.live.keep_draft(text), "keeping what is typed")

    def _begin(self, opening: Sequence[Event]) -> None:
        """Show what happened before this screen: all at once, or as it is heard where the call has just been picked up."""
        if len(opening) > 3:
            self._hearing.show(opening)
        else:
            self._hearing.hear(opening)
        if self.app.coached and not self.live.over:
            self.app.errand(self._coach_begins(), "calling the coach")

    # what the trainee does

    def on_composer_sent(self, event: Composer.Sent) -> None:
        unheard = self._hearing.waiting
        if event.text.strip() and self._hearing.drafting:
            self.live.hurry()
        self._hearing.let_through()
        text = event.text.strip()
        if self.live.over and text:
            self._too_late()
        elif self.live.over:
            if not unheard:  # the last words are read before the page turns
                self._to_ending()
        elif not text:
            return
        elif text.startswith("/"):
            self._command(text)
        else:
            self.app.errand(self._say(event.text.strip("\n")), "sending a reply")

    def _command(self, text: str) -> None:
        name = text.split()[0].lower()
        own: dict[str, Callable[[], Any]] = {
            "/rubric": self.app.action_rubric,
            "/help": self.app.action_help,
            "/desk": self.action_desk,
            "/rewind": self._rewind_typed,
            "/pause": self.action_pause,
            "/coach": self.action_coach,
            "/leave": self.action_leave,
        }
        if name in own:
            own[name]()
        else:
            self.app.errand(self._act(text), "using the desk")

    async def _say(self, text: str) -> None:
        coach = self.query_one(CoachLine)
        hint = await self.live.look(text)
        if hint is not None:
            if self.is_attached:  # else left while the coach was looking
                self.query_one(Composer).take_back(text)
                coach.whisper(hint.says)
            return
        coach.hush()
        fresh = await self.live.say(text)
        if not fresh and self.live.over:  # sent while the answer that ended the call was on its way
            self._hearing.let_through()
            self._too_late()
            return
        self._talk_forward()
        self._hearing.hear(fresh)
        if self.live.notice:
            self.query_one(TranscriptView).add("note", "Shortened", self.live.notice)
        self._tell_aside()
        self._warn_unsaved()

    async def _act(self, line: str) -> None:
        try:
            fresh = await self.live.act(line)
        except ValueError as error:
            self._note(str(error), line)
            return
        self._hearing.hear(fresh)
        self._hand_back(fresh)
        self._tell_aside()
        self._warn_unsaved()

    def _hand_back(self, fresh: Sequence[Event]) -> None:
        """What was typed after an action as if the customer heard it, back in the composer."""
        from trainer.commands import left_unsaid

        words = next((left_unsaid(e.do, e.args, self.live.scenario) for e in fresh if e.kind == "acted"), "")
        composer = self.query_one(Composer)
        if words and not composer.text and not self.live.over:
            self.query_one(TranscriptView).add("note", "Not said yet", "What stands after an action goes into the log only. Enter says it to the customer.")
            composer.put(words)

    def _tell_aside(self) -> None:
        """A word about the customer's voice, told once."""
        aside, self.live.aside = self.live.aside, ""
        if aside and self.is_attached:
            self.query_one(TranscriptView).add("note", "The customer's voice", safe_line(aside, 400))

    def _too_late(self) -> None:
        self.query_one(TranscriptView).add("note", "Not sent", "The call was already over. Press Enter to see how it went.")

    def _note(self, sentence: str, line: str) -> None:
        self.query_one(TranscriptView).add("note", "Not sent", safe_line(sentence, 400))
        composer = self.query_one(Composer)
        if not composer.text:
            composer.put(line)
            composer.select_all()  # to be mended, or typed over by whoever goes straight on

    # what happens

    def showed(self) -> None:
        """More of the call is on the screen: what stands around it follows."""
        shown = self.shown
        self.query_one(Status).show_events(shown)
        self.query_one(Desk).show_events(shown)
        composer = self.query_one(Composer)
        over = deskwork.ended(shown[-3:])
        composer.border_title = None if over else open_words(steps(self.live.scenario, shown)) or None
        if over:
            composer.placeholder = "The call is over. Press Enter."
        self._suggest()
        self.refresh_bindings()

    def _warn_unsaved(self) -> None:
        if self.live.unsaved and self.live.unsaved != self._warned:
            self._warned = self.live.unsaved
            words = f"{self.live.unsaved} You can go on; it is kept in memory until you close Coolhead."
            self.query_one(TranscriptView).add("note", "This call is not being saved", words)

    # suggestions, desk, ways out

    def _suggest(self) -> None:
        lines = deskwork.action_lines(self.live.scenario, self.shown)
        own = [Suggestion(line.command, f"{line.what}{f' ({line.limits})' if line.limits else ''}") for line in lines]
        self.query_one(Composer).commands = (*own, *VIEW_COMMANDS, *((REWIND,) if self.may_rewind else ()))

    def on_composer_suggesting(self, event: Composer.Suggesting) -> None:
        self.query_one(Suggestions).offer(event.matches, event.chosen)

    def on_composer_paged(self, event: Composer.Paged) -> None:
        talk = self.query_one(TranscriptView)
        if event.pages < 0:
            talk.scroll_page_up(animate=False)
        else:
            talk.scroll_page_down(animate=False)

    def _talk_forward(self) -> None:
        """Narrow: an answer is read in the talk, so a desk that stands before it gives way; not one that is being searched."""
        if self.has_class("-desk-open") and not isinstance(self.focused, Search):
            self.remove_class("-desk-open")
            self.query_one(Composer).focus()

    def on_desk_chosen(self, event: Desk.Chosen) -> None:
        composer = self.query_one(Composer)
        if self.focused is composer and composer.text:  # the Enter of words typed at the desk faster than the focus could follow
            composer.send()
            return
        self.remove_class("-desk-open")
        composer.put(event.command)
        composer.focus()

    def on_resize(self, event: events.Resize) -> None:
        """Narrow, the whole desk scrolls as one; wide, only its facts do. Whatever scrolls can have the focus."""
        wide = event.size.width >= self.app.wide_from
        self.query_one(Desk).can_focus = not wide
        self.query_one("#facts").can_focus = wide

    def on_key(self, event: events.Key) -> None:
        """Letters belong in the composer, wherever the focus stands; the first one also lets a typing customer through.

        What comes here was taken by nobody: letters that follow faster than the focus can, and their Enter, too.
        """
        composer = self.query_one(Composer)
        if event.key == "enter" and self.focused is composer:
            event.stop()
            composer.send()
        if not event.is_printable or event.character is None or isinstance(self.focused, Search):
            return
        if event.character == "/" and self.query_one(Desk).has_focus_within:
            event.stop()
            self.query_one(Search).focus()
            return
        self._hearing.let_through()
        event.stop()
        self.set_focus(composer)
        composer.insert(event.character)

    def action_desk(self) -> None:
        """Narrow: show or hide the desk in place of the talk. Wide: go to the desk and back."""
        desk = self.query_one(Desk)
        self.set_class(not desk.has_focus and not desk.has_focus_within and not self.has_class("-desk-open"), "-desk-open")
        if self.has_class("-desk-open"):
            desk.scroll_home(animate=False)
            self.call_after_refresh(desk.focus if desk.can_focus else desk.read)
        else:
            self.query_one(Composer).focus()

    def action_search(self) -> None:
        """Look for a word on the desk."""
        if self.has_class("-narrow"):
            self.add_class("-desk-open")
        self.call_after_refresh(self.query_one(Search).focus)

    def action_settle(self) -> None:
        """Back to the composer from anywhere; a customer still typing is let through, a search ends."""
        self.query_one(Search).value = ""
        if self._hearing.drafting:
            self.live.hurry()
        self._hearing.let_through()
        self.remove_class("-desk-open")
        self.query_one(Composer).focus()

    @property
    def may_rewind(self) -> bool:
        """Whether there is a turn to take again, and this is practice."""
        return self.live.practice and bool(turns_of(self.shown))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.may_rewind if action == "rewind" else super().check_action(action, parameters)

    def action_rewind(self) -> None:
        from trainer.tui.screens.turns import TurnsScreen

        self._hearing.let_through()
        self.app.push_screen(TurnsScreen(self.live))

    def _rewind_typed(self) -> None:
        if self.may_rewind:
            self.action_rewind()
        else:
            why = "You have taken no turn yet." if self.live.practice else IN_A_TEST
            self.query_one(TranscriptView).add("note", "Not done", why)

    async def _coach_begins(self) -> None:
        says = await self.live.coach_begins()
        if self.is_attached:
            self.query_one(TranscriptView).add("note", "Coach", says)

    def action_coach(self) -> None:
        self.query_one(TranscriptView).add("note", "Coach", self.live.coach.switch())
        self.app.coached = self.live.coach.on
        if not self.live.coach.on:
            self.query_one(CoachLine).hush()

    def action_pause(self) -> None:
        self._keep_draft()
        self.app.push_screen(PauseScreen())

    def action_leave(self) -> None:
        if self.live.over:
            self._to_ending()
        else:
            self.app.push_screen(LeaveScreen(), self._left)

    def _left(self, sure: bool | None) -> None:
        if sure:
            self.app.errand(self._leave(), "leaving the call")

    async def _leave(self) -> None:
        self._hearing.let_through()
        self._hearing.show(await self.live.leave())
        self._to_ending()

    def _to_ending(self) -> None:
        from trainer.tui.screens.ending import EndingScreen

        self.app.switch_screen(EndingScreen(self.live))

    def palette(self) -> Iterable[SystemCommand]:
        """All that can be done here, for the palette."""
        return palette_of(self)
