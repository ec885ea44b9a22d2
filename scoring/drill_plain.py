"""Phrases that a drill waits for and a call hardly ever holds: a limit said in everyday words, how to put a thing right, and a
mistake laid at somebody's door. The reader is unsure of them; in the drill that is about them they are plain.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from scenarios.acts import Act
from scenarios.reading import ActSpan, Part, Reading, meet
from scoring.reading.amounts import number_of
from scoring.reading.stems import numbers_in


class Phrase(StrEnum):
    """What is waited for."""

    LIMIT = "limit"
    STEP = "step"


_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_SPELT = "|".join((*_ONES.split()[::-1], *"twenty thirty forty fifty sixty seventy eighty ninety hundred thousand".split()))
SPELT = re.compile(rf"\b(?:{_SPELT})(?:[ -](?:and )?(?:{_SPELT}))*\b")
"""A number in words."""
PLAINLY = 0.66
"""Confidence of a phrase that the drill is about."""
PUT_ON_THEM = 0.75
"""Confidence of a mistake put on the customer in so many words."""

_CONDUCT = (
    r"(?:talk|speak|say|call|ask|comment|remark|swear|curse|shout|yell|scream|insult|threaten|joke|laugh|mock|mention|writ|typ|post|nam|publish|shar|spread|film|photograph|record|touch|grab|push|"
    r"imitat|mimic|copy|ap|repeat|flirt|whistl|star|mak(?:e|ing) (?:fun|jokes?|it after|this after|after)|tak(?:e|ing) (?:photos|pictures))(?:e|ing)?"
    r"|insults?|swearing|shouting|threats?|abuse|name[- ]calling|language|remarks?|comments?|jokes?"
)
_LIMIT = re.compile(
    rf"\b(?P<said>(?:(?:do not|don['’]?t|stop|no more|quit|enough (?:of|with)|leave (?:off|out)|drop)(?! (?:worry|mind))(?: \w+){{0,2}}? (?:{_CONDUCT})\b"
    rf"|(?:i|we) (?:\w+ )?(?:ask|beg|want|request|expect)(?: of)?(?: that)?(?: you)?(?: that you)?(?: to| please)*(?: not| stop| never)(?: to)? (?:{_CONDUCT})\b"
    r"|(?:that|this|it|such \w+) (?:must|has to|needs to|have to) (?:now |please |end and )?(?:stop|end)\b|(?:i|we) (?:do not|don['’]?t) (?:want|allow|like|permit|accept) (?:this|that|it|such|to be|you to)\b"
    r"|that(?:['’]?s| is| was) (?:\w+ ){0,3}(?:creepy|rude|offensive|nasty|racist|sexist|inappropriate|insulting|unkind|out of order|not ok(?:ay)?)\b"
    r"|(?:i|we) (?:will not|won['’]?t|can(?:not|['’]?t)|am not going to|['’]m not going to) (?:be (?:spoken|talked|called|sworn|shouted|threatened|insulted)|put up|have that|accept|tolerate)\b)[^.!?;,\n]*)",
    re.IGNORECASE,
)
_DO = (
    "peel|press|pull|push|turn|twist|take|put|try|open|close|click|tap|tick|choose|pick|plug|unplug|switch|hold|lift|slide|remove|scroll|bring|send|wait|"
    "restart|reset|enter|swipe|pop|unscrew|charge|scan|fill|shake|give it"
)
_STEP = re.compile(
    rf"(?:^|[.!?,;:\n]\s*|\b(?:and|then|so|to fix it)\s+)(?:(?:just|first|please|then|now|simply|so)\s+)*(?P<said>(?:{_DO})\b[^.!?;\n]*)", re.IGNORECASE
)
_SLIP = (
    r"left|forgot(?:ten)?|missed|overlooked|skipped|misread|misunderstood|ignored|failed|mixed|should(?:['’]?ve| have)|were supposed|"
    r"(?:didn['’]?t|did not|haven['’]?t|have not|never) (?:read|take|taken|took|peel|peeled|check|checked|look|looked|remove|removed|press|pressed|notice|noticed|do|done)|"
    r"(?:got|put|had|have|did) (?:\w+ ){1,3}(?:wrong|backwards|upside)"
)
_PUT_ON_THEM = re.compile(
    rf"(?:^|[.!?,;:\n]\s*|\b(?:and|but|because|cause|as|since|that|so|like|if|is|think|though|well|ah|oh)\s+)"
    rf"(?P<slip>you(?:['’]?ve| have)?(?: (?:just|only|actually|clearly|obviously|simply|probably|must have))? (?:{_SLIP})\b[^.!?;\n]*)",
    re.IGNORECASE,
)
_SOFTENED = re.compile(
    r"\b(?:every(?:one|body)|any(?:one|body)|most people|most of us|lots of|many|eas(?:y|ily)|common|happens|not (?:clear|obvious)|i['’]?ve done|our|we)\b",
    re.IGNORECASE,
)
"""With one of these in the reply the slip is shared, or made small: no blame."""


_PHRASES = {Phrase.LIMIT: _LIMIT, Phrase.STEP: _STEP}


def with_phrases(reading: Reading, text: str, wanted: Mapping[Phrase, Act]) -> Reading:
    """The reading with each of these phrases taken for its act, where the reader took it for nothing more."""
    for kind, act in wanted.items():
        said = [Part(start=match.start("said"), end=match.end("said")) for match in _PHRASES[kind].finditer(text)]
        said = [one for one in said if not any(span.act is act and meet(span, one) for span in reading.acts)]
        fresh = tuple(ActSpan(act=act, start=one.start, end=one.end, confidence=PLAINLY) for one in said)
        kept = tuple(span for span in reading.acts if span.act is not Act.VALIDATE or not any(meet(span, one) for one in said))
        reading = reading.model_copy(update={"acts": (*kept, *fresh)}) if fresh else reading
    return reading


def with_blame(reading: Reading, text: str) -> Reading:
    """The reading with what puts a mistake on the customer taken for that, where nothing in the reply softens it."""
    if _SOFTENED.search(text):
        return reading
    blamed = [ActSpan(act=Act.BLAME, start=m.start("slip"), end=m.end("slip"), confidence=PUT_ON_THEM) for m in _PUT_ON_THEM.finditer(text)]
    blamed = [span for span in blamed if not any(one.act is Act.BLAME and meet(one, span) for one in reading.acts)]
    kept = tuple(one for one in reading.acts if not any(meet(one, span) for span in blamed))
    return reading.model_copy(update={"acts": (*kept, *blamed)}) if blamed else reading


def figures_in(text: str) -> frozenset[str]:
    """The figures of a text, spelt out or not."""
    spelt = {number_of(match[0].replace("-", " ").split()) for match in SPELT.finditer(text)}
    return numbers_in(text) | {str(number) for number in spelt if number is not None}
