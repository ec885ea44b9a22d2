"""The settings file: read kindly, so that one slip costs one setting; written strictly, whole or not at all.

A change touches only the lines of what is changed, so that remarks and keys of a newer Coolhead stay. Where that cannot be
done - the file is broken, or written in a form of its own - the file is kept beside itself and written anew.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from scenarios.beside import read_text
from scenarios.problems import Code, Problem, did_you_mean, shown
from scenarios.yaml_source import read_source
from trainer.errors import PrerequisiteError
from trainer.settings.model import SETTINGS, as_words, valued

HEAD = "# What you have chosen in Coolhead. What is not named here is as usual; coolhead settings lists everything there is.\n"
MOST = 65_536
"""Characters; nobody chooses more than this."""
PATIENCE = 5.0
"""Seconds to wait for another process that writes the same file."""
_KEY_LINE = re.compile(r"^(?P<key>[A-Za-z_]+):(?:[ \t].*)?$")
_BARE = re.compile(r"[A-Za-z][\w.-]*")


class NotKeptError(PrerequisiteError):
    """The settings could not be written; everything stands as it did."""


@dataclass(frozen=True)
class Read:
    """What a file says. ``broken`` where it is no list of keys as a whole."""

    text: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    broken: bool = False


def read(file: Path) -> Read:
    """The settings in a file: what is good counts, and what is not is told with file, line and key. Never raises."""
    if not os.path.lexists(file):
        return Read()
    text = read_text(file)
    if isinstance(text, Problem):
        return Read(broken=True, notices=(f"{text.message} The usual settings hold.",))
    if len(text) > MOST:
        return Read(broken=True, notices=(f"{file} is too long to be settings. The usual ones hold.",))
    return parsed(text, str(file))


def parsed(text: str, name: str) -> Read:
    """The settings in a text."""
    source = read_source(text, name)
    problems = [problem for problem in source.problems if problem.code is not Code.EMPTY]
    notices = [f"{name}, line {problem.line}: {problem.message}" for problem in problems]
    found = [(key, value, source.key_at((key,)).line) for key, value in (source.data or {}).items()]
    broken = source.data is None and bool(problems)
    if broken:
        found = _line_by_line(text)
    values: dict[str, Any] = {}
    for key, value, line in found:
        if key not in SETTINGS:
            near = did_you_mean(key, SETTINGS)
            notices.append(f"{name}, line {line}: there is no setting '{shown(key)}'.{f' Did you mean {near}?' if near else ''}")
        elif value is not None:
            try:
                values[key] = valued(key, value)
            except ValueError as error:
                notices.append(f"{name}, line {line}: {error} The usual holds: {as_words(SETTINGS[key].usual)}.")
    return Read(text, values, tuple(notices), broken)


def write(file: Path, changes: Mapping[str, Any]) -> None:
    """Make changes, one process at a time; what is as usual is left out. Raises NotKeptError, and then nothing has changed."""
    from filelock import FileLock, Timeout

    target = Path(os.path.realpath(file))  # a link stays a link
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with FileLock(target.with_name(".settings.lock"), timeout=PATIENCE):
            before = read(target)
            wanted = {key: value for key, value in {**before.values, **changes}.items() if value != SETTINGS[key].usual}
            text = edited(before.text, changes) if not before.broken else None
            if text is None or _meant(text) != wanted:
                if os.path.lexists(target):
                    shutil.copy2(target, _beside(target))
                text = HEAD + "".join(f"{key}: {_scalar(value)}\n" for key, value in wanted.items())
            if text != before.text:
                _put(target, text)
    except Timeout as error:
        raise NotKeptError(f"Another program is holding {file}.", "Try again in a moment.") from error
    except OSError as error:
        raise NotKeptError(
            f"{file} cannot be written: {error.strerror or error}.", "Allow writing there, or set COOLHEAD_HOME to a folder you may write in."
        ) from error


def edited(text: str, changes: Mapping[str, Any]) -> str | None:
    """The text with these settings changed and every other line as it was; None where its form does not allow it."""
    end = "\r\n" if "\r\n" in text else "\n"
    try:
        places = _places(text)
    except (yaml.YAMLError, RecursionError):
        return None
    for key in sorted(changes, key=lambda key: places.get(key, (0, 0)), reverse=True):  # from the end, so that places before stay true
        usual = changes[key] == SETTINGS[key].usual
        if key in places:
            start, stop = places[key]
            rest = text[stop:].partition("\n")[0]
            if usual:
                remark = rest.strip()
                text = text[:start] + (f"{remark}{end}" if remark else "") + text[stop + len(rest) + 1 :]
            else:
                text = f"{text[:start]}{key}: {_scalar(changes[key])}{text[stop:]}"
        elif not usual:
            text = (text or HEAD) + ("" if not text or text.endswith("\n") else end) + f"{key}: {_scalar(changes[key])}{end}"
    return text


def _places(text: str) -> dict[str, tuple[int, int]]:
    """Where each key with a plain value begins, and where its value ends."""
    depth = 0
    found: dict[str, tuple[int, int]] = {}
    key: tuple[str, int] | None = None
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            depth, key = depth + 1, None
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            depth -= 1
        elif isinstance(event, yaml.ScalarEvent) and depth == 1 and event.start_mark and event.end_mark:
            if key is None:
                key = str(event.value), event.start_mark.index
            else:
                found[key[0]] = (key[1], event.end_mark.index)
                key = None
    return found


def _meant(text: str) -> dict[str, Any] | None:
    """What a text would be read as, without what is as usual; None where it is broken."""
    again = parsed(text, "")
    return None if again.broken else {key: value for key, value in again.values.items() if value != SETTINGS[key].usual}


def _line_by_line(text: str) -> list[tuple[str, Any, int]]:
    """What can be saved from a broken file: the lines that are good by themselves."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if (matched := _KEY_LINE.match(line)) and matched["key"] in SETTINGS:
            data = read_source(line, "").data
            if data:
                found.append((matched["key"], data[matched["key"]], number))
    return found


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value:g}"
    text = str(value)
    return text if _BARE.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _beside(target: Path) -> Path:
    """A name nothing has yet, for keeping what was there."""
    names = (target.with_name(f"{target.name}.bak{number or ''}") for number in range(10_000))
    return next(name for name in names if not os.path.lexists(name))


def _put(target: Path, text: str) -> None:
    """Write the whole file, or leave the one there is."""
    aside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with aside.open("w", encoding="utf-8", newline="") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        with suppress(OSError):
            shutil.copymode(target, aside)
        os.replace(aside, target)
    finally:
        with suppress(OSError):
            aside.unlink()
