"""Files as nobody would write them: shipped scenarios, an incident and a strings file, changed at random with a seed.

``python -m tests.scenarios.fuzz 10000`` checks so many and prints what came of them; the tests check a few hundred. A file
may be refused for any reason, but always with a code and a place, never with a traceback, and never with anything in the
words that a terminal could obey.
"""

from __future__ import annotations

import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from scenarios.check import check_file, check_incident_file, check_strings_file, examine_rows, has_errors
from scenarios.filenames import is_incident, strings_of
from scenarios.problems import CONTROL
from scenarios.shelf import scenario_files, voice_ids

Lines = list[str]
SLIPS = Path(__file__).parent / "slips"
SLOW = 10.0
"""Seconds of processor time after which a check counts as hanging, on the slowest machine."""

ODD = (
    "*a", "&a x", "!!python/object:os.system x", "!x", "<<: *a", "[", "]", "{", "}", "{{", "- ", "? ", ": ", "'", '"', "\t", "|", ">", "%YAML 9", "@", "`", "#",
    "---", "...", "\x00", "\x1b[2J", "\x7f", "\x85", "\u2028", "\u202e", "\ufeff", "\ud800", "\U0010ffff", "é" * 50, "“x”", "null", "~", "true", "no", "",
)  # fmt: skip
VALUES = (
    "0", "-1", "1e309", "-1e309", "nan", "inf", "0x10", "1_000", "9" * 400, "9" * 6000, "1" * 30 + " GBP", "99999999999d", "٣ GBP", "²", "3 GBP 4 EUR",
    "31 February 2026", "in 999 weeks", "Monday 1 January 0001, 00:00", "31 December 9999, 23:59", "9999-12-31", "0000-00-00", "25:61", "<a>", "<lens> <lens>",
    "a" * 3000, "x\\ud800", '"\\e[2J"', '"\\0"', "[[[[]]]]", "{a: {b: {c: d}}}", "[1, [2, {x: y}]]", "{}", "[]", "*a", "&a", "!t v", "| x", ">-",
)  # fmt: skip


def _at(lines: Lines, dice: random.Random) -> int:
    return dice.randrange(len(lines)) if lines else 0


def drop(lines: Lines, dice: random.Random) -> None:
    """Take lines out."""
    at = _at(lines, dice)
    del lines[at : at + dice.randint(1, 5)]


def double(lines: Lines, dice: random.Random) -> None:
    """The same lines again, now and then very often."""
    at = _at(lines, dice)
    lines[at:at] = lines[at : at + dice.randint(1, 6)] * dice.choice((1, 1, 1, 2, 60))


def move(lines: Lines, dice: random.Random) -> None:
    """Lines somewhere else."""
    at = _at(lines, dice)
    part = lines[at : at + dice.randint(1, 8)]
    del lines[at : at + len(part)]
    lines[(to := _at(lines, dice)) : to] = part


def indent(lines: Lines, dice: random.Random) -> None:
    """Lines further in or out."""
    at, by = _at(lines, dice), dice.choice((-4, -2, -1, 1, 2, 4, 40))
    for n in range(at, min(len(lines), at + dice.randint(1, 6))):
        lines[n] = " " * by + lines[n] if by > 0 else lines[n].removeprefix(" " * -by)


def _exchange(line: str, value: str) -> str:
    key, colon, _ = line.partition(": ")
    return f"{key}: {value}" if colon else line[: len(line) - len(line.lstrip())] + "- " + value


def worth(lines: Lines, dice: random.Random) -> None:
    """A value of another kind."""
    if lines:
        at = _at(lines, dice)
        lines[at] = _exchange(lines[at], dice.choice(VALUES))


def swap(lines: Lines, dice: random.Random) -> None:
    """The values of two keys exchanged."""
    held = [n for n, line in enumerate(lines) if ": " in line]
    if len(held) > 1:
        one, other = dice.sample(held, 2)
        a, b = lines[one].partition(": ")[2], lines[other].partition(": ")[2]
        lines[one], lines[other] = _exchange(lines[one], b), _exchange(lines[other], a)


def sprinkle(lines: Lines, dice: random.Random) -> None:
    """Odd signs in the midst of a line."""
    if lines:
        at = _at(lines, dice)
        cut = dice.randint(0, len(lines[at]))
        lines[at] = lines[at][:cut] + dice.choice(ODD) + lines[at][cut + dice.choice((0, 0, 1, 3)) :]


def rename(lines: Lines, dice: random.Random) -> None:
    """A key with the name of another."""
    held = [n for n, line in enumerate(lines) if ":" in line]
    if len(held) > 1:
        one, other = dice.sample(held, 2)
        key, _, rest = lines[one].partition(":")
        start = key[: len(key) - len(key.lstrip(" -"))]
        lines[one] = f"{start}{lines[other].partition(':')[0].lstrip(' -')}:{rest}"


def nest(lines: Lines, dice: random.Random) -> None:
    """Something deep."""
    deep = dice.choice((3, 12, 29, 31, 400))
    what = dice.choice(("[" * deep + "]" * deep, "[" * deep, "{a: " * deep + "x" + "}" * deep, "- " * deep + "x", "? " * deep))
    lines.insert(_at(lines, dice), f"{' ' * dice.choice((0, 2, 4))}{dice.choice(('says: ', 'desk: ', 'facts: ', ''))}{what}")


