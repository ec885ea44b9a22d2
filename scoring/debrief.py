"""Says at most three things about a call: one strength to keep, the costliest moment, the next goal.

It speaks of the sentence and of what it did to the customer, never of what the trainee is. Better lines are only proposed
here: they are tried where the call can be played again, and none is shown that was not.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

from scenarios.model import Scenario
from scenarios.moves import Ending
from scenarios.names import short_name
from scenarios.transcript import CustomerMoved, Transcript
from scoring.better import better_lines
from scoring.callview import CallView, Reply
from scoring.felt import around, felt_words, warming, warmth
from scoring.goals import goal_words
from scoring.losses import DEEDS, LEAST, SLIGHT, Moment, gains, left_behind, losses, missed, part_paid
from scoring.rubric import Kind, Rubric
from scoring.scores import DIMENSIONS, Debrief, Dimension, Evidence, LedgerEntry, Point, Scorecard
from scoring.sureness import DOUBTFUL, read_as, sureness
from scoring.tally import Place

UNTRUE = frozenset({"honesty.false-claim", "honesty.overpromise"})
FEW_REPLIES = 2
"""Replies up to which a call that was left is too short to judge."""
LEFT_EARLY = "The call was left early and is too short to judge. Nothing there was no time for is held against you."
STRENGTH = 5.0
"""Points from which words earned enough to be named a strength."""


def debrief(transcript: Transcript, scenario: Scenario | None, card: Scorecard, rubric: Rubric) -> Debrief:
    """The debrief of a judged call; empty where nothing could be judged."""
    view = CallView(transcript, scenario)
    sure = sureness(view, card, rubric)
    if not view.replies:
        return Debrief(points=(), sureness=sure)
    heavy = [m for m in losses(card, rubric) if m.points <= -SLIGHT]
    costly = [m for m in heavy if rubric.criterion(m.row.rule).kind is not Kind.FACTOR or m.row.rule == "resolution.comes-back"]
    said = [m for m in costly if m.row.rule != "resolution.outcome"]  # an ending is no moment: what led there comes first
    said = [m for m in said if not _unsure(view, m.row)]
    if _left_early(view):
        said = [m for m in said if not missed(m.row, rubric)]  # what there was no time for is not charged
    worst = min((m.points for m in said if m.row.rule in UNTRUE), default=0.0)
    said.sort(key=lambda m: m.row.rule not in UNTRUE and m.points >= worst)  # an untruth stands before what cost no more
    costly = [*said, *(m for m in costly if m.row.rule == "resolution.outcome")]
    points = []
    if keep := _keep(view, card, rubric):
        points.append(_point(view, rubric, card, keep, "keep"))
        said = [m for m in said if _reply_for(view, m.row).turn != keep.row.turn]  # nobody is told to keep what cost them most
        costly = [m for m in costly if m in said or m.row.rule == "resolution.outcome"]
    if gone := _drove_off(view, heavy, rubric):
        said = [gone, *(m for m in said if m is not gone)]
        costly = [gone, *(m for m in costly if m is not gone)]
    elif costly:
        even = [m for m in said if m.points == said[0].points and m.row.rule.startswith("calmness.") and said[0].dimension == "calmness"]
        if len(even) > 1:  # among words that cost the same, those that hit hardest
            costly.insert(0, costly.pop(costly.index(min(even, key=lambda m: warming(view.transcript.events, m.row.turn)))))
    if costly:
        points.append(_point(view, rubric, card, costly[0], "costliest"))
    if _left_early(view):
        points.append(_left(view))
    elif goal := _goal(view, card, rubric, costly, keep):
        points.append(_point(view, rubric, card, goal, "next"))
    return Debrief(points=tuple(points), turning_point=turning_point(view), sureness=sure)


def _drove_off(view: CallView, heavy: list[Moment], rubric: Rubric) -> Moment | None:
    """The words over which the customer broke the call off: what cost most in the reply they broke off at, however sure the reader is of it."""
    last = broken_off_at(view)
    harms = [m for m in heavy if last is not None and m.row.turn == last.turn and rubric.criterion(m.row.rule).kind in (Kind.HARM, Kind.CAP)]
    return min(harms, key=lambda m: m.points, default=None)


def broken_off_at(view: CallView) -> Reply | None:
    """The reply at which the customer broke the call off, where they did."""
    if view.ended is None or view.ended.ending is not Ending.HUNG_UP:
        return None
    return next((r for r in reversed(view.replies) if r.turn < view.ended.turn), None)


def turning_point(view: CallView) -> int | None:
    """The customer turn at which mood changed most; None while nothing changed."""
    moods = [(e.turn, e.mood) for e in view.transcript.events if isinstance(e, CustomerMoved)]
    changes = [(abs(warmth(after) - warmth(before)), -turn) for (_, before), (turn, after) in pairwise(moods)]
    most = max(changes, default=(0.0, 0))
    return -most[1] if most[0] > 0 else None


def _keep(view: CallView, card: Scorecard, rubric: Rubric) -> Moment | None:
    """The strength: among what earned most, the words after which the customer warmed most. Rather none than one that is none."""
    costs = {row.turn for d in DIMENSIONS for row in card.scores[d].evidence if row.points <= -SLIGHT}
    whole = [m for m in gains(card, rubric) if m.points >= STRENGTH and not part_paid(m.row, rubric)]
    best = [m for m in whole if m.row.turn not in costs and not _doubtful(view, m.row)]
    strong = [m for m in best if m.points >= 0.6 * best[0].points] if best else []
    return max(strong, key=lambda m: (warming(view.transcript.events, m.row.turn), m.points), default=None)


def _doubtful(view: CallView, row: Evidence) -> bool:
    """Whether the row's words may have been taken wrongly, or stand in a reply that may have done harm: nobody is told to keep a sneer."""
    read = read_as(view.transcript.events, row)
    reply = next((r for r in view.replies if r.turn == row.turn), None)
    return (read is not None and read.confidence < DOUBTFUL) or (reply is not None and bool(reply.harms or reply.doubted))


