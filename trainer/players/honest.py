"""The honest reps, one rule book at three skills: the expert, the plain competent and the novice.

They differ in what they notice, in what order they do things and in how often they slip, never in what they can see.
"""

from __future__ import annotations

from dataclasses import dataclass

from scenarios.acts import Act
from scenarios.moves import Move
from trainer.engine.draws import draw
from trainer.players import words
from trainer.players.seen import Seen, Way
from trainer.players.speech import Clause, Do, Turn


@dataclass(frozen=True, slots=True)
class Skill:
    """How good a rep is, each a chance from 0 to 1 unless it says otherwise."""

    hears: float
    """takes up a trouble that was told"""
    answers: float
    owns: float
    """tells the known faults and bad news unasked"""
    clears: float
    """sees that the customer means something else"""
    asks: float
    """asks an open question early on"""
    patience: int
    """replies before the first remedy is put"""
    chooses: float
    """looks at what the customer said before choosing a remedy"""
    choice: bool
    """puts two ways and lets the customer choose"""
    slips: float
    """a mild harm in a reply: a dodge, an argument, a complaint made smaller"""
    forgets: float
    """does not say that a thing is done"""
    reasks: float = 0.0
    """asks, at the start, for what stands on the record"""
    hands_over: float = 0.0
    """fetches a supervisor when it gets hot"""
    breadth: int = 2
    """troubles taken up in one reply"""


EXPERT = Skill(hears=0.97, answers=0.97, owns=0.97, clears=0.97, asks=0.9, patience=1, chooses=0.95, choice=True, slips=0.0, forgets=0.0)
PLAIN = Skill(hears=0.85, answers=0.85, owns=0.8, clears=0.8, asks=0.3, patience=1, chooses=0.8, choice=False, slips=0.0, forgets=0.05)
NOVICE = Skill(
    hears=0.3,
    answers=0.4,
    owns=0.2,
    clears=0.25,
    asks=0.15,
    patience=0,
    chooses=0.2,
    choice=False,
    slips=0.3,
    forgets=0.4,
    reasks=0.25,
    hands_over=0.03,
    breadth=1,
)

_SLIPS = (
    ("That's just how our process works.", Act.DEFLECT),
    ("With respect, that is not quite what happened.", Act.ARGUE),
    ("I'm sure it isn't as bad as all that.", Act.INVALIDATE),
    ("I can only go by what the system says.", Act.DEFLECT),
    ("You would have to take that up with the other department.", Act.DEFLECT),
)
LINE_DRAWN = 0.2
"""How often a novice under attack says what must stop, and nothing else."""

_STOCK = ("I understand your frustration.", "I do apologise for the inconvenience.", "Thank you for your patience.")


def expert(seen: Seen) -> Turn:
    return _reply(seen, EXPERT)


def plain(seen: Seen) -> Turn:
    return _reply(seen, PLAIN)


def novice(seen: Seen) -> Turn:
    return _reply(seen, NOVICE)


def _reply(seen: Seen, skill: Skill) -> Turn:
    """Answer, hear, own, then settle: as much of it as this rep thinks of."""
    if skill.hands_over and seen.attacked and seen.chance("hands over") < skill.hands_over * 5:
        return Turn((words.fixed("I'll get my supervisor to take this from here.", Act.HANDOFF),), (Do("supervisor"),))
    if skill.slips and seen.attacked and seen.chance("draws a line") < LINE_DRAWN:
        return Turn((words.fixed("I do want to help, and I can't while you speak to me like that.", Act.SET_LIMIT),))
    do: list[Do] = []
    say = [*_asked_again(seen, skill), *_slip(seen, skill), *_answered(seen, skill), *_heard(seen, skill), *_cleared(seen, skill), *_owned(seen, skill)]
    if seen.memory.agreed:
        do, closing = _settled(seen, skill)
        say += closing
    elif seen.memory.replies >= skill.patience:
        do, offers = _settling(seen, skill)
        say += offers
    elif seen.chance("asks") < skill.asks and not seen.memory.count("asked openly"):
        say.append(words.ask_openly(seen))
    return Turn(tuple(say) or (_nothing_new(seen, skill),), tuple(do))


def _slip(seen: Seen, skill: Skill) -> list[Clause]:
    likely = skill.slips * (1.5 if seen.attacked else 1.0)
    if seen.chance("slips") >= likely:
        return []
    text, act = _SLIPS[int(seen.chance("which slip") * len(_SLIPS))]
    return [words.fixed(text, act)]


def _asked_again(seen: Seen, skill: Skill) -> list[Clause]:
    """What a rep asks who has not looked at the record."""
    known = list(seen.scenario.desk.known)
    if not known or seen.memory.replies or seen.chance("reasks") >= skill.reasks:
        return []
    return [Clause(f"Could you give me your {known[0].replace('-', ' ')}, please?", (Act.ASK_CLOSED,), asks=known[0])]


