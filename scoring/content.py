"""What makes a reply more than stock words, and what counts as taking a harm back.

Shared by the scorers so that "with the content of the case" means the same in each dimension.
"""

from __future__ import annotations

import re
from functools import lru_cache

from scenarios.acts import LISTENING, SOLVING, Act
from scenarios.model import Scenario
from scenarios.reading import SURE, ActSpan, Oddity
from scoring.callview import CallView, Reply
from scoring.sameness import hollow, read_out

CASE_ACTS = (LISTENING | SOLVING | {Act.OWN, Act.EXPLAIN}) - {Act.HANDOFF}
"""Acts that carry the case when they carry anything; courtesy, stock sympathy and bare apology never do."""

_READABLE = (None, Oddity.TOO_LONG)


COPIED, SHORT = 0.8, 12
"""Share of a reply said before in the same words that makes it a copy, and the words up to which repeating is only plain speech."""


def readable(reply: Reply) -> bool:
    """Whether the reply could be understood as a reply to what was just said: not noise, nor an earlier reply sent again."""
    reading = reply.reading
    again = sum(len(sentence.split()) for sentence in reading.repeated)
    copied = reading.words > SHORT and again >= COPIED * reading.words
    return reading.oddity in _READABLE and reading.words > 0 and not copied


def substantive(reply: Reply, scenario: Scenario | None) -> bool:
    """Whether the reply listens or solves with the content of this case; a line that fits any complaint does not."""
    if not readable(reply):
        return False
    reading = reply.reading
    named = tuple(a for a in reading.answers if scenario is None or a.question != "last")  # "last" says where it stands, not what it says
    if any(reply.clean(part) and not hollow(scenario, reply.text, part) for part in (*reading.touches, *named, *reading.offers)):
        return True
    if (reading.clears or reading.tells) and not read_out(scenario, reply.text, reply.place):
        return True
    acts = [span for span in reading.acts if span.act in CASE_ACTS and reply.clean(span) and not hollow(scenario, reply.text, span)]
    if not acts:
        return False
    if scenario is None:
        return True
    if all(span.act is Act.CONFIRM_CLOSE for span in acts):  # "anything else today?" fits any call
        return any(speaks_of_case(reply.words(a), scenario) for a in acts)
    asks_new = any(not slot.known for slot in reading.slots)
    says_true = any(c.verdict != "false" and (c.fact or (c.action and content_words(reply.words(c)))) for c in reading.claims)
    undertakes = any(promise.supported is not False and (promise.action or promise.bound) for promise in reading.promises)
    return bool(reading.amounts or reading.times) or asks_new or says_true or undertakes or any(speaks_of_case(reply.words(a), scenario) for a in acts)


_WORD = re.compile(r"[^\W\d_]{4,}|\d{2,}")


_FITS_ANY = """
    able about after again also always another anything because been before being both call came check come could does doing done each even
    every feel from gave give given going have hear help here into issue just know last least less like look made make many matter more most
    much must need never next nobody nothing only other over people please problem quite really right said same says sent should since soon
    some someone something sorry still sure take than thank thanks that their them then there these they thing think this those time today
    told trouble understand very want wants well went were what when where which while will with without would year years your yours order
    customer
"""
_EVERYDAY = frozenset(_FITS_ANY.split())
"""Words that fit any complaint, and so say nothing of this one."""


@lru_cache(maxsize=64)
def _vocabulary(case: tuple[str, ...]) -> frozenset[str]:
    return frozenset(w for text in case for w in _WORD.findall(text.casefold())) - _EVERYDAY


def content_words(text: str) -> frozenset[str]:
    """Words of a text that could belong to one case and not to all: long enough, and not everyday."""
    return frozenset(_WORD.findall(text[:4000].casefold())) - _EVERYDAY


