"""What a voice is told when it is asked for a line: the whole of it, so that nothing else can leak or be argued with.

The engine has decided before a request is made. It holds what both sides of the chat could see, and the move; never a mood
in numbers, trust, a rubric, what the customer would accept, a concern not yet said, or anything that is still to come.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from scenarios.moves import Band, Intensity, Move


class Who(StrEnum):
    """Whose turn of the chat it was, as both sides saw it."""

    CUSTOMER = "customer"
    REP = "rep"


@dataclass(frozen=True)
class Turn:
    """One turn of the chat as it was shown."""

    who: Who
    text: str


@dataclass(frozen=True, kw_only=True)
class PersonaCard:
    """Who the customer is and how they write. The same for the whole call, so that a prompt can begin with it."""

    name: str
    about: str = ""
    """who they are, in the author's sentences; may be empty"""
    manner: str = ""
    """how this kind of person writes: the voice's own description"""
    business: str = ""
    """the firm they are writing to, and what it does"""
    samples: tuple[str, ...] = ()
    """lines in this customer's manner that give nothing of the case away; at most four"""
    language: str = "en"
    """the language the call is played in, as ``en`` or ``pt-BR``"""


@dataclass(frozen=True, kw_only=True)
class MoveRequest:
    """One decided move to be put into words."""

    act: Move
    band: Band
    """how hot the customer is"""
    written: str
    """the scripted line: the meaning to keep, and what is shown when nothing better comes"""
    persona: PersonaCard
    concern: str = ""
    """what the move is about, in plain words, where it is about a concern the customer has voiced; may be empty"""
    question: str = ""
    """the question this turn must put to the rep, as the scenario words it; mostly empty"""
    facts: tuple[str, ...] = ()
    """texts whose numbers, sums, days and names may be used, beside the written line and what was said in ``talk``"""
    talk: tuple[Turn, ...] = ()
    """what was shown so far, oldest first, without the turn asked for; it ends with what this line replies to"""
    intensity: Intensity = Intensity.REAL
    """the dial: how rough this call may get"""
    personal: bool = False
    """personal insults are open to this customer in this very turn"""
    fixed: bool = False
    """the scenario fixed these words: they are shown as they are written"""
    call: str = ""
    """which call this is, so that it is known when another one begins; says nothing of the person"""
    turn: int = 0
    seed: int = 0

    @property
    def reply(self) -> str:
        """The rep's last words; empty where the rep has not spoken."""
        return next((turn.text for turn in reversed(self.talk) if turn.who is Who.REP), "")

    @property
    def own(self) -> tuple[str, ...]:
        """The customer's lines so far, oldest first."""
        return tuple(turn.text for turn in self.talk if turn.who is Who.CUSTOMER)
