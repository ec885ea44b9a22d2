"""What a line does, by plain signs, and which moves may do it: above all, nobody takes an offer before the engine says so.

The signs are read on the plain copy of a line. A model's commonest fault is to be won over early, so pleasure counts like
acceptance; a yes that is taken back in the same breath ("yes, of course, and the moon will pour it") does not.
"""

from __future__ import annotations

import re
from enum import Enum

from scenarios.moves import Move
from trainer.voices.guards.normal import plain, sentences, words
from trainer.voices.guards.numbers import numbers
from trainer.voices.guards.reasons import Reason, RefusedError
from trainer.voices.guards.sense import AWAY, NEAR, TAKING, away, sense
from trainer.voices.request import MoveRequest


class Does(Enum):
    """What a line can do that only some moves may."""

    TAKES = "takes an offer"
    ORDERS = "tells the rep to do what was offered"
    NODS = "gives in without a word of its own: fair enough, that will do"
    PLEASED = "is pleased with what the rep did or offered"
    THANKS = "thanks and means it"
    LEAVES = "says goodbye"
    REFUSES = "turns down, or disbelieves"
    DECLINES = "turns an offer down in so many words"
    THREATENS = "threatens with others"
    HIGHER = "asks for somebody higher"


_VERY = r"(?:so |very |really |just |all |quite |more than |absolutely |perfectly |totally |completely |a |an |actually |pretty |much |such )*"
_GLAD = r"(?:great|wonderful|perfect|brilliant|lovely|fantastic|excellent|amazing|awesome|ideal|superb|marvellous|fine|good|fair|reasonable|generous|acceptable|kind|all (?:what )?i (?:ever )?want(?:ed)?|exactly what i (?:want|need)(?:ed)?|a relief|okay|ok|alright|helpful|reassuring|nice|tidy|ace|what i (?:wanted|needed|was after))"
_RADIANT = r"(?:smashing|champion|cracking|lovely|super|splendid|delightful|tidy|ace|happy days|how (?:kind|lovely|wonderful|nice|thoughtful)|perfect|brilliant|wonderful|fantastic|excellent|amazing|awesome|superb|marvellous|ideal|splendid)"
_END = r"(?= ?[.!,;]|$"
_OFFERED = r" (?:offer|news|idea|solution|plan|deal|outcome|result|gesture|answer|for (?:me|us)|to hear|thanks?|and (?:i|thank)|so|as long|of you|yes|please|with me|by me|then|now)\b)"
_START = r"(?:^|[.!,;] |(?:^|[ ,])(?:yes|ok|okay|alright|oh|ah|well|right|then|please|so|and|just|great|fine|aye) (?:, )?)"

