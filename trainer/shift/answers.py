"""A message about word that did not hold, and the one reply to it: was it owned?

What counts is that the rep says it was theirs. Sorry alone is not owning it, and a new promise past the desk makes it worse.
"""

from __future__ import annotations

import re
from enum import StrEnum

from scenarios.acts import Act
from scenarios.model import Scenario
from scenarios.reading import Reading
from scenarios.transcript import CustomerSaid, Transcript
from scoring.reading.context import context_of
from scoring.reading.protocol import Reader
from trainer.shift.account import Account, Fate, Held
from trainer.words import ACT_WORDS

RULE = "The rep's word is the firm's word. When it did not hold, say that it was yours, and what is so now."
LONGEST = 5_000
"""Characters of an answer that are kept."""

_MINE = re.compile(r"\b(i|i'm|i've|we|we've|my|mine|me|our|ours)\b", re.IGNORECASE)
"""Owning is in the first person; "you should have rung us" is not it, however it was read."""
_AGAINST = (Act.BLAME, Act.ARGUE, Act.INVALIDATE, Act.HOSTILE, Act.DEFLECT, Act.EVADE)
_STANDS = (Act.COMMIT, Act.SET_EXPECTATION, Act.ADMIT_UNKNOWN, Act.STATE_ACTION, Act.HONEST_NO)
"""What tells a customer who is still waiting where the matter stands."""


class Owned(StrEnum):
    """How a message was answered."""

    OWNED = "owned"
    HALF = "half"
    """owned, with something untrue or past the desk beside it; or only sorry"""
    NOT = "not"
    PASSED_OVER = "passed over"


class Answer(Held):
    """The one reply to a message, and how it was read."""

    slot: str
    text: str
    owned: Owned
    says: str
    """what was read in it, in a sentence"""
    minutes: float = 1.0


def message(account: Account) -> str:
    """What the customer writes when the rep's word has come due."""
    word = account.due
    assert word is not None
    quoted = f"You wrote to me: “{word.words.strip()}”"
    if word.fate is Fate.OPEN:
        return f"{quoted} I am counting on it. Where does it stand?"
    if word.fate is Fate.BEYOND:
        return f"{quoted} I asked about it, and nobody there can do that. What am I to think?"
    return f"{quoted} It has not been done. What am I to think?"


def answered(text: str, account: Account, *, transcript: Transcript, scenario: Scenario, reader: Reader) -> Answer:
    """How a reply to the message was read. Nothing typed passes it over."""
    said = text.strip()[:LONGEST]
    if not said:
        return Answer(slot=account.slot, text="", owned=Owned.PASSED_OVER, says=f"You left it. {account.customer} heard nothing.", minutes=0.0)
    last = transcript.events[-1].turn if transcript.events else 0
    asked = CustomerSaid(turn=last + 1, text=message(account), voice="script")
    reading = reader.read(said, context_of((*transcript.events, asked), scenario)).fair()
    owned, says = _read(reading, said, still_open=account.due is not None and account.due.fate is Fate.OPEN)
    return Answer(slot=account.slot, text=said, owned=owned, says=says, minutes=max(0.5, round(len(said.split()) / 40, 1)))


def _read(reading: Reading, text: str, *, still_open: bool) -> tuple[Owned, str]:
    against = next((span for span in reading.acts if span.act in _AGAINST), None)
    if against:
        return Owned.NOT, f"“{text[against.start : against.end].strip()}” {ACT_WORDS[against.act.value]}. It was not owned."
    owns = any(span.act is Act.OWN and _MINE.search(text[span.start : span.end]) for span in reading.acts)
    if not owns and not (still_open and reading.has(*_STANDS)):
        if reading.has(Act.APOLOGISE):
            return Owned.HALF, "You said sorry. You did not say that the word was yours and did not hold."
        return Owned.NOT, "Nothing in it says that the word was yours and did not hold."
    past = next((promise for promise in reading.promises if promise.supported is False), None)
    if past or reading.has(Act.OVERPROMISE):
        return Owned.HALF, "You owned it, and promised something new that this desk cannot do."
    if reading.has(Act.FALSE_CLAIM):
        return Owned.HALF, "You owned it, and said that something is so which neither the card nor the desk's log bears out."
    return Owned.OWNED, "You owned it." if owns else "You said where it stands."
