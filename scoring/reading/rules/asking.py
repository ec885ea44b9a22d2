"""Cues of asking, checking and mere receipt: CHECK_UNDERSTANDING, ASK_OPEN, ASK_CLOSED, ACK_GENERIC."""

from __future__ import annotations

from scenarios.acts import Act
from scoring.reading.rules.base import Rule, asks, both, rule
from scoring.reading.scene import Scene
from scoring.reading.sentences import Clause


def _generic(clause: Clause, scene: Scene) -> bool:
    return not clause.question and not scene.is_specific(clause)


CHECK = (
    rule(
        Act.CHECK_UNDERSTANDING,
        "check.right",
        r"\b(?:(?:have|did|do) (?:i|we) (?:got|get|understood|understand|have|followed|follow|read|missed|miss|heard)(?: \w+){0,6} (?:right|"
        r"correctly|properly|straight|correct|anything|something|clear)|have i understood|am i (?:right|understanding|following|reading|"
        r"correct)|is that (?:right|correct|it|fair|the (?:gist|problem|situation|right)|what you (?:mean|meant|want|are)|how it|"
        r"about right|accurate)|(?:that|this) (?:is )?right\b|(?:correct|right|yes|yeah) \?$|did i (?:miss|get)|do i have (?:that|it|"
        r"this) right|does that (?:make sense|sound right|match)|is that (?:all )?clear|was (?:that|this|it) clear|are we (?:talking|"
        r"speaking) about|do (?:we|you) mean|you mean|have i (?:missed|got)|i think we (?:mean|are talking)|(?:i think )?(?:we|you) (?:may |"
        r"might )?(?:mean|are (?:thinking|talking)) (?:of )?(?:different|two)|correct me if)\b",
        0.6,
        when=both(asks, lambda c, s: len(c.words) >= 3),
        unless=(
            r"\bis that (?:right now|it then|ok|alright)\b|is that the (?:number|best|address|right (?:number|address|email))|\bis (?:that|"
            r"this) (?:my|your) (?:problem|fault)\b"
        ),
    ),
    rule(
        Act.CHECK_UNDERSTANDING,
        "check.so-you",
        r"^(?:so |and |ok |right |just |, )*(?:to (?:be|make) (?:clear|sure|certain)|to (?:check|confirm|recap|clarify|double check|"
        r"be sure)|(?:let me|can i|could i|may i|i (?:just )?want to|i would like to) (?:just )?(?:check|make sure|confirm|be sure|play|"
        r"repeat|read|recap|see if)(?: that)? (?:i|we|you|it back|that back|this back|back))\b",
        0.58,
        when=lambda c, s: len(c.words) >= 5,
        whole=True,
        unless=(
            r"\b(?:postcode|post code|address|number|email|date of birth|name|dob|account|stock|with (?:the|my|our)|if (?:the|they|he|she|it|"
            r"there)|order is|i can|i will)\b"
        ),
    ),
    rule(
        Act.CHECK_UNDERSTANDING,
        "check.mixup",
        r"\b(?:(?:i think|it looks like|sounds like|maybe|perhaps|looks like) (?:we|you|there)(?: \w+){0,4} (?:different|crossed|"
        r"two (?:different|separate)|mixed|at cross|talking about|a mix-?up|a misunderstanding)|there (?:are|is|was|were) (?:two|a mix-?up|"
        r"some confusion|a misunderstanding|crossed)(?: \w+){0,3} (?:here|between|about|things|orders|calls|dates|numbers)?|"
        r"at cross purposes|not the same (?:as|thing)|clear (?:up )?(?:one|a|that|this|something) (?:thing )?up|before (?:i|we) (?:act|"
        r"do anything|go (?:on|ahead)|start|change))\b",
        0.5,
        unless=r"\b(?:two (?:options|ways|choices|days|weeks|minutes|left)|you have (?:got )?mixed)\b",
    ),
)

