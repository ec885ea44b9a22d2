"""Cues of plain condescension: talking down to a grown person, told by forms that hardly mean anything else.

They are so sure that no model has to hear them too. What a kind rep says in nearly the same words ("do sit down if you like",
"buy yourself a coffee on us", "I dare say you are right") stays out of them.
"""

from __future__ import annotations

from scenarios.acts import Act
from scoring.reading.rules.base import NOT_ABOUT_YOU, Rule, rule, tells

NAME = "condescend."
_SURE = 0.86
_END = r"(?= (?:\.|,|!|-|now|and|then)|$)"
_PET = r"(?:(?:good|clever|brave|big|dear|sweet) )"
"""A grown person is none of these to a stranger; a child of the customer's may be."""
_CHILD = r"(?:girl|boy|lad|lass|lassie|laddie)"

RULES: tuple[Rule, ...] = (
    rule(
        Act.HOSTILE,
        NAME + "good-girl",
        rf"\bthere is a (?:{_PET}*(?:{_CHILD}|love|dear|chap)|(?:good|clever|brave) (?:man|woman)){_END}|"
        rf"(?:^|, |- )(?:good|clever) {_CHILD}{_END}|\b(?:be|like) a {_PET}+{_CHILD}\b",
        _SURE,
        whole=True,
        unless=r"\b(?:she|he|her|his|dog|cat|pup|puppy|horse)\b",
    ),
    rule(
        Act.HOSTILE,
        NAME + "do-buy-yourself",
        r"\b(?:do|please do|go and|why not|you might|try to) (?:buy|get|treat yourself to|invest in|find) (?:yourself )?(?:a|an|some) (?:new |good |decent |little |big )?"
        r"(?:dictionary|diary|calendar|watch|clock|map|hankies|hanky|handkerchief|tissues|postcard|mirror|torch|atlas|calculator|ruler|life|hobby|grip|sense of humour|pair of glasses)\b",
        _SURE,
        unless=r"\b(?:on us|on me|we will pay|at our (?:cost|expense)|voucher|if you (?:like|want))\b",
    ),
    rule(
        Act.HOSTILE,
        NAME + "i-am-told",
        r"^(?:(?:and |but |well , )*(?!it\b|that\b|this\b|he\b|she\b|they\b|you\b|we\b|there\b|what\b)\w+ (?:is|are|can be|must be) , (?:i am told|i gather|i hear|i dare say|i believe|i suppose|"
        r"so i (?:hear|am told)|one hears|one gathers)|(?:i am told|i gather|one hears|so i am told)) , (?:quite |rather |terribly |frightfully |awfully |so |very |a bit |a little |too )*"
        r"(?:hard|tricky|difficult|confusing|taxing|trying|tiring|inconvenient|upsetting|sad|tiresome|demanding|complicated|much|beyond|a (?:trial|challenge|struggle|lot|mystery|worry|bother))\b",
        _SURE,
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "i-dare-say",
        r"\bi dare ?say\b.*\b(?:too (?:many|much|hard|difficult|long|clever)\b.*\bfor (?:you|some)|(?:you|a \w+|even you|somebody like you) (?:can|could|will|might|would) (?:just about |perhaps |even )?"
        r"(?:cope|manage|survive|live|get over|read (?:it|that|a)|count)\b)",
        _SURE,
        unless=NOT_ABOUT_YOU + r"|\bsorry\b",
    ),
    rule(
        Act.HOSTILE,
        NAME + "have-a-cry",
        r"\b(?:do|go and|just|now|why not|sit down and|and) have (?:yourself )?a (?:little |nice |good )*(?:cry|lie[- ]down|sulk|tantrum|moan)\b",
        _SURE,
        unless=r"\b(?:if you|need|i will wait|take your time|i can wait|understand)\b",
    ),
    rule(
        Act.HOSTILE,
        NAME + "you-can-count",
        r"\byou can (?:count|read|spell|write|tell the time|add up)(?= (?:,|\.|!|-|then|too|now|after all|how)|$).*\b(?:well done|bravo|bless|congratulations|how clever|clever|good for you)\b|"
        r"\b(?:well done|bravo|bless you|congratulations|good for you|clever)\b.* you can (?:count|read|spell|write|tell the time|add up)(?= (?:,|\.|!|-|then|too|now|after all)|$)",
        _SURE,
        when=tells,
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "how-observant",
        r"\b(?:how|so|most) (?:very |terribly |awfully |remarkably )?(?:observant|clever|perceptive|astute|sharp|original) of you\b|"
        r"\b(?:are not you|you are|what) (?:a |the |quite the )(?:\w+ )?(?:clever|bright|sharp) (?:one|spark|little \w+|cookie|clogs)\b|^(?:well |my , |oh )*are not you (?:\w+ )?(?:clever|bright|sharp)\b",
        _SURE,
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "off-with-you",
        r"\b(?:off to bed with you|run along (?:now|then|and)|off you (?:trot|toddle|pop) (?:now|then|and)|toddle off)\b",
        _SURE,
    ),
)
