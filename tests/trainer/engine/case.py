"""One case and a hand for writing readings: what the engine's tests play with, so that no reader stands between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from scenarios.acts import Act
from scenarios.model import Scenario
from scenarios.moves import Intensity
from scenarios.reading import ActSpan, Answer, Claim, Oddity, Offer, Promise, Reading, SlotAsk, Touch
from scenarios.transcript import CustomerMoved, Ended, Event, RepSaid
from trainer.engine import State, leave, leaving, open_call, step, use

KETTLE: dict[str, Any] = {
    "scenario": "kettle",
    "title": "The third kettle",
    "trade": "shop",
    "today": "Monday 18 May 2026, 10:00",
    "customer": {
        "name": "Ruth Adeyemi",
        "wants": "a kettle that works before her father's eightieth on Saturday",
        "would_accept": ["refund", "collect"],
        "opening": "This is the third kettle and it leaks like the other two.",
        "temper": {"anger": 66, "trust": 38, "hope": 20},
        "persona": {"severity": 60},
        "answers": {"photo": "I sent it on Friday.", "open": ["I want it to be somebody's job."]},
    },
    "concerns": [
        {"id": "leak", "what": "the third kettle leaks", "says": ["It leaks from the handle.", "It leaks. Again."], "asks": ["Do you test these?"]},
        {"id": "call", "what": "a promised call never came", "says": ["Somebody called Priya was going to ring me."]},
        {"id": "party", "what": "her father turns eighty on Saturday", "says": ["It's my dad's eightieth on Saturday."]},
    ],
    "facts": [
        {"id": "seal", "true": "a batch left us without its seal", "fault": "ours", "found_out": "It's all over your page that the seals are missing."},
        {"id": "queue", "true": "Priya's note never reached the call list", "fault": "ours", "comes_out": 30},
        {"id": "stock", "true": "the Hull shop has two", "known_to": "nobody"},
    ],
    "desk": {
        "known": {"order": "88-1204"},
        "actions": {
            "refund": {"what": "Refund to the card", "up_to": "60 GBP", "gives": "refund", "times": 2, "takes": "60s"},
            "check-shop": {"kind": "check", "takes": "40s", "tells": ["stock"], "shows": "Hull has two."},
            "reserve": {"what": "Reserve one in Hull", "gives": "collect", "needs": ["check-shop"], "takes": "30s"},
            "expedite": {"refused": "Nothing leaves before tomorrow."},
        },
    },
    "outcomes": {
        "refund": {"worth": 1.0, "at_least": "40 GBP", "says": "All right. The refund."},
        "collect": {"worth": 0.75},
        "sorry-only": {"worth": 0.1, "takes_if": "all I can offer is an apology"},
    },
}


def case(**changes: Any) -> Scenario:
    """The case, with top-level keys replaced; ``customer`` is merged."""
    data = {**KETTLE, **changes}
    if "customer" in changes:
        data["customer"] = {**KETTLE["customer"], **changes["customer"]}
    return Scenario.model_validate(data)


_PLACE = {"start": 0, "end": 1}


def reading(
    *acts: Act | str,
    sure: float = 1.0,
    touches: Iterable[str] = (),
    overlap: float = 0.1,
    offers: Iterable[tuple[str | None, str | None] | tuple[str | None, str | None, int]] = (),
    false: Iterable[str | None] = (),
    true_action: str | None = None,
    promises: Iterable[Promise] = (),
    slots: Iterable[SlotAsk] = (),
    answers: Iterable[str] = (),
    clears: Iterable[str] = (),
    tells: Iterable[str] = (),
    repeated: Sequence[str] = (),
    oddity: Oddity | None = None,
    words: int = 20,
) -> Reading:
    """A reading with these acts, each on a stretch of its own. ``false`` holds facts or actions wrongly claimed."""
    spans = tuple(ActSpan(act=Act(act), confidence=sure, start=10 * n, end=10 * n + 9) for n, act in enumerate(acts))
    claims = tuple(_claim(ref, 500 + 10 * n) for n, ref in enumerate(false))
    if true_action:
        claims = (*claims, Claim(fact=None, action=true_action, verdict="true", start=700, end=709))
    return Reading(
        reader="hand",
        words=words,
        oddity=oddity,
        acts=spans,
        touches=tuple(Touch(concern=c, how="reflect", overlap=overlap, start=300 + n, end=301 + n) for n, c in enumerate(touches)),
        offers=tuple(Offer(action=o[0], outcome=o[1], amount=Decimal(o[2]) if len(o) > 2 else None, **_PLACE) for o in offers),
        claims=claims,
        promises=tuple(promises),
        slots=tuple(slots),
        answers=tuple(Answer(question=q, direct=True, **_PLACE) for q in answers),
        clears=tuple(clears),
        tells=tuple(tells),
        repeated=tuple(repeated),
    )


def _claim(ref: str | None, at: int) -> Claim:
    actions = KETTLE["desk"]["actions"]
    return Claim(fact=None if ref in actions else ref, action=ref if ref in actions else None, verdict="false", start=at, end=at + 9)


@dataclass
class Played:
    """A call played by hand."""

    scenario: Scenario
    state: State
    events: list[Event] = field(default_factory=list)

    @property
    def last(self) -> CustomerMoved:
        return [event for event in self.events if isinstance(event, CustomerMoved)][-1]

    @property
    def moves(self) -> list[CustomerMoved]:
        return [event for event in self.events if isinstance(event, CustomerMoved)]

    @property
    def ended(self) -> Ended | None:
        return next((event for event in self.events if isinstance(event, Ended)), None)

    def say(self, *acts: Act | str, **parts: Any) -> Played:
        return self.hear(reading(*acts, **parts))

    def hear(self, heard: Reading, text: str = "Some words of a reply.") -> Played:
        if self.state.ended is None:
            said = RepSaid(turn=self.state.turn + 1, text=text, reading=heard, seconds=max(15, heard.words))
            self._take(said)
        return self

    def do(self, action: str, **args: str) -> Played:
        if self.state.ended is None:
            self._take(use(self.scenario, self.state, action, args, self.state.turn + 1))
        return self

    def leave(self) -> Played:
        self.state, events = leave(self.scenario, self.state, leaving(self.scenario, self.state))
        self.events += events
        return self

    def _take(self, event: Event) -> None:
        self.state, events = step(self.scenario, self.state, event)
        self.events += [event, *events]


def opened(scenario: Scenario | None = None, seed: int = 1, intensity: Intensity = Intensity.REAL) -> Played:
    """A call just opened."""
    scenario = scenario or case()
    state, events = open_call(scenario, seed, intensity)
    return Played(scenario, state, list(events))
