"""Whether a score adds up by eye, and where in a call something is said to stand."""

from __future__ import annotations

import random

import pytest

from scoring.scorecard import scorecard
from scoring.scores import Evidence, Score
from tests.scoring.builders import Call, good_call, scenario
from trainer.adding_up import start_words, sum_words, tenths, worth
from trainer.places import bar_numbers, own_place, place


def row(points: float, of: float | None = None) -> Evidence:
    return Evidence(turn=1, start=0, end=1, rule="listening.heard", points=points, says="It did.", of=of)


def score(*points: float, base: float = 20) -> Score:
    rows = tuple(row(p) for p in points)
    return Score(value=round(min(100, max(0, base + sum(points))), 1), base=base, evidence=rows)


@pytest.mark.parametrize("seed", range(20))
def test_tenths_come_to_the_value_that_is_shown(seed: int) -> None:
    draw = random.Random(seed)
    one = score(*(round(draw.uniform(-4, 5), 4) for _ in range(12)))
    shown = tenths(one)
    assert one.value is not None
    assert round(20 + sum(shown), 1) == one.value
    assert all(abs(tenth - item.points) < 0.11 for tenth, item in zip(shown, one.evidence, strict=True))


def test_three_thirds_come_to_the_whole_and_nothing_stays_nothing() -> None:
    assert sum(tenths(score(100 / 3, 100 / 3, 100 / 3, 0.0, base=0))) == pytest.approx(100)
    assert tenths(score(100 / 3, 0.0, base=0))[1] == 0


def test_a_line_says_out_of_how_much_and_a_cost_does_not() -> None:
    assert worth(row(17.5, 25.0), 17.5) == "+17.5 of 25"
    assert worth(row(100 / 3, 100 / 3), 33.4) == "+33.4 of 33.4", "a chance paid in full says one figure"
    assert worth(row(0.0, 15.0), 0.0) == "0 of 15"
    assert worth(row(-8.0), -8.0) == "-8"


def test_the_sum_is_told_with_its_start_and_its_bounds() -> None:
    assert start_words("Listening", score(5.0)) == "Listening starts at 20."
    assert sum_words(score(25.0, -4.0)) == "20 to start with, 25 earned, 4 lost: 41."
    assert sum_words(score(90.0)) == "20 to start with, 90 earned, nothing lost: 110, and no score goes above 100."
    assert sum_words(Score(value=None, why_not="no")) == start_words("Listening", Score(value=50)) == ""


def test_every_score_of_a_call_starts_somewhere_and_adds_up() -> None:
    card = scorecard(good_call().transcript, scenario())
    for one in card.scores.values():
        assert one.value is not None
        assert one.base is not None
        assert min(100, max(0, round(one.base + sum(tenths(one)), 1))) == one.value


def test_all_is_counted_by_the_reps_replies() -> None:
    events = Call().customer("Well?").rep("One.").acts("book-tuner").customer("And?").rep("Two.").customer("Hm.").events
    assert [place(events, turn) for turn in range(6)] == [
        "the opening",
        "reply 1",
        "the desk after reply 1",
        "the answer to reply 1",
        "reply 2",
        "the answer to reply 2",
    ]
    assert own_place(events, 4) == "your reply 2"
    assert own_place(events, 2) == "the desk after reply 1"
    assert bar_numbers(events) == [0, 1, 2]
