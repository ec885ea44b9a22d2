"""Scores whether the customer was heard: each concern taken up, each question answered, the understanding checked.

Hearing and answering are separate chances, so one sentence may do both; within hearing (concerns, checks) and within
answering the same words pay once, then half, then nothing. Pools without a chance in this call leave theirs to the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from scenarios.acts import Act
from scenarios.reading import Touch
from scoring.answering import answered_by_telling, answers, puts_off
from scoring.callview import CallView, Reply
from scoring.chances import Chance, concerns, mix_ups, questions
from scoring.content import nothing_to_judge, readable
from scoring.earning import charge, earn
from scoring.recap import could_recap, recaps
from scoring.rubric import Rubric
from scoring.sameness import echoed, frame, hollow, read_out
from scoring.scores import Score
from scoring.tally import Place, Tally, unscored
from scoring.told_help import ToldHelp, told_help

_HEARS = (Act.REFLECT_CONTENT, Act.REFLECT_FEELING, Act.VALIDATE, Act.CHECK_UNDERSTANDING, Act.OWN)


@dataclass
class Spent:
    """Stretches that have already paid, and how often; a sentence frame filled in anew counts as the same words."""

    view: CallView
    places: list[Place] = field(default_factory=list)

    def uses(self, at: Place) -> int:
        begins = frame(self.view, at)
        return sum(_same(at, paid) or bool(begins and begins == frame(self.view, paid)) for paid in self.places)

    def pays(self, at: Place, rubric: Rubric) -> float:
        """What these words pay: less with each use, and half in a reply nobody reads to the end."""
        long = any(r.turn == at.turn and r.reading.words > rubric.long_reply for r in self.view.replies)
        return rubric.repeat(self.uses(at)) * (0.5 if long else 1.0)


def _same(a: Place, b: Place) -> bool:
    """Whether two places are as good as the same words: one turn, sharing four fifths of the shorter."""
    if a.turn != b.turn:
        return False
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared >= 0.8 * max(1, min(a.end - a.start, b.end - b.start))


def listening(view: CallView, rubric: Rubric) -> Score:
    """0-100: base, shares for concerns heard, questions answered and understanding checked, what each reply did to hear, less needless questions."""
    if why := nothing_to_judge(view):
        return unscored(why)
    tally = Tally(rubric, "listening")
    hearings = {chance.id: list(_hearings(view, rubric, chance)) for chance in concerns(view)}
    answerings = {chance.id: _answerings(view, rubric, chance) for chance in questions(view)}
    voiced, unheard = _reached(view, rubric, concerns(view), hearings)
    asked, unanswered = _reached(view, rubric, questions(view), answerings)
    mixed, uncleared = _reached(view, rubric, mix_ups(view), {chance.id: _clearing(view, chance) for chance in mix_ups(view)})
    out_of_time = (*(("listening.heard", c) for c in unheard), *(("listening.answered", c) for c in unanswered), *(("listening.cleared", c) for c in uncleared))
    checks = recaps(view)
    recap = could_recap(view) or bool(checks)
    ahead = _cleared_ahead(view, (*mixed, *uncleared))
    wish = _wish(view, rubric)
    chances = {"concerns": len(voiced) + len(mixed) + len(ahead), "questions": len(asked), "checks": int(recap), "wish": int(wish is not None)}
    present = sum(rubric.pools[pool] for pool, count in chances.items() if count)
    if not present and out_of_time:
        return unscored("You left before there was time for anything the customer raised.")
    if not present:
        return unscored("The customer raised nothing that a reply could take up.")
    scale = sum(rubric.pools[pool] for pool in chances) / present
    heard = Spent(view)
    for chance in voiced:
        rivals = [at for other, found in hearings.items() if other != chance.id for _, at in found]
        _hear(tally, chance, hearings[chance.id], rivals=rivals, spent=heard, portion=scale / chances["concerns"])
    answered = Spent(view)
    for chance in asked:
        _answer(tally, chance, answerings[chance.id], spent=answered, portion=scale / len(asked))
    for chance in mixed:
        _clear(view, tally, chance, scale / chances["concerns"])
    for what, at in ahead:
        tally.credit("listening.cleared", at, portion=scale / chances["concerns"], what=what)
    if recap:
        _recap(view, tally, checks, heard, scale)
    if wish is not None and wish.share > 0:
        tally.credit("listening.wish", wish.at, portion=scale, pays=wish.share, what=wish.best)
    elif wish is not None:
        tally.missed("listening.wish", wish.at, portion=scale, what=wish.best)
    by_acts = rubric.by_acts["listening"]
    earn(view, tally, by_acts.earns, lambda _reply, _span: "listening.did", part=by_acts.beside)
    for rule, chance in out_of_time:
        tally.out_of_time(rule, chance.turn.place, chance.what)
    _harms(view, tally)
    charge(view, tally, by_acts, "listening.harmed")
    return tally.score(sum(chances.values()))


def _hear(tally: Tally, chance: Chance, found: list[tuple[str, Place]], *, rivals: list[Place], spent: Spent, portion: float) -> None:
    """Pay the concern by the stretch that shows most; among equals, by one no other concern could claim."""

    def worth(candidate: tuple[str, Place]) -> tuple[float, int]:
        rule, at = candidate
        return tally.rubric.criterion(rule).share * spent.pays(at, tally.rubric), -sum(_same(at, rival) for rival in rivals)

    best = max(found, key=worth, default=None)
    if best is None:
        tally.missed("listening.heard", chance.turn.place, portion=portion, what=chance.what)
        return
    rule, at = best
    tally.credit(rule, at, portion=portion, pays=spent.pays(at, tally.rubric), what=chance.what)
    spent.places.append(at)


def _hearings(view: CallView, rubric: Rubric, chance: Chance) -> Iterator[tuple[str, Place]]:
    """Every stretch that took this concern up, and the rule it falls under."""
    timely = {r.turn for r in view.window(chance.turn, rubric.window)}
    for reply in view.after(chance.turn.turn):
        if _attacks(reply, rubric):
            continue  # nobody feels heard in the breath that insults them
        for touch in reply.reading.touches:
            if touch.concern != chance.id or not reply.clean(touch) or not readable(reply):
                continue
            if hollow(view.scenario, reply.text, touch) or (touch.how == "answer" and puts_off(reply, touch)):
                continue
            if touch.how == "act" and _premature(view, reply, touch.start):
                continue
            yield _rule(rubric, touch, late=reply.turn not in timely), reply.at(touch)
        for at in _answers_to(view, reply, chance.id):
            yield ("listening.dealt-with" if reply.turn in timely else "listening.dealt-late"), at


def _attacks(reply: Reply, rubric: Rubric) -> bool:
    return any(span.act is Act.HOSTILE and span.confidence >= rubric.certain for span in reply.reading.acts)


def _answers_to(view: CallView, reply: Reply, concern_id: str) -> Iterator[Place]:
    """Where a reply answers one of the concern's own questions: that takes the concern up too."""
    concern = view.scenario.concern(concern_id) if view.scenario else None
    if concern is None or not readable(reply):
        return
    yield from (
        reply.at(a) for a in reply.reading.answers if a.question.startswith(f"{concern_id}/") and reply.clean(a) and not hollow(view.scenario, reply.text, a)
    )
    if not read_out(view.scenario, reply.text, reply.place) and any(
        reply.tells_fairly(question.answered_by) for question in concern.asks if question.answered_by
    ):
        yield reply.place


