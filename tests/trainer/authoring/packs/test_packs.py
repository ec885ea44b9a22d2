"""A folder becomes a file, the file becomes a pack in somebody else's game, and at no moment is there half of one."""

from __future__ import annotations

import errno
import io
import json
import os
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from scenarios import library
from scenarios.problems import Code, Severity
from tests.scenarios.samples import GOOD, VOICE, changed
from tests.trainer.authoring.packs.conftest import ABOUT, PACK
from trainer.authoring.packs import home as packs_home
from trainer.authoring.packs.archive import MAX_FILES, load_archive
from trainer.cli import main
from trainer.errors import Exit
from trainer.picking.listed import on_the_list
from trainer.plain.briefing import catalogue_lines
from trainer.tui.house import House

Captured = pytest.CaptureFixture[str]


def ran(capsys: Captured, *arguments: str, code: Exit = Exit.DONE) -> tuple[str, str]:
    assert main([*arguments]) == code
    out, err = capsys.readouterr()
    return out, err


def said(capsys: Captured, *arguments: str, code: Exit = Exit.DONE) -> Any:
    return json.loads(ran(capsys, *arguments, "--json", code=code)[0])


@pytest.fixture
def pack(source: Path, home: Path, capsys: Captured) -> Path:
    """The pack made of the source folder."""
    assert not home.exists()
    ran(capsys, "pack", str(source))
    return source.parent / "harbour.coolpack"


def listed(capsys: Captured) -> dict[str, str]:
    return {entry["id"]: entry["pack"] for entry in said(capsys, "list")}


def test_a_pack_is_installed_listed_played_and_removed(pack: Path, source: Path, home: Path, capsys: Captured) -> None:
    shutil.rmtree(source)
    out, err = ran(capsys, "packs", "add", str(pack))
    assert out.split() == ["wet-sofa", "wrong-kettle"]
    assert "The Harbour, version 1.0, by A. Trainer: 2 scenarios and 1 voice. Licence: share alike." in err
    assert listed(capsys) | {"wet-sofa": "harbour", "wrong-kettle": "harbour"} == listed(capsys)
    assert "Pack: The Harbour." in ran(capsys, "list")[0]
    assert [row["voices"] for row in said(capsys, "packs")] == [["brisk"]]
    assert [problem for problem in library.faults([home / "scenarios"]) if problem.severity is Severity.ERROR] == []
    (home / "replies.txt").write_text(PACK["wrong-kettle.golden/model.txt"])
    assert said(capsys, "play", "wrong-kettle", "--replies", str(home / "replies.txt"), "--seed", "1")["scenario"] == "wrong-kettle"
    assert said(capsys, "check", "--quick", str(home / "scenarios")) == []
    out, err = ran(capsys, "packs", "remove", "harbour")
    assert "The Harbour" in out
    assert "Calls played with it are kept." in err
    assert "wet-sofa" not in listed(capsys)
    assert not (home / "set-aside").exists()


def test_the_game_says_which_pack_a_scenario_came_with(pack: Path, capsys: Captured) -> None:
    ran(capsys, "packs", "add", str(pack))
    assert {entry.id: entry.pack for entry in House().scenarios() if entry.pack} == {"wet-sofa": "The Harbour", "wrong-kettle": "The Harbour"}
    assert sum(line.endswith(" Pack: The Harbour.") for line in catalogue_lines(on_the_list(None))) == 2


def test_many_warnings_hide_neither_the_pack_nor_its_file(pack: Path, source: Path, capsys: Captured) -> None:
    for number in range(120):
        (source / f"a{number}.yaml").write_text(GOOD.replace("wet-sofa", f"b{number}"))  # each file is called otherwise than its id
    assert said(capsys, "pack", str(source))["about"]["pack"] == "harbour"
    assert len(said(capsys, "packs", "add", str(pack))["problems"]) >= 120


