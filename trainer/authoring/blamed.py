"""Which words of an example keep it from being understood, found by reading it again without them or with others.

Measured, never guessed: what is advised has been read, and was understood.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from scenarios.acts import HARM, Act
from scenarios.problems import shown
from scenarios.reading import SURE, Reading
from trainer.words import ACT_WORDS

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LONGEST_RUN = 3
"""Words left out together at most."""
_MOST = 24
"""Words of a line that are looked at; an example longer than that has other troubles."""
_SMALL = frozenset("a about after all an and any are as at be been before but by can could did do for from had has have he her him his i in is it its just me my no not of on or our out she so "
                   "some than that the their them then there they this to up us was we were what when which who will with would you your".split())  # fmt: skip


@dataclass(frozen=True)
class Blamed:
    """What is wrong with a line in words, and what to do about it."""

    why: str
    remedy: str


def blamed(line: str, read: Callable[[str], Reading], understood: Callable[[Reading], bool], matter: Iterable[str]) -> Blamed:
    """The words at fault in a line that is not understood. ``matter`` is what it should be about, in the author's own sentences."""
    reading = read(line)
    taken = _taken_for(line, reading)
    for words in _runs(line):
        if understood(read(without(line, words))):
            said = line[words[0] : words[1]]
            return Blamed(
                f'{taken} The words at fault: "{shown(said)}".', f'Leave out "{shown(said)}", or say it another way: without it the sentence is understood.'
            )
    for word in _missing(line, matter):
        if understood(read(f"{line.rstrip(' .!?')}: {word}.")):
            return Blamed(
                f'{taken} It does not name the matter: "{shown(word)}".', f'Write "{shown(word)}" into it: with that word the sentence is understood.'
            )
    return Blamed(taken, "Write it as one whole plain statement to the customer, with the matter's own words in it.")


def without(line: str, place: tuple[int, int]) -> str:
    """The line with a stretch cut out, and what that leaves tidied."""
    left = re.sub(r"\s+", " ", f"{line[: place[0]]} {line[place[1] :]}")
    return re.sub(r"^[\s,;:]+|\s+(?=[,.;:?!])", "", left).strip()


def _taken_for(line: str, reading: Reading) -> str:
    """What the reader made of it instead, the worst first."""
    spans = sorted((span for span in reading.acts if span.confidence >= SURE), key=lambda span: span.act not in HARM)
    if not spans:
        return "The reader makes nothing of it." if not line.rstrip().endswith("?") else "It is read as a question."
    worst = spans[0]
    if worst.act in (Act.ASK_CLOSED, Act.ASK_OPEN):
        return "It is read as a question."
    return f'"{shown(line[worst.start : worst.end], 60)}" is read as something that {_verb(ACT_WORDS[worst.act.value])}.'


def _verb(words: str) -> str:
    return words.partition(":")[0]


def _runs(line: str) -> Iterator[tuple[int, int]]:
    """Stretches to leave out: single words first, then runs of two and three; never the whole of it."""
    words = [match.span() for match in _WORD.finditer(line)][:_MOST]
    for length in range(1, min(_LONGEST_RUN, len(words) - 2) + 1):
        yield from ((words[at][0], words[at + length - 1][1]) for at in range(len(words) - length + 1))


def _missing(line: str, matter: Iterable[str]) -> list[str]:
    """Words of the matter the line lacks, in their order."""
    own = {word.lower() for word in _WORD.findall(line)}
    named = dict.fromkeys(word for sentence in matter for word in _WORD.findall(sentence) if word.lower() not in own | _SMALL and len(word) > 2)
    return list(named)[:_MOST]
