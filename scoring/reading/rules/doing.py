"""Cues of what the rep does, undertakes or hands on: STATE_ACTION, COMMIT, HANDOFF."""

from __future__ import annotations

from scenarios.acts import Act
from scoring.reading.rules.base import Rule, rule, tells

STATE_ACTION = (
    rule(
        Act.STATE_ACTION,
        "action.is-back",
        r"\b(?:is|are) (?:all |both |now |already )*(?:in your (?:email|inbox|account)|back (?:at|on|to|with))\b",
        0.5,
        when=tells,
        unless=r"\b(?:will|once|when|if|not|should|check)\b",
    ),
    rule(
        Act.STATE_ACTION,
        "action.have-done",
        r"^have <ADV><WORKED>\b|\b<I> (?:have|am after) <ADV><WORKED>\b(?! (?:that|what) you (?:said|mean))",
        0.7,
        when=tells,
        unless=(
            r"\b(?:i|we) have (?:not|never|already told|already said|already explained)\b|\bonce (?:i|we) have\b|\b(?:if|when|until|after) (?:i|"
            r"we) have\b|should have|would have|could have|(?:i|we) have (?:looked|made|let|kept|dropped|lost|given|told) (?:you|a mess|"
            r"an error|the wrong)|have (?:told|said|given) you already|we have (?:let|kept|left|made|lost|told|sent you the|missed|taken)\b|"
            r"(?:i|we) have (?:got )?to\b"
        ),
    ),
    rule(
        Act.STATE_ACTION,
        "action.did",
        r"^(?:and |so |then |also |ok )*<I> <ADV>(?:checked|put|sent|refunded|credited|cancelled|booked|moved|changed|added|removed|rang|"
        r"asked|spoke to|called|told|got hold|logged|noted|wrote|marked|flagged|raised|applied|waived|updated|emailed|texted|messaged|"
        r"reserved|ordered|opened|dropped|popped|knocked|bumped|arranged|sorted|passed|set (?:up|it|that)|looked (?:at|up|in)|found|"
        r"took it off|did the|ran|reset|fixed|corrected|stopped|paid|had a word)\b",
        0.5,
        when=tells,
        unless=(
            r"\bwrong\b|\bif (?:i|we)\b|should|did not|told you|sent you (?:the|a) |\bnever\b|we (?:put|sent|told|changed|moved|marked|"
            r"cancelled|noted|logged|updated|wrote|took) (?:it|you|them|your|the) (?:\w+ )?(?:wrong|twice|without|on the|in the|to the)|charged|"
            r"moved it so"
        ),
    ),
    rule(
        Act.STATE_ACTION,
        "action.doing",
        r"\b<I> (?:am|are) (?:(?:just|now|currently|also|still|already|only|right now|here|going ahead and) )*<WORKING>\b",
        0.65,
        when=tells,
        unless=(
            r"\b(?:am|are) (?:just )?(?:asking you|asking (?:because|only)|telling you|giving you the|calling (?:you|anyone|anybody)|"
            r"doing (?:my|our|all|everything)|looking (?:for|forward) |trying)|not (?:going|looking|calling|asking)\b|taking (?:this|it|your)|"
            r"(?:tomorrow|next week|on \w+day)\b|working (?:hard|on it)|making (?:up|excuses)|looking into (?:it|this|that)?\b(?! (?:now|"
            r"for you))"
        ),
    ),
    rule(
        Act.STATE_ACTION,
        "action.as-we-speak",
        r"\bi am (?!trying|hoping|waiting|wondering|going|sitting|feeling|being|telling|asking|talking|saying)\w{3,}ing\b(?: \S+){0,8} (?:as we speak|right now|this minute|this second|while (?:you are|we are|i have)|now)\b",
        0.62,
        when=tells,
    ),
    rule(
        Act.STATE_ACTION,
        "action.ing-now",
        r"^(?:right |ok |just |now |, )*<WORKING>(?: \w+){0,8} (?:now|for you|as we speak|this second|right away|up)\b|"
        r"^(?:just )?<WORKING> (?:it|that|the|your|this|them|into|with|in|at|up|through)\b|^(?:checking|looking|running|opening|reading|searching|on it|"
        r"refunding|cancelling|booking|sending)(?: now| it| that)? ?(?:\.|\.\.\.|!|,|$)",
        0.6,
        when=tells,
        unless=r"\b(?:will|is|was|takes|would|can|does|did|are) ",
    ),
    rule(
        Act.STATE_ACTION,
        "action.let-me-look",
        r"\b(?:let me|let us|i will|i am going to|i shall|allow me to|permit me to|(?:just )?going to) (?:just |quickly |first |"
        r"have a quick |go and )*(?:check|look|see|pull|open|find|get|read|have a look|take a look|bring|look into|dig|confirm|verify|"
        r"go through|grab|have a read)(?: \w+){0,10}",
        0.45,
        when=tells,
        unless=(
            r"\b(?:see (?:what|if|how) (?:we|i) can|get (?:you|it|this|that|him|her) (?:to|sorted|back|moving|fixed)|get back|find a way|"
            r"look after|see to|get (?:a|an|the) (?:\w+ )?(?:van|engineer|refund|replacement|manager|supervisor)|by \w+day|tomorrow|get (?:it|"
            r"that) (?:looked|seen))\b|let me (?:know|see you)|check back|bring (?:it|that|him|them) to|open the claim|sort"
        ),
    ),
    rule(
        Act.STATE_ACTION,
        "action.moment",
        r"\b(?:(?:give|allow|grant) me|bear with me|one|just a|just one|two|hang on|hold on|wait|half a|a|bare with me|gimme)(?: (?:a|one|"
        r"two|just a|a couple of|few|half a|\d|1|2|just|another|,))* (?:second|sec|secs|moment|mo|minute|minutes|tick|ticks|moments|seconds|"
        r"jiffy|min|while)\b(?: \w+){0,4} (?:to|while|and|,|till|until|reading|checking|looking|opening|i) ",
        0.6,
        when=tells,
    ),
    rule(
        Act.STATE_ACTION,
        "action.moment-only",
        r"^(?:please )?(?:(?:give|allow) me|one|just a|just one|two|bear with me(?: for)?|hang on|a)(?: (?:a|one|two|just a|just|couple of|"
        r"few|\d))* ?(?:second|sec|secs|moment|mo|minute|minutes|tick|ticks|seconds)?(?: please| ,| \.| !)*$",
        0.4,
        when=lambda c, s: (
            not c.question
            and 2 <= len(c.words) <= 6
            and any(w in c.words for w in ("bear", "second", "sec", "moment", "mo", "minute", "tick", "ticks", "minutes"))
        ),
    ),
    rule(
        Act.STATE_ACTION,
        "action.is-done",
        r"\b(?:it|that|this|they|those|both|all|the \w+(?: \w+)?|your \w+(?: \w+)?|[£€$]?\d[\d.,]*(?: \w+)?|everything|(?:the )?refund|one|"
        r"you) (?:is|are|has|have|'s)(?: (?:been|now|just|all|already|also|both|gone))* (?:booked|cancelled|refunded|credited|sent|sorted|"
        r"logged|noted|flagged|raised|added|removed|applied|waived|updated|changed|reserved|ordered|rebooked|confirmed|processed|released|"
        r"unlocked|blocked|frozen|reset|back on|gone back|gone through|gone to|on its way back|on the way back|on file|on the (?:file|"
        r"account|system|job|order|ticket|record|note|notes)|done|in your (?:email|inbox|account)|on order|off the|off your|transferred|"
        r"reopened|fixed|corrected|moved|put through|submitted|issued|marked|approved|lifted|restored|reinstated|gone off|swapped|extended|"
        r"taken off|put aside|set aside|stopped|closed|in the post|dispatched)\b",
        0.55,
        when=tells,
        unless=(
            r"\b(?:once|when|if|until|after|before) (?:it|that|the|your|they|this)\b|should have|\bnot (?:been )?\b|never|would have|was meant|"
            r"will be|could have|supposed|wrong|(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:morning )?but|yesterday|last week|by (?:the|a|"
            r"our) (?:courier|driver|warehouse|other)|normally|usually|sorry|because|according|says|why"
        ),
    ),
    rule(
        Act.STATE_ACTION,
        "action.participle",
        r"^(?:all |now |right |and |both |ok |, )*(?:done|booked|sent|refunded|cancelled|credited|ordered|logged|noted down|sorted|approved|"
        r"added|removed|moved|changed|updated|reserved|confirmed|processed|applied|waived|emailed|texted|fixed|reset|unlocked|swapped|"
        r"rebooked|put through|submitted|corrected|saved|gone|released|found (?:it|him|her|them|your|the)|got (?:it|him|her|them|the|your|"
        r"hold)(?! (?:wrong|is))|wrote it down|taken off|they said yes|off now|on now)\b",
        0.6,
        when=tells,
        unless=r"\b(?:is|are|will|can|was|were) (?!now)\w+\b.*\?|^noted \.?$|^got it \.?$",
    ),
    rule(
        Act.STATE_ACTION,
        "action.open-file",
        r"\b<I> (?:have|can see)(?: got)?(?: \S+){0,8} (?:open|up|here|in front of me|on (?:my|the) screen|up now|to hand)\b|\b(?:have|"
        r"got) (?:your|the) \w+(?: \w+){0,3} (?:open|up|here|in front)\b|\b(?:in front of (?:me|her|him|them)) (?:now|here)\b|\bi am (?:in|"
        r"on|looking at|reading|at) (?:your|the) (?:account|order|file|booking|notes?|record|case|ticket|policy|claim|letter|job|page)\b",
        0.55,
        when=tells,
        unless=r"summary",
    ),
    rule(
        Act.STATE_ACTION,
        "action.popped",
        r"\b(?:there is|here is|here are|you (?:now )?have|you have got) (?:now )?(?:a|an|the|your|two|three)? ?(?:[£€$]\d\S*|\d+ (?:euro|"
        r"pound|dollar)\w*)? ?(?:\w+ )?(?:refund|credit|voucher|confirmation|email|code|link|reference|text|label|ticket|pass|passes|"
        r"note)\b(?: \w+){0,5} (?:on|in|to|from|coming|waiting|sent|for)\b",
        0.45,
        when=tells,
        unless=r"\b(?:no|not|should|if)\b",
    ),
)

