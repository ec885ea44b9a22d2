"""How long a key takes to show in the call screen while the model's process writes line after line, against the same without.

By turns in the same run, wall clock, because whoever types waits by it; so a machine that others use shows in both. The model
has random weights and is never left without an order. Needs transformers and torch (extra ``lm``).
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.call_screen import calling, seconds_a_key
from benchmarks.served import cpu_seconds, until
from trainer.words import count

if TYPE_CHECKING:
    from trainer.voices.model.drafter import LocalDrafter

ROUNDS, TURNS = 3, 60
KEYS, PAUSE = 80, 0.05
"""Keys a round, and the seconds between them: a quick typist's."""

WORDS = 24
"""Sentences of the prompt each line answers: reading counts as well as writing."""


def run(width: int = 512, layers: int = 8) -> Iterator[str]:
    """One child, as a call has it; its threads are its own affair."""
    if find_spec("torch") is None or find_spec("transformers") is None:
        yield "busy          needs transformers and torch: pip install 'coolhead[lm]' torch"
        return
    from transformers import Qwen3Config

    from tests.trainer.voices.model import making
    from trainer.voices.drafter import Level
    from trainer.voices.model.drafter import LocalDrafter

    shape = {"hidden_size": width, "intermediate_size": 4 * width, "num_hidden_layers": layers, "num_attention_heads": width // 64, "num_key_value_heads": 2}
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "model"
        model = making.random_model("qwen3", config=Qwen3Config(**shape, head_dim=64, vocab_size=600))
        size = sum(weights.numel() for weights in model.parameters()) / 1e6
        model.save_pretrained(folder)
        making.tokenizer().save_pretrained(folder)
        del model
        drafter = LocalDrafter(folder)
        drafter.open()
        try:
            until(lambda: drafter.standing.level is not Level.LOADING, 120)
            if drafter.standing.level is not Level.READY:
                yield f"busy          the model is not ready: {drafter.standing.sentence}"
                return
            alone, busy, did = asyncio.run(_by_turns(drafter))
        finally:
            drafter.close()
    yield f"busy          {size:.0f}M random weights {did}"
    for name, found in (("at rest", alone), ("writing", busy)):
        cuts = statistics.quantiles(found, n=100)
        yield f"key to screen model {name}: median {_ms(statistics.median(found))}   p99 {_ms(cuts[98])}   longest {_ms(max(found))} of {len(found)} keys"
    yield f"key to screen ratio of medians {statistics.median(busy) / statistics.median(alone):.2f}   (target: never 100 ms)"


async def _by_turns(drafter: LocalDrafter) -> tuple[list[float], list[float], str]:
    alone: list[float] = []
    busy: list[float] = []
    lines, used, passed = 0, 0.0, 0.0
    assert drafter._process
    child = drafter._process._process.pid
    async with calling(TURNS, (120, 40)) as pilot:
        from trainer.tui.widgets.composer import Composer

        area = pilot.app.screen.query_one(Composer)
        await seconds_a_key(pilot, area, keys=20)  # the first keys pay for what later ones do not
        for _ in range(ROUNDS):
            area.text = ""
            alone += await seconds_a_key(pilot, area, keys=KEYS, pause=PAUSE)
            with _writing(drafter) as written:
                await asyncio.sleep(0.5)
                area.text = ""
                began, before = time.perf_counter(), cpu_seconds(child)
                busy += await seconds_a_key(pilot, area, keys=KEYS, pause=PAUSE)
                passed, used = passed + time.perf_counter() - began, used + cpu_seconds(child) - before
            lines += len(written)
            await asyncio.sleep(0.5)
    return alone, busy, f"wrote {count(lines, 'line')} meanwhile and took {used / passed:.0%} of a core"


@contextmanager
def _writing(drafter: LocalDrafter) -> Iterator[list[int]]:
    """The model writes line after line while this lasts; how many is told in what is yielded."""
    done, written = threading.Event(), list[int]()
    talk = ({"role": "user", "content": "I looked at your order and it left us on Monday. " * WORDS},)

    def work() -> None:
        while not done.is_set():
            with suppress(Exception):
                drafter.draft(talk, seed=len(written), temperature=0.8).result(60)
                written.append(1)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    try:
        yield written
    finally:
        done.set()
        drafter.cancel()
        thread.join(10)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"


if __name__ == "__main__":
    began = time.perf_counter()
    for line in run():
        print(line, flush=True)
    print(f"{time.perf_counter() - began:.0f} s")
