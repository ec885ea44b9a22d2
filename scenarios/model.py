"""The scenario model: a person, what troubles them, what is true, the desk, and how it may end.

Everything is frozen and refuses unknown keys. Defaults carry a simple scenario: forty lines of YAML make a call worth
playing. Keys hold words a trainer can read aloud; example sentences are matched by meaning, never as phrases to be hit.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from scenarios.conditions import When as When
from scenarios.moves import Band, Intensity, Move, Reaction
from scenarios.quantities import parse_moment
from scenarios.second_part import CallBack
from scenarios.written import Cash, Cell, Currency, Level, Line, Lines, Seconds, Text, Words, Worth, one_or_many
from scenarios.written import Id as Id
from scenarios.written import Strict as Strict


class Temper(Strict):
    """Mood at the opening, each 0-100. What is left out comes from the voice, then from these defaults."""

    anger: Level | None = None
    trust: Level | None = None
    heard: Level | None = None
    hope: Level | None = None
    patience: Level | None = None


class Persona(Strict):
    """Who the customer stays, as numbers; what is left out is drawn from the seed (ranges in brackets)."""

    reactivity: Annotated[float, Field(ge=0.7, le=1.4)] | None = None
    """how hard bad words land"""
    forgiveness: Annotated[float, Field(ge=0.6, le=1.3)] | None = None
    """how far good words help"""
    patience: Annotated[float, Field(ge=0.75, le=1.4)] | None = None
    """how slowly patience runs out"""
    empathy_need: Annotated[float, Field(ge=0.3, le=1.0)] | None = None
    bar: Annotated[float, Field(ge=0.5, le=0.8)] | None = None
    """how good an offer must look to be taken"""
    severity: Level | None = None
    """how much is at stake for them"""


class Question(Strict):
    """Something the customer asks, with what counts as an answer. A bare string is a question any straight answer meets."""

    ask: Line
    answered_by: Id | None = None
    """id of the fact that answers it"""
    answer_if: Lines = ()
    """example sentences that answer it"""
    uncomfortable: bool = False
    """the honest answer is bad news and dodging it is the temptation; passing it over lands half as hard again"""


class Concern(Strict):
    """One thing that troubles the customer, and how they say it."""

    id: Id | None = None
    what: Line
    """in plain words, third person: what hurts"""
    says: Lines = ()
    """how the customer says it, first time and again, in their own words; the first is the mildest"""
    heard_if: Lines = ()
    """example rep sentences that show it was heard"""
    asks: Annotated[tuple[Question, ...], BeforeValidator(lambda v: _questions(v), json_schema_input_type=Line | Question | tuple[Line | Question, ...])] = ()
    hidden: bool = False
    """said only once the customer trusts the rep or is asked an open question"""


def _questions(value: Any) -> Any:
    many = one_or_many(value)
    return tuple({"ask": item} if isinstance(item, str) else item for item in many) if many else ()


class Fact(Strict):
    """Something true. The rep may know it, tell it, hide it or deny it; the customer may find it out."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, populate_by_name=True)

    id: Id | None = None
    true: Line
    known_to: Literal["rep", "customer", "both", "nobody"] = "rep"
    """``nobody`` until a desk action tells it"""
    fault: Literal["ours", "theirs", "nobody"] = "nobody"
    """``ours``: owning it before the customer finds out earns most"""
    told_if: Lines = ()
    """example sentences that tell it; ``true`` itself always counts"""
    false_if: Lines = ()
    """example sentences that contradict it"""
    bad_news: bool = False
    """the customer would rather hear it from the rep than find it out"""
    comes_out: Annotated[int, Field(ge=1, le=40)] | None = None
    """after this many rep replies the customer finds it out unless told"""
    found_out: Line | None = None
    """what the customer says when it comes out, or when a false claim about it does"""


class Misunderstanding(Strict):
    """Something the customer has wrong, or both sides mean differently; grows until cleared up."""

    id: Id | None = None
    thinks: Line
    so: Line
    """what is really so"""
    says: Lines = ()
    """how it shows in the customer's words, milder to worse"""
    cleared_if: Lines
    grows: Annotated[float, Field(ge=0, le=10)] = 3
    """anger added each turn it stands"""
    blocks: tuple[Id, ...] = ()
    """outcomes this customer will not take before it is cleared up; empty means every one"""
    thanks: Line | None = None
    """what the customer says when it clears"""


BUILT_IN_ACTIONS = ("hold", "note", "supervisor")
"""Ids of the actions every desk has without its author saying so."""


