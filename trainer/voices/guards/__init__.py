"""What stands between a model's line and the screen: mended where it can be, checked against the request, or not shown.

``check`` is a function of the line and the request alone. It takes a few milliseconds and never raises, whatever it is given.
"""

from __future__ import annotations

from trainer.voices.guards.acts import check_acts, check_departure, says_the_same
from trainer.voices.guards.facts import check_facts
from trainer.voices.guards.likeness import check_likeness
from trainer.voices.guards.mending import mended
from trainer.voices.guards.reasons import GuardResult as GuardResult
from trainer.voices.guards.reasons import Reason as Reason
from trainer.voices.guards.reasons import RefusedError
from trainer.voices.guards.roles import check_roles
from trainer.voices.guards.roughness import check_roughness
from trainer.voices.guards.tongue import LANGUAGES as LANGUAGES
from trainer.voices.guards.tongue import check_tongue
from trainer.voices.guards.tongue import spoken as spoken
from trainer.voices.request import MoveRequest

VERSION = 2
"""Raised whenever a line could now fare otherwise; kept with what is measured."""

_CHECKS = (check_tongue, check_roughness, check_roles, check_acts, check_facts, check_likeness, check_departure)

_BY_CUES = (Reason.ACCEPTANCE, Reason.WRONG_ACT, Reason.ROLE_FLIP)
"""Found by cue words, which a line that plainly says what the written one says may hold by chance."""


def check(line: str, request: MoveRequest) -> GuardResult:
    """What of the line may be shown as this request's turn; where nothing may, the first fault found says why."""
    try:
        text = mended(line, request)
        for guard in _CHECKS:
            try:
                guard(text, request)
            except RefusedError as refused:
                if refused.reason not in _BY_CUES or not says_the_same(text, request):
                    raise
    except RefusedError as refused:
        return GuardResult(ok=False, text="", reason=refused.reason)
    return GuardResult(ok=True, text=text)
