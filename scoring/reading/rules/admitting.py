"""Cues of plain dealing: ADMIT_UNKNOWN, HONEST_NO, CONFIRM_CLOSE."""

from __future__ import annotations

from scenarios.acts import Act
from scoring.reading.rules.base import Rule, asks, both, rule, tells

ADMIT_UNKNOWN = (
    rule(
        Act.ADMIT_UNKNOWN,
        "unknown.have-no",
        r"\b<I> (?:have not (?:got )?|do not (?:yet )?have |have (?:got )?no )(?:a |an |any |the )?(?:\w+ )?(?:time|date|day|answer|figure|reason|estimate|word|idea|news|eta)\b(?! (?:for|to (?:deal|listen|argue)))",
        0.64,
        when=tells,
        unless=r"\bi have no idea (?:what you|how you|who)",
    ),
    rule(
        Act.ADMIT_UNKNOWN,
        "unknown.do-not-know",
        r"\b<I> (?:really |honestly |just |simply |still |genuinely |truly |do |am |at the moment )*(?:do not|did not|will not|would not|"
        r"can not) (?:really |honestly |yet |actually |even )*know\b(?! (?:what (?:you|your problem|to tell|else you)|how (?:else|you can|"
        r"many|much clearer)|who you|why you (?:are|keep|think|would|did)|of any|anyone else|that tone))",
        0.75,
        when=tells,
        unless=r"\bif you do not know|so (?:i|we) know|did not know (?:that )?(?:you|until|we|this|he|she)|how would i know|do not know about you",
    ),
    rule(
        Act.ADMIT_UNKNOWN,
        "unknown.not-sure",
        r"\b<I> (?:am|are) (?:\w+ )?(?:not (?:\w+ )?(?:sure|certain|clear)(?! (?:we|i) can| what you (?:want|expect|mean)| that is|"
        r" i (?:like|agree|follow)| why you)|unsure|guessing|in the dark)\b|\b(?:not|no idea|unsure)(?: \w+)? (?:sure|certain|"
        r"yet known)(?: yet)?\b(?= (?:yet|why|whether|if|how|when|where|which|what|who))|\bno idea (?:yet|why|whether|if|how|when|where|"
        r"which|what|who|myself)\b|\bi (?:would|will) (?:only |just )?be guessing\b|\bi (?:do not|will not|would not|can not) (?:want to |"
        r"like to )?guess\b",
        0.65,
        when=tells,
        unless=r"\bnot sure (?:we|i) can\b|make sure",
    ),
    rule(
        Act.ADMIT_UNKNOWN,
        "unknown.cannot-tell",
        r"^(?:can not|could not) (?:really |actually )?(?:see|tell|say|confirm|swear|make out)\b|\b<I> (?:really |honestly |just |"
        r"simply )*(?:can not|could not|am not able to|will not be able to|am unable to) (?:really |honestly |actually |yet |even |"
        r"truthfully )*(?:tell(?! you (?:what|how|that) (?:to|you should))|see|say(?! (?:fairer|sorry enough))|confirm|swear|be (?:sure|"
        r"certain|sure yet|100)|be sure|make out|work out|know|vouch|find (?:out|any|a|the|it|that|where|why))\b",
        0.62,
        when=tells,
        unless=(
            r"\b(?:why you|how you can|what the problem|see (?:what|why) (?:the|you)|say (?:anything|more)|discuss|see (?:it|us|"
            r"them) (?:happening|being)|see how (?:that|this) is|say sorry enough|because of data|tell you how sorry|physically|"
            r"see a (?:problem|reason)|say yes or no)\b"
        ),
    ),
    rule(
        Act.ADMIT_UNKNOWN,
        "unknown.record-silent",
        r"\b(?:the|my|our|your) (?:\w+ ){0,2}?(?:notes?|records?|system|screen|file|log|tracking|scan|report|form|sheet|history) (?:do|does|"
        r"did) not (?:\w+ )?(?:say|show|tell|explain|give|have|record|mention|go)\b|^(?:there is )?(?:nothing|no (?:note|record|entry|scan|"
        r"mention|trace|sign)) (?:here |on (?:it|here|the (?:file|note|record|screen|system)) |in the (?:notes?|file) )?(?:to say|about|"
        r"that says|that tells|saying|of|on)\b.*(?:why|who|what|which|whether|when|where)|\bthat is (?:not|something) (?:on my screen|"
        r"i do not (?:know|have))\b|\b(?:i|we) do not have (?:that|the|an?|any) (?:\w+ )?(?:answer|information|info|date|time|result|figure|"
        r"details?|eta|update|scan|reason|number)\b(?: yet| here| in front| on| so| ,| \.| but|$)|\bnot (?:something )?i (?:know|can see|"
        r"have) (?:yet|here|from here)\b|\byet to (?:hear|be confirmed|find out)\b|\bstill (?:waiting to hear|do not know|finding out|"
        r"trying to find)\b|\bwhether .* (?:i|we) (?:do not|can not) (?:yet )?(?:know|say|tell)",
        0.6,
        when=tells,
        unless=r"\bnothing (?:wrong|to)|no record of (?:you|your|that|any) (?:call|ringing|complaint|contact|visit)",
    ),
)

