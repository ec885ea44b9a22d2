"""The call screen at its edges: very long calls, the desk searched, undo in the composer, the keys at the foot, no motion."""

from __future__ import annotations

import pytest
from textual.events import Key
from textual.widgets._footer import FooterKey

from scenarios.transcript import Event
from tests.trainer.tui.standin import StandIn
from tests.trainer.tui.test_play import on_call, send, until, words
from trainer.tui.screens.call import CallScreen
from trainer.tui.widgets.composer import Composer
from trainer.tui.widgets.desk import Search
from trainer.tui.widgets.transcript import LEAST, PAGE, TranscriptView, TurnBlock


async def test_of_a_long_call_the_last_turns_are_laid_out_and_scrolling_brings_the_rest() -> None:
    async with on_call(StandIn(), (80, 24)) as pilot:
        talk = pilot.app.screen.query_one(TranscriptView)
        talk.add_all([("customer", f"Ada {n}", f"words of {n}") for n in range(300)])
        await pilot.pause()
        assert len(pilot.app.screen.query(TurnBlock)) == LEAST
        assert "words of 299" in words(pilot)
        for n in range(300, 300 + 2 * PAGE + 5):
            talk.add("rep", f"You {n}", f"words of {n}")
            await pilot.pause()
        assert len(pilot.app.screen.query(TurnBlock)) < LEAST + 2 * PAGE
        assert talk.scroll_y == talk.max_scroll_y
        before = len(pilot.app.screen.query(TurnBlock))
        talk.scroll_home(animate=False)
        await until(pilot, lambda: len(pilot.app.screen.query(TurnBlock)) == before + PAGE)
        await until(pilot, lambda: talk.scroll_y > 1)

        def begun() -> bool:
            talk.scroll_home(animate=False)  # once more each time: a page still settling sets the scroll back, as it would for a hand on the wheel
            return "Where is my kettle?" in words(pilot)

        await until(pilot, begun)
        heads = [block.head for block in pilot.app.screen.query(TurnBlock)]
        assert heads[1:301] == [f"Ada {n}" for n in range(300)]


