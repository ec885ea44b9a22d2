"""Results handed on: what stands in each form, that nobody is named unasked, and that no word in it can do anything."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from uuid import UUID

import pytest

from scenarios.model import Scenario
from scoring.rubric import load_rubric
from scoring.scores import DIMENSIONS
from trainer.coach import KIND as COACHED
from trainer.errors import PrerequisiteError, UsageError
from trainer.exporting.form import Form
from trainer.exporting.forms import form_of, made
from trainer.exporting.joining import joined
from trainer.exporting.results import ALL, Account, Result, gathered
from trainer.overrules import KIND, overrule
from trainer.plain.debrief import score_line
from trainer.records.store import Store
from trainer.wiring import finish_call, judge, start_call

HOSTILE = '=cmd|"/c calc"!A1 <script>alert(1)</script> </style> & \x1b[31m\n+second'


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "records.db") as opened:
        yield opened


def played(store: Store, kettle: Scenario, text: str = "Ok.", *, practice: bool = False) -> str:
    call, attempt = start_call(kettle, 1, store=store, practice=practice)
    call.say(text)
    call.fall_silent()
    finish_call(call, kettle, store, attempt)
    assert attempt
    return attempt


def overruled(store: Store, kettle: Scenario, learner: str = "") -> list[Result]:
    """One call with hostile words and two overrules of calmness."""
    attempt = played(store, kettle, HOSTILE)
    for to in (60, 70):
        overrule(store, attempt, dimension="calmness", to=to, reason=HOSTILE, by=HOSTILE[:70])
    return gathered(store, [attempt], learner)[0]


def table(results: list[Result]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made(results, Form.CSV).decode(), newline="")))


def test_what_is_exported(store: Store, kettle: Scenario) -> None:
    first, second = played(store, kettle), played(store, kettle)
    _, unfinished = start_call(kettle, 1, store=store)
    branch = store.begin("wrong-kettle", store.attempt(first).content, 1, "real", False, "{}", parent=(first, 1))
    results, left_out = gathered(store, [ALL])
    assert [one.row.id for one in results] == [first, second]
    assert left_out == ["Left out: 1 not finished.", "Left out: 1 that take a call again from some turn on; name them to export them."]
    assert [one.row.id for one in gathered(store, [second[:12], ALL, second])[0]] == [second, first]
    for name in (branch, str(unfinished)):
        with pytest.raises(UsageError, match="not finished"):
            gathered(store, [name])


def test_a_branch_is_exported_when_named_and_says_what_it_branches_from(store: Store, kettle: Scenario) -> None:
    first = played(store, kettle)
    row = store.attempt(first)
    branch = store.begin(row.scenario, row.content, 1, "real", False, "{}", parent=(first, 1))
    for event in store.load(first).events:
        store.append(branch, event)
    store.finish(branch, str(store.scorecard(first)))
    (found,) = table(gathered(store, [branch])[0])
    assert (found["branch_of"], found["branch_turn"]) == (first, "1")


def test_a_table_holds_both_scores_and_every_overrule(store: Store, kettle: Scenario) -> None:
    (row,) = table(overruled(store, kettle))
    assert float(row["calmness_counts"]) == 70
    assert row["calmness_overruled"] == "yes"
    assert row["honesty_overruled"] == "no"
    assert "set to 70" in row["calmness_overrules"]
    assert "; earlier set to 60" in row["calmness_overrules"]
    assert (row["rubric"], row["mode"], row["coached"], row["learner"]) == (load_rubric().version, "test", "no", "")


def test_practice_and_coach_stand_in_it(store: Store, kettle: Scenario) -> None:
    attempt = played(store, kettle, practice=True)
    store.remark(attempt, COACHED, {"coach": "on"})
    results = gathered(store, [attempt])[0]
    (row,) = table(results)
    assert (row["mode"], row["coached"]) == ("practice", "yes")
    assert "Practice, with coach" in made(results, Form.HTML).decode()


def test_nobody_is_named_unless_the_learner_says_so(store: Store, kettle: Scenario) -> None:
    for form in (Form.CSV, Form.XAPI, Form.HTML):
        assert b"Ann Example" not in made(overruled(store, kettle), form)
        assert b"Ann Example" in made(overruled(store, kettle, "Ann Example"), form)


def test_a_name_that_a_reply_gives_leaves_only_with_the_learners(store: Store, kettle: Scenario) -> None:
    told = "It is your own fault, I am Kieran. You ordered the plastic one, Kieran Doyle has it here. Is that all right? Kieran"
    attempt = played(store, kettle, told)
    for learner, stands in (("", False), ("K. Doyle", True)):
        page = made(gathered(store, [attempt], learner)[0], Form.HTML).decode()
        assert ("Kieran" in page) is stands
        assert "your own fault" in page
        assert "Imre" in page


def test_a_site_names_its_own_account(store: Store, kettle: Scenario) -> None:
    attempt = played(store, kettle)
    found = gathered(store, [attempt], "Ann Example", Account(home="https://learn.example.org", name="ann.e"))[0]
    (actor,) = {json.dumps(one["actor"], sort_keys=True) for one in json.loads(made(found, Form.XAPI))}
    assert json.loads(actor) == {"objectType": "Agent", "name": "Ann Example", "account": {"homePage": "https://learn.example.org", "name": "ann.e"}}


def test_no_cell_is_a_formula(store: Store, kettle: Scenario) -> None:
    (row,) = table(overruled(store, kettle, HOSTILE))
    assert row["learner"].startswith("'=cmd")
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())


def test_statements_are_whole_and_the_same_twice(store: Store, kettle: Scenario) -> None:
    results = overruled(store, kettle)
    statements = json.loads(made(results, Form.XAPI))
    assert made(results, Form.XAPI) == made(gathered(store, [results[0].row.id])[0], Form.XAPI)
    assert [one["verb"]["display"]["en"] for one in statements] == ["completed", "scored", "scored", "scored", "scored"]
    assert len({UUID(one["id"]) for one in statements}) == 5
    calmness = statements[1]["result"]
    assert calmness["score"] == {"min": 0, "max": 100, "raw": 70, "scaled": 0.7}
    beside = {key.rpartition(":")[2]: value for key, value in calmness["extensions"].items()}
    assert beside["measured"] == results[0].card.scores["calmness"].value
    assert [one["to"] for one in beside["overrules"]] == [60, 70]
    assert {"urn:coolhead:rubric", "urn:coolhead:reader", "urn:coolhead:mode", "urn:coolhead:coached"} <= set(statements[1]["context"]["extensions"])
    assert not any("score" in one["result"] for one in statements[:1])


def test_a_later_overrule_makes_a_new_statement(store: Store, kettle: Scenario) -> None:
    results = overruled(store, kettle)
    before = {one["id"] for one in json.loads(made(results, Form.XAPI))}
    overrule(store, results[0].row.id, dimension="calmness", to=None, reason="", by="J. Ortiz")
    after = {one["id"] for one in json.loads(made(gathered(store, [results[0].row.id])[0], Form.XAPI))}
    assert len(before & after) == 4


class Tags(HTMLParser):
    """Every tag with its attributes, and all text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_sheet_is_one_page_in_which_no_word_does_anything(store: Store, kettle: Scenario) -> None:
    page = made(overruled(store, kettle, HOSTILE), Form.HTML).decode()
    found = Tags()
    found.feed(page)
    assert not found.tags & {"script", "link", "img", "iframe", "a", "object"}
    assert not found.attributes & {"src", "href", "onload", "onerror"}
    assert "\x1b" not in page
    assert "<script>alert(1)</script>" in found.words
    assert "Set to" not in found.words.split("What a trainer made of them")[0]
    for words in ("70 (overruled)", "earlier set to 60 by", load_rubric().version, "Test, without coach"):
        assert words in found.words, words


