"""After the call: the customer's verdict in their own words, and what became of it, told plainly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from scenarios.model import Scenario, Verdicts
from scenarios.moves import Ending
from scenarios.transcript import CustomerMoved, Ended, Event
from trainer.engine import draws

GOOD, MIXED = 65, 40
"""The least verdict (0-100) that counts as good, and as mixed."""

TRUSTS_NOBODY = 30
"""Trust (0-100) below which nobody speaks well of a call, though the matter was settled."""

NAMED = 3
"""Things said that are told one by one where they came to the same; of more only how many."""

_NOT_GOOD = frozenset({Ending.REFUSED, Ending.HUNG_UP, Ending.UNFINISHED})
"""Endings after which nobody speaks well of a call, however it went on the way."""

_SETTLED = frozenset({Ending.ACCEPTED, Ending.PARTLY})

_AFTER = {
    "good": ("{name} is staying with you.", "{name} told someone at home that it got sorted.", "{name} would come to you again."),
    "mixed": ("{name} stays for now, and looks around.", "{name} stays, but keeps the transcript.", "{name} will give it one more go, and only one."),
    "bad": ("{name} has gone somewhere else.", "{name} has left, and told four people why.", "{name} left that week and wrote a review to say so."),
}
_OPEN_ENDS = {
    Ending.REFUSED: "Nothing was settled. The same trouble will come back, with this call added to it.",
    Ending.HUNG_UP: "The trouble is where it was. The next person who picks it up starts from here.",
    Ending.SUPERVISOR: "A supervisor took it from there.",
    Ending.UNFINISHED: "What was agreed was never done. {name} found out, and will be back.",
}
_LEFT = "The chat stopped before I could say how it went."


def standing(ended: Ended, events: Sequence[Event]) -> str:
    """``good``, ``mixed`` or ``bad``: which words fit this verdict, this ending, and what came out in the call or after it."""
    came_out = [*ended.aftermath, *(found for event in events if isinstance(event, CustomerMoved) for found in event.found_out)]
    misled = any(found.kind in ("lie", "broken") for found in came_out)
    distrusts = ended.mood.trust < TRUSTS_NOBODY
    if ended.verdict >= GOOD and not (misled or distrusts or ended.ending in _NOT_GOOD):
        return "good"
    if misled:
        return "mixed" if ended.verdict >= MIXED and not distrusts else "bad"
    return "mixed" if ended.verdict >= MIXED or ended.ending in _SETTLED else "bad"  # nobody who got what was agreed says there was nothing


def verdict_text(ended: Ended, kind: str, sources: Iterable[Verdicts], *, seed: int) -> str:
    """The first source that has words for a verdict of this kind says them."""
    if ended.ending is Ending.LEFT:
        return _LEFT
    for source in sources:
        lines: tuple[str, ...] = getattr(source, kind)
        if lines:
            return draws.pick(lines, seed=seed, turn=ended.turn, purpose="voice.verdict")
    return {"good": "It got sorted.", "mixed": "It is half sorted.", "bad": "It did not get sorted."}[kind]


def what_happened_next(ended: Ended, kind: str, scenario: Scenario, name: str, *, seed: int) -> tuple[str, ...]:
    """Plain sentences: what the outcome led to, what came due or came out afterwards, and whether the customer stays."""
    if ended.ending is Ending.LEFT:
        return ()
    outcome = scenario.outcomes.get(ended.outcome or "")
    told = [" ".join(outcome.later.split())] if outcome and outcome.later and ended.ending in (Ending.ACCEPTED, Ending.PARTLY) else []
    told += [_OPEN_ENDS[ended.ending].replace("{name}", name)] if ended.ending in _OPEN_ENDS else []
    told += _together([found.how for found in ended.aftermath if found.how])
    told.append(draws.pick(_AFTER[kind], seed=seed, turn=ended.turn, purpose="voice.after").replace("{name}", name))
    return tuple(dict.fromkeys(told))


_OF_WORDS = re.compile(r"(?P<head>(?:You (?:promised|said) )?)“(?P<words>[^“”]+)”(?P<tail>.+)", re.DOTALL)
_OF_SEVERAL = {
    ". Nobody could have kept that.": ". Nobody could have kept any of it.",
    ". That was not so.": ". None of it was so.",
    ": it was done as promised.": ": all of it was done as promised.",
}


def _together(told: Sequence[str]) -> list[str]:
    """Words that came to the same told in one sentence, where the first of them stood."""
    groups: dict[tuple[str, str], list[str]] = {}
    for one in told:
        found = _OF_WORDS.fullmatch(one)
        key = (found["head"], found["tail"]) if found else (one, "")
        groups.setdefault(key, []).append(found["words"] if found else "")
    return [_sentence(head, list(dict.fromkeys(words)), tail) for (head, tail), words in groups.items()]


def _sentence(head: str, words: list[str], tail: str) -> str:
    if not tail:
        return head
    named = [f"“{one.rstrip('.') if len(words) > 1 else one}”" for one in words[:NAMED]]
    if len(words) > NAMED:
        named.append(f"{len(words) - NAMED} more")
    listed = f"{', '.join(named[:-1])} and {named[-1]}" if len(named) > 1 else named[0]
    return f"{head}{listed}{_OF_SEVERAL.get(tail, tail) if len(words) > 1 else tail}"
