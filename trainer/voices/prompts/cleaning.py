"""Words of a trainee or an author made fit for a prompt: no token of any chat template survives, whatever it is.

Rather than know every template, this takes away what all their tokens are built of: angle, square and curly brackets, bars,
hashes, line breaks, and the look-alikes that a tokenizer folds into them.
"""

from __future__ import annotations

import re
import unicodedata

_BUILDING = str.maketrans({"<": "‹", ">": "›", "[": "(", "]": ")", "{": "(", "}": ")", "|": "/", "#": "", "`": "'", "▁": " ", "＜": "‹", "＞": "›", "｜": "/"})
_RULE = re.compile(r"([-=*_~])\1{2,}")
_LEFT = 24
"""Characters kept for the gap where the middle of a long text is left out."""


def cleaned(text: str, limit: int) -> str:
    """The text on one line, without anything a template or a tokenizer could take for its own; its middle left out where it is too long."""
    head, tail = text[: 4 * limit], text[-limit:] if len(text) > 4 * limit else ""
    folded = unicodedata.normalize("NFKC", f"{head} {tail}").translate(_BUILDING)
    kept = "".join(" " if c.isspace() else c for c in folded if c.isspace() or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    one = _RULE.sub(r"\1", " ".join(kept.split()))
    if len(one) <= limit:
        return one
    last = max(0, (limit - _LEFT) // 3)
    return f"{one[: limit - _LEFT - last].rstrip()} ... {one[len(one) - last :].lstrip()}"
