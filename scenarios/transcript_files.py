"""Transcripts out of files: one JSON object, JSON lines, or a plain chat log, with a limit on what is read at all."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from scenarios.exchange import ForeignChat, ForeignTurn, Speaker, from_exchange, speaker_of, speaker_remedy
from scenarios.problems import CONTROL, MAX_PROBLEMS, Code, Problem, ScenarioProblems, fault, shown
from scenarios.transcript import Transcript

MAX_LINE = 8 * 2**20
"""Bytes a single line may have: a long call with all its readings is a tenth of it."""
MAX_FILE = 128 * 2**20
"""Bytes a file may have."""
_CHUNK = 2**20

Chat = Transcript | ForeignChat

_TIME = r"(?:\[[^\]\n]{1,30}\]\s?|\d{1,2}:\d{2}(?::\d{2})?\s)?"
_NAME = r"[A-Z][\w'’.-]{0,29}"
_HEAD = re.compile(rf"^{_TIME}(?P<who>{_NAME}(?: {_NAME}){{0,2}}|customer|rep|action)\s?:(?:\s+|$)(?P<text>.*)$")
"""A speaker's name at the beginning of a line, after a time if there is one. Lines that begin with a space always go on with the turn above."""


def read_transcripts(source: Path | str | BinaryIO, name: str | None = None) -> list[Chat]:
    """Every chat in a file (a Path), in text (a str), or in a stream of bytes.

    Nothing beyond the limits is read into memory, however long the file. Raises ScenarioProblems with what is wrong in all of it.
    """
    if isinstance(source, str):
        label = name or "<text>"
        return _chats(_capped(io.BytesIO(source.encode("utf-8", "surrogatepass")), label), label)
    if not isinstance(source, Path):
        label = name or "<input>"
        return _chats(_capped(source, label), label)
    label = name or str(source)
    try:
        if not source.is_file():
            why = "is a folder" if source.is_dir() else "is not there" if not source.exists() else "is not a plain file"
            raise ScenarioProblems([fault(Code.UNREADABLE, label, (1, 1), f"The file '{shown(label, 200)}' {why}.")])
        with source.open("rb") as stream:
            return _chats(_capped(stream, label), label)
    except OSError as error:
        raise ScenarioProblems(
            [fault(Code.UNREADABLE, label, (1, 1), f"The file '{shown(label, 200)}' cannot be read: {shown(error.strerror, 80)}.")]
        ) from None


