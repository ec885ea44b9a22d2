"""A backstage for tests of the screens: one scenario, a customer who says fixed things, records in memory."""

# ruff: noqa: ARG001, ARG002 - it takes what the real one takes, and needs little of it

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scenarios.acts import Act
from scenarios.model import Scenario
from scenarios.moves import Ending, Intensity, Move
from scenarios.reading import ActSpan, Promise, Reading
from scenarios.transcript import CustomerMoved, CustomerSaid, Ended, Event, Mood, Opened, RepActed, RepSaid, Transcript, Verdict
from scoring.scores import Debrief, Dimension, Evidence, LedgerEntry, MoodAt, OutcomeNote, Point, Score, Scorecard, Sureness
from trainer.disagreeing import Disagreement, standing
from trainer.errors import ContentError, UsageError
from trainer.instead import Moment
from trainer.opinion.asking import Asking
from trainer.opinion.questions import questions_of
from trainer.overrules import Overrule
from trainer.picking.listed import Listed
from trainer.records.store import Store
from trainer.tries import Again, Try
from trainer.tui.backstage import Judged, Past, PlayCall, Reopened
from trainer.voices.choice import VoiceChoice
from trainer.voices.weigher import Weigher

HOSTILE = "[bold]not bold[/bold] \x1b[31mred \u202eflipped 👩‍👩‍👧 שלום"
"""Words with markup, a terminal escape, a direction override, joined emoji and right-to-left letters."""

TITLES: dict[Dimension, str] = {"calmness": "Calmness", "listening": "Listening", "honesty": "Honesty", "resolution": "Ways out"}


def scenario(opening: str = "Where is my kettle?") -> Scenario:
    return Scenario.model_validate(
        {
            "scenario": "kettle",
            "title": "The kettle [b]that[/b] never came",
            "trade": "kitchen shop",
            "today": "Thursday 14 May 2026, 16:20",
            "briefing": "You answer the chat of a kitchen shop.",
            "customer": {"name": "Ada Fell", "about": "51, baker", "wants": "her kettle", "opening": opening},
            "concerns": [{"what": "the kettle never came"}],
            "desk": {
                "record": "order 12 · sent Monday\nno later scan",
                "policy": ["Refund up to 60 GBP without asking."],
                "actions": {
                    "refund": {"what": "refund [/ to [b]card", "up_to": "60 GBP", "takes": "1m", "gives": "refunded"},
                    "resend": {"what": "send another one", "takes": "2m", "gives": "resent"},
                },
            },
            "outcomes": {"refunded": {"worth": 0.8}, "resent": {"worth": 1.0, "what": "another kettle is on its way"}},
        }
    )


def mood(anger: float, patience: float = 80) -> Mood:
    return Mood(anger=anger, trust=30, heard=20, hope=20, patience=patience)


class StandInCall:
    """Answers every reply with the next of its lines; a reply that holds 'goodbye' ends the call."""

    notice = ""
    hint = ""
    aside = ""
    on_drafting: Callable[[], None] | None = None

    def hurry(self) -> None:
        pass

    def __init__(self, played: Scenario, on_event: Callable[[Event], None]) -> None:
        self._scenario, self._on_event = played, on_event
        self._events: list[Event] = []
        self._turn = 0
        self._take(
            Opened(scenario=played.scenario, content="0" * 16, seed=1, intensity=Intensity.CALM, engine="stand-in"),
            *self._customer(0, 70, played.customer.opening),
        )

    @property
    def transcript(self) -> Transcript:
        return Transcript(id="one", scenario=self._scenario.scenario, events=tuple(self._events))

    def draft(self, text: str) -> RepSaid:
        at = text.find("I will")
        promise = Promise(start=at, end=len(text), actor="rep", what=text[at:], action="resend", amount=None, due=None, bound=False, supported=None)
        owned = ActSpan(start=0, end=1, act=Act.OWN, confidence=1.0)
        rude = (ActSpan(start=0, end=len(text), act=Act.HOSTILE, confidence=1.0),) if "nonsense" in text else ()
        reading = Reading(reader="stand-in", words=len(text.split()), acts=(owned, *rude), promises=(promise,) if at >= 0 else ())
        return RepSaid(turn=self._turn + 1, text=text, reading=reading, seconds=30)

    def say(self, text: str) -> tuple[Event, ...]:
        said = self.draft(text)
        turn = said.turn
        answer = f"You wrote {len(text)} characters. {HOSTILE}"
        fresh = self._take(said, *self._customer(turn + 1, 60 - turn, answer))
        return fresh + self._end(Ending.ACCEPTED) if "goodbye" in text else fresh

    def act(self, do: str, args: dict[str, str]) -> tuple[Event, ...]:
        return self._take(RepActed(turn=self._turn + 1, do=do, args=args, ok=True, result="it is done", seconds=60))

    def leave(self) -> tuple[Event, ...]:
        return self._end(Ending.LEFT)

    def _customer(self, turn: int, anger: float, text: str) -> tuple[Event, Event]:
        return CustomerMoved(turn=turn, move=Move.VENT, mood=mood(anger)), CustomerSaid(turn=turn, text=text, voice="script")

    def _end(self, how: Ending) -> tuple[Event, ...]:
        ended = Ended(turn=self._turn, ending=how, outcome="resent" if how is Ending.ACCEPTED else None, worth=1.0, mood=mood(30), verdict=80)
        return self._take(ended, Verdict(turn=self._turn, text=f"That was decent. {HOSTILE}", next=("The kettle came on Saturday.",)))

    def _take(self, *fresh: Event) -> tuple[Event, ...]:
        for event in fresh:
            self._events.append(event)
            self._turn = max(self._turn, event.turn)
            self._on_event(event)
        return fresh


