"""When a model is said to hold a view, and when not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.opinion.agreeing import NoView, agreed


@pytest.mark.parametrize(
    ("first", "swapped", "found"),
    [
        ((0.9, 0.1), (0.1, 0.9), 0),
        ((0.1, 0.9), (0.9, 0.1), 1),
        ((0.9, 0.1), (0.9, 0.1), NoView.ORDER),
        ((0.55, 0.45), (0.45, 0.55), NoView.UNSURE),
        ((0.5, 0.5), (0.1, 0.9), NoView.UNSURE),
        ((0.66, 0.34), (0.34, 0.66), 0),
        ((0.1, 0.01), (0.01, 0.1), NoView.SILENT),
        ((0.6, 0.1), (0.1, 0.6), 0),
        ((), (), NoView.SILENT),
        ((0.9,), (0.1, 0.9), NoView.SILENT),
        ((float("nan"), 0.9), (0.9, 0.1), NoView.SILENT),
        ((float("inf"), 0.0), (0.0, 1.0), NoView.SILENT),
        ((1.0, 1.0), (1.0, 1.0), NoView.SILENT),
        ((-0.2, 0.9), (0.9, 0.1), NoView.SILENT),
    ],
)
def test_a_view_is_the_same_answer_twice_and_clearly(first: tuple[float, ...], swapped: tuple[float, ...], found: object) -> None:
    assert agreed(first, swapped, 2) == found


@given(st.lists(st.floats(0, 1), min_size=2, max_size=6))
def test_who_goes_by_the_place_alone_never_holds_a_view(shares: list[float]) -> None:
    whole = sum(shares) or 1.0
    parts = [share / whole for share in shares]
    found = agreed(parts, parts, len(parts))
    assert isinstance(found, NoView) or found == (len(parts) - 1) / 2, "only the middle one stands at the same place both times"


@given(st.lists(st.floats(), max_size=4), st.lists(st.floats(), max_size=4), st.integers(2, 6))
def test_no_number_breaks_it(first: list[float], swapped: list[float], of: int) -> None:
    found = agreed(first, swapped, of)
    assert isinstance(found, NoView) or 0 <= found < of
