"""The table of docs/parity.md: every key of every screen is in it, and what it says is typed in the plain view is typed here and answered."""

from __future__ import annotations

import importlib
import inspect
import io
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.screen import Screen

from scenarios.library import catalogue, find
from scenarios.shelf import scenario_files
from tests.trainer.conftest import WRONG_KETTLE
from tests.trainer.shift.builders import account, ended, plan, word
from trainer.authoring.workbench.commands import Commands
from trainer.authoring.workbench.findings import Checked, Measured
from trainer.authoring.workbench.hand import Hand
from trainer.modes import MODES
from trainer.plain.console import Console
from trainer.plain.view import run_plain
from trainer.records.practices import Kind, Practices
from trainer.records.store import Store
from trainer.shift.account import Fate
from trainer.tui import screens
from trainer.wiring import finish_call, start_call

TABLE = Path(__file__).parents[3] / "docs" / "parity.md"
SORRY = "I am sorry: we packed the wrong kettle, and you paid for the steel one."
CALL = ("Call", "FurtherTry", "Pause", "Leave")
OF = {
    "Home": ("Home",),
    "Pick a call": ("Scenarios", "Choosing"),
    "Before a call": ("Briefing", "FirstCall"),
    "A call": CALL,
    "After a call": (
        "Ending",
        "Rating",
        "Debrief",
        "Evidence",
        "Disagree",
        "Ledger",
        "Retype",
        "RoleSwap",
        "Turns",
        "Comparison",
        "Transcript",
        "Overrule",
        "Opinion",
    ),
    "Today": ("Today",),
    "Drills": ("Drill", "DrillSet"),
    "Shift": ("Shift", "Writing"),
    "Progress": ("Progress",),
    "Room": ("Rooms", "Room", "WritesCards", "RoomEnd"),
    "Settings": ("Settings", "Data", "Sure", "Voice"),
    "Author": ("Author", "New"),
    "Preview": ("Preview", "AuthorPreview"),
    "Everywhere": ("Page", "Trouble"),
}
"""The screens each table is of."""
SAME = {"escape": "esc", "slash": "/", "pgdn": "pagedown", "arrows": "up"}
OWN_VALUES = ("   calm", "   real", "   raw")
"""What the briefing's help lists below its key."""


@dataclass(frozen=True)
class Row:
    section: str
    keys: tuple[str, ...]
    typed: tuple[str, ...]


@cache
def rows() -> tuple[Row, ...]:
    found, section = [], ""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            section = line[3:]
        elif line.startswith("| ") and not line.startswith("| Key"):
            keys, _, plain = (cell.strip() for cell in line.strip("|").split("|"))
            found.append(Row(section, tuple(_keys(keys)), tuple(re.findall(r"`([^`]+)`", plain)) if not plain.startswith("none needed") else ()))
    return tuple(found)


def _keys(cell: str) -> Iterator[str]:
    for quoted in re.findall(r"`([^`]+)`", cell):
        yield from _plainly(quoted)


def _plainly(keys: str) -> Iterator[str]:
    """``Up, Down`` and ``e or Enter`` are two keys each; ``1 to 4`` are four."""
    if found := re.fullmatch(r"(\d) to (\d)(.*)", keys):
        yield from map(str, range(int(found[1]), int(found[2]) + 1))
        keys = found[3]
    keys = keys.removesuffix(" in the file's name")
    for key in re.split(r", | or ", keys):
        key = key.strip().lower()
        if key and not key.startswith("/r") and not key.startswith(("/p", "/c", "/l")):
            yield SAME.get(key, key)


def keys_of(screen: type[Screen[object]]) -> set[str]:
    """The keys a screen binds and those its help names."""
    bound = {key for one in screen.__dict__.get("BINDINGS", ()) for key in (one.key if isinstance(one, Binding) else one[0]).split(",")}
    told = {key for keys, _ in getattr(screen, "KEYS", ()) if keys not in OWN_VALUES for key in _plainly(keys)}
    return {SAME.get(key, key) for key in bound} | told


def every_screen() -> dict[str, type[Screen[object]]]:
    found: dict[str, type[Screen[object]]] = {}
    for module in pkgutil.iter_modules(screens.__path__):
        there = importlib.import_module(f"{screens.__name__}.{module.name}")
        found |= {
            name.removesuffix("Screen"): one for name, one in vars(there).items() if inspect.isclass(one) and issubclass(one, Screen) and one is not Screen
        }
    return {name: one for name, one in found.items() if name != "Modal"}


