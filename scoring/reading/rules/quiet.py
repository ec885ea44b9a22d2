"""Cues of the quiet harms: scorn, blame and waving-off without one rude word, told by how the sentence is built.

Comparison with better customers, questions put only to sting, encouragement that is none, tautology, what it is "not",
and "you have your" thing to shut the matter. The order of the guide's labels holds: contempt before blame before belittling.
"""

from __future__ import annotations

import re

from scenarios.acts import Act
from scoring.reading.rules.base import NOT_ABOUT_YOU, Rule, asks, both, rule, tells
from scoring.reading.scene import Scene
from scoring.reading.sentences import Clause

_GLOAT = r"\bi would (?:really |quite |rather )?(?:enjoy (?:see|hear|read|watch)ing|(?:love|like|pay) to (?:see|hear|read|watch) (?:how|what|you|them|where)\b(?! (?:it|you|they) (?:goes|go|get|gets|think|like|look)))"
_TAUNT = re.compile(_GLOAT + r"|\bsee (?:how far|where|what) (?:that|it) gets\b|\bgood luck\b")


def _taunted(clause: Clause, scene: Scene) -> bool:
    """What is said next gloats over it."""
    place = scene.reply.index(clause)
    return any(_TAUNT.search(c.text) for c in scene.reply[place : place + 2])


def _encouraged(clause: Clause, scene: Scene) -> bool:
    """What was said before urged the customer on."""
    place = scene.reply.index(clause)
    return place > 0 and bool(re.match(r"(?:well , |fine , |then )*(?:go on|go ahead|by all means|be my guest|feel free)\b", scene.reply[place - 1].text))


def _one_sentence_with_the_past(clause: Clause, scene: Scene) -> bool:
    return any(c.sentence == clause.sentence and c is not clause and re.search(r"\b(?:past|history|old news|done with|over)\b", c.text) for c in scene.reply)


def _not_ours(clause: Clause, _scene: Scene) -> bool:
    return not clause.question and not {"sorry", "our", "ours", "apologise"} & set(clause.words)


_BETTER = r"(?:other|most|proper|real|normal|sensible|serious|grown|decent|organised|regular|experienced|every other|any other|any normal|any sensible)"
_CUSTOMERLY = (
    r"(?:plan|plans|manage|manages|read|reads|check|checks|book|books|order|orders|ring|rings|call|calls|know|knows|remember|remembers|wait|waits|cope|copes|pay|pays|"
    r"understand|understands|think|thinks|ask|asks|turn|turns|bring|brings|keep|keeps|say|says|learn|learns|get|gets|measure|measures|do not|does not|would have|"
    r"just|simply|leave|leaves|arrive|arrives|have the sense)"
)

