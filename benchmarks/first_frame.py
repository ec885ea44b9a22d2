"""First text on screen: Coolhead against a bare Textual app, each started as a user would, in a pseudo-terminal, by turns."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import shutil
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from pathlib import Path

BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("first text")
Bare().run()
"""


def seconds_to_text(command: list[str], marker: bytes, *, env: dict[str, str], limit: float = 30.0) -> float:
    """Wall seconds from starting ``command`` on an 80x24 terminal until ``marker`` is on it. Raises TimeoutError."""
    start = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:  # pragma: no cover - the child
        os.execvpe(command[0], command, env)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    seen = b""
    try:
        while time.perf_counter() - start < limit:
            ready, _, _ = select.select([terminal], [], [], 0.05)
            if ready:
                seen += os.read(terminal, 65536)
                if marker in seen:
                    return time.perf_counter() - start
        raise TimeoutError(f"{marker!r} never appeared")
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)


def run(rounds: int = 9) -> Iterator[str]:
    """Alternate the two so that a busy moment hits both; report medians and their ratio."""
    with tempfile.TemporaryDirectory() as home:
        env = os.environ | {"COOLHEAD_HOME": home, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        env.pop("PYTHONDONTWRITEBYTECODE", None)  # Textual was compiled when it was installed; our modules are at their first start
        bare_file = Path(home) / "bare.py"
        bare_file.write_text(BARE)
        coolhead = shutil.which("coolhead", path=str(Path(sys.executable).parent)) or "coolhead"
        ours, bare = [], []
        for turn in range(rounds + 1):
            pair = (seconds_to_text([sys.executable, str(bare_file)], b"first text", env=env), seconds_to_text([coolhead], b"Coolhead", env=env))
            if turn:  # the first round warms the disk cache for both
                bare.append(pair[0])
                ours.append(pair[1])
    ratio = statistics.median(ours) / statistics.median(bare)
    yield f"first text    bare Textual {statistics.median(bare) * 1000:6.0f} ms   coolhead {statistics.median(ours) * 1000:6.0f} ms   ratio {ratio:.2f}  (target 1.25)"
