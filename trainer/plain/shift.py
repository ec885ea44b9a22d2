"""A shift in the plain view: the page between calls as flat lines, what to do next as a word, the debriefs at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.errors import CoolheadError, Exit
from trainer.finding import fresh_seed
from trainer.plain.console import Console
from trainer.records.store import Store
from trainer.shift.kept import Shift
from trainer.shift.lines import Section, call_line
from trainer.shift.looking_back import ended
from trainer.shift.plan import LENGTHS
from trainer.shift.state import Doing, State, next_up
from trainer.shift.telling import ABOUT, ASK_ANSWER, ASK_NOTE, Choice, between, choices, head

if TYPE_CHECKING:
    from trainer.plain.view import PlainView

STOP = ("stop", "q", "quit", "exit", "leave")
KEPT = "The shift is kept. Go on with: coolhead shift"


def run_shift(view: PlainView) -> int:
    """Go on with the shift that is under way, or begin one. Raises CoolheadError where the records will not have it."""
    console, store = view.console, view.records()
    shift = Shift.unfinished(store) or _begin(console, store)
    if shift is None:
        return Exit.DONE
    while True:
        state = shift.state()
        if next_up(state).doing is Doing.OVER or not _step(view, shift, state):
            break
    state = shift.state()
    if next_up(state).doing is Doing.OVER or shift.closed:
        console.tell("The shift is over.")
        _tell(console, ended(state))
        _debriefs(view, state)
    else:
        console.tell(KEPT)
    return Exit.DONE


def _begin(console: Console, store: Store) -> Shift | None:
    console.tell("A new shift.", *ABOUT)
    lengths = ", ".join(f"{name} for {calls} calls" for name, calls in LENGTHS.items())
    while (answer := console.ask(f"How long? Type {lengths}. Enter for usual, or q to go back:")) is not None:
        word = answer.strip().lower() or "usual"
        if word in STOP:
            return None
        if word in LENGTHS:
            return Shift.begin(store, calls=LENGTHS[word], seed=fresh_seed())
        console.tell(f"There is no length '{answer[:40]}'.")
    return None


def _step(view: PlainView, shift: Shift, state: State) -> bool:
    """Tell how it stands and do one thing; False to stop here."""
    console, offered = view.console, choices(state)
    console.tell(head(state))
    _tell(console, between(state))
    first, *others = offered
    console.tell(
        f"Press Enter: {first[1]}.", *(f"Type {choice.value}: {words}." for choice, words in others), "Type stop: put the shift aside and come back later."
    )
    while (answer := console.ask("Shift:")) is not None:
        word = answer.strip().lower()
        if word in STOP:
            return False
        chosen = first[0] if not word else next((choice for choice, _ in offered if choice.value == word), None)
        if chosen is not None:
            return _do(view, shift, chosen)
        console.tell(f"There is nothing under '{answer[:40]}' here.")
    return False


def _do(view: PlainView, shift: Shift, chosen: Choice) -> bool:
    """Do what was chosen; False where nothing more is to come."""
    console = view.console
    if chosen is Choice.TAKE:
        return _take(view, shift)
    if chosen is Choice.BREAK:
        shift.rest()
    elif chosen is Choice.LEAVE_OUT:
        shift.leave_out()
    elif chosen is Choice.END:
        shift.close()
        return False
    elif chosen is Choice.PASS:
        shift.write("")
    else:
        console.tell(f"{ASK_ANSWER if chosen is Choice.ANSWER else ASK_NOTE} Enter alone goes back.")
        typed = console.ask_reply("You:")
        if typed is None:
            return False
        if typed.strip():
            shift.write(typed)
    return True


def _take(view: PlainView, shift: Shift) -> bool:
    """Play the call that is next, or go on with the one under way."""
    up = next_up(shift.state())
    try:
        if up.attempt:
            view.go_on(up.attempt, debrief=False)
        else:
            ready = shift.ready()
            view.take(ready.scenario, ready.seed, debrief=False)
    except CoolheadError as error:
        view.console.tell(error.sentence)
        if not view.console.interactive or view.console.ask("Type out to go on without this call, or Enter to stop here:") != "out":
            return False
        shift.leave_out()
    return True


def _debriefs(view: PlainView, state: State) -> None:
    """The debriefs of the calls, as often as wanted."""
    calls = [account for account in state.done if account.attempt]
    while calls and (answer := (view.console.ask("Number of a call for its debrief, or Enter to go back:") or "").strip()):
        if answer.isascii() and answer.isdigit() and len(answer) < 4 and 0 < int(answer) <= len(state.done) and state.done[int(answer) - 1].attempt:
            view.go_on(state.done[int(answer) - 1].attempt)
        else:
            view.console.tell(f"There is no call '{answer[:20]}'.", *(f"{n}. {call_line(account)}" for n, account in enumerate(state.done, 1)))


def _tell(console: Console, sections: tuple[Section, ...]) -> None:
    for section in sections:
        console.tell(f"{section.title}.", *(f"  {line}" for line in section.lines))
