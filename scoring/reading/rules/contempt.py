"""Cues of polite contempt: irony, mock praise and lofty distance in faultless manners, told by the grammar that makes them bite.

Their words are nice enough; what gives them away is the turn of phrase, whatever the trade. A plain cue needs no model to hear it
too, but it stays under the sureness of an insult: an ironic line costs, and is no reason to hold a whole call down. A leaning
cue is one that a kind rep may happen on; it only tips the scale. "How kind of you to ask", "take all the time you need" and
"I appreciate that not everyone is online" stay out of both.
"""

from __future__ import annotations

import re

from scenarios.acts import Act
from scoring.reading.rules.base import NOT_ABOUT_YOU, Rule, Test, both, rule, tells
from scoring.reading.scene import Scene
from scoring.reading.sentences import Clause
from scoring.reading.stems import content

NAME = "contempt."
PLAIN = 0.68
"""Sure enough to stand alone, not enough for the ceiling that an insult puts on a call."""
BARE = 0.76
"""The sneer is on the surface: surer than the offer, the deed or the question that it is dressed as."""
LEANING = 0.62
"""Enough to tip the scale, by itself nothing."""
END = r"(?= ?(?:\.|,|!|\?|-)|$)"
OPEN = r"^(?:and |but |so |well , |oh , |ah , |yes , |no , |now , |there , )*"


def props(*words: str) -> Test:
    """None of these things is at home in the call: where the customer or the card speaks of crayons, crayons are meant."""
    named = re.compile(rf"\b(?:{'|'.join(words)})\b")

    def test(clause: Clause, scene: Scene) -> bool:
        meant = content(" ".join(named.findall(clause.text)))
        return not meant & (scene.record | content(scene.heard))

    return test


_PICTURES = re.compile(r"\b(?:prints?|posters?|photos?|photographs?|pictures?|paintings?|canvas|certificates?|artwork|drawings?|frames?|framed|framing)\b")


def _no_picture(_clause: Clause, scene: Scene) -> bool:
    """Nothing in the call that people hang on a wall."""
    return not _PICTURES.search(scene.heard) and "frame" not in " ".join(scene.record)


_ASKED_PLAINER = re.compile(r"\b(?:words?|english|simpl\w+|plain\w*|understand|language|slow\w*|jargon|explain)\b")


def unasked(_clause: Clause, scene: Scene) -> bool:
    """Nobody had asked for plainer words or a slower pace, and nobody is making amends for long ones."""
    return not _ASKED_PLAINER.search(scene.customer) and not any({"sorry", "jargon"} & set(c.words) for c in scene.reply)


def _left_at_that(clause: Clause, scene: Scene) -> bool:
    """Nothing comes of it in the same sentence: "I did wonder, so I checked" is plain speech."""
    return not clause.question and not any(c.sentence == clause.sentence and c.start > clause.start for c in scene.reply)


_ADMIRED = r"(?:refreshing|original|gallant|novel|droll|quaint|magnanimous|restful|economical|grown-up|masterful)"
_GRASP = r"(?:understand|recognise|follow|grasp|see|spot|cope|manage|read|count|find|remember|spell|handle|operate|(?:work|figure|make) (?:it|that|this|them) out|do (?:it|that|this))"
_READS = r"(?:read|look|check|listen|ask|open|scroll|turn|notice|glance|think)"

