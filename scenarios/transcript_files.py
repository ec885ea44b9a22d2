"""Transcripts out of files: one JSON object, JSON lines, or a plain chat log; what each piece of a file says, or what is wrong with it."""

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
from scenarios.transcript_pieces import HEAD, MAX_FILE, Piece, open_source, pieces, unreadable

Chat = Transcript | ForeignChat


def read_transcripts(source: Path | str | BinaryIO, name: str | None = None) -> list[Chat]:
    """Every chat in a file (a Path), in text (a str), or in a stream of bytes.

    Nothing beyond the limits is read into memory, however long the file. Raises ScenarioProblems with what is wrong in all of it.
    For more chats than memory holds there are ``pieces`` and ``understood``.
    """
    if isinstance(source, str):
        return _all_of(io.BytesIO(source.encode("utf-8", "surrogatepass")), name or "<text>")
    if not isinstance(source, Path):
        return _all_of(source, name or "<input>")
    label = name or str(source)
    try:
        with open_source(source, label) as stream:
            return _all_of(stream, label)
    except OSError as error:
        raise unreadable(label, error) from None


def _all_of(stream: BinaryIO, name: str) -> list[Chat]:
    chats: list[Chat] = []
    problems: list[Problem] = []
    total = 0
    for piece in pieces(stream, name):
        total += piece.bytes_read
        if total > MAX_FILE:
            said = f"The file is over {MAX_FILE // 2**20} MB, the limit for one file."
            raise ScenarioProblems([fault(Code.TRANSCRIPT_TOO_LARGE, name, (piece.line, 1), said)])
        try:
            chats.append(understood(piece, name))
        except ScenarioProblems as error:
            problems += error.problems
        if len(problems) >= MAX_PROBLEMS:
            break
    if problems:
        raise ScenarioProblems(problems[:MAX_PROBLEMS])
    return chats


def understood(piece: Piece, name: str) -> Chat:
    """The chat in one piece of the file ``name``. Raises ScenarioProblems with everything wrong in it."""
    if piece.problems:
        raise ScenarioProblems(piece.problems)
    text = _decoded(piece, name)
    if not piece.json:
        return parse_chat_log(text, name)
    value = _json(text)
    if isinstance(value, str):
        return _broken(text, name, piece)
    if isinstance(value, list) and not value:
        raise ScenarioProblems([fault(Code.NO_TURNS, name, (piece.line, 1), "The list of chats is empty.")])
    try:
        return from_exchange(value, name, (piece.line,))
    except ScenarioProblems:
        if piece.of_many:
            raise
        return from_exchange(value, name, tuple(_turn_lines(text)) or (piece.line,))


def _decoded(piece: Piece, name: str) -> str:
    try:
        return piece.data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = piece.data[: error.start].decode("utf-8", "replace")
        first = piece.line if piece.of_many else 1
        at = first + before.count("\n"), len(before) - before.rfind("\n")
        raise ScenarioProblems([fault(Code.NOT_UTF8, name, at, "From this character on the file is not UTF-8.")]) from None


def parse_chat_log(text: str, name: str) -> ForeignChat:
    """A chat log with ``Customer:``, ``Rep:`` and ``Action:`` heads. Lines without a head go on with the turn above. Raises ScenarioProblems."""
    problems: list[Problem] = []
    turns: list[tuple[int, Speaker | None, list[str]]] = []
    for number, line in enumerate(text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"), 1):
        if found := CONTROL.search(line):
            said = f"Here is an invisible character (U+{ord(found[0]):04X})."
            problems.append(fault(Code.TRANSCRIPT_CONTROL_CHARACTER, name, (number, found.start() + 1), said))
        head = HEAD.match(line)
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


def _broken(text: str, name: str, piece: Piece) -> Chat:
    """Say where JSON breaks."""
    first = piece.line if piece.of_many else 1
    at = (piece.line, 1)
    try:
        json.loads(text, parse_constant=_no_constant)
        why = "here stands a single value where a chat belongs"
    except json.JSONDecodeError as error:
        at, why = (first + error.lineno - 1, error.colno), shown(error.msg, 80)
    except RecursionError:
        why = "it is nested too deep"
    except ValueError as error:
        why = shown(error, 80)
    raise ScenarioProblems([fault(Code.BROKEN_JSON, name, at, f"This is not JSON: {why}.")])


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
