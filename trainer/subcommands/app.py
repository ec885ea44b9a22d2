"""The command line: names, options and help. What a command does stands in its family's module."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from typer.main import get_command

from scenarios.moves import Intensity
from trainer.errors import Exit, UsageError

app = typer.Typer(
    name="coolhead",
    help="Practise hard customer chats in the terminal. Without a command, the game opens.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs instead of words.")]
WithScenario = Annotated[str | None, typer.Option("--scenario", metavar="ID|FILE", help="The scenario it belongs to.")]
Plain = Annotated[bool, typer.Option("--plain", help="Plain lines, for screen readers and pipes.")]
VOICES = ("script", "model", "http")


def run_command(arguments: Sequence[str]) -> int:
    """Parse and run one command; its exit code. Raises UsageError for what cannot be parsed."""
    try:
        code = get_command(app).main(args=list(arguments), prog_name="coolhead", standalone_mode=False)
    except typer.TyperException as error:
        raise UsageError(error.format_message(), "See: coolhead --help") from error
    except typer.Abort:
        raise KeyboardInterrupt from None
    except SystemExit as gone:  # the parser leaves by itself only when nobody reads stdout any more
        raise BrokenPipeError from gone
    if code == Exit.INTERRUPTED:
        raise KeyboardInterrupt
    return int(code or 0)


@app.callback(invoke_without_command=True)
def top(
    context: typer.Context,
    plain: Plain = False,
    version: Annotated[bool, typer.Option("--version", help="Print the version and leave.")] = False,
) -> int:
    """Practise hard customer chats in the terminal. Without a command, the game opens."""
    from trainer.opening import open_game, wants_plain

    if version:
        from trainer.subcommands.doctor import version_line

        print(version_line())
        raise typer.Exit(Exit.DONE)
    context.obj = plain or wants_plain()
    return open_game(plain=context.obj) if context.invoked_subcommand is None else Exit.DONE


@app.command("list")
def list_scenarios(as_json: AsJson = False) -> int:
    """List the scenarios at hand."""
    from trainer.subcommands.listing import list_catalogue

    return list_catalogue(as_json=as_json)


@app.command()
def principles(as_json: AsJson = False) -> int:
    """List the principles of good service: how each is practised and scored, and where."""
    from trainer.subcommands.listing import list_principles

    return list_principles(as_json=as_json)


@app.command()
def acts(as_json: AsJson = False) -> int:
    """List what a stretch of a reply can do, as coolhead read names it: meaning, an example, a near miss."""
    from trainer.subcommands.listing import list_acts

    return list_acts(as_json=as_json)


@app.command()
def play(
    context: typer.Context,
    scenario: Annotated[str, typer.Argument(metavar="ID|FILE", help="A scenario's id, as coolhead list names it, or a scenario file.")],
    seed: Annotated[int | None, typer.Option("--seed", help="The same seed gives the same customer.")] = None,
    intensity: Annotated[Intensity, typer.Option("--intensity", help="How rough the customer may get.")] = Intensity.REAL,
    voice: Annotated[str, typer.Option("--voice", metavar="|".join(VOICES), help="What words the customer's lines. This version has script alone.")] = "script",
    plain: Plain = False,
    replies: Annotated[Path | None, typer.Option("--replies", help="Play these replies with no one watching; - is stdin.")] = None,
    as_json: AsJson = False,
) -> int:
    """Play one call."""
    from trainer.subcommands.playing import play_live, play_replies, refuse_voice

    if voice != "script":
        refuse_voice(voice, VOICES)
    if replies is not None:
        return play_replies(scenario, replies, seed=seed, intensity=intensity, as_json=as_json)
    if as_json:
        raise UsageError("--json needs --replies FILE.", "Calls played live are told by: coolhead attempts --json")
    return play_live(scenario, seed=seed, intensity=intensity, plain=plain or bool(context.obj))


@app.command()
def resume(
    context: typer.Context,
    attempt: Annotated[str, typer.Argument(help="The attempt's id or its beginning; the newest unfinished one if left out.")] = "",
    plain: Plain = False,
) -> int:
    """Go on with a call that was interrupted."""
    from trainer.subcommands.attempts import resume_attempt

    return resume_attempt(attempt, plain=plain or bool(context.obj))


@app.command()
def rewind(
    attempt: Annotated[str, typer.Argument(metavar="ATTEMPT|FILE", help="A kept attempt, or a transcript's file.")],
    turn: Annotated[int | None, typer.Option("--turn", help="The rep's turn to take again; without it, the turns are listed.")] = None,
    replies: Annotated[Path | None, typer.Option("--replies", help="What to say and do from that turn on; - is stdin.")] = None,
    as_json: AsJson = False,
    scenario: WithScenario = None,
) -> int:
    """Take a turn again: the other way the call could have gone, and both scorecards."""
    from trainer.subcommands.rewinding import list_turns, rewind_to

    if turn is None and replies is None:
        return list_turns(attempt, scenario, as_json=as_json)
    if turn is None or replies is None:
        raise UsageError("--turn N and --replies FILE belong together.", "See the turns of a call with: coolhead rewind ATTEMPT")
    return rewind_to(attempt, turn, replies, scenario, as_json=as_json)


@app.command()
def attempts(as_json: AsJson = False, limit: Annotated[int, typer.Option("--limit", min=1, max=100_000, help="How many, newest first.")] = 20) -> int:
    """List past calls, newest first."""
    from trainer.subcommands.attempts import list_attempts

    return list_attempts(limit=limit, as_json=as_json)


@app.command()
def read(as_json: AsJson = False, scenario: WithScenario = None) -> int:
    """Read replies from stdin, one JSON object a line, and print what was understood of each."""
    from trainer.subcommands.reading import read_lines

    return read_lines(scenario, as_json=as_json)


@app.command()
def score(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Transcripts: ours, JSON, JSON lines or a chat log; - is stdin.")],
    as_json: AsJson = False,
    scenario: WithScenario = None,
    reread: Annotated[
        bool, typer.Option("--reread", help="Read our own transcripts again with today's reader; without it they keep the reading they were played with.")
    ] = False,
    jobs: Annotated[int | None, typer.Option("--jobs", min=1, max=256, help="Processes to share the work; all cores where there is enough of it.")] = None,
) -> int:
    """Score transcripts, ours or any other chat."""
    from trainer.subcommands.judging import score_files

    return score_files(files, scenario, reread=reread, as_json=as_json, jobs=jobs)


@app.command()
def check(paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Scenario files, or folders of them.")], as_json: AsJson = False) -> int:
    """Check scenario files and name every fault with its line."""
    from trainer.subcommands.checking import check_paths

    return check_paths(paths, as_json=as_json)


@app.command()
def pack(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder of scenarios, with their golden replies and voices.")],
    output: Annotated[Path | None, typer.Option("--output", metavar="FILE", help="The file to write; named after the pack, here, if left out.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Ask nothing.")] = False,
    as_json: AsJson = False,
) -> int:
    """Make one file of a folder of scenarios, to hand on."""
    from trainer.subcommands.packing import make_pack

    return make_pack(folder, output, yes=yes, as_json=as_json)


packs = typer.Typer(help="List the packs installed, add one, or remove one.", invoke_without_command=True, rich_markup_mode=None)
app.add_typer(packs, name="packs")


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


@app.command()
def doctor(as_json: AsJson = False) -> int:
    """Say what is installed, what is missing, and the command that adds it."""
    from trainer.subcommands.doctor import examine

    return examine(as_json=as_json)
