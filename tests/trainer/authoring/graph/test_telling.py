"""What a scenario puts on the picture, and in which words."""

from __future__ import annotations

import pytest

from scenarios.load import load_text
from scenarios.model import Scenario, When
from tests.trainer.conftest import WRONG_KETTLE
from trainer.authoring.graph.model import Bond, Graph, Kind
from trainer.authoring.graph.moments import moment
from trainer.authoring.graph.telling import graph_of
from trainer.finding import scenario_named


def drawn(**changed: object) -> Graph:
    data = {**load_text(WRONG_KETTLE, "<test>").model_dump(mode="json"), **changed}
    return graph_of(Scenario.model_validate(data))


def arrows(graph: Graph, bond: Bond) -> set[tuple[str, str]]:
    return {(graph.by_key[tie.start].name, graph.by_key[tie.end].name) for tie in graph.ties if tie.bond is bond}


def words(graph: Graph, kind: Kind) -> str:
    return "\n".join(part.words for card in graph.of(kind) for part in card.every_part)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ({}, "At any reply"),
        ({"from_reply": 3}, "From reply 3 on"),
        ({"until_reply": 4}, "Up to reply 4"),
        ({"from_reply": 2, "until_reply": 2}, "At reply 2"),
        ({"from_reply": 2, "until_reply": 6, "untold": "never-ordered"}, "Replies 2 to 6, when “never ordered” is not yet known"),
        ({"heard": "in-the-chair", "trust_over": 36}, "At any reply, when “in the chair” has been heard and trust is over 36"),
        (
            {"not_done": "a", "done": "b", "offered": "c", "uncleared": "d"},
            "At any reply, when “d” still stands and “b” is done and “a” is not yet done and “c” has been offered",
        ),
    ],
)
def test_conditions_are_told_in_plain_words(when: dict[str, object], said: str) -> None:
    assert moment(When.model_validate(when)) == said


def test_every_condition_has_its_words() -> None:
    for key in When.model_fields:
        value = 3 if When.model_validate({}) and key.endswith(("_reply", "_over", "_under")) else "some-thing"
        said = moment(When.model_validate({key: value}))
        assert "3" in said or "“some thing”" in said, key


def test_all_ties_of_a_shipped_scenario_are_found() -> None:
    graph = graph_of(scenario_named("three-mornings"))
    assert ("3. The bot", "Which thursday") in arrows(graph, Bond.ANSWERED_BY)
    assert arrows(graph, Bond.TELLS) == {("Check route", "Room on six")}
    assert arrows(graph, Bond.FIRST) == {("Check route", "Pull forward")}
    assert ("Tonight pack", "Tonight and tomorrow") in arrows(graph, Bond.GIVES)
    assert len(arrows(graph, Bond.BLOCKS)) == 3
    assert ("Me and the roosters", "4. On his own") in arrows(graph, Bond.BRINGS_UP)


def test_what_a_trainer_must_see_is_on_the_cards() -> None:
    graph = graph_of(scenario_named("before-five"))
    assert "The rep knows · our fault · bad news\nComes out after reply 7 unless told" in words(graph, Kind.FACT)
    assert "Up to 95 GBP · takes 1 min" in words(graph, Kind.ACTION)
    assert "Only after “check vans”" in words(graph, Kind.ACTION)
    assert "Worth 0.6 of 1" in words(graph, Kind.OUTCOME)
    assert [card.name for card in graph.of(Kind.CONCERN) if card.hidden] == ["4. The fourth stair"]
    assert "Asks: “Why did nobody ring me?”" in words(graph, Kind.CONCERN)


def test_a_built_in_action_is_drawn_only_where_something_needs_it() -> None:
    assert "supervisor" not in words(drawn(), Kind.ACTION).lower()
    actions = {"refund": {"needs": ["supervisor"], "gives": "money-back"}, "replace": {"gives": "right-one"}}
    graph = drawn(desk={"actions": actions, "supervisor": "12m"})
    assert arrows(graph, Bond.FIRST) == {("Supervisor", "Refund")}
    assert "Always on the desk\nTakes 12 min" in words(graph, Kind.ACTION)


def test_outcomes_say_how_they_come_about() -> None:
    kettle = load_text(WRONG_KETTLE, "<test>").model_dump(mode="json")
    told = drawn(
        outcomes={**kettle["outcomes"], "an-honest-no": {"worth": 0.2, "takes_if": ["no"]}},
        customer={**kettle["customer"], "would_accept": ["right-one", "an-honest-no"]},
    )
    said = {card.name: [part.words for part in card.parts] for card in told.of(Kind.OUTCOME)}
    assert "By words alone: no action gives it" in said["An honest no"]
    assert "This customer would not take it" in said["Money back"]
    assert said["Right one"] == ["The steel kettle by Friday noon", "Worth 1 of 1"]


def test_beats_stand_in_the_order_they_can_come() -> None:
    beats = [{"id": f"b-{n}", "when": {"from_reply": n}, "says": "Well?"} for n in (5, 2, 9)]
    assert [card.name for card in drawn(beats=beats).of(Kind.BEAT)] == ["B 2", "B 5", "B 9"]
