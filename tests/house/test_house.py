"""The rules of the house that a linter cannot see: import cost, what may be absent, what must not be written."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import scenarios
import scoring
import trainer

ROOT = Path(__file__).parents[2]
LATE = ("pydantic", "sqlalchemy", "dateparser", "text_to_num", "rapidfuzz", "typer", "yaml", "numpy", "onnxruntime", "tokenizers", "transformers", "torch")


def modules_after(code: str) -> set[str]:
    """Top-level modules loaded in a fresh interpreter after running ``code``."""
    out = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(' '.join({{m.split('.')[0] for m in sys.modules}}))"], capture_output=True, text=True, check=True
    )
    return set(out.stdout.split())


def test_nothing_heavy_is_imported_before_the_first_frame() -> None:
    loaded = modules_after("import trainer.cli, trainer.tui.app")
    assert "textual" in loaded
    assert not loaded & set(LATE)


def test_the_game_needs_no_model_library() -> None:
    hidden = "import sys\nfor name in ('torch', 'transformers'): sys.modules[name] = None\n"
    played = "from scenarios.library import catalogue, find\nfrom trainer.wiring import start_call\nstart_call(catalogue()[0].id, seed=1)"
    assert "pydantic" in modules_after(hidden + played)


@pytest.mark.parametrize("package", [scenarios, scoring, trainer])
def test_the_generic_package_names_are_ours(package: object) -> None:
    assert Path(str(getattr(package, "__file__", ""))).parent.parent == ROOT


def tracked() -> list[Path]:
    """Files git tracks, or every text file outside hidden folders where there is no git."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        return [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    return [p for p in ROOT.rglob("*") if p.is_file() and not any(part.startswith(".") for part in p.relative_to(ROOT).parts)]


def test_constraints_name_versions_and_no_host() -> None:
    text = (ROOT / "constraints.txt").read_text()
    assert "textual==" in text
    assert "://" not in text


def test_every_console_script_and_package_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert project["project"]["scripts"] == {"coolhead": "trainer.cli:main"}
    assert set(project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]) == {"scenarios", "scoring", "trainer"}


def test_links_in_the_guides_lead_somewhere() -> None:
    missing = []
    for page in [p for p in tracked() if p.suffix == ".md" and p.exists()]:
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
            if "://" not in target and not (page.parent / target).exists():
                missing.append(f"{page.name}: {target}")
    assert not missing


def test_rooms_stay_small() -> None:
    long = [f"{p.name} {n}" for p in tracked() if p.suffix == ".py" and p.exists() and (n := len(p.read_text(encoding="utf-8").splitlines())) > 400]
    assert not long


def test_architecture_fits_in_one_sitting() -> None:
    assert len((ROOT / "docs" / "ARCHITECTURE.md").read_text().splitlines()) <= 150
