"""Scoring a folder of chats from the command line: what is read, in which order, and what is written."""

from __future__ import annotations

import csv
import json
import os
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.trainer.archive.chats import archive, chat, lines
from trainer.archive.rows import kept_rows
from trainer.cli import main
from trainer.errors import Exit

Captured = pytest.CaptureFixture[str]


def rows(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text().splitlines()]


def test_a_folder_is_read_in_order_and_what_is_broken_is_passed_over(tmp_path: Path, capsys: Captured) -> None:
    folder, out = archive(tmp_path / "chats"), tmp_path / "scores.jsonl"
    assert main(["score", str(folder), "--out", str(out), "--jobs", "1"]) == Exit.FAULTS
    found = rows(out)
    places = [(Path(row["file"]).name, row["chat"]) for row in found]
    assert places == [*(("a.jsonl", n) for n in range(1, 8)), ("bad.txt", 1), ("one.log", 1), ("list.json", 1), ("list.json", 2)]
    assert [n for n, row in enumerate(found) if "problems" in row] == [3, 7]
    assert found[3]["problems"][0]["line"] == 4
    err = capsys.readouterr().err
    assert "a.jsonl:4:" in err
    assert "9 of 11 chats; 2 could not be read" in err


def test_every_row_quotes_the_words_of_its_evidence(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(lines(range(1)))
    assert main(["score", str(tmp_path), "--out", str(tmp_path / "out.jsonl")]) == Exit.DONE
    (row,) = rows(tmp_path / "out.jsonl")
    charged = [
        quote for item, quote in zip(row["scores"]["calmness"]["evidence"], row["quotes"]["calmness"], strict=True) if item["rule"] == "calmness.invalidate"
    ]
    assert charged == [["rep", "Calm down."]]
    assert "total" not in row


def test_on_stdout_a_folder_names_the_file_of_every_chat_and_one_file_does_not(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "a.jsonl").write_text(lines(range(2)))
    assert main(["score", str(tmp_path), "--json"]) == Exit.DONE
    named = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["file"], row["chat"]) for row in named] == [(str(tmp_path / "a.jsonl"), 1), (str(tmp_path / "a.jsonl"), 2)]
    assert main(["score", str(tmp_path / "a.jsonl"), "--json"]) == Exit.DONE
    alone = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert alone == [{key: value for key, value in row.items() if key not in ("file", "chat")} for row in named]


def test_results_in_the_folder_are_no_chats(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "a.jsonl").write_text(lines(range(2)))
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    assert main(["score", str(tmp_path), "--out", str(first), "--out", str(tmp_path / "first.json")]) == Exit.DONE
    (tmp_path / "first.json").unlink()
    assert main(["score", str(tmp_path), "--out", str(second)]) == Exit.DONE
    assert "first.jsonl holds scores and no chats" in capsys.readouterr().err
    assert len(rows(second)) == 2


def test_csv_has_one_line_a_chat_and_no_formula(tmp_path: Path) -> None:
    odd = chat(0) | {"id": "=1+1"}
    (tmp_path / "a.jsonl").write_text(json.dumps(odd) + "\n{\n")
    out = tmp_path / "scores.csv"
    assert main(["score", str(tmp_path / "a.jsonl"), "--out", str(out)]) == Exit.FAULTS
    with out.open(newline="") as file:
        first, second = csv.DictReader(file)
    assert first["id"] == "'=1+1"
    assert 0 <= float(first["calmness"]) < 90
    assert (first["honesty"], first["harms"], first["rubric"][:8]) == ("", "1", "coolhead")
    assert first["honesty_why_not"]
    assert (second["calmness"], second["chat"]) == ("", "2")
    assert second["problem"].startswith("CH081 line 2")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.jsonl", "scores.csv"]


