"""The scripted voice: turns the engine's decision into this customer's words, from the scenario and a voice bank alone.

The author's own words go first, the bank's next, the plain bank's last; the engine decides what is meant, and nothing here
adds to it. Same scenario, seed and turns shown, same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from scenarios.model import Scenario, Voice, VoiceLine
from scenarios.moves import Band, Intensity, Move, Reaction
from scenarios.transcript import CustomerMoved, Ended, Event, Verdict
from trainer.voices.choosing import Heard, Tier, levelled, pick, worn
from trainer.voices.own_words import own_tiers, question_of, quotable
from trainer.voices.reactions import SLOT_OF, fits, stutters
from trainer.voices.slots import clean, fill, fill_fixed, named_in
from trainer.voices.verdicts import verdict_text, what_happened_next

_BANDS = tuple(Band)
_ROUGHNESS = {level: step for step, level in enumerate(Intensity)}
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame", "frau", "herr"})

_POINTS_AT = {
    Move.CALL_OUT_IGNORED: frozenset({"question"}),
    Move.CALL_OUT_LIE: frozenset({"claim", "promise"}),
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

    def word(self, moved: CustomerMoved, shown: tuple[str, ...], seed: int) -> str:
        """What the customer writes for this move; never a turn they have written before."""
        heard = Heard(shown)
        body = self._with_question(moved, self._body(moved, heard, seed), heard, seed)
        reaction = self._reaction(moved, body, heard, seed)
        text = f"{reaction} {body}" if reaction else body
        return text if not heard.whole(text) else worn([Tier((text,)), *self._bank_tiers(moved)], {}, heard, seed=seed, turn=moved.turn, purpose="again")

    def verdict(self, ended: Ended, events: Sequence[Event], seed: int) -> Verdict:  # noqa: ARG002 - the door every voice shares
        """The customer's last word on it, and what happened afterwards."""
        sources = (self.scenario.customer.verdicts, *(bank.verdicts for bank in self.banks))
        text = verdict_text(ended, sources, seed=seed)
        return Verdict(turn=ended.turn, text=text, next=what_happened_next(ended, self.scenario, _short_name(self.scenario.customer.name), seed=seed))

    def _body(self, moved: CustomerMoved, heard: Heard, seed: int) -> str:
        slots = self._slots(moved)
        if moved.says is not None:
            return fill_fixed(moved.says, slots)
        tiers = [*own_tiers(self.scenario, moved), *self._bank_tiers(moved)]
        if moved.move is Move.ASK and (question := question_of(self.scenario, moved)):
            tiers.insert(0, Tier((question,)))
        naming = _POINTS_AT.get(moved.move, frozenset())
        line = pick(tiers, slots, heard, naming=naming, seed=seed, turn=moved.turn, purpose="line")
        return line if line is not None else worn(tiers, slots, heard, seed=seed, turn=moved.turn, purpose="worn")

    def _with_question(self, moved: CustomerMoved, body: str, heard: Heard, seed: int) -> str:
        """The body with this turn's question in it: the engine counts it as asked, so it must have been."""
        question = clean(question_of(self.scenario, moved))
        if not moved.question or not question or levelled(question).rstrip("?. ") in levelled(body):
            return body
        if not heard.line(question, question):
            return f"{body} {question}"
        frames = [tier for tier in self._bank_tiers(moved, Move.ASK) if any("question" in named_in(line) for line in tier.lines)]
        again = pick(frames, {"question": question}, heard, naming=frozenset({"question"}), seed=seed, turn=moved.turn, purpose="ask")
        return f"{body} {again or question}"

    def _reaction(self, moved: CustomerMoved, body: str, heard: Heard, seed: int) -> str | None:
        if moved.reaction is None or not fits(moved, body):
            return None
        reaction, slots = moved.reaction, self._slots(moved)
        tiers = [Tier(tuple(line for line in tier if not stutters(line, body))) for tier in self._reaction_lines(reaction)]
        naming = frozenset({SLOT_OF[reaction]}) if reaction in SLOT_OF else frozenset[str]()
        line = pick(tiers, slots, heard, naming=naming, seed=seed, turn=moved.turn, purpose="reaction")
        return line if line is not None else _renamed(tiers, slots, heard, naming)

    def _reaction_lines(self, reaction: Reaction) -> list[tuple[str, ...]]:
        own = self.scenario.customer.reactions.get(reaction, ())
        return [own, *(self._allowed(bank.reactions.get(reaction, ())) for bank in self.banks)]

    def _bank_tiers(self, moved: CustomerMoved, move: Move | None = None) -> list[Tier]:
        """The banks' lines for a move, those for this mood first, then those for moods next to it, then for any mood."""
        wanted, at = move or moved.move, _BANDS.index(Band.of(moved.mood.anger))
        near: list[Band | Literal["any"]] = [_BANDS[at], *(_BANDS[i] for i in (at - 1, at + 1) if 0 <= i < len(_BANDS)), "any"]
        tiers: list[Tier] = []
        for bank in self.banks:
            by_band = bank.lines.get(wanted, {})
            tiers += [Tier(self._allowed(by_band.get(band, ()), wanted, moved)) for band in near]
        return [tier for tier in tiers if tier.lines]

    def _allowed(self, lines: Iterable[VoiceLine], move: Move | None = None, moved: CustomerMoved | None = None) -> tuple[str, ...]:
        """The lines this call's intensity admits. Personal insults also need a customer written to use them, at boiling point."""
        personal = self.scenario.customer.abusive and moved is not None and Band.of(moved.mood.anger) is Band.FURIOUS
        limit = _ROUGHNESS[self.intensity]
        if move is Move.PROVOKE and not personal:
            limit = min(limit, _ROUGHNESS[Intensity.REAL])
        return tuple(line.say for line in lines if _ROUGHNESS[line.intensity] <= limit)

    def _slots(self, moved: CustomerMoved) -> dict[str, str]:
        """The turn's words for slots, with what the scenario itself can add."""
        own = {"name": _short_name(self.scenario.customer.name), "question": question_of(self.scenario, moved), "said": quotable(self.scenario, moved)}
        return {**own, **{slot: value for slot, value in moved.slots.items() if value}}


def _renamed(tiers: list[Tier], slots: dict[str, str], heard: Heard, naming: frozenset[str]) -> str | None:
    """A used reaction again, but only where it names something new: another amount, another day."""
    for line in (line for tier in tiers for line in tier.lines if naming.intersection(named_in(line))):
        words = fill(line, slots)
        if words is not None and not any(turn.startswith(levelled(words)) for turn in heard.turns):
            return words
    return None


def _short_name(name: str) -> str:
    """What the customer is called: the first name, or title and surname where they gave a title."""
    first = name.split()[0]
    return name if first.rstrip(".").lower() in _TITLES else first
