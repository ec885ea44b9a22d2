"""A real terminal for tests: tmux on a socket of its own, keys in, screen out."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
import uuid
from pathlib import Path
from typing import Self

TMUX = shutil.which("tmux")


class Terminal:
    """One tmux pane that runs Coolhead with a data folder of its own."""

    def __init__(self, home: Path, columns: int, rows: int, *arguments: str, **env: str) -> None:
        self._socket = f"coolhead-{uuid.uuid4().hex[:8]}"
        self._size = (str(columns), str(rows))
        self._command = shlex.join([sys.executable, "-m", "trainer", *arguments])
        self._env = os.environ | {"COOLHEAD_HOME": str(home), "COOLHEAD_PACE": "0", "TERM": "xterm-256color"} | env

    def __enter__(self) -> Self:
        self._tmux("new-session", "-d", "-s", "call", "-x", self._size[0], "-y", self._size[1], f"exec {self._command}")
        return self

    def __exit__(self, *_: object) -> None:
        self._tmux("kill-server")

    def _tmux(self, *arguments: str) -> str:
        done = subprocess.run([str(TMUX), "-L", self._socket, *arguments], capture_output=True, text=True, env=self._env, check=False)
        return done.stdout

    def press(self, *keys: str) -> None:
        """Press keys by tmux's names for them: ``Enter``, ``Escape``, ``F2``."""
        self._tmux("send-keys", "-t", "call", *keys)

    def type(self, text: str) -> None:
        """Type text as it stands."""
        self._tmux("send-keys", "-t", "call", "-l", "--", text)

    def resize(self, columns: int, rows: int) -> None:
        self._tmux("resize-window", "-t", "call", "-x", str(columns), "-y", str(rows))

    @property
    def screen(self) -> str:
        """What stands on the screen now, lines run together so that a wrapped sentence can be found."""
        return re.sub(r"\s+", " ", self._tmux("capture-pane", "-p", "-t", "call"))

    def wait_for(self, words: str, seconds: float = 30) -> str:
        """The screen once ``words`` are on it. Raises AssertionError with the screen when they never come."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if re.search(words, self.screen):
                return self.screen
            time.sleep(0.1)
        raise AssertionError(f"'{words}' never appeared on:\n{self._tmux('capture-pane', '-p', '-t', 'call')}")

    @property
    def pid(self) -> int:
        """Process id of the program in the pane."""
        return int(self._tmux("list-panes", "-t", "call", "-F", "#{pane_pid}").strip())

    def kill(self) -> None:
        """SIGKILL the program in the pane, as a lost machine would."""
        os.kill(self.pid, signal.SIGKILL)

    def take_away(self) -> None:
        """Take the terminal away from under the program."""
        self._tmux("kill-server")
