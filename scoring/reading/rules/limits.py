"""Cues of SET_LIMIT: conduct named that has to stop, in idiom and in the simple words of who learnt the language late.

What gives a limit away is whom or what it protects: the rep (``me``, ``us``) and what is theirs alone (a face, a name, a family). A bid
about the goods ("do not use it until Friday") protects nobody, a scolding ("don't you dare", "watch your mouth") asks for nothing.
"""

from __future__ import annotations

from scenarios.acts import Act
from scoring.reading.rules.base import Rule, both, rule, tells
from scoring.reading.rules.slights import beside

PLAINLY = "limit.plainly"
"""Limits in bare words: no model has to hear them too, for it has learnt from idiom."""
_SURE = 0.72
_ASKED = (
    r"(?:(?:please|kindly|i|we|ask|beg|want|request|asking|am|would|like|you|politely|nicely|again|could|can|will|to|and|but|so|now|then|also|just|, )\s?)*"
)
_NO = r"\b(?:do not|not to|not|never|stop|no more|you (?:do not|can not|must not|may not|should not|will not)|to stop|nobody (?:may|can))(?: (?:to|please|ever|again|you))* "
_MINE = (
    r"my (?:own )?(?:photos?|pictures?|video|face|name|body|looks?|voice|accent|clothes|dress|hair|skin|age|weight|private life|family|mother|mum|mom|father|wife|husband|sister|daughter|"
    r"country|nationality|religion|english|colleagues?)"
)
_TO_ME = (
    r"(?:(?:copy|copying|imitat(?:e|ing)|mimic(?:king)?|mock(?:ing)?|insult(?:ing)?|threaten(?:ing)?|touch(?:ing)?|film(?:ing)?|photograph(?:ing)?|humiliat(?:e|ing)|offend(?:ing)?|"
    r"(?:swear|swearing|shout|shouting|yell|yelling|laugh|laughing|curse|cursing|star(?:e|ing)) (?:at|on|to))(?: like)? (?:me|us)\b(?! in(?:to)?\b)|call(?:ing)? (?:me|us) (?!back|before|after|on|at|until|again|if|when|later|today|tomorrow|"
    r"tonight|first|for|about|to|from|in|now|please|sir|madam|mr|mrs|ms|miss|doctor)\w+|(?:speak|speaking|talk|talking|write|writing) (?:to |with )?(?:me|us) (?:so\b|like|(?:in )?(?:this|that|such|such a) (?:way|tone)|such|bad|rude|dirty|in this))"
)
_ON_MINE = rf"(?:us(?:e|ing)|post(?:ing)?|shar(?:e|ing)|publish(?:ing)?|copy(?:ing)?|send(?:ing)?|show(?:ing)?|tak(?:e|ing)|keep(?:ing)?|spread(?:ing)?|insult(?:ing)?|mention(?:ing)?|(?:speak|talk|jok|ask|comment|laugh)(?:e|ing)? (?:about|on|of|at)) {_MINE}\b"
_WORDS = r"(?:(?:the|this|that|these|those|such|all|any|your|so|kind of|sort of) )*(?:(?:bad|dirty|rude|ugly|nasty|swear|insulting|offensive) (?:words?|language|things|messages|names|jokes|comments|remarks)|insults|swearing|cursing|swear[- ]?words|name[- ]calling)"
_DECENTLY = r"(?:(?:more|very|in a|as|like|a|with) )*(?:normal(?:ly)?|polite(?:ly)?|nice(?:ly)?|respect(?:ful(?:ly)?)?|civil(?:ly)?|decent(?:ly)?|kind(?:ly)?|human(?:ly)?|person)(?: (?:way|tone|words|person))?"
_END = r"(?= ?(?:[.,!?-]|$)| (?:and|or|then|please|so|because|if)\b)"
_DECENT = rf"\b(?:write|speak|talk|reply|answer)(?: to| with)? (?:me|us) {_DECENTLY}{_END}|\bplease (?:you )?(?:be|stay) {_DECENTLY} (?:to|with) (?:me|us)\b"
"""A decent tone asked for, not taught."""

