"""Which scenarios are at hand, shipped and the trainer's own, and finding one by id or file.

The library's faults are turned into ours here, for the command line and the plain view alike.
"""

from __future__ import annotations

import os
from pathlib import Path

from scenarios.library import Entry, catalogue, find
from scenarios.model import Scenario
from scenarios.pack import pack_info
from scenarios.problems import ScenarioProblems
from scenarios.shelf import PACK_FILE
from trainer.errors import ContentError, UsageError
from trainer.records.locations import own_scenarios

SEE_LIST = "See what there is with: coolhead list"


def own_folders() -> tuple[Path, ...]:
    """Folders of scenarios beside the shipped ones."""
    return (own_scenarios(),)


def at_hand() -> list[Entry]:
    """Every scenario that can be played."""
    return catalogue(own_folders())


def pack_titles() -> dict[str, str]:
    """What the packs somebody installed are called, by their folder's name; an entry of the catalogue names its folder as ``pack``."""
    found = {file.parent.name: pack_info(file) for folder in own_folders() for file in sorted(folder.glob(f"*/{PACK_FILE}"))}
    return {name: info.title for name, info in found.items() if info}


def scenario_named(id_or_path: str) -> Scenario:
    """The scenario. Raises UsageError when there is none of that name and ContentError when its file has faults."""
    if _is_path(id_or_path) and not os.path.lexists(id_or_path):
        raise UsageError(f"There is no file {id_or_path}.", SEE_LIST)
    try:
        return find(id_or_path, own_folders())
    except ScenarioProblems as error:
        raise ContentError(str(error)) from error
    except LookupError as error:
        raise UsageError(str(error.args[0]) if error.args else str(error), SEE_LIST) from error


def _is_path(name: str) -> bool:
    return "\0" not in name and (name.endswith((".yaml", ".yml")) or os.sep in name)
