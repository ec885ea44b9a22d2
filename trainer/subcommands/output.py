"""How commands write: JSON for programs, compact and the same bytes every time; plain lines for people."""

from __future__ import annotations

import json
from typing import Any

from trainer.text import safe_text


def emit(found: Any) -> None:
    """One JSON value on one line: keys sorted, ASCII only, so that it survives every locale and terminal."""
    print(json.dumps(found, sort_keys=True, separators=(",", ":"), allow_nan=False))


def tell(text: str = "") -> None:
    """Lines for a person, made safe to print."""
    print(safe_text(text))
