"""A process of its own that checks and measures, so that no screen waits, and what an author wrote can neither hang nor break one.

A line in names what to do; lines out tell the stage, and last what was found. Ends with its input.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from pathlib import Path

from trainer.authoring.workbench.looking import check, measure
from trainer.errors import CoolheadError

CHECK, MEASURE = "check", "measure"


def answer(line: str) -> str:
    """What came of one order, as the line that is sent back."""
    order = json.loads(line)
    look = measure if order["do"] == MEASURE else check
    try:
        found = look(Path(order["file"]), lambda stage: _send({"stage": stage}))
    except CoolheadError as error:
        return json.dumps({"sorry": error.sentence})
    except Exception as error:
        import traceback

        return json.dumps({"sorry": f"Something went wrong inside Coolhead: {type(error).__name__}.", "trace": traceback.format_exc()})
    return json.dumps({"found": found.model_dump(mode="json")})


def _send(row: dict[str, str]) -> None:
    print(json.dumps(row), file=_out, flush=True)


_out = sys.stdout

if __name__ == "__main__":
    with contextlib.suppress(OSError, AttributeError):
        os.nice(10)  # whoever is typing comes first
    sys.stdout = sys.stderr  # nothing but answers may go out
    for line in sys.stdin:
        print(answer(line), file=_out, flush=True)
