"""One reply and its context in, one Reading out: the frame every reader shares, and the reader that goes by rules alone.

Deterministic, offline, bounded in time. A reader differs from another only in which acts it finds between ``open_reply`` and
``close_reply``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from scenarios.acts import HARM, Act
from scenarios.model import Scenario
from scenarios.reading import ActSpan, Oddity, Reading, SlotAsk
from scoring.reading.affirming import as_good_as_yes, last_question
from scoring.reading.amounts import amounts_in
from scoring.reading.answers import YES_OR_NO, answers_in, cleared_in, says_yes_or_no
from scoring.reading.asked import asked_in
from scoring.reading.beyond import beyond
from scoring.reading.claims import Checked, check
from scoring.reading.copied import mark
from scoring.reading.directing import bids
from scoring.reading.judge import Found, judge
from scoring.reading.lexicon import Lexicon, lexicon_of
from scoring.reading.likeness import Likeness
from scoring.reading.meaning import best, ready, same, topic
from scoring.reading.oddity import oddity_of
from scoring.reading.offers import ENOUGH, action_of, offers_in
from scoring.reading.owned import owned_by_telling
from scoring.reading.promises import agrees_to_too_much, promises_in, ruled_out, too_much
from scoring.reading.protocol import Context
from scoring.reading.rules.argue import FIGHTS
from scoring.reading.rules.offering import DATED
from scoring.reading.scene import Scene, scene_of
from scoring.reading.sentences import MOST_CHARACTERS, Clause, clauses_of
from scoring.reading.slots import slots_in
from scoring.reading.stems import specific
from scoring.reading.stretches import Stretch, stretches_of
from scoring.reading.times import times_in
from scoring.reading.touches import touches_in
from scoring.reading.words import plain

RULES = "rules-12"
"""Version of what hangs on the acts: claims, promises, answers, offers, touches; part of every reader's version."""

_TOO_MUCH = frozenset({Act.COMMIT, Act.PROPOSE, Act.OFFER_CHOICE, Act.SET_EXPECTATION})


_PLAINLY_SAID = _TOO_MUCH | {Act.STATE_ACTION, Act.EXPLAIN, Act.VALIDATE, Act.ACK_GENERIC, Act.COURTESY, Act.OVERPROMISE, Act.ARGUE, Act.REFLECT_CONTENT}
"""What a promise beyond the desk may sound like."""

_STANDS_IN_A_HEAP = HARM | {Act.ACK_GENERIC, Act.APOLOGISE, Act.COURTESY}
"""What a heap of case words can still be; it solves, hears and tells nothing."""


@dataclass(frozen=True)
class Opened:
    """A reply taken apart: its clauses, what surrounds them, and what the rules see in them."""

    context: Context
    head: str
    """as much of it as is read"""
    words: int
    odd: Oddity | None
    clauses: tuple[Clause, ...]
    lexicon: Lexicon | None
    scene: Scene
    found: list[Found]

    @property
    def understood(self) -> bool:
        """Whether it can be taken for a reply at all."""
        return self.odd is None or self.odd is Oddity.TOO_LONG


def open_reply(text: str, context: Context) -> Opened:
    """Cut a reply into clauses and ask every rule."""
    odd = oddity_of(text)
    words = len(text[:100_000].split())
    head = text[:MOST_CHARACTERS] if odd in (None, Oddity.TOO_LONG) else ""
    lexicon = lexicon_of(context.scenario) if context.scenario is not None else None
    clauses = clauses_of(head)
    scene = scene_of(context.customer, context.heard, clauses, lexicon.record if lexicon else frozenset())
    return Opened(context, head, words, odd, clauses, lexicon, scene, judge(clauses, scene) if head else [])


