"""The commands of the forms of practice: names, options and help. Each opens its form in the view asked for, or tells its results."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trainer.subcommands.options import AsJson, Plain

practising = typer.Typer(rich_markup_mode=None)
"""Joined to the commands of ``coolhead`` under their own names."""


@practising.command()
def today(context: typer.Context, plain: Plain = False, as_json: AsJson = False) -> int:
    """What is due today, and why: a few calls and drills, chosen by what you have not practised of late."""
    from trainer.subcommands.progressing import show_today

    return show_today(plain=plain or bool(context.obj), as_json=as_json)


@practising.command()
def progress(
    context: typer.Context,
    plain: Plain = False,
    page: Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write it as a page to read or print.")] = None,
    cohort: Annotated[
        list[Path] | None, typer.Option("--from", metavar="FILE", help="Show how a group spreads, from what each of them saved with --json; repeat it.")
    ] = None,
    as_json: AsJson = False,
) -> int:
    """How far each skill has come on calls you had not met before, and how sure that is."""
    from trainer.subcommands.progressing import show_cohort, show_progress

    if cohort:
        return show_cohort(cohort, as_json=as_json)
    return show_progress(page, plain=plain or bool(context.obj), as_json=as_json)
