"""Conducts one job: files to chats, chats to rows, rows to the files asked for; and says what should be known of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Protocol

from scenarios.problems import ScenarioProblems
from scenarios.transcript_pieces import Piece, pieces, unreadable
from trainer.archive.chats import Done, Job, Note, Terms, terms_print
from trainer.archive.crews import Crew
from trainer.archive.outputs import Outputs
from trainer.archive.resuming import Resumed
from trainer.archive.rows import ROW
from trainer.archive.sources import files_of, holds_scores, opened
from trainer.errors import UsageError
from trainer.words import count

MOST_NOTES = 50

Say = Callable[[str], None]


@dataclass
class Tally:
    """What came of a job."""

    chats: int = 0
    faulty: int = 0
    kept: int = 0
    """chats an earlier run had judged"""
    bugs: int = 0
    first_bug: str = ""
    notes: Counter[tuple[Note, str]] = field(default_factory=Counter)

    def count(self, done: Done) -> None:
        self.chats += 1
        self.faulty += done.faulty
        self.kept += done.kept
        self.bugs += bool(done.bug)
        self.first_bug = self.first_bug or done.bug


def jobs_of(paths: Sequence[Path], without: Sequence[Path], tell: Say) -> Iterator[Job]:
    """Every chat of every file, in order, read as they are wanted. A file that cannot be read is one chat with its problem."""
    named = set(paths)
    for file in files_of(paths, without):
        if file not in named and holds_scores(file):
            tell(f"{file} holds scores and no chats; it is passed over.")
            continue
        label = "stdin" if str(file) == "-" else str(file)
        number = 0
        try:
            with opened(file) as stream:
                for piece in pieces(stream, label):
                    number = piece.number
                    yield Job(file=label, piece=piece)
        except (ScenarioProblems, OSError) as error:
            found = error if isinstance(error, ScenarioProblems) else unreadable(label, error)
            piece = Piece(number=number + 1, line=1, data=b"", bytes_read=0, json=False, of_many=False, problems=found.problems)
            yield Job(file=label, piece=piece)


class Heard(Protocol):
    """Who is told how a job goes on."""

    def done(self, done: Done, tally: Tally) -> None: ...

    def tell(self, words: str) -> None: ...


def notes_of(done: Done, tally: Tally) -> Iterator[str]:
    """What is to be said of a chat that was judged: once for each scenario, however many chats name it."""
    for note in done.notes:
        if note not in tally.notes and len(tally.notes) >= MOST_NOTES:
            continue
        tally.notes[note] += 1
        if tally.notes[note] > 1:
            continue
        kind, scenario = note
        if kind is Note.NOT_AT_HAND:
            yield f"{done.name}: its scenario '{scenario}' is not at hand; what needs its card is not scored. Name one with --scenario"
        else:
            yield f"{done.name}: the scenario '{scenario}' has changed since this call was played; it is scored against the present one."


def again(tally: Tally) -> Iterator[str]:
    """At the end: how many more chats the same was true of."""
    for (kind, scenario), times in tally.notes.items():
        if times > 1:
            what = "is not at hand" if kind is Note.NOT_AT_HAND else "has changed"
            yield f"The scenario '{scenario}' {what} for {count(times, 'chat')} in all."


def write_lines(paths: Sequence[Path], terms: Terms, crew: Crew, out: Outputs, *, resume: bool, heard: Heard) -> Tally:
    """Judge everything into ``out.lines``; with ``resume`` only what does not stand there yet.

    A row is written as soon as its turn comes, so a killed run loses what was under way and nothing else. Old rows are copied
    into another file, and the old one stands until they have all been looked at.
    """
    jobs = jobs_of(paths, out.files, heard.tell)
    if not (resume and out.lines.exists()):
        with out.lines.open("wb") as file:
            return _written(crew(jobs, terms), file, heard)
    _refuse_others(out.lines)
    old = Resumed(jobs, out.lines, terms_print(terms), heard.tell)
    dones = crew(iter(old), terms)
    try:
        with out.half.open("wb") as file:
            tally = _written(dones, file, heard, until=lambda tally: old.used_up and tally.kept == old.handed_on)
        out.half.replace(out.lines)
    finally:
        out.half.unlink(missing_ok=True)
    with out.lines.open("ab") as file:
        return _written(dones, file, heard, tally)


def _written(dones: Iterator[Done], file: IO[bytes], heard: Heard, tally: Tally | None = None, until: Callable[[Tally], bool] = lambda _: False) -> Tally:
    """Rows written one by one, until there are no more, or until enough."""
    tally = tally or Tally()
    if until(tally):
        return tally
    for done in dones:
        file.write(done.row + b"\n")
        file.flush()
        tally.count(done)
        heard.done(done, tally)
        if until(tally):
            break
    return tally


def _refuse_others(path: Path) -> None:
    """Nobody's file is written over because it was named by mistake."""
    with path.open("rb") as file:
        if not ROW.startswith(file.read(len(ROW))):
            raise UsageError(f"{path} holds no scores to go on with.", "Name another file with --out.")