class Action(Strict):
    """One thing the desk can do."""

    what: Text = ""
    """label on the desk; the id in words when left out"""
    kind: Literal["remedy", "check", "handoff", "note", "report"] = "remedy"
    """``report`` passes a fault that others will meet to those inside who can mend it; leaving it undone counts"""
    up_to: Cash | None = None
    """the most this rep may give without asking"""
    takes: Seconds = 60
    """simulated time it takes"""
    arrives: str | None = None
    """when what it starts reaches the customer: ``Friday 12:00``, ``3-5 working days``"""
    gives: Id | None = None
    """the outcome it delivers"""
    offer_if: Lines = ()
    """example sentences by which a rep offers it"""
    shows: Text = ""
    """what the desk shows when it is used"""
    tells: tuple[Id, ...] = ()
    """facts the rep learns from it"""
    needs: tuple[Id, ...] = ()
    """actions that must have been done before"""
    times: Annotated[int, Field(ge=1, le=20)] = 1
    refused: Text | None = None
    """set when the desk always refuses it: why"""


class Desk(Strict):
    """The rep's tools: what the record says, what policy allows, what can be done."""

    record: Annotated[str, StringConstraints(max_length=6000), Words()] = ""
    policy: Lines = ()
    cannot: Lines = ()
    """what nobody at this desk can do; promising it is an overpromise. Example sentences of such promises"""
    known: dict[Id, Line] = Field(default_factory=dict)
    """data already on the record, by slot (``order``, ``postcode``); asking for them again is a needless question"""
    actions: dict[Id, Action] = Field(default_factory=dict)
    supervisor: Seconds = 600
    """how long a supervisor takes to come"""


class Beat(Strict):
    """A scripted moment: when its condition first holds, the customer says this, once."""

    id: Id | None = None
    when: When
    says: Line
    move: Move = Move.VENT
    intensity: Intensity = Intensity.CALM
    """played only at this intensity or rougher"""
    anger: Annotated[float, Field(ge=-30, le=30)] = 0
    trust: Annotated[float, Field(ge=-30, le=30)] = 0
    concern: Id | None = None
    """the concern it brings up"""


class Outcome(Strict):
    """A way this can end well or half well, and what it is worth to this customer."""

    worth: Worth
    what: Text = ""
    needs: tuple[Id, ...] = ()
    """desk actions that must be done; when empty, any action that ``gives`` it"""
    at_least: Cash | None = None
    """the least amount that counts"""
    takes_if: Lines = ()
    """example sentences by which a rep offers it when no action does (an honest no with an option, an explanation)"""
    says: Lines = ()
    """what the customer says on taking it"""
    refuses: Lines = ()
    """what the customer says when it is offered too early or not good enough"""
    later: Text = ""
    """what happened next, told after the call"""


class Par(Strict):
    """The expert listening path: rep replies and simulated minutes."""

    replies: Annotated[int, Field(ge=1, le=40)]
    minutes: Annotated[float, Field(gt=0, le=600)]


class Verdicts(Strict):
    """The customer's own words when it is over."""

    good: Lines = ()
    mixed: Lines = ()
    bad: Lines = ()


class ModelLine(Strict):
    """A better line for a moment, for the debrief."""

    concern: Id | None = None
    move: Move | None = None
    """after this customer move"""
    say: Line


class Hint(Strict):
    """A word in the trainee's ear in a guided call: shown beside the chat, once, and never in a call that counts for others."""

    when: When = When()
    """when left out, at the first chance"""
    say: Line
    """one or two short sentences, to the trainee"""


class Asked(Strict):
    """Something a rep may ask outright, and what the customer answers before anything else."""

    ask: Lines
    """example questions; matched by meaning"""
    says: Lines
    """the answer; asked again, the next one"""
    when: When = When()
    """when this is the answer; left out, always"""


class Customer(Strict):
    """The person on the other side."""

    name: Line
    about: Text = ""
    voice: Id = "plain"
    temper: Temper = Temper()
    persona: Persona = Persona()
    wants: Line
    would_accept: tuple[Id, ...] = ()
    """outcomes they would take; every outcome when left out"""
    opening: Line
    failed_contacts: Annotated[int, Field(ge=0, le=20)] = 0
    """earlier contacts that went wrong; each starts them a little hotter"""
    abusive: bool = False
    """may turn to personal insults at raw intensity when furious"""
    lines: dict[Move, Lines] = Field(default_factory=dict)
    """their own words for a move, used before the voice's"""
    reactions: dict[Reaction, Lines] = Field(default_factory=dict)
    answers: dict[Id, Lines] = Field(default_factory=dict)
    """what they answer when asked for a slot (``photo``, ``postcode``) or, under ``open``, an open question"""
    if_asked: dict[Id, Asked] = Field(default_factory=dict)
    """plain answers to what a rep may ask outright: whether anybody is in danger, who is there, what has been tried"""
    verdicts: Verdicts = Verdicts()


