"""The words of a shift, for both views: how it stands between calls, what one can do next, and how it ended.

Sections of plain lines; a view decides only how a heading looks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from scenarios.moves import Ending
from scenarios.quantities import Money
from trainer.shift.account import Account, Fate
from trainer.shift.answers import RULE as OWNING_RULE
from trainer.shift.answers import Answer, Owned, message
from trainer.shift.reputation import Saying, sayings, standing
from trainer.shift.stamina import FULL, TIRED, WHAT_IT_DOES, stamina_word
from trainer.shift.state import BACK, BREAK_MINUTES, Doing, State, next_up
from trainer.text import safe_line
from trainer.word_given import when
from trainer.words import ENDINGS, count

ABOUT = (
    "A shift is a queue of calls, one after the other. Between them there is a short page and no debrief; all debriefs are open at the end.",
    "There is one sum of goodwill for the whole shift. What the record owes does not come out of it.",
    "What you promise is written down. What does not hold comes back before the shift is over.",
    "Calls wear on you, and a break gives something back, while the queue waits. That changes no score.",
    "At the end you write a note to the team: what ran through the calls, how many it touched, what would mend it.",
)
ASK_NOTE = "What should the team know after this shift? What went wrong on our side, how many it touches, what would mend it."
ASK_ANSWER = "One reply. What does it say?"

_FATES = {
    Fate.KEPT: "kept",
    Fate.LATER: "put down for its hour",
    Fate.OPEN: "still open",
    Fate.BROKEN: "not kept",
    Fate.BEYOND: "more than the desk could do",
    Fate.TAKEN_BACK: "taken back in time",
}
QUOTED = 120
"""Characters of somebody's words that are quoted."""
TOLD = 3
"""Promises of one call that are told; the one that comes back first."""


class Choice(StrEnum):
    """What one can do between calls."""

    TAKE = "take"
    BREAK = "break"
    ANSWER = "answer"
    NOTE = "note"
    PASS = "pass"
    LEAVE_OUT = "out"
    END = "end"


@dataclass(frozen=True, kw_only=True)
class Section:
    """A heading and its lines."""

    title: str
    lines: tuple[str, ...]


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


def head(state: State) -> str:
    """Where in the shift one stands, in a line."""
    calls = len(state.plan.calls)
    taken = sum(account.slot.isdigit() for account in state.done)
    return f"Shift: {taken} of {count(calls, 'call')} done, {count(round(state.clock), 'minute')} in. You are {stamina_word(state.stamina)}."


def between(state: State) -> tuple[Section, ...]:
    """The short page between two calls."""
    return tuple(section for section in _between(state) if section.lines)


def ended(state: State) -> tuple[Section, ...]:
    """The page at the end of a shift."""
    return tuple(section for section in _ended(state) if section.lines)


def to_write_about(state: State) -> tuple[Section, ...]:
    """What stands above what is written: the message, or for the note the calls."""
    up = next_up(state)
    if up.doing is Doing.MESSAGE and up.account:
        return (Section(title="A message is waiting", lines=(f"{safe_line(up.account.customer)}: {safe_line(message(up.account))}",)),)
    return (_calls(state),)


def call_line(account: Account) -> str:
    """One call of the shift in a line."""
    how = ENDINGS.get(account.ending, "It is over.").format(name=safe_line(account.customer))
    return f"{safe_line(account.title)}. {how}"


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
        yield Section(title="Next in the queue", lines=(f"{safe_line(up.call.customer)}, {safe_line(up.call.trade)}, {so_far}.{back}", *_behind(state)))
    elif up.doing is Doing.NOTE:
        yield Section(title="The queue is empty", lines=(f"One thing is left. {ASK_NOTE}",))
        yield _calls(state)
    if answer := state.answers.get(state.just_answered):
        yield Section(title="Your answer", lines=tuple(_answer(answer)))
    elif state.rested:
        yield Section(title="You took a break", lines=(f"{BREAK_MINUTES} minutes. You are {stamina_word(state.stamina)}. The queue has waited meanwhile.",))
    elif state.done and up.doing is not Doing.NOTE:
        yield Section(title="The last call", lines=tuple(_last(state)))
    yield Section(title="Your word", lines=tuple(_word(state, all_of_it=False)))
    yield Section(title="Goodwill", lines=(_left(state),))
    yield Section(title="Stamina", lines=tuple(_stamina(state)))
    yield Section(title="What people say", lines=(standing(state), *(_saying(one) for one in sayings(state)[-3:])) if state.done else ())


def _ended(state: State) -> Iterator[Section]:
    yield _calls(state)
    yield Section(title="What people say", lines=(standing(state), *(_saying(one) for one in sayings(state))))
    yield Section(title="Your word", lines=tuple(_word(state, all_of_it=True)) or ("You promised nothing in this shift.",))
    yield Section(title="Goodwill", lines=(_left(state), *_mattered(state)))
    yield Section(title="Stamina", lines=tuple(_wore(state)))
    yield Section(title="Your note to the team", lines=tuple(_note(state)))


def _calls(state: State) -> Section:
    return Section(title="The calls", lines=tuple(f"{n}. {call_line(account)}" for n, account in enumerate(state.done, 1)))


def _behind(state: State) -> Iterator[str]:
    taken = {account.slot for account in state.done}
    left = sum(str(n) not in taken for n in range(1, len(state.plan.calls) + 1))
    yield f"{count(left, 'call')} left, this one among them." if left > 1 else "It is the last call." if left else "Then only the note is left."


