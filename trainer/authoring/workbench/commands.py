"""Other commands of ``coolhead`` asked for from the author view: run as they would be typed, and what they say handed back."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from trainer.errors import Exit
from trainer.text import safe_text

LONGEST = 120
"""Seconds a command may take."""


def run(*arguments: str, here: Path | None = None) -> tuple[bool, str]:
    """Whether it went well, and its words, data first."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "trainer", *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            cwd=here,
            timeout=LONGEST,
            check=False,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )
    except subprocess.TimeoutExpired:
        return False, f"It took more than {LONGEST} seconds and was stopped."
    words = b"\n".join(part.strip() for part in (done.stderr, done.stdout) if part.strip())
    return done.returncode == Exit.DONE, safe_text(words.decode("utf-8", "replace"))