def named_entries(data: Any, stems: dict[str, str]) -> Any:
    """The values of a file with an id for every entry of the lists named."""
    if not isinstance(data, dict):
        return data
    named = dict(data)
    for key, stem in stems.items():
        items = named.get(key)
        if isinstance(items, list | tuple):
            named[key] = [{**x, "id": x.get("id") or f"{stem}-{n}"} if isinstance(x, dict) else x for n, x in enumerate(items, 1)]
    return named


class Scenario(Strict):
    """One authored situation; one file."""

    scenario: Id
    title: Line
    trade: Line
    business: Text = ""
    level: Annotated[int, Field(ge=1, le=4)] = 2
    today: str
    currency: Currency = "GBP"
    practises: tuple[str, ...] = ()
    briefing: Text = ""
    """who the rep is and what they know, in a few sentences"""
    customer: Customer
    concerns: tuple[Concern, ...] = Field(min_length=1)
    facts: tuple[Fact, ...] = ()
    misunderstandings: tuple[Misunderstanding, ...] = ()
    desk: Desk = Desk()
    beats: tuple[Beat, ...] = ()
    outcomes: dict[Id, Outcome] = Field(min_length=1)
    model_lines: tuple[ModelLine, ...] = ()
    guide: tuple[Hint, ...] = ()
    """makes it a guided call: hints shown one at a time, in this order, each when its condition first holds"""
    par: Par | None = None
    variants: Annotated[tuple[Annotated[dict[Id, Cell], Field(min_length=1)], ...], Field(max_length=50)] = ()
    """rows of facts, one of which fills the blanks, such as ``<lens>``, in the texts; drawn by the seed of a call"""
    call_back: CallBack | None = None
    """set for the second part of a case: how it opens, by how the first part went"""
    incident: Id | None = None
    """the incident behind it, whose file in the same folder holds what several customers' scenarios share"""

    @model_validator(mode="before")
    @classmethod
    def _name_the_nameless(cls, data: Any) -> Any:
        """Give concerns, facts, misunderstandings and beats without an id one from their place: ``concern-1``."""
        return named_entries(data, {"concerns": "concern", "facts": "fact", "misunderstandings": "mix-up", "beats": "beat"})

    @property
    def now(self) -> datetime:
        """The moment the call opens."""
        return parse_moment(self.today)[0]

    def concern(self, id_: str) -> Concern | None:
        return next((c for c in self.concerns if c.id == id_), None)

    def fact(self, id_: str) -> Fact | None:
        return next((f for f in self.facts if f.id == id_), None)

    def question(self, id_: str) -> Question | None:
        """The question with id ``concern/n``."""
        concern_id, _, number = id_.partition("/")
        concern = self.concern(concern_id)
        if concern is None or not number.isdigit() or int(number) >= len(concern.asks):
            return None
        return concern.asks[int(number)]

    def arrival(self, action: Action) -> datetime | None:
        """When what an action starts reaches the customer, at the latest."""
        return parse_moment(action.arrives, self.now)[1] if action.arrives else None

    @property
    def acceptable(self) -> tuple[str, ...]:
        return self.customer.would_accept or tuple(self.outcomes)

    @property
    def best_worth(self) -> float:
        """Worth of the best outcome this customer would take, 0-1."""
        return max((self.outcomes[o].worth for o in self.acceptable if o in self.outcomes), default=1.0)

    @property
    def par_or_default(self) -> Par:
        """The stated par, or one reply to open, one a concern, one to settle, and the best outcome's actions."""
        if self.par:
            return self.par
        replies = 2 + sum(not c.hidden for c in self.concerns) + len(self.misunderstandings)
        acting = sum(a.takes for a in self.desk.actions.values() if a.gives and a.gives in self.outcomes and self.outcomes[a.gives].worth == self.best_worth)
        return Par(replies=replies, minutes=replies * 1.0 + acting / 60)


class VoiceLine(Strict):
    """One line of a voice bank; a bare string is a line for any intensity."""

    say: Line
    intensity: Intensity = Intensity.CALM
    """heard only at this intensity or rougher"""


def _voice_lines(value: Any) -> Any:
    many = one_or_many(value)
    return tuple({"say": item} if isinstance(item, str) else item for item in many) if many else ()


VoiceLines = Annotated[tuple[VoiceLine, ...], BeforeValidator(_voice_lines, json_schema_input_type=Line | VoiceLine | tuple[Line | VoiceLine, ...])]


class Voice(Strict):
    """How one kind of person talks: lines by move and mood band, reactions, and their usual temper."""

    voice: Id
    about: Line
    temper: Temper = Temper()
    persona: Persona = Persona()
    lines: dict[Move, dict[Band | Literal["any"], VoiceLines]]
    reactions: dict[Reaction, VoiceLines] = Field(default_factory=dict)
    answers: dict[Literal["tried", "told", "unknown"], VoiceLines] = Field(default_factory=dict)
    """what they answer when asked whether they tried something, what is beside the point, and what they do not know"""
    verdicts: Verdicts = Verdicts()