_SIGNS: dict[Does, re.Pattern[str]] = {
    Does.TAKES: re.compile(
        r"\bi (?:will |can |would |shall |am (?:happy|glad|willing) to |gladly |do )*(?:accept\b|agree\b|(?:take|go with) (?:it|that|this|them|row|monday|tuesday|wednesday|thursday|friday|[£$€]?\d[\d.,]*|(?:the|your|that) (?:offer|money|refund|credit|seats?|window|replacement|voucher|deal|pair|new one))\b(?! (?:further|elsewhere|to|up|as|down|from|off|out|back|you|somebody|then and)))"
        rf"|(?:^|[.!,;] |\b(?:yes|ok|then|right) )(?:deal|agreed|settled|sold)\b{_END})|\b(?:you have (?:got )?a|it is a|that is a) deal\b|\bconsider it (?:settled|done)|\bsettles (?:it|that)"
        rf"|{_START}(?:go ahead|proceed|carry on with that|sign me up)\b"
        r"|\bgo ahead\b|\blet us (?:proceed|go with|do (?:it|that)|continue)\b|\bplease (?:go ahead|proceed)\b"
        rf"|(?:{_START}(?:that|it|this|which)|\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|noon)) (?:(?:will|would|should|all) )?(?:works?|suits?|settles?)(?: (?:for )?(?:me|us|nicely|perfectly|fine|well))?{_END}| as long| if| then| for me| for us)"
        r"|\b(?:that|it|this) (?:will|would) be (?:fine|great|lovely|good|perfect|okay|ok|enough|wonderful|acceptable|brilliant)\b"
        r"|(?<!that )\b(?:i am|we are|i would be|i will be) (?:so |very |quite |perfectly |really )*(?:happy|fine|okay|ok|satisfied|content|pleased|good) (?:with|to (?:wait|accept|take|go|do|have)|about) "
        r"|\bgood enough for (?:me|us)|\bi will (?:wait (?:for the|for my|then|till then|in for)|be (?:here|in|there|waiting)(?= ?[.!]|$| for (?:it|him|them|the)| all| when)|make sure|bring it in)|\bi (?:will )?look(?:ing)? forward to|\bsee you (?:at|then|on|soon|tomorrow)"
        rf"|\b(?:tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next week|[a-z]+ (?:dents|seats|row)|noon) it is(?: then)?{_END})|\byes (?:, )?(?:please|that is (?:fine|good|perfect|great))\b(?! (?:explain|tell|answer|read))"
        rf"|{_START}(?:(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|next week) (?:works|suits|is (?:fine|good|ok|okay|great)))\b|\bnext week is fine"
        rf"|\bi will (?:try (?:that|it|this)|do that|give (?:it|that) a (?:go|try)|clear (?:the|a)|keep my phone|await|look out for|be ready|collect|have (?:the|it|them|everything) ready|let you know how)|\bcount me in\b|\byes (?:, )?(?:[a-z]+ ){1, 5}please\b|\b(?:yourself|ourselves) a deal\b|\bsee you (?:on )?[a-z]+day\b|\bright you are\b|\bcan not argue with that\b|\bi (?:am|will be) (?:so |very |quite )?(?:content|satisfied)\b{_END}| now)|\bwe will say no more\b|\b(?:just )?book (?:me|us) in\b|\bi accept your|\bget the workshop to|\bbring it in next"
    ),
    Does.ORDERS: re.compile(
        rf"{_START}(?:do (?:it|that|so|this one)|book (?:it|me|us|that)|send (?:it|that|one|them)|redo it|put (?:it|that|us|me) (?:through|down))\b(?! and (?:i|you|this|see|we))|\bplease (?:do (?:it|that)|book|send it)\b"
    ),
    Does.NODS: re.compile(
        rf"\bfair enough\b|\bthat (?:will|would|all) do\b|\bgo on then\b(?! (?:, )?(?:how|what|why|who|when|where|tell|answer|explain|prove|try|surprise|impress|say))|\b(?:i|we) can live with (?:that|it|this)|\bno (?:worries|problem|harm done)\b"
        rf"|\bthat is (?:quite |perfectly )?(?:all ?right|alright|fine|okay|ok)\b{_END}| then| by me| with me| dear| thanks| thank)|\bi (?:completely |totally |do )?understand(?: (?:now|it was|that you|completely|your)\b|{_END}))|\byour hands are tied|\bthat is (?:it )?enough{_END}| for me| thanks)|\bthat does (?:it|me)\b|\b(?:that|it) (?:all )?(?:makes sense|explains (?:it|that|everything)|clears (?:it|that|things) up)\b|\bfair do\b|\bno (?:rush|hurry)\b|\btake your time\b"
    ),
    Does.PLEASED: re.compile(
        rf"(?<!say )(?<!says )(?<!said )\b(?:that|this|it|which)(?: all)?(?: is| 's| sounds?| would be| will be| was| seems?| looks?) {_VERY}{_GLAD}\b(?: ?(?:and|,) {_VERY}{_GLAD}\b)?{_END}|{_OFFERED}"
        rf"|{_START}{_VERY}{_RADIANT}\b{_END}|{_OFFERED}|\b(?:what a|that is a|such a) relief|\bgood to (?:hear|know)\b"
        rf"|\b(?:friday|monday|tuesday|wednesday|thursday|saturday|sunday|tomorrow|tonight|today|now|row|window|[a-z]+) (?:is|are|would be|will be|sounds?) {_VERY}{_RADIANT}\b{_END}|{_OFFERED}|\b(?:is|sounds|seems) {_VERY}(?:acceptable|good news|reasonable){_END}|{_OFFERED}"
        r"|\b(?:so |very |really )(?:kind|helpful|generous|good|patient) (?:of|with) (?:you|me)\b|\b(?:that is|you are) (?:such |being )*(?:an? )?(?:absolute )?(?:star|angel|legend|lifesaver|gem|darling)\b|\bi (?:really |do |so |very much |truly )*(?:appreciate (?:it|that|this|your|you)|am (?:so |very )?(?:relieved|grateful|glad|delighted)\b)"
        r"|\byou (?:have been|are being) (?:so |very |most |dead |really |well )*(?:helpful|kind|patient|good|great|brilliant|lovely)\b|\b(?:i )?feel (?:so |much |a lot |a bit |already )*(?:better|happier|calmer|reassured|relieved)\b|\b(?:this|that|it) (?:really )?(?:helps|means) (?:me |us )?(?:a lot|so much|enormously)|\b(?:nice|lovely|great|reassuring|a comfort) to (?:hear|know)\b|\b(?:looks like|think|believe) it (?:is )?work(?:s|ing)\b|\bit is coming on\b|\byou have (?:saved|made my day)|\bnice one\b|\bi (?:would |really |do )*love (?:it|that)\b"
    ),
    Does.THANKS: re.compile(r"(?<!says )(?<!said )(?<!say )\b(?:thanks?|thank you|much obliged|i am (?:so |very |most )?grateful|bless you)\b"),
    Does.LEAVES: re.compile(
        r"\b(?:good ?bye|bye(?= ?[.!,]|$| then| now)|bye-bye|ta-ra|tara|farewell|cheerio|good (?:day|afternoon|evening|night) to you|(?<!you )have a (?:nice|good|lovely|great) (?:day|evening|weekend|time|one|afternoon|night)|take care(?= ?[.!,]|$| of yourself)|i (?:will be|am) going (?:now|home)|bid you|(?<!can )(?<!could )see you (?:later|then|at|on|there|soon|tomorrow|around)\b"
        r"|i am (?:(?:done here|off|out|gone|leaving|going)(?= ?[.!,]|$| now| home)|(?:closing|ending) (?:this|the|it))|i (?:will|shall) (?:leave (?:it|you) (?:there|to it|at that|be)|go now|not (?:trouble|bother) you|(?:wish|bid) you)|leave it there\b|never mind then"
        r"|(?:this|the) (?:chat|call|conversation) is over|clos(?:e|ing) (?:this|the) chat|i wish you (?:a )?good)"
    ),
    Does.REFUSES: re.compile(
        r"\b(?:i (?:refuse|decline|reject)|i (?:will|do|can|would) not (?:accept|take (?:it|that|this)|have (?:it|that|this)|believe|agree)|no (?:chance|deal|way)\b|not (?:good enough|acceptable|happy with (?:that|this|it))|unacceptable"
        r"|why should i (?:believe|trust)|i do not (?:believe|trust)|i no longer want|keep (?:the|your) (?:money|offer)|never (?:using|buying|coming|ordering)|i demand|(?:i )?want all of it|you are (?:lying|a liar))\b|(?:^|[.!,] )(?:just |no )?forget it\b"
    ),
    Does.DECLINES: re.compile(
        r"\bi (?:refuse|decline|reject|will not (?:accept|take)|do not accept) (?:your|this|that|the|it)\b(?: offer| proposal|(?= ?[.!,]|$))"
    ),
    Does.THREATENS: re.compile(
        r"\b(?:or else|(?:my|a|the|our) (?:lawyer|solicitor|attorney)|take (?:you|this|it) to court|sue you|see you in court|ombudsman|trading standards|the (?:newspapers?|press|papers|news|media)|consumer (?:office|protection)|(?:will|going to) report (?:you|this)|chargeback|bad review|trustpilot"
        r"|one star|(?:take|taking) my (?:custom|business|money) (?:elsewhere|somewhere))\b"
    ),
    Does.HIGHER: re.compile(
        r"\b(?:(?:get|want|speak|talk|put|fetch|bring|give|like|need|transfer|connect)[a-z]* (?:[a-z]+ ){0,4}?(?:supervisor|manager|your boss|someone (?:higher|senior|above|in charge)|somebody (?:higher|senior|above|in charge)))\b"
    ),
}
"""What shows each of them, on the plain copy."""

