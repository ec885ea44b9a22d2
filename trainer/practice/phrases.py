"""How each skill is spoken of in a reason: having done it, and having missed it. Also days in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Phrase:
    """Parts of a sentence to the trainee."""

    done: str
    """between "You have not" and "since 3 November" of a reason"""
    missed: str
    """after "The last two times it came up, you" in one"""


PHRASES: dict[str, Phrase] = {
    "hear-first": Phrase("heard somebody out first", "went past something they told you"),
    "name-it": Phrase("named what it did to them", "went past what it did to them"),
    "own-it": Phrase("owned a fault", "did not own what was yours"),
    "one-question": Phrase("asked the one right question", "asked for what was already known"),
    "answer-it": Phrase("answered straight out", "left a question without a straight answer"),
    "say-no": Phrase("said no with an option", "did not say the no that was due, with what you can do"),
    "keepable-promise": Phrase("made a promise you kept", "gave your word on what did not hold"),
    "dont-know": Phrase("admitted that you do not know", "guessed where you did not know"),
    "bad-news": Phrase("told bad news early", "kept bad news back"),
    "keep-cool": Phrase("kept your head under attack", "answered the unkind remark, or let it push the case aside"),
    "hold-limit": Phrase("held a limit", "set a limit where none was due"),
    "save-face": Phrase("put a mix-up right with grace", "left a mix-up standing, or laid the fault on them"),
    "warm-handover": Phrase("passed somebody on with a reason", "passed somebody on without need"),
    "check-close": Phrase("checked before closing", "closed without checking"),
}


def day_words(day: date, today: date) -> str:
    """``today``, ``yesterday``, ``3 November``, ``3 November 2025``."""
    ago = (today - day).days
    if ago in (0, 1):
        return ("today", "yesterday")[ago]
    return f"{day.day} {day:%B}" if day.year == today.year else f"{day.day} {day:%B %Y}"
