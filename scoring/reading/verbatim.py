"""An author's own example, typed as it stands: it means what its author says it means, whatever cues and likeness make of it."""

from __future__ import annotations

from collections.abc import Iterable

from scoring.reading.lexicon import Lexicon
from scoring.reading.meaning import Phrase
from scoring.reading.stretches import Stretch

_LEAST = 3
"""Words an example must have to be known again."""


def typed(stretch: Stretch, examples: Iterable[Phrase]) -> bool:
    """Whether the stretch is one of these examples, articles and owners aside."""
    run = stretch.said.run
    return len(run) >= _LEAST and not stretch.pile and any(run == example.run and stretch.said.negative == example.negative for example in examples)


def facts_typed(stretches: Iterable[Stretch], lexicon: Lexicon) -> list[tuple[Stretch, str, bool]]:
    """The stretches that are an example for a fact: with the fact, and whether they tell it or deny it."""
    return [(s, fact.id, told) for s in stretches for fact in lexicon.facts for told, ways in ((True, fact.told), (False, fact.false)) if typed(s, ways)]
