"""Calls that were rated whole: the corpus's, split by writer, or any file in its form."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from scenarios.exchange import ForeignChat, from_exchange
from scenarios.transcript import Transcript
from scoring.foreign import read_foreign
from scoring.reading.labelled import CORPUS, writers
from scoring.reading.protocol import Reader
from scoring.rubric import load_rubric
from scoring.scorecard import scorecard
from scoring.scores import DIMENSIONS, Dimension


@dataclass(frozen=True)
class Rated:
    """A chat and the mean of its judges' ratings, 1-5, one a dimension."""

    chat: ForeignChat
    ratings: dict[Dimension, float]
    story: str
    """what its card tells; two calls of one writer with the same story are a matched pair"""
    labels: tuple[frozenset[str], ...]
    """the acts an annotator saw in each reply; empty where nobody labelled them"""

    @property
    def writer(self) -> str:
        return self.chat.id.split("/")[0]

    @property
    def replies(self) -> tuple[str, ...]:
        return tuple(turn.text for turn in self.chat.turns if turn.who == "rep")


def rated_in(path: Path) -> Iterator[Rated]:
    """The rated calls of a file, one a line. Raises OSError, ValueError or KeyError where it is not in that form."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            call = json.loads(line)
            chat = from_exchange({"id": call["id"], "card": call["card"], "turns": call["turns"]}, path.name)
            if not isinstance(chat, ForeignChat):
                raise ValueError(f"{call['id']} is a transcript of ours")
            ratings = {d: mean(judge[d] for judge in call["ratings"].values()) for d in DIMENSIONS}
            marks = [turn.get("labels", {}) for turn in call["turns"] if turn["who"] == "rep"]
            labels = tuple(frozenset(mark["label"] for mark in of.get("gold", of.get("A", []))) for of in marks)
            yield Rated(chat, ratings, str(call["card"].get("story")), labels)


def split(name: str) -> list[Rated]:
    """All rated calls of ``train``, ``dev`` or ``test``."""
    return [rated for writer in writers(name) for rated in rated_in(CORPUS / "calls" / f"{writer}.jsonl")]


def read(rated: Rated, reader: Reader) -> Transcript:
    """The call as the reader reads it."""
    return read_foreign(rated.chat, None, reader)


def scores(transcript: Transcript, *, card: bool = True) -> dict[Dimension, float]:
    """The four scores of a call that was read; those that are not scored are left out."""
    judged = scorecard(transcript, None, load_rubric(), card=card).scores
    return {d: value for d in DIMENSIONS if (value := judged[d].value) is not None}
