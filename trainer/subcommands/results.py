"""The command line's doors to what becomes of a score: the rubric it comes from, a trainer's overrule, the export."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trainer.exporting.form import Form
from trainer.subcommands.options import AsJson, Replace

results = typer.Typer()
rubric = typer.Typer(help="See by what calls are judged, and judge by rules of your own.", no_args_is_help=True, rich_markup_mode=None)
results.add_typer(rubric, name="rubric")

RubricFile = Annotated[Path, typer.Argument(metavar="FILE", help="A rubric of your own, as coolhead rubric new begins one.")]


@rubric.command("show")
def rubric_show(
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="A rubric; the one in use here if left out.")] = None, as_json: AsJson = False
) -> int:
    """Print a rubric: every criterion, what it is worth, and what differs from the shipped one."""
    from trainer.subcommands.rubric import show_rubric

    return show_rubric(file, as_json=as_json)


@rubric.command("new")
def rubric_new(file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write it, such as our-shop.yaml.")]) -> int:
    """Begin a rubric of your own: it names only what differs from the shipped one."""
    from trainer.subcommands.rubric import new_rubric

    return new_rubric(file)


@rubric.command("check")
def rubric_check(file: RubricFile, as_json: AsJson = False) -> int:
    """Name every fault of a rubric with its line."""
    from trainer.subcommands.rubric import check_rubric

    return check_rubric(file, as_json=as_json)


@rubric.command("diff")
def rubric_diff(
    file: RubricFile,
    scenarios: Annotated[list[str] | None, typer.Argument(metavar="[ID|FILE|FOLDER]...", help="Whose typed calls to judge; all at hand if left out.")] = None,
    as_json: AsJson = False,
) -> int:
    """Say what a rubric changes on the typed calls beside scenarios, and which orders it breaks."""
    from trainer.subcommands.rubric import diff_rubric

    return diff_rubric(file, scenarios or [], as_json=as_json)


@rubric.command("use")
def rubric_use(name: Annotated[str, typer.Argument(metavar="FILE|default", help="A rubric, or the word default for the shipped one.")]) -> int:
    """Judge calls on this computer by a rubric of your own, or by the shipped one again."""
    from trainer.subcommands.rubric import use_rubric

    return use_rubric(name)


@results.command()
def overrule(
    attempt: Annotated[str, typer.Argument(metavar="ATTEMPT", help="A kept call: its id as coolhead attempts names it, or its beginning.")],
    dimension: Annotated[str, typer.Option("--dimension", help="The score: calmness, listening, honesty or resolution.")] = "",
    to: Annotated[float | None, typer.Option("--to", metavar="N", help="What it should be, 0 to 100.")] = None,
    reason: Annotated[str, typer.Option("--reason", help="Why, in a sentence the trainee reads.")] = "",
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Your name.")] = "",
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Take the overrule back; the measured score counts again.")] = False,
    as_json: AsJson = False,
) -> int:
    """Set a score otherwise, as the trainer, with a reason; or show the scores of a kept call and what was made of them."""
    from trainer.subcommands.overruling import overrule_score

    return overrule_score(attempt, dimension=dimension, to=to, reason=reason, by=by, withdraw=withdraw, as_json=as_json)


@results.command()
def export(
    attempts: Annotated[list[str] | None, typer.Argument(metavar="ATTEMPT...|all", help="Kept calls by id, or all for every finished first try.")] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Where to; its ending says the form: .json (xAPI), .csv, .xlsx, .html.")] = None,
    form: Annotated[Form | None, typer.Option("--form", help="The form, where no file's ending says it; printed without --out.")] = None,
    name: Annotated[str, typer.Option("--name", help="The learner's name, to stand in it; without it there is none.")] = "",
    home_page: Annotated[str, typer.Option("--home-page", metavar="URL", help="xAPI: the site whose account the learner has; else one that is nobody's.")] = "",
    account: Annotated[str, typer.Option("--account", metavar="NAME", help="xAPI: the learner's account there; else the name.")] = "",
    joined: Annotated[
        list[Path] | None,
        typer.Option(
            "--from", metavar="FILE|FOLDER", help="Join what learners exported (CSV or xAPI) into one table, page (.html) or list, instead of calls kept here."
        ),
    ] = None,
    replace: Replace = False,
    yes: Annotated[bool, typer.Option("--yes", help="The learner agrees: do not ask.")] = False,
) -> int:
    """Hand results on, on the learner's word: xAPI, CSV, Excel or a debrief sheet. Nothing is sent anywhere."""
    from trainer.errors import UsageError
    from trainer.exporting.results import Account
    from trainer.subcommands.exporting import export_attempts, export_joined

    if bool(attempts) == bool(joined):
        raise UsageError("Name calls to export, or all; or join what was exported with --from FOLDER.", "Calls are named by: coolhead attempts")
    if joined:
        return export_joined(joined, out, form, replace=replace)
    known_as = Account(home=home_page, name=account) if home_page else Account(name=account)
    return export_attempts(attempts or [], out, form, name=name, account=known_as, yes=yes, replace=replace)
