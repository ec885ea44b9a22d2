"""Cues of the two dodges: DEFLECT (passing the matter on, refusing bare) and EVADE (not answering, saying nothing)."""

from __future__ import annotations

import re

from scenarios.acts import Act
from scoring.reading.rules.base import Rule, rule, tells
from scoring.reading.scene import Scene
from scoring.reading.sentences import Clause


def _vague(clause: Clause, _scene: Scene) -> bool:
    return not clause.question and not clause.numbers


def _asked_and_vague(clause: Clause, scene: Scene) -> bool:
    return scene.questioned and _vague(clause, scene)


_HELPS = (
    r"\b(?:so (?:i|we) (?:will|am|are|have|can)|(?:i|we) (?:will|have|am|are) (?:\w+ )?(?:chase|ring|ask|put|send|raise|bring|call|"
    r"chasing|asking|ringing|sort))\b"
)

_WAY_ON = re.compile(
    r"\b(?:i|we) (?:(?:now|then|just) )?(?:ring|call|ask|look|check|do|send|book|see|find|put|take|speak|write|get|go|make|try|pass|will|shall|can(?! (?:not|do nothing|only))|could|have|am|are|would)(?! (?:not|no|nothing)\b)\b|\b(?:let me|shall i|would you|do you want|but|because|until|what i can|instead)\b|\d"
)
_SHUT = re.compile(r"\bnothing\b.*\b(?:i|we) (?:can|could)\b|\b(?:is|are) (?:all )?(?:responsible|to blame|at fault)\b")


def _stops_there(clause: Clause, scene: Scene) -> bool:
    """Told in a reply that holds no step, reason, question or figure beside it."""
    return not any(one.question or _WAY_ON.search(_SHUT.sub(" ", one.text)) for one in (clause, *scene.reply))


