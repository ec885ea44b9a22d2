"""What a line does, by plain signs, and which moves may do it: above all, nobody takes an offer before the engine says so.

The signs are read on the plain copy of a line. A model's commonest fault is to be won over early, so pleasure counts like
acceptance; a yes that is taken back in the same breath ("yes, of course, and the moon will pour it") does not.
"""

from __future__ import annotations

import re
from enum import Enum

from scenarios.moves import Move
from trainer.voices.guards.normal import plain, sentences, words
from trainer.voices.guards.reasons import Reason, Refused
from trainer.voices.request import MoveRequest


class Does(Enum):
    """What a line can do that only some moves may."""

    TAKES = "takes an offer"
    PLEASED = "is pleased with what the rep did or offered"
    THANKS = "thanks and means it"
    LEAVES = "says goodbye"
    REFUSES = "turns down, or disbelieves"
    THREATENS = "threatens with others"
    HIGHER = "asks for somebody higher"


_GLAD = r"(?:great|wonderful|perfect|brilliant|lovely|fantastic|excellent|amazing|awesome|ideal|superb|marvellous|fine|good|fair|reasonable|generous|acceptable|better|enough|kind|all i want(?:ed)?|all what i wanted|exactly what i (?:want|need)(?:ed)?|very kind|good news|a relief|a fair offer|a good offer|okay|ok|alright|the one)"
_VERY = r"(?:so |very |really |really very |just |all |quite |more than |absolutely |perfectly |totally |completely |a |an |actually |pretty |good |much )*"
_IT = r"(?:it|that|this|those|these|them|everything|which|(?:a |the |your |such a )?(?:[a-z0-9£$€.,:-]+ ){1,6}?)"

