"""What an author is told of a previewed call: its numbers, what is open, what waits, and how a reply was read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import trainer.engine as engine_package
from scenarios.acts import Act
from scenarios.reading import ActSpan, Reading
from trainer.authoring.plain_reasons import CAUSE_WORDS, counted, in_words, uncounted
from trainer.authoring.preview import Preview
from trainer.authoring.standing import Section, reasons, standing
from trainer.authoring.wishes import Wish, seed_in, wish_in
from trainer.replies import Reply

BEATS = """\
beats:
  - {id: third, when: {from_reply: 3}, says: Hello?}
  - {id: rough, when: {from_reply: 1}, says: Damn it., intensity: raw}
  - {id: early, when: {until_reply: 0, anger_over: 90}, says: Well.}
  - {id: deaf, when: {unheard: wrong-one, from_reply: 2}, says: It is plastic.}
"""


@pytest.fixture
def preview(kettle_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Preview:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))
    kettle_file.write_text(kettle_file.read_text().replace("desk:", BEATS.replace("until_reply: 0", "until_reply: 1") + "desk:"))
    made = Preview(kettle_file, seed=3)
    assert not made.look().faulty
    return made


def named(sections: tuple[Section, ...]) -> dict[str, tuple[str, ...]]:
    return {section.head: section.lines for section in sections}


def test_the_opening_leaves_everything_open(preview: Preview) -> None:
    found = named(standing(preview.sight))
    assert found["Mood"][0].startswith("anger     45")
    assert found["Unheard"][0].startswith("wrong-one: he was sent the plastic kettle")
    assert found["Untold"] == ("our-mistake: we packed the wrong kettle",)
    assert found["Beats waiting"][:2] == ("third: from_reply: 3", "rough: only at intensity raw")
    assert "Drafts" not in found


def test_what_is_heard_and_told_leaves_the_list_and_stands_under_the_reply(preview: Preview) -> None:
    preview.give(Reply(0, say="You were sent the plastic kettle instead of the steel one. We packed the wrong kettle, and I am sorry."))
    sight = preview.give(Reply(0, say="I can send the steel kettle by courier. Shall I?"))
    found = named(standing(sight))
    assert "Unheard" not in found
    assert "Untold" not in found
    assert found["Beats waiting"][-2:] == ("early: too late, until_reply: 1", "deaf: too late, unheard: wrong-one")
    why = named(reasons(sight))
    assert any("right-one by /replace" in line for line in why["Offered"])
    preview.take_back()
    why = named(reasons(preview.sight))
    assert why["Heard now"] == ("wrong-one",)
    assert why["Told"] == ("our-mistake",)
    assert any(line.startswith("is an apology: ") for line in why["Read as"])
    assert any(line.startswith("owns the fault: ") for line in why["Why"])


def test_a_question_spoken_to_beside_its_answer_says_why_it_stays_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))
    guide = (Path(__file__).parents[3] / "docs" / "authors.md").read_text(encoding="utf-8")
    file = tmp_path / "wet-cello.yaml"
    file.write_text(re.findall(r"```yaml\n(scenario: wet-cello\n.*?)```", guide, re.DOTALL)[0], encoding="utf-8")
    made = Preview(file, seed=0)
    made.look()
    put = made.give(Reply(0, say="We left your cello standing in a puddle, after thirty-one years."))
    assert named(standing(put))["Unanswered"] == ("puddle: Who left this door open?",)
    beside = made.give(Reply(0, say="It happened because the night porter went home early and never looked."))
    why = named(reasons(beside))
    assert "Answered" not in why
    assert why["Spoken to"][0].startswith("Who left this door open? (spoken to; it stays open until fact our-door is told.")
    assert "told_if" in named(standing(beside))["Unanswered"][0]
    told = made.give(Reply(0, say="Our apprentice left the workshop door open overnight. That is our fault."))
    assert named(reasons(told))["Answered"] == ("Who left this door open?",)
    assert "Unanswered" not in named(standing(told))


def test_every_cause_has_its_words_and_a_doubtful_one_costs_no_points() -> None:
    engine = "".join(path.read_text(encoding="utf-8") for path in Path(engine_package.__file__).parent.glob("*.py"))
    assert set(re.findall(r'Effect\("([^"]+)"', engine)) <= set(CAUSE_WORDS)
    assert {act.value for act in Act} <= set(CAUSE_WORDS)
    doubtful = Reading(reader="r", words=2, acts=(ActSpan(act=Act.ARGUE, start=0, end=3, confidence=0.38),))
    assert list(in_words(["ARGUE anger +5", "OWN trust +10"], doubtful)) == [
        "argues back: anger +5; unsure, so it costs no points",
        "owns the fault: trust +10",
    ]
    assert counted("But no", doubtful) == ()
    assert uncounted("But no", doubtful) == ("argues back: “But” (38% sure)",)


def test_hints_of_a_guided_call_show_where_they_come(preview: Preview) -> None:
    text = preview.file.read_text()
    preview.file.write_text(f"{text}guide:\n  - {{say: Say what you see.}}\n  - {{when: {{heard: wrong-one}}, say: Now the remedy.}}\n")
    sight = preview.look()
    assert sight.passages[0].hint == "Say what you see."
    assert named(standing(sight))["Next hint"] == ("“Now the remedy.”: heard: wrong-one",)


def test_a_change_of_the_file_shows_what_the_mood_was(preview: Preview) -> None:
    preview.file.write_text(preview.file.read_text().replace("anger: 45", "anger: 70"))
    found = named(standing(preview.look()))
    assert found["Mood"][0].endswith("was 45")
    assert found["Mood"][0].startswith("anger     70")


def test_nothing_is_told_before_there_is_a_call(tmp_path: Path) -> None:
    empty = Preview(tmp_path / "none.yaml").sight
    assert standing(empty) == reasons(empty) == ()


def test_a_line_out_of_the_file_cannot_move_the_terminal(preview: Preview) -> None:
    sight = preview.give(Reply(0, say="\x1b[2J\u202ehello there"))
    assert not any("\x1b" in line or "\u202e" in line for section in (*standing(sight), *reasons(sight)) for line in section.lines)


@pytest.mark.parametrize(
    ("line", "wish"), [("/seed 7", (Wish.SEED, "7")), ("/WHY", (Wish.WHY, "")), ("/why not", (Wish.WHY, "not")), ("seed", None), ("/x", None), ("", None)]
)
def test_wishes_are_typed_after_a_slash(line: str, wish: tuple[Wish, str] | None) -> None:
    assert wish_in(line, ()) == wish


def test_an_action_of_the_desk_goes_before_a_wish_of_the_same_name() -> None:
    assert wish_in("/back", ("back",)) is None


@pytest.mark.parametrize("rest", ["x", "-1", "1.5", "9" * 40, "\u0663"])
def test_what_is_no_seed_is_said(rest: str) -> None:
    with pytest.raises(ValueError, match="whole number"):
        seed_in(rest)
