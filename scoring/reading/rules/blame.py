"""Cues of BLAME: the fault, or the trouble of mending it, laid at the customer's door, in plain words or as advice."""

from __future__ import annotations

import re

from scenarios.acts import Act
from scoring.reading.rules.base import NOT_ABOUT_YOU, Rule, asks, rule, tells
from scoring.reading.scene import Scene
from scoring.reading.sentences import Clause

_THEIR_STEP = (
    r"(?:checked|double-checked|read|rung|rang|called|phoned|emailed|contacted|asked|told|said|mentioned|reported|noticed|looked|thought|kept|"
    r"cancelled|returned|signed|booked|paid|let (?:us|me)|been (?:more |in\b|careful|quicker)|waited|chosen|picked|packed|measured|tested|brought|"
    r"planned|followed|updated|realised|known|come (?:to us|forward))"
)
"""What a customer takes or leaves; what they get ("been told", "had a call") is the firm's to give."""

OURS = re.compile(
    r"\b(?:our (?:own )?(?:fault|mistake|error|doing|slip)|(?:is|was|are) (?:ours|on us)|wrong of us|(?:we|i) (?:got|had|have got|did) (?:it|that|this) wrong|"
    r"(?:we|i) should (?:have|not have|never have)|(?:is|was) (?:wrong|no good) of (?:us|me)|(?:we|i) (?:\w+ ){1,4}wrong (?:number|door|house|address|bell|name|street|flat))\b"
)
"""Words that own the fault, or tell of a slip that is plainly the rep's side's."""


def _laid_on_them(clause: Clause, scene: Scene) -> bool:
    """Told, not asked, in a reply that owns nothing."""
    return not clause.question and not any(OURS.search(other.text) for other in scene.reply)


_BY_HAND = (
    r"(?:put|fit|fitted|insert|inserted|place|placed|use|used|wear|wore|worn|typed?|entered|pressed|clicked|plugged|connected|set|filled|wrote|written|read|"
    r"installed|held|hold|turned|closed|picked|chose|chosen|ordered|measured|done|did|got|mix|mixed)"
)