COMMIT = (
    rule(
        Act.COMMIT,
        "commit.will",
        r"\b<I> (?:will|shall|am going to|are going to|promise to|undertake to|am about to) (?!not\b|never\b|be honest|be straight|be frank|"
        r"say\b|admit|have to|need|see what|see if (?:i|we) can|see how|try\b|do (?:my|our)|help\b|assist|be (?:happy|glad|able|more)|"
        r"look after|need|let you go|take (?:this|that|it|your) (?:seriously|on board)|pretend|tell you (?:what|straight|this|that|now|"
        r"the truth|honestly)|grant|give you that|bear|agree|answer that (?:now|first)|argue|want|hope|miss|like|require)<ADV><WORK>\b",
        0.6,
        when=tells,
        unless=r"\b(?:see what (?:i|we) can|will not|if (?:i|we) can|as you (?:said|say)|our (?:very )?best|my (?:very )?best|make an exception|make it up)\b",
    ),
    rule(
        Act.COMMIT,
        "commit.bound",
        r"\b<I> (?:will|shall|am going to|are going to) (?!not\b|need|have to|see what)(?:\w+ ){0,12}?<WHEN>\b",
        0.62,
        when=tells,
        unless=r"\bwill not\b|as soon as possible|our best|my best|see what",
    ),
    rule(
        Act.COMMIT,
        "commit.named-will",
        r"\b(?:he|she|they|\w+(?: \w+)? from|my (?:colleague|manager|supervisor)|our (?:engineer|driver|vet|pharmacist|manager|owner|"
        r"plumber|electrician|technician|fitter|courier)|the (?:engineer|driver|vet|pharmacist|manager|owner|plumber|electrician|technician|"
        r"fitter|courier|van)) (?:will|is going to) (?:\w+ )?(?:ring|call|phone|text|email|message|come|be with you|be there|bring|fix|"
        r"contact|collect|knock|fit|be out|be round|deliver|drop)\b(?: \w+){0,8}",
        0.5,
        when=lambda c, s: not c.question and (bool(c.numbers) or any(w in c.words for w in ("today", "tomorrow", "tonight", "noon", "before", "by", "within"))),
        unless=r"\b(?:if|unless|as soon as possible|soon|shortly)\b",
    ),
    rule(
        Act.COMMIT,
        "commit.on-me",
        r"\b(?:leave (?:it|that|this) with me|you have my word|(?:i|we) (?:give you|promise) (?:my|our) word|i am not (?:leaving|"
        r"going anywhere|letting (?:go|this))|i (?:am )?(?:keeping|keep) (?:an eye|it open|this open|checking)|i am (?:on|here|in) (?:until|"
        r"till|from|all)\b.*\b(?:and|will|message)|(?:i|we) (?:promise|guarantee) (?:you )?(?:i|we|to|that (?:i|we))|(?:then|after that|"
        r"next) (?:i|we) (?:ring|call|go|send|check|email|text|message|stand)|expect (?:my|a) (?:call|email|text|message) (?:by|at|before|"
        r"within)|you (?:will|shall) (?:hear|have (?:a )?(?:\w+ )?(?:call|email|text|message|word|answer)|get (?:a )?(?:\w+ )?(?:call|text|"
        r"message|email)) (?:\w+ )?from me|message me (?:right )?here|ask for me)\b",
        0.6,
        when=tells,
        unless=r"promise you this is|never again",
    ),
    rule(
        Act.COMMIT,
        "commit.we-pay",
        r"\b(?:we|i) (?:will |would |can )?(?:pay|cover|refund|reimburse|match|honour|collect|bring|fit) (?:up to |you |for |the |that |it |back )*",
        0.4,
        when=lambda c, s: not c.question and (bool(c.numbers) or s.is_specific(c)),
        unless=r"\b(?:can not|could not|not|if (?:we|i)|would have|used to|never|usually|only)\b",
    ),
)

