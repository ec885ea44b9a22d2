"""Findings kept on disk under the hash of all they hang on, so that what has been checked once need not be checked again.

They hang on the file, what it leans on, its golden replies, the voices of the author's own folders, and the program itself.
Losing them costs time and nothing else, so a disk that will not have them is no fault.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from pydantic import ValidationError

import scenarios
import scoring
import trainer
from scenarios.shelf import voice_files
from trainer.authoring.golden import golden_folder
from trainer.authoring.versions import load
from trainer.authoring.workbench.findings import Findings
from trainer.finding import own_folders
from trainer.records.locations import data_folder

_SHOWS = {"tui", "plain", "subcommands", "training", "corpus"}
MOST_BYTES = 2_000_000
FORM = "1"
"""Changes when the same files are to be looked at in another way."""


def key_of(file: Path) -> str:
    """One name for everything that a check of this file hangs on, as it stands now."""
    digest = hashlib.sha256(f"{FORM}\n{_program()}\n{file.name}\n".encode())
    voices = (item.file for item in voice_files(own_folders()) if isinstance(item.file, Path))
    golden = golden_folder(file)
    beside = sorted(golden.iterdir()) if golden.is_dir() else ()
    for part in (file, *sorted(load(file).leans_on), *beside, *voices):
        digest.update(f"\n{part}\n".encode(errors="replace"))
        with contextlib.suppress(OSError, ValueError):
            if part.is_file() and part.stat().st_size <= MOST_BYTES:
                digest.update(part.read_bytes())
    return digest.hexdigest()[:32]


def kept(key: str) -> Findings:
    """What is known under this key; empty where nothing is."""
    file = _file(key)
    try:
        if file.stat().st_size > MOST_BYTES:
            return Findings()
        return Findings.model_validate_json(file.read_bytes())
    except (OSError, ValidationError):
        return Findings()


def keep(key: str, findings: Findings) -> None:
    """Keep findings, whole or not at all."""
    file = _file(key)
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        aside = file.with_suffix(f".{os.getpid()}")
        aside.write_text(findings.model_dump_json(), encoding="utf-8")
        aside.replace(file)


def _file(key: str) -> Path:
    return data_folder() / "checked" / f"{key}.json"


@cache
def _program() -> str:
    """What the program is today: any part of it that is another makes findings anew."""
    parts = sorted(
        str((path.name, path.stat().st_size, path.stat().st_mtime_ns)) for package in (scenarios, scoring, trainer) for path in _parts(package.__path__)
    )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _parts(places: Iterable[str]) -> Iterator[Path]:
    """Code, models and rubric of a package and the shipped voices; not what only shows, nor the library, whose files count one by one."""
    for place in places:
        for path in Path(place).rglob("*"):
            code = path.suffix in (".py", ".onnx") and not _SHOWS & set(path.parts)
            if code or path.name == "rubric.yaml" or (path.suffix == ".yaml" and path.parent.name == "voices"):
                yield path
