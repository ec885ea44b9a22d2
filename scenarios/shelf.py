"""Where content files lie: the packs and voices shipped with the package, and the folders a user adds.

Shipped files are reached through ``importlib.resources``, so they are found in an installed wheel as in a checkout.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from scenarios.filenames import YAML, is_incident, strings_of

OWN_PACK = "own"
"""The pack of scenarios that lie directly in a user's folder."""

PACK_FILE = "pack.yaml"
"""What a pack says about itself, in its folder; never a scenario."""


@dataclass(frozen=True)
class Item:
    """One content file; ``pack`` is the folder it lies in."""

    pack: str
    file: Traversable
    folder: Traversable | None = None
    """where it lies, with the files it may lean on beside it"""

    @property
    def stem(self) -> str:
        return self.file.name.rsplit(".", 1)[0]


def scenario_files(folders: Sequence[Path] = ()) -> Iterator[Item]:
    """Every scenario file, the shipped packs first, each pack in order of name. Golden folders, voices and incidents are passed over."""
    yield from _packs(files("scenarios").joinpath("library"))
    for folder in folders:
        for file in _scenarios_in(folder):
            yield Item(OWN_PACK, file, folder)
        yield from _packs(folder)


def voice_files(folders: Sequence[Path] = ()) -> Iterator[Item]:
    """Every voice file; a user's voices lie in ``voices`` inside their folder, a pack's in ``voices`` inside the pack."""
    packs = (pack for folder in folders for pack in _pack_folders(folder))
    for home in (files("scenarios").joinpath("voices"), *(folder.joinpath("voices") for folder in (*folders, *packs))):
        for file in _yaml_in(home):
            yield Item("voices", file)


def voice_ids(folders: Sequence[Path] = ()) -> tuple[str, ...]:
    """The ids of the voices at hand, by file name."""
    return tuple(dict.fromkeys(item.stem for item in voice_files(folders)))


def shipped_packs() -> tuple[str, ...]:
    """The names of the packs that come with the package."""
    return tuple(folder.name for folder in _pack_folders(files("scenarios").joinpath("library")))


def _packs(home: Traversable) -> Iterator[Item]:
    for folder in _pack_folders(home):
        for file in _scenarios_in(folder):
            yield Item(folder.name, file, folder)


def _pack_folders(home: Traversable) -> Iterator[Traversable]:
    for folder in _sorted(home):
        if folder.is_dir() and folder.name != "voices" and not folder.name.startswith((".", "_")) and not folder.name.endswith(".golden"):
            yield folder


def _scenarios_in(folder: Traversable) -> Iterator[Traversable]:
    """The scenarios of a folder, without what only stands beside them."""
    there = {file.name: file for file in _yaml_in(folder)}
    yield from (file for name, file in there.items() if name != PACK_FILE and not is_incident(name) and strings_of(name, there) is None)


def _yaml_in(home: Traversable) -> Iterator[Traversable]:
    for file in _sorted(home):
        if file.name.endswith(YAML) and not file.name.startswith(".") and file.is_file():
            yield file


def _sorted(home: Traversable) -> list[Traversable]:
    """What lies in a folder, by name; nothing where there is no such folder or it may not be read."""
    try:
        return sorted(home.iterdir(), key=lambda entry: entry.name)
    except OSError:
        return []
