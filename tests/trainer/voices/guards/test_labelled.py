"""The guards on the labelled lines, held at what was reached; the figures are printed by ``python -m benchmarks guards``."""

from __future__ import annotations

from collections import Counter

import pytest

from trainer.voices.guards import Reason, check
from trainer.voices.guards.labelled import GOOD, SETS, labelled, measure


def test_there_are_lines_enough_of_each_kind() -> None:
    many = Counter(one.kind for name in SETS for one in labelled(name))
    kinds = set(Reason) - {Reason.EMPTY}
    assert sum(many.values()) >= 700
    assert many[GOOD] >= 200
    assert all(many[kind] >= 30 for kind in kinds)


def test_a_written_line_is_not_refused_for_what_it_does() -> None:
    for name in SETS:
        for request in {one.scene: one.request for one in labelled(name)}.values():
            assert check(request.written, request).ok, request.written


@pytest.mark.parametrize(
    ("name", "bad", "early", "refused"),
    [
        ("first", 0.97, 0.97, 0.0),
        ("second", 0.97, 0.97, 0.0),
        ("third", 0.92, 0.9, 0.03),
        ("fourth", 0.7, 0.6, 0.22),
        ("fifth", 0.72, 0.74, 0.1),
        ("sixth", 0.68, 0.69, 0.14),
        ("seventh", 0.67, 0.7, 0.17),
    ],
)
def test_what_was_reached_is_kept(name: str, bad: float, early: float, refused: float) -> None:
    tally = measure(labelled(name))
    assert tally.bad >= bad
    assert tally.recall(Reason.ACCEPTANCE) >= early
    assert tally.stopped[GOOD] <= refused * tally.lines[GOOD]
