"""Other commands of ``coolhead`` asked for from the author view: run as they would be typed, and what they say handed back."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading

from trainer.errors import Exit
from trainer.text import safe_text

LONGEST = 300
"""Seconds a command may take."""


class Commands:
    """One at a time; ``stop`` may come from any thread."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._stopped = False

    def run(self, *arguments: str) -> tuple[bool, str]:
        """Whether it went well, and its words, data last."""
        with self._lock:
            if self._stopped:
                return False, ""
            process = self._process = subprocess.Popen(
                [sys.executable, "-m", "trainer", *arguments],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env={**os.environ, "PYTHONIOENCODING": "utf-8"},
                start_new_session=True,  # ctrl-c at the keyboard is the view's alone
            )
        try:
            data, words = process.communicate(timeout=LONGEST)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            return False, f"It took more than {LONGEST // 60} minutes and was stopped."
        said = b"\n".join(part.strip() for part in (words, data) if part.strip())
        return process.returncode == Exit.DONE, safe_text(said.decode("utf-8", "replace"))

    def stop(self) -> None:
        """End what is running, and run nothing more."""
        with self._lock:
            self._stopped = True
            if self._process:
                with contextlib.suppress(OSError):
                    self._process.kill()
