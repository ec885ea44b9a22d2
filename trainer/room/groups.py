"""Which attempts a group played: they stand among the calls, and are no one person's results."""

from __future__ import annotations

from trainer.records.store import Store

PLAYED_BY = "room"
"""The kind of remark that marks an attempt as a group's, and names the room."""


def of_groups(store: Store) -> frozenset[str]:
    """The ids of those attempts. Raises StoreError."""
    return frozenset(remark.attempt for remark in store.remarks(None, PLAYED_BY))
