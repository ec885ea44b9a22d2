"""What is typed into a room and not proposed: seen, cleared, never in the way of a number, and nothing is done unseen."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from tests.trainer.tui.test_room import BLAME, SORRY, board, in_one_breath, in_room, phase, propose, text, until, words
from trainer.records.store import Store
from trainer.room.kept import Room, rooms
from trainer.room.state import Phase


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))


async def test_a_draft_shows_its_words_is_cleared_and_takes_no_proposals_number(kettle_file: Path) -> None:
    async with in_room(kettle_file) as pilot:
        await pilot.press("x", "escape")
        assert "“x” alone is not kept." in words(pilot)
        for stray in ("First half", "Second half"):
            in_one_breath(pilot, stray)
            await until(pilot, lambda stray=stray: text(pilot) == stray)  # type: ignore[misc]
            await pilot.press("escape")
        assert "Draft: Second half" in words(pilot)
        in_one_breath(pilot, BLAME, "")
        await until(pilot, lambda: board(pilot)[0] == BLAME)
        in_one_breath(pilot, SORRY, "")
        await until(pilot, lambda: board(pilot)[1] == SORRY)
        assert {"First half", "Second half"} == set(pilot.app.screen._drafts.values())  # type: ignore[attr-defined]
        await pilot.press("2", "down", "delete")
        await until(pilot, lambda: "The draft is cleared: “" in words(pilot))
        await pilot.press("delete")
        await until(pilot, lambda: "Draft: " not in words(pilot))
        await pilot.press("2", "f6")
        await until(pilot, lambda: phase(pilot) is Phase.REVEALED)
        assert pilot.app.screen._sight.answers[0].proposal.text == SORRY  # type: ignore[attr-defined]
    with Store.open() as store:
        assert not any(Room.named(store, rooms(store)[0][0].id).state.drafts)


async def test_letters_right_after_the_lock_stop_nothing_and_wait_for_the_next_moment(kettle_file: Path) -> None:
    async with in_room(kettle_file) as pilot:
        await propose(pilot, 1, BLAME)
        await propose(pilot, 2, SORRY)
        for key in ("2", "f6", *"and then"):
            pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: phase(pilot) is Phase.REVEALED and text(pilot) == "and then")
        assert pilot.app.screen._sight.answers[0].slot == 2  # type: ignore[attr-defined]
        await pilot.press("enter")
        await until(pilot, lambda: "Kept as a draft for the next moment" in words(pilot))
        await pilot.press("enter", *"more", "f6")
        await until(pilot, lambda: "Enter keeps what you write" in words(pilot))


async def test_the_number_of_a_card_that_is_not_there_does_nothing_unseen(kettle_file: Path) -> None:
    async with in_room(kettle_file) as pilot:
        await propose(pilot, 1, SORRY)
        await pilot.press("3")
        assert "There is no proposal 3" in words(pilot)
        await pilot.press("f6", "delete", "right", "enter")
        assert "Nothing is marked" in words(pilot)
        await pilot.pause(0.1)
        assert phase(pilot) is Phase.GATHERING
        assert board(pilot) == [SORRY, None, None, None]
        assert pilot.app.screen._sight.board[0].votes is None  # type: ignore[attr-defined]
        in_one_breath(pilot, "3pm at the latest", "")
        await until(pilot, lambda: board(pilot)[1] == "3pm at the latest")
        await pilot.press("4", "enter", "1", "f6")
        await until(pilot, lambda: phase(pilot) is Phase.REVEALED)


async def test_how_sure_is_said_of_one_proposal_and_asked_before_another_is_sent(kettle_file: Path) -> None:
    async with in_room(kettle_file) as pilot:
        await propose(pilot, 1, SORRY)
        await propose(pilot, 2, BLAME)
        await pilot.press("1", "f4")
        await until(pilot, lambda: "Proposal 1: you are unsure." in words(pilot))
        await pilot.press("2", "f6")
        assert "was said of proposal 1, and not of 2" in words(pilot)
        assert phase(pilot) is Phase.GATHERING
        await pilot.press("f4")
        await until(pilot, lambda: "Proposal 2: you are unsure." in words(pilot))
        await pilot.press("f6")
        await until(pilot, lambda: phase(pilot) is Phase.REVEALED)
        await pilot.press("f8")
        assert "Enter goes on from it, F3 takes it back; then F8." in words(pilot)


async def test_a_fifth_proposal_is_refused_and_lands_on_no_other(kettle_file: Path) -> None:
    async with in_room(kettle_file) as pilot:
        for slot in range(1, 5):
            await propose(pilot, slot, f"Number {slot}.")
        in_one_breath(pilot, "A fifth one")
        await until(pilot, lambda: "The board is full" in words(pilot))
        assert text(pilot) == ""
        assert board(pilot) == [f"Number {slot}." for slot in range(1, 5)]


async def test_the_number_that_chose_a_future_is_no_part_of_the_words_after_it(kettle_file: Path) -> None:
    async with in_room(kettle_file) as pilot:
        await propose(pilot, 1, SORRY)
        await propose(pilot, 2, BLAME)
        await pilot.press("1", "f9", "2", "f9")
        await until(pilot, lambda: phase(pilot) is Phase.FORKED)
        await pilot.press("1")
        await until(pilot, lambda: phase(pilot) is Phase.GATHERING)
        in_one_breath(pilot, "/replace // It comes on Friday.", "")
        await until(pilot, lambda: board(pilot)[0] == "/replace\nIt comes on Friday.")
        await pilot.press("1")
        in_one_breath(pilot, "/refund 48", "")
        await until(pilot, lambda: board(pilot)[1] == "/refund 48")
        await pilot.press("2", "4")
        in_one_breath(pilot, "/7 we are here", "")
        await until(pilot, lambda: board(pilot)[2] == "24/7 we are here")


async def test_an_action_behind_a_number_is_asked_about_and_lost_nowhere(kettle_file: Path) -> None:
    async with in_room(kettle_file) as pilot:
        await pilot.press("4")
        in_one_breath(pilot, "/replace // It comes on Friday.", "")
        await until(pilot, lambda: "Is /replace to be done?" in words(pilot))
        assert text(pilot) == "4/replace // It comes on Friday."
        assert board(pilot)[0] is None


async def test_a_key_too_many_on_a_full_board_opens_no_proposal(kettle_file: Path) -> None:
    async with in_room(kettle_file) as pilot:
        for slot in range(1, 5):
            await propose(pilot, slot, f"Number {slot}.")
        await until(pilot, lambda: "The board is full now." in words(pilot))
        await pilot.press("enter", "f6", "delete")
        assert "Nothing is marked." in words(pilot)
        assert phase(pilot) is Phase.GATHERING
        assert not pilot.app.screen.query_one("Writer").display
        await pilot.press("4", "enter")
        assert text(pilot) == "Number 4."
        assert "You reword proposal 4." in words(pilot)
