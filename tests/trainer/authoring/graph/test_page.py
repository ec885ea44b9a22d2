"""The picture measured: nothing overlaps, nothing runs over its edge, no arrow crosses a box or lies on another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest

from trainer.authoring.graph.boxes import PAD, SIZES, STRIPE
from trainer.authoring.graph.measure import width_of
from trainer.authoring.graph.model import Graph, Kind, Manner
from trainer.authoring.graph.page import Page, page_of
from trainer.authoring.graph.routes import Point, Route
from trainer.authoring.graph.sheet import Words

Area = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@pytest.fixture(scope="module")
def page(graph: Graph) -> Page:
    return page_of(graph)


def boxes(page: Page) -> list[Area]:
    return [(p.x, p.y, p.x + p.box.width, p.y + p.box.height) for p in page.placed]


def area(words: Words) -> Area:
    return words.x, words.y - words.size, words.x + width_of(words.words, words.size), words.y + words.size * 0.25


def segments(route: Route) -> Iterator[Area]:
    for stroke in route.strokes:
        for a, b in pairwise(stroke):
            assert a[0] == b[0] or a[1] == b[1], "lines run level or upright"
            yield min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])


def meet(one: Area, other: Area, air: float = 0.0) -> bool:
    return one[0] < other[2] + air and other[0] < one[2] + air and one[1] < other[3] + air and other[1] < one[3] + air


def test_boxes_keep_apart(page: Page) -> None:
    assert not [pair for pair in combinations(boxes(page), 2) if meet(*pair, air=8)]


def test_every_card_is_on_the_page_once(page: Page) -> None:
    assert sorted(p.box.card.key for p in page.placed) == sorted(card.key for card in page.graph.cards)


def test_words_stay_inside_their_boxes(page: Page) -> None:
    for placed in page.placed:
        box = placed.box
        for row in box.rows:
            assert width_of(row.words, SIZES[row.manner], bold=row.manner is Manner.NAME) <= box.width - STRIPE - 2 * PAD + 0.01
            assert SIZES[row.manner] * 0.7 < row.y < box.height - 3
        baselines = [row.y for row in box.rows]
        assert all(below - above >= 12 for above, below in pairwise(baselines))


def test_no_arrow_crosses_a_box(page: Page) -> None:
    areas = boxes(page)
    assert not [(segment, box) for route in page.routes for segment in segments(route) for box in areas if meet(segment, box)]


def test_no_arrow_runs_through_words(page: Page) -> None:
    words = [area(w) for w in (*page.title, *page.about, *page.heads, *(entry.words for entry in page.legend))]
    assert not [(segment, w) for route in page.routes for segment in segments(route) for w in words if meet(segment, w)]
    assert not [pair for pair in combinations(words, 2) if meet(*pair)]
    assert not [(box, w) for box in boxes(page) for w in words if meet(box, w)]


def test_no_arrow_lies_on_another(page: Page) -> None:
    for one, other in combinations(page.routes, 2):
        for a in segments(one):
            for b in segments(other):
                upright = a[0] == a[2] == b[0] == b[2] and a[1] < b[3] and b[1] < a[3]
                level = a[1] == a[3] == b[1] == b[3] and a[0] < b[2] and b[0] < a[2]
                assert not upright
                assert not level


def test_everything_is_on_the_sheet(page: Page) -> None:
    words = [area(w) for w in (*page.title, *page.about, *page.heads, *(entry.words for entry in page.legend))]
    for left, top, right, bottom in [*boxes(page), *words, *(s for route in page.routes for s in segments(route))]:
        assert left >= 0
        assert right <= page.width
        assert page.top <= top
        assert bottom <= page.bottom


def test_every_tie_is_drawn_from_card_to_card(page: Page) -> None:
    edges = {p.box.card.key: (p.x, p.y, p.x + p.box.width, p.y + p.box.height) for p in page.placed}

    def on_edge(point: Point, key: str) -> bool:
        left, top, right, bottom = edges[key]
        return left - 9 <= point[0] <= right + 9 and top <= point[1] <= bottom

    drawn = {route.line: route for route in page.routes}
    assert set(drawn) == {tie.line for tie in page.graph.ties}
    for tie in page.graph.ties:
        ends = [stroke[n] for stroke in drawn[tie.line].strokes for n in (0, -1)]
        assert any(on_edge(point, tie.start) for point in ends)
        assert any(on_edge(point, tie.end) for point, _ in drawn[tie.line].heads)


def test_columns_follow_the_call_and_beats_run_below(page: Page) -> None:
    by_kind = {kind: [p for p in page.placed if p.box.card.kind is kind] for kind in Kind}
    order = (Kind.CUSTOMER, Kind.CONCERN, Kind.FACT, Kind.ACTION, Kind.OUTCOME)
    lefts = [{p.x for p in by_kind[kind]} for kind in order]
    assert all(len(column) == 1 for column in lefts)
    assert [min(column) for column in lefts] == sorted(min(column) for column in lefts)
    concerns = by_kind[Kind.CONCERN]
    assert [p.box.card.key for p in sorted(concerns, key=lambda p: p.y)] == [card.key for card in page.graph.of(Kind.CONCERN)]
    worths = [p.box.card.worth or 0 for p in sorted(by_kind[Kind.OUTCOME], key=lambda p: p.y)]
    assert worths == sorted(worths, reverse=True)
    floor = max(p.y + p.box.height for kind in order for p in by_kind[kind])
    assert all(p.y > floor for p in by_kind[Kind.BEAT])


def test_shipped_scenarios_are_readable_on_a4(page: Page) -> None:
    if page.graph.id != "wrong-kettle" and len(page.graph.cards) < 40:
        assert page.print_size >= 2.4  # millimetres: about seven points