HONEST_NO = (
    rule(
        Act.HONEST_NO,
        "no.with-option",
        r"\b(?:<I>|it|that|there|they|the \w+) (?:really |just |simply |honestly |is |are |am )*(?:can not|could not|will not|not able to|"
        r"am not able to|are not able to|are unable to|am unable to|is not possible|is not|not allowed to|do not have|does not|do not|"
        r"would not be)\b.*\b(?:but|so|though|instead|however|because|since|as (?:it|the|we|that|they|i)|what (?:i|we) can|only (?:leaves|"
        r"comes|goes|opens)|until|before|yet|rather than)\b",
        0.6,
        when=both(tells, lambda c, s: any(w in c.words for w in ("i", "we")) or "possible" in c.words),
        unless=(
            r"\bdo not (?:know|worry|think|want|have to|need|see|understand|mind|blame|doubt|like|believe|hesitate|tell)\b|can not (?:see|tell|"
            r"say|find|apologise|imagine|believe|confirm|swear|defend)|will not (?:be|happen|take|cost|tell|ask|make you|let|need|leave|keep|"
            r"arrive|come|get|have to)\b|\bit (?:does|will|is) not\b|that is not|they (?:do|will|can|could) not|the \w+ (?:does|will|can|did|"
            r"could|is|was) not|could not (?:be|have|agree|get)|policy|not your|was not|were not|did not"
        ),
    ),
    rule(
        Act.HONEST_NO,
        "no.above-limit",
        r"\b(?:above|over|beyond|more than|outside|past|exceeds?|higher than) (?:my|our|the|what (?:i|we|my))(?: \w+){0,3} ?(?:limit|cap|"
        r"allowance|authority|allowed|approve|sign|max|maximum|budget|can give|can do)\b|\b(?:my|our|the) (?:limit|cap|max|maximum|"
        r"ceiling) (?:is|stops at)\b|\b(?:i|we) (?:can not|could not|am not able to|am not allowed to|will not) (?:\w+ ){0,4}?(?:more than|"
        r"over|above|beyond|past) [£€$]?\d",
        0.6,
        when=tells,
        unless=r"so (?:i|we) (?:will|am) (?:bring|get|ask|fetch|escalat)",
    ),
    rule(
        Act.HONEST_NO,
        "no.will-not-promise",
        r"\b<I> (?:will|can|would|could|do|am) not (?:going to )?(?:want to |wish to )?(?:promise|pretend|mislead|lie|guarantee|guess|"
        r"invent|dangle|raise your hopes|string you|make (?:you )?(?:a )?promises?|make (?:something|that) up|fob|give you false|"
        r"tell you (?:it|something|what you want))\b|\bi would be lying (?:if|to)\b|\bso that is a no\b|\bthe (?:honest |straight |short |"
        r"plain )+answer is no\b|\b(?:it is|that is|i am afraid it is|that one is|i have to say|have to be|"
        r"it has to be) (?:a )?no\b(?! (?:problem|trouble|bother|brainer|need))",
        0.7,
        when=tells,
        unless=r"pretend (?:you|to be)|guess what",
    ),
    rule(
        Act.HONEST_NO,
        "no.not-possible",
        r"\b(?:tonight|today|tomorrow|that|it|this|\w+day|next[- ]day|same[- ]day|\w+ \w+) (?:is not|is no longer|will not be|would not be|"
        r"are not) (?:possible|an option|doable|on|feasible|available|going to happen|realistic)\b.*(?:,|because|as|since|but|until|- )|"
        r"^(?:no|not) (?:next|same|the whole|all of it|\w+day|this week|until|before|while|unless)\b",
        0.55,
        when=tells,
    ),
)

