"""How well a reader agrees with labelled calls: ``python -m scoring.reading.evaluate --calls FILE``.

FILE holds one call a line: ``{"turns": [{"who", "text", "labels": {"A": [{"label", "span"}]}}]}``. An act counts as found
when reader and annotator both see it in the same turn; a second figure asks that their spans overlap. stdout is data.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scenarios.acts import HARM, Act
from scoring.reading import default_reader
from scoring.reading.protocol import Context, Reader


@dataclass
class Count:
    """Agreement on one act, counted in rep turns."""

    hit: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def precision(self) -> float | None:
        return self.hit / (self.hit + self.extra) if self.hit + self.extra else None

    @property
    def recall(self) -> float | None:
        return self.hit / (self.hit + self.missed) if self.hit + self.missed else None

    @property
    def f1(self) -> float | None:
        """None where neither side ever used the act."""
        total = 2 * self.hit + self.extra + self.missed
        return 2 * self.hit / total if total else None

    def see(self, found: bool, labelled: bool) -> None:
        self.hit += found and labelled
        self.extra += found and not labelled
        self.missed += labelled and not found


@dataclass(frozen=True)
class Turn:
    """One rep turn with what stood before it and what an annotator saw in it."""

    call: str
    text: str
    context: Context
    labels: tuple[tuple[Act, str], ...]


@dataclass
class Report:
    """Agreement over all turns: act by act, and any harm against none."""

    turns: int = 0
    acts: dict[Act, Count] = field(default_factory=lambda: {act: Count() for act in Act})
    spans: dict[Act, Count] = field(default_factory=lambda: {act: Count() for act in Act})
    harm: Count = field(default_factory=Count)

    @property
    def macro_f1(self) -> float:
        """Mean F1 over the acts that the annotator used."""
        scores = [c.f1 or 0.0 for c in self.acts.values() if c.hit + c.missed]
        return sum(scores) / len(scores) if scores else 0.0

    def as_json(self) -> dict[str, Any]:
        rounded = {
            a.value: {"precision": c.precision, "recall": c.recall, "f1": c.f1, "labelled": c.hit + c.missed, "span_f1": self.spans[a].f1}
            for a, c in self.acts.items()
        }
        return {
            "turns": self.turns,
            "macro_f1": self.macro_f1,
            "harm": {"precision": self.harm.precision, "recall": self.harm.recall, "f1": self.harm.f1},
            "acts": rounded,
        }


def turns_of(lines: Iterator[str], annotator: str = "A") -> Iterator[Turn]:
    """The labelled rep turns of a file of calls."""
    for number, line in enumerate(lines, 1):
        call = json.loads(line)
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
                if "labels" in turn:
                    marks = tuple((Act(m["label"]), m["span"]) for m in turn["labels"].get(annotator, []) if m["label"] in Act.__members__)
                    yield Turn(
                        str(call.get("id", number)),
                        text,
                        Context(customer="\n".join(latest), heard=tuple(heard), earlier=tuple(earlier), log=tuple(log)),
                        marks,
                    )
                earlier.append(text)
                answered = True


def evaluate(reader: Reader, turns: Iterator[Turn]) -> Report:
    """Read every turn and count agreement."""
    report = Report()
    for turn in turns:
        report.turns += 1
        reading = reader.read(turn.text, turn.context)
        found, labelled = {s.act for s in reading.acts}, {act for act, _ in turn.labels}
        for act in Act:
            report.acts[act].see(act in found, act in labelled)
        report.harm.see(bool(found & HARM), bool(labelled & HARM))
        _spans(report, turn, [(s.act, s.start, s.end) for s in reading.acts])
    return report


def _spans(report: Report, turn: Turn, found: list[tuple[Act, int, int]]) -> None:
    marked = [(act, turn.text.find(span), turn.text.find(span) + len(span)) for act, span in turn.labels]
    for act, start, end in marked:
        met = any(a == act and s < end and start < e for a, s, e in found)
        report.spans[act].see(met, True)
    for act, start, end in found:
        if not any(a == act and s < end and start < e for a, s, e in marked):
            report.spans[act].see(True, False)


def main(argv: list[str] | None = None) -> int:
    """Read the calls and print the report."""
    parser = argparse.ArgumentParser(prog="python -m scoring.reading.evaluate", description=__doc__)
    parser.add_argument("--calls", type=Path, required=True, help="labelled calls, one JSON object a line")
    parser.add_argument("--annotator", default="A")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", metavar="ACT", help="print every turn on which reader and annotator differ about ACT")
    args = parser.parse_args(argv)
    with args.calls.open(encoding="utf-8") as lines:
        turns = list(turns_of((line for line in lines if line.strip()), args.annotator))
    report = evaluate(default_reader(), iter(turns))
    if args.misses:
        _print_misses(turns, Act(args.misses))
    elif args.json:
        print(json.dumps(report.as_json(), indent=1))
    else:
        _print(report)
    return 0


def _print(report: Report) -> None:
    def show(value: float | None) -> str:
        return "   - " if value is None else f"{value:5.2f}"

    print(f"{'act':22} labelled  prec   rec    f1  span f1")
    for act, count in report.acts.items():
        print(f"{act.value:22} {count.hit + count.missed:8d} {show(count.precision)} {show(count.recall)} {show(count.f1)}    {show(report.spans[act].f1)}")
    print(f"turns {report.turns}; macro-F1 {report.macro_f1:.3f}; turns with harm: precision {show(report.harm.precision)} recall {show(report.harm.recall)}")


def _print_misses(turns: list[Turn], act: Act) -> None:
    reader = default_reader()
    for turn in turns:
        spans = [turn.text[s.start : s.end] for s in reader.read(turn.text, turn.context).acts if s.act == act]
        marks = [span for a, span in turn.labels if a == act]
        if bool(spans) != bool(marks):
            print(f"{turn.call} {'EXTRA ' if spans else 'MISSED'} {spans or marks}\n     customer: {turn.context.customer[-160:]!r}\n     reply: {turn.text!r}")


if __name__ == "__main__":
    sys.exit(main())
