"""One call in the plain view: reply, look things up, act, until it ends or is put aside."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum, auto

from scenarios.model import Scenario
from scenarios.transcript import CustomerMoved, Event, Transcript
from trainer.call import Call
from trainer.coach import Coach
from trainer.commands import CommandError, left_unsaid, parse_command
from trainer.plain.briefing import HELP, briefing_lines, desk_lines, policy_lines, record_lines, rubric_lines, search_lines
from trainer.plain.console import Console
from trainer.plain.going import BACK, QUIT, TERMS, bare, hardly_said, is_command
from trainer.plain.going import HELP as HELP_WORDS
from trainer.plain.lines import event_lines, first_name, mood_figures
from trainer.settings.current import settings
from trainer.text import safe_line
from trainer.tries import IN_A_TEST
from trainer.undertaken import open_words, steps
from trainer.voices.sitting import Sitting

WAYS_OUT = ("stop", "q", *QUIT)
"""What people type to get out of a program. Nobody says it to a customer, and it must not cost a call."""
NOT_SENT = "That was not sent to the customer: “{word}” is a command. Type it again with a dot after it to say it, or /{word} to do it. /pause stops for now, /leave leaves the call."
NOT_SENT_HELP = "That was not sent to the customer."
NOT_SENT_HERE = "That was not sent to the customer: “{word}” is a word of Coolhead. Type it again with a dot after it to say it, or /pause to stop for now, /leave to leave the call."
NOT_SENT_YET = "Not sent yet: {why}. Send it to the customer? Enter sends it; help lists the commands."
NOT_SENT_EITHER = "That was not sent to the customer: {why}. Type it again with a dot after it to say it."
"""Where a draft waits: Enter is for that one."""
HELD = "Your draft “{draft}” still waits, not sent. Enter alone sends it as it is; a reply typed anew goes in its place."
LET_GO = "The draft that waited was let go; it was not sent."
AGAIN = "again"
"""The customer's last line once more."""
PAUSED_HELP = ("Enter: go on with the call. stop: put it aside; resume takes it up again. Nothing is lost.",)


class Left(Enum):
    """How the conversation stopped being typed."""

    ENDED = auto()
    PAUSED = auto()
    """put aside, to be resumed"""
    REPLACED = auto()
    """another try has taken its place"""