def test_every_screen_belongs_to_a_table_and_every_key_has_a_row() -> None:
    placed = [name for names in OF.values() for name in names]
    assert sorted(placed) == sorted(every_screen()), "a screen is in no table of docs/parity.md"
    anywhere = {key for row in rows() if row.section == "Everywhere" for key in row.keys}
    for section, names in OF.items():
        there = anywhere | {key for row in rows() if row.section == section for key in row.keys}
        for name in names:
            assert not (missing := keys_of(every_screen()[name]) - there), f"{name}: no row in '{section}' of docs/parity.md for {sorted(missing)}"


def test_every_mode_has_a_row_of_its_own() -> None:
    home = {(key, typed) for row in rows() if row.section == "Home" for key in row.keys for typed in row.typed}
    assert home >= {(mode.key, mode.name) for mode in MODES}


class Typist:
    """Types lines one by one and notes what was answered to each."""

    def __init__(self, lines: list[str]) -> None:
        self.out = io.StringIO()
        self._lines = lines
        self._at: list[int] = []

    def isatty(self) -> bool:
        return True

    def readline(self, _size: int, /) -> str:
        self._at.append(self.out.tell())
        return f"{self._lines[len(self._at) - 1]}\n" if len(self._at) <= len(self._lines) else ""

    def answers(self) -> list[str]:
        said = self.out.getvalue()
        return [said[begin:end] for begin, end in zip(self._at, [*self._at[1:], len(said)], strict=True)]


Said = tuple[str, str]
"""What is typed, and words that must come before the next question."""

