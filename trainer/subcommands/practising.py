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
def shift(
    context: typer.Context,
    calls: Annotated[int | None, typer.Option("--calls", min=2, max=30, help="How many calls: 3 is short, 5 usual, 8 long.")] = None,
    seed: Annotated[int | None, typer.Option("--seed", help="The same seed draws the same shift, as long as the same calls are unseen.")] = None,
    plain: Plain = False,
    replies: Annotated[
        Path | None, typer.Option("--replies", metavar="FOLDER", help="Play a shift with no one watching: replies in ID.txt, answer.txt and note.txt.")
    ] = None,
    as_json: AsJson = False,
) -> int:
    """A queue of calls: one sum of goodwill, promises that come due, a note to the team. With --json, how past shifts went."""
    from trainer.subcommands.shifting import list_shifts, play_replies, play_shift

    if replies is not None:
        return play_replies(replies, calls=calls, seed=seed, as_json=as_json)
    if as_json:
        if calls is not None or seed is not None:
            raise UsageError("--json tells of past shifts, and needs no --calls or --seed.", "Play one with no one watching by: --replies FOLDER --json")
        return list_shifts()
    return play_shift(calls=calls, seed=seed, plain=plain or bool(context.obj))
