"""Plain kindness in simple English: a feeling or a hard thing understood, supposed or given back, and a good thing wished.

Many good reps write a second language, with an article or an ending missing and the words of their first one behind it: "I understand
it is shock", "for you is difficult", "you have panic". The form is kind, and so is the sentence, unless another part of it takes that back.
"""

from __future__ import annotations

import re

from scenarios.acts import Act
from scoring.reading.rules.base import Rule, both, rule, tells
from scoring.reading.scene import Scene
from scoring.reading.sentences import Clause

NAME = "feeling.plainly"
_MUCH = r"(?:(?:so|very|really|quite|too|much|also|a|an|the|big|great|bad|not|now|still|surely|for (?:you|him|her|them|us|me|your \w+|both of you)|in|full of|feeling) )*"
_FEELING = (
    r"(?:upset|ang(?:er|ry)|annoy(?:ed|ing)|frustrat\w+|furious|worr(?:y|ied|ies|ying)|anxious|scar(?:ed|y)|afraid|fear|fright\w*|nervous|panic\w*|stress\w*|sad(?:ness)?|unhappy|disappoint\w+|"
    r"asham(?:ed|ing)|shame|embarrass\w+|humiliat\w+|hurt\w*|pain\w*|broken|heartbroken|devastated|tired|tiring|exhaust\w+|lonely|alone|hungry|cold|lost|helpless|desperate|shock\w*|confus(?:ed|ing)|"
    r"insulted|ignored|cheated|betrayed|in tears|worn out|mad)"
)
_HARD = (
    rf"(?:{_FEELING}|hard|difficult|tough|heavy|terrible|horrible|awful|bad|bitter|unpleasant|uncomfortable|important|urgent|a lot|much|long|a pity|nightmare|"
    r"(?<=not )(?:nice|easy|good|pleasant|right|fair|normal|funny|acceptable))"
)
_BE = r"(?:is|are|was|were|be|been|feel|feels|felt|have|has|had|got|makes? (?:you|him|her|them)|made (?:you|him|her|them)|gives? (?:you|him|her|them)|gave (?:you|him|her|them)|became?|becomes?|get|gets)"
_THEM = r"(?:it|this|that|you|he|she|they|your \w+|for (?:you|him|her|them|your \w+)|\w+ing)"
_UNDERSTOOD = (
    r"\b(?:i|we) (?:(?:can|could|do|really|fully|very well|well|also|truly|completely) )*(?:understand|see|imagine|know|feel|hear)(?: (?:very )?well)?(?: (?:that|how|why|, ))*"
    rf" {_THEM} (?:(?:today|all|both|really|must|which|it|that|this) )*{_BE} {_MUCH}{_HARD}\b"
)
_SUPPOSED = rf"\b(?:it|this|that|you|he|she|they) must (?:also |really |surely )?(?:be|have been|feel|have felt|have) {_MUCH}{_HARD}\b"
_CAUSED = (
    rf"\b(?:that|this|it|which) (?:(?:must|really|surely|also|all) )*(?:hurts?|hurt|gave|gives?|made|makes?) (?:you|him|her|them)\b(?: {_MUCH}{_HARD})?|"
    rf"\bfor (?:you|him|her|them|both of you) (?:it |this |that )?(?:is|was|must be) {_MUCH}{_HARD}\b|"
    r"^(?:and |so |also )*you (?:are|were|was|have|had|feel|felt) (?:(?:in|very|so|a|big|really|full of|such) )*(?:panic\w*|fear|fright\w*|shame|anger|pain|worry|stress|broken|heartbroken|devastated|desperate|in tears)\b|"
    r"^(?:and |so |also )*you was (?:very |so |really )*(?:upset|angry|frustrated|worried|sad|hurt|afraid|scared|ashamed|disappointed)\b"
)
_WISHED = (
    r"\b(?:i|we) (?:(?:do|also|really|just|all) )*(?:wish|hope)\b(?! (?:you|he|she|they) (?:would|had|could|were|did|knew))(?: \w+){0,8}? (?:good|nice|happy|lovely|beautiful|safe|quick|wonderful|great|"
    r"well|better|best|strength|luck|peace(?:ful)?|success|soon|enjoys?|recovers?|works?)\b"
)
_SPARED = (
    r"\b(?:(?:there is |you have )?no need (?:for you )?to|you (?:do not|will not) (?:need|have) to|you need not(?: to)?) (?:prove|show|send|bring|print|sign|fill|come|travel|stay in|be in|return|post|carry|pack|buy|search|"
    r"look for|do anything|make (?:a |another |any )?(?:photo|picture|copy|appointment|payment|call)s?|take (?:a |another )?(?:photo|picture|day))\b"
)
_SEEN_OFF = (
    r"^(?:do |please |and |now )*(?:have|enjoy) (?:a|an|the|your) (?:\w+ ){0,3}?(?:day|evening|afternoon|weekend|night|party|wedding|trip|holiday|match|birthday|game|flight|journey|meal|show|concert|play|cake|tea) ?"
    r"(?:(?:,|!|and) )+(?:please )?(?:go easy on|mind|look after|take (?:good )?care of|be (?:kind|gentle) (?:to|with)|rest|spare|save|give my best to|say hello to) (?:his|her|their|those|the|that) (?!rules\b|staff\b)\w+"
)
"""A wish at parting, with a word of care for what was told."""
_FEELS = re.compile(rf"{_UNDERSTOOD}|{_SUPPOSED}|{_CAUSED}")
_KIND = re.compile(rf"{_FEELS.pattern}|{_WISHED}|{_SPARED}|{_SEEN_OFF}")
_TAKEN_BACK = re.compile(
    r"\b(?:but|however|though|although|calm|relax|over-?react\w*|exaggerat\w*|dramatic|emotional|sensitive|hysterical|only|just|merely|simply an?|you think|you believe|you want|should|must(?! (?:be|have|feel|also|really|surely))|"
    r"stop|enough|others?|everyone|everybody|worse|next time|some (?:people|of us)|people like|someone like|a little|a bit|little (?:mind|head|problem)|poor (?:you|thing|baby)|congratulations|whatever|"
    r"so what|silly|stupid|idiot\w*|pathetic|ridiculous|drama|theatre|theater|fuss|childish|clever|genius|old to|slow|simple|one (?:button|click|box|form|line)|single|press|click|"
    r"(?<!not )your (?:own )?(?:fault|mistake|problem)|of (?:yourself|yourselves|what you|asking)|(?:to|you) (?:understand|follow|read|grasp|count|think|learn|listen|remember|accept|obey|spell|write|type|pay attention|use your)|rules?|policy|policies|terms)\b|"
    r"\b(?:for|of|like|as) (?:\w+ )?(?:people|persons|customers) (?:like|who)\b|\b(?:sad|upset|angry|worried|shock\w*|important|panic\w*|hurt) (?:about|over|for|because of) an?\b|, an? \w+ ?\.?$"
)
"""What makes a kind opening a pat on the head or a sneer."""


