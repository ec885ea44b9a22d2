"""What every scorer reads of a transcript, arranged once: replies, goes, customer turns, desk actions, windows.

A *go* is the rep's stretch between two customer turns; it may hold several replies and actions. Windows ("within two rep
turns") are counted in goes. Nothing here looks at the customer's wording: only at moves, which the engine decided.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from scenarios.acts import HARM, TRUTH, Act
from scenarios.model import Scenario
from scenarios.moves import Ending, Move
from scenarios.reading import ActSpan, Part, Reading, meet
from scenarios.transcript import CustomerMoved, CustomerSaid, Discovery, Ended, RepActed, RepSaid, Transcript
from scoring.tally import Place

ATTACKS = (Act.HOSTILE, Act.BLAME, Act.INVALIDATE)
"""Harms that turn the whole sentence against the customer, whatever else it says."""

_SENTENCE_END = re.compile(r"[.!?…]+\s+|\n+")


@dataclass(frozen=True, kw_only=True)
class Reply:
    """One thing the rep wrote, and the go it belongs to (0 is the first)."""

    turn: int
    go: int
    text: str
    reading: Reading
    """what counts: without harms and untruths that are likelier not so"""
    seconds: int
    doubted: tuple[ActSpan, ...] = ()
    """harms and untruths that may be so: they cost nothing, and their words earn nothing"""

    @property
    def place(self) -> Place:
        return Place(self.turn, 0, len(self.text))

    def at(self, part: Part) -> Place:
        """A part's place, held inside the text whatever the reader wrote."""
        start = min(max(part.start, 0), len(self.text))
        return Place(self.turn, start, min(max(part.end, start), len(self.text)))

    def words(self, part: Part) -> str:
        place = self.at(part)
        return self.text[place.start : place.end]

    @cached_property
    def harms(self) -> tuple[ActSpan, ...]:
        return tuple(span for span in self.reading.acts if span.act in HARM)

    @cached_property
    def spoiled(self) -> tuple[ActSpan, ...]:
        """Spans that harm or mislead: words inside them earn nothing."""
        return (*(s for s in self.reading.acts if s.act in HARM | TRUTH), *self.doubted)

    def clean(self, part: Part) -> bool:
        """Whether nothing untrue or harmful stands in these words, nor an attack in the same sentence."""
        return not any(meet(part, span) for span in self.spoiled) and not any(meet(part, wide) for wide in self._attacked)

    def sneered(self, part: Part) -> bool:
        """Whether these words stand in a sentence that is hostile: a truth told in contempt tells on the customer, not to them."""
        return any(meet(part, wide) for wide in self._sentences_with(Act.HOSTILE))

    def tells_fairly(self, fact: str) -> bool:
        """Whether it tells this fact, and not only in sentences that attack the customer."""
        claims = [c for c in self.reading.claims if c.fact == fact]
        return fact in self.reading.tells and not (claims and all(any(meet(c, wide) for wide in self._attacked) for c in claims))

    @cached_property
    def attacks_throughout(self) -> bool:
        """Whether not a sentence of it is free of an attack on the customer."""
        return bool(self._attacked) and not any(
            char.isalnum() and not any(wide.start <= place < wide.end for wide in self._attacked) for place, char in enumerate(self.text)
        )

    @cached_property
    def _attacked(self) -> tuple[Part, ...]:
        """The sentences in which the customer is attacked."""
        return self._sentences_with(*ATTACKS)

    def _sentences_with(self, *acts: Act) -> tuple[Part, ...]:
        """The sentences in which one of these is done."""
        ends = [m.end() for m in _SENTENCE_END.finditer(self.text)]
        wide = []
        for span in self.reading.acts:
            if span.act in acts:
                place = self.at(span)
                start = max((e for e in ends if e <= place.start), default=0)
                wide.append(Part(start=start, end=min((e for e in ends if e >= place.end), default=len(self.text))))
        return tuple(wide)


@dataclass(frozen=True, kw_only=True)
class CustomerTurn:
    """One customer turn: what they did, and how long their words are."""

    turn: int
    go: int
    """the rep's go that answers it"""
    moved: tuple[CustomerMoved, ...]
    length: int

    @property
    def place(self) -> Place:
        return Place(self.turn, 0, self.length)


def _true(reply: Reply) -> bool:
    return any(c.verdict == "true" for c in reply.reading.claims)


