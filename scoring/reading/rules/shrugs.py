"""Cues of a trouble shrugged off with a saying, a mock apology or a word of disbelief: what is said to end the talk, and to be heard doing so.

They are held for as sure as the cues of contempt (``contempt``), whose names they bear. They stand as a clause of their own or lean on
"you"; the same words inside an explanation, or beside regret and owning, stay out of them.
"""

from __future__ import annotations

from scenarios.acts import Act
from scoring.reading.rules.base import Rule, both, rule, tells
from scoring.reading.rules.contempt import BARE, NAME, PLAIN, props
from scoring.reading.rules.slights import beside, nothing_owned
from scoring.reading.rules.sneers import STOP, nobody_mourns, unsettled

_WELL = r"^(?:(?:oh|ah|well|and|but|so|ugh|wow|omg|gosh|ok|yes|right|look|k|sure) (?:, )?)*"
_A_LOAD = (
    r"\b(?:i|we) have (?:\w+ ){0,2}(?:people|customers|callers|clients|calls|work)\b|\bonly (?:one|customer|person|client|caller) (?:(?:here|in the (?:world|queue)|waiting)\b|"
    r"(?:that |who )?(?:i|we) (?:have|had|must|need)(?: got)?(?: to (?:serve|see|answer|deal with|talk to|look after|help|think of))?(?: (?:today|tonight|now|here|on|waiting|this (?:morning|afternoon|evening|week)|in the queue))*(?= ?(?:[.!,]|$)))"
)
"""The other customers, counted as work to be got through."""

