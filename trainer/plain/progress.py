"""Progress in the plain view: the whole of it as sentences, told once."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from trainer.errors import Exit
from trainer.practice.asking import progress_now
from trainer.practice.levels import METHOD
from trainer.practice.told import progress_lines

if TYPE_CHECKING:
    from trainer.plain.view import PlainView


def progress(view: PlainView) -> int:
    """Tell how far each skill has come, the own view, the moments of repair."""
    now = datetime.now().astimezone()
    view.console.tell_all(progress_lines(progress_now(view.records(), now), now.tzinfo, METHOD))
    return Exit.DONE
