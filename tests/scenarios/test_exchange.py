"""Nothing of our own transcripts is lost on the way out and back, and no foreign file can do worse than be refused."""

from __future__ import annotations

import io
import json
import random
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.acts import Act
from scenarios.exchange import MAX_TURNS, ForeignChat, ForeignTurn, Speaker, from_exchange, to_exchange
from scenarios.moves import Ending, Intensity, Move, Reaction
from scenarios.problems import ScenarioProblems
from scenarios.reading import ActSpan, Amount, Promise, Reading, TimeSpan
from scenarios.transcript import CustomerMoved, CustomerSaid, Discovery, Ended, Event, Mood, Opened, RepActed, RepSaid, Transcript, Verdict
from scenarios.transcript_files import parse_chat_log, read_transcripts
from scenarios.transcript_pieces import MAX_LINE

words = st.text(max_size=40)
level = st.floats(0, 100, allow_nan=False)
mood = st.builds(Mood, anger=level, trust=level, heard=level, hope=level, patience=level)
when = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1))
small = st.integers(0, 500)
money = st.decimals(0, 9999, places=2, allow_nan=False)
readings = st.builds(
    Reading,
    reader=st.just("rules-1"),
    words=small,
    acts=st.lists(st.builds(ActSpan, start=small, end=small, act=st.sampled_from(Act), confidence=st.floats(0, 1)), max_size=2).map(tuple),
    amounts=st.lists(st.builds(Amount, start=small, end=small, value=money, currency=st.none() | st.just("GBP")), max_size=1).map(tuple),
    times=st.lists(st.builds(TimeSpan, start=small, end=small, earliest=st.none() | when, latest=when), max_size=1).map(tuple),
    promises=st.lists(
        st.builds(
            Promise,
            start=small,
            end=small,
            actor=st.just("rep"),
            what=words,
            action=st.none(),
            amount=money,
            due=when,
            bound=st.booleans(),
            supported=st.none(),
        ),
        max_size=1,
    ).map(tuple),
)
found_out = st.lists(st.builds(Discovery, kind=st.just("lie"), ref=words, turn=small, how=words), max_size=1).map(tuple)
slots = st.dictionaries(st.sampled_from(["amount", "date"]), words, max_size=2)


@st.composite
def calls(draw: st.DrawFn) -> Transcript:
    """A call as the engine writes it, cut off anywhere."""
    events: list[Event] = [Opened(scenario="wet-sofa", content="0" * 16, seed=draw(small), intensity=draw(st.sampled_from(Intensity)), engine="engine-1")]
    turn = 0
    for who in ["customer", *draw(st.lists(st.sampled_from(["customer", "rep", "action"]), max_size=6))]:
        if who == "customer":
            moved = st.builds(
                CustomerMoved,
                turn=st.just(turn),
                move=st.sampled_from(Move),
                mood=mood,
                reaction=st.none() | st.sampled_from(Reaction),
                slots=slots,
                found_out=found_out,
            )
            events += [draw(moved), CustomerSaid(turn=turn, text=draw(words), voice="script")]
        elif who == "rep":
            events.append(RepSaid(turn=turn, text=draw(words), reading=draw(readings), seconds=draw(small)))
        else:
            events.append(RepActed(turn=turn, do="refund", args=draw(slots), ok=draw(st.booleans()), result=draw(words), seconds=60))
        turn += 1
    events.append(
        Ended(
            turn=turn - 1,
            ending=draw(st.sampled_from(Ending)),
            outcome=None,
            worth=draw(st.floats(0, 1)),
            mood=draw(mood),
            verdict=draw(level),
            aftermath=draw(found_out),
        )
    )
    events.append(Verdict(turn=turn - 1, text=draw(words), next=(draw(words),)))
    return Transcript(id=draw(words), scenario="wet-sofa", events=tuple(events[: draw(st.integers(0, len(events)))]))


@settings(max_examples=60, deadline=None)
@given(calls())
def test_our_own_come_back_whole(transcript: Transcript) -> None:
    line = json.dumps(to_exchange(transcript, {"rubric": "1"}))
    assert from_exchange(json.loads(line), "x") == transcript
    assert read_transcripts(line) == [transcript]


