"""The tables by which a letter's sentences are sorted: what hurts, what is wanted, what is threatened, which trade, whose voice."""

from __future__ import annotations

import re
from dataclasses import dataclass

FLAGS = re.IGNORECASE


@dataclass(frozen=True)
class Hurt:
    """One kind of thing that hurts. ``weight`` lets the graver word win where a sentence holds several."""

    id: str
    weight: float
    cue: re.Pattern[str]


def _hurt(id_: str, weight: float, cue: str, signs: str = "(?!)") -> Hurt:
    return Hurt(id_, weight, re.compile(rf"\b(?:{cue})|{signs}", FLAGS))


HURTS = (
    _hurt("not-safe", 1.8, r"danger|unsafe|not safe|safety|fire\b|smoke|smell of gas|gas leak|brakes?\b|electric shock|sparks?\b|burning|could have (?:been )?(?:killed|died|hurt|in hospital)|carbon monoxide|allerg|choke"),
    _hurt("harm-done", 1.6, r"injur|limp|wound|bleed|blood|bruis|stitch|swollen|infect|vomit|a cut on|scald|hurt (?:my|his|her|our)"),
    _hurt("how-spoken-to", 1.5, r"rude|attitude|laugh(?:ed|ing)|sneer|shrugg|patroni[sz]|shout|hung up|tone\b|disrespect|dismissive|liar|lied|lying|let down|treated like|made me feel|made to feel|treated (?:me|us|like)|rolled (?:her|his|their) eyes|sarcas|insult"),
    _hurt(
        "nobody-answers", 1.4,
        r"(?:nobody|no one|no-one|never|not|\w+n['’]?t|none of you) (?:\w+ ){0,4}?(?:call|rang|ring|repl|tell|told|inform|explain|answer|respon|phone|e-?mail|telephone|get back|got back|heard|hear|contact|pick|warn)|on hold\b|no (?:reply|answer|response|call)|"
        r"ignor|passed (?:from|around|on)|transferred|voicemail|call(?:ed)? (?:me |us )?back|rung back|ring (?:me |us )?back|queue|recorded (?:voice|message)|automat|robot|heard nothing|silence|cut off|matter was closed",
    ),
    _hurt("a-promise", 1.2, r"promis|assur|guarantee|you said|(?:(?:was|were|been|am) told|told (?:me|us))(?=[^.!?]{0,80}\b(?:would|will|going to|be (?:back|there|here|with)|by|within|tomorrow)\b|[^.!?]{0,80}['’](?:ll|d)\b)|agreed|confirm|supposed to|your word|should have been|swore|insisted"),
    _hurt(
        "who-it-hit", 1.15,
        r"mother|father|mum\b|dad\b|son\b|daughter|wife|husband|sister|brother|child|children|baby|bab(?:y|ies)|toddler|gran|wedding|birthday|funeral|holiday|anniversary|christmas|cried|crying|tears|(?<!be )ashamed|embarrass|humiliat|"
        r"upset|frighten|scared|afraid|worr(?:y|ied)|ill\b|hospital|in pain|asthma|sleep|slept|guests?\b|boss\b|overdrawn|lost (?:my|a|the) (?:job|day|shift|customer)",
    ),
    _hurt(
        "not-as-it-should", 1.0,
        r"broken|broke|damag|crack|leak|wrong|different (?:shade|colou?r|size|from)|in the rain|not what (?:I|we)|(?:does|did|do)(?:n['’]t| not) fit|fault|defect|missing|torn|tore|stain|scratch|dirty|filthy|stop(?:ped|s)? working|(?:does|did|do|is|was|were)(?:n['’]t| not) work|fell (?:apart|off|out)|spoil|ruin|cold\b|burnt|"
        r"mould|storm\b|flood|water\b|wet\b|soak|bent|uneven|loose|shrunk|shrank|collaps|useless|poor (?:quality|work)|dead\b|died|lost\b|mistake|error|threw (?:it|them) away",
    ),
    _hurt("the-money", 1.0, r"charg|paid|payed|pay(?:ing|ment|ments)?\b|cost|refund|bill\b|bills\b|invoice|fees?\b|deposit|price|overcharg|money|bank\b|card\b|debit|owe|debt|overdraft", "[£€$]"),
    _hurt(
        "the-wait", 0.9,
        r"late\b|delay|wait|day off|no-?show|(?:did|does|has|had)(?:n['’]t| not) (?:turn|come|arrive|show|appear|deliver)|never (?:came|arrived|turned|showed)|still (?:not|no|has|have|had|waiting|sit|in)|cancell?ed|"
        r"postponed|rescheduled|sat (?:in|there|outside)|overdue|(?:over|more than|nearly|almost|another|whole) (?:\w+ )?(?:hours?|days?|weeks?|months?)\b",
    ),
)  # fmt: skip

