"""The meaning of a sentence, made to lie near the concerns, facts and means it speaks of: learnt on top of the finished encoder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from scoring.reading.inputs import Encoded, Surroundings, encode
from scoring.reading.labelled import Related
from scoring.reading.training.fit import tensors, tokenizer
from scoring.reading.training.network import WIDTH, Network

STEPS, SIZE, RATE = 600, 1024, 1e-3
SHARP = 12.0
"""how steeply likeness turns into a yes"""
KEEP = 0.2
"""how strongly the head is held to what it was"""

Row = tuple[int, tuple[int, ...], bool]
"""a sentence, the ways to say one thing, and whether the sentence speaks of it"""


@dataclass(frozen=True)
class Pairs:
    """Sentences, phrases, and which speaks of which."""

    said: Tensor
    """(N, 384) mean states of sentences in their replies"""
    ways: Tensor
    """(M, 384) mean states of phrases that stand alone"""
    rows: list[Row]


def pairs_of(network: Network, items: Sequence[Related]) -> Pairs:
    """Every sentence against everything its call knows."""
    words = tokenizer()
    numbers: dict[str, int] = {}
    rows: list[Row] = []
    at = 0
    for item in items:
        things = {id_: tuple(numbers.setdefault(way, len(numbers)) for way in ways) for id_, ways in known_of(item)}
        for spoken in item.spoken:
            heard = {id_.rstrip("+-") for id_ in spoken}
            rows += [(at, ways, id_ in heard) for id_, ways in things.items()]
            at += 1
    said = [encode(words, item.example.text, item.example.units, Surroundings(item.example.customer)) for item in items]
    alone = [encode(words, way, [(0, len(way))], Surroundings()) for way in numbers]
    return Pairs(_states(network, said), _states(network, alone), rows)


def known_of(item: Related) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What the call knows, by id: its concerns, the facts of the card, what the rep may do."""
    yield from item.concerns.items()
    card = item.example.card or ()
    means = [line for line in card if line.startswith("may ")]
    facts = [line for line in card if not line.startswith(("may ", "cannot "))]
    yield from ((f"{letter}{n}", (line,)) for letter, lines in (("F", facts), ("M", means)) for n, line in enumerate(lines, 1))


def _states(network: Network, items: Sequence[Encoded]) -> Tensor:
    out: list[Tensor] = [torch.empty(0, WIDTH)] * len(items)
    order = sorted(range(len(items)), key=lambda i: len(items[i].ids))
    for at in range(0, len(order), 64):
        some = order[at : at + 64]
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
            states = network.states(**tensors([items[i] for i in some])).float()
        for k, i in enumerate(some):
            out[i] = states[k, : len(items[i].pool)]
    return torch.cat(out)


def learn(network: Network, pairs: Pairs, seed: int = 1) -> None:
    """Train the meaning head alone."""
    rng = np.random.default_rng(seed)
    head = network.meaning
    was = head.weight.detach().clone()
    edge = nn.Parameter(torch.tensor(0.4))
    optimiser = torch.optim.Adam([*head.parameters(), edge], lr=RATE)
    schedule = torch.optim.lr_scheduler.LinearLR(optimiser, 1.0, 0.02, STEPS)
    for _ in range(STEPS):
        rows = [pairs.rows[i] for i in rng.integers(0, len(pairs.rows), SIZE)]
        logits = SHARP * (likeness(head, pairs, rows) - edge)
        goal = torch.tensor([float(row[2]) for row in rows])
        loss = nn.functional.binary_cross_entropy_with_logits(logits, goal) + KEEP * WIDTH * ((head.weight - was) ** 2).mean()
        loss.backward()
        optimiser.step()
        schedule.step()
        optimiser.zero_grad()


def likeness(head: nn.Module, pairs: Pairs, rows: Sequence[Row]) -> Tensor:
    """(R,) the highest cosine of each sentence with any way of saying the thing."""
    most = max(len(ways) for _, ways, _ in rows)
    ways = torch.tensor([[*ways, *[ways[0]] * (most - len(ways))] for _, ways, _ in rows])
    said = nn.functional.normalize(head(pairs.said[[at for at, _, _ in rows]]), dim=-1)
    return (nn.functional.normalize(head(pairs.ways[ways]), dim=-1) * said[:, None]).sum(-1).amax(-1)
