"""Words that only look like listening: one sentence frame filled in again and again, a list of bare words, or the desk's own text read out."""

from __future__ import annotations

import re
from functools import lru_cache

from scenarios.model import Scenario
from scenarios.reading import Part
from scoring.callview import CallView, Reply
from scoring.tally import Place

FRAME = 4
"""Words a sentence must share from its start with an earlier one to count as the same frame."""

RUN = 4
READ_OUT = 0.7
"""Share of a stretch's words standing in runs of ``RUN`` on the desk, from which it is read out and not said."""

LIST = 5
"""Bare words in a row that make a list of them."""

_LABEL = re.compile(
    r"\b(?:i|we)(?:'ve|’ve|'m|’m)?\b(?: \w+){0,4}? "
    r"(?:confirm|understand|understood|hear|heard|acknowledge|appreciate|recogni[sz]e|note|noted|registered)\b(?: \w+){0,5}? "
    r"(?:concerns?|frustrations?|complaints?|worry|worries|issues?|feelings|points?|quer(?:y|ies)|problems?|disappointment) "
    r"(?:about|regarding|concerning|that|with|over|around|on|of|at|and)\b|"
    r"\bhow (?:very |really |incredibly |extremely )?(?:frustrating|upsetting|disappointing|annoying|difficult|stressful|inconvenient|distressing) "
    r"(?:\w+ ){1,5}?(?:can|must|may) be\b|\byour (?:\w+ ){1,3}?(?:matters?|is (?:very |so )?important) to us\b|"
    r"\b(?:deepest|sincere(?:st)?|heartfelt) condolences\b",
    re.IGNORECASE,
)
"""'I understand your concern about ...', 'how frustrating a ... can be': names that there is a trouble instead of taking it up."""

_ITEM = re.compile(r",\s*(?:and\s+)?|\s+and\s+|:\s+")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BREAK = re.compile(r"[.?!…;]+\s+|\n+")


def frame(view: CallView, at: Place) -> str:
    """How the sentence at this place begins; empty where it is too short to be a frame."""
    text = next((r.text for r in view.replies if r.turn == at.turn), "")
    start, end = _sentence(text, at.start)
    words = [w.casefold() for w in _WORD.findall(text[start:end])]
    return " ".join(words[:FRAME]) if len(words) > FRAME + 1 else ""


def hollow(scenario: Scenario | None, text: str, part: Part | Place) -> bool:
    """Whether these words are there without being said to anyone: listed, announced, or read out."""
    return listed(text, part) or labelled(text, part) or read_out(scenario, text, part)


def labelled(text: str, part: Part | Place) -> bool:
    """Whether the sentence only announces that a concern was understood, and hangs the customer's matter on that."""
    start, end = _sentence(text, part.start)
    label = _LABEL.search(text, start, end)
    return label is not None and label.start() <= (part.start + part.end) / 2


def listed(text: str, part: Part | Place) -> bool:
    """Whether the sentence here is mostly a list of bare words, set down in the hope that one of them is right."""
    start, end = _sentence(text, part.start)
    run, longest = 0, 0
    for item in _ITEM.split(text[start:end][:4000]):
        run = run + 1 if 1 <= len(item.split()) <= 2 else 0
        longest = max(longest, run)
    return longest >= LIST


def read_out(scenario: Scenario | None, text: str, part: Part | Place) -> bool:
    """Whether these words are the record or the policy, read out."""
    return scenario is not None and _made_of(text[part.start : part.end], _runs(scenario.desk.record, *scenario.desk.policy))


def echoed(view: CallView, reply: Reply, part: Part | Place) -> bool:
    """Whether these words are what the customer has just said, handed back."""
    return _made_of(reply.text[part.start : part.end], _runs(view.put_to(reply)))


@lru_cache(maxsize=2048)
def _made_of(text: str, runs: frozenset[tuple[str, ...]]) -> bool:
    """Whether most of a text stands in these runs of words."""
    words = [w.casefold() for w in _WORD.findall(text[:4000])]
    taken = {n for i in range(len(words) - RUN + 1) if tuple(words[i : i + RUN]) in runs for n in range(i, i + RUN)}
    return len(words) >= RUN and len(taken) >= READ_OUT * len(words)


@lru_cache(maxsize=64)
def _runs(*texts: str) -> frozenset[tuple[str, ...]]:
    words = [[w.casefold() for w in _WORD.findall(text)] for text in texts]
    return frozenset(tuple(line[i : i + RUN]) for line in words for i in range(len(line) - RUN + 1))


def _sentence(text: str, at: int) -> tuple[int, int]:
    """Where the sentence around this point starts and ends."""
    start = max((m.end() for m in _BREAK.finditer(text, 0, at + 1) if m.end() <= at), default=0)
    return start, next((m.start() for m in _BREAK.finditer(text, at)), len(text))
