"""Which of the customer's questions a reply answers, straight or not, and which misunderstandings it clears up."""

from __future__ import annotations

import re

from scenarios.acts import HARM, Act
from scenarios.reading import Answer
from scoring.reading.affirming import as_good_as_yes, last_question
from scoring.reading.claims import Checked
from scoring.reading.lexicon import Lexicon
from scoring.reading.likeness import Likeness
from scoring.reading.meaning import Phrase, agree, covered, same, tells
from scoring.reading.rules.argue import FIGHTS
from scoring.reading.scene import Scene
from scoring.reading.stems import specific
from scoring.reading.stretches import Stretch

STRAIGHT = frozenset(
    {Act.SET_EXPECTATION, Act.EXPLAIN, Act.ADMIT_UNKNOWN, Act.HONEST_NO, Act.STATE_ACTION, Act.OWN, Act.PROPOSE, Act.OFFER_CHOICE, Act.COMMIT, Act.OVERPROMISE}
)
"""Acts that hold a yes, a no, the datum, or the word that it is not known yet."""
_PLAIN_WORD = (Act.ADMIT_UNKNOWN, Act.HONEST_NO)
"""Acts that take any question up, unless something else in the reply has done so already."""
_DODGES = frozenset({Act.EVADE, Act.DEFLECT, Act.ARGUE})
_YES_NO = re.compile(r"^(?:yes|no|it (?:will|will not|is|is not)|not|none|nobody|never)\b")
_BARE = re.compile(
    r"^(?:yes|no|yep|yeah|nope|aye|nae|it (?:is|will|does|was|did)(?: not)?)(?: (?:,|of course|absolutely|definitely|certainly|indeed|afraid|i am afraid|sadly|sorry|not|it (?:is|will|does|was|did)(?: not)?))* ?(?:\.|!|,)?$"
)
_OPENS_OR_ENDS = re.compile(r"^(?:yes|no) ,|^(?:yes|no) ?[.!]?$|^(?:[\w'-]+ ){1,6}, (?:yes|no)(?: [.!]|$)")
_ASIDE = re.compile(
    r"^(?:(?:no|oh|,) )+(?:please )?(?:do not|never) (?:you )?(?:worry|fret|panic|mind|be (?:so )?(?:afraid|scared|sad|upset)|let (?:your|it|this)|feel|cry|take (?:it|this) to)\b|^(?:and |so |but )*(?:it|that) is (?:an? )?(?:\w+ )?(?:good|fair|great|valid|interesting|reasonable) (?:question|point)\b"
)
"""Soothes, or praises the question: neither a no nor a yes to it."""
_ANSWERED, _CLEARED = 0.5, 0.58
_CLEARED_BY_THE_WAY = 0.72
"""Clearing up often says what the customer took it for ("you read it as ..."); then it has to come nearer."""
_BY_THE_WAY = 0.1
"""So much nearer in meaning."""
YES_OR_NO = re.compile(
    r"^(?:and |so |but |please |ok |then )*(?:is|are|was|were|will|would|do|does|did|has|have|had|can|could|may|shall|should)\b|\b(?:yes or no|right|correct)$"
)
_WHEN = re.compile(
    r"\bwhen\b(?! (?:i|we|you|he|she|they|it|the) (?:\w+ )?(?:was|were|rang|called|did|had|said|got|came))|\b(?:what|which) (?:day|date|time)\b|\bhow (?:soon|long)\b"
)
_HOW_MANY = re.compile(r"\bhow (?:many|much)\b|\b(?:what|which) (?:is )?(?:the |its |your )?(?:\w+ )?number\b")
_WHICH = re.compile(
    r"(?:^|\b(?:and|so|but|ok|,) )which (?!is\b|was\b|means?\b|meant\b|i\b|we\b|you\b|has\b|had\b)\w+|\bwhat (?:is|was) (?:the|its|your|my|that) (?:\w+ )?(?:number|reference|ref|code)\b"
)
_ONE_OF_THEM = re.compile(
    r"\b(?:same|first|second|third|last|other|latest|later|earlier|newer?|older?|that|this) one\b|^(?:the )?(?:same|first|second|third|last|other|latest)(?: (?:again|as before))?(?: [.,!]|$)"
)
"""What points at one of several as well as its number does."""
_DATED = re.compile(
    r"\b(?:today|tonight|tomorrow|\w+day|noon|midnight|morning|afternoon|evening|weekend|week|month|now|minutes?|hours?|days?|weeks?|soon as|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|not yet|never|once|until|after|before|by)\b"
)
_NUMBER_WILL_DO = re.compile(r"\bor an? (?:number|figure)\b|\b(?:an?|the|one) (?:number|figure) (?:will|would) do\b")
"""Beside a question: a bare figure answers it."""
_CAUSE = re.compile(
    r"\bwhy\b(?! (?:not|do not|can ?not|could not|should|would|will not|are not)\b)|\bhow come\b|"
    r"\bhow (?:do|does|did|can|could|has|have) (?!i\b|we\b|you\b|my\b|our\b|us\b|(?:it|this|that) work)(?:\w+ ){1,5}?(?!work\b)\w+|\bhow did (?:you|it|this|that)\b"
)
"""Asked after what brought it about: "how does a florist send out dead flowers?"."""
_SHORT = 7
"""Words up to which a datum by itself is the answer."""
_AHEAD = frozenset({Act.PROPOSE, Act.OFFER_CHOICE, Act.COMMIT})
"""Acts that look ahead, and so tell no cause."""
_HOW_MUCH_IS_LEFT = re.compile(r"\b(?:none|all|both|one|no|nothing|free|every)\b")
_OPEN_ENDED = frozenset({Act.EXPLAIN, Act.SET_EXPECTATION, Act.OWN, None})
"""Statements that answer only what they fit; a commitment, a refusal or "I don't know" takes any question up."""


