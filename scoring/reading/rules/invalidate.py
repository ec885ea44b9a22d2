"""Cues of INVALIDATE: feeling or problem made small, waved away or forbidden; apologies that are none."""

from __future__ import annotations

from scenarios.acts import Act
from scoring.reading.rules.base import Rule, rule, tells
from scoring.reading.rules.blame import OURS
from scoring.reading.scene import Scene
from scoring.reading.sentences import Clause


def _names_their_trouble(clause: Clause, scene: Scene) -> bool:
    """ "They're diapers": the thing the customer lost or wants, reduced to its name."""
    return not clause.question and len(clause.words) <= 5 and bool(scene.shares(clause)) and not clause.numbers


def _owned_beside(clause: Clause, scene: Scene) -> bool:
    """ "I am sorry you are upset, it was our mistake": the same sentence says whose fault it is."""
    return any(c.sentence == clause.sentence and OURS.search(c.text) for c in scene.reply)


INVALIDATE = (
    rule(
        Act.INVALIDATE,
        "invalidate.calm-down",
        r"\b(?:calm(?: yourself)? down|(?:please |just )?(?:stay|keep|remain) calm|relax|chill(?: out)?|settle down|simmer down|cool it|"
        r"take a (?:deep )?breath|just breathe|do not panic|do not stress|no need to (?:panic|stress)|stop (?:panicking|stressing|worrying)|"
        r"take it easy|deep breaths?|cheer up|lighten up|cool down|easy now|steady on)\b",
        0.8,
        whole=True,
        unless=(
            r"\b(?:will|would|am|are) not (?:going to |about to )?(?:tell|ask|say)|not (?:going to|here to) (?:tell|ask)|never (?:tell|ask)|"
            r"you have (?:stayed|kept|been) (?:very |so |really )?calm|thank|qq|(?:and|then) relax|i (?:am|will|need)|let me|for staying"
        ),
    ),
    rule(
        Act.INVALIDATE,
        "invalidate.sorry-you-feel",
        r"\b(?:sorry|apologise|apologies|regret|shame|apology)\b(?: \w+){0,3} (?:(?:that |to hear (?:that )?|for (?:how|"
        r"the way) )?you(?: are| have)? (?:feel|felt|feeling|think|thought|are (?:unhappy|upset|not happy|disappointed|dissatisfied|"
        r"under the impression)|were (?:unhappy|upset|offended|not happy|disappointed)|see it|took it|found|perceive|believe)|if (?:you|"
        r"this|that|there|it|any|i|we|anything)\b|for any (?:confusion|upset|offence|misunderstanding|distress)|how you feel|"
        r"the way you feel)",
        0.85,
        when=lambda c, s: not _owned_beside(c, s),
        unless=r"\bif i am (?:slow|a bit)|\bwe (?:made|left|broke|caused)|ignored|let down|\bbecause (?:of us|we|our)\b|"
        r"\b(?:the|this|your) (?:line|picture|photo|sound|connection) is\b",
    ),
    rule(
        Act.INVALIDATE,
        "invalidate.no-need",
        r"\b(?:there is |you have )?(?:no (?:need|reason|cause|point|call|sense)|nothing) (?:for you )?(?:to (?:be|get|feel|worry|panic|"
        r"shout|raise|fret|fuss|swear|speak|take|react|make)|(?:in|for) (?:being|getting|worrying|shouting|alarm|concern|worry|that tone|"
        r"all that))\b|\bno cause for (?:alarm|concern)\b|\bnothing to (?:worry|be alarmed|be concerned|stress|fret|get)\b",
        0.75,
        unless=(
            r"\bno (?:need|reason) to (?:be in|be there|be at home|take (?:time|it|a day)|make (?:a|the|another)|get (?:a|the|another|back))\b|"
            r"\bno need for you to (?:be|take|make|get)\b|\bnothing to (?:be paid|make|take)|not nothing"
        ),
    ),
    rule(
        Act.INVALIDATE,
        "invalidate.only-a",
        r"\b(?:it|that|this|they|we)(?: (?:is|are|was|were|'s)| (?:is|are) (?:talking about|looking at)) (?:only|just|merely|"
        r"simply) (?:an? |the |some )?(?:\w+ ){0,2}(?!one of|to (?:let|say|check|confirm)|that|because|checking|so|as|about|under|over|"
        r"below|after|before|been|gone|come|not|for|me|us|\d)\w+ ?(?:\.|!|,|$)",
        0.6,
        when=lambda c, s: not c.question and not c.numbers,
        unless=(
            r"\b(?:only|just) (?:the|that|your|my|our|one|two|available|open|from|in|on|at|left|half|part|policy|rules?|procedure|company|"
            r"system|standard|how|protocol|possible|valid|started|arrived|sent|done|what|where|how|right|fair|wrong|unacceptable|awful|terrible|"
            r"routine|a (?:routine|standard|summary|moment|second|minute))\b|\bnot (?:only|just)\b|sorry"
        ),
    ),
    rule(
        Act.INVALIDATE,
        "invalidate.it-is-a-thing",
        r"^(?:it|they|that|this) (?:is|are) (?:(?:only|just|a|an|some) )*[^\W\d_]+(?: \.| !)?$",
        0.5,
        when=_names_their_trouble,
    ),
    rule(
        Act.INVALIDATE,
        "invalidate.everybody-does",
        r"\b(?:plenty|lots|loads) of (?:people|others|customers|folk)\b|\b(?:people|everyone|everybody|others|other (?:people|customers)|"
        r"we all|lots of people|millions)(?: \w+){1,5} (?:every (?:day|week)|all the time|day in|as well you know|and (?:nobody|"
        r"they (?:do not|never)) complain)\b",
        0.5,
        when=tells,
        unless=r"\b(?:sorry|should not|thank|would|mix|forget|miss|confuse|get (?:it|them|this)|read|asked|reported)\b",
    ),
    rule(
        Act.INVALIDATE,
        "invalidate.these-things",
        r"\b(?:these|those|such) things (?:do |can |just |will |sometimes |always )*happen|\b(?:it|mistakes|accidents|delays|mix-?ups|"
        r"errors|breakages|sh?it) (?:just |sometimes |do |does |can |will |always )*happens?\b(?! (?:to|that|again|when|if|next|on|at|in))|"
        r"\bworse things (?:happen|could)|\bnot the end of the world|\b(?:no|not a|not such a|hardly a|not exactly a) (?:big deal|"
        r"great disaster|disaster|emergency|tragedy|catastrophe|biggie|drama|crisis)\b|\bnobody (?:has )?died\b|\bcould (?:have been|"
        r"be) (?:a lot |much |far )?worse\b|\b(?:on the|look on the) bright side\b|\bsilver lining\b|\bone of those things\b|"
        r"\bno harm done\b|\bswings and roundabouts\b|\bwe all (?:have|make|get)\b|\bthat is life\b|\blife goes on\b|\bput it behind\b|"
        r"\bwater under\b|\bmove on\b",
        0.75,
        when=tells,
        unless=r"\bnot (?:just |one of )|let me move on|\bcan move on\b|\bwhen it happens\b|\btoo often\b|\bashamed\b|\bshould (?:not|never)\b",
    ),
    rule(
        Act.INVALIDATE,
        "invalidate.overreact",
        r"\b(?:over-?react\w*|exaggerat\w*|out of (?:all )?proportion|worked up|being (?:dramatic|silly|emotional|over ?sensitive|picky|"
        r"fussy|difficult|sensitive|unfair|a bit)|making (?:a|such a|too much|more) (?:fuss|mountain|scene|big|of)|(?:a )?bit (?:much|"
        r"dramatic|harsh|strong|extreme|of an exaggeration)|too (?:personally|seriously|sensitive|emotional)|not that (?:bad|serious|big|"
        r"urgent|important|long|hard|deep)|get so (?:upset|angry|worked)|all that bad|hardly (?:the|worth|a reason|urgent|serious|anything)|"
        r"hysterical|bent out of shape|upset over|fuss over|fuss about|little fuss|storm in a)\b",
        0.75,
        unless=(
            r"\b(?:you are|you were|i do not think you are) not (?:being|over|exagg)|not (?:being|over-?reacting|exaggerating)|i (?:was|"
            r"am) being|not (?:at all )?(?:silly|dramatic)|sorry|nobody (?:thinks|would)"
        ),
    ),
    rule(
        Act.INVALIDATE,
        "invalidate.do-not-worry",
        r"\b(?:do not|(?:i )?would not|try not to|no need to|need not|you need not|do not you|please do not|"
        r"not want you) (?:\w+ ){0,2}?(?:worry|worrying|fret|get upset|get angry|be upset|be angry|be like that|get like that|take it|"
        r"stress|stressing|upset yourself|get ahead|lose sleep|let it (?:spoil|ruin|get)|dwell|be so|get so|overthink|think too)\b",
        0.6,
        unless=r"\b(?:do not|need not) (?:have to )?worry about (?:paying|returning|sending|the (?:form|fee|postage|cost|paperwork))|will not tell you",
    ),
    rule(
        Act.INVALIDATE,
        "invalidate.others",
        r"\b(?:you are|yours is) (?:not|hardly|far from) the (?:only|first)|\b(?:other|plenty of|lots of|many|most|hundreds of|"
        r"thousands of) (?:other )?(?:customers|people|guests|orders|members|patients|passengers|users|brides|families|callers|"
        r"buyers)(?: \w+){0,3} (?:do not (?:mind|notice|complain|have)|never (?:mind|notice|complain|know)|will never|would not (?:mind|"
        r"notice|even)|(?:are|have been) (?:also )?(?:waiting|in the same|affected|perfectly happy|happy)|have (?:it )?(?:worse|bigger|real|"
        r"the same)|manage|wait|would be (?:glad|grateful|happy|thrilled|delighted)|love it)\b|\b(?:we|i) (?:all )?have other (?:customers|"
        r"people)|\bwait your turn\b|\bsome people have (?:real|bigger|worse)|\beverybody has to wait\b|\beveryone (?:else )?(?:has to wait|"
        r"is waiting|waits)",
        0.7,
        when=tells,
        unless=r"\bsorry\b|i know|not (?:acceptable|good enough)|which (?:makes|is) ",
    ),
    rule(
        Act.INVALIDATE,
        "invalidate.at-least",
        r"^(?:but |well (?:, )?)*at least (?:it|you|the|we|they|he|nobody|no one|she|this|that)\b|\byou (?:will|are going to) (?:\w+ ){0,6}(?:forget you|laugh about|laugh at|look back|not even notice)\b|\byou (?:have )?(?:(?:have )?(?:come|done) (?:out of (?:it|this) |very )?(?:rather |quite |really |pretty )?well|got off|still got|will (?:live|survive|get over|"
        r"forget|laugh|be (?:fine|laughing|grand|ok|alright|over)|look back|not even (?:notice|remember)|have forgotten))\b|"
        r"\bthink (?:positive|of it as|how)\b|\blucky (?:it|you|that)\b|\bcount yourself lucky\b|\bbe (?:grateful|thankful|glad|"
        r"happy) (?:that|it|you|we|for)\b",
        0.6,
        when=tells,
        unless=r"\bat least (?:you )?(?:\d|one|two|once)|be happy (?:for|with) me|will be fine (?:by|to|until)",
    ),
    rule(
        Act.INVALIDATE,
        "invalidate.be-patient",
        r"\b(?:you (?:will|would|do|are going to)? ?(?:just |simply )*(?:have|need|got) to (?:be (?:more )?patient|wait(?! \d| (?:for|until|"
        r"till) (?:the|a|\w+day|\d))|understand|accept|bear|appreciate|trust|learn)|(?:please |just |"
        r"do )(?:try to )?be (?:more )?(?:patient|reasonable|realistic|sensible|fair|civil)|have (?:some|a little|a bit of) patience|"
        r"patience (?:is|please)|all in good time|rome was not|be reasonable)\b",
        0.6,
        unless=r"\bthank|\bsorry",
    ),
    rule(
        Act.INVALIDATE,
        "invalidate.belittle",
        r"\b(?:(?:great|good|nice|well done|clever|impressive) (?:that )?you (?:know|managed|found|worked|spotted)|let us not (?:get|be|"
        r"make|lose|blow|worry|panic|exaggerate)|one step at a time|baby steps|so it does not get (?:overwhelming|confusing|too)|(?:feels|"
        r"seems|sounds|looks) like a lot|i know (?:it|this|that) (?:is|can be|seems|feels|may seem|might seem) (?:a lot|complicated|"
        r"confusing|daunting|overwhelming|scary|technical)|do not (?:concern|bother|trouble|confuse) yourself|(?:a bit|too|rather|quite|"
        r"very) (?:technical|complicated|advanced|complex)(?: for you)?|leave (?:that|it|the thinking|the worrying) to (?:us|the|me)|"
        r"nothing (?:serious|major|sinister|dramatic)|(?:simple|easy|straightforward) (?:enough|really)|potato potahto|same difference|"
        r"no one (?:will|would) (?:ever )?(?:notice|know|tell)|nobody (?:will|would) (?:ever )?(?:notice|know|tell)|will never (?:notice|"
        r"know)|doom and gloom)\b",
        0.5,
        when=tells,
        unless=r"\bleave it to me\b|\bif (?:it|that) (?:is|gets|feels)|sorry|nothing (?:serious|major) (?:yet|found)",
    ),
    rule(
        Act.INVALIDATE,
        "invalidate.know-better",
        r"\b(?:i am sure (?:it|that|they|he|she|you) (?:is|was|are|were|will|did|would|must|can|could)(?: \w+){0,3}|(?:it|that) (?:is|"
        r"was) (?:probably|surely|hardly|honestly|really) (?:nothing|not|fine|ok|alright|your))(?: \w+){0,4} (?:fine|ok|alright|nothing|"
        r"survive|manage|cope|not that bad|meant well|an accident|not on purpose|not intentional|understand)\b|\bwhat is (?:the|all the|"
        r"all this) (?:big deal|fuss|rush|hurry|problem|drama)\b|\bdoes it (?:really|actually) matter\b|\bis (?:that|it) really (?:that|so|"
        r"such|a)\b|\byou will be ok\b|\bnot to worry\b",
        0.55,
    ),
)

RULES: tuple[Rule, ...] = (*INVALIDATE,)
