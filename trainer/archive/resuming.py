"""Takes a stopped job up again: what was judged and has not changed is kept, all else is judged, and nothing twice.

Old rows and chats come in the same order, so the two are walked side by side. A chat is known by its file and number; its
fingerprint tells whether its words are still those that were judged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from trainer.archive.chats import Done, Job
from trainer.archive.rows import Kept, fingerprint, kept_rows
from trainer.errors import UsageError

MOST_SAID = 100
"""Files told one by one."""
Say = Callable[[str], None]


class Resumed:
    """The chats of a job that is taken up again, each as work or as done."""

    def __init__(self, jobs: Iterator[Job], results: Path, by: str, tell: Say) -> None:
        self._jobs = jobs
        self._results = results
        self._rows = kept_rows(results)
        self._by = by
        self._tell = tell
        self._told: set[str] = set()
        self.handed_on = 0
        """rows of before that go on standing"""
        self.used_up = False
        """no row of before is left to look at"""

    def __iter__(self) -> Iterator[Job | Done]:
        """In order. Raises UsageError where the rows were made on other terms."""
        row = self._next()
        before = ""
        for job in self._jobs:
            while row is not None and _is_left_over(row, job, before):
                gone = "no longer holds all the chats it held; the scores of those are left out." if row.file == before else "is gone; its scores are left out."
                self._say_once(row.file, gone)
                row = self._next()
            before = job.file
            if row is None or (row.file, row.chat) != (job.file, job.piece.number):
                yield job
                continue
            if row.print == fingerprint(job.piece.data):
                self.handed_on += 1
                yield Done(name=job.name, row=row.data, bytes_read=job.piece.bytes_read, faulty=row.faulty, kept=True)
            else:
                self._say_once(job.file, f"has changed since it was scored; from chat {job.piece.number} on, what differs is scored again.")
                yield job
            row = self._next()
        while row is not None:
            self._say_once(row.file, "is not among what is scored any more; its scores are left out.")
            row = self._next()

    def _next(self) -> Kept | None:
        row = next(self._rows, None)
        if row is None:
            self.used_up = True
        elif row.by != self._by:
            raise UsageError(
                f"The scores in {self._results} were made by another rubric or reader, or with another --scenario or --reread.",
                "Scores of two kinds do not stand in one file: go on as before, or write to another file.",
            )
        return row

    def _say_once(self, file: str, words: str) -> None:
        if file not in self._told and len(self._told) < MOST_SAID:
            self._told.add(file)
            self._tell(f"{file} {words}")


def _is_left_over(row: Kept, job: Job, before: str) -> bool:
    """Whether no chat can follow that this row is of."""
    if row.file == job.file:
        return row.chat < job.piece.number
    return row.file == before or not Path(row.file).exists()
