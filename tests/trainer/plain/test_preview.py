"""The preview in flat lines: the file is looked at before each prompt, and what changed is told in words."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from trainer.authoring.preview import Preview
from trainer.errors import ContentError, Exit
from trainer.plain.console import Console
from trainer.plain.preview import PlainPreview
from trainer.replies import Reply


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))


class Author:
    """Somebody at a keyboard, who may edit the file before typing a line."""

    def __init__(self, *doings: str | Callable[[], None]) -> None:
        self._doings: Iterator[str | Callable[[], None]] = iter(doings)

    def readline(self, _size: int, /) -> str:
        for doing in self._doings:
            if isinstance(doing, str):
                return f"{doing}\n"
            doing()
        return ""

    def isatty(self) -> bool:
        return True


def told(file: Path, *doings: str | Callable[[], None], replies: tuple[Reply, ...] = ()) -> str:
    sink = io.StringIO()
    assert PlainPreview(Preview(file, replies=replies), Console(Author(*doings), sink)).run() == Exit.DONE
    return sink.getvalue()


def edited(file: Path, old: str, new: str) -> Callable[[], None]:
    def edit() -> None:
        file.write_text(file.read_text().replace(old, new))

    return edit


def test_a_save_is_told_before_the_next_prompt_with_what_was_said_before(kettle_file: Path) -> None:
    out = told(kettle_file, edited(kettle_file, "for Saturday", "for a wedding"), "")
    assert "1 line here is different." in out
    assert "Changed. Customer (Imre): I ordered the steel kettle and you sent me the plastic one. It is a present for a wedding.\nWas: I ordered" in out


def test_a_fault_is_told_with_its_place_and_the_call_goes_on(kettle_file: Path) -> None:
    out = told(kettle_file, edited(kettle_file, "title:", "titel:"), "", "/note rang him", edited(kettle_file, "titel:", "title:"), "", "/problem")
    assert f"{kettle_file}:2:1: CH020" in out
    assert out.index("The call stays as it was.") < out.index("Desk: /note rang him") < out.index("The file is sound again.")
    assert out.count("I ordered the steel kettle") == 1
    assert "The file has no problems." in out


def test_an_action_that_is_gone_leaves_a_draft_to_be_played_later(kettle_file: Path) -> None:
    gone, back = edited(kettle_file, " refund: {", " repay: {"), edited(kettle_file, " repay: {", " refund: {")
    out = told(kettle_file, "/refund 48", gone, "", "/back", back, "", "/draft", "/nonsense", "/stop", "never read")
    assert "“/refund 48” does not fit now: This desk has no /refund" in out
    assert "Not done: There is nothing to take back." in out
    assert "Not done: This desk has no /nonsense" in out
    assert out.count("Desk: /refund 48") == 1, "it comes back by itself with the action"
    assert "never read" not in out


def test_a_reply_taken_back_is_a_draft_and_stays_one_while_it_does_not_fit(kettle_file: Path) -> None:
    out = told(kettle_file, "/refund 48", "/back", edited(kettle_file, " refund: {", " repay: {"), "", "/draft", "/draft", "/state")
    assert "Taken back, and kept as a draft: /refund 48" in out
    assert out.count("Not done: This desk has no /refund") == 2
    assert "Drafts: /refund 48." in out


def test_a_restart_and_the_drafts_tell_the_same_call_again(kettle_file: Path) -> None:
    out = told(kettle_file, "/restart", "/drafts", "/seed 5", "/why", "/state", "/help all", replies=(Reply(1, say="We packed the wrong kettle, sorry."),))
    assert out.count("Again from the opening, seed 0.") == 1
    assert out.count("Again from the opening, seed 5.") == 1
    assert out.count("You: We packed the wrong kettle, sorry.\n") == 3
    assert "Your last reply: We packed the wrong kettle, sorry." in out
    assert "Mood: anger " in out
    assert "▮" not in out
    assert "/drafts: Play all drafts" in out


def test_a_reason_ends_with_one_full_stop(kettle_file: Path) -> None:
    out = told(kettle_file, "/why", replies=(Reply(1, say="We packed the wrong kettle, sorry."),))
    assert "kettle, sorry.." not in out
    assert "Your last reply: We packed the wrong kettle, sorry.\n" in out


def test_hints_of_a_guided_call_are_told(kettle_file: Path) -> None:
    kettle_file.write_text(kettle_file.read_text() + "guide:\n  - {say: Say what you see.}\n")
    assert "for Saturday.\nHint: Say what you see.\n" in told(kettle_file)


def test_from_a_pipe_a_faulty_file_is_told_and_nothing_is_played(kettle_file: Path) -> None:
    edited(kettle_file, "title:", "titel:")()
    with pytest.raises(ContentError, match="CH020"):
        PlainPreview(Preview(kettle_file), Console(io.StringIO("Hello\n"), io.StringIO())).run()