RULES: tuple[Rule, ...] = (
    rule(
        Act.BLAME,
        "quiet.better-customers",
        rf"^(?:well |and |look |listen |you know |, )*{_BETTER} (?:\w+ )?(?!of\b)\w+s? (?:manage to |always |usually |at least |tend to |seem to )*{_CUSTOMERLY}\b",
        0.62,
        when=both(tells, _not_ours),
        unless=r"\b(?:take|takes|arrive|arrive[sd]?|so (?:i|we|you) can|which is why|sorry|you are (?:right|not)|would (?:be|feel)|orders? (?:take|go|ship|arrive)|days|like you)\b",
    ),
    rule(
        Act.BLAME,
        "quiet.sensible-people",
        r"^(?:well |and |look |you know |, )*(?:(?:sensible|responsible|careful|normal|proper|reasonable|organised) (?:\w+ )?(?:\w+s|people|folk|children|men|women) (?!is|are|was|were|will|would|can|may)\w+|"
        r"(?:professional|experienced|real|proper|serious) (?:\w+ )?\w+s (?:keep|have|do|make|bring|check|know) (?:their own|better|that))\b",
        0.62,
        when=both(tells, _not_ours),
    ),
    rule(
        Act.BLAME,
        "quiet.by-title",
        r"^(?:madam|sir|ma'am|maam|(?:the )?customer|the client|the passenger|the guest)(?: \w+self)? (?:has |have |had |only |clearly )*(?:gave|given|told|wrote|put|chose|chosen|ordered|forgot|forgotten|did not|failed|missed|signed|entered|lost)\b",
        0.66,
        when=both(tells, _not_ours),
    ),
    rule(
        Act.BLAME,
        "quiet.nobody-told-you-to",
        r"\b(?:nobody|no one|i never|we never|i did not|we did not) (?:ever )?(?:told|tell|asked|ask) you to (?!and\b|,|\.|either)\w+",
        0.68,
        when=both(tells, _not_ours),
        unless=r"\bshould|and that is|which is why|if you\b",
    ),
    rule(
        Act.HOSTILE,
        "quiet.waiting-behind-you",
        r"\bthere (?:are|is) (?:proper|real|serious|actual|genuine|paying|better|nicer|grateful|more important|bigger) (?:\w+ ){0,5}?\w+ "
        r"(?:waiting|(?:on|in) the (?:waiting list|queue)|who|that|ahead|to (?:serve|look after|deal with|worry about))\b|\b(?:i|we) have (?:got )?(?:proper|real|actual|serious|paying|genuine|nicer|grateful) "
        r"(?:customers|clients|guests|patients|people|work|jobs?|emergencies|problems)\b",
        0.68,
        when=tells,
        unless=r"\breal person\b",
    ),
    rule(
        Act.HOSTILE,
        "quiet.habit",
        r"^do you (?:(?:always|usually|often|also|normally|generally|ever) )*(?:argue|shout|moan|complain|row|fight|quarrel|yell|whine|sulk|cry)\b(?! of| about (?:any )?pain)|"
        r"^do you (?:always|also|usually|normally) (?:talk|speak|write|behave|treat|carry on|go on|make (?:a|this)|leave (?:everything|things|it all)|expect|blame)\b|^do you (?:always|usually|often) .* and then (?:shout|blame|complain|moan|expect|ring|call|wonder|act|take it out)\b|"
        r"^did you (?:really |actually |honestly |seriously )?(?:think|imagine|suppose|believe) (?:we|i) (?:do|are|run|work|live|would|could|just|had|have nothing)\b|"
        r"^(?:is|are|was) (?:everyone|everything|everybody|nothing|the whole \w+|it|anything)\b.*\b(?:always|ever) (?:somebody|someone|everyone|anyone|our|good enough|somebody else)\b",
        0.72,
        when=asks,
        unless=r"\bif (?:so|you)\b|pain|symptom|\bhe\b|\bshe\b",
    ),
    rule(
        Act.BLAME,
        "quiet.and-surprised",
        r"\b(?:and|then|yet|now|so) (?:now |then |yet )*(?:you are|you were|are you) (?:\w+ )?(?:surprised|shocked|astonished|amazed|complaining|wondering why|upset that|angry that)\b|"
        r"\b(?:surprise , surprise|no surprise(?: then| there)|what a surprise|who would have (?:thought|guessed))\b|"
        r"\b(?:what|how) (?:did|were|was) you (?:\w+ )?(?:think|imagine|suppose|expect) (?:would|was going to|happens?)\b",
        0.74,
        unless=NOT_ABOUT_YOU,
    ),
    rule(
        Act.HOSTILE,
        "quiet.take-or-leave",
        r"\b(?:take (?:it|them|that|this|the \w+) or leave (?:it|them|that|this)|like it or lump it|(?:that|there) is the door|you know where the door is)\b",
        0.72,
        unless=r"\b(?:can|free to|happy for you to) take\b",
    ),
    rule(
        Act.INVALIDATE,
        "quiet.tautology",
        r"\b(\w{3,}?)s? (?:when|whenever|if) (?:it|they|he|she|we) (?:does |do )?\1(?:s|es)?\b|\b(?:it|they|he|she) (?:is|are|will be) (\w+) when (?:it|they|he|she) (?:is|are) \2\b|"
        r"^(?:a |an |the )?(?!promise|deal|word|fair|enough|deadline|date|mistake)(\w{4,}) (?:is|are|will be) (?:a |an |the )?\3\b|\bwhat is (?:done|gone) is (?:done|gone)\b|"
        r"\b(?:get|gets|be|come) there when (?:it|they|he|she) gets? there\b",
        0.66,
        when=tells,
        unless=r"\bi will\b|\blet you know\b|\byou have told\b",
    ),
    rule(
        Act.INVALIDATE,
        "quiet.every-day",
        r"^(?:well |look |oh |, )*(?!i\b|we\b|you\b|it\b)\w+ (?:do |just )?(?:get (?:\w+)|move|change|slip|break|fall|cry|leak|burst|die|go (?:wrong|missing|up|down)|are (?:late|sick|lost|ill)|lose|miss|arrive late|crash|fail) (?:\w+ ){0,3}every (?:single )?(?:day|week|night|time)\b",
        0.58,
        when=both(tells, _not_ours),
    ),
    rule(
        Act.INVALIDATE,
        "quiet.pet-name",
        r"^(?:it|that|they|this) (?:is|are) (?:only |just )?(?:a|an|some)? ?[^\W\d_]+ , (?:love|mate|pet|dear|darling|sweetheart|hun|honey|sir|madam|pal|buddy|sunshine)\b",
        0.6,
        when=tells,
    ),
    rule(
        Act.INVALIDATE,
        "quiet.you-will-cope",
        r"\bi am (?:quite |very )?sure (?:that )?(?:you|he|she|they|it) will (?:catch|cope|manage|survive|live|get over|get used|keep|last)\b|\byou will (?:survive|live|cope|manage)(?: \w+){0,3} ?(?:\.|!|$)",
        0.56,
        when=tells,
        unless=r"\bsorry|if you|able to",
    ),
    rule(
        Act.HOSTILE,
        "quiet.oh-dear-oh-dear",
        r"^oh (?:dear|no|my)(?: ,)? oh (?:dear|no|my)\b",
        0.6,
        when=lambda c, s: c.question or not any(w in c.words for w in ("sorry", "we", "i", "our", "that")),
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        "quiet.mock-leave",
        r"^(?:well , |fine , |then )*(?:go on|go ahead|by all means|be my guest|feel free)\b",
        0.7,
        when=_taunted,
        whole=True,
    ),
    rule(Act.HOSTILE, "quiet.gloat", _GLOAT, 0.7, when=_encouraged, whole=True),
    rule(
        Act.HOSTILE,
        "quiet.enjoy-what",
        r"\bi would (?:really |quite |rather )?(?:enjoy (?:watching|reading|seeing|hearing) (?:you|what|that|them|how)|pay (?:good money )?to see|love to (?:see|watch) you (?:try|explain|manage|do))\b|"
        r"\bi am (?:quite |very |so )?sure (?:they|he|she|your \w+|the \w+(?: \w+)?|twitter|facebook|the internet) will be (?:thrilled|delighted|overjoyed|fascinated|riveted|heartbroken|so impressed|very impressed)\b",
        0.7,
        when=tells,
    ),
    rule(
        Act.ARGUE,
        "quiet.not-a",
        r"\b(?:we|i|they|this|it) (?:am|are|is) (?:only |just )?(?:a|an|the) (?:\w+ ){1,3}?, not (?:a|an|the|your|some)(?: \w+)? (?:contract|promise|hotel|charity|bank|law|court|miracle|magic\w*|magician|hospital|"
        r"taxi|restaurant|palace|emergency|crime|holiday camp|library|wizard|robot|machine|mind reader|doctor|lawyer|servant|slave|babysitter|nanny|butler|secretary|mother|mum|fairy|god|travel agent|delivery service)\b|"
        r"\bwe (?:are|run) (?:only |just )?(?:a|an) (?:[\w-]+ ){1,3}?, not (?:a|an|the)\b|\b(?:this|it) is not (?:a|an) (?:hotel|charity|restaurant|holiday camp|taxi service|five[- ]star \w+|democracy|negotiation|debate|library)\b",
        0.6,
        when=both(tells, _not_ours),
    ),
    rule(
        Act.ARGUE,
        "quiet.nobody-made-you",
        r"\b(?:nobody|no one)(?: here| in this \w+| at our end| on (?:our|this) \w+)? (?:ever |actually )?(?:promised|guaranteed|forced|begged|invited) (?:you|anyone|anybody)\b",
        0.62,
        when=both(tells, _not_ours),
        unless=r"\bshould have|and (?:somebody|someone|we) should|wrong|asked you (?:whether|if|how|what)|made (?:you|anyone) (?:aware|feel)",
    ),
    rule(
        Act.ARGUE,
        "quiet.no-it-is-not",
        r"\b(?:so|well) no\b(?: ,|$)|^(?:so |well |and |no |, )*(?:it|this|that) is not (?:that|because|as if|as though|like|true that)? ?(?:qq|nobody|no one|we|anyone|the whole)\b",
        0.58,
        when=lambda c, s: (
            not c.question
            and (
                bool(
                    re.search(
                        r"\b(?:records?|system|log|screen|account|notes?|photos?|pictures?|cameras?|footage|tracker|readings?|data|gps|cctv|paperwork|scans?) (?:shows?|says?|has|have|proves?)\b",
                        c.text,
                    )
                )
                or "is not" in c.text
            )
        ),
        unless=NOT_ABOUT_YOU + r"|sorry|our (?:fault|mistake)|\bi (?:can|will)\b|(?:on|in) (?:a|the) (?:lorry|van|post|shelf)",
    ),
    rule(
        Act.ARGUE,
        "quiet.you-have-yours",
        r"^(?:look|listen|come on)(?: ,)? (?:you|they) (?:have|have got|got|are getting|will (?:get|have)) (?:now )?(?:your|what you|a|an|the|one|everything)\b(?: \w+){0,6} ?(?:\.|!)?$|"
        r"\byou (?:have|have got|got) (?:what|everything) you (?:wanted|asked for|came for|paid for)\b",
        0.6,
        when=lambda c, s: not c.question and not c.numbers,
        whole=True,
        unless=r"\b(?:right|point|case|reason)\b(?! ?,)",
    ),
    rule(
        Act.INVALIDATE,
        "quiet.past",
        r"^(?:that|this|it|all that|what happened)(?: all)? (?:is|was) (?:all |now |just |ancient |in )*(?:the past|history|old news|done (?:and dusted|with)|over and done(?: with)?|behind (?:us|you)|yesterday)\b|"
        r"\b(?:no (?:point|use)|not (?:much )?(?:point|use)) (?:in )?(?:going over|dwelling|raking|digging|crying)\b",
        0.62,
        when=tells,
        unless=r"\bwas yesterday\b|\bis history of\b",
    ),
    rule(
        Act.INVALIDATE,
        "quiet.changes-nothing",
        r"^(?:and |so |but )*(?:it|that) (?:does|will|can) not (?:change|alter|affect|help|matter)\b",
        0.6,
        when=_one_sentence_with_the_past,
    ),
    rule(
        Act.ARGUE,
        "quiet.we-are-busy",
        r"\b(?:run|rushed|worked) off (?:our|their|my|his|her) feet\b|\b(?:because|as|since) (?:we|people(?: here)?|everyone|everybody|they|the (?:team|staff|girls|lads|office|drivers|engineers)|my colleagues) (?:here )?(?:is|are|were|was|have been|'s) (?:\w+ )?"
        r"(?:busy|swamped|stretched|rushed|snowed under|run off|human|only human|working|doing their)\b|\b(?:we|people|the team|staff) (?:here )?(?:are|have been) (?:very |rather |quite |extremely )?busy(?: people)?\b",
        0.58,
        when=tells,
        unless=r"no excuse|sorry|our (?:fault|mistake|doing)|not (?:a |an )?(?:reason|excuse)|should|\bi (?:will|can|am)\b|fault|(?:so|and) (?:i|we) (?:will|can|have)|today|until",
    ),
    rule(
        Act.BLAME,
        "quiet.you-have-a-phone",
        r"\byou (?:have|have got|did have|do have) (?:got )?(?:a|an|your|two|the)(?: own)? (?:phone|telephone|eyes|hands|legs|feet|calendar|diary|email|watch|clock|brain|tongue|mouth|car)\b(?: \w+)? ?(?:as well|too|have you not|do you not|, (?:do|have) you not)",
        0.66,
        whole=True,
    ),
    rule(
        Act.DEFLECT,
        "quiet.in-the-terms",
        r"^(?:it|that|this) (?:is|was) (?:all )?(?:clearly )?(?:in|on|under) (?:the|your|our) (?:terms|t&cs|small print|contract|agreement|policy|conditions)\b ?(?:\.|!)?$",
        0.72,
        when=tells,
    ),
    rule(
        Act.EVADE,
        "quiet.hard-at-it",
        r"\b(?:crews?|teams?|engineers?|staff|people|technicians|drivers|everyone|specialists) (?:are|is|have been) (?:\w+ )?(?:working|doing)(?: \w+){0,3} (?:around the clock|round the clock|day and night|hard|flat out|tirelessly|"
        r"their (?:very )?best|as (?:fast|quickly|hard))\b|\b(?:is|are) an ongoing (?:process|matter|issue|investigation)\b",
        0.54,
        when=lambda c, s: not c.question and not c.numbers,
        unless=r"\bsorry\b",
    ),
    rule(
        Act.EVADE,
        "quiet.all-in-there",
        r"^(?:it|that|this|everything|all that|the answer) (?:is|was) all (?:there )?(?:in|on|under) (?:the|your|our|there)\b(?: \w+){0,5} ?(?:\.|!)?$|\ball (?:there )?in (?:black and white|the small print|your (?:confirmation|welcome))\b",
        0.56,
        when=lambda c, s: not c.question and not c.numbers,
        unless=r"\bnow\b|\bi (?:have|will)\b|(?:our|my) (?:fault|head|mistake)|in your name|hands",
    ),
)