_SIGNS: dict[Does, re.Pattern[str]] = {
    Does.TAKES: re.compile(
        r"\b(?:i (?:will |can |would |shall |am happy to |am glad to |am willing to |gladly |do )*(?:accept|take|agree|go with)\b(?! (?:it|this|that|my (?:money|business|custom|bike)) (?:further|elsewhere|to|up|as|down|from|out)| (?:my|our|a (?:look|picture|photo|taxi|bus|photograph))|s? (?:long|time|ages|forever|care))"
        r"|(?:you have (?:got )?|it is |that is |(?:^|[.!,] ))a? ?deal\b(?! (?:with|of))|agreed\b|settled then|consider it (?:settled|done)"
        r"|(?:please |yes |ok |okay |alright |then |just )+(?:please )?(?:go ahead|do (?:it|that|so)|proceed|book (?:it|me|us|that)|send (?:it|that|one)|carry on with that|redo it|let us do|get the)\b"
        r"|go ahead\b|let us (?:proceed|go with|do (?:it|that)|continue)"
        r"|(?:that|it|this|which|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|[a-z0-9]+) (?:will |would |all |should )?(?:works?|suits?|do(?:es)?|settles?) (?:it )?(?:for )?(?:me|us|nicely|perfectly|fine|then)\b(?! (?:not|no))"
        r"|(?:that|it|this) (?:will|would) (?:do|be (?:fine|great|lovely|good|perfect|okay|ok|enough|wonderful|acceptable))\b|(?<!what )would suit\b|i can live with (?:that|it|this)"
        r"|(?:i am|we are|i would be|i will be) (?:so |very |quite |perfectly |really )*(?:happy|fine|okay|ok|satisfied|content|pleased|good) (?:with|to|about) "
        r"|good enough for (?:me|us)|i will (?:wait|be (?:here|in|there|waiting)|make sure)|i (?:will )?look(?:ing)? forward to|see you (?:at|then|on|soon|tomorrow)"
        r"|(?:tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next week|[a-z]+ (?:dents|seats|row|one)|noon) it is\b|yes (?:please|that is (?:fine|good|perfect|great)|do|book|send|go on)\b(?! (?:explain|tell|answer|read))"
        r"|(?:all right|alright|okay|ok|fine|very well|right) (?:then )?,? ?(?:i (?:will|shall) (?:wait|take|do|bring|be|accept)|[a-z0-9]+ (?:works|suits|is fine|it is))"
        r"|(?:just )?book (?:me|us) in\b|(?:yes )?go on then\b(?! (?:how|what|why|who|when|where|tell|answer|explain|prove|try|surprise|impress|say|,? ?(?:how|what|why|who|when|where|tell|answer|explain|prove|say)))"
        r"|fair enough\b|i accept your|no (?:worries|problem|harm done)\b|that is (?:quite )?(?:all ?right|fine then)\b|i understand(?: (?:now|it was|that you|completely|your)|[ .]*thanks)|your hands are tied"
        r"|get the workshop to|bring it in next|certainly ,? ?i )"
    ),
    Does.PLEASED: re.compile(
        rf"\b(?:(?:that|this|it|which)(?: all)?(?: is| 's| sounds?| would be| will be| was| seems?| looks?) {_VERY}{_GLAD}\b(?! (?:question|of you to|joke|story|word|for (?:you|them|nothing)|but|and yet|, but|at|to (?:know|say)))"
        rf"|(?:^|[.!,] |yes |oh |ah |okay |ok |right |well ){_VERY}(?:perfect|brilliant|wonderful|fantastic|excellent|amazing|awesome|great|superb|good to (?:hear|know)|what a relief|that is a relief)\b(?= ?[.!,]| (?:news|thank|thanks|to hear|yes|please|redo|that))"
        rf"|(?:is|are|would be|will be|sounds?) {_VERY}(?:wonderful|fantastic|brilliant|perfect|excellent|amazing|ideal|superb|marvellous|acceptable|reasonable|good news|fine)\b(?! (?:,? ?but|words?|mess))"
        r"|good to (?:hear|know)|(?:so |very |really )(?:kind|helpful|generous|good|patient) (?:of|with) (?:you|me)\b|(?:that is|you are) (?:such )?an? (?:star|angel|legend|lifesaver|gem)|what a relief|i (?:really |do |so |very much |truly )*(?:appreciate|am (?:so |very )?(?:relieved|grateful|glad|delighted))\b"
        r"|you (?:have been|are being) (?:so |very |most |dead |really |well )*(?:helpful|kind|patient|good|great|brilliant|lovely)|(?:you have|you) (?:saved|made my day)|nice one\b|no wonder then )"
    ),
    Does.THANKS: re.compile(r"\b(?:thanks?|thank you|much obliged|grateful|appreciate|bless you)\b"),
    Does.LEAVES: re.compile(
        r"\b(?:good ?bye|bye|bye-bye|ta-ra|tara|farewell|cheerio|so long|good (?:day|afternoon|evening|night) to you|have a (?:nice|good|lovely|great)|take care|see you\b"
        r"|i am (?:done here|off|out|gone|leaving|going now|closing|ending|finished here)|i (?:will|shall) (?:leave (?:it|you) (?:there|to it|at that|be)|go now|not (?:trouble|bother) you)|never mind then"
        r"|(?:this|the) (?:chat|call|conversation) is over|clos(?:e|ing) (?:this|the) chat|i wish you (?:a )?good)\b"
    ),
    Does.REFUSES: re.compile(
        r"\b(?:i (?:refuse|decline|reject)|i (?:will|do|can|would) not (?:accept|take (?:it|that|this)|have (?:it|that|this)|believe|agree)|no (?:chance|deal|way)\b|not (?:good enough|acceptable|enough|happy)|unacceptable"
        r"|why should i (?:believe|trust)|i do not (?:believe|trust)|i no longer want|keep (?:the|your) (?:money|offer)|never (?:using|buying|coming|ordering)|i demand|(?:i )?want all of it|you are (?:lying|a liar)|forget it)\b"
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
FORBIDS: dict[Does, frozenset[Move]] = {
    Does.TAKES: _ALL_BUT_YIELDING,
    Does.PLEASED: _ALL_BUT_YIELDING - {Move.SOFTEN, Move.BACK_DOWN},
    Does.THANKS: _ALL_BUT_YIELDING - {Move.SOFTEN, Move.BACK_DOWN},
    Does.LEAVES: frozenset(Move) - {Move.THANK, Move.CLOSE, Move.HANG_UP, Move.THREATEN},
    Does.REFUSES: _GENTLE | {Move.PRESS},
    Does.THREATENS: _GENTLE | {Move.ASK, Move.ANSWER, Move.DISCLOSE, Move.REFUSE, Move.PRESS, Move.PUZZLED},
    Does.HIGHER: frozenset(Move) - {Move.DEMAND_SUPERVISOR, Move.THREATEN, Move.PROVOKE, Move.DEMAND, Move.HANG_UP, Move.CLOSE},
}
"""The moves that may not do it."""

_EARLY = (Does.TAKES, Does.PLEASED)
_TAKEN_BACK = re.compile(
    r"\b(?:but|not|no|nothing|never|nobody|cannot|without|unless|until|before|first|yet|however|instead|except|though|although|if|when|apparently|supposed|supposedly|and the moon|tune|again|last time|would have|"
    r"three times|twice|what (?:i|the)|words?|so they|they (?:all )?sa(?:y|id)|you (?:say|said|all say|told)|i was told|once|still|too|also|joke|funny|how|why|who|which)\b"
)
"""What turns a yes or a thanks round in its own sentence or the next."""

_STOPWORDS = frozenset(
    "a an the and or but to of in on at for with i you it that this is are was were be been do did does have has had my your me we they he she what who how why when where which not no so as if by from up out will would can could".split()
)
_WARNS = re.compile(r"\b(?:or|if|unless|will|shall|going|then|else|tell|tells|told|complain\w*|review|everyone|everybody|take|taking|leave|leaving|cancel\w*|elsewhere|report\w*|bank|keep|keeping|copy|last|gone|reads?|otherwise|may|might|could|would|done|court|pass|post\w*)\b")
_BEGS = re.compile(r"\b(?:please|kindly|may i|could you)\b")


def signs(line: str) -> frozenset[Does]:
    """What the line does, by its plain signs alone."""
    found: set[Does] = set()
    said = sentences(plain(line))
    for n, sentence in enumerate(said):
        turned = bool(_TAKEN_BACK.search(sentence)) or sentence.endswith("?") or (n + 1 < len(said) and len(sentence.split()) <= 6 and bool(_TAKEN_BACK.search(said[n + 1])))
        for what, pattern in _SIGNS.items():
            if pattern.search(sentence) and not (turned and what in (*_EARLY, Does.THANKS)):
                found.add(what)
    return frozenset(found)


def check_acts(line: str, request: MoveRequest) -> None:
    """Raises Refused where the line does what its move does not, or leaves undone what its move must do."""
    done = signs(line) - signs(request.written)
    wrong = {what for what in done if request.act in FORBIDS[what]}
    if wrong.intersection(_EARLY):
        raise Refused(Reason.ACCEPTANCE)
    if wrong or not _does_its_move(line, request):
        raise Refused(Reason.WRONG_ACT)


def _does_its_move(line: str, request: MoveRequest) -> bool:
    text, done = plain(line), signs(line)
    if request.question and not _puts(line, request.question):
        return False
    match request.act:
        case Move.ASK:
            return "?" in line
        case Move.ACCEPT:
            return bool(done & {Does.TAKES, Does.PLEASED, Does.THANKS} or re.search(r"\b(?:yes|ok|done|do (?:it|that)|agreed|go on|aye|deal|please|right|good|so)\b", text))
        case Move.THREATEN:
            return bool(_WARNS.search(text))
        case Move.HANG_UP | Move.CLOSE:
            return not text.endswith("?") or Does.LEAVES in done
        case Move.PROVOKE:
            return not _BEGS.search(text)
    return True


def _puts(line: str, question: str) -> bool:
    """Whether the line puts this question: half of what it is made of."""
    wanted = {word for word in words(question) if word not in _STOPWORDS} or set(words(question))
    said = set(words(line))
    return 2 * sum(any(_alike(word, other) for other in said) for word in wanted) >= len(wanted)


def _alike(one: str, other: str) -> bool:
    return one == other or (len(one) > 4 and len(other) > 4 and one[:4] == other[:4])
