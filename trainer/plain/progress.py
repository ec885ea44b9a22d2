"""Progress in the plain view: a line a skill, more of each on asking, and the drills of it. From a pipe the whole of it is told at once."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from trainer.drills.sets import skill_named
from trainer.errors import Exit, UsageError
from trainer.modes import mode_named, opener
from trainer.practice.asking import progress_now
from trainer.practice.levels import METHOD
from trainer.practice.progress import Progress
from trainer.practice.told import head_of_progress, own_lines, progress_lines, repair_lines, rest_lines, standing_lines, standing_words

if TYPE_CHECKING:
    from trainer.plain.view import PlainView

ASK = "Number or name of a skill for more, drill and its number, yourself, repair, all, or Enter to go back:"
HELP = (
    "A number or a skill's name: all there is to say of it. drill 3: drills of skill 3. list: the skills again.",
    "yourself: your own ratings beside the scores. repair: slips that you made good. how: what a level is. all: all of it.",
)


def progress(view: PlainView) -> int:
    """Tell how far each skill has come, the own view, the moments of repair."""
    now = datetime.now().astimezone()
    found = progress_now(view.records(), now)
    if not view.console.interactive or not (found.calls or found.drills):
        view.console.tell_all(progress_lines(found, now.tzinfo, METHOD))
        return Exit.DONE
    _tell_short(view, found)
    while answer := view.console.choose(ASK, HELP):
        word, _, rest = answer.lower().partition(" ")
        if word in ("drill", "drills") and (mode := mode_named("drill")):
            opener(mode.plain)(view, **({"wanted": rest.strip()} if rest.strip() else {}))
            now = datetime.now().astimezone()
            found = progress_now(view.records(), now)
            view.console.tell("Progress.")
        else:
            _tell(view, found, now, answer)
    return Exit.DONE


def _tell_short(view: PlainView, found: Progress) -> None:
    """A line a skill, by the number it has among the drills too."""
    view.console.tell(head_of_progress(found))
    view.console.tell_all(f"{number}. {one.skill.title}: {standing_words(one)}." for number, one in enumerate(found.skills, 1) if one.last is not None)
    view.console.tell_all(rest_lines(found))


def _tell(view: PlainView, found: Progress, now: datetime, answer: str) -> None:
    """More of what is asked for."""
    tell, word = view.console.tell_all, answer.lower()
    if word == "list":
        _tell_short(view, found)
    elif word == "all":
        tell(progress_lines(found, now.tzinfo, METHOD))
    elif word == "how":
        tell((METHOD,))
    elif word in ("yourself", "myself", "own"):
        tell(own_lines(found))
    elif word == "repair":
        tell(repair_lines(found, now.tzinfo))
    else:
        try:
            wanted = found.skills[int(word) - 1].skill.id if word in map(str, range(1, len(found.skills) + 1)) else skill_named(word)
            tell(line for one in found.skills if one.skill.id == wanted for line in standing_lines(one, found.day, now.tzinfo))
        except UsageError:
            view.console.aside(f"There is nothing under '{answer[:40]}' here. Type list for the skills, or help.")