_ALL_BUT_YIELDING = frozenset(Move) - {Move.ACCEPT, Move.THANK}
_GENTLE = frozenset({Move.ACCEPT, Move.THANK, Move.SOFTEN, Move.BACK_DOWN})
_MILD = frozenset({Move.SOFTEN, Move.BACK_DOWN})
FORBIDS: dict[Does, frozenset[Move]] = {
    Does.TAKES: _ALL_BUT_YIELDING,
    Does.ORDERS: _ALL_BUT_YIELDING - {Move.DEMAND, Move.PRESS, Move.PROVOKE, Move.HANG_UP},
    Does.NODS: _ALL_BUT_YIELDING - _MILD - {Move.CLOSE, Move.HANG_UP, Move.ANSWER},
    Does.PLEASED: _ALL_BUT_YIELDING - _MILD,
    Does.THANKS: _ALL_BUT_YIELDING - _MILD,
    Does.LEAVES: frozenset(Move) - {Move.THANK, Move.CLOSE, Move.HANG_UP, Move.THREATEN},
    Does.REFUSES: _GENTLE | {Move.PRESS},
    Does.DECLINES: _GENTLE | {Move.VENT, Move.RESTATE, Move.ASK, Move.ANSWER, Move.DISCLOSE, Move.PUZZLED, Move.PRESS},
    Does.THREATENS: _GENTLE | {Move.ASK, Move.ANSWER, Move.DISCLOSE, Move.REFUSE, Move.PRESS, Move.PUZZLED},
    Does.HIGHER: frozenset(Move) - {Move.DEMAND_SUPERVISOR, Move.THREATEN, Move.PROVOKE, Move.DEMAND, Move.HANG_UP, Move.CLOSE},
}
"""The moves that may not do it."""

