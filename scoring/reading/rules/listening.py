"""Cues of listening shown in words: VALIDATE, REFLECT_FEELING, REFLECT_CONTENT."""

from __future__ import annotations

from scenarios.acts import Act
from scoring.reading.rules.base import Rule, both, rule, tells
from scoring.reading.scene import Scene
from scoring.reading.sentences import Clause


def _of_this_case(clause: Clause, scene: Scene) -> bool:
    return not clause.question and scene.is_specific(clause)


def _beside_the_case(clause: Clause, scene: Scene) -> bool:
    """Another part of the same sentence says what of."""
    return any(c.sentence == clause.sentence and c.start != clause.start and scene.is_specific(c) for c in scene.reply)


def _customers_own(clause: Clause, scene: Scene) -> bool:
    """Takes up what the customer said: shares a case word, or a number, and adds no new figure."""
    if clause.question:
        return False
    if not scene.heard:
        return scene.is_specific(clause)
    return bool(scene.shares(clause) or clause.numbers & scene.heard_numbers) and not (clause.numbers - scene.heard_numbers - frozenset("1 2 3 4 5".split()))


_ANYONE = (
    r"(?:anyone|anybody|any of us|most people|most of us|everyone|any (?:parent|mother|father|customer|bride|owner|driver|guest|one|"
    r"person|patient|reasonable person)|who|no one|nobody|many people)"
)

