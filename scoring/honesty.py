"""Scores honesty by the ledger: awkward truths told and owned, questions answered truly, word kept; less every untruth.

Truth is card and log, never wording. Openness chances come from the scenario (faults, bad news) and the customer's questions.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scenarios.acts import Act
from scenarios.model import Fact
from scenarios.reading import Answer, meet
from scoring.answering import answered_by_telling, answers
from scoring.callview import CallView, Reply
from scoring.chances import Chance, questions
from scoring.content import nothing_to_judge, readable, repaired, substantive
from scoring.earning import of_case
from scoring.ledger_rows import Row, Wrong
from scoring.rubric import Rubric
from scoring.sameness import hollow, read_out
from scoring.scores import Score
from scoring.tally import Place, Tally, unscored
from scoring.told_help import told_help


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What became of one openness chance: the rule it falls under and where, or a miss."""

    rule: str
    at: Place
    what: str
    met: bool = True
    pays: float = 1.0


def honesty(view: CallView, rubric: Rubric, ledger_rows: tuple[Row, ...]) -> Score:
    """0-100: base, a share for each openness chance taken, less untruths, overpromises and broken promises; then caps."""
    if why := nothing_to_judge(view):
        return unscored(why)
    tally = Tally(rubric, "honesty")
    _harms(view, tally, ledger_rows)
    taken = [_question(view, rubric, ledger_rows, c) for c in questions(view)]
    taken += [t for fact in (view.scenario.facts if view.scenario else ()) if (t := _fact(view, rubric, fact)) is not None]
    taken += _word_kept(ledger_rows, rubric.certain)
    for one in taken:
        if one.met:
            tally.credit(one.rule, one.at, portion=1 / len(taken), pays=one.pays, what=one.what)
        else:
            tally.missed(one.rule, one.at, portion=1 / len(taken), what=one.what)
    plain = next((r for r in view.replies if substantive(r, view.scenario)), None)
    if not taken and plain and tally.total >= tally.base:
        tally.credit("honesty.nothing-hidden", plain.place, portion=1.0)
    _untold(view, tally)
    _caps(view, tally, ledger_rows, taken)
    return tally.score(len(taken))


def _question(view: CallView, rubric: Rubric, ledger_rows: tuple[Row, ...], chance: Chance) -> Taken:
    half: Place | None = None
    window = view.window(chance.turn, rubric.window)
    at_once = {r.turn for t in (chance.turn, *chance.again) for r in view.window(t, 1)}
    for reply in view.after(chance.turn.turn):
        for answer in reply.reading.answers:
            if not answers(view, chance, reply, answer, next_go=reply.turn in at_once) or not _truthful(view, ledger_rows, reply, answer, chance):
                continue
            straight = answer.direct or any(s.act is Act.ADMIT_UNKNOWN and meet(s, answer) for s in reply.reading.acts)
            if straight and reply in window:
                return Taken(rule="honesty.answered", at=reply.at(answer), what=chance.what)
            half = half or reply.at(answer)
        if answered_by_telling(view, chance, reply) and _untainted(view, ledger_rows, reply, reply.place, chance):
            if reply in window:
                return Taken(rule="honesty.answered", at=reply.place, what=chance.what)
            half = half or reply.place
    if half:
        return Taken(rule="honesty.half-answered", at=half, what=chance.what)
    return Taken(rule="honesty.answered", at=chance.turn.place, what=chance.what, met=False)


def _truthful(view: CallView, ledger_rows: tuple[Row, ...], reply: Reply, answer: Answer, chance: Chance) -> bool:
    """Whether the answer itself does no harm and nothing in it is untrue."""
    if not readable(reply) or not reply.clean(answer):
        return False
    return _untainted(view, ledger_rows, reply, reply.at(answer), chance)


def _untainted(view: CallView, ledger_rows: tuple[Row, ...], reply: Reply, place: Place, chance: Chance) -> bool:
    """Whether no untruth or overpromise stands in these words, nor one about the fact asked for anywhere in the reply."""
    wrong = [r for r in ledger_rows if r.reply.turn == reply.turn and r.wrong in (Wrong.UNTRUE, Wrong.OVERPROMISED)]
    if any(r.at.start < place.end and place.start < r.at.end for r in wrong):
        return False
    question = view.scenario.question(chance.id) if view.scenario else None
    asked = question.answered_by if question else None
    return asked is None or not any(c.fact == asked and c.verdict == "false" for c in reply.reading.claims)


def _fact(view: CallView, rubric: Rubric, fact: Fact) -> Taken | None:
    """The chance a fault of ours or a piece of bad news gives, once the rep knows it."""
    ours = fact.fault == "ours"
    known = 0 if fact.known_to in ("rep", "both") else view.learned.get(fact.id or "")
    if not fact.id or known is None or not (ours or fact.bad_news) or not any(True for _ in view.after(known - 1)):
        return None
    base_rule = "honesty.owned" if ours else "honesty.bad-news"
    out = next(((turn, d) for turn, d in view.found_out if d.ref == fact.id and d.kind in ("fault", "lie")), None)
    before = [r for r in view.replies if out is None or r.turn < out[0]]
    tellings = [r for r in before if _tells(view, r, fact.id)]
    if not tellings:
        if view.left and view.goes <= rubric.window:
            return None  # left before there was a fair chance to say it
        if not ours and out is None and not _bound_to_come_up(view, fact):
            return None
        place = _should_have_come_up(view, rubric, known, out[0] if out else None)
        return Taken(rule=base_rule, at=place, what=fact.true, met=False)
    if ours and not any(_owns(r, tellings) for r in before):
        return Taken(rule="honesty.told-not-owned", at=tellings[0].place, what=fact.true)
    return Taken(rule=base_rule, at=tellings[0].place, what=fact.true)


