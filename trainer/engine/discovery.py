"""What comes out, and when: lies, broken promises and faults nobody owned up to.

Words that soothe now are entered in the books as they are said; here they fall due. A rep who takes a lie back before it
comes out pays a part of the price.
"""

from __future__ import annotations

from dataclasses import dataclass

from scenarios.acts import Act
from scenarios.model import Fact, Scenario
from scenarios.reading import Reading
from scenarios.transcript import Discovery
from trainer.engine.desk import label
from trainer.engine.feelings import Effect
from trainer.engine.labels import FAULT_FOUND, LIE_CORRECTED, LIE_FOUND
from trainer.engine.state import Pending, State, Undertaking


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that came out, with what a voice needs to say it."""

    what: Discovery
    about: str | None
    says: str | None
    claim: str
    """the rep's words that turned out false; empty where the rep said nothing"""


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that came out in one turn."""

    found: tuple[Found, ...] = ()
    effects: tuple[Effect, ...] = ()
    pending: tuple[Pending, ...] = ()
    """what is left to come out"""
    settled: frozenset[str] = frozenset()
    """ids that cannot come out again"""


def taken_back(pending: Pending, reading: Reading) -> bool:
    """Whether this reply puts right what an earlier one said."""
    if pending.source == "fact":
        return pending.ref in reading.tells
    if pending.source == "promise":
        return reading.has(Act.OWN) and reading.has(Act.HONEST_NO, Act.SET_EXPECTATION, Act.ADMIT_UNKNOWN)
    return reading.has(Act.OWN) and not reading.has(Act.FALSE_CLAIM) and reading.has(Act.HONEST_NO, Act.EXPLAIN, Act.SET_EXPECTATION, Act.ADMIT_UNKNOWN)


def findings(scenario: Scenario, state: State, reading: Reading, turn: int) -> Findings:
    """What the customer finds out at this point; ``state`` already counts the present reply and holds what it told."""
    corrected = [p for p in state.pending if p.turn != turn and taken_back(p, reading)]
    log = {done.do: done.turn for done in state.done}
    made_true = [p for p in state.pending if p.source == "action" and log.get(p.ref, -1) > p.turn]
    waiting = [p for p in state.pending if p not in corrected and p not in made_true]
    due = [p for p in waiting if p.due is not None and p.due <= state.replies]
    found = [of_pending(scenario, p) for p in due]
    found += [_of_undertaking(scenario, u) for u in overdue(state)]
    lied_about = {p.ref for p in due if p.source == "fact"}
    faults = [fact for fact in scenario.facts if _comes_out(fact, state) and fact.id not in lied_about]
    found += [_of_fault(fact, turn) for fact in faults]
    effects = [Effect("TOOK IT BACK", LIE_CORRECTED) for _ in corrected]
    effects += [Effect("FOUND OUT", FAULT_FOUND if f.what.kind == "fault" else LIE_FOUND) for f in found]
    settled = {f.what.ref for f in found} | {p.ref for p in corrected if p.source == "fact"}
    return Findings(tuple(found), tuple(effects), tuple(p for p in waiting if p not in due), frozenset(settled))


def overdue(state: State) -> tuple[Undertaking, ...]:
    """Promises whose time has passed within the call, undone."""
    log = {done.do for done in state.done}
    return tuple(
        u for u in state.undertakings if u.due_seconds is not None and 0 < u.due_seconds < state.seconds and u.action not in log and u.action not in state.found
    )


def _comes_out(fact: Fact, state: State) -> bool:
    """Whether the customer finds this out alone now."""
    known = fact.known_to in ("customer", "both") or fact.id in state.told or fact.id in state.found
    return not known and fact.comes_out is not None and state.replies >= fact.comes_out


def of_pending(scenario: Scenario, pending: Pending) -> Found:
    """A lie or a promise beyond the card, as the customer finds it out."""
    fact = scenario.fact(pending.ref) if pending.source == "fact" else None
    if fact:
        how = f"You said “{pending.words}”. It came out that this was not so: {_sentence(fact.true)}"
    elif pending.source == "action":
        how = f"You said “{pending.words}”. The log does not show “{label(scenario, pending.ref)}”."
    elif pending.kind == "broken":
        how = f"You promised “{pending.words}”. Nobody could have kept that."
    else:
        how = f"You said “{pending.words}”. That was not so."
    discovery = Discovery(kind=pending.kind, ref=pending.ref, turn=pending.turn, how=how)
    return Found(discovery, pending.ref if pending.ref != "words" else None, fact.found_out if fact else None, pending.words)


def _of_undertaking(scenario: Scenario, promise: Undertaking) -> Found:
    return Found(broken(scenario, promise), promise.action, None, promise.words)


def broken(scenario: Scenario, promise: Undertaking) -> Discovery:
    """A promise the log did not keep."""
    how = f"You promised “{promise.words}”. The log does not show “{label(scenario, promise.action)}”."
    return Discovery(kind="broken", ref=promise.action, turn=promise.turn, how=how)


def _of_fault(fact: Fact, turn: int) -> Found:
    says = fact.found_out or f"I've just heard it from someone else: “{fact.true}”. Were you going to tell me?"
    return Found(Discovery(kind="fault", ref=fact.id or "", turn=turn, how=f"Nobody told them, and they found out: {_sentence(fact.true)}"), fact.id, says, "")


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."
