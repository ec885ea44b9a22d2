"""Says at most three things about a call: one strength to keep, the costliest moment, the next goal.

It speaks of the sentence and of what it did to the customer, never of what the trainee is.
"""

from __future__ import annotations

import re
from itertools import pairwise

from scenarios.model import Scenario
from scenarios.transcript import CustomerMoved, Mood, Transcript
from scoring.better import better_line
from scoring.callview import CallView, Reply
from scoring.losses import Moment, gains, losses
from scoring.rubric import Kind, Rubric
from scoring.scores import DIMENSIONS, Debrief, Dimension, Evidence, LedgerEntry, Point, Scorecard
from scoring.tally import Place

FEW = 1
"""At or below this many chances, a score says little."""
DOUBTFUL = 0.65
"""Confidence of a reading below which a harm that was charged is worth a second look."""


def debrief(transcript: Transcript, scenario: Scenario | None, card: Scorecard, rubric: Rubric) -> Debrief:
    """The debrief of a judged call; empty where nothing could be judged."""
    view = CallView(transcript, scenario)
    if not view.replies:
        return Debrief(points=(), uncertain=uncertain(view, card, rubric))
    costly = [m for m in losses(card, rubric) if rubric.criterion(m.row.rule).kind is not Kind.FACTOR or m.row.rule == "resolution.comes-back"]
    said = [m for m in costly if m.row.rule != "resolution.outcome"]  # an ending is no moment: what led there comes first
    costly = [*said, *(m for m in costly if m not in said)]
    points = []
    if keep := _keep(view, card, rubric):
        points.append(_point(view, rubric, card, keep, "keep"))
    if costly:
        even = [m for m in said if m.points == said[0].points and m.row.rule.startswith("calmness.") and said[0].dimension == "calmness"]
        if len(even) > 1:  # among words that cost the same, those that hit hardest
            costly.insert(0, costly.pop(costly.index(min(even, key=lambda m: _warming(view, m.row.turn)))))
        points.append(_point(view, rubric, card, costly[0], "costliest"))
    if goal := _goal(view, card, rubric, costly):
        points.append(_point(view, rubric, card, goal, "next"))
    if len(points) > 1 and points[-1].better == points[-2].better:
        points[-1] = points[-1].model_copy(update={"better": ""})  # the same line twice teaches nothing new
    return Debrief(points=tuple(points), turning_point=turning_point(view), uncertain=uncertain(view, card, rubric))


def turning_point(view: CallView) -> int | None:
    """The customer turn at which mood changed most; None while nothing changed."""
    moods = [(e.turn, e.mood) for e in view.transcript.events if isinstance(e, CustomerMoved)]
    changes = [(abs(_warmth(after) - _warmth(before)), -turn) for (_, before), (turn, after) in pairwise(moods)]
    most = max(changes, default=(0.0, 0))
    return -most[1] if most[0] > 0 else None


def _warmth(mood: Mood) -> float:
    """One number for how the customer stands to the rep; patience only runs down, so it is left out."""
    return mood.trust + mood.heard + mood.hope - mood.anger


def uncertain(view: CallView, card: Scorecard, rubric: Rubric) -> tuple[str, ...]:
    """Plain sentences on scores that rest on little, and on harms the reader was unsure of."""
    said: list[str] = []
    for dimension in DIMENSIONS:
        score, title = card.scores[dimension], rubric.dimensions[dimension].title
        if score.value is None:
            said.append(f"{title} is not scored. {score.why_not or ''}".strip())
        elif dimension == "calmness" and score.opportunities == 0:
            said.append("Nobody attacked in this call, so calmness was hardly tested.")
        elif dimension != "resolution" and score.opportunities <= FEW:
            said.append(f"{title} rests on {'one chance' if score.opportunities else 'no chance'} in this call, so take the figure lightly.")
    for reply in view.replies:
        for span in reply.harms:
            if span.confidence < DOUBTFUL and len(said) < 6:
                said.append(f"The reading of “{_short(reply.words(span))}” is not certain; look at it yourself.")
    return tuple(said)


def _keep(view: CallView, card: Scorecard, rubric: Rubric) -> Moment | None:
    """The strength: among what earned most, the words after which the customer warmed most."""
    best = gains(card, rubric)
    strong = [m for m in best if m.points >= 0.6 * best[0].points] if best else []
    return max(strong, key=lambda m: (_warming(view, m.row.turn), m.points), default=None)


def _goal(view: CallView, card: Scorecard, rubric: Rubric, costly: list[Moment]) -> Moment | None:
    """The next goal: the dearest loss of the lowest dimension, another than the costliest moment's where there is one."""
    scored = {d: v for d in DIMENSIONS if (v := card.scores[d].value) is not None}
    told = costly[0] if costly else None
    elsewhere = [m for m in costly if told and m.row.rule != told.row.rule and (m.row.turn, m.row.start) != (told.row.turn, told.row.start)]
    lowest = sorted(scored, key=lambda d: (told is not None and d == told.dimension, scored[d]))
    for dimension in lowest:
        if found := next((m for m in elsewhere if m.dimension == dimension), None):
            return found
    return _stretch(view, card, rubric, lowest) if lowest and not costly else None


