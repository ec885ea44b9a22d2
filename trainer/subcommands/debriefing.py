"""``coolhead debrief`` opens the debrief of a call played before; ``coolhead attempts --disagreements`` lists what trainees would judge otherwise."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from trainer.disagreeing import KIND, Disagreement, kept, of_remark
from trainer.errors import Exit, UsageError
from trainer.overrules import overrules_of
from trainer.places import place
from trainer.subcommands.attempts import open_store
from trainer.subcommands.output import emit, tell
from trainer.text import safe_line

if TYPE_CHECKING:
    from trainer.records.store import AttemptRow, Remark, Store


def debrief_attempt(attempt: str, *, plain: bool, as_json: bool, second_opinion: bool = False) -> int:
    """Open the debrief of a finished call, or print it; of the newest one when none is named. A second opinion is printed alone."""
    from trainer.opening import open_game

    with open_store() as store:
        row = store.attempt(attempt) if attempt else next((row for row in store.attempts(1000) if row.finished), None)
        if row is None:
            raise UsageError("No call has been finished yet.", "Begin one with: coolhead")
        if not row.finished:
            raise UsageError(f"The call {row.id[:8]} is not finished.", f"Go on with it: coolhead resume {row.id[:8]}")
        if second_opinion:
            from trainer.subcommands.opining import opine

            return opine(store, row.id, also=_told(store, row) if as_json else None)
        if as_json:
            emit(_told(store, row))
            return Exit.DONE
    return open_game(plain=plain, resume=row.id)


def _told(store: Store, row: AttemptRow) -> dict[str, object]:
    from trainer.counterfactual import with_better_lines
    from trainer.wiring import judge, kept_scenario

    scenario, transcript = kept_scenario(store, row.id), store.load(row.id)
    card, talk = judge(transcript, scenario)
    talk = with_better_lines(talk, transcript, scenario)
    return {
        "attempt": row.id,
        "points": [point.model_dump(mode="json", exclude={"candidates"}) for point in talk.points],
        "turning_point": talk.turning_point,
        "sureness": {dimension: sure.model_dump(mode="json") for dimension, sure in talk.sureness.items()},
        "rating": store.rating(row.id),
        "disagreements": [_form(said) for said in kept(store, row.id)],
        "overrules": [one.as_dict() for one in overrules_of(store, row.id)],
        "scorecard": card.model_dump(mode="json"),
    }


def list_disagreements(*, limit: int, as_json: bool) -> int:
    """Print where trainees disagree with the evidence, newest first; the last word on each line of evidence."""
    with open_store() as store:
        last: dict[tuple[str, str, int, int, int], tuple[Remark, Disagreement]] = {}
        for remark in store.remarks(None, KIND):
            if said := of_remark(remark):
                key = (remark.attempt, said.rule, said.turn, said.start, said.end)
                last.pop(key, None)
                last[key] = (remark, said)
        standing = [(remark, said) for remark, said in reversed(last.values()) if said.reason][:limit]
        attempts = {remark.attempt for remark, _ in standing}
        scenarios = {attempt: store.attempt(attempt).scenario for attempt in attempts}
        calls = {attempt: store.load(attempt).events for attempt in attempts}
    if as_json:
        emit([{"attempt": r.attempt, "scenario": scenarios[r.attempt], "made": r.made.isoformat(), **_form(said)} for r, said in standing])
        return Exit.DONE
    for remark, said in standing:
        words = f"'{safe_line(said.words, 160)}'. " if said.words else ""
        tell(
            f"{remark.attempt[:8]}: {scenarios[remark.attempt]}, {remark.made:%Y-%m-%d}, {place(calls[remark.attempt], said.turn)}, {said.rule} ({said.points:+.4g}). {words}{said.says}"
        )
        tell(f"  The trainee: {safe_line(said.reason)} ({said.rubric}, reader {said.reader})")
    if not standing:
        tell("Nobody has disagreed with a line of evidence.")
    return Exit.DONE


def _form(said: Disagreement) -> dict[str, object]:
    return asdict(said)
