"""What can be seen on a screen: which colour every word has, and on which it stands; and what of it is cut off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.cells import cell_len
from textual.color import Color
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button, Footer, OptionList, Static

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


def cut(app: Any) -> Iterator[str]:
    """What on the present screen is not to be seen whole, and cannot be scrolled to either."""
    screen = app.screen
    for widget in screen.query("*"):
        if not _shown(widget):
            continue
        where = f"{type(widget).__name__}#{widget.id}"
        geometry = screen.find_widget(widget)
        if geometry.visible_region != geometry.region and not _scrolls(widget):
            yield f"{where} does not fit on the screen: {geometry.region} in {geometry.clip}"
        if isinstance(widget, Static | Button) and (needs := _rows(widget)) > widget.content_size.height and not _scrolls(widget):
            yield f"{where} needs {needs} rows and has {widget.content_size.height}"
        if isinstance(widget, OptionList) and widget.styles.text_wrap == "nowrap":
            room = widget.scrollable_content_region.width
            heads = (str(option.prompt).lstrip("\n").splitlines()[0] for option in widget.options)
            yield from (f"{where} cuts: {head!r} is {cell_len(head)} in {room}" for head in heads if cell_len(head) > room)
        if isinstance(widget, Footer) and widget.virtual_size.width > widget.size.width:
            yield f"{where} is {widget.virtual_size.width} wide: {[str(key.description) for key in widget.query('FooterKey')]}"  # type: ignore[attr-defined]


def _shown(widget: Widget) -> bool:
    return all(one.display and one.visible for one in widget.ancestors_with_self if isinstance(one, Widget)) and bool(widget.size)


def _rows(widget: Widget) -> int:
    return widget.get_content_height(Size(*widget.container_size), widget.app.size, widget.content_size.width)


def _scrolls(widget: Widget) -> bool:
    """Whether it, or what it lies in, can be scrolled."""
    around = [one for one in widget.ancestors_with_self if isinstance(one, Widget) and not isinstance(one, Screen | Footer)]
    ways = {way for one in around for way in (one.styles.overflow_x, one.styles.overflow_y)}
    return not ways.isdisjoint(("auto", "scroll"))
