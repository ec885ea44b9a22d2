"""The words of drills, for both views: what a reply did, how far it got, what to take from a set."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from scenarios.acts import HARM, TRUTH
from scenarios.drills import Skilled
from scenarios.reading import DOUBTFUL, SURE, ActSpan
from scenarios.skills import BY_ID
from scoring.drills import Judged, Verdict
from trainer.drills.choosing import Standing
from trainer.drills.course import Course
from trainer.words import ACT_WORDS, count

VERDICTS = {"done": "Done.", "partly": "Partly.", "not": "Not yet."}
WELCOME = "One line, one reply, and what your words did. Nobody counts your time or your typing."
FEEL_FREE = "One way to say it. Yours may be another:"
MISSES = "One that means well and misses it:"
NOTHING = "Nothing here was taken for anything in particular."
MORE = "PageDown: more below, and what each stretch was taken for."
CREDIT = 0.3
"""Sureness from which a stretch that does no harm is marked."""
EVEN = 0.5
"""Sureness below which it is only told as what may be."""


@dataclass(frozen=True)
class Mark:
    """A stretch of the reply and what it was taken for."""

    start: int
    end: int
    words: str
    harm: bool


def headline(judged: Judged) -> str:
    """The verdict, with what outweighed the rest where something did."""
    word = VERDICTS[judged.verdict.value]
    if judged.verdict is Verdict.DONE or judged.note or not (judged.harms or judged.doubts):
        return word
    worst = max(judged.harms or judged.doubts, key=lambda span: span.confidence)
    told = f"{'Some' if judged.harms else 'Perhaps some'} of it {ACT_WORDS[worst.act.value]}"
    weighs = "That outweighs the rest." if judged.verdict is Verdict.NOT else "That keeps it from being done."
    return f"{word} {told}. {weighs if all(part.met for part in judged.parts) else ''}".rstrip()


def missed_line(judged: Judged) -> str:
    """What was missing in an earlier try, in a sentence; empty where nothing is known of it."""
    if judged.verdict is Verdict.DONE:
        return ""
    came = headline(judged)
    lacks = judged.note or " ".join(part.says for part in judged.parts if part.says and not part.met)
    return f"The first time: {came[:1].lower()}{came[1:]} {lacks}".rstrip()


def marks_of(judged: Judged) -> list[Mark]:
    """What each stretch of a reply was read as, in order; two readings of the same words stand together."""
    found: dict[tuple[int, int], list[ActSpan]] = {}
    for span in judged.reading.acts:
        if span.confidence >= (DOUBTFUL if _hurts(span) else CREDIT):
            found.setdefault((span.start, span.end), []).append(span)
    return [
        Mark(start, end, "; ".join(_taken_for(span) for span in spans), any(_hurts(span) and span.confidence >= SURE for span in spans))
        for (start, end), spans in sorted(found.items())
    ]


def _hurts(span: ActSpan) -> bool:
    return span.act in HARM | TRUTH


def _taken_for(span: ActSpan) -> str:
    words = ACT_WORDS[span.act.value]
    if _hurts(span) and span.confidence < SURE:
        return f"may be heard otherwise: {words}"
    if span.confidence < EVEN:
        return f"may be that it {words} ({span.confidence:.0%} sure)"
    return words if span.confidence >= 0.65 else f"{words} ({span.confidence:.0%} sure)"


def verdict_lines(judged: Judged) -> Iterator[tuple[bool, str]]:
    """What is there and what is not, part by part, each with whether it is there."""
    if judged.note:
        yield False, judged.note
    if not judged.note or any(part.met for part in judged.parts):
        yield from ((part.met, part.says) for part in judged.parts if part.says)


def harm_line(judged: Judged) -> str:
    """What the reply did besides, in a sentence; empty where the headline says it all."""
    told = list(dict.fromkeys(ACT_WORDS[span.act.value] for span in judged.harms))
    return f"On the way: some of it {' and '.join(told)}." if told and (len(told) > 1 or judged.note) else ""


def place_words(course: Course) -> str:
    """Where one is in a set. A drill keeps its number when it comes back; how many are still to come back is told with it."""
    drills = list(dict.fromkeys(course.queue))
    after = course.queue[course.at + 1 :]
    again = len(after) - len(set(after) - set(course.queue[: course.at + 1]))
    words = f"{drills.index(course.drill) + 1} of {len(drills)}{', once more' if course.back else ''}"
    if not after:
        return f"{words}, the last" if course.back else words  # one that is new may yet come back
    return f"{words}, {again} to come back" if again else words


def standing_words(standing: Standing) -> str:
    """How a skill stands, in a few words."""
    if standing.last is None:
        return "not tried yet"
    done = f"{standing.done} of the last {standing.tries} done" if standing.tries > 1 else "tried once"
    return f"{done}, {day_words(standing.last)}"


def day_words(moment: datetime) -> str:
    local = moment.astimezone()
    return f"{local.day} {local:%B}"


@dataclass(frozen=True, kw_only=True)
class Closing:
    """What is said at the end of a set."""

    sum: str
    well: tuple[str, ...]
    next: tuple[str, ...]
    again: tuple[str, ...]


def closing(tries: Sequence[tuple[Skilled, Judged]]) -> Closing:
    """A set looked back on, by its first tries."""
    done = sum(judged.verdict is Verdict.DONE for _, judged in tries)
    met, missed, harms = (defaultdict[tuple[str, str], list[str]](list) for _ in range(3))
    for one, judged in tries:
        for words in sorted({ACT_WORDS[span.act.value] for span in judged.harms}):
            harms[one.skill, f"Some of it {words}."].append(one.drill.name)
        if judged.note:
            missed[one.skill, judged.note].append(one.drill.name)
            continue
        for part in judged.parts:
            if part.says:
                (met if part.met else missed)[one.skill, part.says].append(one.drill.name)
    well, last = _commonest(met, 2), (*_commonest(missed, 2), *_commonest(harms, 1))
    again = tuple(f"{one.drill.name}, {one.drill.trade}: {one.drill.lesson}" for one, judged in tries if judged.verdict is not Verdict.DONE)
    return Closing(sum=f"{done} of {count(len(tries), 'drill')} done at the first try.", well=well, next=last, again=again)


def _commonest(told: Mapping[tuple[str, str], Sequence[str]], most: int) -> tuple[str, ...]:
    """What was told most often, each with the skill and the customers it was told of."""
    found = sorted(told.items(), key=lambda item: -len(item[1]))[:most]
    return tuple(f"{BY_ID[skill].title}, {_names(names)}: {says}" for (skill, says), names in found)


def _names(names: Sequence[str]) -> str:
    """Two of them by name, and how many more."""
    named = list(dict.fromkeys(names))
    return f"{named[0]}, {named[1]} and {len(named) - 2} more" if len(named) > 2 else " and ".join(named)
