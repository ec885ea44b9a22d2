"""A bar on stderr for work that takes a while, where somebody looks at it; nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress(total: int, doing: str) -> Iterator[Callable[[int], None] | None]:
    """Yields what is to be told how much more is done; None where there is nobody to show it to."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(doing, total=total)
        yield lambda more: bar.update(task, advance=more)
