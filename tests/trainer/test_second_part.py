"""A second part follows a call of the first: the one named, or the newest, in every view; and is taken up as it opened."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.trainer.conftest import WRONG_KETTLE
from trainer.cli import main
from trainer.errors import Exit
from trainer.finding import own_folders, scenario_named
from trainer.plain.console import Console
from trainer.plain.view import run_plain
from trainer.records.store import Store
from trainer.second_part import opened_after_newest, word_before
from trainer.tries import take_again
from trainer.tui.house import House
from trainer.wiring import finish_call, kept_scenario, start_call

Captured = pytest.CaptureFixture[str]
SECOND = WRONG_KETTLE.replace("wrong-kettle", "late-kettle").replace("The wrong kettle", "The late kettle") + (
    """\
call_back:
  of: wrong-kettle
  openings:
    - when: {promised: replace, broken: false}
      says: It came, and it leaks.
      anger: -10
    - when: {promised: refund}
      says: Where is my money?
    - when: {ending: left}
      says: You went without a word.
"""
)
SENT = ("I am sorry, we packed the wrong kettle.", "/replace", "It is booked.")
PAID = ("I am sorry, we packed the wrong kettle.", "/refund 48", "It is on its way.")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Both parts among the trainer's own scenarios."""
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))
    (home,) = own_folders()
    home.mkdir(parents=True)
    (home / "wrong-kettle.yaml").write_text(WRONG_KETTLE)
    (home / "late-kettle.yaml").write_text(SECOND)
    return home


def kept(replies: tuple[str, ...], *, finish: bool = True) -> str:
    """A call of the first part in the records, and its attempt."""
    scenario = scenario_named("wrong-kettle")
    with Store.open() as store:
        call, attempt = start_call(scenario, 7, store=store)
        assert attempt
        for reply in replies:
            if reply.startswith("/"):
                call.act(reply.split()[0][1:], {"amount": "48 GBP"} if "48" in reply else {})
            else:
                call.say(reply)
        if finish:
            call.leave()
            finish_call(call, scenario, store, attempt)
    return attempt


def played(capsys: Captured, tmp_path: Path, *arguments: str, code: Exit = Exit.DONE) -> Any:
    replies = tmp_path / "replies.txt"
    replies.write_text("One moment, please.\n")
    assert main(["play", "late-kettle", *arguments, "--replies", str(replies), "--json"]) == code
    out, err = capsys.readouterr()
    return json.loads(out) if code is Exit.DONE else err


@pytest.mark.parametrize(
    ("replies", "opening", "number"), [(SENT, "It came, and it leaks.", 1), (PAID, "Where is my money?", 2), ((), "You went without a word.", 3)]
)
def test_it_follows_the_attempt_named(capsys: Captured, tmp_path: Path, replies: tuple[str, ...], opening: str, number: int) -> None:
    form = played(capsys, tmp_path, "--after", kept(replies)[:8])
    assert form["turns"][0]["text"] == opening
    assert form["call"]["edition"]["opening"] == number


def test_it_follows_a_transcript_s_file_and_is_scored_and_rewound_as_it_opened(capsys: Captured, tmp_path: Path) -> None:
    said = tmp_path / "sent.txt"
    said.write_text("\n".join(SENT))
    assert main(["play", "wrong-kettle", "--replies", str(said), "--json"]) == Exit.DONE
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    first.write_text(capsys.readouterr().out)
    form = played(capsys, tmp_path, "--after", str(first))
    assert form["turns"][0]["text"] == "It came, and it leaks."
    assert form == played(capsys, tmp_path, "--after", str(first))
    second.write_text(json.dumps(form))
    assert main(["score", str(second), "--json"]) == Exit.DONE
    out, err = capsys.readouterr()
    assert (json.loads(out)["scores"], err) == (form["scorecard"]["scores"], "")
    assert main(["rewind", str(second), "--turn", "1", "--replies", str(tmp_path / "replies.txt"), "--json"]) == Exit.DONE
    assert json.loads(capsys.readouterr().out)["second"]["turns"] == form["turns"]


def test_parts_played_from_files_find_each_other(capsys: Captured, tmp_path: Path, folder: Path) -> None:
    for name in ("wrong-kettle", "late-kettle"):
        (folder / f"{name}.yaml").rename(tmp_path / f"{name}.yaml")
    said = tmp_path / "sent.txt"
    said.write_text("\n".join(SENT))
    assert main(["play", str(tmp_path / "wrong-kettle.yaml"), "--replies", str(said), "--json"]) == Exit.DONE
    (tmp_path / "first.json").write_text(capsys.readouterr().out)
    assert main(["play", str(tmp_path / "late-kettle.yaml"), "--after", str(tmp_path / "first.json"), "--replies", str(said), "--json"]) == Exit.DONE
    assert json.loads(capsys.readouterr().out)["turns"][0]["text"] == "It came, and it leaks."


