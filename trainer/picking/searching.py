"""Finding calls by a few words in their title, trade, customer, business, briefing and principles; slips of the keyboard are forgiven.

Every word asked for has to be found. A word counts as found where it begins a word of the call, or where it is spelt nearly like
one, save in a briefing, which has too many; what is found in a title counts for more than what is found in a principle.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process, utils

from scenarios.principles import PRINCIPLES
from trainer.picking.listed import Listed

NEARLY = 76.0
"""Of 100: how alike a misspelt word must be. ``bolier`` is 83 like ``boiler``."""
SLIPS_FROM = 4
"""Letters from which a word may hold a slip; of shorter ones too many are alike."""
LONGEST = 200
"""Characters of a query that are looked at."""
WORTH = (1.0, 0.9, 0.9, 0.8, 0.6, 0.5, 0.4)
"""What being found counts for in the title, the trade, the customer's name, the business, what is said about the customer, the principles, and the briefing."""
_LEVEL = re.compile(r"\blevel\s*(\d)(?!\w)", re.IGNORECASE)
"""How hard a call is, asked for in the words as the list shows it; part of no other word."""
_WITHIN_A_NUMBER = re.compile(r"(?<=\d)\.(?=\d)")


def searched(shown: Sequence[Listed], query: str) -> list[Listed]:
    """Those in which every word is found, the best match first; of equal ones the order stays. ``level 2`` asks for the calls of that level."""
    query = query[:LONGEST]
    if level := _LEVEL.search(query):
        shown, query = [one for one in shown if one.level == int(level[1])], query.replace(level[0], " ")
    asked = _words(query)
    if not asked:
        return list(shown)
    found = [(score, one) for one in shown if (score := _score(asked, tuple(_fields(one))))]
    return [one for _, one in sorted(found, key=lambda pair: -pair[0])]


def _score(asked: Sequence[str], fields: Sequence[tuple[str, ...]]) -> float:
    """How well all the words are found; 0 where one is not."""
    *short, briefing = zip(WORTH, fields, strict=True)
    best = [max(briefing[0] * _begun(word, briefing[1]), *(worth * _found(word, field) for worth, field in short)) for word in asked]
    return sum(best) / len(best) if all(best) else 0.0


def _begun(word: str, field: Sequence[str]) -> float:
    """How well a word is found as it is spelt, of 100."""
    return 100.0 if word in field else 95.0 if any(other.startswith(word) for other in field) else 0.0


def _found(word: str, field: Sequence[str]) -> float:
    """How well a word is found in a field, of 100."""
    if (begun := _begun(word, field)) or len(word) < SLIPS_FROM:
        return begun
    near = process.extractOne(word, field, scorer=fuzz.ratio, score_cutoff=NEARLY)
    return float(near[1]) if near else 0.0


def _fields(one: Listed) -> Iterator[tuple[str, ...]]:
    yield _words(f"{one.title} {one.id}")
    yield _words(one.trade)
    yield _words(one.customer)
    yield _words(one.business)
    yield _words(one.about)
    yield _words(" ".join(f"{id_} {PRINCIPLES[id_].words}" for id_ in one.principles if id_ in PRINCIPLES))
    yield _words(one.briefing)


@lru_cache(maxsize=16_384)
def _words(text: str) -> tuple[str, ...]:
    """The words of a text without accents, marks and capitals; the number of a principle is one word."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return tuple(utils.default_process(_WITHIN_A_NUMBER.sub("", plain)).split())