BLAME = (
    rule(
        Act.BLAME,
        "blame.did-it-wrong",
        rf"\byou (?:(?:most )?(?:probably|likely|must have|may have|might have|could have|will have|have|are|obviously|clearly|surely|simply|just|maybe|perhaps|only|"
        rf"again|still) )*(?:{_BY_HAND}|putting|fitting|inserting|using|wearing|holding|doing|pressing|typing|filling) "
        rf"(?:(?!(?:and|but|we|i|they|nothing|no|not|because|which|that|was|were|is|are|got|when|sent|given|sold)\b)\w+ ){{0,4}}?(?:wrong|wrongly|incorrectly|badly|"
        r"upside down|inside out|the wrong way|not properly|not right)\b",
        0.86,
        when=_laid_on_them,
        unless=NOT_ABOUT_YOU + r"|\b(?:if|whether|not that|never|nobody|told|said|(?:do|did) not (?:think|say)) (?:\w+ ){0,2}?you\b|\bgot (?:the|a|an) wrong\b|"
        r"\bbecause (?:(?:of )?(?:our|us)|we|the (?:form|page|app|label|leaflet|screen))\b",
    ),
    rule(
        Act.BLAME,
        "blame.no-answer",
        r"\b(?:we|i|he|she|they|somebody|someone)\b.*\b(?:rang|rung|called?|phoned?|telephoned?|tried|texted|wrote|messaged|emailed|knocked)\b.*\byou (?:just |simply |even |still )*"
        r"(?:did not|never|do not|have not|would not) (?:even |once |ever )?(?:answer|answered|pick|picked|reply|replied|respond|responded|react|reacted|open|opened|call|called|ring|rang)\b|"
        r"^(?:and |but |so |yet )*you (?:just |simply |even |still )*(?:did not|never|would not) (?:even |once |ever |bother to )?(?:answer|answered|pick(?:ed)? up|reply|replied|respond|responded)\b",
        0.86,
        when=_laid_on_them,
        unless=NOT_ABOUT_YOU
        + r"|\b(?:why|because (?:we|nobody)|of course|no wonder|if|when|how could) (?:\w+ )?you\b|\bour (?:question|letter|text|message)s? never\b",
    ),
    rule(
        Act.BLAME,
        "blame.should-have-plainly",
        r"\byou (?:really |probably |perhaps |maybe |also |all |clearly |simply |just )*(?:should|ought to) (?:really |probably |at least |just |always |"
        rf"simply |also )*have (?:just |really |at least |simply |also |carefully |properly |first )*{_THEIR_STEP}\b",
        0.86,
        when=tells,
        unless=NOT_ABOUT_YOU
        + r"|\b(?:than|what|how|if|whether|why|who|no (?:way|reason)|nothing|nobody|think|thought|feel|says?|saying|said|not that) (?:that )?you (?:\w+ )?(?:should|ought)"
        r"|\b(?:should not|should never|never should|without having to)\b|\bhave (?:paid|waited|rung|called|asked) (?:only|just|nothing|less|once|no more)\b",
    ),
    rule(
        Act.BLAME,
        "blame.should-have",
        r"\byou (?:really |probably |perhaps |maybe |also |all )?(?:should|could|ought to|might|needed to|were (?:supposed|meant|asked|told|"
        r"advised|expected|required|warned) to)(?: not)? (?:really |probably |perhaps |maybe |also |at least |just |always |"
        r"only )?(?:have (?!been|had|got|heard|received|gotten|to\b|seen (?:a|your|the money)|a\b|it\b|the\b|some|your|that\b|them\b|this\b|"
        r"those\b|two|one|an\b|\d)|do|read|check|be in|keep|contact|ring|call|tell|let us|report|provide|allow|make sure|ensure|sign|bring|"
        r"return|cancel)",
        0.75,
        unless=NOT_ABOUT_YOU
        + r"|\bshould not have (?:to|had|been|needed)\b|\byou (?:could|might|should) (?:check|ring|call|contact|bring|return|cancel|report|"
        r"keep|tell|read|be in|do|make sure|let us|sign|ensure|provide|allow)\b|\bif you\b",
    ),
    rule(
        Act.BLAME,
        "blame.should-advice",
        r"\byou should (?:always|really|know|be more careful|be aware|check (?:before|first|the)|read the)\b",
        0.6,
        unless=NOT_ABOUT_YOU,
    ),
    rule(
        Act.BLAME,
        "blame.if-you-had",
        r"\b(?:if (?:only )?you (?:had|would have|have) (?:not |just |only |simply |actually |told|rung|called|read|checked|contacted|let|"
        r"been|come|given|kept|asked|reported|said|done|paid|bothered|followed|cancelled|mentioned|ordered|booked|waited|chosen|answered|"
        r"updated)|had you (?:not |just |only |simply )?(?:told|rung|called|read|checked|contacted|let|been|come|given|kept|asked|reported|"
        r"said|done|paid|bothered|followed|cancelled|mentioned|ordered|booked|waited|chosen|answered|updated))\b",
        0.7,
        unless=NOT_ABOUT_YOU
        + r"|\bif you have (?:not )?(?:got|a|any|the|already|been (?:sent|given|charged)|told (?:us )?(?:this|that)|kept|given)\b.*\b(?:can|"
        r"will|could|please)\b|\bjust let\b",
    ),
    rule(
        Act.BLAME,
        "blame.you-failed",
        r"\byou (?:(?:clearly|obviously|simply|just|actually|apparently|evidently|also|then|probably|may|might|must|"
        r"seem to) )*(?:have )?(?:failed to|forgot to|forgotten to|neglected to|did not (?:bother|think|read|check|tell us|mention|update|"
        r"tick|provide|follow|respond|reply|answer|specify|select|complete|notify|cancel|return|attend|board|show up|turn up|disclose|"
        r"declare|keep|let us know|say|give us|use|follow|set|choose|take out|opt|sign)|never (?:told|read|checked|mentioned|updated|gave|"
        r"replied|responded|answered|rang|confirmed|returned|cancelled|said|asked|reported|let))\b",
        0.75,
        unless=NOT_ABOUT_YOU + r"|\bdid not get\b|if you did not|\bcould you\b|because (?:we|nobody|no one)|when you did not",
    ),
    rule(
        Act.BLAME,
        "blame.you-must-have",
        r"\byou (?:must|may|might|could|will|probably|seem to|appear to)(?: well)?(?: possibly| perhaps| accidentally| simply|"
        r" just)? (?:have )(?:accidentally |simply |possibly |perhaps |just |inadvertently |not )?(?:given|put|entered|typed|pressed|"
        r"clicked|ticked|chosen|picked|selected|missed|misread|misheard|misunderstood|overlooked|overloaded|dropped|knocked|spilt|spilled|"
        r"left|lost|mixed|confused|got (?:it|this|that|the|mixed|confused|wrong)|set|turned|deleted|forgotten|signed|agreed|opened|used|"
        r"made|done|installed|damaged|broken|ignored|skipped|provided|been (?:out|away|mistaken|on the wrong|confused)|switched|let|changed|"
        r"moved|had it)\b",
        0.7,
        unless=NOT_ABOUT_YOU + r"|you (?:may|might) have (?:been told|seen|heard|got (?:the|an|a|our)|left (?:a|the|your) (?:review|message))",
    ),
    rule(
        Act.BLAME,
        "blame.did-you",
        r"^(?:did|have|had) you (?:actually |even |perhaps |maybe |possibly |by any chance |accidentally |not |definitely )*(?:drop|dropped|"
        r"forget|forgotten|spill|spilt|spilled|overload|overloaded|knock|knocked|tamper|tampered|misread|ignore|ignored|break|broken|"
        r"mishandle|misuse|lose it|even|get it wet|put the wrong|enter the wrong|read the (?:label|instructions|terms|small print|manual|"
        r"email|policy|conditions|description|notice|sign)|follow the instructions|not (?:read|check|see|get|notice|think)|bother|mix|"
        r"pick the wrong|choose the wrong|press (?:something|anything))\b",
        0.7,
        when=asks,
    ),
    rule(
        Act.BLAME,
        "blame.are-you-sure",
        r"\b(?:perhaps|maybe|possibly|presumably) (?:you|your \w+) (?:have |may have |might have |just |simply |accidentally )*(?:knock|"
        r"dropp|miss|misread|misunderst|left|lost|forgot|spil|broke|damag|overload|press|click|enter|put|gave|mix|did not)\w*\b|"
        r"\b(?:are you (?:quite |absolutely |really |completely |totally |certain|a hundred percent )*(?:sure|certain|"
        r"positive) (?:that )?you|is it (?:at all )?possible (?:that )?you|could it (?:be|have been) (?:that )?you|any chance you (?:may |"
        r"might )?(?:have )?(?:missed|misread|dropped|put|left|gave|got|mixed|were|forgot)|was there a (?:particular |specific |"
        r"good )?reason (?:why |that )?(?:you|it was (?:left|not))|is there a (?:particular )?reason you (?:did|do|have|left|waited)|"
        r"why (?:did|do|would|have|were) (?:not )?you(?: not)?\b(?! (?:feel|think (?:that )?(?:is|was)|want to (?:cancel|leave)|ask)))",
        0.65,
        when=asks,
        unless=NOT_ABOUT_YOU,
    ),
    rule(
        Act.BLAME,
        "blame.plainly",
        r"\b(?:your own (?:silly |stupid |bloody |damn )?fault(?! (?:code|number|report|log)\b)|(?:only |just )?(?:have |got |have got )?(?:only |just )?yourself to (?:blame|thank)|"
        r"(?:can not|cannot|do not|no (?:use|good|point)) blam(?:e|ing) (?:us|me|the (?:driver|shop|firm|company|bank|engineer|office))|"
        r"you did (?:this|that|it),? not (?:us|me|we)|your fault,? not ours)\b",
        0.9,
        unless=NOT_ABOUT_YOU
        + r"|\b(?:not|never|nor|hardly|isn) (?:\w+ ){0,3}your(?: own|self)|\bis it your own\b|\bdo not (?:think|say|feel|tell yourself)\b|\bnone of\b",
    ),
    rule(
        Act.BLAME,
        "blame.your-fault",
        r"\b(?:your (?:own )?(?:fault|mistake|error|doing|responsibility|job|choice|negligence|decision|oversight|end)\b(?! to make)|"
        r"user error|customer error|operator error|down to you|(?:is|was|all|entirely) on you\b(?! (?:now|today|to))|up to you to (?:check|"
        r"read|make|ensure|keep|tell|report|make sure)|you (?:only )?have (?:only )?yourself to blame|that is what happens when|"
        r"what did you expect|at your own risk|you brought|self-inflicted)\b",
        0.7,
        unless=NOT_ABOUT_YOU + r"|\bnot (?:at )?your (?:end|fault)|\bnot (?:\w+ ){0,2}(?:your|user|down to you|on you)\b|\bis it your\b|nothing (?:to do with|"
        r"wrong) (?:you|at your|on your)|(?:in|at|to|on) your end|your (?:own )?(?:choice|decision) (?:entirely|which)|no (?:user|"
        r"customer) error|rather than (?:your|you)",
    ),
    rule(
        Act.BLAME,
        "blame.you-agreed",
        r"\b(?:you (?:did |have )?(?:agreed?|accepted?|signed|ticked|clicked|chose|opted|decided|selected|declined|requested|"
        r"insisted)\b(?: \w+){0,6} (?:terms|conditions|contract|agreement|box|small print|policy|checkout|not to|without|cheaper|cheapest|"
        r"basic|economy|standard|when you)|in the (?:terms|contract|conditions|agreement|"
        r"small print)(?: and conditions)? (?:that )?you (?:agreed|signed|accepted|ticked)|it (?:is|was|does|did) (?:\w+ )?(?:clearly|"
        r"plainly|quite clear|very clear)|clearly (?:states?|stated|says?|said|shown|marked|explained|set out|listed|written)|"
        r"as (?:clearly )?stated (?:in|on)|(?:is|was) (?:all )?(?:in|on) (?:the|your) (?:travel documents?|booking confirmation|terms|"
        r"contract|email we sent|welcome (?:pack|email)|documents?|small print|label|box|leaflet)(?: you (?:got|received|were sent))?)\b",
        0.55,
        when=tells,
        unless=NOT_ABOUT_YOU + r"|should have been|was not|should be clear|not (?:very |really )?clear|not clearly",
    ),
    rule(
        Act.BLAME,
        "blame.lesson",
        r"\b(?:maybe|perhaps|try|just) (?:look|check|read|try|have a look|looking|checking|reading|ask|think)(?: \w+){0,6} (?:before you|"
        r"next time|first time)\b|\b(?:next time|in (?:the )?future) (?:, )?(?:please |you |do |make |check |try |be |remember |read |"
        r"always |perhaps |maybe |it (?:is|might|would))|\bfor (?:next time|future reference)\b|\bit (?:helps|pays|is (?:always |"
        r"usually )?(?:best|wise|worth|better|advisable|a good idea)) to (?:check|read|set|keep|plan|allow|make sure|be|order|book|look|"
        r"double|test|ask|ring|call|report|leave)\b|\b(?:please )?(?:remember|make sure) to (?:check|read) .*(?:before|first|next)\b",
        0.6,
        when=tells,
        unless=r"\b(?:i|we) will\b|\bif (?:it|this) (?:happens|does)|(?:i|we) (?:can|have)|use (?:ref|this)|ask for me",
    ),
    rule(
        Act.BLAME,
        "blame.people-do",
        r"\b(?:people|customers|sellers|users|guests|members|patients|tenants|drivers|students|parents|passengers|everyone|folks?|"
        r"lots of people|loads of people|most people|many people|they)\b(?: \w+){0,3} (?:do |often |usually |always |sometimes |tend to |"
        r"commonly )*(?:mix|misread|forget|confuse|miss one|get (?:it |this |that |them )?(?:wrong|nudged|mixed|confused)|misunderstand|"
        r"overlook|knock|skip|do not read|never read|leave it (?:too|to the))\b|\b(?:very|quite|so) (?:normal|common|easy) to (?:miss|"
        r"forget|mix|misread|confuse|overlook|get)\b|\b(?:an? )?(?:easy|common) mistake\b|\bget nudged\b",
        0.55,
        when=tells,
        unless=r"\b(?:our|my|i|we) (?:made|mistake)|\bour (?:mistake|fault|side)",
    ),
    rule(
        Act.BLAME,
        "blame.wrong-details",
        r"\byou (?:have |had |just |simply |clearly |obviously )*(?:got|get|took|read|understood|heard|did|done|put|wrote) (?:it|this|that|"
        r"them|the \w+)(?: \w+)? (?:wrong|incorrectly|the wrong way)\b|\byou (?:(?:did|have|had|do) )?(?:gave|given|entered|provided|put|"
        r"typed|supplied|have|booked|ordered|chose|picked|selected|went to|came to|used|rang|called|contacted|plugged|set|sent|"
        r"filled) (?:us |it |me |in |out |to )?(?:the |an? |your )?(?:wrong|incorrect|invalid|different|incomplete|old)\b",
        0.7,
        when=tells,
        unless=NOT_ABOUT_YOU + r"|\bif you\b|by (?:us|our)|from us|because we",
    ),
    rule(
        Act.BLAME,
        "blame.because-you",
        r"\b(?:because|since|as|given that) you (?:did not|have not|had not|were not|failed|missed|never|waited|left it|opened|used|"
        r"cancelled|changed|refused|chose|do not|are not|were out|ordered (?:late|after)|booked late)\b|\bby not \w+ing\b|"
        r"\bleft it (?:too late|until|so late|rather late|a bit late)\b|\bno[- ]one (?:was )?(?:in|home)\b|\b(?:got )?no answer at (?:the|"
        r"your) door\b|\bcustomer not (?:in|home|present|available)\b|\byou (?:were|was) (?:out|not in|not (?:there|at home|available|"
        r"present))\b",
        0.55,
        when=tells,
        unless=NOT_ABOUT_YOU
        + r"|\bthat is (?:wrong|not right)|which is wrong|(?:it|he|she|they) (?:says?|put|wrote|claims?)|wrongly|which was not (?:true|right)|were in",
    ),
    rule(
        Act.BLAME,
        "blame.hard-to-help",
        r"\b(?:you are (?:not )?making (?:it|this|things) (?:very |so |really )?(?:hard|difficult|worse|impossible)|(?:i|we) (?:can not|"
        r"could) (?:help|do anything|sort)(?: \w+){0,4} (?:if|unless|until) you (?:will not|do not|would|keep|stop|refuse|will)|"
        r"if you (?:will|would) not (?:co-?operate|tell|answer|give|listen|let)|it would (?:be|have been) (?:easier|quicker|better|simpler|"
        r"helpful) if you(?: had)?|you are not helping)\b",
        0.65,
        unless=r"sworn|swear|abus|insult|shout|threat|language",
    ),
)

RULES: tuple[Rule, ...] = (*BLAME,)