ASK = (
    rule(
        Act.ASK_OPEN,
        "ask.open",
        r"\b(?:what (?:happened|has happened|has (?:it|this|that|all (?:this|that)) been like|was (?:it|that|this) like|is (?:happening|going on|it doing|the (?:main |biggest )?(?:problem|trouble|worry|story|"
        r"situation|effect|matter)|bothering|worrying|most|important|wrong|worst|it like)|went wrong|would (?:help|put|make|you (?:like|"
        r"want|need|prefer|consider|see|say|be|have)|it|be|a good|work|suit|sort|feel|that)|matters|do you (?:need|want|mean|think|remember|"
        r"see|make|have in mind|hope)|did (?:you (?:see|notice|find|do|hope|try|hear|expect)|they (?:say|tell)|he (?:say|tell|do)|"
        r"she (?:say|tell|do)|it (?:look|do|say|sound)|the \w+ (?:say|tell|look))|were you|have you (?:been told|tried|heard|had|been)|"
        r"can (?:i|we) do (?:to|that|for)|could (?:i|we) do (?:to|that)|else (?:happened|do you|has)|does (?:it|that|your|the) (?:mean|do|"
        r"look|sound)|are you (?:hoping|seeing|looking|after|most|trying)|led|made|brings|sort of|kind of|concerns)|how (?:does|did|do|has|"
        r"have|is|was|can i (?:help|make|put)|can we (?:help|make|put)|would you (?:like|want|prefer)|may i help|are (?:you|things)|come|"
        r"could (?:i|we) (?:help|make|put))(?! (?:long|many|much|old|far|soon|often|big|tall|late|you (?:spell|pay|expect (?:me|us)|dare)))|"
        r"tell me (?:\w+ )?(?:what|how|about|more|everything|the|a bit|in|your|where|which|why)|talk me through|walk me through|"
        r"run me through|take me through|describe|explain (?:to me )?what|can you (?:tell|explain|describe|give) (?:me |us )?(?:a bit |"
        r"a little |some |any )*(?:more|what|how|about|exactly what|the story)|in your (?:own )?words|why (?:is|do you (?:think|feel|need|"
        r"want)|does|would)|help me understand|what is your (?:side|take|view))\b",
        0.62,
        when=lambda c, s: (
            c.question
            or any(
                p in c.text for p in ("tell me", "talk me through", "walk me through", "describe", "help me understand", "run me through", "take me through")
            )
        ),
        unless=(
            r"\b(?:what (?:exactly )?(?:do|did) you (?:expect|want) (?:me|us)|what is the (?:number|name|date|code|postcode|order|address|"
            r"reference|model|size|colour|time)|tell me (?:your|the) (?:name|postcode|number|order|address|date|reference|account|model|last)|"
            r"what (?:time|day|date|number|colour|size|model)|how (?:is|are) you (?:today|doing)|how can i help|how may i help|which one|"
            r"describe the item number|what else can i|i will tell|tell me (?:your|that) (?:is|name)|let me tell|how many|how much|how long|"
            r"how do you spell|you tell me)\b"
        ),
    ),
    rule(Act.ASK_CLOSED, "ask.closed", r".", 0.4, when=lambda c, s: c.question and len(c.words) >= 2),
    rule(
        Act.ASK_CLOSED,
        "ask.datum",
        r"\b(?:can|could|may|might|would) (?:i|you)(?: please| just| kindly| quickly)* (?:take|have|get|grab|confirm|give|tell|send|share|"
        r"provide|let me know|check|remind|ask (?:for|you for|when|what|if|whether|which|how|who)|see|spell|verify|read|look|"
        r"describe)\b(?: \w+){1,}|\b(?:what|which|when|who|where) (?:is|was|are|were|do|did|time|day|date|number|colour|size|model|one|"
        r"branch|floor|door|card|name|address|email)\b|\bhow (?:many|much|long|old|far|soon|often|big)\b",
        0.55,
        when=asks,
        unless=r"\bwhat (?:is|was) (?:happening|going on|the (?:problem|matter|worry))\b",
    ),
    rule(
        Act.ASK_CLOSED,
        "ask.need-data",
        r"^(?:please |kindly |just |(?:i |we )?(?:will |just |also |do |only )*(?:need|require)(?: to (?:have|take|know|confirm|ask))? |"
        r"can i |could i )+(?:confirm |provide |give (?:me |us )?|send (?:me |us )?|let me (?:know|have) |share |tell me |have |take |"
        r"reply with |(?:your|the|a|an|three|two|some|to know|to ask|from you|it|what|which|whether|if|when|who|"
        r"both) ?)(?: ?\w+){0,6}\b(?:name|postcode|post code|number|address|email|date of birth|dob|reference|order|account|photo|picture|"
        r"serial|model|id|details|phone|code|digits|password|colour|size|bin|pcn|zip|plate|registration|receipt|invoice|policy number|date|"
        r"time|when|which|whether)\b",
        0.55,
        when=lambda c, s: not c.numbers or c.question or "digits" in c.words,
        unless=r"\b(?:you (?:need|require)|do not need|will need (?:a|your|photo) (?:id|receipt) (?:to|when|at))\b|so (?:that )?i (?:do not|never)",
    ),
    rule(
        Act.ASK_CLOSED,
        "ask.sorry-what",
        r"^(?:sorry|pardon|excuse me|come again|say again|what was that) ?(?:\?|, (?:which|what|who|could|can|did|was|the))",
        0.6,
        when=asks,
        whole=True,
    ),
)

