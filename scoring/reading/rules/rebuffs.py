"""Cues of a customer rebuffed in plain words: ordered to stop or to do it once more, told what else they expected, counted as one of many.

They are held for as sure as the cues of contempt (``contempt``), whose names they bear. No single word in them is rude. The same words with
an offer, regret or owning beside them, a limit set on conduct and a question put in earnest stay out of them.
"""

from __future__ import annotations

import re

from scenarios.acts import Act
from scoring.reading.rules.base import Rule, asks, both, rule, tells
from scoring.reading.rules.contempt import BARE, NAME, PLAIN
from scoring.reading.rules.slights import OTHERS, nothing_owned
from scoring.reading.rules.sneers import STOP, unsettled
from scoring.reading.scene import Scene
from scoring.reading.sentences import Clause

_LEAD = r"^(?:(?:so|and|but|well|just|now|please|then|ok|look|right|again|also|no|sorry but|madam|sir|love|mate) (?:, )?)*"
_ITSELF = re.compile(r"\b(?:sorry|bother\w*|silly|stupid|daft|foolish|nuisance|my (?:own )?fault|embarrass\w*|may i|is it (?:ok|okay|all right|alright))\b")
_WARMLY = re.compile(
    r"\b(?:of course|no (?:trouble|bother|problem|need)|not (?:a|any) (?:trouble|bother|nuisance)|any ?(?:one|body) (?:would|can|could)|happens to|that is what (?:i am|we are)|you (?:are|were) (?:not|right|never|fine|welcome)|"
    r"you (?:did|have done) (?:nothing|right|not)|you can (?:always )?(?:ring|call|ask|write|come|message)|(?:i|we) (?:will|am|are|have|can) (?!not\b)|it is (?:our|my|on us|on me|the least|no)|glad|pleasure)\b"
)
_ASKED_DUTY = re.compile(r"\b(?:did (?:he|she|they|the|your)|by the book|procedure|rules?)\b[^?]*\?")


def _no_comfort(_clause: Clause, scene: Scene) -> bool:
    """The customer made light of nothing about themselves, and the reply goes on with nothing that comforts."""
    return not _ITSELF.search(scene.customer) and not any(_WARMLY.search(c.text) for c in scene.reply)


def _still_theirs(_clause: Clause, scene: Scene) -> bool:
    """Nobody takes the chasing off them: "stop ringing round now, that's my job"."""
    return not any(_TAKEN_OVER.search(c.text) for c in scene.reply)


_TAKEN_OVER = re.compile(
    r"\b(?:(?:my|our) (?:job|turn|problem|worry)|(?:leave|give) (?:it|that|this|them|the rest|all that) (?:to|with) (?:me|us)|i have (?:got )?(?:it|this|that|you)|you have (?:done|rung|called|chased|asked|written) (?:enough|plenty)|from here(?: on)?|put your feet up)\b"
)


def _bare_farewell(clause: Clause, scene: Scene) -> bool:
    """It ends a reply of a few words that says nothing of the case, to somebody who had said more than a few."""
    said = [c for c in scene.reply if c is not clause]
    short = sum(len(c.words) for c in said) <= _FEW and not any(scene.shares(c) or c.numbers for c in said)
    return clause is scene.reply[-1] and short and len(scene.customer.split()) > _FEW


_FEW = 8


def _left_there(clause: Clause, scene: Scene) -> bool:
    """Nothing in the reply asks what is wanted or says what will be done."""
    return not any(c.question or _GOES_ON.search(c.text) for c in scene.reply if c is not clause) and not _GOES_ON.search(clause.text)


_GOES_ON = re.compile(
    r"\b(?:(?:i|we) (?:can(?! (?:not|do nothing|nothing)\b)|will(?! not\b)|shall|am (?:sending|asking|booking|ringing|putting)|have (?:asked|sent|booked|put|rung))|shall (?:i|we)|tell me|could you|can you|help me|let me|let us)\b"
)


def _unturned(_clause: Clause, scene: Scene) -> bool:
    """No other part of the reply takes it back."""
    return not any(re.match(r"(?:but|though|yet|only|and still|still)\b", c.text) for c in scene.reply)


def _none_expected(_clause: Clause, scene: Scene) -> bool:
    """The customer had not spoken of what they expected."""
    return not re.search(r"\bexpect\w*\b", scene.customer)


def _no_prying(_clause: Clause, scene: Scene) -> bool:
    """It is not said out of respect for what is private."""
    return not any(_PRIVATE.search(c.text) for c in scene.reply)


