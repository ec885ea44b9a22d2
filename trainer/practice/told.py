"""Today and progress in sentences, for both views: every figure with its word, every chart as numbers too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, tzinfo

from scenarios.skills import BY_ID, Skill
from trainer.practice.digest import Slip
from trainer.practice.history import CallThen, day_of
from trainer.practice.levels import Mastery
from trainer.practice.own_rating import OwnView
from trainer.practice.phrases import day_words
from trainer.practice.plan import Do, Rep, Today
from trainer.practice.progress import Progress, Standing
from trainer.words import count, nth

LAST = 12
"""Calls of a curve that are told; the page shows all."""
MOMENTS = 5
"""Moments of repair told, the newest."""
DO_WORDS = {Do.CALL: "a call", Do.DRILL: "a set of drills"}
NOTHING_YET = "Nothing has been practised yet. Begin with a call; the guided one takes a few minutes."
OPEN_PROMISE = (
    "Nothing has measured this yet. A promise counts in a call once it is kept, put down for its hour, or broken; one that is still open says nothing."
)
MEASURED_BY_NONE = "Nothing has measured this yet."
CELLS = "▁▂▃▄▅▆▇█"


def head_of_day(found: Today) -> str:
    """What the day holds, in a sentence or two."""
    done = f"{count(found.done, 'thing')} done today. " if found.done else ""
    if found.besides:
        done += f"{count(found.besides, 'set')} of drills besides, which {'was' if found.besides == 1 else 'were'} not due. "
    if found.reps:
        return f"{done}{count(len(found.reps), 'thing')} to practise{' still' if found.done else ' today'}. What is left undone simply comes again."
    if found.done:
        return f"{done}That is enough for one day."
    return f"Nothing is due today.{f' Something is again on {day_words(found.next, found.day)}.' if found.next else ''}"


def rep_head(rep: Rep) -> str:
    """What is to be done: ``Own it: a set of drills``."""
    return f"{rep.title}: {DO_WORDS[rep.do]}"


def rep_reason(rep: Rep) -> str:
    """Why, with the skill where the title does not say it."""
    return f"{BY_ID[rep.skill].title}. {rep.reason}" if rep.do is Do.CALL and rep.skill else rep.reason


def changed_lines(changed: Iterable[tuple[Skill, int | None, int | None]]) -> Iterator[str]:
    """What today's practice has moved."""
    for skill, before, now in changed:
        if now is None:
            yield f"{skill.title}: a beginning; too early for a number."
        elif before is None:
            yield f"{skill.title}: a first measure, {now} of 100; not sure yet."
        elif before != now:
            yield f"{skill.title}: {now} of 100, before {before}."


def head_of_progress(found: Progress) -> str:
    if not found.calls and not found.drills:
        return NOTHING_YET
    return f"From {count(found.calls, 'call')} and {count(found.drills, 'drill')}. There is no total: each skill stands for itself."


def standing_words(one: Standing) -> str:
    """How far, and how sure: ``coming along, fairly sure``."""
    told = one.level.mastery
    if told in (Mastery.NONE, Mastery.EARLY):
        return told.value
    return f"{told.value}, {one.level.sure}"


def standing_lines(one: Standing, today: date, zone: tzinfo | None) -> Iterator[str]:
    """All there is to say of one skill."""
    level = one.level
    yield f"{one.skill.title}: {standing_words(one)}."
    if one.last is None:
        yield OPEN_PROMISE if one.skill.id == "keepable-promise" else MEASURED_BY_NONE
        return
    if level.told:
        yield f"Level {level.mean * 100:.0f} of 100, most likely between {level.low * 100:.0f} and {level.high * 100:.0f}. Last practised {_when(one.last, today)}."
    else:
        yield f"A number comes once there is enough to go by. Last practised {_when(one.last, today)}."
    if one.points:
        last = one.points[-LAST:]
        which = "all" if len(last) == len(one.points) else f"the last {len(last)}"
        if level.told:
            yield f"Level after each call not met before, {which} of {len(one.points)}: {', '.join(f'{p.level.mean * 100:.0f}' for p in last)}."
        newest = last[-1]
        yield f"The newest, {_when(day_of(newest.at, zone), today)}: {chances_words(newest.value)}."
    elif level.chances:
        yield "No call has measured it yet, only drills."
    calls, shown = one.again
    if calls and shown is not None:
        yield f"Apart from that, in {count(calls, 'call')} met before: {chances_words(shown)}."
    if one.drills:
        yield f"{count(one.drills, 'drill')} answered."


