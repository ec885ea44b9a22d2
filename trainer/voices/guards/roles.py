"""Whether the line speaks as the rep, or about its own instructions.

A customer may quote a rep, so what stands in quotation marks or after "you say" is left out of it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from scenarios.moves import Move
from trainer.voices.guards.normal import plain, sentences, words
from trainer.voices.guards.reasons import Reason, RefusedError
from trainer.voices.guards.sense import REP, sense
from trainer.voices.prompts import instructions
from trainer.voices.request import MoveRequest

_AS_REP = re.compile(
    r"\b(?:how (?:may|can) i (?:help|assist)|(?:anything|something) else (?:i|we) can (?:help|do|assist)|happy to (?:help|assist)(?! (?:, )?(?:are|is)\b)|(?:glad|pleased) (?:i|we|to|that i) (?:could|can|was|to|have been)?\b ?(?:help|assist|clear)"
    r"|i (?:completely |fully |totally |truly |can |do )*understand (?:your|how|that you (?:are|feel)) (?:frustrat|upset|angry|concern|disappoint|annoy|feel|this must)?\w*"
    r"|we(?: do| sincerely| really| deeply| truly| would like to| must)* apologise\b|i(?: do| sincerely| deeply| would like to| must)* apologise for (?:the|any|your|this|that|our) (?:inconvenience|delays?|confusion|mix-up|trouble|mistake|experience|errors?|wait|issues?|situation|loss|frustration|problem)|(?:i am|we are) (?:so |very |really |truly |terribly )*sorry (?:(?:for|about) (?:the|any|your|this|that|our) (?:inconvenience|delays?|confusion|mix-up|trouble|mistake|experience|errors?|wait|issues?|situation|loss|frustration|problem)|to hear|that you (?:have|had|feel|are)|about (?:that|this)(?= ?[.!,]|$))"
    r"|thank you for (?:contacting|choosing|reaching|your (?:patience(?! with me)|message|understanding|feedback|call|time and)|bringing|being (?:patient (?:with us|while)|a (?:loyal|valued))|holding|waiting|calling|getting in touch)"
    r"|our (?:[a-z]+ )?(?:team|records?|polic(?:y|ies)|terms|drivers?|mechanics?|engineers?|technicians?|workshop|warehouse|department|courier|colleagues?|support|systems?|website|online form|customers?|staff|products?|services?) (?:can|could|may|must|is|are|show|shows|state|states|will|has|have|can|say|says|does|do|allow|was|were|indicates?)\b"
    r"|(?:our|your) (?:terms|records?|polic(?:y|ies)) (?:show|state|say|indicate)s?\b|using our\b|into our\b|by our\b|(?:with|to|from) our (?:team|records|system|support|warehouse|website|policy)"
    r"|(?:i|we) (?:have|will|am going to|are going to|can|could|would be (?:happy|glad) to|am able to)(?: now| just| gone ahead and| also| immediately| gladly)* (?:offer(?:ed)? you|appl(?:y|ied) |moved? you|releas(?:e|ed) (?:the|your)|unblock(?:ed)?|credit(?:ed)?|refund(?:ed)? (?:you|your|the)|process(?:ed)?|issu(?:e|ed)|dispatch(?:ed)?|assist\b|arrang(?:e|ed)|reach out|look into|escalat(?:e|ed)|sen[dt] you (?:an?|the|your) |get (?:that|this|it) (?:fixed|sorted|resolved) for you|make this right|replac(?:e|ed) (?:it|your|the))"
    r"|we (?:will|can) get (?:that|this|it|your)|let me (?:check|look (?:up|into|at) (?:the|your)|see what (?:i|we) can|transfer|pull up|find out for|help|assist|get that)"
    r"|(?:could|can|may|would) (?:you|i) (?:please )?(?:kindly )?(?:confirm|provide|send us|share|verify|have|take|tell me) (?:me |us |with |for )*(?:your|the) (?:order|booking|account|reference|card|policy|serial|tracking|full|date|postcode|post code|email|phone|address|name|details|photo)"
    r"|send us (?:a|the|your) (?:photo|picture|copy|receipt)|your (?:seats?|tickets?|parcel|package|claim|account|order|card|refund|payment|booking|boiler|request|complaint|case|appointment|delivery) (?:has|have|is|are|was|were) (?:been |now |not |currently |being )?(?!on (?:fire|my)|still\b|late|wrong|in (?:the bin|your)|nowhere|a (?:joke|bin))(?:changed|moved|processed|dispatched|valid|confirmed|approved|delayed|on (?:its|the) way|being|booked|refunded|cancelled|escalated|resolved|shipped|scheduled|received|under)"
    r"|we (?:value|take (?:all|your|this)|look forward to (?:serving|seeing|hearing)|strive|only cover|can only|apologise|appreciate your|regret (?:to|that|any)|are (?:here to help|working on)|do not usually|have (?:applied|refunded|received your))"
    r"|(?:you are (?:very |most )?welcome)|rest assured|(?:please )?(?:do not )?hesitate to|i (?:really |do |very much )?appreciate your (?:patience|understanding|feedback|business|loyalty)|for your (?:safety|security|convenience)|one moment please|bear with (?:me|us) while i"
    r"|verify your identity|protect your account|please (?:bring|make sure (?:that )?(?:your|somebody|someone|you)|step aside|allow (?:up to )?\d|check your (?:email|inbox)|try (?:restarting|again now))|you (?:can|may|will need to) (?:appeal|return (?:it|the)|apply|visit our|contact us|try it again|log in|fill in)"
    r"|we (?:can|could|will|would) (?:have|offer|deliver|arrange|send|give|get|look into|replace|refund|book|be in touch)\b|(?:may|can|will|shall) look into (?:this|it|that)|(?:i have asked|i have let) (?:the|our|a) [a-z]+ (?:to|know)|(?:he|she|they|it|someone|somebody) (?:will|should) (?:be in touch|call you|get back|contact you|be with you)|let me know (?:if|whether) (?:that|this|it|you)|have you tried|i am afraid (?:i|we|that) (?:can|cannot|can not|do)|due to data|our top priority|important to us|great pride|allow me to|please (?:stop|turn (?:it |the [a-z]+ )?o|wait|keep (?:it|the|your)|accept our|note that|be (?:assured|advised))|what is your (?:account|order|booking|policy|full|email)|we hope (?:that )?(?:we|you|this)|subject to availability|would (?:that|this|[a-z]+day(?: morning| afternoon)?) (?:help|work|suit)(?: for)?(?: you)?(?: |$)|high volume|once again|in line with our|as per our|this chat will (?:now )?be|valued customer|customer satisfaction|i am here to help|may i have your|is there anything else|within (?:\d+|two|three|five) (?:hours|business days|working days)(?= [.!]|$))",
)
"""What only somebody at the desk writes, on the plain copy."""

_REPORTS = re.compile(
    r"\b(?:you|they|he|she|everyone|somebody|someone|your [a-z]+|people|(?:wo)?man) (?:all |just |only |keep |kept |always |once )*(?:say|said|says|saying|tell|tells|told|write|wrote|writes|type|typed|promise|promised|mean|call|ask|asked|asks|reply|replied|answer|answered)\b|\b(?:sick|tired) of (?:hearing|being told)|\bif i hear|\banother\b|\bno more\b|\bstop\b|\bnot (?:want|need) (?:an?|your)\b"
)
"""After these words a customer is telling what was said to them."""

_META = re.compile(
    r"\b(?:as an ai|an ai (?:language )?model|(?:a |large )?language model|chat ?gpt|openai|system prompt|my (?:instructions?|prompt|directions?|guidelines|system message|programming|role is)|(?:these|the|your) (?:system )?(?:instructions|guidelines) (?:say|tell|are|forbid|state)|as instructed|(?:i am|i was|i have been) (?:instructed|programmed|prompted|told|asked|supposed|meant|configured|designed) (?:to|not to) (?:act|play|accept|refuse|demand|threaten|vent|provoke|ask|stay|challenge|soften|close|thank|end|write|respond|be (?:angry|the customer)|keep|reveal|give in|say)"
    r"|in character|out of character|role ?play\w*|role-play\w*|persona|the (?:customer|trainee|rep|representative|user|character|player) (?:is|should|would|wants|feels|must|vents?|asks?|demands?|refuses?|threatens?|then|here|has|says|replies|responds|needs)|as the customer|the scripted|written line|meaning (?:kept|to keep)|keep(?:ing)? the meaning"
    r"|(?:here is|here 's|here are) (?:the|a|an|my|one|your|another) (?:line|reply|response|answer|rewrite|rewording|version|message|possible|customer|reworded|rephrased|draft)|in (?:his|her|their|[a-z]+ 's) (?:voice|style|manner)|the move is|this (?:move|turn) (?:is|should)"
    r"|(?:his|her|their) (?:anger|trust|patience|hope) (?:is|level)|(?:trust|anger|mood|patience) (?:level|score|is (?:low|high|at)|=|:)|(?:she|he) (?:comes down|softens|restates|vents|demands|challenges|threatens|refuses)|the (?:engine|scenario|outcome|simulation|script|direction|instruction|prompt|move|rubric) (?:is|has|says|requires?|wants|decided|said|states?|tells?)|as the (?:move|scenario|direction|prompt|script|engine)|according to the (?:scenario|script|card|prompt|direction|move)|(?:as|per) (?:directed|instructed|my prompt|the prompt|my instructions|my role)|as (?:he|she|they|i) (?:was|were) told(?: to)?(?= ?[.,:!]|$)|my (?:role|part|character) (?:here )?is|my role here|i am (?:playing|acting|portraying|venting|role)|(?:in|with) an? (?:calm|tense|angry|furious|cold|firm|polite) (?:tone|voice|manner)|hidden fact|(?:one|my) concern (?:in|is that|here)|stock phrases so|i should let out|what i was hiding|because the (?:outcome|offer) is|offered too early|(?:he|she) (?:ends|closes|leaves) the chat|here you go :|in [a-z]+ 's words|as an? (?:[a-z-]+ )*(?:speaker|customer|persona|character|caller)\b|(?:customer|rep) remains|i would call out|rubric|training (?:simulation|scenario|exercise)|simulat(?:ion|ed|or)|i (?:cannot|can not|am unable to|will not) (?:help with|comply|assist with|fulfil|generate|continue with) (?:that|this)|my next move|hidden (?:state|concern))\b"
)
"""Talk about the exercise, on the plain copy."""

_META_RAW = re.compile(
    r"\[(?:direction|instruction|system|note|meaning|customer|rep)\b|\b(?:direction|instruction|persona|system)\s?:|(?:^|[.\n]\s*)(?:move|mood|rules?|style|line|tone|act|concern|intensity|rubric|band|meaning|reworded|paraphrase|rewritten|possible reply|response|next (?:line|message)|reply)\b[^:\n]{0,30}:|\bquestion to (?:ask|put)\s?:|^mood (?:is )?\w+,|\(as instructed|^(?:sure|certainly|of course|okay|absolutely)[!,.]? (?:here|i (?:can|will|'ll))\b",
    re.IGNORECASE,
)

_LABEL = re.compile(
    rf"^\W*(?:{'|'.join(move.value.replace('_', '[ _]') for move in Move)})\s*[:=\])]|\b(?:{'|'.join(move.value for move in Move if '_' in move.value)})\b",
    re.IGNORECASE,
)
"""The name of a move where no customer writes one."""
_NARRATES = re.compile(
    r"\bthe reps?\b|\b(?:the|this) (?:reply|response|message|line) (?:keeps?|stays?|follows?|remains?|meets|does not|is (?:angry|calm|furious|cold))|\bin this (?:scenario|role|turn|practice|chat i)\b|\bpractice chat|\bthis turn\b|\bmy (?:task|goal) (?:here )?is\b|\bthe direction\b|\bfollowing the rules"
    r"|\bi (?:must|should|am meant to|need to|have to) (?:not )?(?:accept(?! (?:that|it|this))|thank the|stay (?:angry|calm|in)|remain|be difficult|refuse|ask a question|challenge|vent|demand the|threaten)\b|\bi was told to write\b|\bmay not use lists|\bthe rules i was given|\bmeets the requirements|\b(?:make it|like it) (?:shorter|angrier|softer|longer)"
    r"|(?:^|[.(] ?)(?:he|she) (?:is|has|does|stays|remains)(?: (?:still|not|one|just|been|now|step))* (?:angry|calm|calmer|furious|tense|won over|given in|give in|accept(?:s|ed)?|found out|doubts|impatient)"
    r"|(?:^|[.(] ?)i (?:vent|challenge|soften|restate|threaten|disclose)(?: now| back)?(?: but|:| :| the rep|(?= ?[.:!]|$))|\bi (?:now )?(?:end|leave|break off|break) the (?:chat|call)(?: off| here| in| without|(?= ?[.!]|$))|\bas the angry"
    r"|^(?:not |without |to )?(?:demand|threaten|ask|answer|restat|accept|refus|vent|challeng|soften|follow|stay|keep|giv|restate|rephras)(?:ing|e)?\b(?: [a-z'-]+){0,9} :|^(?:since|as) i (?:must|should)\b"
)
"""What a narrator writes and no customer, on the plain copy."""
_DOES = r"(?:vents|restates|asks|challenges|demands|threatens|provokes|answers|discloses|softens|accepts|refuses|presses|thanks|closes|ends|replies|responds|says|writes|types|sighs|doubts|points|calls|remains|feels)"

_RUN = 6
"""Words in a row taken from the instructions that cannot be chance."""


def check_roles(line: str, request: MoveRequest) -> None:
    """Raises RefusedError for a line that reads out its instructions, or speaks from the other side of the desk."""
    text, given = plain(line), plain(request.written)
    talk = " ".join(plain(turn.text) for turn in request.talk[-8:])
    if (
        _META_RAW.search(line)
        or _LABEL.search(line)
        or _NARRATES.search(text)
        or _told_of(request, text)
        or any(found[0] not in given for found in _META.finditer(text))
    ):
        raise RefusedError(Reason.LEAK)
    if _runs(words(line)) & _forbidden_runs() - _runs(words(request.written)) - _runs(words(talk)):
        raise RefusedError(Reason.LEAK)
    for sentence in sentences(text):
        found = _AS_REP.search(sentence)
        if found and found[0] not in given and not _REPORTS.search(sentence[: found.start()]):
            raise RefusedError(Reason.ROLE_FLIP)
    heard, meant = sense(line), sense(request.written)
    if heard and meant and heard.rep >= max(REP, meant.rep) and not _REPORTS.search(text):
        raise RefusedError(Reason.ROLE_FLIP)


def _told_of(request: MoveRequest, text: str) -> bool:
    """Whether the line tells of its own customer, as a narrator would."""
    first = words(request.persona.name)[:1]
    return bool(first and re.search(rf"(?:^|[(.] ?){re.escape(first[0])} {_DOES}\b", text))


def _runs(some: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {some[n : n + _RUN] for n in range(len(some) - _RUN + 1)}


@lru_cache(maxsize=1)
def _forbidden_runs() -> frozenset[tuple[str, ...]]:
    return frozenset(run for text in instructions() for run in _runs(words(text)))
