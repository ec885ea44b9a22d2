"""Cues of accountability: APOLOGISE, OWN and EXPLAIN."""

from __future__ import annotations

from scenarios.acts import Act
from scoring.reading.rules.base import Rule, both, rule, tells
from scoring.reading.scene import Scene
from scoring.reading.sentences import Clause


def _of_this_case(clause: Clause, scene: Scene) -> bool:
    return not clause.question and scene.is_specific(clause)


_NOT_SORRY = (
    r"\b(?:not (?:at all )?sorry|better safe than sorry|sorry (?:\? |, (?:which|what|who|could|can|did)|(?:that )?you (?:feel|felt|"
    r"think|are (?:upset|unhappy|not happy))|if (?:you|this|that|it|there|we|i)|but\b|, but\b|excuse|sight|state))\b"
)

APOLOGISE = (
    rule(
        Act.APOLOGISE,
        "apologise.sorry",
        r"\bsorry\b",
        0.6,
        when=tells,
        whole=True,
        unless=_NOT_SORRY + r"|sorry \?|(?:you will be|feel) sorry|say sorry to|sorry (?:, )?(?:no|we can not|i can not|not possible)\b|\b(?:he|she|they|"
        r"you) (?:is|are|was|were) sorry",
    ),
    rule(
        Act.APOLOGISE,
        "apologise.verb",
        r"\b(?:(?:i|we)(?: do| can only| must| really| would like to| want to| sincerely| truly| just want to| wish to| humbly| have to|"
        r" owe you an| need to| unreservedly| both)* (?:apologise|apology|beg your pardon)|(?:my|our|many|sincere|sincerest|full|deepest|"
        r"please accept|accept)(?: \w+){0,3} apolog(?:y|ies)|apologies\b|apologising|apologise (?:for|that)|forgive (?:me|us)|(?:i|"
        r"we)(?: do| really| deeply| truly)* regret|pardon (?:me|us|the)|mea culpa)\b",
        0.65,
        when=tells,
        whole=True,
        unless=(
            r"\bif (?:you|this|that|it|there|any|we)\b|for any (?:confusion|upset|offence|misunderstanding)|(?:not|will not|already|"
            r"did) apologise|do not accept"
        ),
    ),
    rule(
        Act.APOLOGISE,
        "apologise.feel-bad",
        r"\bi (?:really |do |honestly |truly |just |genuinely |actually )*(?:feel|am) <VERY>(?:terrible|awful|dreadful|bad|sick|rotten|"
        r"guilty|mortified|ashamed|embarrassed)(?: (?:about|for|that|over|at|by|we|you|to)|\.|$| ,| !)|\bi hate (?:that|to|how|hearing|"
        r"it when)\b|\bthat (?:was|is) (?:rude|clumsy|poor|bad|careless) of (?:me|us)\b",
        0.5,
        when=tells,
        unless=r"\bhate to (?:say|ask|break|be)|not (?:feel|feeling)",
    ),
    rule(Act.APOLOGISE, "apologise.bereaved", r"\b(?:my|our|sincere|deepest) condolences\b|\bsorry for your loss\b", 0.6, when=tells),
)