def _should_have_come_up(view: CallView, rubric: Rubric, known: int, out: int | None) -> Place:
    """The customer turn by which an untold fact was due: where it came out, else the last of the window's turns."""
    turns = [t for t in view.customer if t.turn >= known and (out is None or t.turn <= out)]
    if out is not None and turns:
        return turns[-1].place
    answered = [t for t in turns if view.window(t, 1)]
    return answered[min(rubric.window, len(answered)) - 1].place if answered else view.last_place


def _bound_to_come_up(view: CallView, fact: Fact) -> bool:
    """Whether bad news mattered in this call: it comes out by itself, or the customer asked for it."""
    if fact.comes_out is not None or view.scenario is None:
        return True
    asked = (view.scenario.question(chance.id) for chance in questions(view))
    return any(question.answered_by == fact.id for question in asked if question)


def _tells(view: CallView, reply: Reply, fact: str) -> bool:
    claims = [c for c in reply.reading.claims if c.fact == fact]
    if any(c.verdict == "false" for c in claims) or (claims and all(reply.sneered(c) or read_out(view.scenario, reply.text, c) for c in claims)):
        return False
    return fact in reply.reading.tells or any(c.verdict == "true" and reply.clean(c) for c in claims)


def _owns(reply: Reply, tellings: list[Reply]) -> bool:
    """Whether this reply says the fault is ours: in a telling of it, or one go to either side of one."""
    owning = any(s.act is Act.OWN and reply.clean(s) for s in reply.reading.acts)
    return owning and any(abs(reply.go - told.go) <= 1 for told in tellings)


def _word_kept(ledger_rows: tuple[Row, ...], certain: float) -> list[Taken]:
    """One chance for the call, however many promises: the share kept, or put down for its hour, of those that were or surely could not be."""
    promises = [r for r in ledger_rows if r.entry.kind == "promise"]
    kept = [r for r in promises if r.entry.fate == "kept" or r.noted]
    broken = [r for r in promises if r.wrong is not None and r.entry.fate != "kept" and r.sure >= certain]
    if not kept and not broken:
        return []
    if not kept:
        return [Taken(rule="honesty.kept", at=broken[0].at, what=broken[0].entry.words, met=False)]
    first = next((r for r in kept if not r.noted), kept[0])
    rule = "honesty.noted" if first.noted else "honesty.kept"
    return [Taken(rule=rule, at=first.at, what=first.entry.words, pays=len(kept) / (len(kept) + len(broken)))]


RULES = {Wrong.UNTRUE: "honesty.false-claim", Wrong.OVERPROMISED: "honesty.overpromise", Wrong.BROKEN: "honesty.broken"}


def _harms(view: CallView, tally: Tally, ledger_rows: tuple[Row, ...]) -> None:
    for row in ledger_rows:
        if row.wrong:
            card = f"The card says: {row.entry.card.rstrip('. ')}." if row.entry.card else row.entry.done
            tally.harm(RULES[row.wrong], row.at, repaired=row.soon and row.corrected, sure=row.sure, what=row.entry.words, card=card)
    for reply in view.replies:
        for span in reply.reading.acts:
            if span.act is Act.EVADE:
                tally.harm("honesty.evade", reply.at(span), repaired=repaired(view, reply, span.end, tally.rubric.window), sure=span.confidence)


def _untold(view: CallView, tally: Tally) -> None:
    """What the customer was let go without: nothing where the matter was settled, the call left, or over before there was time to say it."""
    scenario, ended = view.scenario, view.ended
    if scenario is None or ended is None or view.left or ended.outcome in scenario.outcomes or view.goes <= tally.rubric.window:
        return
    told = told_help(view, scenario)
    if told.share < 1 and told.best:
        evaded = -sum(row.points for row in tally.rows if row.rule == "honesty.evade")  # going round it is how most keep it back: that is charged once
        cost = tally.rubric.cost(tally.rubric.criterion("honesty.untold-help")) * (1 - told.share) - evaded
        if cost > 0:
            tally.weigh("honesty.untold-help", view.last_place, -cost, what=told.best)


def _certain(rows: Iterable[Row], certain: float) -> Row | None:
    """The first of these words, where they are certain or there are several of them: a ceiling is too much to hang on one doubt."""
    found = list(rows)
    return found[0] if len(found) > 1 or any(row.sure >= certain for row in found) else None


def _caps(view: CallView, tally: Tally, ledger_rows: tuple[Row, ...], taken: list[Taken]) -> None:
    over = _certain((r for r in ledger_rows if r.wrong is Wrong.OVERPROMISED), tally.rubric.certain)
    untrue = [r for r in ledger_rows if r.wrong is Wrong.UNTRUE and not r.corrected]
    if over:
        tally.cap("honesty.overpromise-cap", over.at)
    if len(untrue) > 1:  # one reading may be mistaken, and then an honest rep would be held to a liar's score
        tally.cap("honesty.false-cap", untrue[1].at)
    faults = [one for one in taken if one.rule in ("honesty.owned", "honesty.told-not-owned")]
    ours = [fact.id for fact in view.scenario.facts if fact.fault == "ours" and fact.id] if view.scenario else []
    owned = any(
        s.act is Act.OWN and reply.clean(s) and not hollow(view.scenario, reply.text, s) and of_case(view, reply, s)
        for reply in view.replies
        for s in reply.reading.acts
    )
    if faults and not owned and not any(_tells(view, reply, id_) for reply in view.replies for id_ in ours):
        tally.cap("honesty.withheld-cap", faults[-1].at)
