"""What to do another time, in words of this case, for a rule that names only what was done: a goal never reads like praise of the lapse.

The rubric's own sentence serves wherever it is advice already. What is filled in comes from the row or from what was agreed.
"""

from __future__ import annotations

from scenarios.model import Scenario
from scoring.callview import CallView
from scoring.rubric import Criterion
from scoring.scores import Evidence

_GOALS = {
    "listening.dealt-with": "What was missing: a word that you had heard it. Say that first, as you would to their face, then what you do about it.",
    "listening.dealt-late": "What was missing: a word that you had heard it, as soon as it was said. Say that first, then what you do about it.",
    "listening.heard-late": "What was missing: the same words sooner. Take it up in the reply that follows it.",
    "listening.asked-about": "What was missing: a word that you had heard it. Say back what they told you, then ask.",
    "listening.parroted": "What was missing: words of your own. Say what it means for them, not the sentence they wrote.",
    "honesty.half-answered": "What was missing: the answer itself, at once and in so many words. Give it first, then the rest.",
    "honesty.told-not-owned": "What was missing: that it was ours. Say so in the same breath.",
}
_CLOSE = "What was missing: one line at the end, in fresh words, of what was agreed and when. Here that is: {what}."


def goal_words(view: CallView, row: Evidence, criterion: Criterion) -> str:
    """What would have earned more here; the rule as it stands where that says it."""
    if row.rule == "listening.checked" and (agreed := _agreed(view.scenario, view)):
        return _CLOSE.format(what=agreed)
    return _GOALS.get(row.rule, criterion.told)


def _agreed(scenario: Scenario | None, view: CallView) -> str:
    """What was settled, as the card words it; empty where nothing was."""
    outcome = scenario.outcomes.get(view.ended.outcome or "") if scenario and view.ended else None
    return outcome.what.strip().rstrip(".") if outcome else ""
