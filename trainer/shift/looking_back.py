"""How a shift ended, in words for both views: every call, what people say, all of the rep's word, where goodwill went, the note."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.moves import Ending
from trainer.shift.lines import QUOTED, Section, calls_section, left_line, money, saying_line, word_lines
from trainer.shift.reputation import sayings, standing
from trainer.shift.stamina import FULL, TIRED, stamina_word
from trainer.shift.state import State
from trainer.text import safe_line
from trainer.words import count


def ended(state: State) -> tuple[Section, ...]:
    """The page at the end of a shift."""
    return tuple(section for section in _ended(state) if section.lines)


def _ended(state: State) -> Iterator[Section]:
    yield calls_section(state)
    yield Section(title="What people say", lines=(standing(state), *(saying_line(one) for one in sayings(state))))
    yield Section(title="Your word", lines=tuple(word_lines(state, all_of_it=True)) or (_no_word(state),))
    yield Section(title="Goodwill", lines=(left_line(state), *_mattered(state)))
    yield Section(title="Stamina", lines=tuple(_wore(state)))
    yield Section(title="Your note to the team", lines=tuple(_note(state)))


def _no_word(state: State) -> str:
    left = any(account.ending == Ending.LEFT for account in state.done)
    return "No promise is on record; a call that is left holds you to none." if left else "You promised nothing in this shift."


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
            yield f"{money(state, gift.amount)} to {safe_line(account.customer)}, {safe_line(gift.what).lower()}: {came}."
    if not state.given:
        yield "Nothing was given on top. That is no fault where the matter itself was put right."


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
