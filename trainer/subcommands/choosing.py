"""``coolhead settings`` and ``coolhead data``: names, options and help. What they do stands in ``chosen`` and ``own_data``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trainer.subcommands.options import AsJson

settings = typer.Typer(help="Show what you have chosen for good, and change it.", invoke_without_command=True, rich_markup_mode=None)
data = typer.Typer(help="Your own data: where it is, a copy of all of it, deleting it.", no_args_is_help=True, rich_markup_mode=None)

Key = Annotated[str, typer.Argument(metavar="KEY", help="A setting, as coolhead settings names it.")]


@settings.callback(invoke_without_command=True)
def show(context: typer.Context, as_json: AsJson = False) -> int:
    """Show what you have chosen for good, and change it."""
    from trainer.subcommands.chosen import show_settings

    return show_settings(as_json=as_json) if context.invoked_subcommand is None else 0


@settings.command("set")
def set_one(key: Key, value: Annotated[str, typer.Argument(metavar="VALUE", help="What it is to be.")], as_json: AsJson = False) -> int:
    """Set one setting."""
    from trainer.subcommands.chosen import set_setting

    return set_setting(key, value, as_json=as_json)


@settings.command("reset")
def reset_one(
    key: Annotated[str, typer.Argument(metavar="[KEY]", help="The setting; all of them if left out.", show_default=False)] = "", as_json: AsJson = False
) -> int:
    """Set one setting, or all of them, as usual again."""
    from trainer.subcommands.chosen import reset_settings

    return reset_settings(key, as_json=as_json)


@data.command("where")
def data_where(as_json: AsJson = False) -> int:
    """Say where your data is, and what is there."""
    from trainer.subcommands.own_data import show_where

    return show_where(as_json=as_json)


@data.command("export")
def data_export(file: Annotated[Path, typer.Argument(metavar="FILE.zip", help="The file to write.")], as_json: AsJson = False) -> int:
    """Write a copy of all your data to a file: records as JSON lines, settings, your own scenarios."""
    from trainer.subcommands.own_data import export_data

    return export_data(file, as_json=as_json)


@data.command("delete")
def data_delete(
    what: Annotated[list[str] | None, typer.Argument(metavar="[PART]...", help="records, settings, scenarios, rubric, reports; all if left out.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Ask nothing.")] = False,
    as_json: AsJson = False,
) -> int:
    """Delete your data for good, after saying what goes and asking."""
    from trainer.subcommands.own_data import delete_data

    return delete_data(what or (), yes=yes, as_json=as_json)
