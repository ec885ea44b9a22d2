"""The evaluation counts what it says it counts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scenarios.acts import Act
from scoring.reading import default_reader
from scoring.reading.evaluate import evaluate, main, turns_of

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


def test_hits_extras_and_misses_are_counted_by_turn() -> None:
    report = evaluate(default_reader(), turns_of(iter([json.dumps(CALL)])))
    count = report.acts[Act.INVALIDATE]
    assert (count.hit, count.extra, count.missed) == (1, 1, 0)
    assert count.precision == 0.5
    assert report.harm.precision == 0.5
    assert report.turns == 2


def test_the_command_prints_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "calls.jsonl"
    file.write_text(json.dumps(CALL) + "\n", encoding="utf-8")
    assert main(["--calls", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["turns"] == 2
