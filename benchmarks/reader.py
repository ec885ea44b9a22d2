"""The reader alone over the dev split of its corpus: time a reply, load, memory, and the same encoder unquantised through transformers."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice

from benchmarks.memory import PEAK
from scoring.reading import default_reader
from scoring.reading.evaluate import context_of
from scoring.reading.labelled import Example, calls

LOAD = "import time; start = time.perf_counter(); from scoring.reading.encoder import Encoder; Encoder(); print(time.perf_counter() - start)"
RULES = f"from scoring.reading.reader import RuleReader; from scoring.reading.protocol import Context; RuleReader().read('Sorry.', Context()); {PEAK}"
TRAINED = f"from scoring.reading import default_reader; from scoring.reading.protocol import Context; default_reader().read('Sorry. ' * 20, Context()); {PEAK}"


def run(replies: int = 400) -> Iterator[str]:
    """Wall clock on one core; a reply is read alone, as in a call."""
    reader = default_reader()
    examples = list(islice(calls("dev"), replies))
    for example in examples[:20]:
        reader.read(example.text, context_of(example))
    for name, card in (("without a card", False), ("with card and log", True)):
        times = [_timed(partial(reader.read, e.text, context_of(e, card=card))) for e in examples]
        cuts = statistics.quantiles(times, n=20)
        rate = f"{len(times) / sum(times):.0f} replies a second on one core"
        yield f"reader        {name:<18} p50 {statistics.median(times) * 1000:5.1f} ms   p95 {cuts[18] * 1000:5.1f} ms   {rate}"
    loads = [float(_fresh(LOAD)) for _ in range(5)]
    yield f"reader        load, imports and all: median {statistics.median(loads) * 1000:.0f} ms of five fresh processes"
    rules, trained = (int(_fresh(code)) / 1024 for code in (RULES, TRAINED))
    yield f"reader        memory: rules alone {rules:.0f} MB, with the model {trained:.0f} MB ({trained - rules:+.0f})"
    yield _against_transformers(examples)


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _fresh(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def _against_transformers(examples: list[Example]) -> str:
    """The shipped int8 model against the same network in full precision, on the same tokens, one thread each."""
    try:
        import torch

        from scoring.reading.training.fit import prepare, tensors
        from scoring.reading.training.network import Network
    except ImportError as error:
        return f"reader        ratio to the unquantised model left out: {error.name} is not installed (make model)"
    from scoring.reading.encoder import Encoder

    torch.set_num_threads(1)
    encoder, network = Encoder(), Network().eval()
    items = [encoder.encode(p.example.text, p.example.units, p.around) for p in prepare(examples[:100])]
    with torch.inference_mode():
        network(**tensors(items[:1]))
        full = [_timed(partial(network, **tensors([item]))) for item in items]
    encoder.judge(items[0])
    ours = [_timed(partial(encoder.judge, item)) for item in items]
    a, b = statistics.median(full), statistics.median(ours)
    return f"reader        model alone p50 {b * 1000:.1f} ms; unquantised through transformers {a * 1000:.1f} ms: {a / b:.1f} times as fast"
