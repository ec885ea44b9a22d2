"""Settings and one's own data in the plain view: told in lines, changed by typing a name and a value."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.data.copying import copy_all
from trainer.data.deleting import delete
from trainer.data.parts import What
from trainer.data.words import chosen, copied_line, goes_lines, usual_copy, where_lines
from trainer.errors import CoolheadError, Exit
from trainer.records.locations import settings_file
from trainer.settings.current import change
from trainer.settings.model import SETTINGS, Setting, key_of
from trainer.settings.words import SEE, grouped, now_of, part_named, setting_named, stands, typed_change

if TYPE_CHECKING:
    from trainer.plain.console import Console
    from trainer.plain.view import PlainView

ASK = "Number of a part; a setting and its value, such as coach yes; data for your data; help; or Enter to go back:"
ASK_DATA = "Type export and a file name, delete and a part or all, or Enter to go back:"
HELP = (
    "A setting and its value: coach yes. A setting alone: how it stands, and what it takes.",
    "A part's number or name: the settings of that part. list: the parts again. all: every setting.",
    "usual coach: as it was at first. data: your records, copied or deleted; where, export and delete do so from here too.",
)
HELP_DATA = ("export FILE.zip: a copy of all. delete records: that part, asked again first. delete all: all of it. where: where it lies, and what is there.",)
WHERE = ("where", "data")
"""What tells where one's data lies."""


def change_settings(view: PlainView) -> int:
    """Tell the settings and take changes until there are none."""
    console = view.console
    _tell_parts(view)
    while answer := console.choose(ASK, HELP):
        try:
            if answer.lower() == "list":
                _tell_parts(view)
            elif answer.lower() == "all":
                console.tell_list(line for part in grouped() for line in _part_lines(*part))
            elif part := part_named(answer):
                console.tell_all(_part_lines(*part))
            elif answer.lower() == "data":
                _data(view)
            elif _asks_data(answer):
                _do_with_data(view, answer)
            else:
                console.tell(_changed(view, answer))
        except CoolheadError as error:
            console.tell(f"{error.sentence} Type all for every setting, or help." if error.remedy == SEE else str(error))
    return Exit.DONE


def _tell_parts(view: PlainView) -> None:
    """The heads and what stands under each, one line a part: somebody who listens asks for the one that is wanted."""
    view.console.tell(f"Settings. They are kept in {settings_file()}")
    view.console.tell_all(f"{n}. {head}: {', '.join(_spoken(one.key) for one in group)}." for n, (head, group) in enumerate(grouped(), 1))


def _part_lines(head: str, group: Sequence[Setting]) -> Iterator[str]:
    yield f"{head}:"
    yield from (f"{_spoken(one.key)}: {stands(one.key)}. {one.about} It takes {one.takes}." for one in group)


def _changed(view: PlainView, answer: str) -> str:
    """What comes of ``theme light`` or ``usual theme``; of a name alone, how it stands. Raises CoolheadError."""
    first, _, rest = answer.partition(" ")
    if first.lower() == "usual":
        key = setting_named(rest).key
        wanted: dict[str, object] = {key: SETTINGS[key].usual}
    else:
        whole = key_of(answer)  # a title may have several words
        key, rest = (whole, "") if whole else _named(answer)
        if key == "voice" and rest and not whole:
            return view.voice(rest)
        if whole or not rest:
            one = SETTINGS[key]
            return f"{_spoken(key)} is {stands(key)}. {one.about} It takes {one.takes}."
        wanted = typed_change(key, rest)
    try:
        change(wanted)
    finally:  # where it could not be written it holds all the same
        view.settings_changed(key)
    return f"{_spoken(key)} is now {now_of(key)}."


def _named(answer: str) -> tuple[str, str]:
    """The setting a line begins with, in as many words as it has, and what follows. Raises UsageError."""
    words = answer.split()
    if [word.lower() for word in words[:2]] == ["voice", "model"]:  # as it is typed in a call
        return "voice", " ".join(words[1:])
    for taken in range(len(words) - 1, 0, -1):
        if key := key_of(" ".join(words[:taken])):
            return key, " ".join(words[taken:])
    return setting_named(words[0] if words else answer).key, " ".join(words[1:])


def _spoken(key: str) -> str:
    """A setting's name as it is told and may be typed: ``reduced motion``."""
    return key.replace("_", " ")


def _asks_data(answer: str) -> bool:
    """Whether a line is one of the words for one's data: they work at the settings too."""
    word, _, rest = answer.lower().partition(" ")
    return word == "export" or (word == "delete" and rest.strip() in ("", "all", *What)) or answer.lower() in WHERE


def _data(view: PlainView) -> None:
    """One's own data, until nothing more is asked."""
    view.console.tell_all(where_lines())
    while answer := view.console.choose(ASK_DATA, HELP_DATA):
        try:
            _do_with_data(view, answer)
        except CoolheadError as error:
            view.console.tell(str(error))


def _do_with_data(view: PlainView, answer: str) -> None:
    """One wish about one's data. Raises CoolheadError."""
    word, _, rest = answer.partition(" ")
    if word.lower() == "export":
        _export(view.console, rest.strip())
    elif word.lower() == "delete":
        _delete(view, rest.split())
    elif answer.lower() in WHERE:
        view.console.tell_all(where_lines())
    else:
        view.console.tell(f"There is nothing under '{answer[:40]}'.")


def _export(console: Console, name: str) -> None:
    """Write a copy; where a name will not do another is asked for in its place."""
    while True:
        target = Path(os.path.expanduser(name)) if name else usual_copy()
        try:
            console.tell(copied_line(target, copy_all(target)))
            return
        except CoolheadError as error:
            console.tell(error.sentence)
        name = console.choose("Another name for the copy, or Enter to leave it:", ("A file's name, such as copy-2.zip. Enter: no copy is taken.",))
        name = name.removeprefix("export ").strip()
        if not name:
            console.tell("No copy was taken.")
            return


def _delete(view: PlainView, named: list[str]) -> None:
    console = view.console
    if not named:
        console.tell("Say which part, such as delete records; or delete all.")
        return
    goes = chosen([] if [name.lower() for name in named] == ["all"] else named)
    if not goes:
        console.tell("There is nothing to delete.")
        return
    console.tell_all(goes_lines(goes))
    if console.choose("Type yes to delete it, or Enter to keep it:", ("yes: it is deleted for good. Enter or anything else: it is kept.",)).lower() != "yes":
        console.tell("Nothing was deleted.")
        return
    delete(goes)
    for part in goes:
        view.settings_changed(part.what)
    console.tell(f"Deleted: {', '.join(part.what for part in goes)}.")
