"""``coolhead par``: the expert's listening path through a scenario, found by search, and the line to write into the file."""

from __future__ import annotations

from collections.abc import Sequence

from scenarios.problems import listed
from trainer.authoring.par import SEEDS, best_path, par_of
from trainer.authoring.par_lines import refuse_by_id, write_par
from trainer.errors import Exit, say
from trainer.finding import files_named, scenario_named
from trainer.players.speech import Turn
from trainer.subcommands.output import emit, tell
from trainer.text import safe_line
from trainer.words import count


def show_pars(named: Sequence[str], *, write: bool = False, as_json: bool) -> int:
    """Print par and one path for each scenario, and write it into the file where that is asked for. Exit code 1 when one has no honest path to its best outcome."""
    without = 0
    files = files_named(named)
    if write:
        refuse_by_id(named)
    for file in files:
        scenario = scenario_named(str(file))
        par, path = par_of(scenario), best_path(scenario, SEEDS[0])
        without += par is None
        if as_json:
            found = {"replies": par.replies, "minutes": par.minutes} if par else None
            steps = [{"do": [do.action for do in turn.do], "say": _words(turn)} for turn in path.turns] if path else None
            wrote = {"written": write_par(file, par)} if write and par else {}
            ends = {"outcome": path.outcome if path else None, "not_heard": list(path.unheard) if path else []}
            emit({"scenario": scenario.scenario, "par": found, **ends, "path": steps, **wrote})
            continue
        tell(f"{scenario.title} ({scenario.scenario})")
        if par is None or path is None:
            tell("  No honest path to the best outcome was found.")
            continue
        tell(f"  par: {{replies: {par.replies}, minutes: {par.minutes:g}}}")
        for number, turn in enumerate(path.turns, 1):
            for do in turn.do:
                tell(f"     /{do.action}{f' {do.amount}' if do.amount else ''}")
            tell(f"  {number:>2} {_words(turn)}")
        if path.unheard:
            tell(f"  No path was found that also takes up {listed(path.unheard)}: a call that hears it takes longer. See that the customer gets to say it.")
        if write:
            tell(f"  Written into {safe_line(str(file))}." if write_par(file, par) else f"  {safe_line(str(file))} says so already.")
        tell()
    if without:
        say(f"{count(without, 'scenario')} without an honest path to the best outcome.")
    return Exit.FAULTS if without else Exit.DONE


def _words(turn: Turn) -> str:
    return " ".join(clause.text for clause in turn.say)
