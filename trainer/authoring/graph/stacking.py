"""Which order the cards of a column stand in, and how far down each stands, so that arrows run short and straight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import fmean

from trainer.authoring.graph.boxes import Box
from trainer.authoring.graph.model import Bond, Graph, Kind

BETWEEN_CARDS = 14.0
ROUNDS = 6


def columns_in_order(graph: Graph) -> list[list[str]]:
    """Keys of the cards, column by column. Concerns keep their order and outcomes go from best to worst; the rest follow what they are tied to."""
    outcomes = sorted(graph.of(Kind.OUTCOME), key=lambda card: -(card.worth or 0))
    concerns = [card.key for card in graph.of(Kind.CONCERN)]
    actions = _actions(graph, [card.key for card in outcomes])
    place = {key: n / max(1, len(column)) for column in (concerns, actions) for n, key in enumerate(column)}
    met: dict[str, list[float]] = {}
    for tie in graph.ties:
        if tie.bond is Bond.ANSWERED_BY or tie.bond is Bond.TELLS:
            met.setdefault(tie.end, []).append(place[tie.start])
    facts = [card.key for card in graph.of(Kind.FACT)]
    facts.sort(key=lambda key: fmean(met[key]) if key in met else 1)
    first = [card.key for card in graph.of(Kind.CUSTOMER, Kind.MIX_UP)]
    return [first, concerns, facts, actions, [card.key for card in outcomes]]


def _actions(graph: Graph, outcomes: Sequence[str]) -> list[str]:
    """Actions by the best outcome they lead to, those that must come first above those that wait for them."""
    leads: dict[str, int] = {}
    for tie in graph.ties:
        if tie.bond is Bond.GIVES:
            leads[tie.start] = min(outcomes.index(tie.end), leads.get(tie.start, len(outcomes)))
    waits = {(tie.start, tie.end) for tie in graph.ties if tie.bond is Bond.FIRST}
    keys = [card.key for card in graph.of(Kind.ACTION)]
    for _ in keys:  # an action that opens the way to another leads where that one leads
        leads.update({before: min(leads.get(before, len(outcomes)), leads.get(after, len(outcomes))) for before, after in waits})
    left, ordered = sorted(keys, key=lambda key: leads.get(key, len(outcomes))), list[str]()
    while left:
        free = [key for key in left if not any(after == key and before in left for before, after in waits)]
        ordered.append((free or left)[0])  # two that wait for each other are a fault of the scenario, told by the check
        left.remove(ordered[-1])
    return ordered


def tops(columns: Sequence[Sequence[str]], boxes: Mapping[str, Box], graph: Graph) -> tuple[dict[str, float], float]:
    """How far down each card stands, and how high the highest column is."""
    heights = [sum(boxes[key].height for key in column) + BETWEEN_CARDS * max(0, len(column) - 1) for column in columns]
    floor = max(heights)
    found: dict[str, float] = {}
    for column in columns:
        found.update(_apart(column, dict.fromkeys(column, 0.0), boxes, floor))
    beside: dict[str, set[str]] = {}
    for tie in graph.ties:
        if tie.start in found and tie.end in found and tie.bond not in (Bond.BLOCKS, Bond.FIRST):
            beside.setdefault(tie.start, set()).add(tie.end)
            beside.setdefault(tie.end, set()).add(tie.start)
    for turn in range(ROUNDS):
        for column in columns[1:] if turn % 2 == 0 else columns[:0:-1]:
            wanted = {key: _wanted(key, found, boxes, beside) for key in column}
            found.update(_apart(column, wanted, boxes, floor))
    found.update(_apart(columns[0], {key: 0.0 if place == 0 else floor for place, key in enumerate(columns[0])}, boxes, floor))
    return found, floor


def _wanted(key: str, found: Mapping[str, float], boxes: Mapping[str, Box], beside: Mapping[str, set[str]]) -> float:
    """Level with the middle of the cards it is tied to; where it is when there is none."""
    if key not in beside:
        return found[key]
    return fmean(found[other] + boxes[other].height / 2 for other in sorted(beside[key])) - boxes[key].height / 2


def _apart(column: Sequence[str], wanted: Mapping[str, float], boxes: Mapping[str, Box], floor: float) -> dict[str, float]:
    """The nearest places to those wanted that keep the order and touch nowhere: blocks of cards that push each other settle at their mean."""
    before, offsets = 0.0, {}
    for key in column:
        offsets[key] = before
        before += boxes[key].height + BETWEEN_CARDS
    slack = floor - (before - BETWEEN_CARDS)
    blocks: list[list[float]] = []
    for key in column:
        blocks.append([wanted[key] - offsets[key]])
        while len(blocks) > 1 and fmean(blocks[-2]) > fmean(blocks[-1]):
            blocks[-2:] = [blocks[-2] + blocks[-1]]
    shifts = [min(max(0.0, fmean(block)), max(0.0, slack)) for block in blocks for _ in block]
    return {key: offsets[key] + shift for key, shift in zip(column, shifts, strict=True)}
