"""``coolhead overrule``: a trainer sets a score otherwise, with a name and a reason; the measured one stays visible."""

from __future__ import annotations

from scoring.scores import Scorecard
from trainer.errors import Exit, UsageError, say
from trainer.overrules import Overrule, dimension_named, kept_card, overrule, overrules_of
from trainer.plain.overruled import overruled_lines
from trainer.records.store import AttemptRow
from trainer.subcommands.attempts import open_store
from trainer.subcommands.output import emit, tell


def overrule_score(attempt: str, *, dimension: str, to: float | None, reason: str, by: str, withdraw: bool, as_json: bool) -> int:
    """Overrule one score of a kept call, or take that back; without a dimension, show the scores and what was made of them."""
    with open_store() as store:
        row = store.attempt(attempt)
        if dimension:
            if (to is None) is not withdraw:
                raise UsageError("Say either --to N, a number from 0 to 100, or --withdraw.")
            overrule(store, row.id, dimension=dimension_named(dimension), to=to, reason=reason, by=by)
        elif to is not None or withdraw or reason or by:
            raise UsageError("Say which score: --dimension calmness, listening, honesty or resolution.")
        card, overrules = kept_card(store, row.id), overrules_of(store, row.id)
    if as_json:
        emit(
            {
                "attempt": row.id,
                "rubric": card.rubric,
                "measured": {d: score.value for d, score in card.scores.items()},
                "overrules": [o.as_dict() for o in overrules],
            }
        )
    else:
        _show(row, card, overrules)
    if dimension:
        say("Kept on the attempt. The measured score is not changed, and both are shown.")
    return Exit.DONE


def _show(row: AttemptRow, card: Scorecard, overrules: tuple[Overrule, ...]) -> None:
    tell(f"{row.id[:8]}: {row.scenario}, {row.began:%Y-%m-%d %H:%M} UTC, rubric {card.rubric}.")
    for line in overruled_lines(card, overrules):
        tell(line)
