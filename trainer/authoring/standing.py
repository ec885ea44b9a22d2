"""How a previewed call stands, for its author: the mood in numbers, what is still open, which beats wait for what; and what
the last reply was read as. Pure functions from a ``Sight`` to lines; ids and keys are named as they stand in the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scenarios.model import Beat, Scenario, When
from scenarios.reading import Reading
from scenarios.transcript import CustomerMoved, Mood, RepSaid
from trainer.authoring.asked import answered, spoken_to, unanswered
from trainer.authoring.passages import Passage, typed
from trainer.authoring.plain_reasons import counted, in_words, uncounted
from trainer.authoring.preview import Sight
from trainer.engine.beats import holds, said_already
from trainer.engine.state import State
from trainer.text import safe_line
from trainer.words import meter

LONGEST = 120
"""Characters of an author's sentence that are shown; the file is open beside it."""


@dataclass(frozen=True)
class Section:
    """A heading and its lines."""

    head: str
    lines: tuple[str, ...]


def standing(sight: Sight, *, bars: bool = True) -> tuple[Section, ...]:
    """How the call stands after the last passage; empty before there is one. ``bars`` draws the mood as well."""
    if not sight.scenario or not sight.passages:
        return ()
    scenario, state = sight.scenario, sight.passages[-1].state
    found = (
        Section("Mood", tuple(_mood(state.feelings.mood, sight.mood_before, bars=bars))),
        Section("Unheard", tuple(_unheard(scenario, state))),
        Section("Unanswered", tuple(unanswered(scenario, sight.passages))),
        Section("Untold", tuple(_untold(scenario, state))),
        Section("Uncleared", tuple(f"{m.id}: {_short(m.thinks)}" for m in scenario.misunderstandings if m.id not in state.cleared)),
        Section("Beats waiting", tuple(f"{beat.id}: {_beat(scenario, beat, state)}" for beat in scenario.beats if beat.id not in state.played)),
        Section("Next hint", tuple(f"“{_short(hint.say, 40)}”: {_waits_for(hint.when, state)}" for hint in scenario.guide[_hints(sight) :][:1])),
        Section("Settling", tuple(_settling(state))),
        Section("Drafts", tuple(_short(typed(draft), 60) for draft in sight.drafts)),
    )
    return tuple(section for section in found if section.lines)


def reasons(sight: Sight) -> tuple[Section, ...]:
    """What the last thing said or done was read as, and what it did; for the opening, how the customer comes in."""
    if not sight.scenario or not sight.passages:
        return ()
    last, before = sight.passages[-1], sight.passages[-2] if len(sight.passages) > 1 else None
    said = next((event for event in last.events if isinstance(event, RepSaid)), None)
    moved = next((event for event in reversed(last.events) if isinstance(event, CustomerMoved)), None)
    found = (
        Section("Your last reply" if before else "The opening", (_short(typed(last.reply), 200),) if last.reply else ()),
        Section("The customer", tuple(_move(sight.scenario, moved)) if moved else ()),
        Section("Mood", tuple(_change(last, before))),
        Section("Why", tuple(in_words(moved.why if moved else last.state.notes, said.reading if said else None))),
        *(_read(sight.scenario, said, last, before) if said and before else ()),
    )
    return tuple(section for section in found if section.lines)


def _mood(mood: Mood, before: Mood | None, *, bars: bool) -> Iterator[str]:
    was = before.model_dump() if before else {}
    for name, value in mood.model_dump().items():
        earlier = f"  was {was[name]:.0f}" if name in was and round(was[name]) != round(value) else ""
        yield f"{name:<8} {value:>3.0f} {meter(value)}{earlier}" if bars else f"{name} {value:.0f}{earlier}"


def _unheard(scenario: Scenario, state: State) -> Iterator[str]:
    for concern in scenario.concerns:
        if concern.id not in state.heard:
            unsaid = "" if concern.id in state.voiced else " (kept back)" if concern.hidden else " (not brought up yet)"
            yield f"{concern.id}: {_short(concern.what)}{unsaid}"


def _untold(scenario: Scenario, state: State) -> Iterator[str]:
    for fact in scenario.facts:
        if fact.id in state.told or fact.known_to in ("customer", "both"):
            continue
        note = " (found out)" if fact.id in state.found else f" (comes out at reply {fact.comes_out})" if fact.comes_out else ""
        yield f"{fact.id}: {_short(fact.true)}{note}"


