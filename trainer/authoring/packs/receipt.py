"""What a pack's folder held when it was installed, so that nothing somebody wrote or changed there since is ever deleted."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

RECEIPT = ".installed.json"
"""Lies in the pack's folder; hidden, so that neither the library nor ``coolhead pack`` takes it for content."""

_MOST = 1_000_000
_LITTER = ("thumbs.db", "desktop.ini")
"""What file managers leave behind; with whatever is hidden, nobody's work."""


def receipt(files: Mapping[str, bytes]) -> bytes:
    """The receipt for these files."""
    return json.dumps({"files": {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}}, sort_keys=True).encode()


def untouched(folder: Path) -> bool:
    """Whether a folder holds what was installed and nothing more. Raises OSError."""
    return dict(_now(folder)) == _then(folder)


def _then(folder: Path) -> dict[str, str] | None:
    path = folder / RECEIPT
    try:
        if path.stat().st_size > _MOST:
            return None
        kept = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    files = kept.get("files") if isinstance(kept, dict) else None
    return files if isinstance(files, dict) else None


def _now(folder: Path) -> Iterator[tuple[str, str]]:
    for path in folder.rglob("*"):
        if path.name.startswith(".") or path.name.lower() in _LITTER:
            continue
        plain = path.is_file() and not path.is_symlink()
        if plain or not path.is_dir() or path.is_symlink():
            yield path.relative_to(folder).as_posix(), _digest(path) if plain else ""


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
