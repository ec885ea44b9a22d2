"""Results as flat rows: one a call, one a piece of evidence, one an overrule. What CSV and Excel share.

Text is put on one line and made safe to print. Whether a cell could be taken for a formula is the form's business.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scoring.scores import DIMENSIONS
from trainer.deskwork import words_at
from trainer.exporting.results import Result
from trainer.text import safe_line

Cell = str | float | int | None
Row = dict[str, Cell]


def call_rows(results: Iterable[Result]) -> Iterator[Row]:
    """A row a call, with four scores as measured and as they count; the keys are the columns, the same in every row."""
    for one in results:
        row, card = one.row, one.card
        found: Row = {
            "attempt": row.id,
            "learner": safe_line(one.learner),
            "scenario": safe_line(row.scenario),
            "title": safe_line(one.scenario.title),
            "began": row.began.isoformat(timespec="seconds"),
            "finished": row.finished.isoformat(timespec="seconds") if row.finished else "",
            "mode": one.mode,
            "coached": _yes(one.coached),
            "intensity": row.intensity,
            "seed": str(row.seed),
            "branch_of": row.parent or "",
            "branch_turn": row.parent_turn,
            "ending": one.ending,
            "outcome": safe_line(card.outcome.id or ""),
            "worth": card.outcome.worth,
            "accepted": "" if card.outcome.accepted is None else _yes(card.outcome.accepted),
            "replies": one.replies,
            "rubric": safe_line(card.rubric),
            "reader": safe_line(card.reader),
        }
        for dimension in DIMENSIONS:
            score = card.scores[dimension]
            found |= {
                f"{dimension}_counts": one.counts(dimension),
                f"{dimension}_measured": score.value,
                f"{dimension}_overruled": _yes(one.overruled(dimension)),
                f"{dimension}_opportunities": score.opportunities,
                f"{dimension}_rests_on": safe_line(one.rests_on(dimension)),
                f"{dimension}_why_not": safe_line(score.why_not or ""),
                f"{dimension}_overrules": "; ".join(one.said(dimension)),
            }
        yield found


def evidence_rows(results: Iterable[Result]) -> Iterator[Row]:
    """A row a point, with the words it was found in."""
    for one in results:
        for dimension in DIMENSIONS:
            for item in one.card.scores[dimension].evidence:
                words = words_at(one.transcript.events, item.turn)[item.start : item.end]
                yield {
                    "attempt": one.row.id,
                    "score": dimension,
                    "turn": item.turn,
                    "rule": safe_line(item.rule),
                    "points": round(item.points, 1),
                    "what_it_did": one.unnamed(safe_line(item.says)),
                    "words": one.unnamed(safe_line(words, 1000)),
                }


def overrule_rows(results: Iterable[Result]) -> Iterator[Row]:
    """A row an overrule, oldest first; an empty ``set_to`` took the one before it back."""
    for one in results:
        for overrule in one.overrules:
            yield {
                "attempt": one.row.id,
                "score": overrule.dimension,
                "measured": overrule.measured,
                "rubric": safe_line(overrule.rubric),
                "set_to": overrule.to,
                "by": safe_line(overrule.by),
                "on": overrule.made.isoformat(timespec="seconds"),
                "reason": safe_line(overrule.reason),
            }


def _yes(so: bool) -> str:
    return "yes" if so else "no"
