"""The line of keys follows what can be pressed, and is left alone while that stays the same."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Button, Static
from textual.widgets._footer import FooterKey

from trainer.tui.widgets.footer import Footer


class Writer(Button):
    BINDINGS: ClassVar[list[BindingType]] = [Binding("s", "app.bell", "Send")]


class Desk(App[None]):
    BINDINGS: ClassVar[list[BindingType]] = [Binding("h", "bell", "Hint"), Binding("x", "gone", "Gone")]
    may_hint = True

    def compose(self) -> ComposeResult:
        yield Static("Hello")
        yield Button("one", id="one")
        yield Button("two", id="two")
        yield Writer("three", id="three")
        yield Footer()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        return action != "gone" and (self.may_hint or action != "bell" or None)


def keys(app: App[None]) -> list[FooterKey]:
    return list(app.screen.query(FooterKey))


async def test_it_is_made_anew_only_when_other_keys_can_be_pressed() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.pause()
        app.query_one("#one").focus()
        await pilot.pause()
        before = keys(app)
        assert [key.description for key in before] == ["Hint", "palette"]
        app.query_one("#two").focus()
        app.refresh_bindings()
        await pilot.pause()
        assert keys(app) == before
        app.query_one("#three").focus()
        await pilot.pause()
        assert [key.description for key in keys(app)] == ["Send", "Hint", "palette"]
        app.query_one("#one").focus()
        await pilot.pause()
        assert [key.description for key in keys(app)] == ["Hint", "palette"]


async def test_a_key_that_can_no_longer_be_pressed_looks_so() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert not keys(app)[0].has_class("-disabled")
        app.may_hint = False
        app.refresh_bindings()
        await pilot.pause()
        assert keys(app)[0].has_class("-disabled")


async def test_each_key_takes_as_much_room_as_in_the_footer_it_is_made_of() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert [key.has_class("-compact") for key in keys(app)] == [False, True], "the palette's key alone is narrow"