@pytest.mark.parametrize(("size", "more"), [((120, 14), True), ((120, 60), False), ((80, 24), False)])
async def test_a_record_with_more_to_read_than_there_is_room_for_says_so(size: tuple[int, int], more: bool) -> None:
    async with on_call(StandIn(), size) as pilot:
        line = pilot.app.screen.query_one("#more")
        await until(pilot, lambda: line.has_class("-there") is more)
        await pilot.press("f2")
        await until(pilot, lambda: pilot.app.focused is pilot.app.screen.query_one({True: "#facts", False: "#actions" if size[0] > 80 else "#desk"}[more]))
        await pilot.press("end")
        await until(pilot, lambda: not line.has_class("-there"))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_slash_on_the_desk_searches_it_and_escape_ends_it(size: tuple[int, int]) -> None:
    async with on_call(StandIn(), size) as pilot:
        await pilot.press("f2")
        await pilot.pause()
        await pilot.press("slash", *"refund")
        assert isinstance(pilot.app.focused, Search)
        await until(pilot, lambda: "no later scan" not in words(pilot))
        assert "• Refund up to 60 GBP without asking." in words(pilot)
        await pilot.press(*"zzz")
        await until(pilot, lambda: "Nothing on the desk has “refundzzz”." in words(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: "no later scan" in words(pilot))
        assert isinstance(pilot.app.focused, Composer)


async def test_what_is_still_to_do_stands_over_the_composer_until_it_is_done() -> None:
    async with on_call(StandIn(), (80, 24)) as pilot:
        composer = pilot.app.screen.query_one(Composer)
        await send(pilot, "I will send another kettle")
        await until(pilot, lambda: "Still to do: /resend" in str(composer.border_title))
        await send(pilot, "/resend")
        await until(pilot, lambda: not composer.border_title)


async def test_a_sentence_typed_after_an_action_comes_back_to_be_said() -> None:
    async with on_call(StandIn(), (80, 24)) as pilot:
        composer = pilot.app.screen.query_one(Composer)
        await send(pilot, "/resend it is on its way to you now")
        await until(pilot, lambda: composer.text == "it is on its way to you now")
        assert "goes into the log only" in words(pilot)
        composer.clear()
        await send(pilot, "/resend")
        await until(pilot, lambda: words(pilot).count("/resend") > 1)
        assert composer.text == ""


async def test_undo_brings_back_what_the_history_took_the_place_of_but_nothing_that_was_sent() -> None:
    async with on_call(StandIn(), (80, 24)) as pilot:
        composer = pilot.app.screen.query_one(Composer)
        await send(pilot, "First")
        await until(pilot, lambda: "You wrote 5 characters" in words(pilot))
        await pilot.press("ctrl+z")
        assert composer.text == ""
        await pilot.press(*"draft", "up")
        assert composer.text == "First"
        await pilot.press("ctrl+z")
        assert composer.text == "draft"


async def test_the_keys_of_a_call_fit_the_foot_of_a_small_terminal_in_their_order() -> None:
    async with on_call(StandIn(), (80, 24)) as pilot:
        await send(pilot, "Hello")
        await until(pilot, lambda: "You wrote 5 characters" in words(pilot))
        await pilot.pause()
        keys = list(pilot.app.screen.query(FooterKey))
        assert [key.key for key in keys] == ["f2", "f5", "f4", "f8", "f3", "f6", "f7", "f1"]
        assert all(0 < key.region.right <= 80 for key in keys)


async def test_without_motion_the_customer_does_not_keep_one_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Event] = []
    monkeypatch.setenv("COOLHEAD_PACE", "5")
    async with on_call(StandIn(), (80, 24)) as pilot:
        pilot.app.animation_level = "none"
        screen = pilot.app.screen
        assert isinstance(screen, CallScreen)
        await send(pilot, "Hello")
        await until(pilot, lambda: "You wrote 5 characters" in words(pilot))
        shown += screen.shown
        assert not screen.query("#typing")
        assert [event.kind for event in shown[-3:]] == ["said", "moved", "replied"]


async def test_f7_in_a_call_says_what_its_words_mean_and_stands_at_the_foot() -> None:
    async with on_call(StandIn(), (120, 40)) as pilot:
        assert "Words" in {key.description for key in pilot.app.screen.query(FooterKey)}
        await pilot.press("f7")
        await until(pilot, lambda: "What the words here mean" in words(pilot))


BURST = "The letter went out by machine because nobody set the status, though each of five desks could have, and/or should have. End here."


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("settled", [True, False])
async def test_a_reply_typed_faster_than_the_focus_follows_from_the_desk_goes_out_whole(size: tuple[int, int], settled: bool) -> None:
    async with on_call(StandIn(), size) as pilot:
        await pilot.press("f2")
        if settled:
            await pilot.pause()
        for char in BURST:
            pilot.app.post_message(Key(char, char))
        pilot.app.post_message(Key("enter", "\r"))
        await until(pilot, lambda: "End here." in " ".join(str(block.text) for block in pilot.app.screen.query(TurnBlock)))
        assert BURST in [block.text for block in pilot.app.screen.query(TurnBlock)]
        assert not pilot.app.screen.query_one(Composer).text


async def test_an_answer_is_seen_though_the_desk_stood_open_when_the_reply_was_sent() -> None:
    async with on_call(StandIn(), (80, 24)) as pilot:
        await pilot.press("f2")
        await until(pilot, lambda: pilot.app.screen.has_class("-desk-open"))
        await pilot.press(*"hello", "enter")
        await until(pilot, lambda: not pilot.app.screen.has_class("-desk-open"))
        assert pilot.app.screen.query_one(TranscriptView).display
        assert isinstance(pilot.app.focused, Composer)