RULES: tuple[Rule, ...] = (
    # lofty distance
    rule(
        Act.HOSTILE,
        NAME + "one",
        r"(?:^|, |\bwhich |\bas |\bwhat |\bbut |\band )one (?:(?:does|did) (?:so |rather |sometimes |often |always |still |begin to |come to |have to |tend to |get to |try to |like to |learn to )*"
        r"(?!not\b)(?:wonder|hope|see|admire|recognise|think|feel|fear|ask|imagine|notice|tire|marvel|learn|hear|worry|sympathise|hate|get)|"
        r"(?:hopes|trusts|gathers|assumes|imagines|supposes|presumes|wonders|admires|hears|learns to|tends to|hardly (?:knows|likes|dares|expects)|doubts)|"
        r"(?:would|might|could|should|must|can) (?:hardly|scarcely|rather|only|almost|nearly) (?:have )?(?:expect|hope|wonder|think|admire|imagine|expected|hoped|thought|imagined|call|say|blame)|"
        r"would (?:have )?(?:think|thought|hope|hoped|imagine|imagined|like to think) (?:so|that|you|he|she|they|the|a|an)|cannot help (?:wondering|noticing|admiring|feeling)|can always tell|cannot be expected to)\b",
        PLAIN,
        unless=r"\b(?:number|day|piece|page|copy|two|first|second|other) one\b|\bone of\b",
    ),
    rule(
        Act.HOSTILE,
        NAME + "we-did-wonder",
        r"^(?:and |but |well , )*(?:i|we) (?:did|had) (?:rather |often |sometimes |all )?(?:wonder|wondered) (?:if|when|whether|who|whose|why|what|how|where)\b|\band yet here (?:you|u|we) (?:are|is)\b",
        LEANING,
        when=_left_at_that,
        whole=True,
        unless=r"\b(?:so i|so we|checked|asked|sorry|right)\b",
    ),
    rule(Act.HOSTILE, NAME + "as-one-does", r"\bas one (?:does|tends to|is wont|generally does|would)" + END + r"|\bas one (?:does|tends to)\b", PLAIN),
    rule(
        Act.HOSTILE,
        NAME + "not-for-everyone",
        r"\bi (?:do |quite |fully |can |of course |naturally )*(?:appreciate|realise|understand|know|accept|see) (?:that )?(?:not (?:everyone|everybody) (?:reads|enjoys|likes|bothers|looks|listens|finishes|thinks|counts|"
        r"gets (?:to the (?:bottom|end)|that far|past)|pays attention|can (?:read|count|spell|follow))|(?:\w+ ){1,3}?(?:is|are) not (?:for (?:everyone|everybody)|everyone 's strong \w+|your (?:favourite|strong \w+|forte|thing)))",
        PLAIN,
        unless=r"\b(?:sorry|so i|braille|screen reader|print)\b",
    ),
    rule(
        Act.HOSTILE,
        NAME + "rest-of-us",
        r"\bsome of us (?:still |do |did |have |had |actually |also )*(?:work|have to|manage|managed|read|count|can|like|prefer|wash|eat|sleep|pay|are|were|learn|learned|learnt)\b",
        LEANING,
        whole=True,
    ),
    # how slow the customer is
    rule(
        Act.HOSTILE,
        NAME + "smaller-words",
        r"\b(?:in|use|into|with|to) (?:\w+ ){0,2}?(?:smaller|shorter) words\b|\bwords of (?:one|fewer|a single) syllables?\b|\bone[- ]syllable words\b|"
        r"\b(?:cannot|can not|could not|not sure (?:how|i can)|do not (?:know|see) how(?: to)?|how else)(?: \w+){0,3} (?:put|set|make|say|explain|write|phrase)(?: \w+){0,4} (?:any )?(?:more (?:simply|plainly|slowly)|simpler|plainer|smaller)\b",
        PLAIN,
        when=unasked,
        unless=r"\b(?:my fault|long words|too many|clearer than|says|said|printed|written|stood|stands|our)\b",
    ),
    rule(
        Act.HOSTILE,
        NAME + "small-words",
        r"\b(?:use|with|into|to) (?:\w+ ){0,2}?(?:small|short|little|tiny) words\b",
        LEANING,
        when=unasked,
        unless=r"\b(?:our|me|us|says|said|printed|written|long words|too many)\b",
    ),
    rule(
        Act.HOSTILE,
        NAME + "crayon",
        r"\b(?:in|use|with|your|the|do it in|bring|fetch|get|need) (?:\w+ )?crayons?\b|\bcrayons? (?:would|will|is|are)\b|\bpicture book\b|\b(?:indoor|inside) voice\b",
        PLAIN,
        when=props("crayons?", "picture book", "indoor", "inside"),
        unless=r"\bi (?:had|should|was|will|need|have)\b|\bmy\b",
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "even-you",
        rf"\beven (?:you|(?:an? |the (?:dimmest|slowest|simplest|meanest|average|most) )[\w-]+(?: \w+)?) (?:can|could|will|would|should|might|may|ought to|must) (?:\w+ ){{0,2}}?{_GRASP}\b",
        PLAIN,
        unless=rf"{NOT_ABOUT_YOU}|\bnot\b|\b(?:we|our|us|sorry|wrong|mistake|beginners?|novice|newcomer|first[- ]timer|experts?|professional|engineer|specialist|careful|trained|stranger)\b",
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "one-day-explain",
        r"\b(?:one day|some day|someday|eventually|at some point) (?:\w+ ){0,2}?(?:sit (?:you )?down|take you aside|explain (?:it |that |them |this )?to you|teach you|tell you what)\b",
        PLAIN,
    ),
    rule(
        Act.HOSTILE,
        NAME + "time-of-life",
        r"\b(?:at|for) your time of life\b|\bfor your age(?: group)?\b|\bfor (?:someone|somebody|a (?:man|woman|lady|gentleman|person|chap|girl|lad)) (?:of|at) your (?:age|years|time of life|education|intelligence|means|sort|type|class)\b|"
        r"\b(?:most|many|some|other|few|lots of|plenty of) (?:people|ladies|gentlemen|folks?|women|men|customers|residents|drivers|girls|lads) (?:of |at )?your age\b|\b(?:people|persons|folks?|ladies|gentlemen) of your (?:age|sort|kind|type|class|means)\b",
        LEANING,
        unless=r"\b(?:premium|price|rate|cover|dose|risk|rule|limit|law|pension|should not|should have|no one|nobody|sorry)\b",
    ),
    # scorn in praise
    rule(
        Act.HOSTILE,
        NAME + "mock-praise",
        rf"{OPEN}how (?:very |terribly |wonderfully |perfectly |truly |most )?{_ADMIRED}{END}|\bhow (?:very |terribly |wonderfully |perfectly |truly |most )?{_ADMIRED} (?:of you|for (?:you|your|one)|we are)\b|\bhow sweet it must be to\b|"
        r"\b(?:bold|big|subtle|magnanimous|gallant|economical|rich|mighty \w+) of you\b|\b(?:resourceful|enterprising|inventive|imaginative|industrious|ingenious|astute) of you to (?:have )?(?:ask|write|ring|rung|call|complain|sa[iy]|mention|notice|come|suppose|wonder|wrote|written)\w*|"
        r"\bhow unlike you\b|\bhow (?:nice|lovely|sweet) for (?:one of us|some)" + END,
        PLAIN,
        whole=True,
        unless=r"\b(?:sorry|forgive|because|congratulations)\b",
    ),
    rule(
        Act.HOSTILE,
        NAME + "gold-star",
        r"\b(?:sherlock|einstein|captain obvious|columbo)\b|\bgold stars?\b|\bslow clap\b|\bboo hoo+\b|^wow (?:, )?(?:riveting|fascinating|thrilling|gripping|spellbinding|what a story)\b|"
        r"\bcongrat\w* on (?:that|the|your|an?|such an?) (?:[\w-]+ ){0,3}?(?:complaint|rant|essay|novel|grammar|spelling|capital letters|capitals|caps lock|typing|tantrum|performance)\b",
        PLAIN,
        when=props("sherlock", "einstein", "columbo", "gold stars?", "grammar", "spelling", "typing", "novel", "essay", "performance"),
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "sleep-fine",
        r"^(?:and |yes , |oh , |well , )*i (?:do )?sleep (?:just |very |perfectly |really )?(?:well|fine|lovely|soundly|great|like a (?:baby|log|top))\b",
        PLAIN,
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "what-a-way",
        r"\b(?:a|an|such a|such an|one) (?:\w+ )?(?:original|memorable|charming|novel|refreshing|unusual|creative|winning|gracious) way to (?:(?:begin|start|open)(?! the day| your| a\b)|say (?:hello|so|thank)|ask|greet|introduce)\b",
        PLAIN,
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "charming-notion",
        rf"{OPEN}(?:what )?an? (?:very |most |truly |rather )?(?:charming|quaint|touching|stirring|pretty|novel|handsome|bold|droll|noble|thrilling|riveting) "
        rf"(?:proposal|suggestion|theory|notion|thought|sentiment|phrase|story|tale|turn of phrase|request|figure|offer|ambition|hypothesis|speech|performance|piece of \w+){END}",
        LEANING,
        whole=True,
        when=tells,
    ),
    rule(
        Act.HOSTILE,
        NAME + "found-a-phrase",
        r"\b(?:delighted|thrilled|glad|pleased|happy|nice|lovely|good|relieved) (?:to see |to hear )?(?:that )?(?:you|somebody|someone|he|she|the \w+) (?:have |has )?found (?:yourself )?(?:an? |the |some )?(?:new |little )?"
        r"(?:word|phrase|theme|hobby|expression|pastime|voice|slogan|capital letters|caps lock|audience|(?:time|energy|strength) to (?:write|complain|shout|tell|ring|type))\b",
        PLAIN,
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "thanks-for-the-lesson",
        r"\bthank(?:s| you)(?: so much| very much| kindly)? for (?:the|that|your|this) (?:\w+ ){0,2}(?:lesson|lecture|sermon|speech|performance|poem|poetry|history|theory|novel|essay|wisdom|precious (?:opinion|views|wisdom))\b|"
        r"\bthank(?:s| you) for (?:teaching (?:me|us) (?:how|my|our)|explaining (?:my|our) (?:own )?(?:job|work|trade|business))\b",
        PLAIN,
        when=props("lesson", "lecture", "sermon", "speech", "performance", "poem", "poetry", "history", "theory", "novel", "essay"),
        whole=True,
        unless=r"\b(?:deserved|sorry|serves me right|booking)\b",
    ),
    rule(
        Act.HOSTILE,
        NAME + "we-do-so-enjoy",
        r"\b(?:i|we) do so (?:(?:enjoy|love|like) (?:it when|being|hearing it|a (?:letter|message|lecture))|hate to)\b|\bdo (?:try to )?contain your\b",
        PLAIN,
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "so-fond-of",
        r"\b(?:since|as|seeing as|seeing that|that|which|the \w+|what) you (?:are|seem) (?:so|rather|evidently|clearly|terribly) (?:very )?fond of\b|\b(?:since|seeing as|seeing that) you (?:ask|asked|put it) (?:me |us |that )?so (?:nicely|sweetly|charmingly|graciously|politely|kindly)\b",
        LEANING,
        whole=True,
        unless=r"\b(?:dog|cat|he|she)\b",
    ),
    rule(
        Act.HOSTILE,
        NAME + "note-of-feelings",
        r"\bnote(?:d)? (?:\w+ )?that you have (?:them|feelings|one|some|an opinion|opinions|views)\b",
        BARE,
    ),
    # mock zeal
    rule(
        Act.HOSTILE,
        NAME + "drop-everything",
        r"\b(?:of course|naturally|obviously) (?:just )?drop(?:ping)? everything\b|\b(?:i|we) shall (?:just )?drop everything\b|\bdrop everything , (?:shall|then|that is)\b|"
        r"\balert(?:ing)? the (?:\w+ )?(?:press|media|governor|palace|king|queen|pope|navy|prime minister)\b|\b(?:ring|call|tell|inform|notify|wake) the (?:palace|pope|king|queen|prime minister|newspapers)\b|"
        r"\b(?:smelling salts|smallest violin|tiny violin)\b",
        PLAIN,
        when=props("palace", "press", "media", "king", "queen", "minister", "violin", "salts", "newspapers"),
        whole=True,
        unless=r"\b(?:and|to) (?:help|come|drive|get|sort)\b",
    ),
    rule(
        Act.HOSTILE,
        NAME + "mock-alarm",
        r"^(?:oo+h|oo+|omg|wow|gosh|golly|crikey|heavens)\b[^.!?]*\b(?:call|ring|phone|alert) the (?:police|army|cavalry|fire brigade|coastguard|navy)\b|\b\w+[ -]based (?:emergency|crisis|tragedy|disaster|catastrophe|trauma)\b|"
        r"\bhow(?:ever)? (?:will|shall|would|did) (?:the (?:nation|world|country|universe|planet|empire)|humanity|civili[sz]ation) (?:ever |possibly )?(?:cope|survive|manage|bear|recover|go on)\b",
        PLAIN,
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "work-it-out",
        r"\b(?:will|shall|can|would) (?:just )?(?:let|leave) you (?:to )?(?:work|figure|puzzle) (?:that|this|it)(?: one| bit)? out\b|\bsay (?:it|that|this) (?:a bit |even )?slower\b|\btry not to (?:faint|cry|swoon)\b|"
        r"\b(?:get|have) the (?:prime minister|president|king|queen|pope|chancellor) (?:on (?:to )?(?:the phone|it)|to (?:call|ring))\b",
        PLAIN,
        when=unasked,
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "tally",
        r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:nd|rd|th)) (?:person|one|customer|lady|gent|woman|man|caller)(?: i have had)? (?:today|this (?:morning|afternoon|week)) (?:who|that) (?:can ?not|could not|did not|does not|has not|never)\b",
        PLAIN,
        whole=True,
        when=_left_at_that,
        unless=r"\b(?:sorry|our|we|you are)\b",
    ),
    rule(
        Act.HOSTILE,
        NAME + "have-it-framed",
        r"(?<!can )(?<!could )\b(?:have|get) (?:it|that|this|them|one) (?:framed|embroidered|bronzed|carved in stone|put on a (?:mug|plaque|cushion)|stuffed and mounted|set to music)"
        + END
        + r"|"
        r"\b(?:you|we) (?:can|may|might|could|should) frame (?:it|that|this|them)" + END,
        PLAIN,
        when=both(_no_picture, props("embroidered", "bronzed", "mug", "plaque", "cushion", "stuffed", "music")),
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "how-ever-will-you",
        r"\bhow(?:ever)? (?:will|shall|would|could) (?:you|we|they|he|she|anyone|the \w+) (?:ever|possibly) (?:\w+ )?(?:cope|survive|manage|bear|recover|live|sleep|go on)\b|\bhowever (?:will|shall) (?:you|we|they|he|she) (?:cope|survive|manage|bear|recover)\b",
        PLAIN,
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "time-to-thank",
        r"\b(?:all the )?time (?:you need )?to thank (?:us|me)\b|\bsome (?:people )?would say thank you\b|\bdo not all (?:clap|cheer|rush|thank \w+)\b|\band the (?:award|prize|oscar|medal) (?:for|goes)\b|"
        r"\b(?:i|we) (?:will|shall|am|are) not (?:be )?hold(?:ing)? (?:my|our) breath\b|\bdo not hold your breath\b",
        PLAIN,
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "perish-the-thought",
        rf"\bperish the thought\b|{OPEN}(?:heaven|god) forbid (?:that )?(?:an?|the|you|anyone|we|somebody|one)\b|\bfar be it from (?:me|us)\b",
        LEANING,
        whole=True,
        unless=r"\b(?:happens?|again|hurt|falls?|worse|emergency|accident|ill|dies?|fire)\b",
    ),
    rule(
        Act.HOSTILE,
        NAME + "unlike-some",
        r"\bunlike (?:some(?: people| others)?(?= ?(?:\.|!|\?)|$)|certain (?:people|customers)\b)",
        PLAIN,
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "gripping-reading",
        r"\b(?:gripping|riveting|thrilling|bedtime|light|exciting) reading\b|\bif reading (?:is|was)\b|\bcurl up with an?\b|\bif you can (?:bear to (?:type|read|look|write|part|put)|spare the time from|tear yourself)\b|\bif you (?:have|own) such a thing\b",
        LEANING,
        whole=True,
        unless=r"\b(?:sorry|i admit|even for us)\b",
    ),
    rule(
        Act.HOSTILE,
        NAME + "and-yet",
        r"^and yet (?:here |there |i |we |he |she |it |, )*(?:you|u|your|ye)\b",
        LEANING,
        whole=True,
        when=tells,
        unless=r"\b(?:sorry|waited|nobody|still have|we)\b",
    ),
    rule(
        Act.HOSTILE,
        NAME + "i-trust-enough",
        r"\bi (?:do )?trust (?:that|this|it) (?:is|was) (?:now |at last )?(?:sufficiently \w+|\w+ enough)\b|\b(?:i|we) do hope (?:that|this|it) (?:settles|satisfies|suffices|leaves nothing|meets with)\b",
        LEANING,
        whole=True,
        unless=r"\bsorry\b",
    ),
    rule(
        Act.HOSTILE,
        NAME + "generous-suggestion",
        r"\bthank(?:s| you) for (?:that|your|such a|the) (?:most |very |truly )?(?:generous|charming|spirited|colourful|imaginative|robust|stirring|fascinating|illuminating) (?:suggestion|proposal|theory|observation|description|idea|account|review|interpretation|insight)\b",
        LEANING,
        whole=True,
        unless=r"\b(?:accept|gladly|i will (?:pass|try))\b",
    ),
    rule(
        Act.HOSTILE,
        NAME + "anyone-who-reads",
        r"\b(?:to|for|by|of use to) (?:any(?:one|body)|those|people|every(?:one|body)|an? \w+|somebody|someone|customers) who (?:(?:can|could|will|would|actually|has|have|had|also) )?"
        rf"(?:(?:cares?|cared|bothers?|bothered|troubles?|troubled|takes?|took|taken|likes?)(?: the (?:time|trouble))? to {_READS}|(?:can|actually|has|have|had|could) {_READS}|reads? (?:it|that|as far|everything|past))\b",
        PLAIN,
        when=tells,
        whole=True,
        unless=r"\b(?:cannot|can not|sorry|large print|braille|lip|free|meters?|music)\b",
    ),
    rule(
        Act.INVALIDATE,
        NAME + "end-of-the-world",
        r"\byou (?:think|reckon|act (?:like|as if)) (?:that |this |it )(?:is|was) the end of the world\b",
        PLAIN,
        whole=True,
        unless=r"\b(?:why|no wonder|of course|right)\b",
    ),
    # belittling that means well
    rule(
        Act.INVALIDATE,
        NAME + "slowly-for-you",
        r"\b(?:i will|let me|shall i|let us|i can|we will) (?:\w+ ){0,2}?(?:explain|say|go through|read|write|type|put)(?: \w+){0,3} (?:nice and |very |really |extra |more )?(?:slowly|slower)\b",
        LEANING,
        when=both(tells, unasked),
        whole=True,
        unless=r"\b(?:sorry|too fast|carefully|so i|my|our)\b",
    ),
    rule(
        Act.INVALIDATE,
        NAME + "ask-a-grandchild",
        r"\b(?:is there|have you|do you have|you have|you have got|maybe|perhaps|get|ask)\b.*\b(?:son or daughter|grandchild(?:ren)?|grandson|granddaughter|younger person|youngster|teenager|grown-up)\b.*\b(?:help|look|read|try|show|explain|do it|sit|sort)\b",
        LEANING,
        whole=True,
        unless=r"\b(?:ticket|visit|car|lift|if you (?:like|prefer|would))\b",
    ),
)