VALIDATE = (
    rule(
        Act.VALIDATE,
        "validate.nobody-should",
        r"\b(?:nobody|no one|no \w+) should (?:ever |have to |be |need |pay |wait |find |open |come |go |sit |lose |get |live |spend |stand |sleep |ring )",
        0.5,
        when=tells,
    ),
    rule(
        Act.VALIDATE, "validate.right-beside", r"^(?:and |so |yes , )*you are (?:quite |absolutely |completely )?right ?(?:\.|!)?$", 0.56, when=_beside_the_case
    ),
    rule(
        Act.VALIDATE,
        "validate.right",
        r"\b(?:you are|you were|you are (?:quite|absolutely|completely|totally|dead|perfectly)|"
        r"you (?:have )?got (?:it )?) (?:\w+ )?right\b(?: (?:that|to|about|,|-|:|not|and|the|it|we|they|he|she|on)|.*\w{4,})|\b(?:you are|"
        r"she is|he is|they are) <VERY>right (?:to|that|about|,|-)|\bright to (?:ask|be|expect|want|complain|chase|push|question|say|check|"
        r"refuse|ring|call|point|query|mention|stop)\b|\bas you (?:rightly )?(?:say|said|point out),? (?:it|that|the|we)",
        0.65,
        when=both(tells, lambda c, s: len(c.words) >= 4 or bool(c.numbers)),
        unless=r"\b(?:right (?:away|now|here|place|person|back)|you are right to shout|if (?:i|you)|make sure (?:you|i)|i see why|but you are|not right)\b",
    ),
    rule(
        Act.VALIDATE,
        "validate.every-right",
        r"\byou (?:have|had|have got|are) (?:every|all the|a|full|well within your|within your|perfectly|quite) (?:right|reason|rights|"
        r"entitled|cause|good reason|point|fair point|valid point)\b(?: (?:to|that|about|there|on|when|after|for|given|because|here)\b.*)",
        0.6,
        when=tells,
        unless=r"\bto (?:cancel|appeal|a refund within|make representations)\b",
    ),
    rule(
        Act.VALIDATE,
        "validate.anyone-would",
        rf"\b{_ANYONE} (?:would|'d|will|could|in your (?:place|position|shoes)|who|in that)(?: not)? (?:\w+ )*",
        0.6,
        when=both(tells, lambda c, s: any(w in c.words for w in ("would", "could")) and (s.is_specific(c) or len(c.words) >= 6)),
        unless=(
            r"\b(?:anyone would think|nobody would (?:notice|know|believe|do)|who would (?:be|have)|anyone would (?:know|realise|have (?:read|"
            r"checked))|someone who would)\b"
        ),
    ),
    rule(
        Act.VALIDATE,
        "validate.me-too",
        r"\bi (?:would|'d) (?:be|feel|have been|have felt|think|want|say|ask|do|expect|hate|not (?:be|want|like|accept|have)|also|probably|"
        r"never)(?: \w+){0,10} (?:too|as well|myself|the same|if (?:it|i|my|that|someone|we|they)|in your (?:place|shoes|position)|either|"
        r"after|at that)\b",
        0.7,
        when=tells,
        unless=r"\b(?:i would be (?:happy|glad|able|lying)|i would want to (?:check|help))\b",
    ),
    rule(
        Act.VALIDATE,
        "validate.fair",
        r"\b(?:asking|wanting|expecting|to (?:ask|want|expect))(?: \w+){1,9} (?:is|was|seems|sounds) <VERY>(?:fair|reasonable|"
        r"understandable|right)\b|\b(?:that|it|this|which|what you (?:say|want|ask|are asking)|asking|wanting|expecting|your (?:complaint|"
        r"request|question|anger|concern|point|reaction|frustration)(?: \w+){0,3}?)(?: (?:is|was|would be|makes|seems|sounds|"
        r"are))? <VERY>(?:(?:a |an )?<VERY>(?:fair|reasonable|understandable|legitimate|valid|justified|right|good point|fair point|natural|"
        r"sensible|sense)(?: \w+)?)\b",
        0.45,
        when=both(tells, lambda c, s: s.is_specific(c) and len(c.words) >= 5),
        unless=(
            r"\b(?:not (?:fair|reasonable|right|sensible|understandable)|is that|fair usage|fair wear|right (?:now|away|back|there|here|size|"
            r"one|number|address|place|date)|make(?:s)? sense \?|good point of)\b|the right"
        ),
    ),
    rule(
        Act.VALIDATE,
        "validate.should-not-have",
        r"\b(?:you|nobody|no one|she|he|they|anyone|a customer|your (?:\w+ )?\w+|that \w+|the \w+|that|it|this|a \w+(?: \w+)?) (?:should|ought) (?:not|never|"
        r"not ever) (?:to )?(?:have |be |need |really )?(?:had to|to have to|to be|have to|be|been|need|needed|left|told|waited|chased|paid|"
        r"happen|happened|reach|reached|wait|take|taken|cost|come|go|gone|arrive|arrived)\b",
        0.58,
        when=both(tells, lambda c, s: s.is_specific(c) or len(c.words) >= 8),
        unless=r"\byou should (?:not|never) (?:be )?(?:rude|shout|swear|have (?:done|touched|opened|used))|not be (?:a problem|long|difficult|too)",
    ),
    rule(
        Act.VALIDATE,
        "validate.should-have",
        r"\b(?:you|she|he|they|someone|somebody|the \w+|a \w+|nobody|we) should (?:\w+ )?(?:have )(?:been (?:told|given|rung|called|warned|"
        r"asked|sent|offered|informed|contacted|refunded)|got|had|heard|received|rung|called|told|knocked|said|checked|known|given|asked|"
        r"come back)\b|^(?:they|she|he|it|we) (?:should|could|ought to) have\b",
        0.5,
        when=tells,
        unless=r"\byou should have (?:told|called|rung|asked|checked|said|known|come back)|(?:i|we) should have|should have (?:known|checked) better",
    ),
    rule(
        Act.VALIDATE,
        "validate.no-blame",
        r"\b(?:(?:i|we|nobody|no one) (?:do not|does not|can not|could not|would|will|can|could|did not|would not) (?:blame|fault) you|"
        r"nothing you did|you (?:did not|have not) (?:do|done) anything (?:wrong|silly)|you (?:have |had )?(?:did|done|"
        r"have done) (?:nothing|not (?:a thing|anything)) wrong|did nothing wrong|you (?:have |had )?(?:did|done|have done) (?:everything|"
        r"all|exactly|the right|just) (?:\w+ )?(?:right|correctly|asked|could|should|thing|properly|what)|(?:it|that|this|none of (?:it|"
        r"this|that)) (?:is|was) not (?:your|down to you|on you|anything you)(?: \w+){0,3}|not (?:your|on you|down to you)(?: fault| doing|"
        r" mistake| job)?|no wonder|small wonder|i (?:do not|did not) doubt (?:it|you|that|what)|i (?:do )?believe you|(?:it|that) (?:is|"
        r"was) not (?:too much|unreasonable|silly|daft|a lot|much) to ask|not unreasonable|you (?:have|had) (?:been )?(?:more than |very |"
        r"extremely |incredibly )?(?:patient|fair|reasonable)(?: \w+){0,3} (?:long|about|with|enough|for|over|given|considering|and)|"
        r"you (?:paid|asked|did|told us|warned us|waited|gave us|were promised)(?: \S+){0,8} (?:no question|fair and square|in good faith|"
        r"as you should|for a reason|exactly as|on time))\b",
        0.6,
        when=both(tells, lambda c, s: len(c.words) >= 4),
        unless=r"\bno wonder (?:you can not|it broke)|nobody doubts",
    ),
    rule(
        Act.VALIDATE,
        "validate.not-good-enough",
        r"\b(?:not (?:good enough|acceptable|ok|okay|right|fair|the way|how (?:it|we|this|you|anyone)|what you (?:paid|ordered|were|should|"
        r"signed|expected|asked))|unacceptable|poor (?:show|service|form)|shocking|a shambles|disgraceful|beyond a joke|ridiculous|a joke|"
        r"(?:far )?too (?:long|many|much|late)|no way to (?:treat|run|find out|spend)|is not (?:nothing|trivial|small)|a lot to (?:ask|"
        r"put up|lose|go through))\b",
        0.42,
        when=both(tells, lambda c, s: s.is_specific(c) and len(c.words) >= 4),
        unless=(
            r"\b(?:i am not (?:ok|on)|not (?:right|fair) that you|you are being|sorry|not right (?:now|away)|i am not)\b|not on (?:the|my|your|"
            r"our)|it is too late to|too (?:much|late|many) (?:for|to)"
        ),
    ),
)