CONFIRM_CLOSE = (
    rule(
        Act.CONFIRM_CLOSE,
        "close.anything-else",
        r"^(?:so |and |ok |, )*is there (?:still )?(?:anything|something|any part)\b|\b(?:(?:is there |was there )?(?:anything|any thing|"
        r"something) (?:else|more|further|still|left|we have missed|i have missed|outstanding)|what else (?:can|is|do)|any (?:other|more|"
        r"further) (?:questions?|issues?|queries|problems?|concerns?|worries))\b",
        0.75,
        when=asks,
        unless=(
            r"\bdid (?:he|she|they|it|the)|anything else (?:damaged|missing|broken|in the|wrong with|you (?:noticed|remember|saw)|that was|"
            r"with it|on the|they|he|she|ring|that night)|was (?:anything|there anything) else (?:damaged|broken|missing)"
        ),
    ),
    rule(
        Act.CONFIRM_CLOSE,
        "close.does-that",
        r"\b(?:does (?:that|this|it) (?:settle|sort|cover|solve|fix|do|work|sound|answer|help|look|suit|seem)(?: \w+){0,4}|(?:is|"
        r"are) (?:that|this|you|we|it|everything|things) (?:all )?(?:sorted|settled|ok|good|fixed|resolved|better|happy|fine|covered|done|"
        r"working|clear|everything|all)(?: (?:now|for you|with that|on your (?:end|side)|then|in|from))*|all (?:good|sorted|set|done|ok|"
        r"clear)(?: now| for you| then| there)?|are we (?:good|ok|done|all set|sorted|square|settled)|(?:can|do) you (?:now )?(?:see|find|"
        r"have|get) (?:it|that|the|this|them)(?: \w+){0,5} (?:now|there|yet|your end|in your|through|on your)|(?:did|has|have) (?:that|it|"
        r"the \w+|this|they|you)(?: \w+)? (?:worked?|helped?|come|arrived?|landed?|received|got it|gone|appeared|cleared|solved|fixed|"
        r"sorted|reached)(?: \w+){0,4}|is it (?:working|back|on|up|ok|showing|better|cold|warm|hot|running)(?: \w+){0,3} now|"
        r"happy with that|will that (?:do|work|be (?:ok|all|everything))|have (?:i|we) (?:missed|left|covered|answered|sorted)(?: \w+){0,4}|"
        r"are you happy (?:with|for me to (?:close|leave)|that)|can i close|shall i close)\b",
        0.55,
        when=asks,
        unless=(
            r"\b(?:does that make sense|is that right|is that correct|when did|are you (?:ok|happy|free) (?:to|if|for))\b|\bdid it (?:arrive|"
            r"come) (?:with|in|on|damaged|like)|is (?:that|this) (?:the|your|a)\b|did you (?:get|receive)|have you (?:got|received) (?:a|any)|"
            r"\bif (?:i|we)\b|would|has it (?:ever|always)"
        ),
    ),
    rule(
        Act.CONFIRM_CLOSE,
        "close.recap",
        r"^(?:so |right |ok |then |to (?:recap|sum up|summarise|confirm) |(?:just )?(?:a )?(?:quick )?recap |in short |, |: |"
        r"that is )+(?:.*\b(?:refund|back|booked|cancelled|credit|sent|replacement|reserved|done|account|card|email|by \w+day|tomorrow|ref|"
        r"reference)\b.*(?: and | , | ; |\. ).*)",
        0.45,
        when=lambda c, s: (
            bool(c.numbers)
            and not c.question
            and ("so" in c.words[:2] or "recap" in c.words or "summarise" in c.words or "sum" in c.words)
            and any(w in c.words for w in ("booked", "refunded", "sent", "done", "back", "reserved", "cancelled", "credited", "ref"))
        ),
        whole=True,
        unless=r"\byou (?:were|had|rang|said|told|wanted|ordered|paid|need|called)\b|should",
    ),
)

RULES: tuple[Rule, ...] = (*CONFIRM_CLOSE, *HONEST_NO, *ADMIT_UNKNOWN)
