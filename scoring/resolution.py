"""Scores what the customer ends up with against the best that was feasible, and how directly the call got there.

100 x Q x F: Q from the outcome, F from replies and simulated minutes against par. Where an honest no is the best there is,
giving it well counts as the outcome, even if the customer leaves.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from scenarios.acts import Act
from scenarios.model import Scenario
from scenarios.moves import Ending
from scenarios.transcript import Ended
from scoring.callview import CallView
from scoring.content import substantive
from scoring.ledger_promises import amount_of
from scoring.ledger_rows import Row, Wrong, label
from scoring.rubric import Pace, Rubric
from scoring.scores import OutcomeNote, Score
from scoring.tally import Place, Tally, unscored
from scoring.underway import only_cut_off

SCATTERED = 2
"""Remedies for other outcomes than the one agreed, from which the desk was not used but tried out."""

LOST_TRUST = 30.0
"""Trust, 0-100, below which a customer whose matter was settled goes elsewhere with the next one."""

ACCEPTED = (Ending.ACCEPTED, Ending.PARTLY)
FOUGHT = (Act.ARGUE, Act.HOSTILE, Act.BLAME, Act.INVALIDATE)


@dataclass(frozen=True, kw_only=True)
class Reached:
    """What the call came to: ``share`` is worth against the best feasible, 0-1."""

    rule: str
    share: float
    what: str
    at: Place


def resolution(view: CallView, rubric: Rubric, ledger_rows: tuple[Row, ...]) -> Score:
    """0-100, or not scored: no scenario, a call not over, or a call the trainee left."""
    if view.scenario is None:
        return unscored("Without a scenario there is no telling what could have been done.")
    if view.ended is None:
        return unscored("How the call ended is not known.")
    if view.left:
        return unscored("The call was left before it could be settled; nothing is held against that.")
    scenario, ended = view.scenario, view.ended
    tally = Tally(rubric, "resolution")
    reached = _reached(view, scenario, ended)
    if reached.share > 0:
        tally.credit(reached.rule, reached.at, portion=1.0, pays=reached.share, what=reached.what)
    else:
        tally.missed("resolution.outcome", reached.at, portion=1.0)
    if given := _over_given(view, scenario, ended, rubric.over_giving):
        tally.cap("resolution.over-giving", view.last_place, what=given)
    if needless := _needless_handoff(view, scenario, ended):
        tally.cap("resolution.needless-handoff", needless)
    if back := _comes_back(view, ended, ledger_rows):
        lost = 1 - back.keeps * (rubric.criterion("resolution.comes-back").factor or 1.0)
        tally.multiply("resolution.comes-back", back.at, by=1 - lost * tally.charged(back.sure), what=back.why)
    if kept_back := _kept_back(view, scenario):
        tally.harm("resolution.passed-inside", view.last_place, repaired=False, what=kept_back)
    if ended.ending in ACCEPTED and ended.mood.trust < LOST_TRUST:
        tally.harm("resolution.lost-trust", view.last_place, repaired=False, what=f"trust {ended.mood.trust:.0f} of 100 at the end")
    if tally.total > 0:
        by, took = _pace(view, scenario, rubric.pace)
        tally.multiply("resolution.pace", view.last_place, by=by, what=took)
    return tally.score(1)


def outcome_note(view: CallView) -> OutcomeNote:
    """The outcome as the scorecard shows it."""
    ended = view.ended
    if ended is None or view.left:
        return OutcomeNote(id=None, worth=None, accepted=None)
    return OutcomeNote(id=ended.outcome, worth=ended.worth, accepted=ended.ending in (*ACCEPTED, Ending.UNFINISHED))


def _reached(view: CallView, scenario: Scenario, ended: Ended) -> Reached:
    best = scenario.best_worth or 1.0
    outcome = scenario.outcomes.get(ended.outcome) if ended.outcome else None
    if outcome and ended.outcome:
        share = min(1.0, outcome.worth / best)
        return Reached(rule="resolution.outcome", share=share, what=outcome.what or ended.outcome.replace("-", " "), at=view.last_place)
    if honest := _honest_no(view, scenario):
        return honest
    if (done := _done_unasked(view, scenario)) and ended.ending in (Ending.REFUSED, Ending.HUNG_UP):
        return done
    share = min(1.0, max(0.0, ended.worth) / best)
    if ended.ending is Ending.SUPERVISOR:
        share = max(share, 0.4) if not _feasible(scenario) else share if _handed(view, scenario, ended) else 0.0
    return Reached(rule="resolution.outcome", share=share, what=ENDINGS[ended.ending], at=view.last_place)


ENDINGS = {
    Ending.ACCEPTED: "the customer agreed",
    Ending.PARTLY: "settled in part",
    Ending.REFUSED: "the customer left without agreeing",
    Ending.HUNG_UP: "the customer broke off",
    Ending.SUPERVISOR: "a supervisor took over",
    Ending.UNFINISHED: "agreed but never done",
    Ending.LEFT: "the call was left",
}


def _honest_no(view: CallView, scenario: Scenario) -> Reached | None:
    """The worth of an honest no well given, where the scenario counts one as an outcome and no better one is in reach."""
    if any(reply.reading.has(*FOUGHT, Act.FALSE_CLAIM, Act.OVERPROMISE) for reply in view.replies):
        return None
    best: Reached | None = None
    for name in scenario.acceptable:
        outcome = scenario.outcomes.get(name)
        if outcome is None or not outcome.takes_if or outcome.needs or any(a.gives == name for a in scenario.desk.actions.values()):
            continue
        said = next((r for r in view.replies if r.reading.has(Act.HONEST_NO) and any(o.outcome == name for o in r.reading.offers)), None)
        share = min(1.0, outcome.worth / (scenario.best_worth or 1.0))
        if said and (best is None or share > best.share):
            best = Reached(rule="resolution.honest-no", share=share, what=outcome.what or name.replace("-", " "), at=said.place)
    return best


def _done_unasked(view: CallView, scenario: Scenario) -> Reached | None:
    """The most that stands in the log and was told, though nobody agreed to it; nothing where the desk was merely tried out."""
    log = {event.do for event in view.done}
    told = {claim.action for reply in view.replies for claim in reply.reading.claims if claim.verdict == "true"}
    told |= {offer.action for reply in view.replies for offer in reply.reading.offers}
    spoke = {reply.go for reply in view.replies if substantive(reply, scenario)}
    told |= {event.do for event in view.done if view.go_of(event.turn) in spoke}
    best: Reached | None = None
    for name in sorted(scenario.acceptable, key=lambda name: -scenario.outcomes[name].worth):
        outcome = scenario.outcomes[name]
        serving = set(outcome.needs) or {a for a, action in scenario.desk.actions.items() if action.gives == name and a in log}
        others = {
            event.do for event in view.done if (action := scenario.desk.actions.get(event.do)) and action.gives in scenario.outcomes and event.do not in serving
        }
        if serving & log & told and len(others) < SCATTERED:
            share = min(1.0, outcome.worth / (scenario.best_worth or 1.0)) * len(serving & log) / len(serving)
            what = outcome.what or name.replace("-", " ")
            if best is None or share > best.share:
                best = Reached(rule="resolution.done-unasked", share=share, what=what if serving <= log else f"a part of {what}", at=view.last_place)
    return best


def _feasible(scenario: Scenario) -> bool:
    """Whether any outcome this customer would take lies within the desk's own authority."""
    open_actions = {name for name, a in scenario.desk.actions.items() if a.refused is None and a.kind != "handoff"}
    for name in scenario.acceptable:
        outcome = scenario.outcomes.get(name)
        if outcome is None:
            continue
        giving = {a for a, action in scenario.desk.actions.items() if action.gives == name}
        if (outcome.needs and set(outcome.needs) <= open_actions) or (not outcome.needs and (giving & open_actions or (not giving and outcome.takes_if))):
            return True
    return False


