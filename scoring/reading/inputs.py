"""What the encoder is given for one reply, as token ids: the turn it answers, what was done, and its sentences one by one.

One home for both sides: the model is trained on exactly what it is asked later. ``[CLS] customer [SEP] log [SEP]`` is the
ground that every sentence sees; then come the sentences, each ``sentence [SEP] its card line [SEP]``, which see the ground
and themselves and not one another: no sentence can talk another one better or worse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from scoring.reading.spelling import HABITS, mend
from scoring.reading.stems import content, numbers_in
from scoring.reading.units import Unit
from scoring.reading.words import plain

MOST_CUSTOMER = 40
"""tokens kept of the customer's turn: its end, where the question stands"""
MOST_LOG = 20
MOST_SENTENCE = 64
MOST_REPLY = 192
"""tokens of all sentences together; what comes after is not judged"""
MOST_CARD = 16
"""tokens of the card line beside a sentence"""
MOST_CARDS = 4
"""sentences that get a card line"""
LOG_LINES = 3
GROUND, PAD = 0, -1
"""groups of tokens beside the sentences' own, which count from 1"""
_CLS, _SEP = 101, 102


@dataclass(frozen=True)
class Encoded:
    """One reply ready for the encoder; ``L`` tokens, ``U`` sentences."""

    ids: NDArray[np.int64]
    """(L,)"""
    types: NDArray[np.int64]
    """(L,) 1 for the sentences' tokens"""
    positions: NDArray[np.int64]
    """(L,) every sentence begins where the ground ends"""
    groups: NDArray[np.int64]
    """(L,) which tokens see one another"""
    pool: NDArray[np.float32]
    """(U, L) rows that average the tokens of one sentence; a row of a sentence past the limit is zero"""
    customer: int = 0
    """tokens of the customer's turn, which stand behind the first"""

    @property
    def with_turn(self) -> Encoded:
        """With one more row, where there is a customer's turn, that averages its tokens."""
        if not self.customer:
            return self
        row = np.zeros((1, len(self.ids)), dtype=np.float32)
        row[0, 1 : 1 + self.customer] = 1.0 / self.customer
        return replace(self, pool=np.concatenate([self.pool, row]))

    @property
    def fingerprint(self) -> tuple[bytes, ...]:
        """The same for the same input, to the bit."""
        return tuple(part.tobytes() for part in (self.ids, self.types, self.positions, self.groups, self.pool))


@dataclass(frozen=True)
class Surroundings:
    """What a reply is read with, beside its own words."""

    customer: str = ""
    card: tuple[str, ...] = ()
    """what is so, what the rep may and cannot do"""
    log: tuple[str, ...] | None = None
    """what was done; None where nobody knows"""


def nearest(sentence: str, card: Sequence[str]) -> str:
    """The card line that shares most with a sentence, rarest words first; empty where none shares a word."""
    said = _features(sentence)
    lines = [_features(line) for line in card]
    spread = {word: sum(word in line for line in lines) for word in said}
    worth = [sum(1.0 / spread[word] for word in said & line) / (4 + len(line)) ** 0.5 for line in lines]
    return card[int(np.argmax(worth))] if any(worth) else ""


@lru_cache(maxsize=2048)
def _features(text: str) -> frozenset[str]:
    mended = plain(text)
    return content(mended) | numbers_in(mended)


def encode(tokenizer: Tokenizer, reply: str, units: Sequence[Unit], around: Surroundings) -> Encoded:
    """Token ids with the groups that see one another and the rows that pool each sentence of the reply."""
    log = "" if around.log is None else "done: " + ("; ".join(line[:80] for line in around.log[-LOG_LINES:]) or "nothing")
    turn = _ids(tokenizer, around.customer[-600:])[-MOST_CUSTOMER:]
    ids = [_CLS, *turn, _SEP, *_ids(tokenizer, log)[:MOST_LOG], _SEP]
    ground = len(ids)
    groups, positions = [GROUND] * ground, list(range(ground))
    spans: list[tuple[int, int]] = []
    left, cards = MOST_REPLY, MOST_CARDS
    for number, (start, end) in enumerate(units, 1):
        mine = _ids(tokenizer, reply[start:end])[: min(MOST_SENTENCE, left)]
        left -= len(mine)
        spans.append((len(ids), len(ids) + len(mine)))
        if not mine:
            continue
        known = _ids(tokenizer, nearest(reply[start:end], around.card)[:240])[:MOST_CARD] if around.card and cards else ()
        cards -= bool(known)
        block = [*mine, _SEP, *([*known, _SEP] if known else [])]
        ids += block
        groups += [number] * len(block)
        positions += range(ground, ground + len(block))
    pool = np.zeros((len(units), len(ids)), dtype=np.float32)
    for place, (start, end) in enumerate(spans):
        pool[place, start:end] = 1.0 / max(1, end - start)
    types = np.array([int(group > GROUND) for group in groups], dtype=np.int64)
    return Encoded(np.array(ids), types, np.array(positions), np.array(groups), pool, len(turn))


@lru_cache(maxsize=1024)
def _ids(tokenizer: Tokenizer, text: str) -> tuple[int, ...]:
    """Kept for a while: card lines and a draft's first sentences come again and again."""
    return tuple(tokenizer.encode(_whole(text, tokenizer), add_special_tokens=False).ids)


_UNFIT = re.compile("[\ud800-\udfff]")
_ROUND = str.maketrans("[]", "()")


_WORD = re.compile(r"[A-Za-z0-9'-]+")


def _whole(text: str, tokenizer: Tokenizer) -> str:
    """Without half characters, which the tokenizer refuses, and without brackets, which could forge its ``[SEP]``; words as they are usually spelt."""

    def usual(found: re.Match[str]) -> str:
        word = found[0].lower()
        if word in HABITS:
            return " ".join(HABITS[word])
        return found[0] if tokenizer.token_to_id(word) is not None else mend(word)

    return _WORD.sub(usual, _UNFIT.sub("\ufffd", text).translate(_ROUND))


def batch(items: Iterable[Encoded]) -> dict[str, NDArray[np.int64] | NDArray[np.float32]]:
    """Several replies as one padded batch: ``ids, types, positions, groups`` of shape (B, L) and ``pool`` of shape (B, U, L)."""
    rows = list(items)
    longest = max(len(r.ids) for r in rows)
    most = max(len(r.pool) for r in rows)
    shape = (len(rows), longest)
    ids, types, positions = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    groups = np.full(shape, PAD, dtype=np.int64)
    pool = np.zeros((len(rows), most, longest), dtype=np.float32)
    for i, row in enumerate(rows):
        n = len(row.ids)
        ids[i, :n], types[i, :n], positions[i, :n], groups[i, :n] = row.ids, row.types, row.positions, row.groups
        pool[i, : len(row.pool), :n] = row.pool
    return {"ids": ids, "types": types, "positions": positions, "groups": groups, "pool": pool}
