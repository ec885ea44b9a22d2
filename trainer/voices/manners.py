"""The prompts and guards every drafted line goes through, as one pair."""

from __future__ import annotations

from trainer.voices.drafted import Manners
from trainer.voices.guards import check
from trainer.voices.prompts import messages


def guarded() -> Manners:
    """What drafts are asked with, and what they must pass."""
    return Manners(messages, check)
