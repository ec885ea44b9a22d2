"""How a reply sounds, as judges of rated calls heard it: turns of phrase that are no insult and still look down, sulk or hurry.

``tone.json`` holds what each turn of phrase takes from the rating of a whole call (``python -m scoring.agreement fit``), learned from
calls that were rated blind. It knows only what ``agreement/manners.yaml`` lists with a reason, so that no ordinary word, trade,
name, dialect or slip of English weighs. A turn of phrase counts once a call, and nothing is ever earned here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

FILE = Path(__file__).with_name("tone.json")
LONGEST = 4
"""Words of the longest turn of phrase, a sentence's ends counted."""
MOST = 20_000
"""Characters of a reply that are listened to."""

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|[?!]|\d+")
_PRAISE = re.compile(r"\bwell (?:done|played|spotted|said)\b")
_SENTENCE = re.compile(r".+?(?:(?<=[.?!])\s+|\n|$)")


@dataclass(frozen=True)
class Heard:
    """What a reply's wording costs, and the turns of phrase that cost most."""

    cost: float
    """points, 0 or more"""
    phrases: tuple[str, ...]


@cache
def weights() -> Mapping[str, float]:
    """Points each turn of phrase takes from a call, below nought, by the rating it went with."""
    found: dict[str, float] = json.loads(FILE.read_text(encoding="utf-8"))["phrases"]
    return found


def phrases_of(text: str) -> list[list[str]]:
    """Each sentence's turns of phrase, in order: up to four words, the sentence's ends among them, marked ``<`` and ``>``."""
    found = []
    for sentence in _SENTENCE.finditer(text[:MOST].lower().replace("’", "'")):
        words = ["#" if word[0].isdigit() else word for word in _WORD.findall(_PRAISE.sub("praise", sentence[0]))]
        if words:
            marked = ["<", *words, ">"]
            grams = [" ".join(marked[i : i + n]) for n in range(1, LONGEST + 1) for i in range(len(marked) - n + 1)]
            found.append([phrase for phrase in grams if phrase not in ("<", ">")])
    return found


def heard(replies: Iterable[str]) -> list[Heard]:
    """What the wording of each reply costs; a turn of phrase already used in the call adds nothing more."""
    known, used, out = weights(), set[str](), []
    for text in replies:
        new = {phrase: known[phrase] for phrase in _known(text) if phrase not in used}
        used |= new.keys()
        out.append(Heard(-sum(new.values()), _distinct(sorted(new, key=lambda phrase: new[phrase]))))
    return out


@lru_cache(maxsize=1024)
def _known(text: str) -> tuple[str, ...]:
    """The turns of phrase of a text that weigh, in order. Kept, for a call is scored again after every rewind and scripted reps repeat themselves."""
    return tuple(phrase for sentence in phrases_of(text) for phrase in sentence if phrase in weights())


def _distinct(worst: list[str]) -> tuple[str, ...]:
    """At most three of them as a reader knows them, none a part of another."""
    shown: list[str] = []
    for phrase in worst:
        words = phrase.strip("<> ")
        if not any(words in other or other in words for other in shown):
            shown.append(words)
    return tuple(shown[:3])
