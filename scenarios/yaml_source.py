"""YAML text -> plain values with the line and column of every key and value, and nothing a scenario has no use for.

Built over the parser's event stream, because composing a whole tree first can crash on hostile nesting, hides duplicate
keys and expands references. Scalars stay the text the author typed: whether ``42`` is a number or somebody's words is
for the model to say, so principle ids, dates and order numbers need no quotes. Only an empty value, ``~`` and ``null``
are nothing. A switch takes true or false, and the model forgives yes and no; elsewhere ``no`` is just a word. All
places count from 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from scenarios.filenames import file_name
from scenarios.problems import CONTROL, MAX_PROBLEMS, At, Code, Problem, fault, shown
from scenarios.yaml_errors import explain

MAX_BYTES = 1_000_000
MAX_DEPTH = 30
MAX_NODES = 20_000

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C parser where the wheel has it; the pure one gives the same events, more slowly."""

NOTHING = frozenset({"", "~", "null"})

Node = dict[str, "Node"] | list["Node"] | str | None
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Place:
    """Where a value stands, and its key if it has one."""

    key: At
    value: At


@dataclass(frozen=True)
class Source:
    """What a file holds. ``data`` is None when nothing could be made of it; ``problems`` then says why."""

    name: str
    data: dict[str, Node] | None
    places: Mapping[Path, Place]
    problems: tuple[Problem, ...]

    def key_at(self, path: Path) -> At:
        """The place of the key of the longest known beginning of ``path``."""
        return self._place(path).key

    def at(self, path: Path) -> At:
        """The place of the value at ``path``; where the path is not known to its end, of the key that should hold it."""
        return self.places[path].value if path in self.places else self._place(path).key

    def line_of(self, path: Path) -> str:
        """The line of the value at ``path``, in words: ``line 4``, or ``line 4 of valley-cut.incident.yaml``."""
        at = self.at(path)
        return f"line {at.line} of {shown(file_name(at.file), 100)}" if at.file else f"line {at.line}"

    def _place(self, path: Path) -> Place:
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Place(At(1, 1), At(1, 1)))


_CUT = re.compile(r"[ \t]+(?P<sign>#[^\s#!-][^\n]{0,40})")


class _StopReading(Exception):  # noqa: N818 - not an error of ours, a way out
    """Reading cannot go on; the problem is already noted."""


def read_source(text: str, name: str, top: str | None = None) -> Source:
    """Read YAML text. Never raises: what is wrong stands in ``problems``.

    With ``top`` the file is one list, which stands under that key in ``data``.
    """
    text = text.removeprefix("\ufeff")
    early = _refused(text, name)
    if early:
        return Source(name, None, {}, tuple(early))
    builder = _Builder(name, text.split("\n"))
    data: Node = None
    try:
        data = builder.document(iter(yaml.parse(text, Loader=LOADER)), top)
    except _StopReading:
        data = None
    except yaml.YAMLError as error:
        builder.problems.append(explain(error, text, name))
        data = None
    return Source(name, data if isinstance(data, dict) else None, builder.places, tuple(builder.problems[:MAX_PROBLEMS]))


def plain_values(text: str) -> Any:
    """What a YAML file of our own holds, numbers as numbers. Files of authors go through ``read_source``. Raises yaml.YAMLError."""
    return yaml.load(text, Loader=LOADER)


def _refused(text: str, name: str) -> list[Problem]:
    """What is looked for before any parsing: size, and characters nobody typed."""
    if len(text) > MAX_BYTES or len(text.encode("utf-8", "replace")) > MAX_BYTES:
        return [fault(Code.TOO_LARGE, name, (1, 1), f"The file is over {MAX_BYTES:,} bytes.")]
    found = []
    for match in CONTROL.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        found.append(fault(Code.CONTROL_CHARACTER, name, (line, column), f"Here is an invisible character (U+{ord(match[0]):04X})."))
        if len(found) == MAX_PROBLEMS:
            break
    return found


def _start(event: yaml.Event) -> At:
    mark = event.start_mark
    return At(mark.line + 1, mark.column + 1) if mark else At(1, 1)