HANDOFF = (
    rule(
        Act.HANDOFF,
        "handoff.hold",
        r"\b(?:(?:pop|put|place|keep|stick) you on (?:a (?:brief |short )?)?hold|(?:please |can you |could you |would you |"
        r"can i ask you to |i need you to )hold\b(?! on to| onto| it| down| the (?:button|power|item))|(?:may|can|could) (?:i|"
        r"you) (?:please )?(?:hold|have (?:two|three|five|ten|\d+|a few|a couple of|a) (?:minutes|mins|moments))|hold the line|"
        r"on hold (?:for|while)|hold for (?:a|one|two|three|five|\d+)|(?:do|would) you mind holding|need to put you|(?:may|can|"
        r"could) i (?:pause|step away|go quiet))\b",
        0.75,
        unless=r"\b(?:sorry|apologise)(?: \w+){0,4} hold|were on hold|on hold since|has been on hold|is on hold|kept (?:you )?on hold|put on hold",
    ),
    rule(
        Act.HANDOFF,
        "handoff.transfer",
        r"\b(?:transferr?(?:ing)? (?:you|your (?:call|chat)|this (?:chat|call)|the (?:chat|call))|(?:put|putting|pass|passing|hand|handing|"
        r"connect|connecting|switch|switching|route|routing|move|moving|patch|patching) (?:you|your (?:call|chat)|this (?:chat|call)|it|"
        r"this|things) (?:\w+ )?(?:through|over|across|on to|onto|to (?:my|a|an|our|his|her|the \w+ (?:team|department|desk)|someone|"
        r"some one|another|billing|sales|support))\b(?! (?:the|your|my) (?:card|list|record|account|file|system|waiting|screen|top)))",
        0.65,
        unless=(
            r"\b(?:hate|sorry for|sorry about|sick of|been) (?:\w+ )?(?:passing|passed|transferr)|will not (?:pass|transfer)|"
            r"not (?:going to )?(?:pass|transfer|hand)|instead of|rather than|without (?:being )?(?:pass|transfer)|putting it (?:on|to|through)|"
            r"put it (?:on|to|through)|moving (?:it|this) (?:on|to|over)|moving on|put this (?:through|to|on)|move (?:it|this|you) to (?:\d|"
            r"\w+day)"
        ),
    ),
    rule(
        Act.HANDOFF,
        "handoff.senior",
        r"\b(?:fetch|get|bring|grab|find) (?:mr|mrs|ms|miss|dr|my \w+|the \w+|someone \w+)(?: [^\W\d_]+)? (?:for you|over here|over to you|to (?:the phone|speak|talk)|on the line|down here)\b|\b(?:(?:get|getting|fetch|fetching|bring|bringing|ask|asking|call|find|finding|rope|loop|looping|have|include|involve|involving|"
        r"brief|briefing|tell|page|ring|ringing) (?:in )?(?:my|a|the|our) (?:\w+ )?(?:supervisor|manager|team leader|team lead|shift lead|"
        r"duty manager|boss|senior|line manager|lead|head|specialist)\b(?! (?:approved|said|let|signed))|(?:escalat(?:e|ing|ed) (?:this|it|"
        r"your|the|you|that|to)|have (?:been )?escalated)|(?:a|my|the|our) (?:supervisor|manager|team leader|team lead|duty manager|"
        r"specialist|colleague) (?:will|can|is (?:going to|free|on|about|ready)|would) (?:\w+ )?(?:take|pick|ring|call|join|come|phone|"
        r"continue|over|contact|help|speak)|(?:is|are|sits|goes|now) with (?:a|our|the|my) (?:senior|specialist|supervisor|manager|"
        r"team leader|escalations?|complaints|resolution)|(?:sent|passed|handed|referred|forwarded) (?:it|this|that|your \w+|everything|"
        r"the \w+|all (?:of )?(?:it|this))(?: \w+){0,6} to (?:the |our |my |a )?(?:\w+ ){0,2}?(?:team|desk|department|relations|specialist|"
        r"supervisor|manager|office|claims|complaints|owner|colleague))\b",
        0.6,
        unless=(
            r"\b(?:i want to speak|would you like|do you want|shall i|if you (?:like|want|prefer)|asked my|for approval|to approve|to sign|"
            r"tell the manager about|told|sorry|should have|has been passed|not (?:been )?(?:passed|sent|handed)|never (?:passed|sent)|"
            r"let the)\b"
        ),
    ),
    rule(
        Act.HANDOFF,
        "handoff.calling-you",
        r"\b(?:he|she|they|\w+) (?:is|are) (?:calling|ringing|phoning|messaging) you (?:this|now|back|in|within|today|shortly|right)\b|"
        r"\b(?:someone|a colleague|a manager|my manager|my supervisor) (?:will )?(?:call|ring|phone)s? you back\b",
        0.5,
        when=tells,
    ),
)

RULES: tuple[Rule, ...] = (*HANDOFF, *STATE_ACTION, *COMMIT)
