"""Cues of what is offered or announced: PROPOSE, OFFER_CHOICE, SET_EXPECTATION."""

from __future__ import annotations

import re

from scenarios.acts import Act
from scoring.reading.rules.base import Rule, asks, both, rule, tells
from scoring.reading.scene import Scene, has_name
from scoring.reading.sentences import Clause

NOT_OURS_TO_CHOOSE = "expect.not-ours-to-choose"
"""How far the desk reaches, told straight: "we can not choose who comes". It passes nothing off by itself."""
DATED = "expect.dated"
"""A statement with a day or an hour in it, whosever it is."""
_SHUT = re.compile(r"\b(?:that is (?:that|it)|tough|nothing (?:more|else)|not (?:our|my)|take it (?:up|or))\b")


def _concrete(clause: Clause, scene: Scene) -> bool:
    return not clause.question and (bool(clause.numbers) or has_name(clause) or scene.is_specific(clause))


PROPOSE = (
    rule(
        Act.PROPOSE,
        "propose.if-that-is-any-good",
        r"\b<I> (?:can|could|would) (?!not\b)\w+ .* (?:, |- )?if (?:that|it) (?:is|would be|was|'s) (?:of )?(?:any|ok|okay|good|alright|fine|no|a|help\w*|suit\w*)\b|\bif that (?:suits|works|helps)\b",
        0.6,
    ),
    rule(
        Act.PROPOSE,
        "propose.shall-i",
        r"\b(?:shall (?:i|we)|(?:do|would|did) you (?:like|want|prefer|rather)(?: me| us| it| that| this| them| one)?(?: to)?|want me to|"
        r"want (?:it|that|this|them|one|those)|would it (?:help|be (?:ok|any|of|better|all right|alright|useful)|suit|work)|how about|"
        r"what about (?:if|a|an|the|we|i|you)|what if (?:i|we|you)|would (?:that|this|it|\w+day|a|an|the|[£€$]?\d+) (?:\w+ ){0,5}?(?:help|"
        r"work|suit|do|be (?:ok|fair|acceptable|any|alright|enough|better)|cover|make)|are you (?:ok|happy|open|free|able|up|"
        r"around) (?:with|for|to|if|on|at)|is (?:that|it|\w+day) (?:ok|any good|any use|alright)(?: with| for)?|can i (?:offer|suggest|"
        r"tempt|interest|send|refund|book|add|put|move|credit|arrange|get (?:you|someone|an)|swap|order)|could (?:i|we) (?:offer|send|"
        r"refund|book|add|move|arrange|swap|order|get (?:you|someone))|would you (?:take|accept|be (?:happy|willing|ok|able|open|"
        r"interested)|consider|settle|mind if|let me)|fancy|why not|may i (?:suggest|offer|propose|send|refund))\b",
        0.6,
        when=lambda c, s: c.question or "shall" in c.words,
        unless=(
            r"\b(?:what would you (?:like|want|prefer)|how would you (?:like|want)|which would you|do you want (?:it|this|my|our|me|"
            r"us)?(?: \w+)* or not|where would you|when would you|do you want to (?:tell|talk|explain)|what (?:do|did) you (?:want|expect)|"
            r"would you like to (?:tell|add|know)|anything else)\b"
        ),
    ),
    rule(
        Act.PROPOSE,
        "propose.can-do",
        r"\b<I> (?:can|could|am able to|are able to|am happy to|are happy to|would be happy to|would be glad to|am allowed to|may|"
        r"would like to|would love to|want to|am prepared to|are prepared to|am going to offer|offer|am willing to|am authorised to|"
        r"have (?:the )?(?:authority|permission) to|have a slot|have \w+day|have (?:today|tomorrow)|recommend|suggest|propose|would suggest|"
        r"would recommend|would advise|would propose) (?!only\b|not\b|see\b|understand|imagine|hear|tell\b|confirm|appreciate|assure|"
        r"help (?:you|with)|assist|apologise|say|feel|promise|do better|read|find|be|do for|think|hear|know|thank|have been|speak|check|"
        r"look|clearly|only|relate|ask|explain|make sure you|make it right|take this|take your|go (?:on|by)\b|just (?:about )?see)(?:\w+ )?",
        0.55,
        when=both(tells, lambda c, s: bool(c.numbers) or s.is_specific(c) or len(c.words) >= 6),
        unless=(
            r"\b(?:can not|could not have|could have|if (?:i|we) could|wish (?:i|we) could|would not|like to (?:apologise|say|thank|think|know|"
            r"understand)|want to (?:say|apologise|help|make sure|understand|know|be|keep|get|sort|fix|hear)|all (?:i|we) can (?:do|say|"
            r"offer) is (?:apologise|say)|as soon as|love to (?:be able|but)|i can see|(?:see|do) what (?:i|we) can)\b"
        ),
    ),
    rule(
        Act.PROPOSE,
        "propose.what-i-can",
        r"\bwhat (?:i|we) (?:can|could) (?:do|offer)(?: \w+){0,3} (?:is|:)|\b(?:the )?(?:best|most|least|quickest|fastest|easiest|"
        r"simplest) (?:thing )?(?:(?:i|we) can (?:do|offer)|way|option|thing) (?:now |here |then |for you |would be |might be )*(?:is|"
        r"would be)|\bmy (?:suggestion|offer|proposal|advice|recommendation|idea|plan) (?:is|would be|:)|\bhere is (?:what|the plan|an idea|"
        r"my)|\bone (?:option|idea|thing we can do|way) (?:is|would be)|\b(?:another|a third|an alternative|the other|a second) (?:option|"
        r"way|route|idea|thing)\b|\binstead (?:, )?(?:i|we) (?:can|could)",
        0.65,
        when=tells,
        unless=r"\bis (?:apologise|see|pass|note|feed)",
    ),
    rule(
        Act.PROPOSE,
        "propose.you-could",
        r"\byou (?:can|could|are welcome to|are free to|might (?:want|like|prefer|consider|be able)|may(?: want| like| prefer| use| collect|"
        r" have| keep)?) (?:\w+ )?(?!see (?:that|the|how|why|from)|imagine|be (?:sure|assured|certain)|trust|always (?:complain|ring|call|"
        r"contact)|understand|find (?:it|that|the|more)|expect|rest|read|refer)(?:\w+ )",
        0.5,
        when=both(tells, lambda c, s: len(c.words) >= 5),
        unless=(
            r"\byou can (?:not|see|hear|tell|imagine|be|only)|could have|if you can\b|as you can|so you can|when you can|whenever you can|"
            r"make (?:formal )?representations|anything you can|all you can|that you can|of course able"
        ),
    ),
    rule(
        Act.PROPOSE,
        "propose.if-you",
        r"^if you (?:like|want|prefer|would (?:like|rather|prefer)|are (?:happy|ok|free|able|in|home|willing)|can|could|send|bring|give|"
        r"agree|still|do not mind|tell|pop|drop|are up|let|keep|take|photograph|accept|say|are)\b.*\b(?:i|we) (?:can|will|could|would|shall|"
        r"am able|are able)\b",
        0.55,
        when=tells,
        unless=r"swear|insult|abus|shout|threat|language|\bi will (?:end|close|stop|have to end)",
    ),
    rule(
        Act.PROPOSE,
        "propose.imperative",
        r"^(?:please |just |first |then |so |next |and |, |for now |in the meantime |meanwhile |tonight |today |before \w+ \w+ , |to start |"
        r"hall first : |if (?:you|it|that)(?: \w+){1,9} , )*(?:try|attach|upload|use|turn|unplug|press|hold down|switch|take (?:a |"
        r"some )?(?:photo|picture|pic)s?|photograph|send (?:me|us|in|over|a|the|your)|keep (?:the|your|any|it|them)|leave (?:it|the|"
        r"that) (?:to|in|on|where|with|off|by)|put (?:it|the|them)|bring (?:it|the|your)|go (?:to|into|for|with)|pop (?:in|it|into|along|"
        r"down)|restart|reset|open the|close the|shut|drop (?:it|in|them)|challenge|appeal|reply to|click|tap|log (?:in|out|back)|pick|"
        r"ask (?:them |for )|quote|show|fill in|swap|flush|do not (?:touch|use|plug|eat|drive|sign|pay|drink|open|turn|give|take any|send|"
        r"throw)|forward|hang on to|write down|add|tell them)\b",
        0.5,
        when=both(tells, lambda c, s: len(c.words) >= 3),
        unless=(
            r"\b(?:try (?:and |to )?(?:understand|see it|be|not|calm|relax|stay)|bring (?:it|that|this) up|bring forward|read the|"
            r"please try again later|ask yourself|keep (?:it|the) (?:civil|polite|tone)|leave (?:it|that|this) (?:with|to) (?:me|us)|go to hell|"
            r"go for it|please use our|tell them i)\b"
        ),
    ),
)

