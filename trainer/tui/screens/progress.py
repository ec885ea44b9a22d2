"""Progress: a list of skills, own views and moments of repair; what is known of the chosen one stands below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, tzinfo
from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from trainer.errors import CoolheadError
from trainer.practice.asking import drilled, progress_now
from trainer.practice.digest import Slip
from trainer.practice.history import CallThen
from trainer.practice.levels import METHOD
from trainer.practice.own_rating import OwnView
from trainer.practice.progress import Progress, Standing
from trainer.practice.told import (
    DUE_TODAY,
    MOMENTS,
    NO_OWN,
    NOT_DUE,
    OWN_NOTE,
    head_of_progress,
    own_line,
    repair_head,
    repair_line,
    spark,
    standing_lines,
    standing_words,
)
from trainer.text import safe_line
from trainer.tui.widgets.footer import Footer
from trainer.words import meter

if TYPE_CHECKING:
    from trainer.tui.app import CoolheadApp

LINE = 72
"""Columns of a sentence in the list."""
CELLS = 5
"""Cells of a level's bar: more would push the words off a narrow screen."""
Item = Standing | OwnView | tuple[CallThen, Slip] | str
"""What a line of the list stands for; a plain sentence where there is nothing to choose."""


class Skills(OptionList):
    """The list; its footer says what Enter opens."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select", "Drill the skill, or read the call")]


class ProgressScreen(Screen[None]):
    """Look at how far one has come."""

    CSS_PATH = "progress.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "today", "Today"),
        Binding("r", "reload", "Look again", show=False),
        Binding("escape,q", "dismiss", "Back"),
    ]
    KEYS = (
        ("up, down", "from skill to skill; what is known of it stands below the list"),
        ("Tab", "into what stands below, to read on with the arrow keys"),
        ("Enter", "on a skill, drill it; on a moment of repair, read that call again"),
        ("t", "what is due today"),
        ("Esc", "back"),
    )
    app: CoolheadApp
    floor: ClassVar[bool] = True

    def __init__(self) -> None:
        super().__init__()
        self._items: list[Item] = []
        self._found: Progress | None = None
        self._zone: tzinfo | None = None

    def compose(self) -> ComposeResult:
        yield Static("Progress", classes="page-head", markup=False)
        yield Static("", id="from", markup=False)
        yield Skills(id="skills", markup=False)
        with VerticalScroll(id="about"):
            yield Static("", id="about-words", markup=False)
        yield Footer()

    def on_screen_resume(self) -> None:
        self.reload()

    def reload(self) -> None:
        """Look afresh at what was practised."""
        self.app.errand(self._load(), "looking at your progress", latest=True)

    def action_reload(self) -> None:
        self.reload()

    def action_today(self) -> None:
        from trainer.tui.screens.today import TodayScreen

        if isinstance(self.app.screen_stack[-2], TodayScreen):  # going to and fro must not pile screens up
            self.dismiss()
        else:
            self.app.open_mode("today")

    async def _load(self) -> None:
        now = datetime.now().astimezone()
        self._zone = now.tzinfo
        try:
            self._fill(await self.app.fetch(lambda b: progress_now(b.records(), now)))
        except CoolheadError as error:  # said here: a box would come back each time it is closed
            self.query_one("#from", Static).update(Content(safe_line(error.sentence)))

    def _fill(self, found: Progress) -> None:
        self._found = found
        self.query_one("#from", Static).update(Content(head_of_progress(found)))
        skills = self.query_one("#skills", OptionList)
        at = skills.highlighted
        skills.clear_options()
        self._items = []
        for head, items in _parts(found):
            skills.add_option(Option(Content.styled(head, "$text-primary bold"), disabled=True))
            self._items.append("")
            for item in items:
                skills.add_option(Option(Content(_line(item, found, self._zone)), disabled=isinstance(item, str)))
                self._items.append(item)
        skills.highlighted = at if at is not None and at < len(self._items) else 1
        skills.focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        if self._found is not None and event.option_index < len(self._items):
            lines = _about(self._items[event.option_index], self._found, self._zone)
            self.query_one("#about-words", Static).update(Content("\n".join(safe_line(line) for line in lines)))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        item = self._items[event.option_index]
        if isinstance(item, tuple):
            self.app.errand(self.app.go_on(item[0].id, read=True), "opening an earlier call", latest=True)
        elif isinstance(item, Standing):
            if item.skill.id in drilled():
                self.app.drill(item.skill.id)
            else:
                self.notify("There are no drills for this skill here. Calls practise it; see Today.", timeout=6)


def _parts(found: Progress) -> Iterator[tuple[str, Iterable[Item]]]:
    yield "Skills", found.skills
    yield "How you see yourself", found.own or (NO_OWN,)
    yield "Moments of repair", found.repaired[: -MOMENTS - 1 : -1] or (repair_head(found),)


def _line(item: Item, found: Progress, zone: tzinfo | None) -> str:
    """One entry of the list, 74 columns at most."""
    if isinstance(item, Standing):
        level = item.level
        bar = f"{meter(level.mean * 100, CELLS)} {level.mean * 100:3.0f}" if level.told else " " * (CELLS + 4)
        return f"  {item.skill.title:<32} {bar}  {standing_words(item)}"
    if isinstance(item, OwnView):
        return f"  {item.dimension.capitalize():<11} you {item.own:3.0f}, score {item.measured:3.0f}   {item.verdict}"
    words = repair_line(*item, found.titles, found.day, zone) if isinstance(item, tuple) else item
    return "\n".join(f"  {line}" for line in wrap(safe_line(words), LINE, subsequent_indent="  "))


def _about(item: Item, found: Progress, zone: tzinfo | None) -> Iterator[str]:
    """What is known of the chosen line."""
    if isinstance(item, Standing):
        yield from standing_lines(item, found.day, zone)
        if len(item.points) > 1 and item.level.told:
            yield f"{spark(item)} from the oldest to the newest"
        yield item.skill.about
        yield DUE_TODAY if item.skill.id in found.due else NOT_DUE
        yield METHOD
    elif isinstance(item, OwnView):
        yield own_line(item)
        yield OWN_NOTE
    elif isinstance(item, tuple):
        yield repair_head(found)
        yield repair_line(*item, found.titles, found.day, zone)
        yield "Enter reads that call again."