_MOCKS_NOBODY = re.compile(
    r"^(?:(?:no|and|oh|please|honestly|i promise) (?:, )?)*(?:(?:i|we) (?:am|are|was|were) not|(?:nobody|no one)(?: here)?(?: is| was)?) (?:\w+ )?"
    r"(?:laughing|smirking|smiling|grinning|sneering|mocking|judging|making fun|poking fun|rolling (?:my|our) eyes|sighing)\b"
)
"""Said to who fears to be laughed at."""


def reassures(said: str) -> bool:
    """Whether a sentence, in mended words, only denies laughing at the customer or judging them: no dispute, though it contradicts."""
    return bool(_MOCKS_NOBODY.search(said)) and not _TAKEN_BACK.search(said)


_WAVED = re.compile(
    r"^(?:(?:oh|ah|no|now|and|,) )*do not be (?:silly|daft) (?:, |and )*(?:of course\b(?! not\b)|(?:it is|it was|that is|you are|you were) (?:(?:really|just) )?(?:no|not an?|never an?) (?:bother|trouble|problem|nuisance)|(?:that|it) is what (?:i am|we are) here)"
)
"""A worry of being a nuisance waved away."""


def plainly_kind(said: str) -> bool:
    """Whether a sentence, in mended words, understands a feeling, wishes something good or spares a step, and nothing in it belittles."""
    return bool(_WAVED.match(said)) or (bool(_KIND.search(said)) and not _TAKEN_BACK.search(said))


def _of_this_case(clause: Clause, scene: Scene) -> bool:
    """The sentence says of what, and takes nothing back."""
    mine = [c for c in scene.reply if c.sentence == clause.sentence]
    return any(scene.is_specific(c) for c in mine) and not _TAKEN_BACK.search(" ".join(c.text for c in mine))


RULES: tuple[Rule, ...] = (rule(Act.REFLECT_FEELING, NAME, _FEELS.pattern, 0.62, when=both(tells, _of_this_case), unless=r"\bsorry\b", whole=True),)
