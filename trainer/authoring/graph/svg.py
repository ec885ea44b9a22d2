"""The picture as one SVG file: no script, no link, nothing fetched; every word goes in as text and is escaped by the writer."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from trainer.authoring.graph.aloud import described, told
from trainer.authoring.graph.boxes import METER, PAD, STRIPE
from trainer.authoring.graph.legend import SAMPLE
from trainer.authoring.graph.model import Bond, Graph, Kind
from trainer.authoring.graph.page import Page
from trainer.authoring.graph.routes import HEAD, Point, Route
from trainer.authoring.graph.sheet import A4, Placed, Words
from trainer.authoring.graph.style import CLASSES, style_sheet
from trainer.authoring.graph.timeline import TimeLine

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold even escaped."""


def svg_of(page: Page) -> str:
    """The whole file."""
    wide, high = A4[0] / page.scale, A4[1] / page.scale
    left, top = -(wide - page.width) / 2, page.top - (high - (page.bottom - page.top)) / 2
    size = {"width": f"{A4[0]:g}mm", "height": f"{A4[1]:g}mm", "viewBox": " ".join(map(_n, (left, top, wide, high)))}
    svg = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size, "role": "img", "aria-labelledby": "title desc"})
    _text(svg, "title", page.graph.title, id="title")
    _text(svg, "desc", described(page.graph), id="desc")
    _text(svg, "style", style_sheet())
    _rect(svg, "paper", left, top, wide, high)
    for name, group in (("title", page.title), ("about", page.about), ("head", page.heads)):
        for words in group:
            _words(svg, name, words)
    for route in page.routes:
        _route(svg, route, page.graph)
    for line in page.time_lines:
        _time_line(svg, line)
    for placed in page.placed:
        _card(svg, placed)
    for entry in page.legend:
        _sample(svg, entry.bond, entry.words)
        _words(svg, "key", entry.words)
    indent(svg)
    return tostring(svg, encoding="unicode") + "\n"


def _card(svg: Element, placed: Placed) -> None:
    box, x, y = placed.box, placed.x, placed.y
    group = SubElement(svg, "g", {"class": box.card.kind.value + (" hidden" if box.card.hidden else "")})
    _text(group, "title", told(box.card))
    _rect(group, "card", x, y, box.width, box.height, rx="4")
    _rect(group, "stripe", x, y, STRIPE, box.height, rx="3")
    left = x + STRIPE + PAD
    for row in box.rows:
        _text(group, "text", row.words, **{"class": row.manner.value, "x": _n(left), "y": _n(y + row.y)})
    if box.card.kind is Kind.OUTCOME:
        room = box.width - STRIPE - 2 * PAD
        _rect(group, "meter", left, y + box.height - METER, room, 5)
        _rect(group, "worth", left, y + box.height - METER, room * (box.card.worth or 0), 5)


def _route(svg: Element, route: Route, graph: Graph) -> None:
    group = SubElement(svg, "g", {"class": CLASSES[route.bond]})
    _text(group, "title", "; ".join(f"{graph.by_key[tie.start].name} → {graph.by_key[tie.end].name}" for tie in graph.ties if tie.line == route.line))
    paths = [_path(stroke) for stroke in route.strokes]
    SubElement(group, "path", {"class": "halo", "d": " ".join(paths)})
    for path in paths:  # apart, so that each begins its dashes anew
        SubElement(group, "path", {"class": "line", "d": path})
    for x, y in route.joints:
        SubElement(group, "circle", {"class": "tip", "cx": _n(x), "cy": _n(y), "r": "2.6"})
    for (x, y), way in route.heads:
        _head(group, route.bond, x, y, way)


def _head(group: Element, bond: Bond, x: float, y: float, way: int) -> None:
    """A triangle that points at the card; a bar before it for what blocks."""
    if bond is Bond.BLOCKS:
        _rect(group, "tip", x - way * 6 - 2, y - 7, 4, 14)
        _rect(group, "tip", min(x - way * HEAD, x), y - 1.3, HEAD, 2.6)
        return
    back = x - way * (HEAD + 1)
    SubElement(group, "path", {"class": "tip", "d": f"M{_n(x)} {_n(y)}L{_n(back)} {_n(y - 4.5)}V{_n(y + 4.5)}Z"})


def _time_line(svg: Element, line: TimeLine) -> None:
    group = SubElement(svg, "g")
    SubElement(group, "path", {"class": "time", "d": f"M{_n(line.left)} {_n(line.y)}H{_n(line.right)}m-8 -5l8 5l-8 5"})
    for x in line.dots:
        SubElement(group, "circle", {"class": "time-dot", "cx": _n(x), "cy": _n(line.y), "r": "4"})


def _sample(svg: Element, bond: Bond | None, words: Words) -> None:
    """What stands left of an entry of the legend."""
    right, y = words.x - 8, words.y - 4
    if bond is None:
        _rect(SubElement(svg, "g", {"class": "hidden"}), "card", right - SAMPLE + 8, y - 7, SAMPLE - 8, 14, rx="3")
        return
    group = SubElement(svg, "g", {"class": CLASSES[bond]})
    SubElement(group, "path", {"class": "line", "d": f"M{_n(right - SAMPLE)} {_n(y)}H{_n(right - HEAD)}"})
    _head(group, bond, right, y, 1)


def _path(points: tuple[Point, ...], bend: float = 5.0) -> str:
    """A stroke with rounded corners."""
    found = [f"M{_n(points[0][0])} {_n(points[0][1])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        a, b = _towards(corner, before, bend), _towards(corner, after, bend)
        found.append(f"L{_n(a[0])} {_n(a[1])}Q{_n(corner[0])} {_n(corner[1])} {_n(b[0])} {_n(b[1])}")
    return "".join([*found, f"L{_n(points[-1][0])} {_n(points[-1][1])}"])


def _towards(corner: Point, other: Point, bend: float) -> Point:
    """A little way from a corner to the next point, at most half of it."""
    far = abs(other[0] - corner[0]) + abs(other[1] - corner[1])
    part = min(bend, far / 2) / far if far else 0
    return corner[0] + (other[0] - corner[0]) * part, corner[1] + (other[1] - corner[1]) * part


def _words(parent: Element, name: str, words: Words) -> None:
    _text(parent, "text", words.words, **{"class": name, "x": _n(words.x), "y": _n(words.y), "font-size": f"{words.size:g}"})


def _rect(parent: Element, name: str, x: float, y: float, wide: float, high: float, **more: str) -> None:
    SubElement(parent, "rect", {"class": name, "x": _n(x), "y": _n(y), "width": _n(wide), "height": _n(high), **more})


def _text(parent: Element, tag: str, words: str, **attributes: str) -> None:
    SubElement(parent, tag, attributes).text = _NO_XML.sub("\ufffd", words)


def _n(number: float) -> str:
    """A number to a tenth, without needless noughts."""
    return f"{round(number, 1) + 0:g}" if abs(number) < 1e5 else f"{number:.0f}"
