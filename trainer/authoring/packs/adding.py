"""Installing a pack from a stranger: all of it is validated before anything is written, and clashes with what is here are told."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from scenarios.check import has_errors
from scenarios.library import catalogue
from scenarios.pack import PackInfo, pack_info
from scenarios.problems import Code, Problem, fault, shown
from scenarios.shelf import PACK_FILE, voice_files
from trainer.authoring.packs.archive import REMEDY, load_archive
from trainer.authoring.packs.contents import Contents, examine_contents, kind_of, renamed
from trainer.authoring.packs.files import plainly, write_tree
from trainer.authoring.packs.home import alone, places, put
from trainer.authoring.packs.receipt import RECEIPT, receipt
from trainer.errors import ContentError, UsageError
from trainer.finding import own_folders
from trainer.records.locations import own_scenarios


@dataclass(frozen=True)
class Arrived:
    """A pack read from a file. It can be installed when ``info`` is there and no problem is an error."""

    file: Path
    files: Mapping[str, bytes]
    info: PackInfo | None
    contents: Contents

    @property
    def problems(self) -> list[Problem]:
        return self.contents.problems


@dataclass(frozen=True)
class Added:
    """What was installed, which version it replaced, and where that one's files went if somebody had changed them."""

    info: PackInfo
    folder: Path
    scenarios: tuple[str, ...]
    voices: tuple[str, ...]
    replaced: str | None
    kept: Path | None


def unpack(file: Path) -> Arrived:
    """Read and check a pack; nothing is written where packs live. Raises ContentError or UsageError where it cannot be taken at all."""
    files = load_archive(file)
    name = shown(file, 200)
    if PACK_FILE not in files:
        raise ContentError(f"{name} is not a sound pack: it has no {PACK_FILE}.", REMEDY)
    for inside in files:
        if kind_of(inside) is None:
            raise ContentError(f"{name} is not a sound pack: '{shown(inside)}' has no place in one.", REMEDY)
    with plainly("The temporary folder", "set TMPDIR to a folder you may write in"), TemporaryDirectory(prefix="coolhead-") as made:
        trial = Path(made) / "pack"
        write_tree(trial, files)
        info = pack_info(trial / PACK_FILE)
        voices = _voices_outside(places(own_scenarios(), info.pack) if info else ())
        contents = examine_contents({inside: trial / inside for inside in files}, tuple(voices))
        contents.problems = renamed(contents.problems, trial, name)
    if contents.info and not contents.scenarios and not has_errors(contents.problems):
        contents.problems.append(fault(Code.EMPTY, f"{name}/{PACK_FILE}", (1, 1), "There is no scenario in this pack.", "Ask for a pack that has one."))
    return Arrived(file, files, contents.info, contents)


def add(arrived: Arrived, *, replace: bool) -> Added:
    """Install what was found sound. Raises UsageError where it is there already, ContentError where it clashes, PrerequisiteError where it cannot be written."""
    info = arrived.info
    if info is None or has_errors(arrived.problems):
        raise ValueError("only a pack without errors can be installed")
    _refuse_taken(info, arrived, replace=replace)
    with alone() as home:
        old = _refuse_taken(info, arrived, replace=replace)  # another process may have been quicker
        kept = put(home, info.pack, {**arrived.files, RECEIPT: receipt(arrived.files)})
    return Added(info, home / info.pack, tuple(arrived.contents.scenarios), tuple(arrived.contents.voices), old, kept)


def _refuse_taken(info: PackInfo, arrived: Arrived, *, replace: bool) -> str | None:
    """The version that would be replaced, if there is one. Raises where the pack cannot stand beside what is here."""
    own = places(own_scenarios(), info.pack)
    target = own[0]
    old = pack_info(target / PACK_FILE)
    if target.is_symlink() or (target.exists() and not (target / PACK_FILE).is_file()):
        raise UsageError(f"There is already something of your own at {shown(target, 200)}.", "Rename it, then add the pack again.")
    version = (old.version if old else "unknown") if target.exists() else None
    if version is not None and not replace:
        sentence = f"The pack '{info.pack}' is already installed in version {shown(version)}; this file holds version {shown(info.version)}."
        raise UsageError(sentence, f"Put this one in its place with: coolhead packs add {shlex.quote(shown(arrived.file, 200))} --replace")
    if clashes := list(islice(_clashes(arrived.contents, own), 10)):
        raise ContentError("\n".join(clashes), "Nothing was added. An id can be there only once: one of the two has to be renamed.")
    return version


def _clashes(contents: Contents, own: tuple[Path, ...]) -> Iterator[str]:
    taken = {entry.id: entry.path for entry in catalogue(own_folders()) if Path(entry.path).parent not in own}
    for id_ in contents.scenarios:
        if id_ in taken:
            yield f"The scenario id '{id_}' is already taken by {shown(taken[id_], 200)}."
    voices = _voices_outside(own)
    for id_, name in contents.voices.items():
        for either in sorted({id_, Path(name).stem}):
            if either in voices:
                yield f"The voice id '{either}' is already taken by {shown(voices[either], 200)}."


def _voices_outside(own: tuple[Path, ...]) -> dict[str, str]:
    """The file of each voice at hand but those of the pack that would be replaced."""
    found = voice_files(own_folders())
    return {item.stem: str(item.file) for item in found if not (isinstance(item.file, Path) and item.file.parent.parent in own)}
