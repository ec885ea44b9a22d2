"""A page for every problem code: what the table says of it, with a bad and a good example that the real check has been run on.

The examples are data, in ``problem_examples.yaml``, so that whoever writes the guides can better them without a program.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import Field

from scenarios.problems import CODES, Code, did_you_mean
from scenarios.written import Strict
from scenarios.yaml_source import plain_values


class Kind(StrEnum):
    """What the lines of an example are from."""

    SCENARIO = "scenario"
    """lines of a scenario file"""
    WHOLE = "whole file"
    """a scenario file from its first line to its last"""
    NAME = "file name"
    STRINGS = "strings file"
    TRANSCRIPT = "transcript"
    PLAY = "play"
    """lines of a scenario file whose fault shows only when it is played"""
    FOLDER = "golden folder"
    """the names of the files in it"""
    EXPECTED = "expected order"
    REPLIES = "golden replies"
    RUBRIC = "rubric"
    """a site's own rubric, whole"""


class Again(Strict):
    """A piece of a bad example that is the fault because it is there too often to be printed."""

    piece: str = Field(min_length=1)
    times: int = Field(ge=1)


class Example(Strict):
    """A bad and a good example of one code."""

    of: Kind = Kind.SCENARIO
    bad: str
    line: int = Field(default=1, ge=1)
    """the line of ``bad`` at which the fault is told"""
    good: str
    instead: str | None = None
    """lines of the base whose place both take; ``good`` stands there itself where this is left out"""
    again: Again | None = None
    why: str = ""
    beside: dict[str, str] = Field(default_factory=dict)
    """files in the same folder, by name"""


class _Examples(Strict):
    base: str
    examples: dict[Code, Example]


@dataclass(frozen=True)
class Page:
    """All there is to say of one code."""

    code: Code
    example: Example

    @property
    def title(self) -> str:
        return CODES[self.code].title

    @property
    def bad_lines(self) -> list[tuple[bool, str]]:
        """The bad example, each line with whether the fault is told there."""
        return [(number == self.example.line, line) for number, line in enumerate(self.example.bad.rstrip("\n").split("\n"), 1)]

    @property
    def again(self) -> str:
        """What goes on and on in the bad example, in a sentence; empty for most."""
        again = self.example.again
        return f"In the file '{again.piece.strip()}' goes on like this {again.times:,} times." if again else ""

    def as_dict(self) -> dict[str, Any]:
        """For ``--json``."""
        info = CODES[self.code]
        return {
            "code": self.code.value,
            "title": info.title,
            "severity": info.severity.value,
            "meaning": info.meaning,
            "remedy": info.remedy,
            "why": " ".join(part for part in (self.example.why, self.again) if part),
            "of": self.example.of.value,
            "bad": self.example.bad.rstrip("\n"),
            "line": self.example.line,
            "good": self.example.good.rstrip("\n"),
        }


@cache
def _written() -> _Examples:
    text = files("scenarios").joinpath("problem_examples.yaml").read_text(encoding="utf-8")
    return _Examples.model_validate(plain_values(text))


def base() -> str:
    """The small sound scenario the examples are lines of."""
    return _written().base


def page(code: Code) -> Page:
    """The page of one code."""
    return Page(code, _written().examples[code])


def pages() -> tuple[Page, ...]:
    """Every page, by number."""
    return tuple(page(code) for code in sorted(CODES))


def code_named(word: str) -> Code | None:
    """The code somebody typed: ``CH054``, ``ch54`` or ``54``."""
    number = word.strip().upper().removeprefix("CH")
    code = f"CH{int(number):03}" if number.isdecimal() and number.isascii() and len(number) <= 6 else ""
    return Code(code) if code in Code._value2member_map_ else None


def codes_near(word: str) -> list[Code]:
    """Codes somebody may have meant by a word that is none: those whose titles hold it, or a code most like it in its letters."""
    low = word.strip().lower()
    titled = [code for code, info in CODES.items() if len(low) > 2 and low in info.title.lower()]
    near = None if low.removeprefix("ch").isdecimal() else did_you_mean(word.strip().upper(), [code.value for code in CODES])
    return titled[:6] or ([Code(near)] if near else [])
