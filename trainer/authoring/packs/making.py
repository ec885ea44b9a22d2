"""A folder of scenarios -> one pack: what goes in, what is left out and why, and its ``pack.yaml`` where none was written."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from scenarios.library import catalogue
from scenarios.pack import TAKEN, PackInfo, examine_pack
from scenarios.problems import Code, Problem, Severity, fault, shown
from scenarios.shelf import PACK_FILE, shipped_packs, voice_files, voice_ids
from trainer.authoring.packs.archive import MAX_FILES, read_archive, write_archive
from trainer.authoring.packs.contents import Contents, Kind, examine_contents, kind_of
from trainer.authoring.packs.names import why_not
from trainer.authoring.packs.receipt import RECEIPT
from trainer.errors import ContentError, UsageError
from trainer.finding import own_folders
from trainer.text import safe_line

NOT_STATED = "not stated"

SMALLER = "Make several smaller packs of it."

_PAGES = ("README", "LICENCE", "LICENSE", "COPYING", "NOTICE", "CHANGELOG")
"""Pages meant for whoever gets the pack. Other pages beside scenarios may be letters from real customers."""


@dataclass(frozen=True)
class Gathered:
    """What lies in a folder: the files of the pack by the name they get there, and what is left out with the reason."""

    folder: Path
    files: dict[str, Path]
    left_out: dict[str, str]
    problems: tuple[Problem, ...]


def gather(folder: Path) -> Gathered:
    """Look through a folder. Raises UsageError where there is none, or no scenario in it, and ContentError where it is too large."""
    name = shown(folder, 200)
    if not folder.is_dir():
        raise UsageError(f"{name} is a file, and a pack is made of a folder." if folder.exists() else f"There is no folder {name}.")
    found = Gathered(folder, {}, {}, ())
    problems: list[Problem] = []
    try:
        for inside, path, why in _walk(folder, ""):
            if why:
                found.left_out[inside] = why
            elif bad := why_not(inside):
                problems.append(fault(Code.UNREADABLE, str(path), (1, 1), f"This file cannot go into a pack: {bad}.", "Rename it."))
            else:
                found.files[inside] = path
            if len(found.files) > MAX_FILES:
                raise ContentError(f"{name} holds more than {MAX_FILES:,} files of a pack.", SMALLER)
    except OSError as error:
        raise ContentError(f"{name} cannot be read: {error.strerror or error}.") from error
    if not any(kind_of(inside) is Kind.SCENARIO for inside in found.files):
        raise UsageError(f"There is no scenario file in {name}.", "Scenario files end in .yaml")
    return replace(found, problems=tuple(problems))


def _walk(folder: Path, before: str) -> Iterator[tuple[str, Path, str]]:
    """Each file by its name in the pack, with the reason to leave it out, if there is one. Folders without a place are not entered."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            name = before + unicodedata.normalize("NFC", entry.name)
            if entry.name == RECEIPT:
                continue
            if entry.name.startswith("."):
                yield name, Path(entry.path), "hidden"
            elif entry.is_symlink():
                yield name, Path(entry.path), "a link"
            elif entry.is_dir():
                if not before and (name == "voices" or name.endswith(".golden")):
                    yield from _walk(Path(entry.path), f"{name}/")
                else:
                    yield f"{name}/", Path(entry.path), "a folder that has no place in a pack"
            elif not entry.is_file():
                yield name, Path(entry.path), "not a plain file"
            else:
                yield name, Path(entry.path), _why_leave(name)


def _why_leave(name: str) -> str:
    kind = kind_of(name)
    if kind is Kind.NOTE and not name.upper().startswith(_PAGES):
        return f"a page; only {_PAGES[0]} and the like go along"
    return "" if kind else "no part of a pack"


def examine_gathered(gathered: Gathered) -> Contents:
    """Everything wrong with what would go in. A voice counts as known only where the receiver has it: shipped, or in the pack."""
    found = examine_contents(gathered.files, voice_ids())
    found.problems = [*gathered.problems, *(_or_bring(problem, gathered.folder) for problem in found.problems), *_not_to_be_added(gathered, found)]
    return found


def _or_bring(problem: Problem, folder: Path) -> Problem:
    """A voice that is missing in the pack and at hand here only needs copying."""
    if problem.code is Code.UNKNOWN_VOICE:
        for item in voice_files(own_folders()):
            if f"'{item.stem}'" in problem.message:
                words = f"The voice '{item.stem}' is your own, and others do not have it."
                return replace(problem, message=words, remedy=f"Copy {shown(item.file, 200)} into {shown(folder / 'voices', 200)}.")
    return problem


def _not_to_be_added(gathered: Gathered, found: Contents) -> Iterator[Problem]:
    """What comes with Coolhead under the same id, so that nobody could add the pack."""
    shipped = {entry.id for entry in catalogue()}
    for word, ids, taken in (("scenario", found.scenarios, shipped), ("voice", found.voices, set(voice_ids()))):
        for id_ in sorted(taken & set(ids)):
            words = f"A {word} '{id_}' comes with Coolhead, so nobody will be able to add this pack."
            problem = fault(Code.DUPLICATE_ID, str(gathered.files[ids[id_]]), (1, 1), words, f"Give your {word} an id of its own.")
            yield replace(problem, severity=Severity.WARNING)


def default_info(folder: Path, made_with: str) -> PackInfo:
    """What can be told of a pack from its folder alone."""
    name = folder.resolve().name
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    id_ = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:50].strip("-") or "pack"
    if id_ in (*TAKEN, *shipped_packs()) or why_not(id_):
        id_ = f"my-{id_}"
    title = safe_line(re.sub(r"[-_]+", " ", name), 80) or "Pack"
    return PackInfo(pack=id_, title=title[0].upper() + title[1:], version="1", author=NOT_STATED, licence=NOT_STATED, made_with=made_with)


def info_text(info: PackInfo) -> str:
    """The file ``pack.yaml`` for somebody to go on with."""
    lines = {
        "pack": "the id, and the name of the folder it is installed in",
        "title": "what the list of scenarios calls it",
        "version": "change it with every pack you hand on",
        "author": "",
        "licence": "what others may do with it, in your own words",
        "made_with": "",
    }
    told = info.model_dump()
    text = "# What this pack is, who made it, and what others may do with it.\n"
    return text + "".join(f"{key}: {json.dumps(told[key], ensure_ascii=False)}{f'  # {remark}' if remark else ''}\n" for key, remark in lines.items())


def stamped(text: str, info: PackInfo, made_with: str) -> str:
    """A ``pack.yaml`` that names the version it is made with now, otherwise as its author wrote it."""
    if info.made_with == made_with:
        return text
    line = f"made_with: {json.dumps(made_with)}"
    fresh, found = re.subn(r"(?m)^made_with\s*:.*$", line, text, count=1)
    fresh = fresh if found else f"{text.rstrip()}\n{line}\n"
    told = examine_pack(fresh, PACK_FILE)[0]
    return fresh if told and told.made_with == made_with else text


def pack_bytes(gathered: Gathered, about: str) -> bytes:
    """The pack itself, ``about`` as its ``pack.yaml``. Raises ContentError where a file cannot be read or it is too much for one pack."""
    try:
        files = {name: path.read_bytes() for name, path in gathered.files.items()}
    except OSError as error:
        raise ContentError(f"{shown(gathered.folder, 200)} cannot be read: {error.strerror or error}.") from error
    data = write_archive({**files, PACK_FILE: about.encode()})
    try:
        read_archive(data, str(gathered.folder))
    except ContentError as error:
        raise ContentError(error.sentence, SMALLER) from error
    return data