def _stretch(view: CallView, card: Scorecard, rubric: Rubric, lowest: list[Dimension]) -> Moment:
    """Where nothing went wrong: the first thing the call gave no chance to show, in the lowest dimension that has one."""
    shown = {row.rule for d in lowest for row in card.scores[d].evidence}
    untried = [(d, c) for d in lowest for c in rubric.of(d) if c.kind is Kind.CREDIT and c.missed and c.id not in shown]
    dimension, first = untried[0] if untried else (lowest[0], next(c for c in rubric.of(lowest[0]) if c.kind is Kind.CREDIT))
    last = view.replies[-1]
    row = Evidence(turn=last.turn, start=last.place.start, end=last.place.end, rule=first.id, points=0, says=f"Nothing to mend here. Next time: {first.shown}")
    return Moment(row=row, dimension=dimension, points=0)


def _point(view: CallView, rubric: Rubric, card: Scorecard, moment: Moment, kind: str) -> Point:
    row = moment.row
    reply = _reply_for(view, row)
    place = _sentence(reply, row) if reply.turn == row.turn else reply.place
    before = next((t for t in reversed(view.customer) if t.turn < reply.turn), None)
    moved = before.moved[0] if before and before.moved else None
    entry = next((e for e in card.ledger if (e.turn, e.start, e.end) == (row.turn, row.start, row.end)), None)
    better = ""
    if kind != "keep" and moment.points:
        refs = [r for r in (moved.question if moved else None, *_facts_of(reply, row)) if r]
        better = better_line(view.scenario, row, move=moved.move if moved else None, about=moved.about if moved else None, refs=refs)
    return Point.model_validate(
        {
            "kind": kind,
            "rule": row.rule,
            "turn": place.turn,
            "start": place.start,
            "end": place.end,
            "words": reply.text[place.start : place.end],
            "effect": effect(view, row, reply, entry),
            "better": better,
            "why": rubric.criterion(row.rule).shown,
        }
    )


def _facts_of(reply: Reply, row: Evidence) -> list[str]:
    """Facts the words of this row speak of."""
    return [c.fact for c in reply.reading.claims if c.fact and reply.turn == row.turn and c.start < row.end and row.start < c.end]


def _reply_for(view: CallView, row: Evidence) -> Reply:
    """The reply a row speaks of: its own, or for a customer turn the one that answered it."""
    own = next((r for r in view.replies if r.turn == row.turn), None)
    return own or next(view.after(row.turn), None) or view.replies[-1]


def effect(view: CallView, row: Evidence, reply: Reply, entry: LedgerEntry | None) -> str:
    """What these words did: the rule's sentence, how it came out, and what the customer felt next."""
    parts = [row.says]
    soothed = row.rule in ("honesty.false-claim", "honesty.overpromise") and _warming(view, reply.turn) > 0
    if entry and entry.found_out is not None:
        parts.append(f"It came out {_when(view, entry)}.")
        if soothed:
            parts.insert(1, "It soothed for the moment.")
    turn = entry.found_out if entry and isinstance(entry.found_out, int) else reply.turn
    if turn != reply.turn or (_warming(view, turn) > 0) == (row.points > 0):
        parts.append(_felt(view, turn))  # a mood that went the other way had another cause
    return " ".join(p for p in parts if p)


def _when(view: CallView, entry: LedgerEntry) -> str:
    """How soon it came out, counted in the trainee's own replies: turn numbers mean nothing to them."""
    if not isinstance(entry.found_out, int):
        return "after the call"
    between = sum(1 for r in view.replies if entry.turn < r.turn < entry.found_out)
    return "at once" if between == 0 else "one reply later" if between == 1 else f"{between} replies later"


def _around(view: CallView, turn: int) -> tuple[Mood, Mood] | None:
    """The customer's mood before and after a turn."""
    moods = [(e.turn, e.mood) for e in view.transcript.events if isinstance(e, CustomerMoved)]
    before = [m for t, m in moods if t < turn]
    after = [m for t, m in moods if t >= turn]
    return (before[-1], after[0]) if before and after else None


def _warming(view: CallView, turn: int) -> float:
    around = _around(view, turn)
    return _warmth(around[1]) - _warmth(around[0]) if around else 0.0


FEELINGS = {"anger": "anger", "trust": "trust", "heard": "sense of being heard", "hope": "hope"}


def _felt(view: CallView, turn: int) -> str:
    """The two largest changes of mood in words; nothing where none was measured."""
    around = _around(view, turn)
    if around is None:
        return ""
    changes = [(getattr(around[1], name) - getattr(around[0], name), words) for name, words in FEELINGS.items()]
    largest = sorted((c for c in changes if abs(c[0]) >= 2), key=lambda c: -abs(c[0]))[:2]
    if not largest:
        return ""
    name = view.scenario.customer.name.split()[0] if view.scenario else "The customer"
    said = " and ".join(f"{words} {'rose' if change > 0 else 'fell'} by {abs(change):.0f}" for change, words in largest)
    return f"{name}'s {said}."


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


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 80 else f"{line[:79]}…"