SET_LIMIT = (
    rule(
        Act.SET_LIMIT,
        "limit.conduct",
        r"\b(?:being|be|get|getting|am|when (?:i am|you)|while (?:i am|you)|if (?:i am|you)|to be) (?:\w+ )?(?:sworn at|shouted at|insulted|"
        r"threatened|called (?:names|that|a|an)|abused|cursed at|yelled at|spoken to like|talked to like|attacked|swear\w*|curs\w+|shout\w*|"
        r"insult\w*|threat\w*|abus\w*)\b",
        0.85,
        whole=True,
        unless=(
            r"\b(?:sorry you were|you were (?:insulted|shouted|threatened|spoken)|nobody should be|you should not be (?:spoken|shouted))\b|"
            r"you are being|who (?:insulted|shouted)"
        ),
    ),
    rule(
        Act.SET_LIMIT,
        "limit.request",
        r"\b(?:please |could you |can (?:we|you) |would you |i (?:would |do |will |must )?(?:ask|need|want|am asking)(?: you)?(?: once more|"
        r" again| one more time| kindly| now)?(?: to| that you)? |let us |i am going to ask you to )(?:please |kindly )?(?:stop|drop|leave|"
        r"keep|mind|not use|refrain|cut|hold off|avoid|do not|not|tone|no more|speak to me|talk to me|go easy|put|lay off|watch|"
        r"moderate)(?: \w+){0,5} ?(?:insult\w*|swear\w*|language|name[- ]calling|threat\w*|abuse|abusive|family|personal|shouting|names|"
        r"civil|respectful|polite|decent|that word|those words|remarks?|comments about|my (?:family|mother|accent|looks)|slurs?|racis\w*|"
        r"calling me)\b",
        0.8,
        whole=True,
        unless=r"\bpersonal (?:details|data|information|belongings)|leave (?:the )?(?:names?|a)",
    ),
    rule(
        Act.SET_LIMIT,
        "limit.consequence",
        r"\b(?:if|should|unless|when|while|as long as|next time) (?:you|it|that|this|the|there|we)(?: \w+){0,6} ?(?:swear\w*|insult\w*|"
        r"abus\w*|threat\w*|shout\w*|language|name[- ]calling|names|personal|that (?:again|way|language)|like that|continues?|carr(?:y|"
        r"ies) on|go(?:es)? on|keeps?)\b.*\b(?:i|we) (?:will|shall|am going to|would|may|have|can|must) (?:\w+ )?(?:have to |"
        r"need to )?(?:end|close|stop|leave|disconnect|hang up|step|pause|log off|not be able|finish|not (?:continue|carry))",
        0.9,
        whole=True,
    ),
    rule(
        Act.SET_LIMIT,
        "limit.cannot-while",
        r"\b(?:i|we) (?:can not|will not|do not|am not able to|am not going to|could not|find it hard to|want to|would like to|am happy to|"
        r"am here to)(?: \w+){0,8} (?:while|if|as long as|when|until|with|under) (?:i|you|we|there|being|the|that|"
        r"this)(?: \w+){0,5} (?:sworn|swear\w*|insult\w*|abus\w*|threat\w*|shout\w*|language|names?|called|spoken to|talked to)\b|"
        r"\bi (?:will|do|can) not (?:accept|take|tolerate|have|answer|respond to|continue with|allow) (?:being |to be |"
        r"any )?(?:\w+ )?(?:insult\w*|threat\w*|abus\w*|language|sworn|swearing|name[- ]calling|spoken to|called|comments|remarks)\b",
        0.85,
        whole=True,
        unless=r"\bname and|your name\b",
    ),
    rule(
        Act.SET_LIMIT,
        "limit.line",
        r"\b(?:(?:that is|this is) (?:over|across|crossing) (?:the|a) line|crosses (?:the|a) line|(?:that|the|this) (?:language|name|word|"
        r"kind of language|kind of talk|comment|remark)(?: \w+)? (?:is not|has to|needs to|will not|must) (?:\w+ )?(?:ok|stop|on|acceptable|"
        r"helping|help|go)|(?:the |those )(?:insults|threats|names|swearing|personal remarks|personal comments) (?:have to|need to|must|"
        r"stop|are not)|without the (?:insults|swearing|names|threats|abuse|language)|do not (?:call|speak to|talk to|threaten|swear at|"
        r"insult) me|i (?:deserve|expect|ask for) (?:\w+ )?(?:respect|courtesy)|keep (?:it|this) (?:civil|polite|respectful|about the))\b",
        0.7,
        whole=True,
    ),
)