_EARLY = (Does.TAKES, Does.ORDERS, Does.NODS, Does.PLEASED)
_TAKEN_BACK = re.compile(
    r"\b(?:but|not|no|nothing|never|nobody|cannot|without|unless|until|before|first|yet|however|instead|except|though|although|if|apparently|supposed|supposedly|moon|tune|again|last time|would have|"
    r"three times|twice|words?|(?:they|you|she|he|people) (?:all )?(?:say|said|says|told)|i was told|still|joke|funny|how|why|decline|what about|poster|paragraph)\b"
)
"""What turns a yes or a thanks round in its own sentence or the next."""

_HARMLESS = re.compile(
    r"\b(?:no (?:worries|problem|harm done|need)|as long as|if (?:that|it) is (?:ok|okay|alright|all right|fine)|how (?:kind|lovely|good|long will)|so (?:much|kind|very))\b"
)
"""A no, an if or a how that takes nothing back."""
BARE, SHORT = 4, 16
"""Words and marks of a sentence that a question after it turns round ("Lovely. And what does it mean?"), or a "but" in the next one."""
_PLANS = re.compile(r"\b(?:what time|when|where do i|how (?:long|soon)|shall i|do i need)\b")
"""A question of somebody who has agreed."""

_STOPWORDS = frozenset(
    "a an the and or but to of in on at for with i you it that this is are was were be been do did does have has had my your me we they he she what who how why when where which not no so as if by from up out will would can could them him her us there then".split()
)
MILDER = 1.5
"""What coming down a step may sound like taking an offer more than other moves may."""
_WARNS = re.compile(
    r"\b(?:or|if|unless|will|shall|going|then|else|tell|tells|told|complain\w*|review|everyone|everybody|take|taking|leave|leaving|cancel\w*|elsewhere|report\w*|bank|keep|keeping|copy|last|gone|reads?|otherwise|may|might|could|would|done|court|pass|post\w*)\b"
)
_ASKS = re.compile(r"\?|\b(?:who|what|when|where|why|how|which|tell me|do you|are you|can you|will you|is (?:it|there|that))\b")
_AGREES = re.compile(r"\b(?:yes|ok|done|do (?:it|that)|agreed|go on|deal|please|right|take|send|book|then)\b")
_BEGS = re.compile(r"\b(?:please|kindly)\b")