ACK_GENERIC = (
    rule(
        Act.ACK_GENERIC,
        "ack.understand",
        r"\b(?:i|we) (?:can |do |could |totally |completely |fully |absolutely |certainly |really |definitely |truly |very much |so |well |"
        r"100% |hear and |100 )*(?:understand|hear|get|see|appreciate|realise|know|feel|acknowledge|recognise|sympathise|empathise|imagine|"
        r"sense|relate)\b(?: (?:your|you|how|that|where|what|why|it|this|the|completely|totally|and|with|to|entirely|fully|,|\.|!|of)|$)",
        0.45,
        when=_generic,
        unless=(
            r"\bbut\b.*\b(?:wrong|policy|calm)\b|i do not understand|do not see|sorry|i (?:can )?see (?:the|your|it|that|on|from) (?:order|"
            r"account|notes?|record|booking|file)|appreciate you(?:r)? (?:patience|waiting|bearing|getting|letting|taking|sending|feedback|time|"
            r"bringing|calling|contacting|coming|being|telling|explaining)|i will see|to see|to hear (?:from|back)|get (?:this|it|"
            r"that) (?:sorted|fixed|resolved)|where to"
        ),
    ),
    rule(
        Act.ACK_GENERIC,
        "ack.receipt",
        r"^(?:(?:ok|okay|right|noted|understood|got it|i see|fair enough|sure|of course|absolutely|yes|fair point|quite right|quite so|"
        r"indeed|understandable|makes sense|that makes sense|i know|no problem|will do|got you|alright|exactly|totally|agreed|point taken|"
        r"fair|right you are|true|very true|that is true|that is fair|you are right|you are quite right|you are absolutely right|"
        r"message received|roger|i hear you|i hear that|ah|oh|oh no|oh dear|goodness|gosh|wow|ouch|yikes|oof|blimey|crikey|hmm|dear me|"
        r"good point|thats fair)(?: (?:,|\.|!|and|then|there|you|i|\.\.\.|mate|madam|sir|so)|$) ?)+$",
        0.45,
        when=lambda c, s: not c.question and len(c.words) <= 7,
        whole=True,
    ),
    rule(
        Act.ACK_GENERIC,
        "ack.sympathy",
        r"\b(?:(?:that|this|it|how|what|so|really|very|oh) (?:is |was |sounds |must be |must have been |must feel |has been |really is |"
        r"does sound |can be |seems |a |an |all )*<VERY>(?:a |an )?<VERY>(?:awful|terrible|horrible|dreadful|frustrating|annoying|upsetting|"
        r"disappointing|stressful|a shame|shame|nightmare|pain|tough|rough|rubbish|unfortunate|sad|not good|not great|not nice|not ideal|"
        r"hard|difficult|distressing|inconvenient|a mess|mess|unacceptable|poor|shocking|bad)|(?:not (?:good|nice|great|what (?:i|"
        r"we) (?:like|want))) to hear|sad to hear|heart ?broken|my heart goes|feel for you|i (?:really )?feel your|here for you|"
        r"on your side|in good hands|you have (?:come to|reached) the right|poor (?:you|thing|thi)|(?:i am|we are) (?:gutted|devastated|sad|"
        r"heartbroken|shocked|horrified|appalled|mortified|concerned)(?: for you| to (?:hear|read|see)| by| at)?|i would be (?:too|"
        r"the same)|you must (?:be|feel|have (?:been|felt)) (?:so |very |really |absolutely |like )*(?:\w+)|i can only imagine|"
        r"we have all been there)\b",
        0.4,
        when=lambda c, s: not c.question and (not s.is_specific(c) or (not s.shares(c) and not c.numbers and len(c.words) <= 9)),
        unless=r"\bsorry|apolog",
    ),
    rule(
        Act.ACK_GENERIC,
        "ack.no-doubt",
        r"\b(?:i (?:do not|did not) doubt (?:you|it|that)|i (?:am sure|know|do not doubt|believe) you (?:take|did|do|are|have|"
        r"tried)(?: \w+){0,3}|(?:i )?(?:take|see|understand|hear|get) your point|you make (?:a |some )?(?:good|fair|valid|persuasive|"
        r"strong) (?:point|case)s?|(?:put|made) (?:a|your) (?:\w+ ){0,2}(?:point|case)|i am listening|i am with you|go on|please go on|"
        r"carry on)\b",
        0.42,
        when=_generic,
    ),
)

RULES: tuple[Rule, ...] = (*CHECK, *ASK, *ACK_GENERIC)
