"""The law of the second opinion: whatever it says, the scorecard, the debrief and the records are byte for byte what they were."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from scenarios.library import find
from tests.trainer.opinion.answering import Answering, HostileAnswering, holding_to
from trainer.opinion.asking import Asking
from trainer.opinion.opening import asking_for
from trainer.opinion.questions import questions_of
from trainer.opinion.telling import as_data, opinion_lines
from trainer.records.store import Store
from trainer.rubrics import rubric_in_use
from trainer.settings.current import change
from trainer.voices.choice import VoiceChoice
from trainer.voices.sitting import Sitting
from trainer.voices.weigher import Weigher
from trainer.wiring import finish_call, judge, start_call


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))


def rows(file: Path) -> list[str]:
    with sqlite3.connect(file) as base:
        return list(base.iterdump())


@pytest.mark.parametrize("model", [Answering(holding_to("No,")), Answering(holding_to("Yes,")), *(HostileAnswering(seed) for seed in range(4))])
def test_a_second_opinion_moves_nothing(tmp_path: Path, model: Weigher) -> None:
    scenario = find("cold-curry")
    file = tmp_path / "records.sqlite"
    with Store.open(file) as store:
        call, attempt = start_call(scenario, 3, store=store)
        for text in ("I am sorry, we left the curry in the shop. That was us.", "I am sending a hot one now; it is with you by eight."):
            call.say(text)
        call.leave()
        card, talk = finish_call(call, scenario, store, attempt)
    before = rows(file)
    told_before = (card.model_dump_json(), talk.model_dump_json(), call.transcript.model_dump_json())
    found = Asking(model, questions_of(call.transcript.events, [point.turn for point in talk.points]), each=0.01).run()
    titles = {dimension: one.title for dimension, one in rubric_in_use().dimensions.items()}
    assert list(opinion_lines(found, call.transcript.events, card, titles))
    assert as_data(found, call.transcript.events, card)["part_of_score"] is False
    again = judge(call.transcript, scenario)
    assert (again[0].model_dump_json(), again[1].model_dump_json(), call.transcript.model_dump_json()) == told_before
    assert rows(file) == before


def test_nobody_is_asked_where_no_model_is_named() -> None:
    from trainer.errors import UsageError

    scenario = find("cold-curry")
    call, _ = start_call(scenario, 3)
    call.say("Good morning.")
    with pytest.raises(UsageError, match="No model is named"):
        asking_for(Sitting(VoiceChoice()), call.transcript, judge(call, scenario)[1])


@pytest.mark.parametrize("place", ["/no/such/folder", "http://198.51.100.7:80", "http://"])
def test_a_place_that_cannot_be_used_says_so_and_another_machine_is_not_spoken_with(place: str) -> None:
    from trainer.errors import CoolheadError

    change({"second_opinion_from": place})
    scenario = find("cold-curry")
    call, _ = start_call(scenario, 3)
    with pytest.raises(CoolheadError):
        asking_for(Sitting(VoiceChoice()), call.transcript, judge(call, scenario)[1])