_PRIVATE = re.compile(
    r"\b(?:private|none of (?:my|our)|own business|personal|(?:i|we) (?:(?:have|had|did|do|will|shall|need|am|are) )*not (?:going to |to )?(?:ask|asked|asking|look|looked|looking|read|reading|know|pry|opened?|seen?))\b"
)


def _not_asked(_clause: Clause, scene: Scene) -> bool:
    """Nobody asked whether it was done as it should be."""
    return not _ASKED_DUTY.search(scene.customer)


_AGAIN = (
    r"(?:asking|ringing|calling|phoning|texting|emailing|e-mailing|writing|messaging|nagging|pestering|bothering|badgering|chasing|repeating (?:yourself|it|this|that)|going on|moaning|arguing|speaking|talking|"
    r"ask|ring|call|phone|text|write|argue|speak|talk)"
)
_ORDINAL = r"(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|\d+(?:rd|th))"
_STEP = r"(?:fill|send|write|ring|call|phone|ask|read|try|tell|bring|come|apply|print|sign|type|enter|go|wait|queue|post|order|do|explain|upload|submit|email|book|pay|start|say|push|press|open|close|turn|check|look|listen|restart|reset|charge|clean|scan)"
_ONE_MORE = r"(?:every|each|one|a single|just one|any) (?:\w+ )?(?:customer|passenger|caller|guest|client|patient|tenant|person|parcel|complaint|case|order|traveller|visitor|member|patron|one of you)s?"