RULES: tuple[Rule, ...] = (
    rule(
        Act.HOSTILE,
        NAME + "sorry-not-sorry",
        r"\bsorry not sorry\b|\bwell (?:, )?(?:excuse|pardon) (?:me|us)\b(?! for\b.*\b(?:wait|delay|mistake)\b)|\bexcuse (?:me|us) for (?:living|breathing|existing|trying|doing (?:my|our) job|asking)\b|\ba thousand (?:apologies|pardons)\b|"
        r"\b(?:sorry|forgive (?:me|us)|apologies|apologise) (?:for|that (?:i am|we are)) (?:(?:for|that|being|not|only|just) )*(?:existing|breathing|living|born|human|a mind reader|mind readers|psychic|a (?:servant|robot|magician|wizard)|doing (?:my|our) job)\b",
        BARE,
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "nice-story",
        rf"{_WELL}(?:(?:that is|what) )?(?:a |an |some |quite a )?(?:nice|cool|good|great|grand|lovely|fascinating|thrilling|epic) (?:wee |little |long )?(?:story|tale|speech|essay|novel|rant|saga|sermon|lecture)\b(?= ?(?:[.,!]|$| anyway| but| now| so))",
        PLAIN,
        when=both(both(tells, unsettled), props("story", "tale", "speech", "essay", "novel", "saga", "sermon", "lecture", "book", "books")),
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "and-i-am-the-queen",
        rf"{_WELL}i am (?:the )?(?:queen of|king of|queen|king|pope|emperor|prime minister|father christmas|santa(?: claus)?|tooth fairy|easter bunny|elvis|napoleon|mickey mouse)\b",
        BARE,
        when=tells,
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "the-drama",
        rf"^(?:(?:oh|omg|wow|ugh|god|my god|lol|gosh) (?:, )?)+the (?:drama|dramatics|theatrics|hysterics|melodrama)\b|{_WELL}here we go again{STOP}|{_WELL}(?:blah(?: blah)+|yada yada(?: yada)?|yawn|zzz+)\b",
        BARE,
        when=nothing_owned,
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "lol",
        r"^(?:lol|lmao|rofl|ha ha|haha+|hehe)(?: ,)? (?:no|nope|what|calm|sure|seriously|wow|relax|good luck|imagine|as if|it is (?:only|just)|poor)\b",
        PLAIN,
        when=both(unsettled, nothing_owned),
        unless=r"^(?:ha ha|haha+|hehe)(?: ,)? no (?:, )?(?:it|that|this) is not\b",
        whole=True,
    ),
    rule(
        Act.HOSTILE,
        NAME + "about-you",
        r"\b(?:it|this|that|everything|not everything|the world) (?:is|does) not (?:all |always )*(?:revolve )?(?:about|around) you\b|^not everything is about you\b|\bmust be (?:so )?(?:hard|tough|exhausting|tiring|difficult|fun) (?:being|to be) you\b|"
        rf"^(?:so |and |wow , )*who hurt you{STOP}|^(?:so |and |well , )*(?:you|that) and (?:everyone|everybody|the whole world|half the country) (?:else)?{STOP}|\b(?:a )?thank you would (?:be|have been) nice\b",
        PLAIN,
        when=nothing_owned,
        whole=True,
    ),
    rule(
        Act.INVALIDATE,
        NAME + "such-is-life",
        rf"{_WELL}(?:that is|such is) (?:just )?life(?: for you| i am afraid)?{STOP}|{_WELL}life (?:is|can be) (?:so |not |a |just |like )*(?:hard|tough|unfair|fair|that|bitch|party)(?: sometimes| i am afraid)?{STOP}|"
        rf"{_WELL}(?:c est la vie|welcome to (?:the real world|my (?:world|life))|it is what it is){STOP}|\bit is not that deep\b",
        PLAIN,
        when=both(tells, nothing_owned),
        whole=True,
    ),
    rule(
        Act.INVALIDATE,
        NAME + "crying-over-it",
        rf"\b(?:mountains? out of (?:a )?mole ?-?hills?|storm in a tea ?-?cup)\b|\b(?:crying|cry|whining|whine|sulking|moaning) (?:over|about) (?:a|an|some)\b|{_WELL}(?:now )?dry your eyes\b|\b(?:you are|are you|when you are) (?:done|finished) (?:crying|sulking|moaning|whining)\b",
        PLAIN,
        when=both(nobody_mourns, nothing_owned),
        unless=r"\b(?:not|no shame|nobody|never|right to)\b",
        whole=True,
    ),
    rule(
        Act.INVALIDATE,
        NAME + "think-yourself-lucky",
        r"\b(?:count|think|call|consider) yourself(?: very| quite| rather)? (?:lucky|fortunate)\b|\byou (?:should|could|ought to|must) (?:just |really |at least )*be (?:grateful|thankful|glad|happy)(?: that| at all| it (?:is|was)| (?:i|we) (?:even|bother|answer))\b",
        PLAIN,
        when=both(tells, nothing_owned),
        whole=True,
    ),
    rule(
        Act.INVALIDATE,
        NAME + "hush",
        r"(?:^(?:(?:please|now|so|ok|just|and|right|well|oh|love|sugar|honey|madam|sir) (?:, )?)*|\byou (?:would|could|can|will|should|must) (?:just |please |only )*)(?:hush|shush|pipe down|simmer down|settle down|zip it|chill out|cool your (?:jets|boots)|cool it)"
        r"(?: (?:now|please|a (?:minute|second|moment|bit|little)|and|so|then|mate|love|sir|madam|,))*(?: ?[.!?,]|$| (?:i|we)\b)",
        PLAIN,
        when=nothing_owned,
        unless=r"\b(?:children|baby|dog|dust|water|boiler|first)\b",
        whole=True,
    ),
    rule(
        Act.BLAME,
        NAME + "common-sense",
        r"\b(?:(?:it|this|that) is (?:just |only |really |pure |simple )*|(?:use|try|have|need|with|show) (?:(?:a|some|any|your|little|bit|of|own) )*)common sense\b|\b(?:use|using) your (?:eyes|head|brain|loaf)\b|"
        rf"{_WELL}(?:please )?(?:just )?(?:google (?:it|that|this)|look it up(?: yourself)?){STOP}",
        PLAIN,
        when=both(tells, nothing_owned),
        unless=r"\b(?:we|i|our) (?:should|could|did|have)\b|\b(?:right to|you had)\b",
        whole=True,
    ),
    rule(
        Act.BLAME,
        NAME + "it-literally-says",
        r"\bit (?:does )?(?:(?:quite|very|perfectly) )?(?:literally|clearly|actually|plainly|obviously)(?: does)? says?\b|\bit does (?:literally|clearly|actually) say\b",
        PLAIN,
        when=both(tells, nothing_owned),
        unless=r"\byou (?:are|were) (?:right|owed|entitled)|\b(?:should|free|so (?:i|we|you))\b",
        whole=True,
    ),
    rule(
        Act.BLAME,
        NAME + "you-wanted-cheap",
        r"\byou (?:wanted|want|bought|buy|chose|took|ordered|paid for|pay) (?:the |a |for )?(?:cheap\w*|little|peanuts|budget)\b|\byou get what you pay for\b",
        PLAIN,
        when=both(both(tells, nothing_owned), beside(r"\byou (?:have|got|get|received|receive)\b")),
        whole=True,
    ),
    rule(
        Act.INVALIDATE,
        NAME + "not-the-only-one",
        r"\byou are not (?:(?:the|my|our|an) )?only (?:one|customer|person|client|caller|people)\b",
        PLAIN,
        when=both(
            both(tells, nothing_owned),
            beside(_A_LOAD),
        ),
        unless=r"\b(?:same|fault|who|with this|affected|reported)\b",
        whole=True,
    ),
    rule(
        Act.INVALIDATE,
        NAME + "why-so-much",
        r"\bwhy (?:do |must )?you (?:must |have to |always )?(?:write|talk|say|ask|speak|complain|type) so (?:much|long|many|often)\b|^(?:please |just |and |so |can you |could you )*(?:write|say it|speak|type) short(?:er)?(?: please)?"
        + STOP,
        PLAIN,
        when=nothing_owned,
        whole=True,
    ),
)