def answers_in(stretches: tuple[Stretch, ...], lexicon: Lexicon | None, scene: Scene, checked: Checked, question: str | None) -> tuple[Answer, ...]:
    """The questions taken up. ``last`` is the free question of the turn answered. An untruth about the fact that answers a question is all the answer it gets."""
    tells = checked.tells
    untrue = {c.fact: (c.start, c.end) for c in checked.claims if c.fact and c.verdict == "false"}
    out: list[Answer] = []
    put_last, figure = last_question(scene.customer), bool(_NUMBER_WILL_DO.search(scene.customer))
    straight = next((s for s in stretches if _takes_up(s, put_last, figure)), None)
    dodge = next((s for s in stretches if s.act in _DODGES), None)
    if scene.questioned:
        pick = straight or dodge
        if pick is not None:
            out.append(Answer(start=pick.start, end=pick.end, question="last", direct=straight is not None))
    for id_, ask, examples, fact in lexicon.questions if lexicon else ():
        put = id_ == question
        if put:
            straight = next((s for s in stretches if _takes_up(s, ask.text, figure)), None)
        hit = next((s for s in stretches if s.asserts and not s.pile and s.act not in _DODGES and _says(s.said, examples)), None)
        if hit is None and fact and fact in tells:
            hit = straight or next((s for s in stretches if s.asserts), None)
        if hit is None and not (examples or fact):
            hit = next(
                (s for s in stretches if s.act in STRAIGHT and s.asserts and covered(s.said.stems, specific(ask.stems)) >= 0.5), straight if put else None
            )
        if (
            hit is None
            and put
            and straight is not None
            and straight is stretches[0]
            and (_YES_NO.match(straight.said.text) or as_good_as_yes(straight) or says_yes_or_no(straight))
        ):
            hit = straight
        if hit is None and put and straight is not None and (figure or _WHEN.search(ask.text) or _HOW_MANY.search(ask.text)):
            hit = straight  # it holds a time or a figure, which is what was asked for
        if hit is None and put and (straight is None or straight.act in _PLAIN_WORD):
            hit = next((s for s in stretches if s.act in _PLAIN_WORD), None)
        if hit is not None:
            start, end = untrue.get(fact or "", (hit.start, hit.end))
            out.append(Answer(start=start, end=end, question=id_, direct=True))
        elif put and dodge is not None:
            out.append(Answer(start=dodge.start, end=dodge.end, question=id_, direct=False))
    return tuple(out)


def says_yes_or_no(stretch: Stretch) -> bool:
    """Whether it says yes or no and little else, first or last: "opened it, no"."""
    return not stretch.question and not stretch.pile and bool(_OPENS_OR_ENDS.match(stretch.said.text)) and not _ASIDE.match(stretch.said.text)


