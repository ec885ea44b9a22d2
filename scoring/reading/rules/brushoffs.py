"""Cues of a customer hurried, shown the door or told off for not having listened, in the short or simple words in which it is mostly done.

They are held for as sure as the cues of contempt (``contempt``), whose names they bear. A parting from who is content, an urgent
warning, a queue one is sorry about and what somebody else was told stay out of them.
"""

from __future__ import annotations

import re

from scenarios.acts import Act
from scoring.reading.rules.base import NOT_ABOUT_YOU, Rule, both, rule, tells
from scoring.reading.rules.contempt import NAME, PLAIN
from scoring.reading.rules.slights import nothing_owned
from scoring.reading.rules.sneers import STOP, curtly, unsettled
from scoring.reading.scene import Scene
from scoring.reading.sentences import Clause

_BYE = r"(?:(?:good ?)?bye(?: bye| now| then)*|ta ta|cheerio|see you(?: later| around)?|have a (?:nice|good|lovely) (?:day|one|evening)|farewell|so long)"
_FAREWELL = re.compile(rf"^(?:ok |so |right |well |thanks |and |, )*{_BYE}{STOP}")
_SHUT = (
    r"^(?:(?:so|well|right|ok|then|and|there|yes|no) (?:, )?)*(?:that is (?:that|it|all(?: from (?:me|us))?|the end of (?:it|that|the matter|this))|(?:we|i) (?:are|am) (?:done|finished|through)(?: here| with (?:this|you|it))?|"
    r"we done(?: here)?|nothing more (?:to (?:say|add|do))|(?:i|we) (?:can|could|know|have)(?: not)?(?: do| say| help| offer| you)* (?:nothing|anything|no) more(?: (?:do|say|help|for you|with this|to do|to say|you))*|(?:conversation|discussion|case) (?:is )?(?:over|closed)|end of (?:story|discussion|conversation|matter))(?: (?:then|now|for (?:me|us|today)|here|really))*"
)
_TEXTS = re.compile(r"\b(?:refund|book|send|sent|booked|refunded|credited)\b")


def _shown_the_door(clause: Clause, scene: Scene) -> bool:
    """Nothing of the case stands in the reply, and it ends in a farewell or shuts the matter outright."""
    parting = any(re.search(rf"\b{_BYE}{STOP}", c.text) for c in scene.reply) or re.search(r"\b(?:over|closed|end of|nothing more)\b", clause.text)
    return bool(parting) and len(scene.reply) <= 3 and not any(scene.shares(c) or c.numbers or _TEXTS.search(c.text) for c in scene.reply)


def _nothing_but_bye(_clause: Clause, scene: Scene) -> bool:
    """The customer put a question, and the whole reply is a farewell."""
    return scene.questioned and all(_FAREWELL.match(c.text) for c in scene.reply)


_TO_YOU = r"(?: (?:it|this|that|to|you|all|everything|so|already))*"
_TIMES = r"(?:two|three|four|five|six|ten|many|several|so many|hundred|\d+)"

