"""Replies files in both forms, and every way they can be wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from trainer.errors import ContentError
from trainer.replies import MOST_BYTES, Reply, parse_replies, read_replies


def test_plain_text_holds_words_commands_and_remarks() -> None:
    text = "# a remark\n\nGood morning.\r\n/refund 48\n  /hold 2m checking stock\nDone.\n"
    assert parse_replies(text) == [
        Reply(3, say="Good morning."),
        Reply(4, command="/refund 48"),
        Reply(5, command="/hold 2m checking stock"),
        Reply(6, say="Done."),
    ]


def test_a_backslash_joins_lines_and_guards_what_they_begin_with() -> None:
    text = "First,\\\n/not a command,\\\n# nor a remark,\\\n\\\nlast.\nNext"
    assert parse_replies(text) == [Reply(1, say="First,\n/not a command,\n# nor a remark,\n\nlast."), Reply(6, say="Next")]


def test_a_file_may_end_in_the_middle_of_a_reply() -> None:
    assert parse_replies("One\\\n") == [Reply(1, say="One")]
    assert parse_replies("") == []


def test_json_lines_hold_words_and_actions() -> None:
    text = '# first\n{"say": "Hello\\nthere"}\n\n{"do": "refund", "args": {"amount": "48 GBP", "parcels": 2}}\n{"do": "note"}'
    assert parse_replies(text) == [
        Reply(2, say="Hello\nthere"),
        Reply(4, do="refund", args={"amount": "48 GBP", "parcels": "2"}),
        Reply(5, do="note"),
    ]


WRONG = ["not json", "[1]", "{}", '{"say": 1}', '{"say": "a", "do": "b"}', '{"do": 1}', '{"do": "a", "args": []}', '{"do": "a", "args": {"b": []}}']


@pytest.mark.parametrize("line", [*WRONG, "[" * 100_000, "9" * 5000])
def test_every_bad_json_line_is_named_by_its_number(line: str) -> None:
    text = '{"say": "good"}\n' + line + '\n{"say": "good"}\n' + line
    with pytest.raises(ContentError) as failed:
        parse_replies(text, "mine.jsonl")
    assert "mine.jsonl:2: " in failed.value.sentence
    assert "mine.jsonl:4: " in failed.value.sentence
    assert "mine.jsonl:1: " not in failed.value.sentence


@pytest.mark.parametrize("text", ["x" * 100_000, "nul \x00 and \x1b[2J escape", "[bold]{0}%s", "\u202eright to left 😡"])
def test_hostile_words_come_through_unchanged(text: str, tmp_path: Path) -> None:
    file = tmp_path / "replies.txt"
    file.write_text(text, encoding="utf-8", newline="")
    assert read_replies(file) == [Reply(1, say=text)]


def test_halves_of_characters_are_replaced_because_nothing_can_store_them() -> None:
    assert parse_replies(json.dumps({"say": "a\ud800b \ud83d\ude21"})) == [Reply(1, say="a\ufffdb 😡")]


def test_bytes_that_are_no_text_and_a_byte_order_mark_are_survived(tmp_path: Path) -> None:
    file = tmp_path / "replies.txt"
    file.write_bytes(b"\xef\xbb\xbfHello \xff\xfe")
    assert read_replies(file) == [Reply(1, say="Hello \ufffd\ufffd")]


def test_a_file_that_is_no_replies_file_is_refused(tmp_path: Path) -> None:
    large = tmp_path / "large"
    with large.open("wb") as stream:
        stream.truncate(MOST_BYTES + 1)
    for file in (large, tmp_path, tmp_path / "none"):
        with pytest.raises(ContentError, match=str(file)):
            read_replies(file)
