"""One call played by a scripted rep: engine and player in turn, with the acts given or with a reader reading the words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from scenarios.model import Scenario
from scenarios.moves import Intensity
from scenarios.transcript import CustomerMoved, CustomerSaid, Ended, Event, RepActed, RepSaid, Transcript
from scoring.reading.context import context_of
from scoring.reading.protocol import Reader
from trainer.call import seconds_for
from trainer.engine import State, deserted, leave, open_call, step, use
from trainer.players.seen import Memory, Seen, noticed
from trainer.players.speech import Clause, Turn, given, joined, remember
from trainer.voices.protocol import Script

MOST_REPLIES = 24
"""Replies after which a player falls silent: nobody who has not settled it by then will."""

Player = Callable[[Seen], Turn]


@dataclass(frozen=True, slots=True)
class Played:
    """A call to its end."""

    events: tuple[Event, ...]
    state: State

    @property
    def ended(self) -> Ended:
        return next(event for event in reversed(self.events) if isinstance(event, Ended))

    @property
    def transcript(self) -> Transcript:
        return Transcript.model_construct(id="", scenario=None, events=self.events)


def play(
    scenario: Scenario, player: Player, seed: int, *, reader: Reader | None = None, voice: Script | None = None, intensity: Intensity = Intensity.REAL
) -> Played:
    """Play one call. Without a reader the acts are given; a voice is only needed for a reader, or to count the lines it says."""
    table = _Table(scenario, seed, reader, voice, intensity)
    while table.state.ended is None and table.memory.replies < MOST_REPLIES:
        table.take(player(table.seen()))
    if table.state.ended is None:
        table.state, events = leave(scenario, table.state, deserted(scenario, table.state))
        table.follow(events)
    return Played(tuple(table.events), table.state)


class _Table:
    """A call under way, as player and engine share it."""

    def __init__(self, scenario: Scenario, seed: int, reader: Reader | None, voice: Script | None, intensity: Intensity) -> None:
        self.scenario, self.seed, self.reader, self.voice = scenario, seed, reader, voice
        self.memory, self.events, self.earlier = Memory(), list[Event](), set[str]()
        self.shown: list[str] = []
        self.last: CustomerMoved | None = None
        self.state, events = open_call(scenario, seed, intensity)
        self.follow(events)

    def seen(self) -> Seen:
        last = self.last
        assert last is not None  # a call opens with the customer's line
        return Seen(self.scenario, self.memory, last.move, last.about, last.question, last.provocation, self.seed, self.state.turn)

    def take(self, turn: Turn) -> None:
        for do in turn.do:
            args = {"amount": do.amount} if do.amount else {}
            self._step(use(self.scenario, self.state, do.action, args, self.state.turn + 1))
            if self.state.ended is not None:
                return
        say = tuple(clause for clause in turn.say if not _idle(clause, self.memory)) or turn.say[:1]
        text, places = joined(say)
        if self.reader:
            reading = self.reader.read(text, context_of(self.events, self.scenario, seconds_for(text)))
        else:
            reading = given(self.scenario, self.memory, say, places, earlier=frozenset(self.earlier))
        self.earlier.update(clause.text for clause in say)
        remember(self.memory, say)
        self._step(RepSaid.model_construct(kind="said", turn=self.state.turn + 1, text=text, reading=reading, seconds=seconds_for(text)))

    def _step(self, event: RepSaid | RepActed) -> None:
        self.events.append(event)
        if isinstance(event, RepActed):
            noticed(self.memory, self.scenario, [event])
        self.state, events = step(self.scenario, self.state, event)
        self.follow(events)

    def follow(self, events: list[Event]) -> None:
        """Keep what the engine decided, with the customer's words where a voice is at hand."""
        for event in events:
            self.events.append(event)
            if self.voice and isinstance(event, CustomerMoved):
                text = self.voice.word(event, tuple(self.shown), self.seed)
                self.shown.append(text)
                self.events.append(CustomerSaid(turn=event.turn, text=text, voice=self.voice.name))
        self.last = noticed(self.memory, self.scenario, events) or self.last


def _idle(clause: Clause, memory: Memory) -> bool:
    """A report of something the desk has just turned down, by a rep who looks at the screen."""
    return bool(clause.reports) and not clause.denies and not clause.beyond and set(clause.reports) <= memory.refused
