"""How a scenario file stands, in words: for the list, for the page beside it, and for the plain view."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scenarios.principles import PRINCIPLES
from trainer.authoring.workbench.findings import Checked, Fault, Findings
from trainer.authoring.workbench.works import Work
from trainer.finding import own_folders
from trainer.text import safe_line
from trainer.words import LEVEL_WORDS, count


@dataclass(frozen=True)
class Part:
    """Some lines under a heading."""

    head: str
    lines: tuple[str, ...]


def mark(work: Work, findings: Findings) -> str:
    """One sign for the list; the words stand beside the file itself."""
    if work.broken or (findings.checked and findings.checked.errors):
        return "✗"
    if findings.checked is None:
        return "·"
    if findings.checked.faults or findings.checked.golden_wrong:
        return "!"
    return "?" if work.unchecked.lines else "✓"


COLUMNS = " ".join(f"{name:>6}" for name in ("calm", "listen", "honest", "solve", "anger"))
MARKS = "✓ sound   ! warnings   ✗ faults   ? CHECK lines   · not checked yet"


def standing(work: Work, findings: Findings, doing: str = "") -> str:
    """The check in a sentence."""
    checked = findings.checked
    if doing:
        return f"{doing[:1].upper()}{doing[1:]} …"
    noted = f" {work.unchecked.words}." if work.unchecked.words else ""
    if checked is None:
        return f"{_counted(*_split(work.problems_as_faults))} by reading it; not played yet.{noted}" if work.problems else f"Not checked yet.{noted}"
    return f"Checked: {_counted(checked.errors, checked.warnings)}.{noted}"


def _split(faults: Sequence[Fault]) -> tuple[int, int]:
    warnings = sum(one.warning for one in faults)
    return len(faults) - warnings, warnings


def _counted(errors: int, warnings: int) -> str:
    if not errors and not warnings:
        return "nothing is wrong"
    return ", ".join(filter(None, (count(errors, "fault") if errors else "", count(warnings, "warning") if warnings else "")))


def faults_of(work: Work, findings: Findings) -> tuple[Fault, ...]:
    """All that is known to be wrong."""
    return findings.checked.faults if findings.checked else work.problems_as_faults


def fault_line(one: Fault, file: Path) -> str:
    """``12:5 CH054 what is wrong. What to do.``, with the file's name where it is another."""
    elsewhere = "" if Path(one.file).name == file.name else f"{Path(one.file).name}:"
    kind = "warning: " if one.warning else ""
    return safe_line(f"{elsewhere}{one.line}:{one.column} {one.code} {kind}{one.message} {one.remedy}", 600)


def parts(work: Work, findings: Findings) -> Iterator[Part]:
    """Everything there is to say beside the faults; nothing of a file that cannot be played."""
    if work.broken:
        return
    yield Part("How hard", tuple(_level(work, findings)))
    yield Part("Par", (_par(work, findings.checked),))
    yield Part("Golden replies", tuple(_golden(findings.checked, work.file)))
    named = [f"{name} {PRINCIPLES[name].words}" if name in PRINCIPLES else name for name in work.principles]
    yield Part("Practises", tuple(safe_line(line) for line in named) or ("No principle is named.",))


def _level(work: Work, findings: Findings) -> Iterator[str]:
    if work.level:
        yield f"Level {work.level} in the file: {LEVEL_WORDS.get(work.level, '')}."
    measured = findings.measured
    if measured is None:
        yield "Not measured yet."
        return
    yield f"Measured: level {measured.level}, {LEVEL_WORDS.get(measured.level, '')}."
    yield f"Of {measured.plays} calls each, a novice settles {measured.novice:.0%}, the expert {measured.expert:.0%}."
    yield from (safe_line(words, 300) for words in measured.why)
    yield from (f"! {safe_line(words)}" for words in measured.faults)
    if not measured.faults:
        from trainer.authoring.simulation import CLEARLY  # the players come with it, and are wanted only once somebody has measured

        yield f"No cheat beats the plain honest rep by more than {CLEARLY:g} points."


def _par(work: Work, checked: Checked | None) -> str:
    said = f"{count(work.par.replies, 'reply', 'replies')}, {work.par.minutes:g} min in the file" if work.par else "none in the file"
    if checked is None or not checked.played:
        return f"{said[:1].upper()}{said[1:]}."
    found = f"{count(checked.par[0], 'reply', 'replies')}, {checked.par[1]:g} min found by search" if checked.par else "no honest way to the best outcome found"
    return f"{said[:1].upper()}{said[1:]}; {found}."


def _golden(checked: Checked | None, file: Path) -> Iterator[str]:
    if checked is None or not checked.played:
        yield "Not played yet."
        return
    if not checked.golden:
        yield from checked.golden_wrong or _no_golden(file)
        return
    if not checked.expected:
        yield "Played; there is no expected order (expected.yaml) to hold them against."
    elif checked.golden_wrong:
        yield (
            f"{count(len(checked.golden_wrong), 'expectation')} of the order does not hold:"
            if len(checked.golden_wrong) == 1
            else (f"{len(checked.golden_wrong)} expectations of the order do not hold:")
        )
        yield from (f"! {safe_line(words)}" for words in checked.golden_wrong)
    else:
        yield "The expected order holds."
    yield f"{'':<13}{COLUMNS}"
    yield from (f"{safe_line(rep.rep, 13):<13}{rep.row}" for rep in checked.golden)


def _no_golden(file: Path) -> Iterator[str]:
    """How to make some."""
    yield "None yet. They are calls typed once, a good one and a poor one, that show whether the scores tell them apart. You can do without."
    yield safe_line(f"To make some: a folder {file.stem}.golden beside the file, in it model.txt and quick-deaf.txt, one reply a line, such as:")
    yield "  You waited three weeks for it. I can send a new one today, shall I?"
    yield safe_line(f"Then: coolhead golden {file.name}. What a full set has: docs/authors.md, under “Golden replies”.")


def looked_in() -> str:
    """Where scenarios of one's own are looked for, and how to have those of another folder here."""
    folders = ", ".join(safe_line(str(folder), 120) for folder in own_folders())
    return f"Looked in {folders}. For files elsewhere, type in a shell: coolhead author FOLDER"
