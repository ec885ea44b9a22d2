"""Lines that the page between calls and the page at the end share: calls, the rep's word, answers, goodwill, what is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from scenarios.quantities import Money
from trainer.shift.account import Account, Fate
from trainer.shift.answers import RULE as OWNING_RULE
from trainer.shift.answers import Answer, Owned
from trainer.shift.reputation import Saying
from trainer.shift.state import BACK, State
from trainer.text import safe_line
from trainer.words import ENDINGS

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


@dataclass(frozen=True, kw_only=True)
class Section:
    """A heading and its lines."""

    title: str
    lines: tuple[str, ...]


def call_line(account: Account) -> str:
    """One call of the shift in a line."""
    how = ENDINGS.get(account.ending, "It is over.").format(name=safe_line(account.customer))
    return f"{safe_line(account.title)}. {how}"


def calls_section(state: State) -> Section:
    """Every call so far, in the order they were taken."""
    return Section(title="The calls", lines=tuple(f"{n}. {call_line(account)}" for n, account in enumerate(state.done, 1)))


def word_lines(state: State, *, all_of_it: bool) -> Iterator[str]:
    """The ledger of the shift. Between calls only what is not settled. No hour is named: each call has a calendar of its own."""
    for account in state.done:
        words = [word for word in account.words if all_of_it or word.fate not in (Fate.KEPT, Fate.TAKEN_BACK)]
        answer = state.answers.get(account.slot)
        if not words or (not all_of_it and (answer or state.account(account.slot + BACK))):
            continue
        words.sort(key=lambda word: (word != account.due, not word.comes_back, len(word.words.split()) < 4))
        for word in words[:TOLD]:
            yield f"{safe_line(account.customer)}, reply {word.reply}: “{safe_line(word.words, QUOTED)}” {_FATES[word.fate]}."
        if len(words) > TOLD:
            yield f"And {len(words) - TOLD} more to {safe_line(account.customer)}; the debrief's ledger has all of them."
        if answer:
            yield from (f"{safe_line(account.customer)} asked about it. {line}" if n == 0 else line for n, line in enumerate(answer_lines(answer)))


def answer_lines(answer: Answer) -> Iterator[str]:
    """How the answer to a message was read; the rule with it where it fell short."""
    yield safe_line(answer.says)
    if answer.text:
        yield f"You wrote: “{safe_line(answer.text, 2 * QUOTED)}”"
    if answer.owned is not Owned.OWNED:
        yield f"The rule: {OWNING_RULE}"


def left_line(state: State) -> str:
    """What there still is of the shift's goodwill."""
    whole, left = money(state, state.plan.goodwill), money(state, state.goodwill_left)
    over = state.given - state.plan.goodwill
    if over > 0:
        return f"All {whole} of the shift is used up, and {money(state, over)} more was given. What the record owes can still be paid."
    if not state.goodwill_left:
        return f"All {whole} of the shift is used up. What the record owes can still be paid."
    return f"{left} of {whole} left for the shift."


def saying_line(one: Saying) -> str:
    """What somebody says, and what it rests on."""
    return f"{safe_line(one.who)}: “{safe_line(one.says, QUOTED)}” Because: {one.because}."


def money(state: State, value: Decimal) -> str:
    """An amount in the money of the shift."""
    return Money(value, state.plan.currency).spoken
