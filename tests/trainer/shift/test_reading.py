"""The answer to a message and the note to the team, as they are read: by what they say, never by how long they are."""

from __future__ import annotations

import pytest

from scenarios.library import find
from scenarios.transcript import Transcript
from scoring.reading import default_reader
from tests.trainer.shift.builders import account, word
from trainer.shift.account import Fate
from trainer.shift.answers import Owned, answered, message
from trainer.shift.note import NoteRead, read_note

STORM = [find(name, seed=1) for name in ("valley-bakery", "valley-thanks", "valley-oxygen")]
APART = [find(name, seed=1) for name in ("packet-loss", "seat-34")]
GOOD = "Three callers were told 08:00 by our text because nobody here changed the template. Please put an owner on the rota for it."


def read(text: str, fate: Fate = Fate.BROKEN) -> Owned:
    found = answered(text, account("1", words=[word(fate)]), transcript=Transcript(), scenario=find("no-heat", seed=1), reader=default_reader())
    assert found.says
    return found.owned


@pytest.mark.parametrize(
    ("text", "owned"),
    [
        ("We promised you a call by four and you did not get one. That was our mistake.", Owned.OWNED),
        ("I forgot to call you back, my fault.", Owned.OWNED),
        ("I'm sorry about that.", Owned.HALF),
        ("I never said four.", Owned.NOT),
        ("You should have rung us yourself if it mattered so much to you.", Owned.NOT),
        ("Please be patient, we are very busy today.", Owned.NOT),
        ("  \n ", Owned.PASSED_OVER),
    ],
)
def test_owning_it_is_what_counts(text: str, owned: Owned) -> None:
    assert read(text) is owned


def test_where_word_is_still_open_saying_where_it_stands_is_enough() -> None:
    text = "I don't know yet where he is; I will find out and write to you by half past five."
    assert read(text, Fate.OPEN) is not Owned.NOT
    assert "Where does it stand?" in message(account("1", words=[word(Fate.OPEN)]))


def met(note: NoteRead) -> list[bool]:
    return [check.met for check in note.checks]


def test_a_note_with_cause_number_and_mend() -> None:
    note = read_note(GOOD, STORM, default_reader())
    assert met(note) == [True, True, True, True]
    assert note.ran_through.startswith("3 of the calls had one cause")


def test_a_short_note_in_plain_words_is_as_good() -> None:
    assert met(read_note("Text template wrong, 3 callers, fix it", STORM, default_reader())) == [True, True, True, True]


def test_a_note_that_puts_it_on_the_customers() -> None:
    note = read_note("Customers kept moaning about the power today and would not listen.", STORM, default_reader())
    assert met(note) == [False, False, False, False]


def test_a_note_that_sounds_like_one_and_says_nothing() -> None:
    assert met(read_note("Busy day. Everyone was nice. Nothing to report.", STORM, default_reader())) == [False, False, False, True]


def test_a_cause_that_is_not_on_the_record_is_none() -> None:
    assert not met(read_note("Two callers could not log in because the password page is broken. Please fix it.", STORM, default_reader()))[0]


def test_without_a_thread_a_fault_others_will_meet_is_what_is_worth_passing_on() -> None:
    note = read_note("A sorting rule sends line faults to the Wi-Fi team. Please change the rule.", APART, default_reader())
    assert met(note)[0]
    assert "No one cause" in note.ran_through


def test_a_note_passed_over_is_told_what_ran_through() -> None:
    note = read_note("  ", STORM, default_reader())
    assert not note.checks
    assert "template" in note.ran_through