@dataclass(frozen=True)
class CallView:
    """A transcript with its scenario, arranged for judging."""

    transcript: Transcript
    scenario: Scenario | None

    @cached_property
    def replies(self) -> tuple[Reply, ...]:
        """Every reply, in order."""
        said = sorted((e for e in self.transcript.events if isinstance(e, RepSaid)), key=lambda e: e.turn)
        return tuple(
            Reply(turn=e.turn, go=self.go_of(e.turn), text=e.text, reading=e.reading.fair(), seconds=e.seconds, doubted=e.reading.doubted()) for e in said
        )

    @cached_property
    def customer(self) -> tuple[CustomerTurn, ...]:
        """Every customer turn, in order."""
        moves: dict[int, list[CustomerMoved]] = {}
        lengths: dict[int, int] = {}
        for event in self.transcript.events:
            if isinstance(event, CustomerMoved):
                moves.setdefault(event.turn, []).append(event)
            elif isinstance(event, CustomerSaid):
                lengths[event.turn] = len(event.meaning)
        return tuple(
            CustomerTurn(turn=t, go=self.go_of(t), moved=tuple(moves.get(t, ())), length=lengths.get(t, 0)) for t in sorted(moves.keys() | lengths.keys())
        )

    @cached_property
    def acted(self) -> tuple[RepActed, ...]:
        return tuple(e for e in self.transcript.events if isinstance(e, RepActed))

    @cached_property
    def done(self) -> tuple[RepActed, ...]:
        """Desk actions that worked."""
        return tuple(e for e in self.acted if e.ok)

    def done_by(self, reply: Reply) -> list[RepActed]:
        """Desk actions that had worked when the rep spoke again: what is said first may be done in the same breath."""
        again = next(self.after(reply.turn), None)
        return [e for e in self.done if again is None or e.turn < again.turn or self.go_of(e.turn) == reply.go]

    @cached_property
    def ended(self) -> Ended | None:
        return next((e for e in reversed(self.transcript.events) if isinstance(e, Ended)), None)

    @property
    def left(self) -> bool:
        """Whether the trainee left the call."""
        return self.ended is not None and self.ended.ending is Ending.LEFT

    @cached_property
    def _customer_words(self) -> dict[int, str]:
        return {e.turn: e.meaning for e in self.transcript.events if isinstance(e, CustomerSaid)}

    def put_to(self, reply: Reply) -> str:
        """The customer's own words a reply answers; only to tell an echo from an answer."""
        before = [turn for turn in self._customer_words if turn < reply.turn]
        return self._customer_words[max(before)] if before else ""

    @cached_property
    def agreed(self) -> int | None:
        """Turn at which the customer first took what was offered."""
        return next((t.turn for t in self.customer if any(m.move is Move.ACCEPT for m in t.moved)), None)

    @cached_property
    def found_out(self) -> tuple[tuple[int, Discovery], ...]:
        """What the customer found out in the call, with the turn it came out."""
        return tuple((e.turn, d) for e in self.transcript.events if isinstance(e, CustomerMoved) for d in e.found_out)

    @cached_property
    def learned(self) -> dict[str, int]:
        """Facts the rep learned from the desk, and the turn of it."""
        facts: dict[str, int] = {}
        actions = self.scenario.desk.actions if self.scenario else {}
        for event in self.done:
            for fact in actions[event.do].tells if event.do in actions else ():
                facts.setdefault(fact, event.turn)
        return facts

    @cached_property
    def _customer_turns(self) -> tuple[int, ...]:
        return tuple(sorted({e.turn for e in self.transcript.events if isinstance(e, CustomerMoved | CustomerSaid)}))

    @cached_property
    def _gos(self) -> dict[int, int]:
        """Go of each turn. Only customer turns with rep doings after them open a new go, so two in a row are answered together."""
        rep = {e.turn for e in self.transcript.events if isinstance(e, RepSaid | RepActed)}
        customers = set(self._customer_turns)
        gos: dict[int, int] = {}
        go, rep_spoke = 0, False
        for turn in sorted(rep | customers):
            if turn in customers and rep_spoke:
                go, rep_spoke = go + 1, False
            elif turn in rep:
                rep_spoke = True
            gos[turn] = go
        return gos

    def go_of(self, turn: int) -> int:
        """The go a turn belongs to."""
        return self._gos.get(turn, 0)

    @property
    def goes(self) -> int:
        """How many goes the rep had."""
        return len({r.go for r in self.replies} | {self.go_of(e.turn) for e in self.acted})

    def window(self, turn: CustomerTurn, goes: int) -> tuple[Reply, ...]:
        """The replies in the next ``goes`` goes after a customer turn."""
        return tuple(r for r in self.in_goes(turn.go, turn.go + goes) if r.turn > turn.turn)

    def in_goes(self, first: int, end: int) -> Iterator[Reply]:
        """The replies of goes ``first`` up to, not including, ``end``."""
        return (r for go in range(first, end) for r in self._by_go.get(go, ()))

    @cached_property
    def _by_go(self) -> dict[int, list[Reply]]:
        found: dict[int, list[Reply]] = {}
        for reply in self.replies:
            found.setdefault(reply.go, []).append(reply)
        return found

    def after(self, turn: int) -> Iterator[Reply]:
        """The replies after a turn."""
        return iter(self.replies[bisect_right(self._reply_turns, turn) :])

    @cached_property
    def _reply_turns(self) -> tuple[int, ...]:
        return tuple(r.turn for r in self.replies)

    @cached_property
    def mending(self) -> tuple[Reply, ...]:
        """Replies that could put something right: they own, apologise, refuse honestly, or say something true."""
        return tuple(r for r in self.replies if r.reading.has(Act.OWN, Act.APOLOGISE, Act.HONEST_NO) or r.reading.tells or _true(r))

    def heard_words(self, reply: Reply) -> frozenset[str]:
        """Words the customer had used before a reply that could belong to one case and not to all."""
        return frozenset().union(*(words for turn, words in self._heard.items() if turn < reply.turn))

    @cached_property
    def _heard(self) -> dict[int, frozenset[str]]:
        from scoring.content import content_words

        return {turn: content_words(text) for turn, text in self._customer_words.items()}

    def place_of(self, turn: int) -> Place:
        """A turn as a whole."""
        return Place(turn, 0, 0)

    @cached_property
    def last_place(self) -> Place:
        """The rep's last words, where a point concerns the call as a whole."""
        return self.replies[-1].place if self.replies else Place(0, 0, 0)