def test_the_same_folder_gives_the_same_bytes(pack: Path, source: Path, capsys: Captured) -> None:
    copy = source.parent / "elsewhere"
    for name in reversed(PACK):  # other order, other times, other modes
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source / name, copy / name)
        (copy / name).chmod(0o600)
        os.utime(copy / name, (1e9, 1e9))
    ran(capsys, "pack", str(copy), "--output", "second.coolpack")
    assert (source.parent / "second.coolpack").read_bytes() == pack.read_bytes()
    assert load_archive(pack) == {name: text.encode() for name, text in PACK.items()}


@pytest.mark.usefixtures("home")
def test_what_is_no_content_is_left_out_and_named(source: Path, capsys: Captured) -> None:
    (source / "letter.txt").write_text("Dear Sir")
    (source / "photo.jpg").write_bytes(b"\xff")
    (source / ".git").mkdir()
    (source / "drafts").mkdir()
    (source / "drafts" / "half.yaml").write_text("scenario: [")
    (source / "linked.yaml").symlink_to("/etc/passwd")
    os.mkfifo(source / "pipe.yaml")
    found = said(capsys, "pack", str(source))
    assert {row["path"] for row in found["left_out"]} == {"letter.txt", "photo.jpg", ".git", "drafts/", "linked.yaml", "pipe.yaml"}
    assert found["files"] == sorted(PACK)
    assert "Left out: letter.txt" in ran(capsys, "pack", str(source))[1]


@pytest.mark.usefixtures("home")
def test_a_folder_with_faults_becomes_no_pack(source: Path, capsys: Captured) -> None:
    (source / "wet-sofa.yaml").write_text(GOOD.replace("worth: 1.0", "worth: 7"))
    (source / "voices" / "brisk.yaml").write_text(VOICE.replace("about:", "abuot:"))
    (source / "wrong-kettle.golden" / "expected.yaml").write_text("calmness: [")
    (source / "wrong-kettle.golden" / "model.txt").write_text("\x1b[2J")
    (source / "twin.yaml").write_text(PACK["wrong-kettle.yaml"])
    (source / "aux.yaml").write_text(GOOD)
    (source / "pack.yaml").write_text(ABOUT + "price: 5 GBP\n")
    out, err = ran(capsys, "pack", str(source), code=Exit.FAULTS)
    for name in (
        "wet-sofa.yaml",
        "voices/brisk.yaml",
        "wrong-kettle.golden/expected.yaml",
        "wrong-kettle.golden/model.txt",
        "wrong-kettle.yaml",
        "aux.yaml",
        "pack.yaml",
    ):
        assert f"{source / name}:" in out
    assert "No pack was made" in err
    assert not (source.parent / "harbour.coolpack").exists()


@pytest.mark.usefixtures("home")
def test_a_folder_that_says_nothing_of_itself_is_described(source: Path, capsys: Captured) -> None:
    (source / "pack.yaml").unlink()
    folder = source.rename(source.parent / "Über_den Hafen")
    about = said(capsys, "pack", str(folder))["about"]
    assert about["pack"] == "uber-den-hafen"
    assert about["title"] == "Über den Hafen"
    assert about["author"] == about["licence"] == "not stated"
    first = (folder.parent / "uber-den-hafen.coolpack").read_bytes()
    assert (folder / "pack.yaml").exists()
    assert said(capsys, "pack", str(folder))["about"] == about
    assert (folder.parent / "uber-den-hafen.coolpack").read_bytes() == first


@pytest.mark.usefixtures("home")
def test_the_version_it_is_made_with_is_brought_up_to_date(source: Path, capsys: Captured) -> None:
    (source / "pack.yaml").write_text("# ours\n" + ABOUT.replace("0.1.0", "0.0.1"))
    ran(capsys, "pack", str(source))
    about = load_archive(source.parent / "harbour.coolpack")["pack.yaml"].decode()
    assert about.startswith("# ours\npack: harbour\n")
    assert "0.0.1" not in about