def _needless_handoff(view: CallView, scenario: Scenario, ended: Ended) -> Place | None:
    """Where the call was handed over, when the desk itself could have settled it."""
    if not _feasible(scenario) or (ended.ending in ACCEPTED and not _handed(view, scenario, ended)):
        return None
    if handed := _handed(view, scenario, ended):
        before = [r for r in view.replies if r.turn <= handed]
        return before[-1].place if before else view.last_place
    return view.last_place if ended.ending is Ending.SUPERVISOR else None


def _handed(view: CallView, scenario: Scenario, ended: Ended) -> int | None:
    """Turn of a handover that was not part of what the outcome needs."""
    outcome = scenario.outcomes.get(ended.outcome) if ended.outcome else None
    for event in view.done:
        action = scenario.desk.actions.get(event.do)
        if event.do != "supervisor" and (action is None or action.kind != "handoff"):
            continue
        if outcome and (event.do in outcome.needs or (action and action.gives == ended.outcome)):
            continue
        return event.turn
    return None


def _kept_back(view: CallView, scenario: Scenario) -> str:
    """What should have been passed inside and was not, in words; empty where it was, or where nobody spoke of the case at all."""
    log = {event.do for event in view.done}
    left = [label(name, action) for name, action in scenario.desk.actions.items() if action.kind == "report" and name not in log]
    return left[0] if left and any(substantive(reply, scenario) for reply in view.replies) else ""


