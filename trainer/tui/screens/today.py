"""What is due today: at most a few calls and drill sets, each with its reason. Enter begins one; afterwards one is back here."""

from __future__ import annotations

from datetime import datetime
from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from trainer.errors import CoolheadError
from trainer.practice.asking import Changed, today_now
from trainer.practice.plan import Do, Rep, Today
from trainer.practice.told import changed_lines, head_of_day, rep_head, rep_reason
from trainer.text import safe_line
from trainer.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from trainer.tui.app import CoolheadApp

LINE = 70
"""Columns of a reason; it fits the narrowest screen with its indent."""

MOVED = 7
"""Changes told; more would not fit below what is still due."""


class TodayScreen(Screen[None]):
    """Choose what to practise."""

    CSS_PATH = "today.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "progress", "Progress"),
        Binding("r", "reload", "Look again", show=False),
        Binding("escape,q", "dismiss", "Back"),
    ]
    KEYS = (("Enter", "begin what is chosen; afterwards you are back here"), ("p", "how far each skill has come"), ("r", "look again"), ("Esc", "back"))
    app: CoolheadApp
    floor: ClassVar[bool] = True

    def __init__(self) -> None:
        super().__init__()
        self._reps: tuple[Rep, ...] = ()

    def compose(self) -> ComposeResult:
        yield Static("Today", classes="page-head", markup=False)
        yield Static("", id="day", markup=False)
        yield OptionList(id="due", markup=False)
        yield Static("", id="changed", markup=False)
        yield Footer()

    def on_screen_resume(self) -> None:
        self.reload()

    def reload(self) -> None:
        """Look afresh at what is due."""
        self.app.errand(self._load(), "looking at what is due", latest=True)

    def action_reload(self) -> None:
        self.reload()

    def action_progress(self) -> None:
        from trainer.tui.screens.progress import ProgressScreen

        if isinstance(self.app.screen_stack[-2], ProgressScreen):  # going to and fro must not pile screens up
            self.dismiss()
        else:
            self.app.open_mode("progress")

    async def _load(self) -> None:
        now = datetime.now().astimezone()
        try:
            self._fill(*await self.app.fetch(lambda b: today_now(b.records(), now)))
        except CoolheadError as error:  # said here: a box would come back each time it is closed
            self.query_one("#day", Static).update(Content(safe_line(error.sentence)))

    def _fill(self, found: Today, changed: Changed) -> None:
        self._reps = found.reps
        self.query_one("#day", Static).update(Content(head_of_day(found)))
        due = self.query_one("#due", OptionList)
        due.clear_options()
        due.add_options([Option(_prompt(rep)) for rep in found.reps])
        due.display = bool(found.reps)
        moved = [safe_line(line) for line in changed_lines(changed)]
        if len(moved) > MOVED:
            moved[MOVED:] = [f"And {len(moved) - MOVED} more; press p."]
        self.query_one("#changed", Static).update(Content("\n".join(("What today has changed", *moved)) if moved else ""))
        if found.reps:
            due.highlighted = 0
            due.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        rep = self._reps[event.option_index]
        if rep.do is Do.DRILL:
            self.app.drill(rep.skill, rep.practice)
        else:
            self.app.errand(self.app.brief(rep.scenario or ""), "opening a scenario", latest=True)


def _prompt(rep: Rep) -> Content:
    reason = "".join(f"\n    {line}" for line in wrap(safe_line(rep_reason(rep)), LINE))
    return Content.assemble("  ", (safe_line(rep_head(rep), LINE), "bold"), reason, "\n")
