"""Cues of harm said bluntly in simple English, as somebody who learnt it late says it: "it is your fault", "calm you", "you must write better".

The grammar is bare and sometimes wrong, the sense is plain; no model has to hear it too. What the same words say kindly ("it is not your
fault", "the page made you think it is your fault", "you must be worried") stays out of them.
"""

from __future__ import annotations

import re

from scenarios.acts import Act
from scoring.reading.rules.base import NOT_ABOUT_YOU, Rule, both, rule, tells
from scoring.reading.rules.blame import OURS
from scoring.reading.scene import Scene
from scoring.reading.sentences import Clause

NAME = "blunt."
_SURE = 0.87
_BELIEVED = re.compile(
    r"\b(?:think|thinks|thought|believes?|believed|feels?|felt|says?|said|told|afraid|fears?|feared|worr\w+|whether|if|as though|seem\w*|looks? (?:like|as)|wrote|writes?|ask(?:s|ed|ing)?|made you)\b"
)
_CARE = r"(?:careful(?:ly)?|attentive|better|more|clearer|clearly|good|well|exact(?:ly)?|correct(?:ly)?|attention|next time|the next time|before|first)"


def _meant(clause: Clause, scene: Scene) -> bool:
    """The rep's own word, in a reply that takes nothing on itself: not what somebody thought or said."""
    here = [c for c in scene.reply if c.sentence == clause.sentence and c.start <= clause.start]
    return not any(_BELIEVED.search(c.text) for c in here) and not any(OURS.search(c.text) for c in scene.reply)


