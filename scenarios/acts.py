"""The closed list of 29 dialogue acts: what a span of a rep's reply can do. Meaning, example and near miss of each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """What a stretch of the rep's words does, judged in place. See ``GUIDE`` for each one's test."""

    COURTESY = "COURTESY"
    REFLECT_CONTENT = "REFLECT_CONTENT"
    REFLECT_FEELING = "REFLECT_FEELING"
    VALIDATE = "VALIDATE"
    ACK_GENERIC = "ACK_GENERIC"
    ASK_OPEN = "ASK_OPEN"
    ASK_CLOSED = "ASK_CLOSED"
    CHECK_UNDERSTANDING = "CHECK_UNDERSTANDING"
    APOLOGISE = "APOLOGISE"
    OWN = "OWN"
    EXPLAIN = "EXPLAIN"
    STATE_ACTION = "STATE_ACTION"
    PROPOSE = "PROPOSE"
    OFFER_CHOICE = "OFFER_CHOICE"
    COMMIT = "COMMIT"
    SET_EXPECTATION = "SET_EXPECTATION"
    ADMIT_UNKNOWN = "ADMIT_UNKNOWN"
    HONEST_NO = "HONEST_NO"
    HANDOFF = "HANDOFF"
    CONFIRM_CLOSE = "CONFIRM_CLOSE"
    SET_LIMIT = "SET_LIMIT"
    BLAME = "BLAME"
    ARGUE = "ARGUE"
    INVALIDATE = "INVALIDATE"
    HOSTILE = "HOSTILE"
    DEFLECT = "DEFLECT"
    EVADE = "EVADE"
    OVERPROMISE = "OVERPROMISE"
    FALSE_CLAIM = "FALSE_CLAIM"


LISTENING = frozenset({Act.REFLECT_CONTENT, Act.REFLECT_FEELING, Act.VALIDATE, Act.ASK_OPEN, Act.ASK_CLOSED, Act.CHECK_UNDERSTANDING})
ACCOUNTABILITY = frozenset({Act.APOLOGISE, Act.OWN, Act.EXPLAIN})
SOLVING = frozenset(
    {Act.STATE_ACTION, Act.PROPOSE, Act.OFFER_CHOICE, Act.COMMIT, Act.SET_EXPECTATION, Act.ADMIT_UNKNOWN, Act.HONEST_NO, Act.HANDOFF, Act.CONFIRM_CLOSE}
)
HARM = frozenset({Act.BLAME, Act.ARGUE, Act.INVALIDATE, Act.HOSTILE, Act.DEFLECT, Act.EVADE})
TRUTH = frozenset({Act.OVERPROMISE, Act.FALSE_CLAIM})


@dataclass(frozen=True)
class ActGuide:
    """How to recognise one act."""

    meaning: str
    example: str
    near_miss: str
    """a sentence that looks like it and is not"""


GUIDE: dict[Act, ActGuide] = {
    Act.COURTESY: ActGuide(
        "greets, introduces, thanks, says please or wishes well; nothing about the problem is needed",
        "Hello Mr Oduya, I'm Priti on the bookings desk.",
        "I can help you with that.",
    ),
    Act.REFLECT_CONTENT: ActGuide(
        "gives back, in the rep's own words and without adding anything, a fact, need or demand the customer voiced; would not fit another complaint",
        "So the plumber came twice and the leak is still there.",
        "I hear what you are saying.",
    ),
    Act.REFLECT_FEELING: ActGuide(
        "names the feeling the customer showed together with what caused it, no stronger than it was shown",
        "Waiting in for a second day must have worn you out.",
        "I understand your frustration.",
    ),
    Act.VALIDATE: ActGuide(
        "says the customer's reaction, view or demand is reasonable, with its reason or object",
        "You're right, somebody should have rung before closing that job.",
        "I get it.",
    ),
    Act.ACK_GENERIC: ActGuide(
        "signals receipt or sympathy with nothing of this case in it; fits any complaint unchanged",
        "I completely understand how you feel.",
        "I understand you have been without heating since Sunday.",
    ),
    Act.ASK_OPEN: ActGuide(
        "asks for the customer's account, need or wish; not answerable by yes, no or one datum",
        "What would put this right for you?",
        "What do you expect me to do about it?",
    ),
    Act.ASK_CLOSED: ActGuide(
        "asks for one fact, a yes or no, or a datum the case needs",
        "Is the light on the front red or green?",
        "Did you even read the instructions?",
    ),
    Act.CHECK_UNDERSTANDING: ActGuide(
        "asks the customer to confirm or correct a stated understanding, or clears up a mix-up",
        "You mean the second of June, the day you moved, have I got that right?",
        "You do understand our policy?",
    ),
    Act.APOLOGISE: ActGuide(
        "expresses regret for a harm or inconvenience",
        "I'm sorry the cot came with a split rail.",
        "I'm sorry you feel that way.",
    ),
    Act.OWN: ActGuide(
        "says I or we caused it or got it wrong, in active form, and it is true",
        "We cancelled the wrong booking; that was us.",
        "Mistakes were made.",
    ),
    Act.EXPLAIN: ActGuide(
        "gives the true, specific cause of what happened or the reason behind a rule",
        "The meter number was typed with two digits swapped, so the bill followed next door's use.",
        "That's just how the system works.",
    ),
    Act.STATE_ACTION: ActGuide(
        "reports a concrete step being taken now or completed in this contact",
        "I'm reading the engineer's note from Monday.",
        "Let's get this sorted.",
    ),
    Act.PROPOSE: ActGuide(
        "puts one specific remedy or next step to the customer to accept",
        "I can take the late fee off today.",
        "We'll see what we can do.",
    ),
    Act.OFFER_CHOICE: ActGuide(
        "puts two or more feasible options and leaves the choice to the customer",
        "Saturday morning, or Monday before you leave for work: which is easier?",
        "Do you want this fixed or not?",
    ),
    Act.COMMIT: ActGuide(
        "undertakes a specified future act within authority",
        "I'll write to you by four with the driver's name.",
        "Someone will be in touch.",
    ),
    Act.SET_EXPECTATION: ActGuide(
        "gives true, specific news of what comes next: time, cost, steps, conditions or limits",
        "It leaves on Thursday, so you will not have it for the weekend.",
        "It should be soon.",
    ),
    Act.ADMIT_UNKNOWN: ActGuide(
        "says plainly that the rep does not know or cannot confirm something the rep truly lacks",
        "The note doesn't say why, so I won't guess.",
        "Your guess is as good as mine.",
    ),
    Act.HONEST_NO: ActGuide(
        "refuses clearly and truly, with the real reason or a feasible alternative in the same message",
        "I can't move the hearing, the court sets it; I can get you the papers tonight.",
        "That's against policy.",
    ),
    Act.HANDOFF: ActGuide(
        "announces a hold, transfer, supervisor or call-back in place of going on; warm when reason and time are given",
        "May I keep you two minutes while I ring the depot?",
        "One second, I'm reading the notes.",
    ),
    Act.CONFIRM_CLOSE: ActGuide(
        "checks that the fix worked or is accepted, recaps what was agreed as done, or asks what remains",
        "That's 31 pounds back on your card and the visit booked. Does that settle it?",
        "Right, bye.",
    ),
    Act.SET_LIMIT: ActGuide(
        "names conduct that is not acceptable, not the person, with a condition, and keeps help on offer",
        "I want to sort this out, and I can't while I'm being sworn at.",
        "Calm down.",
    ),
    Act.BLAME: ActGuide(
        "puts the fault, or the difficulty of fixing it, on the customer",
        "If you had read the confirmation you would have seen the date.",
        "You did nothing wrong; we sent it to the old address.",
    ),
    Act.ARGUE: ActGuide(
        "contradicts to win, or defends the rep or the firm against the complaint, without helping",
        "With respect, thousands of people use it without trouble.",
        "The credit is separate from the refund.",
    ),
    Act.INVALIDATE: ActGuide(
        "plays down, waves away or orders away the feeling or the problem; non-apologies",
        "It's only a parking fine.",
        "Take your time.",
    ),
    Act.HOSTILE: ActGuide(
        "insults, mocks, threatens, sneers, swears at the customer, or shouts three or more words",
        "Oh no, a late parcel, however will you cope.",
        "That's a damn nuisance, I'm sorry.",
    ),
    Act.DEFLECT: ActGuide(
        "passes the matter to somebody else, a system or policy, or refuses bare, and stops there",
        "You'd have to take that up with the courier.",
        "It's above my limit, so I'm bringing my supervisor in.",
    ),
    Act.EVADE: ActGuide(
        "after a direct question neither answers, refuses nor says when it will be answered; true but misleading; agentless filler",
        "We take this kind of thing very seriously.",
        "I don't know yet; I'll check.",
    ),
    Act.OVERPROMISE: ActGuide(
        "promises, offers or assures what the card does not support, or is certain of what the rep cannot control",
        "It'll be there first thing, guaranteed.",
        "I'll refund it before we finish.",
    ),
    Act.FALSE_CLAIM: ActGuide(
        "states as fact what card or log contradicts, including actions not taken",
        "I've already put the refund through. (The log is empty.)",
        "I thought the branch had rung you.",
    ),
}
"""Meaning, an example and a near miss for each act."""