PLAIN = (
    rule(
        Act.SET_LIMIT,
        PLAINLY + ".to-me",
        rf"{_NO}{_TO_ME}",
        _SURE,
        when=tells,
        unless=r"\bdare\b|\b(?:need|have) not\b|\bnobody should\b|\byou (?:were|did)\b",
        whole=True,
    ),
    rule(Act.SET_LIMIT, PLAINLY + ".on-mine", rf"{_NO}{_ON_MINE}", _SURE, when=tells, unless=r"\bdare\b", whole=True),
    rule(
        Act.SET_LIMIT,
        PLAINLY + ".bad-words",
        rf"(?:^|\bplease |\bi want |\bi ask |\bwith |, )(?:for )?(?:no more|no|stop(?: with)?|enough (?:of|with)|without) {_WORDS}\b|\b(?:do not|not to|never|stop|you do not) (?:to )?(?:write|writing|say|saying|use|using|send|sending|type|typing|speak|put) "
        rf"(?:(?:me|us|to me|to us|with me) )?(?:{_WORDS}|(?:such|these|those|this|so) words?)\b(?! (?:in|on) (?:the|your)\b)|^(?:this|these|those|such) words?\b.* you do not (?:say|write|use|send)\b",
        _SURE,
        when=tells,
        unless=r"\bdare\b|\byou (?:were|did|had)\b|\b(?:said|heard) no\b",
        whole=True,
    ),
    rule(
        Act.SET_LIMIT,
        PLAINLY + ".this-i-do-not-accept",
        r"^(?:(?:and|but|so|please|sorry|only|then|now) (?:, )?)*(?:(?:the|this|that|these|those|such|bad|rude|dirty|ugly) )*(?:words?|tone|language|insults?|swearing|(?<=that )name|(?<=such )names|shouting|threats?)(?! (?:is|are|was|were|of|for|in|on)\b)(?: (?!i\b|we\b)\w+){0,2} (?:i|we) "
        r"(?:(?:do|can|will|am|are|simply|really|just) )*not (?:(?:here|have to|want to|wish to|willing to) )*(?:accept|take|tolerate|allow|permit|stand|put up with|listen to|want|answer)(?= ?(?:[.,!?]|$)| (?:and|but|so|please|here|again|any more|from you|on this)\b)",
        _SURE,
        when=tells,
        unless=r"\b(?:fees?|charges?|card|cash|cheque|order|label|form|list|from (?:him|her|them|the))\b|\b(?:accept|take|want|allow) (?:for|as|on|an? (?:answer|refund))\b",
        whole=True,
    ),
    rule(
        Act.SET_LIMIT,
        PLAINLY + ".decently",
        rf"^{_ASKED}(?:{_DECENT})",
        _SURE,
        when=both(tells, beside(r"\bplease\b|\bi (?:ask|want|would like)\b")),
        unless=r"\b(?:learn|try|dare)\b",
        whole=True,
    ),
    rule(
        Act.SET_LIMIT,
        PLAINLY + ".i-am-no",
        r"^(?:sorry , |please , |but |and |, )*(?:i am (?:not|no) (?:(?:a|an|your|some|any) )?\w+(?: \w+)?|i am (?:(?:also|only|just|a|an) )*(?:person|human|human being|woman|man)(?: too| also)?) ?(?:,|and|so|\.|$)",
        _SURE,
        when=both(tells, beside(_DECENT)),
        whole=True,
    ),
    rule(
        Act.SET_LIMIT,
        PLAINLY + ".private",
        rf"\b{_MINE} (?:is|are) (?:(?:very|only|a|my|the|strictly) )*(?:private|personal|not (?:(?:a|the|your|any|for|to|here|our) )*(?:topic|subject|theme|business|discussion|you|joke|jokes|laugh|copy|use|discuss))\b|"
        rf"\bi (?:do|will|can) not (?:answer|speak|talk|discuss|comment|chat|joke)(?: (?:any|to|questions?|here))* (?:about|on|of) {_MINE}\b|"
        rf"\bi (?:do|will) not (?:agree|want|like|allow|accept|permit)(?: (?:it|that|when|if|to))* you (?:to )?(?:{_TO_ME}|{_ON_MINE})",
        _SURE,
        when=tells,
        whole=True,
    ),
)

RULES: tuple[Rule, ...] = (*SET_LIMIT, *PLAIN)
