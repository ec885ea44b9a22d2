"""One finished call as it leaves: owns what stands in every export, whatever its form, so that none leaves anything out.

The scores are those the attempt was closed with; nothing is measured anew here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from scenarios.model import Scenario
from scenarios.transcript import Transcript
from scoring.callview import CallView
from scoring.scores import Dimension, Scorecard, Sureness
from scoring.sureness import sureness
from trainer.coach import coached_how
from trainer.errors import UsageError
from trainer.given_names import names_given, without
from trainer.overrules import Overrule, kept_card, overruled_words, overrules_of, standing
from trainer.records.store import AttemptRow, Store
from trainer.room.groups import of_groups
from trainer.rubrics import rubric_in_use
from trainer.wiring import kept_scenario
from trainer.words import rests_on

ALL = "all"
"""Stands for every finished first try."""


@dataclass(frozen=True, kw_only=True)
class Account:
    """By what a learning record store knows the learner."""

    home: str = "https://coolhead.invalid"
    """a site's own page; unless one is named, a name nobody can own"""
    name: str = ""
    """empty takes the learner's name, if they gave one"""


@dataclass(frozen=True, kw_only=True)
class Result:
    """A call, what it was scored, and under what conditions."""

    row: AttemptRow
    card: Scorecard
    overrules: tuple[Overrule, ...]
    coached: bool
    """the coach looked at drafts before they were sent"""
    learner: str
    """empty unless the learner gave a name"""
    scenario: Scenario
    transcript: Transcript
    account: Account = Account()

    @property
    def mode(self) -> str:
        """``practice`` shows the customer's mood on the way; ``test`` does not."""
        return "practice" if self.row.practice else "test"

    @property
    def ending(self) -> str:
        return next((event.ending.value for event in reversed(self.transcript.events) if event.kind == "ended"), "")

    @property
    def replies(self) -> int:
        return sum(event.kind == "said" for event in self.transcript.events)

    @cached_property
    def _names(self) -> frozenset[str]:
        said = (event.text for event in self.transcript.events if event.kind == "said")
        return frozenset() if self.learner else names_given(said, self.scenario)

    def unnamed(self, text: str) -> str:
        """The text without the names the rep plainly gave, unless the learner is to be named."""
        return without(self._names, text)

    def counts(self, dimension: Dimension) -> float | None:
        """The score that counts: a trainer's where one stands, else the measured one."""
        stands = standing(self.overrules, dimension)
        return stands.to if stands else self.card.scores[dimension].value

    @cached_property
    def _sureness(self) -> dict[Dimension, Sureness]:
        rubric = rubric_in_use()
        return sureness(CallView(self.transcript, self.scenario), self.card, rubric) if rubric.version == self.card.rubric else {}

    def rests_on(self, dimension: Dimension) -> str:
        """What a measured score rests on and how sure it is, as its debrief says; how sure, only by the rubric that scored it."""
        return rests_on(self.card.scores[dimension], dimension, self._sureness.get(dimension))

    def overruled(self, dimension: Dimension) -> bool:
        return standing(self.overrules, dimension) is not None

    def said(self, dimension: Dimension) -> tuple[str, ...]:
        """Everything a trainer made of this score, the last first."""
        return overruled_words(self.overrules, dimension, self.card)


def gathered(store: Store, named: Sequence[str], learner: str = "", account: Account | None = None) -> tuple[list[Result], list[str]]:
    """The calls named, oldest first, each once; and what was left out, in sentences. ``all`` are the finished first tries of the learner alone.

    Raises StoreError for an attempt there is not, UsageError for one that is not finished or where there is nothing to export.
    """
    rows: dict[str, AttemptRow] = {}
    left_out: list[str] = []
    for name in named:
        if name == ALL:
            grouped = of_groups(store)
            firsts = [row for row in store.attempts(1_000_000) if row.id not in grouped]
            rows |= {row.id: row for row in reversed(firsts) if row.finished}
            left_out += _left_out(store, firsts, groups=len(grouped))
        else:
            row = store.attempt(name)
            rows[row.id] = row
    if not rows:
        raise UsageError("There is no finished call to export.", "Play one with: coolhead")
    return [_result(store, row, learner, account or Account()) for row in rows.values()], left_out


def _result(store: Store, row: AttemptRow, learner: str, account: Account) -> Result:
    return Result(
        row=row,
        card=kept_card(store, row.id),
        overrules=overrules_of(store, row.id),
        coached=bool(coached_how(store, row.id)),
        learner=learner,
        account=account,
        scenario=kept_scenario(store, row.id),
        transcript=store.load(row.id),
    )


def _left_out(store: Store, firsts: Sequence[AttemptRow], *, groups: int) -> list[str]:
    going = sum(row.finished is None for row in firsts)
    again = len({branch.id for row in firsts for branch in store.branches(row.id)})
    told = [f"Left out: {going} not finished."] if going else []
    told += [f"Left out: {groups} played by a group in a room; name them to export them."] if groups else []
    return [*told, f"Left out: {again} that take a call again from some turn on; name them to export them."] if again else told
