"""Finds, for each point of a debrief, the line that does better: it plays the moment again with the scenario's own lines.

A line is shown only when this engine and these scorers found it better: it leaves the customer warmer than what was said,
costs nothing, draws no worse a move and leaves nobody asking for what was agreed already. A moment for which no line does so keeps the rule's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from scenarios.acts import ACCOUNTABILITY, HARM, SOLVING, TRUTH, Act
from scenarios.model import Scenario
from scenarios.moves import Move
from scenarios.names import short_name
from scenarios.reading import meet
from scenarios.transcript import CustomerMoved, Transcript
from scoring.better import UNSAID
from scoring.felt import shift_words, shifts, warmth
from scoring.losses import missed
from scoring.scores import DIMENSIONS, Debrief, Dimension, Evidence, Form, Point
from trainer.errors import CoolheadError
from trainer.instead import Moment, Said, gone_and_come
from trainer.rubrics import rubric_in_use

TRIES = 3
"""Replies heard for one point: reading one takes some ten milliseconds, and the debrief must not be waited for."""

GAIN = 5.0
"""Points of warmth a line must bring over what was said: less is nothing anybody would notice."""

LEAST = 0.5
"""Points that count as lost: sharing a pool among the same chances rounds a little."""

HOLDS = {
    "honesty.false-claim": "It soothes less for the moment, and it is true.",
    "honesty.overpromise": "It promises less, and it can be kept.",
    "honesty.broken": "It promises less, and it can be kept.",
}
"""What a line has over an untruth that soothed and never came out in the call."""

_GRAVITY = (
    frozenset({Move.ACCEPT, Move.THANK, Move.SOFTEN, Move.BACK_DOWN}),
    frozenset({Move.DISCLOSE, Move.ANSWER, Move.ASK, Move.PRESS}),
    frozenset({Move.RESTATE, Move.VENT, Move.REFUSE, Move.PUZZLED, Move.CHALLENGE, Move.DEMAND}),
    frozenset({Move.CALL_OUT_IGNORED, Move.CALL_OUT_REASK, Move.CALL_OUT_STOCK, Move.CALL_OUT_LIE}),
    frozenset({Move.THREATEN, Move.PROVOKE, Move.DEMAND_SUPERVISOR}),
    frozenset({Move.CLOSE, Move.HANG_UP}),
)
"""The customer's moves from good to bad, as a rep would rank them."""

_ASKS_FOR_IT = frozenset({Move.PRESS, Move.DEMAND, Move.THREATEN})
"""How a customer comes back to what was agreed and is not done yet, or done and not told."""

_LOOKS = re.compile(r"\b(?:look|read|check|see|seen|(?:have|got|['’]ve) (?:it|you|your \w+|the \w+|this) (?:here|open|up|in front))", re.IGNORECASE)
"""A step that is no more than looking, which anybody at the desk has done."""

ORDINARY = 2
"""Rank of the worst move a better line may draw: an answer that threatens or goes shows nobody that it did better."""


def with_better_lines(talk: Debrief, transcript: Transcript, scenario: Scenario) -> Debrief:
    """The debrief with a better line and the customer's answer to it, for every point where one was found."""
    points: list[Point] = []
    moments: dict[int, Moment | None] = {}
    shown: set[str] = set()
    for point in talk.points:
        if point.candidates and point.turn not in moments:
            moments[point.turn] = _moment(transcript, scenario, point.turn)
        moment = moments.get(point.turn)
        points.append(_bettered(point, moment, shown, transcript) if moment and point.candidates else point)
        shown.add(points[-1].better)
    return talk.model_copy(update={"points": tuple(points)})


def _moment(transcript: Transcript, scenario: Scenario, turn: int) -> Moment | None:
    """The moment to be played again; None where the call cannot be, being of another engine or another scenario."""
    try:
        return Moment(transcript, scenario, turn)
    except CoolheadError:
        return None


def _bettered(point: Point, moment: Moment, shown: set[str], transcript: Transcript) -> Point:
    came_out = _came_out(transcript, point)
    for line, form, whole in islice(_tries(point, moment.first, shown), TRIES):
        second = moment.say(whole)
        if better(point, moment, line, second, came_out):
            eases = _eases(point, moment, second, came_out)
            return point.model_copy(update={"better": line, "form": form, "answer": second.answer, "eases": eases})
    return point


