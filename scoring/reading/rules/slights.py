"""Cues of a trouble pushed away, played down or doubted in words that might as well take it up, told by how the sentence is built.

The words are those of the trouble itself, so nothing but the turn of phrase tells them from care: a general truth in place of this case,
a conclusion drawn from a system that cannot err, an aside that weighs what the customer gave. They are held for as sure as the cues of
contempt, whose names they bear. What a kind rep says nearly so ("nobody told you to bring it, and that is on us", "which isn't much to
ask", "more patient than we deserve") stays out of them.
"""

from __future__ import annotations

import re

from scenarios.acts import Act
from scoring.reading.rules.base import Rule, Test, both, rule, tells
from scoring.reading.rules.blame import OURS
from scoring.reading.rules.contempt import BARE, END, NAME, OPEN, PLAIN, unasked
from scoring.reading.scene import Scene
from scoring.reading.sentences import Clause
from scoring.reading.stems import content, specific


def _sentence(clause: Clause, scene: Scene) -> str:
    """The mended words of the whole sentence."""
    return " , ".join(c.text for c in scene.reply if c.sentence == clause.sentence)


def beside(pattern: str) -> Test:
    """The same sentence says this too."""
    seen = re.compile(pattern)
    return lambda clause, scene: bool(seen.search(_sentence(clause, scene)))


def nothing_owned(_clause: Clause, scene: Scene) -> bool:
    """No part of the reply takes anything on itself or is sorry."""
    return not any(OURS.search(c.text) or _TAKEN_ON.search(c.text) for c in scene.reply)


_TAKEN_ON = re.compile(r"\b(?:sorry|apolog\w+|forgive|thank|thanks|grateful|(?:on|down to) us|ours|our (?:failing|job|doing))\b")


_UNTOLD = re.compile(r"\b(?:nobody|no one|never|not) (?:\w+ )?(?:told|asked|tells|warned) (?:me|us)\b|\bnot told\b")
_BIDDING = re.compile(r"^.*?\byou (?:to )?")


def _did_it(clause: Clause, scene: Scene) -> bool:
    """What nobody is said to have asked for is what the customer told of having done, not what they complain of never having been told."""
    done = specific(content(_BIDDING.sub("", clause.text, count=1)))
    return bool(done & scene.heard_stems) and not _UNTOLD.search(scene.heard)


def _alone(clause: Clause, scene: Scene) -> bool:
    """There is nothing else in the reply, nor the mark of a question."""
    return len(scene.reply) == 1 and "?" not in clause.text


def _nobody_can_say(_clause: Clause, scene: Scene) -> bool:
    """Beside it stands that nobody will ever know better."""
    return any(_UNKNOWABLE.search(c.text) for c in scene.reply)


_WHO_DID = re.compile(r"\bwho\b|\b(?:was|is) it you\b|\b(?:did|have|were) you\b")


def _not_asked_who(_clause: Clause, scene: Scene) -> bool:
    return not _WHO_DID.search(scene.customer)


_UNKNOWABLE = re.compile(r"\b(?:nobody|no one|who) (?:can|could|will|would|is going to) (?:ever |really |now )?(?:say|prove|know|tell)\b")
_SO_IT_IS = (
    r"(?:that|this|it|which) is (?:just |only |simply |all |quite |completely |perfectly |totally |absolutely |entirely |pretty )*"
    r"(?:normal|usual|natural|nature|expected|to be expected|standard|common|what (?:they|it) (?:do|does)|how (?:they|it) (?:are|is|goes|go))"
)
_IN_GENERAL = re.compile(
    r"(?:^|, )(?:and |but |well , |yes , )*(?:in|with|on) (?:every|any|all|each) \w+ (?:(?:there|it) )?(?:is|are|has|have|comes?|happens?|can|gets?|makes?)\b|"
    r"^(?:well , |oh , |but |yes , |all |most )*(?!this\b|his\b|us\b|yours\b|ours\b|always\b)\w+(?:[^s\W]s|ies|es) (?!is\b|was\b|were\b|had\b|we\b|i\b|you\b|our\b)(?:do |can |will |all |always |just )*\w+"
)
"""Things of a kind, with no article: "roses look dead in autumn", or "in every app is error"."""


