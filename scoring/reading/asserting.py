"""What parts a sentence from a lie that shares its words: what is only being looked up, and words that say another thing of the same subject.

Likeness of words alone would call "I check which rooms have the sea" a lie about all rooms. Here stands what tells the two apart;
how near they are is ``meaning``'s to say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from scoring.reading.directing import directs
from scoring.reading.meaning import JOINTS, Phrase, asserted, negative, ready
from scoring.reading.stems import content, stem

_APART = 0.5
_WONDER = r"(?:if|whether|which|what|who|whose|when|where|how (?:many|much|long|soon|far))"
_STEP = (
    r"(?: (?:am|are|will|shall|can|could|would|have to|has to|need to|must|want to|going to|gonna|try to|just|now|first|also|quickly|then|here|still|only|do|to|"
    r"please|better|go|and))*"
)
_REST = r"(?:(?! (?:but|because|so|then|while|that|although|and (?!(?:\w+ ){0,2}(?:if|whether|which|what)\b))\b)[^,.;:!?|])*"
_LOOKS_UP = re.compile(
    rf"\b(?:i|we|let me|let us|me){_STEP} (?:check|checking|look|looking|search|searching|ask|asking|ring|ringing|call|calling|see|seeing|find out|finding out|hear|test|testing|confirm|"
    rf"read|open|wait|waiting)\b(?: (?!that\b)[\w'-]+){{0,8}}? {_WONDER}\b{_REST}|"
    rf"\b(?:i|we)(?: \w+)? (?:do not|not|cannot|can not)(?: yet| really| exactly| actually| even)? (?:know|say|tell(?: you)?|see|sure|certain)(?: yet| now)? (?:if|whether|which|what|who|when|where|how)\b{_REST}|"
    rf"\b(?:(?:i|let me|let us){_STEP}|we{_STEP} (?:will|are|can|could|going to){_STEP}) (?:check|checking|look|looking|search|searching|find out|finding out)\b(?! (?:that|it|like|fine|good|right)\b){_REST}|"
    r"\b(?:i|we) (?:(?:have|had|just|now|already) )*(?:looked|checked|read|opened|seen)(?: (?:in|at|into|up|on|through|over))?(?: (?:the|your|our|my))? "
    r"(?:orders?|files?|notes?|records?|account|booking|case|ticket|history|system|data)\b|"
    rf"(?:^|, )(?:just |now |still |only )*(?:checking|looking|searching|finding out|asking)\b(?! (?:that|like|fine|good|right)\b){_REST}"
)
"""What the rep finds out now, has just looked up, or does not know yet."""
_NOT_SO = re.compile(
    r"\b(?:i|we) would (?:much |far |always )*(?:sooner|rather)\b[^,.;:!?|]* than\b[^,.;:!?|]*|"
    r"\b(?:till|until|once|as soon as) (?:(?!(?:and|but|so)\b)[\w'-]+ ){1,4}?(?:is|are|has|have|comes|gets|arrives|ends|closes|opens)\b[^,.;:!?|]*"
)
"""What is only preferred to something else, and what is only waited for: neither is said to be so."""
_SWEEPING = re.compile(
    r"^(?:all|every|each)(?: of)? (?:the |our |your |my |these |those )?(?:[\w'-]+ ){1,5}?(?:is|are|was|were|have|has|had|do|does|did|will|would|can|comes?|looks?|shows?|gets?) (.+)"
)
_TAKEN = re.compile(r"\b(?:full|taken|occupied|fully booked|booked (?:up|out|solid))\b")
_UNTAKEN = re.compile(r"\b(?:full|taken|occupied|booked|ran out|run out|out of|sold|gone|no|nothing|none|not)\b")
_RIGHT = re.compile(
    r"(?<!all )(?<!not )\b(?:right|correct|correctly)\b(?! (?:now|away|here|there|to|side|eye|hand|ear|after|before|front|off|on time)\b)(?! ,)|"
    r"\b(?:is|are|was|were) (?:\w+ )?(?:fine|in order)\b|\bas it should\b"
)
_WRONG = re.compile(r"\b(?:wrong|wrongly|incorrect|mistaken|mistake|faulty|muddled|bad)\b")
_WRONG_STEMS = frozenset(stem(w) for w in ("wrong", "wrongly", "mistake", "faulty", "muddled", "bad", "right", "correct", "correctly", "fine"))
_SAME = re.compile(r"(?<!not )\b(?:the same|identical|same)\b")
_OTHER = re.compile(r"\b(?:other|another|different|differs?|not the same|not identical|new)\b")
_SWORN = re.compile(r"\b(?:certain|certainly|guaranteed?|definitely|bound to|for sure|no question|every (?:single )?time|for good|for life)\b")
_SOLE = re.compile(
    r"\b(?:the only (?:one|person|customer|household|house|shop|caller|\w+ (?:to|who|with))|only (?:one|you)\b|just you|alone|nobody else|no one else|no other|"
    r"everybody else|everyone else|(?:the )?first (?:one |person |customer )?(?:to|who|i))\b"
)
"""Sets one apart from all others."""
_OPEN = re.compile(
    r"\b(?:maybe|perhaps|might|may|not (?:yet )?(?:sure|certain|known)|not (?:for )?(?:every|all)\w*|no guarantee|not guaranteed|not definitely|can ?not (?:promise|guarantee|swear)|"
    r"\w+ (?:times |ears |cases )?(?:in|of|out of|from|on) (?:every )?(?:\d+|ten|nine|eight|five|four|hundred))\b"
)
_TAKES_IT = re.compile(r"(?<!not )\b(?:is|was|are|were) (?:all )?(?:our|ours|us)\b|\bour (?:own )?(?:fault|mistake|error|doing|slip)\b|(?<!not )\bon us\b")
_WE = re.compile(r"\b(?:we|us|our|ours|i|my)\b")
"""Who takes a thing on does not lay it on somebody else."""
_YOU_DID = re.compile(r"^you (?:(?:must|should) have |have |had )?(?!are\b|were\b|been\b|be\b)(?P<verb>\w+)")
_WE_DID = re.compile(
    r"^(?:(?:and|but|so|no|,) )*(?:we|they|our \w+|the \w+) (?:(?:already|just|then|have|has|had|did) )*(?!(?:is|was|were|are|been|already|just|then|have|has|had|did)\b)[a-z]{3,}"
)
"""Says what somebody of ours did, where an example of a lie says that the customer did it."""
_CLAUSES = re.compile(r" (?:and|but|because|so|which|who|then|while) | , ")
_PERIOD = re.compile(r"\b(?:(?:this|next|all|the whole) (?:week|month|year)|whole stay|before|until|till|anywhere|ever)\b")

_YOUR_DEED = re.compile(
    r"^(?:(?:on|in|at) [^,]{2,30} (?:, )?)?(?:and |then |so |, )*you (?:have |had |first |already |then |also |both |even |rightly |twice )*(?:told|sent|rang|gave|wrote|called|rung|written|"
    r"phoned|emailed|posted|handed|brought|uploaded|showed|shown|signed|paid|came|asked|answered|returned|reported|filed|filled)\b"
)
_MY_WORD = re.compile(
    r"^(?:(?:and|so|but|well|yes|also|then|,) )*i (?:have )?(?:(?:just|now|already|also) )*(?:rang|rung|called|phoned|told|asked|messaged|texted|emailed|spoke|spoken)\b"
)
_SPEAKS = re.compile(r"\b(?:i|we)\b")
_DENIED_VERB = re.compile(r"\b(?:nobody|no one|none of us|never|not)(?: (?:is|has|have|had|was|were|did|does|ever|been|here|at our end|yet))* (\w{4,})")
_DATE = re.compile(r"\b\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)\b")
_ORDINAL = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b")
_SHOWS = re.compile(r"^(?:(?:and|but|so|now|well) )*(?:,? ?)?(?:the|your|our|this|that) (\w+) (?:says|reads|shows)\b")
_LAST = re.compile(r"\blast\b")
_LAST_WHEN = re.compile(r"\blast (?:night|week|month|year|autumn|winter|spring|summer|time|\w+day)\b")
_OURS_TOO = re.compile(r"\b(?:i|we|they|he|she|it|must|should|need|have to)\b")
_OF_YOU = re.compile(r"\byou\b")
_YOUR_WORD = re.compile(
    r"\byou (?:(?:have|had|did|clearly|also|already|rightly|first|even|both|specifically|actually) )*"
    r"(?:wrote|written|writes?|ask(?:ed)? for|named?|typed?|told us|tell us|gave us|give us|wanted|requested|noted|chose|choose|"
    r"put(?! (?:it|them|this|that|these|those|him|her|me|us|the|an?|your|my|our|up|in|on|into|out|off|through|back|away)\b))\b"
    r"(?:(?! (?:and|but|while|so|because|then)\b| , (?:he|she|they|it|we|i|our|the \w+ (?:has|have|had|did|was|were|is|are|left|put|took|\w+ed))\b)[^.;:!?])*"
)
"""What the customer wrote or asked for: no word of it says what was done."""
_YOUR_PAPER = re.compile(
    r"\byour (?:\w+ )?(?:note|order|message|form|instructions?|request|letter) (?:says?|said|asks?|asked|names?|named|had|has|was|is)\b(?:(?! (?:and|but|while|so|because|then)\b)[^.;:!?,])*"
)
_MEANS = re.compile(
    r"(?:^| |, )(?:and|but|while|though|although|,) (?:(?:by that|by it|there|really|actually|in fact) )*(?:we|it|they|that|this|i)(?: \w+)? (?:mean|means|meant)\b[^.;:!?]*"
)
"""What somebody means by it, which is not what it says."""
_TREATED = re.compile(
    r"\b(?:bounced|refused|rejected|declined|turned (?:away|down|back)|sent back|thrown out|kicked out|shut|closed|marked|classed|logged|filed|flagged|treated|counted|labelled|put down|written off|"
    r"called|read)(?: (?:it|you|her|him|them|that|this|back|out|up))? as (?:(?:too|being|a|an) )?\w+"
)
"""What something was only treated as: "it got bounced as late" does not call it late."""
_NOW_SO = re.compile(r"\b(?:is|are|am|will|be) (?:\w+ )?$")
_SAYS_SO = re.compile(r"\b(?:says?|reads?|shows?|tells?)\b")
_ON_PAPER = re.compile(r"\b(?:orders?|notes?|forms?|says?|said|written|typed|asked|named|instructions?)\b")
_COMES = re.compile(r"\b(?:comes?|arrives?|goes|brings?|rings?|calls?|delivers?|leaves?|starts?|reads?|collects?|gets?)\b")
_EVERYWHERE = re.compile(r"\b(?:anywhere|nowhere|everywhere|(?:in|at|from) (?:any|no|all) \w+)\b")
_OF_ONE = re.compile(
    r"^(?:(?:and|but|so|well|sorry|no|,) )*(?!(?:we|they|it|there|i|you|he|she|that|this|those|these|nobody|no|none|nothing|all|every|any|our|your|neither|both)\b)(?:the )?(?P<who>(?:[\w'-]+ ){1,2}?)(?:has|have|had|is|was)\b"
)
"""Speaks of one place or one person by name: "York has none left"."""
_TO_COME = re.compile(r"\b(?:next (?:time|week|month|year|\w+day)|the next|tomorrow|tonight|from now|in future|in the future|later today)\b")
_CAME = re.compile(r"\b(?:came|arrived|went|brought|rang|called|delivered|left|started|collected|got|was|were|did|had|has been|have been)\b")
"""What comes next time, said in the present as many languages do, is not what came."""


_SET_ASIDE = re.compile(r"^(?:[\w':£$€-]+ ){1,4}, no ,(?= )|(?<=\w) , not (?:(?!that\b)[\w':£$€-]+ ?){1,3}(?=[.!]?$)")
"""What is named only to be turned down: "times ten, no, it's what you paid", "forty for Friday, not sixty-four"."""
_AND_PLEASE = re.compile(r" (?:and|,) please (?!note\b|be\b)\w+")


@lru_cache(maxsize=4096)
def stated(said: Phrase) -> Phrase:
    """A sentence without what it only looks up, prefers or waits for: "I check which rooms have the sea" states nothing of any room."""
    if not any(way.search(said.text) for way in (_LOOKS_UP, _NOT_SO, _SET_ASIDE)):
        return said
    return ready(without_what_is_waited_for(_LOOKS_UP.sub(" ", _SET_ASIDE.sub("", said.text))).strip(" ,"))


def without_what_is_waited_for(words: str) -> str:
    """Mended words without what they only prefer or wait for: "free till the ticket is closed" tells of nothing closed."""
    return " ".join(_NOT_SO.sub(" ", words).split())


def in_question(said: Phrase, core: str, examples: Sequence[Phrase], true: Phrase) -> tuple[Phrase, Sequence[Phrase]]:
    """The sentence, and those examples of a lie about ``true`` it could be: by its form, its doer, its dates and its figures.

    ``core`` is the sentence without what leads into it.
    """
    if _LAST_WHEN.search(said.text) and len(_LAST.findall(said.text)) == 1:  # "left last night" is not "the last one"
        said = replace(said, stems=said.stems - {"last"})
    if directs(core) or _AND_PLEASE.search(said.text):
        examples = [p for p in examples if directs(p.text)]
    if _YOUR_DEED.match(core) and not _OURS_TOO.search(core):  # "you sent the certificate" neither asks for it nor says what we did
        examples = [p for p in examples if _OF_YOU.search(p.text) and not directs(p.text)]
    if _MY_WORD.match(core):  # "I rang the engineer" says nothing of who was to ring whom before
        examples = [p for p in examples if _SPEAKS.search(p.text)]
    if frozenset(_DATE.findall(said.text)) & frozenset(_DATE.findall(true.text)):  # the very date on the record: what names none is no lie about it
        examples = [p for p in examples if _DATE.search(p.text)]
    if frozenset(_ORDINAL.findall(said.text)) & true.numbers or (said.days & true.days and said.numbers & true.numbers):  # nor is the day with its hour
        examples = [p for p in examples if p.numbers]
    if (one := _OF_ONE.match(said.text)) and not content(one["who"]) & true.stems:  # what one place has says nothing of all of them
        examples = [p for p in examples if not _EVERYWHERE.search(p.text) or _EVERYWHERE.search(said.text)]
    if shown := _SHOWS.match(said.text):  # that the cake says so does not make it what the order says
        examples = [p for p in examples if (other := _SHOWS.match(p.text)) is None or other[1] == shown[1]]
    if len(true.numbers) > 1 and true.numbers <= said.numbers:  # "you ordered 40 and the cake says 30" has what "you ordered 30" lacks
        examples = [p for p in examples if true.numbers <= p.numbers]
    return said, examples


def lies(said: Phrase, lie: Phrase) -> float:
    """0-1: how far ``said`` asserts this example of a lie, with the words heard that part the two."""
    if (own := _YOUR_WORD.search(said.text)) and not _OF_YOU.search(lie.text) and not negative(own[0]):
        said = replace(said, stems=content(said.text.replace(own[0], " ")))
    elif (paper := _YOUR_PAPER.search(said.text)) and not _ON_PAPER.search(lie.text) and not negative(paper[0]):
        said = replace(said, stems=content(said.text.replace(paper[0], " ")))
    if (means := _MEANS.search(said.text)) and _SAYS_SO.search(said.text[: means.start()]) and _SAYS_SO.search(lie.text):
        said = ready(said.text.replace(means[0], " ").strip())
    if (treated := _TREATED.search(said.text)) and not _NOW_SO.search(said.text[: treated.start()]) and not _TREATED.search(lie.text):
        said = replace(said, stems=content(said.text.replace(treated[0], " ")))
    score = max(asserted(said, lie), _first_told(said, lie))
    return score * _APART if score >= _APART and _apart(said, lie) else score


_THERE = re.compile(r"^(?:(?:and|but|so|well|no|sorry|very|,) )*(?P<what>there (?:is|are|was|were|has been|had been) .+)$")
_AND_MORE = re.compile(r" (?:and|so|which|that is why) | , ")


def _first_told(said: Phrase, lie: Phrase) -> float:
    """How far the first of several clauses asserts it, where both say that there is or was such a thing: what follows takes nothing back."""
    there = _THERE.match(said.text)
    if there is None or not _THERE.match(lie.text) or _TURNS_ROUND.search(said.text):
        return 0.0
    first = _AND_MORE.split(there["what"])[0]
    return asserted(ready(first), lie) if first != there["what"] else 0.0


_TURNS_ROUND = re.compile(r"\b(?:but|not|only|elsewhere|other|said|told|if|although|though)\b")


def _apart(said: Phrase, lie: Phrase) -> bool:
    return (
        _other_predicate(said, lie)
        or _other_wrong(said, lie)
        or bool(_TO_COME.search(said.text) and _COMES.search(said.text) and not _CAME.search(said.text) and _CAME.search(lie.text))
        or _opposite(said, lie)
        or bool(_SWORN.search(lie.text) and _OPEN.search(said.text))
        or bool(_TAKEN.search(said.text) and not _UNTAKEN.search(lie.text))
        or bool(_SOLE.search(lie.text) and not said.negative and not _SOLE.search(said.text))
        or bool(said.days and not lie.days and said.negative and lie.negative and _PERIOD.search(lie.text))
        or _part_denied(said, lie)
        or _verb_affirmed(said, lie)
        or bool(_TAKES_IT.search(said.text) and not _WE.search(lie.text))
        or bool(_YOU_DID.match(lie.text) and _WE_DID.match(said.text) and not _OF_YOU.search(said.text))
    )


def _other_predicate(said: Phrase, lie: Phrase) -> bool:
    """The lie says something of all of a kind, and this says nothing of it: "all sea rooms are full" is not "all sea rooms have the same view"."""
    found = _SWEEPING.match(lie.text)
    what = content(found[1]) if found else frozenset()
    return bool(what) and not what & said.stems and not (lie.figures & said.figures)


_BROUGHT_WRONG = re.compile(
    r"^(?:the|your|our|my|that|this|a|an|some) (?P<who>(?:[\w'-]+ ){1,4}?)(?:has |have |had )?(?:got|gets|made|makes|did|wrote|typed|read|tested|entered|sent|gave|put|measured)\b"
)
_WAS_WRONG = re.compile(
    r"(?:^|\b(?:and|but|so|because) |, )(?P<what>(?:(?!(?:and|but|so|because)\b)[\w'-]+ ){1,6}?)(?:is|are|was|were|has been|have been) (?:(?:just|simply|plain|plainly|all|completely|clean) )*(?:wrong|incorrect|mistaken)\b"
)


def _other_wrong(said: Phrase, lie: Phrase) -> bool:
    """The lie lays a wrong on somebody, and this only calls a thing wrong: "that text was wrong" is not "the text company got it wrong"."""
    laid, called = _BROUGHT_WRONG.match(lie.text), _WAS_WRONG.search(said.text)
    if laid is None or called is None or not _WRONG.search(lie.text) or lie.negative or _BROUGHT_WRONG.search(called["what"]):
        return False
    who = content(laid["who"].split()[-1])
    return bool(who) and not who & said.stems and content(called["what"]) <= lie.stems


def _opposite(said: Phrase, lie: Phrase) -> bool:
    """The one calls right or the same what the other calls wrong or other."""
    if _WRONG.search(lie.text) and not lie.negative:
        parts = [p for p in JOINTS.split(said.text) if content(p) & (lie.stems - _WRONG_STEMS)]
        if any(_RIGHT.search(p) and not negative(p) for p in parts) and not any(_WRONG.search(p) for p in parts):
            return True
    return bool(_SAME.search(lie.text) and not _OTHER.search(lie.text) and _OTHER.search(said.text))


def _verb_affirmed(said: Phrase, lie: Phrase) -> bool:
    """Whether what the lie denies is said to be so, in a part that denies nothing: "it was reported, and our site says nothing" against "nobody reported that site"."""
    denied = _DENIED_VERB.search(lie.text)
    parts = [p for p in JOINTS.split(said.text) if denied and stem(denied[1]) in content(p)]
    return bool(parts) and said.negative and not any(map(negative, parts))


def turned(said: Phrase, way: Phrase) -> bool:
    """Whether it calls wrong what a way of telling a fact calls right: "you typed the codes wrong" has every word of "she typed the codes right"."""
    wrong = [p for p in JOINTS.split(said.text) if _WRONG.search(p) and content(p) & (way.stems - _WRONG_STEMS)]
    return bool(_RIGHT.search(way.text)) and not (way.negative or _WRONG.search(way.text) or _RIGHT.search(said.text)) and any(not negative(p) for p in wrong)


def laid_on_them(said: Phrase, ways: Sequence[Phrase]) -> bool:
    """Whether it says that the customer did what the ways of telling a fault say we did: "you typed 17" has every word of "we typed 17"."""
    you = None if _WE.search(said.text) else _YOU_DID.match(said.text)
    ours = re.compile(rf"\b(?:we|i|our (?:\w+ )?\w+|(?:somebody|someone|one of us) here) (?:\w+ )?{you['verb']}\b") if you else None
    return ours is not None and any(ours.search(way.text) for way in ways)


def _part_denied(said: Phrase, lie: Phrase) -> bool:
    """Both deny something, and what the lie affirms in one of its parts this denies: "he did not try" against "he tried and nobody was in"."""
    parts = _CLAUSES.split(lie.text)
    if not (said.negative and lie.negative) or len(parts) < 2:
        return False
    plain = [content(p) for p in parts if not negative(p) and content(p)]
    mine = _CLAUSES.split(said.text)
    return any(near and all(map(negative, near)) for of in plain for near in [[p for p in mine if content(p) & of]])
