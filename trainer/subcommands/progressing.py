"""``coolhead today`` and ``coolhead progress``: in the view asked for, as JSON, as a page; and how a group spreads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from trainer.errors import Exit, say
from trainer.opening import open_game
from trainer.subcommands.handing_over import refuse_if_there, write_out
from trainer.subcommands.output import emit, tell
from trainer.text import safe_line

HTML = "--html"


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


def show_progress(page: Path | None, *, plain: bool, as_json: bool, replace: bool = False) -> int:
    """How far each skill has come."""
    if not (as_json or page):
        return open_game(plain=plain, mode="progress")
    from trainer.practice.asking import progress_now
    from trainer.practice.progress import as_dict
    from trainer.subcommands.attempts import open_store

    refuse_if_there(page, HTML, replace=replace)
    now = datetime.now().astimezone()
    with open_store() as store:
        found = progress_now(store, now)
    if page:
        from trainer.practice.page import as_page

        write_out(page, as_page(found, now.tzinfo).encode(errors="replace"), HTML, replace=replace)
    if as_json:
        emit(as_dict(found))
    return Exit.DONE


def show_cohort(named: Sequence[Path], page: Path | None = None, *, as_json: bool, replace: bool = False) -> int:
    """How a group spreads over each skill, from files or folders of them: in lines, as JSON, or as a page."""
    refuse_if_there(page, HTML, replace=replace)
    from trainer.practice.cohort import as_dict, handed_over, said_of, spread_line, spreads

    files, left_out = handed_over(named)
    for line in left_out:
        say(safe_line(line))
    found = spreads(files)
    if page:
        from trainer.practice.page import as_group_page

        write_out(page, as_group_page(found, len(files)).encode(errors="replace"), HTML, replace=replace)
    if as_json:
        emit(as_dict(found, len(files)))
    elif not page:
        for one in found:
            tell(f"{one.skill.title}: {spread_line(one)}")
        say(said_of(len(files)))
    return Exit.DONE
