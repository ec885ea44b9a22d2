"""Feedback speaks of the sentence and the customer, never of what the trainee is: neither praise nor blame of the person."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import scoring
import trainer
from scoring.rubric import load_rubric

OF_THE_PERSON = re.compile(
    r"\byou(?:['’]re| are| were| seem| sound| failed| always| never)\b"
    r"|\b(?:well done|good job|good work|congratulations|bravo|excellent|brilliant|amazing|impressive|clever|talented|a natural)\b"
    r"|\b(?:careless|lazy|stupid|incompetent|clumsy|hopeless|terrible|awful|shame on|your fault|disappoint\w*)\b",
    re.IGNORECASE,
)
SAYING: tuple[str, ...] = (
    "scoring/debrief.py",
    "scoring/sureness.py",
    "scoring/felt.py",
    "scoring/losses.py",
    "trainer/counterfactual.py",
    "trainer/retyped.py",
)
SAYING += ("trainer/own_view.py", "trainer/words.py", "trainer/plain/debrief.py", "trainer/plain/looking.py", "trainer/plain/afterwards.py")
SAYING += ("trainer/tui/screens/debrief.py", "trainer/tui/screens/evidence.py", "trainer/tui/screens/retype.py", "trainer/tui/screens/rating.py")


def rubric_words() -> Iterator[str]:
    rubric = load_rubric()
    for dimension in rubric.dimensions.values():
        yield from (dimension.title, dimension.about)
    for criterion in rubric.criteria:
        yield from (criterion.shown, criterion.says, criterion.missed)


def spoken(file: Path) -> Iterator[str]:
    """Every string of a module but its docstrings."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            yield node.value


def test_the_rubric_speaks_of_sentences() -> None:
    assert [words for words in rubric_words() if OF_THE_PERSON.search(words)] == []


@pytest.mark.parametrize("module", SAYING)
def test_the_debrief_speaks_of_sentences(module: str) -> None:
    root = Path(scoring.__file__ if module.startswith("scoring") else trainer.__file__).parent.parent
    assert [words for words in spoken(root / module) if OF_THE_PERSON.search(words)] == []


@pytest.mark.parametrize("words", ["You are impatient.", "Well done!", "You’re too quick.", "That was careless."])
def test_the_pattern_would_find_it(words: str) -> None:
    assert OF_THE_PERSON.search(words)
