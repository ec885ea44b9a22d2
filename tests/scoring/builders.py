"""Builds short calls for the scoring tests: readings by the words they mark, turns numbered as they come."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any, Literal

from scenarios.acts import Act
from scenarios.model import Scenario
from scenarios.moves import Ending, Intensity, Move
from scenarios.reading import ActSpan, Amount, Answer, Claim, Oddity, Offer, Promise, Reading, SlotAsk, TimeSpan, Touch
from scenarios.transcript import CustomerMoved, CustomerSaid, Discovery, Ended, Event, Mood, Opened, RepActed, RepSaid, Transcript

NEUTRAL = Mood(anger=60, trust=30, heard=10, hope=20, patience=90)


def scenario(**changes: Any) -> Scenario:
    """A piano tuner's no-show: two concerns, a fault of ours, bad news, a mix-up, a desk, three outcomes."""
    data: dict[str, Any] = {
        "scenario": "no-show",
        "title": "The tuner who never came",
        "trade": "piano tuning",
        "today": "Monday 4 May 2026, 10:00",
        "customer": {"name": "Ines Falk", "wants": "the piano tuned before the recital", "opening": "Your tuner never turned up on Friday."},
        "concerns": [
            {"id": "recital", "what": "the recital is on Wednesday", "says": ["My recital is on Wednesday."], "asks": ["Can it be tuned before Wednesday?"]},
            {
                "id": "no-show",
                "what": "the tuner never turned up on Friday",
                "says": ["Your tuner never turned up on Friday."],
                "asks": [{"ask": "Why did nobody come?", "answered_by": "diary"}],
            },
        ],
        "facts": [
            {"id": "diary", "true": "we put the visit in the wrong week", "fault": "ours", "false_if": ["the tuner was ill"]},
            {"id": "pedal", "true": "the pedal rod needs a part we do not have", "bad_news": True, "known_to": "nobody"},
        ],
        "misunderstandings": [{"id": "pitch", "thinks": "we tune to any pitch", "so": "we tune to concert pitch only", "cleared_if": ["we tune to 440"]}],
        "desk": {
            "policy": ["Visits are booked for a whole morning."],
            "cannot": ["the tuner will be there within the hour"],
            "known": {"address": "4 Mill Row"},
            "actions": {
                "book-tuner": {"what": "book the tuner", "gives": "tuned", "arrives": "Tuesday 12:00"},
                "refund": {"what": "refund", "up_to": "80 GBP", "gives": "money-back"},
                "inspect": {"what": "read the visit notes", "kind": "check", "tells": ["pedal"]},
                "pass-on": {"what": "pass to bookings", "kind": "handoff"},
            },
        },
        "outcomes": {
            "tuned": {"worth": 1.0},
            "money-back": {"worth": 0.6, "at_least": "40 GBP"},
            "told-straight": {"worth": 0.5, "takes_if": ["we cannot come, but I can name another tuner"]},
        },
        "par": {"replies": 4, "minutes": 5},
    }
    return Scenario.model_validate({**data, **changes})


class Call:
    """A call in the making. Turn numbers run by themselves."""

    def __init__(self) -> None:
        self.events: list[Event] = [Opened(scenario="no-show", content="0" * 16, seed=1, intensity=Intensity.REAL, engine="test")]
        self.turn = -1

    def customer(self, text: str = "…", *, move: Move = Move.VENT, **moved: Any) -> Call:
        self.turn += 1
        self.events.append(CustomerMoved(**{"turn": self.turn, "move": move, "mood": NEUTRAL, **moved}))
        self.events.append(CustomerSaid(turn=self.turn, text=text, voice="script"))
        return self

    def rep(self, text: str, *marks: Mark, seconds: int = 30, **more: Any) -> Call:
        self.turn += 1
        self.events.append(RepSaid(turn=self.turn, text=text, reading=reading(text, *marks, **more), seconds=seconds))
        return self

    def acts(self, do: str, *, ok: bool = True, seconds: int = 30, result: str = "Done.", **args: str) -> Call:
        self.turn += 1
        self.events.append(RepActed(turn=self.turn, do=do, args=args, ok=ok, result=result, seconds=seconds))
        return self

    def ends(self, ending: Ending = Ending.ACCEPTED, outcome: str | None = "tuned", *, worth: float = 1.0, aftermath: tuple[Discovery, ...] = ()) -> Call:
        self.events.append(Ended(turn=self.turn, ending=ending, outcome=outcome, worth=worth, mood=NEUTRAL, verdict=50, aftermath=aftermath))
        return self

    @property
    def transcript(self) -> Transcript:
        return Transcript(id="t", scenario="no-show", events=tuple(self.events))


