"""Progress put together: own view, slips and repairs, the page, a group; on hostile and on huge pasts too."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC
from html.parser import HTMLParser
from pathlib import Path

import pytest

from scenarios.acts import Act
from scenarios.reading import ActSpan, Reading
from scenarios.skills import SKILLS
from scenarios.transcript import RepSaid
from tests.trainer.practice.past import NOW, call, drill
from trainer.errors import ContentError, UsageError
from trainer.practice.cohort import handed_over, spreads
from trainer.practice.digest import Slip, digest, read, sure_slips
from trainer.practice.history import History
from trainer.practice.levels import METHOD
from trainer.practice.page import as_page
from trainer.practice.progress import as_dict, changed_today, progress_of
from trainer.practice.told import progress_lines

HOSTILE = "<script>alert(1)</script> \x1b[31m“red” {{ 7 * 7 }} \u202e"


def card(*rows: tuple[int, str, float], mood: tuple[tuple[int, float], ...] = (), accepted: bool | None = True) -> str:
    evidence = [{"turn": turn, "start": 0, "end": 1, "rule": rule, "points": points, "says": HOSTILE} for turn, rule, points in rows]
    return json.dumps(
        {
            "scenario": "x",
            "rubric": "r",
            "reader": "a later one",
            "key of a later version": 1,
            "outcome": {"id": None, "worth": 0.5, "accepted": accepted},
            "scores": {"calmness": {"value": 50, "opportunities": 1, "evidence": evidence}},
            "mood": [{"turn": turn, "anger": anger, "trust": 1} for turn, anger in mood],
        }
    )


def test_a_fault_is_repaired_once_half_of_what_it_added_is_gone() -> None:
    felt = ((0, 50.0), (2, 70.0), (4, 80.0), (6, 60.0))
    found = read(card((1, "calmness.argue", -7.0), (3, "calmness.blame", -8.0), mood=felt))
    assert found is not None
    (slip,) = found.slips
    assert (slip.rule, slip.before, slip.peak, slip.after) == ("calmness.argue", 50, 80, 1)


@pytest.mark.parametrize("felt", [((0, 50.0), (2, 51.0)), ((0, 50.0), (2, 40.0)), ((0, 50.0),), ()])
def test_a_fault_nobody_felt_is_no_moment(felt: tuple[tuple[int, float], ...]) -> None:
    found = read(card((1, "calmness.argue", -7.0), mood=felt))
    assert found is not None
    assert found.slips == ()


@pytest.mark.parametrize(("sure", "slips"), [(0.95, 1), (0.6, 0)])
def test_only_a_sure_fault_is_a_slip(sure: float, slips: int) -> None:
    felt = card((1, "calmness.argue", -4.0), mood=((0, 50.0), (2, 70.0)))
    said = RepSaid(turn=1, text="No.", reading=Reading(acts=(ActSpan(start=0, end=3, act=Act.ARGUE, confidence=sure),), reader="r", words=1), seconds=9)
    assert len(sure_slips(felt, (said,))) == slips


def test_a_fault_that_stays_is_told_as_one() -> None:
    found = read(card((1, "calmness.argue", -7.0), mood=((0, 50.0), (2, 70.0), (4, 75.0))))
    assert found is not None
    assert found.slips[0].after is None


@pytest.mark.parametrize("text", ["", "{}", "null", "[]", '{"outcome": {"accepted": true}, "scores": {"calmness": {"value": NaN}}}', card(accepted=None)])
def test_a_card_that_cannot_be_read_or_was_left_says_nothing(text: str) -> None:
    assert digest("x", text) is None


def test_a_scorecard_written_anew_is_read_anew() -> None:
    assert digest("same", card(accepted=None)) is None
    assert digest("same", card()) is not None


def test_one_s_own_marks_stand_beside_the_score_of_the_same_calls() -> None:
    rated = [call(f"c{n}", n, rating={"calmness": 1, "listening": 5, "honesty": 3}) for n in range(4, 0, -1)]
    own = {one.dimension: one for one in progress_of(History((*rated, call("unrated", 0.5))), NOW, {}).own}
    assert own["calmness"].verdict == "harder on yourself than the score"
    assert own["listening"].verdict == "softer on yourself than the score"
    assert "honesty" not in own, "it was not scored"
    few = progress_of(History(tuple(rated[:2])), NOW, {}).own
    assert {one.verdict for one in few} == {"too early to say"}


@pytest.mark.parametrize("mark", ["5", 9, 0, None, [1], 2.5])
def test_a_rating_that_is_none_is_passed_over(mark: object) -> None:
    assert progress_of(History((call("a", 1, rating={"calmness": mark}),)), NOW, {}).own == ()


PAST = History(
    (
        call("kettle", 9, own_it=0.0, hear_first=1.0, slips=(Slip(rule="calmness.argue", says=HOSTILE, before=40, peak=60, after=2),)),
        call("kettle", 3, own_it=1.0),
        call("sofa", 0.1, own_it=1.0),
    ),
    (drill("dont-know", 0.1, 1.0),),
)


def test_everything_is_told_in_plain_lines() -> None:
    told = "\n".join(progress_lines(progress_of(PAST, NOW, {"kettle": HOSTILE}), UTC, METHOD))
    assert "Own it: too early to say. A number comes once" in told
    assert "of 100" not in told, "no number that mostly says what was assumed beforehand"
    assert "in 1 call met before: every chance taken" in told
    assert "Once something you said put the anger up; it came down again." in told
    assert "Not measured yet: Name what it did to them" in told
    assert "total" in told.splitlines()[0]


def test_what_is_handed_on_quotes_nobody() -> None:
    found = as_dict(progress_of(PAST, NOW, {"kettle": HOSTILE}))
    assert found["repairs"]["moments"][0]["rule"] == "calmness.argue"
    assert HOSTILE not in json.dumps(found, ensure_ascii=False)
    assert "alert" not in json.dumps(found)


def test_somebody_new_is_told_where_to_begin() -> None:
    assert list(progress_lines(progress_of(History(), NOW, {}), UTC, METHOD)) == [
        "Nothing has been practised yet. Begin with a call; the guided one takes a few minutes."
    ]


def test_what_today_changed_is_told_against_the_day_before() -> None:
    changed = {skill.id: (before, now) for skill, before, now in changed_today(PAST, NOW)}
    assert changed["dont-know"][0] is None
    assert changed["own-it"] == (None, None), "too little to put in a number"
    assert "hear-first" not in changed
    more = replace(PAST, calls=(*(call(f"c{n}", 20 - n, own_it=0.0) for n in range(4)), *PAST.calls))
    before, now = next((before, now) for skill, before, now in changed_today(more, NOW) if skill.id == "own-it")
    assert before is not None
    assert now is not None
    assert now > before


class Page(HTMLParser):
    """What a browser would make of it."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not any(name.startswith("on") or name in ("src", "href") for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_holds_curves_and_their_numbers_and_no_stranger_s_markup() -> None:
    found = progress_of(PAST, NOW, {"kettle": HOSTILE})
    page = Page()
    made = as_page(found, UTC)
    page.feed(made)
    assert page.tags.count("svg") == 2
    assert "script" not in page.tags
    assert "<script>alert(1)</script>" in page.text, "shown as words"
    assert "\x1b" not in made
    assert "{{ 7 * 7 }}" in page.text
    assert made == as_page(found, UTC)
    Page().feed(as_page(progress_of(History(), NOW, {}), UTC))


