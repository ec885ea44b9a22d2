"""``coolhead settings``: what there is, setting one, as usual again; a slip is one sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from trainer.cli import main
from trainer.errors import Exit


def run(*words: str) -> int:
    return main(["settings", *words])


def test_the_commands_for_settings(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path))
    assert run("set", "wide-from", "120") == Exit.DONE
    assert run("set", "Mood meter", "NO", "--json") == Exit.DONE
    assert capsys.readouterr().out.splitlines()[-1] == '{"meter":false}'
    assert run("--json") == Exit.DONE
    found = json.loads(capsys.readouterr().out)
    assert found["settings"]["wide_from"]["value"] == 120
    assert found["settings"]["theme"]["set"] is False
    assert run("set", "themes", "light") == Exit.MISUSED
    assert run("set", "theme", "\x1b[31m") == Exit.MISUSED
    said = capsys.readouterr().err
    assert "Did you mean theme?" in said
    assert "\x1b" not in said
    assert run("reset", "meter") == Exit.DONE
    assert run("reset") == Exit.DONE
    assert run() == Exit.DONE
    assert "wide_from: 100" in capsys.readouterr().out
