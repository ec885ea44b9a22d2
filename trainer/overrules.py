"""A trainer's overrule of a score: what it is, how it is kept, and how it is told wherever the score is shown.

The measured score is never replaced. An overrule is a remark on the attempt, with a name, a reason and the time; the last
one stands, earlier ones stay to be read, and taking one back is a remark too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from scenarios.problems import did_you_mean, listed
from scoring.scores import DIMENSIONS, Dimension, Scorecard
from trainer.errors import ContentError, UsageError
from trainer.rubrics import scored_before
from trainer.text import safe_line

if TYPE_CHECKING:
    from trainer.records.store import Store

KIND = "overrule"
LONGEST_NAME, LONGEST_REASON = 80, 400


class _Body(BaseModel):
    """The remark's form in the records."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    dimension: Dimension
    to: float | None = Field(ge=0, le=100, allow_inf_nan=False)
    """0-100; None takes the overrule back"""
    measured: float | None
    """the score as it was measured; None where it was not scored"""
    rubric: str
    by: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Overrule:
    """One score set otherwise by a person, or that taken back (``to`` is None)."""

    dimension: Dimension
    to: float | None
    measured: float | None
    rubric: str
    """the version that measured it"""
    by: str
    reason: str
    made: datetime
    """UTC"""

    def as_dict(self) -> dict[str, object]:
        """For programs."""
        return {**vars(self), "made": self.made.isoformat()}


def overrules_of(store: Store, attempt: str) -> tuple[Overrule, ...]:
    """Every overrule of an attempt, oldest first. What cannot be read as one, from a newer version or another hand, is passed over."""
    return tuple(_read(store, attempt))


def _read(store: Store, attempt: str) -> Iterator[Overrule]:
    for remark in store.remarks(attempt, KIND):
        try:
            body = _Body.model_validate(remark.body)
        except ValidationError:
            continue
        yield Overrule(**body.model_dump(), made=remark.made)


def standing(overrules: Iterable[Overrule], dimension: Dimension) -> Overrule | None:
    """The overrule that counts; None where there is none, or the last was taken back."""
    last = next((one for one in reversed(tuple(overrules)) if one.dimension == dimension), None)
    return last if last and last.to is not None else None


def overrule(store: Store, attempt: str, *, dimension: Dimension, to: float | None, reason: str, by: str) -> Overrule:
    """Set a score otherwise, or take the standing overrule back (``to`` is None). Raises UsageError for what cannot be, and StoreError."""
    card = kept_card(store, attempt)
    if to is None and standing(overrules_of(store, attempt), dimension) is None:
        raise UsageError(f"Nobody has overruled {dimension} in this call.", "See what stands with: coolhead overrule ATTEMPT")
    if to is not None and not 0 <= to <= 100:  # NaN is neither
        raise UsageError("A score is a number from 0 to 100.")
    name, why = _words(by, "name", LONGEST_NAME), _words(reason, "reason", LONGEST_REASON, needed=to is not None)
    body = _Body(dimension=dimension, to=to if to is None else round(to, 1), measured=card.scores[dimension].value, rubric=card.rubric, by=name, reason=why)
    store.remark(attempt, KIND, body.model_dump())
    return overrules_of(store, attempt)[-1]


def kept_card(store: Store, attempt: str) -> Scorecard:
    """The scorecard an attempt was closed with. Raises UsageError while there is none."""
    text = store.scorecard(attempt)
    if text is None:
        raise UsageError(f"The call {attempt[:8]} is not finished, so it has no scores yet.", "Go on with it: coolhead resume")
    try:
        return Scorecard.model_validate_json(text)
    except ValidationError as error:
        raise ContentError(f"The scorecard of {attempt[:8]} was written by another version of Coolhead and cannot be read.") from error


def dimension_named(word: str) -> Dimension:
    """The dimension meant by a word or its beginning. Raises UsageError where that is none."""
    low = word.strip().lower()
    found = [dimension for dimension in DIMENSIONS if low and (dimension.startswith(low) or low.startswith(dimension))]
    if len(found) == 1:
        return found[0]
    near = did_you_mean(low, DIMENSIONS)
    raise UsageError(f"There is no score '{safe_line(word, 40)}'.", f"Did you mean '{near}'?" if near else f"There are {listed(DIMENSIONS)}.")


def overruled_words(overrules: Iterable[Overrule], dimension: Dimension, card: Scorecard | None = None) -> tuple[str, ...]:
    """What people made of a score, the last first: ``set to 70 by J. Ortiz on 22 Nov 2025: she set the limit well``.

    ``card`` is the one shown: where another rubric measured what was overruled, that is said.
    """
    own = [one for one in overrules if one.dimension == dimension]
    stands = standing(own, dimension)
    return tuple(_told(one, stands=one is stands, card=card) for one in reversed(own))


def kept_notes(store: Store, attempt: str, card: Scorecard) -> tuple[str, ...]:
    """What belongs beside a kept call's scores as ``card`` has them now: what a trainer made of them, and another rubric that scored it first."""
    overrules = overrules_of(store, attempt)
    first = kept_card(store, attempt).rubric if store.scorecard(attempt) else card.rubric
    return notes_on(overrules, card, scored_before(first, card.rubric))


def notes_on(overrules: Iterable[Overrule], card: Scorecard, *further: str) -> tuple[str, ...]:
    """A sentence for each overrule, with its dimension's name; and what else there is to say."""
    said = tuple(overrules)
    return (*(f"{dimension.capitalize()} {words}." for dimension in DIMENSIONS for words in overruled_words(said, dimension, card)), *filter(None, further))


def _told(one: Overrule, *, stands: bool, card: Scorecard | None) -> str:
    day = one.made.astimezone()
    done = "overrule withdrawn" if one.to is None else f"{'' if stands else 'earlier '}set to {one.to:g}"
    measured = "not scored" if one.measured is None else f"{one.measured:.0f}"
    of = f" (then {measured}, by {safe_line(one.rubric, 60)})" if card and card.rubric != one.rubric else ""
    why = safe_line(one.reason, LONGEST_REASON)
    return f"{done}{of} by {safe_line(one.by, LONGEST_NAME)} on {day.day} {day:%b %Y}" + (f": {why}" if why else "")


def _words(text: str, what: str, longest: int, *, needed: bool = True) -> str:
    found = safe_line(text)
    if needed and not found:
        raise UsageError(f"An overrule needs a {what}.", 'Say who and why: --by "J. Ortiz" --reason "the limit was set well"')
    if len(found) > longest:
        raise UsageError(f"The {what} is longer than {longest} characters.", "Say it more shortly.")
    return found
