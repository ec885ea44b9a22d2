"""Cues of ARGUE: contradicting to win, defending rep or firm, without helping."""

from __future__ import annotations

import re

from scenarios.acts import Act
from scoring.reading.rules.base import Rule, both, rule, tells

ARGUE = (
    rule(
        Act.ARGUE,
        "argue.you-are-wrong",
        r"\b(?:you are|you have got (?:it|that|this)|that is|this is|it is|which is) (?:\w+ ){0,2}?(?:wrong|mistaken|incorrect|not (?:true|"
        r"correct|right|accurate|how|what (?:happened|i said|we said|the|it says)|the case|fair|so|possible|our|a fair)|untrue|false|"
        r"nonsense|rubbish|inaccurate|misinformed|confused|misunderstanding)\b(?! (?:on our|and (?:i|we) (?:will|am|are|have)))",
        0.6,
        when=both(tells, lambda c, s: "you" in c.words or (c.text.startswith(("no", "that is not", "that is simply", "well")) and "sorry" not in c.words)),
        unless=(
            r"\bnot you\b|\byou are (?:not|right)|\bif you\b|not (?:right|fair|good enough|acceptable) (?:that|and|to|on you|for you|, )|is not (?:right|"
            r"fair|good enough) \.?$|sorry|our (?:mistake|fault|side)|i (?:was|am) (?:wrong|mistaken)|should not|you were told|wrong (?:size|"
            r"item|address|colour|one|order|flat|date|parcel|part|name|amount|price|number|place|room|tracking|door)"
        ),
    ),
    rule(
        Act.ARGUE,
        "argue.already-said",
        r"\b(?:as|like) (?:i|we) (?:have |had |did )?(?:(?:already|just|previously|repeatedly|now|clearly) )*(?:said|explained|mentioned|"
        r"stated|told|advised|informed|made clear|pointed)\b|\b(?:i|we) (?:have |had |did )?(?:already|just|clearly|repeatedly|"
        r"now) (?:\w+ )?(?:told|explained|said|answered|gave|given|tell|mentioned|informed|been through|covered|apologised)\b(?: (?:you|"
        r"this|that|it|the|to you|how|why)|$| \.)|\b(?:i|we) (?:have )?(?:told|explained|said|answered) (?:you |this |that |it )*(?:already|"
        r"twice|several times|before|three times|\d times|a number of times|repeatedly|many times)\b|\b(?:once|yet) again (?:, )?(?:(?:i|we) (?:have|must|can only|say|repeat|explain|am telling|will say)|the|it|as|you)\b|\bfor the (?:second|third|last|umpteenth|fourth) time\b|\bi do not know how (?:else|many|much clearer)\b|\b(?:i|"
        r"we) (?:can )?only repeat\b|\bi will say (?:it|this) again\b|\bhow (?:else|much clearer) can i\b",
        0.75,
        unless=(
            r"\balready told (?:you )?(?:us|me|my|our)|you (?:have )?already|told (?:him|her|them|the|my)|sorry|just (?:told|said|given|gave|"
            r"explained|mentioned) (?:me|us|him|her|them|that (?:to )?(?:my|the))|qq"
        ),
    ),
    rule(
        Act.ARGUE,
        "argue.never-said",
        r"\b(?:i|we|nobody|no one|he|she|they) (?:never|did not (?:ever )?|have never|has never|certainly did not |"
        r"would never (?:have )?)(?:actually )?(?:say|said|promise|promised|tell you|told you|agree|agreed|claim|claimed|offer|offered|"
        r"guarantee|guaranteed|advertise|advertised|state|stated)\b(?! anything)|\bthat is not what (?:i|we|he|she|it|was|the)\b|"
        r"\byour words\b|\bput(?:ting)? words in\b|\bi (?:am|was) not (?:calling|saying|accusing|the one|going to argue|arguing|"
        r"here to argue|lying)\b",
        0.6,
        unless=(
            r"\bto you and (?:we|i)|should have|sorry|not saying you (?:are|did|have)|never (?:told|said) (?:you )?(?:the|that|and|about|"
            r"a thing|what)|nobody told you|no one told you|(?:we|i) never told you|he never told you"
        ),
    ),
    rule(
        Act.ARGUE,
        "argue.defence",
        r"\b(?:(?:in|to) (?:our|my|his|her|their|the) (?:\w+ )?defen[cs]e|(?:i am|we are|he is|she is|they are) (?:only|just) (?:doing|"
        r"following|human|trying|the messenger)|only human|doing (?:my|our|their|his|her) (?:job|best|level best)|(?:i|we) (?:do|did|am|are|"
        r"have) (?:everything|all|what) (?:that )?(?:we|i|is|was)? ?(?:can|could|possible|should|required|expected)|"
        r"do not shoot the messenger|not my (?:fault|doing)|not our fault|did nothing wrong|done nothing wrong|no fault (?:of ours|on our)|"
        r"(?:we|i) (?:followed|stuck to|kept to) (?:the|our|all) (?:procedure|process|rules|terms|policy|instructions|protocol)|"
        r"to be fair to (?:us|him|her|them|the)|in fairness(?: to)?|in all fairness|hardly (?:our|my) fault|can not be (?:blamed|held|"
        r"expected)|which is more than|more than (?:\w+ ){1,2}(?:have|has|had|need|needs) to|what we (?:are|were) (?:supposed|meant) to|"
        r"as per (?:our|the) (?:procedure|process|policy|terms))\b",
        0.6,
        when=tells,
        unless=(
            r"\byou (?:did|have done) nothing wrong|did nothing wrong \.? ?(?:you|and)|that is no excuse|(?:i|we) (?:will|shall) do|"
            r"is not good enough|what we (?:are|were) supposed to (?:do )?and"
        ),
    ),
    rule(
        Act.ARGUE,
        "argue.volume",
        r"\b(?:we|i) (?:ship|send|serve|handle|deliver|sell|deal with|look after|process|clean|fit|repair|see|help|get|have|have (?:been|"
        r"had|served|shipped|delivered|sold|done))(?: \w+){0,4} (?:thousands|hundreds|millions|dozens|countless|\d{3,}|every day|every week|"
        r"year after year|for (?:\d+|many|over|twenty|thirty|ten) years)\b|\b(?:nobody|no one|none of (?:our|the)|"
        r"no other) (?:\w+ )?(?:customers? )?(?:else )?(?:has |have |had )?(?:ever )?(?:complain\w*|had (?:a|any|this)|has a problem|"
        r"a problem|raised|reported|said)\b|\b(?:never|not) (?:once )?(?:had|have had|received|get|got) (?:a|any|one|a single|"
        r"this) (?:single )?(?:complaint|problem|issue)s?\b|\b(?:everyone|everybody|all (?:our|the) other \w+) (?:else )?(?:\w+ )?(?:(?:is|"
        r"are|seems|has been|gets?) (?:\w+ )?(?:happy|fine|satisfied|it right)|manages?\b|managed|understands?|copes?|reads?)|\b(?:our|"
        r"the) (?:reviews|ratings|drivers|engineers|staff|technicians|packers|record|system) (?:is|are|speak|use|have|has|do|"
        r"does) (?:\w+ )?(?:excellent|very good|professional|reliable|accurate|fully trained|trained|careful|never wrong|rarely wrong|"
        r"always|for themselves|it every)\b|\bis accurate\b|\brarely (?:wrong|makes|get)|\b(?:market leader|award[- ]winning|highly rated)\b",
        0.6,
        when=tells,
        unless=r"\bsorry|should (?:not )?have|this time",
    ),
    rule(
        Act.ARGUE,
        "argue.respect",
        r"\b(?:with (?:all )?(?:due |the greatest |the utmost )?respect\b|no disrespect|let us be (?:clear|honest|fair|realistic)|"
        r"the (?:simple )?fact (?:is|remains|of the matter)|the truth is you|technically|strictly speaking|for the record|"
        r"as a matter of fact|be that as it may|not strictly|you (?:do|must|have to|need to|should) (?:understand|realise|appreciate|accept|"
        r"remember)(?! how| why (?:i|we) (?:ask|need))|you do not (?:seem to )?(?:understand|realise|get|appreciate|know how)|"
        r"what you (?:do not|fail to|need to|have to|must) (?:understand|realise|appreciate)|i (?:think|believe) you (?:are|will find|have)|"
        r"(?:i think )?you will find (?:that )?(?:it|we|the \w+|our \w+|this) (?:is|are|was|were|does|do|did|says?|have|has)|i (?:do not|fail to|can not|really do not) (?:see|"
        r"understand) (?:what (?:the|your) |why (?:you|this|that|it)|how (?:that|this|it|we|you)|where (?:the|you)|the (?:problem|issue|"
        r"relevance))|we (?:will|can|shall) (?:have to )?agree to (?:disagree|differ)|i beg to differ|i disagree|i do not agree|"
        r"do not agree (?:with|that)|that is (?:debatable|your opinion|your view|one way|a matter of)|in (?:your|my) opinion|"
        r"beside the point|irrelevant|not the point|hold on a (?:second|minute) (?:, )?(?:you|that|i|we)|hang on (?:, )?(?:you|that|i|we))\b",
        0.6,
        when=tells,
        unless=(
            r"\bso (?:that )?(?:i|we) (?:can|do)|do not understand (?:yet|it yet) myself|i do not understand (?:why it|how (?:it|"
            r"that) (?:happened|got)|why (?:that|it|this) (?:was|happened))|should not|sorry|you are (?:right|owed|due|entitled|absolutely)|"
            r"you have (?:been|every)"
        ),
    ),
    rule(
        Act.ARGUE,
        "argue.records-say",
        r"\b(?:our|the|my) (?:\w+ ){0,2}?(?:records?|systems?|notes?|logs?|tracker|tracking|photos?|gps|screen|data|scan|report|file|log|"
        r"camera|readings?|computer) (?:clearly |quite clearly |does |do |did |definitely |plainly )+(?:show|say|state|confirm|prove|tell|"
        r"read|record|have)s?\b|\b(?:though|but|actually|however|no) (?:, )?(?:the|our|my) (?:\w+ ){0,2}?(?:records?|system|notes?|log|"
        r"tracker|tracking|photo|gps|screen|data|scan|report) (?:shows?|says?|states?|confirms?|has)\b|\b(?:the|"
        r"our) (?:\w+ ){0,2}?(?:records?|tracker|tracking|photo|gps|scan|log) (?:does|do) (?:show|say)\b|\bdo(?:es)? (?:in fact |actually |"
        r"indeed )(?:show|say|state|work|arrive|cover)\b|\bis(?:n't| not) (?:in itself |really |exactly |strictly )?(?:evidence|proof|"
        r"a guarantee|the same as|an excuse)\b|\bwe (?:do|did) (?:in fact |actually |indeed |clearly |always )?(?:tell|inform|notify|warn|"
        r"state|make (?:it |that |this )?(?:very |quite )?clear|advise|email|write to|explain|send|mention|publish)\b",
        0.55,
        when=tells,
        whole=True,
        unless=(
            r"\byou are right|you (?:were|are) (?:in|right)|which (?:is|was) wrong|and (?:i|we) (?:can|will)|sorry|your side|as you say|"
            r"you told us|you said|you did|matches what you"
        ),
    ),
    rule(
        Act.ARGUE,
        "argue.see-but",
        r"\bi (?:see|understand|appreciate|get|hear)(?: \w+){0,8} but (?:you are|that is|it is|we|our|the|i|this|there|"
        r"at the end of)\b.*\b(?:wrong|mistaken|not|policy|however|only|everyone|rules?)\b",
        0.5,
        when=tells,
        unless=r"\bbut (?:i|we) (?:can|will|have|am|are)\b",
    ),
    rule(
        Act.ARGUE,
        "argue.trying",
        r"\b(?:i am|we are) (?:only |just |actually |really |already )*(?:trying|attempting|doing my best) to (?:help|assist|explain|"
        r"do my job|sort|tell)(?: you| this| it| this out| it out)?\b(?: here| and| but| \.| !| ,|$)|\bi am here to help you not\b|\b(?:for|"
        r"on) your (?:own )?(?:benefit|good|sake|side)\b|\bi (?:do not|did not) (?:appreciate|deserve) (?:being|your|that|this)\b|"
        r"\bthere is no (?:need|point) (?:in )?(?:arguing|repeating)\b|\b(?:you keep|stop) (?:saying|repeating|asking me|twisting|going on|"
        r"going round)\b|\bwe did not want (?:you|to (?:worry|bother))\b|\bhow (?:was|were|am|are) (?:i|we) (?:supposed|meant|expected) to\b",
        0.55,
        unless=r"\bplease\b|sorry|and keep|on your side (?:here|of|in)",
    ),
    rule(
        Act.ARGUE,
        "argue.policy-check",
        r"\b(?:you do|you did|do you|did you) (?:understand|realise|know|appreciate|get|see|read) (?:that |our |the |how |why )?(?:policy|"
        r"policies|this is|it is|we (?:have|are|can|do)|how this works|how (?:it|that|things) works?|rules?|terms|i am)\b",
        0.55,
        unless=r"\bso (?:that )?(?:i|we)",
    ),
)

