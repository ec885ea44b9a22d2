"""The evaluation counts what it says it counts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scenarios.acts import Act
from scoring.reading.evaluate import Report, Seen, by_reader, evaluate, examples_of, main
from scoring.reading.reader import RuleReader

CALL = {
    "id": "one",
    "turns": [
        {"who": "customer", "text": "Where is my lamp?"},
        {
            "who": "rep",
            "text": "Calm down. It is in Leeds until Friday.",
            "labels": {"A": [{"label": "INVALIDATE", "span": "Calm down."}, {"label": "SET_EXPECTATION", "span": "It is in Leeds until Friday."}]},
        },
        {"who": "customer", "text": "Thanks for nothing."},
        {"who": "rep", "text": "Calm down.", "labels": {"A": []}},
    ],
}


def test_hits_extras_and_misses_are_counted_by_reply() -> None:
    report = evaluate(by_reader(RuleReader()), examples_of([json.dumps(CALL)]))
    count = report.acts[Act.INVALIDATE]
    assert (count.hit, count.extra, count.missed) == (1, 1, 0)
    assert count.precision == 0.5
    assert report.harm.precision == 0.5
    assert report.replies == 2


def test_acts_with_few_cases_stay_out_of_the_macro_mean() -> None:
    report = evaluate(by_reader(RuleReader()), examples_of([json.dumps(CALL)] * 4))
    assert report.macro_f1(least=5) == 0.0
    assert report.macro_f1() > 0.4


def test_confidence_is_held_against_how_often_it_was_right() -> None:
    report = Report()
    example = examples_of([json.dumps(CALL)])[0]
    report.see(example, [Seen(Act.INVALIDATE, 0, 10, 0.95)])
    assert report.calibration_error == pytest.approx(0.05)
    report.see(example, [Seen(Act.HOSTILE, 0, 10, 0.95)])
    assert report.calibration_error == pytest.approx(0.45)


def test_the_command_prints_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "calls.jsonl"
    file.write_text(json.dumps(CALL) + "\n", encoding="utf-8")
    assert main(["--calls", str(file), "--json", "--no-baselines"]) == 0
    (report,) = json.loads(capsys.readouterr().out).values()
    assert report["replies"] == 2


@pytest.mark.parametrize("line", ["not json", "[]", '{"turns": 3}', '{"turns": [{"who": "rep", "text": 4, "labels": {"A": []}}]}'])
def test_a_line_that_is_no_labelled_call_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str) -> None:
    file = tmp_path / "calls.jsonl"
    file.write_text(json.dumps(CALL) + "\n" + line + "\n", encoding="utf-8")
    assert main(["--calls", str(file)]) == 2
    assert "line 2" in capsys.readouterr().err