RULES: tuple[Rule, ...] = (
    rule(
        Act.HOSTILE,
        NAME + "stop-asking",
        rf"(?:{_LEAD}|, (?:(?:so|and|but|please|now|then) )*)(?:stop|quit) (?:to )?{_AGAIN}(?: (?:(?:to )?(?:me|us)|here|again|about (?:it|this|that)|for (?:it|this|that)|already|now|please|so much|every (?:day|hour|\w+ minutes)|the same(?: \w+)?|(?:the )?(?:same )?questions?|all the time|then))*{STOP}",
        BARE,
        when=both(tells, both(nothing_owned, _still_theirs)),
        unless=r"\b(?:while|if|when)\b",
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "who-cannot-read-a-clock",
        r"\b(?:you|who|people|customers|somebody|someone) (?:(?:clearly|obviously|apparently|evidently|still|even) )*(?:can not|could not|never learn(?:ed|t) to|do not know how to|did not learn to|does not know how to|not able to|not can) (?:even )?"
        r"(?:read (?:a|the) (?:clock|watch|calendar|timetable)(?! (?:on|in|from|at|because|without)\b)|tell the time|count (?:to|up to) \w+)",
        PLAIN,
        when=nothing_owned,
        unless=r"\b(?:if you|yet|son|daughter|child|children|glasses|sight|blind|i (?:can|will|read)|read it (?:out|to)|our|big|large|small)\b",
        whole=True,
    ),
    rule(
        Act.INVALIDATE,
        NAME + "do-not-be-silly",
        rf"{_LEAD}(?:oh )?do not (?:you )?be (?:so |such |too |all )*(?:an? )?(?:silly|daft|foolish|ridiculous|absurd|stupid|childish|dramatic|hysterical|unreasonable|difficult|greedy|pathetic|precious|a baby|drama queen|baby|fool|idiot)\b",
        PLAIN,
        when=both(tells, both(nothing_owned, _no_comfort)),
        unless=r"\b(?:if|when|who) \w+ (?:says?|tells?)\b",
        whole=True,
    ),
    rule(
        Act.INVALIDATE,
        NAME + "once-more-then",
        rf"{_LEAD}(?:you (?:must|can|need to|have to|will have to|should) )?{_STEP}\b(?! (?:i|we)\b).* (?:a|an|the|for (?:a|the)) {_ORDINAL} time\b",
        PLAIN,
        when=both(tells, both(nothing_owned, _left_there)),
        unless=r"\b(?:not|never|without|(?:told|asked|made) you)\b",
        whole=True,
    ),
    rule(
        Act.BLAME,
        NAME + "what-do-you-expect",
        rf"^(?:(?:and|but|so|well|then|oh|honestly|seriously) (?:, )?)*what (?:else )?(?:do|did|can|could) you (?:really |honestly |seriously |actually |even )*expect(?: ,)?"
        rf"(?:{STOP}| if you\b| when you\b(?! (?:come|arrive|get|move|ring|call|open|log|sign|press|turn|click|book|booked|order|ordered|switch|change)\b)| (?:for|at) (?:(?:that|this|the) (?:price|money|sort|kind)\b|<MONEY>|free\b)|"
        r" from an? (?:\w+ )?(?:cheap|budget|free|second-?hand|used|old|discount\w*|sale|bargain)\b| from (?:something|a \w+) (?:so |that )(?:cheap|old|cost))",
        PLAIN,
        when=both(nothing_owned, _none_expected),
        unless=r"\bor\b|\b(?:i|we|our) ",
        whole=True,
    ),
    rule(
        Act.ARGUE,
        NAME + "see-what-you-want",
        r"\bi (?:(?:really|honestly|just|simply|still|frankly|do|truly) )*(?:do not|can not|fail to|not) (?:(?:really|honestly|quite) )*(?:see|know|understand|get) what (?:else |more |it is )?(?:that )?you (?:(?:still|even|possibly) )*"
        rf"(?:want|expect|need)(?: now| more| still)?(?: (?:from|of) (?:me|us)| (?:me|us) to do(?: about (?:it|this|that))?)(?: now| then| here| exactly)?{STOP}",
        PLAIN,
        when=both(tells, both(nothing_owned, _left_there)),
        whole=True,
    ),
    rule(
        Act.ARGUE,
        NAME + "by-the-book",
        r"^(?:(?:and|but|so|well|look|no|,) )*(?!you\b|nobody\b|not\b)(?:the|our|my|that|this) (?:\w+ ){1,2}?(?:did|has done|have done) (?:everything|it all|it|all) (?:exactly |just |strictly |all )*(?:by the book|(?:in )?accord\w+ to (?:the )?\w+|as (?:trained|instructed|"
        r"(?:he|she|they|it) (?:should|was told|were told|is told|are told)))\b",
        PLAIN,
        when=both(tells, both(nothing_owned, both(both(_left_there, _unturned), _not_asked))),
        unless=r"\b(?:wrong|still|but|though|yet|fault)\b",
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "or-like-everyone-else",
        rf"\bor (?:do|did|will|would|can|could|are|shall) you (?:\w+ ){{1,4}}?like {OTHERS}(?: (?:else|does|do|did|has to|have to))?{STOP}",
        BARE,
        when=both(asks, nothing_owned),
        whole=True,
    ),
    rule(
        Act.INVALIDATE,
        NAME + "too-many-for-that",
        rf"\b(?:i|we) (?:(?:really|just|simply|possibly) )*(?:can not|could not|am not going to|are not going to|will not|do not) (?:\w+ ){{1,3}}?(?:half|the whole(?: of)?|all of|everybody|everyone|the entire)\b.* for {_ONE_MORE}\b",
        PLAIN,
        when=both(tells, both(nothing_owned, _left_there)),
        unless=r"\bbut\b",
        whole=True,
    ),
    rule(
        Act.DEFLECT,
        NAME + "between-you-and-them",
        r"^(?:(?:and|but|so|well|sorry|no|look|then|,) )*(?:that|this|it|the rest|anything else) is (?:(?:really|strictly|only|just|purely|entirely|now|a|matter|something|thing|private) )*between you and (?!me\b|us\b|i\b)(?:(?:the|your|that|his|her|their) )?\w+(?: \w+)? ?(?:[.,!]|$)",
        PLAIN,
        when=both(tells, both(nothing_owned, both(_left_there, _no_prying))),
        whole=True,
    ),
    rule(
        Act.INVALIDATE,
        NAME + "bare-bye",
        r"^(?:ok |so |right |well |and |then |, )*(?:good ?-?)?bye(?: bye)?(?: then)? ?\.?$",
        PLAIN,
        when=both(unsettled, both(nothing_owned, _bare_farewell)),
        whole=True,
    ),
    rule(
        Act.INVALIDATE,
        NAME + "every-one-has-them",
        r"^(?:(?:and|but|well|oh|,|yes|look) )*(?:(?:every|any|all|each)(?: the| our)?(?! (?:one|body|time|day|week|month|year)\b) \w+|everything) (?:has|have|makes?|gets?) (?:(?:its|their|some|an?|the|little|small|odd|occasional|few) )*"
        rf"(?:errors?|problems?|faults?|bugs?|mistakes?|glitch(?:es)?|hiccups?|bad days?|off days?|moments|quirks|delays?)(?: (?:sometimes|now and then|from time to time|once in a while|here and there))?{STOP}",
        PLAIN,
        when=both(tells, both(nothing_owned, _left_there)),
        whole=True,
    ),
)