@settings(max_examples=30, deadline=None)
@given(calls(), st.randoms(use_true_random=False))
def test_events_in_an_order_no_call_has_come_back_too(transcript: Transcript, chance: random.Random) -> None:
    odd = list(transcript.events) * 2
    chance.shuffle(odd)
    mixed = transcript.model_copy(update={"events": tuple(odd)})
    assert from_exchange(json.loads(json.dumps(to_exchange(mixed))), "x") == mixed


@settings(max_examples=30, deadline=None)
@given(calls())
def test_each_turn_stands_at_its_own_number(transcript: Transcript) -> None:
    turns = to_exchange(transcript)["turns"]
    for event in transcript.events:
        if isinstance(event, RepSaid | CustomerSaid):
            assert turns[event.turn]["text"] == event.text
    assert all(turn["who"] in ("customer", "rep", "action") for turn in turns)


def test_a_foreign_chat_is_read_and_strange_keys_are_passed_over() -> None:
    row = {
        "id": 7,
        "card": {"story": "x"},
        "ratings": [1],
        "turns": [
            {"who": "Customer", "text": "where is it", "time": 3},
            {"who": "rep", "text": "on the van", "labels": {"A": []}},
            {"who": "action", "do": "refund", "args": {"amount": 48, "card": True}},
            {"who": "action", "text": "noted the call"},
        ],
    }
    chat = from_exchange(row, "x")
    assert chat == ForeignChat(
        id="7",
        turns=(
            ForeignTurn(who=Speaker.CUSTOMER, text="where is it"),
            ForeignTurn(who=Speaker.REP, text="on the van"),
            ForeignTurn(who=Speaker.ACTION, do="refund", args={"amount": "48", "card": "true"}),
            ForeignTurn(who=Speaker.ACTION, text="noted the call"),
        ),
    )


def test_a_chat_log_is_read_with_its_continued_lines() -> None:
    chat = parse_chat_log("Customer: Hello?\r\n  Note: urgent\n\nAnyone there\n\nREP: yes\naction: refund 48 GBP to card\n", "x")
    assert [(turn.who, turn.text) for turn in chat.turns] == [
        (Speaker.CUSTOMER, "Hello?\n  Note: urgent\n\nAnyone there"),
        (Speaker.REP, "yes"),
        (Speaker.ACTION, "refund 48 GBP to card"),
    ]


def test_times_before_the_speakers_are_passed_over() -> None:
    (chat,) = read_transcripts("[10:32] Customer: hi\n10:33 Rep: hello\n10:34 is too late")
    assert isinstance(chat, ForeignChat)
    assert [turn.text for turn in chat.turns] == ["hi", "hello\n10:34 is too late"]


def test_json_lines_and_lists_hold_several_chats() -> None:
    row = '{"turns": [{"who": "rep", "text": "a"}]}'
    assert len(read_transcripts(f"{row}\n\n{row}\n")) == 2
    assert len(read_transcripts(f"[{row}, {row}]")) == 2
    assert len(read_transcripts(io.BytesIO(row.encode()))) == 1


def turn(**keys: object) -> str:
    return json.dumps({"turns": [{"who": "customer", "text": "hi"}, keys]})


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "CH083 1:1"),
        ("\n\n", "CH083 1:1"),
        ("hello there", "CH090 1:1"),
        ("Customer: hi\nAgent: yes", "CH085 2:1"),
        ("Customer: hi\nMaria Lopez: yes", "CH085 2:1"),
        ("Customer: hi\nRep:\n", "CH086 2:1"),
        ("Customer: hi\nRep: a\x1b[2Jb", "CH087 2:7"),
        ("Customer: \ud800", "CH002 1:11"),
        ("{", "CH081 1:2"),
        ('{"turns": [\n{"who": }]}', "CH081 2:9"),
        ("[" * 100_000, "CH081 1:1"),
        ('{"turns": [' + "1" * 6000 + "]}", "CH081 1:1"),
        ('{"turns": [NaN]}', "CH081 1:1"),
        ("[3]", "CH082 1:1"),
        ("[]", "CH083 1:1"),
        ('{"turns": []}', "CH083 1:1"),
        ('{"turns": {}}', "CH083 1:1"),
        ('{"id": [], "turns": []}', "CH082 1:1"),
        ('{"turns": [\n\n3]}', "CH084 3:1"),
        (turn(text="a"), "CH084 1:1"),
        (turn(who="rep", text=3), "CH084 1:1"),
        (turn(who="rep"), "CH086 1:1"),
        (turn(who="rep", text=" \n"), "CH086 1:1"),
        (turn(who=3, text="a"), "CH085 1:1"),
        (turn(who="bot", text="a"), "CH085 1:1"),
        (turn(who="action", do=[]), "CH084 1:1"),
        (turn(who="action", do="refund", args=[]), "CH084 1:1"),
        (turn(who="action", do="refund", args={"a": {}}), "CH084 1:1"),
        (turn(who="rep", text="\0"), "CH087 1:1"),
        (turn(who="rep", text="\ud800"), "CH087 1:1"),
        ('{"turns": [{"who": "rep", "text": "a"}]}\n{"turns": 3}', "CH083 2:1"),
        ('{"turns": [{"who": "rep", "text": "a"}]}\n{"turns', "CH081 2:2"),
        ('{"form": "coolhead-9", "turns": []}', "CH088 1:1"),
        ('{"form": "coolhead-1", "call": {}, "turns": []}', "CH089 1:1"),
        ('{"form": "coolhead-1", "turns": [3]}', "CH089 1:1"),
        ('{"form": "coolhead-1"}', "CH089 1:1"),
        (json.dumps({"turns": [{"who": "rep", "text": "a"}] * (MAX_TURNS + 1)}), "CH080 1:1"),
    ],
)
def test_a_faulty_transcript_is_told_by_its_line(text: str, place: str) -> None:
    with pytest.raises(ScenarioProblems) as caught:
        read_transcripts(text)
    assert place in [f"{problem.code} {problem.line}:{problem.column}" for problem in caught.value.problems]