OFFER_CHOICE = (
    rule(
        Act.OFFER_CHOICE,
        "choice.which",
        r"\bor\b(?:.*)\b(?:which(?:ever)?(?: one)? (?:would|do|suits?|works?|is (?:better|best|easier|kinder|simpler|handier|nicer)|you|way|sounds|of)|your (?:call|"
        r"choice|pick|decision)|up to you|you (?:choose|decide|pick|tell me|say)|whatever (?:suits|works|you)|what (?:suits|works|would you|"
        r"do you)|as you (?:like|prefer|wish)|(?:do|would) you (?:prefer|rather|like|want))\b|\b(?:which(?:ever)?(?: one)? (?:would|do|"
        r"suits?|works?|is (?:better|best|easier)|of (?:the|these|those))|your (?:call|choice|pick)|whichever|would you (?:prefer|rather)|"
        r"do you (?:prefer|want)|you (?:can |could )?(?:choose|decide|pick))\b.* or ",
        0.75,
        unless=r"\bor (?:not|no|so|less|anything|something|two|three|\d|more)\b|which is (?:it|why)|which is (?:why|what|how)",
    ),
    rule(
        Act.OFFER_CHOICE,
        "choice.question",
        r"^(?:(?:so |and |right |ok |shall (?:i|we|it)|would you (?:like|rather|prefer|want)|do you (?:want|prefer)|should (?:i|we|it)|"
        r"can (?:i|we)|could (?:i|we|you)|want|is it|will (?:it|you)|refund|replacement|swap|collect|delivery|stay|card|cash|morning|today|"
        r"tomorrow|a |an |the |same|new|to )\b).* or (?!not\b|so\b|anything|something|two\b|three\b|\d|less|more\b|no\b|is it\b|was it\b|"
        r"are you|did|have|what|just wait)",
        0.62,
        when=asks,
        unless=r"^(?:is|was|did|does|are|were|has|have) (?:it|there|that|this|they|the|you|he|she|your)\b|or (?:anything|something) (?:else|like)",
    ),
    rule(
        Act.OFFER_CHOICE,
        "choice.either",
        r"\b(?:either|you (?:can|could|may) (?:have|take|choose|pick)|(?:i|we) (?:can|could) (?:either|do)|there are (?:two|three|"
        r"a couple of|2|3) (?:ways|options|things|choices|routes)|(?:two|three|2|3|a couple of) (?:options|ways|choices)|(?:option|"
        r"choice) (?:a|one|1)\b)(?:.* or |.*(?:option|choice) (?:b|two|2)| |$)",
        0.5,
        when=lambda c, s: not c.question and (" or " in c.text or "options" in c.words or "ways" in c.words or "choices" in c.words),
        unless=r"\bor so\b|or not|not either|either way|either of|me either|or anything|or less|\bnot .*either",
    ),
    rule(
        Act.OFFER_CHOICE,
        "choice.can-or",
        r"\b(?:i|we|you) (?:can|could|are able to) .{4,80} , or (?:else )?(?:(?:i|we|you|if|there|have|a|an|the|take|send|collect|wait|book|"
        r"keep|get|put|swap|refund) )",
        0.55,
        when=tells,
        unless=r"\bor (?:not|so|anything)\b",
    ),
)

