"""Results as xAPI 1.0.3 statements: for each call one that it was completed, and one for each of the four scores.

A statement's id is made of its content, so that sending the same results twice leaves one of each in a learning record
store, and a later overrule makes a new one. Nothing is sent anywhere from here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from scoring.scores import DIMENSIONS, Dimension
from trainer.exporting.results import Result

NOBODY = "learner"
PREFIX = "urn:coolhead"
VERBS = {"completed": "http://adlnet.gov/expapi/verbs/completed", "scored": "http://adlnet.gov/expapi/verbs/scored"}
SIMULATION = "http://adlnet.gov/expapi/activities/simulation"
OBJECTIVE = "http://adlnet.gov/expapi/activities/objective"


def as_xapi(results: Sequence[Result]) -> bytes:
    """A JSON array of statements."""
    statements = [statement for one in results for statement in _statements(one)]
    return (json.dumps(statements, indent=1, sort_keys=True, allow_nan=False) + "\n").encode()


def _statements(one: Result) -> Iterator[dict[str, Any]]:
    outcome = one.card.outcome
    settled = {"outcome": outcome.id, "worth": outcome.worth, "accepted": outcome.accepted, "ending": one.ending, "replies": one.replies}
    yield _statement(one, "completed", _activity(one), {"completion": True, "extensions": _keys(settled)})
    for dimension in DIMENSIONS:
        yield _statement(one, "scored", _objective(one, dimension), _score(one, dimension), parent=_activity(one))


def _score(one: Result, dimension: Dimension) -> dict[str, Any]:
    """The score that counts, with the measured one and every overrule beside it; no score where there is none."""
    score, counts = one.card.scores[dimension], one.counts(dimension)
    overrules = [overrule.as_dict() for overrule in one.overrules if overrule.dimension == dimension]
    beside = {"measured": score.value, "opportunities": score.opportunities, "overruled": one.overruled(dimension), "overrules": overrules}
    found: dict[str, Any] = {"extensions": _keys({**beside, **({"why-not": score.why_not} if score.why_not else {})})}
    if counts is not None:
        found["score"] = {"min": 0, "max": 100, "raw": counts, "scaled": round(counts / 100, 4)}
    return found


def _statement(one: Result, verb: str, about: dict[str, Any], result: dict[str, Any], parent: dict[str, Any] | None = None) -> dict[str, Any]:
    row = one.row
    played = {
        "attempt": row.id,
        "branch-of": row.parent,
        "branch-turn": row.parent_turn,
        "rubric": one.card.rubric,
        "reader": one.card.reader,
        "mode": one.mode,
        "coached": one.coached,
        "intensity": row.intensity,
        "seed": str(row.seed),
    }
    content = {
        "actor": {
            "objectType": "Agent",
            "account": {"homePage": one.account.home, "name": one.account.name or one.learner or NOBODY},
            **({"name": one.learner} if one.learner else {}),
        },
        "verb": {"id": VERBS[verb], "display": {"en": verb}},
        "object": about,
        "result": result,
        "context": {"platform": "Coolhead", "extensions": _keys(played), **({"contextActivities": {"parent": [parent]}} if parent else {})},
        "timestamp": (row.finished or row.began).isoformat(),
        "version": "1.0.3",
    }
    return {"id": str(uuid5(NAMESPACE_URL, f"{PREFIX}:{json.dumps(content, sort_keys=True)}")), **content}


def _activity(one: Result) -> dict[str, Any]:
    name = {"en": one.scenario.title}
    return {"objectType": "Activity", "id": f"{PREFIX}:scenario:{quote(one.row.scenario, safe='')}", "definition": {"type": SIMULATION, "name": name}}


def _objective(one: Result, dimension: Dimension) -> dict[str, Any]:
    name = {"en": f"{one.scenario.title}: {dimension}"}
    return {"objectType": "Activity", "id": f"{_activity(one)['id']}:{dimension}", "definition": {"type": OBJECTIVE, "name": name}}


def _keys(values: dict[str, Any]) -> dict[str, Any]:
    """Extension keys must be names of the web; what is not there is left out."""
    return {f"{PREFIX}:{key}": value for key, value in values.items() if value is not None}
