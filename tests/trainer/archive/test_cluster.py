"""The same work on two workers of a Ray cluster: the same bytes. Skipped where Ray is not installed, but for the sentence that says so."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.trainer.archive.chats import archive
from trainer.archive.chats import Terms
from trainer.cli import main
from trainer.errors import Exit

ROOT = Path(__file__).parents[3]
RAY = importlib.util.find_spec("ray") is not None
START = """
from ray.cluster_utils import Cluster
cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
cluster.add_node(num_cpus=1)
print("at " + cluster.address, flush=True)
input()
cluster.shutdown()
"""


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of two workers that run on this machine as if on two."""
    env = os.environ | {"RAY_USAGE_STATS_ENABLED": "0"}
    with subprocess.Popen([sys.executable, "-c", START], cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdin
        assert run.stdout
        yield next(line.removeprefix("at ").strip() for line in run.stdout if line.startswith("at "))
        run.stdin.write("\n")


@pytest.mark.skipif(not RAY, reason="needs the extra 'cluster'")
def test_two_workers_score_the_same_in_the_same_order(tmp_path: Path, kettle_file: Path, cluster: str) -> None:
    folder = archive(tmp_path / "chats")
    own = tmp_path / "home" / "scenarios"
    own.mkdir(parents=True)
    (own / "wrong-kettle.yaml").write_text(kettle_file.read_text())
    (folder / "ours.json").write_text('{"scenario": "wrong-kettle", "turns": [{"who": "rep", "text": "We packed the wrong kettle, that is our mistake."}]}')
    env = os.environ | {"RAY_ADDRESS": cluster, "COOLHEAD_HOME": str(tmp_path / "home")}
    for more in ([], ["--scenario", str(kettle_file)]):
        there, here = tmp_path / f"there{len(more)}.jsonl", tmp_path / f"here{len(more)}.jsonl"
        for out, how in ((there, ["--cluster"]), (here, ["--jobs", "1"])):
            command = [sys.executable, "-m", "trainer", "score", str(folder), "--out", str(out), *how, *more]
            found = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
            assert found.returncode == Exit.FAULTS, found.stderr
        assert there.read_bytes() == here.read_bytes()
        assert "We packed the wrong kettle" in there.read_text()


@pytest.mark.skipif(not RAY, reason="needs the extra 'cluster'")
def test_without_a_cluster_it_says_how_to_start_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAY_ADDRESS", "127.0.0.1:1")
    found = subprocess.run(
        [sys.executable, "-m", "trainer", "score", str(archive(tmp_path / "chats")), "--cluster"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert found.returncode == Exit.MISSING
    assert "ray start --head" in found.stderr
    assert "Traceback" not in found.stderr


def test_without_ray_it_says_how_to_add_it(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    out = tmp_path / "out.jsonl"
    assert main(["score", str(archive(tmp_path / "chats")), "--cluster", "--out", str(out)]) == Exit.MISSING
    assert "pip install 'coolhead[cluster]'" in capsys.readouterr().err
    assert not out.exists()


def test_ones_own_scenarios_go_along_and_nothing_else(tmp_path: Path, kettle_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from trainer.archive.cluster import packed

    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))
    own = tmp_path / "home" / "scenarios" / "pack"
    own.mkdir(parents=True)
    (own / "a.yaml").write_text("one")
    (own / "secret.txt").write_text("two")
    found = packed(Terms(scenario=str(kettle_file)))
    assert dict(found.files)["scenarios/pack/a.yaml"] == b"one"
    assert found.named == f"named/{kettle_file.name}"
    assert found.named in dict(found.files)
    assert not any("secret" in name for name, _ in found.files)