def signs(line: str) -> frozenset[Does]:
    """What the line does, by its plain signs alone."""
    found: set[Does] = set()
    said = sentences(plain(line))
    for n, sentence in enumerate(said):
        turned = _turned(sentence, said[n + 1] if n + 1 < len(said) else "")
        for what, pattern in _SIGNS.items():
            if (pattern.search(sentence) or pattern.search(sentence.replace(" ,", ""))) and not (turned and what in (*_EARLY, Does.THANKS)):
                found.add(what)
    return frozenset(found)


def _turned(sentence: str, after: str) -> bool:
    """Whether what sounds like a yes or a thanks is taken back in its own sentence, or in the one that follows a short one."""
    if sentence.endswith("?") or _TAKEN_BACK.search(_HARMLESS.sub("", sentence)):
        return True
    length = len(sentence.split())
    doubts = length <= BARE and after.endswith("?") and not _PLANS.search(after)
    return doubts or bool(length <= SHORT and _TAKEN_BACK.search(_HARMLESS.sub("", after)))


def check_acts(line: str, request: MoveRequest) -> None:
    """Raises RefusedError where the line does what its move does not, or leaves undone what its move must do."""
    done = signs(line) - signs(request.written)
    wrong = {what for what in done if request.act in FORBIDS[what]}
    if wrong.intersection(_EARLY):
        raise RefusedError(Reason.ACCEPTANCE)
    if wrong:
        raise RefusedError(Reason.WRONG_ACT)
    if _won_over(line, request):
        raise RefusedError(Reason.ACCEPTANCE)
    if not _does_its_move(line, request):
        raise RefusedError(Reason.WRONG_ACT)


def check_departure(line: str, request: MoveRequest) -> None:
    """Raises RefusedError for a line that passed all else and still says something else than the written one.

    Where the move may take an offer there is nothing to be feared of a line that goes its own way.
    """
    if request.act not in FORBIDS[Does.TAKES]:
        return
    found = away(line, request.written, request.act)
    if found is not None and found >= AWAY:
        raise RefusedError(Reason.WRONG_ACT)


def says_the_same(line: str, request: MoveRequest) -> bool:
    """Whether the line, heard as a whole, plainly says what the written one says."""
    found = away(line, request.written, request.act)
    return found is not None and found < NEAR


def _won_over(line: str, request: MoveRequest) -> bool:
    """Whether the line as a whole sounds like taking an offer, and more so than the line it stands for."""
    if request.act not in FORBIDS[Does.TAKES]:
        return False
    heard, meant = sense(line), sense(request.written)
    return bool(heard and meant and heard.taking >= max(TAKING + (MILDER if request.act in _MILD else 0), meant.taking))


def _does_its_move(line: str, request: MoveRequest) -> bool:
    text, done = plain(line), signs(line)
    if request.question and not _puts(line, request.question):
        return False
    match request.act:
        case Move.ASK:
            return bool(request.question) or bool(_ASKS.search(text))
        case Move.ACCEPT:
            return not text.endswith("?") or bool(_AGREES.search(text))
        case Move.THREATEN:
            return bool(_WARNS.search(text)) or not text.endswith("?")
        case Move.HANG_UP | Move.CLOSE:
            return not text.endswith("?") or Does.LEAVES in done
        case Move.PROVOKE:
            return not _BEGS.search(text)
    return True


def _puts(line: str, question: str) -> bool:
    """Whether the line puts this question: half of what it is made of."""
    wanted = {word for word in words(question) if word not in _STOPWORDS} or set(words(question))
    said = set(words(line)) | {word for word in wanted if numbers(word) and {n.value for n in numbers(word)} <= {n.value for n in numbers(line)}}
    return 2 * sum(any(_alike(word, other) for other in said) for word in wanted) >= len(wanted)


def _alike(one: str, other: str) -> bool:
    return one == other or (len(one) > 4 and len(other) > 4 and one[:4] == other[:4])
