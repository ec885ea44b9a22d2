"""``coolhead graph``: where the picture goes, and what it never writes over."""

from __future__ import annotations

from pathlib import Path

import pytest

from trainer.cli import main
from trainer.errors import Exit

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def test_it_lies_beside_you_under_its_id_and_is_drawn_again_there(here: Path, capsys: Captured, kettle_file: Path) -> None:
    assert main(["graph", str(kettle_file)]) == Exit.DONE
    out, err = capsys.readouterr()
    assert (out, err) == ("", "Written to wrong-kettle.svg\n")
    first = (here / "wrong-kettle.svg").read_bytes()
    (here / "wrong-kettle.svg").write_text("old")
    assert main(["graph", str(kettle_file)]) == Exit.DONE
    assert (here / "wrong-kettle.svg").read_bytes() == first


def test_stdout_holds_the_picture_and_nothing_else(here: Path, capsys: Captured) -> None:
    assert main(["graph", "before-five", "--output", "-"]) == Exit.DONE
    out, err = capsys.readouterr()
    assert out.startswith("<svg ")
    assert out.endswith("</svg>\n")
    assert err == ""
    assert not list(here.iterdir())


@pytest.mark.parametrize(("options", "name"), [(["--format", "mermaid"], "before-five.mmd"), (["-o", "x.mermaid"], "x.mermaid")])
def test_mermaid_is_asked_for_by_format_or_name(here: Path, options: list[str], name: str) -> None:
    assert main(["graph", "before-five", *options]) == Exit.DONE
    assert "flowchart LR" in (here / name).read_text(encoding="utf-8")


def test_a_folder_takes_it_under_its_id(here: Path) -> None:
    (here / "wall").mkdir()
    assert main(["graph", "before-five", "-o", "wall"]) == Exit.DONE
    assert (here / "wall" / "before-five.svg").exists()


@pytest.mark.parametrize(
    ("name", "options"),
    [("notes.txt", []), ("wrong-kettle.yaml", []), ("picture", []), ("other.svg", ["--format", "mermaid"]), ("other.mmd", ["--format", "svg"])],
)
def test_another_kind_of_file_is_never_written_over(here: Path, capsys: Captured, name: str, options: list[str]) -> None:
    (here / name).write_text("precious")
    assert main(["graph", "before-five", "-o", name, *options]) == Exit.MISUSED
    assert (here / name).read_text() == "precious"
    assert f"{name} is there already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["before-five", "-o", "nowhere/x.svg"], Exit.MISUSED, "There is no folder nowhere."),
        (["before-five", "-o", "x" * 300 + ".svg"], Exit.MISUSED, "cannot be the name of a file"),
        (["before-five", "--format", "png"], Exit.MISUSED, "png"),
        (["no-such"], Exit.MISUSED, "There is no scenario 'no-such'"),
        (["broken.yaml"], Exit.FAULTS, "broken.yaml:1:11"),
    ],
)
def test_what_cannot_be_drawn_is_said_plainly(here: Path, capsys: Captured, arguments: list[str], code: Exit, said: str) -> None:
    (here / "broken.yaml").write_text("scenario: [")
    assert main(["graph", *arguments]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert "Traceback" not in err


def test_a_link_that_leads_nowhere_is_left_alone(here: Path) -> None:
    (here / "x.svg").symlink_to(here / "gone" / "y.svg")
    assert main(["graph", "before-five", "-o", "x.svg"]) == Exit.MISUSED
