"""Resolution: the outcome against the best feasible, what will come back, needless giving and handing over, and pace."""

from __future__ import annotations

import pytest

from scenarios.acts import Act
from scenarios.moves import Ending
from scenarios.transcript import Discovery, RepSaid
from scoring.callview import CallView
from scoring.ledger import rows as ledger_rows
from scoring.resolution import resolution
from scoring.rubric import load_rubric
from scoring.scores import Score
from tests.scoring.builders import Call, Mark, act, offer, promise, scenario


def score(call: Call) -> Score:
    view, rubric = CallView(call.transcript, scenario()), load_rubric()
    return resolution(view, rubric, ledger_rows(view, rubric.window))


def settled(outcome: str | None, ending: Ending = Ending.ACCEPTED, *, done: tuple[tuple[str, str], ...] = (), replies: int = 1, seconds: int = 30) -> Call:
    call = Call().customer()
    for _ in range(replies):
        call.rep("Booked.", seconds=seconds).customer()
    for do, amount in done:
        call.acts(do, amount=amount)
    worth = scenario().outcomes[outcome].worth if outcome else 0.0
    return call.ends(ending, outcome, worth=worth)


@pytest.mark.parametrize(("outcome", "value"), [("tuned", 100), ("money-back", 60), ("told-straight", 50), (None, 0)])
def test_the_outcome_counts_by_its_worth_against_the_best(outcome: str | None, value: float) -> None:
    assert score(settled(outcome, Ending.ACCEPTED if outcome else Ending.REFUSED)).value == value


def test_agreed_but_never_done_counts_half() -> None:
    assert score(settled("tuned", Ending.UNFINISHED)).value == 50


def test_agreed_never_done_and_promised_beyond_the_desk_counts_nothing() -> None:
    call = Call().customer().rep("It will be there within the hour.", act(Act.OVERPROMISE)).customer().ends(Ending.UNFINISHED, "tuned", worth=0)
    assert score(call).value == 0


def test_a_broken_promise_or_a_lie_that_comes_out_later_counts_half() -> None:
    broken = Call().customer().rep("I'll pass it on.", promise("pass-on")).customer().ends()
    lie = Call().customer().rep("Booked.").customer().ends(aftermath=(Discovery(kind="lie", ref="diary", turn=1, how="The tuner told her."),))
    assert score(broken).value == 50
    assert score(lie).value == 50
    assert "The tuner told her." in score(lie).evidence[-2].says


@pytest.mark.parametrize(("sure", "value"), [(0.5, 100), (0.6, 75), (0.7, 50), (0.9, 50)])
def test_a_promise_that_may_be_none_costs_as_far_as_the_reader_is_sure(sure: float, value: float) -> None:
    said = Call().customer().rep("Saturday sure.", act(Act.OVERPROMISE)).customer().ends()
    events = tuple(
        e.model_copy(update={"reading": e.reading.model_copy(update={"acts": tuple(a.model_copy(update={"confidence": sure}) for a in e.reading.acts)})})
        if isinstance(e, RepSaid)
        else e
        for e in said.transcript.events
    )
    view, rubric = CallView(said.transcript.model_copy(update={"events": events}), scenario()), load_rubric()
    assert resolution(view, rubric, ledger_rows(view, rubric.window)).value == pytest.approx(value, abs=0.1)


def test_giving_two_remedies_holds_the_score_at_seventy() -> None:
    assert score(settled("tuned", done=(("book-tuner", ""), ("refund", "40 GBP")))).value == 70


def test_giving_well_over_what_would_settle_it_counts_as_over_giving() -> None:
    enough, too_much = (score(settled("money-back", Ending.PARTLY, done=(("refund", f"{amount} GBP"),))) for amount in (45, 80))
    assert enough.value == 60
    assert too_much.value == 60, "the cap of 70 does not bind below it"
    assert [r.rule for r in too_much.evidence] == ["resolution.outcome", "resolution.pace"]


def test_handing_over_what_the_desk_could_settle_holds_it_at_forty() -> None:
    assert score(settled("tuned", done=(("pass-on", ""), ("book-tuner", "")))).value == 40
    supervisor = Call().customer().rep("One moment.").acts("supervisor").ends(Ending.SUPERVISOR, None, worth=0.7)
    assert score(supervisor).value == 40