def test_without_a_first_part_it_opens_as_it_stands(capsys: Captured, tmp_path: Path) -> None:
    kept(SENT)
    form = played(capsys, tmp_path)
    assert form["turns"][0]["text"].startswith("I ordered the steel kettle")
    assert "edition" not in form["call"]


def test_what_cannot_be_followed_is_said_in_a_sentence(capsys: Captured, tmp_path: Path) -> None:
    assert "has not ended yet" in played(capsys, tmp_path, "--after", kept(SENT, finish=False), code=Exit.MISUSED)
    assert "no such attempt" in played(capsys, tmp_path, "--after", "zzz", code=Exit.MISUSED)
    other = tmp_path / "other.json"
    other.write_text(json.dumps(played(capsys, tmp_path)))
    assert "is the second part of wrong-kettle, and this is a call of late-kettle" in played(capsys, tmp_path, "--after", str(other), code=Exit.MISUSED)
    assert main(["play", "wrong-kettle", "--after", kept(SENT), "--replies", str(tmp_path / "replies.txt")]) == Exit.MISUSED
    assert "not the second part of anything" in capsys.readouterr().err


def test_the_game_follows_the_newest_finished_call() -> None:
    kept(SENT)
    kept(PAID)
    kept(SENT, finish=False)
    house = House()
    found = house.find("late-kettle", 3)
    assert found.customer.opening == "Where is my money?"
    first = kept(SENT)
    assert house.find("late-kettle", 3).customer.opening == "It came, and it leaks."
    kept(PAID)
    assert house.find("late-kettle", 3, after=first[:8]).customer.opening == "It came, and it leaks."


def test_records_that_cannot_be_read_keep_nobody_from_playing(tmp_path: Path) -> None:
    def refuse() -> Store:
        return Store.open(tmp_path)  # a folder

    scenario = scenario_named("late-kettle")
    assert opened_after_newest(scenario, refuse) == scenario


def test_the_kept_second_part_is_what_was_opened() -> None:
    kept(PAID)
    opened = House().find("late-kettle", 3)
    with Store.open() as store:
        _, attempt = start_call(opened, 3, store=store)
        assert attempt
        kept(SENT)
        assert kept_scenario(store, attempt).customer.opening == "Where is my money?"


def test_the_debrief_offers_it_and_the_plain_view_follows_the_newest() -> None:
    out = io.StringIO()
    console = Console(io.StringIO("\n".join((*SENT, "/leave")) + "\n"), out)
    assert run_plain("wrong-kettle", seed=3, console=console) == Exit.DONE
    assert "There is a second part: The late kettle. It opens on what you promised. Play it with: coolhead play late-kettle" in out.getvalue()
    out = io.StringIO()
    assert run_plain("late-kettle", seed=3, console=Console(io.StringIO("/leave\n"), out)) == Exit.DONE
    assert "It came, and it leaks." in out.getvalue()
    assert "There is a second part" not in out.getvalue()


def ledger_of_second(first: str | None, *, came_of: str = "") -> list[str]:
    """The ledger the trainee sees after a second part that followed ``first``."""
    if came_of:
        file = own_folders()[0] / "late-kettle.yaml"
        file.write_text(SECOND + f"  came_of: {{replace: {came_of}}}\n")
    house = House()
    second = house.find("late-kettle", 3, after=first)
    call, attempt = house.start(second, 3, "real", True, lambda _: None)
    call.say("One moment, please.")
    call.leave()
    judged = house.judge(call.transcript.model_copy(update={"id": attempt or ""}), second)
    return [f"{one.where}: {one.words} {' '.join(one.sentences)}" for group in judged.before for one in group.accounts]


PROMISED = ("I'm sorry. I'll send the steel kettle by courier.", "/replace")


def test_a_promise_that_did_not_hold_after_all_is_carried_into_the_second_part() -> None:
    told = ledger_of_second(kept(PROMISED), came_of="The courier lost it.")
    assert told == ["Before, reply 1: I'll send the steel kettle by courier. The courier lost it."]


def test_a_promise_kept_is_not_carried() -> None:
    assert ledger_of_second(kept(PROMISED)) == []


def test_the_second_part_keeps_which_call_it_opened_on() -> None:
    first = kept(PROMISED)
    kept(("Hello.",))
    assert ledger_of_second(first, came_of="The courier lost it.")
    with Store.open() as store:
        newest = store.attempts()[0]
        assert [remark.body for remark in store.remarks(newest.id, "follows")] == [{"attempt": first}]


def test_a_further_try_at_the_second_part_opens_on_the_same_word() -> None:
    ledger_of_second(kept(PROMISED), came_of="The courier lost it.")
    with Store.open() as store:
        row = store.attempts()[0]
        second = kept_scenario(store, row.id)
        again = take_again(store.load(row.id), second, 1, store=store)
        assert again.attempt
        assert word_before(store, again.attempt, second) == word_before(store, row.id, second) != ()