def _unsure(view: CallView, row: Evidence) -> bool:
    """Whether the row rests on a reading nobody should be told off for."""
    read = read_as(view.transcript.events, row)
    return row.points < 0 and read is not None and read.confidence < DOUBTFUL


def _left_early(view: CallView) -> bool:
    """Whether the trainee left before there was time for what the call would have held."""
    return view.left and len(view.replies) <= FEW_REPLIES


def _left(view: CallView) -> Point:
    """That there is nothing to judge by yet: what there was no time for is not charged."""
    last = view.replies[-1].place
    row = Evidence(turn=last.turn, start=last.start, end=last.start, rule="resolution.outcome", points=0, says=LEFT_EARLY)
    return Point(kind="next", rule=row.rule, turn=last.turn, start=last.start, end=last.start, words="", effect=LEFT_EARLY, why="", row=row, candidates=())


def _goal(view: CallView, card: Scorecard, rubric: Rubric, costly: list[Moment], keep: Moment | None) -> Moment | None:
    """The next goal: the dearest loss of the lowest dimension, another than the costliest moment's where there is one; else the
    dearest of the small ones. Only where nothing at all was lost is it something the call hardly tested.
    """
    scored = {d: v for d in DIMENSIONS if (v := card.scores[d].value) is not None}
    told = costly[0] if costly else None
    elsewhere = [m for m in costly if told and _elsewhere(m, told)]
    lowest = sorted(scored, key=lambda d: (told is not None and d == told.dimension, scored[d]))
    for dimension in lowest:
        if found := next((m for m in elsewhere if m.dimension == dimension), None):
            return found
    small = [m for m in left_behind(card, rubric) if (told is None or _elsewhere(m, told)) and not _unsure(view, m.row)]
    if small:  # what they are told to keep is the last they should be told to mend
        return next((m for m in small if keep is None or _reply_for(view, m.row).turn != keep.row.turn), small[0])
    return _stretch(view, card, rubric, lowest) if lowest and not costly else None


def _elsewhere(moment: Moment, told: Moment) -> bool:
    """Whether a moment says something else than one that was told."""
    return moment.row.rule != told.row.rule and (moment.row.turn, moment.row.start) != (told.row.turn, told.row.start)


def _stretch(view: CallView, card: Scorecard, rubric: Rubric, lowest: list[Dimension]) -> Moment:
    """Where nothing went wrong: the first thing the call gave no chance to show, in the lowest dimension that has one."""
    shown = {row.rule for d in lowest for row in card.scores[d].evidence}
    untried = [(d, c) for d in lowest for c in rubric.of(d) if c.kind is Kind.CREDIT and c.missed and c.id not in shown]
    dimension, first = untried[0] if untried else (lowest[0], next(c for c in rubric.of(lowest[0]) if c.kind is Kind.CREDIT))
    last = view.replies[-1]
    row = Evidence(
        turn=last.turn,
        start=last.place.start,
        end=last.place.end,
        rule=first.id,
        points=0,
        says=f"{_nothing_heavy(view, card)} What it hardly tested: {first.shown}",
    )
    return Moment(row=row, dimension=dimension, points=0)


def _nothing_heavy(view: CallView, card: Scorecard) -> str:
    """That nothing was lost; where only doubtful readings cost, that; where words cost too little each to be a goal, how little."""
    lost = [row for score in card.scores.values() for row in score.evidence if row.points < 0]
    if -sum(row.points for row in lost) < LEAST:
        return "Nothing to mend in this call."
    if any(_unsure(view, row) and row.points <= -SLIGHT for row in lost):
        return "Nothing can be said for sure to have cost you: what cost points here may have been taken wrongly."
    cost = -sum(row.points for row in lost)
    return f"Nothing to mend in this call but how a few words may sound or were taken, which cost {cost:.1f} points in all. It is not about your English."


