"""What a group is asked to talk about: one question on what its own words did, drawn from their evidence and never from a list.

The heaviest matter first: words that did harm, then a chance let go, then what worked; where nothing of the kind was found,
what the customer felt or said. What an earlier moment asked is not asked again while there is another question to ask.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from scoring.felt import shift_words, shifts
from scoring.losses import SLIGHT, missed
from scoring.scores import Evidence
from trainer.room.proposals import Sure
from trainer.room.weighing import Heard, Went
from trainer.rubrics import rubric_in_use
from trainer.text import safe_line

_AFTER_HARM = {
    "calmness": "How would you say what you meant, so that {name} can hear it?",
    "honesty": "What could be said here that is true, and still helps {name}?",
    "honesty.evade": "What is the straight answer?",
    "honesty.broken": "What could have been promised and kept?",
    "listening": "What did {name} need to hear first?",
    "listening.reask": "Where had {name} told you that already?",
    "resolution": "What would bring {name} further?",
}
_AFTER_CHANCE = {
    "calmness": "What was {name} really angry about, under the attack?",
    "honesty": "What holds one back from saying it, and how could it be said?",
    "listening": "In which words would you take it up?",
    "listening.answered": "What is the straight answer?",
    "resolution": "What stood in the way?",
}
_SURE = {
    (Sure.SURE, Went.BADLY): "You were sure of it: what made you so?",
    (Sure.UNSURE, Went.WELL): "You were unsure of it: what did you doubt?",
}


def question(heard: Heard, sure: Sure | None = None, asked: Collection[str] = ()) -> str:
    """What to talk about after one answer; ``sure`` is how sure the group was of it, ``asked`` are the questions of earlier moments."""
    doubt = _SURE.get((sure, heard.went), "") if sure and heard.went else ""
    return " ".join(filter(None, (*_fresh(_ways(heard), asked), "" if any(doubt in before for before in asked) else doubt)))


def _fresh(ways: Iterator[tuple[str, str]], asked: Collection[str]) -> tuple[str, str]:
    """The first of these whose question was not asked yet, or else the first."""
    found = list(ways)
    return next((way for way in found if not any(way[1] in before for before in asked)), found[0])


def question_of_two(first: Heard, second: Heard, slots: tuple[int, int], asked: Collection[str] = ()) -> str:
    """What to talk about where two answers stand side by side; ``asked`` are the questions of earlier moments."""
    name = first.name
    apart = [
        (abs(row.points), slot, heard, row) for slot, heard, other in zip(slots, (first, second), (second, first), strict=True) for row in _only(heard, other)
    ]
    if not apart:
        return _alike(first, second, slots)
    _, slot, heard, row = max(apart, key=lambda found: found[0])
    words = heard.words(row)
    what = f"Only proposal {slot} has this: “{words}” {heard.says(row)}" if words else f"Only in proposal {slot}: {heard.says(row)}"
    return " ".join(_fresh(((what, ask.format(name=name)) for ask in _OF_TWO), asked))


_OF_TWO = (
    "Is it this that made {name} answer otherwise?",
    "What else did {name} hear in it?",
    "Would you say it so again, and with which words?",
)


def _alike(first: Heard, second: Heard, slots: tuple[int, int]) -> str:
    """Two proposals in which nothing of weight was found that the other has not."""
    name = first.name
    if second.warmer < first.warmer:
        first, second, slots = second, first, slots[::-1]
    apart = shift_words(name, shifts(first.was, first.now, second.now)) if first.was and first.now and second.now else ""
    for heard, slot in zip((first, second), slots, strict=True):
        if any(event.kind == "ended" for event in heard.events):
            return f"With proposal {slot} the call is over. Is {name} better off than with the other?"
        if heard.said is None:
            return f"Proposal {slot} does something and says nothing. What would {name} know of it?"
    same = safe_line(first.answer) == safe_line(second.answer)
    if not apart:
        how = "answers both in the same words" if same else "answers each otherwise, and feels much the same about both"
        return f"{name} {how}. What would a third reply have to hold?"
    told = f"{name} answers both in the same words. And yet, with proposal {slots[1]}" if same else f"With proposal {slots[1]}"
    return f"{told}, {apart} What did it have that proposal {slots[0]} had not?"


_WHOLE = "The call is over. Looking back at all of it: which reply turned it, and by which words?"


def _ways(heard: Heard) -> Iterator[tuple[str, str]]:
    """What could be asked, the heaviest matter first: what was found, and the question."""
    name, said = heard.name, heard.said
    over = any(event.kind == "ended" for event in heard.events)
    harms = sorted(said.harms, key=lambda row: row.points) if said else []
    for row in harms:
        yield _found(heard, row), _WHOLE if over else _asked(_AFTER_HARM, row).format(name=name)
    if over and not harms:
        yield "", _WHOLE
        return
    if said is None:
        yield "Something was done, and nothing said yet.", f"What will you tell {name} of it?"
        yield "Something was done before a word was said.", f"What does {name} make of that?"
        return
    rubric = rubric_in_use()
    chances = [row for row in heard.rows if missed(row, rubric)]
    gains = sorted((row for row in heard.rows if row.points >= SLIGHT and heard.words(row)), key=lambda row: -row.points)
    if heard.went is Went.WELL:
        yield from ((_found(heard, row), f"What in {name}'s answer shows that it arrived?") for row in gains)
    yield from ((_found(heard, row), _asked(_AFTER_CHANCE, row).format(name=name)) for row in chances)
    if heard.went in (Went.BADLY, Went.MIXED):
        yield from ((_found(heard, row), f"And yet: {heard.felt} What is still missing for {name}?") for row in gains)
    yield from ((_found(heard, row), f"What would {name} need on top of it?") for row in gains)
    if heard.went in (Went.WELL, Went.MIXED, Went.BADLY):
        yield heard.felt, "Which of your words did that?"
    yield f"{name} writes: “{safe_line(heard.answer, 120)}”", f"What would move {name} from here?"
    yield heard.felt, f"What did {name} wait for that was not in it?"
    yield heard.felt, "Which sentence would you keep, and which would you leave out?"


def _found(heard: Heard, row: Evidence) -> str:
    words = heard.words(row)
    return f"“{words}” {heard.says(row)}" if words else heard.says(row)


def _asked(questions: dict[str, str], row: Evidence) -> str:
    return questions.get(row.rule) or questions[row.rule.partition(".")[0]]


def _only(heard: Heard, other: Heard) -> list[Evidence]:
    there = {(row.rule, row.says) for row in other.rows}
    return [row for row in heard.rows if (row.rule, row.says) not in there and abs(row.points) >= SLIGHT]
