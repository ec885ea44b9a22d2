"""Slots: filled once, fitted to their place, and harmless whatever the rep typed."""

from __future__ import annotations

import unicodedata

import pytest

from trainer.voices.slots import LONGEST, fill, fill_fixed

HOSTILE = [
    "{}", "{amount}", "{0.__class__}", "%s", "[bold]hi[/bold]", "\x1b[31mred\x1b[0m", "a\x00b", "\ud800x", "\u202eabc", "🙂 ok", "line\nbreak", "x" * 100_000,
]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "slots", "words"),
    [
        ("{amount}. Right.", {"amount": "£48"}, "£48. Right."),
        ("{date}, you say.", {"date": "tomorrow"}, "Tomorrow, you say."),
        ("I need it before {date}.", {"date": "Tomorrow"}, "I need it before tomorrow."),
        ("I asked: {question}", {"question": "did anyone note it"}, "I asked: Did anyone note it?"),
        ("just tell me {question}", {"question": "Did anyone note it?"}, "just tell me did anyone note it?"),
        ("{question} Yes or no.", {"question": "Is it coming?"}, "Is it coming? Yes or no."),
        ('The question was "{question}" and still is.', {"question": "Is it coming?"}, 'The question was "Is it coming?" and still is.'),
        ('You wrote "{claim}" and it was not so.', {"claim": '"It left today."'}, 'You wrote "It left today" and it was not so.'),
        ('"{claim}" Says who?', {"claim": "it left today"}, '"It left today." Says who?'),
        ("So that's done: {done}.", {"done": "refund of £48."}, "So that's done: refund of £48."),
        ("You keep saying {offer}.", {"offer": "Imre's van"}, "You keep saying Imre's van."),
    ],
)
def test_a_slot_takes_the_case_and_marks_of_its_place(line: str, slots: dict[str, str], words: str) -> None:
    assert fill(line, slots) == words


@pytest.mark.parametrize("slots", [{}, {"amount": ""}, {"amount": "  \x00 "}])
def test_a_line_whose_slot_has_no_words_is_not_said(slots: dict[str, str]) -> None:
    assert fill("{amount}. Right.", slots) is None


def test_an_unknown_slot_is_never_said() -> None:
    assert fill("{password}?", {"password": "x"}) is None


def test_a_fixed_sentence_is_said_even_without_its_slot() -> None:
    assert fill_fixed("You said {amount}.", {}) == "You said that much."
    assert fill_fixed("Set {braces} alone.", {}) == "Set {braces} alone."


@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_what_the_rep_typed_is_never_expanded_or_obeyed(value: str) -> None:
    words = fill("You said {claim} on {date}.", {"claim": value, "date": "Friday", "amount": "£1"})
    assert words is not None
    assert "£1" not in words
    assert len(words) < LONGEST + 40
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Cf") for c in words)
    words.encode()


def test_a_promise_put_as_a_sentence_of_its_own_is_closed() -> None:
    line = "You gave me a promise: {promise} One does not say that."
    assert fill(line, {"promise": "i will ring you"}) == "You gave me a promise: I will ring you. One does not say that."