class StandIn:
    """Keeps attempts in a dictionary. ``full`` makes the records refuse; ``broken`` makes sending a reply fail."""

    def __init__(self, *, opening: str = "Where is my kettle?", full: bool = False, broken: bool = False) -> None:
        self.played = scenario(opening)
        self.kept: list[Event] = []
        self.finished: list[str] = []
        self.closed_with: tuple[Event, ...] = ()
        self.ratings: dict[str, dict[str, Any]] = {}
        self.drafts: dict[str, str] = {}
        self.disagreed: list[Disagreement] = []
        self.remarks: list[tuple[str, dict[str, Any]]] = []
        self.unneeded = False
        self.full, self.broken = full, broken
        self.follows: tuple[Listed, ...] = ()
        self.chosen = VoiceChoice()
        self.branches: list[tuple[str, int]] = []
        self.overrules: tuple[Overrule, ...] = ()
        self.store: Store | None = None
        self.more: tuple[Listed, ...] = ()
        self.asked: Weigher | None = None
        """what a second opinion is asked of"""

    def scenarios(self) -> list[Listed]:
        return [Listed("kettle", self.played.title, self.played.trade, 2, customer="Ada Fell", about="51, baker", minutes=7), *self.more]

    def past(self) -> tuple[list[Past], list[Past]]:
        going = [Past("one", "kettle", self.played.title, 1, "14 May, 16:20")] if self.kept and not self.finished else []
        done = [Past("one", "kettle", self.played.title, 1, "14 May, 16:20")] if self.finished else []
        return going, done

    def notices(self) -> tuple[str, ...]:
        return ()

    def records(self) -> Store:
        self.store = self.store or Store.open()
        return self.store

    def find(self, name: str, seed: int, *, after: str | None = None, language: str | None = None) -> Scenario:
        if name != "kettle":
            raise LookupError(f"There is no scenario '{name}'. Did you mean 'kettle'?")
        return self.played

    def warm(self, scenario: Scenario) -> None:
        return None

    def start(self, scenario: Scenario, seed: int, intensity: str, practice: bool, on_trouble: Callable[[str], None]) -> tuple[PlayCall, str | None]:
        if self.full:
            on_trouble("There is no room left on the disk.")
            return StandInCall(scenario, lambda event: None), None
        call: PlayCall = StandInCall(scenario, self.kept.append)
        if self.broken:
            setattr(call, "say", _break)  # noqa: B010 - a protocol's method cannot be assigned
        return call, "one"

    def reopen(self, attempt: str) -> Reopened:
        return Reopened("one", self.played, Transcript(id="one", scenario="kettle", events=tuple(self.kept)), 1, "calm", True)

    def resume(self, attempt: str, on_trouble: Callable[[str], None]) -> PlayCall:
        call = StandInCall(self.played, lambda event: None)
        call._events = list(self.kept)
        call._turn = self.kept[-1].turn
        return call

    def take_again(
        self, other: Transcript, scenario: Scenario, turn: int, above: Again | None, on_trouble: Callable[[str], None]
    ) -> tuple[PlayCall, str | None, Again]:
        while above and turn < above.turn:
            other, above = above.other, above.above
        call = StandInCall(scenario, lambda event: None)
        call._events = [event for event in other.events if event.turn < turn]
        call._turn = turn - 1
        self.branches.append((other.id, turn))
        return call, f"branch-{len(self.branches)}", Again(other=other, turn=turn, number=len(self.branches) + 1, above=above)

    def drop_empty(self, attempt: str) -> None:
        if self.branches:
            self.branches.pop()

    def further_tries(self, attempt: str) -> list[Try]:
        return []

    def command(self, line: str, scenario: Scenario) -> tuple[str, dict[str, str]]:
        name, *rest = line[1:].split()
        if name not in scenario.desk.actions:
            raise ValueError(f"There is no action /{name}.")
        return name, {"amount" if len(rest) == 1 else "note": " ".join(rest)} if rest else {}

    def scored(self) -> tuple[str, ...]:
        return ("Calmness: your composure.",)

    def rubric(self) -> str:
        return "Calmness: base 60 [b]and[/b] more"

    def judge(self, transcript: Transcript, scenario: Scenario) -> Judged:
        said = [e for e in transcript.events if e.kind == "said"]
        scored = Score(value=72, opportunities=len(said), evidence=tuple(_evidence(e) for e in said))
        left = Score(value=None, why_not="you left the call")
        scores: dict[Dimension, Score] = {"calmness": scored, "listening": scored, "honesty": scored, "resolution": left}
        card = Scorecard(
            scenario="kettle",
            rubric="test",
            reader="stand-in",
            outcome=OutcomeNote(id=None, worth=None, accepted=None),
            scores=scores,
            ledger=tuple(_entry(e, p) for e in said for p in e.reading.promises),
            mood=tuple(MoodAt(turn=e.turn, **e.mood.model_dump()) for e in transcript.events if e.kind == "moved"),
        )
        return Judged(
            card,
            Debrief(points=tuple(_point(e) for e in said[:1]), sureness={"honesty": Sureness(level="little", why=("Honesty rests on one moment.",))}),
            TITLES,
            {"calmness.composed": "Stay with the [b]matter[/b]."},
            self.follows,
            self.overrules,
        )

    def finish(self, attempt: str, transcript: Transcript, card: Scorecard) -> None:
        self.finished.append(attempt)
        self.closed_with = transcript.events

    def voice(self) -> tuple[VoiceChoice, str]:
        return self.chosen, "It is ready."

    def choose_voice(self, choice: VoiceChoice) -> str:
        self.chosen = choice
        return "It is ready."

    def second_opinion(self, transcript: Transcript, talk: Debrief) -> Asking:
        if self.asked is None:
            raise UsageError("No model is named to ask.")
        return Asking(self.asked, questions_of(transcript.events))

    def close(self) -> None:
        pass

    def save_draft(self, attempt: str, text: str) -> None:
        self.drafts[attempt] = text

    def draft(self, attempt: str) -> str:
        return self.drafts.get(attempt, "")

    def save_rating(self, attempt: str, rating: dict[str, Any]) -> None:
        self.ratings[attempt] = rating

    def overrule(self, attempt: str, dimension: Dimension, to: float | None, *, reason: str, by: str) -> tuple[Overrule, ...]:
        if not by:
            raise UsageError("An overrule needs a name.")
        made = datetime(2025, 11, 22, 12, tzinfo=UTC)
        self.overrules += (Overrule(dimension=dimension, to=to, measured=72, rubric="test", by=by, reason=reason, made=made),)
        return self.overrules

    def said_of(self, attempt: str) -> tuple[dict[str, Any], tuple[Disagreement, ...]]:
        return self.ratings.get(attempt, {}), standing(self.disagreed)

    def disagree(self, attempt: str, said: Disagreement) -> None:
        self.disagreed.append(said)

    def moment(self, transcript: Transcript, scenario: Scenario, turn: int) -> Moment:
        raise ContentError("This stand-in cannot play a moment again.")

    def remark(self, attempt: str, kind: str, body: Mapping[str, Any]) -> None:
        self.remarks.append((kind, dict(body)))

    def coach_unneeded(self, scenario: Scenario) -> bool:
        return self.unneeded

    def report(self, error: BaseException, events: Sequence[Event], doing: str) -> Path | None:
        return Path("reports/bug-test.txt")


def _break(text: str) -> tuple[Event, ...]:
    raise ZeroDivisionError("a fault of ours")


def _evidence(said: RepSaid) -> Evidence:
    return Evidence(turn=said.turn, start=0, end=min(6, len(said.text)), rule="calmness.composed", points=4, says="You stayed with the matter.")


def _entry(said: RepSaid, promise: Promise) -> LedgerEntry:
    return LedgerEntry(kind="promise", turn=said.turn, start=promise.start, end=promise.end, words=promise.what, card="", done="", fate="open")


def _point(said: RepSaid) -> Point:
    better = "I have your order here."
    row = _evidence(said)
    return Point(kind="keep", rule=row.rule, turn=said.turn, start=0, end=5, words=said.text[:300], effect="Anger fell by 9.", row=row, better=better)
