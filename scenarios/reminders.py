"""Which promises a desk can only put down for later. Writing "ring her at noon" in a diary is not yet ringing her at noon.

Engine and ledger ask here, so that neither calls such a promise kept before its hour has come.
"""

from __future__ import annotations

from datetime import datetime

from scenarios.model import Scenario


def comes_due(scenario: Scenario, action_id: str | None, *, due: datetime | None, at: datetime) -> datetime | None:
    """When a promise comes due that ``action_id`` only notes: after ``at``. None where doing the action is keeping the promise."""
    action = scenario.desk.actions.get(action_id) if action_id else None
    if action is None or action.kind != "note":
        return None
    when = due.replace(tzinfo=None) if due else scenario.arrival(action)
    return when if when is not None and when > at else None