def test_a_voice_that_others_lack_is_told_with_its_file(source: Path, home: Path, capsys: Captured) -> None:
    (home / "scenarios").mkdir(parents=True)
    shutil.move(source / "voices", home / "scenarios" / "voices")
    out, _ = ran(capsys, "pack", str(source), code=Exit.FAULTS)
    assert f"Copy {home / 'scenarios' / 'voices' / 'brisk.yaml'} into {source / 'voices'}" in out


@pytest.mark.usefixtures("home")
def test_what_comes_with_coolhead_is_packed_with_a_warning_and_cannot_be_added(tmp_path: Path, capsys: Captured) -> None:
    shipped = Path(library.catalogue()[0].path)
    copy = tmp_path / "first-calls"
    copy.mkdir()
    shutil.copy(shipped, copy)
    (copy / "voices").mkdir()
    (copy / "voices" / "dry.yaml").write_text(VOICE.replace("brisk", "dry"))
    found = said(capsys, "pack", str(copy))
    assert found["about"]["pack"] == "my-first-calls"
    assert [(problem["code"], problem["severity"]) for problem in found["problems"]] == [(Code.DUPLICATE_ID, "warning")] * 2
    _, err = ran(capsys, "packs", "add", found["file"], code=Exit.FAULTS)
    assert f"The scenario id '{shipped.stem}' is already taken by {shipped}." in err
    assert "The voice id 'dry' is already taken by " in err


@pytest.mark.parametrize(
    ("name", "text"), [("mine.yaml", GOOD), ("other/wet-sofa.yaml", GOOD), ("voices/brisk.yaml", VOICE), ("other/voices/brisk.yaml", VOICE)]
)
def test_an_id_already_taken_is_told_by_file(name: str, text: str, pack: Path, home: Path, capsys: Captured) -> None:
    own = home / "scenarios" / name
    own.parent.mkdir(parents=True)
    own.write_text(text)
    _, err = ran(capsys, "packs", "add", str(pack), code=Exit.FAULTS)
    assert f"already taken by {own}." in err
    assert not (home / "scenarios" / "harbour").exists()


def test_a_broken_scenario_is_told_and_nothing_is_written(pack: Path, home: Path, capsys: Captured) -> None:
    bomb = "a: &a [x, x, x]\n" + "".join(f"b{n}: &b{n} [{', '.join(['*a'] * 9)}]\n" for n in range(9))
    for text in (changed("worth: 1.0", "worth: 7"), bomb, "[" * 5000, "x: " + "y" * 2_000, "scenario: wet-sofa\n"):
        _swap(pack, "wet-sofa.yaml", text.encode())
        out, err = ran(capsys, "packs", "add", str(pack), code=Exit.FAULTS)
        assert f"{pack}/wet-sofa.yaml:" in out
        assert "Nothing was added." in err
        assert not home.exists()


def test_a_pack_without_its_file_or_without_scenarios_is_refused(pack: Path, home: Path, capsys: Captured) -> None:
    for name in ("wet-sofa.yaml", "wrong-kettle.yaml"):
        _swap(pack, name, None)
    assert "There is no scenario in this pack." in ran(capsys, "packs", "add", str(pack), code=Exit.FAULTS)[0]
    _swap(pack, "pack.yaml", None)
    assert "it has no pack.yaml" in ran(capsys, "packs", "add", str(pack), code=Exit.FAULTS)[1]
    assert not home.exists()


@pytest.mark.parametrize("id_", ["voices", "own", "first-calls", "nul", "../harbour", "Harbour", "x" * 61])
def test_an_id_that_cannot_be_a_folder_is_refused(id_: str, pack: Path, home: Path, capsys: Captured) -> None:
    _swap(pack, "pack.yaml", ABOUT.replace("harbour", id_, 1).encode())
    assert f"{pack}/pack.yaml:" in ran(capsys, "packs", "add", str(pack), code=Exit.FAULTS)[0]
    assert not home.exists()


