"""The folder packs are installed in: one process at a time, and never half a pack, whenever it is killed.

A pack is written aside under a hidden name and renamed into place. One that is replaced is renamed first, to a name under
which the library still finds it, so that at every moment the old or the new is there; whoever comes next puts straight
what a killed process left.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from scenarios.problems import shown
from scenarios.shelf import PACK_FILE
from trainer.authoring.packs.files import plainly, write_tree
from trainer.authoring.packs.receipt import untouched
from trainer.errors import PrerequisiteError
from trainer.records.locations import HOME_VARIABLE, data_folder, own_scenarios

PATIENCE = 10.0
"""Seconds to wait for another process to finish."""

_ADDING, _REMOVING, _REPLACED = ".adding-", ".removing-", ".being-replaced"
_LOCK = ".packs.lock"


@contextmanager
def alone() -> Iterator[Path]:
    """The folder of packs, to oneself, tidy. Raises PrerequisiteError where it cannot be written or another process keeps it."""
    from filelock import FileLock, Timeout

    home = own_scenarios()
    with plainly(home, f"set {HOME_VARIABLE} to a folder you may write in"):
        data_folder().mkdir(mode=0o700, parents=True, exist_ok=True)
        home.mkdir(exist_ok=True)
        try:
            lock = FileLock(home / _LOCK, timeout=PATIENCE)
            lock.acquire()
        except Timeout as error:
            raise PrerequisiteError(f"Another Coolhead is changing the packs in {shown(home, 200)}.", "Wait until it has finished, then try again.") from error
        try:
            _tidy(home)
            yield home
        finally:
            lock.release()


def places(home: Path, id_: str) -> tuple[Path, Path]:
    """Where a pack lies, and where it lies for the moment in which it is replaced."""
    return home / id_, home / f"{id_}{_REPLACED}"


def put(home: Path, id_: str, files: Mapping[str, bytes]) -> Path | None:
    """Install files as the pack ``id_``, in place of the one there is. Where that one's files went, if they were not deleted. Raises OSError."""
    target, old = places(home, id_)
    aside = home / f"{_ADDING}{id_}"
    try:
        write_tree(aside, files)
        if not target.exists():
            aside.rename(target)
            return None
        target.rename(old)
        try:
            aside.rename(target)
        except BaseException:
            old.rename(target)
            raise
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    try:
        return take_away(old, id_)
    except OSError:  # the new one is in place all the same; whoever comes next tries again
        return old


def take_away(folder: Path, id_: str) -> Path | None:
    """Delete a pack's folder if it is as it was installed; otherwise move it aside and say where to. Raises OSError."""
    if not untouched(folder):
        return _set_aside(folder, id_)
    doomed = folder.with_name(f"{_REMOVING}{id_}-{secrets.token_hex(4)}")
    folder.rename(doomed)
    shutil.rmtree(doomed, ignore_errors=True)  # what stays is hidden, and cleared away by whoever comes next
    return None


def _set_aside(folder: Path, id_: str) -> Path:
    place = data_folder() / "set-aside"
    place.mkdir(exist_ok=True)
    number = 1
    while (kept := place / f"{id_}-{number}").exists():
        number += 1
    shutil.move(folder, kept)
    return kept


def _tidy(home: Path) -> None:
    """Put straight what a killed process left; what cannot be mended now keeps nobody from going on."""
    for folder in sorted(home.iterdir()):
        with suppress(OSError):
            if folder.name.startswith((_ADDING, _REMOVING)) and folder.is_dir():
                shutil.rmtree(folder)
            elif folder.name.endswith(_REPLACED) and (folder / PACK_FILE).is_file():
                id_ = folder.name.removesuffix(_REPLACED)
                if (home / id_).exists():
                    take_away(folder, id_)
                else:
                    folder.rename(home / id_)
