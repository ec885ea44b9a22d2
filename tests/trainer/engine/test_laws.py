"""Laws that hold for every call, whatever the rep writes."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scenarios.acts import HARM, Act
from scenarios.moves import Intensity
from scenarios.reading import Oddity, Promise, Reading, SlotAsk
from scenarios.transcript import CustomerMoved, Ended, Event, Opened, RepActed, RepSaid
from tests.trainer.engine.case import Played, case, opened, reading
from trainer.engine import State, open_call, step
from trainer.engine.draws import draw, noise
from trainer.engine.feelings import Feelings

CASE = case(
    misunderstandings=[
        {"id": "days", "thinks": "a refund takes a month", "so": "three days", "says": ["A month!", "A whole month."], "cleared_if": "three days"}
    ],
    beats=[{"id": "clock", "when": {"from_reply": 3, "unheard": "party"}, "says": "Saturday, I said.", "anger": 4, "concern": "party"}],
)
LIMITS = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])

_offers = st.sampled_from([("refund", "refund", 48), ("refund", None, 5), ("reserve", "collect"), (None, "sorry-only"), ("nothing", "nowhere")])
_promise = Promise(actor="rep", what="x", action="refund", amount=None, due=None, bound=True, supported=None, start=0, end=5)


@st.composite
def readings(draw_: st.DrawFn) -> Reading:
    parts: dict[str, Any] = {
        "touches": draw_(st.lists(st.sampled_from(["leak", "call", "party", "nothing"]), max_size=3)),
        "overlap": draw_(st.sampled_from([0.1, 0.9])),
        "offers": draw_(st.lists(_offers, max_size=2)),
        "false": draw_(st.lists(st.sampled_from(["seal", "queue", "refund", None, "nothing"]), max_size=2)),
        "tells": draw_(st.lists(st.sampled_from(["seal", "queue", "stock", "nothing"]), max_size=2)),
        "answers": draw_(st.lists(st.sampled_from(["leak/0", "last", "nothing/9"]), max_size=1)),
        "clears": draw_(st.lists(st.sampled_from(["days", "nothing"]), max_size=1)),
        "promises": draw_(st.lists(st.sampled_from([_promise, _promise.model_copy(update={"supported": False})]), max_size=2)),
        "slots": draw_(
            st.lists(
                st.builds(SlotAsk, start=st.just(0), end=st.just(3), slot=st.sampled_from(["order", "photo"]), known=st.booleans(), stated=st.booleans()),
                max_size=1,
            )
        ),
        "oddity": draw_(st.sampled_from([None, None, None, None, *Oddity])),
        "sure": draw_(st.sampled_from([0.3, 0.8, 1.0])),
        "words": draw_(st.integers(0, 200)),
        "repeated": draw_(st.sampled_from([(), ("i hear you",)])),
    }
    return reading(*draw_(st.lists(st.sampled_from(list(Act)), max_size=5)), **parts)


_desk = st.sampled_from(
    [("refund", {"amount": "48"}), ("check-shop", {}), ("reserve", {}), ("hold", {"time": "3m"}), ("hold", {"time": "1m", "reason": "stock"}), ("expedite", {})]
)
plays = st.lists(st.one_of(readings(), readings(), _desk), max_size=14)


def played(turns: list[Any], seed: int, intensity: Intensity = Intensity.RAW) -> Played:
    call = opened(CASE, seed, intensity)
    for turn in turns:
        if isinstance(turn, Reading):
            call.hear(turn)
        else:
            call.do(turn[0], **turn[1])
    return call


def folded(events: list[Event], seed: int, *, customer: bool) -> tuple[State, list[Event]]:
    state, made = open_call(CASE, seed, Intensity.RAW)
    for event in events:
        if isinstance(event, RepSaid | RepActed):
            state, more = step(CASE, state, event)
            made += [event, *more]
        elif customer and not isinstance(event, Opened):
            state, more = step(CASE, state, event)
            assert more == []
    return state, made


@LIMITS
@given(plays, st.integers(0, 10**6))
def test_feelings_stay_within_bounds(turns: list[Any], seed: int) -> None:
    call = played(turns, seed)
    for moved in call.moves:
        assert all(0 <= value <= 100 for value in moved.mood.model_dump().values())
    if call.ended:
        assert 0 <= call.ended.verdict <= 100
        assert 0 <= call.ended.worth <= 1


@LIMITS
@given(plays, st.integers(0, 10**6), st.booleans())
def test_folding_the_events_again_gives_the_same_call(turns: list[Any], seed: int, customer: bool) -> None:
    call = played(turns, seed)
    state, made = folded(call.events, seed, customer=customer)
    assert state == call.state
    assert made == call.events


@LIMITS
@given(plays, st.integers(0, 10**6))
def test_nothing_follows_an_ended_call(turns: list[Any], seed: int) -> None:
    call = played(turns, seed).leave()
    before = call.state
    ends = [event for event in call.events if isinstance(event, Ended)]
    assert len(ends) == 1
    assert step(CASE, before, RepSaid(turn=99, text="x", reading=reading(Act.OWN), seconds=15)) == (before, [])


@LIMITS
@given(plays, readings(), st.sampled_from(sorted(HARM)), st.integers(0, 10**6))
def test_a_harm_added_to_a_reply_never_improves_what_the_customer_feels(turns: list[Any], heard: Reading, harm: Act, seed: int) -> None:
    call = played(turns, seed)
    if call.state.ended or heard.oddity is not None:
        return
    with_harm = Reading(**{**dict(heard), "acts": (*heard.acts, *reading(harm).acts)})
    plain = Played(CASE, call.state, []).hear(heard)
    hurt = Played(CASE, call.state, []).hear(with_harm)
    if plain.last.says != hurt.last.says:
        return  # a scripted moment fired in one of them and moved the mood by itself
    assert hurt.last.mood.anger >= plain.last.mood.anger - 0.01
    for side in ("trust", "heard", "hope", "patience"):
        assert getattr(hurt.last.mood, side) <= getattr(plain.last.mood, side) + 0.01


@LIMITS
@given(st.lists(readings(), min_size=4, max_size=8), readings(), st.integers(0, 10**6))
def test_editing_one_turn_leaves_the_chance_of_the_others_alone(turns: list[Reading], other: Reading, seed: int) -> None:
    ours, theirs = played(turns, seed), played([*turns[:1], other, *turns[2:]], seed)
    shared = [event for event in ours.events if event.turn <= 2]
    assert shared == [event for event in theirs.events if event.turn <= 2]
    assert ours.state.persona == theirs.state.persona


def test_a_draw_depends_on_seed_turn_and_purpose_and_nothing_else() -> None:
    one = draw(5, 7, "attack")
    assert one == draw(5, 7, "attack")
    assert len({one, draw(6, 7, "attack"), draw(5, 8, "attack"), draw(5, 7, "attac")}) == 4


def test_draws_cover_their_range_evenly() -> None:
    values = [draw(seed, 3, "x") for seed in range(2000)]
    assert 0.47 < sum(values) / len(values) < 0.53
    assert all(0.9 <= noise(seed, 3, "x") <= 1.1 for seed in range(500))


def test_the_state_is_plain_frozen_data() -> None:
    state = opened(CASE).state
    assert hash(state._replace(turn=3)) != hash(state)
    assert isinstance(state.feelings, Feelings)
    assert set(state._fields) >= {"seed", "feelings", "pending", "undertakings"}


def test_a_customer_move_in_the_list_changes_nothing() -> None:
    call = opened(CASE).say(Act.OWN)
    moved = call.last
    assert isinstance(moved, CustomerMoved)
    assert step(CASE, call.state, moved) == (call.state, [])