FIGHTS = re.compile(
    r"\b(?:as|like) (?:i|we|you|your|our|the|it) (?:\w+ ){0,4}?(?:said|says?|explain(?:s|ed)?|told|tells?|mention(?:s|ed)?|states?|stated|makes? clear|made clear|shows?|know|wrote|writes?)\b|"
    r"\b(?:already|yet again|once again|once more|clearly|obviously|plainly|simply|merely|evidently|in (?:plain|ordinary|simple|clear) (?:english|words|terms|language)|(?:perfectly|quite|very) clear)\b|"
    r"\bno , you\b|\byou (?:are|were|have|had|seem|appear)(?: to have)? (?:\w+ )?(?:wrong|mistaken|confus\w+|misread|misunderst\w+|muddled|mixing)\b|"
    r"\byou (?:will|would|should|must|ought|need|have to|could have|failed|signed|chose|agreed)\b(?! (?:get|have|be (?:paid|given|owed|charged)|still|pay|only pay|keep))|"
    r"\bthat is not (?:what|how|true|so)\b|\bnot (?:going|here) to (?:argue|debate|discuss|repeat)\b|\bthe (?:simple )?fact (?:is|remains)\b|\bwith (?:all )?(?:due )?respect\b|"
    r"\b(?:had|should) you\b|\bif you (?:had|would|read|look|took|cared)\b|\b(?:not for everyone|bedtime|whether you like|like it or not|i suggest|i am sure|one would|would hardly|even an?)\b"
)
"""The form that makes a fight of what might be an explanation: harking back, talking down, telling the customer what they did."""

RULES: tuple[Rule, ...] = (*ARGUE,)
