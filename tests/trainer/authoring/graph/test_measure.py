"""Words broken into lines."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.authoring.graph.measure import width_of, wrap


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300), st.floats(40, 400), st.integers(0, 5))
def test_no_line_is_too_wide_and_no_word_is_lost(words: str, room: float, lines: int) -> None:
    found = wrap(words, room, 13, lines=lines)
    assert all(width_of(line, 13) <= room for line in found)
    assert not lines or len(found) <= lines
    if not lines:
        assert "".join("".join(found).split()) == "".join(words.split())


def test_what_is_cut_ends_in_an_ellipsis() -> None:
    assert wrap("one two three four five six", 60, 13, lines=2)[-1].endswith("…")
    assert wrap("one two", 200, 13, lines=1) == ("one two",)


def test_a_word_wider_than_the_line_is_broken() -> None:
    found = wrap("W" * 50, 100, 13)
    assert len(found) > 1
    assert "".join(found) == "W" * 50


def test_wide_letters_are_counted_wide() -> None:
    assert width_of("王", 10) > width_of("i", 10) * 3
    assert width_of("e\u0301", 10) == width_of("e", 10)
    assert width_of("name", 10, bold=True) > width_of("name", 10)
