"""How well a reader agrees with labelled replies: ``python -m scoring.reading.evaluate [--split dev|test] [--calls FILE]``.

An act counts as found when reader and annotator both see it in the same reply; a second figure asks that their words overlap.
FILE holds one call a line: ``{"card": {...}, "turns": [{"who", "text", "labels": {"A": [{"label", "span"}]}}]}``. The readers stand
beside named baselines on the same replies. stdout is data, stderr is words. Exit code 0; 2 for a file that cannot be read.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scenarios.acts import HARM, Act
from scoring.reading import default_reader
from scoring.reading.labelled import Example, calls, of_call, related
from scoring.reading.protocol import Context, Reader

ENOUGH = 8
"""replies that hold an act, for its F1 to count in the macro mean"""
QUESTIONS = frozenset({Act.ASK_OPEN, Act.ASK_CLOSED})
_BINS = 10


@dataclass(frozen=True)
class Seen:
    """One act that a reader saw."""

    act: Act
    start: int
    end: int
    confidence: float


Finder = Callable[[Sequence[Example]], list[list[Seen]]]
"""Anything that says which acts each reply holds."""


@dataclass
class Count:
    """Agreement on one thing, counted in replies."""

    hit: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def labelled(self) -> int:
        return self.hit + self.missed

    @property
    def precision(self) -> float | None:
        return self.hit / (self.hit + self.extra) if self.hit + self.extra else None

    @property
    def recall(self) -> float | None:
        return self.hit / self.labelled if self.labelled else None

    @property
    def f1(self) -> float | None:
        """None where neither side ever used the act."""
        total = 2 * self.hit + self.extra + self.missed
        return 2 * self.hit / total if total else None

    def see(self, found: bool, labelled: bool) -> None:
        self.hit += found and labelled
        self.extra += found and not labelled
        self.missed += labelled and not found


@dataclass
class Report:
    """Agreement over all replies: act by act, any harm against none, any question against none, and how honest confidences are."""

    replies: int = 0
    acts: dict[Act, Count] = field(default_factory=lambda: {act: Count() for act in Act})
    spans: dict[Act, Count] = field(default_factory=lambda: {act: Count() for act in Act})
    harm: Count = field(default_factory=Count)
    questions: Count = field(default_factory=Count)
    sure: list[tuple[float, bool]] = field(default_factory=list)
    """(confidence, right) of every finding"""

    def see(self, example: Example, found: Sequence[Seen]) -> None:
        """Count one reply."""
        self.replies += 1
        seen, labelled = {s.act for s in found}, example.whole
        for act, count in self.acts.items():
            count.see(act in seen, act in labelled)
        self.harm.see(bool(seen & HARM), bool(labelled & HARM))
        self.questions.see(bool(seen & QUESTIONS), bool(labelled & QUESTIONS))
        self.sure += [(max(s.confidence for s in found if s.act is act), act in labelled) for act in seen]
        self._spans(example, found)

    def _spans(self, example: Example, found: Sequence[Seen]) -> None:
        marked = [(act, *unit) for unit, acts in zip(example.units, example.acts, strict=True) for act in acts or ()]
        for act, start, end in marked:
            self.spans[act].see(any(s.act is act and s.start < end and start < s.end for s in found), True)
        for s in found:
            if not any(act is s.act and s.start < end and start < s.end for act, start, end in marked):
                self.spans[s.act].see(True, False)

    def macro_f1(self, least: int = 1) -> float:
        """Mean F1 over the acts with at least ``least`` labelled replies."""
        scores = [count.f1 or 0.0 for count in self.acts.values() if count.labelled >= least]
        return sum(scores) / len(scores) if scores else 0.0

    @property
    def harm_f1(self) -> float:
        """Mean F1 over the harm acts that were labelled at all."""
        scores = [self.acts[act].f1 or 0.0 for act in sorted(HARM) if self.acts[act].labelled]
        return sum(scores) / len(scores) if scores else 0.0

    @property
    def calibration_error(self) -> float:
        """Expected calibration error of the findings: 0 when 80% sure is right eight times in ten."""
        error = 0.0
        for place in range(_BINS):
            mine = [(c, right) for c, right in self.sure if min(int(c * _BINS), _BINS - 1) == place]
            if mine:
                error += abs(sum(c for c, _ in mine) - sum(right for _, right in mine)) / len(self.sure)
        return error

    def as_json(self) -> dict[str, Any]:
        """All figures, unrounded."""
        return {
            "replies": self.replies,
            "macro_f1": self.macro_f1(ENOUGH),
            "macro_f1_all": self.macro_f1(),
            "questions": _figures(self.questions),
            "harm": _figures(self.harm),
            "harm_f1": self.harm_f1,
            "calibration_error": self.calibration_error,
            "acts": {act.value: {**_figures(count), "labelled": count.labelled, "span_f1": self.spans[act].f1} for act, count in self.acts.items()},
        }


def _figures(count: Count) -> dict[str, float | None]:
    return {"precision": count.precision, "recall": count.recall, "f1": count.f1}


def examples_of(lines: Iterable[str], annotator: str | None = None) -> list[Example]:
    """The labelled replies of a file of calls. Raises ValueError naming the line that is no such call."""
    out: list[Example] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            call = json.loads(line)
            out += of_call({"id": str(number), "card": {}, **call}, "", annotator)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"line {number} is not a labelled call: {error!r}") from error
    return out


def by_reader(reader: Reader, *, card: bool = True) -> Finder:
    """What a reader sees, with the card and log of each call or, as in a chat that comes without them, not."""

    def find(examples: Sequence[Example]) -> list[list[Seen]]:
        readings = [reader.read(example.text, context_of(example, card=card)) for example in examples]
        return [[Seen(s.act, s.start, s.end, s.confidence) for s in reading.acts] for reading in readings]

    return find


def context_of(example: Example, *, card: bool = True) -> Context:
    """What stood before a labelled reply."""
    return Context(
        customer=example.customer,
        heard=example.heard,
        earlier=example.earlier,
        card=example.card or () if card else (),
        log=example.log if card else None,
    )


def evaluate(find: Finder, examples: Sequence[Example]) -> Report:
    """Read every reply and count agreement."""
    report = Report()
    for example, found in zip(examples, find(examples), strict=True):
        report.see(example, found)
    return report


def main(argv: list[str] | None = None) -> int:
    """Read the calls and print the report."""
    parser = argparse.ArgumentParser(prog="python -m scoring.reading.evaluate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--calls", type=Path, help="labelled calls, one JSON object a line; without it the corpus is used")
    parser.add_argument("--split", choices=("dev", "test"), default="test", help="which part of the corpus (default: test)")
    parser.add_argument("--annotator", help="whose labels to hold the reader against (default: the settled ones, else A's)")
    parser.add_argument("--without-card", action="store_true", help="keep card and log from the reader")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--no-baselines", action="store_true", help="only the reader itself")
    parser.add_argument("--concerns", action="store_true", help="instead: how well sentences are tied to the concerns they speak of")
    parser.add_argument("--misses", metavar="ACT", help="print every reply on which reader and annotator differ about ACT")
    args = parser.parse_args(argv)
    try:
        examples = examples_of(args.calls.read_text(encoding="utf-8").splitlines(), args.annotator) if args.calls else calls(args.split)
        act = Act(args.misses) if args.misses else None
    except (OSError, ValueError) as error:
        print(f"Cannot evaluate: {error}", file=sys.stderr)
        return 2
    if args.concerns:
        return _print_concerns(args.split)
    reader = default_reader()
    if act is not None:
        _print_misses(by_reader(reader, card=not args.without_card), examples, act)
        return 0
    finders = {reader.version: by_reader(reader, card=not args.without_card)} | ({} if args.no_baselines else _baselines())
    reports = {name: evaluate(find, examples) for name, find in finders.items()}
    if args.json:
        print(json.dumps({name: report.as_json() for name, report in reports.items()}, indent=1))
    else:
        _print_acts(reports[reader.version])
        _print_summary(reports)
    return 0


def _print_concerns(split: str) -> int:
    try:
        from scoring.reading.encoder import Encoder, ModelError
    except ImportError as error:
        print(f"Cannot evaluate: the reader's model needs {error.name}", file=sys.stderr)
        return 2
    from scoring.reading.evaluate_concerns import count, hearers

    items = related(split)
    print(f"{sum(len(item.spoken) for item in items)} sentences in {len(items)} replies\n{'tied by':12}  prec   rec    f1")
    try:
        for name, hear in hearers(Encoder()).items():
            seen = count(hear, items)
            print(f"{name:12} {_show(seen.precision)} {_show(seen.recall)} {_show(seen.f1)}")
    except ModelError as error:
        print(f"Cannot evaluate: {error}", file=sys.stderr)
        return 2
    return 0


def _baselines() -> dict[str, Finder]:
    """The rules alone, and the two that need the training extra where it is installed."""
    from scoring.reading.reader import RuleReader

    found: dict[str, Finder] = {"rules alone": by_reader(RuleReader())}
    try:
        from scoring.reading.training import baselines
    except ImportError as error:
        print(f"Other baselines left out ({error.name} is not installed; make model installs it)", file=sys.stderr)
        return found
    return found | baselines.finders()


def _show(value: float | None) -> str:
    return "    -" if value is None else f"{value:5.2f}"


def _print_acts(report: Report) -> None:
    print(f"{'act':22} labelled  prec   rec    f1  words f1")
    for act, count in report.acts.items():
        figures = f"{_show(count.precision)} {_show(count.recall)} {_show(count.f1)}    {_show(report.spans[act].f1)}"
        print(f"{act.value:22} {count.labelled:8d} {figures}")


def _print_summary(reports: dict[str, Report]) -> None:
    replies = next(iter(reports.values())).replies
    print(
        f"\n{replies} replies; macro-F1 over acts with {ENOUGH} replies or more\n{'':24} macro  (all)  questions  harm P  harm R  harm acts  calibration error"
    )
    for name, report in reports.items():
        figures = (report.macro_f1(ENOUGH), report.macro_f1(), report.questions.f1, report.harm.precision, report.harm.recall, report.harm_f1)
        macro, every, asked, precision, recall, harms = map(_show, figures)
        print(f"{name:24} {macro}  {every}      {asked}   {precision}   {recall}      {harms}  {_show(report.calibration_error):>18}")


def _print_misses(find: Finder, examples: Sequence[Example], act: Act) -> None:
    for example, found in zip(examples, find(examples), strict=True):
        words = [example.text[s.start : s.end] for s in found if s.act is act]
        marked = [example.text[a:b] for (a, b), acts in zip(example.units, example.acts, strict=True) if act in (acts or ())]
        if bool(words) != bool(marked):
            others = sorted({s.act.value for s in found} - {act.value})
            print(f"{example.source} {'EXTRA' if words else 'MISSED'} {words or marked}; reader: {others}; annotator: {sorted(example.whole)}")
            print(f"     customer: {example.customer[-160:]!r}\n     reply: {example.text!r}")


if __name__ == "__main__":
    sys.exit(main())