def _rule(rubric: Rubric, touch: Touch, *, late: bool) -> str:
    if touch.overlap > rubric.parrot:
        return "listening.parroted"
    if touch.how == "ask":
        return "listening.asked-about"
    if touch.how in ("reflect", "own"):
        return "listening.heard-late" if late else "listening.heard"
    return "listening.dealt-late" if late else "listening.dealt-with"


def _reached(view: CallView, rubric: Rubric, chances: tuple[Chance, ...], taken: Mapping[str, object]) -> tuple[tuple[Chance, ...], tuple[Chance, ...]]:
    """The chances there was time for, and those let go only because the trainee left before their time was over."""
    gone = [c for c in chances if view.left and not taken[c.id] and len({r.go for r in view.window(c.turn, rubric.window)}) < rubric.window]
    return tuple(c for c in chances if c not in gone), tuple(gone)


def _answerings(view: CallView, rubric: Rubric, chance: Chance) -> list[Place]:
    """Everywhere this question was answered in time."""
    askings = (chance.turn, *chance.again)
    windows = [(view.window(t, rubric.window), {r.turn for r in view.window(t, 1)}) for t in askings]
    found = [
        reply.at(answer)
        for replies, at_once in windows
        for reply in replies
        for answer in reply.reading.answers
        if answers(view, chance, reply, answer, next_go=reply.turn in at_once)
        and reply.clean(answer)
        and readable(reply)
        and not hollow(view.scenario, reply.text, answer)
    ]
    found += [
        told.place
        for replies, _ in windows
        for told in replies
        if answered_by_telling(view, chance, told) and not told.attacks_throughout and not read_out(view.scenario, told.text, told.place)
    ]
    return found


