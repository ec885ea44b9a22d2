"""How the customer hears a reply: acts and content become effects on the five feelings, before anything is decided.

What a sentence does depends on what came before it: a second apology is worth half, a remedy before the customer was
heard is worth half, and what hurts never wears off.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from scenarios.acts import HARM, SOLVING, Act
from scenarios.model import Scenario
from scenarios.reading import SURE, ActSpan, Oddity, Promise, Reading, SlotAsk, Touch, meet
from scenarios.transcript import RepSaid
from trainer.engine import labels
from trainer.engine.feelings import Delta, Effect
from trainer.engine.hearing import PLAIN_HARM, Hearing, answers_in, false_claims, is_warm_handoff, overpromises
from trainer.engine.labels import EMPATHY, rung
from trainer.engine.plainly import plainly
from trainer.engine.state import State

NOT_A_REPLY = frozenset({Oddity.EMPTY, Oddity.PUNCTUATION, Oddity.GIBBERISH, Oddity.OTHER_LANGUAGE})

TAKEN_WHOLE = 0.75
"""Confidence from which an act is felt in full; below it, in proportion. Careful readers are seldom surer of words alone."""

PARROTING = 0.7
"""Share of a sentence's words lifted from the customer's own turn, above which it shows no listening."""

PARROT_PAYS = 0.2

FULL_SLOTS = 3
"""Concerns that pay in full when first reflected."""

FEW_CONCERNS = {1: 1.6, 2: 1.25}
"""Where a case holds fewer than three concerns, each one heard counts for more."""

_ORDER = {act: place for place, act in enumerate((Act.REFLECT_CONTENT, Act.REFLECT_FEELING, Act.VALIDATE, Act.ASK_OPEN, Act.CHECK_UNDERSTANDING, Act.OWN))}
"""Listening is weighed first: what follows in the same reply is heard by someone who has been heard."""


def appraise(scenario: Scenario, state: State, said: RepSaid) -> Hearing:
    """How this customer, at this point of the call, takes this reply."""
    if said.reading.oddity in NOT_A_REPLY:
        row = labels.ODD_AGAIN if state.times("odd") else labels.ODD
        return Hearing(effects=(Effect("PUZZLED", row),), used=("odd",), odd=True)
    return _Ear(scenario, state, plainly(scenario, said)).listen()


@dataclass
class _Ear:
    """Weighs one reply act by act; lives for one call of ``appraise``."""

    scenario: Scenario
    state: State
    reading: Reading
    effects: list[Effect] = field(default_factory=list)
    used: list[str] = field(default_factory=list)
    felt: float = 0.0
    """how heard the customer feels, this reply's listening included"""
    fresh: float = 1.0
    """share of the reply that was not said before in the same words"""
    new: list[Touch] = field(default_factory=list)
    parroted: bool = False
    early: bool = False
    stock: bool = False
    bare_apology: bool = False
    kept: frozenset[str] = frozenset()

    def listen(self) -> Hearing:
        reading, state = self.reading, self.state
        self.felt = state.feelings.heard
        repeated = sum(len(sentence.split()) for sentence in reading.repeated)
        self.fresh = 1.0 - min(1.0, repeated / max(1, reading.words))
        self.new = self._new_touches()
        taken_up = frozenset(touch.concern for touch in self.new if touch.overlap <= PARROTING)
        for span in sorted(reading.acts, key=lambda s: (_ORDER.get(s.act, 9), s.start)):
            self._weigh(span)
        for _ in overpromises(reading):
            self._good(Act.OVERPROMISE, "OVERPROMISE")
        for _ in false_claims(reading):
            self._good(Act.FALSE_CLAIM, "FALSE_CLAIM")
        reasked = self._reasked()
        cleared = self._clear()
        ignored = self._question()
        self._keep()
        self._cloy()
        if self.fresh < 0.5:
            self.effects.append(Effect("SAME WORDS", labels.SAME_WORDS))
        for mix_up in self.scenario.misunderstandings:
            if mix_up.id in state.voiced and mix_up.id not in state.cleared and mix_up.id not in cleared:
                self.effects.append(Effect("MIX-UP", Delta(anger=mix_up.grows)))
        own = self.scenario.customer.if_asked
        wanted = next((slot for slot in reading.slots if not slot.known and slot.slot not in state.given and slot.slot not in own), None)
        sure = {span.act for span in reading.acts if span.confidence >= SURE}
        harms = tuple(sorted(sure & HARM, key=lambda act: -labels.ROWS[act].anger))
        return Hearing(
            effects=tuple(self.effects),
            used=tuple(self.used),
            harms=harms,
            heard=taken_up,
            cleared=cleared,
            reasked=reasked,
            wanted=wanted,
            ignored=ignored,
            stock=self.stock,
            parroted=self.parroted,
            early=self.early,
            bare_apology=self.bare_apology,
            kept=self.kept,
        )

    def _weigh(self, span: ActSpan) -> None:
        act, sure = span.act, min(1.0, max(0.0, span.confidence / TAKEN_WHOLE))
        if act in (Act.OVERPROMISE, Act.FALSE_CLAIM):
            return
        if act in HARM:
            self.effects.append(Effect(act.value, labels.ROWS[act], sure * min(1.0, span.confidence / PLAIN_HARM)))
        elif act is Act.REFLECT_CONTENT:
            self._reflect(span, sure)
        elif act is Act.HANDOFF:
            self._plain(act.value, labels.WARM_HANDOFF if is_warm_handoff(self.reading) else labels.ROWS[act], sure)
        elif act is Act.SET_LIMIT:
            self._plain(act.value, labels.ROWS[act] if self.state.attacked is not None else labels.NEEDLESS_LIMIT, sure)
        elif act is Act.ASK_CLOSED and self._reask_at(span):
            return
        elif act in (Act.PROPOSE, Act.OFFER_CHOICE):
            self._offer(act, sure)
        elif not self._superseded(span):
            self._good(act, self._key(act), sure, share=labels.OWNS_NOTHING if act is Act.OWN and self._owns_nothing() else 1.0)
            if act in (Act.ACK_GENERIC, Act.APOLOGISE):
                self._stock_phrase(act, sure)

    def _superseded(self, span: ActSpan) -> bool:
        """Whether the span is untrue or promises too much, and is weighed as that instead, or closes what nobody has opened."""
        if span.act is Act.CONFIRM_CLOSE:
            return self.state.agreed is None and not any(d.do in self.scenario.desk.actions for d in self.state.done)
        if span.act is Act.STATE_ACTION:
            return any(meet(span, claim) for claim in false_claims(self.reading))
        return span.act in (Act.COMMIT, Act.SET_EXPECTATION) and any(meet(span, promise) for promise in overpromises(self.reading))

    def _key(self, act: Act) -> str:
        """The name under which repetition of this act is counted; something new in it starts a new count."""
        fresh_facts = [fact for fact in self.reading.tells if fact not in self.state.told]
        if act is Act.OWN:
            ours = sorted(id_ for id_ in fresh_facts if (fact := self.scenario.fact(id_)) and fact.fault == "ours")
            return f"OWN {ours[0]}" if ours else "OWN"
        if act in (Act.EXPLAIN, Act.SET_EXPECTATION) and fresh_facts:
            return f"{act.value} {sorted(fresh_facts)[0]}"
        if act is Act.SET_EXPECTATION and (days := [t.latest for t in self.reading.times if t.latest]):
            return f"{act.value} {days[0]:%Y-%m-%d %H:%M}"
        if act is Act.COMMIT and (promise := self._promise()):
            return f"COMMIT {promise.action}" if promise.action else "COMMIT"
        return act.value

    def _owns_nothing(self) -> bool:
        """Whether "our fault" stands alone: no fault of ours told by now, and nothing of the customer's taken up beside it."""
        told = {*self.reading.tells, *self.state.told}
        ours = any(fact.id in told for fact in self.scenario.facts if fact.fault == "ours")
        return not ours and not self.reading.touches and any(fact.fault == "ours" for fact in self.scenario.facts)

    def _promise(self) -> Promise | None:
        return next((p for p in self.reading.promises if p.supported is not False), None)

    def _good(self, act: Act, key: str, sure: float = 1.0, *, share: float = 1.0) -> None:
        """An act that helps: worth less with each use; its costs are felt every time."""
        row, ladder = labels.ROWS[act], labels.LADDERS.get(act, labels.ALWAYS)
        weight = rung(ladder, self.state.times(key) + self.used.count(key)) * sure * self.fresh * share
        self.used.append(key)
        if row.good != Delta() and weight > 0:
            self.effects.append(Effect(act.value, row.good, weight, self._gate(act)))
            self.felt += row.good.heard * weight
        if row.bad != Delta():
            self.effects.append(Effect(act.value, row.bad, sure))

    def _gate(self, act: Act) -> float:
        """How far an act's calming reaches this customer now."""
        if act in labels.GATED_BY_NEED:
            return 0.5 + 0.5 * self.state.persona.empathy_need
        if act is Act.APOLOGISE:
            return 1.0 if self.felt >= 40 or self._specific() else 0.4
        if act in labels.GATED_BY_TRUST:
            return 0.5 + 0.5 * self.state.feelings.trust / 100
        return 1.0

    def _specific(self) -> bool:
        return self.reading.has(Act.REFLECT_CONTENT, Act.REFLECT_FEELING, Act.OWN)

    def _plain(self, cause: str, row: Delta, sure: float) -> None:
        self.effects.append(Effect(cause, row, sure))

    def _new_touches(self) -> list[Touch]:
        """The first touch of every concern not taken up before, in order. What is kept back cannot be heard before it was told."""
        first: dict[str, Touch] = {}
        for touch in sorted(self.reading.touches, key=lambda t: (t.overlap > PARROTING, t.start)):
            concern = self.scenario.concern(touch.concern)
            if concern and touch.concern not in self.state.heard and (not concern.hidden or touch.concern in self.state.voiced):
                first.setdefault(touch.concern, touch)
        return list(first.values())

    def _reflect(self, span: ActSpan, sure: float) -> None:
        here = [touch for touch in self.reading.touches if meet(span, touch)] or list(self.reading.touches)
        lifted = bool(here) and all(touch.overlap > PARROTING for touch in here)
        self.parroted = self.parroted or lifted
        pays = PARROT_PAYS if lifted else 1.0
        fresh = [touch for touch in self.new if f"reflect {touch.concern}" not in self.used and touch in here]
        if not fresh:
            known = here[0].concern if here else "-"
            again = rung((0.5, 0.0) if here else (0.5, 0.25, 0.0), self.state.times(f"again {known}") + self.used.count(f"again {known}"))
            self.used.append(f"again {known}")
            self._reflected(again * pays * sure)
        for touch in fresh:
            slots = sum(1 for name, _ in self.state.tally if name.startswith("reflect ")) + sum(1 for name in self.used if name.startswith("reflect "))
            worth = (1.0 if slots < FULL_SLOTS else 0.5) * rung(EMPATHY, self.state.times(f"reflect {touch.concern}"))
            self.used.append(f"reflect {touch.concern}")
            self._reflected(worth * pays * sure, FEW_CONCERNS.get(len(self.scenario.concerns), 1.0))

    def _reflected(self, weight: float, of_few: float = 1.0) -> None:
        row, weight = labels.ROWS[Act.REFLECT_CONTENT], weight * self.fresh
        if weight > 0:
            row = row._replace(heard=row.heard * of_few)
            self.effects.append(Effect(Act.REFLECT_CONTENT.value, row, weight, self._gate(Act.REFLECT_CONTENT)))
            self.felt += row.heard * weight

    def _offer(self, act: Act, sure: float) -> None:
        refs = sorted({offer.outcome or offer.action or "-" for offer in self.reading.offers}) or ["-"]
        unseen = [ref for ref in refs if not self.state.times(f"offer {ref}") and f"offer {ref}" not in self.used]
        share = 1.0
        if self.felt < 30 and self.state.agreed is None:  # after a yes nothing comes too early
            self.early, share = True, 0.5
            self.effects.append(Effect("TOO EARLY", labels.TOO_EARLY))
        self._good(act, f"offer {unseen[0] if unseen else refs[0]}", sure, share=share)

    def _stock_phrase(self, act: Act, sure: float) -> None:
        bare = act is Act.ACK_GENERIC or not self._specific()
        self.bare_apology = self.bare_apology or (act is Act.APOLOGISE and bare)
        if bare:
            self.used.append("stock")
        if bare and self.state.times("stock") + self.used.count("stock") >= 3:
            self.stock = True
            self.effects.append(Effect("STOCK", labels.STOCK, sure))

    def _reask_at(self, span: ActSpan) -> bool:
        return any(meet(span, slot) and self._known(slot) for slot in self.reading.slots)

    def _known(self, slot: SlotAsk) -> bool:
        return (slot.known or slot.slot in self.state.given) and not slot.stated

    def _reasked(self) -> SlotAsk | None:
        again = [slot for slot in self.reading.slots if self._known(slot)]
        self.effects += [Effect("RE-ASK", labels.REASK) for _ in again]
        return again[0] if again else None

    def _clear(self) -> tuple[str, ...]:
        open_ones = {m.id for m in self.scenario.misunderstandings if m.id not in self.state.cleared}
        cleared = tuple(dict.fromkeys(id_ for id_ in self.reading.clears if id_ in open_ones))
        self.effects += [Effect("CLEARED UP", labels.CLEARED) for _ in cleared]
        return cleared

    def _question(self) -> str | None:
        """Credit for straight answers; the id of the last turn's question where it was passed over."""
        met = answers_in(self.scenario, self.reading)
        fresh = [question for question in met if question == "last" or question not in self.state.answered]
        self.effects += [Effect("ANSWERED", labels.ANSWERED, self.fresh) for _ in fresh[:2]]
        asked = self.state.asked
        if asked is None or asked in met or "last" in met or asked in self.state.answered:
            return None
        if self.reading.has(Act.ADMIT_UNKNOWN, Act.COMMIT, Act.HANDOFF) and not self.reading.has(Act.EVADE):
            return None
        put = self.scenario.question(asked)
        self.effects.append(Effect("IGNORED", labels.IGNORED, labels.DODGED_TRUTH if put and put.uncomfortable else 1.0))
        return asked

    def _keep(self) -> None:
        """Promises kept, once told."""
        if not self.reading.has(Act.STATE_ACTION, Act.CONFIRM_CLOSE, Act.SET_EXPECTATION) and not any(c.verdict == "true" for c in self.reading.claims):
            return
        log = {(done.do) for done in self.state.done}
        self.kept = frozenset(u.action for u in self.state.undertakings if u.action in log and u.action not in self.state.kept)
        self.effects += [Effect("KEPT", labels.KEPT) for _ in sorted(self.kept)]

    def _cloy(self) -> None:
        acts = [span.act for span in self.reading.acts if span.act not in HARM]
        warm = sum(act in labels.WARM for act in acts)
        middle = self.state.replies >= 2 and self.state.agreed is None
        if middle and warm >= 2 and warm > 0.4 * len(acts) and not SOLVING.intersection(acts):
            self.effects.append(Effect("CLOYING", labels.CLOYING))


def reasons(effects: Iterable[Effect]) -> tuple[str, ...]:
    """The strongest side of each effect, in few words: ``OWN trust +10``."""
    notes: list[str] = []
    for effect in effects:
        sides = {name: value * effect.weight * (effect.calming if name == "anger" and value < 0 else 1.0) for name, value in effect.by._asdict().items()}
        name, value = max(sides.items(), key=lambda side: abs(side[1]))
        if abs(value) >= 0.5:
            notes.append(f"{effect.cause} {name} {value:+.0f}")
    return tuple(dict.fromkeys(notes))
