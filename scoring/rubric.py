"""The rubric as data: owns the form of ``rubric.yaml`` and refuses one that could not score.

Scorers read every point, share, cap and sentence from here, so a trainer can see (and change) how calls are judged
without reading code. The file is read once per process; nothing else in judging touches a file. How a site's own file is
laid over the shipped one stands in ``overlay.py``, what can be wrong with it in ``rubric_check.py``.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from scenarios.acts import Act
from scenarios.reading import SURE
from scenarios.yaml_source import plain_values
from scoring.scores import DIMENSIONS, Dimension

Share = Annotated[float, Field(ge=0, le=1)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Version = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9.-]{0,39}$")]
RuleId = Annotated[str, StringConstraints(pattern=r"^(calmness|listening|honesty|resolution)\.[a-z][a-z-]*$")]


class Strict(BaseModel):
    """Base of the rubric's form: frozen, and no key it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, allow_inf_nan=False)


class Kind(StrEnum):
    """What a criterion does to the score."""

    CREDIT = "credit"
    """earns a share of its pool"""
    HARM = "harm"
    """takes points"""
    CAP = "cap"
    """holds the score at or below a ceiling"""
    FACTOR = "factor"
    """multiplies what was earned"""


class Severity(StrEnum):
    """How heavy a harm is; what each costs stands in the rubric."""

    MINOR = "minor"
    MODERATE = "moderate"
    SEVERE = "severe"


class Criterion(Strict):
    """One rule: when it applies is the scorer's business, what it is worth and how it is worded stand here."""

    id: RuleId
    kind: Kind
    """fixed by its scorer, as the pool is; a site changes the numbers and the words"""
    pool: str | None = None
    """credit: the pool its chances divide"""
    share: Share = 1.0
    """credit: part of one chance's portion that it pays"""
    severity: Severity | None = None
    points: Annotated[float, Field(gt=0, le=100)] | None = None
    """harm: points taken, where no severity is named"""
    cap: Annotated[float, Field(ge=0, le=100)] | None = None
    factor: Share | None = None
    shown: Text
    """how the open rubric puts it, before a call"""
    says: Text
    """how the evidence puts it; ``{what}`` and ``{card}`` are filled from the call"""
    missed: str = ""
    """how the evidence puts a chance not taken"""

    @property
    def dimension(self) -> Dimension:
        return next(d for d in DIMENSIONS if self.id.startswith(d + "."))

    @property
    def told(self) -> str:
        """The rule as it stands beside evidence: a harm is worded as what was done, and must not be read as advice."""
        return f"{'What earns' if self.kind is Kind.CREDIT else 'What costs'}: {self.shown}"

    @property
    def unscripted(self) -> bool:
        """Whether it counts only in a chat no scenario goes with."""
        return self.id in UNSCRIPTED

    @property
    def weighed_by(self) -> str:
        """The key whose numbers say what it is worth, where its own do not; mostly empty."""
        if self.pool == "acts" or self.id.endswith(".harmed"):
            return "by_acts"
        return {"resolution.pace": "pace", "calmness.tone": "tone"}.get(self.id, "")

    @model_validator(mode="after")
    def _whole(self) -> Self:
        """Each kind carries its own number and no other."""
        carried = {
            Kind.CREDIT: self.pool is not None,
            Kind.HARM: (self.severity is None) != (self.points is None),
            Kind.CAP: self.cap is not None,
            Kind.FACTOR: (self.factor is None) == bool(self.weighed_by),
        }
        if not carried[self.kind]:
            raise ValueError(f"{self.id}: a {self.kind} needs its own number (pool; severity or points; cap; factor)")
        strays = [k for k, v in (("pool", self.pool), ("cap", self.cap), ("factor", self.factor)) if v is not None and k != _OWN[self.kind]]
        if strays or (self.kind is not Kind.HARM and (self.severity or self.points)):
            raise ValueError(f"{self.id}: a {self.kind} carries a number of another kind")
        return self


UNSCRIPTED = frozenset({"honesty.did", "honesty.harmed", "resolution.did", "resolution.step", "resolution.harmed"})
"""Rules of ``by_acts`` alone, which nobody meets who plays a call."""

_OWN = {Kind.CREDIT: "pool", Kind.HARM: "points", Kind.CAP: "cap", Kind.FACTOR: "factor"}


class DimensionRules(Strict):
    """One of the four dimensions: its title, where it starts, what it is about."""

    title: Text
    base: Annotated[float, Field(ge=0, le=100)]
    """where a call stands that neither earns nor harms"""
    about: Text


Points = Annotated[float, Field(gt=0, le=100)]


