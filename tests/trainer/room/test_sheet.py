"""What of a room goes round: three moments on a page or two, what stands against a proposal, and by what one did best."""

from __future__ import annotations

from tests.trainer.room.test_review import BLAME, LIE, SORRY, sent, told
from trainer.room.against import against
from trainer.room.discussed import MOMENTS, discussed
from trainer.room.kept import Room
from trainer.room.proposals import Sure
from trainer.room.review import review
from trainer.room.sheet import as_html, as_text
from trainer.room.sight import sight


def test_a_sheet_of_a_long_call_is_a_page_or_two_with_three_moments_and_no_question_twice(room: Room) -> None:
    stock = "I understand how frustrating this must be for you, and I want you to know that your order matters to all of us here."
    for _ in range(9):
        if any(event.kind == "ended" for event in room.state.events):
            break
        sent(room, stock, BLAME, f"{SORRY} I am looking at what the courier can do for you today.", sure=Sure.SURE)
        room.go_on()
    if not any(event.kind == "ended" for event in room.state.events):
        room.leave()
    seen = review(room)
    assert len(seen.moments) > 4
    asks = [moment.question for moment in seen.moments]
    assert len(set(asks)) == len(asks)
    assert sum("what made you so?" in ask for ask in asks) == 1
    told_on_it = discussed(seen)
    assert len(told_on_it) == MOMENTS
    for sheet in (as_html(seen), as_text(seen)):
        assert len(sheet.split()) <= 1100
        assert sheet.count("To talk about: ") == MOMENTS
        assert f"{len(seen.moments) - MOMENTS} more moments and every proposal: coolhead room {seen.room[:8]}" in sheet
    assert "Proposal 3 would have done better: " in as_text(seen)
    assert len(told(seen).split()) > 1500, "the end of the room still tells all of it"


def test_a_short_room_has_all_of_it_on_the_sheet(room: Room) -> None:
    sent(room, SORRY)
    room.go_on()
    room.leave()
    seen = review(room)
    assert len(discussed(seen)) == 1
    assert "more moment" not in as_text(seen)


def test_what_was_refused_at_the_desk_stands_against_a_proposal(room: Room) -> None:
    for slot, text in enumerate(("/refund 480 // The whole of it is on its way to your card.", f"/refund 48 // {SORRY}"), 1):
        room.propose(slot, text)
    room.lock(1)
    (answer,) = sight(room).answers
    assert "Against it: not done at the desk: /refund" in answer.felt
    room.go_on()
    room.leave()
    (moment,) = review(room).moments
    first, second = (one.heard for one in moment.tried)
    assert first is not None
    assert second is not None
    assert first.flawed
    assert any("not done at the desk" in line for line in against(first))
    assert not any("not done at the desk" in line for line in against(second)), "what was done is nothing against it"


def test_what_is_said_of_the_others_leaves_out_those_as_good(room: Room) -> None:
    for slot, text in enumerate((BLAME, SORRY, f"{SORRY} Mr Halasz.", LIE), 1):
        room.propose(slot, text)
    room.lock(2)
    room.go_on()
    room.leave()
    (moment,) = review(room).moments
    assert [one.slot for one in moment.best] == [2, 3]
    for one in moment.best:
        assert "something against each of proposals 1 and 4" in one.by
        assert "each of the others" not in one.by
