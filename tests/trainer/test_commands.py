"""Slash commands: what a trainee types, and the sentence they get when it cannot be read."""

from __future__ import annotations

import pytest

from scenarios.moves import Intensity
from tests.trainer.engine.case import case
from trainer.commands import CommandError, left_unsaid, parse_command
from trainer.engine import open_call, use

CASE = case()


@pytest.mark.parametrize(
    ("line", "do", "args"),
    [
        ("/refund 48", "refund", {"amount": "48"}),
        ("/refund £48.50 to her card", "refund", {"amount": "£48.50", "note": "to her card"}),
        ("/refund 48 GBP", "refund", {"amount": "48 GBP"}),
        ("  /REFUND   48  ", "refund", {"amount": "48"}),
        ("/refund", "refund", {}),
        ("/check-shop", "check-shop", {}),
        ("/check shop", "check-shop", {}),
        ("/check_shop Hull", "check-shop", {"note": "Hull"}),
        ("/reserve 2 of them", "reserve", {"note": "2 of them"}),
        ("/hold 2m checking stock", "hold", {"time": "2m", "reason": "checking stock"}),
        ("/hold 90s", "hold", {"time": "90s"}),
        ("/hold 2 minutes ringing the shop", "hold", {"time": "2m", "reason": "ringing the shop"}),
        ("/hold 1m 30s ringing", "hold", {"time": "1m 30s", "reason": "ringing"}),
        ("/hold checking stock", "hold", {"reason": "checking stock"}),
        ("/hold", "hold", {}),
        ("/note told her Friday", "note", {"text": "told her Friday"}),
        ("/supervisor", "supervisor", {}),
        ("/note 3/4 of it, and/or the rest / later", "note", {"text": "3/4 of it, and/or the rest / later"}),
        ("/note typed /refnd by mistake", "note", {"text": "typed /refnd by mistake"}),
        ("/hold 2m asking the shop/office", "hold", {"time": "2m", "reason": "asking the shop/office"}),
        ("/refund 48 24/7 line", "refund", {"amount": "48", "note": "24/7 line"}),
        ("/supervisor she asked twice", "supervisor", {"reason": "she asked twice"}),
    ],
)
def test_a_command_is_read_as_typed(line: str, do: str, args: dict[str, str]) -> None:
    assert parse_command(line, CASE) == (do, args)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("/refnd 48", "did you mean /refund"),
        ("/xyzzy", "it has /refund"),
        ("/", "slash and a name"),
        ("refund 48", "slash and a name"),
        ("//", "slash and a name"),
        ("/note", "Write the note"),
        ("/refund £48 EUR", "two currencies"),
        ("/[red]\x1b[2J\x00", "no /"),
        ("/" + "a" * 100_000, "no /"),
        ("/\u202erefund", "no /"),
        ("/check-shop /refund 48", "first /check-shop, then /refund 48."),
        ("/refund 48 // /reserve 2", "first /refund 48, then /reserve 2."),
        ("/refund 48\n/reserve 2", "first /refund 48, then /reserve 2."),
        ("/note told her /refund 48", "first /note told her, then /refund 48."),
        ("/reserve 2 /refnd 48", "first /reserve 2, then /refnd 48."),
    ],
)
def test_what_is_no_command_gets_one_plain_sentence(line: str, says: str) -> None:
    with pytest.raises(CommandError) as caught:
        parse_command(line, CASE)
    assert says in str(caught.value)
    assert str(caught.value).endswith((".", "?"))
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("line", ["/refund 48", "/refund £48.50 to her card", "/hold 2 minutes stock", "/note x", "/supervisor", "/check shop"])
def test_what_is_read_is_what_the_desk_takes(line: str) -> None:
    state, _ = open_call(CASE, 1, Intensity.REAL)
    do, args = parse_command(line, CASE)
    assert use(CASE, state, do, args, 1).ok


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("/reserve she is doing it right now so you're fine for four", "she is doing it right now so you're fine for four"),
        ("/refund 48 your money is on its way to you", "your money is on its way to you"),
        ("/reserve 2 of them", ""),
        ("/refund 48", ""),
        ("/note told her that it would be here by Friday", ""),
        ("/hold 2m checking with the shop what they have", ""),
    ],
)
def test_a_sentence_after_an_action_was_not_said_to_the_customer(line: str, words: str) -> None:
    assert left_unsaid(*parse_command(line, CASE), CASE) == words
