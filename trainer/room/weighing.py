"""A proposal heard at its moment: what the customer did about it, whether it went well, and which of several did best.

Everything is measured by this engine and these scorers; a proposal that holds no reply, or a moment this engine would play
otherwise, is not weighed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from scenarios.acts import Act
from scenarios.model import Scenario
from scenarios.moves import Move
from scenarios.names import short_name
from scenarios.transcript import CustomerMoved, Ended, Event, Mood, RepActed, RepSaid
from scoring.felt import felt_words, warmth
from scoring.losses import SLIGHT, missed
from scoring.rubric import Kind
from scoring.scores import Evidence
from trainer.counterfactual import ORDINARY, gravity
from trainer.instead import Said
from trainer.rubrics import rubric_in_use
from trainer.text import safe_line

CLEARLY = 10.0
"""Points of warmth from which a group hears in the answer that a reply did good; half of that, downwards, is heard as well."""

HOLLOW = {
    "honesty.false-claim": "an untruth",
    "honesty.overpromise": "a promise nobody at this desk can keep",
    "honesty.broken": "a promise that was not kept",
}
"""What soothes only for now."""

NOT_YET = {
    "listening.heard": "Not taken up yet",
    "listening.answered": "Asked and not answered yet",
    "listening.cleared": "The mix-up still stands",
    "calmness.composed": "",
}
"""Chances that a single reply lets go, and how they are spoken of while the call goes on. What can still come later is no miss yet."""


class Went(StrEnum):
    """How a proposal went, in a word."""

    WELL = "went well"
    BADLY = "went badly"
    NEITHER = "changed little"
    MIXED = "went both ways"
    """warmer on the whole, and yet angrier, or answered by a reproach, a threat or an attack"""


@dataclass(frozen=True)
class Heard:
    """One proposal played from its moment on, up to the customer's answer."""

    scenario: Scenario
    before: tuple[Event, ...]
    """the call up to the moment"""
    events: tuple[Event, ...]
    """what was done and said, and all that came of it"""

    @property
    def name(self) -> str:
        return short_name(safe_line(self.scenario.customer.name) or "The customer")

    @cached_property
    def said(self) -> Said | None:
        """The reply among it; None where nothing was said."""
        reply = next((e for e in reversed(self.events) if isinstance(e, RepSaid)), None)
        return Said(reply, (*self.before, *self.events), self.scenario, rubric_in_use()) if reply else None

    @property
    def was(self) -> Mood | None:
        """What the customer felt before."""
        return next((e.mood for e in reversed(self.before) if isinstance(e, CustomerMoved)), None)

    @property
    def now(self) -> Mood | None:
        """What they felt after it; None where they did nothing about it."""
        return next((e.mood for e in reversed(self.events) if isinstance(e, CustomerMoved | Ended)), None)

    @property
    def move(self) -> Move | None:
        return next((e.move for e in reversed(self.events) if isinstance(e, CustomerMoved)), None)

    @property
    def refused(self) -> tuple[RepActed, ...]:
        """What was to be done at the desk, and was not: words that lean on it say what did not happen."""
        return tuple(e for e in self.events if isinstance(e, RepActed) and not e.ok)

    @property
    def answer(self) -> str:
        """The customer's words; empty where they wrote none."""
        return " ".join(e.text for e in self.events if e.kind == "replied")

    @property
    def warmer(self) -> float:
        """How much warmer the customer was for it."""
        return warmth(self.now) - warmth(self.was) if self.now and self.was else 0.0

    @property
    def felt(self) -> str:
        """The largest changes of mood in a sentence."""
        if not (self.now and self.was):
            return ""
        return felt_words(self.name, self.was, self.now) or f"{self.name} feels much as before."

    @cached_property
    def rows(self) -> tuple[Evidence, ...]:
        """What this proposal earned or cost, and the chances it let go; what stood in the call before, or can still come, is left out."""
        if self.said is None:
            return ()
        earlier, turn, rubric = self._earlier, self.said.reply.turn, self.said.rubric
        own = [row for row in self.said.rows if row.turn == turn and not missed(row, rubric) and rubric.criterion(row.rule).kind is not Kind.CAP]
        gone = [row for row in self.said.rows if row.rule in NOT_YET and missed(row, rubric) and (row.rule, row.says) not in earlier]
        return (*own, *gone)

    @property
    def _earlier(self) -> set[tuple[str, str]]:
        """What was to be said of the call before this proposal."""
        last = next((e for e in reversed(self.before) if isinstance(e, RepSaid)), None)
        rows = Said(last, self.before, self.scenario, rubric_in_use()).rows if last else ()
        return {(row.rule, row.says) for row in rows}

    def words(self, row: Evidence) -> str:
        """The rep's words a row points at; empty for a row about a turn of the customer."""
        if self.said is None or row.turn != self.said.reply.turn:
            return ""
        return safe_line(self.said.reply.text[row.start : row.end], 120)

    def says(self, row: Evidence) -> str:
        """The row's sentence as it is true in mid-call."""
        says = safe_line(row.says)
        if (yet := NOT_YET.get(row.rule)) and self.said and missed(row, self.said.rubric):
            says = f"{yet}: {says.partition(': ')[2]}"
        return says if says.endswith((".", "?", "!", "…", "”")) else f"{says}."

    @property
    def went(self) -> Went | None:
        """None where it cannot be told."""
        if self.said is None or self.now is None:
            return None
        if self.said.harms or self.warmer <= -CLEARLY / 2:
            return Went.BADLY
        if self.warmer < CLEARLY:
            return Went.NEITHER
        return Went.MIXED if self._angrier or self._attacked else Went.WELL

    @property
    def _angrier(self) -> bool:
        return self.was is not None and self.now is not None and round(self.now.anger) > round(self.was.anger)

    @property
    def _attacked(self) -> bool:
        return self.move is not None and gravity(self.move) > ORDINARY

    @property
    def worth(self) -> float | None:
        """To compare proposals of one moment: the points gained and lost by these words, and how the customer felt about them."""
        if self.said is None or self.move is None:
            return None
        return self.warmer + sum(row.points for row in self.rows)

    @property
    def against(self) -> tuple[Evidence, ...]:
        """The rows that stand against these words, and are worth a word."""
        return tuple(row for row in self.rows if self.said and row.turn == self.said.reply.turn and self._stands_against(row))

    def _stands_against(self, row: Evidence) -> bool:
        harm = self.said is not None and self.said.rubric.criterion(row.rule).kind is Kind.HARM
        return harm and (row.points <= -SLIGHT or row.rule in HOLLOW or self.stock(row))

    def stock(self, row: Evidence) -> bool:
        """Whether a row is about sympathy that would fit any complaint."""
        acts = self.said.acts if self.said else ()
        return row.rule == "listening.harmed" and any(span.act is Act.ACK_GENERIC and span.start < row.end and row.start < span.end for span in acts)

    @property
    def flawed(self) -> bool:
        """Whether anything stands against it, what was to be done was not, or the customer answered by an attack."""
        return bool(self.against or self.refused) or bool(self.said and self.said.harms) or self._attacked

    @property
    def gains(self) -> tuple[Evidence, ...]:
        """What these words earned, the most first."""
        rubric = self.said.rubric if self.said else None
        earned = (row for row in self.rows if rubric and row.points > 0 and not missed(row, rubric))
        return tuple(sorted(earned, key=lambda row: -row.points))


def best(heard: Sequence[Heard | None]) -> tuple[int, ...]:
    """Which of these did best, by place from 0: more than one where they are as good as level.

    None where that cannot be stood by: fewer than two can be weighed, they differ too little, or the most by points has something against it that is no untruth.
    """
    weighed = {place: (one, one.worth) for place, one in enumerate(heard) if one and one.worth is not None}
    sound = {place: worth for place, (one, worth) in weighed.items() if not one.flawed and one.gains}
    top = max(sound.values(), default=0.0)
    level = tuple(place for place, worth in sound.items() if top - worth < CLEARLY)
    doubtful = any(one.flawed and worth - top >= CLEARLY and not any(row.rule in HOLLOW for row in one.against) for one, worth in weighed.values())
    parted = any(top - worth >= CLEARLY or (one.said and one.said.harms) for one, worth in weighed.values())
    return level if len(weighed) > 1 and top >= CLEARLY and parted and not doubtful else ()
