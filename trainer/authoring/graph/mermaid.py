"""The picture as Mermaid text, for wikis and pages that draw it themselves.

Labels stand in quotes, and all that Mermaid or the Markdown inside it could take for its own (brackets, quotes, ``#``, ``;``,
``:``, backticks, the number of a list) is written as an entity code, ``#35;``. Its limits of text and arrows are kept.
"""

from __future__ import annotations

import re
from itertools import pairwise

from trainer.authoring.graph.model import COLUMNS, TIME_LINE, Bond, Card, Graph, Kind
from trainer.text import safe_line

MOST_TEXT, MOST_ARROWS = 48_000, 480
"""A little under what Mermaid draws unless its owner allows more: 50,000 characters and 500 arrows."""
LENGTHS = (240, 160, 100, 60, 30)
"""How much of a part of a card is written: the first that leaves the whole within the limit."""

_NOT_PLAIN = re.compile(r"[^\w ,.?!'’“”…·–-]|[_ﬂ]")
_LIKE_A_LIST = re.compile(r"^(\d*)([-.])")
_SHAPES: dict[Kind, tuple[str, str]] = {
    Kind.CUSTOMER: ("([", "])"),
    Kind.MIX_UP: ("{{", "}}"),
    Kind.CONCERN: ("(", ")"),
    Kind.FACT: ("[", "]"),
    Kind.ACTION: ("[[", "]]"),
    Kind.OUTCOME: ("([", "])"),
    Kind.BEAT: (">", "]"),
}
_ARROWS: dict[Bond, tuple[str, str]] = {
    Bond.ANSWERED_BY: ("-->", "answered by"),
    Bond.TELLS: ("-.->", "tells"),
    Bond.FIRST: ("-.->", "first"),
    Bond.GIVES: ("==>", "gives"),
    Bond.BLOCKS: ("--x", "blocks"),
    Bond.BRINGS_UP: ("-.->", "brings up"),
}
_CLASSES = (
    "classDef mixup stroke:#b34700,stroke-width:2px",
    "classDef concern stroke:#8a2f6b",
    "classDef hidden stroke:#8a2f6b,stroke-dasharray:6 4",
    "classDef fact stroke:#00609a",
    "classDef action stroke:#006b4f",
    "classDef outcome stroke:#8a6100,stroke-width:2px",
    "classDef beat stroke:#8a2f6b",
)


def mermaid_of(graph: Graph) -> str:
    """The whole text, shortened as far as Mermaid's limits ask."""
    text = ""
    for length in LENGTHS:
        text = _written(graph, length)
        if len(text) <= MOST_TEXT:
            break
    return text


def _written(graph: Graph, length: int) -> str:
    lines = ["---", f"title: '{_quiet(graph.title, length)}'", "---", "flowchart LR"]
    for number, (head, kinds) in enumerate((*COLUMNS, (TIME_LINE, (Kind.BEAT,))), 1):
        cards = graph.of(*kinds)
        if cards:
            lines += [f'  subgraph G{number}["{head}"]', "    direction TB", *(f"    {_card(card, length)}" for card in cards), "  end"]
    order = [f"  {here.key} ~~~ {there.key}" for here, there in pairwise(graph.of(Kind.BEAT))][:MOST_ARROWS]
    room = MOST_ARROWS - len(order)
    lines += order
    for tie in graph.ties[:room]:
        arrow, words = _ARROWS[tie.bond]
        lines.append(f'  {tie.start} {arrow}|"{words}"| {tie.end}')
    if len(graph.ties) > room:
        lines.append(f"  %% {len(graph.ties) - room} more arrows are left out, because Mermaid draws no more than 500")
    lines += [f"  {rule}" for rule in _CLASSES]
    for kind in Kind:
        plain, hidden = ([card.key for card in graph.of(kind) if card.hidden is is_hidden] for is_hidden in (False, True))
        lines += [f"  class {','.join(plain)} {kind.value.replace('-', '')}"] if plain and kind is not Kind.CUSTOMER else []
        lines += [f"  class {','.join(hidden)} hidden"] if hidden else []
    return "\n".join(lines) + "\n"


def _card(card: Card, length: int) -> str:
    before, after = _SHAPES[card.kind]
    words = "<br>".join(escaped(safe_line(part.words, length)) for part in card.every_part)
    return f'{card.key}{before}"{words}"{after}'


def escaped(words: str) -> str:
    """The words as they may stand in a quoted label."""
    coded = _NOT_PLAIN.sub(lambda found: f"#{ord(found[0])};", words)
    return _LIKE_A_LIST.sub(lambda found: f"{found[1]}#{ord(found[2])};", coded)


def _quiet(title: str, length: int) -> str:
    """A title as a quoted word of YAML, with nothing in it that Mermaid reads."""
    return re.sub(r"[^\w ,.?!’-]", " ", safe_line(title, length).replace("'", "’"))
