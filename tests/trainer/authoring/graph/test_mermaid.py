"""Mermaid text: nothing in a label that Mermaid reads, and never more than it draws."""

from __future__ import annotations

import re

import pytest

from tests.trainer.authoring.graph.conftest import HOSTILE
from trainer.authoring.graph.mermaid import escaped, mermaid_of
from trainer.authoring.graph.model import Graph


@pytest.mark.parametrize(
    ("words", "coded"),
    [
        ('say "no"', "say #34;no#34;"),
        ("a; b: c", "a#59; b#58; c"),
        ("#35;", "#35;35#59;"),
        ("[x] {y} (z) |", "#91;x#93; #123;y#125; #40;z#41; #124;"),
        ("`code` *bold* _it_", "#96;code#96; #42;bold#42; #95;it#95;"),
        ("<script>&amp;", "#60;script#62;#38;amp#59;"),
        ("1. first", "1#46; first"),
        ("- item", "#45; item"),
        ("bi-weekly, isn’t it?", "bi-weekly, isn’t it?"),
        ("ﬂ°°35¶ß", "#64258;#176;#176;35#182;ß"),
    ],
)
def test_what_mermaid_would_read_is_coded(words: str, coded: str) -> None:
    assert escaped(words) == coded
    back = re.sub(r"#(\d+);", lambda found: chr(int(found[1])), coded)
    assert back == words


def test_every_line_is_of_a_known_form(graph: Graph) -> None:
    label = r'"(?:[^"#;`\[\]{}|<>\\:]|#\d+;|<br>)*"'
    forms = (
        r"---|title: '[^':#]*'|flowchart LR|end|direction TB",
        rf"subgraph G\d\[{label}\]",
        rf"[PMCFAEB]\d+(?:\(\[|\{{\{{|\[\[|[(\[>]){label}(?:\]\)|\}}\}}|\]\]|[)\]])",
        rf"[MCAB]\d+ (?:-->|-\.->|==>|--x)\|{label}\| [CFAE]\d+",
        r"B\d+ ~~~ B\d+",
        r"classDef [a-z]+ [a-z0-9:#, -]+",
        r"class [A-Z0-9,]+ [a-z]+",
    )
    odd = [line for line in mermaid_of(graph).splitlines() if not re.fullmatch(rf"\s*(?:{'|'.join(forms)})", line)]
    assert not odd


def test_every_card_and_tie_is_there(graph: Graph) -> None:
    text = mermaid_of(graph)
    assert all(re.search(rf'^    {card.key}\W+"', text, re.MULTILINE) for card in graph.cards)
    assert len(re.findall(r"\|\"", text)) == len(graph.ties)


def test_a_monster_stays_within_what_mermaid_draws(graph: Graph) -> None:
    text = mermaid_of(graph)
    assert len(text) <= 50_000
    assert len(re.findall(r"~~~|\|\"", text)) < 500


def test_hostile_words_come_through_as_words(graph: Graph) -> None:
    if len(graph.cards) > 40:
        assert escaped(HOSTILE[:28]) in mermaid_of(graph)