def _tries(point: Point, first: Said, shown: set[str]) -> Iterator[tuple[str, Form, str]]:
    """Each line beside what was worth keeping of the reply, then alone."""
    reply, beside = first.reply.text, _worth_keeping(point, first)
    adds = (missed(point.row, rubric_in_use()) and not point.rule.startswith("resolution.")) or point.rule in UNSAID
    for line in point.candidates:
        if line in shown:
            continue
        if beside and adds:
            yield line, "first", f"{line} {reply}"
        elif beside:
            yield line, "there", f"{reply[: point.start]}{line}{reply[point.end :]}"
        yield line, "instead", line


def _worth_keeping(point: Point, first: Said) -> bool:
    """Whether the reply holds more than the sentence that is bettered, and nothing that did harm."""
    whole = missed(point.row, rubric_in_use()) or point.rule in UNSAID
    rest = [a for a in first.reading.fair().acts if whole or a.end <= point.start or point.end <= a.start]
    return any(a.act in SOLVING | ACCOUNTABILITY for a in rest) and not any(a.act in HARM | TRUTH for a in rest)


def better(point: Point, moment: Moment, line: str, second: Said, came_out: CustomerMoved | None = None) -> bool:
    """Whether the second reply, which holds ``line``, does better at this moment than the first; ``came_out`` is how an untruth ended."""
    was, now = came_out or moment.first.moved, second.moved
    if was is None or now is None or gravity(now.move) > min(gravity(was.move), ORDINARY) or _unbacked(line, second) or second.harms:
        return False
    if _goes_back(moment, now):
        return False
    if missed(point.row, rubric_in_use()) and not point.rule.startswith("resolution.") and any(_same(point.row, row) for row in second.rows):
        return False
    if _loses(moment.first, second):
        return False
    if point.rule in HOLDS and came_out is None:  # it soothed with what does not hold: no colder than before is better than that
        return warmth(now.mood) >= min(warmth(was.mood), warmth(moment.mood))
    return warmth(now.mood) - warmth(was.mood) >= GAIN


def _goes_back(moment: Moment, now: CustomerMoved) -> bool:
    """Whether something was agreed by then and the customer, having heard the line, still has to ask for it: the line goes over what is behind them."""
    return moment.agreed is not None and now.about == moment.agreed and now.move in _ASKS_FOR_IT


def _eases(point: Point, moment: Moment, second: Said, came_out: CustomerMoved | None) -> str:
    """What the line does to the customer, against what was said."""
    was, now = came_out or moment.first.moved, second.moved
    if was is None or now is None:
        return ""
    if point.rule in HOLDS and came_out is None and warmth(now.mood) < warmth(was.mood):
        return HOLDS[point.rule]
    told = shift_words(short_name(moment.scenario.customer.name), shifts(moment.mood, was.mood, now.mood))
    return f"{told.rstrip('.')}, once that came out." if told and came_out else told


def _came_out(transcript: Transcript, point: Point) -> CustomerMoved | None:
    """The customer turn in which what was said there came out as untrue or was not kept."""
    moves = (e for e in transcript.events if isinstance(e, CustomerMoved) and e.turn > point.turn + 1)
    return next((m for m in moves if any(d.turn == point.turn and d.kind in ("lie", "broken") for d in m.found_out)), None)


def _unbacked(line: str, second: Said) -> bool:
    """Whether the line tells of steps that the log does not show: written for a rep who had taken them."""
    at = second.reply.text.find(line)
    backed = [claim for claim in second.reading.claims if claim.action and claim.verdict == "true"]
    steps = [a for a in second.reading.acts if a.act is Act.STATE_ACTION and at <= a.start < at + len(line)]
    return any(not _LOOKS.search(second.reply.text[a.start : a.end]) and not any(meet(a, claim) for claim in backed) for a in steps)


def _loses(first: Said, second: Said) -> bool:
    """Whether the line gives up something the reply did well, and earns nothing in its place on the same dimension."""
    net: dict[Dimension, float] = dict.fromkeys(DIMENSIONS, 0.0)
    for rows, sign in zip(gone_and_come(first, second), (-1, 1), strict=True):
        for row in rows:
            net[first.rubric.criterion(row.rule).dimension] += sign * max(0.0, row.points)
    return any(points < -LEAST for points in net.values())


def _same(one: Evidence, other: Evidence) -> bool:
    return (one.rule, one.says) == (other.rule, other.says)


def gravity(move: Move) -> int:
    """The rank of a customer's move from good (0) to bad, as a rep would rank them."""
    return next(n for n, moves in enumerate(_GRAVITY) if move in moves)
