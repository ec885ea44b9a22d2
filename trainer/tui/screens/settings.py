"""The settings: each with what it is now, changed by the arrow keys, its meaning below; and the way to one's own data."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from trainer.records.locations import settings_file
from trainer.settings.current import settings
from trainer.settings.model import SETTINGS, as_words, next_value
from trainer.settings.words import grouped, now_of, stands
from trainer.text import safe_line
from trainer.tui.setting import choose
from trainer.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from trainer.tui.app import CoolheadApp

DATA = "your-data"
"""The entry that leads to the data; no setting is called so."""
KEYS_SAY = "Left and Right change it, u makes it as usual."


class SettingsList(OptionList):
    """The keys that change a setting belong to the list, so that one typed ahead finds the row the keys before it led to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "screen.turn(1)", "Change", key_display="← →"),
        Binding("left", "screen.turn(-1)", show=False),
    ]


class SettingsScreen(Screen[None]):
    """What one chooses for good."""

    CSS_PATH = "settings.tcss"
    AUTO_FOCUS = "#settings"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "usual", "As usual"),
        Binding("d", "data", "Your data"),
        Binding("escape,q", "dismiss", "Back"),
    ]
    KEYS = (
        ("Up, Down", "from setting to setting"),
        ("Left, Right", "change it; Enter too. It works at once"),
        ("u", "this setting as it usually is"),
        ("d", "your data: where it is, take a copy, delete it"),
    )
    app: CoolheadApp

    def __init__(self, at: str = "theme") -> None:
        super().__init__()
        self._at = at

    def compose(self) -> ComposeResult:
        yield Static("Settings", classes="page-head", markup=False)
        yield Static(safe_line(f"Kept in {settings_file()}"), id="where", markup=False)
        yield SettingsList(id="settings", markup=False)
        yield Static("", id="meaning", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        rows = self.query_one(OptionList)
        for head, group in grouped():
            turned = [Option(_row(one.key), id=one.key) for one in group if one.choices or one.span]
            if turned:  # what is a line of text is set by the command, and a heading with nothing below it helps nobody
                rows.add_options([Option(Content.styled(head, "bold"), disabled=True), *turned])
        rows.add_option(Option(Content.styled("Your data", "bold"), disabled=True))
        rows.add_option(Option("  Where it is, take a copy, delete it", id=DATA))
        rows.highlighted = rows.get_option_index(self._at)

    def on_screen_resume(self) -> None:
        self._refresh()

    @property
    def _chosen(self) -> str:
        option = self.query_one(OptionList).highlighted_option
        return (option.id if option else None) or self._at

    def on_option_list_option_highlighted(self) -> None:
        key = self._chosen
        if key == DATA:
            words = Content.assemble(("Your data\n", "bold"), "Everything Coolhead keeps lies in one folder on this computer, and nothing leaves it by itself.")
        else:
            one = SETTINGS[key]
            how = "Enter chooses." if key == "voice" else KEYS_SAY
            words = Content.assemble((f"{one.title}: {stands(key)}\n", "bold"), f"{one.about} It takes {one.takes}. Usual: {as_words(one.usual)}. {how}")
        self.query_one("#meaning", Static).update(words)

    def on_option_list_option_selected(self) -> None:
        self.action_turn(1)

    def action_turn(self, step: int) -> None:
        key = self._chosen
        if key == DATA:
            self.action_data()
        elif key == "voice":
            self.app.action_voice()
        else:
            self._set(key, next_value(key, getattr(settings(), key), back=step < 0))

    def action_usual(self) -> None:
        if (key := self._chosen) in SETTINGS:
            self._set(key, SETTINGS[key].usual)

    def action_data(self) -> None:
        from trainer.tui.screens.data import DataScreen

        self.app.push_screen(DataScreen())

    def _set(self, key: str, value: object) -> None:
        choose(self.app, key, value)
        self._refresh()

    def _refresh(self) -> None:
        rows = self.query_one(OptionList)
        for option in rows.options:
            if option.id and option.id in SETTINGS:
                rows.replace_option_prompt(option.id, _row(option.id))
        self.on_option_list_option_highlighted()


def _row(key: str) -> Content:
    return Content.assemble(f"  {SETTINGS[key].title:<26}", (now_of(key), "bold"), "  *" if stands(key) != now_of(key) else "")