_STRONG = re.compile(
    r"\b(?:disgrac|outrag|appall|furious|never again|worst|unbeliev|shame|ruined|disgust|livid|scandal|joke|insult|unacceptable|fed up|sick of|how dare|cried|hell|damn|bloody|absolutely)",
    FLAGS,
)

_OUTSIDE = (
    (
        "hospital clinic doctor surgery dentist health medical",
        r"hospitals?|clinics?|doctors?|surgery|G\.?P\.?|consultant|dentist|nurses?|midwife|specialist|ambulance",
    ),
    ("school nursery college university education", r"schools?|nursery|teachers?|headteacher|college|university|childminder"),
    ("bank insurance mortgage", r"bank|insurers?|insurance company|building society"),
    ("council housing letting property estate landlord", r"council|landlord|landlady|letting agents?"),
    ("office work", r"employer|boss|manager at work|work|police|court|church|registrar|neighbours?"),
)
"""Who a trouble reaches beside the customer and the firm, by family; each with the trades to whom that family is the firm itself."""


@dataclass(frozen=True)
class Outside:
    """Everybody who is neither the customer's nor the firm's, as the firm of a letter goes."""

    named: re.Pattern[str]
    does: re.Pattern[str]
    """what a sentence begins with in which they are the ones who do something"""
    waited_for: re.Pattern[str]
    """a wait for something of theirs"""


def outside(firm: str) -> Outside:
    """Whoever is not the ``firm``: its name and trade, in any words."""
    own = {word[:4] for word in re.findall(r"\w{4,}", firm.lower())}
    nouns = "|".join(cue for trades, cue in _OUTSIDE if not own & {word[:4] for word in trades.split()})
    whose = rf"(?:the|a|an|my|our|his|her|their) (?:\w+ )?(?:{nouns})\b"
    return Outside(
        named=re.compile(rf"\b{whose}", FLAGS),
        does=re.compile(
            rf"^(?:(?:and|but|so|then|later|finally|meanwhile|eventually|afterwards|in the end|at \w+|on \w+),? )*{whose}(?! (?:appointment|visit|run))", FLAGS
        ),
        waited_for=re.compile(rf"\bwait\w*\b[^.!?]*?\bfor (?:(?:that|this) )?(?:{whose}|(?:{nouns})\b)", FLAGS),
    )


WAITED_FOR_IT = re.compile(r"\bwait\w*\b[^.!?]*\bfor (?:it|that|this|them)\b", FLAGS)
THE_FIRM = re.compile(r"\byou(?:r|rs)?\b|\b(?:nobody|no one|no-one)\b", FLAGS)
"""Speaks of the firm, or of what nobody there did."""