def close_reply(reply: Opened, found: list[Found], version: str, doubtful: Sequence[Found] = (), likeness: Likeness | None = None) -> Reading:
    """The reading of a reply in which these acts were found: promises, claims, answers and the rest hang on them.

    ``doubtful`` finds are reported and nothing hangs on them. ``likeness``: what a model knows of the sentences' meaning.
    """
    if not reply.understood:
        return Reading(reader=version, words=reply.words, oddity=reply.odd)
    context, head, clauses, lexicon, scene = reply.context, reply.head, reply.clauses, reply.lexicon, reply.scene
    now, currency = _calendar(context.scenario)
    amounts, times = amounts_in(clauses, currency), times_in(clauses, now, timedelta(seconds=context.passed))
    asked = last_question(scene.customer)
    yes_or_no = asked if YES_OR_NO.search(asked) else ""
    stretches = stretches_of(head, clauses, found, amounts, times, scene.customer)
    if lexicon is not None:
        heard, doubtful = (_at_its_word(some, stretches, scene, yes_or_no) for some in (found, doubtful))
        if heard != found:
            found, stretches = heard, stretches_of(head, clauses, heard, amounts, times, scene.customer)
    checked, cleared = Checked((), (), ()), dict[str, tuple[tuple[int, int], ...]]()
    if lexicon is not None:
        stretches = mark(stretches, clauses, lexicon.runs)
        blamed = [(one.start, one.end) for one in (*found, *doubtful) if one.act is Act.BLAME]
        owning = [(one.start, one.end) for one in found if one.act is Act.OWN]
        checked = check(stretches, lexicon, context.done, context.log or (), yes_or_no, likeness, blamed, context.refused, context.heard, owning)
        cleared = cleared_in(stretches, lexicon, checked.false, likeness)
        telling = owned_by_telling(stretches, lexicon, checked.claims, found)
        found = [*found, *telling]
        doubtful = [one for one in doubtful if one.act is not Act.OWN or not any(one.start < t.end and t.start < one.end for t in telling)]
        found = _explained(found, stretches, lexicon, checked, cleared, scene.customer)
        doubtful = [
            one
            for one in _explained(doubtful, stretches, lexicon, checked, cleared, scene.customer)
            if one.act is not Act.FALSE_CLAIM or not _met(one, cleared)
        ]
        found = _against_card(found, stretches, lexicon, checked, context.question, yes_or_no)
        stretches = mark(stretches_of(head, clauses, found, amounts, times, scene.customer), clauses, lexicon.runs)
    outright = asked_in(stretches, lexicon, likeness) if lexicon else ()
    return Reading(
        reader=version,
        words=reply.words,
        oddity=reply.odd,
        acts=_spans([*_no_slights(found, outright), *doubtful], checked),
        amounts=amounts,
        times=times,
        promises=promises_in(stretches, lexicon),
        claims=checked.claims,
        touches=touches_in(stretches, lexicon, context.heard, likeness, [(f.start, f.end) for f in found if f.act is Act.OWN]) if lexicon else (),
        offers=offers_in(stretches, lexicon) if lexicon else (),
        slots=slots_in(stretches, lexicon, context.heard, outright),
        answers=answers_in(stretches, lexicon, scene, checked, context.question),
        clears=tuple(cleared),
        tells=checked.tells,
        repeated=_repeated(head, context.earlier),
    )


class RuleReader:
    """Reads by structural cues and, with a scenario, by meaning against its card. What is left where the model cannot run."""

    @property
    def version(self) -> str:
        return RULES

    def read(self, text: str, context: Context) -> Reading:
        reply = open_reply(text, context)
        return close_reply(reply, reply.found, self.version)


def _calendar(scenario: Scenario | None) -> tuple[datetime | None, str | None]:
    if scenario is None:
        return None, None
    try:
        return scenario.now, scenario.currency
    except ValueError:
        return None, scenario.currency


_IN_A_YES = frozenset({Act.COURTESY, Act.ACK_GENERIC, Act.EVADE, Act.INVALIDATE})
"""What a yes sounds like to who has not heard the question."""


