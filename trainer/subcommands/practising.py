"""The commands of the forms of practice: names, options and help. Each opens its form in the view asked for, or tells its results."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trainer.errors import UsageError
from trainer.subcommands.options import AsJson, Plain

practising = typer.Typer(rich_markup_mode=None)
"""Joined to the commands of ``coolhead`` under their own names."""


@practising.command()
def drill(
    context: typer.Context,
    skill: Annotated[str, typer.Argument(metavar="[SKILL]", help="A skill, as coolhead drill --list names it, or mixed; chosen inside if left out.")] = "",
    number: Annotated[int, typer.Option("--count", min=1, max=100, help="Drills in the set.")] = 10,
    seed: Annotated[int | None, typer.Option("--seed", help="The same seed gives the same order.")] = None,
    plain: Plain = False,
    listing: Annotated[bool, typer.Option("--list", help="List the skills and how they stand; with a skill, its drills.")] = False,
    replies: Annotated[Path | None, typer.Option("--replies", help="Answer with these lines, a drill each, and keep nothing; - is stdin.")] = None,
    check: Annotated[bool, typer.Option("--check", help="For authors: whether each drill's own replies are read as they are meant.")] = False,
    as_json: AsJson = False,
) -> int:
    """Drill one skill: single lines, one reply each, and what your words did."""
    from trainer.subcommands.drilling import answer_from, check_drills, list_drills, play_drills

    if listing + check + (replies is not None) > 1:
        raise UsageError("--list, --check and --replies are three different things.", "Give one of them.")
    if check:
        return check_drills(skill or None, as_json=as_json)
    if listing:
        return list_drills(skill or None, number=number, seed=seed, as_json=as_json)
    if replies is not None:
        return answer_from(replies, skill or None, number=number, seed=seed, as_json=as_json)
    if as_json:
        raise UsageError("--json needs --list, --check or --replies FILE.")
    return play_drills(skill or None, number=number, seed=seed, plain=plain or bool(context.obj))