def _says(said: Phrase, examples: tuple[Phrase, ...]) -> bool:
    """Whether it comes near an example of an answer by more than one word of it, which may be another sense of the word."""
    near = (way for way in examples if same(said, way) >= _ANSWERED)
    return any(
        len(said.stems & way.stems) + len(said.numbers & way.numbers) >= 2 or said.run == way.run or (len(way.stems) < 2 and way.stems <= said.stems)
        for way in near
    )


def _takes_up(stretch: Stretch, asked: str, figure: bool = False) -> bool:
    """Whether a stretch answers this question straight: a yes or no to what takes one, a time to when, a figure to how many, or where one ``figure`` will do."""
    if YES_OR_NO.search(asked) and as_good_as_yes(stretch) and stretch.act is not Act.HOSTILE:
        return True
    if stretch.pile or stretch.question or stretch.act in (Act.HOSTILE, Act.EVADE) or _ASIDE.match(stretch.said.text):
        return False
    if YES_OR_NO.search(asked) and says_yes_or_no(stretch):
        return True
    if _BARE.match(stretch.core) or _BARE.match(stretch.said.text):
        return bool(YES_OR_NO.search(asked)) or stretch.act is None
    if stretch.act is None and len(stretch.said.text.split()) <= _SHORT:
        datum = bool(stretch.said.numbers) if figure or _HOW_MANY.search(asked) else bool(stretch.times) if _WHEN.search(asked) else False
        if datum:
            return True
    which = _WHICH.search(asked) and not _WHEN.search(asked) and stretch.act not in HARM and len(stretch.said.text.split()) <= _SHORT
    if which and (stretch.said.numbers or _ONE_OF_THEM.search(stretch.said.text)):
        return True
    if stretch.act is None and (_YES_NO.match(stretch.core) or _YES_NO.match(stretch.said.text)):
        return True
    if stretch.act not in STRAIGHT or (stretch.act in _AHEAD and _CAUSE.search(asked)):
        return False
    if stretch.act in _OPEN_ENDED and _WHEN.search(asked):
        return bool(stretch.times or stretch.said.numbers or _DATED.search(stretch.said.text))
    if stretch.act in _OPEN_ENDED and _HOW_MANY.search(asked):
        return bool(stretch.said.numbers or stretch.amounts) or bool(_HOW_MUCH_IS_LEFT.search(stretch.said.text))
    return True


def cleared_in(
    stretches: tuple[Stretch, ...], lexicon: Lexicon, false: tuple[tuple[int, int], ...], likeness: Likeness | None = None
) -> dict[str, tuple[tuple[int, int], ...]]:
    """Misunderstandings this reply cleared up, and where: what is really so was said, not merely hinted at. What is ``false`` clears nothing."""
    said = [
        (s, _CLEARED_BY_THE_WAY if s.supposed else _CLEARED)
        for s in stretches
        if not s.pile and s.act is not Act.HOSTILE and not any(a < s.end and s.start < b for a, b in false)
    ]
    found = {
        id_: tuple((s.start, s.end) for s, enough in said if _puts_right(s.said, ways) >= enough or _like(s, id_, ways, likeness))
        for id_, ways in lexicon.mix_ups
    }
    return {id_: places for id_, places in found.items() if places}


def _puts_right(said: Phrase, ways: tuple[Phrase, ...]) -> float:
    """How near a sentence comes to putting it right; one word in common, or none of the figures, is not near."""
    return tells(said, (way for way in ways if not way.figures or way.figures & said.numbers))


def _like(stretch: Stretch, id_: str, ways: tuple[Phrase, ...], likeness: Likeness | None) -> bool:
    """Whether a whole sentence lies nearer to a way of putting it right than to what the customer believes or says, with nothing against it and a word in common.

    Who fights puts nothing right, nor does who only gives the customer's own story back.
    """
    puts = not stretch.question and stretch.act not in (Act.REFLECT_CONTENT, Act.REFLECT_FEELING) and not FIGHTS.search(stretch.said.text)
    beside = likeness.beside(stretch.start, stretch.end, id_) if likeness is not None and puts else None
    if likeness is None or beside is None:
        return False
    least = max(likeness.least + (_BY_THE_WAY if stretch.supposed else 0.0), beside.believed, beside.said)
    known = frozenset().union(*(way.stems for way in ways))
    return bool(stretch.said.stems & known) and any(near >= least and agree(stretch.said, way) for near, way in zip(beside.right, ways, strict=True))
