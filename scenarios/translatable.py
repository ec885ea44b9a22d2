"""Which texts of a scenario can be put into another language: those the model marks as words, and no list kept by hand.

Ids, quantities and switches are structure and never among them; neither is a text without a letter in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from scenarios.model import Scenario
from scenarios.written import Words
from scenarios.yaml_source import Node, Path


def translatable(data: Node) -> Iterator[tuple[Path, str]]:
    """Every text somebody could translate in a scenario's plain values, where it stands, in the order of the file."""
    yield from _texts(data, Scenario, ())


def at_of(path: Path) -> str:
    """A place as it is written in a strings file: ``concerns.0.says.1``."""
    return ".".join(str(part) for part in path)


def _texts(value: Node, kind: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        if _is_words(kind) and any(letter.isalpha() for letter in value):
            yield path, value.strip()
    elif isinstance(value, dict):
        for key, inner in value.items():
            for inside in _inside(kind, key):
                yield from _texts(inner, inside, (*path, key))
    elif isinstance(value, list):
        for n, inner in enumerate(value):
            for inside in _inside(kind, None):
                yield from _texts(inner, inside, (*path, n))


def _is_words(kind: Any) -> bool:
    """Whether a bare text of this kind is words: a line, one for a list of lines, or the short form of a part."""
    if get_origin(kind) is Annotated:
        base, *marks = get_args(kind)
        return any(isinstance(mark, Words) for mark in marks) or _is_words(base)
    if get_origin(kind) in (Union, UnionType, tuple):
        return any(_is_words(part) for part in get_args(kind))
    return _is_part(kind) and _is_words(next(iter(_fields(kind).values())))


def _inside(kind: Any, key: str | None) -> list[Any]:
    """The kinds a value has under a key, or, without one, as an item of a list."""
    origin = get_origin(kind)
    if origin is Annotated:
        return _inside(get_args(kind)[0], key)
    if origin in (Union, UnionType):
        return [found for part in get_args(kind) for found in _inside(part, key)]
    if origin is tuple:
        return [get_args(kind)[0]] if key is None else []
    if origin is dict:
        return [get_args(kind)[1]] if key is not None else []
    return [_fields(kind)[key]] if key is not None and _is_part(kind) and key in _fields(kind) else []


def _is_part(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


@cache
def _fields(part: type[BaseModel]) -> dict[str, Any]:
    hints = get_type_hints(part, include_extras=True)
    return {name: hints[name] for name in part.model_fields}
