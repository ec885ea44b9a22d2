"""The labelled corpus as examples: one rep reply each, with the turn it answers, its card, and the acts of each sentence.

``corpus/calls/*.jsonl`` holds one writer's whole calls a file, ``corpus/contrast/*.jsonl`` single replies around one act,
``corpus/relations/*.jsonl`` what each sentence of some of the calls speaks of.
A call's split hangs on its writer, and every writer keeps to trades of their own, so no trade is on both sides either.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from scenarios.acts import Act
from scenarios.exchange import card_lines
from scoring.reading.sentences import clauses_of
from scoring.reading.units import Unit, units_of

CORPUS = Path(__file__).parent / "corpus"
ACTS = tuple(Act)
SETTLED = "gold"
"""where two annotators differed and a third reader settled it"""


@dataclass(frozen=True)
class Example:
    """One reply to learn from or to be measured on."""

    source: str
    """id of its call or contrast item"""
    writer: str
    text: str
    units: tuple[Unit, ...]
    acts: tuple[frozenset[Act] | None, ...]
    """acts of each sentence; None for a sentence that was not judged"""
    customer: str
    heard: tuple[str, ...]
    earlier: tuple[str, ...]
    card: tuple[str, ...] | None
    log: tuple[str, ...] | None
    single: bool = False
    """a contrast item rather than a turn of a call"""

    @property
    def whole(self) -> frozenset[Act]:
        """The acts of the reply as a whole."""
        return frozenset().union(*(acts for acts in self.acts if acts))


def writers(split: str) -> tuple[str, ...]:
    """Writers of ``train``, ``dev`` or ``test``."""
    return tuple(json.loads((CORPUS / "splits.json").read_text(encoding="utf-8"))[split])


def calls(split: str) -> list[Example]:
    """All rep turns of the calls of one split."""
    return [example for writer in writers(split) for call in _rows(CORPUS / "calls" / f"{writer}.jsonl") for example in of_call(call, writer)]


def contrast() -> list[Example]:
    """All contrast items; they belong to the training split."""
    return [_single(row) for path in sorted((CORPUS / "contrast").glob("*.jsonl")) for row in _rows(path)]


def quiet(of: Sequence[str] = ("*",)) -> list[Example]:
    """Quiet harms and what only looks like them, in the form of contrast items; they belong to the training split."""
    return [_single(row) for writer in of for path in sorted((CORPUS / "quiet").glob(f"{writer}.jsonl")) for row in _rows(path)]


@dataclass(frozen=True)
class Related:
    """One reply of a call whose concerns were named, and what its sentences speak of."""

    example: Example
    concerns: dict[str, tuple[str, ...]]
    """id to a sentence that names the concern and examples of a rep who heard it"""
    spoken: tuple[frozenset[str], ...]
    """of each sentence: ids of concerns; "F3+" for a fact of the card it states, "F3-" for one it denies; "M2" for a means"""


def related(split: str) -> list[Related]:
    """The replies of one split whose relations were read."""
    out = []
    for writer in writers(split):
        path = CORPUS / "relations" / f"{writer}.jsonl"
        known = {row["id"]: row for row in _rows(path)} if path.exists() else {}
        for call in _rows(CORPUS / "calls" / f"{writer}.jsonl") if known else ():
            row = known[call["id"]]
            concerns = {id_: tuple(ways) for id_, ways in row["concerns"].items()}
            out += [
                Related(example, concerns, tuple(map(frozenset, spoken)))
                for example, spoken in zip(of_call(call, writer), row["sentences"], strict=True)
                if len(example.units) == len(spoken)
            ]
    return out


def of_call(call: dict[str, Any], writer: str, annotator: str | None = None) -> Iterator[Example]:
    """The labelled rep turns of one call, with what stood before each: one annotator's labels, or the settled ones where there are, else A's."""
    heard: list[str] = []
    earlier: list[str] = []
    latest: list[str] = []
    log: list[str] = []
    answered = False
    for turn in call["turns"]:
        who, text = turn["who"], turn.get("text", "")
        if who == "customer":
            latest = [text] if answered else [*latest, text]
            answered = False
            heard.append(text)
        elif who == "action":
            log.append(text)
        elif who == "rep":
            labels = turn.get("labels", {})
            marks = labels.get(annotator) if annotator else labels.get(SETTLED, labels.get("A"))
            if marks is not None:
                yield _example(
                    f"{call['id']}/{len(earlier)}", writer, text, marks, "\n".join(latest), tuple(heard), tuple(earlier), card_lines(call["card"]), tuple(log)
                )  # fmt: skip
            earlier.append(text)
            answered = True


def _example(
    source: str, writer: str, text: str, labels: list[dict[str, str]], customer: str, heard: tuple[str, ...], earlier: tuple[str, ...],
    card: tuple[str, ...] | None, log: tuple[str, ...] | None,
) -> Example:  # fmt: skip
    units = tuple(units_of(text, clauses_of(text)))
    acts: list[set[Act]] = [set() for _ in units]
    for mark in labels:
        at = text.find(mark["span"])
        if mark["label"] not in Act.__members__ or at < 0:
            continue
        for place, (start, end) in enumerate(units):
            if at < end and start < at + len(mark["span"]):
                acts[place].add(Act(mark["label"]))
    return Example(source, writer, text, units, tuple(frozenset(a) for a in acts), customer, heard, earlier, card, log)


def _single(row: dict[str, Any]) -> Example:
    text, target = row["text"], row["target"]
    example = _example(
        row["id"], row["id"].split("/")[0], text, [{"label": act, "span": target} for act in row["acts"]], row["customer"], (row["customer"],) if row["customer"] else (), (),
        tuple(row["card"]) if "card" in row else None, tuple(row["log"]) if "log" in row else None,
    )  # fmt: skip
    at = text.find(target)
    met = [start < at + len(target) and at < end for start, end in example.units]
    return replace(example, single=True, acts=tuple(acts if mine else None for acts, mine in zip(example.acts, met, strict=True)))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())
