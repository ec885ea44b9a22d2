"""``coolhead preview``: which file it takes, and that nothing of it is kept."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from trainer.cli import main
from trainer.errors import Exit

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("sys.stdin", io.StringIO("Good morning.\n/leave\n"))
    return tmp_path / "home"


def test_replies_come_through_a_pipe_and_nothing_is_kept(kettle_file: Path, home: Path, tmp_path: Path, capsys: Captured) -> None:
    replies = tmp_path / "replies.txt"
    replies.write_text("/note he rang\n")
    assert main(["preview", str(kettle_file), "--replies", str(replies), "--seed", "2"]) == Exit.DONE
    out = capsys.readouterr().out
    assert out.index("Desk: /note he rang") < out.index("You: Good morning.") < out.index("End: You left the call.")
    assert not list(home.rglob("*.db*"))
    assert main(["attempts"]) == Exit.DONE
    assert "wrong-kettle" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["no-such.yaml"], Exit.MISUSED, "There is no file no-such.yaml."),
        (["/dev/null"], Exit.MISUSED, "is not one scenario file"),
        (["KETTLE", "--replies", "-"], Exit.MISUSED, "The keyboard is needed"),
        (["KETTLE", "--replies", "none.txt"], Exit.FAULTS, "none.txt: cannot be read"),
        (["KETTLE", "--seed", "x"], Exit.MISUSED, "--seed"),
        (["VOICE"], Exit.MISUSED, "is not a scenario."),
    ],
)
def test_what_cannot_be_previewed_is_said_plainly(arguments: list[str], code: Exit, said: str, kettle_file: Path, tmp_path: Path, capsys: Captured) -> None:
    voice = tmp_path / "brisk.yaml"
    voice.write_text("voice: brisk\nabout: short\n")
    named = {"KETTLE": str(kettle_file), "VOICE": str(voice)}
    assert main(["preview", *(named.get(word, word) for word in arguments)]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert "Traceback" not in err
