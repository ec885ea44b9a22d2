"""The examples of the problem pages as files: an excerpt put into the base, and beside it what it needs."""

from __future__ import annotations

from pathlib import Path

from scenarios.problem_pages import Example, Kind, Page, base

FILE = "wrong-kettle.yaml"
GOLDEN = {
    "model.txt": "We packed the plastic kettle instead of your steel one, that is our mistake. A refund takes two days and not a month.\n"
    "/replace\nThe steel kettle goes out by courier and is with you Friday noon.\n",
    "quick-deaf.txt": "Ok.\nOk.\n",
    "stuffer.txt": "I understand your frustration.\n",
    "hostile.txt": "Read your order.\n",
    "expected.yaml": "listening: [[model], [stuffer]]\n",
}


def placed(example: Example, excerpt: str) -> tuple[str, int]:
    """The base with an excerpt in its place, indented as what was there, and the line before it."""
    whole = base().split("\n")
    old = (example.instead or example.good).rstrip("\n").split("\n")
    for at in range(len(whole) - len(old) + 1):
        indent = whole[at].removesuffix(old[0])
        if whole[at].endswith(old[0]) and not indent.strip() and whole[at : at + len(old)] == [indent + line if line else "" for line in old]:
            new = [line if line.startswith("\t") or not line else indent + line for line in excerpt.rstrip("\n").split("\n")]
            return "\n".join([*whole[:at], *new, *whole[at + len(old) :]]), at
    raise AssertionError(f"not in the base: {old}")


def lay_out(page: Page, folder: Path, *, bad: bool) -> tuple[Path, Path, int]:
    """Write everything an example needs: the scenario, the file the example is of, and the line of it where the fault is told."""
    example = page.example
    excerpt, before = example.bad if bad else example.good, 0
    if bad and example.again:
        excerpt = excerpt.replace(example.again.piece, example.again.piece * example.again.times, 1)
    scenario = file = folder / FILE
    text = base()
    if example.of in (Kind.SCENARIO, Kind.PLAY):
        text, before = placed(example, excerpt)
    elif example.of is Kind.WHOLE:
        text = excerpt
    (folder / "wrong-kettle.golden").mkdir()
    write(scenario, text)
    if example.of is Kind.NAME:
        file = folder / excerpt
    elif example.of is Kind.STRINGS:
        write(file := folder / "wrong-kettle.fr.yaml", excerpt)
    elif example.of is Kind.TRANSCRIPT:
        write(file := folder / "chat.json", excerpt)
    elif example.of is Kind.RUBRIC:
        write(file := folder / "our-shop.yaml", excerpt)
    elif example.of in (Kind.FOLDER, Kind.EXPECTED, Kind.REPLIES):
        golden = scenario.with_suffix(".golden")
        for name in excerpt.split() if example.of is Kind.FOLDER else GOLDEN:
            write(golden / name, GOLDEN[name])
        if example.of is not Kind.FOLDER:
            write(file := golden / ("expected.yaml" if example.of is Kind.EXPECTED else "model.txt"), excerpt)
    for name, words in example.beside.items():
        write(folder / name, words)
    return scenario, file, before + example.line


def write(file: Path, text: str) -> None:
    """Text with its odd marks as the bytes an older editor would have left."""
    file.write_bytes(text.encode().replace("\ufffd".encode(), b"\xe9"))