def _answer(tally: Tally, chance: Chance, found: list[Place], *, spent: Spent, portion: float) -> None:
    best = min(found, key=spent.uses, default=None)
    if best is None:
        tally.missed("listening.answered", chance.turn.place, portion=portion, what=chance.what)
        return
    tally.credit("listening.answered", best, portion=portion, pays=spent.pays(best, tally.rubric), what=chance.what)
    spent.places.append(best)


def _clear(view: CallView, tally: Tally, chance: Chance, portion: float) -> None:
    cleared = _clearing(view, chance)
    if cleared is None:
        tally.missed("listening.cleared", chance.turn.place, portion=portion, what=chance.what)
        return
    timely = cleared.turn < chance.turn.turn or cleared in view.window(chance.turn, tally.rubric.window)
    tally.credit("listening.cleared", cleared.place, portion=portion, pays=1.0 if timely else tally.rubric.repeat(1), what=chance.what)


def _clearing(view: CallView, chance: Chance) -> Reply | None:
    """The reply that cleared this mix-up up."""
    return next((r for r in view.replies if chance.id in r.reading.clears and _in_own_words(view, r)), None)


def _in_own_words(view: CallView, reply: Reply) -> bool:
    """Whether a reply is more than the customer's words handed back, the policy read out or an attack on the customer."""
    return not reply.attacks_throughout and not echoed(view, reply, reply.place) and not read_out(view.scenario, reply.text, reply.place)


def _cleared_ahead(view: CallView, shown: tuple[Chance, ...]) -> list[tuple[str, Place]]:
    """Mix-ups the rep cleared up before they showed."""
    late = {chance.id for chance in shown}
    found: dict[str, tuple[str, Place]] = {}
    for reply in view.replies:
        for mix_up in view.scenario.misunderstandings if view.scenario else ():
            if mix_up.id and mix_up.id in reply.reading.clears and mix_up.id not in late and _in_own_words(view, reply):
                found.setdefault(mix_up.id, (mix_up.so, reply.place))
    return list(found.values())


def _recap(view: CallView, tally: Tally, found: list[Place], spent: Spent, portion: float) -> None:
    best = min(found, key=spent.uses, default=None)
    if best is None:
        last = view.customer[-1].place if view.customer else view.last_place
        tally.missed("listening.checked", last, portion=portion)
        return
    tally.credit("listening.checked", best, portion=portion, pays=spent.pays(best, tally.rubric))


def _wish(view: CallView, rubric: Rubric) -> ToldHelp | None:
    """How far the replies came to what the customer was here for; no chance where there was no time to."""
    if view.scenario is None or not (wish := told_help(view, view.scenario)).best:
        return None
    return wish if wish.share > 0 or view.goes > rubric.window else None


def _harms(view: CallView, tally: Tally) -> None:
    for reply in view.replies:
        for slot in reply.reading.slots:
            if slot.known and not slot.stated:
                tally.harm("listening.reask", reply.at(slot), repaired=False, what=slot.slot.replace("-", " "))
    first = next(((r, start) for r in view.replies for start in _offer_starts(r)), None)
    if first and view.customer and _premature(view, *first):
        reply, start = first
        ends = [p.end for p in (*reply.reading.offers, *reply.reading.acts) if p.start == start]
        tally.harm("listening.fix-first", Place(reply.turn, start, max(start, min(max(ends), len(reply.text)))), repaired=False)


_OF_OURS = re.compile(r"\b(?:i|i'll|i'd|we|we'll|we'd|us|you (?:can|could)|shall|how about|would you)\b", re.IGNORECASE)
"""Says who would do it, or leaves it to the customer: a fix. A bare "get off it and don't ride" only keeps them safe."""


def _offer_starts(reply: Reply) -> list[int]:
    proposals = [
        s.start for s in reply.reading.acts if s.act is Act.OFFER_CHOICE or (s.act is Act.PROPOSE and _OF_OURS.search(reply.words(s).replace("’", "'")))
    ]
    return sorted(min(max(start, 0), len(reply.text)) for start in proposals + [o.start for o in reply.reading.offers])


def _premature(view: CallView, reply: Reply, start: int) -> bool:
    """Whether nothing had been heard before this point of the call."""
    for earlier in view.replies:
        if earlier.turn > reply.turn:
            break
        limit = start if earlier.turn == reply.turn else len(earlier.text) + 1
        touched = any(t.how != "act" and t.start < limit and earlier.clean(t) for t in earlier.reading.touches)
        if touched or any(s.act in (*_HEARS, Act.ASK_OPEN, Act.EXPLAIN) and s.start < limit and earlier.clean(s) for s in earlier.reading.acts):
            return False
    return True
