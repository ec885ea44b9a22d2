"""What the customer felt, in words: the largest changes, and how two replies part."""

from __future__ import annotations

import pytest

from scenarios.transcript import Mood
from scoring.felt import felt_words, shift_words, shifts

BEFORE = Mood(anger=60, trust=30, heard=10, hope=20, patience=90)


def felt(**changes: float) -> Mood:
    return BEFORE.model_copy(update={name: getattr(BEFORE, name) + change for name, change in changes.items()})


def test_the_two_largest_changes_are_told() -> None:
    assert felt_words("Ines", BEFORE, felt(anger=24, trust=-10, heard=-3)) == "Ines's anger rose by 24 and trust fell by 10."


def test_what_nobody_would_notice_is_not_told() -> None:
    assert felt_words("Ines", BEFORE, felt(anger=1.4, patience=-30)) == ""
    assert shifts(BEFORE, felt(anger=5), felt(anger=4)) == ()


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (16, -5, "anger fell by 5 instead of rising by 16."),
        (-3, -12, "anger fell by 12 instead of 3."),
        (0, 9, "anger rose by 9 instead of staying as it was."),
        (9, 0, "anger stayed as it was instead of rising by 9."),
    ],
)
def test_a_second_reply_is_told_against_the_first(first: float, second: float, told: str) -> None:
    assert shift_words("Ines", shifts(BEFORE, felt(anger=first), felt(anger=second))) == f"Ines's {told}"
