"""Choosing what to drill: the skills, the one to do next first, and the sets that were put aside above them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from scenarios.skills import BY_ID
from trainer.drills.choosing import MIXED, SET, Standing
from trainer.drills.sets import Waiting, begin, skill_title, skills_in_turn, store_of, take_up, waiting
from trainer.drills.words import WELCOME, standing_words
from trainer.tui.screens.drill_set import DrillSetScreen
from trainer.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from trainer.tui.app import CoolheadApp
    from trainer.tui.backstage import Backstage

GO_ON, NEW = "go-on", "new"
"""What an entry does; the first part of its option id."""


WIDE = max(len(skill.title) for skill in BY_ID.values())
"""Columns of a title."""


class DrillScreen(Screen[None]):
    """The skills. With ``skill`` a set of it begins at once, or goes on where ``practice`` is named, and leaving it goes back to where one came from."""

    CSS_PATH = "drill.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "back", "Back")]
    KEYS = (("Enter", "begin a set, or go on with one"), ("Esc", "back"))
    app: CoolheadApp

    def __init__(self, skill: str | None = None, *, practice: str | None = None, count: int = SET, seed: int | None = None) -> None:
        super().__init__()
        self._skill, self._practice, self._count, self._seed = skill, practice, count, seed

    @property
    def floor(self) -> bool:
        """Whether a set goes back to here when it is left."""
        return self._skill is None

    def compose(self) -> ComposeResult:
        yield Static("Drills", classes="page-head", markup=False)
        yield Static(WELCOME, id="about", markup=False)
        yield OptionList(id="skills", markup=False)
        yield Static("", id="what", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        self.query_one("#skills").loading = True
        if self._skill is not None:
            work = self._go_on(self._practice) if self._practice else self._begin(self._skill)
            self.app.errand(work, "beginning a set of drills", latest=True)
        else:
            self.reload()

    def reload(self) -> None:
        """Look afresh at how the skills stand."""
        self.app.errand(self._load(), "listing the skills", latest=True)

    async def _load(self) -> None:
        standing, left = await self.app.fetch(_standing)
        skills = self.query_one("#skills", OptionList)
        skills.loading = False
        kept = skills.highlighted_option.id if skills.highlighted_option else None
        skills.clear_options()
        for one in left:
            words = one.words
            skills.add_option(Option(_entry(f"Go on with: {skill_title(one.skill)}", words), id=f"{GO_ON}:{one.practice}"))
        skills.add_options([Option(_entry(BY_ID[one.skill].title, standing_words(one)), id=f"{NEW}:{one.skill}") for one in standing])
        if standing:
            skills.add_option(Option(_entry(skill_title(MIXED), "each line asks for another skill"), id=f"{NEW}:{MIXED}"))
        else:
            self.query_one("#about", Static).update("There are no drills here.")
        ids = [option.id for option in skills.options]
        skills.highlighted = ids.index(kept) if kept in ids else 0 if ids else None
        skills.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        kind, _, name = (event.option_id or "").partition(":")
        self.query_one("#what", Static).update("One moment.")
        work = self._go_on(name) if kind == GO_ON else self._begin(name)
        self.app.errand(work, "beginning a set of drills", latest=True)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        kind, _, name = (event.option_id or "").partition(":")
        about = BY_ID[name].about if name in BY_ID else "A set you put aside." if kind == GO_ON else "All skills by turns."
        self.query_one("#what", Static).update(about)

    async def _begin(self, skill: str) -> None:
        under_way = await self.app.fetch(lambda b: begin(skill, store_of(b.records), seed=self._seed, count=self._count))
        await self._open(DrillSetScreen(under_way))

    async def _go_on(self, practice: str) -> None:
        await self._open(DrillSetScreen(await self.app.fetch(lambda b: take_up(b.records(), practice))))

    async def _open(self, screen: DrillSetScreen) -> None:
        if self.floor:
            await self.app.push_screen(screen)
        else:
            await self.app.switch_screen(screen)

    def action_back(self) -> None:
        self.app.pop_screen()
        self.app.home()


def _standing(backstage: Backstage) -> tuple[list[Standing], list[Waiting]]:
    store = store_of(backstage.records)
    return skills_in_turn(store), waiting(store) if store else []


def _entry(title: str, standing: str) -> Content:
    return Content.assemble("  ", (f"{title:<{WIDE}}", "bold"), f"   {standing}")
