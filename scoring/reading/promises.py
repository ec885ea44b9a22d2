"""What the rep undertakes: who, what, how much, by when, and whether card, authority and clock allow it."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Literal

from scenarios.acts import Act
from scenarios.quantities import parse_moment
from scenarios.reading import Promise, TimeSpan
from scoring.reading.affirming import opens_with_yes, put_plainly, says_yes
from scoring.reading.arriving import too_soon
from scoring.reading.lexicon import Doing, Lexicon
from scoring.reading.meaning import phrase, ready, same
from scoring.reading.offers import action_of
from scoring.reading.stretches import Stretch

_REP = re.compile(r"\bi (?:will|shall|am going to|promise|undertake|am (?:not )?(?:leaving|keeping|staying))\b|\b(?:leave it with me|my word|let me|from me)\b")
_FIRM = re.compile(r"\b(?:we|our|you) (?:will|shall|are going to|promise|get|have)\b")
_TRIGGER = re.compile(
    r"\b(?:before (?:we|you|i) (?:hang|finish|end|close|go|leave)|while you (?:wait|are here)|as soon as (?:it|the|he|she|they|"
    r"i (?:hear|know|have|get|see))|when (?:it|the|he|she|they|you)|once (?:it|the|he|she|they|you|i)|the (?:minute|moment|"
    r"second) (?:it|the|he|she|they|i)|now|right away|straight away|immediately|if (?:nobody|it|he|she|they|the|anything))\b"
)
_GIVING = re.compile(
    r"\b(?:refund|replace|replacement|send|ship|credit|pay|waive|upgrade|compensate|voucher|deliver|deliver(?:ed|y)|free|cover|"
    r"reimburse|discount|knock|take off|back|return (?:you|the|your)|give (?:you|her|him|them)|get you)\b"
)
_PROMISING = frozenset({Act.COMMIT, Act.OVERPROMISE})
_DOES = re.compile(
    r"(?:^|\b(?:and|then|also|so|but) |, |: )i (?:(?:also|now|then|just|myself|personally|gladly|first|only|still|of course) )*"
    r"(?:send|ring|call|phone|write|email|text|message|come|bring|pay|refund|return|take|give|make|bake|book|order|post|deliver|cancel|stop|credit|replace|swap|transfer|show|"
    r"change|waive|remove|print|drop|reserve|arrange|rebook|repay|fetch|collect|reimburse|knock|mail|ship|issue|move|release|carry|keep(?! you))\b"
    r"(?! (?:my|our) (?:word|hat|time|point|best|job|head|mind|cool)| (?:that |it )?(?:seriously|personally|sense|sure)| (?:note|notes|care|pride|responsibility|it (?:that|you)|the (?:blame|point|view))\b)"
)
"""Present for future: "I ring you on Friday", "I send you photo also". Only verbs that cannot be read as the past."""
_DOES_AS_A_RULE = re.compile(r"\b(?:always|usually|normally|never|often|every (?:day|week|time)|when|if|unless|who|here i|not|cannot|i (?:send|ring|call|make|take|give) (?:them|people|customers|everybody|everyone)|"
    r"ago|yesterday|last (?:week|night|month|year))\b")  # fmt: skip
_MAY_DO = frozenset({Act.STATE_ACTION, Act.SET_EXPECTATION, Act.EXPLAIN, Act.COMMIT, None})
_COULD_BE_TOO_MUCH = frozenset(
    {Act.COMMIT, Act.PROPOSE, Act.OFFER_CHOICE, Act.SET_EXPECTATION, Act.OVERPROMISE, Act.EVADE, Act.INVALIDATE, Act.STATE_ACTION, None}
)
_CANNOT = 0.62
_UNDERTAKING = frozenset({Act.COMMIT, Act.PROPOSE, Act.OFFER_CHOICE, Act.OVERPROMISE})
_UNDERTAKES = re.compile(
    r"\b(?:will|shall|going to|guarantee\w*|promis\w+|swear|assure|my word|with me|to me|on (?:its|his|her|their|the) way|"
    r"can (?:\w+ )?(?:get|have|send|put|bring|do|make|arrange|give|be|run|copy|use|take|keep|come)|from (?:now|here|today|tomorrow|next \w+)(?: on)?)\b"
)
"""Without one of these a sentence speaks of how things are and promises nothing."""

_IF = re.compile(
    r"(?:^|(?<!see )(?<!check )(?<!ask )(?<!out )(?<!know )(?<!tell )(?<!you )(?<!them )(?<!him )(?<!her )(?<!me )(?<!even )(?<!sure )(?<!as )\b)(?:(?:and |but |so |then |, )*(?:if|unless|in case|should (?:it|that|he|she|they|the|your))) (?!(?:you (?:like|want|wish|prefer|would|agree|say|are|give|tell|"
    r"send|let|bear|can|could|will|need|choose|take|accept|confirm|hold|wait|just|please|do|did|have|stay|keep|leave|put|order|get)|"
    r"we|i|ok|okay|so|possible|that|it is (?:ok|okay|all right|alright|fine|any)|it (?:suits|helps|works))\b)"
)
"""Opens a condition on how things turn out: "if yours is one of the three"."""
_LOOKS = re.compile(r"\b(?:check|see|ask|find out|look|know|tell|hear)\b")
_REPORTS = re.compile(
    r"^(?:and |so |but |then |also |, )*(?:(?:i|we) (?:have|had|did|was|were|got|went|just \w+ed)\b(?! (?:to|a|an|my|our|got to)\b)|(?:said|told|asked|reported|logged|noted|"
    r"sent|wrote|flagged|put|made|done|passed|rang|spoke)\b|(?:it|that|this|they|he|she) (?:is|was|were|has|had)\b(?! (?:going|coming|on (?:its|his|her|their|the) way|yours|"
    r"being|to|with you|guaranteed)\b)|do not (?:worry|panic|fret))"
)
"""Opens what has been done, how things are, or mere comfort. "I have to" and "it is coming" still look ahead."""
_LOOKS_AHEAD = re.compile(
    r"\b(?:will|shall|going to|guarantee\w*|promis\w+|swear\w*|assure\w*|word|with me|to me|let me|let us|tomorrow|tonight|by (?:\d|noon|mid\w+|then|the end|\w+day)|"
    r"until|get (?:you|it|them|that)|can (?:have|get|expect|count)|(?:am|are|is) \w+ing|to you|yours|certain|definitely|for sure|hundred percent|100%?)\b"
)


def promises_in(stretches: tuple[Stretch, ...], lexicon: Lexicon | None) -> tuple[Promise, ...]:
    """The promises of a reply, one a clause. Only a clause that undertakes something counts; the past is no promise."""
    out: list[Promise] = []
    for stretch in stretches:
        if (
            (stretch.act in _PROMISING or does(stretch))
            and not stretch.question
            and not _only_beside(stretch, stretches)
            and not any((p.start <= stretch.start and stretch.end <= p.end) or (stretch.start <= p.start and p.end <= stretch.end) for p in out)
        ):
            out.append(_promise(stretch, lexicon, hangs=_hangs(stretch, stretches)))
    return tuple(out)


def does(stretch: Stretch) -> bool:
    """Whether it undertakes something in the present tense, as terse and second-language reps do."""
    return stretch.act in _MAY_DO and stretch.asserts and bool(_DOES.search(stretch.said.text)) and not _DOES_AS_A_RULE.search(stretch.said.text)


def _only_beside(stretch: Stretch, stretches: tuple[Stretch, ...]) -> bool:
    """Whether it undertakes nothing itself: a report or a comfort, or a fragment whose sentence undertakes in another clause."""
    if _LOOKS_AHEAD.search(stretch.core) or does(stretch):
        return False
    if _REPORTS.match(stretch.core):
        return True
    around = next((s for s in stretches if s.start <= stretch.start and stretch.end <= s.end and (s.start, s.end) != (stretch.start, stretch.end)), None)
    inside = [s for s in stretches if around and s is not stretch and s is not around and around.start <= s.start and s.end <= around.end]
    return any(s.act is stretch.act and _LOOKS_AHEAD.search(s.core) for s in inside)


def _hangs(stretch: Stretch, stretches: tuple[Stretch, ...]) -> bool:
    """Whether it is only undertaken for a case that need not come about. What the customer says or wants is no such case."""
    around = next((s for s in stretches if s.start <= stretch.start and stretch.end <= s.end and s.end - s.start > stretch.end - stretch.start), stretch)
    inside = [s for s in stretches if around.start <= s.start and s.end <= around.end and (around is stretch or s is not around)]
    before = next((s for s in reversed(inside) if s.end <= stretch.start), None)
    after = next((s for s in inside if s.start >= stretch.end), None)
    if _LOOKS.search(stretch.core):  # "I'll check if it left" undertakes the checking
        after = None
    return bool(_IF.search(stretch.core) or any(s and _IF.match(s.core) for s in (before, after)))


def _promise(stretch: Stretch, lexicon: Lexicon | None, *, hangs: bool = False) -> Promise:
    actor: Literal["rep", "firm", "other"] = (
        "rep" if _REP.search(stretch.core) or re.match(r"i\b", stretch.core) else "firm" if _FIRM.search(stretch.core) else "other"
    )
    doing = action_of(stretch, lexicon) if lexicon else None
    amount = stretch.amount(lexicon.scenario.currency if lexicon else None)
    due = max((t.latest for t in stretch.times if t.latest and not _ends_then(stretch, t)), default=None)
    bound = bool(stretch.times) or bool(_TRIGGER.search(stretch.said.text))
    return Promise(
        start=stretch.start,
        end=stretch.end,
        actor=actor,
        what=stretch.original[:300],
        action=doing.id if doing else None,
        amount=amount,
        due=due,
        bound=bound,
        supported=None if lexicon is None else _supported(stretch, lexicon, doing),
        hangs=hangs,
    )


_UP_TO = re.compile(r"(?:^|\b)(?<!from )(?:up to|to|until|till|through|thru|valid)(?: the)? ?$", re.IGNORECASE)
_SHIFTS = re.compile(
    r"\b(?:move|chang|switch|shift|re-?book|re-?schedul|postpon|push|bring|swap|put (?:it|you|that|this) (?:back|forward|off))\w*\b", re.IGNORECASE
)


def _ends_then(stretch: Stretch, time: TimeSpan) -> bool:
    """Whether it says how long a thing lasts, and not when it is done: "I'll set it on the card to 6 February"."""
    at = time.start - stretch.start
    before, words = stretch.original[:at], stretch.original[at : time.end - stretch.start]
    up_to = re.match(r"(?:until|till)\b", words, re.IGNORECASE) or (_UP_TO.search(before) and re.search(r"[A-Za-z]{3}", words))
    return bool(up_to) and not _SHIFTS.search(before)


def _supported(stretch: Stretch, lexicon: Lexicon, doing: Doing | None) -> bool | None:
    if too_much(stretch, lexicon, doing):
        return False
    if doing is not None:
        return True
    return False if stretch.act is Act.OVERPROMISE else None


def too_much(stretch: Stretch, lexicon: Lexicon, doing: Doing | None = None) -> bool:
    """Whether card, authority or clock rule out what a stretch promises or offers.

    An amount over the action's limit (or over every limit), something nobody at the desk can do, or a thing that arrives
    before it can.
    """
    if stretch.act not in _COULD_BE_TOO_MUCH or (stretch.question and stretch.act not in (Act.PROPOSE, Act.OFFER_CHOICE)) or stretch.said.negative:
        return False
    if stretch.act is not None and stretch.act is not Act.STATE_ACTION and ruled_out(stretch, lexicon) and not stretch.supposed:
        return True
    doing = doing or action_of(stretch, lexicon)
    return _over_limit(stretch, lexicon, doing) or _too_early(stretch, lexicon, doing) or _before_anything(stretch, lexicon, doing)


def ruled_out(stretch: Stretch, lexicon: Lexicon) -> bool:
    """It undertakes what nobody at this desk can do, and says it more clearly than anything the desk can do or knows to be so."""
    if stretch.said.negative:
        return False
    if stretch.act not in _UNDERTAKING and not _UNDERTAKES.search(stretch.core):
        return False
    said = stretch.carried or stretch.said
    against = max((same(said, p) for p in lexicon.cannot if (not p.days or p.days & said.days) and _as_long(said.text, p.text)), default=0.0)
    return against >= _CANNOT and against > lexicon.closest_truth(said)


_SPAN = re.compile(r"\b(\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty) (minute|min|hour|day|week)")


def _as_long(said: str, cannot: str) -> bool:
    """Whether a figure that is a span in what nobody can promise may be one here: "about quarter to ten" is not "in ten minutes"."""
    return (
        not _SPAN.search(cannot)
        or not re.search(r"\b(?:quarter|half|past|to|at|by|before|after|till|until) \w+ ?(?:[.,;!]|$|\b(?:and|but|so|tonight|today|tomorrow|on|in)\b)", said)
        or bool(_SPAN.search(said))
    )


def agrees_to_too_much(stretch: Stretch, lexicon: Lexicon, asked: str) -> bool:
    """A yes to what the desk is refused or nobody at it can do, in a bare word or in the words of the demand."""
    if stretch.question or stretch.supposed or stretch.said.negative or not opens_with_yes(stretch):
        return False
    refused = [d for d in lexicon.actions if d.action is not None and d.action.refused]
    if any(stretch.said.stems and stretch.said.stems <= frozenset().union(*(p.stems for p in d.offers)) for d in refused if action_of(stretch, lexicon) is d):
        return True
    if not asked or stretch.said.text[-1] not in ".!" or not says_yes(stretch, ready(asked)):
        return False
    wanted = put_plainly(asked)
    against = max((same(wanted, p) for p in lexicon.cannot), default=0.0)
    return against >= _CANNOT and against > lexicon.closest_truth(wanted)


def _over_limit(stretch: Stretch, lexicon: Lexicon, doing: Doing | None) -> bool:
    amount = stretch.amount(lexicon.scenario.currency)
    given = _YOU_GET.search(stretch.core)
    if amount is None or (stretch.act in (None, Act.SET_EXPECTATION, Act.STATE_ACTION) and not given) or not (given or _GIVING.search(stretch.core)):
        return False
    if given and f"{amount.normalize():f}" not in lexicon.figures and not any(a.up_to is not None for a in lexicon.scenario.desk.actions.values()):
        return True
    if stretch.act in (None, Act.SET_EXPECTATION, Act.STATE_ACTION):
        return False
    if doing is not None and doing.action is not None:
        return doing.action.up_to is not None and amount > doing.action.up_to.value
    limits = [a.up_to.value for a in lexicon.scenario.desk.actions.values() if a.up_to is not None]
    return bool(limits) and amount > max(limits)


_YOU_GET = re.compile(
    r"^(?:(?:and|so|then|but|yes|,) )*you (?:will|shall|are going to) (?:also |now |definitely |still )*(?:get|have|receive|be (?:paid|given|sent|refunded))\b(?! (?:to|until|till)\b)"
)
_TURNS_UP = re.compile(
    r"\b(?:he|she|they|someone|somebody|(?:an?|the|our|your|one of our|another) (?:\w+ )?(?:engineer|driver|fitter|technician|mechanic|crew|man|lad|van|lorry|courier|rider|plumber|electrician)s?) "
    r"(?:will|is going to|are going to|shall) (?:\w+ )?(?:be (?:at|with|round|there|over|outside|on your)|arrive|turn up|reach you|knock|come)\b|"
    r"\b(?:it|they|there|(?:a|the|your) (?:new |fresh )?[\w'-]+) (?:will|is going to|are going to|shall) (?:\w+ )?be (?:[\w'-]+ ){0,2}?(?:(?:at|on|in) (?:your|the|her|his) (?:front )?(?:door|doorstep|step|hands?|house|home|grave|porch|kitchen))\b"
)
_WELL_BEFORE = timedelta(hours=2)
"""Sooner than anything by this much is no matter of a window's first minutes."""


