"""The process that checks, seen from a view: one order at a time, ended at once when nobody wants the answer any more."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from trainer.authoring.workbench.findings import Checked, Measured
from trainer.errors import CoolheadError, write_bug_report
from trainer.records.locations import reports_folder

_LONGEST = 8_000_000


class StoppedError(CoolheadError):
    """The order was called off."""


class Hand:
    """Used by one thread, which waits; ``stop`` may come from any."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._lock = threading.Lock()

    def check(self, file: Path, on_stage: Callable[[str], None]) -> Checked:
        """The full check. Raises CoolheadError where it cannot be had, StoppedError where it was called off."""
        return Checked.model_validate(self._ask("check", file, on_stage))

    def measure(self, file: Path, on_stage: Callable[[str], None]) -> Measured:
        """The level by play. Raises as ``check`` does."""
        return Measured.model_validate(self._ask("measure", file, on_stage))

    def stop(self) -> None:
        """End what is being done; the next order begins afresh."""
        with self._lock:
            process, self._process = self._process, None
        if process:
            with contextlib.suppress(OSError):
                process.kill()

    def _ask(self, do: str, file: Path, on_stage: Callable[[str], None]) -> object:
        process = self._started()
        assert process.stdin
        assert process.stdout
        with contextlib.suppress(OSError, ValueError):  # it was stopped, or died
            process.stdin.write(json.dumps({"do": do, "file": str(file)}) + "\n")
            process.stdin.flush()
            while line := process.stdout.readline(_LONGEST):
                said = json.loads(line)
                if "found" in said:
                    return said["found"]
                if "sorry" in said:
                    raise _excuse(said)
                on_stage(str(said.get("stage", "")))
        self._reap(process)
        raise StoppedError("The check was stopped.")

    def _started(self) -> subprocess.Popen[str]:
        with self._lock:
            if self._process is None:
                self._process = subprocess.Popen(
                    [sys.executable, "-m", "trainer.authoring.workbench.child"],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    text=True,
                    encoding="utf-8",
                    start_new_session=True,  # ctrl-c at the keyboard is the screen's alone
                )
            return self._process

    def _reap(self, process: subprocess.Popen[str]) -> None:
        with self._lock:
            if self._process is process:
                self._process = None
        with contextlib.suppress(OSError):
            process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                if stream:
                    stream.close()


def _excuse(said: dict[str, str]) -> CoolheadError:
    report = write_bug_report(said["trace"], reports_folder(), "checking a scenario") if said.get("trace") else None
    return CoolheadError(f"{said['sorry']}{f' What happened is written in {report}' if report else ''}")