REFLECT_FEELING = (
    rule(
        Act.REFLECT_FEELING,
        "feeling.must-have-been",
        r"\b(?:it|that) must have (?:been|felt) <VERY>(?:a |an )?<VERY><ANGRY> (?:wait|night|day|morning|evening|afternoon|journey|week|hour|drive|shock|surprise|walk|weekend|start|end|way)\b",
        0.5,
        when=tells,
        unless=r"\bsorry\b",
    ),
    rule(
        Act.REFLECT_FEELING,
        "feeling.you-are",
        r"\byou (?:(?:must|may|might|do|did|are|were|have|can|will|'re|felt|feel|are feeling|were feeling|must be|must have been|must have|"
        r"sound|seem|look|came away|come across as|have been|must feel|clearly|obviously|are clearly|got|were left|are left|have been left|"
        r"were made to)(?: \w+)?){1,3} ?(?:feel(?:ing)? |felt |been |be )?<VERY>(?:\w+ and )?<ANGRY>\b",
        0.6,
        when=_of_this_case,
        unless=(
            r"\b(?:no (?:need|reason)|sorry|if you are|do not (?:be|get)|not be|why are you|would be|hysterical|you are hard|hard (?:to|of|"
            r"work)|sick (?:note|leave|pay)|you should not|not (?:upset|angry|worried))\b"
        ),
    ),
    rule(
        Act.REFLECT_FEELING,
        "feeling.it-is",
        r"\b(?:it|that|this|waiting|having|being|getting|chasing|losing|finding|opening|sitting|the \w+(?: \w+)?) (?:is|was|must be|"
        r"must have been|must feel|must have felt|would be|feels|felt|sounds|has been|can be|had to be|will have been|"
        r"will be) <VERY>(?:a )?<VERY><ANGRY>\b",
        0.5,
        when=both(_of_this_case, lambda c, s: len(c.words) >= 6 and (bool(s.shares(c)) or bool(c.numbers) or not s.heard)),
        unless=(
            r"\b(?:sorry|hard (?:to (?:say|tell|know|give|predict)|drive|copy|disk|water|surface|shoulder)|not (?:that|so|very) hard|is it|"
            r"hard at)\b|it is hard to"
        ),
    ),
    rule(
        Act.REFLECT_FEELING,
        "feeling.named",
        r"\b(?:your|the) (?:anger|frustration|worry|stress|disappointment|upset|fear|anxiety|annoyance|embarrassment|distress|panic|hurt|"
        r"exhaustion) (?:at|about|over|that|with|when|because|after|of having|from|comes|is about)\b|\b(?:angry|upset|worried|cross|annoyed|"
        r"frustrated|scared|furious|disappointed|let down|gutted|fed up|exhausted|embarrassed|stressed) (?:that|because|about|at|by|after|"
        r"over) (?:we|the|your|this|it|nobody|no one|having|being|\w+ing|a|an|our|my|three|two|all)\b",
        0.55,
        when=both(_of_this_case, lambda c, s: any(w in c.words for w in ("you", "your", "are", "were"))),
        unless=r"\b(?:i am|i would be|sorry|no need|not be|we are|anyone|i understand your|understand the)\b(?! \w+ (?:at|about|over) )|thank",
    ),
    rule(
        Act.REFLECT_FEELING,
        "feeling.longed-for",
        r"\byou (?:had been|have been|were|are) (?:so |really |clearly |obviously )?(?:looking forward|dreading|hoping|counting on|excited|"
        r"relying on|at (?:your|the) (?:wits|end)|desperate|(?:left )?(?:wondering|guessing|worrying|fearing|hanging|in limbo|stranded|"
        r"high and dry|out in the cold))\b",
        0.55,
        when=_of_this_case,
        unless=r"\bif you\b",
    ),
)

