"""The coach beside a call in practice: when it speaks, when it keeps quiet, and what is kept of it.

What a draft would cost is ``scoring.coach``'s to say. Here stands only the fading: fully on the first levels, heavy costs
alone on hard calls, never on the hardest, never in a test, once a turn, and back a step when it has not been needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from scenarios.transcript import Event, RepSaid
    from scoring.coach import Hint
    from scoring.rubric import Rubric
    from trainer.records.store import Store

KIND = "coached"
"""The kind of remark by which an attempt shows that it was coached."""
SPARING, SILENT = 3, 4
"""Level from which only heavy costs are worth a word, and from which the trainee is alone."""
UNNEEDED = 3
"""Calls of one family in a row without a hint, after which the coach steps back."""

ON = "The coach looks at each draft before it goes. If something in it would cost, it says one thing, and Enter again sends the draft as it is."
ON_SPARING = f"{ON} On a hard call it speaks only of what would cost much."
OFF = "The coach is off."
NOT_IN_A_TEST = "The coach is for practice. This call is played as a test, so it keeps quiet."
NOT_ON_THIS_LEVEL = "The coach keeps quiet on the hardest calls. This one is yours alone."
STEPS_BACK = "In your last three calls of this kind the coach had nothing to say, so it steps back."

Keep = Callable[[Mapping[str, Any]], None]
"""Keeps a remark on the attempt; does nothing where the call is not kept."""


class Drafting(Protocol):
    """As much of a call as the coach uses."""

    def draft(self, text: str) -> RepSaid: ...


class Coach:
    """One call's coach. ``on`` is the trainee's wish; whether it speaks depends on the call as well."""

    def __init__(self, scenario: Scenario, *, practice: bool, keep: Keep, on: bool = False) -> None:
        self._scenario, self._practice, self._keep = scenario, practice, keep
        self.on = on
        self._told = False
        self._answering = -1
        """which of the customer's turns the draft answered that was last spoken of"""
        self._hinted = ""
        """that draft, until something is sent"""

    @property
    def quiet(self) -> str:
        """Why it would keep quiet in this call though it is on; empty where it speaks."""
        if not self._practice:
            return NOT_IN_A_TEST
        return NOT_ON_THIS_LEVEL if self._scenario.level >= SILENT else ""

    def switch(self) -> str:
        """On or off; the sentence to tell the trainee."""
        if self.quiet:
            return self.quiet
        self.on = not self.on
        return self.greeting if self.on else OFF

    def begin(self, *, unneeded: Callable[[], bool]) -> str:
        """Called at the start of a call; the sentence to tell. Where it has not been needed of late it steps back instead."""
        if self.quiet:
            return self.quiet
        self.on = not unneeded()
        if self.on:
            return self.greeting
        self._keep({"coach": "stepped back", "family": family_of(self._scenario)})
        return STEPS_BACK

    @property
    def greeting(self) -> str:
        """What it says of itself where it is on."""
        return ON_SPARING if self._scenario.level >= SPARING else ON

    def look(self, call: Drafting, events: Sequence[Event], text: str) -> Hint | None:
        """What in this draft is worth a word before it goes; None sends it at once."""
        if not self.on or self.quiet:
            return None
        from scoring.coach import hint
        from trainer.rubrics import rubric_in_use

        answering = sum(event.kind == "moved" for event in events)
        if answering == self._answering:
            return None
        self._tell_on()
        rubric, draft = rubric_in_use(), call.draft(text)
        least = _heavy(rubric) if self._scenario.level >= SPARING else 0.0
        found = hint(events, draft, self._scenario, rubric, least=least)
        if found is not None:
            self._answering, self._hinted = answering, text
            self._keep({"coach": "hint", "turn": draft.turn, "rule": found.rule})
        return found

    def sent(self, text: str) -> None:
        """Something was sent: keep that it was not the draft spoken of, where it was not."""
        hinted, self._hinted = self._hinted.strip(), ""
        if hinted and hinted != text.strip():
            self._keep({"coach": "changed"})

    def _tell_on(self) -> None:
        """Keep, once, that this call was coached."""
        if not self._told:
            self._told = True
            self._keep({"coach": "on", "family": family_of(self._scenario), "level": self._scenario.level})


def _heavy(rubric: Rubric) -> float:
    """Points from which a cost is nearer to a moderate one than to a minor."""
    from scoring.rubric import Severity

    return (rubric.severities[Severity.MINOR] + rubric.severities[Severity.MODERATE]) / 2


def family_of(scenario: Scenario) -> str:
    """What counts as the same kind of call: the pack a scenario came in, or else its trade."""
    from scenarios.shelf import scenario_files
    from trainer.finding import own_folders

    return next((item.pack for item in scenario_files(own_folders()) if item.stem == scenario.scenario), scenario.trade)


def unneeded(store: Store, family: str) -> bool:
    """Whether the last coached calls of this family went without a hint, and nothing has been said of it yet."""
    seen = 0
    for row in store.attempts():
        bodies = [remark.body for remark in store.remarks(row.id, KIND)]
        if not row.finished or not any(body.get("family") == family for body in bodies):
            continue
        if any(body.get("coach") in ("hint", "stepped back") for body in bodies):
            return False
        seen += 1
        if seen == UNNEEDED:
            return True
    return False


def coached_how(store: Store, attempt: str) -> str:
    """What the scorecard of a kept call says of the coach; empty where there was none. Raises StoreError."""
    return with_coach(remark.body for remark in store.remarks(attempt, KIND))


def with_coach(bodies: Iterable[Mapping[str, Any]]) -> str:
    """What a scorecard says of a coached call; empty for one that was not."""
    kept = list(bodies)
    if not any(body.get("coach") == "on" for body in kept):
        return ""
    hints = [body for body in kept if body.get("coach") == "hint"]
    if not hints:
        return "With coach. It found nothing to say."
    changed = sum(body.get("coach") == "changed" for body in kept)
    if len(hints) == 1:
        return f"With coach: 1 hint, and the draft {'was changed' if changed else 'went as it was'}."
    return f"With coach: {len(hints)} hints, and {changed or 'none'} of the drafts {'was' if changed == 1 else 'were'} changed."
