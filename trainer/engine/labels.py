"""What each dialogue act does to a customer: the table of effects and the ladders of repetition, as data.

The signs follow published studies of service talk; the sizes are ours and were set so that scripted reps come out in a
sensible order. Columns: anger, trust, heard, hope, patience.
"""

from __future__ import annotations

from scenarios.acts import Act
from trainer.engine.feelings import Delta

ROWS: dict[Act, Delta] = {
    Act.COURTESY: Delta(),
    Act.REFLECT_CONTENT: Delta(-3, 1, 15, 2, 0),
    Act.REFLECT_FEELING: Delta(-5, 1, 10, 0, 0),
    Act.VALIDATE: Delta(-4, 2, 6, 0, 0),
    Act.ACK_GENERIC: Delta(0, 0, 1, 0, 0),
    Act.ASK_OPEN: Delta(-1, 0, 4, 1, 0),
    Act.ASK_CLOSED: Delta(0, 0, 0, 1, -1),
    Act.CHECK_UNDERSTANDING: Delta(-1, 2, 6, 2, 0),
    Act.APOLOGISE: Delta(-8, 4, 2, 0, 0),
    Act.OWN: Delta(-6, 10, 6, 2, 0),
    Act.EXPLAIN: Delta(-4, 3, 0, 3, 0),
    Act.STATE_ACTION: Delta(-1, 2, 0, 6, 0),
    Act.PROPOSE: Delta(-5, 1, 0, 12, 0),
    Act.OFFER_CHOICE: Delta(-6, 2, 0, 16, 0),
    Act.COMMIT: Delta(-2, 3, 0, 8, 0),
    Act.SET_EXPECTATION: Delta(-1, 4, 0, 8, 0),
    Act.ADMIT_UNKNOWN: Delta(1, 3, 0, -1, 0),
    Act.HONEST_NO: Delta(4, 6, 0, -2, 0),
    Act.HANDOFF: Delta(8, -2, -10, -8, -12),
    Act.CONFIRM_CLOSE: Delta(-2, 2, 2, 2, 0),
    Act.SET_LIMIT: Delta(2, 1, 0, 0, 0),
    Act.BLAME: Delta(16, -6, -12, -4, -6),
    Act.ARGUE: Delta(10, -4, -8, -4, -4),
    Act.INVALIDATE: Delta(14, -4, -15, 0, -4),
    Act.HOSTILE: Delta(22, -15, -12, -6, -15),
    Act.DEFLECT: Delta(10, -6, -4, -10, -6),
    Act.EVADE: Delta(6, -8, -3, -6, -5),
    Act.OVERPROMISE: Delta(-6, 2, 0, 10, 0),
    Act.FALSE_CLAIM: Delta(-3, 1, 0, 5, 0),
}
"""OVERPROMISE and FALSE_CLAIM soothe until found out."""

WARM_HANDOFF = Delta(2, 0, 0, -2, -6)
"""A handoff with its reason and its time; the row of HANDOFF is the cold one."""

REASK = Delta(6, -1, -10, -2, -5)
"""Asking for what the customer gave already, or what stands on the record."""

STOCK = Delta(2, -2, 0, 0, 0)
"""From the third stock phrase or bare apology on: scripts read as insincere."""

SAME_WORDS = Delta(6, -4, -2, -2, -6)
"""The very sentence said before, said again: nobody is there."""

TOO_EARLY = Delta(0, 0, -3, 0, 0)
"""A remedy put before the customer feels heard, beside its effect being halved."""

NEEDLESS_LIMIT = Delta(4, -2, -2, 0, 0)
"""Threatening limits where nobody attacked."""

CLEARED = Delta(-5, 3, 8, 4, 0)
"""A misunderstanding cleared up."""

ANSWERED = Delta(-1, 4, 2, 1, 0)
"""A straight answer to the customer's question."""

IGNORED = Delta(3, -1, -3, 0, -2)
"""Their question passed over without a word."""

DODGED_TRUTH = 1.5
"""How much harder it lands when the question passed over had an uncomfortable answer."""

ODD = Delta(2, -1, 0, -1, -6)
ODD_AGAIN = Delta(7, -3, -3, -3, -12)
"""A reply nobody could understand, the first time and after that."""

CLOYING = Delta(1, 0, 0, 0, 0)
"""Mostly warm words, nothing done, in the middle of the call."""

KEPT = Delta(0, 6, 0, 0, 0)
"""A promise kept and told; going beyond it adds nothing."""

LIE_FOUND = Delta(25, -35, 0, -12, 0)
"""A lie or a broken promise found out."""

LIE_CORRECTED = Delta(8, -12, 0, -4, 0)
"""The rep put it right before it came out."""

FAULT_FOUND = Delta(10, -15, 0, -5, 0)
"""Bad news or a fault of ours that the customer had to find out alone."""

EMPATHY = (1.0, 0.5, 0.0)
BUSY = (1.0, 0.7, 0.4, 0.2, 0.0)
OFFERING = (1.0, 0.4, 0.2, 0.0)
ALWAYS = (1.0,)

LADDERS: dict[Act, tuple[float, ...]] = {
    Act.REFLECT_FEELING: EMPATHY,
    Act.VALIDATE: EMPATHY,
    Act.ACK_GENERIC: EMPATHY,
    Act.APOLOGISE: EMPATHY,
    Act.OWN: EMPATHY,
    Act.ASK_OPEN: BUSY,
    Act.ASK_CLOSED: BUSY,
    Act.CHECK_UNDERSTANDING: BUSY,
    Act.STATE_ACTION: BUSY,
    Act.COMMIT: BUSY,
    Act.CONFIRM_CLOSE: EMPATHY,
    Act.ADMIT_UNKNOWN: EMPATHY,
    Act.PROPOSE: OFFERING,
    Act.OFFER_CHOICE: OFFERING,
    Act.SET_EXPECTATION: OFFERING,
    Act.EXPLAIN: OFFERING,
    Act.HONEST_NO: OFFERING,
    Act.OVERPROMISE: OFFERING,
    Act.FALSE_CLAIM: OFFERING,
}
"""How much the first, second, third ... use of an act still helps; past the end, the last value. What hurts, hurts every time."""

GATED_BY_NEED = frozenset({Act.REFLECT_CONTENT, Act.REFLECT_FEELING, Act.VALIDATE, Act.ACK_GENERIC})
"""Empathy calms by how much this customer needs it."""

GATED_BY_TRUST = frozenset({Act.STATE_ACTION, Act.PROPOSE, Act.OFFER_CHOICE, Act.COMMIT, Act.SET_EXPECTATION, Act.OVERPROMISE})
"""Solutions and promises calm by how far the rep is believed."""

WARM = frozenset({Act.COURTESY, Act.ACK_GENERIC, Act.APOLOGISE, Act.VALIDATE, Act.REFLECT_FEELING})


def rung(ladder: tuple[float, ...], uses: int) -> float:
    """What a use is worth after ``uses`` earlier ones."""
    return ladder[min(uses, len(ladder) - 1)]


OWNS_NOTHING = 0.3
"""What taking the blame is worth while nothing has been told that one could be blamed for."""
