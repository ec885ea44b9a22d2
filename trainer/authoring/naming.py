"""A scenario's name as its id, its title and its file."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from scenarios.checks.tree import slug
from scenarios.yaml_source import NOTHING
from trainer.authoring.emit import clean
from trainer.errors import UsageError

_LONGEST = 40


def id_of(name: str) -> str:
    """A name as an id: ``The cello in the rain`` is ``the-cello-in-the-rain``. Raises UsageError for a path."""
    if "/" in name or "\\" in name:
        raise UsageError("The name holds a slash.", "Name the folder with --output: coolhead new NAME --output FOLDER")
    plain = unicodedata.normalize("NFKD", name.replace("ß", "ss")).encode("ascii", "ignore").decode()
    found = slug(plain.removesuffix(".yaml").removesuffix(".yml"))
    short = (found if len(found) <= _LONGEST else found[: _LONGEST + 1].rpartition("-")[0] or found[:_LONGEST]).strip("-")
    return short if short not in NOTHING else "my-scenario"  # as a bare value those words are nothing at all


def title_of(name: str) -> str:
    """A name as a title: ``late-bicycle`` is ``Late bicycle``."""
    text = clean(name)[:80].removesuffix(".yaml").removesuffix(".yml")
    words = text.replace("-", " ") if " " not in text else text
    return words[:1].upper() + words[1:]


def free_id(wanted: str, folder: Path) -> str:
    """The id, with a number where the folder has a file of that name."""
    for n in range(1, 1000):
        found = wanted if n == 1 else f"{wanted}-{n}"
        if not (folder / f"{found}.yaml").exists():
            return found
    raise UsageError(f"The folder {folder} has very many files called {wanted}.", "Give the new scenario a name: coolhead new NAME")
