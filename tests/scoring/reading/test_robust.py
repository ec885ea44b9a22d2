"""Any text at all: no crash, bounded time, offsets into the original, and no credit for what is not a reply."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.acts import Act
from scenarios.reading import Oddity
from scoring.reading import default_reader
from scoring.reading.oddity import oddity_of
from scoring.reading.protocol import Context
from scoring.reading.reader import RuleReader

ASKED = Context(customer="Where is my parcel?", heard=("Where is my parcel?",))


@pytest.mark.parametrize(
    ("text", "oddity"),
    [
        ("", Oddity.EMPTY),
        ("  \n\x00", Oddity.EMPTY),
        ("?!...", Oddity.PUNCTUATION),
        ("🙂🙂", Oddity.PUNCTUATION),
        ("asdf jkl qwer asdfgh", Oddity.GIBBERISH),
        ("xkcdq vbnrt plkjh", Oddity.GIBBERISH),
        ("sorry " * 40, Oddity.GIBBERISH),
        ("Lo siento mucho, su pedido llega mañana", Oddity.OTHER_LANGUAGE),
        ("Es tut mir leid, wir haben Ihre Bestellung nicht", Oddity.OTHER_LANGUAGE),
        ("نعتذر عن التأخير", Oddity.OTHER_LANGUAGE),
        ("非常抱歉，我马上处理", Oddity.OTHER_LANGUAGE),
        ("I will check. " * 400, Oddity.TOO_LONG),
    ],
)
def test_what_is_not_a_reply_is_named(text: str, oddity: Oddity) -> None:
    reading = default_reader().read(text, ASKED)
    assert reading.oddity is oddity
    if oddity is not Oddity.TOO_LONG:
        assert not reading.acts
        assert not reading.answers


@pytest.mark.parametrize(
    "text",
    [
        "Done.",
        "Booked, Sonia.",
        "sry m8 will ring u l8r 2day",
        "Please to wait, I look the order of you",
        "Aye nae bother, sorted",
        "Refund 48 sent",
        "ok",
        "No.",
    ],
)
def test_short_broken_and_dialect_english_is_a_reply(text: str) -> None:
    assert oddity_of(text) is None


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_no_text_breaks_the_reader_and_every_span_is_inside_it(text: str) -> None:
    reading = default_reader().read(text, Context(customer=text, heard=(text,), earlier=(text,)))
    for part in (*reading.acts, *reading.amounts, *reading.times, *reading.promises, *reading.answers):
        assert 0 <= part.start <= part.end <= len(text)


@pytest.mark.parametrize("text", ["[bold]hi[/bold] \x1b[31m I refund you", "\ud800 I am sorry \udfff", "\u202eI am sorry\u202c", "a\x00b I am sorry"])
def test_markup_escapes_and_lone_surrogates_are_only_text(text: str) -> None:
    assert default_reader().read(text, ASKED).reader == default_reader().version


@pytest.mark.parametrize(
    "text",
    [
        "please help me, I will refund you " * 30_000,
        "a" * 1_000_000,
        '"' * 100_000,
        "1," * 50_000,
        "i'" * 50_000,
        "not " * 25_000,
        "£" * 100_000,
        "(" * 100_000,
    ],
)
def test_a_huge_reply_is_read_in_bounded_time(text: str) -> None:
    started = time.process_time()
    default_reader().read(text, Context(customer=text, heard=(text,) * 3, earlier=(text,)))
    assert time.process_time() - started < 2  # of its own work: others may be at work on the machine too


def test_spans_are_the_trainees_own_letters() -> None:
    text = "Hi Sam,  im soooo sry ur bike isn’t here — i’ll ring u b4 5."
    spans = {s.act: text[s.start : s.end] for s in RuleReader().read(text, ASKED).acts}
    assert spans[Act.COMMIT] == "i’ll ring u b4 5."
    assert "sry ur bike isn’t here" in spans[Act.APOLOGISE]


def test_stock_phrases_in_a_heap_earn_no_listening() -> None:
    heap = "I hear you. I completely understand how you feel. I totally get where you're coming from. Your feelings are valid. We value you. I'm so sorry."
    reading = default_reader().read(heap, ASKED)
    assert not reading.has(Act.REFLECT_CONTENT, Act.REFLECT_FEELING, Act.VALIDATE)


def test_the_same_text_gives_the_same_reading() -> None:
    text = "Sorry about Tuesday, the van broke down; I can bring it tomorrow by noon for £5 or refund you."
    assert default_reader().read(text, ASKED) == default_reader().read(text, ASKED)


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import scoring.reading, sys; print([m for m in ('dateparser', 'rapidfuzz', 'text_to_num', 'sqlalchemy') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
