"""The desk beside the talk: what was undertaken, record and policy with a search, actions with what is left of them, and what was done."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from trainer import deskwork
from trainer.desksearch import Found, search
from trainer.text import safe_line, safe_text
from trainer.undertaken import Step, steps

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from scenarios.transcript import Event

Part = str | tuple[str, str]

MORE = "▼ more below: F2, then ↓"
"""Under a record that has more to read than there is room for: a thin scroll bar says too little of what is missing."""


class Search(Input):
    """A word to look for; Escape empties it, then gives the focus back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("down,enter", "app.focus_next", show=False)]

    def __init__(self) -> None:
        super().__init__(placeholder="/ to search record and policy", id="desk-search", compact=True)


class Desk(VerticalScroll):
    """Choosing an action writes its command into the composer; nothing is done until that is sent.

    What was undertaken and done takes room only once there is some; what is still open stands first, where it is seen.
    """

    class Chosen(Message):
        def __init__(self, command: str) -> None:
            super().__init__()
            self.command = command

    def __init__(self, scenario: Scenario) -> None:
        super().__init__(id="desk")
        self._scenario = scenario
        self._actions: list[str] = []

    def compose(self) -> ComposeResult:
        yield Static("", id="undertaken", markup=False)
        yield Search()
        with VerticalScroll(id="facts"):
            yield Static(self._facts(), id="card", markup=False)
        yield Static(MORE, id="more", markup=False)
        yield Static("You can", classes="desk-head", markup=False)
        yield OptionList(id="actions", markup=False, compact=True)
        yield Static("", id="done", markup=False)

    def on_mount(self) -> None:
        facts = self.query_one("#facts")
        for what in ("scroll_y", "virtual_size"):
            self.watch(facts, what, self.on_resize)

    def on_resize(self) -> None:
        self.call_after_refresh(self._tell_more)

    def _tell_more(self) -> None:
        facts = self.query_one("#facts")
        self.query_one("#more").set_class(facts.can_focus and facts.scroll_y < facts.max_scroll_y, "-there")

    def read(self) -> None:
        """Give the focus to what has more to read, or else to the actions."""
        facts = self.query_one("#facts")
        (facts if facts.can_focus and facts.max_scroll_y else self.query_one("#actions")).focus()

    def _facts(self) -> Content:
        """Record and policy as they are written."""
        desk = self._scenario.desk
        parts: list[Part] = [("Record\n", "bold $primary"), safe_text(desk.record).strip() or "There is no record."]
        if desk.policy:
            parts += [("\n\nPolicy", "bold $primary"), *(f"\n• {safe_line(line)}" for line in desk.policy)]
        return Content.assemble(*parts)

    def show_events(self, events: Sequence[Event]) -> None:
        """Bring undertakings, actions and log up to date."""
        lines = [_action(line) for line in deskwork.action_lines(self._scenario, events)]
        if [str(prompt) for prompt, _ in lines] != self._actions:  # else nothing moves under the trainee's eyes
            self._actions = [str(prompt) for prompt, _ in lines]
            actions = self.query_one("#actions", OptionList)
            at = actions.highlighted
            actions.clear_options()
            actions.add_options([Option(prompt, id=do) for prompt, do in lines])
            actions.highlighted = at
        self._fill("undertaken", "You undertook", [_step(step) for step in steps(self._scenario, events)])
        done = [f"{'✓ done' if e.ok else '✗ refused'} {deskwork.acted_line(e)}" for e in events if e.kind == "acted"]
        self._fill("done", "Done so far", [Content(safe_line(line, 200)) for line in reversed(done)])

    def _fill(self, name: str, head: str, lines: Sequence[Content]) -> None:
        box = self.query_one(f"#{name}", Static)
        if lines or box.display:
            box.update(Content("\n").join([Content.styled(head, "bold $primary"), *lines]))
            box.display = bool(lines)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        wanted = safe_line(event.value, 80)
        self.query_one("#card", Static).update(_results(search(self._scenario, wanted), wanted) if wanted else self._facts())
        self.query_one("#facts").scroll_home(animate=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id:
            self.post_message(self.Chosen(f"/{event.option_id} "))


def _action(line: deskwork.ActionLine) -> tuple[Content, str]:
    what = f" {line.what}" if line.what else ""
    limits = f" ({line.limits})" if line.limits else ""
    return Content.assemble((line.command, "bold"), f"{what}{limits}"), line.do


def _step(step: Step) -> Content:
    sign = "☐ to do" if step.open else "✓ done" if step.done else "• said"
    how = f"  {step.how}" if step.how and step.open else ""
    return Content.assemble(f"{sign} ", (how.strip() + " " if how else "", "bold"), step.words, f" ({step.due})" if step.due else "")


def _results(found: Sequence[Found], wanted: str) -> Content:
    if not found:
        return Content(f"Nothing on the desk has “{wanted}”.")
    parts: list[Part] = []
    for where, lines in groupby(found, key=lambda one: one.where):
        parts.append((f"{where}\n", "bold $primary"))
        for one in lines:
            at = 0
            parts.append("• ")
            for start, end in one.marks:
                if start >= at:
                    parts += [one.line[at:start], (one.line[start:end], "bold underline")]
                    at = end
            parts.append(f"{one.line[at:]}\n")
    return Content.assemble(*parts)
