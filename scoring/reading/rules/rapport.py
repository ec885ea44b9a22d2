"""Cues of courtesy, and of bare willingness, which is nothing at all."""

from __future__ import annotations

from scenarios.acts import Act
from scoring.reading.rules.base import Rule, rule, tells

KINDLY = 0.7
"""A plain good wish: as sure as a rule gets that a sneer was not meant."""

COURTESY = (
    rule(Act.COURTESY, "courtesy.enjoy", r"^(?:do |please |you )?(?:go and )?enjoy (?:the|your|every)\b", KINDLY, when=tells),
    rule(
        Act.COURTESY,
        "courtesy.farewell",
        r"^(?:and |it (?:has been|was|is) )?(?:a |been )?(?:real |very )?(?:lovely|nice|good|great|pleasure) (?:to (?:talk|speak|chat)|talking|speaking|chatting) (?:to|with) you"
        r"(?: (?:today|this (?:morning|afternoon|evening)|mr|mrs|ms|dr|,|[^\W\d_]+)){0,3} (?:\.|!)$",
        KINDLY,
        when=tells,
        whole=True,
        unless=r"\b(?:sure|ever|always|finally|again|too|as|though|but|last)\b",
    ),
    rule(
        Act.COURTESY,
        "courtesy.greeting",
        r"^(?:(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening|day)|greetings|dear|welcome|morning|afternoon|evening|howdy|g'day|"
        r"nice to meet|lovely to meet|pleased to meet)\b)(?: (?:,|\.|!|there|and|again|mr|mrs|ms|miss|dr|sir|madam|back|all|-|to|you|team|"
        r"[^\W\d_]+)){0,6} ?(?:\.|!|,|-|:)?$",
        0.6,
        when=lambda c, s: not c.question and len(c.words) <= 8,
        whole=True,
    ),
    rule(
        Act.COURTESY,
        "courtesy.greet-long",
        r"^(?:hi|hello|hey|hiya|(?:good )?(?:morning|afternoon|evening|day)|dear|welcome to)\b",
        0.47,
        when=lambda c, s: not c.question and len(c.words) <= 12 and not c.numbers and not any(w in c.words for w in ("i", "we", "is", "was", "will")),
        whole=True,
    ),
    rule(
        Act.COURTESY,
        "courtesy.intro",
        r"\b(?:i am|my name is|this is|you are (?:through|speaking|chatting) (?:to|with)|(?:it is|you have|"
        r"you have got) ) ?[^\W\d_]+(?: [^\W\d_]+)? (?:here|from|on|in|at|with|and i (?:will|am)|speaking)\b|\bmy name is\b|"
        r"^i am [^\W\d_]+ ?\.?$|\byou are (?:through to|speaking (?:to|with)|chatting (?:to|with))\b",
        0.45,
        when=lambda c, s: (not c.question and any(t.raw[:1].isupper() and t.norm != "i" for t in c.tokens[1:])) or ("name" in c.words and "my" in c.words),
        unless=(
            r"\b(?:sorry|not|checking|looking|working|going|from the (?:record|notes)|i am (?:on|in|here) (?:until|till)|this is (?:from|on|in|"
            r"at|with))\b|happy to"
        ),
    ),
    rule(
        Act.COURTESY,
        "courtesy.thanks",
        r"\b(?:thanks|thank you|many thanks|much appreciated|(?:i |we )?(?:really |do |greatly |truly |so |very much )*appreciate (?:you|"
        r"your|it|that|the|this)|grateful|obliged|cheers|bless you for)\b",
        0.55,
        when=tells,
        whole=True,
        unless=(
            r"\bthanks (?:to|for nothing)|thanks a (?:lot|bunch) for (?:nothing|shouting|the attitude)|no thanks|thanks to|sorry|"
            r"appreciate (?:your|the|how|that|it) (?:frustrat|is|position|upset|anger|concern|must)|i appreciate (?:that )?(?:you are|it is|"
            r"this is)|appreciate (?:that |how )"
        ),
    ),
    rule(
        Act.COURTESY,
        "courtesy.wishes",
        r"(?:(?:^(?:have|enjoy)|\b(?:wishing you|wish you|you have))(?: (?:a|an|the|your|lovely|good|great|nice|rest|of|safe|wonderful|"
        r"happy|brilliant|fab|well|best|all|very|special)){0,5} (?:day|evening|weekend|night|one|party|wedding|trip|holiday|match|final|"
        r"afternoon|time|week|birthday|game|flight|journey|christmas|luck|meal|show)|\b(?:(?:i )?hope (?:it|the|your|that|you|she|he|they|"
        r"to|everything|tomorrow|today|all|things|this|we)(?: \w+){1,}|good luck|all the best|take care|safe (?:travels|journey|flight|trip|"
        r"home)|happy (?:birthday|anniversary|new year|christmas|holidays|easter)|congratulations on|get well|best wishes|kind regards|"
        r"regards|goodbye|bye|cheerio|see you|(?:my|our|a|the) pleasure|it (?:has been|was|is) (?:a |an |my )?(?:pleasure|joy|nice|lovely|"
        r"great|good)(?: \w+){0,4}|you are (?:very |most |so )?welcome|no (?:problem|worries|bother|trouble)(?: at all)?|not at all|"
        r"any ?time|do not mention it|don ?'?t mention|give (?:my|our) (?:best|love)|say hello|take your time|no rush|"
        r"whenever you are ready|here if you need|sleep well|look after yourself|excuse me|pardon me|happy to (?:walk|talk|go|help|explain|"
        r"chat)(?: \w+){0,4})\b)",
        0.5,
        when=tells,
        unless=(
            r"\b(?:sorry|i hope (?:you (?:understand|can|see|realise|know|are)|this (?:helps|clears|makes|answers|explains)|that (?:helps|"
            r"clears|makes|answers|explains)|we can|to (?:have|hear|get|be able)|it (?:will|is|does|can)|the (?:engineer|driver|van|courier))|"
            r"hope(?:fully)? (?:it|that|they) (?:will|should|comes)|good luck with that|have (?:a|the) (?:good |great )?time (?:of|to)|"
            r"no (?:problem|trouble) (?:with|on|showing|at our)|have (?:not|no|your|one)|not at all (?:possible|acceptable|happy|ok)|first time|"
            r"if you have time|anytime soon|have (?:\w+ ){0,3}(?:by|on) (?:the|that) (?:day|weekend)|have (?:you|the) enjoy)\b|have you|"
            r"to have (?:a|the|it)"
        ),
    ),
    rule(
        Act.COURTESY,
        "courtesy.compliment",
        r"\b(?:you (?:have been|are|were|have)|your|that is|what|how|so|such a|so) (?:\w+ ){0,3}?(?:very |so |really |most |extremely |"
        r"such )*(?:kind|patient|lovely|polite|sweet|generous|courteous|helpful|gracious|organised|resourceful|witty|sharp|charming|"
        r"wonderful|a star|a gem|a treat|a credit|an angel|brilliant|smart|impressive|beautiful|beautifully|loyal|gem)\b|"
        r"\b(?:i )?love (?:that|it|your|how|the way)\b|\bwhat a (?:lovely|great|nice|treat|pleasure|clear|wonderful|beautiful|kind)\b|"
        r"\bpatience says\b|\bwith us (?:for|since)\b|\b(?:rare|pleasure|joy|treat) to (?:meet|read|deal|help|speak|chat|talk)\b",
        0.42,
        when=tells,
        unless=(
            r"\b(?:not (?:very )?(?:kind|patient|helpful|polite)|be (?:more )?patient|sorry|would love|loved one|how kind of you to|"
            r"i would love|you are being|you were (?:told|promised)|that is not)\b"
        ),
    ),
)

