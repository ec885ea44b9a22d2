"""Home in flat lines: what was put aside, the forms of practice by number or word, and every call by its number, name or a search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from trainer.errors import ContentError, CoolheadError, Exit, UsageError
from trainer.home import Standing, call_of_shift, standing
from trainer.modes import MODES, Mode, mode_named, opener
from trainer.picking.listed import Listed, first_call, on_the_list
from trainer.plain.going import BACK, WentHome, bare
from trainer.plain.looking import EXPORT
from trainer.plain.past_calls import look_back
from trainer.plain.picking import HELP, Picking
from trainer.records.store import StoreError
from trainer.records.titles import with_kept_titles
from trainer.words import count, moment_words

if TYPE_CHECKING:
    from trainer.plain.console import Console
    from trainer.records.store import AttemptRow, Store

AT_HOME = "{} or a word, find WORDS, list, past,{} help, or quit to leave:"
PICK = "Number of the call, find WORDS, trade, level, principle, length, order, past, help, or Enter to go back:"
A_CALL, A_FORM = "Number of a call as listed last", f"Number of a form of practice, 1 to {len(MODES)},"
"""What a number means at home, by what was told last."""
FIRST_HELP = (
    "A number: the line of the list told last. first: the guided first call. resume: a call put aside. past: your past calls. home: the first list again."
    " drill and a skill's name: drills of it."
)
STAYING = "This is home. quit leaves Coolhead, and so does Enter, pressed twice."
LEAVING = "Leave Coolhead? Press Enter again to leave, or type what you want; help tells what there is."
OUT = ("q",)
"""What leaves Coolhead at home and is a step back elsewhere."""
PAST = "The calls you have played are under past."
GOODBYE = "Goodbye."


class View(Protocol):
    """What home needs of the plain view."""

    console: Console

    @property
    def kept(self) -> Store | None: ...
    def records(self) -> Store: ...
    def unfinished(self) -> AttemptRow | None: ...
    def play(self, name: str, seed: int | None) -> int: ...
    def play_first(self, name: str, seed: int | None) -> int: ...
    def go_on(self, attempt: str) -> int: ...


def at_home(view: View, seed: int | None) -> int:
    """Offer what there is until nothing more is chosen. The calls are listed where they are asked for, from a pipe too."""
    return _Home(view, seed).run()


def pick_a_call(view: View) -> int:
    """The list of calls until one goes back: the mode ``calls``."""
    return _Calls(view, None).run()


class _Calls:
    """The list, asked and picked from."""

    PROMPT = PICK
    FROM_A_PIPE = "From a file or a pipe the first line names a call by its number, name or title; the lines after it are your replies."

    def __init__(self, view: View, seed: int | None) -> None:
        self.view, self.console, self.seed = view, view.console, seed
        self.picking = Picking(view.console, self.shown)

    def shown(self) -> list[Listed]:
        """What there is now, and how often each was played."""
        return on_the_list(self.view.kept)

    def run(self) -> int:
        """Ask until nothing is answered, or a call ends from a pipe."""
        self.begin()
        while answer := self._answer():
            try:
                code = self.open(answer)
            except (UsageError, ContentError, StoreError) as error:
                if not self.console.interactive:
                    error.remedy = f"{self.FROM_A_PIPE} {error.remedy}".strip() if isinstance(error, UsageError) else error.remedy
                    raise
                self.console.aside(error.sentence)
                continue
            if code is not None and (code != Exit.DONE or not self.console.interactive):
                return code
            if code is not None:
                self.console.tell(self.came_back())
        return Exit.DONE

    def came_back(self) -> str:
        """Where one is after a call."""
        return f"The list of calls. {PAST}"

    def help(self) -> tuple[str, ...]:
        """What can be typed here."""
        return HELP

    def begin(self) -> None:
        self.picking.tell()

    def prompt(self) -> str:
        return self.PROMPT

    def open(self, answer: str) -> int | None:
        """Do what was answered; the exit code of a call, None for anything else. Raises CoolheadError."""
        if answer.lower() == "past":
            if mode := look_back(self.console, self.view.records(), self.view.go_on):
                self._open_mode(mode)
        elif not self.picking.understood(answer):
            named = self.picking.numbered(answer)
            if not isinstance(named, Mode):
                return self.view.play(named.id if isinstance(named, Listed) else self.picking.id_of(answer) if self.console.interactive else answer, self.seed)
            self._open_mode(named)
        return None

    def _open_mode(self, mode: Mode, wanted: str = "") -> None:
        """A form of practice; ``wanted`` is what was typed behind its name."""
        opener(mode.plain)(self.view, **({"wanted": wanted} if wanted else {}))

    def _answer(self) -> str:
        return self.console.choose(self.prompt(), self.help())


class _Home(_Calls):
    """The list of calls with everything else before it."""

    FROM_A_PIPE = "From a file or a pipe the first line names a call by its number, name or title, or is first for the guided first call; the lines after it are your replies. A line that is only list tells the calls."
    _told_how = False
    """whether a pipe needs no word on what there is: it was told, or has answered"""
    _told_of = ""
    """the call put aside that was told of last"""

    def run(self) -> int:
        """The same, and home is come back to from wherever ``home`` is typed; nobody leaves by one Enter too many."""
        self.console.at_home = True
        code = super().run()
        if self.console.interactive and code == Exit.DONE:
            self.console.tell(GOODBYE)
        return code

    def help(self) -> tuple[str, ...]:
        forms = f"{', '.join(mode.name for mode in MODES)}: the forms of practice, as home lists them."
        return (FIRST_HELP, forms, *HELP, EXPORT)

    def _answer(self) -> str:
        asked = False
        while True:
            try:
                answer = self.console.choose(self.prompt(), self.help(), go_back=False)
            except WentHome:
                self._tell_modes()
                continue
            if not self.console.interactive:
                if self.console.ended:
                    self._tell_how()
                self._told_how = True
            if bare(answer) in OUT or (bare(answer) in BACK and not self.console.interactive):
                return ""
            if bare(answer) in BACK:  # one step too many, as an Enter may be: it must not end the program
                self.console.aside(STAYING)
                continue
            if answer or asked or self.console.ended or not self.console.interactive:
                return answer
            self.console.tell(LEAVING)
            asked = True

    def begin(self) -> None:
        self.console.tell("Coolhead, plain view.")
        found = self._standing()
        if found.new_here and (first := first_call(self.shown())):
            self.console.tell(f"New here? Type first to begin with: {first.title}{', guided' if first.guided else ''}.")
        self.console.tell_all(f"{one.named}: put aside on {moment_words(one.since)}. Type {one.mode.name} to go on with it." for one in found.put_aside)
        self._tell_waiting()
        self._tell_modes()
        self.console.tell(*found.due)
        if not self.console.interactive and not self.console.line_waits():
            self._tell_how()

    def _tell_how(self) -> None:
        """Once, where a pipe sends nothing yet: what there is. A script whose first line stands there already has chosen."""
        if not self._told_how:
            self.console.tell(f"{count(len(self.shown()), 'call')} to choose from: list tells them all, find WORDS some, help the rest.")
        self._told_how = True

    def came_back(self) -> str:
        return f"Home. {PAST}{'' if self.picking.told is MODES else ' Type home for the forms of practice.'}"

    def prompt(self) -> str:
        waits = " resume," if self._tell_waiting() else ""
        return AT_HOME.format(A_FORM if self.picking.told is MODES else A_CALL, waits)

    def _tell_waiting(self) -> bool:
        """Whether a call was put aside, which is told once, however often the list is asked; one of a shift put aside comes with that."""
        waiting = self.view.unfinished()
        if waiting and waiting.id != self._told_of:
            self._told_of = waiting.id
            if waiting.id != self._of_shift():
                known = {one.id: one.title for one in self.shown()}
                named = with_kept_titles(self.view.records(), [(waiting.id, waiting.scenario)], known)[waiting.scenario]
                self.console.tell(f"A call of {moment_words(waiting.began)} was put aside: {named}. Type resume to go on with it.")
        return waiting is not None

    def _of_shift(self) -> str | None:
        """The call under way in the shift that was put aside."""
        try:
            return call_of_shift(self.view.records())
        except CoolheadError:  # said where the shift is gone on with
            return None

    def open(self, answer: str) -> int | None:
        try:
            return self._open(answer)
        except WentHome:
            self._tell_modes()
        return None

    def _open(self, answer: str) -> int | None:
        word = answer.lower()
        if word == "resume":
            if waiting := self.view.unfinished():
                return self.view.go_on(waiting.id)
            aside = [f"{one.named}: put aside on {moment_words(one.since)}. Type {one.mode.name} to go on with it." for one in self._standing().put_aside]
            self.console.aside("No call was put aside.", *aside)
            return None
        if word == "first" and (first := first_call(self.shown())):
            return self.view.play_first(first.id, self.seed)
        mode, wanted = _mode_in(answer)
        if mode is None:
            return super().open(answer)
        self._open_mode(mode, wanted)
        return None

    def _open_mode(self, mode: Mode, wanted: str = "") -> None:
        """The same, and what numbers mean is said on the way back: another list was told last."""
        super()._open_mode(mode, wanted)
        if self.console.interactive and not self.console.ended:
            self.picking.told = MODES
            self.console.tell("Home. Type home for the forms of practice.")

    def _tell_modes(self) -> None:
        """The forms of practice; at a keyboard they are numbered, and a number means one of them until a list of calls is told."""
        for number, mode in enumerate(MODES, 1):
            self.console.tell(f"{f'{number}. ' if self.console.interactive else ''}{mode.title}: {mode.about}. Type {mode.name}.")
        if self.console.interactive:
            self.picking.told = MODES

    def _standing(self) -> Standing:
        try:
            return standing(self.view.kept) if self.view.kept else Standing()
        except CoolheadError:  # of records said where the call put aside is looked for
            return Standing()


def _mode_in(answer: str) -> tuple[Mode | None, str]:
    """The form of practice that is named, and what of it is wanted where it takes that behind its name."""
    name, _, wanted = answer.strip().partition(" ")
    mode = mode_named(name.lower())
    return (mode, wanted.strip()) if mode and (mode.wanted or not wanted.strip()) else (None, "")
