"""The file a rubric begins as: all remarks, and each of them can be taken out of the remark."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenarios.problems import Code
from scoring.overlay import changes
from scoring.rubric import load_rubric
from scoring.rubric_check import read_rubric
from trainer.authoring.rubric.beginning import begun


@pytest.mark.parametrize(
    ("name", "version"),
    [("our-shop.yaml", "our-shop-1"), ("Our Shop 3.yaml", "our-shop-1"), ("coolhead.yaml", "ours-1"), ("é.yaml", "ours-1"), ("a\nb.yaml", "a-b-1")],
)
def test_it_is_sound_and_changes_nothing(name: str, version: str) -> None:
    rubric, problems = read_rubric(begun(Path(name)), name)
    assert [problem.code for problem in problems] == [Code.CHANGES_NOTHING]
    assert rubric
    assert rubric.version == version
    assert not changes(load_rubric(), rubric)


def test_every_line_of_the_shipped_rubric_is_there_to_be_changed() -> None:
    text = begun(Path("ours.yaml"))
    head, version, rest = text.partition("version: ours-1\n")
    whole = "".join(f"{line.removeprefix('# ')}\n" for line in rest.splitlines())
    rubric, problems = read_rubric(head + version + whole.replace("severities: {minor: 4", "severities: {minor: 5"), "ours.yaml")
    assert not problems
    assert rubric
    assert [change.at for change in changes(load_rubric(), rubric)] == [("severities", "minor")]