AT_HOME: tuple[Said, ...] = (
    *(("help", "first: the guided first call"), ("home", "Type today."), ("first", "You are scored on"), ("/briefing", "Bakehouse"), ("/rubric", "Calmness")),
    *(("One moment \\", "and:"), ("please.", "You:"), ("/pause", "Paused"), ("stop", "resume"), ("resume", "Going on with"), ("/leave", "You left the call.")),
    *(("", "Where did it turn"), ("", "Debrief."), ("", "or a word, find WORDS"), ("past", "1. Happy 30th Sam"), ("", "or a word, find WORDS")),
    *(("calls", "44 calls"), ("find bank", "fit"), ("trade bank", "trade bank"), ("clear", "44 calls"), ("level", "Type level and one of these")),
    *(("level 4", "level 4"), ("long", "long"), ("clear", "44 calls"), ("principle 004.11", "004.11"), ("order shortest", "shortest first")),
    *(("list", "shortest first"), ("q", "or a word, find WORDS"), ("today", "to practise"), ("q", "or a word, find WORDS"), ("progress", "has been practised")),
    *(("drill", "Number of the skill"), ("mixed", " of 10"), ("sorry", "Not yet."), ("r", "You:"), ("sorry", "Press Enter"), ("", "2 of 10")),
    *(
        ("/stop", "The set is kept"),
        ("drill", "resume"),
        ("resume", "2 of 10"),
        ("/stop", "kept"),
        ("drill", "skill"),
        ("2", " of 10"),
        ("/stop", "nothing to go on with"),
        ("drill own it", "Own it: "),
        ("/stop", "nothing to go on with"),
    ),
    *(
        ("today", "Number to begin"),
        ("1", " of 10"),
        ("/stop", "Number to begin"),
        ("q", "or a word, find WORDS"),
        ("progress", "Number or name of a skill"),
        ("dont-know", "Say you do not know: "),
        ("q", "or a word, find WORDS"),
        ("settings", "2. Calls: intensity, practice, meter, coach."),
        ("2", "coach: "),
        ("theme light", "theme is now light"),
    ),
    *(("coach yes", "coach is now yes"), ("usual coach", "coach is now no"), ("voice", "voice is"), ("data", "Coolhead keeps its data in")),
    *(("export copy.zip", "copy.zip"), ("where", "Coolhead keeps its data in"), ("delete records", "Type yes"), ("", "Nothing was deleted.")),
    *(("", "Number of a part"), ("", "or a word, find WORDS")),
    *(("shift", "short for 3 calls"), ("short", "Type end"), ("stop", "The shift is kept"), ("room", "Number of the call"), ("q", "or a word, find WORDS")),
    *(("author", "new begins one"), ("back", "or a word, find WORDS"), ("quit", "Goodbye.")),
)
ON_A_CALL: tuple[Said, ...] = (
    *(("raw", "Type raw again"), ("raw", "a practice call, raw"), ("test", "a test, raw"), ("", "Imre"), ("/rewind", "a test")),
    *(("/pause", "Paused"), ("stop", "kept")),
    *(("resume", "Going on with"), ("/leave", "Debrief."), ("", "or a word, find WORDS"), ("q", "Goodbye.")),
)
IN_PRACTICE: tuple[Said, ...] = (
    *(
        ("", "Imre"),
        ("/desk", "/replace"),
        ("/find steel", "steel"),
        ("/mood", "Mood: anger 45, tense"),
        ("/coach", "coach"),
        ("/coach", "coach"),
        ("/again", "Customer (Imre)"),
        (SORRY, "Imre"),
    ),
    *(("/rewind", "Your turns"), ("1", "You:"), (f"{SORRY} Truly.", "Imre"), ("/pause", "beside your first"), ("points", ""), ("", "You are back")),
    *(("/rewind", "Tries so far"), ("try 2", "beside your first"), ("", "Type on to go on"), ("on", "You:"), ("/pause", "beside"), ("", "You are back")),
    *(
        ("/replace", "Desk: /replace: Done"),
        ("/leave", "You left the call."),
        ("4 4 5 3", "Where did it turn"),
        ("I said sorry.", "Debrief."),
        ("all", "Calmness"),
        ("words", "Listening: Whether you showed that you heard"),
    ),
    *(("again 1", "What would you say instead?"), ("", "What next?"), ("disagree 1", "How would you judge it"), ("It was fair.", "No score changes")),
    *(
        ("ledger", ""),
        ("second opinion", "A second opinion is off."),
        ("transcript", "steel kettle"),
        ("rewind", "Your turns"),
        ("", "What next?"),
        ("other side", "you are Imre"),
        ("1", "y"),
        ("y", "What next?"),
    ),
)
A_SHIFT: tuple[Said, ...] = (
    *(("break", "You took a break"), ("take", "Press Enter to pick up"), ("q", "Shift: Enter, end, stop"), ("answer", "One reply"), ("", "Answer the message")),
)
THE_MESSAGE: tuple[Said, ...] = (
    *(
        ("answer", "One reply."),
        ("I am sorry, I will ring you now.", "Your answer"),
        ("note", "What should the team know"),
        ("", "Write the note"),
        ("pass", "The shift is over"),
    ),
    *(("1", "Looking back at"),),
)
IN_A_ROOM: tuple[Said, ...] = (
    *(
        ("raw", "raw"),
        ("KETTLE", "Moment 1."),
        ("1: We packed the wrong kettle.", "Proposal 1: "),
        ("2: /replace // The steel one comes on Friday.", "Proposal 2: "),
    ),
    *(
        ("votes 3 1", "3 votes"),
        ("sure 1", "sure"),
        ("1:", "off the board"),
        ("1: We packed the wrong kettle.", "Proposal 1"),
        ("desk", "/replace"),
        ("log", "Imre"),
    ),
    *(
        ("timer 2", "2 minutes"),
        ("lock 1", "To talk about"),
        ("why", "Proposal 1."),
        ("undo", "as it was"),
        ("stop", "The room is kept"),
        ("room", "put aside"),
    ),
    *(
        ("resume", "Moment 1."),
        ("We packed the wrong kettle.", "Proposal 3:"),
        ("fork 1 2", "Which goes on?"),
        ("go on 1", "Moment 2."),
        ("end", "The call is over"),
        ("", "How sure"),
    ),
    *(
        ("sheet room.txt", "Written: "),
        ("", "or a word, find WORDS"),
        ("past", "1. The wrong kettle"),
        ("1", "Debrief."),
        ("", "Number of the past call"),
        ("scores 1", "overrule"),
        ("overrule", "Which score"),
        ("", "overrule"),
        ("", ""),
    ),
)
AS_AUTHOR: tuple[Said, ...] = (
    *(
        ("help all", "pack: make one file"),
        ("1", "The wrong kettle"),
        ("check", "Checked"),
        ("edit", "Checked"),
        ("explain CH020", "CH020: "),
        ("copy", "It is yours"),
        ("graph", "ran graph"),
    ),
    *(
        ("pack", "ran pack"),
        ("measure", "Measured: level 2"),
        ("1", "The wrong kettle"),
        ("preview", "/help lists the rest"),
        (SORRY, "Imre"),
        ("/state", "nger"),
    ),
    *(("/why", ""), ("/back", "kept as a draft"), ("/draft", "Imre"), ("/problem", "problem"), ("/seed", "Again from the opening"), ("/restart", "Again from")),
    *(("/replace", "Desk: /replace: Done"), ("/stop", ""), ("new", "")),
)


