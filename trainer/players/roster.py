"""Every scripted rep by name, and which of them are cheats."""

from __future__ import annotations

from trainer.players.cheats import bully, flatterer, gibberish, giver_away, over_promiser, parrot, silent, stuffer
from trainer.players.honest import expert, novice, plain
from trainer.players.playing import Player

PLAYERS: dict[str, Player] = {
    "expert": expert,
    "plain": plain,
    "novice": novice,
    "stuffer": stuffer,
    "flatterer": flatterer,
    "over-promiser": over_promiser,
    "parrot": parrot,
    "bully": bully,
    "giver-away": giver_away,
    "silent": silent,
    "gibberish": gibberish,
}

HONEST = ("expert", "plain", "novice")
CHEATS = tuple(name for name in PLAYERS if name not in HONEST)