def _at_its_word(found: Sequence[Found], stretches: tuple[Stretch, ...], scene: Scene, asked: str) -> list[Found]:
    """Acts that hang on the question: a yes to it is an answer, and where nobody has asked anything, empty words are only empty."""
    yes = [(s.start, s.end) for s in stretches if as_good_as_yes(s)] if asked else []
    kept = [f for f in found if f.act not in _IN_A_YES or not any(start <= f.start and f.end <= end + 1 for start, end in yes)]
    return [replace(f, act=Act.ACK_GENERIC, rule="ack.nothing-asked") if f.act is Act.EVADE and scene.nothing_asked else f for f in kept]


_WEIGHED = ("model.", "argue.records-say")
"""Arguing heard in words that may as well explain: the card tells which."""
_LINKS_BACK = re.compile(r"^(?:and |but |so )*(?:it|that|this|these|those|they|he|she|there)\b")


def _explained(
    found: Sequence[Found],
    stretches: tuple[Stretch, ...],
    lexicon: Lexicon,
    checked: Checked,
    cleared: Mapping[str, tuple[tuple[int, int], ...]],
    customer: str,
) -> list[Found]:
    """The acts again, without arguing where the words tell a fact, put a mix-up right or agree with what the customer said, unless their form fights."""
    ours = {f.id for f in lexicon.facts if f.ours}
    told = [(c.start, c.end) for c in checked.claims if c.verdict == "true" and c.fact and c.fact not in ours]
    about = frozenset().union(*(specific(way.stems) for id_, ways in lexicon.mix_ups if id_ in cleared for way in ways))
    theirs = ready(customer).stems if customer else frozenset[str]()
    out: list[Found] = []
    for one in found:
        mine = [s for s in stretches if s.start < one.end and one.start < s.end]
        if one.act is not Act.ARGUE or not one.rule.startswith(_WEIGHED) or not mine or any(FIGHTS.search(s.said.text) for s in mine):
            out.append(one)
        elif _met(one, cleared) or any(a < one.end and one.start < b for a, b in told):
            out.append(replace(one, act=Act.EXPLAIN, sure=min(one.sure, 0.5), rule="explain.card"))
        elif cleared and any(_LINKS_BACK.match(s.said.text) or about & s.said.stems for s in mine):
            out.append(replace(one, act=Act.EXPLAIN, sure=min(one.sure, 0.5), rule="explain.beside"))
        elif all(len(s.said.stems) >= _AGREED and s.said.stems <= theirs and s.asserts and not s.said.negative for s in mine):
            out.append(replace(one, act=Act.VALIDATE, sure=min(one.sure, 0.5), rule="validate.agreed"))
        else:
            out.append(one)
    return out


_AGREED = 2
"""Words of the customer's own that make a statement of nothing else an agreement with them."""


def _met(one: Found, places: Mapping[str, tuple[tuple[int, int], ...]]) -> bool:
    return any(a < one.end and one.start < b for found in places.values() for a, b in found)


