"""The page that takes a letter to a tested scenario: its file checks clean and its good call ends as the page says."""

from __future__ import annotations

import re
from pathlib import Path

from scenarios.check import check_file
from scenarios.library import find
from scenarios.moves import Ending
from trainer.headless import play
from trainer.replies import parse_replies

PAGE = (Path(__file__).parents[2] / "docs" / "first-scenario.md").read_text(encoding="utf-8")


def test_the_finished_file_checks_clean_and_plays_as_shown(tmp_path: Path) -> None:
    file = tmp_path / "the-wedding-duvet.yaml"
    (text,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    file.write_text(text, encoding="utf-8")
    assert check_file(file) == []
    (good,) = re.findall(r"```text\n(# a good rep\n.*?)```", PAGE, re.DOTALL)
    ended = play(find(str(file)), parse_replies(good), seed=0).call.ended
    assert ended is not None
    assert (ended.ending, ended.outcome) == (Ending.ACCEPTED, "made-right")


def test_half_the_remedy_is_not_taken_for_the_whole(tmp_path: Path) -> None:
    file = tmp_path / "the-wedding-duvet.yaml"
    (text,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    file.write_text(text.replace("what: everything made right", "what: the wash refunded and the duvet cleaned and mended"), encoding="utf-8")
    (half,) = re.findall(r"```text\n(# a rep who gives only the money\n.*?)```", PAGE, re.DOTALL)
    ended = play(find(str(file)), parse_replies(half), seed=0).call.ended
    assert ended is not None
    assert ended.outcome is None