class Mark:
    """Something found in a reply, at the words it names (all of them when none are named)."""

    def __init__(self, kind: str, words: str | None, **values: Any) -> None:
        self.kind, self.words, self.values = kind, words, values

    def put(self, text: str) -> Any:
        start = text.index(self.words) if self.words else 0
        return KINDS[self.kind](start=start, end=start + len(self.words or text), **self.values)


KINDS: dict[str, Any] = {
    "acts": ActSpan,
    "amounts": Amount,
    "times": TimeSpan,
    "promises": Promise,
    "claims": Claim,
    "touches": Touch,
    "offers": Offer,
    "slots": SlotAsk,
    "answers": Answer,
}


def reading(text: str, *marks: Mark, oddity: Oddity | None = None, clears: tuple[str, ...] = (), tells: tuple[str, ...] = ()) -> Reading:
    parts: dict[str, list[Any]] = {}
    for mark in marks:
        parts.setdefault(mark.kind, []).append(mark.put(text))
    found = {kind: tuple(items) for kind, items in parts.items()}
    return Reading(reader="test-1", words=len(text.split()), oddity=oddity, clears=clears, tells=tells, **found)


def act(name: Act, words: str | None = None) -> Mark:
    return Mark("acts", words, act=name, confidence=0.9)


def touch(concern: str, how: Literal["reflect", "answer", "act", "own", "ask"] = "reflect", words: str | None = None, overlap: float = 0.2) -> Mark:
    return Mark("touches", words, concern=concern, how=how, overlap=overlap)


def answer(question: str, words: str | None = None, *, direct: bool = True) -> Mark:
    return Mark("answers", words, question=question, direct=direct)


def claim(verdict: str, words: str | None = None, *, fact: str | None = None, action: str | None = None) -> Mark:
    return Mark("claims", words, verdict=verdict, fact=fact, action=action)


def promise(
    action: str | None, words: str | None = None, *, supported: bool | None = True, amount: str | None = None, due: datetime | None = None, what: str = "it"
) -> Mark:
    given = Decimal(amount) if amount else None
    return Mark("promises", words, actor="rep", what=what, action=action, amount=given, due=due, bound=due is not None, supported=supported)


def offer(outcome: str | None, words: str | None = None, *, action: str | None = None) -> Mark:
    return Mark("offers", words, outcome=outcome, action=action, amount=None)


def slot(name: str, words: str | None = None, *, known: bool = True, stated: bool = False) -> Mark:
    return Mark("slots", words, slot=name, known=known, stated=stated)


def good_call() -> Call:
    """Heard, answered, owned, booked, recapped: the expert path."""
    call = Call().customer("Your tuner never turned up on Friday. Why did nobody come?", about="no-show", question="no-show/0")
    call.rep(
        "You waited in on Friday and nobody came. We put you in the wrong week, and that is our mistake.",
        act(Act.REFLECT_CONTENT, "You waited in on Friday and nobody came."),
        act(Act.OWN, "that is our mistake"),
        touch("no-show", "reflect", "You waited in on Friday and nobody came."),
        answer("no-show/0", "We put you in the wrong week"),
        claim("true", "We put you in the wrong week", fact="diary"),
        tells=("diary",),
    )
    call.customer("And my recital is on Wednesday, you clowns.", move=Move.PROVOKE, about="recital", question="recital/0", provocation=True)
    call.acts("book-tuner")
    text = "Wednesday is the one that matters. I have booked the tuner for tomorrow by twelve, so it is done before your recital. "
    text += "Does tomorrow by twelve suit you?"
    call.rep(
        text,
        act(Act.STATE_ACTION, "I have booked the tuner for tomorrow by twelve"),
        act(Act.CHECK_UNDERSTANDING, "Does tomorrow by twelve suit you?"),
        touch("recital", "reflect", "Wednesday is the one that matters."),
        answer("recital/0", "so it is done before your recital"),
        claim("true", "I have booked the tuner", action="book-tuner"),
        offer("tuned", "I have booked the tuner for tomorrow by twelve", action="book-tuner"),
    )
    return call.customer("Fine. Thank you.", move=Move.THANK).ends()