def test_a_pack_is_replaced_only_when_told_to(pack: Path, home: Path, capsys: Captured) -> None:
    ran(capsys, "packs", "add", str(pack))
    _swap(pack, "pack.yaml", ABOUT.replace("1.0", "1.1").encode())
    _swap(pack, "wet-sofa.yaml", None)
    _, err = ran(capsys, "packs", "add", str(pack), code=Exit.MISUSED)
    assert "already installed in version 1.0; this file holds version 1.1." in err
    assert f"packs add {pack} --replace" in err
    found = said(capsys, "packs", "add", str(pack), "--replace")
    assert (found["replaced"], found["kept"]) == ("1.0", None)
    assert "wet-sofa" not in listed(capsys)
    assert _left_over(home) == []


def test_a_voice_dropped_by_the_new_version_does_not_count_as_there(pack: Path, capsys: Captured) -> None:
    ran(capsys, "packs", "add", str(pack))
    _swap(pack, "voices/brisk.yaml", None)
    assert "CH046" in ran(capsys, "packs", "add", str(pack), "--replace", code=Exit.FAULTS)[0]


@pytest.mark.parametrize("command", [("remove", "harbour"), ("add", "harbour.coolpack", "--replace")])
def test_what_somebody_wrote_or_changed_is_never_deleted(command: tuple[str, ...], pack: Path, home: Path, capsys: Captured) -> None:
    folder = home / "scenarios" / "harbour"
    ran(capsys, "packs", "add", str(pack))
    (folder / "wet-sofa.yaml").write_text(changed("Delivered in the rain", "Ours now"))
    kept = said(capsys, "packs", *command)["kept"]
    assert "Ours now" in Path(kept, "wet-sofa.yaml").read_text()
    shutil.rmtree(folder, ignore_errors=True)
    ran(capsys, "packs", "add", str(pack))
    (folder / "ours.yaml").write_text(changed("wet-sofa", "ours"))
    kept = said(capsys, "packs", *command)["kept"]
    assert Path(kept, "ours.yaml").exists()
    assert _left_over(home) == []


def test_only_a_pack_is_removed(home: Path, capsys: Captured, tmp_path: Path) -> None:
    own = home / "scenarios" / "mine"
    own.mkdir(parents=True)
    (own / "wet-sofa.yaml").write_text(GOOD)
    for name in ("mine", "first-calls", "nowhere", "..", ".", "", "../source", str(own), "a\0b", "voices"):
        ran(capsys, "packs", "remove", name, code=Exit.MISUSED)
    assert (own / "wet-sofa.yaml").exists()
    elsewhere = own.rename(tmp_path / "elsewhere")
    (elsewhere / "pack.yaml").write_text(ABOUT)
    own.symlink_to(elsewhere)
    assert said(capsys, "packs", "remove", "mine")["kept"] == str(elsewhere)
    assert (elsewhere / "wet-sofa.yaml").exists()
    assert not own.is_symlink()


def test_a_folder_of_ones_own_is_not_replaced(pack: Path, home: Path, capsys: Captured) -> None:
    own = home / "scenarios" / "harbour"
    own.mkdir(parents=True)
    (own / "notes.txt").write_text("mine")
    assert "something of your own" in ran(capsys, "packs", "add", str(pack), "--replace", code=Exit.MISUSED)[1]
    assert (own / "notes.txt").exists()


