"""The picture in sentences, for those who hear it: what a card says, and how everything hangs together."""

from __future__ import annotations

from trainer.authoring.graph.model import COLUMNS, TIME_LINE, Bond, Card, Graph, Kind

_SENTENCES = {
    Bond.ANSWERED_BY: "“{}” asks a question that “{}” answers.",
    Bond.TELLS: "“{}” tells “{}”.",
    Bond.FIRST: "“{}” comes before “{}”.",
    Bond.GIVES: "“{}” leads to “{}”.",
    Bond.BLOCKS: "“{}” blocks “{}”.",
    Bond.BRINGS_UP: "“{}” brings up “{}”.",
}


def told(card: Card) -> str:
    """A card's whole text, with nothing cut off."""
    return "\n".join(part.words for part in card.every_part)


def described(graph: Graph) -> str:
    """The whole picture: what it is about, what stands in each column, and every arrow."""
    groups = [*COLUMNS, (TIME_LINE, (Kind.BEAT,))]
    columns = (f"{head}: {'; '.join(card.name for card in cards)}." for head, kinds in groups if (cards := graph.of(*kinds)))
    arrows = (_SENTENCES[tie.bond].format(graph.by_key[tie.start].name, graph.by_key[tie.end].name) for tie in graph.ties)
    return "\n".join([graph.about, *columns, *dict.fromkeys(arrows)])
