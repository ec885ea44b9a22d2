"""Whether a rule's words still say what its numbers do: ``holds calmness at 40 or below`` beside a cap of 35 misleads.

Only what a site's file has changed is looked at, and only numbers its sentences speak of. A warning each: words are more
than this can read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scenarios.problems import Code, Problem, fault, shown
from scenarios.yaml_source import Path, Source
from scoring.overlay import entries_of, place_of
from scoring.rubric import Criterion, Kind, Rubric

SHARES: tuple[tuple[str, float, float], ...] = (
    ("three quarters", 0.73, 0.77),
    ("three fifths", 0.58, 0.62),
    ("two thirds", 0.63, 0.7),
    ("two fifths", 0.38, 0.42),
    ("less than half", 0.01, 0.49),
    ("more than half", 0.51, 0.99),
    ("most of it", 0.51, 0.99),
    ("a quarter", 0.23, 0.27),
    ("a third", 0.3, 0.37),
    ("a fifth", 0.18, 0.22),
    ("a tenth", 0.08, 0.12),
    ("half", 0.45, 0.55),
)
"""How shares are put in words, the longest first, and what each stands for."""

TOLD_BY = {"window": ("listening.heard",), "apologies": ("calmness.flustered",), "pace": ("resolution.pace",)}
"""Numbers that belong to no criterion, and the criteria whose words tell them."""

_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s*(?:%|per ?cent)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def words_and_numbers(source: Source, base: Rubric, rubric: Rubric) -> Iterator[Problem]:
    """A warning for each criterion whose words tell another number than it has."""
    for _, id_, entry in entries_of(source):
        criterion = next((c for c in rubric.criteria if c.id == id_), None)
        if criterion is None:
            continue
        for key in ("shown", "says"):
            if (told := _told(criterion, getattr(criterion, key))) is not None:
                number, words = told
                at = place_of(source, id_, key) if key in entry else place_of(source, id_, "cap", "share", "factor")
                yield _warning(source, at, id_, number, words)
    for name, ids in TOLD_BY.items():
        if name in (source.data or {}) and getattr(base, name) != getattr(rubric, name):
            for id_ in ids:
                if base.criterion(id_).shown == rubric.criterion(id_).shown:
                    yield _warning(source, (name,), id_, f"'{name}' is another", rubric.criterion(id_).shown)


def _told(criterion: Criterion, words: str) -> tuple[str, str] | None:
    """The number and the words, where they do not agree."""
    low = words.lower()
    if criterion.kind is Kind.CAP and criterion.cap is not None:
        found = [float(number) for number in _NUMBER.findall(low)]
        return (f"its cap is {criterion.cap:g}", words) if found and criterion.cap not in found else None
    number = criterion.share if criterion.kind is Kind.CREDIT else criterion.factor if criterion.kind is Kind.FACTOR else None
    if number is None or criterion.id in TOLD_BY["pace"]:
        return None
    ranges = list(_shares(low))
    fits = any(low_end <= number <= high_end for low_end, high_end in ranges)
    return (f"its {'share' if criterion.kind is Kind.CREDIT else 'factor'} is {number:g}", words) if ranges and not fits else None


def _shares(words: str) -> Iterator[tuple[float, float]]:
    for percent in _PERCENT.findall(words):
        yield float(percent) / 100 - 0.005, float(percent) / 100 + 0.005
    for phrase, low, high in SHARES:
        if re.search(rf"\b{phrase}\b", words):
            words = words.replace(phrase, " ")
            yield low, high


def _warning(source: Source, at: Path, id_: str, number: str, words: str) -> Problem:
    return fault(Code.WORDS_AND_NUMBERS, source.name, source.at(at), f"{id_}: {number}, and its words say '{shown(words, 100)}'")