def _of_a_kind(clause: Clause, scene: Scene) -> bool:
    """The sentence speaks of all things of the kind that the customer complains of, and nobody had asked what is normal."""
    said = _sentence(clause, scene)
    theirs = specific(content(said)) & (scene.heard_stems | scene.record)
    return (
        bool(_IN_GENERAL.search(said) and theirs) and not _ASKED_NORMAL.search(scene.customer) and not _HELPS_ON.search(" ".join(c.text for c in scene.reply))
    )


_ASKED_NORMAL = re.compile(r"\b(?:normal|usual|supposed to|meant to|should (?:it|they|he|she))\b")
_HELPS_ON = re.compile(r"\b(?:but|until|unless|if|sorry|should not|not normal|(?:i|we) (?:will|can|have)|you (?:can|feel|are right))\b")


_FAULTLESS = (
    r"\b(?:our|the|my) (?!customer\b)(?:\w+ ){1,3}?(?:(?:is|are) (?:never wrong|always (?:right|correct|accurate))|(?:do|does) not (?:make mistakes|make errors|lie|get (?:it|things|that) wrong)|"
    r"(?:never|cannot|can not) (?:lies?|be wrong|makes? (?:mistakes|errors)|gets? (?:it|things) wrong|fails?))\b"
)
_GAVE = r"you (?:have |had |did |ever )*(?:\w+ )?(?:paid|pay|gave|given|give|spent|spend|sent|send|brought|bought|told|ordered|put in|put down|cost|earned|earn|lost|left)\b"
_SMALL = r"(?:not |hardly |scarcely )(?:\w+ )?(?:(?:a (?:great |good |whole )?(?:deal|lot|fortune)|much|saying (?:much|a lot)|very much|anything)(?! (?:to|of|for|when|if|after)\b))"
OTHERS = (
    r"(?:everyone|everybody|anyone|anybody|all (?:of )?(?:the|our) (?:others?|rest)|all (?:of )?(?:the|our) other \w+|(?:the|our) (?:rest(?: of (?:them|us|our \w+))?|other \w+)|"
    r"other (?:people|customers|folk)|normal people|the rest of us)"
)
"""Whom the customer is told to be like."""
_MANNERS = r"(?:(?:more|rather more|far more) (?:generous|polite|kind|courteous|patient|civil|gracious|attention|time|thought|kindness|courtesy|patience)|kinder|politer|nicer|gentler)"
_NOT_ME = r"(?:well , |sorry , )?(?:(?:it|that|this) was )?not (?:me|us|my (?:doing|fault)|our (?:doing|fault))"
_HUSHED = (
    r"(?:say|hear|speak|talk) (?:no|nothing) more (?:about|of) (?:it|this|that)|forget (?:it|this|that|all this) ever happened|(?:forget|drop) the whole (?:thing|business|matter|affair)|"
    r"keep (?:it|this|that) (?:quiet|between (?:us|ourselves)|to (?:yourself|ourselves))|call it quits|(?:take down|delete|forget about) (?:the|your|that) (?:review|post|complaint)"
)