DEFLECT = (
    rule(
        Act.DEFLECT,
        "deflect.nothing-plainly",
        r"^(?:sorry |unfortunately |i am afraid |honestly |well |so |,|there (?:is|was) |we have )*(?:really |just |simply |absolutely |honestly )*nothing (?:else |more |that |at all )*(?:i|we) (?:can|could) "
        r"(?:really |actually |possibly )?do(?: (?:about (?:it|that|this)|for you|here|there|from here|sorry|now))*(?: (?:\.|!|,|sorry|i am afraid))*(?:$|(?<=,) )",
        0.86,
        when=_stops_there,
        whole=True,
    ),
    rule(
        Act.DEFLECT,
        "deflect.not-ours",
        r"^(?:(?:sorry|well|so|but|and|look|honestly|frankly|,|this|that|it|which) )*(?:is |was |'s )?(?:really |just |simply |actually )*(?:not|no longer) (?:really |actually |exactly )*(?:my|our) "
        r"(?:problem|responsibility|concern|department|job|business|issue|affair|job here)(?: (?:here|at all|any more|anymore|sorry|i am afraid|mate|love))*(?: (?:\.|!|,|;))*(?:$|(?<=,) )",
        0.86,
        when=_stops_there,
        whole=True,
    ),
    rule(
        Act.DEFLECT,
        "deflect.theirs",
        r"\b\w+s? (?:is|are) (?:all )?(?:set|decided|made|handled|run|managed|controlled|priced|dealt with) by (?:head office|management|(?:the|our) (?:\w+ )?(?:manager|director|owner|council|landlord|insurer|supplier)|another|a different|upstairs|the system|somebody else|someone else|"
        r"(?:the|our) \w+ (?:team|department|office|company|desk))\b|\b(?:is|are|has|have|was) nothing to do with (?:us|me|reception|sales|support|billing|(?:this|the|our) \w+|here)\b|\b\w+s? (?:is|are) (?:really |entirely |purely )?(?:a matter|a question|something|one|down|up) (?:for|to) (?:the|your|our|them|him|her|another)\b|\b(?:that|this|it|which|those|these) (?:is|are|was|would be|will be|'s)(?: (?:really|all|entirely|usually|more|just|purely|strictly|always|not))? (?:(?:something |really |a question |"
        r"a matter |one |more )?(?:for|up to|down to|between you and|handled by|dealt with by|decided by|set by|managed by|owned by|"
        r"a matter for|with)) (?:the|your|our|another|a|an|head|them|him|her|those|you and|themselves|upstairs)\b(?! (?:phone|card|account|"
        r"order|booking|name|number|address|parcel|case|file|name|refund|benefit|convenience|moment|minute|time|record))",
        0.6,
        when=tells,
        unless=_HELPS + r"|\b(?:now|already|is with (?:our|the|a|my) (?:courier|driver|vet|bank|senior|specialist|dispatch|pharmacist|engineer|supervisor|"
        r"manager))\b|up to you|sorry (?:for|about) (?:the|that)|should have",
    ),
    rule(
        Act.DEFLECT,
        "deflect.go-elsewhere",
        r"\b(?:you (?:will |would |do |are going to |'d )?(?:just |simply |probably )?(?:need|have|ought|want|best|had better|"
        r"are better off|would be better|should really)(?: to)? (?:contact|speak|talk|call|calling|ring|ringing|email|ask|asking|take (?:it|"
        r"that|this) up|go (?:to|through|back|via|online)|write|raise|try|see|complain|chase|get in touch|use the|refer|visit|check with|"
        r"approach|consult|fill|submit|apply|phone|message|another|a different|deal)|(?:please |just |kindly |i suggest you |i would |"
        r"best to |try |you (?:can|could|may|might want to) (?:always )?)?(?:contact|ring|call|phone|email|speak to|speak with|talk to|ask|"
        r"contacting|calling|ringing|take it up with|refer to|check with|consult|get on to) (?:the |your |our |them |"
        r"their )?(?:\w+ )?(?:courier|manufacturer|bank|landlord|warehouse|department|team|driver|head office|store|shop|supplier|carrier|"
        r"seller|insurer|council|agency|website|surgery|clinic|gp|vet|provider|depot|branch|office|them|customer services?|helpline|"
        r"contractor|airline|hotel|garage|citizens advice|ombudsman|airport|police)\b)",
        0.55,
        when=tells,
        unless=_HELPS + r"|\b\d{4,}|\bask for\b|if (?:it|she|he|they|this|that|anything|you (?:do not|are not|would|ever|think))|so (?:that )?(?:you|they|"
        r"he)|999|911|\bi can\b|\bneed to (?:see|try) (?:it|a)|(?:i|we) (?:will|have)|free|directly on|need (?:to )?use the (?:new|code|"
        r"link)|i will (?:ring|call|contact|ask)|let me|i would (?:call|say|ask|ring|like to ask)",
    ),
    rule(
        Act.DEFLECT,
        "deflect.not-mine",
        r"\b(?:(?:not|is not|are not|was not|no longer|nothing to do with|outside(?: of)?|beyond|out of) (?:really |actually |exactly |"
        r"strictly |something )?(?:me\b|us\b|my|our|within my|in my|here|this desk|this team|i|we)(?: \w+)? ?(?:department|area|problem|"
        r"responsibility|job|fault|remit|decision|call|team|hands|control|place|end|side|issue|scope|concern|line|desk|power|gift|section|"
        r"deal with|handle|look after|do|cover)?)\b(?= |$|\.|,)",
        0.55,
        when=lambda c, s: (
            not c.question
            and any(
                w in c.words
                for w in (
                    "department",
                    "area",
                    "problem",
                    "responsibility",
                    "job",
                    "remit",
                    "decision",
                    "call",
                    "hands",
                    "control",
                    "scope",
                    "desk",
                    "gift",
                    "place",
                    "line",
                    "concern",
                    "section",
                    "team",
                )
            )
        ),
        unless=_HELPS + r"|sorry (?:for|about)|why that is our|but (?:i|we)|your (?:problem|fault)",
    ),
    rule(
        Act.DEFLECT,
        "deflect.nothing-to-do",
        r"\b(?:(?:there is |there was |is )?(?:nothing|not (?:a lot|much|anything)|very little|little) (?:else |more |that |further )?(?:i|"
        r"we|anyone) (?:can|could|am able to) (?:really |actually )?(?:do|add|say|offer)|(?:i|we) (?:can|could) (?:not|do nothing|"
        r"not do (?:anything|much))(?: help| do (?:anything|much|more))?(?: \w+){0,3} (?:about (?:that|it|this)|there|with that|further|"
        r"more|any further)|my hands are tied|(?:i|we) (?:do not|did not) (?:make|set|write) the (?:rules|prices|policy|policies)|(?:i|"
        r"we) (?:have|had) no (?:control|say|way|influence|power|access|choice|authority|option)|that is (?:all|as much as|the best|"
        r"as far as) (?:i|we) can (?:do|say|offer|go|tell)|i can only (?:go on|tell you what|repeat|read|see what|say what|suggest|advise)|"
        r"no can do|computer says no|i am just (?:the|a|chat|on)|i do not (?:have|get) (?:any )?(?:access|control|say|visibility)|"
        r"it is what it is|that is (?:just )?(?:how|the way) (?:it|things|the system|we) (?:is|are|works?|goes|do))\b",
        0.65,
        when=tells,
        unless=_HELPS + r"|until|yet\b|but (?:i|we|what)|today (?:but|,)",
    ),
    rule(
        Act.DEFLECT,
        "deflect.policy",
        r"\b(?:(?:it|that|this) (?:is|'s)(?: (?:just|simply|only|our|the|company|against|not in|head office|store|standard|part of|due to|"
        r"down to|in)){0,4} (?:policy|policies|rules?|procedure|protocol|terms|regulations?|system|process|guidelines)\b|(?:due to|"
        r"because of|as per|per|under|according to|in line with|against|within) (?:our |the |company |head office |store )*(?:policy|"
        r"policies|rules|procedures?|terms|regulations|guidelines|section|clause)|(?:policy|rules?|terms|terms and conditions|contract|procedure|head office|data protection|gdpr|insurance|regulations|process|section \d+) (?:will not|do not|does not|"
        r"did not|would not|says? (?:no|that we|we|you)|states?|can not|prevents?|requires?|dictates?|forbids?|prohibits?)(?: \w+){0,4}|"
        r"(?:system|computer|app|till|software|screen) (?:will not|does not|can not|would not|is not) (?:let|letting|allow|allowing|permit|support|accept|take)\b|head office (?:rules?|policy|decision|says)|those are (?:the|our) (?:rules|terms)|rules are rules|the (?:system|computer|app|"
        r"software|website) (?:just )?(?:does|did|sticks|adds|decides|sets|sends|generates|puts|closes|cancels|logs|makes)\b|"
        r"it is (?:all )?(?:automatic|automated|system[- ]generated|done automatically|the system|computer generated))",
        0.55,
        when=tells,
        unless=_HELPS + r"|says (?:qq )?(?:ready|delivered|it )|(?:i|we) can (?:still|also|give|do|offer|add|waive|make)|the reason|because (?!of our|"
        r"of the|of company|of head)|, so (?:it|the|your|that)|which (?:means|is why)|wrong",
    ),
    rule(
        Act.DEFLECT,
        "deflect.bare-no",
        r"^(?:(?:unfortunately|sadly|sorry|afraid|i am afraid|regrettably)(?: ,)? )?(?:no|nope|not possible|impossible|can not do (?:that|"
        r"it)|no can do|that is not possible|it is not possible|not happening|absolutely not|sorry no|declined|computer says no|no chance|"
        r"no way|out of the question)(?: (?:,|i am afraid|sorry|unfortunately|sir|madam|\.|!))*$",
        0.6,
        when=tells,
        whole=True,
    ),
    rule(
        Act.DEFLECT,
        "deflect.them",
        r"\b(?:the|our|a|your|that|this) (?:\w+ )?(?:courier|driver|warehouse|supplier|manufacturer|shop|store|seller|sender|maker|landlord|system|app|website|contractor|"
        r"subcontractor|partner|third party|previous (?:agent|advisor|adviser|rep)|last (?:agent|person)|other (?:agent|department|team|"
        r"shift|branch)|colleague|night shift|agency|software|update|post office|bank|delivery company|installer|kitchen|temp|new (?:lad|"
        r"guy|girl|starter))(?: \w+)? (?:must have|should have|would have|messed|mucked|broke|lost|failed|got it wrong|did it|caused|"
        r"made (?:the|that|a|this) (?:mistake|error)|is (?:to blame|responsible|at fault|rubbish|useless|down)|are (?:to blame|responsible|"
        r"useless|hopeless)|was (?:to blame|responsible)|always does|keeps|never (?:tells?|told|pass|passed|write|wrote)|had you down|"
        r"slipped up|let (?:us|you) down|gave you (?:the )?wrong|told you wrong)\b|\b(?:it|that) (?:will|would|must|may|might|could) (?:be|"
        r"have been) (?:the|our|your|a) (?:courier|driver|app|system|warehouse|supplier|bank|website|internet|line|network|other|post|"
        r"provider|depot)\b|\bblame (?:the|it on)\b|\b(?:i|we) (?:did not|was not|were not|am not the one|are not the ones) (?:send|pack|"
        r"deliver|make|take|write|tell|set|handle|the one|here (?:then|that day|when)|on (?:shift|that day)|involved|working)\b",
        0.55,
        when=tells,
        unless=(
            r"\b(?:our|my|we|us) (?:mistake|fault|error|driver|courier|let you|should|are responsible|own)|which is (?:on|our)|"
            r"should have (?:rung|called|told|knocked|been|checked)|sorry|i (?:will|am|have) |we (?:sent|packed|use|pay|chose)|so (?:the|it|"
            r"that|your)|you (?:right|did)|have a word|let you know"
        ),
    ),
    rule(
        Act.DEFLECT,
        "deflect.no-chat",
        r"\b(?:i|we|they|chat|this (?:team|desk|line|chat)|the \w+ (?:lot|team|people|department|side)) (?:do not|does not|can not|only|"
        r"just|are not able to|am not able to|are not allowed to|am not allowed to) (?:\w+ )?(?:do|deal with|handle|cover|see|speak|talk|"
        r"take|work (?:on|in|with)|look after|have access|answer|discuss|comment|advise|get involved|give out|touch|look at|chat|calls|"
        r"wages|that side|get into)\b",
        0.55,
        when=tells,
        unless=_HELPS + r"|\byet\b|but (?:i|we)|until|only (?:take|see) (?:it|the|two|a)|do not see (?:a|any) (?:reason|problem)|so (?:i|we)|because",
    ),
    rule(
        Act.DEFLECT,
        "deflect.take-up",
        r"\b(?:take (?:it|that|this) up with|a matter for|a question for|one for|best (?:placed|directed)|i would not (?:want|"
        r"like) to (?:speak|comment|answer) for|not for me to|i could not comment|(?:not|no) (?:something )?(?:i|we) (?:deal|handle|"
        r"get involved)|i (?:only|just) (?:work|take|do|answer|pass|handle|read)|wrong (?:department|number|team|line)|"
        r"different (?:department|team|company)|separate (?:department|team|company)|another (?:department|team|company)|personal choice|"
        r"your decision|i will be having a word|will go through (?:it|that|the \w+) with you)\b",
        0.5,
        when=tells,
        unless=_HELPS + r"|\bi just (?:do not|did not|want|need|got)|put you through|so (?:i|we)|brief|i will tell|just (?:work|do) (?:out|it)",
    ),
    rule(
        Act.DEFLECT,
        "deflect.refuse",
        r"^(?:(?:so|but|and|i am sorry|sorry|unfortunately|i am afraid|afraid|no|,|\.|well|as it stands|regrettably) )*(?:(?:i|we) |"
        r"(?=can not|could not|will not be able|not able|unable))(?:really |just |simply |still |honestly |do |am |are |is )*(?:can not|"
        r"could not|will not|do not|not able to|are unable to|am unable to|unable to|not allowed to|not permitted to|not authorised to|"
        r"not going to|are not able to|am not able to|not in a position to|have no way to|not prepared to) (?:really |just |simply |"
        r"actually |be able to |be |do |possibly )*(?:get (?:anyone|anybody|someone|a|an|the|your|to)|have|find|do|offer|refund|give|"
        r"help|change|cancel|send|accept|replace|pay|make|allow|authorise|extend|take|issue|waive|move|reduce|provide|honour|compensate|"
        r"return|exchange|go|cover|credit|process|deliver|book|arrange|add|agree|approve|remove|share|disclose|release|lower|match|put|"
        r"backdate|reopen|override|reverse|get (?:it|that|you|this|one|them)|stop|speed|bring|force|ask|discuss|handle|fix|hold|keep|"
        r"reserve|sell|transfer|write|push|expedite)\b",
        0.5,
        when=tells,
        whole=True,
        unless=r"\b(?:undo|turn back|change (?:what|the past)|give (?:you|him|her|them) (?:those|that|the) \w+(?: \w+)? back)\b|\bguess\b|\bpromise\b|\bpretend\b|\btell you to\b",
    ),
)

