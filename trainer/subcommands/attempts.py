"""``coolhead attempts`` and ``coolhead resume``: calls already played, and those that were interrupted."""

from __future__ import annotations

import json

from trainer.coach import KIND, with_coach
from trainer.errors import Exit, UsageError, say
from trainer.records.store import AttemptRow, Store
from trainer.subcommands.output import emit, tell


def open_store() -> Store:
    """The records, with anything that had to be done on opening said once."""
    store = Store.open()
    for notice in store.notices:
        say(notice)
    return store


def list_attempts(*, limit: int, as_json: bool) -> int:
    """Print the last attempts, newest first."""
    with open_store() as store:
        rows = store.attempts(limit)
        coached = {row.id for row in rows if _coached(store, row)}
        if as_json:
            emit([_row(store, row) for row in rows])
            return Exit.DONE
    for row in rows:
        state = f"{'with coach, ' if row.id in coached else ''}{'finished' if row.finished else 'can be resumed'}"
        tell(f"{row.id[:8]}: {row.scenario}, {row.began:%Y-%m-%d %H:%M} UTC, seed {row.seed}, {row.intensity}, {state}.")
    if not rows:
        tell("No calls yet. Play one with: coolhead")
    return Exit.DONE


def resume_attempt(attempt: str, *, plain: bool) -> int:
    """Open the view on an unfinished attempt; the newest one when none is named."""
    from trainer.opening import open_game

    with open_store() as store:
        row = store.attempt(attempt) if attempt else next(iter(store.unfinished()), None)
    if row is None:
        raise UsageError("There is no interrupted call.", "Begin one with: coolhead play ID")
    if row.finished:
        raise UsageError(f"The call {row.id[:8]} is finished.", "See those that can be resumed with: coolhead attempts")
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
        "coached": _coached(store, row),
    }


def _coached(store: Store, row: AttemptRow) -> bool:
    """Whether the coach looked at drafts in this call."""
    return bool(with_coach(remark.body for remark in store.remarks(row.id, KIND)))
