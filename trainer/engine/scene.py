"""What the customer has before them when choosing the next move, and the shape of a choice."""

from __future__ import annotations

from dataclasses import dataclass, field

from scenarios.acts import Act
from scenarios.model import Concern, Scenario
from scenarios.moves import Ending, Intensity, Move
from scenarios.reading import SURE, Reading
from scenarios.transcript import RepSaid
from trainer.engine.acceptance import Answer
from trainer.engine.beats import holds
from trainer.engine.discovery import Found
from trainer.engine.draws import draw
from trainer.engine.hearing import Hearing
from trainer.engine.state import State

MOST_ANSWERED = 2
"""Of several questions in one reply, how many a person typing in anger answers."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One move, before any words."""

    move: Move
    about: str | None = None
    question: str | None = None
    says: str | None = None
    takes: str | None = None
    """outcome taken by this move"""
    beat: str | None = None
    marks: tuple[str, ...] = ()
    """names to count in the tally"""
    slots: dict[str, str] = field(default_factory=dict)
    answers: tuple[str, ...] = ()
    """what the rep asked outright, answered before anything else"""
    ends: Ending | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """The reply just heard, and the state after hearing it."""

    scenario: Scenario
    state: State
    said: RepSaid
    hearing: Hearing
    found: tuple[Found, ...]
    answer: Answer | None
    """what the customer makes of the offers in this reply"""
    settled: bool
    """what was agreed stands in the log and has been told"""

    @property
    def reading(self) -> Reading:
        return self.said.reading

    @property
    def turn(self) -> int:
        """The customer's turn now being decided."""
        return self.said.turn + 1

    @property
    def anger(self) -> float:
        return self.state.feelings.anger

    @property
    def rough(self) -> bool:
        """Whether attacks are allowed at this intensity."""
        return self.state.intensity is not Intensity.CALM

    def sure(self, *acts: Act) -> bool:
        """Whether one of these acts was heard for certain."""
        return any(span.act in acts and span.confidence >= SURE for span in self.reading.acts)

    def draw(self, purpose: str) -> float:
        return draw(self.state.seed, self.turn, purpose)

    def fits(self, move: Move) -> bool:
        """Whether a move would not be the same as the one before."""
        return move is not self.state.last_move

    @property
    def asked(self) -> tuple[str, ...]:
        """What the rep asks outright that the customer has an answer to and has not told in full."""
        own = self.scenario.customer.if_asked
        here = (slot.slot for slot in self.reading.slots if slot.slot in own and holds(own[slot.slot].when, self.state))
        return tuple(id_ for id_ in here if self.state.times(f"told {id_}") < len(own[id_].says))[:MOST_ANSWERED]

    @property
    def unvoiced(self) -> tuple[Concern, ...]:
        """Open concerns the customer has not brought up and the rep has not either."""
        return tuple(c for c in self.scenario.concerns if not c.hidden and c.id not in self.state.voiced and c.id not in self.state.heard)

    @property
    def unheard(self) -> tuple[Concern, ...]:
        """Concerns brought up and not taken up, the least repeated first."""
        voiced = [c for c in self.scenario.concerns if c.id in self.state.voiced and c.id not in self.state.heard]
        return tuple(sorted(voiced, key=lambda c: self.state.times(f"voiced {c.id}")))

    @property
    def hidden(self) -> tuple[Concern, ...]:
        return tuple(c for c in self.scenario.concerns if c.hidden and c.id not in self.state.voiced)

    def open_questions(self, concern: Concern) -> tuple[str, ...]:
        """Questions of one concern still unanswered and not asked too often."""
        names = (f"{concern.id}/{n}" for n in range(len(concern.asks)))
        return tuple(q for q in names if q not in self.state.answered and self.state.times(f"asked {q}") < 2)
