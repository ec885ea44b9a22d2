"""The model's verdict on plain values, each of pydantic's errors put at its line and in an author's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from scenarios.checks.remedies import choose, id_remedy, key_slip, keys_remedy, number_remedy, shorter, text_remedy
from scenarios.problems import MAX_PROBLEMS, Code, Problem, did_you_mean, fault, listed, shown
from scenarios.yaml_source import Node, Path, Source

M = TypeVar("M", bound=BaseModel)

_EXPECTED = re.compile(r"'([^']*)'")


def validate(source: Source, model: type[M]) -> tuple[M | None, list[Problem]]:
    """The file as a model, or every fault of shape in it."""
    if source.data is None:
        return None, []
    try:
        return model.model_validate(source.data), []
    except ValidationError as error:
        return None, list(_problems(error, source, model))


def _problems(error: ValidationError, source: Source, model: type[BaseModel]) -> Iterator[Problem]:
    details = error.errors(include_url=False)[:MAX_PROBLEMS]
    meant = _misspelt(details, model)
    no_ids = {_path(detail["loc"]) for detail in details if "[key]" in detail["loc"]}
    seen: set[tuple[str, int, int, Code]] = set()
    for detail in details:
        path = _path(detail["loc"])
        if detail["type"] == "missing" and path in meant.values():
            continue
        if detail["input"] is None and path in no_ids:
            continue  # half of a text with a comma in it, which is told as a key that cannot be one
        if detail["type"] == "too_short" and _at_path(source.data, path):
            continue  # its items were dropped because they have faults of their own
        problem = _problem(detail, path, source, model, meant.get(path))
        if (spot := (problem.file, problem.line, problem.column, problem.code)) not in seen:
            seen.add(spot)
            yield problem


def _path(loc: tuple[int | str, ...]) -> Path:
    """The place in the file: pydantic's location without the parts that name its own machinery."""
    return loc[: loc.index("[key]")] if "[key]" in loc else loc


def _misspelt(details: list[ErrorDetails], model: type[BaseModel]) -> dict[Path, Path]:
    """Unknown keys that are surely a required key in disguise, so that one slip is one problem."""
    missing = {_path(d["loc"]) for d in details if d["type"] == "missing"}
    found: dict[Path, Path] = {}
    for detail in details:
        if detail["type"] == "extra_forbidden":
            path = _path(detail["loc"])
            near = did_you_mean(str(path[-1]), _keys(model, path[:-1]))
            if near and (*path[:-1], near) in missing:
                found[path] = (*path[:-1], near)
    return found


def _problem(detail: ErrorDetails, path: Path, source: Source, model: type[BaseModel], meant: Path | None) -> Problem:
    kind, name, value = detail["type"], _name(path), detail["input"]
    if kind == "missing":
        where = f" in {_name(path[:-1])}" if len(path) > 1 else ""
        return fault(Code.MISSING_KEY, source.name, source.key_at(path[:-1]), f"The key '{path[-1]}' is missing{where}.", f"Add '{path[-1]}:' with its value.")
    if kind == "extra_forbidden":
        return _unknown_key(path, source, model, meant)
    if "[key]" in detail["loc"]:
        return _bad_key(detail, path, source)
    code, message, remedy = _value_fault(kind, name, value, detail.get("ctx") or {}, detail["msg"])
    if code is Code.WANTS_KEYS:
        remedy = keys_remedy(() if kind == "dict_type" else _keys(model, path))
    return fault(code, source.name, source.at(path), message, remedy)


def _name(path: Path) -> str:
    """How a place is called in a message: ``'says'``, or ``item 2 of 'concerns'``."""
    keys = [part for part in path if isinstance(part, str)]
    if not keys:
        return "the file"
    return f"item {path[-1] + 1} of '{shown(keys[-1])}'" if isinstance(path[-1], int) else f"'{shown(keys[-1])}'"


def _unknown_key(path: Path, source: Source, model: type[BaseModel], meant: Path | None) -> Problem:
    key, known = str(path[-1]), _keys(model, path[:-1])
    where = f"in {_name(path[:-1])}" if len(path) > 1 else "here"
    near = str(meant[-1]) if meant else did_you_mean(key, known)
    if near and ":" not in key:
        remedy = f"Did you mean '{near}'?"
    elif _at_path(source.data, path) is None and (slip := key_slip(key)):
        remedy = slip
    elif homes := sorted(home for home, keys in _homes(model).items() if key in keys):
        remedy = f"'{shown(key)}' belongs to {listed(homes)}; check the indentation."
    else:
        remedy = f"The keys possible {where} are {listed(known, 30)}."
    return fault(Code.UNKNOWN_KEY, source.name, source.key_at(path), f"'{shown(key)}' is not a key that can stand {where}.", remedy)


def _bad_key(detail: ErrorDetails, path: Path, source: Source) -> Problem:
    key = str(path[-1])
    if detail["type"] in ("enum", "literal_error"):
        choices = _choices(detail)
        if detail["type"] == "enum" and "calm" in choices:
            choices = [*choices, "any"]
        return fault(Code.NOT_A_CHOICE, source.name, source.key_at(path), f"'{shown(key)}' is not one of the words possible here.", choose(key, choices))
    return fault(Code.BAD_ID, source.name, source.key_at(path), f"'{shown(key)}' cannot be an id.", _cut_in_two(path, source) or id_remedy(key))


