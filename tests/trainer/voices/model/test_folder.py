"""Which folders are loaded at all: refused before anything of them is read, each for a reason one can act on."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from trainer.errors import CoolheadError
from trainer.voices.model.folder import looked_at


def sound(place: Path) -> Path:
    place.mkdir(parents=True)
    (place / "config.json").write_text(json.dumps({"model_type": "qwen3"}))
    (place / "model.safetensors").write_bytes(b"\0" * 64)
    (place / "tokenizer.json").write_text("{}")
    (place / "tokenizer_config.json").write_text(json.dumps({"chat_template": "{{ messages }}"}))
    return place


def test_a_sound_folder_is_told_of(tmp_path: Path) -> None:
    place = sound(tmp_path / "m")
    (place / "README.md").write_text("---\nlicense: apache-2.0\n---\n")
    (place / "modeling_x.py").write_text("raise SystemExit")
    found = looked_at(place)
    assert (found.family, found.weights, found.licence) == ("qwen3", 64, "apache-2.0")
    assert "never run" in found.notes[0]


def pickled(place: Path) -> None:
    (place / "model.safetensors").unlink()
    (place / "pytorch_model.bin").write_bytes(b"x")


def code(place: Path) -> None:
    (place / "config.json").write_text(json.dumps({"auto_map": {"AutoModelForCausalLM": "x.Y"}}))


def part_missing(place: Path) -> None:
    (place / "model.safetensors.index.json").write_text(json.dumps({"weight_map": {"a": "model-00002-of-00002.safetensors"}}))


def part_elsewhere(place: Path) -> None:
    (place / "model.safetensors.index.json").write_text(json.dumps({"weight_map": {"a": "../../x.safetensors"}}))


def link_out(place: Path) -> None:
    (place / "secret.txt").symlink_to("/etc/passwd")


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda place: (place / "config.json").unlink(), "no config.json"),
        (lambda place: (place / "config.json").write_text("{"), "cannot be read"),
        (lambda place: (place / "config.json").write_text("[" * 100_000), "cannot be read"),
        (lambda place: (place / "config.json").write_text("[]"), "not what it should be"),
        (lambda place: (place / "model.safetensors").unlink(), "no weights"),
        (lambda place: (place / "tokenizer.json").unlink(), "no tokenizer"),
        (lambda place: (place / "tokenizer_config.json").write_text("{}"), "no chat template"),
        (pickled, "can run code"),
        (code, "run code of its own"),
        (part_missing, "lacks model-00002"),
        (part_elsewhere, "lacks"),
        (link_out, "link to somewhere else"),
    ],
)
def test_what_is_unsafe_or_not_whole_is_refused(tmp_path: Path, spoil: Callable[[Path], object], why: str) -> None:
    place = sound(tmp_path / "m")
    spoil(place)
    with pytest.raises(CoolheadError, match=why) as refused:
        looked_at(place)
    assert refused.value.remedy


@pytest.mark.parametrize(("name", "why"), [("nothing", "no folder"), ("model.gguf", "llama.cpp"), ("\x1b[31mx", "no folder")])
def test_what_is_no_folder_is_said(tmp_path: Path, name: str, why: str) -> None:
    with pytest.raises(CoolheadError, match=why) as refused:
        looked_at(tmp_path / name)
    assert "\x1b" not in str(refused.value)


def test_a_store_that_keeps_files_by_links_is_taken(tmp_path: Path) -> None:
    place = sound(tmp_path / "models--x" / "snapshots" / "abc")
    blobs = tmp_path / "models--x" / "blobs"
    blobs.mkdir()
    (place / "model.safetensors").rename(blobs / "0f")
    (place / "model.safetensors").symlink_to(blobs / "0f")
    assert looked_at(place).weights == 64
