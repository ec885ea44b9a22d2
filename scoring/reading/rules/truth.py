"""Cues of OVERPROMISE in wording alone: certainty nobody has. What card and log say is weighed elsewhere and counts for more."""

from __future__ import annotations

from scenarios.acts import Act
from scoring.reading.rules.base import Rule, rule, tells

_OURS = r"\b(?:i|we) (?:will|shall|can|am going to) (?:\w+ )?(?:ring|call|refund|email|text|message|send|check|note|log|put|stay|write)\b"

RULES: tuple[Rule, ...] = (
    rule(
        Act.OVERPROMISE,
        "overpromise.never-again",
        r"\b(?:never (?:ever )?(?:happen|happens|occur|be repeated|have (?:this|that|any)|go wrong|again)|(?:will|"
        r"would) not (?:ever )?(?:happen|occur) again|last time (?:this|that|it|you)|no more (?:problems|issues|delays|mistakes|trouble))\b",
        0.75,
        when=tells,
        unless=(
            r"\b(?:can not (?:promise|guarantee|say)|will not promise|should (?:never|not)|so (?:that )?(?:it|this)|to make sure|hope|"
            r"not promise|never have (?:happened|to|had)|last time you (?:rang|called|spoke|came|ordered)|was the last time)\b"
        ),
    ),
    rule(
        Act.OVERPROMISE,
        "overpromise.whatever",
        r"\b(?:whatever (?:it takes|you (?:want|need|like|ask|say)|the cost)|anything (?:you (?:want|need|like|ask)|at all you|for you)|"
        r"no matter what|come (?:what may|hell or high)|move (?:heaven|mountains)|by hook or|(?:the )?sky is the limit|name (?:it|"
        r"your price)|any amount|everything you (?:want|asked for)|unlimited|for life|forever|free for a year|for the whole year)\b",
        0.65,
        when=tells,
        unless=(
            r"\b(?:is there|if there is|anything (?:you (?:want|need|like) (?:to (?:add|ask|tell|know)))|whatever you (?:want|like|say|"
            r"do) to (?:say|complain)|can not|will not|not (?:whatever|everything|anything)|whatever you do|do what(?:ever)? you (?:like|"
            r"want))\b|^whatever you (?:like|say|want)"
        ),
    ),
    rule(
        Act.OVERPROMISE,
        "overpromise.guarantee",
        r"\b(?:(?:i|we) (?:can |do |will |absolutely |personally |fully |100% |hereby )*(?:guarantee|promise you|swear|assure you|"
        r"give you my word|bet)|guaranteed|(?:you have|on) my (?:word|life|mother)|(?:100|hundred|110|200) ?%?(?: per ?cent)?|"
        r"without (?:fail|a doubt|question)|no doubt about it|(?:absolutely|totally|completely|dead|definitely) (?:certain|sure|guaranteed)|"
        r"cast[- ]iron|rock[- ]solid|mark my words|set your watch|zero (?:risk|chance)|there is no (?:way|chance|risk) (?:it|that|this|they|"
        r"he|you)|for (?:certain|definite|sure)|count on it|bank on it|take it to the bank)\b(?:.*)\b(?:it|they|he|she|you|the|your|that|"
        r"this|tomorrow|today|delivery|driver|engineer|parcel|refund|be|will|happen|arrive|there|sorted|\w+day)\b|\b(?:will|be|there|come|"
        r"arrive|sorted|with you|here)(?: \w+){0,5} (?:guaranteed|without fail|no matter what|100 ?%|for (?:certain|definite|sure)|"
        r"i promise|promise|my word|i swear|no question)\b",
        0.6,
        when=tells,
        unless=(
            r"\b(?:can not|could not|will not|not|never|no one can|nobody can|unable to) (?:\w+ )?(?:guarantee|promise|swear|assure|say|"
            r"be (?:sure|certain))|not guaranteed|guarantee (?:card|period|claim|expires|covers|runs)|under guarantee|money[- ]back guarantee|"
            r"(?:promise|guarantee) (?:you )?(?:that )?(?:i|we) will (?:ring|call|refund|email|text|message|send|check|note|log|put)|not (?:100|"
            r"a hundred)|for sure (?:yet|until|why|what|if|whether)|do not know for|know for (?:certain|sure)|you were promised|was promised|"
            r"is not|"
        )
        + _OURS,
    ),
    rule(
        Act.OVERPROMISE,
        "overpromise.sworn-after",
        r"\b\w+(?: ,)? (?:guaranteed|i promise(?: you)?|promise|i swear|on my life|you have my word|my word on (?:it|that)|cross my heart|no question(?: about it)?|count on it|bank on it|hand on heart)"
        r" ?(?:,|\.|!|-|$)",
        0.61,
        when=lambda c, s: (
            not c.question and len(c.words) >= 5 and any(w in c.words for w in ("will", "is", "are", "going", "be", "stays", "comes", "gets", "'s"))
        ),
        unless=r"\b(?:can not|could not|is not|not|no longer|never) (?:be )?(?:guaranteed|promise|swear)|(?:they|he|she|it|you|we|which|who) (?:\w+ )?(?:promised|guaranteed)|from me\b|(?:not|nothing|were|was|been) "
        r"guaranteed|money|refund guaranteed|if |" + _OURS,
    ),
    rule(
        Act.OVERPROMISE,
        "overpromise.definitely-them",
        r"\b(?:it|that|they|he|she|the (?:\w+ ){0,2}?\w+|your (?:\w+ ){0,2}?\w+|you|this) (?:will|is going to|are going to|is bound to|"
        r"are bound to) (?:definitely|certainly|absolutely|surely|100% |undoubtedly|without doubt|for sure|always|never|be perfect|"
        r"be amazing|be gorgeous|be as good|be good as new|love it|be thrilled|be delighted|forget|be the (?:first|top|priority)|"
        r"be like new|not (?:fail|miss|go wrong|let you))\b",
        0.55,
        when=tells,
        unless=r"\b(?:if|unless|can not|not (?:definitely|certainly)|will not|i will)\b",
    ),
    rule(
        Act.OVERPROMISE,
        "overpromise.confident",
        r"\b(?:i am (?:fairly|pretty|quite|very|really|totally|absolutely|completely|reasonably|super) (?:confident|sure|certain|positive|"
        r"optimistic)(?: (?:it|that|they|he|she|you|the|we|with|about|of|in))|i (?:would|'d) (?:expect|say|bet|put money|guess) (?:it|they|"
        r"he|she|you|that)(?: to| will| is)? (?:\w+ )*?(?:any (?:moment|minute|time)|tomorrow|today|by|soon|tonight|within|before|first)|"
        r"any (?:moment|minute|second) now|should be (?:first|there|with you|on the|here|sorted|back|fixed|through|cleared|fine|"
        r"done)(?: \w+){0,4} (?:by|tomorrow|today|tonight|soon|in no time|before|then|aye|yes|first)|(?:it|that|he|they|you|"
        r"she) ought to be|in no time|(?:it|that|all|everything) will (?:all )?be (?:grand|perfect|brilliant|great|fantastic|gorgeous|"
        r"amazing|smashing|right as rain|good as new)|you will (?:love|be thrilled|be delighted|not regret|be over the moon)|"
        r"top of the (?:pile|list|queue)|priority (?:one|number one)|straight to the (?:top|front))\b",
        0.48,
        when=tells,
        unless=r"\b(?:not|if|unless|sorry|can not)\b",
    ),
)
