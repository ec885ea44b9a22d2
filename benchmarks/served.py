"""The http voice against a real server, ``transformers serve`` with a tiny model of random weights: lines, cancelling, a killed server.

Opt-in, because it needs a server: ``pip install 'transformers[serving]'`` beside the extras ``lm-http`` and ``lm``, then
``python -m benchmarks served``.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

WITHIN = 4.0
"""Seconds until the written line must be shown."""
LONG = ({"role": "user", "content": "Where is my kettle? " * 400},)


def run() -> Iterator[str]:
    """One server, one tiny model, one thread each."""
    command = shutil.which("transformers", path=str(Path(sys.executable).parent))
    if command is None or find_spec("torch") is None or find_spec("fastapi") is None or find_spec("httpx2") is None:
        yield "served        needs a server: pip install 'coolhead[lm-http,lm]' 'transformers[serving]' torch"
        return
    from tests.trainer.voices.model import making

    with tempfile.TemporaryDirectory() as place, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        folder = making.folder(Path(place) / "model")
        offline = os.environ | {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "OMP_NUM_THREADS": "1", "HF_HOME": place}
        log = (Path(place) / "log").open("wb")
        server = subprocess.Popen(
            [command, "serve", str(folder), "--host", "127.0.0.1", "--port", str(port), "--device", "cpu"], env=offline, stdout=log, stderr=log
        )
        try:
            yield from _against(server, f"http://127.0.0.1:{port}/v1", str(folder))
        finally:
            server.kill()
            server.wait()
            log.close()


def _against(server: subprocess.Popen[bytes], base: str, model: str) -> Iterator[str]:
    from scenarios.library import find
    from scenarios.transcript import CustomerSaid
    from trainer.voices.drafted import DraftedVoice
    from trainer.voices.drafter import DraftError, Level
    from trainer.voices.http.drafter import ServedDrafter
    from trainer.voices.manners import guarded
    from trainer.wiring import start_call

    drafter = ServedDrafter(base, model=model)  # without the network this server cannot list what it serves
    began = time.monotonic()
    drafter.open()
    until(lambda: drafter.standing.level in (Level.READY, Level.SLOW) or server.poll() is not None, 120)
    if drafter.standing.level is not Level.READY:
        yield f"served        the server is not ready: {drafter.standing.sentence}"
        return
    found = drafter.draft(({"role": "user", "content": "Where is my kettle?"},), seed=1, temperature=0.8).result(30)
    yield f"served        up after {time.monotonic() - began:.1f} s; a line in {found.seconds:.2f} s, its first words after {found.first_seconds:.2f} s, streamed"

    before = cpu_seconds(server.pid)
    line = drafter.draft(LONG, seed=1, temperature=0.8)
    time.sleep(0.3)
    wish = time.monotonic()
    drafter.cancel()
    try:
        line.result(20)
        ended = "had ended by itself"
    except DraftError:
        ended = f"put down after {(time.monotonic() - wish) * 1000:.0f} ms"
    time.sleep(2)
    busy = cpu_seconds(server.pid)
    time.sleep(2)
    yield f"served        a cancelled line is {ended}; the server used {busy - before:.1f} s of processor for it, and {cpu_seconds(server.pid) - busy:.2f} s in the 2 s after"

    call, _ = start_call(find("filing-day"), 3)
    voice = DraftedVoice(drafter, guarded(), within=WITHIN)
    call.speaker = voice
    call.say("I have your file open, and I can see what went wrong.")
    os.kill(server.pid, signal.SIGKILL)
    slowest = 0.0
    for text in ("That was our fault, and I own it.", "What do you need first?", "I will see to it by six."):
        began = time.monotonic()
        call.say(text)
        slowest = max(slowest, time.monotonic() - began)
    said = [event.voice for event in call.events if isinstance(event, CustomerSaid)]
    yield f"served        server killed: the written line after {slowest:.2f} s at most (allowed {WITHIN:.0f}); voices {', '.join(said)}"
    drafter.close()


def cpu_seconds(pid: int) -> float:
    """Seconds of processor a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def until(what: Callable[[], bool], seconds: float) -> None:
    end = time.monotonic() + seconds
    while not what() and time.monotonic() < end:
        time.sleep(0.05)


if __name__ == "__main__":
    for line in run():
        print(line, flush=True)
