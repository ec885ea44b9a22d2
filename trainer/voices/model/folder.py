"""Looks at a model's folder before anything of it is loaded: is it one, is it whole, and is there nothing in it that could run?

Nothing is imported from it and no weights are read; only names, sizes and two small JSON files.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainer.errors import ContentError, PrerequisiteError, UsageError
from trainer.text import safe_line

MOST_JSON = 20_000_000
PICKLED = (".bin", ".pt", ".pth", ".ckpt", ".pkl", ".pickle", ".h5", ".msgpack")
"""Forms of weights that can run code when they are read, or that are not read here."""

INSTALL = "pip install 'coolhead[lm]' torch"
ADVICE = "Take a folder with config.json, a tokenizer with a chat template, and weights as .safetensors."


@dataclass(frozen=True)
class Folder:
    """What can be told of a folder without loading it."""

    path: Path
    family: str
    weights: int
    """bytes"""
    licence: str
    """the file its licence stands in, or what it says of itself; empty where it says nothing"""
    notes: tuple[str, ...] = ()


def looked_at(name: Path) -> Folder:
    """The folder, found fit to be loaded. Raises UsageError where there is none, ContentError where it is not fit and why."""
    path = name.expanduser()
    shown = safe_line(str(name), 200)
    if not path.is_dir():
        if path.suffix == ".gguf":
            raise UsageError(f"{shown} is for a server such as llama.cpp.", "Start one with it, and play with: --voice http --url http://127.0.0.1:8080")
        raise UsageError(f"There is no folder {shown}.", "A model is a folder on this machine; nothing is downloaded.")
    path = path.resolve()
    if not (path / "config.json").is_file():
        raise ContentError(f"{shown} holds no config.json, so it is no model.", ADVICE)
    config = _json(path / "config.json", shown)
    weights = sorted(path.glob("*.safetensors"))
    if not weights:
        others = [file.name for file in sorted(path.iterdir()) if file.suffix in PICKLED]
        if others:
            raise ContentError(f"{shown} holds its weights as {safe_line(others[0], 60)}, which can run code when it is read.", ADVICE)
        raise ContentError(f"{shown} holds no weights.", ADVICE)
    _all_there(path, shown)
    if _leads_out(path):
        raise ContentError(f"{shown} holds a link to somewhere else.", "Copy the model's own files into one folder.")
    if not any((path / file).is_file() for file in ("tokenizer.json", "tokenizer.model", "vocab.json")):
        raise ContentError(f"{shown} holds no tokenizer.", ADVICE)
    told = _json(path / "tokenizer_config.json", shown) if (path / "tokenizer_config.json").is_file() else {}
    if _wants_code(config) or _wants_code(told):
        raise ContentError(f"{shown} wants to run code of its own (auto_map), and none is run.", "Take a model that transformers knows by itself.")
    if not (told.get("chat_template") or list(path.glob("chat_template.*")) or (path / "additional_chat_templates").is_dir()):
        raise ContentError(f"{shown} holds no chat template, so it is not made to talk.", "Take the instruct or chat version of the model.")
    code = [file.name for file in sorted(path.glob("*.py"))]
    notes = (f"It holds code ({safe_line(code[0], 60)}) that is never run.",) if code else ()
    family = safe_line(str(config.get("model_type") or "unknown"), 60)
    return Folder(path, family, sum(file.stat().st_size for file in weights), _licence(path), notes)


def installed() -> None:
    """Raises PrerequisiteError where what a folder's model needs is not installed."""
    from importlib.util import find_spec

    missing = [name for name in ("torch", "transformers") if find_spec(name) is None]
    if missing:
        raise PrerequisiteError(f"A model in a folder needs {' and '.join(missing)}, which the base installation leaves out.", f"Add it with: {INSTALL}")


def _json(file: Path, shown: str) -> dict[str, Any]:
    try:
        if file.stat().st_size > MOST_JSON:
            raise ValueError
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        raise ContentError(f"{file.name} in {shown} cannot be read.", ADVICE) from None
    if not isinstance(found, dict):
        raise ContentError(f"{file.name} in {shown} is not what it should be.", ADVICE)
    return found


def _all_there(path: Path, shown: str) -> None:
    """Every part the index names must stand in the folder itself."""
    index = path / "model.safetensors.index.json"
    if not index.is_file():
        return
    parts = _json(index, shown).get("weight_map")
    for part in sorted(set(map(str, parts.values()))) if isinstance(parts, dict) else ():
        if Path(part).name != part or not (path / part).is_file():
            raise ContentError(f"{shown} lacks {safe_line(part, 80)}.", "Copy the model again, whole.")


def _leads_out(path: Path) -> bool:
    """Whether a file of the folder is a link to another place; one into the same store, as downloads are kept, is not."""
    store = path.parent.parent if path.parent.name == "snapshots" else path
    return any(not file.resolve().is_relative_to(store) for file in path.iterdir() if file.is_symlink())


def _wants_code(found: dict[str, Any]) -> bool:
    return bool(found.get("auto_map") or found.get("custom_pipelines"))


def _licence(path: Path) -> str:
    files: Sequence[Path] = sorted(file for file in path.iterdir() if file.name.lower().startswith(("license", "licence", "copying")))
    if files:
        return safe_line(files[0].name, 60)
    card = path / "README.md"
    if card.is_file():
        with card.open(encoding="utf-8", errors="replace") as lines:
            for _, line in zip(range(60), lines, strict=False):
                if line.lower().startswith("license:"):
                    return safe_line(line.split(":", 1)[1].strip(), 60)
    return ""
