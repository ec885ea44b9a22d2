"""The command line's doors to installed packs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trainer.errors import Exit
from trainer.subcommands.options import AsJson

packs = typer.Typer(help="List the packs installed, add one, or remove one.", invoke_without_command=True, rich_markup_mode=None)


@packs.callback()
def packs_alone(context: typer.Context, as_json: AsJson = False) -> int:
    """List the packs installed, add one, or remove one."""
    from trainer.subcommands.packing import list_packs

    context.obj = as_json
    return list_packs(as_json=as_json) if context.invoked_subcommand is None else Exit.DONE


@packs.command("list")
def packs_list(context: typer.Context, as_json: AsJson = False) -> int:
    """List the packs installed."""
    from trainer.subcommands.packing import list_packs

    return list_packs(as_json=as_json or bool(context.obj))


@packs.command("add")
def packs_add(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A pack somebody made with coolhead pack.")],
    replace: Annotated[bool, typer.Option("--replace", help="Put it in place of the one installed.")] = False,
    as_json: AsJson = False,
) -> int:
    """Install a pack. It is checked whole first."""
    from trainer.subcommands.packing import add_pack

    return add_pack(file, replace=replace, as_json=as_json or bool(context.obj))


@packs.command("remove")
def packs_remove(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The pack's name, as coolhead packs lists it.")],
    as_json: AsJson = False,
) -> int:
    """Remove an installed pack. Calls played with it are kept."""
    from trainer.subcommands.packing import remove_pack

    return remove_pack(name, as_json=as_json or bool(context.obj))
