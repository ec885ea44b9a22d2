"""Judges one chat of an archive, from its bytes to its row, in whatever process or machine this is.

What a chat needs beside its bytes (the scenario, the reader) is found here and kept, so that the one who hands out the work
only reads and writes. Nothing that goes wrong with one chat stops the others.
"""

from __future__ import annotations

import traceback
from collections import OrderedDict
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Any

from scenarios.edition import Edition
from scenarios.exchange import ForeignChat
from scenarios.load import content_hash
from scenarios.model import Scenario
from scenarios.problems import ScenarioProblems
from scenarios.transcript import Opened, Transcript
from scenarios.transcript_files import Chat, understood
from scenarios.transcript_pieces import Piece
from scoring.foreign import read_foreign
from scoring.reading import default_reader
from scoring.rereading import read_again
from scoring.rubric import Rubric, load_rubric
from scoring.scorecard import scorecard
from scoring.scores import DIMENSIONS, Scorecard
from scoring.tone import FILE as TONE
from trainer.archive.rows import FORM, as_line, fingerprint
from trainer.deskwork import words_at
from trainer.errors import CoolheadError
from trainer.finding import scenario_named
from trainer.places import place as place_at
from trainer.plain.debrief import quoted, score_lines


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What a job goes by, the same for every chat."""

    scenario: str | None = None
    """the scenario all of it belongs to, where one was named"""
    reread: bool = False
    words: bool = False
    """lines for a person are wanted too"""
    rubric: str = ""
    """the rubric to judge by, as JSON; the one that ships if empty"""


@dataclass(frozen=True, kw_only=True)
class Job:
    """One chat to be judged."""

    file: str
    piece: Piece

    @property
    def name(self) -> str:
        return f"{self.file}, chat {self.piece.number}" if self.piece.of_many else self.file


class Note(StrEnum):
    """What should be said of a chat that was judged all the same."""

    NOT_AT_HAND = "not at hand"
    CHANGED = "changed"


@dataclass(frozen=True, kw_only=True)
class Done:
    """One chat judged."""

    name: str
    row: bytes
    bytes_read: int = 0
    faulty: bool = False
    words: tuple[str, ...] = ()
    """the scores in lines, where they are wanted; of a faulty chat its problems"""
    notes: tuple[tuple[Note, str], ...] = ()
    """each with the scenario it is about"""
    bug: str = ""
    """the traceback, where judging broke off"""
    kept: bool = field(default=False)
    """judged by an earlier run"""


def judged(job: Job, terms: Terms) -> Done:
    """The chat's row. Never raises: what is wrong with it, or with us, becomes the row."""
    place: dict[str, Any] = {
        "file": job.file,
        "chat": job.piece.number,
        "fingerprint": fingerprint(job.piece.data),
        "by": terms_print(terms),
    }
    try:
        chat = understood(job.piece, job.file)
        return _scored(job, chat, terms, place)
    except ScenarioProblems as error:
        row = as_line({**place, "problems": [problem.as_dict() for problem in error.problems]})
        return Done(name=job.name, row=row, bytes_read=job.piece.bytes_read, faulty=True, words=tuple(str(problem) for problem in error.problems))
    except Exception as error:  # one strange chat must not end a job of a million
        said = f"{job.name}: Coolhead could not judge this chat; that is a fault of ours ({type(error).__name__})."
        problem = {"file": job.file, "line": job.piece.line, "column": 1, "code": "BUG", "message": said, "remedy": "Report it.", "severity": "error"}
        row = as_line({**place, "problems": [problem]})
        return Done(name=job.name, row=row, bytes_read=job.piece.bytes_read, faulty=True, words=(said,), bug=traceback.format_exc())


@cache
def terms_print(terms: Terms) -> str:
    """What scores of one job have in common; where it differs they must not stand in one file."""
    named = content_hash(scenario_named(terms.scenario)) if terms.scenario else ""
    parts = (str(FORM), _rubric(terms.rubric).model_dump_json(), TONE.read_text(encoding="utf-8"), default_reader().version, named, str(terms.reread))
    return fingerprint("\0".join(parts).encode())


@cache
def _rubric(given: str) -> Rubric:
    return Rubric.model_validate_json(given) if given else load_rubric()


def _scored(job: Job, chat: Chat, terms: Terms, place: dict[str, Any]) -> Done:
    scenario, notes = _scenario_of(chat, terms.scenario)
    if isinstance(chat, ForeignChat):
        transcript = read_foreign(chat, scenario, default_reader())
    else:
        transcript = read_again(chat, scenario, default_reader()) if terms.reread else chat
    card = scorecard(transcript, scenario, _rubric(terms.rubric), card=isinstance(chat, ForeignChat) and bool(chat.card))
    row: dict[str, Any] = {**place, **card.model_dump(mode="json"), "quotes": _quotes(card, transcript), "places": _places(card, transcript)}
    if transcript.id:
        row["id"] = transcript.id
    lines = tuple(score_lines(card, transcript)) if terms.words else ()
    return Done(name=job.name, row=as_line(row), bytes_read=job.piece.bytes_read, words=lines, notes=notes)


def _quotes(card: Scorecard, transcript: Transcript) -> dict[str, list[tuple[str, str]]]:
    """Who spoke and the words, for every row of evidence, in its order."""
    who = {event.turn: _SPEAKERS[event.kind] for event in transcript.events if event.kind in _SPEAKERS}
    return {
        d: [(who.get(row.turn, ""), quoted(words_at(transcript.events, row.turn)[row.start : row.end])) for row in card.scores[d].evidence] for d in DIMENSIONS
    }


def _places(card: Scorecard, transcript: Transcript) -> dict[str, list[str]]:
    """Where each row of evidence stands, counted in replies as in every debrief."""
    return {d: [place_at(transcript.events, row.turn) for row in card.scores[d].evidence] for d in DIMENSIONS}


_SPEAKERS = {"said": "rep", "replied": "customer", "acted": "action"}


def _scenario_of(chat: Chat, named: str | None) -> tuple[Scenario | None, tuple[tuple[Note, str], ...]]:
    """The scenario a chat belongs to, the way it was played: the one named for all, or the one it names itself, if it is at hand."""
    opened = next((event for event in chat.events if isinstance(event, Opened)), None) if isinstance(chat, Transcript) else None
    edition = opened.edition if opened else None
    if named:
        return _found(named, edition), ()
    if chat.scenario is None:
        return None, ()
    try:
        found = _found(chat.scenario, edition)
    except CoolheadError:
        return None, ((Note.NOT_AT_HAND, chat.scenario[:60]),)
    if opened and opened.content != content_hash(found):
        return found, ((Note.CHANGED, found.scenario),)
    return found, ()


_scenarios: OrderedDict[tuple[str, str], Scenario | CoolheadError] = OrderedDict()
_MOST_KEPT = 128


def _found(named: str, edition: Edition | None) -> Scenario:
    """The scenario, looked for once. Raises as ``scenario_named`` does."""
    key = named, edition.model_dump_json() if edition else ""
    if key not in _scenarios:
        try:
            _scenarios[key] = scenario_named(named, edition=edition)
        except CoolheadError as error:
            _scenarios[key] = error
        while len(_scenarios) > _MOST_KEPT:
            _scenarios.popitem(last=False)
    found = _scenarios[key]
    if isinstance(found, CoolheadError):
        raise found
    return found
