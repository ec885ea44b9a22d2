"""The SVG file: whole, inert, and told to those who cannot see it."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from tests.trainer.authoring.graph.conftest import HOSTILE
from trainer.authoring.graph.model import Graph
from trainer.authoring.graph.page import page_of
from trainer.authoring.graph.style import style_sheet
from trainer.authoring.graph.svg import svg_of
from trainer.text import safe_line

NS = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def text(graph: Graph) -> str:
    return svg_of(page_of(graph))


@pytest.fixture(scope="module")
def svg(text: str) -> ET.Element:
    return ET.fromstring(text)


def test_nothing_is_scripted_linked_or_fetched(text: str, svg: ET.Element) -> None:
    assert {element.tag for element in svg.iter()} <= {NS + tag for tag in ("svg", "title", "desc", "style", "g", "rect", "path", "circle", "text")}
    for element in svg.iter():
        assert set(element.attrib) <= set("width height viewBox role aria-labelledby id class x y rx d cx cy r font-size".split())
    assert "url(" not in style_sheet()
    assert "@import" not in style_sheet()
    assert text.count("://") == text.count("http://www.w3.org/2000/svg") == 1


def test_it_is_named_and_described(svg: ET.Element, graph: Graph) -> None:
    assert svg.get("role") == "img"
    assert svg.findtext(f"{NS}title") == graph.title
    described = svg.findtext(f"{NS}desc") or ""
    assert all(card.name in described for card in graph.cards)


def test_every_card_keeps_its_whole_text(svg: ET.Element, graph: Graph) -> None:
    tips = {title.text for title in svg.iterfind(f"{NS}g/{NS}title")}
    assert {"\n".join(part.words for part in card.every_part) for card in graph.cards} <= tips


def test_it_is_one_sheet_of_a4_on_its_side(svg: ET.Element) -> None:
    assert (svg.get("width"), svg.get("height")) == ("297mm", "210mm")
    _, _, wide, high = map(float, (svg.get("viewBox") or "").split())
    assert wide / high == pytest.approx(297 / 210, rel=0.001)


def test_markup_in_a_scenario_is_words(text: str, graph: Graph) -> None:
    assert "<script" not in text
    if len(graph.cards) > 40:
        assert safe_line(HOSTILE) in "".join(ET.fromstring(text).itertext())


def test_all_that_is_drawn_has_a_rule_and_a_night_colour(svg: ET.Element) -> None:
    day, _, night = style_sheet().partition("@media screen and (prefers-color-scheme: dark)")
    named = set(re.findall(r"\.([a-z-]+)", day))
    used = {name for element in svg.iter() for name in (element.get("class") or "").split()}
    assert used <= named | {"customer", "time"}
    assert {"paper", "halo", "card", "name", "plain", "spoken", "mark", "stripe", "line", "tip"} <= set(re.findall(r"\.([a-z-]+)", night))


def test_the_same_scenario_gives_the_same_bytes(graph: Graph, text: str) -> None:
    assert svg_of(page_of(graph)) == text
