"""The sentences players say: the scenario's own examples of what a rep might write, else a plain sentence made from its parts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from scenarios.acts import Act
from scenarios.model import Fact
from trainer.engine.desk import label
from trainer.engine.draws import pick
from trainer.players.seen import Seen, Way
from trainer.players.speech import Clause


def _one(seen: Seen, options: Sequence[str], purpose: str) -> str:
    return sentence(pick(options, seed=seen.seed, turn=seen.turn, purpose=f"words.{purpose}"))


def sentence(words: str) -> str:
    """The words with a capital and a stop."""
    text = " ".join(words.split())
    text = text[:1].upper() + text[1:]
    return text if text[-1:] in ".?!" else text + "."


def reflect(seen: Seen, concern_id: str) -> Clause:
    """Say back what the customer told."""
    concern = seen.scenario.concern(concern_id)
    assert concern is not None
    return Clause(_one(seen, concern.heard_if or (concern.what,), concern_id), (Act.REFLECT_CONTENT,), touches=(concern_id,))


def tell(seen: Seen, fact: Fact, *, owning: bool) -> Clause:
    """Tell a fact; where the fault is ours and the rep owns things, as ours."""
    words = _one(seen, (fact.true, *fact.told_if), f"tell.{fact.id}")
    if owning and fact.fault == "ours":
        return Clause(f"{words[:-1]}, and that is our fault.", (Act.EXPLAIN, Act.OWN), tells=(fact.id or "",))
    return Clause(words, (Act.EXPLAIN,), tells=(fact.id or "",))


def answer(seen: Seen, question_id: str) -> Clause | None:
    """A straight answer, where the rep has one: the fact that answers it, or what the card says of such a question."""
    question = seen.scenario.question(question_id)
    if question is None:
        return None
    if question.answered_by:
        known = next((fact for fact in seen.scenario.facts if fact.id == question.answered_by), None)
        if known in seen.known or (known and known.id in seen.memory.told):
            words = _one(seen, (*question.answer_if, known.true), f"answer.{question_id}") if known else ""
            return Clause(words, (Act.EXPLAIN,), tells=(question.answered_by,), answers=(question_id,))
        return None
    words = _one(seen, question.answer_if, f"answer.{question_id}") if question.answer_if else "Yes, as far as I can see it is."
    return Clause(words, (Act.EXPLAIN,), answers=(question_id,))


def not_yet(seen: Seen) -> Clause:
    """Not knowing, said straight."""
    return Clause(
        _one(seen, ("I don't know that yet, and I won't guess", "I can't see that from here, so I will not make it up"), "unknown"), (Act.ADMIT_UNKNOWN,)
    )


def clear(seen: Seen, mix_up_id: str) -> Clause:
    """Put a misunderstanding right."""
    mix_up = next(m for m in seen.scenario.misunderstandings if m.id == mix_up_id)
    return Clause(_one(seen, mix_up.cleared_if, f"clear.{mix_up_id}"), (Act.EXPLAIN, Act.REFLECT_CONTENT), clears=(mix_up_id,))


def sorry(seen: Seen) -> Clause:
    return Clause(_one(seen, ("I'm sorry about that", "I am sorry it came to this"), "sorry"), (Act.APOLOGISE,))


def ask_openly(seen: Seen) -> Clause:
    options = ("What has this meant for you", "What matters most to you in this", "How has it left you placed")
    return Clause(_one(seen, options, "open")[:-1] + "?", (Act.ASK_OPEN,))


def offer(seen: Seen, way: Way, *, choice: bool = False) -> Clause:
    """Put a way to settle it; one without an action is an honest no with what can be done."""
    outcome = seen.scenario.outcomes[way.outcome]
    if not way.actions:
        words = _one(seen, outcome.takes_if or (outcome.what or way.outcome.replace("-", " "),), f"offer.{way.outcome}")
        return Clause(words, (Act.HONEST_NO, Act.PROPOSE), offers=((None, way.outcome, None),))
    parts, puts = [], []
    for name in way.actions:
        action = seen.scenario.desk.actions[name]
        parts.append(_one(seen, action.offer_if or (f"I can do this: {label(seen.scenario, name)}",), f"offer.{name}"))
        puts.append((name, way.outcome, limit(seen, name)))
    acts = (Act.OFFER_CHOICE if choice else Act.PROPOSE, Act.SET_EXPECTATION)
    return Clause(" ".join(dict.fromkeys(parts)), acts, offers=tuple(puts))


def limit(seen: Seen, name: str) -> Decimal | None:
    """The most this rep may give by an action."""
    most = seen.scenario.desk.actions[name].up_to
    return most.value if most else None


def report(seen: Seen, names: Sequence[str]) -> Clause:
    """Say what has been done, with what it is."""
    done = "; ".join(label(seen.scenario, name) for name in names)
    return Clause(sentence(f"That is done now: {done}"), (Act.STATE_ACTION, Act.SET_EXPECTATION), reports=tuple(names))


def recap(seen: Seen) -> Clause:
    """Sum up what is agreed and what comes next."""
    names = [name for name in seen.memory.done if name in seen.scenario.desk.actions]
    what = "; ".join(dict.fromkeys(label(seen.scenario, name) for name in names)) or "it stands as we agreed"
    return Clause(sentence(f"So to sum up, {what}"), (Act.CONFIRM_CLOSE,), reports=tuple(dict.fromkeys(names)))


def fixed(text: str, *acts: Act) -> Clause:
    """A sentence of the player's own that would fit any case."""
    return Clause(text, acts)
