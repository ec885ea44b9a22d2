"""``read`` and ``score`` on what other programs send them."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from scenarios.reading import Reading
from scoring.reading.protocol import Context
from scoring.reading.reader import RuleReader
from trainer.cli import main
from trainer.errors import Exit

Captured = pytest.CaptureFixture[str]


def read(monkeypatch: pytest.MonkeyPatch, capsys: Captured, text: str, *arguments: str) -> tuple[int, list[dict[str, Any]]]:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    code = main(["read", "--json", *arguments])
    return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_line_gets_its_reading_in_order(monkeypatch: pytest.MonkeyPatch, capsys: Captured, kettle_file: Path) -> None:
    second = {"id": 2, "text": "Your refund of 48 GBP will be there by Friday.", "customer": "When?", "earlier": ["Hello."]}
    lines = [{"id": "a", "text": "I am so sorry."}, second]
    code, found = read(monkeypatch, capsys, "\n".join(map(json.dumps, lines)), "--scenario", str(kettle_file))
    assert code == Exit.DONE
    assert [row["id"] for row in found] == ["a", 2]
    assert {"id", "reader", "acts", "amounts", "times", "promises", "claims"} <= set(found[0])
    assert "APOLOGISE" in [act["act"] for act in found[0]["acts"]]
    assert [amount["value"] for amount in found[1]["amounts"]] == ["48"]


def test_a_bad_line_is_told_by_number_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    bad = [
        "not json",
        "[1]",
        '{"id": 1}',
        '{"text": 5}',
        '{"text": "a", "earlier": "b"}',
        '{"text": "a", "customer": 1}',
        '{"text": "a", "card": "b"}',
        '{"text": "a", "log": [1]}',
        "[" * 100_000,
        "x" * 1_000_001,
    ]
    good = json.dumps({"id": "good", "text": "Hello."})
    code, found = read(monkeypatch, capsys, "\n".join(["", *bad, good]))
    assert code == Exit.FAULTS
    assert [row.get("line") for row in found] == [*range(2, 2 + len(bad)), None]
    assert all(row["problem"] for row in found[:-1])
    assert found[-1]["id"] == "good"


def test_card_and_log_reach_the_reader(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    seen: list[Context] = []

    class Looking(RuleReader):
        def read(self, text: str, context: Context) -> Reading:
            seen.append(context)
            return super().read(text, context)

    monkeypatch.setattr("trainer.subcommands.reading.default_reader", Looking)
    said = {"text": "It left on Friday.", "card": ["it never left"], "log": ["refund 4 GBP"], "earlier": [{"who": "action", "text": "note"}]}
    read(monkeypatch, capsys, "\n".join(json.dumps(row) for row in (said, {"text": "Hello."}, {"text": "Hello.", "log": []})))
    assert (seen[0].card, seen[0].log) == (("it never left",), ("refund 4 GBP", "note"))
    assert seen[1].log is None
    assert seen[2].log == ()


def test_hostile_replies_are_read(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    texts = ["", "\x00\x1b[2J", "\ud800", "\u202e 😡", "x" * 100_000, "[bold]{0}"]
    code, found = read(monkeypatch, capsys, "\n".join(json.dumps({"text": text}) for text in texts))
    assert code == Exit.DONE
    assert len(found) == len(texts)


def test_a_foreign_chat_is_scored_and_says_what_it_could_not_score(tmp_path: Path, capsys: Captured) -> None:
    chat = {"id": "c-1", "turns": [{"who": "customer", "text": "You sent the wrong kettle."}, {"who": "rep", "text": "That was our mistake, I am sorry."}]}
    file = tmp_path / "chats.jsonl"
    file.write_text(json.dumps(chat) + "\n" + json.dumps(chat | {"id": "c-2"}) + "\n")
    assert main(["score", str(file), "--json"]) == Exit.DONE
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [card["id"] for card in found] == ["c-1", "c-2"]
    assert found[0]["scores"]["resolution"]["value"] is None
    assert found[0]["scores"]["resolution"]["why_not"]
    assert "total" not in found[0]


def test_a_chat_log_is_scored_in_words(tmp_path: Path, kettle_file: Path, capsys: Captured) -> None:
    file = tmp_path / "chat.txt"
    turns = ["Customer: You sent the plastic kettle.", "Rep: We packed the wrong kettle, that is our mistake.", "Action: replace", "Rep: It is on its way."]
    file.write_text("\n".join(turns))
    assert main(["score", str(file), "--scenario", str(kettle_file)]) == Exit.DONE
    out = capsys.readouterr().out
    for name in ("Calmness:", "Listening:", "Honesty:", "Resolution speed:"):
        assert name in out


def test_a_bad_file_is_told_with_its_line_and_the_others_are_scored(tmp_path: Path, capsys: Captured) -> None:
    bad, good = tmp_path / "bad.txt", tmp_path / "good.txt"
    bad.write_text("Customer: Hello?\nRobot: Beep.\n")
    good.write_text("Customer: Hello?\nRep: Good morning.\n")
    assert main(["score", str(bad), str(good), "--json"]) == Exit.FAULTS
    out, err = capsys.readouterr()
    first, second = (json.loads(line) for line in out.splitlines())
    assert first["problems"][0]["line"] == 2
    assert set(second["scores"]) == {"calmness", "listening", "honesty", "resolution"}
    assert f"{bad}:2:1: CH" in err


def test_in_words_a_bad_line_is_told_beside_the_readings(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO('nonsense\n{"id": "a", "text": "I am so sorry."}\n'))
    assert main(["read"]) == Exit.FAULTS
    out, err = capsys.readouterr()
    assert out.startswith("a: 1 act,")
    assert "line 1: not JSON" in err


def test_several_processes_score_the_same_in_the_same_order(tmp_path: Path, capsys: Captured) -> None:
    turns = [{"who": "customer", "text": "Where is my kettle?"}, {"who": "rep", "text": "Sorry about that, I'm looking at your order now."}]
    good, bad = tmp_path / "good.jsonl", tmp_path / "bad.jsonl"
    good.write_text("".join(json.dumps({"id": f"chat-{n}", "turns": turns[: 1 + n % 2] + turns[1:]}) + "\n" for n in range(12)), encoding="utf-8")
    bad.write_text("{", encoding="utf-8")
    arguments = ["score", "--json", str(good), str(bad), str(good)]
    codes = [main([*arguments, "--jobs", "1"]), main([*arguments, "--jobs", "2"])]
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert codes == [Exit.FAULTS, Exit.FAULTS]
    assert rows[:25] == rows[25:]
    assert [row.get("id") for row in rows[:25]] == [*(f"chat-{n}" for n in range(12)), None, *(f"chat-{n}" for n in range(12))]