RULES: tuple[Rule, ...] = (
    rule(Act.INVALIDATE, NAME + "that-is-that-bye", _SHUT, PLAIN, when=both(tells, both(unsettled, both(nothing_owned, _shown_the_door))), whole=True),
    rule(Act.EVADE, NAME + "only-bye", rf"^(?:ok |so |right |well |and |, )*{_BYE}{STOP}", PLAIN, when=both(unsettled, _nothing_but_bye), whole=True),
    rule(
        Act.INVALIDATE,
        NAME + "are-we-done",
        r"^(?:so |and |ok |right |well |, )*(?:are )?(?:you|we) (?:quite |all |about |nearly )?(?:finished|done)(?: (?:here|yet|now|ranting|shouting|moaning|complaining|talking))* ?\??$|"
        r"\b(?:got|get) (?:that|it|all that|this) (?:all )?out of your system\b|^(?:so |and |well |there , )*(?:do (?:we|you) )?feel(?:ing)? better now ?\?",
        PLAIN,
        when=both(unsettled, curtly),
        unless=r"\b(?:or|else|with)\b",
        whole=True,
    ),
    rule(
        Act.INVALIDATE,
        NAME + "make-it-quick",
        r"^(?:(?:just|please|and|so|ok|but|right|well|can you|could you|come on) (?:, )?)*(?:(?:make|keep) it (?:quick|fast|short|brief|snappy)|be (?:quick|fast|brief)|get to the point|come to the point|spit it out|hurry (?:it )?up|get on with it)\b|"
        r"\b(?:i|we) (?:do not|have not|not) (?:have |got )?(?:the |a )?(?:all|whole) day\b|"
        r"(?:^(?:ok , |come on , |and |but )*|\b(?:i|we) )(?:have |got |have got )(?:other |more |many |a lot of |lots of |loads of )?(?:(?:people|customers|callers|clients|calls|chats) (?:waiting|to (?:serve|get to|deal with|see to|answer))|other people)"
        rf"(?: (?:too|as well|here|now|behind you|after you|you know))*{STOP}",
        PLAIN,
        when=both(tells, nothing_owned),
        unless=r"\b(?:if|before|until|gas|fire|smoke|out|danger|hot|i will|we will|let me|i am going|for you|ready)\b",
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "you-again",
        rf"^(?:(?:oh|ah|not|ugh|great|well) (?:, )?)*you again(?: ,.*)?{STOP}|^(?:and |so |ok |now |, )*what is it (?:now )?this time\b",
        PLAIN,
        when=nothing_owned,
        whole=True,
    ),
    rule(
        Act.ARGUE,
        NAME + "said-it-already",
        rf"\bi (?:(?:have|already|just|also|did) )*(?:say|said|tell|told|explain|explained|write|wrote|written|repeat|repeated){_TO_YOU} (?:already )?{_TIMES} times?\b|"
        r"\bi (?:have )?already (?:say|tell|explain|write|repeat)\b(?! (?:him|her|them|my|the)\b)|\bi (?:say|tell|said|told|explain|explained)(?: (?:it|this|that|to))* you (?:this |it |that )?(?:before|already)\b(?! (?:the|that|it was|we)\b)|"
        r"\bhow many times (?:i|must i|do i|should i|i must|i have to)\b|\bi (?:have to|must) (?:say|tell|explain|repeat|write)(?: (?:it|this|that|you|to|everything))* (?:again|one more time|once more)\b",
        PLAIN,
        when=both(tells, nothing_owned),
        unless=r"\b(?:you (?:told|said|say|wrote)|him|her|them|my (?:boss|manager|colleague)|depot|driver)\b",
        whole=True,
    ),
    rule(
        Act.BLAME,
        NAME + "you-do-not-listen",
        r"^(?:(?:and|but|because|so|why|no|sorry but|again) (?:, )?)*you (?:(?:just|really|still|also|again|clearly|obviously) )*(?:do not|did not|never|not|will not|would not|are not|can not|refuse to) (?:(?:even|want to|ever|really) )*"
        r"(?:listen(?:ing|ed|s)?|pay(?:ing)? attention|hear me|read(?= ?(?:[.!?,]|$)))(?: to (?:me|us|what (?:i|we) \w+)| at all| again| please)*(?: ?[.!?,]|$)|\bwhy (?:do |will |can )?you (?:do |will |can )?not (?:listen|pay attention)\b",
        PLAIN,
        when=nothing_owned,
        unless=NOT_ABOUT_YOU + r"|\b(?:we|us) (?:did|do) not listen\b",
        whole=True,
    ),
    rule(
        Act.BLAME,
        NAME + "then-you-understand",
        r"^(?:(?:please|maybe|perhaps|just|then|and|so|if|next time|now|you|must|should|can|need to|have to|try to) (?:, )?)*(?:read|listen|look|think|pay attention)(?: (?!and\b|then\b|so\b)\w+){0,7}(?: ,| and| then| so| maybe| perhaps)+ you (?:(?:will|can|would|might|may|shall|also) )*"
        r"(?:understand|get it|believe)\b",
        PLAIN,
        when=both(tells, nothing_owned),
        unless=r"\b(?:our|my)\b",
        whole=True,
    ),
    rule(
        Act.ARGUE,
        NAME + "everybody-but-you",
        r"\b(?:everybody|everyone|all (?:people|others|customers)|other (?:people|customers)|the others?|others|nobody)\b.*\b(?:only|just|but|except)(?: for)? you(?: (?:not|do not|can not|are not|no))?(?: (?:understand|have (?:a |the )?problem|complain))?"
        rf"{STOP}|\b(?:only|just) you (?:have|has|are|do|make|complain)\b(?: (?:a|the|such|this|so|always))* ?(?:problems?|complain\w*|trouble|angry|drama|noise|difficult)\b",
        PLAIN,
        when=both(tells, nothing_owned),
        whole=True,
    ),
    rule(
        Act.INVALIDATE,
        NAME + "all-this-over-that",
        r"(?:^|, |\b(?:och|oh|well|so) )(?:all (?:this|that|the)|such a|so much|what a|quite a)(?: \w+)?? (?:noise|fuss|drama|performance|carry on|carry-on|song and dance|palaver|circus|commotion|theatre|theater|scandal|hoo-ha|to-do|shouting|whining)(?: \w+)?? "
        rf"(?:for|over|about|because of) (?:nothing|(?:a|an|one|some|the|that|such a|this)(?: \w+){{1,3}}){STOP}",
        PLAIN,
        when=nothing_owned,
        whole=True,
    ),
)
