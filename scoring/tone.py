"""How a reply sounds, as judges of rated calls heard it: turns of phrase that are no insult and still look down, sulk or hurry.

``tone.json`` holds what each turn of phrase adds to the rating of a whole call (``python -m scoring.agreement fit``), learned from
calls that were rated blind. It knows phrases that many writers use and no others, so that no trade, name or dialect weighs.
A turn of phrase counts once a call, and nothing is ever earned here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("tone.json")
LONGEST = 3
"""Words of the longest turn of phrase."""
MOST = 20_000
"""Characters of a reply that are listened to."""

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|[?!]|\d+")
_SENTENCE = re.compile(r".+?(?:(?<=[.?!])\s+|\n|$)")

Carries = Callable[[int, int, int], bool]
"""Whether the stretch from start to end of the reply at a place has something of the case in it."""


@dataclass(frozen=True)
class Heard:
    """What a reply's wording costs, and the turns of phrase that cost most."""

    cost: float
    """points, 0 or more"""
    phrases: tuple[str, ...]


@cache
def weights() -> Mapping[str, float]:
    """Points each turn of phrase adds to a call, by the rating it went with."""
    found: dict[str, float] = json.loads(FILE.read_text(encoding="utf-8"))["phrases"]
    return found


def phrases_of(text: str) -> list[tuple[int, int, list[str]]]:
    """Each sentence's place and turns of phrase, in order: up to three words, with the sentence's ends marked ``<`` and ``>``."""
    found = []
    for sentence in _SENTENCE.finditer(text[:MOST].lower().replace("’", "'")):
        words = ["#" if word[0].isdigit() else word for word in _WORD.findall(sentence[0])]
        if words:
            marked = ["<", *words, ">"]
            grams = [" ".join(marked[i : i + n]) for n in range(1, LONGEST + 1) for i in range(len(marked) - n + 1)]
            found.append((sentence.start(), sentence.end(), [phrase for phrase in grams if phrase not in ("<", ">")]))
    return found


def heard(replies: Iterable[str], carries: Carries) -> list[Heard]:
    """What the wording of each reply costs; a turn of phrase already used in the call adds nothing more.

    A sentence that sounds well makes up for one beside it only where it ``carries`` the case: no friendly filling takes a sneer away.
    """
    known, used, out = weights(), set[str](), []
    for place, text in enumerate(replies):
        sounds, worst = 0.0, dict[str, float]()
        for start, end, sentence in phrases_of(text):
            new = {phrase: known[phrase] for phrase in sentence if phrase in known and phrase not in used}
            total = sum(new.values())
            if total > 0 and not carries(place, start, end):
                continue
            used |= new.keys()
            sounds += total
            worst |= {phrase: weight for phrase, weight in new.items() if weight < 0}
        out.append(Heard(max(0.0, -sounds), _distinct(sorted(worst, key=lambda phrase: worst[phrase]))))
    return out


def _distinct(worst: list[str]) -> tuple[str, ...]:
    """At most three of them as a reader knows them, none a part of another and none a bare everyday word."""
    shown: list[str] = []
    for phrase in worst:
        words = phrase.strip("<> #").strip()
        if set(words.split()) - _PLAIN and not any(words in other or other in words for other in shown):
            shown.append(words)
    return tuple(shown[:3])


_PLAIN = frozenset(
    "a an the and or so but to of in on at for by it it's its that that's this there there's was were is are be been being have has had do does did i i've i'm i'll "
    "we we're we've you your they they're he she who some would could should can will not with from as if then ? !".split()
)
"""Words that say nothing when quoted by themselves, whatever they weigh among others."""
