"""Which room a view goes into at once: the one a command has just opened, in which nobody has done anything yet."""

from __future__ import annotations

from trainer.records.store import Store
from trainer.room.kept import Room, rooms


def fresh_room(store: Store) -> Room | None:
    """The newest room under way, if it is untouched. Raises StoreError."""
    going, _ = rooms(store)
    room = Room.named(store, going[0].id) if going else None
    return room if room and room.fresh else None