REFLECT_CONTENT = (
    rule(
        Act.REFLECT_CONTENT,
        "reflect.frame",
        r"\b(?:(?:so |and |ok |right )*(?:what (?:i am hearing|i hear|you are (?:saying|telling me|asking)|you (?:want|need|are after)|"
        r"i (?:have|got) so far|matters (?:most )?(?:to you|for you|here)|you have (?:told me|described|said))|if i (?:have (?:understood|"
        r"got|followed)|understand|am (?:reading|hearing|following|understanding)|heard)|(?:it|that) sounds (?:like|as if|as though)|"
        r"sounds (?:like|as if)|from what you (?:say|have said|have told|tell|are saying|describe|wrote)|you (?:have )?(?:said|mentioned|"
        r"told (?:me|us)|explained|wrote|described|asked (?:us|me|for)|say|are saying|were saying|are telling me|pointed)|as you (?:said|"
        r"say|explained|described|told)|i (?:understand|hear|see|gather|know|realise|appreciate|take it) (?:that )?(?:you|your|the|it|this)|"
        r"i (?:have )?(?:read|seen) (?:that )?(?:you|your|what)))\b",
        0.5,
        when=both(_customers_own, lambda c, s: len(c.words) >= 5 and (not s.heard or len(s.shares(c)) >= 1)),
        unless=(
            r"\b(?:i understand (?:your|how|why|the)|but (?:you are|that is)|you said you would|policy|you (?:say|said) that but|"
            r"so you (?:claim|say)|sorry|did not say|i see (?:you|it|that) (?:is|are|was|has|have)|you told us nothing|not what you)\b"
        ),
    ),
    rule(
        Act.REFLECT_CONTENT,
        "reflect.you-did",
        r"\b(?:so |and |right |ok |, )*you (?:have |had |were |are |was |did |just |only |also |already |still |then )*(?:been |"
        r"had )?(?:rung|rang|called|waited|waiting|ordered|paid|bought|told|promised|given|sent|asked|chased|chasing|spent|lost|opened|"
        r"received|got|needed|need|want|wanted|left|took|taken|tried|went|gone|booked|charged|missed|stood|sat|sitting|stuck|expected|"
        r"expecting|planned|planning|working|relying|travelled|drove|came|emailed|written|wrote|explained|signed|returned|sold|passed|"
        r"transferred|without|locked|hosting|flying|moving|travelling|counting|out of pocket|facing|on your (?:\w+ )?(?:call|chat|message|"
        r"contact)|down|short|due|home|in all day)\b",
        0.48,
        when=both(_customers_own, lambda c, s: len(c.words) >= 5),
        unless=(
            r"\b(?:you (?:will|can|could|should|would|might|may|must|do not|need to|have to|need not|are (?:right|welcome|entitled|covered|able|"
            r"going|due|owed))|if you|when you|once you|whether you|because you|unless you|sorry|i (?:will|can|have|am)|we (?:will|can)|policy|"
            r"did you|have you|you wanted to know|you (?:agreed|accepted|chose|failed|forgot|gave us the wrong)|as you did not|you (?:get|"
            r"got) the)\b"
        ),
    ),
    rule(
        Act.REFLECT_CONTENT,
        "reflect.need",
        r"\b(?:(?:so |and )*(?:the|your) (?:real |main |biggest |actual |most important )*(?:deadline|worry|problem|concern|issue|need|"
        r"priority|point|thing that matters|question) (?:is|was|here is|then is|isn ?'?t)|it is (?:less|not (?:so much |just |really |"
        r"only )?)(?:\w+ ){0,4}(?:than|as|but|it is|that)|what (?:matters|hurts|bothers|worries|you need|you want)(?: \w+){0,4} (?:is|was)|"
        r"you (?:need|want) (?:it|the|a|an|them|that|this|your|to (?:know|have|get|be)|someone|us|him|her|somebody|both|"
        r"your)\b(?: \w+){0,8}|(?:all|so) you (?:want|need|wanted|asked|are asking)(?: \w+){0,3} is)\b",
        0.53,
        when=both(_customers_own, lambda c, s: len(c.words) >= 4),
        unless=(
            r"\b(?:you (?:will|would|do|just|only|might|may) (?:need|want)|you need to|if you|i (?:will|can|have|am)|we (?:can|will)|do you|"
            r"sorry|you need (?:your own|a form|to))\b"
        ),
    ),
    rule(
        Act.REFLECT_CONTENT,
        "reflect.told-at-length",
        r"^(?:so|right , so|ok , so|ok so) (?!that\b|i\b|we\b|there\b|please\b)\w+ ",
        0.5,
        when=both(_customers_own, lambda c, s: len(s.shares(c)) >= 3),
        whole=True,
        unless=r"\b(?:i|we) (?:will|can|have|am)\b|\bwill\b|\b(?:booked|sent|refunded)\b|sorry|policy|our (?:fault|mistake)",
    ),
    rule(
        Act.REFLECT_CONTENT,
        "reflect.told-story",
        r"^(?:so |and |right |ok |then |, |: |- )+(?:the|your|it|that|they|he|she|nobody|no one|someone|three|two|four|a|an|this|we|there)\b(?: \w+){3,}",
        0.4,
        when=both(_customers_own, lambda c, s: c.text.startswith(("so ", "right , so", "ok so", "ok , so")) and len(s.shares(c)) >= 2),
        whole=True,
        unless=(
            r"\b(?:i (?:will|can|have|am)|we (?:will|can|could|have)|will|sorry|policy|is (?:now|booked|sent)|refunded|so (?:that|it|there) is|"
            r"had you down|our (?:fault|mistake))\b"
        ),
    ),
)

RULES: tuple[Rule, ...] = (*VALIDATE, *REFLECT_FEELING, *REFLECT_CONTENT)
