"""The prompts and guards every drafted line goes through, as one pair."""

from __future__ import annotations

from collections.abc import Mapping

from trainer.voices.drafted import Manners
from trainer.voices.drafter import Messages
from trainer.voices.guards import check
from trainer.voices.prompts import TemplateQuirks, messages
from trainer.voices.request import MoveRequest


def guarded() -> Manners:
    """What drafts are asked with, and what they must pass."""
    return Manners(_messages, check)


def _messages(request: MoveRequest, quirks: Mapping[str, bool]) -> Messages:
    return messages(request, TemplateQuirks(**quirks))