NOTHING = (
    rule(
        None,
        "none.willing",
        r"^(?:so |and |but |, )*(?:(?:i|we) (?:can|will|would|am|are|want|would love|would like|shall|do|really|just|"
        r"here)(?: \w+){0,3} (?:help|assist|sort (?:this|that|it) (?:out )?for you|get (?:this|that|it|you) (?:sorted|fixed|resolved)|"
        r"here to help|happy to help|make (?:this|it|things) right|put (?:this|it|things) right|be of help|fix this|resolve this|"
        r"look after you)|let us (?:get|see|sort|fix|have|make|take|try|start)(?: \w+){0,4} (?:this|that|it|sorted|you|right|out|look|fixed|"
        r"together|shot)|let me (?:help|see what i can|try|sort|get this|make this|fix this|assist)|how (?:can|may) i (?:help|assist)|"
        r"happy to help|glad to help|you are in (?:good|safe) hands|(?:i|we) (?:will|'ll) (?:do|try) (?:my|our) (?:very |level |"
        r"absolute )?best)\b(?: (?:you|with|this|that|it|out|for|today|now|here|as|best|i|we|can|and|to|,|\.|!|right|sorted|sort|fix|"
        r"resolve|together|by|then|quickly|asap|possible|soon|\w+)){0,5} ?(?:\.|!)?$",
        0.5,
        when=lambda c, s: not c.numbers and not s.shares(c),
    ),
    rule(None, "none.love-to", r"\b(?:i|we) (?:would|'d) (?:really |so |dearly )?(?:love|like) to (?:be able|help|say yes)\b|\bi wish (?:i|we) could\b", 0.45),
)

RULES: tuple[Rule, ...] = (*COURTESY, *NOTHING)
