"""Which room a view goes into at once: the one a command has just opened, in which nobody has done anything yet."""

from __future__ import annotations

from contextlib import suppress

from trainer.errors import ContentError
from trainer.records.store import Store
from trainer.room.kept import Room, rooms


def room_at_once(store: Store, named: str = "") -> Room | None:
    """The room asked for by the beginning of its id, else the fresh one. Raises StoreError where none is named so."""
    return Room.named(store, named) if named else fresh_room(store)


def fresh_room(store: Store) -> Room | None:
    """The newest room under way, if it is untouched. Raises StoreError."""
    going, _ = rooms(store)
    with suppress(ContentError):  # one that cannot be read is in nobody's way
        room = Room.named(store, going[0].id) if going else None
        return room if room and room.fresh else None
    return None