def _over_given(view: CallView, scenario: Scenario, ended: Ended, limit: float) -> str:
    """What was given beyond need, in words; empty when nothing was.

    Two cases can be told from a card: money that is an outcome of its own paid on top of another outcome, and much more
    than the least that settles it. Goodwill beside a remedy, or a stop-gap before the real repair, is neither.
    """
    actions = scenario.desk.actions
    outcome = scenario.outcomes.get(ended.outcome) if ended.outcome else None
    if outcome is None:
        return ""
    serving = {name for name, action in actions.items() if action.gives == ended.outcome} | set(outcome.needs)
    others = {actions[e.do].gives for e in view.done if e.do in actions and actions[e.do].gives in scenario.outcomes and e.do not in serving}
    if len(others) >= SCATTERED:
        return "every remedy at once, the unwanted ones too"
    paid = [e for e in view.done if e.do in actions and actions[e.do].up_to and actions[e.do].gives in scenario.outcomes and e.do not in serving]
    if paid and any(e.do in serving for e in view.done):
        return f"{label(paid[0].do, actions[paid[0].do])} on top of {outcome.what or (ended.outcome or '').replace('-', ' ')}"
    given = max((amount_of(view, e) or Decimal(0) for e in view.done if e.do in serving), default=Decimal(0))
    least = outcome.at_least
    return f"{least.spoken} would have settled it" if least and given > least.value * Decimal(str(limit)) else ""


@dataclass(frozen=True, kw_only=True)
class Return:
    """Why this will land on someone's desk again, and the words or turn behind it."""

    why: str
    at: Place
    keeps: float = 1.0
    """0 where nothing at all was delivered"""
    sure: float = 1.0
    """0-1: how sure the reader is of the words it hangs on"""


def _comes_back(view: CallView, ended: Ended, ledger_rows: tuple[Row, ...]) -> Return | None:
    wrong = max((r for r in ledger_rows if r.wrong in (Wrong.BROKEN, Wrong.OVERPROMISED) and not r.corrected), key=lambda r: r.sure, default=None)
    found = next((d for d in ended.aftermath if d.kind in ("lie", "broken") and not only_cut_off(view, d)), None)
    if ended.ending is Ending.UNFINISHED:
        if wrong or found:
            return Return(why="what was agreed was never done, and what was said of it was not so.", at=wrong.at if wrong else view.last_place, keeps=0.0)
        return Return(why="what was agreed was never done.", at=view.last_place)
    if wrong:
        return Return(why="a promise will not be kept.", at=wrong.at, sure=wrong.sure)
    if found is None:
        return None
    at = next((r.place for r in view.replies if r.turn == found.turn), view.last_place)
    return Return(why=found.how or "the customer finds out afterwards.", at=at)


def _pace(view: CallView, scenario: Scenario, pace: Pace) -> tuple[float, str]:
    """The factor for replies and simulated minutes against par, whichever is worse, and the figures in words."""
    par = scenario.par_or_default
    minutes = sum(r.seconds for r in view.replies) / 60 + sum(e.seconds for e in view.acted) / 60
    ratio = max(len(view.replies) / par.replies, minutes / par.minutes)
    over = (ratio - pace.free) / max(pace.slow - pace.free, 0.01)
    factor = 1 - (1 - pace.floor) * min(1.0, max(0.0, over))
    took = f"{_count(len(view.replies), 'reply', 'replies')} and {_count(round(minutes), 'minute', 'minutes')}"
    free = ", so the pace cost nothing" if factor == 1 else ""
    return factor, f"{took}; an expert takes {_count(par.replies, 'reply', 'replies')} and {_count(round(par.minutes), 'minute', 'minutes')}{free}"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