def test_every_faulty_turn_is_told() -> None:
    with pytest.raises(ScenarioProblems) as caught:
        read_transcripts('{"turns": [\n{"who": "bot", "text": "a"},\n{"who": "rep", "text": ""},\n{"who": "rep"}\n]}')
    assert [(problem.code, problem.line) for problem in caught.value.problems] == [("CH085", 2), ("CH086", 3), ("CH086", 4)]


class Endless(io.RawIOBase):
    """A file of one line that never ends, counting what is read of it."""

    def __init__(self) -> None:
        self.given = 0

    def read(self, size: int = -1) -> bytes:
        assert size > 0
        self.given += size
        return b"x" * size


def test_a_line_without_end_is_refused_after_its_limit_and_no_later() -> None:
    stream = Endless()
    with pytest.raises(ScenarioProblems, match=r"CH080 Line 1 is over 8 MB"):
        read_transcripts(stream)  # type: ignore[arg-type]
    assert stream.given <= MAX_LINE + 2**20


def test_a_long_line_is_told_by_its_number() -> None:
    with pytest.raises(ScenarioProblems, match=r"<text>:3:1: CH080"):
        read_transcripts("Customer: hi\nRep: hello\n" + "x" * (MAX_LINE + 1))


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.json", Path("/dev/zero")):
        with pytest.raises(ScenarioProblems, match="CH001"):
            read_transcripts(path)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(["rep", "customer", "action", "coolhead-1", "", "x"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["who", "text", "do", "args", "turns", "id", "form", "call", "events", "ended", "moved", "kind"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(max_examples=120, deadline=None)
@given(json_values, st.booleans())
def test_any_json_is_read_or_refused(value: object, ours: bool) -> None:
    if ours and isinstance(value, dict):
        value = {**value, "form": "coolhead-1"}
    found: object
    try:
        found = from_exchange(value, "x")
    except ScenarioProblems as error:
        found = error.problems[0].line
    assert isinstance(found, Transcript | ForeignChat) or found == 1


@settings(max_examples=120, deadline=None)
@given(
    st.one_of(
        st.text(max_size=200),
        st.lists(st.sampled_from(["Customer:", "Rep:", " ", "\n", "a", "{", '"turns":', "[", "]", "}", "\r", ":", "Bob:"]), max_size=20).map("".join),
    )
)
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = len(read_transcripts(text))
    except ScenarioProblems as error:
        found = len(error.problems)
    assert found >= 1


def test_amounts_keep_their_pence() -> None:
    reading = Reading(reader="rules-1", words=1, amounts=(Amount(start=0, end=1, value=Decimal("11.40"), currency="GBP"),))
    transcript = Transcript(id="a", events=(RepSaid(turn=0, text="x", reading=reading, seconds=15),))
    back = from_exchange(json.loads(json.dumps(to_exchange(transcript))), "x")
    assert isinstance(back, Transcript)
    assert "11.40" in back.model_dump_json()
