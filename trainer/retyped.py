"""What a second wording of a reply came to, as words both views show: how it was read, how it was felt, what it would change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scenarios.acts import HARM, TRUTH
from scenarios.names import short_name
from scoring.felt import shift_words, shifts
from scoring.losses import missed
from scoring.rubric import Rubric
from scoring.scores import Evidence
from trainer.instead import Moment, Said, gone_and_come
from trainer.words import ACT_WORDS

WORD_KEPT = frozenset({"honesty.kept", "honesty.noted"})
"""Rules of the one chance a call has for keeping one's word, in whatever words it was given."""
EVEN = 0.5
"""Points between two rows that nobody would notice."""


@dataclass(frozen=True)
class Mark:
    """A stretch of the reply and what it was taken for."""

    start: int
    end: int
    words: str
    harm: bool


@dataclass(frozen=True)
class Retyped:
    """All a view shows of one try."""

    text: str
    marks: tuple[Mark, ...]
    note: str
    """a sentence where hardly anything was understood, or the reply was no reply; mostly empty"""
    answer: str
    """the customer's words"""
    felt: str
    """the mood against the first time"""
    gone: tuple[str, ...]
    """what the first reply earned or cost and this one does not"""
    come: tuple[str, ...]
    """what only this one earns or costs"""


def retyped(moment: Moment, text: str) -> Retyped:
    """Say a reply anew at its moment. Nothing of it is kept or counts."""
    second = moment.say(text)
    gone, come = gone_and_come(moment.first, second)
    marks = tuple(_marks(second))
    return Retyped(
        text=second.reply.text,
        marks=marks,
        note=_note(second, marks),
        answer=second.answer,
        felt=_felt(moment, second),
        gone=_rows(tuple(row for row in gone if not _follower(row, come, second.rubric)), gone, second, left=True),
        come=_rows(tuple(row for row in come if not _stands(row, gone, second.rubric)), gone, second, left=False),
    )


def _marks(second: Said) -> Iterator[Mark]:
    for span in second.acts:
        sure = "" if span.confidence >= 0.65 else f" ({span.confidence:.0%} sure)"
        yield Mark(span.start, span.end, f"{ACT_WORDS[span.act.value]}{sure}", span.act in HARM | TRUTH)


def _note(second: Said, marks: tuple[Mark, ...]) -> str:
    if second.reading.oddity:
        return "This could not be read as a reply."
    return "" if marks else "Nothing here was taken for anything in particular."


def _felt(moment: Moment, second: Said) -> str:
    name = short_name(moment.scenario.customer.name)
    was, now = moment.first.moved, second.moved
    if was is None or now is None:
        return ""
    return shift_words(name, shifts(moment.mood, was.mood, now.mood)) or f"{name} feels as after your first words."


def _rows(rows: tuple[Evidence, ...], before: tuple[Evidence, ...], second: Said, *, left: bool) -> tuple[str, ...]:
    """Rows in a line each, those that say the same told once, with what they are worth where that does not hang on the rest of the call."""
    told: dict[tuple[str, str], float] = {}
    for row in rows:
        if row.points or missed(row, second.rubric):
            told[row.rule, row.says] = told.get((row.rule, row.says), 0.0) + row.points
    return tuple(_row(rule, says, _worth(rule, says, points, before, second.rubric, left=left), second.rubric) for (rule, says), points in told.items())


def _row(rule: str, says: str, worth: str, rubric: Rubric) -> str:
    """``Listening, this now earns more: …``, ``Calmness, this no longer costs 4: …``: a gain and a loss are told apart by their words."""
    return f"{rubric.dimensions[rubric.criterion(rule).dimension].title}, {worth}: {says}"


def _worth(rule: str, says: str, points: float, before: tuple[Evidence, ...], rubric: Rubric, *, left: bool) -> str:
    costs = f"costs {-points:.0f}" if points <= -0.5 else "costs a little"
    if points < 0:
        return f"this no longer {costs}" if left else f"this now {costs}"
    if not points:
        return "no longer missed" if left else "now missed"
    if left:
        return "only the first words earned this"
    same = sum(row.points for row in before if row.points > 0 and _same_chance(row, rule, says, rubric))
    return "this now also earns" if not same else "this now earns more" if points > same else "this now earns, though less"


def _follower(row: Evidence, come: tuple[Evidence, ...], rubric: Rubric) -> bool:
    """Whether the new words earn at the same chance, so that nothing was lost with the old row, and nothing missed any longer."""
    earned = row.points > 0 or missed(row, rubric)
    return earned and any(new.points > 0 and _same_chance(new, row.rule, row.says, rubric) for new in come)


def _stands(row: Evidence, gone: tuple[Evidence, ...], rubric: Rubric) -> bool:
    """Whether a row only pays for what the first words earned as much, told in other words: nothing came of it."""
    same = sum(one.points for one in gone if one.points > 0 and _same_chance(one, row.rule, row.says, rubric))
    return row.points > 0 and abs(row.points - same) < EVEN


def _same_chance(row: Evidence, rule: str, says: str, rubric: Rubric) -> bool:
    """Whether a row pays for the same thing as one of this rule and these words: a worry, a question, a fault."""
    one, other = rubric.criterion(row.rule), rubric.criterion(rule)
    if {row.rule, rule} <= WORD_KEPT:
        return True
    return one.pool is not None and one.pool == other.pool and row.says.partition(": ")[2] == says.partition(": ")[2] != ""
