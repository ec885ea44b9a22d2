"""The command line of ``coolhead strings``: names, options and help. What they do stands in ``strings``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

translating = typer.Typer(help="Put a scenario's words into another language, apart from its structure.", no_args_is_help=True, rich_markup_mode=None)


@translating.command("export")
def export_strings(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A scenario file.")],
    language: Annotated[str, typer.Option("--language", help="The language to translate into, such as fr or pt-BR.")],
) -> int:
    """Write a scenario's words beside it, to be translated; what is translated already stays."""
    from trainer.subcommands.strings import export_strings

    return export_strings(file, language)


@translating.command("report")
def report_strings(
    path: Annotated[Path, typer.Argument(metavar="FILE|FOLDER", help="A scenario file, or a folder of them.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for programs instead of words.")] = False,
) -> int:
    """Say how far each language is: translated, missing, stale (the original has changed) and unknown."""
    from trainer.subcommands.strings import report_strings

    return report_strings(path, as_json=as_json)
