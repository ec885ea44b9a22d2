"""The results of a class as one page to print: a table for each learner, as their files name them. No sum, no ranking, no word of a call.

Made of the tables learners exported, and so of nothing they did not hand over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from math import isfinite

from scoring.scores import DIMENSIONS
from trainer.exporting.page import FOOT, HEAD, STYLE, figure, safe, table
from trainer.rubrics import not_compared
from trainer.words import ENDINGS, count

Row = Mapping[str, str]

TITLE = "Results of a class"
NOTE = "In the order of the files that were handed over. Nothing is added up and nobody is ranked; a score stands with what it rests on, and where a trainer set another, with both."
OWN_STYLE = """
body{max-width:64rem}h2{break-before:auto!important;break-after:avoid}section{break-inside:avoid}td:first-child{width:24%}
@media print{@page{size:A4 landscape;margin:12mm}body{font-size:9pt;padding:0}}
""".strip()


def as_class_page(rows: Sequence[Row]) -> bytes:
    """The page, of rows that stand in the order of their files."""
    learners = [(name, list(calls)) for name, calls in groupby(rows, _learner)]
    rubrics = sorted({row["rubric"] for row in rows})
    many = f"{count(len(learners), 'learner')}, {count(len(rows), 'call')}."
    parts = [HEAD.format(title=TITLE, style=f"{STYLE}\n{OWN_STYLE}"), f"<p>{safe(f'{many} {NOTE}')}</p>"]
    if mixed := not_compared(*rubrics):
        parts.append(f"<p>{safe(mixed)}</p>")
    for name, calls in learners:
        parts += _section(name, calls, mixed=bool(mixed))
    return ("\n".join([*parts, f'<p class="small">Rubric {safe(", ".join(rubrics))}.</p>', FOOT]) + "\n").encode()


def _learner(row: Row) -> str:
    """By the name that was exported, or else by the file's."""
    return row.get("learner") or row["file"].rpartition(".")[0]


def _section(name: str, calls: Iterable[Row], *, mixed: bool) -> Iterator[str]:
    rows = list(calls)
    yield f"<section><h2>{safe(name)}</h2>"
    yield table(("Call", "How", *(dimension.capitalize() for dimension in DIMENSIONS), "How it ended"), (_call(row, mixed=mixed) for row in rows))
    said = [
        (row.get("title", ""), dimension.capitalize(), words) for row in rows for dimension in DIMENSIONS if (words := row.get(f"{dimension}_overrules", ""))
    ]
    if said:
        yield table(("What a trainer made of it", "Score", "Overrule"), said)
    yield "</section>"


def _call(row: Row, *, mixed: bool) -> tuple[str, ...]:
    day = row.get("began", "")[:10]
    coach = "with coach" if row.get("coached") == "yes" else "without coach"
    how = ", ".join(
        filter(None, (day, row.get("mode", ""), coach, row.get("intensity", ""), f"{row.get('replies', '')} replies", row["rubric"] if mixed else ""))
    )
    again = ", taken again from some turn on" if row.get("branch_of") else ""
    ended = ENDINGS.get(row.get("ending", ""), "").format(name="The customer")
    return f"{row.get('title') or row['scenario']}{again}", how, *(_score(row, dimension) for dimension in DIMENSIONS), ended


def _score(row: Row, dimension: str) -> str:
    """The score that counts with what it rests on; an overruled one with the measured one beside it."""
    measured, chances = _number(row.get(f"{dimension}_measured", "")), _number(row.get(f"{dimension}_opportunities", ""))
    older = row.get(f"{dimension}_why_not", "") or (count(int(chances), "chance") if chances else "")  # a table made before it said what a score rests on
    stands = ", ".join(filter(None, (figure(measured), row.get(f"{dimension}_rests_on") or older)))
    if row.get(f"{dimension}_overruled") == "yes":
        return f"{figure(_number(row.get(f'{dimension}_counts', '')))} (overruled; measured: {stands})"
    return stands


def _number(text: str) -> float | None:
    """A figure of a stranger's table."""
    try:
        found = float(text)
    except ValueError:
        return None
    return found if isfinite(found) else None
