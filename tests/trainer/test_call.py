"""The conductor: events in order, words from the voice, storage before anything else, and going on after a crash."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from scenarios.acts import Act
from scenarios.model import Hint, Scenario, When
from scenarios.moves import Ending, Intensity
from scenarios.reading import Reading
from scenarios.transcript import CustomerMoved, CustomerSaid, Ended, Event, Opened, RepActed, RepSaid, Transcript, Verdict
from scoring.reading.protocol import Context
from tests.trainer.engine.case import case, reading
from trainer.call import LONGEST_REPLY, Call, CannotResumeError, seconds_for

CASE = case()

WORDS = {
    "heard": reading(Act.REFLECT_CONTENT, Act.REFLECT_FEELING, touches=["leak", "call"]),
    "ours": reading(Act.OWN, Act.EXPLAIN, Act.REFLECT_CONTENT, Act.VALIDATE, touches=["party"], tells=["seal", "queue"]),
    "offer": reading(Act.PROPOSE, Act.SET_EXPECTATION, offers=[("refund", "refund", 48)]),
    "done": reading(Act.STATE_ACTION, true_action="refund"),
    "insult": reading(Act.HOSTILE),
}


@dataclass
class Reader:
    """Reads a reply by its first word; keeps the contexts it was given."""

    contexts: list[Context] = field(default_factory=list)
    version: str = "hand"

    def read(self, text: str, context: Context) -> Reading:
        self.contexts.append(context)
        return WORDS.get(text.split(" ")[0], reading(words=len(text.split())))


@dataclass
class Voice:
    """Words that show what was asked of it."""

    name: str = "script"

    def word(self, moved: CustomerMoved, shown: tuple[str, ...], seed: int) -> str:
        return moved.says or f"{moved.move.value} {len(shown)} {seed}"

    def verdict(self, ended: Ended, events: tuple[Event, ...], seed: int) -> Verdict:
        return Verdict(turn=ended.turn, text=f"{ended.ending.value} after {len(events)}", next=(str(seed),))


def started(stored: list[Event] | None = None, reader: Reader | None = None, scenario: Scenario = CASE) -> Call:
    sink = stored.append if stored is not None else None
    return Call.start(scenario, seed=2, intensity=Intensity.REAL, reader=reader or Reader(), voice=Voice(), on_event=sink, id_="a1")


def whole(stored: list[Event] | None = None) -> Call:
    call = started(stored)
    for text in ("heard you", "ours it was", "offer of 48"):
        call.say(text)
    call.act("refund", {"amount": "48"})
    call.say("done now")
    return call


def test_a_call_opens_with_the_customers_words() -> None:
    call = started()
    assert [type(event) for event in call.events] == [Opened, CustomerMoved, CustomerSaid]
    assert call.shown == (CASE.customer.opening,)
    assert call.ended is None


def test_turns_count_every_go_and_a_move_shares_its_turn_with_its_words() -> None:
    call = whole()
    assert [(event.kind, event.turn) for event in call.events[3:]] == [
        ("said", 1),
        ("moved", 2),
        ("replied", 2),
        ("said", 3),
        ("moved", 4),
        ("replied", 4),
        ("said", 5),
        ("moved", 6),
        ("replied", 6),
        ("acted", 7),
        ("said", 8),
        ("moved", 9),
        ("replied", 9),
        ("ended", 9),
        ("verdict", 9),
    ]
    assert call.ended is not None
    assert call.ended.ending is Ending.ACCEPTED


def test_every_event_is_handed_on_in_order_and_before_it_is_kept() -> None:
    stored: list[Event] = []
    call = started()
    call._on_event = lambda event: stored.append(event) if event not in call.events else None
    before = len(call.events)
    call.say("heard you")
    assert stored == call.events[before:]


def test_the_reader_sees_what_the_rep_saw_and_nothing_later() -> None:
    reader = Reader()
    call = started(reader=reader)
    call.say("heard you")
    call.act("check-shop")
    call.say("ours")
    assert reader.contexts[0].customer == CASE.customer.opening
    assert reader.contexts[1].earlier == ("heard you",)
    assert [do for do, _ in reader.contexts[1].done] == ["check-shop"]
    assert len(reader.contexts[1].heard) == 2


def test_nothing_can_be_done_once_the_call_is_over() -> None:
    call = whole()
    assert call.say("hello?") == ()
    assert call.act("refund", {"amount": "5"}) == ()
    assert call.leave() == ()


@pytest.mark.parametrize("cut", range(1, 19))
def test_a_call_cut_off_anywhere_goes_on_as_it_was(cut: int) -> None:
    stored: list[Event] = []
    call = whole(stored)
    assert len(stored) == 18
    added: list[Event] = []
    again = Call.resume(CASE, Transcript(id="a1", events=tuple(stored[:cut])), reader=Reader(), voice=Voice(), on_event=added.append)
    assert again.events == [*stored[:cut], *added]
    assert again.events == stored[: len(again.events)]
    if cut == len(stored):
        assert again.state == call.state
        assert again.ended == call.ended


def test_resuming_keeps_the_words_already_said() -> None:
    call = started()
    call.say("heard you")
    other = tuple(e.model_copy(update={"text": "other words", "voice": "model"}) if isinstance(e, CustomerSaid) else e for e in call.events)
    again = Call.resume(CASE, Transcript(events=other), reader=Reader(), voice=Voice())
    assert again.events == list(other)
    assert again.shown == ("other words", "other words")
    assert again.state == call.state


def test_a_call_left_by_the_rep_resumes_as_left() -> None:
    call = started()
    call.say("heard")
    call.leave()
    again = Call.resume(CASE, call.transcript, reader=Reader(), voice=Voice())
    assert again.ended is not None
    assert again.ended.ending is Ending.LEFT
    assert again.say("still there?") == ()


def test_a_changed_scenario_or_a_changed_move_is_not_carried_on() -> None:
    call = started()
    call.say("heard")
    with pytest.raises(CannotResumeError, match="changed"):
        Call.resume(case(title="Another"), call.transcript, reader=Reader(), voice=Voice())
    bent = tuple(e.model_copy(update={"about": "elsewhere"}) if isinstance(e, CustomerMoved) and e.turn == 2 else e for e in call.events)
    with pytest.raises(CannotResumeError, match="not carried on"):
        Call.resume(CASE, Transcript(events=bent), reader=Reader(), voice=Voice())
    with pytest.raises(CannotResumeError, match="not a call"):
        Call.resume(CASE, Transcript(), reader=Reader(), voice=Voice())


@pytest.mark.parametrize(
    "text", ["", "   ", "[bold]x[/bold]", "\x1b[2J\x07", "nul\x00nul", "\ud800 lone", "\u202eright to left", "👩‍🚒" * 500, "x" * 100_000, "a\r\nb\u2028c"]
)
def test_hostile_text_is_kept_and_can_be_stored(text: str) -> None:
    call = started()
    said = call.say(text)[0]
    assert isinstance(said, RepSaid)
    assert len(said.text) <= LONGEST_REPLY
    said.model_dump_json().encode("utf-8")
    assert "\x00" not in said.text
    if text.isprintable() and len(text) <= LONGEST_REPLY:
        assert said.text == text


def test_a_cut_reply_is_said_to_be_cut() -> None:
    call = started()
    call.say("x" * (LONGEST_REPLY + 1))
    assert "20,000" in call.notice
    call.say("x")
    assert call.notice == ""


def test_a_desk_action_gets_no_customer_turn_and_a_refused_one_shows_why() -> None:
    call = started()
    (acted,) = call.act("refund", {"amount": "900"})
    assert isinstance(acted, RepActed)
    assert not acted.ok
    assert "limit" in acted.result
    assert isinstance(call.act("note", {"text": "\ud800"})[0], RepActed)


def test_a_reply_takes_time_by_its_length() -> None:
    assert seconds_for("") == 15
    assert seconds_for("word " * 10) == 15
    assert seconds_for("word " * 21) == 32


def test_the_same_replies_make_the_same_call_byte_for_byte() -> None:
    assert whole().transcript.model_dump_json() == whole().transcript.model_dump_json()


def test_a_transcript_survives_json() -> None:
    call = whole()
    assert Transcript.model_validate_json(call.transcript.model_dump_json()) == call.transcript
    assert Call.resume(CASE, Transcript.model_validate_json(call.transcript.model_dump_json()), reader=Reader(), voice=Voice()).state == call.state


def test_a_guided_call_whispers_one_hint_at_a_time_and_none_again_after_resuming() -> None:
    hints = (Hint(say="Read first."), Hint(when=When(from_reply=1), say="Now settle it."), Hint(when=When(from_reply=30), say="Never."))
    guided = CASE.model_copy(update={"guide": hints})
    call = started(scenario=guided)
    assert call.hint == "Read first."
    call.say("heard")
    assert call.hint == "Now settle it."
    call.act("check-shop")
    assert call.hint == ""
    again = Call.resume(guided, call.transcript, reader=Reader(), voice=Voice())
    again.say("offer")
    assert again.hint == ""
