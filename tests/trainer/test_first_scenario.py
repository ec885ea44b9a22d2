"""The page that takes a letter to a tested scenario: its file checks clean, and each of its commands prints what the page shows."""

from __future__ import annotations

import io
import re
import shlex
from pathlib import Path

import pytest

from scenarios.check import check_file
from scenarios.library import find
from scenarios.moves import Ending
from trainer.cli import main
from trainer.errors import Exit
from trainer.headless import play
from trainer.replies import parse_replies

PAGE = (Path(__file__).parents[2] / "docs" / "first-scenario.md").read_text(encoding="utf-8")


def test_the_finished_file_checks_clean_and_plays_as_shown(tmp_path: Path) -> None:
    file = tmp_path / "the-wedding-duvet.yaml"
    (text,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    file.write_text(text, encoding="utf-8")
    assert check_file(file) == []
    (good,) = re.findall(r"```text\n(# a good rep\n.*?)```", PAGE, re.DOTALL)
    ended = play(find(str(file)), parse_replies(good), seed=0).call.ended
    assert ended is not None
    assert (ended.ending, ended.outcome) == (Ending.ACCEPTED, "made-right")


def test_half_the_remedy_is_not_taken_for_the_whole(tmp_path: Path) -> None:
    file = tmp_path / "the-wedding-duvet.yaml"
    (text,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    file.write_text(text.replace("what: everything made right", "what: the wash refunded and the duvet cleaned and mended"), encoding="utf-8")
    (half,) = re.findall(r"```text\n(# a rep who gives only the money\n.*?)```", PAGE, re.DOTALL)
    ended = play(find(str(file)), parse_replies(half), seed=0).call.ended
    assert ended is not None
    assert ended.outcome is None


def files_of_the_page(folder: Path) -> None:
    """Everything the page tells its reader to save."""
    (scenario,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    (folder / "the-wedding-duvet.yaml").write_text(scenario, encoding="utf-8")
    (folder / "letter.txt").write_text(re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)[0], encoding="utf-8")
    for name, first in (("good", "# a good rep\n"), ("bad", "# a bad rep\n"), ("mean", "# a rep who gives only the money\n")):
        (replies,) = re.findall(rf"```text\n({first}.*?)```", PAGE, re.DOTALL)
        (folder / f"{name}.txt").write_text(replies, encoding="utf-8")


def replayed() -> list[tuple[str, str]]:
    """The commands from the fourth section on, each with what the page says is printed: below it, or in the next block."""
    found: list[tuple[str, str]] = []
    blocks = re.findall(r"```(\w+)\n(.*?)```", PAGE[PAGE.index("## 4. ") :], re.DOTALL)
    for (kind, text), (_, after) in zip(blocks, [*blocks[1:], ("", "")], strict=True):
        for part in re.split(r"^\$ coolhead ", text, flags=re.MULTILINE)[1:] if kind == "console" else ():
            command, _, printed = part.partition("\n")
            below = after if re.search(r"^(?:You|Customer) ?(?:\(\w+\))?: ", after, re.MULTILINE) else ""
            found.append((command, printed.strip("\n") or below))
    return found


def held_against(printed: str, shown: str) -> str:
    """The first line of the page that is not printed, in the order of the page; nothing where all are. ``[...]`` stands for what was left out."""
    lines, place = printed.splitlines(), 0
    gap = False
    for line in shown.splitlines():
        if line.strip() == "[...]":
            gap = True
            continue
        if not line.strip():
            continue
        start, cut = line.split("[...]")[0].rstrip(), "[...]" in line
        fits = [n for n in range(place, len(lines)) if (lines[n].startswith(start) if cut else lines[n].rstrip() == start)]
        nearest = next((n for n in range(place, len(lines)) if lines[n].strip()), len(lines))
        if not fits or (not gap and fits[0] != nearest and not lines[fits[0] - 1].startswith("  ")):
            return f"{line}\nwhere this is printed:\n{lines[nearest] if nearest < len(lines) else ''}"
        place, gap = fits[0] + 1, False
    return ""


REPLAYED = replayed()


def test_the_page_shows_every_command_of_these_sections() -> None:
    assert [command.split()[0] for command, _ in REPLAYED] == ["play", "play", "play", "simulate", "simulate", "par", "graph", "check", "play"]
    assert held_against("a\nb\nc", "a\n[...]\nc") == ""
    assert held_against("a\nb\nc", "a\nc").startswith("c")


@pytest.mark.parametrize(("command", "shown"), [one for one in REPLAYED if not one[0].startswith("simulate")])
def test_each_command_prints_what_the_page_shows(
    command: str, shown: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))
    files_of_the_page(tmp_path)
    if "--write" in command:
        file = tmp_path / "the-wedding-duvet.yaml"
        file.write_text(re.sub(r"par: .*", "par: {replies: 6, minutes: 8}", file.read_text(encoding="utf-8")), encoding="utf-8")
    assert main(shlex.split(command)) == Exit.DONE
    out, err = capfd.readouterr()
    assert held_against(out + err, shown) == ""


def test_a_simulation_has_the_rows_the_page_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    files_of_the_page(tmp_path)
    shown = next(text for command, text in REPLAYED if command.startswith("simulate") and "giver-away" in text)
    main(["simulate", "the-wedding-duvet.yaml", "--plays", "4", "--jobs", "1"])
    printed = capsys.readouterr().out
    for line in shown.splitlines():
        if found := re.match(r"  (?:[a-z][\w-]+|The \w+ misses|What costs|When the \w+|With '\w+'|Cannot be gamed)(?= )", line):
            assert found[0] in printed


def test_the_questions_of_a_new_scenario_are_asked_as_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path / "home"))
    files_of_the_page(tmp_path)
    (tmp_path / "the-wedding-duvet.yaml").unlink()
    block = next(text for text in re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL) if text.startswith("$ coolhead new"))
    command, *lines = block.splitlines()
    answers = "".join(f"{line.removeprefix('>').strip()}\n" for line in lines if line.startswith(">"))
    monkeypatch.setattr("sys.stdin", Keyboard(answers))
    assert main(shlex.split(command.removeprefix("$ coolhead "))) == Exit.DONE
    out, err = capsys.readouterr()
    printed = {line.removeprefix("> ").strip() for line in (out + err).splitlines()}
    told = [line.split("[...]")[0].strip() for line in lines if line and not line.startswith(">")]
    assert [line for line in told if line not in printed] == []


class Keyboard(io.StringIO):
    def isatty(self) -> bool:
        return True