WANTS = re.compile(
    r"\b(?:I|we)(?:['’]d| would| should| do| now| also| simply| just| only| therefore| still| kindly)* (?:like|want|expect|need|demand|require|request|insist|ask(?:ing)?)\b(?! (?:to (?:say|tell|let|make|point|express|stress)|and|but|or)\b|[,.!])|\b(?:I am|I'm|we are) (?:asking|requesting)\b|"
    r"\bplease (?!find\b|see\b|note\b|be\b|bear\b|accept\b|forgive\b|excuse\b|understand\b|do not\b|don['’]t\b)[a-z]+|\ball (?:I|we) want\b|\bwhat (?:I|we) want\b|"
    r"\b(?:I|we) (?:should|would) be (?:most |very |so |really )?(?:obliged|grateful|glad|pleased) if you (?:would|could)\b",
    FLAGS,
)
PLAIN_WANT = re.compile(rf"^.*?(?:{WANTS.pattern})(?: from you| you| is| for| that| on)*\s+", FLAGS)
THREATENS = re.compile(
    r"\b(?:otherwise|ombudsman|trading standards|solicitor|lawyer|attorney|(?:small claims|county) court|chargeback|to court|newspaper|the press|social media|reviews? (?:site|page)|leave (?:a|the) review|(?:one|bad|honest)[- ](?:star )?review|"
    r"take (?:my|our) (?:business|custom|money) elsewhere|report you|tell (?:everyone|everybody)|put (?:it|this)(?: all)? (?:on|in) (?:the|my|your|every|face)|regulator|cancel (?:my|our|the) (?:account|contract|direct debit|membership|subscription)|"
    r"(?:will|shall|['’]ll) (?:never|not) (?:use|buy|book|order|come|set foot)|never (?:using|buying|booking|ordering|coming) (?:from|with|to)?|(?:will|shall|['’]ll) (?:be )?(?:leav|mov|switch|go)(?:e|ing)? (?:to|elsewhere))",
    FLAGS,
)
FRAME = re.compile(
    r"^(?:(?:with (?:all |the )?(?:due |greatest |utmost )?respects?,? )?(?:I|we) (?:beg|wish|would like|want|have|am sorry|regret) (?:to )(?:state|inform|submit|say|tell|bring to your (?:kind )?(?:notice|attention|knowledge))(?: you)?(?: that)?|(?:I am|I'm|I’m|we are|we're|this is)? ?(?:writing|contacting|getting in touch|emailing|e-mailing)(?: with| to you| to| you)* ?(?:in order to |to )?(?:formally |strongly )?(?:complain|express [\w ,]{3,50}?|make a (?:formal )?complaint|inform you|let you know|raise a complaint|a complaint)?"
    r"(?: with| at| regarding| about| concerning| over| of| that)*)\s+",
    FLAGS,
)
IDLE = re.compile(
    r"^(?:I|we) (?:look forward|trust that|trust this|(?:do |very much )?hope (?:this|that|you|to)|(?:do |quite |fully |of course )*(?:understand|appreciate|realise) that you|await|have been (?:a )?(?:loyal |customer|with you))|^(?:thank you|thanks|please (?:find|see) (?:attached|enclosed)|enclosed|attached|hope you are|hope you're|sorry to|p\.?s\.?$)|"
    r"\b(?:copies|photos?|photographs?|receipts?) (?:are|is) (?:attached|enclosed)|sent from my|^(?:two|three|four|several) (?:\w+ ){0,2}(?:complaints|things|issues|problems)\b|^(?:first|second|third|last)(?:ly)?\b[^.!?]{0,50}[, ](?:the|your) \w+[.!]?$",
    FLAGS,
)
LOYAL = re.compile(
    r"^(?:and |but )?(?:I|we)(?:['’]ve| have)? (?:always |also |now )?(?:(?:am|are) (?:a |an |your )?(?:\w+ )?(?:customers?|clients?|guests?|members?|patients?)|paid|been|used|banked|shopped|come|bought|stayed|travelled|insured|trusted|dealt)\b.*"
    r"\b(?:years|decades|a decade|loyal|all my life|never (?:once )?(?:claimed|complained|missed)|premiums)\b",
    FLAGS,
)
"""Says what a good customer they are: no trouble of its own, and nothing a rep could hear in place of one."""
BY_FIRM = re.compile(
    r"(?:^|[,;] (?:and |but )?|\b(?:and|but|because|that) )(?:you|your \w+(?: \w+)?) (?:have |had |has |never |then |just |only |simply |still |also )*"
    r"(?:did(?:n['’]t| not)|was|were|sent|took|taken|given|broken|made|gave|told|left|lost|came|kept|put|broke|wrote|rang|sold|forgot|said|promised|\w+ed)\b",
    FLAGS,
)
GOES_ON = re.compile(r"(?:he|she|it|they|that|this|there|and|but|so|then)\b", FLAGS)
"""How a sentence begins that goes on about what the one before it told."""
WHY = re.compile(r"(?:so |and |but )?(?:why|how (?:come|could|can|did|is it)|what (?:happened|went wrong))\b", FLAGS)
"""How a question begins that the reason behind it all would answer."""
GETTING_THROUGH = re.compile(
    r"\b(?:ring|rang|rung|ringing|call(?:ed|ing)?|phon(?:e|ed|ing)|telephon(?:e|ed|ing)|e-?mail(?:ed|ing)?|messaged|on hold|in a queue|recorded (?:voice|message)|voicemail|switchboard|chat ?bot)\b",
    FLAGS,
)
"""Tells of reaching the firm, or trying to."""
MATTER = re.compile(
    r"\b(?:order(?:ed)?|bought|purchased|paid|book(?:ed|ing)|deliver(?:ed|y)|arrived|hired|rented|collected|fitted|installed|repaired|charged|bill(?:ed)?|invoice|appointment|broke|broken|damaged|"
    r"what (?:came|I got|we got))\b",
    FLAGS,
)
"""Names what was bought, brought or done: what a complaint is about."""
GREETING = re.compile(r"^(?:hi|hello|hey|good (?:morning|afternoon|evening))(?: there| all)?[,!. ]+", FLAGS)


