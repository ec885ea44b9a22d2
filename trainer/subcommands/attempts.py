"""``coolhead attempts`` and ``coolhead resume``: calls already played, and those that were interrupted."""

from __future__ import annotations

import json

from scenarios.problems import listed
from scoring.scores import DIMENSIONS
from trainer.coach import coached_how
from trainer.errors import Exit, UsageError, say
from trainer.overrules import Overrule, overrules_of, standing
from trainer.records.store import AttemptRow, Store
from trainer.records.titles import kept_title
from trainer.room.groups import of_groups
from trainer.rubrics import not_compared
from trainer.subcommands.output import emit, tell
from trainer.text import safe_line
from trainer.words import count


def open_store() -> Store:
    """The records, with anything that had to be done on opening said once."""
    store = Store.open()
    for notice in store.notices:
        say(notice)
    return store


def list_attempts(*, limit: int, as_json: bool) -> int:
    """Print the last attempts, newest first."""
    with open_store() as store:
        rows, further, grouped = store.attempts(limit), store.further(), of_groups(store)
        if as_json:
            emit([{**_row(store, row), "branches": further.get(row.id, 0), "group": row.id in grouped} for row in rows])
            return Exit.DONE
        overrules = {row.id: overrules_of(store, row.id) for row in rows}
        coached = {row.id for row in rows if coached_how(store, row.id)}
        titles, scores = {row.id: _title(store, row.id) for row in rows}, {row.id: _scores(store.scorecard(row.id), overrules[row.id]) for row in rows}
        rubrics = [json.loads(card)["rubric"] for row in rows if (card := store.scorecard(row.id))]
    for row in rows:
        state = f"{'by a group, ' if row.id in grouped else ''}{'with coach, ' if row.id in coached else ''}{f'finished{_overruled(overrules[row.id])}' if row.finished else 'can be resumed'}"
        tell(
            f"{row.id[:8]}: {titles[row.id]}{row.scenario}, {row.began:%Y-%m-%d %H:%M} UTC, seed {row.seed}, {row.intensity}, {state}.{scores[row.id]}{_branches(row, further)}"
        )
    if several := not_compared(*rubrics):
        say(several)
    if not rows:
        tell("No calls yet. Play one with: coolhead")
    return Exit.DONE


def _title(store: Store, attempt: str) -> str:
    """The title of what was played, to stand before its id; nothing where it cannot be read."""
    title = kept_title(store, attempt)
    return f"{safe_line(title, 60)}, " if title else ""


def _scores(card: str | None, overrules: tuple[Overrule, ...]) -> str:
    """The four scores as they were measured, an overruled one with what it was set to."""
    if card is None:
        return ""
    told = []
    for dimension in DIMENSIONS:
        value, over = json.loads(card)["scores"][dimension]["value"], standing(overrules, dimension)
        told.append(f"{dimension} {'not scored' if value is None else f'{value:.0f}'}{f' (set to {over.to:g})' if over else ''}")
    return f" {', '.join(told).capitalize()}."


def _branches(row: AttemptRow, further: dict[str, int]) -> str:
    """The mark of a call that has further tries."""
    return f" {count(further[row.id], 'further try', 'further tries')}: coolhead rewind {row.id[:8]} --tree" if row.id in further else ""


def resume_attempt(attempt: str, *, plain: bool) -> int:
    """Open the view on an unfinished attempt, the newest one when none is named; one of a shift as part of that shift."""
    from trainer.home import call_of_shift
    from trainer.opening import open_game

    with open_store() as store:
        row = store.attempt(attempt) if attempt else next(iter(store.unfinished()), None)
        of_shift = row is not None and row.id == call_of_shift(store)
    if row is None:
        raise UsageError("There is no interrupted call.", "Begin one with: coolhead play ID")
    if row.finished:
        raise UsageError(f"The call {row.id[:8]} is finished.", "See those that can be resumed with: coolhead attempts")
    if of_shift and not plain:  # its page leads on to the call, and the debriefs wait for the end
        return open_game(plain=plain, mode="shift")
    return open_game(plain=plain, resume=row.id)


def _row(store: Store, row: AttemptRow) -> dict[str, object]:
    card = store.scorecard(row.id)
    return {
        "id": row.id,
        "scenario": row.scenario,
        "content": row.content,
        "seed": row.seed,
        "intensity": row.intensity,
        "practice": row.practice,
        "began": row.began.isoformat(),
        "finished": row.finished.isoformat() if row.finished else None,
        "scorecard": json.loads(card) if card else None,
        "rating": store.rating(row.id),
        "overrules": [one.as_dict() for one in overrules_of(store, row.id)],
        "coached": bool(coached_how(store, row.id)),
    }


def _overruled(overrules: tuple[Overrule, ...]) -> str:
    """Which scores a trainer has set otherwise."""
    names = [dimension for dimension in DIMENSIONS if standing(overrules, dimension)]
    return f", {listed(names)} overruled" if names else ""
