"""``coolhead score``: the scorecard of any transcript, ours or another program's. One line of JSON a chat, in the order given."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from scenarios.exchange import ForeignChat
from scenarios.load import content_hash
from scenarios.model import Scenario
from scenarios.problems import ScenarioProblems
from scenarios.transcript import Opened, Transcript
from scenarios.transcript_files import read_transcripts
from scoring.foreign import read_foreign
from scoring.reading import default_reader
from scoring.rereading import read_again
from scoring.scores import Scorecard
from trainer.errors import CoolheadError, Exit, UsageError, say
from trainer.finding import scenario_named, scenario_played
from trainer.plain.debrief import score_lines
from trainer.subcommands.output import emit, tell
from trainer.text import safe_text
from trainer.wiring import judge

MANY = 24
"""Chats from which more than one process pays: each has to load the reader first."""


class _Chat(NamedTuple):
    chat: Transcript | ForeignChat
    scenario: Scenario | None
    name: str


class _Faulty(NamedTuple):
    file: Path
    problems: ScenarioProblems


_Judged = tuple[Scorecard, Transcript]


def score_files(files: list[Path], scenario: str | None, *, reread: bool, as_json: bool, jobs: int | None = None) -> int:
    """Score every chat of every file. A file with faults is passed over, told in full, and makes the exit code 1.

    Our own transcripts are scored by the readings they were played with; with ``reread`` today's reader reads them again.
    ``jobs``: processes to share the work; all cores where there is enough of it. The scores and their order are the same.
    """
    if scenario:
        scenario_named(scenario)
    faults = False
    for one, judged in _judged(_items(files, scenario), partial(_score, reread=reread), jobs):
        if isinstance(one, _Faulty):
            faults = True
            for problem in one.problems.problems:
                say(safe_text(str(problem)))
            if as_json:
                emit({"file": str(one.file), "problems": [problem.as_dict() for problem in one.problems.problems]})
        elif judged is not None:
            _show(*judged, one.name, as_json=as_json)
    return Exit.FAULTS if faults else Exit.DONE


def _items(files: list[Path], named: str | None) -> Iterator[_Chat | _Faulty]:
    for file in files:
        piped = str(file) == "-"
        if not piped and not file.exists():
            raise UsageError(f"There is no file {file}.")
        try:
            chats = read_transcripts(sys.stdin.buffer, "stdin") if piped else read_transcripts(file)
        except ScenarioProblems as error:
            yield _Faulty(file, error)
            continue
        for number, chat in enumerate(chats, 1):
            name = f"{file}, chat {number}" if len(chats) > 1 else str(file)
            yield _Chat(chat, _played(chat, named) if named else _named_in(chat, name), name)


def _judged(items: Iterator[_Chat | _Faulty], score: Callable[[_Chat], _Judged], jobs: int | None) -> Iterator[tuple[_Chat | _Faulty, _Judged | None]]:
    """Every chat with its scorecard, in order, by one process or several; no more than a few wait in memory."""
    first = list(islice(items, MANY))
    several = jobs or (os.cpu_count() or 1 if len(first) == MANY else 1)
    if several == 1:
        yield from ((one, score(one) if isinstance(one, _Chat) else None) for one in chain(first, items))
        return
    with ProcessPoolExecutor(several, mp_context=get_context("spawn")) as pool:
        waiting: deque[tuple[_Chat | _Faulty, Future[_Judged] | None]] = deque()
        for one in chain(first, items):
            waiting.append((one, pool.submit(score, one) if isinstance(one, _Chat) else None))
            if len(waiting) > several * 8:
                yield _done(*waiting.popleft())
        while waiting:
            yield _done(*waiting.popleft())


def _done(one: _Chat | _Faulty, scoring: Future[_Judged] | None) -> tuple[_Chat | _Faulty, _Judged | None]:
    return one, scoring.result() if scoring is not None else None


def _score(one: _Chat, *, reread: bool) -> _Judged:
    if isinstance(one.chat, ForeignChat):
        transcript = read_foreign(one.chat, one.scenario, default_reader())
    else:
        transcript = read_again(one.chat, one.scenario, default_reader()) if reread else one.chat
    card, _ = judge(transcript, one.scenario, card=isinstance(one.chat, ForeignChat) and bool(one.chat.card))
    return card, transcript


def _show(card: Scorecard, transcript: Transcript, name: str, *, as_json: bool) -> None:
    if as_json:
        emit(_plain(card, transcript.id))
        return
    tell(f"{name}:")
    for line in score_lines(card, transcript):
        tell(f"  {line}")


def _plain(card: Scorecard, id_: str) -> dict[str, object]:
    """The scorecard; with the chat's own id where it has one, so that many can be told apart."""
    found: dict[str, object] = card.model_dump(mode="json")
    return {"id": id_, **found} if id_ else found


def _played(chat: Transcript | ForeignChat, named: str) -> Scenario:
    """The scenario named, in the way one of our own calls was played."""
    return scenario_played(chat, named) if isinstance(chat, Transcript) else scenario_named(named)


def _named_in(chat: Transcript | ForeignChat, name: str) -> Scenario | None:
    """The scenario a chat names, if it is at hand."""
    if chat.scenario is None:
        return None
    try:
        found = _played(chat, chat.scenario)
    except CoolheadError:
        say(f"{name}: its scenario '{safe_text(chat.scenario[:60])}' is not at hand; what needs its card is not scored. Name one with --scenario")
        return None
    played = next((event.content for event in chat.events if isinstance(event, Opened)), None) if isinstance(chat, Transcript) else None
    if played not in (None, content_hash(found)):
        say(f"{name}: the scenario '{found.scenario}' has changed since this call was played; it is scored against the present one.")
    return found
