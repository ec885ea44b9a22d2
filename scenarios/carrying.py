"""What a second part takes over from the first: its opening and where the mood starts. Pure: what happened is handed in."""

from __future__ import annotations

from dataclasses import dataclass

from scenarios.edition import Edition, edition_of, with_edition
from scenarios.load import content_hash
from scenarios.model import Scenario
from scenarios.moves import Ending
from scenarios.second_part import SecondOpening, WhenBefore

USUAL_ANGER, USUAL_TRUST = 65.0, 35.0
"""Where the mood starts when neither author nor voice says, before anything is added to it."""


@dataclass(frozen=True, kw_only=True)
class FirstPart:
    """How the first part went, as far as the second can depend on it."""

    promised: frozenset[str]
    """actions the rep promised or did"""
    outcome: str | None
    """the outcome agreed"""
    broken: bool
    """a promise was broken, or was never in the rep's power"""
    ending: Ending
    anger: float
    trust: float


def carried_over(scenario: Scenario, first: FirstPart) -> Scenario:
    """The second part as it opens after ``first``: by the first opening whose conditions hold, or as it stands."""
    openings = scenario.call_back.openings if scenario.call_back else ()
    number = next((n for n, opening in enumerate(openings, 1) if holds(opening.when, first)), None)
    return scenario if number is None else opened_with(scenario, number)


def opened_with(scenario: Scenario, number: int) -> Scenario:
    """The second part with one of its openings, counted from 1; as it stands where there is no such opening."""
    openings = scenario.call_back.openings if scenario.call_back else ()
    if number > len(openings):
        return scenario
    chosen = openings[number - 1]
    customer = scenario.customer.model_copy(update={"opening": chosen.says, "temper": scenario.customer.temper.model_copy(update=_moved(scenario, chosen))})
    edition = edition_of(scenario) or Edition(whole=content_hash(scenario))
    return with_edition(scenario.model_copy(update={"customer": customer}), edition.model_copy(update={"opening": number}))


def holds(when: WhenBefore, first: FirstPart) -> bool:
    """Whether every condition given is met."""
    return all(
        (
            when.promised is None or when.promised in first.promised,
            when.not_promised is None or when.not_promised not in first.promised,
            when.outcome is None or when.outcome == first.outcome,
            when.broken is None or when.broken == first.broken,
            when.ending is None or when.ending is first.ending,
            when.anger_over is None or first.anger > when.anger_over,
            when.anger_under is None or first.anger < when.anger_under,
            when.trust_over is None or first.trust > when.trust_over,
            when.trust_under is None or first.trust < when.trust_under,
        )
    )


def _moved(scenario: Scenario, opening: SecondOpening) -> dict[str, float]:
    """The temper an opening changes, held within 0 and 100."""
    temper = scenario.customer.temper
    starts = (("anger", temper.anger, USUAL_ANGER, opening.anger), ("trust", temper.trust, USUAL_TRUST, opening.trust))
    return {name: min(100.0, max(0.0, (usual if start is None else start) + added)) for name, start, usual, added in starts if added}
