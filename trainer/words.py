"""Words for what the views show: moods, behaviour, endings, lengths of time. Every meter and mark has a word beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from scenarios.moves import Band, Intensity

if TYPE_CHECKING:
    from scenarios.transcript import Mood
    from scoring.scores import Dimension, Score, Sureness

INTENSITIES = tuple(level.value for level in Intensity)
USUAL_INTENSITY = Intensity.REAL.value
"""Played where nobody chose; the same in every view."""
INTENSITY_WORDS = {
    "calm": "angry and impatient, but attacks nobody",
    "real": "also attacks the company and your competence, no insults",
    "raw": "also insults you and swears",
}

LEVEL_WORDS = {1: "first steps", 2: "everyday", 3: "hard", 4: "very hard"}

ENDINGS = {
    "accepted": "Settled. {name} took what you offered.",
    "partly": "Settled in part. {name} took it, though more was possible.",
    "refused": "{name} left without agreeing.",
    "hung_up": "{name} broke off the chat.",
    "supervisor": "The call went to your supervisor.",
    "unfinished": "Agreed, but not done. {name} will be back.",
    "left": "You left the call. Nothing is held against you.",
}

POINT_WORDS = {"keep": "Keep doing this", "costliest": "What cost you most", "next": "Try next time"}

NOT_EARNED = "What would have earned most"
"""In place of ``costliest`` where nothing was lost: a chance was let go."""


def point_word(kind: str, points: float) -> str:
    """What a point of the debrief is called, by what its row of evidence came to."""
    return NOT_EARNED if kind == "costliest" and points >= 0 else POINT_WORDS[kind]


IN_PART_MARK = "~"
IN_PART = "counted in part, for or against, because the program is not sure it understood"
IN_PART_HEAD = f"{IN_PART_MARK} counted in part, for or against: the program is not sure it understood"
"""What an unsure reader comes to, said once above the evidence; a row bears the mark alone."""


FORM_WORDS = {"instead": "You could say instead", "there": "You could say there", "first": "You could say first"}
"""Where a better line is said: in place of the reply, of the one sentence, or before the reply."""

SURE_WORDS = {"sure": "sure", "fairly": "fairly sure", "little": "take it lightly"}
UNTESTED = "hardly tested"


def rests_on(score: Score, dimension: Dimension, sure: Sureness | None = None) -> str:
    """What a score rests on and how sure it is, in the one wording of every view and export: ``3 chances, fairly sure``; why it is none where it is none.

    Where the call held no chance to earn, lines may still have cost points.
    """
    if score.value is None:
        return score.why_not or ""
    cost = sum(item.points < 0 for item in score.evidence)
    chances = count(score.opportunities, "chance") if score.opportunities else count(cost, "costly line") if cost else UNTESTED
    basis = "ending and pace" if dimension == "resolution" else chances
    return f"{basis}, {SURE_WORDS[sure.level]}" if sure and basis != UNTESTED else basis


ACT_WORDS = {
    "COURTESY": "is polite",
    "REFLECT_CONTENT": "gives back what they told you",
    "REFLECT_FEELING": "names the feeling and where it comes from",
    "VALIDATE": "says they have a point, and why",
    "ACK_GENERIC": "is sympathy that would fit any complaint",
    "ASK_OPEN": "asks for their side of it",
    "ASK_CLOSED": "asks for one thing",
    "CHECK_UNDERSTANDING": "checks what was understood",
    "APOLOGISE": "is an apology",
    "OWN": "owns the fault",
    "EXPLAIN": "says why it happened",
    "STATE_ACTION": "says what is being done",
    "PROPOSE": "offers a way to settle it",
    "OFFER_CHOICE": "leaves them a choice",
    "COMMIT": "is a promise",
    "SET_EXPECTATION": "says what will happen, and when",
    "ADMIT_UNKNOWN": "admits what is not known yet",
    "HONEST_NO": "is an honest no, with a reason or a way out",
    "HANDOFF": "hands over, or puts on hold",
    "CONFIRM_CLOSE": "checks that it is settled",
    "SET_LIMIT": "sets a limit",
    "BLAME": "puts it on the customer",
    "ARGUE": "argues back",
    "INVALIDATE": "makes it smaller than it is to them",
    "HOSTILE": "is hostile",
    "DEFLECT": "pushes the matter away",
    "EVADE": "goes round the question",
    "OVERPROMISE": "promises more than can be kept",
    "FALSE_CLAIM": "is not so",
}
"""What a stretch of a reply does, for somebody who has read no guide."""

FATE_WORDS = {
    "kept": "kept",
    "broken": "broken",
    "open": "still open",
    "arranged": "arranged",
    "unsupported": "nothing to back it",
    "true": "true",
    "false": "not true",
    "corrected": "put right later",
    "unknown": "cannot be told",
}

MANNERS = {"furious": "hammering the keys", "angry": "answers at once", "tense": "quick to answer", "calm": "writes at an easy pace"}

METER_CELLS = 10
_BARS = "▁▂▃▄▅▆▇█"

MOOD_LEGEND = (
    "only in practice mode. Anger from 0 to 100, then whether the customer feels heard, trusts you, and how patient they still are. "
    "The bars at the end are the anger of the turns so far. It shows the customer; it is not your score"
)


def anger_word(anger: float) -> str:
    """The band of an anger of 0-100 in one word; the same borders as the voices use."""
    return Band.of(anger).value


HEARD_CUTS = (10, 30)
"""Where being heard changes its word: it starts near 5; a fault owned lifts it past the first, a worry given back past the second."""


def level_word(value: float, low: str, middle: str, high: str, cuts: tuple[float, float] = (34, 67)) -> str:
    """One of three words for a level of 0-100."""
    return low if value < cuts[0] else middle if value < cuts[1] else high


def meter(value: float, cells: int = METER_CELLS) -> str:
    """A bar of filled and empty cells for 0-100. Anything above nothing fills at least one cell."""
    held = min(100.0, max(0.0, value))
    full = int(held * cells / 100 + 0.5) if held else 0
    full = max(1, full) if held else 0
    return "▮" * full + "▯" * (cells - full)


def sparkline(values: Sequence[float]) -> str:
    """Values of 0-100 as a line of bars, one a value."""
    return "".join(_BARS[min(len(_BARS) - 1, int(max(0.0, value) * len(_BARS) / 100))] for value in values)


def mood_line(mood: Mood, before: Mood | None, cells: int = METER_CELLS) -> str:
    """The practice meter: anger with its bar, what changed, and the rest in words. Never wider than 78 columns."""
    change = round(mood.anger) - round(before.anger) if before else 0
    moved = f" ({abs(change)} {'up' if change > 0 else 'down'})" if change else ""
    heard = level_word(mood.heard, "unheard", "half heard", "heard", HEARD_CUTS)
    trust = level_word(mood.trust, "no trust", "some trust", "trust")
    patience = level_word(mood.patience, "about to go", "impatient", "patient")
    return f"anger {mood.anger:.0f} {meter(mood.anger, cells)} {anger_word(mood.anger)}{moved} · {heard} · {trust} · {patience}"


def behaviour(mood: Mood) -> str:
    """How the customer is writing: the mood as a rep would notice it, with no number."""
    pace = MANNERS[anger_word(mood.anger)]
    if mood.patience < 25:
        return f"{pace}, about to go"
    return f"{pace}, long gaps" if mood.hope < 15 and mood.anger < 60 else pace


def minutes_word(seconds: int) -> str:
    """A length of simulated time: ``40 s``, ``3 min``, ``1 h 5 min``."""
    if seconds < 60:
        return f"{seconds} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min" if minutes % 60 else f"{minutes // 60} h"


def day_words(moment: datetime) -> str:
    """``14 May`` where one is; with the year where it is not this one's."""
    there = moment.astimezone()
    return f"{there.day} {there:%B}" if there.year == datetime.now(there.tzinfo).year else f"{there.day} {there:%B %Y}"


def moment_words(moment: datetime) -> str:
    """``14 May, 16:20``."""
    return f"{day_words(moment)}, {moment.astimezone():%H:%M}"


def nth(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    tail = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{tail}"


def count(number: int, one: str, many: str | None = None) -> str:
    """``1 promise``, ``3 promises``."""
    return f"{number} {one if number == 1 else many or one + 's'}"
