"""Events as flat lines, each beginning with who speaks. Pure functions; nothing is printed here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scenarios.model import Scenario
from scenarios.names import short_name
from scenarios.transcript import CustomerMoved, CustomerSaid, Ended, Event, Mood, RepActed, RepSaid, Transcript, Verdict
from trainer.deskwork import acted_line
from trainer.words import ENDINGS, HEARD_CUTS, anger_word, behaviour, count, level_word

UNITS = {"s": "second", "min": "minute", "h": "hour"}
"""Short forms of lengths of time, which many voices spell out letter by letter."""


MOVED = 4.0
"""Points from which a part of a mood that has kept its word is told as moved: patience alone wears by some three with every turn."""


SIGNS = (
    (re.compile(r"(?<!\S)!!+\s*"), ""),
    (re.compile(r"\s+[·•|]\s+"), ", "),
    (re.compile(r"(?<!\S)x(\d{1,4})\b"), r"times \1"),
    (re.compile(r"\s+(?:-+>|>+|→)\s+"), ", then "),
    (re.compile(r"(?<=:)\s*\[\s*\]"), " box empty"),
    (re.compile(r"\s*\[\s*\]"), ", box empty"),
    (re.compile(r"\s*\[[xX]\]"), ", box ticked"),
    (re.compile(r"(?<=box empty)\s+(?=\S)|(?<=box ticked)\s+(?=\S)|(?<=[^\s,.:;]) {2,}(?=\S)"), ", "),
)
"""Signs between the entries of a record, and what is said for them."""


def first_name(scenario: Scenario) -> str:
    """What the customer is called in a line: views have little room."""
    return short_name(scenario.customer.name)


def transcript_lines(transcript: Transcript, scenario: Scenario, *, numbered: bool = False) -> Iterator[str]:
    """A whole call from its opening to the customer's verdict; ``numbered``, the rep's replies bear the numbers that evidence names them by."""
    return event_lines(transcript.events, scenario, numbered=numbered)


def event_lines(
    events: Iterable[Event], scenario: Scenario, *, practice: bool = False, own: bool = True, numbered: bool = False, mood: Mood | None = None
) -> Iterator[str]:
    """Events as lines. ``own`` tells the rep's words as well; without it they are taken to be on the screen already.

    In ``practice`` the customer's words come first and then what changed in their mood since ``mood``, the one told last.
    """
    name, reply, felt = first_name(scenario), 0, ""
    for event in events:
        if isinstance(event, CustomerMoved) and practice:
            felt, mood = mood_changed(event.mood, mood), event.mood
            continue
        if felt and not isinstance(event, CustomerSaid):
            yield felt
            felt = ""
        if isinstance(event, CustomerSaid):
            yield f"Customer ({name}): {event.text}"
            yield from (felt,) if felt else ()
            felt = ""
        elif isinstance(event, RepSaid):
            reply += 1
            if own:
                yield f"You{f', reply {reply}' if numbered else ''}: {event.text}"
        elif isinstance(event, RepActed):
            yield f"Desk: {acted_line(event)}" if event.ok else f"Desk, not done: {acted_line(event)}"
        elif isinstance(event, Ended):
            yield f"End: {ENDINGS[event.ending.value].format(name=name)}"
        elif isinstance(event, Verdict):
            yield f"{name} afterwards: {event.text.strip()}"
            yield from (f"What happened next: {line.strip()}" for line in event.next)
    if felt:
        yield felt


def mood_words(mood: Mood) -> str:
    """A mood in words alone: ``angry, hardly heard, little trust, losing patience; answers at once``."""
    return f"{', '.join(_words(mood).values())}; {behaviour(mood)}"


def mood_figures(mood: Mood) -> str:
    """A mood in figures and words: ``anger 72, angry; heard 12, hardly heard; ...``, each of 100."""
    parts = (f"{name} {getattr(mood, name):.0f}, {word}" for name, word in _words(mood).items())
    return f"{'; '.join(parts)}; {behaviour(mood)}"


def mood_changed(mood: Mood, before: Mood | None) -> str:
    """What of a mood moved, as ``Mood: anger 61, angry; trust 40.``: a word where it is another one. All of it where none was told before, and empty where
    nothing moved by much."""
    if before is None:
        return f"Mood: {mood_figures(mood)}."
    words = _words(before)
    parts = [
        f"{name} {getattr(mood, name):.0f}{f', {word}' if word != words[name] else ''}"
        for name, word in _words(mood).items()
        if word != words[name] or abs(getattr(mood, name) - getattr(before, name)) >= MOVED
    ]
    parts += [behaviour(mood)] if behaviour(mood) != behaviour(before) else []
    return f"Mood: {'; '.join(parts)}." if parts else ""


def _words(mood: Mood) -> dict[str, str]:
    """Each part of a mood in words, by its name."""
    return {
        "anger": anger_word(mood.anger),
        "heard": level_word(mood.heard, "hardly heard", "partly heard", "heard", HEARD_CUTS),
        "trust": level_word(mood.trust, "little trust", "some trust", "trust"),
        "hope": level_word(mood.hope, "little hope", "some hope", "hopeful"),
        "patience": level_word(mood.patience, "patience nearly gone", "losing patience", "patient"),
    }


def lengths_spoken(text: str) -> str:
    """Lengths of time in whole words: ``takes 2 min`` as ``takes 2 minutes``."""
    return re.sub(r"\b(\d+) (s|min|h)\b", lambda found: count(int(found[1]), UNITS[found[2]]), text)


def marks_spoken(text: str) -> str:
    """The signs of a record as words: a voice reads them out by name, or runs over them. ``x3 > locked [ ]`` as ``times 3, then locked, box empty``."""
    for sign, words in SIGNS:
        text = sign.sub(words, text)
    return text