def parse_chat_log(text: str, name: str) -> ForeignChat:
    """A chat log with ``Customer:``, ``Rep:`` and ``Action:`` heads. Lines without a head go on with the turn above. Raises ScenarioProblems."""
    problems: list[Problem] = []
    turns: list[tuple[int, Speaker | None, list[str]]] = []
    for number, line in enumerate(text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"), 1):
        if found := CONTROL.search(line):
            said = f"Here is an invisible character (U+{ord(found[0]):04X})."
            problems.append(fault(Code.TRANSCRIPT_CONTROL_CHARACTER, name, (number, found.start() + 1), said))
        head = _HEAD.match(line)
        if head:
            speaker = speaker_of(head["who"])
            if speaker is None:
                problems.append(fault(Code.UNKNOWN_SPEAKER, name, (number, 1), f"'{shown(head['who'])}' is not a speaker.", _head_remedy(head["who"])))
            turns.append((number, speaker, [head["text"]]))
        elif turns:
            turns[-1][2].append(line)
        elif line.strip():
            problems.append(fault(Code.NO_SPEAKER, name, (number, 1), f"Nobody says '{shown(line)}'."))
            turns.append((number, None, [line]))
        if len(problems) >= MAX_PROBLEMS:
            break
    chat = [(number, who, "\n".join(lines).strip()) for number, who, lines in turns]
    problems += [fault(Code.EMPTY_TURN, name, (number, 1), f"The {who} takes a turn without a word.") for number, who, said in chat if who and not said]
    if not chat:
        problems.append(fault(Code.NO_TURNS, name, (1, 1), "There are no turns in this file."))
    if problems:
        raise ScenarioProblems(sorted(problems, key=lambda problem: (problem.line, problem.column))[:MAX_PROBLEMS])
    return ForeignChat(turns=tuple(ForeignTurn(who=who, text=said) for _, who, said in chat if who))


def _head_remedy(word: str) -> str:
    return speaker_remedy(word) or "The speakers are Customer, Rep and Action; if this line goes on with the turn above, begin it with a space."


def _capped(stream: BinaryIO, name: str) -> str:
    """The text of a stream, read in pieces so that the limits hold before memory does."""
    pieces: list[bytes] = []
    total = in_line = line = 0
    while piece := stream.read(_CHUNK):
        total += len(piece)
        last = piece.rfind(b"\n")
        longest = max((len(part) for part in piece.split(b"\n")[1:-1]), default=0)
        first = piece.find(b"\n")
        if max(in_line + (first if first >= 0 else len(piece)), longest) > MAX_LINE:
            said = f"Line {line + 1} is over {MAX_LINE // 2**20} MB, the limit for one line."
            raise ScenarioProblems([fault(Code.TRANSCRIPT_TOO_LARGE, name, (line + 1, 1), said)])
        if total > MAX_FILE:
            raise ScenarioProblems([fault(Code.TRANSCRIPT_TOO_LARGE, name, (line + 1, 1), f"The file is over {MAX_FILE // 2**20} MB, the limit for one file.")])
        in_line = len(piece) - last - 1 if last >= 0 else in_line + len(piece)
        line += piece.count(b"\n")
        pieces.append(piece)
    data = b"".join(pieces)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        at = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise ScenarioProblems([fault(Code.NOT_UTF8, name, at, "From this character on the file is not UTF-8.")]) from None


def _chats(text: str, name: str) -> list[Chat]:
    text = text.removeprefix("\ufeff")
    start = text.lstrip()[:1]
    if start not in ("{", "[") or _HEAD.match(text.lstrip()[:200].split("\n")[0]):
        return [parse_chat_log(text, name)]
    whole = _json(text)
    if isinstance(whole, str):
        return _json_lines(text, name)
    first = text[: len(text) - len(text.lstrip())].count("\n") + 1
    if not isinstance(whole, list):
        return [_located(whole, name, text, first)]
    chats: list[Chat] = []
    problems: list[Problem] = []
    for item in whole:
        try:
            chats.append(from_exchange(item, name, (first,)))
        except ScenarioProblems as error:
            problems += error.problems
    if problems or not chats:
        raise ScenarioProblems(problems[:MAX_PROBLEMS] or [fault(Code.NO_TURNS, name, (first, 1), "The list of chats is empty.")])
    return chats


def _json_lines(text: str, name: str) -> list[Chat]:
    """One chat a line; a file that is no JSON lines either is one broken object, told where it breaks."""
    numbered = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if isinstance(_json(numbered[0][1]), str) and len(numbered) > 1:
        return _broken(text, name)
    chats: list[Chat] = []
    problems: list[Problem] = []
    for number, line in numbered:
        try:
            value = _json(line)
            chats.append(from_exchange(value, name, (number,)) if not isinstance(value, str) else _broken(line, name, number)[0])
        except ScenarioProblems as error:
            problems += error.problems
        if len(problems) >= MAX_PROBLEMS:
            break
    if problems:
        raise ScenarioProblems(problems[:MAX_PROBLEMS])
    return chats


class _RefusedError(ValueError):
    """JSON that other programs would not call JSON."""


def _no_constant(word: str) -> float:
    raise _RefusedError(f"'{word}' is not a number")


def _json(text: str) -> dict[str, object] | list[object] | str:
    """The object or list, or one sentence on why there is none."""
    try:
        value = json.loads(text, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        return error.msg
    except RecursionError:
        return "it is nested too deep"
    except ValueError as error:
        return shown(error, 100)
    return value if isinstance(value, dict | list) else "it is a single value"


def _broken(text: str, name: str, line: int = 1) -> list[Chat]:
    """Say where JSON breaks."""
    at = (line, 1)
    try:
        json.loads(text, parse_constant=_no_constant)
        why = "here stands a single value where a chat belongs"
    except json.JSONDecodeError as error:
        at, why = (line + error.lineno - 1, error.colno), shown(error.msg, 80)
    except RecursionError:
        why = "it is nested too deep"
    except ValueError as error:
        why = shown(error, 80)
    raise ScenarioProblems([fault(Code.BROKEN_JSON, name, at, f"This is not JSON: {why}.")])


def _located(obj: dict[str, object], name: str, text: str, line: int) -> Chat:
    """One chat of a whole file; only when something is wrong are the lines of its turns looked up."""
    try:
        return from_exchange(obj, name, (line,))
    except ScenarioProblems:
        return from_exchange(obj, name, tuple(_turn_lines(text)) or (line,))


def _turn_lines(text: str) -> Iterator[int]:
    """The line on which each item of the first ``"turns": [`` begins."""
    found = re.search(r'"turns"\s*:\s*\[', text)
    if not found:
        return
    decoder, at = json.JSONDecoder(), found.end()
    line, counted = 1, 0
    while True:
        gap = re.compile(r"[\s,]*").match(text, at)
        at = gap.end() if gap else at
        line, counted = line + text.count("\n", counted, at), at
        if text[at : at + 1] in ("]", ""):
            return
        yield line
        try:
            _, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return