def _cut_in_two(path: Path, source: Source) -> str | None:
    """What to do about the second half of a text with a comma in it, which reads as a key without a value."""
    return key_slip(str(path[-1])) if _at_path(source.data, path) is None else None


def _value_fault(kind: str, name: str, value: object, ctx: Mapping[str, Any], said: str) -> tuple[Code, str, str | None]:
    if value is None or kind == "string_too_short" or kind == "too_short":
        return Code.LEFT_EMPTY, f"{_capital(name)} is left empty.", None
    if kind == "string_type":
        return Code.WANTS_TEXT, f"{_capital(name)} wants one piece of text, and here stands {_sort(value)}.", text_remedy(value)
    if kind == "string_pattern_mismatch":
        if "{3}" in str(ctx.get("pattern")):
            return Code.BAD_VALUE, f"{_capital(name)} is not a currency code: '{shown(value)}'.", "Write three capital letters, such as GBP."
        return Code.BAD_ID, f"'{shown(value)}' cannot be an id.", id_remedy(str(value))
    if kind == "too_long":
        return Code.TOO_LONG, f"{_capital(name)} has more than {ctx.get('max_length')} entries.", None
    if kind == "string_too_long":
        return Code.TOO_LONG, f"{_capital(name)} is longer than {ctx.get('max_length')} characters.", None
    if kind in ("tuple_type", "list_type"):
        example = (
            f"Write it as a list: [{shown(value)}]." if isinstance(value, str) else "Begin each item with '- ', as in '- id: name', and indent the rest of it."
        )
        return Code.WANTS_LIST, f"{_capital(name)} wants a list, and here stands {_sort(value)}.", example
    if kind in ("dict_type", "model_type", "model_attributes_type"):
        return Code.WANTS_KEYS, f"{_capital(name)} wants keys with values, and here stands {_sort(value)}.", None
    if kind.startswith(("int_", "float_")):
        whole = " whole" if kind.startswith("int_") else ""
        return Code.WANTS_NUMBER, f"{_capital(name)} wants a{whole} number, and here stands {_sort(value)}.", number_remedy(name, whole, value)
    if kind.startswith("bool_"):
        return Code.WANTS_YES_NO, f"{_capital(name)} wants true or false, and here stands {_sort(value)}.", None
    if kind in _LIMITS:
        key, words = _LIMITS[kind]
        return (
            Code.OUT_OF_RANGE,
            f"{_capital(name)} is {shown(value)}, and it must be {words} {ctx.get(key):g}.",
            "Write a share of 1, such as 0.8." if name == "'worth'" else None,
        )
    if kind in ("enum", "literal_error"):
        choices = _EXPECTED.findall(str(ctx.get("expected", "")))
        return Code.NOT_A_CHOICE, f"{_capital(name)} cannot be '{shown(value)}'.", choose(str(value), choices)
    if kind == "value_error":
        why, _, better = str(ctx.get("error", said)).partition("; write it as ")
        better = shorter(str(value)) or better
        return (
            Code.BAD_AMOUNT,
            f"{_capital(name)}: {shown(why.replace(' is not a', ' cannot be read as a'), 160)}.",
            f"Write it as {shown(better, 80)}." if better else None,
        )
    return Code.BAD_VALUE, f"{_capital(name)} cannot be '{shown(value)}' ({shown(said, 120)}).", None


_LIMITS = {
    "greater_than_equal": ("ge", "at least"),
    "less_than_equal": ("le", "at most"),
    "greater_than": ("gt", "more than"),
    "less_than": ("lt", "less than"),
}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sort(value: object) -> str:
    """What stands there, in a word or two."""
    if isinstance(value, dict):
        return "a group of keys"
    if isinstance(value, list | tuple):
        return "a list"
    return "nothing" if value is None else f"'{shown(value)}'"


def _choices(detail: ErrorDetails) -> list[str]:
    return _EXPECTED.findall(str((detail.get("ctx") or {}).get("expected", "")))


def _at_path(data: Node, path: Path) -> Node:
    for part in path:
        if isinstance(data, dict) and isinstance(part, str):
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data


def _models_in(annotation: object) -> list[type[BaseModel]]:
    """Every model inside a type such as ``dict[Id, Action]`` or ``tuple[Fact, ...]``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [found for part in get_args(annotation) for found in _models_in(part)]


def _keys(model: type[BaseModel], path: Path) -> list[str]:
    """The keys that may stand in the mapping at ``path``."""
    return list(_model_at(model, path).model_fields)


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel]:
    """The model that reads the mapping at ``path``."""
    for part in path:
        if isinstance(part, str) and part in model.model_fields:
            inside = _models_in(model.model_fields[part].annotation)
            if inside:
                model = inside[0]
    return model


def _homes(model: type[BaseModel]) -> dict[str, set[str]]:
    """Where each key of the format lives, by the name of the key that holds it."""
    homes: dict[str, set[str]] = {"the top of the file": set(model.model_fields)}
    queue = [model]
    while queue:
        for name, info in queue.pop().model_fields.items():
            for inside in _models_in(info.annotation):
                if f"'{name}'" not in homes:
                    homes[f"'{name}'"] = set(inside.model_fields)
                    queue.append(inside)
    return homes
