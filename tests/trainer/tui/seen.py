"""What can be seen on a screen: which colour every word has, and on which it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from textual.color import Color

FRAMES = frozenset(range(0x2500, 0x25A0)) | {0x20}
"""Lines, blocks and blanks: no words."""


def words_seen(app: Any) -> Iterator[tuple[Color, Color, str]]:
    """The colour, the colour behind, and the words, as they go to the terminal."""
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            style = segment.style
            if style and not set(map(ord, segment.text)) <= FRAMES:
                assert style.color, f"no colour: {segment.text!r}"
                assert style.bgcolor, f"nothing behind: {segment.text!r}"
                assert not style.dim, f"dim: {segment.text!r}"
                front, behind = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
                yield (behind, front, segment.text) if style.reverse else (front, behind, segment.text)


def contrast(words: Color, behind: Color) -> float:
    """The ratio of two colours as the accessibility guidelines reckon it: 1 is no difference, 21 black on white."""

    def light(colour: Color) -> float:
        shares = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.normalized)
        return sum(weight * share for weight, share in zip((0.2126, 0.7152, 0.0722), shares, strict=True))

    low, high = sorted((light(words), light(behind)))
    return (high + 0.05) / (low + 0.05)
