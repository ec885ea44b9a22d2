"""Signs in records are told as words: a voice reads them out by name, or runs over them."""

from __future__ import annotations

import pytest

from trainer.plain.lines import marks_spoken


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("MISSING ITEM x3 > auto-closed, weight OK", "MISSING ITEM times 3, then auto-closed, weight OK"),
        ("READ-OVER box: [ ] [x] van out", "READ-OVER box: box empty, box ticked, van out"),
        ("READ-OVER box: [ ] [ ]  van out 09:05", "READ-OVER box: box empty, box empty, van out 09:05"),
        ("WIDTH [ ].  Left open", "WIDTH, box empty.  Left open"),
        ("118: faces W. !! Guest letters", "118: faces W. Guest letters"),
        ("serial AX300, 3 > 2 doors", "serial AX300, 3, then 2 doors"),
        ("a · b", "a, b"),
    ],
)
def test_signs_are_words(text: str, said: str) -> None:
    assert marks_spoken(text) == said
