"""Two scorecards side by side: what is gone, what is new, what weighs otherwise; the same points in other words are no change."""

from __future__ import annotations

from scoring.comparing import Change, compare
from scoring.scores import DIMENSIONS, Evidence, OutcomeNote, Score, Scorecard


def row(turn: int, points: float, says: str = "This argued back instead of helping.", rule: str = "calmness.argue") -> Evidence:
    return Evidence(turn=turn, start=0, end=5, rule=rule, points=points, says=says)


def card(value: float | None, *rows: Evidence) -> Scorecard:
    empty = Score(value=70.0)
    scores = dict.fromkeys(DIMENSIONS, empty) | {"calmness": Score(value=value, evidence=rows)}
    return Scorecard(scenario=None, rubric="test", reader="test", outcome=OutcomeNote(id=None, worth=None, accepted=None), scores=scores)


def change(before: Scorecard, after: Scorecard) -> Change:
    return next(found for found in compare(before, after) if found.dimension == "calmness")


def test_every_dimension_is_compared_and_the_same_is_no_change() -> None:
    same = card(60, row(1, -10))
    changes = compare(same, same)
    assert [found.dimension for found in changes] == list(DIMENSIONS)
    assert all(found.by == 0 and not (found.gone or found.new or found.weighs) for found in changes)


def test_a_fault_left_out_is_gone_and_it_is_the_one_that_was_left_out() -> None:
    found = change(card(40, row(1, -10), row(3, -10)), card(50, row(1, -10)))
    assert found.gone == (row(3, -10),)
    assert (found.new, found.by) == ((), 10)


def test_the_same_point_in_other_words_is_no_change() -> None:
    found = change(card(60, row(3, -10)), card(60, row(5, -10)))
    assert (found.gone, found.new, found.weighs) == ((), (), ())


def test_the_same_chance_among_more_of_them_weighs_otherwise() -> None:
    heard = "This took up what troubles the customer: the kettle."
    found = change(card(60, row(1, 20, heard)), card(50, row(1, 13.3333, heard)))
    assert found.weighs == ((row(1, 20, heard), row(1, 13.3333, heard)),)
    assert (found.gone, found.new) == ((), ())


def test_a_chance_missed_and_then_taken_is_gone_and_new() -> None:
    found = change(card(60, row(0, 0, "Not taken up: the kettle.")), card(75, row(3, 15, "This took up: the kettle.")))
    assert ([r.points for r in found.gone], [r.points for r in found.new]) == ([0], [15])


def test_what_is_not_scored_has_no_difference_and_the_difference_is_that_of_the_figures_shown() -> None:
    assert change(card(None), card(60)).by is None
    assert change(card(59.6), card(60.4)).by == 0
