"""The whole picture with everything in its place, in a width that makes the most of a sheet of A4 on its side."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from trainer.authoring.graph.boxes import SIZES, box_of
from trainer.authoring.graph.legend import Entry, legend_of
from trainer.authoring.graph.measure import wrap
from trainer.authoring.graph.model import COLUMNS, Graph, Manner
from trainer.authoring.graph.routes import Between, Route, routes_of
from trainer.authoring.graph.sheet import A4, ABOUT, EDGE, HEAD, TITLE, Placed, Words
from trainer.authoring.graph.stacking import columns_in_order, tops
from trainer.authoring.graph.strips import strips_of
from trainer.authoring.graph.timeline import TimeLine, bottom_of

WIDTHS = tuple(round(170 * 1.06**n) for n in range(32))
"""Widths a card may have, up to about a thousand: the more there is to show, the wider."""
LEAST = (880.0, 620.0)
"""A picture with little on it is not blown up beyond this."""
ABOVE_COLUMNS = 12.0


@dataclass(frozen=True, kw_only=True)
class Page:
    """Everything that is drawn. The columns begin at y = 0; the title stands above, so ``top`` is less than that."""

    graph: Graph
    width: float
    top: float
    bottom: float
    title: tuple[Words, ...]
    about: tuple[Words, ...]
    heads: tuple[Words, ...]
    placed: tuple[Placed, ...]
    routes: tuple[Route, ...]
    time_lines: tuple[TimeLine, ...]
    legend: tuple[Entry, ...]

    @property
    def fills_the_width(self) -> bool:
        """Whether it touches the sheet's sides before its top and bottom."""
        return self.width / A4[0] >= (self.bottom - self.top) / A4[1]

    @property
    def scale(self) -> float:
        """Millimetres to a unit when the picture fills the sheet."""
        return min(A4[0] / max(self.width, LEAST[0]), A4[1] / max(self.bottom - self.top, LEAST[1]))

    @property
    def print_size(self) -> float:
        """Height of the plain words on a sheet of A4, in millimetres."""
        return SIZES[Manner.PLAIN] * self.scale


def page_of(graph: Graph) -> Page:
    """The picture in the card width that leaves its words largest on paper."""
    laid = cache(lambda place: _page(graph, WIDTHS[place]))
    wide = bisect_left(range(len(WIDTHS) - 1), True, key=lambda place: laid(place).fills_the_width)  # from there on wider cards only make it smaller
    return max((laid(place) for place in {max(0, wide - 1), wide}), key=lambda page: page.scale)


def _page(graph: Graph, width: float) -> Page:
    columns = columns_in_order(graph)
    boxes = {card.key: box_of(card, width) for card in graph.cards}
    top, floor = tops(columns, boxes, graph)
    strips = strips_of(graph, columns, boxes, top)
    lefts = [EDGE]
    for strip in strips:
        lefts.append(lefts[-1] + width + strip.width)
    between = [Between(strip, here + width, there) for strip, (here, there) in zip(strips, pairwise(lefts), strict=True)]
    right = lefts[-1] + width

    heads = tuple(Words(words, HEAD, left, -ABOVE_COLUMNS) for (words, _), left in zip(COLUMNS, lefts, strict=True))
    about = _above(graph.about, ABOUT, right, -ABOVE_COLUMNS - 2.4 * HEAD)
    title = _above(graph.title, TITLE, right, about[0].y - 1.5 * ABOUT if about else -ABOVE_COLUMNS - 2.4 * HEAD)
    bottom = bottom_of(graph, boxes, lefts, between, floor)
    entries, end = legend_of(graph, EDGE, right, bottom.floor + 6)
    return Page(
        graph=graph,
        width=right + EDGE,
        top=(title or about or heads)[0].y - TITLE - EDGE / 2,
        bottom=end + EDGE,
        title=title,
        about=about,
        heads=heads + bottom.heads,
        placed=(*(Placed(boxes[key], left, top[key]) for column, left in zip(columns, lefts, strict=True) for key in column), *bottom.placed),
        routes=tuple(routes_of(between, bottom.corridors, bottom.feet)),
        time_lines=bottom.time_lines,
        legend=entries,
    )


def _above(words: str, size: float, right: float, last: float) -> tuple[Words, ...]:
    """At most two lines across the page, the last of them at a given height."""
    lines = wrap(words, right - EDGE, size, bold=True, lines=2)
    return tuple(Words(line, size, EDGE, last - size * 1.25 * above) for line, above in zip(lines, reversed(range(len(lines))), strict=True))
