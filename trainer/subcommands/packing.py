"""``coolhead pack`` and ``coolhead packs``: scenarios as one file to hand on, and those handed on by others."""

from __future__ import annotations

import hashlib
import shlex
import sys
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from scenarios.check import has_errors
from scenarios.pack import PackInfo
from scenarios.problems import Problem, Severity
from scenarios.shelf import PACK_FILE
from trainer.authoring.packs.adding import Added, Arrived, add, unpack
from trainer.authoring.packs.archive import SUFFIX
from trainer.authoring.packs.contents import Contents
from trainer.authoring.packs.files import plainly, write_whole
from trainer.authoring.packs.installed import Installed, installed, remove
from trainer.authoring.packs.making import NOT_STATED, Gathered, default_info, examine_gathered, gather, info_text, pack_bytes, stamped
from trainer.errors import Exit, PrerequisiteError, UsageError, say
from trainer.subcommands.doctor import coolhead_version
from trainer.subcommands.output import emit, tell
from trainer.text import safe_line
from trainer.words import count

ELSEWHERE = "name another place with: --output FILE"


def make_pack(folder: Path, output: Path | None, *, yes: bool, as_json: bool) -> int:
    """Check a folder and write it as one file. Exit code 1, and nothing written, when anything in it has errors."""
    gathered = gather(folder)
    contents = examine_gathered(gathered)
    if has_errors(contents.problems):
        if as_json:
            emit(_made_row(None, None, gathered, contents, b""))
        _tell_problems(contents.problems, as_json=as_json)
        say("No pack was made. Mend the faults first, then make it again.")
        return Exit.FAULTS
    if contents.info is None:
        info = _asked(default_info(folder, coolhead_version()), yes=yes or as_json)
        about = info_text(info)
    else:
        info = contents.info
        about = stamped(gathered.files[PACK_FILE].read_text(encoding="utf-8-sig"), info, coolhead_version())
    target = _target(output, info)
    data = pack_bytes(gathered, about)
    with plainly(target, ELSEWHERE):
        write_whole(target, data)
    if as_json:
        emit(_made_row(target, info, gathered, contents, data))
    _tell_problems(contents.problems, as_json=as_json)
    for path, why in gathered.left_out.items():
        say(safe_line(f"Left out: {path} ({why})."))
    if PACK_FILE not in gathered.files:
        _keep_info(folder, about)
    if not as_json:
        tell(str(target))
    say(safe_line(f"{_titled(info)}: {_holds(contents.scenarios, contents.voices)}. Others add it with: coolhead packs add {shlex.quote(target.name)}"))
    return Exit.DONE


def list_packs(*, as_json: bool) -> int:
    """Print the packs installed."""
    packs = installed()
    if as_json:
        emit([pack.as_dict() for pack in packs])
        return Exit.DONE
    for pack in packs:
        tell(safe_line(_line(pack)))
    say(f"{count(len(packs), 'pack')}." if packs else "No pack is installed. Add one with: coolhead packs add FILE")
    return Exit.DONE


def add_pack(file: Path, *, replace: bool, as_json: bool) -> int:
    """Install a pack. Exit code 1, and nothing written, when anything in it has errors."""
    arrived = unpack(file)
    broken = arrived.info is None or has_errors(arrived.problems)
    added = None if broken else add(arrived, replace=replace)
    if as_json:
        emit(_added_row(arrived, added))
    _tell_problems(arrived.problems, as_json=as_json)
    if added is None:
        say("Nothing was added.")
        _say_newer(arrived.info)
        return Exit.FAULTS
    info = added.info
    say(safe_line(f"Added {_titled(info)}: {_holds(added.scenarios, added.voices)}. Licence: {info.licence}."))
    if added.replaced is not None:
        say(safe_line(f"It took the place of version {added.replaced}."))
    _say_kept(added.kept)
    if not as_json:
        for id_ in added.scenarios:
            tell(id_)
    say(f"Play one with: coolhead play {added.scenarios[0]}")
    return Exit.DONE


def remove_pack(name: str, *, as_json: bool) -> int:
    """Take a pack away, and say what that was."""
    gone, kept = remove(name)
    if as_json:
        emit({"removed": gone.as_dict(), "kept": str(kept) if kept else None})
    else:
        tell(safe_line(_line(gone)))
    say("It was removed. Calls played with it are kept.")
    _say_kept(kept)
    return Exit.DONE


