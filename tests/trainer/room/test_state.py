"""A room is the fold of its steps, and asks of the driver only what can be done as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenarios.model import Scenario
from trainer.errors import ContentError
from trainer.practice.history import gathered
from trainer.records.practices import Kind, Practices
from trainer.records.store import Store
from trainer.room.begin import fresh_room
from trainer.room.groups import PLAYED_BY
from trainer.room.kept import NotNowError, Room, rooms
from trainer.room.proposals import Sure, behind_a_number, doings, parted
from trainer.room.sight import sight
from trainer.room.state import Phase
from trainer.wiring import judge

SORRY = "I am sorry, Mr Halasz: you paid for the steel kettle and we packed the plastic one. That is our mistake."
BLAME = "That is your own fault."


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "records.db")


@pytest.fixture
def room(store: Store, kettle: Scenario) -> Room:
    return Room.begin(store, kettle, seed=3)


def phase(room: Room) -> Phase:
    return room.state.phase


def test_a_lock_sends_the_proposal_and_going_on_clears_the_board(room: Room) -> None:
    room.propose(1, SORRY)
    room.propose(2, BLAME)
    room.vote([5, 2])
    room.be_sure(1, Sure.FAIRLY)
    assert phase(room) is Phase.GATHERING
    room.lock(1)
    assert phase(room) is Phase.REVEALED
    assert [e.text for e in room.state.events if e.kind == "said"] == [SORRY]
    room.go_on()
    assert phase(room) is Phase.GATHERING
    assert not any(room.state.board)
    board = room.state.moments[0].board
    assert [(card.votes, card.sure) for card in board if card] == [(5, Sure.FAIRLY), (2, None)]


def test_a_fork_hears_both_and_the_call_goes_on_with_the_one_chosen(room: Room) -> None:
    room.propose(1, SORRY)
    room.propose(3, BLAME)
    room.lock(1, 3)
    assert phase(room) is Phase.FORKED
    assert not [e for e in room.state.events if e.kind == "said"], "nothing is sent before one is chosen"
    with pytest.raises(NotNowError, match="1 or 3"):
        room.go_on()
    with pytest.raises(NotNowError, match="1 or 3"):
        room.go_on(2)
    room.go_on(3)
    assert [e.text for e in room.state.events if e.kind == "said"] == [BLAME]


def test_the_call_a_group_plays_is_the_call_one_person_would_have_had(room: Room, kettle: Scenario) -> None:
    from trainer.wiring import start_call

    for text in (SORRY, BLAME, SORRY):
        room.propose(2, text)
        room.lock(2)
        room.go_on()
    call, _ = start_call(kettle, 3)
    for text in (SORRY, BLAME, SORRY):
        call.say(text)
    assert room.state.events == call.transcript.events


def test_undo_takes_the_last_lock_back_with_its_hands_and_what_was_undone_stays(room: Room) -> None:
    room.propose(1, SORRY)
    room.propose(2, BLAME)
    room.vote([1, 4])
    room.lock(2)
    room.go_on()
    room.undo()
    assert phase(room) is Phase.GATHERING
    assert room.state.events == room.state.opening
    assert [card.votes for card in room.state.board if card] == [1, 4]
    assert [one.moment.chosen for one in room.state.undone] == [2]
    room.lock(1)
    assert [e.text for e in room.state.events if e.kind == "said"] == [SORRY]


def test_an_ended_call_can_be_taken_back_until_it_is_closed(room: Room) -> None:
    room.propose(1, SORRY)
    room.lock(1)
    with pytest.raises(NotNowError, match="Go on"):
        room.leave()
    room.go_on()
    room.leave()
    assert phase(room) is Phase.OVER
    room.undo()
    assert phase(room) is Phase.GATHERING
    assert len(room.state.moments) == 1, "only the end is taken back"
    room.leave()
    room.close()
    with pytest.raises(NotNowError, match="closed"):
        room.undo()


def test_whatever_was_done_is_there_after_a_kill(store: Store, room: Room) -> None:
    def again() -> Room:
        return Room.named(store, room.id)

    assert again().fresh
    for step in (
        lambda: room.propose(1, SORRY),
        lambda: room.propose(2, f"/replace\n{SORRY}"),
        lambda: room.vote([1, 2]),
        lambda: room.be_surer(2),
        lambda: room.lock(1, 2),
        room.undo,
        lambda: room.lock(2),
        room.go_on,
        room.leave,
        room.close,
    ):
        step()
        assert again().state == room.state
    assert not again().fresh


def test_a_closed_room_is_an_attempt_with_its_scores_marked_as_a_groups(store: Store, room: Room) -> None:
    room.propose(1, f"/replace\n{SORRY}")
    room.lock(1)
    room.go_on()
    assert store.attempts() == [], "half a group's call is nobody's to go on with"
    room.leave()
    attempt = room.close()
    assert room.close() == attempt
    (row,) = store.attempts()
    assert row.id == attempt
    assert row.finished
    assert store.load(attempt).events == room.state.events
    assert store.scorecard(attempt) == judge(room.transcript, room.scenario)[0].model_dump_json()
    assert [remark.body for remark in store.remarks(attempt, PLAYED_BY)] == [{"room": room.id}]
    assert rooms(store)[0] == []
    assert [one.id for one in rooms(store)[1]] == [room.id]
    past = gathered(store)
    assert [call.scenario for call in past.calls] == ["wrong-kettle"], "the call has been met"
    assert not past.judged, "and shows nothing of one person's skills"


def test_what_cannot_be_done_is_said_and_kept_nowhere(store: Store, room: Room) -> None:
    room.propose(1, SORRY)
    before = len(Practices(store).steps(room.id))
    for wrong in (
        lambda: room.propose(5, SORRY),
        lambda: room.propose(0, SORRY),
        lambda: room.propose(2, "x" * 2001),
        lambda: room.propose(2, "/nonsense"),
        lambda: room.vote([1, 1]),
        lambda: room.hands({1: 1000}),
        lambda: room.be_sure(2, Sure.SURE),
        lambda: room.lock(2),
        lambda: room.lock(1, 1),
        lambda: room.lock(),
        room.go_on,
        room.undo,
        room.close,
    ):
        with pytest.raises(NotNowError):
            wrong()
    assert len(Practices(store).steps(room.id)) == before


def test_a_room_in_which_nothing_was_done_is_forgotten(store: Store, room: Room) -> None:
    found = fresh_room(store)
    assert found is not None
    assert found.id == room.id
    room.forget()
    assert fresh_room(store) is None
    assert rooms(store) == ([], [])
    assert len(Practices(store).all(Kind.ROOM)) == 1


def test_words_changed_lose_their_votes_and_words_kept_do_not(room: Room) -> None:
    room.propose(1, SORRY)
    room.vote([3])
    room.propose(1, SORRY)
    assert [card.votes for card in room.state.board if card] == [3]
    room.propose(1, BLAME)
    assert [card.votes for card in room.state.board if card] == [None]
    room.propose(1, "")
    assert not any(room.state.board)


def test_hands_never_fall_below_none(room: Room) -> None:
    room.propose(1, SORRY)
    for by in (-1, 1, 1, -1):
        room.raise_hands(1, by)
    assert room.state.board[0] is not None
    assert room.state.board[0].votes == 1


def test_desk_work_is_done_before_it_is_told(room: Room) -> None:
    assert [doing.command or doing.say for doing in doings("Done.\n/refund 48\n And sorry. ")] == ["/refund 48", "Done.\nAnd sorry."]
    room.propose(1, "I have refunded the 48 pounds to your card.\n/refund 48")
    room.lock(1)
    assert [e.kind for e in room.state.events if e.kind in ("acted", "said")] == ["acted", "said"]


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("/refund 48 // I did.", "/refund 48\nI did."),
        ("see https://example.com", "see https://example.com"),
        ("  one\n\n// two", "one\ntwo"),
        ("//", ""),
    ],
)
def test_a_proposal_typed_on_one_line_has_its_parts(typed: str, parts: str) -> None:
    assert parted(typed) == parts


def test_terminal_escapes_in_a_proposal_are_made_visible(room: Room) -> None:
    room.propose(1, "Hello \x1b[31mred\x07")
    card = room.state.board[0]
    assert card is not None
    assert "\x1b" not in card.text
    assert "\x07" not in card.text


def test_a_room_that_cannot_be_read_says_so_and_bars_no_other(store: Store, kettle: Scenario) -> None:
    damaged = Practices(store).begin(Kind.ROOM, {"title": "x"})
    with pytest.raises(ContentError, match="cannot be read"):
        Room.named(store, damaged)
    assert fresh_room(store) is None
    room = Room.begin(store, kettle, seed=1)
    found = fresh_room(store)
    assert found is not None
    assert found.id == room.id


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("1/replace\nIt comes on Friday.", True),
        ("It comes on Friday.\n2: /replace", True),
        ("4 / hold 2m", True),
        ("/refund 48", False),
        ("24/7 we are here, replace or refund.", False),
        ("1/2 of the price back", False),
        ("2 kettles and/or a refund", False),
        ("Order 17/replace it is.", False),
    ],
)
def test_an_action_behind_a_number_is_never_taken_for_words(room: Room, text: str, asked: bool) -> None:
    assert bool(behind_a_number(text, room.scenario)) is asked
    if asked:
        with pytest.raises(NotNowError, match="to be done"):
            room.propose(1, text)
        assert not any(room.state.board)


@pytest.mark.parametrize("seed", range(6))
def test_how_far_anger_moved_is_told_in_one_figure(store: Store, kettle: Scenario, seed: int) -> None:
    room = Room.begin(store, kettle, seed=seed)
    for slot, text in enumerate((SORRY, BLAME), 1):
        room.propose(slot, text)
        room.lock(slot)
        (answer,) = sight(room).answers
        moved = answer.anger.rpartition("(")[2].rstrip(")")
        assert moved.split()[0] in ("rose", "fell", "stayed")
        assert "anger" not in answer.felt or f"anger {moved}" in answer.felt
        room.undo()
