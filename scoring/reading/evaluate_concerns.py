"""How well a sentence is tied to the concerns it speaks of: by shared words, by meaning, and by both."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from scoring.reading.encoder import Encoder
from scoring.reading.evaluate import Count
from scoring.reading.inputs import Surroundings
from scoring.reading.labelled import Related
from scoring.reading.lexicon import Trouble
from scoring.reading.meaning import phrase
from scoring.reading.ties import Ways, signs
from scoring.reading.touches import takes_up

Hearer = Callable[[Related], list[frozenset[str]]]
"""Says of each sentence of a reply which concerns of its call it speaks of."""


def by_words(item: Related) -> list[frozenset[str]]:
    """As the rules do alone."""
    concerns = [Trouble(id_, tuple(map(phrase, ways[1:])), (phrase(ways[0]),)) for id_, ways in item.concerns.items()]
    said = [phrase(item.example.text[start:end]) for start, end in item.example.units]
    return [frozenset(one.id for one in concerns if takes_up(words, one, concerns)) for words in said]


def by_meaning(encoder: Encoder) -> Hearer:
    """By the model alone."""

    def hear(item: Related) -> list[frozenset[str]]:
        example = item.example
        judged = encoder.judge(encoder.encode(example.text, example.units, Surroundings(example.customer, example.card or (), example.log)))
        said = [phrase(example.text[start:end]) for start, end in example.units]
        things = [Ways(encoder.meanings(ways), [*map(phrase, ways)]) for ways in item.concerns.values()]
        tied = encoder.settings.concern.tied(signs(judged, said, things))
        return [frozenset(id_ for id_, heard in zip(item.concerns, row, strict=True) if heard) for row in tied]

    return hear


def hearers(encoder: Encoder) -> dict[str, Hearer]:
    """The ways to tie a sentence to concerns, by name."""
    meaning = by_meaning(encoder)
    return {
        "words": by_words,
        "meaning": meaning,
        "both": lambda item: [a | b for a, b in zip(by_words(item), meaning(item), strict=True)],
    }


def count(hear: Hearer, items: Sequence[Related]) -> Count:
    """Agreement over every sentence and every concern of its call."""
    out = Count()
    for item in items:
        for found, spoken in zip(hear(item), item.spoken, strict=True):
            there = spoken & item.concerns.keys()
            out.hit += len(found & there)
            out.extra += len(found - there)
            out.missed += len(there - found)
    return out