def _against_card(found: list[Found], stretches: tuple[Stretch, ...], lexicon: Lexicon, checked: Checked, question: str | None, asked: str) -> list[Found]:
    """Acts as the card sees them: what it cannot support is an overpromise; not knowing what the rep knows is evading."""
    found = [f for f in found if f.act in _STANDS_IN_A_HEAP or not any(s.pile and s.start <= f.start and f.end <= s.end for s in stretches)]

    def agreed_to(s: Stretch) -> bool:
        """A yes beyond the desk, where it is not an untruth already."""
        return agrees_to_too_much(s, lexicon, asked) and not any(start < s.end and s.start < end for start, end in checked.false)

    kinds = [
        Found(Act.OVERPROMISE, s.start, s.end, 0.6, "overpromise.beyond", place)
        for place, s in enumerate(stretches)
        if s.act is None and s.asserts and not any(f.start < s.end and s.start < f.end for f in found) and beyond(s, lexicon)
    ]
    out = _by_example([*found, *kinds], stretches, lexicon)
    out += [
        Found(Act.OVERPROMISE, s.start, s.end, 0.6, "overpromise.card", place)
        for place, s in enumerate(stretches)
        if s.act is None and s.asserts and not s.pile and not any(f.start < s.end and s.start < f.end for f in out) and (ruled_out(s, lexicon) or agreed_to(s))
    ]
    found, out = sorted(out, key=lambda f: f.start), []
    known = _known_answer(lexicon, question) and not checked.tells and not (asked and any(says_yes_or_no(s) for s in stretches))
    news = [c for c in checked.claims if c.verdict == "true" and c.fact and _news(lexicon, c.fact)]  # what only the rep knew is no echo
    for one in found:
        mine = [s for s in stretches if s.act is one.act and s.start < one.end and one.start < s.end]
        if one.act in _TOO_MUCH and any(too_much(s, lexicon) or agreed_to(s) for s in mine):
            out.append(Found(Act.OVERPROMISE, one.start, one.end, 0.8, "overpromise.card", one.clause))
        elif one.act in _PLAINLY_SAID and any(beyond(s, lexicon) for s in mine):
            out.append(Found(Act.OVERPROMISE, one.start, one.end, 0.8, "overpromise.beyond", one.clause))
        elif one.act is Act.OVERPROMISE and one.rule.startswith("model.") and one.sure < _HEARD and any(_within_the_desk(s, lexicon) for s in mine):
            out.append(replace(one, act=Act.SET_EXPECTATION, sure=min(one.sure, 0.5), rule="expect.card"))
        elif one.act is Act.REFLECT_CONTENT and any(c.start < one.end and one.start < c.end for c in news):
            out.append(Found(Act.EXPLAIN, one.start, one.end, one.sure, "explain.news", one.clause))
        elif one.act is Act.DEFLECT and one.rule.startswith("model.") and _told_straight(one, stretches, lexicon, checked):
            out.append(replace(one, act=Act.EXPLAIN, sure=min(one.sure, 0.5), rule="explain.card"))
        elif one.act is Act.ADMIT_UNKNOWN and known:
            out.append(Found(Act.EVADE, one.start, one.end, 0.5, "evade.known", one.clause))
        else:
            out.append(one)
    return out


_HEARD = 0.6
"""Below this only the model heard that something was promised beyond the card: no rule and no line of it."""


_NEAR_A_STEP = 0.5
"""How near to a step of the desk a promise that names no hour must come, which only the model takes for too much."""


def _within_the_desk(stretch: Stretch, lexicon: Lexicon) -> bool:
    """Whether it speaks of a step that this desk may take, and of no more than it gives."""
    doing = action_of(stretch, lexicon, kinds=("remedy",), enough=ENOUGH if stretch.times else _NEAR_A_STEP)
    return doing is not None and doing.action is not None and not doing.action.refused and not too_much(stretch, lexicon, doing)


def _told_straight(one: Found, stretches: tuple[Stretch, ...], lexicon: Lexicon, checked: Checked) -> bool:
    """Whether what the model alone takes for pushing it away tells a fact of the card, or names one of its means: "that is the crew's own forecast"."""
    ours = {f.id for f in lexicon.facts if f.ours}
    if any(c.verdict == "true" and c.fact and c.fact not in ours and c.start < one.end and one.start < c.end for c in checked.claims):
        return True
    means = [p for d in lexicon.actions if d.action is not None and not d.action.refused for p in d.offers]
    return any(s.start < one.end and one.start < s.end and best(s.said, means) >= 0.72 for s in stretches)


