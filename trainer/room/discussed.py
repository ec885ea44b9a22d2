"""What of a room a class talks about: the three moments that weigh most, each with the reply that was sent, what it did and one question.

The end of a room tells all of it; a sheet that is handed round tells this.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trainer.room.proposals import Sure
from trainer.room.review import Review, Reviewed, Tried
from trainer.room.telling import answer_line, card_line, moment_title, weight
from trainer.room.weighing import Went
from trainer.text import safe_line

MOMENTS = 3
LINE = 200
"""Most characters of what the customer wrote that are quoted."""


@dataclass(frozen=True, kw_only=True)
class Discussed:
    """One moment as it stands on a sheet."""

    title: str
    line: str
    """the customer's, that was answered"""
    sent: str
    """the group's reply, with hands and confidence"""
    came: str
    """what it did"""
    better: str
    """the proposal that would have done better, and by what; empty where none would"""
    question: str


def discussed(review: Review) -> tuple[Discussed, ...]:
    """The moments in the order they were played; the fewer of them where fewer were."""
    weighed = sorted((one for one in review.moments if not one.taken_back and _sent(one)), key=_weight, reverse=True)
    return tuple(_told(one) for one in sorted(weighed[:MOMENTS], key=lambda one: one.number))


def lines_of(one: Discussed) -> Iterator[str]:
    """It as plain lines."""
    yield f"Customer: “{one.line}”"
    yield f"Sent: {one.sent}"
    yield from filter(None, (one.came, one.better))
    yield f"To talk about: {one.question}"


def left_out(review: Review, told: Sequence[Discussed]) -> str:
    """Where the moments are that the sheet does not tell; empty where it tells them all."""
    rest = len(review.moments) - len(told)
    return f"The rest, {'one more moment' if rest == 1 else f'{rest} more moments'} and every proposal: coolhead room {review.room[:8]}" if rest else ""


def _sent(moment: Reviewed) -> Tried | None:
    """The reply the call went on with, or else the first that was sent."""
    return moment.chosen or next((one for one in moment.tried if one.sent), None)


def _weight(moment: Reviewed) -> tuple[bool, float]:
    """First where the group was sure and wrong, or had a better reply lying there; then by how much its reply moved, for good or ill."""
    sent = _sent(moment)
    if sent is None or sent.heard is None:
        return False, 0.0
    astray = sent.proposal.sure is Sure.SURE and sent.heard.went is Went.BADLY
    return astray or bool(moment.best and not sent.best), abs(sent.heard.warmer) + sum(abs(row.points) for row in sent.heard.rows)


def _told(moment: Reviewed) -> Discussed:
    sent = _sent(moment)
    assert sent is not None, "only moments in which something was sent are told"
    best = next(iter(moment.best), None)
    better = f"Proposal {best.slot} would have done better: {card_line(best.proposal)} By this: {best.by.rstrip('.')}." if best and not sent.best else ""
    marks = weight(sent.proposal)
    return Discussed(
        title=moment_title(moment),
        line=safe_line(moment.line, LINE),
        sent=f"{card_line(sent.proposal)}{f' ({marks})' if marks else ''}",
        came=answer_line(sent, apart=False),
        better=better,
        question=moment.question,
    )