SET_EXPECTATION = (
    rule(
        Act.SET_EXPECTATION,
        NOT_OURS_TO_CHOOSE,
        r"\b(?:i|we|nobody (?:here|of us)|this desk|our desk) (?:\w+ )?(?:can not|am not able to|are not able to|could not) (?:\w+ )?(?:choose|pick|select) (?:who|which|when|what|where|whether|between|the|a|an|your|their|one)\b",
        0.62,
        when=both(tells, lambda c, s: not any(o.sentence == c.sentence and _SHUT.search(o.text) for o in s.reply)),
        unless=r"\b(?:problem|fault|take it up)\b",
    ),
    rule(
        Act.SET_EXPECTATION,
        "expect.takes",
        r"\b(?:takes?|take about|allow|within|inside|(?:is|are|will be) (?:about |around |roughly |only |usually |just )*<NUM>|in (?:about |"
        r"around |the next |roughly |under )?<NUM>|up to|<NUM> (?:to|-|or) <NUM>|next|another|about|around|"
        r"after)(?: \w+){0,2} <NUM>? ?(?:to <NUM> |- <NUM> |or <NUM> )?<UNIT>\b",
        0.5,
        when=both(
            tells,
            lambda c, s: (
                bool(c.numbers)
                or any(
                    w in c.words
                    for w in ("two", "three", "four", "five", "six", "seven", "eight", "ten", "an", "half", "couple", "few", "a", "one", "twenty", "fifteen")
                )
            ),
        ),
        unless=(
            r"\b(?:ago|since|has been|have been|had been|waited|waiting|took|was|were|did|last|already|past|for \w+ years|you (?:rang|called|"
            r"waited)|i have|we have)\b|<I> (?:will|shall) (?!be\b|have\b|need)|soon|give me|can i have|hold"
        ),
    ),
    rule(
        Act.SET_EXPECTATION,
        "expect.it-will",
        r"\b(?:it|that|they|he|she|this|those|these|there|the (?:\w+ ){0,3}?\w+|your (?:\w+ ){0,2}?\w+|nobody|nothing|one|both|everything|"
        r"you) (?:will|shall|is going to|are going to|can not|does not|do not|is not going to|are due|is due|leaves?|arrives?|goes|comes?|"
        r"opens?|closes?|starts?|begins?|ends?|runs?|lands?|gets?|costs?|needs?|lasts?|stays?|remains?|expires?|finishes?|has to|"
        r"have to) (?!have been|be (?:fine|ok|alright|grand|sorted|over)\b|happen\b)(?:\w+ )",
        0.4,
        when=_concrete,
        unless=(
            r"\b(?:should (?:never )?have|you will (?:live|survive|forget|be (?:fine|ok)|have to (?:be|wait|contact|call|speak|ring))|"
            r"it does not (?:matter|mean|say)|that does not (?:help|make)|you do not (?:understand|need to (?:shout|be))|as soon as possible|"
            r"soon|shortly|in due course|you need to (?:understand|calm)|it comes (?:across|down)|which (?:is|was)|if i had|had)\b|<WHO> will|"
            r"goes without saying|^(?:what|how|why)"
        ),
    ),
    rule(
        Act.SET_EXPECTATION,
        DATED,
        r"\b(?:will|is|are|leaves?|arrives?|comes?|goes|due|open|closes?|until|till|by|from|between|at|on|before|after|not before|earliest|"
        r"latest|today|tomorrow|tonight|ready|free|available|booked)\b(?: \w+){0,5} (?:\d{1,2}(?::\d\d)? ?(?:am|pm|oclock)?|noon|midday|"
        r"midnight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|today|half \w+|quarter \w+|this (?:morning|afternoon|"
        r"evening)|next week|the end of the (?:day|week|month)|\d{1,2}(?:st|nd|rd|th))\b",
        0.45,
        when=tells,
        unless=(
            r"\b(?:was|were|did|had|has been|rang|told|said|went|came|closed it|should have|yesterday|last (?:week|month|night)|arrived|reached|"
            r"landed on|<I> (?:will|have|am|can|could))\b|soon"
        ),
    ),
    rule(
        Act.SET_EXPECTATION,
        "expect.you-will",
        r"\byou (?:will|would|are going to|shall|can|only|just|do not|need not|still|then)? ?(?:\w+ )?(?:get|receive|need|see|hear|have|"
        r"be (?:charged|sent|asked|able|contacted|paid|emailed|texted)|pay|keep|lose|owe|find|sign|collect|be|want)\b(?: \w+){2,}",
        0.42,
        when=_concrete,
        unless=(
            r"\b(?:you (?:need|have) (?:to )?(?:calm|understand|realise)|you have (?:been|had|already|every|told|a point|rung|called|waited)|"
            r"do you|have you|you (?:were|did|had|got|paid|see|find)|you would have|you are being|you can see|should have|you have my|"
            r"you want(?:ed)? (?:a|to|your|the|us)|you need (?:a|it|the|your|that) |you will (?:be fine|forget|survive|live)|you (?:have|"
            r"need) to (?:contact|speak|ring|call))\b"
        ),
    ),
    rule(
        Act.SET_EXPECTATION,
        "expect.limit",
        r"\b(?:that is (?:the (?:most|limit|maximum|earliest|soonest|best|latest|least|cheapest)|as (?:high|far|much|early|low) as|"
        r"all i am allowed|my (?:limit|best guess))|the (?:most|limit|maximum|earliest|soonest|latest|minimum|cap|rate|price|cost|charge|"
        r"fee|excess|deadline) (?:\w+ ){0,5}?(?:is|would be|will be|stays?)|(?:there is|there are|we have|they have|has|have) (?:only |"
        r"just |also |no |a |one |two |three |\d+ )+(?:\w+ )?(?:left|free|available|in stock|slots?|space|spaces|room|seats?|charge|fee|"
        r"cost|appointment|deadline|van|flights?|trains?)|(?:is|are|it is|that is) (?:for collection|collection only|free|no charge|"
        r"nothing to pay|in stock|out of stock|sold out|available|not available|fully booked|separate|on top|not included|not covered|"
        r"covered|included|refundable|non-refundable)|nothing to pay|no charge|free of charge|regardless)\b",
        0.42,
        when=tells,
        unless=r"\b(?:sorry|was|were|should have|our fault|not the (?:level|kind))\b|best (?:i|we) can (?:do|say) is (?:apologise|pass)",
    ),
    rule(
        Act.SET_EXPECTATION,
        "expect.direct-no",
        r"^(?:no|yes|not|nope) (?:, |\. |: )?(?:it|that|they|he|she|this|there|you|nobody|the|your|not|only|both|none|\w+day|all) (?:\w+ )*",
        0.42,
        when=lambda c, s: s.questioned and not c.question and len(c.words) >= 4,
        whole=True,
        unless=r"\b(?:you are (?:wrong|mistaken|right)|sorry|policy|not (?:true|correct|possible)|should(?: not)? have|was|were|did|you (?:have|did))\b",
    ),
    rule(
        Act.SET_EXPECTATION,
        "expect.if-then",
        r"^(?:if|once|when|as soon as|after|until|unless) (?!you (?:had|would)|only|i\b)(?:\w+ ){1,12}?, (?:then )?(?:it|you|they|he|she|"
        r"the|that|there|we|this|your|nothing|ring|call)\b",
        0.45,
        when=_concrete,
        unless=r"\b(?:swear|insult|abus|shout|threat|language|i will|should have|had|soon|shortly)\b",
    ),
)

RULES: tuple[Rule, ...] = (*OFFER_CHOICE, *PROPOSE, *SET_EXPECTATION)
