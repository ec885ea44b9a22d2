"""Resident memory of a headless call against a bare interpreter with Textual imported, in processes of their own."""

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


def run() -> Iterator[str]:
    """Peak resident megabytes of each; Linux reports kilobytes."""
    bare, call = (int(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout) / 1024 for code in (BARE, CALL))
    yield f"memory        Textual alone {bare:.0f} MB   every golden call played headless {call:.0f} MB"
