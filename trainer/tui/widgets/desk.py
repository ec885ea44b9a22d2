"""The desk beside the talk: record, policy, actions with what is left of them, promises made and actions done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from trainer import deskwork
from trainer.text import safe_line, safe_text

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from scenarios.transcript import Event


class Desk(VerticalScroll):
    """Choosing an action writes its command into the composer; nothing is done until that is sent.

    What was promised and done takes room only once there is some; the newest stands first, where it is seen.
    """

    class Chosen(Message):
        def __init__(self, command: str) -> None:
            super().__init__()
            self.command = command

    def __init__(self, scenario: Scenario) -> None:
        super().__init__(id="desk")
        self._scenario = scenario

    def compose(self) -> ComposeResult:
        desk = self._scenario.desk
        with VerticalScroll(id="facts"):
            yield Static("Record", classes="desk-head", markup=False)
            yield Static(safe_text(desk.record).strip() or "There is no record.", markup=False)
            if desk.policy:
                yield Static("Policy", classes="desk-head", markup=False)
                yield Static("\n".join(f"• {safe_line(line)}" for line in desk.policy), markup=False)
        yield Static("You can", classes="desk-head", markup=False)
        yield OptionList(id="actions", markup=False, compact=True)
        for head, name in (("Promised so far", "promised"), ("Done so far", "done")):
            yield Static(head, classes="desk-head", id=f"{name}-head", markup=False)
            yield Static("", id=name, markup=False)

    def show_events(self, events: Sequence[Event]) -> None:
        """Bring actions, promises and log up to date."""
        actions = self.query_one("#actions", OptionList)
        at = actions.highlighted
        actions.clear_options()
        actions.add_options([_action(line) for line in deskwork.action_lines(self._scenario, events)])
        actions.highlighted = at
        self._list("promised", [_promise(line) for line in deskwork.promise_lines(self._scenario, events)])
        done = [safe_line(f"{'✓ done' if e.ok else '✗ refused'} {deskwork.acted_line(e)}", 100) for e in events if e.kind == "acted"]
        self._list("done", [Content(line) for line in done])

    def _list(self, name: str, lines: Sequence[Content]) -> None:
        box = self.query_one(f"#{name}", Static)
        box.update(Content("\n").join(reversed(lines)))
        box.display = self.query_one(f"#{name}-head").display = bool(lines)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id:
            self.post_message(self.Chosen(f"/{event.option_id} "))


def _action(line: deskwork.ActionLine) -> Option:
    what = f" {line.what}" if line.what else ""
    limits = f" ({line.limits})" if line.limits else ""
    return Option(Content.assemble((line.command, "bold"), f"{what}{limits}"), id=line.do)


def _promise(line: deskwork.PromiseLine) -> Content:
    mark = "• said" if line.done is None else "✓ done" if line.done else "… to do"
    return Content.assemble(f"{mark}  {line.words}", (f" ({line.due})", "$text-muted"))