def _by_example(found: list[Found], stretches: tuple[Stretch, ...], lexicon: Lexicon) -> list[Found]:
    """Plain statements that no cue claimed, or only a weak one, read by the scenario's own example sentences."""
    out = list(found)
    for place, stretch in enumerate(stretches):
        met = [f for f in out if f.start < stretch.end and stretch.start < f.end]
        weak = min(met, key=lambda f: f.rule == "model.reflect_content", default=None)  # which says the same as what is looked for
        if not stretch.asserts or stretch.pile or (weak is not None and not _weakly(weak, stretch)) or len(stretch.said.text.split()) < 4:
            continue
        offer = max((topic(stretch.said, p) for d in lexicon.actions if d.action and d.action.kind == "remedy" for p in d.offers), default=0.0)
        heard = max((topic(stretch.said, p) for t in lexicon.concerns for p in t.heard), default=0.0) if not bids(stretch.core) else 0.0
        told = max((same(stretch.said, p) for f in lexicon.facts for p in f.told), default=0.0)
        act = _nearest(heard, offer, told)
        if act is not None and weak is None:
            out.append(Found(act, stretch.start, stretch.end, 0.45, "example", place))
        elif act is not None and weak is not None and act is Act.REFLECT_CONTENT:
            out[out.index(weak)] = Found(act, weak.start, weak.end, 0.45, "example", weak.clause)
    return sorted(out, key=lambda f: f.start)


_THEIR_OWN = re.compile(r"^(?:(?:so|and|ok|yes|right|,) )*you (?:start|begin|need(?! to\b)|want(?! to\b)|are (?:due|starting|beginning))\b")
"""Tells of what lies before the customer, not of what comes to them: "you start Monday and need the uniform before"."""


def _weakly(found: Found, stretch: Stretch) -> bool:
    """Whether a cue saw no more in it than a date, or less."""
    return found.rule.startswith("fallback.") or (found.rule == DATED and bool(_THEIR_OWN.match(stretch.core)))


def _nearest(heard: float, offer: float, told: float) -> Act | None:
    """Which kind of the scenario's own sentences a stretch comes nearest to, where it comes near enough to any."""
    if heard >= max(0.55, offer, told):
        return Act.REFLECT_CONTENT
    if offer >= max(0.58, told):
        return Act.SET_EXPECTATION
    return Act.EXPLAIN if told >= 0.6 else None


def _news(lexicon: Lexicon, fact: str) -> bool:
    told = lexicon.scenario.fact(fact)
    return told is not None and told.known_to == "rep"


def _known_answer(lexicon: Lexicon, question: str | None) -> bool:
    asked = lexicon.scenario.question(question) if question else None
    fact = lexicon.scenario.fact(asked.answered_by) if asked and asked.answered_by else None
    return fact is not None and fact.known_to in ("rep", "both")


def _no_slights(found: list[Found], asked: tuple[SlotAsk, ...]) -> list[Found]:
    """To ask what the author says one may ask makes light of nothing: "might she hurt herself?" is a question."""
    return [replace(f, act=Act.ASK_CLOSED) if f.act is Act.INVALIDATE and any(s.start < f.end and f.start < s.end for s in asked) else f for f in found]


def _spans(found: list[Found], checked: Checked) -> tuple[ActSpan, ...]:
    spans = [ActSpan(start=f.start, end=f.end, act=f.act, confidence=round(f.sure, 2)) for f in found]
    spans += [ActSpan(start=a, end=b, act=Act.FALSE_CLAIM, confidence=0.6 if (a, b) in checked.doubtful else 0.8) for a, b in dict.fromkeys(checked.false)]
    return tuple(sorted(spans, key=lambda s: (s.start, s.end, s.act.value)))


def _repeated(text: str, earlier: tuple[str, ...]) -> tuple[str, ...]:
    """Sentences of four words or more that the rep had used before in this call, as normalised text."""
    if not earlier:
        return ()
    used = {s for reply in earlier for s in _sentences(reply[:MOST_CHARACTERS])}
    return tuple(dict.fromkeys(s for s in _sentences(text) if s in used))


def _sentences(text: str) -> list[str]:
    mended = plain(text)
    for stop in "!?":
        mended = mended.replace(f" {stop}", " .")
    return [s.strip(" .,") for s in mended.replace(" ... ", " . ").split(" . ") if len(s.split()) >= 4]
