"""Whether the terminal is still there. A screen that lost it would spin on the end of its input for ever, so it leaves."""

from __future__ import annotations

import select
import sys

EVERY = 2.0
"""Seconds between looks."""


def terminal_gone() -> bool:
    """Whether the terminal on standard input hung up; False where the system cannot tell."""
    if not hasattr(select, "poll"):
        return False
    try:
        watch = select.poll()
        watch.register(sys.__stdin__.fileno() if sys.__stdin__ else 0, 0)
        return any(state & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, state in watch.poll(0))
    except (OSError, ValueError):
        return True
