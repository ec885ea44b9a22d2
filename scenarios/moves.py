"""What the customer can do next, what they can react to, and the bands of mood their words are written for."""

from __future__ import annotations

from enum import StrEnum


class Move(StrEnum):
    """The customer's next move. The engine chooses it; a voice puts it into words."""

    VENT = "vent"
    """let the anger out about one concern"""
    RESTATE = "restate"
    """say a concern again because it was not heard"""
    ASK = "ask"
    """put a question to the rep"""
    CHALLENGE = "challenge"
    """doubt what the rep just said"""
    CALL_OUT_IGNORED = "call_out_ignored"
    """name the question the rep did not answer"""
    CALL_OUT_REASK = "call_out_reask"
    """name the thing the rep asked for though it was already given"""
    CALL_OUT_LIE = "call_out_lie"
    """name a false claim or broken promise just found out"""
    CALL_OUT_STOCK = "call_out_stock"
    """name the stock phrases"""
    DEMAND = "demand"
    """demand what they want, now"""
    THREATEN = "threaten"
    """threaten to leave, to complain or to tell others"""
    DEMAND_SUPERVISOR = "demand_supervisor"
    """demand someone higher"""
    PROVOKE = "provoke"
    """attack the rep or the firm"""
    ANSWER = "answer"
    """answer the rep's question"""
    DISCLOSE = "disclose"
    """let out something not said before"""
    SOFTEN = "soften"
    """come down a step without giving in"""
    ACCEPT = "accept"
    """take an offer"""
    REFUSE = "refuse"
    """turn an offer down and say why"""
    PRESS = "press"
    """ask whether the thing agreed has been done"""
    BACK_DOWN = "back_down"
    """give way after the rep set a limit"""
    PUZZLED = "puzzled"
    """not understand what the rep wrote"""
    THANK = "thank"
    """thank, and go"""
    CLOSE = "close"
    """end the chat without thanks"""
    HANG_UP = "hang_up"
    """break the call off"""


class Reaction(StrEnum):
    """What in the rep's last reply the customer shows they noticed; a short opening clause before the move."""

    AMOUNT = "amount"
    """an amount was offered; slot {amount}"""
    DATE = "date"
    """a day or time was given; slot {date}"""
    OWNED = "owned"
    """the rep owned a fault"""
    HEARD = "heard"
    """the rep showed they heard a concern"""
    VALIDATED = "validated"
    """the rep said that feeling this way makes sense"""
    APOLOGY = "apology"
    """the rep was sorry for something in particular"""
    EMPTY_APOLOGY = "empty_apology"
    """sorry once too often, or sorry for nothing in particular"""
    EXPLAINED = "explained"
    """the rep said why it happened"""
    DONE = "done"
    """something was really done; slot {done}"""
    CHOICE = "choice"
    """the rep left the choice to the customer"""
    HONEST_NO = "honest_no"
    """the rep said no, and why or what instead"""
    UNKNOWN = "unknown"
    """the rep admitted not knowing"""
    LIMIT = "limit"
    """the rep set a limit to how they are spoken to"""
    HELD = "held"
    """the customer was kept waiting; slot {wait}"""
    DODGED = "dodged"
    """the rep went round a question"""
    BARE_NO = "bare_no"
    """the rep said no and nothing else"""
    BLAMED = "blamed"
    """the rep put it on the customer or on others"""
    ARGUED = "argued"
    """the rep argued"""
    INVALIDATED = "invalidated"
    """the rep made light of it"""
    INSULTED = "insulted"
    """the rep was rude"""
    FIRM_PROMISE = "firm_promise"
    """a big promise was made; slot {promise}"""
    CLEARED = "cleared"
    """a misunderstanding was cleared up"""
    PARROTED = "parroted"
    """the rep gave the customer's own words back"""
    ASKED_TWICE = "asked_twice"
    """the rep asked for what was given already"""


class Band(StrEnum):
    """How hot the customer is, for choosing words: anger under 35, under 60, under 80, and above."""

    CALM = "calm"
    """anger under 35"""
    TENSE = "tense"
    """anger from 35 to under 60"""
    ANGRY = "angry"
    """anger from 60 to under 80"""
    FURIOUS = "furious"
    """anger of 80 and more"""

    @classmethod
    def of(cls, anger: float) -> Band:
        """The band an anger of 0-100 falls in."""
        return cls.CALM if anger < 35 else cls.TENSE if anger < 60 else cls.ANGRY if anger < 80 else cls.FURIOUS


class Intensity(StrEnum):
    """How rough a customer may get: no attacks; attacks on firm and competence; insults and swearing too."""

    CALM = "calm"
    """angry, and attacks nobody"""
    REAL = "real"
    """attacks the firm and the rep's competence too"""
    RAW = "raw"
    """insults and swears too"""

    def admits(self, other: Intensity) -> bool:
        """Whether words written for the other intensity may be said at this one; the members stand in their order."""
        levels = list(Intensity)
        return levels.index(other) <= levels.index(self)


class Ending(StrEnum):
    """How a call stopped."""

    ACCEPTED = "accepted"
    """settled with the best that was feasible for this customer"""
    PARTLY = "partly"
    """settled, but below the best that was feasible for this customer"""
    REFUSED = "refused"
    """the customer left without agreeing"""
    HUNG_UP = "hung_up"
    """the customer broke the call off"""
    SUPERVISOR = "supervisor"
    """a supervisor took over"""
    UNFINISHED = "unfinished"
    """agreed, but never done: it will come back"""
    LEFT = "left"
    """the trainee left; nothing is held against it"""