_FAILED = (
    r"(?:failed|messed|mucked|let you|lost|forgot|missed|broke|packed (?:it|that|this|them) (?:badly|wrong|poorly)|overcharged|"
    r"double[- ]charged|charged you|sent (?:you |it |out )?(?:the |a )?(?:wrong|someone|two|it to)|gave you (?:the )?(?:wrong|bad|"
    r"out of date|old)|told you (?:the )?(?:wrong|something)|put (?:it|you|the|them|your) (?:\w+ ){0,4}(?:wrong|on the wrong|down)|"
    r"got (?:it|this|that|your|the|them)(?: \w+){0,2} wrong|made (?:a|an|the|that|this|such|two) (?:\w+ ){0,2}?(?:mistake|error|mess|"
    r"slip|hash|assumption|blunder)|misread|misheard|mislabelled|mis-?sorted|mixed|muddled|overlooked|overbooked|double[- ]booked|"
    r"underpaid|mishandled|dropped the ball|kept you|left you|ignored|took (?:too long|the wrong|it from)|promised(?: \w+){1,8} (?:and|"
    r"but|then)|said (?:we|i|someone|it)(?: \w+){1,8} (?:and|but) (?:did not|never|nobody|we|it)|broke (?:our|my)|sold you|"
    r"booked you (?:on|into|in) the wrong|entered (?:it|the)(?: \w+){0,3} wrong|did (?:this|that|it) to you|caused|dragged|fell short|"
    r"fell down|wasted|jumped|assumed|should have|(?:gave|handed|charged|told|sent|put|cut|fitted|served|billed|changed|moved)(?: \w+){1,4} (?:wrong|twice|without (?:telling|asking|warning)|too (?:short|long|small|late|early)))"
)
_DID_NOT = (
    r"(?:did not|never|have not|had not|failed to|forgot to|neglected to)(?: \w+)? ?(?:ring|call|rang|called|told|tell|send|sent|check|"
    r"checked|write|wrote|note|noted|pass|passed|pack|packed|reply|replied|answer|answered|come|came|get|got|do|did|make|made|keep|kept|"
    r"deliver|delivered|book|booked|update|updated|let|listen|listened|read|look|looked|follow|followed|warn|warned|explain|explained|"
    r"give|gave|spot|spotted|catch|caught|notice|noticed|act|acted|process|processed|cancel|cancelled|record|recorded|log|logged|say|"
    r"said|order|ordered|put|fix|fixed|chase|chased|turn up|show up|wrap|wrapped|mention|mentioned|ask|asked|finish|finished)"
)

PLAINLY = "own.plainly"
"""A slip of ours told in the grammar of who learnt the language late: "we in workshop didn't looked at it"."""
_PLACE = r"(?:(?:in|at|from|of|here in) (?:(?:the|our|this) )?\w+ )"
_NOT_SEEN_TO = r"(?:looked|checked|controlled|noticed|listened|asked|told|called|saw|seen|sent|written|informed)"
_FITTED = r"(?:put|fit(?:ted)?|mount(?:ed)?|hang|hung|sew(?:ed|n)?|print(?:ed)?|built|install(?:ed)?|glued?|painted?|cut|turn(?:ed)?|set|frame[d]?|stick|stuck|pack(?:ed)?)"
_WRONG_WAY = r"(?:(?:in |on |the |to )*(?:wrong|opposite|false|bad) (?:way|side|direction|place|order)|upside down|back to front|inside out|on (?:its|the) head|wrongly|false)"

