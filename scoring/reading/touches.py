"""Which concerns a reply takes up with their own content, how, and how far in words lifted from the customer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from scenarios.acts import HARM, Act
from scenarios.reading import Touch
from scoring.reading.caring import asks_after_them, hardships_told
from scoring.reading.directing import bids
from scoring.reading.lexicon import Lexicon, Trouble
from scoring.reading.likeness import Likeness
from scoring.reading.meaning import Phrase, covered, ready, topic
from scoring.reading.stems import specific
from scoring.reading.stretches import Stretch
from scoring.reading.verbatim import typed
from scoring.reading.words import plain

How = Literal["reflect", "answer", "act", "own", "ask"]
_HOW: dict[Act, How] = {
    Act.REFLECT_CONTENT: "reflect", Act.REFLECT_FEELING: "reflect", Act.VALIDATE: "reflect", Act.CHECK_UNDERSTANDING: "reflect",
    Act.ASK_OPEN: "ask", Act.ASK_CLOSED: "ask",
    Act.OWN: "own", Act.APOLOGISE: "own",
    Act.STATE_ACTION: "act", Act.PROPOSE: "act", Act.OFFER_CHOICE: "act", Act.COMMIT: "act", Act.HANDOFF: "act", Act.CONFIRM_CLOSE: "act", Act.OVERPROMISE: "act",
    Act.EXPLAIN: "answer", Act.SET_EXPECTATION: "answer", Act.HONEST_NO: "answer", Act.ADMIT_UNKNOWN: "answer",
}  # fmt: skip
_HEARD = 0.52
_PERSONS = {"you": "i", "your": "my", "yours": "mine", "yourself": "myself", "are": "am", "were": "was", "me": "i"}


def touches_in(
    stretches: tuple[Stretch, ...], lexicon: Lexicon, heard: tuple[str, ...], likeness: Likeness | None = None, owning: Sequence[tuple[int, int]] = ()
) -> tuple[Touch, ...]:
    """Every stretch that takes a concern up; a sentence that only repeats one of its clauses falls away.

    ``owning``: where the reply owns. What is told in a sentence that owns it is owned: "you wrote 40 and we put 30" gives the story back and takes it on.
    """
    out: list[Touch] = []
    stretches = tuple(replace(s, act=Act.OWN) if s.act is Act.EXPLAIN and _in_owning(s, stretches, owning) else s for s in stretches)
    caring = [s for s in stretches if s.question and not s.pile and s.act not in HARM and asks_after_them(s)]
    told_of = hardships_told(heard, lexicon.concerns) if caring else frozenset()
    for stretch in (s for s in stretches if not s.pile):
        for trouble in lexicon.concerns:
            how: How | None = _how(stretch) or ("reflect" if typed(stretch, trouble.heard) else None)
            if stretch in caring and trouble.id in told_of:
                how = how or "ask"
            elif how is None or not _speaks_of(stretch, trouble, lexicon, likeness):
                continue
            touch = Touch(
                start=stretch.start,
                end=stretch.end,
                concern=trouble.id,
                how=how,
                overlap=0.0 if bids(stretch.core) else round(lifted(stretch.said.text, heard), 2),
            )
            if not any(t.concern == touch.concern and t.how == how and t.start < touch.end and touch.start < t.end for t in out):
                out.append(touch)
    return tuple(out)


def _in_owning(stretch: Stretch, stretches: tuple[Stretch, ...], owning: Sequence[tuple[int, int]]) -> bool:
    """Whether the sentence this stretch stands in owns."""
    around = [s for s in stretches if s.start <= stretch.start and stretch.end <= s.end]
    return any(s.start < end and start < s.end for s in around for start, end in owning)


def _speaks_of(stretch: Stretch, trouble: Trouble, lexicon: Lexicon, likeness: Likeness | None) -> bool:
    """By the author's own example, by shared words, or by meaning."""
    if typed(stretch, trouble.heard):
        return True
    if takes_up(stretch.said, trouble, lexicon.concerns):
        return likeness is None or not _anothers(stretch, trouble, lexicon.concerns, likeness)
    if stretch.act is Act.APOLOGISE and len(specific(stretch.said.stems) & lexicon.record) < 2:
        return False  # sorry for nothing in particular lies near every trouble
    if stretch.act is None and not stretch.said.numbers and not specific(stretch.said.stems) & lexicon.record:
        return False  # no act was heard in it, and not a word of it is of this case
    return likeness is not None and likeness.hears(stretch.start, stretch.end, trouble.id)


_FOR_US = re.compile(r"\b(?:me|us|i|we|tell|describe|explain|confirm|check|send|share|write|give|show|look|upload)\b")
_NEARER = 0.6
"""How near an example of its own comes to be one, whatever else the sentence may speak of."""


def _anothers(stretch: Stretch, trouble: Trouble, concerns: Sequence[Trouble], likeness: Likeness) -> bool:
    """Whether the words are those of several concerns, and by its meaning the sentence speaks of another than this: "she died, and we wrote to her"."""
    if likeness.hears(stretch.start, stretch.end, trouble.id) or not any(
        likeness.hears(stretch.start, stretch.end, c.id) for c in concerns if c is not trouble
    ):
        return False
    others: frozenset[str] = frozenset().union(*(c.words for c in concerns if c is not trouble))
    alone = (specific(stretch.said.stems) & trouble.words) - others
    return not alone and max((topic(stretch.said, p) for p in trouble.heard), default=0.0) < _NEARER


def _how(stretch: Stretch) -> How | None:
    if stretch.act in (Act.ASK_OPEN, Act.ASK_CLOSED) and not stretch.question and bids(stretch.core) and not _FOR_US.search(stretch.core):
        return None  # advice, whatever it sounds like
    if stretch.act is None:
        return None if stretch.question or bids(stretch.core) else "reflect"
    return None if stretch.act in HARM else _HOW.get(stretch.act)


def takes_up(said: Phrase, trouble: Trouble, concerns: Sequence[Trouble]) -> bool:
    """Whether words speak of one of these concerns with its own content: near an example, or two words that belong to it."""
    if any(topic(said, p) >= _HEARD for p in trouble.heard):
        return True
    named = specific(said.stems)
    shared = named & trouble.words
    others: frozenset[str] = frozenset().union(*(other.words for other in concerns if other is not trouble))
    alone = len(shared - others)
    return alone >= 2 or (len(shared) >= 3 and alone >= 1) or any(covered(named, own) >= 0.6 for own in trouble.sayings)


def lifted(said: str, heard: tuple[str, ...]) -> float:
    """0-1: share of a stretch's words that stand in runs of three or more taken from the customer, persons turned round."""
    words = [_PERSONS.get(w, w) for w in said.split() if w[0].isalnum()]
    if len(words) < 3:
        return 0.0
    turns = [_threes(turn) for turn in heard[-6:]]
    taken = [False] * len(words)
    for at in range(len(words) - 2):
        three = tuple(words[at : at + 3])
        if any(three in turn for turn in turns):
            taken[at] = taken[at + 1] = taken[at + 2] = True
    return sum(taken) / len(words)


@lru_cache(maxsize=256)
def _threes(turn: str) -> frozenset[tuple[str, ...]]:
    """Every three words running of a customer turn, as the rep would say them."""
    own = [_PERSONS.get(w, w) for w in ready(plain(turn[-3000:])).text.split() if w[0].isalnum()]
    return frozenset(zip(own, own[1:], own[2:], strict=False))
