"""The schema for editors admits what the loader admits, refuses an unknown key, and explains every key; the reference is the schema told."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from scenarios.model import Scenario, Voice
from scenarios.shelf import scenario_files, voice_files
from tests.scenarios.samples import GOOD, VOICE
from tests.trainer.conftest import WRONG_KETTLE
from trainer.authoring.reference import reference
from trainer.authoring.schema import as_text, scenario_schema, voice_schema
from trainer.cli import main
from trainer.errors import Exit

ROOT = Path(__file__).parents[3]
SCHEMA, VOICES = scenario_schema(), voice_schema()
SHIPPED = [(SCHEMA, item.file.read_text(encoding="utf-8")) for item in scenario_files()] + [
    (VOICES, item.file.read_text(encoding="utf-8")) for item in voice_files()
]


def as_an_editor_reads(text: str) -> Any:
    """YAML values with keys as they are typed: to an editor, ``true:`` is a key like any other."""

    def keyed(value: Any) -> Any:
        if isinstance(value, dict):
            return {"true" if key is True else str(key): keyed(inner) for key, inner in value.items()}
        return [keyed(inner) for inner in value] if isinstance(value, list) else value

    return keyed(yaml.safe_load(text))


def faults(schema: dict[str, Any], data: Any) -> list[str]:
    return [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(data)]


def parts(schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {"(top)": schema, **schema["definitions"]}


def test_the_schemas_are_schemas() -> None:
    for schema in (SCHEMA, VOICES):
        jsonschema.Draft7Validator.check_schema(schema)
        assert json.loads(as_text(schema)) == schema


@pytest.mark.parametrize(("schema", "text"), [*SHIPPED, (SCHEMA, GOOD), (SCHEMA, WRONG_KETTLE), (VOICES, VOICE)])
def test_what_loads_has_no_fault(schema: dict[str, Any], text: str) -> None:
    assert faults(schema, as_an_editor_reads(text)) == []


@pytest.mark.parametrize(
    "place", ["", "customer", "customer.temper", "concerns.0", "concerns.0.asks.0", "facts.0", "desk", "desk.actions.swap", "beats.0.when", "outcomes.dried"]
)
def test_an_unknown_key_is_refused_everywhere(place: str) -> None:
    data = as_an_editor_reads(GOOD)
    inside = data
    for step in filter(None, place.split(".")):
        inside = inside[int(step)] if step.isdigit() else inside[step]
    inside["colour"] = "blue"
    assert faults(SCHEMA, data)


@pytest.mark.parametrize(
    ("key", "value"),
    [("level", 5), ("level", "hard"), ("currency", "pounds"), ("practises", ["999.1"]), ("title", ["a", "b"]), ("outcomes", {}), ("concerns", [])],
)
def test_a_wrong_value_is_refused(key: str, value: object) -> None:
    assert faults(SCHEMA, as_an_editor_reads(GOOD) | {key: value})


@pytest.mark.parametrize(("key", "value"), [("takes", "3 minutes"), ("takes", 3), ("up_to", "thirty GBP"), ("kind", "gift"), ("Gives", "x")])
def test_a_wrong_value_of_an_action_is_refused(key: str, value: object) -> None:
    data = copy.deepcopy(as_an_editor_reads(GOOD))
    data["desk"]["actions"]["swap"][key] = value
    assert faults(SCHEMA, data)


def test_names_of_an_authors_own_are_free_and_words_of_a_list_are_not() -> None:
    data = as_an_editor_reads(GOOD)
    data["desk"]["known"] = {"order": 4471}
    data["desk"]["actions"]["any-name-at-all"] = {"gives": "dried", "takes": "1h 30m", "up_to": "£11.40"}
    data["customer"]["lines"] = {"demand": "Now.", "threaten": ["Or else."]}
    assert faults(SCHEMA, data) == []
    data["customer"]["lines"]["shout"] = "Hey."
    assert faults(SCHEMA, data)


def test_every_key_and_every_word_is_explained() -> None:
    silent = []
    for schema in (SCHEMA, VOICES):
        for name, part in parts(schema).items():
            silent += [f"{name}.{key}" for key, one in part.get("properties", {}).items() if not one.get("description")]
            silent += [f"{name}.{word}" for word, means in zip(part.get("enum", []), part.get("enumDescriptions", []), strict=True) if not means]
    assert silent == []


def test_every_example_can_be_written_where_it_stands() -> None:
    wrong = []
    for schema in (SCHEMA, VOICES):
        for name, part in parts(schema).items():
            for key, one in part.get("properties", {}).items():
                inside = {**one, "definitions": schema["definitions"]}
                wrong += [f"{name}.{key}: {example}" for example in one.get("examples", []) if faults(inside, example)]
    assert wrong == []


def test_what_is_noted_of_keys_belongs_to_a_key() -> None:
    notes = yaml.safe_load((ROOT / "trainer" / "authoring" / "keys.yaml").read_text(encoding="utf-8"))
    known = {"Scenario": set(Scenario.model_fields), "Voice": set(Voice.model_fields)}
    known |= {name: set(part.get("properties", {})) for schema in (SCHEMA, VOICES) for name, part in schema["definitions"].items()}
    assert {(part, key) for part, keys in notes.items() for key in keys if key not in known.get(part, set())} == set()
    assert {field for keys in notes.values() for note in keys.values() for field in note} == {"means", "example"}


def test_the_reference_is_what_the_model_is() -> None:
    page = (ROOT / "docs" / "scenario-reference.md").read_text(encoding="utf-8")
    assert page == reference(), "write it again with: coolhead schema --markdown > docs/scenario-reference.md"
    assert all(f"| `{key}` |" in page for key in (*Scenario.model_fields, *Voice.model_fields))


def test_a_schema_of_ours_is_replaced_and_nothing_else_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "coolhead.schema.json"
    assert main(["schema", "--output", str(file)]) == Exit.DONE
    assert main(["schema", "--voice", "--output", str(file)]) == Exit.DONE
    assert json.loads(file.read_text(encoding="utf-8")) == VOICES
    file.write_text("{}", encoding="utf-8")
    assert main(["schema", "--output", str(file)]) == Exit.MISUSED
    assert file.read_text(encoding="utf-8") == "{}"
    capsys.readouterr()
    assert main(["schema"]) == Exit.DONE
    assert json.loads(capsys.readouterr().out) == SCHEMA
