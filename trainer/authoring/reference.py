"""The reference of every key, as Markdown, told from the schema: what it is for, what to write, what holds if it is left out.

A test writes it again and compares, so ``docs/scenario-reference.md`` is what the model is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from trainer.authoring.schema import Schema, scenario_schema, voice_schema

_HEAD = """\
# Every key of a scenario

This page is written by `coolhead schema --markdown`; change the model or `trainer/authoring/keys.yaml`, not the page. [Writing a scenario](authors.md) says how
the parts work together. Where a list of sentences is wanted, a single one needs no brackets. A key that is not here is a fault, and `coolhead check` names it.
"""
_REF = "#/definitions/"


def reference() -> str:
    """The whole page."""
    scenario, voice = scenario_schema(), voice_schema()
    lines = [_HEAD, *_page(scenario, "The file")]
    told = set(scenario["definitions"])
    lines += [
        "# Every key of a voice",
        "",
        "A voice of your own is a file in the folder `voices` beside your scenarios.",
        "",
        *_page(voice, "The voice's file", told),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _page(root: Schema, title: str, told: set[str] | frozenset[str] = frozenset()) -> Iterator[str]:
    yield from _part(title, root)
    for name in _in_order(root):
        if name not in told:
            yield from _part(name, root["definitions"][name])


def _in_order(root: Schema) -> list[str]:
    """The parts in the order in which the file names them, lists of words last."""
    found: list[str] = []
    queue = [root]
    while queue:
        for name in _refs(queue.pop(0).get("properties", {})):
            if name not in found:
                found.append(name)
                queue.append(root["definitions"][name])
    return sorted([*found, *(name for name in root["definitions"] if name not in found)], key=lambda name: "enum" in root["definitions"][name])


def _refs(value: Any) -> Iterator[str]:
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _refs(one)
    if isinstance(value, dict) and str(value.get("$ref", "")).startswith(_REF):
        yield value["$ref"].removeprefix(_REF)


def _part(name: str, part: Schema) -> Iterator[str]:
    yield from (f"## {name}", "", part.get("description", ""), "")
    if "enum" in part:
        yield from ("| word | meaning |", "|---|---|")
        yield from (f"| `{word}` | {_cell(meaning)} |" for word, meaning in zip(part["enum"], part["enumDescriptions"], strict=True))
    else:
        yield from ("| key | meaning | what to write | if left out | example |", "|---|---|---|---|---|")
        needed = part.get("required", [])
        yield from (_row(key, schema, key in needed) for key, schema in part["properties"].items())
    yield ""


def _row(key: str, schema: Schema, needed: bool) -> str:
    default = "must be there" if needed else _code(schema["default"]) if "default" in schema else ""
    examples = schema.get("examples", [])
    return f"| `{key}` | {_cell(schema['description'])} | {_cell(_kind(schema))} | {default} | {_cell(_code(examples[0])) if examples else ''} |"


def _kind(schema: Schema, many: bool = False) -> str:
    """What to write, in plain words; ``many`` for what stands in a list."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(_REF)
        return f"[{name}](#{name.lower()})"
    if "x-kind" in schema:
        return str(schema["x-kind"])
    if "anyOf" in schema:
        ways = list(dict.fromkeys(_kind(one, many) for one in schema["anyOf"] if one.get("type") != "number"))
        return "one or more texts" if ways == ["text", "a list of texts"] else " or ".join(ways)
    if "enum" in schema:
        return f"one of {', '.join(f'`{word}`' for word in schema['enum'])}" if len(schema["enum"]) < 10 else "ids from the list"
    if "patternProperties" in schema:
        return f"under ids of your own: {_kind(next(iter(schema['patternProperties'].values())))}"
    if "properties" in schema:
        words = list(schema["properties"])
        if "any" in words:
            return f"under {', '.join(f'`{word}`' for word in words)}: {_kind(next(iter(schema['properties'].values())))}"
        return f"under {', '.join(f'`{word}`' for word in words[:3])} and so on: {_kind(next(iter(schema['properties'].values())))}"
    kind = schema.get("type")
    if kind == "array":
        return f"a list of {_kind(schema['items'], many=True)}"
    if kind == "boolean":
        return "`true` or `false`"
    if kind in ("number", "integer"):
        return f"a{' whole' if kind == 'integer' else ''} number{_bounds(schema)}"
    if "pattern" in schema:
        word = "id" if "a-z" in schema["pattern"] else "code of three capital letters"
        return f"{word}s" if many else f"{'an' if word == 'id' else 'a'} {word}"
    return "texts" if many else "text"


def _bounds(schema: Schema) -> str:
    least, most = schema.get("minimum"), schema.get("maximum")
    over = schema.get("exclusiveMinimum")
    if over is not None:
        return f" over {over:g}" + (f", at most {most:g}" if most is not None else "")
    return f" from {least:g} to {most:g}" if least is not None and most is not None else ""


def _code(value: object) -> str:
    """A value as an author writes it on one line."""
    return f"`{_written(value)}`"


def _written(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_written(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_written(inner) for inner in value) + "]"
    if isinstance(value, str) and not any(sign in value for sign in ",:#[]{}'\"") and not value.isdigit():
        return value
    return json.dumps(value, ensure_ascii=False)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
