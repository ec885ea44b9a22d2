"""A shipped scenario, or one of a pack, made the author's own: its file under a new id, with what it leans on and its golden replies."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from scenarios.beside import read_text
from scenarios.problems import Problem
from trainer.authoring.golden import golden_folder
from trainer.authoring.naming import free_id
from trainer.authoring.versions import load
from trainer.authoring.writing import put
from trainer.errors import ContentError, PrerequisiteError
from trainer.records.locations import own_scenarios
from trainer.text import safe_line

_ID = re.compile(r"^(scenario\s*:\s*)(['\"]?)[\w-]+\2", re.MULTILINE)


def make_own(file: Path, folder: Path | None = None) -> Path:
    """Copy it among the author's own scenarios and return the new file. Raises ContentError or PrerequisiteError where that cannot be done."""
    folder = folder or own_scenarios()
    text = read_text(file)
    if isinstance(text, Problem):
        raise ContentError(text.message)
    id_ = free_id(f"my-{file.stem}".removeprefix("my-my-") if file.stem.startswith("my-") else f"my-{file.stem}", folder)
    own = _ID.sub(rf"\g<1>{id_}", text, count=1)
    target = folder / f"{id_}.yaml"
    if not put(target, own):
        raise PrerequisiteError(f"There is a file {safe_line(str(target))} already.", "Try again.")
    try:
        for other in load(file).leans_on:
            if other.is_file() and not (folder / other.name).exists():
                shutil.copyfile(other, folder / other.name)
        if golden_folder(file).is_dir():
            shutil.copytree(golden_folder(file), golden_folder(target))
    except OSError as error:
        raise PrerequisiteError(f"Copied to {safe_line(str(target))}, but not what stands beside it: {error.strerror}.") from error
    return target