MONEY_BACK, COSTS = "money-back", "costs"


@dataclass(frozen=True)
class Wish:
    """Something customers ask for, as an action of the desk."""

    id: str
    cue: re.Pattern[str]
    what: str
    offer_if: tuple[str, ...]


def _wish(id_: str, cue: str, what: str, *offers: str) -> Wish:
    return Wish(
        id_, re.compile(rf"\b(?:{cue})|[£€$]\s?\d[\d.,]* (?:back|(?:be )?return|refund)" if id_ == MONEY_BACK else rf"\b(?:{cue})", FLAGS), what, offers
    )


WISHES = (
    _wish(MONEY_BACK, r"refund|money back|every penny|reimburs|return (?:my|our|the) (?:money|deposit)|pay (?:me |us )?back|(?:give|send|hand) (?:me |us )?back (?:the|my|our) (?:full |whole |entire )?(?:amount|sum|price|fee)|(?:difference|amount|price|fee|cost|fare|rest)(?: in (?:the )?price)? (?:back|returned|repaid)|back (?:in|on|to) (?:my|our) (?:account|card)", "pay the money back", "I can refund you the full amount", "I'd like to pay your money back"),
    _wish(COSTS, r"pay (?:for )?(?:the|my|our) (?!money|deposit)\w+|(?:fee|bill|cost|charge)s? (?:to be )?paid|cover (?:the|my|our) \w+|compensat|at your (?:own )?(?:expense|cost)|(?:lost|loss of|day['’]s) (?:pay|earnings|wages)|(?:and|plus) (?:for )?(?:the|my|our) [£€$]\s?\d[\d.,]*(?! ?(?:back|be|return|refund))", "pay what it cost them", "I can pay what it cost you", "we will cover what you had to pay"),
    _wish("replacement", r"replac|exchang|a new (?:one|set|pair)|send (?:me |us )?(?:the right|another|a new)|the right (?:one|ones|(?!to\b|thing|person|people|time|way|answer|amount)\w+)\b", "send the right one in its place", "I can send you a replacement", "shall I have a new one sent to you?"),
    _wish("repair", r"repair|fix(?:ed)?\b|mend|put (?:it |this |things )?right|made good|redo|re-?do|engineer|technician|plumber|fitter|inspects?|fitted|refit|re-?made|(?:made|done|measured|cut|set) (?:properly|again|right)|work(?:ing)? again|heating (?:on|back)", "have it put right, at a fixed time", "I can have someone put it right", "shall I book someone to come and mend it?"),
    _wish("recovery", r"recover(?:y|ed|ing)?\b|restor", "have what was lost recovered, by specialists", "I can have it recovered by a specialist firm", "shall we pay for specialists to get it back?"),
    _wish("sooner", r"(?:earlier|sooner|another|new) (?:engineer(?:['’]s)? )?(?:appointment|visit|date|time|slot)", "find them an earlier time", "I can find you an earlier time", "shall I book you in sooner?", "I have an earlier appointment for you"),
    _wish("less-to-pay", r"reduc|discount|(?:lower|less) (?:\w+ )?(?:rent|price|bill|fee|rate|charge)|(?:something|money) off", "take part of the price off", "I can take part of the price off", "shall I take something off what you pay?", "I will lower the price for you"),
    _wish("settle-claim", r"settle|quotations?\b|(?:full|whole) amount", "settle it at the amount they showed", "I can settle it at the amount you showed us", "shall we settle your claim in full?", "we will pay the amount of your quotation"),
    _wish("delivery", r"deliver|collect(?:ed|ion)?\b|pick(?:ed)? (?:it )?up\b|bring|brought|take (?:it|this|them|the \w+(?: \w+)?) away", "arrange the delivery or collection for a fixed time", "I can arrange it for a fixed time", "shall I have it brought to you?"),
    _wish("set-free", r"cancel|end (?:my|our|the|this) (?:contract|membership|subscription)|out of (?:my|this|the) contract|close (?:my|our|the) account", "end the contract without a charge", "I can end your contract today, free of charge", "shall I cancel it for you at no cost?"),
    _wish("correction", r"correct|amend|remove (?:the|this|that|my)|clear (?:my|the)|wip(?:e|ed)|adjust|update (?:my|the|your) (?:record|account|system)", "correct the record or the bill", "I can correct that on your account", "shall I have the bill put right?"),
    _wish("apology", r"apolog|sorry\b", "apologise, by name, to the person it hit", "you will have an apology from me by name", "I can ask our manager to say sorry to them"),
    _wish("in-writing", r"in writing|explanation|written|explain|(?:want|like|and|need) to know who|want to know|like to know|an answer|call (?:me|us)|ring (?:me|us)|someone to (?:call|ring|phone)", "give a straight explanation in writing, with a name under it", "you will have an explanation from me in writing", "I can put down for you what went wrong, with my name under it"),
)  # fmt: skip


