"""``coolhead strings`` and ``play --language``: exported, reported, played, scored and rewound in the language."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from trainer.cli import main
from trainer.errors import Exit

Captured = pytest.CaptureFixture[str]
OPENING = "I ordered the steel kettle and you sent me the plastic one. It is a present for Saturday."


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))


def export(kettle_file: Path, language: str = "fr") -> Path:
    assert main(["strings", "export", str(kettle_file), "--language", language]) == Exit.DONE
    return kettle_file.with_name(f"wrong-kettle.{language}.yaml")


def translate(file: Path, text: str, words: str) -> None:
    before = f"text: {json.dumps(text)}\n  fr: "
    whole = file.read_text(encoding="utf-8")
    assert whole.count(before) == 1
    file.write_text(whole.replace(f'{before}""', f"{before}{json.dumps(words, ensure_ascii=False)}"), encoding="utf-8")


def report(path: Path, capsys: Captured, code: Exit) -> Any:
    capsys.readouterr()
    assert main(["strings", "report", str(path), "--json"]) == code
    return json.loads(capsys.readouterr().out)


def test_export_writes_every_text_and_says_where(kettle_file: Path, capsys: Captured) -> None:
    file = export(kettle_file)
    out, err = capsys.readouterr()
    assert out == f"{file}\n"
    assert "0 of " in err
    assert f'- at: customer.opening\n  text: {json.dumps(OPENING)}\n  fr: ""\n' in file.read_text()
    assert main(["check", str(kettle_file.parent)]) == Exit.DONE


@pytest.mark.parametrize("language", ["pt-BR", "no", "nds"])
def test_every_language_has_its_own_file(kettle_file: Path, capsys: Captured, language: str) -> None:
    file = export(kettle_file, language)
    (row,) = report(file, capsys, Exit.FAULTS)
    assert (row["language"], row["translated"]) == (language, 0)
    assert not yaml.safe_load(file.read_text())[0][language]


def test_exporting_again_changes_nothing_and_keeps_translations(kettle_file: Path) -> None:
    file = export(kettle_file)
    translate(file, OPENING, 'Où est « ma » bouilloire ? "Zut": #1 \\ é')
    before = file.read_text(encoding="utf-8")
    assert export(kettle_file).read_text(encoding="utf-8") == before
    assert sorted(path.name for path in kettle_file.parent.iterdir() if path.is_file()) == ["wrong-kettle.fr.yaml", "wrong-kettle.yaml"]


def test_the_report_tells_what_is_left_until_nothing_is(kettle_file: Path, capsys: Captured) -> None:
    file = export(kettle_file)
    (row,) = report(kettle_file, capsys, Exit.FAULTS)
    assert (row["language"], row["translated"], len(row["missing"])) == ("fr", 0, row["texts"])
    file.write_text(file.read_text().replace('fr: ""', 'fr: "un mot"'))
    for path in (kettle_file, kettle_file.parent, file):
        (row,) = report(path, capsys, Exit.DONE)
        assert (row["translated"], row["missing"], row["stale"], row["unknown"]) == (row["texts"], [], [], [])
    kettle_file.write_text(kettle_file.read_text().replace("steel kettle he paid", "steel kettle that he paid"))
    (row,) = report(kettle_file, capsys, Exit.FAULTS)
    assert row["stale"] == ["customer.wants"]
    assert main(["strings", "report", str(kettle_file)]) == Exit.FAULTS
    assert "  stale: customer.wants\n" in capsys.readouterr().out
    export(kettle_file)
    (row,) = report(kettle_file, capsys, Exit.FAULTS)
    assert row["stale"] == ["customer.wants"], "exporting does not make a translation right"


def test_it_is_played_scored_and_rewound_in_the_language(kettle_file: Path, tmp_path: Path, capsys: Captured) -> None:
    translate(export(kettle_file), OPENING, "Où est ma bouilloire ?")
    replies, call = tmp_path / "replies.txt", tmp_path / "call.json"
    replies.write_text("One moment, please.\n")
    capsys.readouterr()
    assert main(["play", str(kettle_file), "--language", "fr", "--replies", str(replies), "--json"]) == Exit.DONE
    out, err = capsys.readouterr()
    form = json.loads(out)
    assert form["turns"][0]["text"] == "Où est ma bouilloire ?"
    assert form["call"]["edition"]["language"] == "fr"
    assert err.count("are not translated into fr and stay in the original") == 1
    call.write_text(out)
    assert main(["score", str(call), "--scenario", str(kettle_file), "--json"]) == Exit.DONE
    out, err = capsys.readouterr()
    assert (json.loads(out)["scores"], err) == (form["scorecard"]["scores"], "")
    assert main(["rewind", str(call), "--turn", "1", "--replies", str(replies), "--scenario", str(kettle_file), "--json"]) == Exit.DONE
    assert json.loads(capsys.readouterr().out)["second"]["turns"] == form["turns"]


def test_one_of_ones_own_is_played_by_its_id(kettle_file: Path, tmp_path: Path, capsys: Captured) -> None:
    own = tmp_path / "home" / "scenarios" / "wrong-kettle.yaml"
    own.parent.mkdir(parents=True)
    own.write_text(kettle_file.read_text())
    translate(export(own), OPENING, "Où est ma bouilloire ?")
    (tmp_path / "replies.txt").write_text("One moment, please.\n")
    assert main(["play", "wrong-kettle", "--language", "fr", "--replies", str(tmp_path / "replies.txt")]) == Exit.DONE
    assert "Où est ma bouilloire ?" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["strings", "export", "{file}", "--language", "../fr"], Exit.MISUSED, "is not the code of a language"),
        (["strings", "export", "{folder}/none.yaml", "--language", "fr"], Exit.MISUSED, "There is no file"),
        (["strings", "export", "{folder}/broken.yaml", "--language", "fr"], Exit.FAULTS, "CH008"),
        (["strings", "export", "{folder}/rain.incident.yaml", "--language", "fr"], Exit.MISUSED, "is an incident"),
        (["strings", "report", "{folder}/none"], Exit.MISUSED, "There is no file or folder"),
        (["strings", "report", "{folder}"], Exit.DONE, "There are no strings"),
        (["play", "{file}", "--language", "fr", "--replies", "{file}"], Exit.MISUSED, "is not translated into 'fr'"),
        (["play", "{file}", "--language", "../../x", "--replies", "{file}"], Exit.MISUSED, "is not translated into '../../x'"),
        (["play", "{file}", "--language", "fr"], Exit.MISUSED, "is not translated into 'fr'"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(kettle_file: Path, capsys: Captured, arguments: list[str], code: Exit, says: str) -> None:
    (kettle_file.parent / "broken.yaml").write_text('scenario: broken\ntitle: "x\n')
    (kettle_file.parent / "rain.incident.yaml").write_text("incident: rain\n")
    assert main([part.format(file=kettle_file, folder=kettle_file.parent) for part in arguments]) == code
    assert says in capsys.readouterr().err


def test_a_strings_file_with_faults_is_told_and_never_written_over(kettle_file: Path, capsys: Captured) -> None:
    file = kettle_file.with_name("wrong-kettle.fr.yaml")
    file.write_text("- {at: title, text: x}\n")
    assert main(["strings", "export", str(kettle_file), "--language", "fr"]) == Exit.FAULTS
    assert "wrong-kettle.fr.yaml:1:3: CH021" in capsys.readouterr().err
    assert file.read_text() == "- {at: title, text: x}\n"
    (row,) = report(kettle_file.parent, capsys, Exit.FAULTS)
    assert "CH021" in row["problems"][0]
    assert main(["check", str(kettle_file.parent)]) == Exit.FAULTS


def test_a_folder_that_may_not_be_written_is_said(kettle_file: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("trainer.authoring.strings.os.replace", refuse)
    assert main(["strings", "export", str(kettle_file), "--language", "fr"]) == Exit.MISSING
    assert "cannot be written: No space left on device" in capsys.readouterr().err
    assert [path.name for path in kettle_file.parent.iterdir()] == ["wrong-kettle.yaml"]
