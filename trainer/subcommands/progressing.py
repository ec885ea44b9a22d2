"""``coolhead today`` and ``coolhead progress``: in the view asked for, as JSON, as a page; and how a group spreads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from trainer.errors import Exit, PrerequisiteError, UsageError, say
from trainer.opening import open_game
from trainer.subcommands.output import emit, tell
from trainer.text import safe_line
from trainer.words import count


def show_today(*, plain: bool, as_json: bool) -> int:
    """What is due."""
    if not as_json:
        return open_game(plain=plain, mode="today")
    from trainer.practice.asking import today_now
    from trainer.practice.plan import as_dict
    from trainer.subcommands.attempts import open_store

    with open_store() as store:
        found, changed = today_now(store, datetime.now().astimezone())
    emit({**as_dict(found), "changed": [{"skill": skill.id, "before": before, "now": now} for skill, before, now in changed]})
    return Exit.DONE


def show_progress(page: Path | None, *, plain: bool, as_json: bool) -> int:
    """How far each skill has come."""
    if not (as_json or page):
        return open_game(plain=plain, mode="progress")
    from trainer.practice.asking import progress_now
    from trainer.practice.progress import as_dict
    from trainer.subcommands.attempts import open_store

    now = datetime.now().astimezone()
    with open_store() as store:
        found = progress_now(store, now)
    if page:
        from trainer.practice.page import as_page

        _write(page, as_page(found, now.tzinfo))
    if as_json:
        emit(as_dict(found))
    return Exit.DONE


def show_cohort(named: Sequence[Path], *, as_json: bool) -> int:
    """How a group spreads over each skill, from files or folders of them."""
    from trainer.practice.cohort import LEAST, LOW, as_dict, handed_over, spreads

    files, left_out = handed_over(named)
    for line in left_out:
        say(safe_line(line))
    found = spreads(files)
    if as_json:
        emit(as_dict(found, len(files)))
        return Exit.DONE
    for one in found:
        if one.middle is None:
            tell(f"{one.skill.title}: measured for {count(one.measured, 'learner')}, and told from {LEAST} on.")
        else:
            spread = f"the middle one at {one.middle:.0f}, all from {one.lowest:.0f} to {one.highest:.0f}"
            tell(f"{one.skill.title}: {spread}; {one.below} of {one.measured} below {LOW}.")
    say(f"{count(len(files), 'learner')}, unnamed. Levels are of 100, as each learner's own progress gives them.")
    return Exit.DONE


def _write(page: Path, text: str) -> None:
    """Whole or not at all, and never in the place of another file."""
    name = safe_line(str(page))
    try:
        with page.open("x", encoding="utf-8", errors="replace", newline="\n") as stream:
            stream.write(text)
    except FileExistsError as error:
        raise UsageError(f"There is a file {name} already.", "Name another with --html.") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "its name cannot be used"
        raise PrerequisiteError(f"{name} cannot be written: {reason}.", "Name another with --html.") from error
    say(f"Written: {name}. Nothing was sent anywhere.")