class Conversation:
    """The loop of one call. ``practice`` tells the mood after every customer turn.

    ``rewind`` lets a turn of the call so far be taken again, and says whether that has taken this call's place; ``told`` events need not be told again; a ``further`` try is
    stopped where a first one would be left.
    """

    def __init__(
        self,
        console: Console,
        call: Call,
        scenario: Scenario,
        *,
        practice: bool,
        coach: Coach,
        rewind: Callable[[Transcript, str], bool] | None = None,
        told: int = 0,
        further: bool = False,
        sitting: Sitting | None = None,
        metered: bool | None = None,
    ) -> None:
        self._console = console
        self._call = call
        self._scenario = scenario
        self._practice = practice
        self._metered = practice and (settings().meter if metered is None else metered)
        self._rewind = rewind
        self._told = told
        self._further = further
        self._coach = coach
        self._held = ""
        """a draft the coach has spoken of, until it or another is sent"""
        self._left = ""
        """what was told last of what is still to do"""
        self._sitting = sitting
        if console.interactive:
            call.on_drafting = lambda: console.tell(f"{first_name(scenario)} is typing ...")
        self._looks: dict[str, Callable[[], Iterator[str]]] = {
            "briefing": lambda: briefing_lines(scenario),
            "desk": lambda: desk_lines(scenario, self._events()),
            "record": lambda: record_lines(scenario),
            "policy": lambda: policy_lines(scenario),
            "rubric": rubric_lines,
            "mood": self._mood,
            "log": lambda: event_lines(self._events(), scenario, practice=self._metered),
        }

    def run(self) -> Left:
        """Go on until the call is over or put aside. The end of the input leaves the call, which costs nothing."""
        if self._console.interactive and not self._further:
            self._console.tell("Type your reply after the word You and press Enter. /help lists what else you can type.")
        self._tell_new(own=True, mood_known=self._further)
        self._tell_aside()
        self._whisper()
        while not self._call.ended:
            typed = self._console.ask_reply("You:")
            if typed is None and self._console.interactive:
                return Left.PAUSED  # a slip of the finger, or a line that went dead: nothing is lost by it
            if typed is None:
                self._console.tell("The input ended; the call is left.")
                self._call.leave()
            elif typed.lstrip().startswith("/"):
                if left := self._command(typed.strip()):
                    return left
                self._tell_held()
            elif not self._console.interactive and bare(typed) in (*WAYS_OUT, BACK[0]):
                return Left.PAUSED  # nobody is there to be asked whether it was meant so, and it costs nothing
            elif self._console.interactive and self._is_command(typed):
                self._hold_back(bare(typed))
                self._tell_held()
            elif self._console.interactive and (asked := self._asked_of(typed)):
                self._console.tell(asked)
                self._tell_held()
                self._held = self._held or typed.strip()
            elif typed.strip() or self._held:
                self._send(typed.strip() or self._held)
            self._tell_new(own=not self._console.interactive)
            if self._call.notice:
                self._console.tell(f"Note: {self._call.notice}")
            self._tell_aside()
            self._whisper()
        return Left.ENDED

    def _is_command(self, typed: str) -> bool:
        """Whether a line is nothing but a word this program knows, or the name of an action at this desk."""
        return is_command(typed) or bare(typed) in self._scenario.desk.actions

    def _here(self) -> tuple[str, ...]:
        """The words that do something in this call behind a slash."""
        return (*self._looks, *self._scenario.desk.actions, *WAYS_OUT, "pause", "leave", "rewind", "coach", "voice", "find", "meter", AGAIN)

    def _asked_of(self, typed: str) -> str:
        """What to ask before a lone word or number is sent that was hardly meant for the customer; empty where it goes as it is."""
        why = hardly_said(typed, self._here())
        return (NOT_SENT_EITHER if self._held else NOT_SENT_YET).format(why=why) if why else ""

    def _hold_back(self, word: str) -> None:
        """A command typed where the customer would have got it: said so, and nothing is done but telling what there is."""
        if word in HELP_WORDS:
            self._console.aside(NOT_SENT_HELP, *HELP)
            return
        if word in TERMS:
            self._console.aside(NOT_SENT_HELP)
            self._console.tell_terms()
            return
        self._console.tell((NOT_SENT if word in self._here() else NOT_SENT_HERE).format(word=word[:40]))

    def _send(self, text: str) -> None:
        """Send a reply, once the coach has had a look at it."""
        hint = self._coach.look(self._call, self._events(), text)
        if hint is not None:
            self._held = text
            self._console.tell(f"Coach: {safe_line(hint.says)} Press Enter to send it as it is, or type your reply anew.")
            return
        self._held = ""
        self._coach.sent(text)
        self._call.say(text)

    def _tell_held(self) -> None:
        """That a draft still waits, and what Enter does with it: whatever was typed since, that Enter must surprise nobody."""
        if self._held and not self._call.ended:
            self._console.tell(HELD.format(draft=safe_line(self._held, 40)))

    def _whisper(self) -> None:
        """A hint of a guided call, told once."""
        if self._call.hint:
            self._console.tell(f"Hint: {self._call.hint}")
            self._call.hint = ""

    def _tell_aside(self) -> None:
        """A word about the customer's voice, told once."""
        if self._call.aside:
            self._console.tell(f"Note: {self._call.aside}")
            self._call.aside = ""

    def _events(self) -> tuple[Event, ...]:
        return self._call.transcript.events

    def _tell_new(self, *, own: bool, mood_known: bool = True) -> None:
        events = self._events()
        before = events[: self._told] if mood_known else ()
        mood = next((event.mood for event in reversed(before) if isinstance(event, CustomerMoved)), None)
        self._console.tell_all(event_lines(events[self._told :], self._scenario, practice=self._metered, own=own, mood=mood))
        self._told = len(events)
        left = open_words(steps(self._scenario, events)) if self._console.interactive and not self._call.ended else ""
        if left and left != self._left:
            self._console.tell(f"{left}.")
        self._left = left

    def _command(self, line: str) -> Left | None:
        """Do what a line that begins with a slash asks for; how the call was left, where it was left by it."""
        word = next(iter(line[1:].lower().split()), "help")
        if word in self._scenario.desk.actions:  # a scenario's own action goes before a look-up of the same name
            self._act(line)
        elif self._further and word in ("pause", "leave", *WAYS_OUT):
            return Left.PAUSED
        elif word == "rewind":
            return self._go_back(line.partition(" ")[2].strip())
        elif word == "pause" or word in WAYS_OUT:
            return Left.PAUSED if self._paused() else None
        elif word == "leave":
            self._call.leave()
        elif word == "back":
            self._console.tell("You are in a call. /pause stops for now, /leave leaves it.")
        elif word == AGAIN:
            self._tell_last()
        elif word in ("home", "today"):
            self._console.tell("You are in a call; /pause stops it for now, then type it again.")
        elif word in ("meter", "mood") and line.split()[1:] in (["on"], ["off"]):
            self._console.tell(self._switch_mood(line.split()[1] == "on"))
        elif word == "coach":
            self._console.tell(self._coach.switch() if self._console.interactive else "The coach needs somebody at the keyboard.")
        elif word == "voice" and self._sitting:
            self._console.tell(self._sitting.told(line.partition(" ")[2]))
        elif word == "find":
            self._console.tell_all(search_lines(self._scenario, line.partition(" ")[2]))
        elif word in HELP_WORDS:
            self._console.aside(*HELP)
        elif word == TERMS[0]:
            self._console.tell_terms()
        elif word in self._looks:
            self._console.tell_all(self._looks[word]())
        else:
            self._act(line)
        return None

    def _go_back(self, chosen: str) -> Left | None:
        """Take one of the rep's turns again, then return to this call as it stands, unless the other try has taken its place."""
        if self._rewind is None or not self._practice:
            self._console.tell(IN_A_TEST)
            return None
        if self._held:
            self._console.tell(LET_GO)
        self._held = ""
        if self._rewind(self._call.transcript, chosen):
            return Left.REPLACED
        self._console.tell("You are back in the call as it stands.")
        self._tell_last()
        return None

    def _act(self, line: str) -> None:
        try:
            do, args = parse_command(line, self._scenario, (*self._here(), *HELP_WORDS[:1]))
        except CommandError as error:
            self._console.tell(f"Not done: {error} Type /desk for what you can do, /help for the rest.")
            return
        self._call.act(do, args)
        if left_unsaid(do, args, self._scenario):
            self._console.tell(f"What stands after /{do} goes into the log only. To say it to the customer, type it on a line of its own.")

    def _mood(self) -> Iterator[str]:
        moods = [event.mood for event in self._events() if isinstance(event, CustomerMoved)]
        if not self._practice:
            yield "The mood is told only in practice; here it shows in the customer's words."
        elif moods:
            yield f"Mood: {mood_figures(moods[-1])}. Figures go from 0 to 100."

    def _switch_mood(self, on: bool) -> str:
        if not self._practice:
            return next(self._mood())
        self._metered = on
        return "The mood is told after each of the customer's turns." if on else "The mood is told only where you type /mood."

    def _paused(self) -> bool:
        """Whether the call is put aside for good. Through a pipe nobody can come back to it in the same sitting."""
        if not self._console.interactive:
            return True
        self._console.tell("Paused. No time passes. Press Enter to go on, or type stop to put the call aside.")
        answer = self._console.choose("Paused:", PAUSED_HELP, go_back=False)
        if self._console.ended or bare(answer) in BACK:
            return True
        self._tell_last()
        return False

    def _tell_last(self) -> None:
        """The customer's last line once more."""
        last = next((event for event in reversed(self._events()) if event.kind == "replied"), None)
        self._console.tell_all(event_lines([last], self._scenario) if last else ())


def last_heard(call: Call) -> int:
    """Where the customer's last turn begins: what stands before it need not be told again."""
    events = call.transcript.events
    return max((n for n, event in enumerate(events) if event.kind == "moved"), default=0)
