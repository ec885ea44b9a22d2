"""A folder of many calls scored by one process: killed after a tenth, taken up again, steady to the end in speed and memory.

``python -m benchmarks.folders 10000`` does it for as many calls; the calls are those of the labelled corpus, numbered through.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from scenarios.exchange import ForeignChat
from scenarios.transcript_files import read_transcripts
from scoring.foreign import read_foreign
from scoring.reading import default_reader
from scoring.reading.labelled import CORPUS
from scoring.scorecard import scorecard

CALLS = CORPUS / "calls"
A_FILE = 50
"""calls in one file"""
TURNS = 20


def run(calls: int = 500) -> Iterator[str]:
    """Speed, memory and completeness of a job of so many calls, then what one call of twenty turns takes."""
    with tempfile.TemporaryDirectory() as place:
        folder, out = Path(place, "chats"), Path(place, "scores.jsonl")
        replies = _write(folder, calls)
        command = [sys.executable, "-m", "trainer", "score", str(folder), "--out", str(out), "--jobs", "1", "--resume"]
        _watched(command, out, until=calls // 10)
        standing = out.read_bytes().count(b"\n")
        with out.open("ab") as file:
            file.write(b'{"by":"torn')
        seen = _watched(command, out, until=None)
        early, late = _rate(seen, standing + 2, standing + calls // 10), _rate(seen, calls - calls // 10, calls)
        tenth = next(s.peak for s in seen if s.rows >= standing + calls // 10)
        found = [json.loads(line) for line in out.read_text().splitlines()]
        places = [(row["file"], row["chat"]) for row in found]
        doubles, lost = len(places) - len(set(places)), calls - len(set(places))
    yield f"folder        {calls} calls, {replies} replies: {early:.1f} calls a second in the first tenth, {late:.1f} in the last ({late / early:.2f} of it)"
    yield f"              peak memory {tenth / 1024:.0f} MB after a tenth, {seen[-1].peak / 1024:.0f} MB at the end"
    yield f"              killed after {standing} calls and resumed: {lost} lost, {doubles} doubled, order {'kept' if places == sorted(places) else 'LOST'}"
    yield _twenty_turns()


@dataclass(frozen=True)
class _Seen:
    at: float
    rows: int
    peak: int
    """kilobytes, Linux's own high-water mark"""


def _write(folder: Path, calls: int) -> int:
    """So many calls of the corpus, numbered through; how many replies they hold."""
    folder.mkdir()
    known: list[dict[str, Any]] = [json.loads(line) for file in sorted(CALLS.glob("*.jsonl")) for line in file.open(encoding="utf-8")]
    replies = 0
    for number, call in enumerate(islice(cycle(known), calls)):
        turns = [{key: turn[key] for key in ("who", "text") if key in turn} for turn in call["turns"]]
        replies += sum(turn["who"] == "rep" for turn in turns)
        with (folder / f"{number // A_FILE:06}.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps({"id": f"{call['id']}/{number}", "turns": turns}) + "\n")
    return replies


def _watched(command: list[str], out: Path, *, until: int | None) -> list[_Seen]:
    """Run it and look now and then; killed without warning once ``until`` rows stand, or left to finish."""
    seen: list[_Seen] = []
    rows, offset = 0, 0
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as run:
        while run.poll() is None:
            time.sleep(0.05)
            if out.exists():
                with out.open("rb") as file:
                    file.seek(offset)
                    new = file.read()
                rows, offset = rows + new.count(b"\n"), offset + len(new)
            peak = _peak(run.pid) or (seen[-1].peak if seen else 0)
            if not seen or rows != seen[-1].rows:
                seen.append(_Seen(time.perf_counter(), rows, peak))
            if until is not None and rows >= until:
                run.kill()
    return seen


def _peak(pid: int) -> int:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")), 0)


def _rate(seen: list[_Seen], first: int, last: int) -> float:
    """Rows a second between two numbers of rows."""
    begin = next(s for s in seen if s.rows >= first)
    end = next((s for s in seen if s.rows >= last), seen[-1])
    return (end.rows - begin.rows) / max(1e-9, end.at - begin.at)


def _twenty_turns(most: int = 60) -> str:
    """Milliseconds from the text of a call of twenty turns to its scorecard, reading included."""
    reader = default_reader()
    waits: list[float] = []
    for file in sorted(CALLS.glob("*.jsonl")):
        for chat in read_transcripts(file):
            if isinstance(chat, ForeignChat) and len(chat.turns) >= TURNS and len(waits) < most:
                begin = time.process_time()
                scorecard(read_foreign(replace(chat, turns=chat.turns[:TURNS]), None, reader), None)
                waits.append((time.process_time() - begin) * 1000)
    cuts = statistics.quantiles(waits[3:], n=20)
    return f"20 turns      p50 {statistics.median(waits[3:]):.0f} ms   p95 {cuts[18]:.0f} ms of one core, reading included (target 150 ms)"


if __name__ == "__main__":
    for line in run(int(sys.argv[1]) if len(sys.argv) > 1 else 500):
        print(line, flush=True)
