"""The one change that would bring about what never came about in play, found by trying it: for the messages of a check.

Each answer is a sentence of what was tried and held, or nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.model import Beat, Scenario
from trainer.authoring.opening_move import changed, least_bar
from trainer.authoring.par import best_path, can_be_reached
from trainer.authoring.trials import try_out

_PLAYERS, _PLAYS = ("expert", "plain", "novice", "bully"), 12
_WORTHS = (0.5, 0.6, 0.7, 0.8)


def for_best(scenario: Scenario) -> str:
    """What would lead an honest path to the best outcome."""
    for words, tried in _easier(scenario):
        if best_path(tried, 0):
            return f"With {words} there is one."
    return ""


def _easier(scenario: Scenario) -> Iterator[tuple[str, Scenario]]:
    temper, persona = scenario.customer.temper, scenario.customer.persona
    if scenario.misunderstandings:
        yield "the misunderstandings taken out", scenario.model_copy(update={"misunderstandings": ()})
    if persona.bar and persona.bar > 0.6:
        yield f"'bar' at 0.6 instead of {persona.bar:g}", changed(scenario, persona={"bar": 0.6})
    if temper.anger and temper.anger > 60:
        yield f"'anger' at 60 instead of {temper.anger:g}", changed(scenario, temper={"anger": 60})
    if (persona.bar or 0) > 0.6 or (temper.anger or 0) > 60:
        yield "'bar' at 0.6, 'anger' at 60 and 'trust' at 35", changed(scenario, temper={"anger": 60, "trust": 35}, persona={"bar": 0.6})


def for_first_reply(scenario: Scenario) -> str:
    """The bar at which the first reply no longer settles it."""
    bar, now = least_bar(scenario), scenario.customer.persona.bar
    if bar is None:
        return ""
    return f"At 'bar: {bar:g}' in 'persona' it would not be{f' (it is {now:g} now)' if now else ''}."


def for_beat(scenario: Scenario, beat: Beat) -> str:
    """The condition without which the moment comes."""
    given = [name for name in type(beat.when).model_fields if getattr(beat.when, name) is not None]
    for name in given:
        loose = beat.model_copy(update={"when": beat.when.model_copy(update={name: None})})
        tried = scenario.model_copy(update={"beats": tuple(loose if one is beat else one for one in scenario.beats)})
        if any(try_out(tried, player, range(_PLAYS)).seen[f"beat {beat.id}"] for player in _PLAYERS):
            return (
                f"Without '{name}: {getattr(beat.when, name):g}' it does."
                if isinstance(getattr(beat.when, name), int | float)
                else f"Without '{name}: {getattr(beat.when, name)}' it does."
            )
    return ""


def for_outcome(scenario: Scenario, name: str) -> str:
    """The worth from which the customer takes it."""
    outcome = scenario.outcomes[name]
    for worth in (one for one in _WORTHS if one > outcome.worth):
        if can_be_reached(scenario.model_copy(update={"outcomes": {**scenario.outcomes, name: outcome.model_copy(update={"worth": worth})}}), name):
            return f"At 'worth: {worth:g}' it is taken (it is {outcome.worth:g} now): alone it is worth too little to this customer."
    return ""
