"""What stands against a proposal by the evidence, and by what one did best: told with the mood, so that no untruth looks rewarded.

Only words for rows that the scorers found; nothing is judged here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scenarios.problems import listed
from scoring.scores import Evidence
from trainer.deskwork import acted_line
from trainer.room.weighing import CLEARLY, HOLLOW, Heard
from trainer.text import safe_line

NAMED = {
    **HOLLOW,
    "honesty.evade": "goes round the question",
    "calmness.blame": "lays the fault on the customer",
    "calmness.blame-untrue": "lays a fault on the customer that is not theirs",
    "calmness.argue": "argues back",
    "calmness.invalidate": "makes the matter smaller than it is to the customer",
    "calmness.hostile": "hostile",
    "calmness.deflect": "pushes the matter away",
    "calmness.early-limit": "sets a limit although nobody was abusive",
    "calmness.flustered": "one apology too many",
    "calmness.soothing": "soothes with what is not so or cannot be",
    "listening.reask": "asks for what was known already",
    "listening.fix-first": "offers a fix before anything was heard",
}
STOCK = "sympathy that would fit any complaint; it takes nothing up"
COVERED = ("calmness.soothing", "listening.harmed")
"""Rows that say of the same words once more what another row said of them."""


def told(heard: Heard) -> str:
    """What it did to the customer, and what stands against it. A mood that an untruth or an empty promise bought is told with it in one sentence."""
    felt = heard.felt if heard.move else ""
    stands = list(_named(heard))
    undone = list(_undone(heard))
    hollow = [words for row, words in stands if row.rule in HOLLOW]
    rest = [words for row, words in stands if row.rule not in HOLLOW]
    if felt and hollow and heard.warmer > 0:
        felt = f"{felt.rstrip('.')}, but by {' and '.join(hollow)}: it soothes now, and comes back."
    else:
        rest = [*hollow, *rest]
    rest = [*undone, *rest]
    return " ".join(filter(None, (felt, f"Against it: {'; '.join(rest)}." if rest else "")))


def against(heard: Heard) -> tuple[str, ...]:
    """What stands against it, a phrase each with the words it was found in."""
    return (*_undone(heard), *(words for _, words in _named(heard)))


def _undone(heard: Heard) -> Iterator[str]:
    """What was to be done at the desk, and was not."""
    yield from (f"not done at the desk: {safe_line(acted_line(event), 160).rstrip('.')}" for event in heard.refused)


def _named(heard: Heard) -> Iterator[tuple[Evidence, str]]:
    """Each row that stands against the words of this reply, the heaviest first; one place is named once."""
    seen: list[Evidence] = []
    said: set[str] = set()
    for row in sorted(heard.against, key=lambda row: (row.rule in COVERED, row.points)):
        if row.rule in COVERED and any(row.start < other.end and other.start < row.end for other in seen):
            continue
        seen.append(row)
        name = STOCK if heard.stock(row) else NAMED.get(row.rule) or heard.says(row).rstrip(".")
        if name not in said:
            said.add(name)
            words = heard.words(row)
            yield row, f"{name} (“{words.rstrip('.')}”)" if words else name


def by_what(one: Heard, others: Mapping[int, Heard]) -> str:
    """By what one proposal did better than these, by their numbers: nothing against it, what it earned, and how it was felt."""
    found = []
    if others and all(other.flawed for other in others.values()):
        named = listed(map(str, others))
        found.append(f"nothing was found to stand against it, and something against {'proposal' if len(others) == 1 else 'each of proposals'} {named}")
    if gains := one.gains:
        words = one.words(gains[0])
        found.append(f"{f'“{words}” ' if words else ''}{one.says(gains[0])}".rstrip("."))
    if others and all(one.warmer - other.warmer >= CLEARLY / 2 for other in others.values()):
        found.append(f"{one.name} was clearly warmer for it")
    return "; ".join(found)