RULES: tuple[Rule, ...] = (
    rule(
        Act.BLAME,
        NAME + "your-fault",
        r"^(?:it|this|that|all this|the (?:fault|mistake|error|problem)) (?:(?:is|was|be) )(?:(?:all|only|just|really|also|clearly|simply|again|still|completely|of course|then|with|of|by) )*"
        r"(?:your (?:own )?(?:fault|mistake|error|guilt|doing)|you(?: who)? (?:made|did|broke))\b(?! (?:code|number|report|message))|"
        r"^(?:the (?:fault|mistake|error) is (?:yours|on you|with you|by you|of you)|you (?:have|had|are) (?:the |in |at )?(?:fault|guilt|guilty)\b)",
        _SURE,
        when=both(tells, _meant),
        unless=NOT_ABOUT_YOU,
    ),
    rule(
        Act.BLAME,
        NAME + "do-it-better",
        rf"\byou (?:(?:really|just|also|always|only) )*(?:must|should|have to|need to) (?:(?:learn to|also|always|just|please) )*(?:write|read|look|check|measure|listen|explain|count|pay attention|be(?= (?:more )?(?:careful|attentive|exact))|plan|speak|use|type|choose) "
        rf"(?:\S+ ){{0,4}}?{_CARE}\b(?: \S+){{0,5}} ?(?:\.|!|,|$)|\byou (?:should|must) (?:have )?(?:look(?:ed)?|check(?:ed)?|read|control(?:led)?|care(?:d)?|mind(?:ed)?) (?:it|them|this|that|for it|after it|about it|yourself)(?: yourself| alone)? ?(?:\.|!|,|$)",
        _SURE,
        when=both(tells, _meant),
        unless=NOT_ABOUT_YOU
        + r"|\b(?:be (?:very |so |really )?(?:worried|tired|angry|sad|upset)|so that|i (?:will|can|send)|we (?:will|can|send)|if you (?:want|like)|before (?:you|it|we|the|signing|paying|noon)|first (?:thing|the)|doctor|appointment)\b",
    ),
    rule(
        Act.BLAME,
        NAME + "you-did-bad",
        r"^(?:and |so |but |because )*you (?:(?:have|had|probably|surely|certainly|maybe|just|only|simply|again) )*(?:measured|parked|pulled|pushed|pressed|written|wrote|typed|packed|closed|opened|read|looked|cleaned|washed|used|counted|planned|ordered|chosen|"
        r"chose|booked|listened|set|fitted|stored) (?:(?!not\b|no\b|our\b|we\b|us\b|us\b|because\b)\S+ ){0,3}?(?:bad|badly|wrong|wrongly|false|too (?:strong|strongly|hard|fast|quick|quickly|late))\b",
        _SURE,
        when=both(tells, _meant),
        unless=NOT_ABOUT_YOU + r"|\bbecause\b(?! you\b)|\b(?:that|what|which|as if) you\b|\b(?:a|an|the) (?:bad|wrong|false)\b",
    ),
    rule(
        Act.BLAME,
        NAME + "wish-you-would",
        r"\b(?:i|we) (?:only |just |really )*wish (?:that )?(?:you|customers|people|everybody|everyone) (?:would|could|had|did) (?:just |only |simply |at least |first |also |even )*"
        r"(?:read|listen|listened|check|checked|ask|asked|look|looked|think|thought|stop|behave|wait|waited|understand|understood|write|learn|know|known|pay)\b",
        _SURE,
        when=tells,
    ),
    rule(
        Act.INVALIDATE,
        NAME + "calm-you",
        r"\bcalm (?:you|yourself|yourselves)\b(?! (?:can|will|may|if|when)\b)|\b(?:be|stay|keep|make you|you must be|get) (?:quiet|calm)(?: please)? (?:, )?(?:madam|sir|lady|mister|now)\b|"
        r"^(?:please |so |and |well , )*(?:the|your|a|this|that|one) (?:\w+ )?(?!(?:rest|bill|payment|money|paperwork|forms?|others?|fee|invoice|parcel)\b)\w+ can wait\b(?! (?:until|till|for|at|in|with)\b)|\b(?:why|what for) (?:do )?you (?:make|do|are making) (?:so |such |this |that |all )*(?:much |a |big |of )*(?:theatre|theater|drama|problem|noise|scandal|fuss|circus|story)\b",
        _SURE,
        whole=True,
        unless=r"\b(?:will|would|am|are) not (?:going to )?(?:tell|ask|say)|thank|so that you can|does not calm|to calm\b|if you (?:want|like)|until you",
    ),
    rule(
        Act.HOSTILE,
        NAME + "shame-on-you",
        r"\bshame on you\b|\b(?:you should|do not you|you do not|have you no) (?:be |feel |have )?(?:ashamed|shame)\b|\byou must (?:be |feel |have )?(?:so |very )?asham(?:ed|e) (?:of|for) (?:yourself|yourselves|what you|asking|speaking|writing|this behaviou?r)\b|\bhow (?:(?:we|i) can|can (?:we|i)|should (?:we|i)|(?:we|i) should) (?:believe|trust) (?:to )?you\b",
        _SURE,
        whole=True,
        unless=r"\b(?:you should|you must) not\b|\bno shame\b|\bnot (?:have to |need to )?be ashamed\b|\bit (?:was|is|must be) (?:a |such )",
    ),
    rule(
        Act.HOSTILE,
        NAME + "too-hard-for-you",
        r"\b(?:it|this|that) (?:is|seems|must be|can be) (?:very |too |so |a bit |quite |rather |really )*(?:hard|difficult|complicated|complex|much|high) for (?:you|some people|people like you) to (?:follow|understand|grasp|read|count|get)(?: (?:it|this|that|me|us))? ?(?:\.|!|,|$)",
        _SURE,
        when=both(tells, _meant),
        unless=r"\b(?:our|my|we|letters?|form|page|bill)\b",
    ),
    rule(
        Act.BLAME,
        NAME + "so-it-failed",
        r"^(?:and |but |because )*you (?:have |had |were |are )?(?:slept|sleeping|asleep|not (?:listen\w*|hear\w*|open\w*|answer\w*|pay attention|look\w*)|did not (?:hear|open|listen|look)) ?(?:, )?(?:so|therefore|for this|because of this|that is why)\b",
        _SURE,
        when=both(tells, _meant),
    ),
)
