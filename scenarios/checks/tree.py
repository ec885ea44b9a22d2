"""Ways to walk the plain values of a file that may be faulty anywhere: what is not of the expected kind is passed over.

The rules read these values and not the model, so that one wrong number does not hide every other fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scenarios.yaml_source import Node, Path, Source

STEMS = {"concerns": "concern", "facts": "fact", "misunderstandings": "mix-up", "beats": "beat"}
"""What the model calls an entry of these lists that has no id: ``concern-1``."""


def find(data: Node, pattern: str, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Every value under ``a.*.b``; ``*`` stands for each item of a list and each value of a group of keys."""
    head, _, rest = pattern.partition(".")
    steps: list[tuple[str | int, Node]]
    if head != "*":
        steps = [(head, data[head])] if isinstance(data, dict) and head in data else []
    elif isinstance(data, dict):
        steps = list(data.items())
    else:
        steps = list(enumerate(data)) if isinstance(data, list) else []
    for step, value in steps:
        if rest:
            yield from find(value, rest, (*path, step))
        else:
            yield (*path, step), value


def texts(data: Node, pattern: str) -> Iterator[tuple[Path, str]]:
    """Every piece of text under a pattern whose end may be one text or a list of them."""
    for path, value in find(data, pattern):
        if isinstance(value, str):
            yield path, value
        elif isinstance(value, list):
            yield from (((*path, n), item) for n, item in enumerate(value) if isinstance(item, str))


def everything(value: Node, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every piece of text in the file, in its order."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from everything(inner, (*path, key))
    elif isinstance(value, list):
        for n, inner in enumerate(value):
            yield from everything(inner, (*path, n))


def one(data: Node, pattern: str) -> str | None:
    """The text at a plain path, if there is text."""
    return next((value for _, value in find(data, pattern) if isinstance(value, str)), None)


def number(data: Node, key: str) -> float | None:
    """The number written at a key, if it can be read as one."""
    text = one(data, key)
    try:
        return float(text) if text is not None else None
    except ValueError:
        return None


def named(source: Source, key: str) -> dict[str, Path]:
    """The ids of a list or group and where each is given; entries without an id are named by their place."""
    found: dict[str, Path] = {}
    data: Node = source.data
    for part in key.split("."):
        data = data.get(part) if isinstance(data, dict) else None
    base: Path = tuple(key.split("."))
    if isinstance(data, dict):
        return {name: (*base, name) for name in data}
    for n, item in enumerate(data if isinstance(data, list) else []):
        given = item.get("id") if isinstance(item, dict) else None
        name = given if isinstance(given, str) and given else f"{STEMS.get(key, key)}-{n + 1}"
        found.setdefault(name, (*base, n, "id") if given else (*base, n))
    return found


def squashed(text: str) -> str:
    """Text for comparison: small letters and single spaces, without marks at the end."""
    return " ".join(text.lower().split()).strip(" .!?…\"'“”‘’")


def slug(text: str) -> str:
    """Text as an id: small letters, digits and hyphens; empty where nothing of it can stay."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60].strip("-")