def _last(state: State) -> Iterator[str]:
    account = state.done[-1]
    yield call_line(account)
    if account.says:
        yield f"{safe_line(account.customer)}: “{safe_line(account.says, 2 * QUOTED)}”"
    for line in account.next[:2]:
        yield safe_line(line, 2 * QUOTED)


def _word(state: State, *, all_of_it: bool) -> Iterator[str]:
    """The ledger of the shift. Between calls only what is not settled."""
    for account in state.done:
        words = [word for word in account.words if all_of_it or word.fate not in (Fate.KEPT, Fate.TAKEN_BACK)]
        answer = state.answers.get(account.slot)
        if not words or (not all_of_it and (answer or state.account(account.slot + BACK))):
            continue
        words.sort(key=lambda word: (word != account.due, not word.comes_back, len(word.words.split()) < 4))
        for word in words[:TOLD]:
            due = f", for {safe_line(when(word.due))}" if word.due and word.fate in (Fate.LATER, Fate.OPEN) else ""
            yield f"{safe_line(account.customer)}, reply {word.reply}: “{safe_line(word.words, QUOTED)}” {_FATES[word.fate]}{due}."
        if len(words) > TOLD:
            yield f"And {len(words) - TOLD} more to {safe_line(account.customer)}; the debrief's ledger has all of them."
        if answer:
            yield from (f"{safe_line(account.customer)} asked about it. {line}" if n == 0 else line for n, line in enumerate(_answer(answer)))


def _answer(answer: Answer) -> Iterator[str]:
    yield safe_line(answer.says)
    if answer.text:
        yield f"You wrote: “{safe_line(answer.text, 2 * QUOTED)}”"
    if answer.owned is not Owned.OWNED:
        yield f"The rule: {OWNING_RULE}"


def _left(state: State) -> str:
    whole, left = _money(state, state.plan.goodwill), _money(state, state.goodwill_left)
    over = state.given - state.plan.goodwill
    if over > 0:
        return f"All {whole} of the shift is used up, and {_money(state, over)} more was given. What the record owes can still be paid."
    if not state.goodwill_left:
        return f"All {whole} of the shift is used up. What the record owes can still be paid."
    return f"{left} of {whole} left for the shift."


def _mattered(state: State) -> Iterator[str]:
    """Each gift, and whether it did anything."""
    for account in state.done:
        for gift in account.gifts:
            if not gift.ours:
                came = "nothing on the record was our fault, so it bought no more than quiet"
            elif not gift.taken:
                came = "our fault, and the customer left all the same: the money was not what was missing"
            else:
                came = "our fault, and it came with a settlement: spent where it mattered"
            yield f"{_money(state, gift.amount)} to {safe_line(account.customer)}, {safe_line(gift.what).lower()}: {came}."
    if not state.given:
        yield "Nothing was given on top. That is no fault where the matter itself was put right."


def _stamina(state: State) -> Iterator[str]:
    if state.done:
        tired = " A break would help." if state.stamina < TIRED and next_up(state).doing in (Doing.CALL, Doing.CALL_BACK) else ""
        about = f" {WHAT_IT_DOES}" if len(state.done) == 1 else ""  # told once: a page read aloud is long enough
        yield f"You are {stamina_word(state.stamina)}.{tired}{about}"


def _wore(state: State) -> Iterator[str]:
    """How one did as it wore on: said only where calls were begun both rested and tired."""
    rested = f", with {count(state.breaks, 'break')}" if state.breaks else ", without a break"
    yield f"{count(round(state.clock), 'minute')}{rested}. You ended it {stamina_word(state.stamina)}."
    begun = [(account, state.began_with.get(account.slot, FULL)) for account in state.done if account.calmness is not None]
    fresh, tired = ([a.calmness or 0.0 for a, with_ in begun if (with_ < TIRED) is late] for late in (False, True))
    if fresh and tired:
        early, late = sum(fresh) / len(fresh), sum(tired) / len(tired)
        yield f"Calmness: {early:.0f} of 100 in the calls you began fresh or steady, {late:.0f} in those you began tired."
    waits = [minutes for minutes in state.waited.values() if minutes >= 1]
    if waits:
        yield f"The longest anybody waited was {count(round(max(waits)), 'minute')}."


def _note(state: State) -> Iterator[str]:
    if state.note is None:
        return
    yield f"You wrote: “{safe_line(state.note.text, 4 * QUOTED)}”" if state.note.text else "You wrote none."
    yield from (f"{'Yes' if check.met else 'Not yet'}: {safe_line(check.says)}" for check in state.note.checks)
    if state.note.ran_through:
        yield safe_line(state.note.ran_through)
    inside = [account for account in state.done if account.fault and account.ending != Ending.LEFT]
    if inside:
        passed = sum(account.passed for account in inside)
        yield f"Passed inside in the calls themselves: {passed} of {len(inside)}."
    yield "The rule: a fault that others will meet is passed inside, with its cause, how many it touches and what would mend it."


def _saying(one: Saying) -> str:
    return f"{safe_line(one.who)}: “{safe_line(one.says, QUOTED)}” Because: {one.because}."


def _money(state: State, value: Decimal) -> str:
    return Money(value, state.plan.currency).spoken