def _answered(seen: Seen, skill: Skill) -> list[Clause]:
    """The question just put, or one still open."""
    if not seen.open_questions or seen.chance("answers") >= skill.answers:
        return []
    question = seen.open_questions[0]
    return [words.answer(seen, question) or words.not_yet(seen)]


def _heard(seen: Seen, skill: Skill) -> list[Clause]:
    found = [concern for concern in seen.unheard if seen.chance(f"hears.{concern}") < skill.hears][: skill.breadth]
    if found or not seen.unheard or skill.hears > 0.6:
        return [words.reflect(seen, concern) for concern in found]
    return [words.fixed(_STOCK[int(seen.chance("stock") * len(_STOCK))], Act.ACK_GENERIC)]


def _cleared(seen: Seen, skill: Skill) -> list[Clause]:
    return [words.clear(seen, name) for name in seen.mixed_up if seen.chance(f"clears.{name}") < skill.clears][:1]


def _owned(seen: Seen, skill: Skill) -> list[Clause]:
    """The awkward truths on the record, before the customer finds them: our faults first."""
    awkward = sorted((f for f in seen.known if f.fault == "ours" or f.bad_news), key=lambda f: f.fault != "ours")
    told = [fact for fact in awkward if _is_new_to_this_turn(seen, fact.id) and draw(seen.seed, 0, f"owns.{fact.id}") < skill.owns][: skill.breadth]
    clauses = [words.tell(seen, fact, owning=True) for fact in told]
    if told and told[0].fault == "ours" and not seen.memory.count("apologised"):
        clauses.append(words.sorry(seen))
    return clauses


def _is_new_to_this_turn(seen: Seen, fact: str | None) -> bool:
    """Whether this turn's answer does not tell it already."""
    question = seen.scenario.question(seen.open_questions[0]) if seen.open_questions else None
    return question is None or question.answered_by != fact


def _settling(seen: Seen, skill: Skill) -> tuple[list[Do], list[Clause]]:
    """Look up what can be looked up, then put the best way not turned down; after a no, listen a turn before putting it again."""
    checks = [Do(name) for name in seen.checks if not seen.scenario.desk.actions[name].up_to]
    if skill.choice is False and skill.hears < 0.6:  # a novice looks things up one at a time
        checks = checks[:1]
    if seen.move is Move.REFUSE and seen.unheard:
        return checks, []
    ways = _ranked(seen, skill)
    if not ways:
        return checks, []
    if skill.choice and len(ways) > 1:
        return checks, [words.offer(seen, way, choice=True) for way in ways[:3]]
    return checks, [words.offer(seen, ways[0])]


def _ranked(seen: Seen, skill: Skill) -> list[Way]:
    """The ways still open, the likeliest first: those not turned down lately, then those the customer's words point to.

    To put the thing right comes before money, and either before a refusal.
    """

    def order(way: Way) -> tuple[int, float]:
        lately = seen.memory.turned_down.get(way.outcome, -9)
        fits = way.told_by if seen.chance(f"chooses.{way.outcome}") < skill.chooses else seen.chance(f"guess.{way.outcome}")
        mends = (0.0 if way.actions else -0.6) - (0.25 if way.money else 0.0)
        return (1 if seen.memory.replies - lately <= 1 else 0, -fits - mends)

    return sorted(seen.ways, key=order)


def _settled(seen: Seen, skill: Skill) -> tuple[list[Do], list[Clause]]:
    """Do what was agreed, say so, and sum up."""
    way = next((way for way in seen.ways if way.outcome == seen.memory.agreed), None)
    todo = [name for name in (*way.checks, *way.actions) if name not in seen.memory.done] if way else []
    do = [Do(name, str(words.limit(seen, name) or "")) for name in todo]
    told = [name for name in (*(way.actions if way else ()),) if name not in seen.memory.reported]
    if skill.forgets < 0.1:
        do += [Do(name) for name in seen.to_pass_on]
    if told and seen.chance("forgets") < skill.forgets:
        return do, [words.fixed("Bear with me a moment.", Act.COMMIT)]
    if told:
        return do, [words.report(seen, told)]
    return do, [words.recap(seen)]


def _nothing_new(seen: Seen, skill: Skill) -> Clause:
    """Everything seen has been taken up: ask, or say what happens next."""
    if skill.asks > 0.5 or seen.memory.count("checked") == 0:
        return words.ask_openly(seen)
    return words.fixed(_STOCK[int(seen.chance("stock") * len(_STOCK))], Act.ACK_GENERIC)
