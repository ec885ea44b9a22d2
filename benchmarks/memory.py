"""Resident memory of a headless call against a bare interpreter with Textual imported, and of a shift as it goes on; in processes of their own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

PEAK = "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
"""Linux's own high-water mark of this process; ``ru_maxrss`` would carry over the parent's."""
BARE = f"import textual.app, textual.widgets; {PEAK}"
CALL = (
    """
from pathlib import Path
from scenarios.library import catalogue, find
from trainer.headless import play
from trainer.replies import read_replies
for entry in catalogue():
    for file in sorted(Path(entry.path).with_suffix('.golden').glob('*.txt')):
        play(find(entry.id), read_replies(file), seed=1)
"""
    + PEAK
)

SHIFT = """
from trainer.shift.headless import golden, play_shift
def told(calls):
    if calls % 10 == 0:
        print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmRSS')))
for again in range(2):
    play_shift(golden('plain'), calls=30, seed=1, on_call=told)
"""
"""Twice the same thirty calls: what the first time loads and warms is no growth, what the second time adds is."""


def run() -> Iterator[str]:
    """Peak resident megabytes of each; Linux reports kilobytes."""
    bare, call = (int(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout) / 1024 for code in (BARE, CALL))
    held = [int(line) / 1024 for line in subprocess.run([sys.executable, "-c", SHIFT], capture_output=True, text=True, check=True).stdout.split()]
    first, second = held[: len(held) // 2], held[len(held) // 2 :]
    yield f"memory        Textual alone {bare:.0f} MB   every golden call played headless {call:.0f} MB"
    yield f"memory        a shift of 30 calls, after 10, 20 and 30: {_megabytes(first)}; the same calls again: {_megabytes(second)}"


def _megabytes(held: list[float]) -> str:
    return f"{', '.join(f'{one:.0f}' for one in held)} MB"
