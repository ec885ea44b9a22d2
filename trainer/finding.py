"""Which scenarios are at hand, shipped and the trainer's own, and finding one by id or file.

The library's faults are turned into ours here, for the command line and the plain view alike.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Sequence
from pathlib import Path

from scenarios.edition import Edition, edition_of
from scenarios.library import Entry, catalogue, file_of, find
from scenarios.model import Scenario
from scenarios.pack import pack_info
from scenarios.problems import ScenarioProblems
from scenarios.shelf import PACK_FILE, scenario_files
from scenarios.transcript import Opened, Transcript
from trainer.errors import ContentError, UsageError
from trainer.records.locations import own_scenarios
from trainer.text import safe_line

ALSO_VARIABLE = "COOLHEAD_SCENARIOS"
"""Environment variable naming more folders of scenarios, written as ``PATH`` is."""

SEE_LIST = "See what there is with: coolhead list"


def own_folders() -> tuple[Path, ...]:
    """Folders of scenarios beside the shipped ones: the trainer's own, then those the variable names."""
    own = own_scenarios()
    return (own, *(folder for folder in also_folders() if folder != own))


def also_folders() -> tuple[Path, ...]:
    """The folders ``ALSO_VARIABLE`` names."""
    named = os.environ.get(ALSO_VARIABLE, "").split(os.pathsep)
    return tuple(dict.fromkeys(Path(name).expanduser().absolute() for name in named if name.strip()))


def look_also_in(folder: Path) -> None:
    """For the rest of this sitting, and every process it starts, this folder is at hand too. Raises UsageError where it is none."""
    if not folder.is_dir():
        raise UsageError(f"There is no folder {safe_line(str(folder), 200)}.", "Name a folder of scenario files.")
    os.environ[ALSO_VARIABLE] = os.pathsep.join(map(str, (*also_folders(), folder.absolute())))


def at_hand() -> list[Entry]:
    """Every scenario that can be played."""
    return catalogue(own_folders())


def fresh_seed() -> int:
    """A seed nobody named."""
    return secrets.randbelow(2**31)


def pack_titles() -> dict[str, str]:
    """What the packs somebody installed are called, by their folder's name; an entry of the catalogue names its folder as ``pack``."""
    found = {file.parent.name: pack_info(file) for folder in own_folders() for file in sorted(folder.glob(f"*/{PACK_FILE}"))}
    return {name: info.title for name, info in found.items() if info}


def scenario_named(id_or_path: str, seed: int | None = None, *, edition: Edition | None = None, language: str | None = None) -> Scenario:
    """The scenario; with variants, as ``edition`` or else ``seed`` says; in ``language``, where it has been translated.

    Raises UsageError when there is none of that name and ContentError when its file has faults.
    """
    if _is_path(id_or_path) and not os.path.lexists(id_or_path):
        raise UsageError(f"There is no file {id_or_path}.", SEE_LIST)
    try:
        found = find(id_or_path, own_folders(), seed, edition=edition, language=language)
    except ScenarioProblems as error:
        raise ContentError(str(error)) from error
    except LookupError as error:
        raise UsageError(str(error.args[0]) if error.args else str(error), SEE_LIST) from error
    got = edition_of(found)
    if language and (got is None or got.language != language):
        raise UsageError(f"{found.scenario} is not translated into '{language[:40]}'.", "Begin with: coolhead strings export FILE --language LANGUAGE")
    return found


def file_named(id_or_path: str) -> Path:
    """The file of a scenario that ``scenario_named`` finds."""
    return file_of(id_or_path, own_folders())


def scenario_played(transcript: Transcript, named: str) -> Scenario:
    """The scenario ``named``, the way this call was played. Raises as ``scenario_named`` does."""
    opened = next((event for event in transcript.events if isinstance(event, Opened)), None)
    return scenario_named(named, edition=opened.edition if opened else None)


def files_named(named: Sequence[str]) -> list[Path]:
    """The files of the scenarios with these ids, in these files and folders; of every one at hand where nothing is named.

    Raises UsageError where there is nothing.
    """
    places = {entry.id: Path(entry.path) for entry in at_hand()}
    if not named:
        return list(places.values())
    found: list[Path] = []
    for name in named:
        path = Path(name.replace("\0", ""))
        if path.is_dir():
            inside = [Path(str(item.file)) for item in scenario_files((path,)) if Path(str(item.file)).is_relative_to(path)]
            if not inside:
                raise UsageError(f"There is no scenario file in {path}.", "Scenario files end in .yaml")
            found += inside
        elif name in places:
            found.append(places[name])
        elif path.exists():
            found.append(path)
        else:
            scenario_named(name)  # says what is wrong with the name
    return found


def scenarios_named(named: Sequence[str]) -> list[Scenario]:
    """The scenarios of ``files_named``. Raises UsageError and ContentError as ``scenario_named`` does."""
    return [scenario_named(str(file)) for file in files_named(named)]


def _is_path(name: str) -> bool:
    return "\0" not in name and (name.endswith((".yaml", ".yml")) or os.sep in name)
