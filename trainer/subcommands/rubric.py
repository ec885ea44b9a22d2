"""``coolhead rubric``: see by what calls are judged, begin a rubric of one's own, check it, see what it changes, and use it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from scenarios.problems import Problem, Severity
from scoring.overlay import changes
from scoring.reading import default_reader
from scoring.rubric import Rubric, load_rubric
from trainer.authoring.golden import golden_folder, reps_in
from trainer.authoring.rubric.beginning import begun
from trainer.authoring.rubric.comparing import Compared, compared
from trainer.authoring.rubric.showing import as_dict, change_words, rubric_lines
from trainer.authoring.writing import put
from trainer.errors import ContentError, Exit, PrerequisiteError, UsageError, say
from trainer.finding import files_named
from trainer.records.locations import site_rubric
from trainer.rubrics import checked, rubric_from, rubric_in_use, rubric_of_site
from trainer.subcommands.output import emit, tell
from trainer.subcommands.progress import progress
from trainer.text import safe_text
from trainer.words import count

DEFAULT = "default"
"""What stands for the shipped rubric; a file of this name is ``./default``."""


def show_rubric(file: Path | None, *, as_json: bool) -> int:
    """Print the rubric in use here, or the one in a file."""
    rubric = rubric_from(file) if file else rubric_in_use()
    differs = changes(load_rubric(), rubric)
    if as_json:
        emit(as_dict(rubric, differs))
    else:
        for line in rubric_lines(rubric, differs):
            tell(line)
    return Exit.DONE


def new_rubric(file: Path) -> int:
    """Begin a rubric in ``file``."""
    if not put(file, begun(file)):
        raise UsageError(f"There is a file {safe_text(str(file))} already.", "Give the new one another name.")
    tell(str(file))
    say(f"Take the # away from what you want to change, then: coolhead rubric check {safe_text(str(file))}")
    return Exit.DONE


def check_rubric(file: Path, *, as_json: bool) -> int:
    """Print everything wrong with a rubric. Exit code 1 when there is any fault that is not only a warning."""
    _, problems = checked(file)
    if as_json:
        emit([problem.as_dict() for problem in problems])
    _tell_problems(() if as_json else problems)
    serious = sum(problem.severity is Severity.ERROR for problem in problems)
    say(f"{count(serious, 'fault')}, {count(len(problems) - serious, 'warning')}.")
    if problems and not as_json:
        say(f"More about a code, with an example: coolhead explain {problems[0].code}")
    return Exit.FAULTS if serious else Exit.DONE


def diff_rubric(file: Path, named: Sequence[str], *, as_json: bool) -> int:
    """Print what a rubric changes on the typed calls beside scenarios. Exit code 1 when an order that held no longer does."""
    base, rubric = load_rubric(), rubric_from(file)
    differs = changes(base, rubric)
    files = [found for found in files_named(named) if reps_in(golden_folder(found))] if differs else []
    if differs and not files:
        raise UsageError("There are no golden replies beside these scenarios.", "Leave the names out to take all that are at hand.")
    if not as_json:
        tell(f"{rubric.version} against {base.version}:")
        for change in differs:
            tell(f"  {change_words(change)}")
        tell()
    done: list[Compared] = []
    many = sum(len(reps_in(golden_folder(found))) for found in files)
    if many:
        say(
            f"Playing {count(many, 'typed rep')} of {count(len(files), 'scenario')}, a minute or two for all that ship; what moves is told scenario by scenario …"
        )
    with progress(len(files), "Playing") as on_done:
        for one in compared(files, base, rubric, on_done):
            done.append(one)
            if not as_json:
                _tell_compared(one)
    if as_json:
        found = {"rubric": rubric.version, "against": base.version, "reader": default_reader().version}
        emit({**found, "changes": as_dict(rubric, differs)["changes"], "scenarios": [one.as_dict() for one in done]})
    spoilt, mended = sum(len(one.broken) for one in done), sum(len(one.mended) for one in done)
    say(_summed_up(done))
    say(f"{count(spoilt, 'order')} broken, {mended} mended." if done else f"{rubric.version} changes nothing.")
    return Exit.FAULTS if spoilt else Exit.DONE


def use_rubric(name: str) -> int:
    """Judge by the rubric in a file from now on, or by the shipped one again."""
    place = site_rubric()
    if name == DEFAULT:
        place.unlink(missing_ok=True)
        say(f"Calls are judged by the shipped rubric, {load_rubric().version}.")
        return Exit.DONE
    file = Path(name.replace("\0", ""))
    rubric, problems = checked(file)
    _tell_problems(problems)
    if rubric is None:
        raise ContentError("This rubric is not used, for it has faults.", "Nothing has changed.")
    _refuse_same_name(rubric)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        fresh = place.with_suffix(".new")
        fresh.write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
        os.replace(fresh, place)
    except OSError as error:
        raise PrerequisiteError(f"{place} cannot be written: {error.strerror}.", "Free some space, or let the folder be written to.") from error
    say(f"Calls are judged by {rubric.version} on this computer. Scores by another rubric are not to be compared with these.")
    say("It was copied; after changing the file use it again. Back to the shipped one: coolhead rubric use default")
    return Exit.DONE


def _refuse_same_name(rubric: Rubric) -> None:
    """Two rubrics that judge otherwise must not bear one version, or their scores could be compared."""
    try:
        now = rubric_of_site()
    except ContentError:
        return
    if now and now.version == rubric.version and changes(now, rubric):
        raise ContentError(f"Calls here are judged by {now.version} already, and this one differs from it.", "Raise 'version' in the file.")


def _tell_problems(problems: Sequence[Problem]) -> None:
    for problem in problems:
        tell(str(problem))


def _tell_compared(one: Compared) -> None:
    moved = {rep: {d: m for d, m in dimensions.items() if m.is_moved} for rep, dimensions in one.reps.items()}
    if not any(moved.values()) and not one.broken and not one.mended:
        return
    tell(f"{one.title} ({one.scenario})")
    for rep, dimensions in moved.items():
        for dimension, change in dimensions.items():
            causes = "; ".join(f"{cause.rule} {cause.before:g} to {cause.after:g}" for cause in change.causes[:3])
            tell(f"  {rep}: {dimension} {change.before:g} to {change.after:g}" + (f" ({causes})" if causes else ""))
    for words in one.broken:
        tell(f"  ! no longer in order: {words}")
    for words in one.mended:
        tell(f"  now in order: {words}")
    tell()


def _summed_up(done: Sequence[Compared]) -> str:
    moved = [m for one in done for dimensions in one.reps.values() for m in dimensions.values() if m.is_moved]
    blame = Counter(m.causes[0].rule for m in moved if m.causes)
    most = f", most by {blame.most_common(1)[0][0]}" if blame else ""
    reps = count(sum(len(one.reps) for one in done), "typed rep")
    return f"{reps} of {count(len(done), 'scenario')}: {count(len(moved), 'score')} moved{most}."
