"""The model's process: orders in, news out, and nothing it prints ever reaches the screen. Started, never imported.

One thread reads orders, so that a cancel is heard in mid-line; the other does them, one at a time. When the game is gone the
pipe closes, and so does this.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from collections import deque
from pathlib import Path
from typing import Any, BinaryIO

from pydantic import ValidationError

from trainer.voices.model.wire import MOST_BYTES, ORDERS, Cancel, Commit, Committed, Failed, News, Ready, Refused, Stopped, Weigh, Weighed, Write, Written


class Orders:
    """What is still to be done, and what is no longer wanted."""

    def __init__(self) -> None:
        self._waiting: deque[Write | Commit | Weigh] = deque()
        self._unwanted: set[int] = set()
        self._now: Write | Commit | Weigh | None = None
        self._change = threading.Condition()

    def put(self, order: Write | Commit | Weigh | Cancel) -> None:
        with self._change:
            if isinstance(order, Cancel):
                self._unwanted.add(order.id)
            else:
                if isinstance(order, Write):  # a trainee waits: nothing done in idle time may stand in the way
                    self._unwanted.update(one.id for one in (self._now, *self._waiting) if one is not None)
                self._waiting.append(order)
            self._change.notify()

    def take(self) -> Write | Commit | Weigh:
        with self._change:
            self._now = None
            self._change.wait_for(lambda: self._waiting)
            self._now = self._waiting.popleft()
            return self._now

    def wanted(self, id_: int) -> bool:
        return id_ not in self._unwanted


class Child:
    """Does the orders with a loaded model."""

    def __init__(self, news: BinaryIO, orders: Orders) -> None:
        self._news, self._orders = news, orders

    def tell(self, news: News) -> None:
        self._news.write(news.model_dump_json().encode() + b"\n")
        self._news.flush()

    def run(self, folder: Path) -> None:
        """Load, say so, and work until the game is gone."""
        began = time.perf_counter()
        try:
            from trainer.voices.model.loading import load
            from trainer.voices.model.memory import Memory
            from trainer.voices.model.template import Template
            from trainer.voices.model.trying import sharing_that_holds
            from trainer.voices.model.weighing import AnswerScale
            from trainer.voices.model.writing import Writer

            model, tokenizer, speed = load(folder)
            template = Template(tokenizer)
            quirks, sharing = template.quirks(), sharing_that_holds(model, template)
            chunk = 64 if model.device.type == "cpu" else 512
            memory, scale = Memory(model, sharing=sharing, chunk=chunk), AnswerScale(model, tokenizer, sharing=sharing, chunk=chunk // 2)
            writer = Writer(model, tokenizer, memory)
        except Exception as error:
            log(error)
            self.tell(Refused(why=_sentence(error)))
            return
        self.tell(
            Ready(
                family=str(model.config.model_type), quirks=quirks, sharing=sharing.value, device=model.device.type, dtype=speed.dtype, read=speed.read,
                written=speed.written, line=speed.line, loading=time.perf_counter() - began, memory=held(),
            )
        )  # fmt: skip
        while True:
            order = self._orders.take()
            self._do(order, template, memory, writer, scale)

    def _do(self, order: Write | Commit | Weigh, template: Any, memory: Any, writer: Any, scale: Any) -> None:
        from trainer.voices.model.memory import CancelledError

        def stop() -> bool:
            return not self._orders.wanted(order.id)

        try:
            if stop():
                raise CancelledError
            if isinstance(order, Write):
                line = writer.write(template.ids(order.messages), stop, seed=order.seed, temperature=order.temperature)
                self.tell(Written(id=order.id, text=line.text[:20_000], fed=line.fed, new=line.new, first=line.first_seconds, seconds=line.seconds))
            elif isinstance(order, Weigh):
                shared = template.shared(order.messages, order.beside) if order.beside else []
                self.tell(Weighed(id=order.id, shares=scale.weigh(template.ids(order.messages), order.answers, stop, known=shared)))
            else:
                ids = template.shared(order.one, order.other)
                self.tell(Committed(id=order.id, fed=memory.commit(ids, stop, root=order.root), length=len(ids)))
        except CancelledError:
            self.tell(Stopped(id=order.id))
        except Exception as error:  # one bad prompt must not cost the rest of the call
            log(error)
            self.tell(Failed(id=order.id, why=_sentence(error)))


def listen(orders: Orders) -> None:
    """Hear orders until the game is gone; then go too, whatever is under way."""
    with contextlib.suppress(Exception):
        while line := sys.stdin.buffer.readline(MOST_BYTES):
            try:
                orders.put(ORDERS.validate_json(line))
            except ValidationError as error:
                log(error)
    os._exit(0)


def log(error: BaseException) -> None:
    import traceback

    traceback.print_exception(error, limit=12, file=sys.stderr)


def held() -> int:
    """Bytes this process held at most; 0 where nobody counts."""
    try:
        import resource

        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    except (ImportError, OSError):
        return 0
    return int(most if sys.platform == "darwin" else most * 1024)


def _sentence(error: BaseException) -> str:
    words = " ".join(str(error).split())
    return f"{type(error).__name__}: {words}"[:300]


def main() -> None:
    """Keep the pipe for news, send whatever libraries print to the log, and make room for the game."""
    news = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    if hasattr(os, "nice"):
        with contextlib.suppress(OSError):
            os.nice(5)
    orders = Orders()
    threading.Thread(target=listen, args=(orders,), daemon=True).start()
    Child(news, orders).run(Path(sys.argv[1]))


if __name__ == "__main__":
    main()
