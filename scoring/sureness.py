"""How far each score can be trusted, in plain words: how much of it the call tested, and where the reader may be wrong.

A figure from one chance, or with half its losses hung on a reading of even odds, looks as firm as any other unless
somebody says so.
"""

from __future__ import annotations

from collections.abc import Sequence

from scenarios.acts import Act
from scenarios.reading import ActSpan
from scenarios.transcript import Event, RepSaid
from scoring.callview import CallView
from scoring.calmness import HARMS
from scoring.losses import DEEDS, SLIGHT, WHOLE
from scoring.rubric import Rubric
from scoring.scores import DIMENSIONS, Dimension, Evidence, Score, Scorecard, Sureness

FEW = 1
"""At or below this many chances, a score says little."""
SOME = 3
"""At or below this many, it is fairly sure at best."""
DOUBTFUL = 0.65
"""Confidence of a reading below which a harm that was charged is worth a second look."""
WHOLLY = 0.9
"""Share of what an act can earn from which it counts as earned whole."""
WEIGHTY = 10.0
"""Points hung on doubtful readings from which the whole score is to be taken lightly."""
MOST = 3
"""Doubtful readings told of one score; the rest stand in the evidence."""

_READ_AS: dict[str, tuple[Act, ...]] = {
    **{rule: (act,) for act, rule in HARMS.items()},
    "calmness.blame-untrue": (Act.BLAME,),
    "calmness.insult-cap": (Act.HOSTILE,),
    "calmness.early-limit": (Act.SET_LIMIT,),
    "calmness.flustered": (Act.APOLOGISE,),
    "honesty.evade": (Act.EVADE,),
    "honesty.false-claim": (Act.FALSE_CLAIM,),
    "honesty.overpromise": (Act.OVERPROMISE,),
}
"""The acts whose reading a rule charges for."""


def read_as(events: Sequence[Event], row: Evidence) -> ActSpan | None:
    """What the reader took the words of a row for, and how sure it was; None where the row rests on no one act."""
    said = next((e for e in events if isinstance(e, RepSaid) and e.turn == row.turn), None)
    if said is None or row.rule in DEEDS | WHOLE:
        return None
    charged = [a for a in said.reading.acts if a.act in _READ_AS.get(row.rule, ()) and a.start < row.end and row.start < a.end]
    same = [a for a in said.reading.acts if (a.start, a.end) == (row.start, row.end)]
    return max(charged or ([] if row.rule in _READ_AS else same), key=lambda a: a.confidence, default=None)


def in_part(events: Sequence[Event], row: Evidence) -> bool:
    """Whether a row counted in part only, for or against, because the reader was not sure of its words."""
    if row.rule.endswith(".did"):  # an act that earns does so as far as the reader is sure of it; ``of`` is what it would have earned
        return row.of is not None and 0 < row.points < WHOLLY * row.of
    read = read_as(events, row) if row.rule in _READ_AS else None
    return read is not None and row.points < 0 and read.confidence < DOUBTFUL


def sureness(view: CallView, card: Scorecard, rubric: Rubric) -> dict[Dimension, Sureness]:
    """How sure each score is that has a value."""
    return {d: _sure(view, d, card.scores[d], rubric.dimensions[d].title) for d in DIMENSIONS if card.scores[d].value is not None}


def _sure(view: CallView, dimension: Dimension, score: Score, title: str) -> Sureness:
    doubtful = [(row, read) for row in score.evidence if row.points < 0 and (read := read_as(view.transcript.events, row)) and read.confidence < DOUBTFUL]
    hung = -sum(row.points for row, _ in doubtful)
    why = [thin] if (thin := _thin(dimension, score, title)) else []
    why += [_doubt(view, title, row, read) for row, read in sorted(doubtful, key=lambda found: found[0].points)[:MOST]]
    tested = dimension == "resolution" or (bool(score.opportunities) or _cost(score) if dimension == "calmness" else score.opportunities > FEW)
    if not tested or hung >= WEIGHTY:
        return Sureness(level="little", why=tuple(why))
    return Sureness(level="fairly" if doubtful or (dimension != "resolution" and score.opportunities <= SOME) else "sure", why=tuple(why))


def _thin(dimension: Dimension, score: Score, title: str) -> str:
    """Why a score rests on little; nothing where it rests on enough."""
    if dimension == "calmness" and score.opportunities == 0:
        return (
            "Nobody attacked in this call, so calmness shows only what your own lines cost."
            if _cost(score)
            else "Nobody attacked in this call, so calmness was hardly tested."
        )
    if dimension in ("calmness", "resolution") or score.opportunities > FEW:
        return ""
    return f"{title} rests on {'one chance' if score.opportunities else 'no chance'} in this call, so take the figure lightly."


def _cost(score: Score) -> bool:
    return any(row.points <= -SLIGHT for row in score.evidence)


def _doubt(view: CallView, title: str, row: Evidence, read: ActSpan) -> str:
    words = next((r.words(read) for r in view.replies if r.turn == row.turn), "")
    hung = f"{-row.points:.0f}" if row.points <= -1 else "hardly any"
    return f"{title}: “{_short(words)}” may have been taken wrongly; the reader is {read.confidence:.0%} sure, and {hung} points hang on it."


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 80 else f"{line[:79]}…"