GONE = frozenset({"until_reply", "unheard", "untold", "uncleared", "not_done"})
"""Conditions that never hold again once they have stopped."""


def _beat(scenario: Scenario, beat: Beat, state: State) -> str:
    if not state.intensity.admits(beat.intensity):
        return f"only at intensity {beat.intensity.value}"
    return "the customer has said it already" if said_already(scenario, state, beat) else _waits_for(beat.when, state)


def _waits_for(when: When, state: State) -> str:
    """The conditions that do not hold now, as their author wrote them."""
    asked = when.model_dump(exclude_none=True)
    unmet = {key: f"{key}: {f'{value:g}' if isinstance(value, float) else value}" for key, value in asked.items() if not holds(When(**{key: value}), state)}
    gone = [words for key, words in unmet.items() if key in GONE]
    return f"too late, {gone[0]}" if gone else ", ".join(unmet.values()) or "comes next"


def _hints(sight: Sight) -> int:
    """How many hints of a guided call have been shown."""
    return sum(bool(passage.hint) for passage in sight.passages)


def _settling(state: State) -> Iterator[str]:
    if state.offered:
        yield f"offered: {', '.join(sorted(state.offered))}"
    if state.agreed:
        yield f"agreed: {state.agreed}"
    if state.done:
        yield f"done: {', '.join(done.do for done in state.done)}"


def _move(scenario: Scenario, moved: CustomerMoved) -> Iterator[str]:
    yield moved.move.value + (f", about {moved.about}" if moved.about else "") + (f", noticing {moved.reaction.value}" if moved.reaction else "")
    beat = next((beat for beat in scenario.beats if beat.says == moved.says), None) if moved.says else None
    if beat:
        yield f"beat {beat.id}"
    yield from (f"found out: {found.kind} {found.ref}" for found in moved.found_out)


def _change(last: Passage, before: Passage | None) -> Iterator[str]:
    now = last.state.feelings.mood.model_dump()
    was = before.state.feelings.mood.model_dump() if before else now
    for name, value in now.items():
        change = round(value) - round(was[name])
        yield f"{name:<8} {was[name]:>3.0f} to {value:.0f} ({change:+d})" if change else f"{name:<8} {value:>3.0f}"


def _read(scenario: Scenario, said: RepSaid, last: Passage, earlier: Passage) -> Iterator[Section]:
    """What was understood of the reply, and what of it was new."""
    text, reading, now, before = said.text, said.reading, last.state, earlier.state
    fair = reading.fair()
    yield Section("Read as", counted(text, reading) or (("nothing in particular",) if not reading.oddity else (f"no reply: {reading.oddity.value}",)))
    yield Section("Too unsure to score", uncounted(text, reading))
    yield Section("Heard now", tuple(sorted(now.heard - before.heard)))
    yield Section("Taken up again", tuple(sorted({touch.concern for touch in fair.touches} & before.heard)))
    yield Section("Told", tuple(fair.tells))
    yield Section("Cleared", tuple(fair.clears))
    yield Section("Answered", tuple(answered(scenario, fair, before)))
    yield Section("Spoken to", tuple(spoken_to(scenario, now, before, last)))
    yield Section("Offered", tuple(_parts(offer.outcome, offer.action and f"by /{offer.action}", offer.amount) for offer in fair.offers))
    yield Section("Promised", tuple(_promises(fair)))
    yield Section("Claimed", tuple(f"{_parts(claim.fact, claim.action and f'/{claim.action} done')}: {claim.verdict}" for claim in fair.claims))
    yield Section("Asked for", tuple(f"{ask.slot}{' (known already)' if ask.known else ''}" for ask in fair.slots))


def _promises(reading: Reading) -> Iterator[str]:
    for promise in reading.promises:
        held = {True: "", False: " (cannot be kept)", None: ""}[promise.supported]
        yield f"{_short(promise.what, 60)}{f' by /{promise.action}' if promise.action else ''}{held}"


def _parts(*parts: object) -> str:
    return safe_line(" ".join(str(part) for part in parts if part)) or "something"


def _short(text: str, limit: int = LONGEST) -> str:
    return safe_line(text, limit)