@dataclass
class _Builder:
    name: str
    lines: list[str]
    places: dict[Path, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    nodes: int = 0
    events: Iterator[yaml.Event] = field(default_factory=lambda: iter(()))

    def note(self, code: Code, at: At | tuple[int, int], message: str) -> None:
        self.problems.append(fault(code, self.name, at, message))
        if len(self.problems) >= MAX_PROBLEMS:
            raise _StopReading

    def document(self, events: Iterator[yaml.Event], top: str | None) -> Node:
        """The one document of the stream, which must be keys and values, or a list to stand under ``top``."""
        self.events = events
        next(events)
        event = next(events)
        if not isinstance(event, yaml.DocumentStartEvent):
            self.note(Code.EMPTY, (1, 1), "There is nothing in this file.")
            raise _StopReading
        event = next(events)
        if not isinstance(event, yaml.SequenceStartEvent if top else yaml.MappingStartEvent):
            empty = isinstance(event, yaml.ScalarEvent) and event.value == ""
            words = "There is no list of texts in this file." if top else "There are no 'key: value' lines in this file."
            self.note(Code.EMPTY if empty else Code.WANTS_LIST if top else Code.NO_KEYS, _start(event), words)
            raise _StopReading
        self.places[()] = Place(_start(event), _start(event))
        if top:
            self.places[(top,)] = self.places[()]
            data: Node = {top: self.node(event, (top,))}
        else:
            data = self.node(event, ())
        next(events)
        event = next(events)
        if not isinstance(event, yaml.StreamEndEvent):
            self.note(Code.SEVERAL_DOCUMENTS, _start(event), "A second document begins here.")
        return data

    def node(self, event: yaml.Event, path: Path) -> Node:
        """The value that begins with ``event``."""
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self.note(Code.TOO_MANY, _start(event), f"The file has more than {MAX_NODES:,} entries.")
            raise _StopReading
        if isinstance(event, yaml.AliasEvent):
            self.note(Code.REFERENCE, _start(event), f"The value '*{shown(event.anchor)}' begins with a *, which means a reference.")
            return f"*{event.anchor}"
        if isinstance(event, yaml.ScalarEvent | yaml.SequenceStartEvent | yaml.MappingStartEvent):
            self.signs(event)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if len(path) >= MAX_DEPTH:
            self.note(Code.TOO_DEEP, _start(event), f"Here the file is nested more than {MAX_DEPTH} levels deep.")
            raise _StopReading
        return self.sequence(path, bool(event.flow_style)) if isinstance(event, yaml.SequenceStartEvent) else self.mapping(path)

    def signs(self, event: yaml.ScalarEvent | yaml.SequenceStartEvent | yaml.MappingStartEvent) -> None:
        """Note what stands before a value with a meaning that is not used here."""
        if event.anchor:
            self.note(Code.REFERENCE, _start(event), f"The value begins with '&{shown(event.anchor)}', which means a reference.")
        if event.tag:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.note(Code.TAG, _start(event), f"The value begins with '{shown(tag)}', which means a type.")

    def scalar(self, event: yaml.ScalarEvent) -> str | None:
        text: str = event.value
        if event.implicit[0]:
            self.cut_off(event)
            if text in NOTHING:
                return None
        if event.style == '"' and (found := CONTROL.search(text)):
            self.note(Code.CONTROL_CHARACTER, _start(event), f"This text spells out an invisible character (U+{ord(found[0]):04X}).")
            return CONTROL.sub("\ufffd", text)
        return text

    def cut_off(self, event: yaml.ScalarEvent) -> None:
        """Note text that ends at a # its author most likely meant to write: remarks have a space after theirs."""
        end = event.end_mark
        if end and end.line < len(self.lines) and (found := _CUT.match(self.lines[end.line], end.column)):
            self.note(Code.CUT_OFF, (end.line + 1, found.start("sign") + 1), f"The text ends before '{shown(found['sign'])}'.")

    def sequence(self, path: Path, in_brackets: bool) -> list[Node]:
        items: list[Node] = []
        bare_before, told = False, 0
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            here = (*path, len(items))
            bare = event.value if in_brackets and isinstance(event, yaml.ScalarEvent) and event.implicit[0] and " " in event.value else ""
            if bare_before and bare[:1].islower() and told != (told := _start(event).line):  # a sentence with three commas is one slip
                self.note(Code.CUT_AT_COMMA, _start(event), f"Before '{shown(bare)}' a comma has ended the item.")
            bare_before = bool(bare)
            self.places[here] = Place(_start(event), _start(event))
            items.append(self.node(event, here))
        return items

    def mapping(self, path: Path) -> dict[str, Node]:
        found: dict[str, Node] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            at = _start(event)
            if not isinstance(event, yaml.ScalarEvent):
                self.note(Code.COMPLEX_KEY, at, "A key must be a plain word.")
                self.skip(event, path)
                self.skip(next(self.events), path)
                continue
            key: str = event.value
            if event.anchor or event.tag:
                self.note(Code.REFERENCE if event.anchor else Code.TAG, at, f"The key '{shown(key)}' begins with a sign that has a meaning of its own.")
            value = next(self.events)
            if key == "<<":
                self.note(Code.MERGE, at, "'<<' would merge another part into this one.")
                self.skip(value, path)
            elif key in found:
                first = self.places[(*path, key)].key
                self.note(Code.DUPLICATE_KEY, at, f"The key '{shown(key)}' stands here a second time; the first is on line {first[0]}.")
                self.skip(value, path)
            else:
                here = (*path, key)
                self.places[here] = Place(at, _start(value))
                found[key] = self.node(value, here)
        return found

    def skip(self, event: yaml.Event, path: Path) -> None:
        """Read past a value that does not count, keeping neither it nor what is wrong in it, but still its limits."""
        places, noted = self.places, len(self.problems)
        self.places = {}
        self.node(event, (*path, 0))
        self.places = places
        del self.problems[noted:]
