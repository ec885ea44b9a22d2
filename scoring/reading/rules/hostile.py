"""Cues of HOSTILE: insult, sneer, sarcasm, threat, contempt, shouting."""

from __future__ import annotations

import re

from scenarios.acts import Act
from scoring.reading.rules.base import NOT_ABOUT_YOU, Rule, rule
from scoring.reading.scene import Scene
from scoring.reading.sentences import Clause


def _shouts(clause: Clause, _scene: Scene) -> bool:
    """Three shouted words, a small word among them: a heading or a row of abbreviations in capitals is no shout."""
    shouted = {t.raw.lower() for t in clause.tokens if len(t.raw) >= 2 and t.raw.isalpha() and t.raw.isupper()}
    return clause.shouted >= 3 and bool(shouted & _SMALL_WORDS)


_SMALL_WORDS = frozenset("you we not is are am do did have has stop listen read please what why the my me your it to this that can will for and".split())


_TEMPER = r"(?: (?:person|people|customer|man|woman|lady|client|passenger|guest|one)\b| (?:today|now|again|, |and (?:rude|stupid)\b|\.|!)|$)"
"""What may follow a word that is an insult of a person and plain of a thing: a difficult customer, not a difficult day."""
_INSULT = re.compile(
    r"\byou (?:are|seem|sound|must be|were|are being|are just|people are)"
    r"(?: (?!left\b|in\b|at\b|on\b|under\b|through\b|with\b|having\b|facing\b|going\b|not\b|no\b|never\b|hardly\b)\w+){0,2} (?:an? )?"
    r"(?:(?:idiot|stupid|moron|dumb|pathetic|ridiculous|liar|lying(?! (?:awake|there|in|on|down|low|flat|still))|rude|childish|hysterical|deluded|disgusting|revolting|shameless|perverted|perverts?|creeps?|(?:dirty|filthy|sick|disgusting|nasty|horrible|silly|stupid|grumpy|sad) (?:old )?(?:man|woman|person|people|pig)|a joke|a pain|clueless|ignorant|paranoid|unhinged|unbearable|unreasonable)\b|"
    rf"(?:dense|thick|crazy|insane|mad|embarrassing|nuts|mental|impossible|entitled|aggressive|difficult|unpleasant|a child){_TEMPER})"
)
_GIVEN_BACK = re.compile(
    r"\b(?:you (?:(?:have|had|must have|may have|really|always|still|even|already|never|should|did|do|must|need) )*(?:not )?(?:thought|believed?|feel|felt|said|feared|told (?:me|us)|wrote|heard)|"
    r"(?:made|make|makes|let|lets|left) you (?:to )?(?:feel|think|believe)|(?:nobody|no one|never|not|nor)(?: \w+){0,3} (?:think|thinks|thought|say|says|said|saying|believes?|means?|meant|mind|find|call)|"
    r"(?:he|she|they|it|(?:the|our|my) \w+) (?:said|says|wrote|called|told you|thought)|afraid|whether|as (?:if|though))(?: (?:that|how|like|now|me|us|once))* $"
)
"""Before an insult: the customer's own word of herself, or somebody else's, given back and not meant."""


def _calls_them_so(clause: Clause, _scene: Scene) -> bool:
    """Whether the rep calls them so, rather than gives back that they were called so or felt so."""
    return any(not _GIVEN_BACK.search(clause.core[: insult.start()]) for insult in _INSULT.finditer(clause.core))


_TRIED = re.compile(r"\byou (?:\w+ )?(?:thought|think|tried|believed?|imagined?|meant|can|could|wanted|expected|supposed|do not know)\b")


def _of_nothing_told(clause: Clause, scene: Scene) -> bool:
    """A blessing on nobody's hardship: with two of the customer's own words about it in the sentence, it is meant; on what they tried or thought it never is."""
    said = [c for c in scene.reply if c.sentence == clause.sentence]
    own = frozenset().union(*(scene.shares(c) for c in said))
    return len(own) < 2 or any(_TRIED.search(c.text) for c in said)