def _nothing() -> None:
    """Nothing to prepare."""


def _with_a_shift() -> None:
    first, *_, last = catalogue()
    with Store.open() as store:
        shift = Practices(store).begin(Kind.SHIFT, plan(first.id, last.id).model_dump(mode="json"))
        for kind, body in ended(account("1")):
            Practices(store).step(shift, kind, body)


def _with_a_message() -> None:
    first = catalogue()[0]
    with Store.open() as store:
        scenario = find(first.id)
        call, attempt = start_call(scenario, 1, store=store)
        call.leave()
        finish_call(call, scenario, store, attempt)
        shift = Practices(store).begin(Kind.SHIFT, plan(first.id).model_dump(mode="json"))
        for kind, body in ended(account("1", attempt=attempt, scenario=first.id, words=(word(Fate.BROKEN),))):
            Practices(store).step(shift, kind, body)


SITTINGS: dict[str, tuple[tuple[Said, ...], str | None, Callable[[], None]]] = {
    "home": (AT_HOME, None, _nothing),
    "a call": ((*(("KETTLE", "Press Enter to pick up"),), *ON_A_CALL), None, _nothing),
    "practice": ((*(("KETTLE", "Press Enter to pick up"),), *IN_PRACTICE), None, _nothing),
    "a shift": ((*A_SHIFT[:3], ("end", "with 1 call left"), ("end", "What should the team know"), ("", "The shift is over")), "shift", _with_a_shift),
    "a message": (THE_MESSAGE, "shift", _with_a_message),
    "a room": ((("room", "Number of the call"), *IN_A_ROOM), None, _nothing),
    "the author": (AS_AUTHOR, "author", _nothing),
}


@pytest.fixture
def kettle_at_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty house with one scenario of its own in it; what takes other programs or minutes answers at once."""
    file = tmp_path / "own" / "wrong-kettle.yaml"
    file.parent.mkdir()
    file.write_text(WRONG_KETTLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.setenv(name, f"{sys.executable} -V")  # an editor that every machine has: it opens nothing and ends
    return file


@pytest.mark.parametrize("sitting", SITTINGS)
def test_what_the_table_says_is_typed_is_answered(sitting: str, kettle_at_hand: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said, mode, prepare = SITTINGS[sitting]
    if mode == "author":
        monkeypatch.setenv("COOLHEAD_SCENARIOS", str(kettle_at_hand.parent))
        few = [item for item in scenario_files() if item.pack == "care"]
        monkeypatch.setattr("scenarios.library.scenario_files", lambda folders=(): [*few, *(item for item in scenario_files(folders) if item.pack == "own")])
        monkeypatch.setattr(Hand, "check", lambda *_: Checked(par=(4, 6.0)))
        monkeypatch.setattr(Hand, "measure", lambda *_: Measured(level=2, novice=0.4, expert=1.0, plays=9))
        monkeypatch.setattr(Commands, "run", lambda _self, name, *_: (True, f"ran {name}"))
    prepare()
    typist = Typist([str(kettle_at_hand) if line == "KETTLE" else line for line, _ in said])
    run_plain(seed=3, console=Console(typist, typist.out), mode=mode)
    answers = typist.answers()
    assert len(answers) >= len(said), f"it ended early:\n{typist.out.getvalue()[-1500:]}"
    for (line, words), answer in zip(said, answers, strict=False):
        assert words.casefold() in answer.casefold(), f"'{line}' was answered:\n{answer}"


def test_every_line_of_the_table_is_typed_in_some_sitting() -> None:
    typed = {line for said, _, _ in SITTINGS.values() for line, _ in said}
    for row in rows():
        for line in row.typed:
            assert line in typed or line == "Enter", f"'{line}' of '{row.section}' is typed in no sitting"
