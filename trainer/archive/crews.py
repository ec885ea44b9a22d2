"""Shares the chats of a job among processes and hands the rows back in order; who judges changes nothing but the time.

A crew takes a stream and gives a stream: only so much waits in memory as keeps everybody busy. What is already judged passes
through in its place.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from typing import TypeVar

from trainer.archive.chats import Done, Job, Terms, judged
from trainer.errors import CoolheadError

MANY = 24
"""Chats from which more than one process pays: each has to load the reader first."""
BATCH = 8
"""Chats handed over at a time."""
BATCH_BYTES = 2**20
"""Or fewer, where they are long: what waits must not fill the memory."""
AHEAD = 3
"""Batches that wait for each process."""

Stream = Iterator[Job | Done]
Crew = Callable[[Stream, Terms], Iterator[Done]]
Handle = TypeVar("Handle")


def alone(stream: Stream, terms: Terms) -> Iterator[Done]:
    """Every chat judged here, one after the other."""
    return (one if isinstance(one, Done) else judged(one, terms) for one in stream)


def local(jobs: int | None) -> Crew:
    """A crew on this machine: of ``jobs`` processes, or of all cores where there is enough work for them."""

    def crew(stream: Stream, terms: Terms) -> Iterator[Done]:
        first = list(islice(stream, MANY)) if jobs is None else []
        several = jobs or (os.cpu_count() or 1 if len(first) == MANY else 1)
        whole = chain(first, stream)
        return alone(whole, terms) if several == 1 else _by_processes(whole, terms, several)

    return crew


def judged_all(batch: list[Job], terms: Terms) -> list[Done]:
    """A batch judged, wherever it is."""
    return [judged(job, terms) for job in batch]


def in_order(stream: Stream, hand_out: Callable[[list[Job]], Handle], take: Callable[[Handle], list[Done]], most: int) -> Iterator[Done]:
    """Batches handed out as long as no more than ``most`` wait, and taken back in the order of the stream."""
    waiting: deque[Handle | Done] = deque()
    batch: list[Job] = []
    held = 0

    def front() -> list[Done]:
        first = waiting.popleft()
        return [first] if isinstance(first, Done) else take(first)

    for one in stream:
        if isinstance(one, Job):
            batch.append(one)
            held += len(one.piece.data)
        if batch and (isinstance(one, Done) or len(batch) == BATCH or held > BATCH_BYTES):
            waiting.append(hand_out(batch))
            batch, held = [], 0
        if isinstance(one, Done):
            waiting.append(one)
        while len(waiting) > most or (waiting and isinstance(waiting[0], Done)):
            yield from front()
    if batch:
        waiting.append(hand_out(batch))
    while waiting:
        yield from front()


def _by_processes(stream: Stream, terms: Terms, several: int) -> Iterator[Done]:
    pool = ProcessPoolExecutor(several, mp_context=get_context("spawn"), initializer=_begin)

    def hand_out(batch: list[Job]) -> Future[list[Done]]:
        return pool.submit(judged_all, batch, terms)

    try:
        yield from in_order(stream, hand_out, Future.result, several * AHEAD)
    except BrokenProcessPool as error:
        raise CoolheadError("One of the processes that judge was stopped from outside, perhaps for want of memory.", "Try with fewer: --jobs 1") from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _begin() -> None:
    """Ctrl-C is for the one who hands out the work; and when that one is gone, however it went, nobody works on."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    above = parent_process()
    if above is not None:
        threading.Thread(target=lambda: (wait([above.sentinel]), os._exit(1)), daemon=True).start()
