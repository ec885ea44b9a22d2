"""What a preview shows: the head lines, the talk with what an edit changed marked in it, and the pane beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from scenarios.edition import edition_of
from scenarios.problems import Problem, Severity
from trainer import deskwork
from trainer.authoring.passages import words_of
from trainer.authoring.preview import Sight
from trainer.authoring.standing import Section
from trainer.text import safe_line, safe_text
from trainer.tui.widgets.transcript import TranscriptView, turn_content
from trainer.words import ENDINGS, count

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from scenarios.transcript import Event

MARK = "● changed"
"""Stands over every line that the last change of the file made different."""


class Head(Vertical):
    """What is being played, and, while the file is faulty, its open problem."""

    def __init__(self, file: Path) -> None:
        super().__init__(id="head")
        self._file = file

    def compose(self) -> ComposeResult:
        yield Static("", id="status", markup=False)
        yield Static("", id="fault", markup=False)

    def show_sight(self, sight: Sight, problem: int) -> None:
        row = edition_of(sight.scenario) if sight.scenario else None
        parts = [f"row {row.row} of {len(sight.scenario.variants)}"] if sight.scenario and row and row.row else []
        parts += [f"seed {sight.seed}", sight.intensity.value, count(len(sight.given), "reply", "replies")]
        parts += [f"{count(len(sight.drafts), 'draft')} (F4)"] if sight.drafts else []
        parts += [f"{count(len(sight.problems), 'warning')} (F7)"] if sight.problems and not sight.faulty else []
        line = Content.assemble((safe_line(self._file.name, 40), "bold"), (f"   {' · '.join(parts)}", "$text-muted"))
        self.query_one("#status", Static).update(line)
        fault = self.query_one("#fault", Static)
        fault.display = sight.faulty
        if sight.faulty:
            open_one = sight.problems[problem]
            elsewhere = "" if Path(open_one.file).name == self._file.name else f"{Path(open_one.file).name}:"
            where = safe_line(f"{elsewhere}{open_one.line}:{open_one.column} {open_one.code}")
            fault.update(Content(f"{count(len(sight.problems), 'problem')} (F7): {where} {safe_line(open_one.message)}"))


@dataclass(frozen=True)
class Row:
    """One block of the talk."""

    who: str
    head: str
    text: str
    changed: bool = False
    was: str = ""
    """what stood here before, told on the first line that changed"""

    @property
    def block(self) -> Static:
        content = turn_content(self.head, self.text)
        if self.was:
            content = Content.assemble(content, (f"\nwas: {safe_text(self.was)}", "italic $text-muted"))
        return Static(content, classes=f"turn -{self.who}{' -changed' if self.changed else ''}", markup=False)


class PreviewTalk(TranscriptView):
    """Grows with the call. Where what stands there is no longer so it is written anew, and scrolled to the first changed line."""

    def __init__(self) -> None:
        super().__init__(id="talk")
        self._rows: list[Row] = []

    def show_sight(self, sight: Sight) -> None:
        """Bring the talk up to date; what has not changed is not touched."""
        old, self._rows = self._rows, list(_rows(sight))
        grown = self._rows[: len(old)] == old
        blocks = [row.block for row in self._rows[len(old) if grown else 0 :]]
        if grown and not blocks:
            return
        with self.app.batch_update():
            if not grown:
                self.remove_children()
            self.mount_all(blocks)
        first = None if grown else next((block for block in blocks if block.has_class("-changed")), None)
        self.anchor(first is None)
        if first is not None:
            self.call_after_refresh(self.scroll_to_widget, first, animate=False)


def _rows(sight: Sight) -> Iterator[Row]:
    first = min(sight.changed, default=None)
    so_far: list[Event] = []
    for n, passage in enumerate(sight.passages):
        for at, event in enumerate(passage.events):
            so_far.append(event)
            who, head, text = _said(sight.scenario, event, so_far) if sight.scenario else ("", "", "")
            if who and (n, at) in sight.changed:
                yield Row(who, f"{head}  {MARK}", text, changed=True, was=(sight.changed[n, at] or "nothing") if (n, at) == first else "")
            elif who:
                yield Row(who, head, text)
        if passage.hint:
            yield Row("note", "Hint", passage.hint)


def _said(scenario: Scenario, event: Event, so_far: Sequence[Event]) -> tuple[str, str, str]:
    """Whose words an event is, the line over them, and the words; empty for what happens inside the customer."""
    name, at = safe_line(scenario.customer.name, 40), f"{deskwork.clock(scenario, so_far)[0]:%H:%M}"
    if event.kind == "said":
        return "rep", f"You  {at}", event.text
    if event.kind == "replied":
        return "customer", f"{name}  {at}", event.text
    if event.kind == "acted":
        return "desk", f"Desk  {at}  {'done' if event.ok else 'refused'}", deskwork.acted_line(event)
    if event.kind == "ended":
        return "note", "The call is over.", ENDINGS.get(event.ending.value, "").format(name=name)
    if event.kind == "verdict":
        return "note", f"{name} afterwards", words_of(event)
    return "", "", ""


class Pane(VerticalScroll):
    """Something to read beside the talk."""

    def __init__(self) -> None:
        super().__init__(id="pane")

    def compose(self) -> ComposeResult:
        yield Static("", id="pane-body", markup=False)

    def show_sections(self, sections: Sequence[Section], instead: str) -> None:
        """Headings and lines, or a sentence where there are none."""
        parts: list[str | tuple[str, str]] = []
        for section in sections:
            parts += [(f"{section.head}\n", "bold $primary"), *(f"{safe_text(line)}\n" for line in section.lines), "\n"]
        self.query_one("#pane-body", Static).update(Content.assemble(*parts) if parts else Content(instead))

    def show_problems(self, problems: Sequence[Problem], at: int) -> None:
        """The open problem in full, then every problem in a line; the open one stays on top, wherever it stands in the file."""
        open_one = problems[at]
        where = f"{Path(open_one.file).name}:{open_one.line}:{open_one.column}: {open_one.code}"
        parts: list[str | tuple[str, str]] = [
            (f"Problem {at + 1} of {len(problems)}\n", "bold $primary"),
            (f"{safe_line(where)}{' warning' if open_one.severity is Severity.WARNING else ''}\n", f"bold {_colour(open_one)}"),
            f"{safe_text(open_one.message)}\n{safe_text(open_one.remedy)}\n",
        ]
        if len(problems) > 1:
            parts.append(("\nAll problems\n", "bold $primary"))
        for n, problem in enumerate(problems if len(problems) > 1 else ()):
            parts += [(f"{'›' if n == at else ' '} {problem.line}:{problem.column} {problem.code} ", _colour(problem)), f"{safe_line(problem.message, 50)}\n"]
        self.query_one("#pane-body", Static).update(Content.assemble(*parts))
        self.scroll_home(animate=False)


def _colour(problem: Problem) -> str:
    return "$text-error" if problem.severity is Severity.ERROR else "$text-warning"
