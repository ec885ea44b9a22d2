"""Whether a sentence bids somebody do something and says nothing of how things are: it asserts nothing and gives nothing back."""

from __future__ import annotations

import re

_DIRECTIVE = re.compile(
    r"^(?:(?:any|either|one) of (?:those|these|them) , |in that case , |if (?:so|not|you can) , |please |just |then |now )*(?:do not |never )?(?:ring|call|phone|dial|text|email|"
    r"wait|check|ask|go|stay|keep|put|leave|turn|switch|open|close|use|try|bring|send|tell|press|sit|stop|start|get|come|take|give|write|show|hold)\b"
)
_SPARES = re.compile(r"^(?:(?:there is|you have) )?no need to\b|^you (?:do not (?:need|have)|need not) (?:to )?\b")
_STATES = re.compile(r"\b(?:is|are|was|were|am|has|have|had|will|would|did|does|went|left|came|arrived?s?)\b")


def directs(said: str) -> bool:
    """Whether it tells somebody what to do and nothing of how things are."""
    return bool(_SPARES.match(said)) or (bool(_DIRECTIVE.match(said)) and not _STATES.search(said))


_BIDDEN = re.compile(
    r"^(?:(?:so|then|and|just|simply|first|now|instead|next time) )*(?:please |kindly )(?:(?:just|simply|try to|make sure to|do not|always|also|only) )*(?!(?:forgive|accept|excuse|know|do(?! not)|be assured|"
    r"rest|note|understand|believe|bear|let|tell|thank|pass my|congratulat)\w*\b)[a-z]+\b"
)


def bids(core: str) -> bool:
    """The same, and any "please" with a verb after it: "please insert the aid firmly"."""
    return directs(core) or (bool(_BIDDEN.match(core)) and not _STATES.search(core))
