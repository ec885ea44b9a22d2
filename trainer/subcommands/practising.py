"""The commands of the forms of practice: names, options and help. Each opens its form in the view asked for, or tells its results."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scenarios.moves import Intensity
from trainer.errors import UsageError
from trainer.subcommands.options import AsJson, Plain, Replace

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
        list[Path] | None,
        typer.Option(
            "--from", metavar="FILE|FOLDER", help="Show how a group spreads, from what each of them saved with --json: a folder of it, or files one by one."
        ),
    ] = None,
    replace: Replace = False,
    as_json: AsJson = False,
) -> int:
    """How far each skill has come on calls you had not met before, and how sure that is."""
    from trainer.subcommands.progressing import show_cohort, show_progress

    if cohort:
        return show_cohort(cohort, page, as_json=as_json, replace=replace)
    return show_progress(page, plain=plain or bool(context.obj), as_json=as_json, replace=replace)


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


@practising.command()
def calls(context: typer.Context, plain: Plain = False) -> int:
    """Pick a call: search, narrow by trade, level, length or what it trains. coolhead list tells the same to programs."""
    from trainer.opening import open_game

    return open_game(plain=plain or bool(context.obj), mode="calls")


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


@practising.command()
def room(
    context: typer.Context,
    named: Annotated[
        str,
        typer.Argument(
            metavar="[ID|FILE|ROOM]", help="The scenario to open, or a room's id, as --list tells it: its end is shown, or it goes on.", show_default=False
        ),
    ] = "",
    plain: Plain = False,
    sheet: Annotated[
        Path | None, typer.Option("--sheet", metavar="FILE", help="Write the debrief sheet of the last room, or of the one named: .html, .txt")
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="List the rooms there are.")] = False,
    seed: Annotated[int | None, typer.Option("--seed", help="The same seed gives the same customer.")] = None,
    intensity: Annotated[Intensity, typer.Option("--intensity", help="How rough the customer may get.")] = Intensity.REAL,
    as_json: AsJson = False,
) -> int:
    """One call for a group on one screen: propose, vote, lock, talk about it; a debrief sheet at the end."""
    from trainer.subcommands import rooming

    if sheet:
        return rooming.write_sheet_of(named, sheet)
    if as_json:
        return rooming.show_rooms(named)
    if listed:
        return rooming.list_rooms()
    return rooming.open_room(named, seed=seed, intensity=intensity, plain=plain or bool(context.obj))


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
