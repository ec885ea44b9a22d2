"""A yes, and what it says yes to: a bare one affirms the question, and so does one that only gives its words back."""

from __future__ import annotations

import re

from scoring.reading.meaning import Phrase, ready
from scoring.reading.stretches import Stretch

_YES = re.compile(
    r"^(?:yes|yeah|yep|absolutely|definitely|of course|certainly|indeed|correct|that is right)(?: (?:,|yes|absolutely|definitely|of course|certainly|indeed|sir|madam|it is|it will|they are|they will|all of (?:them|it)|every one|every single one|the lot))* ?(?:\.|!|,)?$"
)
_YES_TO = re.compile(
    r"^(?:yes|yeah|yep|absolutely|definitely|of course|certainly|indeed|agreed)\b(?! (?:, )?(?:but|i (?:can |do )?(?:see|know|hear|understand|get))\b)(?!.*\byou (?:want|asked|said|need|are asking|would like)\b)"
)
_TAG = re.compile(r" or (?:(?:is|are|was|were|will|would|do|does|did|has|have|had|can|could) (?:not )?(?:i|you|we|he|she|it|they)|not)\b.*$")
"""The "or aren't you" after a question asks nothing more and denies nothing."""


def says_yes(stretch: Stretch, asked: Phrase) -> bool:
    """Whether a stretch is a bare yes, or a yes that only gives the words of the question back: "yes, the whole roof, yes"."""
    said = stretch.said
    return bool(_YES.match(said.text)) or (bool(_YES_TO.match(said.text)) and not said.negative and bool(said.stems) and said.stems <= asked.stems)


def opens_with_yes(stretch: Stretch) -> bool:
    """Whether it starts by agreeing, and does not turn at once."""
    return bool(_YES_TO.match(stretch.said.text))


def put_plainly(asked: str) -> Phrase:
    """A yes-or-no question as the statement that a yes makes of it."""
    return ready(_TAG.sub("", asked))