OWN = (
    rule(
        Act.OWN,
        "own.we-said",
        r"\bwe (?:said|promised|told you|wrote|agreed) (?:that )?(?:we|i|someone|somebody|it|you)(?: \w+)? (?:would|had|were going|"
        r"was going|should)\b|\b(?:i|we) did (?:neither|nothing)\b",
        0.52,
        when=tells,
    ),
    rule(
        Act.OWN,
        "own.ours",
        r"\b(?:(?:is|was|are|were|'s|entirely|all|that|this|it|purely|down to|be|the|completely|clearly|, ) ?)?(?:(?:my|"
        r"our) (?:own )?(?:mistake|fault|error|doing|failure|bad|slip|responsibility|cock-?up|mess|oversight|blunder|failing|side|end|part|"
        r"mix-?up|stock error|packing|warehouse|driver|system)\b(?= (?:entirely|and|not|that|,|\.|!|alone|for|in|here|completely|so|then|"
        r"is to blame|got|did|sent|lost|made|failed|let|went)|$)|(?:on|down to|points? (?:at|to)|because of|falls? on|starts with|lies with|"
        r"caused by) (?:us|me)\b|(?:mistake|fault|error|slip|failure|hole|gap|problem|one) (?:is |was |here is |there is )?(?:ours|mine|"
        r"on (?:our|my) (?:side|end|part))\b|ours to (?:do|fix|put|own|get)|(?:is|was) (?:all |entirely |completely )?(?:ours|"
        r"mine)\b(?= (?:and|not|,|\.|to|alone)|$)|not yours (?:but|it)|(?:i|we) (?:take|accept|hold|bear) (?:full |all |the |complete |"
        r"entire |total )*(?:responsibility|blame|fault)\b|(?:i|we) (?:am|are) (?:at fault|to blame|responsible|in the wrong)|(?:i|"
        r"we) (?:own|owe you) (?:that|this|it|up|an explanation)|wrong (?:of|from) (?:me|us)|(?:silly|stupid|careless|sloppy|clumsy|slow|"
        r"thoughtless|poor|wrong|bad) of (?:me|us)|that was me|i can not defend (?:it|that|this)|no excuse|there is no excuse|"
        r"not (?:going to )?(?:excuse|defend)(?:ing)? (?:it|that))",
        0.68,
        when=tells,
        whole=True,
        unless=(
            r"\bnot (?:really |our |my |actually )?(?:our|my) (?:fault|mistake|error|doing|responsibility)|(?:is not|was not|not) (?:on|"
            r"down to) (?:us|me)|on (?:our|my) (?:end|side|part)(?! )|looks? (?:fine|ok|active|good|correct) (?:on|from|at) (?:our|my)|showing|"
            r"from (?:our|my) (?:side|end)|(?:on|at|from|by) (?:our|my) (?:end|side) (?:it|everything|nothing)|if it (?:is|was)|whether it|"
            r"is on (?:us|me) (?:today|now)\?|on me (?:to|now)|on us\b.*\b(?:coffee|next|lunch)"
        ),
    ),
    rule(
        Act.OWN,
        "own.we-failed",
        rf"\b<I> (?:really |just |simply |clearly |have |had |also |both |then |did |plainly |truly |totally |completely |honestly |badly |"
        rf"twice |still |even )*{_FAILED}\b",
        0.62,
        when=tells,
        unless=(
            r"\b(?:if (?:i|we)|did not (?:fail|miss|lose|make|forget)|have not (?:lost|forgotten|missed)|not (?:lost|forgotten)|never (?:lost|"
            r"missed|promised|said)|i missed (?:that|you)|caused you|should have (?:it|an answer|news|one|a|the)|(?:i|we) should have (?:it|an|"
            r"a|the|this|that|more|something|you|him|them|one|two|news) (?:\w+ )?(?:by|for|to|in|ready|back|sorted)|i (?:dropped|"
            r"put) (?:you )?(?:it|a|in|you))\b"
        ),
    ),
    rule(
        Act.OWN,
        "own.we-did-not",
        rf"\b<I> (?:just |simply |clearly |then |also |plainly |even )*{_DID_NOT}\b",
        0.55,
        when=tells,
        unless=(
            r"\b(?:(?:i|we) did not (?:want|mean|say|tell you that|promise|do (?:it|anything)|make (?:the|that|this) (?:rule|decision)|order|"
            r"get (?:your|any|a|the|that))|never (?:said|told you|received|got)|i have not (?:got|had|finished|looked|checked|read)|not (?:yet|"
            r"get (?:your|the|any))|if (?:i|we)|(?:i|we) never (?:got|received|give|do|make|call|ring|tell|ask|send)|did not get|"
            r"we did not (?:pack|send|deliver|make) (?:it|that|the))\b"
        ),
    ),
    rule(
        Act.OWN,
        PLAINLY,
        rf"^(?:(?:and|but|so|yes|sorry|no|,) )*<I> (?:(?:did )?not (?:even |good )?{_NOT_SEEN_TO}|{_PLACE}(?:did )?not (?:even |good )?(?:{_NOT_SEEN_TO}|look|check|see|notice|listen|ask|read|tell)|"
        rf"{_PLACE}?(?:(?:have|has|had|did|was|were|just|simply) )*{_FITTED} (?:\w+ ){{1,4}}?{_WRONG_WAY})\b",
        0.62,
        when=tells,
        unless=r"\b(?:if|until|yet|because you|on purpose|so that|you (?:asked|wanted|said|told)|your (?:own )?(?:fault|mistake)|not (?:put|fit|mount|hang|sew|print)\w*)\b",
    ),
    rule(
        Act.OWN,
        "own.nobody-did",
        r"\b(?:nobody|no one|none of us|not one of us|not a soul)(?: here| in (?:our|the) \w+| from (?:here|our \w+))? (?:\w+ )?(?:rang|"
        r"called|told|came back|got back|checked|read|wrote|did|noted|picked|passed|looked|listened|answered|replied|followed|let|bothered|"
        r"sent|opened|rings|tells|thought|acted|had)\b(?: you| it| them| that| a| to| back| up| the|$)",
        0.5,
        when=tells,
        unless=(
            r"\b(?:so |you were told .*|you (?:said|told|waited|rang|were promised) .*)nobody|nobody (?:told|asked) (?:me|us)|"
            r"nobody has (?:complained|said)|at home|at the door|answered the door"
        ),
    ),
    rule(
        Act.OWN,
        "own.was-wrong",
        r"\bi (?:was|am|got (?:that|it)|have been) (?:\w+ )?(?:wrong|mistaken|too quick|careless|sloppy|out of (?:line|order))\b|"
        r"\b(?:what (?:i|we) (?:said|told you|wrote|gave|sent)|the (?:charge|bill|letter|text|email|date|price|amount|fee|invoice|notice|"
        r"advice|answer|information|figure|decision|notes?|sign|label|page|advert|website|message)(?: \w+){0,5}|both|that|it) (?:is|was|"
        r"were|are) (?:\w+ )?(?:wrong|ours|a mistake|an error|our error|incorrect|misleading|not true|never right|false)\b|\b(?:he|she|they|"
        r"\w+) (?:should not|ought not to|should never|had no business) (?:have |to )?(?:said|told|promised|done|charged|sent|closed|left|"
        r"put|marked|saying|telling)\b|\b(?:let me|i (?:need|have|want|must) to) correct (?:myself|what i|that|something i)|"
        r"\bi take (?:that|it) back\b|\b(?:my|a) correction\b",
        0.5,
        when=tells,
        unless=(
            r"\byou (?:are|were|got|have) (?:it )?wrong|not wrong|nothing (?:is )?wrong|if (?:it|that) (?:is|was)|think (?:it|that) is|"
            r"that is (?:wrong|incorrect|a mistake) (?:, )?(?:sir|madam)|^no , |you (?:should|must)|customer|it is wrong to|i am not wrong|"
            r"it was wrong (?:size|item)|your? (?:\w+ )?(?:is|was) wrong"
        ),
    ),
    rule(
        Act.OWN,
        "own.let-down",
        r"\b(?:we|i|us|the company|this (?:shop|company|team))(?: (?:have|really|badly|clearly|did|has|truly))* (?:let (?:you|your \w+|her|"
        r"him|them) down|fell short|(?:have )?failed you|owe you (?:better|an apology|more|that)|(?:could|should) have (?:done|been|rung|"
        r"called|told|checked|sent|said|given|asked|warned|spotted|caught|known|noticed|read|put|packed|had|let|written|offered|made|kept|"
        r"answered|replied|thought|explained|acted|looked|come|got|picked|taken|noted|passed|fixed|followed|listened|gone|waited|started))\b",
        0.6,
        when=tells,
        unless=r"\bif (?:you|only you|it)|(?:we|i) could have (?:helped|done (?:something|more) if)|what (?:more|else) (?:we|i) (?:could|should)",
    ),
)

