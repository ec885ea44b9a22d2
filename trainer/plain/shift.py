"""A shift in the plain view: the page between calls as flat lines, what to do next as a word, the debriefs at the end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from trainer.errors import CoolheadError, Exit
from trainer.finding import fresh_seed
from trainer.plain.console import Console
from trainer.plain.going import BACK, Went, bare, kept
from trainer.records.store import Store
from trainer.shift.kept import Shift
from trainer.shift.lines import Section, call_line
from trainer.shift.looking_back import ended
from trainer.shift.plan import LENGTHS
from trainer.shift.state import Doing, State, next_up
from trainer.shift.telling import (
    ABOUT,
    ASK_ANSWER,
    ASK_NOTE,
    GOODWILL,
    LAST_CALL,
    NOTHING_TO_NOTE,
    PEOPLE_SAY,
    Choice,
    ask_end,
    between,
    choices,
    head,
    noted_at_end,
)

if TYPE_CHECKING:
    from trainer.plain.view import PlainView


LATER = "The debriefs of the shift stay among your past calls: type past at home."
JUST_PLAYED = ""
"""Among what was said: a call was just played, and its last words were told at its end."""
WRITE_HELP = ("Your words, then Enter. End a line with a backslash to go on in the next line.", "Enter alone, or back: not now.")
NOTE_HELP = (WRITE_HELP[0], "Enter alone: no note; the shift is over. back: go on with the shift.")
END_HELP = ("end: the shift is over, and its calls stay among your past calls. Enter: go on with it.",)
LENGTH_HELP = ("How many calls are in the queue. Enter: usual. It can be put aside at any time.",)


def run_shift(view: PlainView, *, at_once: bool = False) -> int:
    """Go on with the shift that is under way, or begin one; ``at_once``, with its next call before any page. Raises CoolheadError where the records will not have it."""
    console, store = view.console, view.records()
    shift = Shift.unfinished(store) or _begin(console, store)
    if shift is None:
        return Exit.DONE
    said: set[str] = set()
    while True:
        state = shift.state()
        try:
            if next_up(state).doing is Doing.OVER or not (_took(view, shift, said) if at_once else _step(view, shift, state, said)):
                break
            at_once = False
        except Went as went:
            console.tell(kept("shift", console, went))
            raise
    state = shift.state()
    if next_up(state).doing is Doing.OVER or shift.closed:
        console.tell("The shift is over.")
        _tell(console, ended(state))
        _debriefs(view, state)
    else:
        console.tell(kept("shift", console))
    return Exit.DONE


def _begin(console: Console, store: Store) -> Shift | None:
    console.tell("A new shift.", *ABOUT)
    lengths = ", ".join(f"{name} for {calls} calls" for name, calls in LENGTHS.items())
    while True:
        answer = console.choose(f"How long? Type {lengths}. Enter for usual, stop to go back:", LENGTH_HELP, go_back=False)
        word = answer.lower() or "usual"
        if word in BACK or console.ended:
            return None
        word = next((name for name, calls in LENGTHS.items() if word in (str(calls), f"{calls} calls")), word)
        if word in LENGTHS:
            return Shift.begin(store, calls=LENGTHS[word], seed=fresh_seed())
        console.tell(f"There is no length '{answer[:40]}'.")


def _unsaid(sections: tuple[Section, ...], said: set[str]) -> tuple[Section, ...]:
    """The page without what was told on an earlier one, or at the end of the call just played; ``said`` is added to."""
    kept = []
    for section in sections:
        if section.title not in (LAST_CALL, PEOPLE_SAY, GOODWILL):
            kept.append(section)
            continue
        told = section.title == LAST_CALL and JUST_PLAYED in said
        kept.append(replace(section, lines=() if told else tuple(line for line in section.lines if line not in said)))
        said.update(section.lines)
    said.discard(JUST_PLAYED)
    return tuple(section for section in kept if section.lines)


def _step(view: PlainView, shift: Shift, state: State, said: set[str]) -> bool:
    """Tell how it stands and do one thing; False to stop here. ``said`` is what was told before."""
    console, offered = view.console, choices(state)
    console.tell(head(state))
    _tell(console, _unsaid(between(state), said))
    first, *others = offered
    ways = (*(f"Type {choice.value}: {words}." for choice, words in others), "Type stop: put the shift aside and come back later.")
    console.tell(f"Press Enter: {first[1]}.", *(way for way in ways if way not in said))
    said.update(ways)
    offers = (f"Enter: {first[1]}.", *(f"{choice.value}: {words}." for choice, words in others), "stop: put the shift aside; it is kept.")
    prompt = f"Shift: {', '.join(('Enter', *(choice.value for choice, _ in others), 'stop'))} or help:"
    while True:
        answer = console.choose(prompt, offers, go_back=False)
        word = answer.lower()
        if word in BACK or console.ended:
            return False
        chosen = first[0] if not word else next((choice for choice, _ in offered if choice.value == word), None)
        if chosen is Choice.TAKE:
            return _took(view, shift, said)
        if chosen is not None:
            return _do(view, shift, chosen)
        console.tell(f"There is nothing under '{answer[:40]}' here.")


def _do(view: PlainView, shift: Shift, chosen: Choice) -> bool:
    """Do what was chosen; False where nothing more is to come."""
    console = view.console
    if chosen is Choice.BREAK:
        shift.rest()
    elif chosen is Choice.LEAVE_OUT:
        shift.leave_out()
    elif chosen is Choice.END:
        return not _end(console, shift)
    elif chosen is Choice.PASS:
        shift.write("")
    else:
        console.tell(f"{ASK_ANSWER if chosen is Choice.ANSWER else ASK_NOTE} Enter alone goes back.")
        typed = console.choose("You:", WRITE_HELP, several=True)
        if console.ended:
            return False
        if typed:
            shift.write(typed)
    return True


def _end(console: Console, shift: Shift) -> bool:
    """End the shift, asked about once where calls are left, and with the note where there is something to write about; False to go on with it."""
    state = shift.state()
    ask = ask_end(state)
    if ask and console.choose(f"{ask} Type end again to end it, or Enter to go on with it:", END_HELP).lower() not in (Choice.END.value, "yes", "y"):
        return False
    if not noted_at_end(state):
        console.tell(NOTHING_TO_NOTE)
        shift.close()
        return True
    console.tell(f"{ASK_NOTE} Enter alone writes none.")
    typed = console.choose("You:", NOTE_HELP, several=True, go_back=False)
    if bare(typed) in BACK:
        return False
    if not typed:
        console.tell("No note was written.")
    shift.close(typed)
    return True


def _took(view: PlainView, shift: Shift, said: set[str]) -> bool:
    """Play the call that is next, or go on with the one under way; False to stop here."""
    said.add(JUST_PLAYED)
    up = next_up(shift.state())
    try:
        if up.attempt:
            view.go_on(up.attempt, debrief=False)
        else:
            ready = shift.ready()
            view.take(ready.scenario, ready.seed, debrief=False)
    except CoolheadError as error:
        view.console.tell(error.sentence)
        if not view.console.interactive or view.console.choose("Type out to go on without this call, or Enter to stop here:") != "out":
            return False
        shift.leave_out()
    return True


def _debriefs(view: PlainView, state: State) -> None:
    """The debriefs of the calls, as often as wanted."""
    calls = [account for account in state.done if account.attempt]
    while calls and (
        answer := view.console.choose(
            "Number of a call of this shift for its debrief, or Enter to leave them for now:",
            ("A number: the debrief of that call. list: the calls. Enter: leave the shift; past finds the debriefs later.",),
        )
    ):
        if answer.isascii() and answer.isdigit() and len(answer) < 4 and 0 < int(answer) <= len(state.done) and state.done[int(answer) - 1].attempt:
            view.go_on(state.done[int(answer) - 1].attempt)
        else:
            view.console.tell(f"There is no call '{answer[:20]}'.", *(f"{n}. {call_line(account)}" for n, account in enumerate(state.done, 1)))
    if calls and view.console.interactive:
        view.console.tell(LATER)


def _tell(console: Console, sections: tuple[Section, ...]) -> None:
    for section in sections:
        console.tell(f"{section.title}.", *(f"  {line}" for line in section.lines))
