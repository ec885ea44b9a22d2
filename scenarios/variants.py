"""Variants: the same case with other facts. ``<lens>`` in any text is filled from one row, drawn by the seed of the call.

The rows are filled into the plain values of the file before anything is checked, so every row is an ordinary scenario.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b

from scenarios.checks.tree import everything
from scenarios.edition import edition_of
from scenarios.filenames import file_name
from scenarios.model import Scenario
from scenarios.problems import Code, Problem, did_you_mean, fault, listed, shown
from scenarios.written import ID
from scenarios.yaml_source import Node, Path, Source

Row = Mapping[str, str]

BLANK = re.compile(r"<([A-Za-z][\w -]{0,59})>")
"""A place to be filled. With a capital, ``<Lens>``, the text filled in gets one too."""

MAX_WORK = 300_000
"""Entries and blanks of a file times its rows: what may be checked in one go."""


def row_drawn(seed: int, rows: int) -> int:
    """The row, from 0, that a seed draws; the same on every machine."""
    digest = blake2b(f"{seed}|variant".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") * rows >> 64


def filled(text: str, row: Row) -> str:
    """The text with its blanks filled; blanks the row does not name stay."""
    return BLANK.sub(lambda found: _cell(found[1], row) or found[0], text)


def row_of(scenario: Scenario) -> Row:
    """The row this scenario was filled from; empty where its file has no variants."""
    edition = edition_of(scenario)
    return scenario.variants[edition.row - 1] if edition and edition.row and edition.row <= len(scenario.variants) else {}


def rows_in(source: Source) -> list[dict[str, str]]:
    """The rows of a file; none where they have not the shape of rows. A blank missing in one is made up for from another."""
    given = _given(source)
    if not all(isinstance(row, dict) and row and all(isinstance(cell, str) and cell.strip() and ID.match(name) for name, cell in row.items()) for row in given):
        return []
    if _work(source) > MAX_WORK:
        return []
    rows = [{name: str(cell) for name, cell in row.items()} for row in given if isinstance(row, dict)]
    spare = {name: cell for row in reversed(rows) for name, cell in row.items()}
    return [{**spare, **row} for row in rows]


def fill(source: Source, row: Row) -> Source:
    """The file with one row filled in."""
    data = {key: value if key == "variants" else _filled(value, row) for key, value in (source.data or {}).items()}
    return replace(source, data=data)


def blanks(source: Source) -> Iterator[Problem]:
    """Rows that do not go together, blanks without a row and rows without a blank."""
    uses, given = list(_uses(source)), _given(source)
    if not (source.data or {}).get("variants"):
        for path, blank in uses[:1]:
            yield fault(Code.NO_ROWS, source.name, source.at(path), f"'<{shown(blank)}>' looks like a blank to be filled, and there are no 'variants'.")
    if _work(source) > MAX_WORK:
        yield fault(Code.TOO_MANY, source.name, source.key_at(("variants",)), f"The file is too large to be played in {len(given)} variants.")
    rows = rows_in(source)
    if rows:
        yield from _rows(source, given)
        yield from _blanks(source, uses, rows[0])


def _rows(source: Source, given: list[Node]) -> Iterator[Problem]:
    """What is wrong among the rows themselves."""
    names = dict.fromkeys(name for row in given if isinstance(row, dict) for name in row)
    for n, row in enumerate(given):
        if not isinstance(row, dict):
            continue
        if lacking := [name for name in names if name not in row]:
            yield fault(Code.UNEVEN_ROWS, source.name, source.at(("variants", n)), f"This row lacks {listed(lacking)}, which another row has.")
        if row in given[:n]:
            yield fault(Code.SAME_TWICE, source.name, source.at(("variants", n)), "This row is the same as one above it.")
        for name, cell in row.items():
            if found := BLANK.search(str(cell)):
                words = f"'<{shown(found[1])}>' stands in a row, and a row cannot hold a blank itself."
                yield fault(Code.UNKNOWN_BLANK, source.name, source.at(("variants", n, name)), words, "Write the words out.")


def _blanks(source: Source, uses: list[tuple[Path, str]], row: Row) -> Iterator[Problem]:
    """Blanks and rows that do not find each other."""
    used = {_name(blank, row) for _, blank in uses}
    for path, blank in uses:
        if _name(blank, row) not in row:
            near = did_you_mean(blank, row)
            used.add(near or "")
            remedy = f"Did you mean '<{near}>'?" if near else f"The blanks there are: {listed(row)}."
            yield fault(Code.UNKNOWN_BLANK, source.name, source.at(path), f"No row of 'variants' names '<{shown(blank)}>'.", remedy)
    for name in row:
        if name not in used:
            n = next(n for n, given in enumerate(_given(source)) if isinstance(given, dict) and name in given)
            yield fault(Code.UNUSED_BLANK, source.name, source.key_at(("variants", n, name)), f"No text of this file holds '<{shown(name)}>'.")


def told(source: Source, by_row: Sequence[Sequence[Problem]], before: Sequence[Problem]) -> list[Problem]:
    """What is wrong in the rows, each fault once: one of every row where it stands, one of some rows at what those rows fill in.

    Nothing is told of a text whose blank is not filled: ``before`` says so, or that the rows are no rows.
    """
    cells = {_spot(source, path): blank for path, blank in reversed(list(_uses(source)))}
    rows = rows_in(source)
    no_rows = not rows and bool((source.data or {}).get("variants"))
    quiet = set(cells) if no_rows else {(problem.file, problem.line, problem.column) for problem in before if problem.code is Code.UNKNOWN_BLANK}
    found: dict[tuple[str, int, int, Code], list[tuple[int, Problem]]] = {}
    for n, problems in enumerate(by_row):
        for problem in problems:
            if (problem.file, problem.line, problem.column) not in quiet:
                found.setdefault((problem.file, problem.line, problem.column, problem.code), []).append((n, problem))
    once: list[Problem] = []
    for (file, line, column, _), many in found.items():
        if len(by_row) == 1 or len({n for n, _ in many}) == len(by_row):
            once += [problem for n, problem in many if n == 0]
        else:
            blank = cells.get((file, line, column))
            once += [_of_row(source, ("variants", n, _name(blank, rows[0])) if blank else ("variants", n), problem) for n, problem in many]
    return list({(problem.file, problem.line, problem.column, problem.code): problem for problem in reversed(once)}.values())


def without_blanks(source: Source, problems: Sequence[Problem]) -> list[Problem]:
    """The problems but those of texts with a blank in them, of which only a row can tell."""
    open_ = {_spot(source, path) for path, _ in _uses(source)}
    return [problem for problem in problems if (problem.file, problem.line, problem.column) not in open_]


def _of_row(source: Source, path: Path, problem: Problem) -> Problem:
    """The problem where the row stands that leads to it."""
    file, line, column = _spot(source, path)
    where = f"line {problem.line}" if problem.file == file else f"line {problem.line} of {shown(file_name(problem.file), 100)}"
    words = f"Filled in on {where}, this row does not do: {problem.message}"
    return replace(problem, file=file, line=line, column=column, message=words)


def _uses(source: Source) -> Iterator[tuple[Path, str]]:
    """Every blank in the texts of a file, and where it stands."""
    for path, text in everything(source.data):
        if path[0] != "variants" and "<" in text:
            yield from ((path, found[1]) for found in BLANK.finditer(text))


def _spot(source: Source, path: Path) -> tuple[str, int, int]:
    at = source.at(path)
    return shown(at.file or source.name, 300), at.line, at.column


def _given(source: Source) -> list[Node]:
    """What stands under ``variants``, where it is a list."""
    given = (source.data or {}).get("variants")
    return given if isinstance(given, list) else []


def _work(source: Source) -> int:
    return (len(source.places) + sum(1 for _ in _uses(source))) * len(_given(source))


def _name(blank: str, row: Container[str]) -> str:
    """What a row calls a blank."""
    return blank if blank in row else blank[:1].lower() + blank[1:]


def _cell(blank: str, row: Row) -> str:
    if blank in row:
        return row[blank]
    cell = row.get(_name(blank, row), "")
    return cell[:1].upper() + cell[1:]


def _filled(node: Node, row: Row) -> Node:
    if isinstance(node, str):
        return filled(node, row) if "<" in node else node
    if isinstance(node, dict):
        return {key: _filled(value, row) for key, value in node.items()}
    return [_filled(value, row) for value in node] if isinstance(node, list) else node
