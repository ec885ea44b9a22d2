"""The command line: names, options and help. What a command does stands in its family's module."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Annotated

import typer
from typer.main import get_command

from scenarios.moves import Intensity
from trainer.authoring.graph.form import Form
from trainer.errors import Exit, UsageError
from trainer.picking.wanted import Length, Wanted
from trainer.subcommands.choosing import data, settings
from trainer.subcommands.options import AsJson, FindParFor, Plain, Trade, WithRubric, WithScenario, WritePar
from trainer.subcommands.packs import packs
from trainer.subcommands.practising import practising
from trainer.subcommands.results import results
from trainer.subcommands.translating import translating
from trainer.subcommands.voicing import AllowRemote, SecondOpinion, WithModel, WithUrl, WithVoice, models

app = typer.Typer(
    name="coolhead",
    help="Practise hard customer chats in the terminal. Without a command, the game opens.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.add_typer(translating, name="strings")
app.add_typer(models, name="model")
app.add_typer(results)
app.add_typer(packs, name="packs")
app.add_typer(practising)
app.add_typer(settings, name="settings")
app.add_typer(data, name="data")
_parser = cache(get_command)  # all commands with their options, put together once a process


def run_command(arguments: Sequence[str]) -> int:
    """Parse and run one command; its exit code. Raises UsageError for what cannot be parsed."""
    try:
        code = _parser(app).main(args=list(arguments), prog_name="coolhead", standalone_mode=False)
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
def list_scenarios(
    find: Annotated[str, typer.Option("--find", metavar="WORDS", help="Only with these words in title, trade, customer or what it trains.")] = "",
    trade: Annotated[str, typer.Option("--trade", help="Only of this trade.")] = "",
    level: Annotated[int | None, typer.Option("--level", min=1, max=4, help="Only of this level.")] = None,
    principle: Annotated[str, typer.Option("--principle", metavar="ID", help="Only those that train it; see coolhead principles.")] = "",
    length: Annotated[Length | None, typer.Option("--length", help="Only of this length.")] = None,
    as_json: AsJson = False,
) -> int:
    """List the scenarios at hand, or those that fit."""
    from trainer.subcommands.listing import list_catalogue

    return list_catalogue(Wanted(words=find, trade=trade, level=level or 0, principle=principle, length=length), as_json=as_json)


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
    intensity: Annotated[
        Intensity | None, typer.Option("--intensity", help="How rough the customer may get; live as the settings say, from a file real, if left out.")
    ] = None,
    voice: WithVoice = None,
    model: WithModel = None,
    url: WithUrl = None,
    allow_remote: AllowRemote = False,
    plain: Plain = False,
    replies: Annotated[Path | None, typer.Option("--replies", help="Play these replies with no one watching; - is stdin.")] = None,
    after: Annotated[
        str | None, typer.Option("--after", metavar="ATTEMPT|FILE", help="For a second part: the call of the first part it follows; the newest if left out.")
    ] = None,
    language: Annotated[str | None, typer.Option("--language", help="The language to play it in, where it has been translated; see coolhead strings.")] = None,
    rubric: WithRubric = None,
    coach: Annotated[bool, typer.Option("--coach", help="In practice: a coach looks at each draft before it goes.")] = False,
    as_json: AsJson = False,
) -> int:
    """Play one call."""
    from trainer.subcommands.playing import play_live, play_replies
    from trainer.voices.choice import Asked

    if replies is not None and coach:
        raise UsageError("--coach is for calls played live; with --replies nobody is there to be coached.")
    asked = Asked(voice, model, url, allow_remote)
    if replies is not None:
        rough = intensity or Intensity.REAL  # never the settings: the same file gives the same bytes for everybody
        return play_replies(scenario, replies, seed=seed, intensity=rough, as_json=as_json, after=after, language=language, rubric=rubric, asked=asked)
    if as_json:
        raise UsageError("--json needs --replies FILE.", "Calls played live are told by: coolhead attempts --json")
    return play_live(
        scenario,
        seed=seed,
        intensity=intensity,
        plain=plain or bool(context.obj),
        after=after,
        language=language,
        rubric=rubric,
        coach=coach,
        asked=asked,
    )


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
    context: typer.Context,
    attempt: Annotated[str, typer.Argument(metavar="ATTEMPT|FILE", help="A kept attempt, or a transcript's file.")],
    turn: Annotated[int | None, typer.Option("--turn", help="The rep's turn to take again; without it, the turns are listed.")] = None,
    replies: Annotated[
        Path | None, typer.Option("--replies", help="What to say and do from that turn on; - is stdin. Without it you play on yourself, in a terminal.")
    ] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Keep the other future as a further try at the attempt; the first one still counts.")] = False,
    tree: Annotated[bool, typer.Option("--tree", help="Show all tries at this call.")] = False,
    plain: Plain = False,
    compare: Annotated[bool, typer.Option("--compare", help="Set a kept further try beside the one it branches from.")] = False,
    as_json: AsJson = False,
    scenario: WithScenario = None,
) -> int:
    """Take a turn again: the other way the call could have gone, both side by side; and the tree of tries."""
    from trainer.subcommands.rewinding import compare_try, list_turns, play_again, rewind_to, show_tree, wants_to_play

    if tree + compare + (turn is not None or replies is not None) > 1:
        raise UsageError("--tree, --compare and --turn are three different things.", "Give one of them.")
    if tree or compare:
        return (show_tree if tree else compare_try)(attempt, as_json=as_json)
    if turn is None and replies is None and not keep:
        return list_turns(attempt, scenario, as_json=as_json)
    if turn is not None and replies is None and not keep and not as_json and wants_to_play():
        return play_again(attempt, turn, plain=plain or bool(context.obj))
    if turn is None or replies is None:
        raise UsageError("--turn N and --replies FILE belong together.", "See the turns of a call with: coolhead rewind ATTEMPT")
    return rewind_to(attempt, turn, replies, scenario, keep=keep, as_json=as_json)


@app.command()
def attempts(
    as_json: AsJson = False,
    limit: Annotated[int, typer.Option("--limit", min=1, max=100_000, help="How many, newest first.")] = 20,
    disagreements: Annotated[bool, typer.Option("--disagreements", help="List the evidence trainees disagree with, and why.")] = False,
) -> int:
    """List past calls, newest first."""
    from trainer.subcommands.attempts import list_attempts
    from trainer.subcommands.debriefing import list_disagreements

    return (list_disagreements if disagreements else list_attempts)(limit=limit, as_json=as_json)


@app.command()
def debrief(
    context: typer.Context,
    attempt: Annotated[str, typer.Argument(help="The attempt's id or its beginning; the newest finished one if left out.")] = "",
    plain: Plain = False,
    as_json: AsJson = False,
    second_opinion: SecondOpinion = False,
) -> int:
    """Open the debrief of a call played before."""
    from trainer.subcommands.debriefing import debrief_attempt

    return debrief_attempt(attempt, plain=plain or bool(context.obj), as_json=as_json, second_opinion=second_opinion)


@app.command()
def read(as_json: AsJson = False, scenario: WithScenario = None) -> int:
    """Read replies from stdin, one JSON object a line, and print what was understood of each."""
    from trainer.subcommands.reading import read_lines

    return read_lines(scenario, as_json=as_json)


@app.command()
def score(
    context: typer.Context,
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE|FOLDER", help="Transcripts: ours, JSON, JSON lines or a chat log, or folders of them; - is stdin.")
    ],
    as_json: AsJson = False,
    scenario: WithScenario = None,
    reread: Annotated[
        bool, typer.Option("--reread", help="Read our own transcripts again with today's reader; without it they keep the reading they were played with.")
    ] = False,
    jobs: Annotated[int | None, typer.Option("--jobs", min=1, max=256, help="Processes to share the work; all cores where there is enough of it.")] = None,
    out: Annotated[
        list[Path] | None,
        typer.Option(
            "--out", metavar="FILE", help="Write the results there; the ending says the form: .jsonl, .json, .csv or .html. May be given several times."
        ),
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with what stands in --out; nothing that is scored is scored again.")] = False,
    cluster: Annotated[bool, typer.Option("--cluster", help="Share the work on a Ray cluster: the one RAY_ADDRESS names, or this machine's.")] = False,
    plain: Plain = False,
    rubric: WithRubric = None,
) -> int:
    """Score transcripts, ours or any other chat; whole folders of them too."""
    from trainer.subcommands.judging import score_files

    plain = plain or bool(context.parent and context.parent.params.get("plain"))
    return score_files(files, scenario, reread=reread, as_json=as_json, jobs=jobs, out=out or (), resume=resume, cluster=cluster, plain=plain, rubric=rubric)


@app.command()
def check(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Scenario files, or folders of them.")],
    quick: Annotated[bool, typer.Option("--quick", help="Only read the files; do not play them.")] = False,
    golden: Annotated[bool, typer.Option("--golden", help="Golden replies must stand beside each, as in a library.")] = False,
    as_json: AsJson = False,
) -> int:
    """Check scenario files, play them, and name every fault with its line."""
    from trainer.subcommands.checking import check_paths

    return check_paths(paths, quick=quick, golden=golden, as_json=as_json)


@app.command()
def preview(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="The scenario file you are writing.")],
    seed: Annotated[int, typer.Option("--seed", help="The same seed gives the same customer.")] = 0,
    intensity: Annotated[Intensity, typer.Option("--intensity", help="How rough the customer may get.")] = Intensity.REAL,
    plain: Plain = False,
    replies: Annotated[Path | None, typer.Option("--replies", metavar="FILE", help="Begin with these replies.")] = None,
) -> int:
    """Play a scenario while you write it: each time its file is saved, the call so far is played again."""
    from trainer.subcommands.previewing import preview_file

    return preview_file(file, replies, seed=seed, intensity=intensity, plain=plain or bool(context.obj))


@app.command()
def explain(
    code: Annotated[str, typer.Argument(metavar="[CODE]", help="A problem code as coolhead check prints it, such as CH054.", show_default=False)] = "",
    markdown: Annotated[bool, typer.Option("--markdown", help="Every page, as docs/problems.md has them.")] = False,
    as_json: AsJson = False,
) -> int:
    """Explain a problem code, with a wrong and a right example; without one, list them all."""
    from trainer.subcommands.explaining import explain_code

    return explain_code(code, as_json=as_json, markdown=markdown)


@app.command()
def golden(
    scenarios: Annotated[list[str] | None, typer.Argument(metavar="[ID|FILE|FOLDER]...", help="Whose golden replies to play; all at hand if left out.")] = None,
    rubric: Annotated[Path | None, typer.Option("--rubric", metavar="FILE", help="Judge by this rubric instead of the shipped one.")] = None,
    save: Annotated[Path | None, typer.Option("--save", metavar="FILE", help="Keep the figures.")] = None,
    against: Annotated[Path | None, typer.Option("--against", metavar="FILE", help="Show what has changed since figures were kept.")] = None,
    as_json: AsJson = False,
) -> int:
    """Play the typed reps beside scenarios, and hold them against the order expected."""
    from trainer.subcommands.golden import play_golden

    return play_golden(scenarios or [], rubric, save=save, against=against, as_json=as_json)


@app.command()
def par(scenarios: FindParFor, write: WritePar = False, as_json: AsJson = False) -> int:
    """Find the shortest call in which an expert hears everything and reaches the best outcome."""
    from trainer.subcommands.pars import show_pars

    return show_pars(scenarios, write=write, as_json=as_json)


@app.command()
def simulate(
    scenarios: Annotated[list[str] | None, typer.Argument(metavar="[ID|FILE|FOLDER]...", help="What to simulate; everything at hand if left out.")] = None,
    players: Annotated[str, typer.Option("--players", help="Scripted reps by name, with commas between; or all.")] = "all",
    plays: Annotated[int, typer.Option("--plays", min=1, max=1_000_000, help="Calls each of them plays.")] = 200,
    seed: Annotated[int, typer.Option("--seed", help="The first call's seed; the same seed gives the same report.")] = 0,
    read: Annotated[bool, typer.Option("--reader", help="Let the reader read the words, instead of giving it the acts. Much slower.")] = False,
    jobs: Annotated[int, typer.Option("--jobs", min=0, max=256, help="Processes to share the work; all cores if 0.")] = 0,
    as_json: AsJson = False,
) -> int:
    """Let scripted reps of every kind play scenarios many times, and report what came of it."""
    from trainer.subcommands.simulating import simulate_named

    return simulate_named(scenarios or [], players=players, plays=plays, seed=seed, read=read, jobs=jobs, as_json=as_json)


@app.command()
def graph(
    scenario: Annotated[str, typer.Argument(metavar="FILE|ID", help="A scenario file, or the id of one at hand.")],
    form: Annotated[
        Form | None, typer.Option("--format", help="A picture, or text for wikis that draw Mermaid; by the name of --output where left out.")
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Where it goes: a file, a folder, or - for stdout; ID.svg here if left out.")] = None,
) -> int:
    """Draw a scenario on one sheet: concerns, facts, desk, outcomes, and how they hang together."""
    from trainer.subcommands.graphing import draw

    return draw(scenario, form, output)


@app.command()
def new(
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="What it is called; its file is named after it.", show_default=False)] = "",
    letter: Annotated[Path | None, typer.Option("--from", metavar="LETTER.txt", help="Start from a letter of complaint, a plain text file.")] = None,
    output: Annotated[Path, typer.Option("--output", metavar="FOLDER", help="Where to write it.")] = Path(),
    yes: Annotated[bool, typer.Option("--yes", help="Ask nothing: take what the letter or the example says.")] = False,
    trade: Trade = "",
) -> int:
    """Begin a scenario of your own: answer a few questions, get a file that plays."""
    from trainer.subcommands.creating import new_scenario

    return new_scenario(name, letter, output, yes=yes, trade=trade)


@app.command()
def schema(
    output: Annotated[Path | None, typer.Option("--output", metavar="FILE", help="Write it to a file.")] = None,
    voice: Annotated[bool, typer.Option("--voice", help="For voice files.")] = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="A reference of every key to read, instead of the schema.")] = False,
) -> int:
    """Print the JSON Schema of scenario files, with which an editor completes and checks them."""
    from trainer.subcommands.schemas import give_schema

    return give_schema(output, voice=voice, markdown=markdown)


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


@app.command()
def doctor(as_json: AsJson = False) -> int:
    """Say what is installed, what is missing, and the command that adds it."""
    from trainer.subcommands.doctor import examine

    return examine(as_json=as_json)
