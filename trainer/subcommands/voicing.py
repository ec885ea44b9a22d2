"""The options and commands that have to do with a language model, as typed. What they do stands in ``models`` and ``opining``."""

from __future__ import annotations

from typing import Annotated

import typer

from trainer.subcommands.options import AsJson

WithVoice = Annotated[
    str | None, typer.Option("--voice", metavar="script|model|http", help="What words the customer's lines: as written, a model in a folder, or a server.")
]
WithModel = Annotated[str | None, typer.Option("--model", metavar="DIR", help="The model's folder; with --voice http, the name the server gives it.")]
WithUrl = Annotated[str | None, typer.Option("--url", metavar="URL", help="The server's address, such as http://127.0.0.1:8080")]
AllowRemote = Annotated[bool, typer.Option("--allow-remote", help="The server may be another machine; what is written in a call is sent there.")]
SecondOpinion = Annotated[bool, typer.Option("--second-opinion", help="Print what a language model of yours says of single replies; no part of any score.")]

models = typer.Typer(help="Try a language model that is to word the customer: a folder, or a server's address.", no_args_is_help=True, rich_markup_mode=None)
ModelPlace = Annotated[str, typer.Argument(metavar="DIR|URL", help="A model's folder, or a server's address.")]


@models.command("check")
def model_check(place: ModelPlace, model: WithModel = None, allow_remote: AllowRemote = False, as_json: AsJson = False) -> int:
    """Say whether a model can be used here, how fast it is, and what its folder holds."""
    from trainer.subcommands.models import check_model

    return check_model(place, name=model, allow_remote=allow_remote, as_json=as_json)


@models.command("bench")
def model_bench(
    place: ModelPlace,
    model: WithModel = None,
    allow_remote: AllowRemote = False,
    turns: Annotated[int, typer.Option("--turns", min=10, max=600, help="Attack turns, and as many normal ones.")] = 600,
    as_json: AsJson = False,
) -> int:
    """Have a model word attack turns and normal turns, and report what it did: leaks, wrong acts, fallbacks, times."""
    from trainer.subcommands.models import bench_model

    return bench_model(place, name=model, allow_remote=allow_remote, turns=turns, as_json=as_json)