def _asked(info: PackInfo, *, yes: bool) -> PackInfo:
    """The defaults, or what somebody at a terminal answers in their place."""
    if yes or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return info
    say("This folder has no pack.yaml yet. Press Enter to take what stands in brackets.")
    answers: dict[str, str] = {}
    for key, question in (("title", "What is the pack called?"), ("author", "Who made it?"), ("licence", "What may others do with it?")):
        print(f"{question} [{getattr(info, key)}] ", end="", file=sys.stderr, flush=True)
        if answer := safe_line(sys.stdin.readline(), 200):
            answers[key] = answer
    return info.model_copy(update=answers)


def _target(output: Path | None, info: PackInfo) -> Path:
    """Where the pack goes."""
    target = output or Path(f"{info.pack}{SUFFIX}")
    if target.is_dir():
        target /= f"{info.pack}{SUFFIX}"
    if target.suffix != SUFFIX:
        raise UsageError(f"A pack's file ends in {SUFFIX}, and {target} does not.")
    if target.exists() and not target.is_file():
        raise UsageError(f"{target} is there already and is no file.")
    return target


def _keep_info(folder: Path, about: str) -> None:
    """Leave the new ``pack.yaml`` where its author finds it; the pack is made whether or not that works."""
    if folder.resolve().is_relative_to(Path(str(files("scenarios"))).resolve()):
        return
    try:
        with plainly(folder / PACK_FILE, ELSEWHERE):
            write_whole(folder / PACK_FILE, about.encode())
    except PrerequisiteError as error:
        say(safe_line(error.sentence))
    else:
        say(safe_line(f"Wrote {folder / PACK_FILE} as well: correct title, author and licence there, then make the pack again."))


def _tell_problems(problems: Sequence[Problem], *, as_json: bool) -> None:
    if not as_json:
        for problem in problems:
            tell(str(problem))
    if problems:
        serious = sum(problem.severity is Severity.ERROR for problem in problems)
        say(f"{count(serious, 'fault')}, {count(len(problems) - serious, 'warning')}.")


def _say_newer(info: PackInfo | None) -> None:
    if info and info.made_with and info.made_with != coolhead_version():
        say(safe_line(f"It was made with Coolhead {info.made_with}, and this is {coolhead_version()}. If that one is newer: pip install --upgrade coolhead"))


def _say_kept(kept: Path | None) -> None:
    if kept:
        say(safe_line(f"Files there had been written or changed by hand, so none was deleted; they are in {kept}"))


def _holds(scenarios: Sequence[str] | dict[str, str], voices: Sequence[str] | dict[str, str]) -> str:
    return count(len(scenarios), "scenario") + (f" and {count(len(voices), 'voice')}" if voices else "")


def _titled(pack: PackInfo | Installed) -> str:
    by = f", by {pack.author}" if pack.author != NOT_STATED else ""
    return f"{pack.title}, version {pack.version}{by}"


def _line(pack: Installed) -> str:
    about = _titled(pack) if pack.title else "its pack.yaml has faults"
    return f"{pack.pack}: {about}. {_holds(pack.scenarios, pack.voices)}{': ' if pack.scenarios else ''}{', '.join(pack.scenarios)}."


def _made_row(target: Path | None, info: PackInfo | None, gathered: Gathered, contents: Contents, data: bytes) -> dict[str, object]:
    return {
        "file": str(target) if target else None,
        "sha256": hashlib.sha256(data).hexdigest() if data else None,
        "about": info.model_dump() if info else None,
        "scenarios": sorted(contents.scenarios),
        "voices": sorted(contents.voices),
        "files": sorted({*gathered.files, PACK_FILE}),
        "left_out": [{"path": path, "why": why} for path, why in gathered.left_out.items()],
        "problems": [problem.as_dict() for problem in contents.problems],
    }


def _added_row(arrived: Arrived, added: Added | None) -> dict[str, object]:
    return {
        "about": arrived.info.model_dump() if arrived.info else None,
        "folder": str(added.folder) if added else None,
        "scenarios": sorted(arrived.contents.scenarios),
        "voices": sorted(arrived.contents.voices),
        "replaced": added.replaced if added else None,
        "kept": str(added.kept) if added and added.kept else None,
        "problems": [problem.as_dict() for problem in arrived.problems],
    }
