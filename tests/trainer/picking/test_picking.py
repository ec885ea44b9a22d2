"""What a search finds, what narrows the list, and how it is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.model import Scenario
from trainer.picking.choices import ANY, Part, asking, choices, chosen
from trainer.picking.listed import Listed, customer_line, first_call, on_the_list, played_line, with_played
from trainer.picking.searching import searched
from trainer.picking.wanted import ALL, Length, Order, Wanted, fitting, said, ways_out
from trainer.records.store import Store
from trainer.wiring import finish_call, start_call

BOILER = Listed(
    "no-heat", "Two men", "boiler repairs", 3, customer="Pearl Mbeki", about="79, night sister. Hard of hearing.", principles=("004.11",), minutes=13
)
FERRY = Listed("ferry", "The last ferry", "ferry", 1, customer="Iain Mór", principles=("001.2",), minutes=6, guided=True)
BANK = Listed("safe", "The safe account", "bank", 4, customer="Rowena Castle", principles=("004.11",), minutes=22)
SHELF = [FERRY, BOILER, BANK]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", SHELF),
        ("   ", SHELF),
        ("boiler", [BOILER]),
        ("bolier", [BOILER]),
        ("BOIL", [BOILER]),
        ("pearl boiler", [BOILER]),
        ("iain mor", [FERRY]),
        ("say no", [BOILER, BANK]),
        ("004.11", [BOILER, BANK]),
        ("004.1", [BOILER, BANK]),
        ("ferry", [FERRY]),
        ("sister", [BOILER]),
        ("boiler bank", []),
        ("xq", []),
        ("[b]\x1b[2J", []),
        ("a" * 100_000, []),
    ],
)
def test_every_word_is_found_and_a_slip_is_forgiven(query: str, found: list[Listed]) -> None:
    assert searched(SHELF, query) == found


def test_a_title_counts_for_more_than_what_is_said_of_the_customer() -> None:
    told = replace(BANK, about="Missed the last ferry once.")
    assert searched([told, FERRY], "ferry") == [FERRY, told]


def test_a_level_is_asked_for_as_the_list_shows_it() -> None:
    assert searched(SHELF, "level 4") == [BANK]
    assert searched(SHELF, "Level 3 pearl") == [BOILER]
    assert searched(SHELF, "level 4 pearl") == []


@given(st.text(max_size=60))
def test_no_query_breaks_the_search_or_invents_a_call(query: str) -> None:
    assert set(searched(SHELF, query)) <= set(SHELF)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(trade="BOIL"), [BOILER]),
        (Wanted(level=4), [BANK]),
        (Wanted(principle="004.11"), [BOILER, BANK]),
        (Wanted(length=Length.SHORT), [FERRY]),
        (Wanted(length=Length.USUAL), [BOILER]),
        (Wanted(length=Length.LONG, level=1), []),
        (Wanted(order=Order.SHORTEST), [FERRY, BOILER, BANK]),
        (Wanted(words="say no", trade="bank"), [BANK]),
    ],
)
def test_what_is_asked_narrows_the_list(wanted: Wanted, found: list[Listed]) -> None:
    assert fitting(SHELF, wanted) == found


def test_the_orders_differ_and_leave_nothing_out() -> None:
    long_ago, lately = datetime(2026, 1, 2, tzinfo=UTC), datetime(2026, 3, 4, tzinfo=UTC)
    shelf = [replace(FERRY, times=2, last=long_ago), replace(BOILER, times=1, last=lately), BANK]
    first = {order: fitting(shelf, Wanted(order=order))[0].id for order in Order}
    assert first == {Order.EASIEST: "ferry", Order.NEW: "safe", Order.SHORTEST: "ferry", Order.RECENT: "no-heat"}
    assert all(len(fitting(shelf, Wanted(order=order))) == 3 for order in Order)


def test_the_state_of_the_list_is_said_in_words() -> None:
    assert said(SHELF, SHELF, ALL) == "3 calls, easiest first."
    wanted = Wanted(level=3, length=Length.USUAL)
    assert said(SHELF, [BOILER], wanted) == "1 of 3 calls fits: level 3, hard; usual, 11 to 14 minutes. Easiest first."
    assert said(SHELF, [], Wanted(trade="zoo\x1b")) == "No call fits: trade zoo␛."


def test_where_nothing_fits_every_way_out_leads_somewhere() -> None:
    wanted = Wanted(level=3, length=Length.LONG)
    ways = list(ways_out(SHELF, wanted))
    assert [words for words, _ in ways] == ["Without level 3, hard: 1 call", "Without long, 15 minutes or more: 1 call", "Show all 3 calls"]
    assert all(fitting(SHELF, looser) for _, looser in ways)


@pytest.mark.parametrize("part", list(Part))
def test_every_choice_offered_gives_what_it_says(part: Part) -> None:
    for id_, words in choices(SHELF, ALL, part):
        wanted = asking(ALL, part, id_)
        assert chosen(wanted, part) == id_
        if part is not Part.ORDER:
            assert words.endswith((f": {len(fitting(SHELF, wanted))} call", f": {len(fitting(SHELF, wanted))} calls"))
    if part is not Part.ORDER:
        assert asking(asking(ALL, part, choices(SHELF, ALL, part)[1][0]), part, ANY) == ALL


@pytest.mark.parametrize(("part", "choice"), [(Part.LEVEL, "9"), (Part.LENGTH, "endless"), (Part.PRINCIPLE, "009.9"), (Part.ORDER, "loudest")])
def test_what_is_no_choice_is_refused(part: Part, choice: str) -> None:
    with pytest.raises(ValueError, match=choice):
        asking(ALL, part, choice)


def test_how_often_it_was_played_comes_from_the_records(tmp_path_factory: pytest.TempPathFactory, kettle: Scenario) -> None:
    with Store.open(tmp_path_factory.mktemp("records") / "records.db") as store:
        call, attempt = start_call(kettle, 1, store=store)
        call.leave()
        finish_call(call, kettle, store, attempt)
        (left,) = with_played([Listed("wrong-kettle", "The wrong kettle", "shop", 2)], store)
        assert left.times == 0
        assert played_line(left).startswith("opened, left on "), "without a word it was not played"
        for finished in (True, True, False):
            call, attempt = start_call(kettle, 1, store=store)
            call.say('Hello, {"kind":"said"}.')
            if finished:
                call.leave()
                finish_call(call, kettle, store, attempt)
        (shown,) = with_played([Listed("wrong-kettle", "The wrong kettle", "shop", 2)], store)
        assert shown.times == 2
        assert played_line(shown).startswith("played twice, last on ")
    assert played_line(FERRY) == ""


def test_the_shelf_holds_what_a_list_shows_and_begins_with_the_guided_call() -> None:
    shelf = on_the_list(None)
    assert all(one.customer and one.minutes > 0 and one.principles for one in shelf)
    assert {Length.of(one.minutes) for one in shelf} == set(Length)
    assert first_call(shelf) == shelf[0]
    assert shelf[0].guided
    assert customer_line(BOILER) == "Pearl Mbeki: 79, night sister"
    assert first_call([]) is None
