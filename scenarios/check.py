"""Every fault of a scenario or voice file at once: its layout, the shape of its values, and whether it makes sense.

This is the one door to all checks. ``load`` goes through it too, so what loads is exactly what checks without errors.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path

from scenarios.assembling import assemble
from scenarios.beside import Beside
from scenarios.beside import read_text as read_text
from scenarios.checks.call_backs import call_back
from scenarios.checks.references import principles, references, voices
from scenarios.checks.sense import RULES, said_twice
from scenarios.checks.shape import validate
from scenarios.checks.slips import SLIPS
from scenarios.checks.tree import one
from scenarios.edition import with_edition
from scenarios.incident import faults_of, with_incident
from scenarios.model import Scenario, Voice
from scenarios.problems import MAX_PROBLEMS, Code, Problem, Severity, fault, shown
from scenarios.shelf import voice_ids
from scenarios.strings import TOP, entries_in, unknown_texts
from scenarios.variants import told
from scenarios.written import ID
from scenarios.yaml_source import Source, read_source


def check_text(text: str, name: str, *, known_voices: Collection[str] | None = None) -> list[Problem]:
    """Everything wrong with a scenario's text, in the order of its lines. Never raises.

    ``name`` is the file's name for the messages. ``known_voices`` are the voices at hand, by default those shipped.
    """
    return examine(text, name, known_voices)[1]


def check_file(path: Path, *, known_voices: Collection[str] | None = None) -> list[Problem]:
    """Everything wrong with a scenario file, unreadable ones included. Never raises."""
    text = read_text(path)
    return [text] if isinstance(text, Problem) else check_text(text, str(path), known_voices=known_voices)


def check_incident_text(text: str, name: str) -> list[Problem]:
    """Everything wrong with an incident's text, as far as it can be told without a scenario."""
    return _in_order(faults_of(read_source(text, name)), shown(name, 300))


def check_incident_file(path: Path) -> list[Problem]:
    """Everything wrong with an incident file."""
    text = read_text(path)
    return [text] if isinstance(text, Problem) else check_incident_text(text, str(path))


def check_strings_file(path: Path, scenario: Path, language: str) -> list[Problem]:
    """Everything wrong with a strings file: its shape, texts its scenario does not have, and translations that cannot be played."""
    text = read_text(scenario)
    if isinstance(text, Problem):
        return [text]
    beside = Beside.of(str(scenario))
    base, _ = with_incident(read_source(text, str(scenario)), beside)
    strings = beside.source(path.name, top=TOP)
    if base is None or base.data is None or strings is None:
        return []  # told where the scenario is checked
    _, problems = examine_rows(text, str(scenario), beside=beside, language=language)
    found = [problem for problem in problems if problem.file == shown(strings.name, 300)]
    entries, _ = entries_in(strings, language)
    return _in_order([*found, *unknown_texts(base, strings, entries)], shown(strings.name, 300))


def check_voice_text(text: str, name: str) -> list[Problem]:
    """Everything wrong with a voice's text."""
    return examine_voice(text, name)[1]


def check_voice_file(path: Path) -> list[Problem]:
    """Everything wrong with a voice file."""
    text = read_text(path)
    return [text] if isinstance(text, Problem) else check_voice_text(text, str(path))


def examine(text: str, name: str, known_voices: Collection[str] | None = None) -> tuple[Scenario | None, list[Problem]]:
    """The scenario, if its values have the right shape, and all problems; it may be used when none is an error.

    Of a file with variants it is the first row; all of them are in ``examine_rows``.
    """
    rows, problems = examine_rows(text, name, known_voices)
    return (rows[0] if rows else None), problems


def examine_rows(
    text: str, name: str, known_voices: Collection[str] | None = None, beside: Beside | None = None, language: str | None = None
) -> tuple[tuple[Scenario, ...], list[Problem]]:
    """Every way to play the file, if each has values of the right shape, and all problems.

    ``beside`` are the files it may lean on, by default those in the folder its name says; in one of them are its words in
    ``language``.
    """
    beside = beside or Beside.of(name)
    whole = assemble(read_source(text, name), beside, language)
    at_hand = voice_ids() if known_voices is None else known_voices
    found: list[Scenario] = []
    by_row: list[list[Problem]] = []
    for n, source in enumerate(whole.rows):
        scenario, problems = _examined(source, at_hand)
        by_row.append(problems)
        if scenario:
            edition = whole.edition(n)
            found.append(with_edition(scenario, edition) if edition else scenario)
    problems = told(whole.source, by_row, whole.problems) if by_row else []
    return (tuple(found) if len(found) == len(whole.rows) else ()), _in_order(
        [*whole.problems, *problems, *(_some(call_back(whole.source, beside)) if by_row else ())], shown(name, 300)
    )


def _examined(source: Source, known_voices: Collection[str]) -> tuple[Scenario | None, list[Problem]]:
    """One way to play a file: the scenario, if its values have the right shape, and what is wrong in it."""
    found, problems = validate(source, Scenario)
    problems += [*_some(references(source)), *_some(principles(source)), *_file_name(source, "scenario")]
    problems += voices(source, known_voices) if known_voices else ()
    problems += [problem for rule in (*RULES, *SLIPS) for problem in _some(rule(source))]
    return found, problems


def examine_voice(text: str, name: str) -> tuple[Voice | None, list[Problem]]:
    """The voice, if its values have the right shape, and all problems."""
    source = read_source(text, name)
    found, problems = validate(source, Voice)
    problems = [*source.problems, *problems]
    if source.data is not None:
        problems += [*_file_name(source, "voice"), *_some(said_twice(source))]
    return found, _in_order(problems, shown(name, 300))


def has_errors(problems: Collection[Problem]) -> bool:
    """Whether any problem keeps the file from loading."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def _file_name(source: Source, key: str) -> list[Problem]:
    """A file that does not bear its id. Names that are no files (``<text>``, none) are passed over."""
    path, id_ = Path(source.name.replace("\0", "")), one(source.data, key)
    if path.suffix not in (".yaml", ".yml") or not id_ or path.stem == id_ or not ID.match(id_):
        return []
    return [fault(Code.FILE_NAME, source.name, source.at((key,)), f"The file is called '{shown(path.name)}', and its id is '{shown(id_)}'.")]


def _some(problems: Iterator[Problem]) -> Iterator[Problem]:
    """As many as anybody mends in one go; the rest is not even looked for."""
    return islice(problems, MAX_PROBLEMS)


def _in_order(problems: list[Problem], name: str) -> list[Problem]:
    """The file's own first, by line; each told once. A name that refers to nothing is not told again for the way it is written."""
    nothing = {(problem.file, problem.line, problem.column) for problem in problems if Code.UNKNOWN_OUTCOME <= problem.code <= Code.UNKNOWN_VOICE}
    kept = [problem for problem in problems if problem.code is not Code.BAD_ID or (problem.file, problem.line, problem.column) not in nothing]
    once = {(problem.file, problem.line, problem.column, problem.code): problem for problem in reversed(kept)}
    return sorted(once.values(), key=lambda problem: (problem.file != name, problem.file, problem.line, problem.column, problem.code))
