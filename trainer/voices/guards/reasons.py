"""Why a line was not shown: the closed list, written into a transcript when the written line stood in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """What is wrong with a line. The first fault found names it, in this order."""

    EMPTY = "empty"
    """nothing to show"""
    CONTROL = "control"
    """characters or tokens that belong to a machine"""
    FORMAT = "format"
    """a list, code, markup, a stage direction, or no whole sentence"""
    LANGUAGE = "language"
    """another script or language, or a call in a language these guards cannot read"""
    TOO_ROUGH = "too_rough"
    """rougher than this call's intensity, or than any call may be"""
    LEAK = "leak"
    """talks about its instructions, or reads them out"""
    ROLE_FLIP = "role_flip"
    """speaks as the rep"""
    ACCEPTANCE = "acceptance"
    """takes an offer, or is pleased with it, where the customer does neither"""
    WRONG_ACT = "wrong_act"
    """does something else than the move: thanks, leaves, refuses, asks for nothing where it must ask"""
    INVENTED = "invented"
    """names a number, day, person or remedy that nobody has brought up"""
    REPETITION = "repetition"
    """says again what either side has said"""


@dataclass(frozen=True)
class GuardResult:
    """What became of a line."""

    ok: bool
    text: str
    """what may be shown, mended where it had to be; empty when nothing may"""
    reason: Reason | None = None
    """why nothing may be shown"""


class RefusedError(Exception):
    """Raised inside the guards to stop at the first fault; never leaves them."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason
