"""A request to word one move, for the tests of guards and prompts."""

from __future__ import annotations

from typing import Any

from scenarios.moves import Band, Move
from trainer.voices.request import MoveRequest, PersonaCard, Turn, Who


def asked(act: Move = Move.CHALLENGE, *, reply: str = "It left the depot today and will be with you on Friday.", **rest: Any) -> MoveRequest:
    """Imre waits for a lens; keywords replace any part of the request."""
    card = PersonaCard(name="Imre Halász", about="44, wedding photographer, twenty years in Leeds.", manner="wry and exact", business="Larkfoot Parcels, Leeds")
    given: dict[str, Any] = {
        "act": act,
        "band": Band.ANGRY,
        "written": "Somebody told me that on Tuesday, and it was not so.",
        "persona": card,
        "talk": (Turn(Who.CUSTOMER, "My lens has been with the driver since Tuesday."), Turn(Who.REP, reply)),
    }
    return MoveRequest(**{**given, **rest})
