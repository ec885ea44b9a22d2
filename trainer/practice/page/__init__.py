"""Progress, one learner's or a group's, as one page to read or print: curves as SVG beside their numbers, no script, nothing fetched."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from trainer.practice import told
from trainer.practice.cohort import Spread, said_of, spread_line
from trainer.practice.levels import METHOD
from trainer.practice.page.drawing import drawn
from trainer.practice.progress import Progress
from trainer.text import safe_line


def as_page(found: Progress, zone: tzinfo | None) -> str:
    """The page. The same progress gives the same bytes."""
    return _environment().get_template("progress.html.j2").render(found=found, zone=zone, told=told, method=METHOD, drawn=drawn)


def as_group_page(found: Sequence[Spread], learners: int) -> str:
    """How a group spreads over each skill, as a page."""
    return _environment().get_template("group.html.j2").render(found=found, learners=learners, said_of=said_of, spread_line=spread_line)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("trainer.practice.page", "."), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_shown
    )


def _shown(value: object) -> object:
    """Every word on the page is made safe to show, wherever it came from; what is markup already stays."""
    return safe_line(value) if type(value) is str else value