def test_json_is_one_list_of_what_the_lines_hold(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(lines(range(3)))
    assert main(["score", str(tmp_path / "a.jsonl"), "--out", str(tmp_path / "s.jsonl"), "--out", str(tmp_path / "s.json")]) == Exit.DONE
    assert json.loads((tmp_path / "s.json").read_text()) == rows(tmp_path / "s.jsonl")


class Page(HTMLParser):
    """Tags and attributes of a page, and whether every tag is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.ids: set[str] = set()
        self.links: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        found = dict(attrs)
        assert not any(name.startswith("on") or name == "src" for name in found)
        self.ids.add(found.get("id") or "")
        self.links.add(found.get("href") or "")
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_report_stands_alone_and_shows_strange_words_as_text(tmp_path: Path) -> None:
    odd: dict[str, Any] = chat(0)
    odd["id"] = "<img src=x onerror=alert(1)>"
    odd["turns"][1]["text"] = "Calm down, <script>alert('x')</script> you silly man."
    (tmp_path / "a.jsonl").write_text(json.dumps(odd) + "\n" + lines(range(1, 5)) + "{\n")
    out = tmp_path / "report.html"
    assert main(["score", str(tmp_path / "a.jsonl"), "--out", str(out)]) == Exit.FAULTS
    text = out.read_text()
    page = Page(text)
    assert not page.open
    assert not {"script", "link", "img", "iframe"} & set(page.tags)
    assert {link.removeprefix("#") for link in page.links} <= page.ids
    assert "&lt;script&gt;" in text
    assert page.tags.count("details") == 5
    assert "1 chat could not be read" in text
    assert "Reply 1." in text
    assert "Turn " not in text, "places are counted in replies, as in every debrief"
    assert not re.search(r"\b(?:total|rank\w*)\b(?<!no total)", text.replace("ranks", ""), re.IGNORECASE)


def test_a_report_of_many_lists_those_that_stand_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, most in (("WHOLE_TABLE", 5), ("LOWEST", 2), ("HIGHEST", 1)):
        monkeypatch.setattr(f"trainer.archive.summing.{name}", most)
    (tmp_path / "a.jsonl").write_text(lines(range(9)))
    assert main(["score", str(tmp_path / "a.jsonl"), "--out", str(tmp_path / "s.jsonl"), "--out", str(tmp_path / "s.html")]) == Exit.DONE
    page = Page((tmp_path / "s.html").read_text())
    lowest = [min(v for d in row["scores"].values() if (v := d["value"]) is not None) for row in rows(tmp_path / "s.jsonl")]
    listed = {int(i.removeprefix("chat-")) for i in page.ids if i.startswith("chat-")}
    assert len(listed) == 3
    assert {lowest[number - 1] for number in listed} == {min(lowest), max(lowest)}
    assert {link.removeprefix("#") for link in page.links} <= page.ids


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["none"], "There is no file"),
        (["empty"], "There is no transcript in the folder"),
        (["chats", "--out", "scores.xlsx"], "does not say what to write"),
        (["chats", "--out", "none/scores.csv"], "There is no folder"),
        (["chats", "--out", "chats"], "does not say what to write"),
        (["chats", "--resume"], "--resume needs --out"),
        (["chats/a.jsonl", "--out", "chats/a.jsonl", "--resume"], "one of the files to score"),
        (["chats/b", "--out", "chats/a.jsonl", "--resume"], "holds no scores to go on with"),
        (["chats", "--out", "a.jsonl", "--out", "b.jsonl"], "Two files of JSON lines"),
        (["chats", "--out", "there.csv"], "is there already"),
    ],
)
def test_what_cannot_be_done_is_said_before_anything_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured, arguments: list[str], said: str
) -> None:
    archive(tmp_path / "chats")
    (tmp_path / "empty").mkdir()
    (tmp_path / "there.csv").touch()
    monkeypatch.chdir(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert main(["score", *arguments]) == Exit.MISUSED
    assert said in capsys.readouterr().err
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_scenario_not_at_hand_is_told_once_however_many_chats_name_it(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(chat(n) | {"scenario": "no-such"}) + "\n" for n in range(5)))
    assert main(["score", str(tmp_path / "a.jsonl"), "--out", str(tmp_path / "out.jsonl")]) == Exit.DONE
    err = capsys.readouterr().err
    assert err.count("chat 1: its scenario 'no-such' is not at hand") == 1
    assert "'no-such' is not at hand for 5 chats in all" in err


def test_a_chat_we_cannot_judge_for_a_fault_of_ours_stops_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    (tmp_path / "a.jsonl").write_text(lines(range(2)))
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("trainer.archive.chats.scorecard", breaks)
    assert main(["score", str(tmp_path / "a.jsonl"), "--out", str(tmp_path / "out.jsonl"), "--jobs", "1"]) == Exit.BUG
    assert [row["problems"][0]["code"] for row in rows(tmp_path / "out.jsonl")] == ["BUG", "BUG"]
    report = re.search(r"the first is written in (\S+\.txt)", capsys.readouterr().err)
    assert report
    assert "ZeroDivisionError" in Path(report[1]).read_text()


def test_a_pipe_a_dead_link_and_a_loop_in_a_folder_hold_nothing_up(tmp_path: Path, capsys: Captured) -> None:
    folder = tmp_path / "chats"
    folder.mkdir()
    (folder / "a.jsonl").write_text(lines(range(1)))
    os.mkfifo(folder / "pipe.json")
    (folder / "dead.json").symlink_to(tmp_path / "nowhere")
    (folder / "loop").symlink_to(folder)
    assert main(["score", str(folder), "--json"]) == Exit.FAULTS
    out, err = capsys.readouterr()
    assert ["problems" in json.loads(line) for line in out.splitlines()] == [False, True, True]
    assert "is not a plain file" in err


def test_rows_read_back_whole(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(lines(range(2)) + "{\n")
    out = tmp_path / "out.jsonl"
    main(["score", str(tmp_path / "a.jsonl"), "--out", str(out)])
    with out.open("ab") as file:
        file.write(b'{"by": "torn')
    assert [(row.chat, row.faulty) for row in kept_rows(out)] == [(1, False), (2, False), (3, True)]
