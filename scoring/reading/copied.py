"""Which stretches of a reply are lines of the desk's record or policy typed out: what is for the rep's eyes tells a customer nothing of their own case."""

from __future__ import annotations

from dataclasses import replace

from scoring.reading.sentences import Clause
from scoring.reading.stretches import Stretch
from scoring.reading.words import plain

LEAST_RUN = 5
"""So many words running, as they stand there, are no chance."""
_MOSTLY = 0.6


def runs_of(record: str) -> frozenset[tuple[str, ...]]:
    """Every run of ``LEAST_RUN`` words of a text."""
    words = [w for w in plain(record).split() if w[0].isalnum()]
    return frozenset(tuple(words[at : at + LEAST_RUN]) for at in range(len(words) - LEAST_RUN + 1))


def mark(stretches: tuple[Stretch, ...], clauses: tuple[Clause, ...], runs: frozenset[tuple[str, ...]]) -> tuple[Stretch, ...]:
    """The stretches again; one that is mostly copied counts as a pile."""
    tokens = [t for clause in clauses for t in clause.tokens if t.norm[0].isalnum()]
    words = tuple(t.norm for t in tokens)
    copied = [False] * len(words)
    for at in range(len(words) - LEAST_RUN + 1):
        if words[at : at + LEAST_RUN] in runs:
            copied[at : at + LEAST_RUN] = [True] * LEAST_RUN
    if not any(copied):
        return stretches
    taken = {t.start for t, is_copied in zip(tokens, copied, strict=True) if is_copied}
    starts = [t.start for t in tokens]
    out = []
    for stretch in stretches:
        own = [s for s in starts if stretch.start <= s < stretch.end]
        out.append(replace(stretch, pile=True) if own and sum(s in taken for s in own) >= _MOSTLY * len(own) else stretch)
    return tuple(out)
