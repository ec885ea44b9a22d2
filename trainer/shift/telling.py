"""The words of a shift, for both views: what it is, how it stands between calls, and what one can do next.

Sections of plain lines; a view decides only how a heading looks.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from trainer.shift.answers import message
from trainer.shift.lines import QUOTED, Section, answer_lines, call_line, calls_section, left_line, saying_line, word_lines
from trainer.shift.plan import Planned
from trainer.shift.reputation import sayings, standing
from trainer.shift.stamina import FULL, TIRED, stamina_word
from trainer.shift.state import BREAK_MINUTES, Doing, State, left_of, next_up
from trainer.text import safe_line
from trainer.words import count

ABOUT = (
    "A shift is a queue of calls, one after the other. Between them there is a short page and no debrief; all debriefs are open at the end.",
    "You answer for several firms. Each call has a firm and a day of its own, and “today” in it means that day; the shift itself counts only minutes.",
    "There is one sum of goodwill for the whole shift. What the record owes does not come out of it.",
    "What you promise is written down. What does not hold comes back before the shift is over.",
    "Calls wear on you, and a break gives something back, while the queue waits. That changes no score.",
    "At the end you write a note to the team: what ran through the calls, how many it touched, what would mend it.",
)
LAST_CALL, GOODWILL, PEOPLE_SAY = "The call before", "Goodwill", "What people say"
HOUR_HAS_COME, TIME_HAS_PASSED = "For them the hour you named has come.", "For them time has passed since your call."
ASK_NOTE = "What should the team know after this shift? What went wrong on our side, how many it touches, what would mend it."
ASK_ANSWER = "One reply. What does it say?"
NOTHING_TO_NOTE = "No call was taken to its end, so there is no note to the team."


class Choice(StrEnum):
    """What one can do between calls."""

    TAKE = "take"
    BREAK = "break"
    ANSWER = "answer"
    NOTE = "note"
    PASS = "pass"
    LEAVE_OUT = "out"
    END = "end"


def choices(state: State) -> tuple[tuple[Choice, str], ...]:
    """What can be done next, the plain thing first."""
    found = _next(state)
    return (*found, (Choice.END, "End the shift here; its calls stay among your past calls")) if found else ()


def _next(state: State) -> tuple[tuple[Choice, str], ...]:
    up = next_up(state)
    if up.doing in (Doing.CALL, Doing.CALL_BACK) and up.call:
        again = " again" if up.doing is Doing.CALL_BACK else ""
        take = (Choice.TAKE, f"Take the call: {safe_line(up.call.customer)}{again}, {safe_line(up.call.trade)}")
        rest = (Choice.BREAK, f"Take a break: {BREAK_MINUTES} minutes, while the queue waits")
        return (take, rest) if state.stamina < FULL else (take,)
    if up.doing is Doing.MESSAGE and up.account:
        return (Choice.ANSWER, f"Answer the message from {safe_line(up.account.customer)}"), (Choice.PASS, "Leave it unanswered")
    if up.doing is Doing.GO_ON and up.call:
        name = safe_line(up.call.customer)
        return (Choice.TAKE, f"Go on with the call: {name}"), (Choice.LEAVE_OUT, "Go on without this call; nothing is held against you")
    if up.doing is Doing.NOTE:
        return (Choice.NOTE, "Write the note to the team"), (Choice.PASS, "Write none")
    return ()


def ask_end(state: State) -> str:
    """What is asked before a shift is ended with calls left; empty where none are."""
    left = left_of(state)
    return f"End the shift with {count(left, 'call')} left? They cannot be taken afterwards." if left else ""


def noted_at_end(state: State) -> bool:
    """Whether there is anything for a note to the team to be about."""
    return any(account.attempt for account in state.done)


def head(state: State) -> str:
    """Where in the shift one stands, in a line."""
    calls = len(state.plan.calls)
    taken = sum(account.slot.isdigit() for account in state.done)
    return f"Shift: {taken} of {count(calls, 'call')} done, {count(round(state.clock), 'minute')} in. You are {stamina_word(state.stamina)}."


def between(state: State) -> tuple[Section, ...]:
    """The short page between two calls."""
    return tuple(section for section in _between(state) if section.lines)


def to_write_about(state: State) -> tuple[Section, ...]:
    """What stands above what is written: the message, or for the note the calls."""
    up = next_up(state)
    if up.doing is Doing.MESSAGE and up.account:
        passed = HOUR_HAS_COME if up.account.due and up.account.due.due else TIME_HAS_PASSED
        return (Section(title="A message is waiting", lines=(passed, f"{safe_line(up.account.customer)}: {safe_line(message(up.account))}")),)
    return (calls_section(state),)


def _between(state: State) -> Iterator[Section]:
    up = next_up(state)
    if up.doing is Doing.MESSAGE:
        yield from to_write_about(state)
    elif up.doing is Doing.GO_ON and up.call:
        yield Section(title="A call is under way", lines=(f"{safe_line(up.call.customer)}, {safe_line(up.call.trade)}. Everything so far was kept.",))
    elif up.call:
        waited = state.wait(up.slot)
        so_far = f"has waited {count(round(waited), 'minute')}" if waited >= 1 else "has just written"
        back = f" It is about what you said in {safe_line(up.account.title)}." if up.account else ""
        yield Section(
            title="Next in the queue", lines=(f"{safe_line(up.call.customer)}, {safe_line(up.call.trade)}, {so_far}.{back}", *_there(up.call), *_behind(state))
        )
    elif up.doing is Doing.NOTE:
        yield Section(title="The queue is empty", lines=(f"One thing is left. {ASK_NOTE}",))
        yield calls_section(state)
    if answer := state.answers.get(state.just_answered):
        yield Section(title="Your answer", lines=tuple(answer_lines(answer)))
    elif state.rested:
        yield Section(title="You took a break", lines=(f"{BREAK_MINUTES} minutes. The queue has waited meanwhile.",))
    elif state.done and up.doing is not Doing.NOTE:
        yield Section(title=LAST_CALL, lines=tuple(_last(state)))
    yield Section(title="Your word", lines=tuple(word_lines(state, all_of_it=False)))
    yield Section(title=GOODWILL, lines=(left_line(state),))
    yield Section(title="Stamina", lines=tuple(_stamina(state)))
    yield Section(title=PEOPLE_SAY, lines=tuple(_said(state)))


def _said(state: State) -> Iterator[str]:
    """What people say that stands nowhere else on the page: the last verdict stands with its call, and word still owed under the rep's word."""
    said = sayings(state)
    if not said:
        return
    yield standing(state)
    last = state.done[-1]
    yield from (saying_line(one) for one in said[-3:] if not one.owed and not (one.verdict and one.who == last.customer))


def _there(call: Planned) -> Iterator[str]:
    """For whom one answers next, and what day it is in that call; in a call-back time has passed since."""
    if call.firm:
        yield (
            f"You answer for {safe_line(call.firm)}. In this call it is {safe_line(call.today)}."
            if call.today
            else (f"You answer for {safe_line(call.firm)} again. In this call time has passed since the first; its briefing says how much.")
        )


def _behind(state: State) -> Iterator[str]:
    left = left_of(state)
    yield f"{count(left, 'call')} left, this one among them." if left > 1 else "It is the last of the shift." if left else "Then only the note is left."


def _last(state: State) -> Iterator[str]:
    account = state.done[-1]
    yield call_line(account)
    if account.says:
        yield f"{safe_line(account.customer)}: “{safe_line(account.says, 2 * QUOTED)}”"
    for line in account.next[:2]:
        yield safe_line(line, 2 * QUOTED)


def _stamina(state: State) -> Iterator[str]:
    """Only what the head of the page does not say: a page read aloud is long enough."""
    if state.done and state.stamina < TIRED and next_up(state).doing in (Doing.CALL, Doing.CALL_BACK):
        yield "A break would help. It changes no score."
