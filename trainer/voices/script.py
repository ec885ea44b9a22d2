"""The scripted voice: turns the engine's decision into this customer's words, from the scenario and a voice bank alone.

The author's own words go first, the bank's next, the plain bank's last; the engine decides what is meant, and nothing here
adds to it. Same scenario, seed and turns shown, same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce
from typing import Literal

from scenarios.model import Scenario, Voice, VoiceLine
from scenarios.moves import Band, Intensity, Move, Reaction
from scenarios.names import short_name
from scenarios.transcript import CustomerMoved, Ended, Event, Verdict
from trainer.voices.choosing import Heard, Tier, counted, joined, levelled, pick, worn
from trainer.voices.own_words import asked_for, own_tiers, put_again, question_of, quotable
from trainer.voices.reactions import SLOT_OF, fits, stutters
from trainer.voices.slots import fill, fill_fixed, named_in
from trainer.voices.verdicts import standing, verdict_text, what_happened_next

_BANDS = tuple(Band)

_POINTS_AT = {
    Move.CALL_OUT_IGNORED: frozenset({"question"}),
    Move.CALL_OUT_LIE: frozenset({"claim", "promise"}),
    Move.CALL_OUT_REASK: frozenset({"asked", "given"}),
    Move.ANSWER: frozenset({"asked"}),
    Move.ASK: frozenset({"question"}),
}
"""Slots a line of this move should name where it can: a call-out that names nothing is only noise."""


class ScriptVoice:
    """One customer's voice for one call. Holds no state: what was said before comes in as ``shown``."""

    name = "script"

    def __init__(self, scenario: Scenario, bank: Voice, intensity: Intensity = Intensity.REAL, *, plain: Voice | None = None) -> None:
        """``plain`` is the bank to fall back on; without one the bank must be complete in itself."""
        self.scenario = scenario
        self.banks = (bank,) if plain is None or plain.voice == bank.voice else (bank, plain)
        self.intensity = intensity
        self.small = _types_small(bank)

    def word(self, moved: CustomerMoved, shown: tuple[str, ...], seed: int) -> str:
        """What the customer writes for this move; never a turn they have written before."""
        heard = Heard(shown)
        answered = self._answered(moved, heard, seed)
        if answered and moved.move is Move.ANSWER and moved.about is None:
            return answered
        body = self._with_question(moved, self._body(moved, heard, seed), heard, seed)
        reaction = answered or self._reaction(moved, body, heard, seed)
        text = joined(reaction, body) if reaction else body
        return counted(text, heard) if heard.whole(text) else text

    def verdict(self, ended: Ended, events: Sequence[Event], seed: int) -> Verdict:
        """The customer's last word on it, and what happened afterwards."""
        sources = (self.scenario.customer.verdicts, *(bank.verdicts for bank in self.banks))
        kind = standing(ended, events)
        later = what_happened_next(ended, kind, self.scenario, short_name(self.scenario.customer.name), seed=seed)
        return Verdict(turn=ended.turn, text=verdict_text(ended, kind, sources, seed=seed), next=later)

    def _body(self, moved: CustomerMoved, heard: Heard, seed: int) -> str:
        slots = self._slots(moved)
        if moved.says is not None:
            return fill_fixed(moved.says, slots)
        tiers = self._tiers(moved)
        if moved.move is Move.ASK and question_of(self.scenario, moved):
            tiers.insert(0, Tier((question_of(self.scenario, moved),)))
        line = pick(tiers, slots, heard, seed=seed, turn=moved.turn, purpose="line")
        return line if line is not None else worn(tiers, slots, heard, seed=seed, turn=moved.turn, purpose="worn")

    def _tiers(self, moved: CustomerMoved) -> list[Tier]:
        """Everything this customer has to say for a move: the author's words, the bank's, the plain bank's."""
        told = [self._tier(bank, self._allowed(bank.answers[moved.about])) for bank in self.banks if moved.move is Move.ANSWER and moved.about in bank.answers]
        return [*own_tiers(self.scenario, moved), *told, *self._bank_tiers(moved)]

    def _answered(self, moved: CustomerMoved, heard: Heard, seed: int) -> str:
        """What the rep asked outright, in the customer's next words for each; empty when nothing was or all is said."""
        said: list[str] = []
        for about in moved.answers:
            answer = moved.model_copy(update={"move": Move.ANSWER, "about": about, "question": None, "says": None, "slots": {}})
            line = pick(self._tiers(answer), self._slots(answer), heard, seed=seed, turn=moved.turn, purpose="asked")
            said += [line] if line else []
        return reduce(joined, said) if said else ""

    def _with_question(self, moved: CustomerMoved, body: str, heard: Heard, seed: int) -> str:
        """The body with this turn's question in it: the engine counts it as asked, so it must have been."""
        question = question_of(self.scenario, moved)
        again = put_again(question)
        if not moved.question or not question or levelled(again).rstrip("?. ") in levelled(body):
            return body
        if moved.move is Move.CALL_OUT_IGNORED:
            return joined(body, again)
        if not heard.line(question, question):
            return joined(body, question)
        frames = [_naming(tier, _POINTS_AT[Move.ASK]) for tier in self._bank_tiers(moved, Move.ASK)]
        framed = pick(frames, {"question": again}, heard, seed=seed, turn=moved.turn, purpose="ask")
        return joined(body, framed or again)

    def _reaction(self, moved: CustomerMoved, body: str, heard: Heard, seed: int) -> str | None:
        if moved.reaction is None or not fits(moved, body):
            return None
        reaction, slots = moved.reaction, self._slots(moved)
        tiers = [replace(tier, lines=tuple(line for line in tier.lines if not stutters(line, body))) for tier in self._reaction_tiers(reaction)]
        line = pick(tiers, slots, heard, seed=seed, turn=moved.turn, purpose="reaction")
        if line is None and reaction in SLOT_OF:
            return _renamed([_naming(tier, frozenset({SLOT_OF[reaction]})) for tier in tiers], slots, heard)
        return line

    def _reaction_tiers(self, reaction: Reaction) -> list[Tier]:
        """The customer's own clauses, then the bank's. Only an amount, a day, a wait or a promise is worth borrowing plain words for."""
        banks = [bank for bank in self.banks if bank.reactions.get(reaction)]
        banks = banks if reaction in SLOT_OF else banks[:1]
        own = Tier(self.scenario.customer.reactions.get(reaction, ()))
        return [own, *(self._tier(bank, self._allowed(bank.reactions[reaction])) for bank in banks)]

    def _bank_tiers(self, moved: CustomerMoved, move: Move | None = None) -> list[Tier]:
        """The banks' lines for a move, those for this mood first, then those for moods next to it, then for any mood."""
        wanted, at = move or moved.move, _BANDS.index(Band.of(moved.mood.anger))
        near: list[Band | Literal["any"]] = [_BANDS[at], *(_BANDS[i] for i in (at - 1, at + 1) if 0 <= i < len(_BANDS)), "any"]
        tiers: list[Tier] = []
        for bank in self.banks:
            by_band = bank.lines.get(wanted, {})
            its = [self._tier(bank, self._allowed(by_band.get(band, ()), wanted, moved)) for band in near]
            tiers += [_naming(tier, _POINTS_AT[wanted]) for tier in its] if wanted in _POINTS_AT else []
            tiers += its
        return [tier for tier in tiers if tier.lines]

    def _tier(self, bank: Voice, lines: tuple[str, ...]) -> Tier:
        """Bank lines as this customer types them: who uses no capitals says the plain bank's without them too."""
        borrowed = self.small and bank is not self.banks[0]
        return Tier(tuple(line.lower() for line in lines) if borrowed else lines, small=self.small)

    def _allowed(self, lines: Iterable[VoiceLine], move: Move | None = None, moved: CustomerMoved | None = None) -> tuple[str, ...]:
        """The lines this call's intensity admits. Personal insults also need a customer written to use them, at boiling point."""
        personal = self.scenario.customer.abusive and moved is not None and Band.of(moved.mood.anger) is Band.FURIOUS
        limit = self.intensity
        if move is Move.PROVOKE and not personal and limit.admits(Intensity.REAL):
            limit = Intensity.REAL
        return tuple(line.say for line in lines if limit.admits(line.intensity))

    def _slots(self, moved: CustomerMoved) -> dict[str, str]:
        """The turn's words for slots, with what the scenario itself can add."""
        own = {
            "name": short_name(self.scenario.customer.name),
            "question": put_again(question_of(self.scenario, moved)),
            "said": quotable(self.scenario, moved),
        }
        given = {slot: value for slot, value in moved.slots.items() if value and slot != "question"}
        return {**own, **asked_for(self.scenario, moved), **given}


def _renamed(tiers: list[Tier], slots: dict[str, str], heard: Heard) -> str | None:
    """A used reaction again, but only where it names something new: another amount, another day."""
    for tier in tiers:
        for line in tier.lines:
            words = fill(line, slots, small=tier.small)
            if words is not None and not any(turn.startswith(levelled(words)) for turn in heard.turns):
                return words
    return None


def _naming(tier: Tier, slots: frozenset[str]) -> Tier:
    """Only those of a tier's lines that name one of these slots."""
    return replace(tier, lines=tuple(line for line in tier.lines if slots.intersection(named_in(line))))


def _types_small(bank: Voice) -> bool:
    """Whether this voice types without capitals, seen from most of its lines."""
    firsts = [line.say[0] for by_band in bank.lines.values() for some in by_band.values() for line in some if line.say[0].isalpha()]
    return sum(map(str.islower, firsts)) * 2 > len(firsts)
