"""What telling a fact hangs on: a sentence may lie near one in meaning and not say what makes it news.

Nearness of meaning hears no "not", no "we" and no tense: "I'll get you that roof" lies beside "we won't pay for the roof", and "letters
are written by those who write letters" beside "our desk wrote that letter". Looked at only where a fact would be told on nearness alone.
"""

from __future__ import annotations

import re

from scoring.reading.lexicon import Lexicon, Told
from scoring.reading.meaning import Phrase, near_part, negative
from scoring.reading.spelling import PARTICIPLES
from scoring.reading.undone import MY_DEED

_GRANTS = re.compile(
    r"\b(?:i|we|he|she|they|you|it|our (?:\w+ )?\w+|my (?:\w+ )?\w+) (?:(?:will|shall|can|could|am going to|are going to|is going to)(?! (?:not|only|never|just)\b)|(?:will|can) (?:just )?(?:get|make sure|see to))\b"
)
_REFUSES = re.compile(
    r"\b(?:(?:will|shall|can|could|may|do|does|is|are) not|nobody (?:here )?can|no one (?:here )?can|only (?:the |an? |our )?(?:\w+ ){1,2}can)\b"
)
_LIMITS = re.compile(
    r"\b(?:only|except|apart from|rather than|instead|unless|not (?:the|a|an|your|any|for|half|all|as|one|that|this|more|in|by|on|before|until|exactly|quite)|but not|"
    r"(?:is|was) a no|no (?:more|further)|too (?:late|old|far)|at (?:the )?(?:soonest|earliest|most))\b"
)
_ALWAYS_SO = re.compile(r"\b(?:as a rule|in general|generally|by and large|as everyone knows|the way of the world|as (?:one|people) (?:do|does))\b")
_WHO = re.compile(
    r"\b(?:we|us|our|ours|i|my|here|he|she|they|them|him|her|nobody|no one|none|not one|someone|somebody|anyone|each|neither|both|the \w+ (?:desk|office|team|department|shop|branch|round|crew))\b"
)
_BEEN = re.compile(
    rf"(?<!is )(?<!are )(?<!be )(?<!being )(?<!to )(?<!the )(?<!a )(?<!by )(?<!of )\b(?:was|were|had|did|has|have|\w{{3,}}ed|{'|'.join(sorted(PARTICIPLES))})\b"
)
_NEARLY = re.compile(r"\b(?:about|around|nearly|almost|roughly|some|over|under|close to|just short of|more than|less than) (?:[£€$¥₹])?\d")


_ONLY_READ = re.compile(
    r"\bi (?:am|can|could) (?:only|just) (?:be )?(?:read|reading|go by|going by|repeat|repeating|say|saying|tell you|telling you) (?:out )?(?:what|whatever|that which)\b"
)
"""Stands by what was entered, and tells nothing against it."""


def says_it(said: Phrase, fact: Told, lexicon: Lexicon) -> bool:
    """Whether a sentence like a way of telling ``fact`` keeps what the telling hangs on: who did it and that it happened, the refusal or the limit, the figures."""
    if _ALWAYS_SO.search(said.text) or (fact.ours and _ONLY_READ.search(said.text)) or (fact.ours and not (_WHO.search(said.text) or _BEEN.search(said.text))):
        return False
    return not _grants(said, fact) and (not said.figures or bool(said.figures & lexicon.figures) or bool(_NEARLY.search(said.text)))


def only_done(said: Phrase, fact: Told) -> bool:
    """Whether it says what the rep did in this call, and no way of telling the fact does: "I froze the accounts" is no news of how they stood."""
    return bool(MY_DEED.match(said.text)) and not any(MY_DEED.match(way.text) for way in fact.told)


def _grants(said: Phrase, fact: Told) -> bool:
    """Whether it promises or allows the very thing that the fact refuses or limits."""
    if not _REFUSES.search(fact.true.text) or _LIMITS.search(said.text):
        return False
    near = near_part(said, fact.true)
    return bool(_GRANTS.search(near)) and not negative(near)