def _point(view: CallView, rubric: Rubric, card: Scorecard, moment: Moment, kind: Literal["keep", "costliest", "next"]) -> Point:
    row = moment.row
    reply = _reply_for(view, row)
    place = _sentence(reply, row) if reply.turn == row.turn and not _unsettled(row) else reply.place
    before = next((t for t in reversed(view.customer) if t.turn < reply.turn), None)
    moved = before.moved[0] if before and before.moved else None
    entry = next((e for e in card.ledger if (e.turn, e.start, e.end) == (row.turn, row.start, row.end)), None)
    nothing_wrong = kind != "keep" and not moment.points
    candidates: tuple[str, ...] = ()
    if kind != "keep" and moment.points and row.rule not in DEEDS:
        refs = [r for r in (moved.question if moved else None, *_facts_of(reply, row)) if r]
        heard = any(r.points > 0 and r.turn < reply.turn for r in card.scores["listening"].evidence)
        candidates = better_lines(view.scenario, row, move=moved.move if moved else None, about=moved.about if moved else None, refs=refs, unheard=not heard)
    return Point(
        kind=kind,
        rule=row.rule,
        turn=place.turn,
        start=place.start,
        end=place.end,
        words="" if nothing_wrong or row.rule in DEEDS else reply.text[place.start : place.end],
        effect=effect(view, row, reply, entry),
        why="" if nothing_wrong else rubric.criterion(row.rule).told if kind == "keep" else goal_words(view, row, rubric.criterion(row.rule)),
        row=row,
        candidates=candidates,
    )


def _facts_of(reply: Reply, row: Evidence) -> list[str]:
    """Facts the words of this row speak of."""
    return [c.fact for c in reply.reading.claims if c.fact and reply.turn == row.turn and c.start < row.end and row.start < c.end]


def _reply_for(view: CallView, row: Evidence) -> Reply:
    """The reply a row speaks of: its own, or for a customer turn the one that answered it; for an offer never made, where it had the best chance."""
    if _unsettled(row):
        best = max(view.replies[1:], key=lambda r: (_warmth_before(view, r), -r.turn), default=None)
        return best or view.replies[0]
    own = next((r for r in view.replies if r.turn == row.turn), None)
    return own or next(view.after(row.turn), None) or view.replies[-1]


def _unsettled(row: Evidence) -> bool:
    return row.rule == "resolution.outcome" and row.points == 0


def _warmth_before(view: CallView, reply: Reply) -> float:
    felt = around(view.transcript.events, reply.turn)
    return warmth(felt[0]) if felt else float("-inf")


def effect(view: CallView, row: Evidence, reply: Reply, entry: LedgerEntry | None) -> str:
    """What these words did: the rule's sentence, how it came out, and what the customer felt next."""
    parts = [row.says]
    if row.of and 0 < row.points < row.of - LEAST:
        parts.append(f"It earned {row.points:.0f} of {row.of:.0f} points.")
    soothed = row.rule in ("honesty.false-claim", "honesty.overpromise") and warming(view.transcript.events, reply.turn) > 0
    if entry and entry.found_out is not None:
        parts.append(f"It came out {_when(view, entry)}.")
        if soothed:
            parts.insert(1, "It soothed for the moment.")
    if _unsettled(row):
        return f"{row.says} An offer would have had its best chance here."
    if row.points < 0 and row.rule not in DEEDS and (last := broken_off_at(view)) is not None and reply.turn == row.turn == last.turn:
        return " ".join([*parts, f"{_name(view)} broke off the call here."])
    turn = entry.found_out if entry and isinstance(entry.found_out, int) else reply.turn
    if turn != reply.turn or (warming(view.transcript.events, turn) > 0) == (row.points > 0):
        parts.append(_felt(view, turn))  # a mood that went the other way had another cause
    return " ".join(p for p in parts if p)


def _when(view: CallView, entry: LedgerEntry) -> str:
    """How soon it came out, counted in the trainee's own replies: turn numbers mean nothing to them."""
    if not isinstance(entry.found_out, int):
        return "after the call"
    between = sum(1 for r in view.replies if entry.turn < r.turn < entry.found_out)
    return "at once" if between == 0 else "one reply later" if between == 1 else f"{between} replies later"


def _felt(view: CallView, turn: int) -> str:
    """The largest changes of mood around a turn in words; nothing where none was measured."""
    felt = around(view.transcript.events, turn)
    return felt_words(_name(view), *felt) if felt else ""


def _name(view: CallView) -> str:
    return short_name(view.scenario.customer.name) if view.scenario else "The customer"


def _sentence(reply: Reply, row: Evidence) -> Place:
    """The sentences the row's words stand in."""
    start, end = 0, len(reply.text)
    for stop in re.finditer(r"[.!?…]+[\"”')]*\s+|\n+", reply.text):
        if stop.end() <= row.start:
            start = stop.end()
        elif stop.end() >= row.end:
            end = stop.start() + len(stop[0].rstrip())
            break
    return Place(reply.turn, start, max(start, end))
