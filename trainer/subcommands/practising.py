"""The commands of the forms of practice: names, options and help. Each opens its form in the view asked for, or tells its results."""

from __future__ import annotations

import typer

from trainer.subcommands.options import Plain

practising = typer.Typer(rich_markup_mode=None)
"""Joined to the commands of ``coolhead`` under their own names."""


@practising.command()
def calls(context: typer.Context, plain: Plain = False) -> int:
    """Pick a call: search, narrow by trade, level, length or what it trains. coolhead list tells the same to programs."""
    from trainer.opening import open_game

    return open_game(plain=plain or bool(context.obj), mode="calls")
