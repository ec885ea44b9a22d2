"""Lines of YAML that mean what they say, whatever the text: every sentence is quoted, every comment keeps to its line.

PyYAML writes no comments, and a new file lives by its comments; so the few forms a scenario needs are written here.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator, Mapping

from scenarios.problems import CONTROL

_WIDTH = 118


def clean(text: str) -> str:
    """Text on one line, without what no author typed."""
    return " ".join(CONTROL.sub(" ", text).split())


def quoted(text: str) -> str:
    """A double-quoted scalar: JSON's escapes are YAML's too."""
    return json.dumps(clean(text), ensure_ascii=False)


def comment(text: str, indent: int = 0) -> Iterator[str]:
    """A remark, wrapped."""
    pad = " " * indent + "# "
    yield from textwrap.wrap(clean(text), _WIDTH, initial_indent=pad, subsequent_indent=pad, break_long_words=False, break_on_hyphens=False)


def check(text: str, indent: int = 0) -> Iterator[str]:
    """A remark on what was guessed, and what the author must see to."""
    if text:
        yield from comment(f"CHECK: {text[:1].upper()}{text[1:].rstrip('.')}.", indent)


def line(key: str, text: str, indent: int = 0) -> str:
    """A key and its text."""
    return f"{' ' * indent}{key}: {quoted(text)}"


def folded(key: str, text: str, indent: int = 0) -> Iterator[str]:
    """A key and a longer text, on lines of its own."""
    text = clean(text)
    if len(text) < 80:
        yield line(key, text, indent)
        return
    yield f"{' ' * indent}{key}: >"
    pad = " " * (indent + 2)
    yield from textwrap.wrap(text, _WIDTH, initial_indent=pad, subsequent_indent=pad, break_long_words=False, break_on_hyphens=False)


def sentences(key: str, texts: Iterable[str], indent: int = 0) -> Iterator[str]:
    """A key and its list of sentences, one a line; nothing where there is none."""
    many = list(texts)
    if many:
        yield f"{' ' * indent}{key}:"
        yield from (f"{' ' * indent}  - {quoted(text)}" for text in many)


def pairs(key: str, texts: Mapping[str, str], indent: int = 0) -> Iterator[str]:
    """A key and its group of names with their text."""
    if texts:
        yield f"{' ' * indent}{key}:"
        yield from (line(name, text, indent + 2) for name, text in texts.items())