def honest_no(*marks: Mark) -> Call:
    return Call().customer().rep("We can't come; I can name another tuner.", *marks).customer().ends(Ending.REFUSED, None, worth=0)


def test_an_honest_no_with_an_option_counts_even_if_they_leave() -> None:
    result = score(honest_no(act(Act.HONEST_NO), offer("told-straight")))
    assert result.value == 50
    assert result.evidence[0].rule == "resolution.honest-no"


@pytest.mark.parametrize(
    "marks", [(act(Act.HONEST_NO),), (act(Act.DEFLECT), offer("told-straight")), (act(Act.HONEST_NO), offer("told-straight"), act(Act.ARGUE))]
)
def test_a_bare_no_or_a_fight_is_no_honest_no(marks: tuple[Mark, ...]) -> None:
    assert score(honest_no(*marks)).value == 0


@pytest.mark.parametrize(("replies", "seconds", "value"), [(5, 10, 100), (10, 10, 50), (20, 10, 50), (4, 94, 100), (1, 750, 50)])
def test_pace_costs_nothing_to_a_quarter_over_par_and_half_at_two_and_a_half(replies: int, seconds: int, value: float) -> None:
    assert score(settled("tuned", replies=replies, seconds=seconds)).value == pytest.approx(value, abs=0.5)


@pytest.mark.parametrize("call", [Call().customer().rep("Hello."), Call().customer().rep("Hello.").ends(Ending.LEFT, None, worth=0)])
def test_a_call_without_an_end_or_left_by_the_trainee_is_not_scored(call: Call) -> None:
    result = score(call)
    assert result.value is None
    assert result.why_not


def test_without_a_scenario_it_is_not_scored() -> None:
    view, rubric = CallView(settled("tuned").transcript, None), load_rubric()
    assert resolution(view, rubric, ()).value is None


def test_a_supervisor_the_customer_had_to_insist_on_is_worth_nothing_where_the_desk_could_have_settled_it() -> None:
    insisted = Call().customer().rep("No.").customer().ends(Ending.SUPERVISOR, None, worth=0.2)
    handed = Call().customer().rep("I'll bring my supervisor in.").acts("supervisor").ends(Ending.SUPERVISOR, None, worth=0.2)
    assert score(insisted).value == 0
    assert score(handed).value == 20


def test_trying_out_every_remedy_holds_the_score_at_seventy() -> None:
    card = scenario().model_dump(mode="json", exclude_none=True)
    actions = {
        **card["desk"]["actions"],
        "name-another": {"what": "name another tuner", "gives": "told-straight"},
        "refund": {"what": "refund", "gives": "money-back"},
    }
    tried = scenario(desk={**card["desk"], "actions": actions})
    rubric = load_rubric()

    def value(*done: str) -> float | None:
        view = CallView(settled("tuned", done=tuple((do, "") for do in done)).transcript, tried)
        return resolution(view, rubric, ledger_rows(view, rubric.window)).value

    assert (value("book-tuner"), value("book-tuner", "refund"), value("book-tuner", "refund", "name-another")) == (100, 100, 70)


def test_what_was_done_and_told_but_never_agreed_counts_for_less_than_half() -> None:
    told = Call().customer().acts("book-tuner").rep("Booked for Tuesday.", offer("tuned", action="book-tuner")).customer().ends(Ending.REFUSED, None, worth=0)
    untold = Call().customer().acts("book-tuner").rep("Anything else?").customer().ends(Ending.REFUSED, None, worth=0)
    assert (score(told).value, score(untold).value) == (40, 0)


def test_the_pace_is_told_even_where_it_cost_nothing_and_costs_last() -> None:
    quick = score(settled("tuned", Ending.ACCEPTED))
    pace = quick.evidence[-1]
    assert (pace.rule, pace.points) == ("resolution.pace", 0)
    assert "an expert takes 4 replies and 5 minutes, so the pace cost nothing" in pace.says
    assert quick.evidence[0].of == 100