def refer(lines: Lines, dice: random.Random) -> None:
    """References and types of YAML, which are not for authors."""
    if len(lines) > 2:
        one, other = sorted(dice.sample(range(len(lines)), 2))
        lines[one] = _exchange(lines[one], f"&{dice.choice('abc')} {lines[one].partition(': ')[2]}")
        lines[other] = _exchange(lines[other], dice.choice(("*a", "[*a, *b]", "!!binary aGk=", "!!set {x}", "!!timestamp 2026-01-01", "{<<: *a}")))


def cut(lines: Lines, dice: random.Random) -> None:
    """The file ends in the midst of a line."""
    if lines:
        at = _at(lines, dice)
        lines[at:] = [lines[at][: dice.randint(0, len(lines[at]))]]


CHANGES: tuple[Callable[[Lines, random.Random], None], ...] = (drop, double, move, indent, worth, worth, swap, sprinkle, rename, nest, refer, cut)


@cache
def families() -> tuple[dict[str, str], ...]:
    """Files that stand together, by name: each shipped scenario alone, and the small ones that lean on one another."""
    shipped = [item.file for item in scenario_files() if isinstance(item.file, Path)]
    together = {file.name: file.read_text(encoding="utf-8") for file in sorted(SLIPS.glob("*.yaml"))}
    return *({file.name: file.read_text(encoding="utf-8")} for file in shipped[:6]), together, together, together


def changed(text: str, dice: random.Random) -> str:
    """The text with one to four changes."""
    lines = text.split("\n")
    for _ in range(dice.choice((1, 1, 2, 4))):
        dice.choice(CHANGES)(lines, dice)
    return "\n".join(lines)


def checked(folder: Path, name: str) -> list[str]:
    """Check every file of a folder as ``coolhead check`` would; the codes told of the one that was changed.

    Raises AssertionError for a fault without a place, or words a terminal could obey, or a file that neither loads nor says why.
    """
    codes: list[str] = []
    for file in sorted(folder.glob("*.yaml")):
        strings = strings_of(file.name, [other.name for other in folder.glob("*.yaml")])
        if strings:
            found = check_strings_file(file, folder / strings[0], strings[1])
        elif is_incident(file.name):
            found = check_incident_file(file)
        else:
            found = check_file(file)
            text = file.read_bytes().decode("utf-8", "replace")
            for language in (None, "fr"):
                rows, why = examine_rows(text, str(file), voice_ids(), language=language)
                assert rows or has_errors(why), f"{file.name} neither loads nor says why"
        for problem in found:
            assert problem.line >= 1
            assert problem.column >= 1
            assert not CONTROL.search(str(problem)), f"{problem.code} speaks to the terminal"
            assert "\n" not in str(problem)
        if file.name == name:
            codes = [problem.code.value for problem in found]
    return codes


@dataclass
class Summary:
    """What came of many files."""

    files: int = 0
    sound: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    fell: list[str] = field(default_factory=list)
    """the seed and the last line of each traceback"""
    slowest: tuple[float, int] = (0.0, 0)
    """processor seconds, and the seed"""


def one(seed: int, folder: Path) -> list[str]:
    """Change one file as the seed says, write it with those it leans on, and check them all."""
    dice = random.Random(seed)
    family = dice.choice(families())
    name = dice.choice(sorted(family))
    for other, text in family.items():
        (folder / other).write_bytes((changed(text, dice) if other == name else text).encode("utf-8", "surrogatepass"))
    return checked(folder, name)


def many(seeds: Sequence[int]) -> Summary:
    """Check one file for each seed."""
    summary = Summary()
    for seed in seeds:
        began = time.process_time()
        with TemporaryDirectory() as folder:
            try:
                codes = one(seed, Path(folder))
            except Exception as error:
                last = traceback.extract_tb(error.__traceback__)[-1]
                summary.fell.append(f"seed {seed}: {type(error).__name__}: {str(error)[:120]!r} at {Path(last.filename).name}:{last.lineno}")
                codes = []
        summary.files += 1
        summary.sound += not codes
        summary.codes.update(set(codes))
        summary.slowest = max(summary.slowest, (time.process_time() - began, seed))
    return summary


def main() -> int:
    """Check as many files as the first argument says, from the seed the second one says."""
    number, first = (int(sys.argv[1]) if len(sys.argv) > 1 else 1000), (int(sys.argv[2]) if len(sys.argv) > 2 else 0)
    summary = many(range(first, first + number))
    print(f"{summary.files:,} files: {summary.sound:,} without any fault, {len(summary.fell):,} tracebacks.")
    print(f"{len(summary.codes)} codes told: " + ", ".join(f"{code} {times:,}" for code, times in sorted(summary.codes.items())))
    print(f"The slowest took {summary.slowest[0]:.1f} s of processor time (seed {summary.slowest[1]}).")
    for words in summary.fell[:40]:
        print(words)
    return 1 if summary.fell or summary.slowest[0] > SLOW else 0


if __name__ == "__main__":
    sys.exit(main())
