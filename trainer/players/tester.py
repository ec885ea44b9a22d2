"""A rep for one question only: can the call be settled by the first reply, with nobody heard?

It is no player of a simulation: it knows which remedy is worth most, and hears nobody.
"""

from __future__ import annotations

from trainer.players import words
from trainer.players.seen import Seen
from trainer.players.speech import Do, Turn


def opener(seen: Seen) -> Turn:
    """Puts the first way to settle it, does it and reports it in one go; then only says that it is done."""
    ways = [way for way in seen.ways if way.actions] or seen.ways
    if seen.memory.replies or not ways:
        return Turn((words.fixed("As I said, that is done."),))
    way = max(ways, key=lambda way: seen.scenario.outcomes[way.outcome].worth)
    do = tuple(Do(name, str(words.limit(seen, name) or "")) for name in (*way.checks, *way.actions))
    return Turn((words.offer(seen, way), words.report(seen, way.actions)) if way.actions else (words.offer(seen, way),), do)
