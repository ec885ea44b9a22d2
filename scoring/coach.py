"""Looks at a draft before it is sent: what the scorers would charge for it, the costliest thing first, in one quiet sentence.

The judgement is the scorers' own, on the call as it would stand with the draft in it, so the coach and the scorecard never
disagree. It says what costs and why. It gives no better words away, tells no fact the rep could not have seen, and knows
nothing of the customer's mood.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scenarios.acts import Act
from scenarios.model import Scenario
from scenarios.reading import Promise
from scenarios.transcript import Event, RepSaid, Transcript
from scenarios.yaml_source import plain_values
from scoring.answering import answered_by_telling, answers
from scoring.callview import CallView, Reply
from scoring.calmness import calmness
from scoring.chances import Chance, questions
from scoring.honesty import honesty
from scoring.ledger import rows
from scoring.ledger_rows import Row, Wrong
from scoring.listening import listening
from scoring.rubric import Kind, Rubric
from scoring.scores import Evidence

FILE = Path(__file__).with_name("coach.yaml")
QUOTED = 70
"""Most characters of the draft that a hint quotes."""
UNANSWERED = "listening.answered"
OPEN_QUESTION = 5.0
"""What passing over a question is held to cost: more than a slip, less than a harm, for the next reply may still answer it."""
FAINT = 2.0
"""Points below which a harm is too doubtful to be worth a word."""
LOOKS = frozenset({Act.STATE_ACTION, Act.ADMIT_UNKNOWN, Act.COMMIT, Act.HANDOFF})
"""Saying that one is looking puts an answer off; it does not answer something else."""


@dataclass(frozen=True, kw_only=True)
class Hint:
    """One thing that would cost, and why."""

    rule: str
    """the rubric's criterion it would be charged under"""
    words: str
    """the draft's own words"""
    says: str
    cost: float
    """points, as far as the reader is sure"""


@cache
def hint_words() -> dict[str, str]:
    """The sentence of each rule."""
    loaded: dict[str, str] = plain_values(FILE.read_text(encoding="utf-8"))
    return loaded


def hint(events: Iterable[Event], draft: RepSaid, scenario: Scenario, rubric: Rubric, *, least: float = 0.0) -> Hint | None:
    """The costliest thing in a draft that would follow ``events``; None where nothing in it costs ``least`` points or more.

    ``least`` is held against what a rule costs in full: a doubtful severe harm is still a severe one.
    """
    view = CallView(Transcript(scenario=scenario.scenario, events=(*events, draft)), scenario)
    reply = next(r for r in view.replies if r.turn == draft.turn)
    found = [*_charged(view, reply, rubric, least), *_unanswered(view, reply, least)]
    return max(found, key=lambda one: one.cost, default=None)


def _charged(view: CallView, reply: Reply, rubric: Rubric, least: float) -> Iterator[Hint]:
    """Every harm the scorers would charge on this reply."""
    ledger_rows = rows(view, rubric.window)
    for score in (calmness(view, rubric), listening(view, rubric), honesty(view, rubric, ledger_rows)):
        for row in score.evidence:
            criterion = rubric.criterion(row.rule)
            if row.turn != reply.turn or row.points > -FAINT or criterion.kind is not Kind.HARM or rubric.cost(criterion) < least:
                continue
            variant = _variant(view, reply, row, ledger_rows)
            words = hint_words().get(variant) if variant else None
            if words:
                yield _hint(words, reply, row, cost=-row.points)


def _variant(view: CallView, reply: Reply, row: Evidence, ledger_rows: tuple[Row, ...]) -> str | None:
    """Which sentence fits; None where any sentence would give away what the rep cannot know."""
    entry = next((r for r in ledger_rows if r.reply.turn == reply.turn and (r.at.start, r.at.end) == (row.start, row.end) and r.wrong), None)
    if entry is None:
        return row.rule
    if entry.wrong is Wrong.UNTRUE:
        return _untruth(view, reply, row)
    promise = next((p for p in reply.reading.promises if (p.start, p.end) == (row.start, row.end)), None)
    return f"{row.rule}/{_beyond(view, promise)}" if promise and _beyond(view, promise) else row.rule


def _untruth(view: CallView, reply: Reply, row: Evidence) -> str | None:
    claim = next((c for c in reply.reading.claims if c.verdict == "false" and (c.start, c.end) == (row.start, row.end)), None)
    if claim is None:
        return row.rule
    fact = view.scenario.fact(claim.fact) if view.scenario and claim.fact else None
    if fact is not None:
        return f"{row.rule}/record" if fact.known_to in ("rep", "both") or fact.id in view.learned else None
    return f"{row.rule}/log" if claim.action else row.rule


def _beyond(view: CallView, promise: Promise) -> str:
    """What of the desk a promise goes beyond, where the desk shows it."""
    scenario = view.scenario
    action = scenario.desk.actions.get(promise.action) if scenario and promise.action else None
    if scenario is None or action is None:
        return ""
    if promise.amount is not None and action.up_to is not None and promise.amount > action.up_to.value:
        return "limit"
    arrival = scenario.arrival(action)
    return "late" if arrival is not None and promise.due is not None and promise.due < arrival else ""


def _unanswered(view: CallView, reply: Reply, least: float) -> Iterator[Hint]:
    """The question just put, where the draft answers something else."""
    for chance in questions(view) if least <= OPEN_QUESTION else ():
        question = view.scenario.question(chance.id) if view.scenario else None
        if question is not None and _open(view, chance, reply):
            yield Hint(rule=UNANSWERED, words="", says=hint_words()[UNANSWERED].replace("{question}", question.ask), cost=OPEN_QUESTION)


def _open(view: CallView, chance: Chance, reply: Reply) -> bool:
    """Whether the question was put in the turn this answers, and the reply takes up something else instead."""
    latest = next((turn for turn in reversed(view.customer) if turn.turn < reply.turn), None)
    if latest is None or latest not in (chance.turn, *chance.again):
        return False
    go = [r for r in view.replies if r.go == reply.go]
    if any(
        answered_by_telling(view, chance, r) or any(a.question == chance.id or answers(view, chance, r, a, next_go=True) for a in r.reading.answers) for r in go
    ):
        return False
    reading = reply.reading
    if reading.has(*LOOKS):
        return False
    return bool(reading.offers or reading.tells or any(a.question != "last" for a in reading.answers) or any(t.how != "ask" for t in reading.touches))


def _hint(words: str, reply: Reply, row: Evidence, *, cost: float) -> Hint:
    said = " ".join(reply.text[row.start : row.end].split())
    short = said if len(said) <= QUOTED else f"{said[:QUOTED].rsplit(' ', 1)[0]} …"
    what = next((slot.slot.replace("-", " ") for slot in reply.reading.slots if (slot.start, slot.end) == (row.start, row.end)), "")
    return Hint(rule=row.rule, words=said, says=words.replace("{what}", what).replace("{words}", short), cost=cost)