def chances_words(share: float) -> str:
    """A share of chances."""
    if share in (0.0, 1.0):
        return "every chance taken" if share else "no chance taken"
    return f"{share * 100:.0f} in 100 chances taken"


def spark(one: Standing) -> str:
    """The curve in one row of blocks, for those who see it; the numbers stand beside."""
    return "".join(CELLS[min(7, int(p.level.mean * 8))] for p in one.points[-LAST * 2 :])


def own_line(one: OwnView) -> str:
    """Both views on one dimension."""
    if one.verdict.startswith("too early"):
        return f"{one.dimension.capitalize()}: rated in {count(one.calls, 'call')}, too few to compare."
    return f"{one.dimension.capitalize()}: you say {one.own:.0f}, the score says {one.measured:.0f}, over {count(one.calls, 'rated call')}: {one.verdict}."


DUE_TODAY = "Due today: a set of its drills counts there."
NOT_DUE = "Not due today: a set of its drills from here is extra, and takes no place of Today's."


OWN_NOTE = "Your own marks of 1 to 5 stand for 0 to 100. Neither view is the truth; where they part, look again at the words."
NO_OWN = "You have not rated yourself yet. It is asked after each call, before the debrief."


def repair_head(found: Progress) -> str:
    """How often a slip was made good."""
    if not found.slips:
        return "No slip of yours has put a customer's anger up so far."
    times, down = len(found.slips), len(found.repaired)
    if times == 1:
        return f"Once something you said put the anger up; it {'came' if down else 'did not come'} down again."
    return f"{times} times something you said put the anger up; {down} of {times} times it came down again."


def repair_line(call: CallThen, slip: Slip, titles: Mapping[str, str], today: date, zone: tzinfo | None) -> str:
    """One moment."""
    told = f"{titles.get(call.scenario, call.scenario)}, {_when(day_of(call.at, zone), today)}: {slip.says} Anger {slip.before} to {slip.peak}"
    if slip.after is None:
        return f"{told}, and not down again."
    return f"{told}, down again {'with the next line' if slip.after <= 1 else f'with the {nth(slip.after)} line after'}."


def progress_lines(found: Progress, zone: tzinfo | None, method: str) -> Iterator[str]:
    """Everything, flat: for pipes, and for somebody who asks for all of it."""
    yield head_of_progress(found)
    if not found.calls and not found.drills:
        return
    yield method
    for one in found.skills:
        if one.last is not None:
            first, *rest = standing_lines(one, found.day, zone)
            yield " ".join((first, *rest))
    yield from rest_lines(found)
    yield from own_lines(found)
    yield from repair_lines(found, zone)


def rest_lines(found: Progress) -> Iterator[str]:
    """What is due, and what nothing has measured."""
    if asked := [one.skill.title for one in found.skills if one.skill.id in found.due]:
        yield f"Due today: {'; '.join(asked)}. A set of drills of another skill is extra, and takes no place of Today's."
    if unmeasured := [one.skill.title for one in found.skills if one.last is None]:
        yield f"Not measured yet: {'; '.join(unmeasured)}."


def own_lines(found: Progress) -> Iterator[str]:
    """One's own view beside the scores."""
    yield "How you see yourself."
    yield from (own_line(one) for one in found.own)
    yield OWN_NOTE if found.own else NO_OWN


def repair_lines(found: Progress, zone: tzinfo | None) -> Iterator[str]:
    """How often a slip was made good, and the newest moments of it."""
    yield "Moments of repair."
    yield repair_head(found)
    yield from (repair_line(call, slip, found.titles, found.day, zone) for call, slip in reversed(found.repaired[-MOMENTS:]))


def _when(day: date, today: date) -> str:
    words = day_words(day, today)
    return words if words in ("today", "yesterday") else f"on {words}"
