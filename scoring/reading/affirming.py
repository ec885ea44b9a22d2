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
_ANSWER_IS_YES = re.compile(r"^(?:(?:well|oh|and|so|,) )*(?:yes is (?:the|my) (?:\w+ )?answer|(?:the|my) (?:\w+ )?answer is (?:a )?(?:\w+ )?yes)\b")
_LAST = re.compile(r"^(?:[\w'-]+ ){1,6}, yes(?: [.!,])*$")
"""A yes put last: "opened them, yes"."""
_TAG = re.compile(r" or (?:(?:is|are|was|were|will|would|do|does|did|has|have|had|can|could) (?:not )?(?:i|you|we|he|she|it|they)|not)\b.*$")
"""The "or aren't you" after a question asks nothing more and denies nothing."""


_YES_WORD = (
    r"(?:yes|absolutely|definitely|of course|certainly|indeed|correct|that is right|for sure|too right|you bet|100%|sure(?: thing| (?:is|are|will|can|do|does|did|has|have))|"
    r"(?:it|they|we|i|you|that|he|she) sure (?:is|are|will|can|do|does|did|has|have|am))"
)
_AND_WELL = (
    r"(?:no (?:problem|problems|probs|bother|sweat|worries)(?: at all)?|"
    r"(?:(?:you|it|that|they|we|i|everything) (?:is|are|am|will be) |your |its )?(?:all |absolutely |totally |just |now )*(?:good(?: to go)?|sorted|fine|set|ready|in hand|under control|taken care of|done))"
)
_BESIDE = r"(?:,|\.|!|so|then|now|yet|there|course|mate|love|pet|hen|dear|sir|madam|ma'am|my (?:friend|dear|love|lovely|darling)|for you|for that|by then|do not worry|not to worry|no need to worry|promise|i promise|honest)"
_PLAIN = re.compile(rf"^(?:well |oh |so |and )*{_YES_WORD}(?: (?:{_YES_WORD}|{_AND_WELL}|{_BESIDE}))*$")
_ALL_WELL = re.compile(r"^(?:well |oh |so |and )*(?:(?:you|it|they|everything) (?:is|are|will be)|your) (?:all |absolutely |totally |just |now )*(?:good(?: to go)?|sorted|fine|set|ready)"
    rf"(?: {_BESIDE})*$")  # fmt: skip


def plainly_yes(stretch: Stretch) -> bool:
    """Whether it is nothing but a yes, in whatever everyday words: "yep, you're all good", "sure is", "yes, no probs at all"."""
    return not stretch.question and bool(_PLAIN.match(stretch.said.text))


def as_good_as_yes(stretch: Stretch) -> bool:
    """Whether it says yes in so many words or without the word: "you're all set"."""
    return plainly_yes(stretch) or (not stretch.question and bool(_ALL_WELL.match(stretch.said.text)))


def says_yes(stretch: Stretch, asked: Phrase) -> bool:
    """Whether a stretch is a bare yes, or a yes that only gives the words of the question back: "yes, the whole roof, yes"."""
    said = stretch.said
    return (
        bool(_YES.match(said.text))
        or bool(_ANSWER_IS_YES.match(said.text))
        or plainly_yes(stretch)
        or (bool(_YES_TO.match(said.text) or _LAST.match(said.text)) and not said.negative and bool(said.stems) and said.stems <= asked.stems)
    )


def opens_with_yes(stretch: Stretch) -> bool:
    """Whether it starts by agreeing, and does not turn at once."""
    return bool(_YES_TO.match(stretch.said.text))


def put_plainly(asked: str) -> Phrase:
    """A yes-or-no question as the statement that a yes makes of it."""
    return ready(_TAG.sub("", asked))


def chosen(asked: str, stretch: Stretch) -> str:
    """What a yes says yes to: of two things asked ("the ambulance, or do I stop here?") the one whose words it gives back."""
    ways = re.split(r" ,? ?or ", asked)
    mine = [way for way in ways if stretch.said.stems and stretch.said.stems <= ready(way).stems]
    return mine[0] if len(ways) > 1 and len(mine) == 1 else asked


_MAY_I = re.compile(r"^(?:(?:and|so|but|please|ok|well|then|,) )*(?:do|shall|should|may|can|could|must|am) i\b")
_OUR_DEED = re.compile(r"^(?:i|we) (?:have|had|did|rang|called|sent|booked)\b")


def affirms(asked: str, way: Phrase) -> bool:
    """Whether a yes to the question could mean this: to who asks whether to do a thing it says nothing of what we have done."""
    return not (_MAY_I.match(asked) and _OUR_DEED.match(way.text))


_PUT = re.compile(
    r"^(?:and |so |but |please |ok |then |well |, )*(?:is|are|was|were|will|would|do|does|did|has|have|had|can|could|may|shall|should) "
    r"(?:i|you|we|it|they|he|she|that|this|there|the|my|your|an?|any(?:one|body|thing)|some(?:one|body|thing))\b"
)


def last_question(customer: str) -> str:
    """The sentence with the customer's last question mark; of somebody who types none, the last that is put like a question. Empty where nothing was asked."""
    sentences = customer.replace(" !", " .")
    asked = [part.split(". ")[-1] for part in sentences.split("?")[:-1] if part.strip()]
    if not asked:
        asked = [sentence for sentence in re.split(r" ?\. ", f"{sentences} ") if _PUT.match(sentence.strip())]
    return asked[-1].split(" . ")[-1].strip() if asked else ""
