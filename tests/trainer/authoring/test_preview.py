"""What becomes of the replies given when the scenario's file changes under them."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenarios.moves import Move
from scenarios.problem_codes import Code
from trainer.authoring.passages import NotPlayedError, typed, words_of
from trainer.authoring.preview import Preview, Sight
from trainer.authoring.watching import Watch
from trainer.replies import Reply

OPENING = "I ordered the steel kettle and you sent me the plastic one. It is a present for Saturday."
SORRY = Reply(0, say="You paid for the steel kettle and we packed the plastic one. That was our mistake, and I am sorry.")
REFUND = Reply(0, command="/refund 48")
COURIER = Reply(0, say="I can send the steel kettle by courier, it would reach you Friday at noon. Shall I?")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def opened(file: Path, *replies: Reply) -> Preview:
    preview = Preview(file, seed=3, replies=replies)
    preview.look()
    return preview


def said(sight: Sight) -> list[str]:
    return [words_of(event) for event in sight.events if words_of(event)]


def test_replies_brought_along_are_played_and_the_call_goes_on_from_there(kettle_file: Path) -> None:
    preview = opened(kettle_file, SORRY, REFUND)
    assert preview.sight.given == (SORRY, REFUND)
    assert preview.sight.drafts == ()
    assert len(preview.give(COURIER).passages) == 4


def test_a_change_plays_the_same_replies_again_and_marks_what_the_customer_says_otherwise(kettle_file: Path) -> None:
    preview = opened(kettle_file, SORRY)
    before = said(preview.sight)
    edit(kettle_file, "It is a present for Saturday.", "Saturday is the wedding.")
    sight = preview.look()
    assert sight.given == (SORRY,)
    assert sight.changed[min(sight.changed)] == OPENING == before[0]
    assert min(sight.changed)[0] == 0
    assert said(sight)[0].endswith("Saturday is the wedding.")


def test_a_change_that_says_nothing_new_marks_nothing(kettle_file: Path) -> None:
    preview = opened(kettle_file, SORRY)
    edit(kettle_file, "trade: kitchen shop", "trade: kitchens")
    sight = preview.look()
    assert not sight.changed
    assert "nothing said here is different" in sight.notes[0]


def test_marks_stay_when_a_save_changes_no_content(kettle_file: Path) -> None:
    preview = opened(kettle_file)
    edit(kettle_file, "Saturday", "Sunday")
    marked = preview.look().changed
    edit(kettle_file, "trade:", "# a remark\ntrade:")
    assert preview.look().changed == marked != {}


def test_a_faulty_file_leaves_the_call_as_it_was_and_playable(kettle_file: Path) -> None:
    preview = opened(kettle_file, SORRY)
    before = preview.sight
    edit(kettle_file, "title:", "titel:")
    sight = preview.look()
    assert sight.faulty
    assert sight.problems[0].line == 2
    assert sight.passages == before.passages
    assert preview.give(COURIER).given == (SORRY, COURIER)
    edit(kettle_file, "titel:", "title:")
    sight = preview.look()
    assert not sight.problems
    assert sight.given == (SORRY, COURIER)


def test_a_file_that_begins_faulty_plays_what_it_was_given_once_it_is_mended(kettle_file: Path) -> None:
    edit(kettle_file, "title:", "titel:")
    preview = opened(kettle_file, SORRY)
    assert preview.sight.scenario is None
    assert preview.sight.drafts == (SORRY,)
    with pytest.raises(NotPlayedError, match="no call yet"):
        preview.give(COURIER)
    edit(kettle_file, "titel:", "title:")
    assert preview.look().given == (SORRY,)


def test_an_action_that_went_away_is_told_and_what_follows_kept_until_it_comes_back(kettle_file: Path) -> None:
    preview = opened(kettle_file, SORRY, REFUND, COURIER)
    whole = preview.sight
    edit(kettle_file, "    refund: {", "    pay-back: {")
    sight = preview.look()
    assert sight.given == (SORRY,)
    assert sight.drafts == (REFUND, COURIER)
    assert "This desk has no /refund" in sight.notes[-1]
    assert "the 1 reply after it" in sight.notes[-1]
    edit(kettle_file, "    pay-back: {", "    refund: {")
    sight = preview.look()
    assert sight.given == whole.given
    assert said(sight) == said(whole)
    assert sight.drafts == ()


def test_an_action_from_a_json_replies_file_is_missed_too(kettle_file: Path) -> None:
    preview = opened(kettle_file, Reply(1, do="refund", args={"amount": "48 GBP"}))
    assert len(preview.sight.given) == 1
    edit(kettle_file, "    refund: {", "    pay-back: {")
    assert [typed(draft) for draft in preview.look().drafts] == ["/refund 48 GBP"]


def test_replies_after_the_end_are_drafts(kettle_file: Path) -> None:
    preview = opened(kettle_file, SORRY, Reply(0, command="/supervisor"), COURIER)
    assert preview.sight.over
    assert preview.sight.drafts == (COURIER,)
    with pytest.raises(NotPlayedError, match="over"):
        preview.give(COURIER)


def test_going_on_by_hand_parks_what_the_file_held_back(kettle_file: Path) -> None:
    preview = opened(kettle_file, SORRY, REFUND, COURIER)
    edit(kettle_file, "    refund: {", "    pay-back: {")
    preview.look()
    preview.give(Reply(0, say="One moment please."))
    edit(kettle_file, "    pay-back: {", "    refund: {")
    sight = preview.look()
    assert [typed(reply) for reply in sight.given[1:]] == ["One moment please."]
    assert sight.drafts == (REFUND, COURIER)
    sight = preview.play_drafts()
    assert sight.given[2:] == (REFUND, COURIER)


def test_taking_back_gives_the_call_as_it_stood_before(kettle_file: Path) -> None:
    preview = opened(kettle_file, SORRY)
    before = said(preview.sight)
    preview.give(REFUND)
    assert preview.take_back() == REFUND
    assert said(preview.sight) == before
    assert preview.sight.drafts == ()
    preview.take_back()
    with pytest.raises(NotPlayedError):
        preview.take_back()


def test_restart_keeps_every_reply_and_drafts_come_back_one_by_one(kettle_file: Path) -> None:
    preview = opened(kettle_file, SORRY, REFUND)
    sight = preview.restart()
    assert sight.given == ()
    assert sight.drafts == (SORRY, REFUND)
    edit(kettle_file, "Saturday", "Sunday")
    assert preview.look().given == (), "a restart is the author's wish; a save does not undo it"
    assert preview.next_draft() == SORRY
    assert preview.set_aside(COURIER, first=False).drafts == (REFUND, COURIER)
    assert preview.set_aside(SORRY, first=True).drafts == (SORRY, REFUND, COURIER)


def test_another_seed_is_another_customer_to_the_same_replies(kettle_file: Path) -> None:
    preview = opened(kettle_file, SORRY, COURIER)
    sight = preview.reseed()
    assert sight.seed == 4
    assert sight.given == (SORRY, COURIER)
    again = opened(kettle_file, SORRY, COURIER)
    assert said(again.reseed(4)) == said(sight)


def test_leaving_is_played_again_like_everything_else(kettle_file: Path) -> None:
    preview = opened(kettle_file, SORRY, Reply(0, command="/leave"))
    assert preview.sight.over
    edit(kettle_file, "Saturday", "Sunday")
    assert preview.look().over


def test_a_look_overtaken_by_a_newer_save_changes_nothing(kettle_file: Path) -> None:
    preview = opened(kettle_file, SORRY)
    before = preview.sight
    edit(kettle_file, "Saturday", "Sunday")
    assert preview.look(lambda: True) is before
    assert "Sunday" in said(preview.look())[0]


def test_a_voice_written_alongside_is_part_of_what_is_played(kettle_file: Path, home: Path) -> None:
    voices = home / "scenarios" / "voices"
    voices.mkdir(parents=True)
    own = voices / "brisk.yaml"
    own.write_text("voice: brisk\nabout: short\nlines:\n  " + "\n  ".join(f"{move}: {{any: [First.]}}" for move in ("vent", "restate", "ask", "demand")) + "\n")
    edit(kettle_file, "voice: plain", "voice: brisk")
    preview = opened(kettle_file, Reply(0, say="Why?"))
    assert not preview.sight.problems
    own.write_text("voice: brisk\nabout: short\nlines: {vent: 3}\n")
    sight = preview.look()
    assert sight.problems
    assert sight.problems[0].file == str(own)
    own.write_text("voice: brisk\nabout: short\ntemper: {anger: 90}\nlines: {vent: {any: [Second.]}}\n")
    sight = preview.look()
    assert sight.version
    assert sight.version.voice.lines[Move.VENT]["any"][0].say == "Second."


def test_a_file_that_is_gone_or_no_text_is_a_problem_not_a_crash(kettle_file: Path) -> None:
    preview = opened(kettle_file, SORRY)
    kettle_file.write_bytes(b"\xff\xfe\x00")
    assert preview.look().problems[0].code is Code.NOT_UTF8
    kettle_file.unlink()
    sight = preview.look()
    assert sight.problems[0].code is Code.UNREADABLE
    assert sight.given == (SORRY,)


def test_the_seed_draws_the_row_of_variants_and_replies_are_filled_as_it_is(kettle_file: Path) -> None:
    edit(kettle_file, "the steel kettle and you", "the <metal> kettle and you")
    with kettle_file.open("a") as file:
        file.write("variants:\n  - {metal: steel}\n  - {metal: copper}\n")
    preview = opened(kettle_file, Reply(1, say="We packed the wrong <metal> kettle."))
    assert not preview.sight.faulty, preview.sight.problems
    met = {event.text for seed in range(8) for event in preview.reseed(seed).events if event.kind == "said"}
    assert met == {"We packed the wrong steel kettle.", "We packed the wrong copper kettle."}
    edit(kettle_file, "metal: copper", "metal: brass")
    preview.look()
    met = {said(preview.reseed(seed))[0] for seed in range(8)}
    assert any("the brass kettle" in line for line in met)


def test_a_file_it_leans_on_is_told_so_that_it_can_be_watched(kettle_file: Path) -> None:
    edit(kettle_file, "trade: kitchen shop", "incident: mix-up")
    shared = kettle_file.with_name("mix-up.incident.yaml")
    shared.write_text("incident: mix-up\ntrade: kitchen shop\n")
    preview = opened(kettle_file)
    assert not preview.sight.faulty, preview.sight.problems
    watch = Watch(kettle_file)
    watch.follow(preview.leans_on)
    assert not watch.change()
    shared.write_text("incident: mix-up\ntrade: kitchens\n")
    assert watch.change()
    played = preview.look().scenario
    assert played
    assert played.trade == "kitchens"
    shared.write_text("incident: mix-up\ntrad: kitchens\n")
    watch.follow(preview.leans_on)
    assert watch.change()
    assert str(shared) in {problem.file for problem in preview.look().problems}