@pytest.mark.parametrize("renames", range(3))
def test_a_process_killed_at_any_rename_leaves_the_old_or_the_new(
    renames: int, pack: Path, home: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran(capsys, "packs", "add", str(pack))
    _swap(pack, "pack.yaml", ABOUT.replace("1.0", "1.1").encode())
    real, done = Path.rename, 0

    def rename(self: Path, target: Path) -> Path:
        nonlocal done
        if done == renames:
            raise Killed
        done += 1
        return real(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", rename)
        patch.setattr(shutil, "rmtree", lambda *_, **__: None)  # a killed process clears nothing away
        with pytest.raises(Killed):
            main(["packs", "add", str(pack), "--replace"])
    capsys.readouterr()
    assert {"wet-sofa", "wrong-kettle"} < set(listed(capsys))
    library.find("wrong-kettle", [home / "scenarios"])
    ran(capsys, "packs", "add", str(pack), "--replace")
    assert [row["version"] for row in said(capsys, "packs")] == ["1.1"]
    assert _left_over(home) == []


class Killed(BaseException):
    """Nobody catches this one."""


@pytest.mark.parametrize(("number", "words"), [(errno.ENOSPC, "no room left"), (errno.EACCES, "cannot be written")])
def test_a_disk_that_will_not_have_it_leaves_nothing_half_done(
    number: int, words: str, pack: Path, home: Path, source: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = pack.read_bytes()
    real = Path.open

    def full(self: Path, mode: str = "r", *more: Any, **named: Any) -> Any:
        if mode == "xb" and (self.name.startswith(".harbour") or (home in self.parents and self.name == "wet-sofa.yaml")):
            real(self, mode).close()
            raise OSError(number, os.strerror(number))
        return real(self, mode, *more, **named)

    monkeypatch.setattr(Path, "open", full)
    assert words in ran(capsys, "packs", "add", str(pack), code=Exit.MISSING)[1]
    assert _left_over(home) == []
    assert not (home / "scenarios" / "harbour").exists()
    assert words in ran(capsys, "pack", str(source), code=Exit.MISSING)[1]
    assert pack.read_bytes() == before
    assert [path.name for path in source.parent.iterdir() if path.name.endswith(".part")] == []


def test_another_process_at_work_is_waited_for_and_then_told(pack: Path, home: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    from filelock import FileLock

    (home / "scenarios").mkdir(parents=True)
    monkeypatch.setattr(packs_home, "PATIENCE", 0.05)
    with FileLock(home / "scenarios" / ".packs.lock", is_singleton=False):
        assert "Another Coolhead is changing the packs" in ran(capsys, "packs", "add", str(pack), code=Exit.MISSING)[1]
    ran(capsys, "packs", "add", str(pack))


def test_calls_played_with_a_pack_outlive_it(pack: Path, capsys: Captured) -> None:
    from trainer.records.store import Store
    from trainer.wiring import kept_scenario, resume_call, start_call

    ran(capsys, "packs", "add", str(pack))
    with Store.open() as store:
        scenario = library.find("wrong-kettle", [Path(os.environ["COOLHEAD_HOME"]) / "scenarios"])
        attempt = start_call(scenario, 1, store=store)[1]
        assert attempt
    ran(capsys, "packs", "remove", "harbour")
    with Store.open() as store:
        assert kept_scenario(store, attempt).title == "The wrong kettle"
        assert resume_call(store, attempt).transcript.events


@pytest.mark.usefixtures("home")
def test_wrong_uses_are_told(source: Path, capsys: Captured) -> None:
    for arguments in (
        ("pack", "nowhere"),
        ("pack", str(source / "pack.yaml")),
        ("pack", str(source.parent)),
        ("pack", str(source), "--output", "x.zip"),
        ("packs", "add", "nowhere.coolpack"),
        ("packs", "add", str(source)),
        ("packs", "add", "/dev/null"),
        ("packs", "add", "a\0b"),
        ("packs", "dance"),
    ):
        out, err = ran(capsys, *arguments, code=Exit.MISUSED)
        assert (out, bool(err)) == ("", True)


@pytest.mark.usefixtures("home")
def test_more_than_a_pack_holds_is_told(source: Path, capsys: Captured) -> None:
    for number in range(MAX_FILES):
        (source / "wrong-kettle.golden" / f"{number}.txt").touch()
    assert "more than 2,000 files" in ran(capsys, "pack", str(source), code=Exit.FAULTS)[1]


def _swap(pack: Path, name: str, text: bytes | None) -> None:
    """Exchange one file of a pack, or take it out."""
    files = {**load_archive(pack), **({name: text} if text is not None else {})}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for inside, data in files.items():
            if inside != name or text is not None:
                archive.writestr(inside, data)
    pack.write_bytes(stream.getvalue())


def _left_over(home: Path) -> list[str]:
    """What an installation left where it should have cleared away."""
    return [path.name for path in (home / "scenarios").iterdir() if path.name not in ("harbour", ".packs.lock")]
