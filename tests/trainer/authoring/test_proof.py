"""What only shows in play: one slip for each code, with the line it is told at."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenarios.problems import Code, Problem
from tests.trainer.conftest import WRONG_KETTLE
from trainer.authoring.proof import prove

SOUND = (
    WRONG_KETTLE
    + """beats:
  - id: saturday
    when: {from_reply: 2}
    says: It is Thursday and the shops shut at six.
    move: press
"""
)


def proved(tmp_path: Path, text: str, *, golden: bool = False) -> list[Problem]:
    file = tmp_path / "wrong-kettle.yaml"
    file.write_text(text, encoding="utf-8")
    return prove(file, golden=golden)


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def test_the_sound_one_has_only_what_it_should(tmp_path: Path) -> None:
    assert {problem.code for problem in proved(tmp_path, SOUND)} <= {Code.OUTCOME_NEVER_TAKEN}


SLIPS = [
    (Code.BEAT_NEVER_COMES, "when: {from_reply: 2}", "when: {from_reply: 30}", "when: {from_reply: 30}"),
    (
        Code.CONCERN_NEVER_COMES_UP,
        "facts:\n",
        "  - id: lid\n    what: the lid is loose\n    hidden: true\n    says: [The lid is loose.]\nfacts:\n",
        None,
    ),
    (Code.MET_BY_OPENING_MOVE, "temper: {anger: 45, trust: 45}", "temper: {anger: 10, trust: 90, hope: 90, heard: 80}\n  persona: {bar: 0.5}", "temper: {anger: 10"),
    (Code.NO_HONEST_PATH, "temper: {anger: 45, trust: 45}", "temper: {anger: 98, trust: 0, hope: 0}\n  persona: {bar: 0.8, forgiveness: 0.6}", "right-one: {worth"),
    (Code.PROMISE_NOBODY_CAN_KEEP, "right-one: {worth: 1.0,", "right-one: {worth: 1.0, needs: [fly],", "right-one: {worth"),
    (Code.PAR_OFF, "outcomes:\n", "par: {replies: 30, minutes: 200}\noutcomes:\n", "par: {replies"),
    (Code.EXAMPLE_MEANS_ANOTHER, 'false_if: ["you ordered the plastic one"]', 'false_if: ["you ordered the plastic one"]\n    told_if: ["you ordered the plastic one yourself"]', "told_if"),
    (Code.MODEL_LINE_HURTS, "outcomes:\n", 'model_lines:\n  - {concern: wrong-one, say: "You ordered the plastic one, so read your own order next time."}\noutcomes:\n', "model_lines"),
    (Code.PRINCIPLE_NOT_EXERCISED, "briefing:", 'practises: ["004.6"]\nbriefing:', "practises"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "old", "new", "at"), SLIPS, ids=[str(slip[0]) for slip in SLIPS])
def test_each_slip_is_told_at_its_line(code: Code, old: str, new: str, at: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trainer.authoring.proof.PLAYS", 8)  # fewer hide no slip; that as many as there are raise no false alarm is held above
    text = SOUND.replace(old, new, 1)
    if code is Code.PROMISE_NOBODY_CAN_KEEP:
        text = text.replace("  actions:\n", "  actions:\n    fly: {what: fly it over, refused: There is no plane., gives: right-one}\n", 1)
    found = [problem for problem in proved(tmp_path, text) if problem.code is code]
    assert found, [str(problem) for problem in proved(tmp_path, text)]
    wanted = line_of(text, at) if at else None
    assert wanted is None or any(abs(problem.line - wanted) <= 1 for problem in found), [str(problem) for problem in found]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("when: {from_reply: 2}", "when: {from_reply: 30}", "Without 'from_reply: 30' it does."),
        ("outcomes:\n", 'model_lines:\n  - {concern: wrong-one, say: "You ordered the plastic one, so read your own order next time."}\noutcomes:\n', '"You ordered the plastic one'),
    ],
)  # fmt: skip
def test_a_message_names_what_is_at_fault_and_what_was_tried(old: str, new: str, words: str, tmp_path: Path) -> None:
    assert any(words in problem.message for problem in proved(tmp_path, SOUND.replace(old, new, 1)))


def test_what_stands_on_the_record_is_no_example_of_hearing(tmp_path: Path) -> None:
    said = "you paid for a steel kettle and we sent you a plastic one"
    text = SOUND.replace('says: ["I paid for steel.', f'heard_if: ["{said}"]\n    says: ["I paid for steel.', 1).replace(
        "  record: |\n", f"  record: |\n    {said}\n", 1
    )
    assert any(problem.code is Code.EXAMPLE_NOT_UNDERSTOOD and "on the desk" in problem.message for problem in proved(tmp_path, text))


def test_golden_replies_are_asked_for_and_held_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trainer.authoring.proof.PLAYS", 1)  # of interest are the typed reps alone
    assert sum(problem.code is Code.GOLDEN_MISSING for problem in proved(tmp_path, SOUND, golden=True)) == 4
    folder = tmp_path / "wrong-kettle.golden"
    folder.mkdir()
    honest = "We packed the plastic kettle instead of your steel one, that is our mistake.\n/replace\nThe steel kettle goes out by courier and is with you Friday noon.\n"
    for rep, words in (("model", honest), ("quick-deaf", "Ok.\nOk.\n"), ("stuffer", "I understand your frustration.\n"), ("hostile", "Read your order.\n")):
        (folder / f"{rep}.txt").write_text(words, encoding="utf-8")
    (folder / "expected.yaml").write_text("listening: [[hostile], [model]]\nendings: {model: [hung_up]}\n", encoding="utf-8")
    wrong = [problem for problem in proved(tmp_path, SOUND, golden=True) if problem.code is Code.GOLDEN_ORDER]
    assert [("listening" in problem.message, "ending" in problem.message) for problem in wrong] == [(True, False), (False, True)]
    (folder / "expected.yaml").write_text("listning: []\n", encoding="utf-8")
    assert Code.UNKNOWN_KEY in {problem.code for problem in proved(tmp_path, SOUND)}
    (folder / "expected.yaml").write_text("mood: []\n", encoding="utf-8")
    (folder / "model.txt").write_text("/teleport\nDone.\n", encoding="utf-8")
    assert Code.GOLDEN_UNREADABLE in {problem.code for problem in proved(tmp_path, SOUND)}