HOSTILE = (
    rule(Act.HOSTILE, "hostile.shout", r".", 0.9, when=_shouts, whole=True),
    rule(Act.HOSTILE, "hostile.insult", _INSULT.pattern, 0.9, when=_calls_them_so, unless=NOT_ABOUT_YOU + r"|\bif you\b|\b(?:called|treated|made to)\b"),
    rule(
        Act.HOSTILE,
        "hostile.name",
        r"\b(?:you|u) (?:(?:bloody|stupid|fucking|damn|daft|silly|thick|useless|complete|absolute|total|lazy|fat|old) )*"
        r"(?:idiots?|morons?|imbeciles?|cretins?|muppets?|pillocks?|tossers?|dickheads?|arseholes?|assholes?|bitch|bastards?|dummy|dimwits?|halfwits?)\b"
        r"|, (?:you )?(?:old|dirty|silly|stupid|foolish) (?:man|woman|boy|girl|goat|fool) ?(?:[,.!?]|$)|^(?:are|r) (?:you|u) (?:actually |really |just |completely )?(?:stupid|thick|dumb|mental|crazy|insane|an? (?:idiot|moron))\b",
        0.9,
        unless=NOT_ABOUT_YOU + r"|\bcall(?:ed|ing)? you\b",
    ),
    rule(
        Act.HOSTILE,
        "hostile.swear",
        r"\b(?:fuck\w*|bullshit|piss off|sod off|bugger off|screw you|shut up(?! (?:the|your|in|for|and (?:give|send|put))\b)|"
        r"(?<!you )(?<!not )(?<!they )(?<!to )(?<!parcels )(?<!things )(?<!letters )get lost(?! (?:in|on|at|between|eas\w+)\b)|go to hell|bite me|(?:stuff|shove) it(?! (?:back|in|into|inside|under|behind|with)\b)|"
        r"get stuffed|for god 's sake|for christ 's sake|for crying out loud|ffs|bloody hell|jesus christ|give it a rest(?! (?:of|for|until)\b)|get a grip(?! (?!on yourself)(?:on|mat|of|around|with)\b)|"
        r"(?:(?<=^)|(?<=[,.!] )|(?<=just )|(?<=please )|(?<=and )|(?<=now )|(?<=to )|(?<=you )|(?<=must )|(?<=should ))grow up(?! (?:with|in|on|near|fast|so fast|there|here)\b)|"
        r"(?<!not )(?<!never )(?<!hard to )(?<!easy to )get over (?:it|yourself)|get a life(?! (?:insurance|jacket|vest|policy)\b)|zip it(?! (?:up|closed|shut)\b)|bollocks|smart ?arse|clever clogs)\b",
        0.9,
        whole=True,
        unless=r"\bnot going to tell\b|\bwould not (?:say|tell)\b|sworn at|qq|\b(?:being|not|me|am) (?:\w+ )?(?:told|tell) (?:me )?to\b|\btold you to get over\b|\bi (?:was being|shut up)\b|"
        r"\b(?:he|she|they|him|her|them) (?:will )?(?:\w+ )?(?:grow up|get over)|\bgive it a rest (?:for|until|till|today|tonight)\b|\bshut up thank|\bget lost if\b|\bif you get lost\b",
    ),
    rule(
        Act.HOSTILE,
        "hostile.mouth",
        r"\b(?:watch|mind) your (?:mouth|tone|language|manners|attitude)\b(?! (?:settings?|choice|option|menu|pack)\b)|\bdo not (?:you )?(?:take|use) that tone\b|"
        r"\bwho (?:(?:the \w+ )?do )?you (?:think|believe) (?:that )?you (?:are|speak|talk)\b|\bwho (?:are you|you are) to (?:say|tell|ask|judge|demand|complain|talk|speak)\b|"
        r"\bhow (?:do you )?dare (?:you|to)\b|\b(?:do not|never) you (?:ever |even )?dare\b(?! (?:to )?(?:apologi[sz]e|worry|say sorry|be sorry|feel|blame|give up|thank))|"
        r"\byour guess is as good as (?:mine|ours|anyone|anybody)|\bhow (?:would|should) i know\b(?! (?:which|where|who|when|if|whether)\b)|"
        r"\bhow am i supposed to know\b|\blower your voice\b(?! (?:volume|over|channel|call|mail)\b)",
        0.85,
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        "hostile.dismiss",
        r"^(?:fine \. )?(?:whatever|suit yourself|be my guest|knock yourself out|do (?:what|as|whatever) you (?:like|want|please)|"
        r"go (?:ahead|on then) and (?:complain|leave|sue|post)|good luck with that|take it or leave it|cry me a river|boo hoo|so what|"
        r"big deal|tough(?: luck)?|thanks for nothing|if you say so|sure you (?:did|have|were|are)|yes right|oh please|spare me|charming|"
        r"good for you|join the (?:queue|club)|deal with it|not bothered|no skin off|see if i care|your loss|please yourself|go ahead then|"
        r"try me|and \?|your point being)\b",
        0.8,
        unless=r"\bcan |\bhowever you like\b|\bwhatever (?:you|the|it|time|works|suits|happen|they)\b|\bsuit yourself on\b",
    ),
    rule(
        Act.HOSTILE,
        "hostile.go-and",
        r"^(?:well , |fine , |then )*(?:post|tell|complain|leave|sue|write|report|say|go|review|moan|shout)(?: \w+){0,3} (?:whatever|"
        r"whoever|wherever|anything|all) you (?:like|want|please)\b|^(?:nobody|no one) (?:is going to |will |would |really )?(?:cares?|"
        r"give a|gives a)\b",
        0.8,
    ),
    rule(
        Act.HOSTILE,
        "hostile.nuisance",
        r"\b(?:stop|quit) (?:wasting|taking up) (?:my|our|everyone 's|people 's) time\b|\b(?:you are|this is) (?:just )?wasting (?:my|our) time\b|"
        r"\bnot paid (?:enough )?to (?:listen|put up|deal with you|be)\b|\bgo (?:and |off and )?(?:moan|whinge|whine|cry) (?:to|at|about|somewhere)\b|"
        r"\b(?:stop|quit) (?:your |the )?(?:moaning|whingeing|whining|bleating|wittering)\b",
        0.9,
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        "hostile.rhetoric",
        r"\b(?:what (?:exactly )?(?:do|did) you (?:expect|want) (?:me|us) to (?:do|say)|are you (?:going to|ever going to|even) (?:let|"
        r"listen|reading|listening)|do you (?:actually )?want (?:it|this|my|me|our|the|any)?(?: \w+){0,3} or not|can you (?:even |"
        r"not )?read|can you not (?:see|wait|understand)|are you (?:always|being|even|deaf|blind|joking|serious|kidding|done|finished|"
        r"quite finished)(?: \w+){0,2} \?|do you (?:even|seriously|honestly|really) (?:think|believe|expect|want)|who do you think|"
        r"what part of|how many times (?:do|must|have)|do i look like|am i supposed to|what am i supposed|shall i (?:also|fly|drive it)|"
        r"happy now|anything else i can be (?:blamed|shouted)|have you (?:quite )?finished|want a medal|did i (?:stutter|ask)|"
        r"is that my (?:fault|problem)|why are you (?:shouting|being|so|still))\b",
        0.8,
        whole=True,
        unless=r"\bwhat am i supposed to (?:call|send)\b|\b(?:finished|done) (?:with )?(?:the|your|that|this|it|them|all|typing|filling|writing|reading|setting|entering|charging|updating|packing|unpacking)\b",
    ),
    rule(
        Act.HOSTILE,
        "hostile.let-me",
        r"\b(?:if you (?:would|could|will) (?:just )?(?:let|allow) me (?:finish|speak|talk|explain|do my job)|let me (?:finish|speak)|"
        r"stop (?:interrupting|shouting|yelling|whining|moaning|complaining|messaging|wasting)|will you stop|give me a chance to)\b",
        0.75,
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        "hostile.sneer",
        r"\b(?:magic wand|magic word|crystal ball|mind reader|rocket science|(?:mark|sign off|grade) your own homework|wave a wand|"
        r"it is not (?:exactly )?(?:brain surgery|difficult|complicated|hard)|even a child|a (?:two|three|four|five|six) year old|"
        r"basic (?:english|maths|reading)|in plain english for you|read the (?:message|email) (?:properly|again)|"
        r"if you (?:had )?(?:bothered|cared) to|some of us|not paid enough|do not get paid|above my pay grade|you people|(?:customers|"
        r"people) like you|your (?:kind|type|sort) of|your little|first world problem|drama|tantrum|sob story|song and dance|"
        r"throwing your toys|having a go at|save (?:it|your breath)|spare me|whingeing|moaning|whining|wasting my time|"
        r"waste of (?:my )?time|my time is|world does not revolve|since you (?:are such|know)|you know everything|expert, are you|"
        r"the expert here|must be nice|how (?:very )?(?:convenient|original|tragic|dramatic|sweet|clever)|(?:clever|lucky|"
        r"poor) (?:old )?you\b(?! (?:are|have|did|got|were))|my heart bleeds|heart bleeds|tiny violin|alert the media|"
        r"hold the front page|call the papers)\b",
        0.75,
        whole=True,
        unless=r"\b(?:i|we) (?:do not|did not) (?:have a|bother)|\bno drama\b|without (?:the )?drama",
    ),
    rule(Act.HOSTILE, "hostile.bless-you", r"\bbless you\b(?! for\b)", 0.75, when=_of_nothing_told, whole=True),
    rule(
        Act.HOSTILE,
        "hostile.mock",
        r"^oh (?:no|dear|gosh|my|wow) , (?:a|an|the|not the|your|poor|how) [^?]*(?:tragic|awful|terrible|dreadful|poor|sad|horror|shame|shock|!)?",
        0.55,
        when=lambda c, s: (
            c.text.startswith("oh") and any(w in c.words for w in ("tragic", "horror", "tragedy", "shame", "shock", "dreadful")) and "sorry" not in c.words
        ),
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        "hostile.well-arent-you",
        r"\bwell (?:, )?(?:are not|is not|does not|was not) (?:you|that|someone|somebody)\b|\b(?:are not|were not) you (?:clever|special|"
        r"lucky|the|a)\b|\bwell done (?:you|for|on)\b.*\b(?:reading|noticing|spotting|working)\b|\bcongratulations (?:on that|, (?:i suppose|you can|you have (?:out-?\w+|found the|discovered|noticed|spotted|read)))\b|"
        r"^(?:gee|bravo|slow clap|genius)\b|^wow , ok(?:ay)?\b(?! ,)",
        0.7,
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        "hostile.now-are-you",
        r"^(?:oh|so|well|right|and)(?: ,)? .*, (?:are|do|is|did|have|were) (?:you|we|it|that|they) \?$|\b(?:come and |want to |try )(?:do|"
        r"doing) my job\b|^(?:go|leave|cancel|switch|complain|sue)(?: \w+){0,6} then ?(?:\.|!)?$",
        0.58,
        whole=True,
        unless=r"\b(?:postcode|number|address|name|order|right|correct)\b",
    ),
    rule(
        Act.HOSTILE,
        "hostile.tag",
        r"^well (?:, )?you (?:can|could|do|did|are|were|would|have|should)(?: not)?\b.*, (?:can|could|do|did|are|were|would|have|should)(?: not)? you\b",
        0.6,
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        "hostile.threat",
        r"\b(?:i|we) (?:will|am going to|are going to|can|could) (?:just )?(?:report|block|ban|blacklist|sue|cancel|close|terminate|suspend|"
        r"hang up on|end) (?:you|your (?:account|order|contract|chat|booking|policy))\b",
        0.7,
        unless=(
            r"\bif you (?:like|want|prefer|wish|would)|so (?:that )?you|for you|without (?:a )?(?:charge|fee|penalty)|no charge|today|fee|free|"
            r"refund|abuse|insults?|swear|threat|end (?:it|your contract) (?:early|now)|as you ask|from the|with no"
        ),
    ),
    rule(
        Act.HOSTILE,
        "hostile.not-have-to",
        r"\b(?:i|we) (?:do not|will not|am not going to|should not) (?:have to )?(?:put up with|take this|listen to this|sit here|"
        r"be spoken to|deal with (?:you|this attitude)|argue with you|have time for)\b",
        0.7,
        whole=True,
        unless=r"\band (?:i|we) (?:will|want|can)|so (?:i|we) can|keep|once",
    ),
    rule(
        Act.HOSTILE,
        "hostile.your-attitude",
        r"\byour (?:attitude|tone|behaviour|rudeness|shouting|temper|manners)\b",
        0.6,
        unless=r"\bplease\b|\bif\b|patience|help",
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        "hostile.accuse",
        r"\b(?:you are|you were|so you are|are you) (?:just )?(?:trying|out|looking|only|after) (?:to )?(?:it on|get (?:something|stuff|"
        r"money) (?:for )?(?:free|nothing)|scam|con|cheat|a freebie|for (?:a )?(?:freebies?|free)|the money)\b|\bnice try\b|"
        r"\bso you (?:claim|say)\b|\ballegedly\b|\bso[- ]called\b|\bconvenient(?:ly)? (?:that )?you\b",
        0.7,
        whole=True,
    ),
)

RULES: tuple[Rule, ...] = (*HOSTILE,)
