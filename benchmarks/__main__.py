"""Run every benchmark and print one table: ``python -m benchmarks`` (or ``make bench``).

Figures are ratios to a bare baseline in the same run where a baseline makes sense, because absolute times say more about
the machine than about Coolhead. Nothing here is a test: a busy machine must not turn a build red.
"""

from __future__ import annotations

import sys

from benchmarks import agreement, busy, call_screen, debrief, drills, first_frame, folders, guards, memory, reader, replies, served, simulation, voice


def main() -> None:
    """Print each benchmark's lines as they finish; with names as arguments, only those."""
    wanted = set(sys.argv[1:])
    for name, bench in (
        ("first_frame", first_frame.run),
        ("call_screen", call_screen.run),
        ("replies", replies.run),
        ("reader", reader.run),
        ("debrief", debrief.run),
        ("drills", drills.run),
        ("guards", guards.run),
        ("simulation", simulation.run),
        ("memory", memory.run),
        ("agreement", agreement.run),
        ("folders", folders.run),
        ("voice", voice.run),
        ("busy", busy.run),
        ("served", served.run),
    ):
        if wanted and name not in wanted:
            continue
        for line in bench():
            print(line, flush=True)


if __name__ == "__main__":
    main()
