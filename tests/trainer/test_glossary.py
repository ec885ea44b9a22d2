"""The glossary: every heading and idiom of what a trainee reads is in it, short and once, and nothing in it is met nowhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scenarios.skills import SKILLS
from scoring.drill_rules import FILE as DRILLS
from scoring.rubric import FILE as RUBRIC
from scoring.rubric import load_rubric
from trainer import words
from trainer.glossary import NONE, glossary, meanings, terms_in
from trainer.practice.levels import Mastery
from trainer.words import UNTESTED

HEADINGS = (
    *(rules.title for rules in load_rubric().dimensions.values()),
    *(skill.title for skill in SKILLS),
    *(words.POINT_WORDS.values()),
    *(words.SURE_WORDS.values()),
    words.NOT_EARNED,
    UNTESTED,
    words.IN_PART,
    Mastery.COMING.value,
    Mastery.FIRM.value,
    *(words.FATE_WORDS[fate] for fate in ("open", "arranged", "unsupported", "corrected")),
    "Promises and claims",
    "not scored",
)
IDIOMS = re.compile(
    r"sympathy that would fit any complaint|tak\w+ up|in its own terms|own(?:ed|ing)\b|laid (?:a|the) fault on|one more thing to bear\b|parrot\w+|recap\w*|mix-up|dodg\w+|soothed|"
    r"sulks|sneering|belittling|composure|holds \w+ at|overpromise|comes? back|passing the matter off|goes round|over-giving|handed over|the card|action log",
    re.IGNORECASE,
)
READ = (
    Path(RUBRIC),
    Path(DRILLS),
    Path(words.__file__),
    *(Path(words.__file__).parent / name for name in ("word_given.py", "practice/levels.py", "tui/screens/debrief.py", "plain/lines.py")),
)


@pytest.mark.parametrize("heading", HEADINGS)
def test_every_heading_is_explained(heading: str) -> None:
    assert terms_in(heading), heading


def test_every_idiom_of_the_rubric_is_explained_where_it_is_met() -> None:
    for criterion in load_rubric().criteria:
        for sentence in (criterion.shown, criterion.says, criterion.missed):
            for idiom in IDIOMS.findall(sentence):
                assert terms_in(idiom), f"{criterion.id} says '{idiom}': {sentence}"


def test_a_meaning_is_one_short_sentence_and_a_term_stands_once() -> None:
    terms = glossary()
    for term in terms:
        assert term.means.endswith("."), term.term
        assert len(term.means) <= 150, term.term
        assert not re.search(r"[.!?] \S", term.means), f"{term.term}: one sentence"
    forms = [form.lower() for term in terms for form in term.forms]
    assert len(set(forms)) == len(forms), sorted({form for form in forms if forms.count(form) > 1})


def test_no_term_is_met_nowhere() -> None:
    read = "\n".join(path.read_text(encoding="utf-8") for path in READ) + "\n".join(HEADINGS)
    met = {term.term for term in terms_in(read)}
    assert {term.term for term in glossary()} - met == set()


def test_terms_are_told_in_the_order_they_are_met_whole_words_only() -> None:
    assert [term.term for term in terms_in("A recap of the ledger; nobody hawks parking.")] == ["recap", "ledger"]
    assert list(meanings("Hello.", "Type help.")) == [f"{NONE} Type help."]


@pytest.mark.parametrize(
    ("shown", "terms"),
    [
        ("Own the firm's faults", ["own a fault"]),
        ("Own the firm's faults      firm", ["own a fault", "firm"]),
        ("Theresa   writes at an easy pace   Sat 14:00, 3 min in", []),
        ("What your sentences did, and how sure that is: your promises come back in the second part.", []),
        ("the pool house roof", []),
        ("Calmness          63 ▮▮▮▯▯ 4 chances, fairly sure; you: 4/5", ["calmness", "chance", "sure"]),
        ("anger 57 ▮▮▮▯ angry (3 up) · half heard · no trust · patient", ["anger", "heard", "trust", "patience"]),
        ("Bridget's hope rose by 10 and trust fell by 2.", ["hope", "trust"]),
        ("Soothing with what is not so. Judges hear it.", ["soothe", "judges hear it"]),
        ("Customer (Ann): Sure. Evidence. A recap.\nYou wrote: “Sure. Keep to the case.”", []),
        ("  -16 points: gone. In your reply 5: 'firm, bare no'.", []),
    ],
)
def test_everyday_words_count_by_themselves_alone_and_nothing_counts_that_somebody_says(shown: str, terms: list[str]) -> None:
    assert [term.term for term in terms_in(shown)] == terms
