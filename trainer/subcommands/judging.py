"""``coolhead score``: the scorecard of any transcript, ours or another program's; of one chat on stdout, of an archive in files."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from trainer.archive.chats import Done, Terms
from trainer.archive.crews import Crew, local
from trainer.archive.job import Tally, again, jobs_of, notes_of, write_lines
from trainer.archive.outputs import Form, Outputs, alone_at, outputs
from trainer.archive.progress import Progress, progress
from trainer.archive.sources import bytes_of, check_named, files_of
from trainer.errors import Exit, say
from trainer.finding import scenario_named
from trainer.rubrics import rubric_from, rubric_in_use
from trainer.subcommands.output import emit, tell
from trainer.text import safe_text
from trainer.words import count

MOST_TOLD = 50
"""Faulty chats told one by one where the file of scores names them all."""
LONG = 10_000
"""Chats of which a table or a report takes a while."""
_FOR_JOBS = ("by", "fingerprint", "places", "quotes")
"""What a row holds beside the scorecard, for those who make something of it."""


def score_files(
    files: list[Path],
    scenario: str | None,
    *,
    reread: bool,
    as_json: bool,
    jobs: int | None = None,
    out: Sequence[Path] = (),
    resume: bool = False,
    cluster: bool = False,
    plain: bool = False,
    rubric: Path | None = None,
) -> int:
    """Score every chat of every file and folder. A chat with faults is passed over, told, and makes the exit code 1.

    Our own transcripts are scored by the readings they were played with; with ``reread`` today's reader reads them again.
    ``rubric``: judged by it instead of the usual one. ``jobs``: processes to share the work; all cores where there is enough of it. The scores and their order are the same, and so
    they are on a ``cluster``. With ``out`` the results go there, and with ``resume`` what stands there is not scored again.
    """
    if scenario:
        scenario_named(scenario)
    check_named(files)
    crew = _crew(jobs, cluster=cluster)
    judged_by = rubric_from(rubric) if rubric else rubric_in_use()
    terms = Terms(scenario=scenario, reread=reread, words=not (as_json or out), rubric=judged_by.model_dump_json())
    if not out and not resume:
        return _to_stdout(files, terms, crew, as_json=as_json)
    found = outputs(out, files, resume=resume)
    with alone_at(found):
        return _to_files(files, terms, crew, found, resume=resume, as_json=as_json, plain=plain)


def _crew(jobs: int | None, *, cluster: bool) -> Crew:
    if not cluster:
        return local(jobs)
    from trainer.archive.cluster import on_cluster

    return on_cluster()


def _to_stdout(files: list[Path], terms: Terms, crew: Crew, *, as_json: bool) -> int:
    tally = Tally()
    single = len(files) == 1 and not files[0].is_dir()
    for done in crew(jobs_of(files, (), say), terms):
        tally.count(done)
        for words in notes_of(done, tally):
            say(safe_text(words))
        if done.faulty:
            for problem in done.words:
                say(safe_text(problem))
        if as_json:
            row = {key: value for key, value in json.loads(done.row).items() if key not in _FOR_JOBS}
            emit({key: value for key, value in row.items() if key not in ("file", "chat")} if single and not done.faulty else row)
        elif not done.faulty:
            tell(f"{done.name}:")
            for line in done.words:
                tell(f"  {line}")
    for words in again(tally):
        say(safe_text(words))
    return _ending(tally)


class _Watched:
    """Tells the person at the keyboard how a job goes."""

    def __init__(self, shown: Progress) -> None:
        self._shown = shown
        self._told = 0

    def tell(self, words: str) -> None:
        self._shown.say(safe_text(words))

    def done(self, done: Done, tally: Tally) -> None:
        self._shown.advance(done)
        for words in notes_of(done, tally):
            self.tell(words)
        if done.faulty and not done.kept and self._told < MOST_TOLD:
            self._told += 1
            more = f" ... and {count(len(done.words) - 1, 'more fault')}" if len(done.words) > 1 else ""
            self.tell(f"{done.words[0]}{more}")
            if self._told == MOST_TOLD:
                self.tell("Further chats with faults are only named in what is written.")


def _to_files(files: list[Path], terms: Terms, crew: Crew, out: Outputs, *, resume: bool, as_json: bool, plain: bool) -> int:
    try:
        with progress(lambda: bytes_of(files_of(files, out.files)), plain=plain) as shown:
            tally = write_lines(files, terms, crew, out, resume=resume, heard=_Watched(shown))
    except KeyboardInterrupt:
        say(f"\nWhat is scored so far stands in {out.lines}. Go on with the same command and --resume.")
        raise
    for words in again(tally):
        say(safe_text(words))
    for form, path in out.made:
        if tally.chats > LONG:
            say(f"Writing {path}.")
        _make(form, out.lines, path)
    if not out.keep_lines:
        out.lines.unlink()
    written = [str(path) for path in ((out.lines,) if out.keep_lines else ()) + tuple(path for _, path in out.made)]
    before = f", {tally.kept:,} of them by an earlier run" if tally.kept else ""
    say(safe_text(f"Scored {tally.chats - tally.faulty:,} of {count(tally.chats, 'chat')}{before}; {_unread(tally)}. Written: {', '.join(written)}"))
    if as_json:
        emit({"chats": tally.chats, "faulty": tally.faulty, "kept": tally.kept, "out": written})
    return _ending(tally)


def _unread(tally: Tally) -> str:
    return f"{tally.faulty:,} could not be read" if tally.faulty else "every one could be read"


def _make(form: Form, lines: Path, to: Path) -> None:
    from trainer.archive.report import write_report
    from trainer.archive.tables import write_csv, write_json

    {Form.CSV: write_csv, Form.JSON: write_json, Form.HTML: write_report}[form](lines, to)


def _ending(tally: Tally) -> int:
    if not tally.first_bug:
        return Exit.FAULTS if tally.faulty else Exit.DONE
    from trainer.errors import write_bug_report
    from trainer.records.locations import reports_folder

    report = write_bug_report(tally.first_bug, reports_folder(), "coolhead score")
    say(f"{count(tally.bugs, 'chat')} could not be judged for a fault of ours; the first is written in {report}. All others are scored.")
    return Exit.BUG
