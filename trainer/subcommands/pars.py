"""``coolhead par``: the expert's listening path through a scenario, found by search, and the line to write into the file."""

from __future__ import annotations

from collections.abc import Sequence

from trainer.authoring.par import SEEDS, best_path, par_of
from trainer.errors import Exit, say
from trainer.finding import scenarios_named
from trainer.players.speech import Turn
from trainer.subcommands.output import emit, tell
from trainer.words import count


def show_pars(named: Sequence[str], *, as_json: bool) -> int:
    """Print par and one path for each scenario. Exit code 1 when one has no honest path to its best outcome."""
    without = 0
    for scenario in scenarios_named(named):
        par, path = par_of(scenario), best_path(scenario, SEEDS[0])
        without += par is None
        if as_json:
            found = {"replies": par.replies, "minutes": par.minutes} if par else None
            steps = [{"do": [do.action for do in turn.do], "say": _words(turn)} for turn in path.turns] if path else None
            emit({"scenario": scenario.scenario, "par": found, "outcome": path.outcome if path else None, "path": steps})
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
        tell()
    if without:
        say(f"{count(without, 'scenario')} without an honest path to the best outcome.")
    return Exit.FAULTS if without else Exit.DONE


def _words(turn: Turn) -> str:
    return " ".join(clause.text for clause in turn.say)