def _before_anything(stretch: Stretch, lexicon: Lexicon, doing: Doing | None) -> bool:
    """Whether somebody or something is said to be there well before anything this desk can send, at an hour that no step and no fact knows."""
    scenario, dues = lexicon.scenario, [t.latest.replace(tzinfo=None) for t in stretch.times if t.latest is not None]
    arrivals = [at for a in scenario.desk.actions.values() if a.kind != "note" and (at := scenario.arrival(a)) is not None]
    if (
        not dues
        or not arrivals
        or not _TURNS_UP.search(stretch.core)
        or _IF.match(stretch.core)
        or (doing is not None and doing.action is not None and doing.action.kind == "note")
    ):
        return False
    known = frozenset().union(*(p.numbers for f in lexicon.facts for p in f.told), *(phrase(a.shows or "").numbers for a in scenario.desk.actions.values()))
    named = {form for at in dues for form in (f"{at:%H}", f"{at.hour}", f"{at.hour % 12 or 12}")}
    return max(dues) + _WELL_BEFORE <= min(arrivals) and named.isdisjoint(known)


def _too_early(stretch: Stretch, lexicon: Lexicon, doing: Doing | None) -> bool:
    if (
        doing is None
        or doing.action is None
        or not doing.action.arrives
        or stretch.act is None
        or not re.search(
            r"\b(?:with you|be there|arrive|arrives|get (?:there|it|to you)|reach|have it|in your|land|delivered|deliver|by|back on your)\b", stretch.core
        )
    ):
        return False
    try:
        earliest = parse_moment(doing.action.arrives, lexicon.scenario.now)[0]
    except ValueError:
        return False
    return not _IF.match(stretch.core) and too_soon(lexicon.scenario, doing.action, stretch.original, stretch.times, arrival=earliest, at=stretch.start)