@pytest.mark.parametrize("text", ["Calm down, that is your own fault.", "Ok.", "I am sorry, we packed the wrong kettle."])
def test_what_a_score_rests_on_is_told_in_one_wording_by_debrief_sheet_and_class_page(store: Store, kettle: Scenario, text: str, tmp_path: Path) -> None:
    attempt = played(store, kettle, text)
    results, _ = gathered(store, [attempt], "Ann")
    card, talk = judge(store.load(attempt), kettle)
    (tmp_path / "ann.csv").write_bytes(made(results, Form.CSV))
    page, _ = joined([tmp_path / "ann.csv"], Form.HTML, None)
    sheet = made(results, Form.HTML).decode()
    for dimension in DIMENSIONS:
        words = results[0].rests_on(dimension)
        assert words, dimension
        assert words in score_line(card, dimension, talk.sureness.get(dimension))
        assert escape(words) in sheet
        assert escape(words) in page.decode()
    if text.startswith("Calm down"):
        assert "costly line" in results[0].rests_on("calmness"), "nobody attacked, and yet it was no empty figure"


def test_a_table_made_before_it_said_what_a_score_rests_on_is_joined_as_it_is(store: Store, kettle: Scenario, tmp_path: Path) -> None:
    rows = [{key: cell for key, cell in row.items() if not key.endswith("_rests_on")} for row in table(gathered(store, [played(store, kettle)])[0])]
    with (tmp_path / "old.csv").open("w", newline="") as out:
        writer = csv.DictWriter(out, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    page = joined([tmp_path / "old.csv"], Form.HTML, None)[0].decode()
    assert "hardly tested" not in page
    assert "chance" in page


def test_calls_scored_by_two_rubrics_say_so_and_tell_no_points_of_the_other(store: Store, kettle: Scenario) -> None:
    results = overruled(store, kettle)
    attempt = played(store, kettle)
    store.finish(attempt, str(store.scorecard(attempt)).replace(f'"{load_rubric().version}"', '"other-1"'))
    page = made([*results, *gathered(store, [attempt])[0]], Form.HTML).decode()
    assert "not to be compared" in page.split("<h2")[0]
    assert "<blockquote>" not in page.split("<h2")[2]


def test_a_remark_of_another_hand_changes_nothing(store: Store, kettle: Scenario) -> None:
    attempt = played(store, kettle)
    store.remark(attempt, KIND, {"dimension": "calmness", "to": [1]})
    (row,) = table(gathered(store, [attempt])[0])
    assert row["calmness_overruled"] == "no"


def test_an_excel_workbook_holds_words_and_no_formulas(store: Store, kettle: Scenario) -> None:
    pytest.importorskip("xlsxwriter")
    results = overruled(store, kettle, HOSTILE)
    data = made(results, Form.XLSX)
    assert data == made(results, Form.XLSX), "the same calls give the same file"
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheets = {name: book.read(name).decode() for name in book.namelist()}
    assert not any("<f>" in text for name, text in sheets.items() if "worksheets" in name)
    assert "=cmd|" in sheets["xl/sharedStrings.xml"]
    assert "<script>" not in sheets["xl/sharedStrings.xml"]
    assert all(name in sheets["xl/workbook.xml"] for name in ("Calls", "Evidence", "Overrules"))


def test_without_the_extra_excel_says_how_to_get_it(store: Store, kettle: Scenario, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "xlsxwriter", None)
    with pytest.raises(PrerequisiteError) as caught:
        made(overruled(store, kettle), Form.XLSX)
    assert "coolhead[export]" in caught.value.remedy


def test_the_form_is_named_or_read_from_the_ending() -> None:
    assert form_of(Path("a.JSON"), None) is Form.XAPI
    assert form_of(Path("a.html"), Form.CSV) is Form.CSV
    for out, named in ((None, None), (Path("a.pdf"), None), (None, Form.XLSX)):
        with pytest.raises(UsageError):
            form_of(out, named)
