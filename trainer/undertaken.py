"""What the rep has undertaken in a call and the desk has yet to show: promises made, and what was offered and taken.

Both views list it while the call runs. Pure functions over events; whether a promise was wise is for the ledger to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scenarios.moves import Move
from trainer.deskwork import due_words
from trainer.engine.ledgers import delivered, logged
from trainer.text import safe_line

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from scenarios.reading import Promise
    from scenarios.transcript import Event

LONGEST = 90
"""Characters of a promise that are shown."""


TOLD = 2
"""Steps named in the one line; the desk lists them all."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One thing undertaken."""

    words: str
    how: str = ""
    """what one types to do it; empty where the desk has nothing for it"""
    due: str = ""
    done: bool | None = None
    """whether the desk shows it done; None where no action of this desk would"""

    @property
    def open(self) -> bool:
        """Whether there is something left to do at the desk."""
        return self.done is False

    @property
    def mark(self) -> str:
        """``to do``, ``done`` or ``said``."""
        return "to do" if self.open else "done" if self.done else "said"


def steps(scenario: Scenario, events: Sequence[Event]) -> tuple[Step, ...]:
    """Everything undertaken so far: what is open first, each thing once."""
    found: dict[str, Step] = {}
    for step in (*_promised(scenario, events), *_agreed(scenario, events)):
        key = step.how or step.words.casefold()
        found[key] = replace(step, due=step.due or found[key].due) if key in found else step
    return tuple(sorted(found.values(), key=lambda step: not step.open))


def open_words(undertaken: Sequence[Step]) -> str:
    """What is left to do, in one short line; empty where nothing is."""
    left = [f"{step.how}{f' {step.due}' if step.due else ''}" for step in undertaken if step.open]
    more = f", and {len(left) - TOLD} more" if len(left) > TOLD else ""
    return f"Still to do: {', '.join(left[:TOLD])}{more}" if left else ""


def _promised(scenario: Scenario, events: Sequence[Event]) -> Iterator[Step]:
    from scoring.arranged import arranged_by

    acted = [event for event in events if event.kind == "acted" and event.ok]
    did = {event.do for event in acted}
    for event in events:
        if event.kind != "said":
            continue
        for promise in event.reading.promises:
            words = safe_line(promise.what or event.text[promise.start : promise.end], LONGEST)
            due = due_words(promise.due, scenario.now.date())
            action = promise.action
            if not action and (seen_to := arranged_by(scenario, f"{event.text[promise.start : promise.end]} {promise.what}", acted, due=promise.due)):
                action = seen_to.do
            known = action in scenario.desk.actions and action is not None
            left = known and (action in did or not (promise.hangs or _ruled_out(scenario, events, promise)))
            yield Step(words=words, how=f"/{action}" if left else "", due=due, done=action in did if left else None)


def _ruled_out(scenario: Scenario, events: Sequence[Event], promise: Promise) -> bool:
    """Whether the desk has refused this and will refuse it again: not the rep's to do at all, or more than the rep may give."""
    action = scenario.desk.actions[promise.action or ""]
    over = promise.amount is not None and action.up_to is not None and promise.amount > action.up_to.value
    return bool(action.refused or over) and any(event.kind == "acted" and not event.ok and event.do == promise.action for event in events)


def _agreed(scenario: Scenario, events: Sequence[Event]) -> Iterator[Step]:
    """What the desk must do for what the customer took last."""
    taken = next((event.about for event in reversed(events) if event.kind == "moved" and event.move is Move.ACCEPT), None)
    if taken not in scenario.outcomes or taken is None:
        return
    log = tuple(logged(event, 0) for event in events if event.kind == "acted" and event.ok)
    did = {entry.do for entry in log}
    actions = scenario.desk.actions
    givers = [name for name, action in actions.items() if action.gives == taken]
    needed = [name for name in scenario.outcomes[taken].needs if name in actions]
    if not needed and givers:
        needed = [next((name for name in givers if name in did), givers[0])]
    whole = delivered(scenario, log, taken)
    for name in needed:
        yield Step(
            words=f"Agreed: {safe_line(actions[name].what or name.replace('-', ' '), LONGEST)}", how=f"/{name}", done=whole or (name in did and len(needed) > 1)
        )
