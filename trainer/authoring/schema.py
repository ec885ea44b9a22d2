"""The JSON Schema of scenario and voice files, for editors that complete and check while an author types.

Everything comes from the model, so that a new key is in the schema with it; what is made better here is only the form:
a sentence and an example at every key, enums with the meaning of each word, names of an author's own choosing, and
nothing left open. Draft 7, which every editor knows. What the schema lets pass, ``coolhead check`` may still refuse:
only it knows whether an id stands for something.
"""

from __future__ import annotations

import json
from enum import Enum
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from scenarios import model, moves, second_part
from scenarios.model import Scenario, Voice
from scenarios.principles import PRINCIPLES
from scenarios.shelf import voice_ids
from scenarios.yaml_source import plain_values
from trainer.authoring.docstrings import plain, under_fields

Schema = dict[str, Any]

FILE_NAME = "coolhead.schema.json"
"""How the schema is called beside a scenario, whose first line points to it."""

MARK = "Written by: coolhead schema"
"""By this the program knows a schema of its own again, and only such a file is ever replaced."""


def scenario_schema() -> Schema:
    """The schema of a scenario file."""
    return _made(Scenario, "A Coolhead scenario")


def voice_schema() -> Schema:
    """The schema of a voice file."""
    return _made(Voice, "A Coolhead voice")


def as_text(schema: Schema) -> str:
    """The schema as it stands in a file: the same bytes every time."""
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def is_ours(path: Path) -> bool:
    """Whether the file is a schema this program wrote."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(found, dict) and found.get("$comment") == MARK


def _made(root: type[BaseModel], title: str) -> Schema:
    raw = root.model_json_schema(ref_template="#/definitions/{model}")
    enums = {name: schema["enum"] for name, schema in raw["$defs"].items() if "enum" in schema}
    definitions = {name: _tidied(schema, enums) for name, schema in raw.pop("$defs").items()}
    parts = {**definitions, root.__name__: (top := _tidied(raw, enums))}
    notes = plain_values(files("trainer.authoring").joinpath("keys.yaml").read_text(encoding="utf-8"))
    for name, part in parts.items():
        _explain(part, _class(name), notes.get(name, {}))
    _choices(parts)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$comment": MARK,
        **top,
        "title": title,
        "definitions": definitions,
    }


BLANK = "<[A-Za-z][A-Za-z0-9-]*>"
"""A blank that a row of ``variants`` fills; it may stand wherever a text may."""


def _class(name: str) -> type:
    """The model or enum a part of the schema was made from."""
    found: type = next(getattr(home, name) for home in (model, moves, second_part) if hasattr(home, name))
    return found


def _tidied(value: Any, enums: dict[str, list[str]]) -> Any:
    """A part of pydantic's schema without its machinery: titles, nulls and bounds that belong to what is inside."""
    if isinstance(value, list):
        return [_tidied(one, enums) for one in value]
    if not isinstance(value, dict):
        return value
    if "properties" in value:
        found = {key: _tidied(inner, enums) for key, inner in value.items() if key not in ("properties", "title")}
        return {**found, "properties": {name: _tidied(inner, enums) for name, inner in value["properties"].items()}}
    if names := _closed_names(value, enums):
        inside = _tidied(value["additionalProperties"], enums)
        return {"type": "object", "properties": {name: {**inside} for name in names}, "additionalProperties": False}
    found = {key: _tidied(inner, enums) for key, inner in value.items() if key not in ("title", "ge", "le")}
    if "patternProperties" in found:
        found["additionalProperties"] = False
    if found.get("default", 0) in (None, "", [], {}) or isinstance(found.get("default"), dict):
        del found["default"]  # left out is left out; nobody need read it
    elif "x-kind" in found and "default" in found:
        found["default"] = f"{found['default'] // 60}m" if found["default"] % 60 == 0 else f"{found['default']}s"
    if "anyOf" in found:
        found["anyOf"] = [one for one in found["anyOf"] if one != {"type": "null"}]
        if len(found["anyOf"]) == 1:
            found = {**found.pop("anyOf")[0], **found}
    if isinstance(found.get("pattern"), str):
        found["pattern"] = f"(?:{found['pattern']})|{BLANK}"
    if found.get("type") == "string" and not found.keys() & {"enum", "pattern", "const"}:
        found["type"] = ["string", "number"]  # a bare 4471 is text to us, whatever an editor takes it for
    return found


def _closed_names(value: Schema, enums: dict[str, list[str]]) -> list[str]:
    """The keys of a group whose keys are words of a closed list; editors complete keys only where each is spelt out."""
    names = value.get("propertyNames", {})
    found: list[str] = []
    for one in names.get("anyOf", [names]):
        found += enums.get(one.get("$ref", "").rpartition("/")[2], []) + one.get("enum", []) + ([one["const"]] if "const" in one else [])
    return found


def _explain(part: Schema, owner: type, notes: dict[str, dict[str, Any]]) -> None:
    """Put a sentence at the part and at each of its keys or words, and an example where there is one."""
    said = under_fields(owner)
    if issubclass(owner, Enum):
        part["enumDescriptions"] = [said.get(member.name, "") for member in owner]
    if "description" in part:
        part["description"] = plain(part["description"])
    for name, schema in part.get("properties", {}).items():
        note = notes.get(name, {})
        schema["description"] = _capital(note.get("means") or said.get(name, ""))
        if "example" in note:
            schema["examples"] = [note["example"], *(one for one in schema.get("examples", []) if one != note["example"])]
        if (members := _members(schema)) is not None:
            for word, inner in schema["properties"].items():
                inner["description"] = _capital(members[word])


def _members(schema: Schema) -> dict[str, str] | None:
    """For a group whose keys are words of a list: what each word means."""
    for words in (moves.Move, moves.Reaction):
        meanings = under_fields(words)
        if {member.value for member in words} <= set(schema.get("properties", {})):
            return {member.value: meanings.get(member.name, "") for member in words}
    return None


def _choices(parts: dict[str, Schema]) -> None:
    """Offer what is at hand but belongs to no type of the model: voices and principles."""
    if "Scenario" in parts:
        parts["Customer"]["properties"]["voice"]["examples"] = list(voice_ids())
        meanings = [one.words for one in PRINCIPLES.values()]
        known = {"enum": list(PRINCIPLES), "enumDescriptions": meanings}
        parts["Scenario"]["properties"]["practises"]["items"] = {"anyOf": [known, {"type": "number"}]}  # an editor reads a bare 002.3 as a number
    if "Voice" in parts:
        by_move = parts["Voice"]["properties"]["lines"]["properties"]
        words = under_fields(moves.Band)
        bands = {**{band.value: words[band.name] for band in moves.Band}, "any": "at any mood"}
        inside = next(iter(by_move.values()))["additionalProperties"]
        for move in by_move.values():  # pydantic says nothing of keys that may be one of two kinds
            move |= {"properties": {band: {**inside, "description": _capital(means)} for band, means in bands.items()}, "additionalProperties": False}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