class ByActs(Strict):
    """How a dimension is scored where no scenario goes with a chat."""

    base: Annotated[float, Field(ge=0, le=100)] | None = None
    """where a chat without a scenario stands at first; the dimension's own base if left out"""
    earns: dict[Act, Points]
    """the most each act can earn over a whole chat"""
    costs: dict[Act, Points] = {}
    """what each time of an act costs"""
    free: dict[Act, Annotated[int, Field(ge=0, le=100)]] = {}
    """times of an act before it costs"""
    done: Annotated[float, Field(ge=0, le=100)] = 0.0
    """the most that steps in the log can earn"""
    beside: Share = 1.0
    """the part of what acts earn that counts beside a scenario's own chances, where they do"""


class Tone(Strict):
    """How heavily wording weighs that judges heard as short, superior or put out."""

    weight: Annotated[float, Field(ge=0, le=10)]
    spared: Annotated[float, Field(ge=0, le=100)]
    """points of a reply's wording that cost nothing: nobody weighs every word"""
    most: Annotated[float, Field(ge=0, le=100)]
    """points it may cost in one call"""


class Pace(Strict):
    """Multiples of par: full marks up to ``free``, falling in a straight line to ``floor`` at ``slow``."""

    free: Annotated[float, Field(ge=1)]
    slow: Annotated[float, Field(gt=1)]
    floor: Share


class Rubric(Strict):
    """Everything the four scorers go by."""

    version: Version
    based_on: Version | None = None
    """the shipped rubric that a site's own one changes"""
    severities: dict[Severity, Annotated[float, Field(gt=0, le=100)]]
    refund: Share
    repeats: tuple[Share, ...] = Field(min_length=1)
    window: Annotated[int, Field(ge=1, le=10)]
    """rep turns"""
    pace: Pace
    parrot: Share
    apologies: Annotated[int, Field(ge=0, le=20)]
    """replies that may apologise before it turns into fluster"""
    certain: Annotated[float, Field(gt=SURE, le=1)] = 0.7
    """likelihood from which a harm costs in full"""
    alone: Annotated[float, Field(gt=0, le=1)] = 0.7
    """harms, each by how far it would cost, that a call's harm to calmness must come to before it costs in full"""
    long_reply: Annotated[int, Field(ge=20)] = 120
    """words above which what a reply took up is lost among the rest"""
    tone: Tone
    over_giving: Annotated[float, Field(ge=1)]
    dimensions: dict[Dimension, DimensionRules]
    pools: dict[str, Annotated[float, Field(gt=0, le=100)]]
    by_acts: dict[Dimension, ByActs]
    acts: dict[Act, Text]
    """what the evidence says of each act, in a chat no scenario goes with"""
    criteria: tuple[Criterion, ...]

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        ids = [c.id for c in self.criteria]
        if twice := sorted({i for i in ids if ids.count(i) > 1}):
            raise ValueError(f"criteria named twice: {', '.join(twice)}")
        if lost := sorted({c.pool for c in self.criteria if c.pool} - set(self.pools)):
            raise ValueError(f"pools not given: {', '.join(lost)}")
        if absent := [d for d in DIMENSIONS if d not in self.dimensions]:
            raise ValueError(f"dimensions not given: {', '.join(absent)}")
        if unworded := sorted({act for rules in self.by_acts.values() for act in (*rules.earns, *rules.costs)} - set(self.acts)):
            raise ValueError(f"acts without a sentence: {', '.join(unworded)}")
        if unscored := [d for d in DIMENSIONS if d not in self.by_acts]:
            raise ValueError(f"dimensions not given under by_acts: {', '.join(unscored)}")
        if absent_severities := [s for s in Severity if s not in self.severities]:
            raise ValueError(f"severities not given: {', '.join(absent_severities)}")
        return self

    def criterion(self, id_: str) -> Criterion:
        """Raises LookupError naming the missing criterion."""
        found = next((c for c in self.criteria if c.id == id_), None)
        if found is None:
            raise LookupError(f"the rubric {self.version} has no criterion '{id_}'")
        return found

    def cost(self, criterion: Criterion) -> float:
        """Points a harm takes."""
        return criterion.points if criterion.points is not None else self.severities[criterion.severity] if criterion.severity else 0.0

    def repeat(self, earlier: int) -> float:
        """What the same words pay after ``earlier`` earlier uses."""
        return self.repeats[min(earlier, len(self.repeats) - 1)]

    def of(self, dimension: Dimension) -> tuple[Criterion, ...]:
        return tuple(c for c in self.criteria if c.dimension == dimension)


FILE = Path(__file__).with_name("rubric.yaml")


def parse_rubric(text: str) -> Rubric:
    """A rubric from its YAML. Raises pydantic.ValidationError, or yaml.YAMLError when it is no YAML."""
    return Rubric.model_validate(plain_values(text))


@cache
def load_rubric() -> Rubric:
    """The rubric that ships."""
    return parse_rubric(FILE.read_text(encoding="utf-8"))


def describe(rubric: Rubric | None = None) -> tuple[str, ...]:
    """The four dimensions in a plain line each, for the briefing."""
    rubric = rubric or load_rubric()
    return tuple(f"{rubric.dimensions[d].title}: {rubric.dimensions[d].about}" for d in DIMENSIONS)