def hurt_in(sentence: str) -> tuple[Hurt | None, float]:
    """What hurts most in a sentence, and how much there is of it."""
    scored = [(len(set(hurt.cue.findall(sentence))) * hurt.weight, -n, hurt) for n, hurt in enumerate(HURTS)]
    best = max(scored, key=lambda one: one[:2])
    return (best[2], best[0]) if best[0] else (None, 0.0)


def heat(sentence: str) -> float:
    """How hot a sentence is: strong words, shouting, exclamation marks."""
    shouted = sum(1 for word in re.findall(r"[A-Za-z]{3,}", sentence) if word.isupper())
    return 2 * len(_STRONG.findall(sentence)) + sentence.count("!") + min(shouted, 4) * 0.7


def voice_of(text: str, sentences: tuple[str, ...]) -> str:
    """The ready voice that comes nearest to how the letter is written."""
    small = sum(sentence[:1].islower() for sentence in sentences)
    if sentences and small > len(sentences) * 0.6:
        return "anxious" if re.search(r"\b(?:scared|worried|frightened|panick|anxious)", text, FLAGS) else "rapid-texter"
    if re.search(r"\b(?:I care for|I look after|carer for)\b", text, FLAGS):
        return "weary-carer"
    if re.search(r"\b(?:managing director|on behalf of (?:my|our) (?:company|firm)|chief executive|our legal|procurement|service level)\b", text, FLAGS):
        return "exec"
    if re.search(
        r"(?:^|[.,;] )kindly (?:I|you|send|do|request)\b|\bI request you\b|\bplease to\b|\binformations\b|\bam \w+ing since\b|\bsince \w+ (?:years|months|weeks)\b|\bI have send\b",
        text,
        FLAGS | re.MULTILINE,
    ):
        return "formal-second-language"
    if re.search(r"\b(?:yours faithfully|dear sirs?|I remain|retired|at my age|in all my (?:years|\w+ years))\b", text, FLAGS):
        return "proud-elder"
    return "plain"
