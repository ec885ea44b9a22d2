"""One reply of a past call said otherwise: the call as it stood before it, a new reply, and what came of it against the first.

Nothing is kept and nothing counts. A better line is tried here before anybody is shown it, and a trainee's own second
wording is answered here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from scenarios.acts import HARM, TRUTH
from scenarios.model import Scenario
from scenarios.reading import ActSpan, Reading
from scenarios.transcript import CustomerMoved, CustomerSaid, Event, Mood, RepSaid, Transcript
from scoring.losses import SLIGHT, TONE, WHOLE, missed
from scoring.rubric import Kind, Rubric
from scoring.scorecard import scorecard
from scoring.scores import DIMENSIONS, Evidence
from trainer.errors import UsageError
from trainer.rubrics import rubric_in_use
from trainer.wiring import rewound


@dataclass(frozen=True)
class Said:
    """One reply at its moment: what was understood of it, what the customer did, and what it earned and cost there."""

    reply: RepSaid
    events: tuple[Event, ...]
    """the call up to the customer's answer"""
    scenario: Scenario
    rubric: Rubric

    @property
    def reading(self) -> Reading:
        return self.reply.reading

    @property
    def moved(self) -> CustomerMoved | None:
        """What the customer did about it; None where the call stopped first."""
        return next((e for e in self.events if isinstance(e, CustomerMoved) and e.turn > self.reply.turn), None)

    @property
    def answer(self) -> str:
        """The customer's words; empty where the call stopped first."""
        return " ".join(e.text for e in self.events if isinstance(e, CustomerSaid) and e.turn > self.reply.turn)

    @cached_property
    def rows(self) -> tuple[Evidence, ...]:
        """All evidence of the moment, judged as if the call stopped here; what is about the call as a whole is left out, but for how this reply sounds."""
        talk = tuple(e for e in self.events if e.kind not in ("ended", "verdict"))
        card = scorecard(Transcript(scenario=self.scenario.scenario, events=talk), self.scenario, self.rubric)
        told = [row for d in DIMENSIONS if d != "resolution" for row in card.scores[d].evidence]
        return tuple(row for row in told if (row.rule not in WHOLE or row.rule == TONE) and row.rule != "listening.checked")

    @property
    def harms(self) -> tuple[Evidence, ...]:
        """What these words cost that is worth a word."""
        kinds = (Kind.HARM, Kind.CAP)
        return tuple(
            row
            for row in self.rows
            if row.turn == self.reply.turn and row.rule not in WHOLE and row.points <= -SLIGHT and self.rubric.criterion(row.rule).kind in kinds
        )

    @property
    def acts(self) -> tuple[ActSpan, ...]:
        """What these words were read as, in their order; harms that are likelier not so are left out, for they are never charged."""
        kept = {(span.start, span.end, span.act) for span in self.reading.fair().acts}
        return tuple(sorted((s for s in self.reading.acts if (s.start, s.end, s.act) in kept), key=lambda s: (s.start, s.act not in HARM | TRUTH)))


class Moment:
    """A past call as it stood before one reply, ready to hear others in its place.

    Raises UsageError when the rep wrote nothing in that turn, ContentError when this engine would have played the call otherwise.
    """

    def __init__(self, transcript: Transcript, scenario: Scenario, turn: int) -> None:
        if not any(isinstance(e, RepSaid) and e.turn == turn for e in transcript.events):
            raise UsageError(f"The rep wrote nothing in turn {turn} of this call.", "Only a reply can be worded anew.")
        self.scenario = scenario
        self._rubric = rubric_in_use()
        self._before = rewound(transcript, scenario, turn)
        until = next((n for n, e in enumerate(transcript.events) if e.turn > turn and e.kind in ("said", "acted")), len(transcript.events))
        self.first = self._said(transcript.events[:until], turn)

    @property
    def mood(self) -> Mood:
        """What the customer felt just before."""
        return next(e.mood for e in reversed(self._before.events) if isinstance(e, CustomerMoved))

    @property
    def agreed(self) -> str | None:
        """The outcome that was settled on by then."""
        return self._before.state.agreed

    @property
    def asked(self) -> str:
        """The customer's words that were answered."""
        return self._before.shown[-1] if self._before.shown else ""

    def say(self, text: str) -> Said:
        """Hear another reply. The moment stays as it is, so that one may try again."""
        call = self._before.fork()
        call.say(text)
        return self._said(tuple(call.events), self._before.state.turn + 1)

    def _said(self, events: tuple[Event, ...], turn: int) -> Said:
        reply = next(e for e in events if isinstance(e, RepSaid) and e.turn == turn)
        return Said(reply, events, self.scenario, self._rubric)


def gone_and_come(first: Said, second: Said) -> tuple[tuple[Evidence, ...], tuple[Evidence, ...]]:
    """The evidence of the first reply that the second does not leave, and the evidence only the second leaves."""
    return tuple(_only(first, second)), tuple(_only(second, first))


def _only(one: Said, other: Said) -> Iterator[Evidence]:
    there = {(row.rule, row.says) for row in other.rows}
    for row in one.rows:
        ours = row.turn == one.reply.turn or missed(row, one.rubric)
        if ours and (row.rule, row.says) not in there and row.turn <= one.reply.turn:
            yield row