def test_a_group_is_spread_out_without_a_name(tmp_path: Path) -> None:
    files = []
    for n, value in enumerate((0.0, 0.5, 1.0)):
        history = History(tuple(call(f"c{k}", k + 1, own_it=value) for k in range(6, 0, -1)))
        files.append(tmp_path / f"{n}.json")
        files[-1].write_text(json.dumps(as_dict(progress_of(history, NOW, {}))))
    found = {one.skill.id: one for one in spreads(files)}
    assert len(found) == len(SKILLS)
    own = found["own-it"]
    assert (own.measured, own.below) == (3, 2)
    assert own.lowest is not None
    assert own.middle is not None
    assert own.highest is not None
    assert own.lowest < own.middle == 50.0 < own.highest
    assert found["say-no"].middle is None
    (tmp_path / "xapi.json").write_text("[]")
    assert handed_over([tmp_path])[0] == files
    assert "xapi.json" in "".join(handed_over([tmp_path])[1])
    with pytest.raises(UsageError, match="at least 3"):
        spreads(files[:2])
    with pytest.raises(UsageError, match="at least 3"):
        spreads([files[0], files[0], files[0]])


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "[" * 100_000, '{"form": "coolhead-progress-1", "skills": [{"skill": "own-it", "level": 1e999, "chances": 1}]}']
)
def test_a_file_that_is_nobody_s_progress_is_said_to_be_none(tmp_path: Path, text: str) -> None:
    files = [tmp_path / name for name in "abc"]
    for file in files:
        file.write_text(text)
    with pytest.raises(ContentError, match="does not hold"):
        spreads(files)


def test_five_thousand_calls_are_told() -> None:
    skills = [skill.id for skill in SKILLS]
    calls = tuple(call(f"s{n % 60}", 1500 - n * 0.3, dict.fromkeys(skills[n % 5 :: 2], n * 7 % 11 / 10)) for n in range(5000))
    found = progress_of(History(calls), NOW, {})
    assert found.calls == 5000
    assert sum(len(one.points) for one in found.skills) < 60 * len(SKILLS)
    assert as_page(found, UTC)