RULES: tuple[Rule, ...] = (
    rule(
        Act.INVALIDATE,
        NAME + "all-of-them-do",
        rf"(?:^|, |\band ){_SO_IT_IS}(?: (?:for|with|in|at|of) (?:\w+ )?\w+)?{END}",
        PLAIN,
        when=both(tells, _of_a_kind),
        whole=True,
    ),
    rule(
        Act.ARGUE,
        NAME + "never-wrong",
        _FAULTLESS,
        PLAIN,
        when=both(tells, beside(r"\bso (?:you|it|that|there|he|she|they) (?:can ?not|could not|must)\b")),
        whole=True,
    ),
    rule(
        Act.BLAME,
        NAME + "so-you-must-have",
        r"^so (?:you|it|that|there|he|she|they) (?:can ?not|could not|must)(?: not)?(?: \w+)? (?:have|be)\b",
        PLAIN,
        when=both(tells, beside(_FAULTLESS)),
        whole=True,
    ),
    rule(
        Act.BLAME,
        NAME + "nobody-made-you",
        r"^(?:well , |but |and )*(?:nobody|no one|none of us) (?:ever )?(?:(?:asked|told|forced|obliged|required|begged) you to|made you) \w+",
        PLAIN,
        when=both(tells, both(nothing_owned, _did_it)),
        unless=r"\bshould\b",
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "slowly-in-easy-words",
        r"\bslow(?:ly|er)?\b.*\b(?:in|with|use|using) (?:\w+ )?(?:easy|simple|short|small|little|tiny|easier|simpler|shorter|smaller) words\b|"
        r"\b(?:in|with|use|using) (?:\w+ )?(?:easy|simple|short|small|little|tiny|easier|simpler|shorter|smaller) words\b.*\bslow(?:ly|er)?\b",
        PLAIN,
        when=both(tells, both(unasked, nothing_owned)),
        unless=r"\b(?:our|because|leaflet|form|letter)\b",
        whole=True,
    ),
    rule(
        Act.INVALIDATE,
        NAME + "which-is-not-much",
        rf"\b(?:which|and (?:that|it|they)) (?:is|are|was|were|does) {_SMALL}(?: ,.*)?{END}",
        PLAIN,
        when=both(beside(_GAVE), nothing_owned),
        unless=r"\b(?:i|we) (?:know|can|admit|realise)\b",
        whole=True,
    ),
    rule(
        Act.INVALIDATE,
        NAME + "not-that-it-is-a-fortune",
        r", (?:but )?not that (?:it|that|there|they) (?:is|are|was|were|amounts? to|comes? to) (?:\w+ )?(?:a (?:fortune|lot|great deal)|(?:very )?much)\b",
        PLAIN,
        when=both(tells, nothing_owned),
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "like-everyone-else",
        rf"^(?:please |just |simply |then |well , |so |, )*(?:you (?:can|could|must|may|need to|have to|will (?:just )?(?:have|need) to|should) (?:just |simply )?|(?=(?:check|wait|look|read|use|book|ring|call|pay|queue|"
        rf"apply|fill|write|go|ask|order|come|try|get|email|log|click|register|stand|join|do|find|take|put|send|bring|follow|buy|stay|sit)\b))(?!be\b|have been\b|get the\b)\w+\b.* (?:like|as|same as) {OTHERS}(?: (?:else|does|do|did|has to|have to|who|on|in|at|here|out)\b.*)?{END}",
        PLAIN,
        when=tells,
        unless=r"\b(?:sorry|treated|deserve|entitled|free|welcome|should (?:have|be)|without|not have to)\b",
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "very-moving-story",
        r"^(?:very|most|truly|deeply|quite an?|such an?|an? (?:very|most|truly)) (?:moving|touching|affecting|sad|stirring|heart-?\w+|poignant|tragic|emotional|dramatic|colourful|entertaining) "
        r"(?:little )?(?:story|tale|saga|speech|narrative|yarn|anecdote|performance|episode)\b(?!.* (?:is|was|has|have|did|made|makes|i|we)\b)",
        PLAIN,
        when=both(tells, nothing_owned),
        whole=True,
    ),
    rule(
        Act.INVALIDATE,
        NAME + "lucky-it-was-cheap",
        r"\b(?:lucky|luckily|fortunately) for you (?:, )?(?:that )?(?!i\b|we\b|there\b|our\b)(?:\w+ ){1,3}?(?:is|are|was|were) (?:so |very |quite |rather |pretty )*"
        rf"(?:cheap|inexpensive|filling|replaceable|ten a penny|two a penny|not (?:so |very |that )?(?:expensive|dear|much|precious|valuable)){END}",
        PLAIN,
        when=tells,
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "you-would-know-surely",
        r"\b(?:you (?:would|should|ought to|might) (?:really |surely )?(?:have )?|you must )(?:know|known|realise|realised|remember|remembered|learn|learned|learnt|notice|noticed|understand|understood|grasped)\b(?!.*\b(?:better|best|more) than\b)"
        rf".*(?:\bsurely\b|\b(?:by now|after all (?:these|this|those|that) (?:\w+ )?(?:years|time)|at your age){END})|"
        r"\bsurely (?:, )?you (?:would|should|must|could|can) (?:have )?(?:know|known|realised?|remember(?:ed)?|learnt|learned|noticed?|see|seen|understand|understood|worked? (?:it|that|this) out|figured?)\b",
        PLAIN,
        when=both(tells, nothing_owned),
        unless=r"\bhow (?:hard|frightening|awful|it feels)\b|\bwe should\b",
        whole=True,
    ),
    rule(
        Act.INVALIDATE,
        NAME + "aw-bless",
        rf"{OPEN}(?:oh )?a+w+h* (?:, )?bless (?:you|your (?:heart|soul|cotton socks))\b",
        PLAIN,
        when=nothing_owned,
        unless=r"\bi (?:can )?(?:hear|see|tell|know|believe)\b",
        whole=True,
    ),
    rule(
        Act.INVALIDATE,
        NAME + "coping-so-well",
        r"\bproud\b.*\bhow (?:well |bravely |brilliantly )?(?:you are (?:coping|bearing up|holding up|managing|doing)|(?:brave|strong|good) you are)\b|"
        r"\b(?:coping|bearing up|holding up|so brave|very brave)\b.*\b(?:would|will|must) (?:have been |be )(?:so |very |ever so |really )*proud\b",
        PLAIN,
        when=tells,
        whole=True,
    ),
    rule(
        Act.INVALIDATE,
        NAME + "hush-money",
        r"\b(?:how about|what about|what if|suppose|supposing|if|say|here is|shall|let us|(?:i|we) (?:can|could|will|would|might))\b.* and (?:then )?(?:(?:we|you|you and i|that|let us) )?(?:(?:will|can|could|both|all|just|simply) )*"
        rf"(?:{_HUSHED})\b",
        BARE,
        unless=r"\b(?:not|never|need not)\b",
        whole=True,
    ),
    rule(
        Act.ARGUE,
        NAME + "let-us-agree",
        r"^(?:so |well |then |, )*(?:let us|can we|shall we) (?:just |all |simply |both )*(?:agree|say|call it|put it down)(?: that)? (?:the|it|this|your|that|he|she|they|somebody|someone) (?:\w+ ){0,3}?(?:was|were|went|got|has|had|is)\b",
        PLAIN,
        when=both(_nobody_can_say, nothing_owned),
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "how-nice-to-have-time",
        r"\bhow (?:very |perfectly |utterly )?(?:nice|lovely|wonderful|marvellous|splendid|delightful|pleasant) (?:it must be |for you |it is )*to have (?:so much |all (?:that |the |this )?|the |that much |such |that )?"
        r"(?:(?:time|leisure|spare time|energy)(?: (?:to (?:sit |go |be )*(?:writ|draw|complain|ring|call|count|typ|list|measur|notic|look|think|worr|argu|read|check|compar|compos)\w*|for (?:such|all|this|that|an?)\b)|(?: ?[.!]|$))|nothing (?:else|better) to do)",
        PLAIN,
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "more-than-it-deserves",
        rf"\b{_MANNERS} than (?!we\b|i\b|us\b|our\b|my\b|any(?:one|body)?\b|nobody\b)(?:\w+ ){{1,4}}?(?:deserves?|deserved|warrants?|warranted|merits?|merited)\b",
        PLAIN,
        when=tells,
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "what-do-you-want",
        r"^(?:so |and |well |yes |now |right |, )*(?:what (?:do you want(?: now| then| this time)?|is it(?: now| this time| then)?|now)) ?\.?$",
        PLAIN,
        when=_alone,
        whole=True,
    ),
    rule(
        Act.DEFLECT,
        NAME + "not-me-them",
        rf"^{_NOT_ME}\b",
        PLAIN,
        when=both(
            beside(
                rf"^{_NOT_ME} , (?:it was |that was )?(?!you\b|we\b|i\b|my\b|our\b)(?:the |a |an |his |her |their )?(?:\w+ ){{1,2}}?"
                r"(?:did|left|made|took|sent|lost|put|wrote|broke|forgot|gave|sold|told|was|were|\w+ed)\b(?!.*\b(?:but|still|though|ours?)\b)"
            ),
            both(nothing_owned, _not_asked_who),
        ),
        whole=True,
    ),
)
