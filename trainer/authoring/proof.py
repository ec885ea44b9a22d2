"""What shows only when a scenario is played: the rules of ``coolhead check`` that need an engine, a reader and golden replies."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from scenarios.beside import read_text
from scenarios.library import find
from scenarios.model import Beat, Scenario
from scenarios.principles import PRINCIPLES
from scenarios.problems import Code, Problem, ScenarioProblems, fault, listed, shown
from scenarios.yaml_source import Source, read_source
from scoring.rubric import Kind, load_rubric
from trainer.authoring import unlocking
from trainer.authoring.examples import examples
from trainer.authoring.golden import broken, expected_in, golden_folder, missing, reps_in, scores_of
from trainer.authoring.opening_move import OPENINGS, met_at_once
from trainer.authoring.par import best_path, can_be_reached, par_of
from trainer.authoring.trials import try_out
from trainer.errors import ContentError
from trainer.finding import own_folders
from trainer.players.roster import PLAYERS

PLAYS = 30
"""Plays by each player; what never comes about in them will hardly come about in a call."""

_PLACED = re.compile(r"(?P<file>.+):(?P<line>\d+): (?P<words>.+)")
"""How a fault of a replies file begins."""

FAR = 2.0
"""How many times the par that is found a stated par may be, either way."""


def prove(file: Path, *, golden: bool) -> list[Problem]:
    """Everything wrong with a scenario file that has passed the plain checks. ``golden``: its golden replies must be there.

    Raises ScenarioProblems when the file cannot be loaded after all.
    """
    text = read_text(file)
    if isinstance(text, Problem):
        raise ScenarioProblems([text])
    source = read_source(text, str(file))
    scenario = find(file, own_folders())
    problems = [*_promises(source, scenario), *_plays(source, scenario), *_pars(source, scenario), *examples(source, scenario)]
    problems += _golden(source, scenario, golden_folder(file), wanted=golden)
    return sorted(problems, key=lambda problem: (problem.line, problem.column, problem.code))


def _promises(source: Source, scenario: Scenario) -> Iterator[Problem]:
    """Outcomes that need what the desk always turns down."""
    desk = scenario.desk.actions

    def turned_down(name: str, above: tuple[str, ...] = ()) -> str | None:
        if name not in desk or name in above:
            return None
        return name if desk[name].refused else next((no for need in desk[name].needs if (no := turned_down(need, (*above, name)))), None)

    for name, outcome in scenario.outcomes.items():
        for need in outcome.needs:
            if no := turned_down(need):
                at = source.key_at(("outcomes", name, "needs"))
                yield fault(
                    Code.PROMISE_NOBODY_CAN_KEEP, source.name, at, f"'{shown(name)}' needs '{shown(need)}', and the desk always turns '{shown(no)}' down."
                )


def _plays(source: Source, scenario: Scenario) -> Iterator[Problem]:
    """What never came about in plays by reps of every kind."""
    seen = Counter[str]()
    for player in PLAYERS:
        seen.update(try_out(scenario, player, range(PLAYS)).seen)
    total, rubric = PLAYS * len(PLAYERS), load_rubric()
    for number, beat in enumerate(scenario.beats):
        if not seen[f"beat {beat.id}"] and beat.intensity != "raw" and not _after_a_note(scenario, beat):
            at = source.key_at(("beats", number, "when"))
            yield fault(
                Code.BEAT_NEVER_COMES, source.name, at, _with(f"The moment '{shown(beat.id)}' never came in {total} plays.", unlocking.for_beat(scenario, beat))
            )
    for number, concern in enumerate(scenario.concerns):
        if not seen[f"voiced {concern.id}"] and not seen[f"heard {concern.id}"]:
            at = source.at(("concerns", number))
            yield fault(Code.CONCERN_NEVER_COMES_UP, source.name, at, f"'{shown(concern.id)}' never came up in {total} plays.{_why_unsaid(scenario, number)}")
    for name in scenario.acceptable:
        if not seen[f"agreed {name}"] and scenario.outcomes[name].worth > 0 and not can_be_reached(scenario, name):
            yield fault(
                Code.OUTCOME_NEVER_TAKEN,
                source.name,
                source.key_at(("outcomes", name)),
                _with(f"'{shown(name)}' was never taken in {total} plays, nor on any path looked for.", unlocking.for_outcome(scenario, name)),
            )
    for number, principle in enumerate(scenario.practises):
        rules = [rule for rule in PRINCIPLES[principle].rules if rubric.criterion(rule).kind is not Kind.CAP] if principle in PRINCIPLES else []
        if rules and not any(seen[f"rule {rule}"] for rule in rules):
            at = source.at(("practises", number))
            words = f"Nothing in {total} plays let '{principle}' ({PRINCIPLES[principle].words}) be judged; it is scored by {listed(rules)}."
            yield fault(Code.PRINCIPLE_NOT_EXERCISED, source.name, at, words)
    settled = met_at_once(scenario)
    if settled and scenario.level > 1:  # a first call may be as easy as that
        at = source.key_at(("customer", "temper"))
        words = f"{settled} of {OPENINGS} calls were settled by the first reply, with nobody heard."
        yield fault(Code.MET_BY_OPENING_MOVE, source.name, at, _with(words, unlocking.for_first_reply(scenario)))


def _after_a_note(scenario: Scenario, beat: Beat) -> bool:
    """Whether it waits for what no scripted rep does at the desk: they write no notes, so their plays say nothing of it."""
    action = scenario.desk.actions.get(beat.when.done or "")
    return action is not None and action.kind == "note" and not action.refused


def _with(said: str, more: str) -> str:
    return f"{said} {more}" if more else said


def _why_unsaid(scenario: Scenario, number: int) -> str:
    concern, all_ = scenario.concerns[number], len(scenario.concerns)
    if concern.hidden and not any(beat.concern == concern.id for beat in scenario.beats):
        return " It is hidden, and no beat has 'concern: " + shown(concern.id) + "'."
    return f" It is number {number + 1} of {all_}, and the calls are over before." if number else ""


def _pars(source: Source, scenario: Scenario) -> Iterator[Problem]:
    """Whether an honest path leads to the best outcome, and whether the stated par is anywhere near it."""
    found = par_of(scenario)
    if found is None:
        if not any(best_path(scenario, seed) for seed in range(3, 8)):
            best = max(scenario.acceptable, key=lambda name: scenario.outcomes[name].worth)
            at = source.key_at(("outcomes", best))
            yield fault(Code.NO_HONEST_PATH, source.name, at, _with(f"No honest path leads this customer to '{shown(best)}'.", unlocking.for_best(scenario)))
        return
    stated = scenario.par
    if stated and not (found.replies / FAR <= stated.replies <= found.replies * FAR and found.minutes / FAR <= stated.minutes <= found.minutes * FAR):
        words = f"Par is stated as {stated.replies} replies and {stated.minutes:g} minutes; a search finds {found.replies} and {found.minutes:g}."
        yield fault(Code.PAR_OFF, source.name, source.at(("par",)), words)


def _golden(source: Source, scenario: Scenario, folder: Path, *, wanted: bool) -> Iterator[Problem]:
    reps = reps_in(folder)
    if wanted or reps:
        for lacking in missing(reps, folder):
            yield fault(
                Code.GOLDEN_MISSING,
                source.name,
                (1, 1),
                f"The golden replies lack {lacking}.",
                f"Put it into the folder {shown(folder.name)} beside the scenario; docs/authors.md shows each of these files.",
            )
    if not reps or not (folder / "expected.yaml").exists():
        return
    try:
        expected = expected_in(folder)
        scores = scores_of(scenario, folder)
    except ScenarioProblems as error:
        yield from error.problems
        return
    except ContentError as error:
        yield from _unplayable(source, error.sentence)
        return
    file = folder / "expected.yaml"
    text = read_text(file)
    order = read_source("" if isinstance(text, Problem) else text, str(file))
    for words in broken(expected, scores):
        about = words.partition(":")[0]
        yield fault(Code.GOLDEN_ORDER, str(file), order.key_at(("endings" if about == "ending" else about,)), words)


def _unplayable(source: Source, said: str) -> Iterator[Problem]:
    """Each line of what is wrong with a replies file, told in that file where it names it."""
    for line in said.split("\n"):
        placed = _PLACED.match(line)
        file, number, words = (placed["file"], int(placed["line"]), placed["words"]) if placed else (source.name, 1, line)
        yield fault(Code.GOLDEN_UNREADABLE, file, (number, 1), shown(words, 300))