EXPLAIN = (
    rule(
        Act.EXPLAIN,
        "explain.theirs-to-give",
        r"\b(?:belongs? to|is owned by)\b|\b(?:he|she|they|it) (?:refuses?|(?:does|do|will|did) not (?:share|allow|permit|give|lend|sell|want))\b",
        0.4,
        when=tells,
        unless=r"\byou (?:do|did) not\b",
    ),
    rule(
        Act.EXPLAIN,
        "explain.because",
        r"\b(?:because(?! of (?:policy|our|company|the system))|the (?:reason|cause) (?:is|was|for|why|that|it|you|we|i|being)|that is why|"
        r"which is why|so that is (?:why|how)|(?:what|all that) (?:has )?(?:happened|went wrong)(?: \w+){0,4} (?:is|was)|this (?:is|"
        r"was) (?:because|caused|due)|(?:it |that |which )?(?:was |is |has been )?(?:caused|triggered|set off|brought on) by|due to (?:a|an|"
        r"the|our)|owing to|thanks to (?:a|an|our)|as a result|which meant|meaning (?:it|that|the|your)|turns out|it turned out|"
        r"it looks like|looks as (?:if|though)|it (?:seems|appears)(?: that| as)?|i (?:ask|asked|am asking) (?:because|as|so)|"
        r"the reason (?:i|we)|the way (?:it|this|that) works)\b",
        0.5,
        when=both(_of_this_case, lambda c, s: len(c.words) >= 5),
        unless=(
            r"\b(?:because you (?:did not|failed|never)|policy|i (?:will|can)|we can|looks like you|seems (?:that )?you|"
            r"it seems (?:like )?(?:you|there)|sorry|because (?:i|we) (?:value|care|want)|unfortunately due to (?:high|unforeseen))\b"
        ),
    ),
    rule(
        Act.EXPLAIN,
        "explain.past-event",
        r"\b(?:the|your|our|a|an|his|her|their|it|they|he|she|that|this|both|sam|\w+'s|\w+ 's|one|none|neither|someone|somebody|"
        r"no) ?(?:\w+ ){0,4}?(?:was|were|had|had been|has been|have been|got|went|came|ran|never|did not|left|reached|landed|sat|stayed|"
        r"arrived|failed|stopped|started|picked|took|sent|put|closed|opened|changed|moved|logged|copied|lost|dropped|broke|cracked|fell|"
        r"tripped|leaked|timed|expired|lapsed|bounced|blocked|swapped|mixed|missed|marked|recorded|noted|tried|found|showed|flagged|set|"
        r"switched|entered|typed|booked|cancelled|registered|signed|held|stuck|delayed|queued|mis-?sorted|misread|mistook|read|thought|"
        r"assumed|forgot|gave|told|wrote|said|didn)\b",
        0.38,
        when=both(_of_this_case, lambda c, s: len(c.words) >= 5 and not any(w in c.words[:2] for w in ("you", "i")) and "will" not in c.words),
        unless=(
            r"\b(?:sorry|should have|i (?:will|can|have|am)|we (?:will|can|have)|you (?:were|are|did|had)|would|can|could|if|hope|policy|thank|"
            r"great|lovely|good)\b|had better"
        ),
    ),
    rule(
        Act.EXPLAIN,
        "explain.record-shows",
        r"\b(?:the|your|our|his|her|its|my|there is|there are) (?:\w+ ){0,3}?(?:notes?|records?|logs?|system|scan|tracking|photos?|"
        r"pictures?|sheet|report|history|file|entry|entries|account|order|form|ticket|screen|letter|contract|paperwork|"
        r"label) (?:\w+ ){0,2}?(?:shows?|says?|is|are|reads?|has|have|gives?|tells?|put|puts|was|were|lists?|came|copies)\b(?: \w+){2,}",
        0.4,
        when=_of_this_case,
        unless=(
            r"\b(?:clearly|does show|do show|is (?:now )?(?:cancelled|booked|refunded|sent|open|on its way|on file)|will|not show|does not say|"
            r"policy|you (?:should|agreed)|sorry)\b"
        ),
    ),
    rule(
        Act.EXPLAIN,
        "explain.works",
        r"\b(?:(?:it|the (?:system|app|till|machine|form|account|label|filter|meter|policy|rule|cap|limit|charge|fee|price)|that|this|they|"
        r"we) (?:only |just |automatically |always |normally )*(?:copies|tells|sends|counts|works|needs|checks|resets|runs|reads|rounds|"
        r"adds|splits|comes from|covers|exists|is there|is for|means|protects|stops|treats|marks|applies|asks|defaults|assumes|uses|is set|"
        r"is what)(?: \w+){2,}|(?:\d+ |the \w+ )(?:of (?:it|that|the \w+) )?is (?:your|the|a|for|our)(?: \w+){1,})\b",
        0.36,
        when=_of_this_case,
        unless=(
            r"\b(?:i (?:will|can|have|am)|we (?:will|can)|policy|sorry|you (?:should|must|need)|it means a lot|means we (?:can|will)|tomorrow|"
            r"by \w+day|\d+ (?:working |business )?days)\b"
        ),
    ),
)

RULES: tuple[Rule, ...] = (*APOLOGISE, *OWN, *EXPLAIN)
