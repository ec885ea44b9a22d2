"""How a second opinion is told, in both views and as JSON: under its own heading, beside what was measured, never summed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from scenarios.transcript import Event
from scoring.scores import Dimension, Scorecard
from trainer.adding_up import tenths
from trainer.opinion.asking import Lean, Opinion, View
from trainer.places import own_place
from trainer.text import safe_line

HEADING = "A second opinion, not part of your score"
ABOUT = (
    "A language model is asked yes or no about single replies, each question twice with the answers in the other order. Where it does not hold to its answer "
    "it has no view. It knows neither the case nor the desk, and nobody has measured how often it is right. Nothing of it is kept."
)
OFF = "A second opinion is off. It asks a language model of yours about single replies, and is no part of your score. On: the setting second_opinion, yes."
NO_REPLY = "There is no reply in this call to ask about."
QUOTED = 160

Titles = Mapping[Dimension, str]


def heading_of(view: View, events: Sequence[Event]) -> str:
    """The reply a view is about: ``Your reply 3: “...”``"""
    where = own_place(events, view.question.turn)
    return f"{where[0].upper()}{where[1:]}: “{safe_line(view.question.reply, QUOTED)}”"


def view_line(view: View) -> str:
    """What the model says, in one line."""
    why = f" ({view.why})" if view.why else ""
    quote = f": “{safe_line(view.quote, QUOTED)}”" if view.quote else ""
    return f"{view.question.item.title}: {view.lean}{why}{quote}"


def beside(view: View, card: Scorecard, titles: Titles) -> str:
    """What the rules measured at the same reply, where they did; and whether the two differ."""
    measured = measured_at(view, card)
    if view.lean is Lean.NONE or measured is None:
        return ""
    differ = " The two differ: look at the words yourself." if differs(view, card) else ""
    return f"Measured at this reply: {titles[view.question.item.dimension].lower()} {measured:+.1f}.{differ}"


def measured_at(view: View, card: Scorecard) -> float | None:
    """The points this reply earned or cost in the item's score; None where it did neither."""
    score = card.scores[view.question.item.dimension]
    points = [worth for row, worth in zip(score.evidence, tenths(score), strict=True) if row.turn == view.question.turn and worth]
    return round(sum(points), 1) if points else None


def differs(view: View, card: Scorecard) -> bool:
    """Whether the model speaks for the reply where it cost, or against it where it earned."""
    measured = measured_at(view, card) or 0.0
    for_it = view.lean.value == view.question.item.good
    return view.lean is not Lean.NONE and (measured < 0 if for_it else measured > 0)


def opinion_lines(opinion: Opinion, events: Sequence[Event], card: Scorecard, titles: Titles) -> Iterator[str]:
    """All of it as flat lines, without the heading."""
    before = None
    for view in opinion.views:
        yield from view_lines(view, before, events, card, titles)
        before = view
    yield from ending_lines(opinion)


def view_lines(view: View, before: View | None, events: Sequence[Event], card: Scorecard, titles: Titles) -> Iterator[str]:
    """One view; the reply stands over it where the one ``before`` was about another."""
    if before is None or before.question.turn != view.question.turn:
        yield heading_of(view, events)
    yield f"  {view_line(view)}"
    if told := beside(view, card, titles):
        yield f"    {told}"


def ending_lines(opinion: Opinion) -> Iterator[str]:
    """What has to be said last."""
    if opinion.stopped:
        yield f"{opinion.stopped} {len(opinion.views)} of {opinion.of} questions were asked." if opinion.views else opinion.stopped
    elif not opinion.of:
        yield NO_REPLY
    elif opinion.views and all(view.lean is Lean.NONE for view in opinion.views):
        yield "It held to none of its answers, so there is nothing to go by."


def as_data(opinion: Opinion, events: Sequence[Event], card: Scorecard) -> dict[str, object]:
    """The same for programs."""
    return {
        "part_of_score": False,
        "stopped": opinion.stopped,
        "questions": opinion.of,
        "views": [
            {
                "item": view.question.item.id, "question": view.question.item.question, "turn": view.question.turn,
                "place": own_place(events, view.question.turn), "view": view.lean.value, "why_none": str(view.why), "quote": view.quote,
                "dimension": view.question.item.dimension, "measured": measured_at(view, card), "differs": differs(view, card),
            }
            for view in opinion.views
        ],
    }  # fmt: skip