_SOON = (
    r"(?:soon|shortly|in due course|as soon as (?:possible|we can|they can|it is|humanly)|at some point|eventually|when (?:we|they|"
    r"i) can|in the near future|in the coming days|before long|at (?:the|our) earliest|any (?:day|time|minute|moment) now|in a (?:bit|"
    r"while)|when (?:someone|somebody) is (?:free|available)|in time|presently|promptly|later on|down the line)"
)

EVADE = (
    rule(
        Act.EVADE,
        "evade.someone",
        r"\b<WHO> (?:will|should|shall|would|can|is going to|are going to|may|might|has to|needs to|are|is|have|"
        r"has) (?:\w+ )?(?:be in touch|be in contact|be contacting|look|looking|get back|contact|call|ring|reach|review|reviewing|consider|"
        r"investigate|investigating|respond|reply|deal|dealing|handle|handling|get to|sort|sorting|follow|pick|work|working|advise|update|"
        r"let you know|be able|come back|take|process|assess|see|check|notified|made aware|been notified|been informed|aware|get round)\b",
        0.6,
        when=lambda c, s: not c.question and not c.numbers,
        unless=(
            r"\b(?:by|before) (?:noon|\w+day|tomorrow|tonight|the end|five|six)|today|tomorrow|i will (?:make|ring|call|check|chase)|"
            r"\bthey (?:will|can|are|have) (?:ring|call|bring|deliver|collect|hold|confirmed)"
        ),
    ),
    rule(
        Act.EVADE,
        "evade.soon",
        rf"\b{_SOON}\b",
        0.5,
        when=_vague,
        unless=(
            r"\b(?:i|we) will (?:ring|call|text|email|message|send|let you know|update|tell)(?: you)?(?: \w+){0,5} as soon as (?:it|the|he|she|"
            r"they|i (?:hear|know|have|get))|sorry|as soon as i (?:hear|know|have|get)|we should have|i (?:do |really )?hope (?:you|she|he|they) (?:are|is|get|gets|feel|feels)"
        ),
    ),
    rule(
        Act.EVADE,
        "evade.passive",
        r"\b(?:is|are|being|been|be|was|were|currently|still) (?:\w+ )?(?:being )?(?:looked (?:into|at|after)|investigated|reviewed|"
        r"dealt with|actioned|handled|assessed|monitored|addressed|passed (?:on|over|along|up|to)|taken (?:into|on board|care of|seriously)|"
        r"escalated|under (?:review|investigation)|in (?:hand|progress|the system|process|the pipeline|the queue)|on (?:our|the) radar|"
        r"considered|noted and|fed back|picked up|worked on|progressed)\b",
        0.5,
        when=_vague,
        unless=(
            r"\bby (?:me|\w+ (?:today|tomorrow))|i (?:have|am)|today|tomorrow|should have|was not|were not|has not been|had not|never|sorry|"
            r"you (?:are|were|have) (?:being|been)|not been"
        ),
    ),
    rule(
        Act.EVADE,
        "evade.slogan",
        r"\b(?:we|our (?:company|business|team|aim|goal|customers|priority)|customer (?:satisfaction|service|experience)|"
        r"your (?:satisfaction|feedback|experience|business|concerns?|complaint|comments?|call|safety|privacy|security|custom)|"
        r"nothing)(?: \w+){0,2} (?:take[s]?(?: \w+){0,6} (?:seriously|on board)|value|values|strive|strives|aim (?:to|for)|pride|prides|"
        r"always (?:aim|try|strive|do|want|put)|is (?:very |really |extremely |so |our |always )*(?:important|valued|number one|top|"
        r"paramount|highest|utmost|key|priority|to)|are (?:committed|dedicated|constantly|always|continually|passionate|important|our)|"
        r"only want|care (?:deeply|about|a lot|so)|do (?:our|everything|all) (?:very )?best|appreciate your (?:feedback|comments)|"
        r"want (?:every|all|our|only|nothing|you to have)|is to (?:provide|deliver|ensure|make)|matters? (?:more|to us|most))\b|"
        r"\bnot the (?:standard|level|experience|kind|sort|service|impression)(?: \w+){0,4} (?:we|you|expect|want|aim|pride|like)\b|"
        r"\bwe (?:will|shall|do) (?:use|learn|take) (?:this|your|it|from)(?: \w+){0,3} (?:feedback|improve|lessons?|learn|future|training|"
        r"on board)\b|\b(?:as|a) (?:valued|loyal) customer\b|\b(?:fully |totally |very |absolutely )?committed to\b",
        0.6,
        when=tells,
        unless=r"\b[£€$]\d|sorry for|thank|always (?:\w+ )?(?:delighted|glad|happy|pleased)|(?:delighted|glad|happy|pleased) to (?:hear|see|help)",
    ),
    rule(
        Act.EVADE,
        "evade.see",
        r"^(?:we|i) (?:will|shall) (?:have to )?see(?: about (?:it|that|this))? ?(?:\.|!)?$|\b(?:we|i|let us|let me) (?:will |shall |can |"
        r"could |'ll |would )?(?:have to |just |only )?(?:see (?:what|how|if|about|where|whether)(?! (?:the|it says|they|he|she|that (?:is|"
        r"was)|order|there is|you)\b)(?: (?:we|i|else|can|happens?|it goes|things|it|that))|wait and see|try (?:and|my|our|to (?:see|help|"
        r"get|sort|do|look))|do (?:my|our|the) (?:very |level |absolute )?best|do what (?:i|we) can|look into (?:it|this|that|the)(?! now)|"
        r"bear (?:it|that) in mind|keep (?:it|that) in mind|feed (?:it|that|this) back|pass (?:it|that|this|your (?:comments|feedback|"
        r"concerns|message)) (?:on|along|over|to)|mention it|note your (?:comments|feedback|concerns)|hope (?:for|that|it|to)|get (?:it|"
        r"this|that) (?:looked|seen|sorted|moving))\b",
        0.5,
        when=_vague,
        unless=(
            r"\b(?:now|right now|today|tonight|tomorrow|this minute|while you|before (?:we|you|i)|by \d|at \d|this (?:morning|afternoon|"
            r"evening))\b|\bring\b|\bcall\b|and (?:tell|let|come|ring|call|text|message) you|i have passed|on the (?:system|file|record)|"
            r"what (?:they|he|she|the)|passed (?:it|that|this)|i tried|qq"
        ),
    ),
    rule(
        Act.EVADE,
        "evade.depends",
        r"\b(?:(?:it|that|this|which|everything|timing|times?|prices?|costs?|liability|coverage|cover|eligibility)(?: all| really|"
        r" very much| just| always| largely| often)* (?:depends?|varies|vary|can vary|may vary|differs?|can differ|can change|"
        r"can be (?:a bit |quite |very )?(?:different|tricky|complicated|slow|busy|unpredictable)|moves? (?:daily|around|about))|(?:every|"
        r"each) (?:\w+ ){1,2}(?:is|are|has|have|gets?|needs?) (?:\w+ )?(?:different|unique|own|its own|individual|case by case|assessed|"
        r"the attention|judged|considered)|case[- ]by[- ]case|on a case|individual (?:basis|merits)|hard to (?:say|tell|know|give|predict)|"
        r"difficult to (?:say|tell|know|give|predict)|(?:a bit |quite |very |rather )?(?:tricky|complicated|complex|technical|"
        r"not that simple|not so simple|not straightforward|a grey area|sensitive)(?: one| question| thing)?|could be (?:a number of|any|"
        r"anything|all sorts|various|several|connected|lots of|one of)|(?:can|could|may|might) (?:mean|be) (?:all sorts|anything|a number|"
        r"many|various|lots)|various (?:factors|reasons|stages)|a number of (?:factors|reasons|things|records)|(?:i )?would not (?:want|"
        r"like) to (?:say|give|guess|speculate|commit|get your hopes|mislead)|not (?:at liberty|able to (?:say|comment|discuss|share|"
        r"disclose|go into)|for me to say|something i can (?:share|discuss|go into))|without (?:going into|getting into|speculating)|swings|"
        r"in (?:the )?order (?:in which|they|of|that)|first come|subject to|in line with demand|circumstances (?:of|vary|differ)|"
        r"always based on|(?:is|are) based on the)\b",
        0.55,
        when=_vague,
        unless=r"\bon (?:whether|which|if) (?:you|the)|because|so (?:i|we) (?:will|am)|sorry",
    ),
    rule(
        Act.EVADE,
        "evade.probably",
        r"\b(?:(?:it|that|they|he|she|this|you|things|everything|the \w+)(?: \w+)? (?:should(?! (?:have|not|never))|ought to|might|may|"
        r"could|will probably|will likely|will hopefully|will surely|would normally|probably|tends? to|generally|usually|typically|normally|"
        r"mostly) (?:\w+ )?(?:be|get|come|arrive|have|take|clear|go|turn|sort|work|happen|hear|see|resolve|update|show|move|drop|land|"
        r"settle)\w*|hopefully|fingers crossed|with any luck|all being well|touch wood|no doubt|i (?:would )?(?:imagine|expect|assume|guess|suppose|presume|think) (?:it|that|they|he|she|so|you|the|this|we)|i am sure (?:it|that|they|he|she|you|the|we|this|someone|"
        r"somebody)|(?:perhaps|maybe|possibly)|more or less|roughly speaking|in most cases|as a rule|nine times out of ten|most (?:people|"
        r"customers|orders|parcels|cases)|we generally|they generally)\b",
        0.42,
        when=_asked_and_vague,
        unless=(
            r"\byou should (?:have|not|never)|(?:i|we) should have|sorry|if (?:it|that|you) (?:does|do|is)|you (?:could|might|may) (?:also |"
            r"want|like|need|prefer|rather|try|find)|could be (?:home|in)|could (?:i|you|we)|maybe (?:you|we|i) (?:can|could)|i think (?:it|"
            r"that|this) (?:is|was)(?: \w+)? (?:our|the|my)|let me|\b(?:need|have|want|got) to (?:check|look|ask|see|find out)\b"
        ),
    ),
    rule(
        Act.EVADE,
        "evade.agentless",
        r"\b(?:mistakes? (?:were|was|have been|has been) made|(?:there|it) (?:was|has been|have been|seems|appears|must have been|"
        r"may have been|were)(?: to have been| to be| like)? (?:an? |some |some kind of |a bit of a )?(?:error|mistake|mix-?up|glitch|issue|"
        r"oversight|misunderstanding|miscommunication|technical (?:issue|error|fault|problem|hitch)|hiccup|breakdown|problem|crossed wires|"
        r"confusion|delay|unforeseen)|(?:something|things) (?:went wrong|slipped|got (?:missed|lost|mixed)|fell through|clearly went)|"
        r"wires (?:got |were )?crossed|slipped through|fell between|fell through the|due to (?:unforeseen|technical|operational|"
        r"circumstances|high (?:volumes?|demand)|a (?:technical|system)|circumstances beyond))\b",
        0.5,
        when=_vague,
        unless=(
            r"\b(?:our|my|we|i) (?:fault|mistake|did|sent|put|forgot|made|should|picked|never|packed|own)|on our (?:side|part)|"
            r"and that is (?:on|our)|error on|by us|between (?:us|our)"
        ),
    ),
    rule(
        Act.EVADE,
        "evade.reassure",
        r"\b(?:(?:please )?(?:rest|be|feel) assured|you can be (?:sure|assured|certain|confident)|(?:let me|i can|i want to|"
        r"i would like to) (?:re)?assure you|trust me|believe me|i hear your concerns and|leave (?:it|this|that) (?:with us|to us|"
        r"to the team)|bear with us|we are (?:on it|on the case|working on it|aware|doing (?:all|everything)|looking into)|"
        r"it is (?:all )?(?:in hand|being sorted|under control|on its way|in good hands)|in (?:good|safe|capable) hands|all (?:in hand|"
        r"under control|part of|being)|it will (?:all )?(?:be (?:ok|fine|alright|sorted|grand|worth it|resolved)|work out|sort itself|"
        r"come right|get sorted)|everything (?:will be|is) (?:ok|fine|alright|sorted|in hand|under control)|(?:just )?(?:one of our |a |"
        r"our |part of our |part of the )*(?:routine|standard|normal|usual|random) (?:\w+ )?(?:check|checks|procedure|process|practice|"
        r"security|review|stage|step)s?)\b",
        0.5,
        when=_vague,
        unless=r"\bi am on it now|i have put|today|tomorrow|\bnot (?:in hand|being|sorted)|should have",
    ),
    rule(
        Act.EVADE,
        "evade.change-subject",
        r"\b(?:(?:the )?(?:main|important|key) thing is|what (?:matters|is important) (?:now |here )?is|more important(?:ly)?|"
        r"let us (?:focus|concentrate|not (?:go|get|dwell|run|worry|look)|put|look (?:forward|ahead)|move|leave|park|keep)|moving (?:on|forward)|going forward|anyway|as for that|leaving that aside|let us start|before we get|setting that|that aside|(?:i|we) (?:would )?rather not (?:say|get|go|discuss)|not (?:really )?(?:something|a conversation)|without getting)\b",
        0.42,
        when=lambda c, s: s.questioned and not c.question and not c.numbers,
        unless=r"\b(?:because|so that)\b|let us (?:start with|get)",
        whole=True,
    ),
    rule(
        Act.EVADE,
        "evade.pointer",
        r"\b(?:(?:is|are|can be found|available|published|listed|set out|explained|displayed|shown|detailed|all) (?:\w+ ){0,3}?(?:on|in|at|under) (?:the|our|your|its) (?:\w+ ){0,3}?(?:website|web ?site|site|page|pages|portal|app|booklet|handbook|faq|faqs|terms|guide|"
        r"leaflet|notice|policy document|policy booklet|tariff|online account|schedule|brochure|help centre|contract|paperwork)|(?:please |you (?:can|could|may|will) )?(?:refer|see|check|consult|visit|read|have a look at|find (?:it|that|the details|more|this|all|"
        r"everything|the)) (?:to |on |in |at )?(?:the|our|your) (?:\w+ ){0,2}?(?:website|site|page|faq|faqs|terms|portal|app|booklet|"
        r"handbook|guide|notice|documents?|paperwork|policy)|section \w+ (?:has|covers|explains|says)|(?:more|full|further|"
        r"all) (?:\w+ )?(?:details|information|info) (?:on|in|at|about|is|are|can))\b",
        0.56,
        when=lambda c, s: s.asked and not c.question,
        unless=r"\bi (?:have|am|will) (?:send|sent|sending|copied|pasted|put|read)|use the link|link i|wrong|should have|sorry",
    ),
)

RULES: tuple[Rule, ...] = (*DEFLECT, *EVADE)
