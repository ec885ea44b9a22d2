"""The two sides of a preview: the talk with what an edit changed marked in it, and the pane with problems, standing or reasons."""

from __future__ import annotations

from collections.abc import Sequence
from operator import is_
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from scenarios.problems import Problem, Severity
from trainer import deskwork
from trainer.authoring.passages import words_of
from trainer.authoring.preview import MARK, Sight
from trainer.authoring.standing import Section
from trainer.text import safe_line, safe_text
from trainer.tui.widgets.transcript import TranscriptView, turn_content
from trainer.words import ENDINGS

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from scenarios.transcript import Event


class PreviewTalk(TranscriptView):
    """Grows with the call; after a change of the file it is written anew, and scrolled to the first line that is different."""

    def __init__(self) -> None:
        super().__init__(id="talk")
        self._last: Sight | None = None

    def show_sight(self, sight: Sight) -> None:
        """Bring the talk up to date."""
        before, self._last = self._last, sight
        old = before.passages if before else ()
        kept = all(map(is_, old, sight.passages)) and len(old) <= len(sight.passages)
        grown = kept and before is not None and before.changed == sight.changed
        if grown and len(old) == len(sight.passages):
            return
        blocks = [block for n in range(len(old) if grown else 0, len(sight.passages)) for block in _blocks(sight, n)]
        with self.app.batch_update():
            if not grown:
                self.remove_children()
            self.mount_all(blocks)
        first = None if grown else next((block for block in blocks if block.has_class("-changed")), None)
        if first is not None:
            self.anchor(False)
            self.call_after_refresh(self.scroll_to_widget, first, animate=False, top=False)
        else:
            self.anchor()


def _blocks(sight: Sight, n: int) -> list[Static]:
    """One passage of the talk."""
    scenario, passage = sight.scenario, sight.passages[n]
    if scenario is None:
        return []
    earlier = [event for before in sight.passages[:n] for event in before.events]
    first = min(sight.changed, default=None)
    blocks = []
    for at, event in enumerate(passage.events):
        earlier.append(event)
        who, head, text = _said(scenario, event, f"{deskwork.clock(scenario, earlier)[0]:%H:%M}")
        if not who:
            continue
        mark, was = (n, at) in sight.changed, None
        if (n, at) == first:
            was = sight.changed[n, at] or "nothing"
        blocks.append(_block(who, f"{head}  {MARK} changed" if mark else head, text, was=was, changed=mark))
    return blocks


def _block(who: str, head: str, text: str, *, was: str | None, changed: bool) -> Static:
    content = turn_content(head, text)
    if was is not None:
        content = Content.assemble(content, (f"\nwas: {safe_text(was)}", "italic $text-muted"))
    return Static(content, classes=f"turn -{who}{' -changed' if changed else ''}", markup=False)


def _said(scenario: Scenario, event: Event, at: str) -> tuple[str, str, str]:
    """Whose words an event is, the line over them, and the words; empty for what happens inside the customer."""
    name = safe_line(scenario.customer.name, 40)
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
        """Every problem in a line, and the one that is open in full."""
        parts: list[str | tuple[str, str]] = [(f"Problem {at + 1} of {len(problems)}\n", "bold $primary")]
        for n, problem in enumerate(problems):
            kind = "$text-error" if problem.severity is Severity.ERROR else "$text-warning"
            if n == at:
                where = f"{Path(problem.file).name}:{problem.line}:{problem.column}: {problem.code}"
                warning = " warning" if problem.severity is Severity.WARNING else ""
                parts += ["\n", (f"› {where}{warning}\n", f"bold {kind}"), f"{safe_text(problem.message)}\n{safe_text(problem.remedy)}\n\n"]
            else:
                parts += [(f"  {problem.line}:{problem.column} {problem.code} ", kind), f"{safe_line(problem.message, 60)}\n"]
        self.query_one("#pane-body", Static).update(Content.assemble(*parts))
        self.call_after_refresh(self.scroll_to, y=max(0, 2 * at - 2), animate=False)