def case_words(scenario: Scenario) -> frozenset[str]:
    """Words this case is about, from what hurts, what is true and what can be done."""
    desk = scenario.desk
    told = [c.what for c in scenario.concerns] + [line for c in scenario.concerns for line in c.says] + [f.true for f in scenario.facts]
    can = [name.replace("-", " ") + " " + action.what for name, action in desk.actions.items()] + [desk.record]
    return _vocabulary(tuple(told + can))


def speaks_of_case(text: str, scenario: Scenario) -> bool:
    """Whether a stretch uses two words or numbers of the case: a fallback where the reader tied it to nothing."""
    return len(content_words(text) & case_words(scenario)) >= 2


_TAKES_BACK = re.compile(
    r"\b(take (?:that|it) back|my (?:tone|words|slip|wording)|wrong of me|unfair of me|rude of me|out of line|uncalled for|"
    r"i (?:should(?:n't| not)(?: have|'ve)|was (?:wrong|rude|short|sharp|unfair|out)|snapped|misspoke|spoke too)|"
    r"i (?:got (?:that|it) wrong|gave you the wrong|told you|said|put (?:that|it) badly)|"
    r"let me correct|correct(?:ion| myself)|that was (?:wrong|unfair|rude|not right|not true|uncalled|my))",
    re.IGNORECASE,
)


def takes_back(reply: Reply, span: ActSpan) -> bool:
    """Whether this stretch owns or apologises for the rep's own words, not for what brought the customer here."""
    if span.act not in (Act.OWN, Act.APOLOGISE) or span.confidence < SURE or not reply.clean(span):
        return False
    return bool(_TAKES_BACK.search(reply.words(span).replace("’", "'")))


_MY_WORDS = r"(?:what i (?:just )?(?:said|told you|wrote|typed)|my (?:last |earlier )?(?:message|answer|line|reply|words?)|i (?:just )?(?:said|told you|wrote))"
_PLAINLY_BACK = re.compile(
    r"\b(?:scratch|forget|ignore|disregard|strike) (?:that|(?:the|my) last (?:bit|line|message|one)|what i (?:just )?(?:said|wrote|told you))\b|^\W*correction\b|"
    r"\bi (?:misread|misspoke|mis-spoke|mistyped|spoke too (?:soon|fast)|told you wrong|said (?:that|it) wrong|take (?:that|it) back|should(?:n't| not)(?: have|'ve| of)? said|was looking at the wrong|got (?:that|it) wrong)\b|"
    rf"\b{_MY_WORDS}\b[^.!?]{{0,40}}\b(?:wrong|untrue|not (?:true|right|correct|so)|(?:was|is)n'?t (?:true|right|correct|so))\b|\b(?:that|it)(?:'s| is| was|s)? ?(?:wasn'?t|isn'?t|not|wrong) ?(?:true|right|correct|so)?,? {_MY_WORDS}\b",
    re.IGNORECASE,
)
"""Takes back the rep's own words in so many words, whatever else the reply does."""


def takes_back_word(reply: Reply) -> bool:
    """Whether the rep plainly takes back what they said before: an untruth needs no apology to be put right."""
    return readable(reply) and bool(_PLAINLY_BACK.search(reply.text.replace("’", "'")))


def repaired(view: CallView, reply: Reply, harm_end: int, goes: int) -> bool:
    """Whether words of this reply up to ``harm_end`` were taken back later in it or within the next ``goes`` goes."""
    for later in view.in_goes(reply.go, reply.go + goes + 1):
        if later.turn < reply.turn:
            continue
        for span in later.reading.acts:
            if (later.turn > reply.turn or span.start >= harm_end) and takes_back(later, span):
                return True
    return False


NO_REPLY = "Nothing was written to the customer."
UNREADABLE = "None of the replies could be read as a reply."


def nothing_to_judge(view: CallView) -> str | None:
    """Why there is nothing to score, or None where there is."""
    if not view.replies:
        return NO_REPLY
    return None if any(map(readable, view.replies)) else UNREADABLE
