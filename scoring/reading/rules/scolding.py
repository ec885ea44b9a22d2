"""Cues of polite contempt that put the customer in their place: lessons in manners, dares, "shout some more, or shall I help?"

They are held for as sure as the other cues of contempt (``contempt``), whose names they bear. A limit that offers help beside it, a
greeting returned and words about one's own shouting stay out of them.
"""

from __future__ import annotations

import re

from scenarios.acts import Act
from scoring.reading.rules.base import Rule, rule, tells
from scoring.reading.rules.contempt import BARE, END, LEANING, NAME, OPEN, PLAIN, props
from scoring.reading.scene import Scene
from scoring.reading.sentences import Clause

_GREETED = re.compile(
    r"\b(?:hello|hi|hiya|hey|good|morning|afternoon|evening|happy|merry|day|weekend|enjoy|regards|wishes|thank|thanks|cheers|nice|have a|all the best)\b"
)


def _ungreeted(_clause: Clause, scene: Scene) -> bool:
    """Returned to a customer who wished nobody anything: a lesson in manners."""
    return bool(scene.customer) and not _GREETED.search(scene.customer)


_ABUSE = (
    r"(?:shout(?:ing)?|yell(?:ing)?|insult(?:ing|s)?|swear(?:ing)?|curs(?:e|ing)|cussing|rant(?:ing)?|moan(?:ing)?|scream(?:ing)?|keep going at|"
    r"(?:carry|go|going|carrying) on (?:shouting|swearing|insulting|calling|ranting|at me|at us|at him|at her)|call(?:ing)? (?:me|us|people|him|her|them) (?:names|more|an?))"
)
RULES: tuple[Rule, ...] = (
    rule(
        Act.HOSTILE,
        NAME + "help-or-shout",
        rf"\bor (?:do|did|would|will|shall|are|were|is|was|if|can|have) (?:you |we |i |\w+ing )(?:\w+ ){{0,4}}?{_ABUSE}\b|\bor (?:you can |would you |you could )?{_ABUSE} (?:some more|a bit|at me|at us|again|him|her|them)\b|"
        rf"\bor was {_ABUSE}\b",
        BARE,
        whole=True,
        unless=r"\b(?:till|until|within|hear|hears|heard|distance)\b",
    ),
    rule(
        Act.HOSTILE,
        NAME + "shouting-will-not",
        r"\b(?:shouting|yelling|swearing|cursing|cussing|insulting \w+|insults|screaming|calling (?:me|us|him|her|them|people) (?:names|\w+)|capitals|capital letters|exclamation marks|being rude|rudeness)(?: at (?:me|us|him|her|people))? "
        r"(?:will|does|do|is|are) not (?:going to )?(?:make|get|help|change|move|fix|bring|speed|sew|mend|find|open|hurry|needed|necessary|required)|\b(?:if|when|because|who|however loud(?:ly)?) you? ?(?:shout|shouts|yell|yells|swear|swears)"
        + END,
        PLAIN,
        whole=True,
        unless=r"\bi (?:should|shouted|swore|was|raised)\b|\b(?:sorry|my|your) (?:shouting|swearing)\b|\bpassword\b|\bhelp you\b",
    ),
    rule(
        Act.HOSTILE,
        NAME + "try-being-civil",
        r"^(?:and |but |so |perhaps |maybe |next time )*(?:do )?(?:try|consider) (?:being (?:civil|polite|nice|courteous|reasonable|grateful)|asking nicely|saying (?:please|thank you)|using your (?:eyes|ears|head|brain|manners))\b|"
        r"\b(?:maybe|perhaps|do|going to) be (?:civil|nice|polite) to (?:my|our|the|him|her|them)\b|\b(?:manners|a please|politeness) (?:cost|costs|would|might|goes|go)\b|\b(?:with|without) a please\b|"
        r"\b(?:about|to|lost|left|forgot|forgotten|if|where are|remember|find) your manners\b|\bif you (?:had )?(?:asked|spoken|spoke) nicely\b|\byou could (?:even |always |just )?(?:ask|say) (?:nicely|please)\b",
        PLAIN,
        whole=True,
        unless=r"\b(?:i|we) (?:should|could|ought|will|must|have)\b|\b(?:my|our) manners\b|\bthank you for your\b|\bhelped\b",
    ),
    rule(
        Act.HOSTILE,
        NAME + "to-you-too",
        rf"{OPEN}(?:an? )?(?:very )?(?:good |happy |hello|hi|morning|afternoon|evening|merry|lovely )(?:\w+ ){{0,2}}?to you (?:too|as well|also){END}",
        LEANING,
        when=_ungreeted,
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "but-do-go-on",
        r"^but (?:please )?do (?:carry on|go on)" + END + r"|\bdo go on if it\b",
        PLAIN,
        whole=True,
        unless=r"\blisten",
    ),
    rule(
        Act.HOSTILE,
        NAME + "pity-if-anyone",
        r"\b(?:be|is|such|awful|terrible|real|great|a) (?:a )?(?:pity|shame) if (?:anyone|anybody|someone|somebody|something) (?:got to|were to|happened to|told|found out|forgot|mentioned)\b|\bi know where (?:you|your) (?:live|lives|work|works|kids?|children|family|house)\b",
        PLAIN,
        whole=True,
        unless=r"\bhelp|\bhurt\b|\b(?:sorry|now|deliver\w*|driver|area)\b",
    ),
    rule(
        Act.HOSTILE,
        NAME + "i-can-count",
        r"\bi (?:can|do) (?:also |actually )?(?:read|count|add up|spell|subtract|tell the time) , (?:thanks|thank you|you know|believe it or not)\b|\bi can (?:read|count|add up|spell|subtract) (?:as well|too|perfectly well)\b",
        PLAIN,
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "not-so-hard",
        rf"{OPEN}(?:see , )?(?:that|it) was not (?:so|that|too) (?:very )?(?:hard|difficult)\b(?! to| for| a)",
        PLAIN,
        when=tells,
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "needs-a-hobby",
        r"\b(?:needs? (?:to find )?|^(?:\w+ )?get (?:yourself )?|find yourself )an? (?:new |nice )?hobby\b|\btouch grass\b|\bcry about it\b|\bwomp womp\b|\bok(?:ay)? boomer\b|\bdiddums\b",
        PLAIN,
        when=props("hobby"),
        whole=True,
        unless=r"\bi\b",
    ),
)
