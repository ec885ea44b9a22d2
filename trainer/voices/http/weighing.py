"""What a server's answer says of how likely each of a few letters was: by its own figures, else by the letter it wrote."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Any

from trainer.voices.http.stream import words_in
from trainer.voices.lines import spoken_part
from trainer.voices.weigher import Weighed

MOST_WORDS = 4
"""Tokens an answer may have: a letter, and what some models put before it."""

LISTED = 10
"""Likeliest tokens asked for."""

DRAWS = 3
"""Times a server without figures is asked, so that a toss-up shows as one."""

_AROUND = " ()[]\"'*.:\n▁Ġ"
_FIRST = re.compile(r"[\W_]*([^\W_])(?![^\W_])")


def shares_in(found: Any, answers: Sequence[str]) -> Weighed | None:
    """By the figures of the first token that is no blank; None where there are none. Raises StreamError where the server reports an error."""
    words_in(found, "message")
    try:
        said = found["choices"][0]["logprobs"]["content"]
        first = next(one for one in said if str(one["token"]).strip(_AROUND))
        likely = [(str(one["token"]).strip(_AROUND), math.exp(float(one["logprob"]))) for one in first["top_logprobs"]]
    except (LookupError, TypeError, ValueError, OverflowError, StopIteration):
        return None
    return Weighed(tuple(sum(share for token, share in likely if token == answer) for answer in answers)) if likely else None


def letter_in(found: Any, answers: Sequence[str]) -> str:
    """The answer it wrote, where that is one letter alone or stands first; else empty. Raises StreamError."""
    said = _FIRST.match(spoken_part(words_in(found, "message"))[:40])
    return said[1] if said and said[1] in answers else ""


def shares_of(letters: Sequence[str], answers: Sequence[str]) -> Weighed:
    """How often each was drawn."""
    return Weighed(tuple(letters.count(answer) / max(1, len(letters)) for answer in answers))
