"""The commands of the forms of practice: names, options and help. Each opens its form in the view asked for, or tells its results."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trainer.subcommands.options import AsJson, Plain

practising = typer.Typer(rich_markup_mode=None)
"""Joined to the commands of ``coolhead`` under their own names."""


@practising.command()
def author(
    context: typer.Context,
    folder: Annotated[Path | None, typer.Argument(metavar="FOLDER", help="A folder of scenarios to work on, beside your own.", show_default=False)] = None,
    plain: Plain = False,
    as_json: AsJson = False,
) -> int:
    """Work on scenarios: how each stands, edit, preview, measure, pack."""
    from trainer.finding import look_also_in

    if folder is not None:
        look_also_in(folder)
    if as_json:
        from trainer.subcommands.authoring import list_works

        return list_works()
    from trainer.opening import open_game

    return open_game(plain=plain or bool(context.obj), mode="author")
