"""What holds on every screen there is: any size at any moment, the focus kept, and words that can be read in every theme."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import fields, replace

import pytest
from textual.color import Color
from textual.pilot import Pilot

from tests.trainer.tui.every_form import forms, forms_of_practice
from tests.trainer.tui.every_screen import game, screens
from tests.trainer.tui.seen import contrast, cut, words_seen
from tests.trainer.tui.test_play import until
from trainer.records.store import Store
from trainer.tui.app import CoolheadApp
from trainer.tui.themes import DARK, SCHEMES, Scheme, theme_of

ROLES = tuple(one.name for one in fields(Scheme) if one.name not in ("name", "dark"))
MARKED = {role: Color(17 * n + 3, 200 - 13 * n, 40 + 9 * n) for n, role in enumerate(ROLES)} | {"background": Color(8, 8, 8)}
"""A theme nobody would like to look at: no two of its colours are alike, so that each tells where it came from."""
SIZES = ((80, 24), (120, 40), (200, 60))
WITHOUT_FOCUS = ("pause", "trouble", "room, revealed", "room, over")
"""Screens on which no key but the ones named has anything to act on."""
TINT = 0.05
"""How much of the words' colour Textual mixes into what has the focus."""


@pytest.fixture(autouse=True)
def _home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    monkeypatch.setenv("COOLHEAD_PACE", "0")
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path_factory.mktemp("home")))
    Store.open().close()  # so that there is something to delete


Pairs = dict[tuple[str, str, bool], str]
"""Colours that words stand on somewhere, by role, tinted or not, and where that was seen."""


def dressed(app: CoolheadApp) -> CoolheadApp:
    """The application in the theme whose colours tell where they came from."""
    marked = Scheme(name="marked", dark=True, **{role: colour.hex for role, colour in MARKED.items()})
    app.register_theme(replace(theme_of(marked), name=DARK.name))
    return app


@pytest.mark.parametrize(("app", "walk"), [(game, screens), (forms, forms_of_practice)], ids=["a call", "the forms of practice"])
async def test_every_screen_at_any_size_and_in_every_theme(app: Callable[[], CoolheadApp], walk: Callable[[Pilot[None]], AsyncIterator[str]]) -> None:
    """Each screen is opened at one size and seen at another: the focus is kept, nothing is cut, and all words can be read in every theme.

    The next screen is opened at the size the one before was left at, so that a walk takes the time of one and every size has its turn.
    """
    pairs: Pairs = {}
    cuts: list[str] = []
    at = 0
    playing = dressed(app())
    playing.animation_level = "none"
    async with playing.run_test(size=SIZES[0]) as pilot:
        async for name in walk(pilot):
            before, standing = playing.screen, playing.screen.focused
            for step in range(2):
                if step:
                    at = (at + 1) % len(SIZES)
                    await pilot.resize_terminal(*SIZES[at])
                    wanted = "-wide" if SIZES[at][0] >= 100 else "-narrow"
                    await until(pilot, lambda wanted=wanted: playing.screen.has_class(wanted))  # type: ignore[misc]
                    assert playing.screen is before, name
                if name != "palette":  # behind it all is dimmed
                    look_at(playing, name, pairs)
                    cuts += [f"{name} at {SIZES[at]}: {what}" for what in cut(playing)]
            assert playing.screen.focused is standing, f"{name}: the focus went from {standing} to {playing.screen.focused}"
            assert standing is not None or name in WITHOUT_FOCUS, f"{name}: nothing has the focus"
    assert not cuts, "\n".join(cuts)
    assert ("words", "background", False) in pairs
    assert ("background", "primary", False) in pairs, "the bar of a list was seen"
    assert not (faint := too_faint(pairs)), "\n".join(faint)


def look_at(app: CoolheadApp, name: str, pairs: Pairs) -> None:
    """Note which of the theme's colours stand on which, on the screen that shows."""
    plain = {colour.rgb: role for role, colour in MARKED.items()}
    tinted = {_tinted(colour, MARKED["words"]).rgb: role for role, colour in MARKED.items()}
    for front, behind, words in words_seen(app):
        assert front.rgb in plain, f"{name}: {words!r} is written in {front}, which is no colour of the theme"
        role = plain.get(behind.rgb) or tinted.get(behind.rgb)
        assert role, f"{name}: {words!r} stands on {behind}, which is no colour of the theme"
        pairs.setdefault((plain[front.rgb], role, behind.rgb not in plain), f"{name}: {words.strip()[:40]}")


def too_faint(pairs: Pairs) -> list[str]:
    """Each pair that is not told apart well enough in some theme, in colour or without."""
    faint = []
    for scheme in SCHEMES:
        least = 7.0 if "contrast" in scheme.name else 4.5
        for (front, behind, tinted), where in pairs.items():
            words, under = Color.parse(getattr(scheme, front)), Color.parse(getattr(scheme, behind))
            under = _tinted(under, Color.parse(scheme.words)) if tinted else under
            for how, ratio in (("", contrast(words, under)), (" without colour", contrast(words.monochrome, under.monochrome))):
                if ratio < least:
                    faint.append(f"{scheme.name}{how}: {front} on {behind} is {ratio:.1f} to 1 ({where})")
    return faint


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)
def test_what_textual_makes_of_a_theme_can_be_read(scheme: Scheme) -> None:
    """The tokens its own widgets take: footer, focus, selection, what is disabled."""
    made = theme_of(scheme).to_color_system().generate() | dict(theme_of(scheme).variables)
    least = 7.0 if "contrast" in scheme.name else 4.5
    surfaces = ("background", "surface", "panel")
    pairs = [(words, under) for words in ("text", "text-muted", "text-disabled", "foreground-muted", "foreground-disabled") for under in surfaces]
    pairs += [(f"text-{role}", under) for role in ("primary", "secondary", "accent", "success", "warning", "error") for under in surfaces]
    pairs += [("footer-key-foreground", "footer-background"), ("footer-foreground", "footer-background"), ("text-warning", "warning-muted")]
    pairs += [("block-cursor-foreground", "block-cursor-background"), ("block-cursor-blurred-foreground", "block-cursor-blurred-background")]
    pairs += [("input-cursor-foreground", "input-cursor-background"), ("input-selection-foreground", "input-selection-background")]
    pairs += [("screen-selection-foreground", "screen-selection-background"), ("text", "block-hover-background")]
    faint = [f"{w} on {u}: {ratio:.1f}" for w, u in pairs if (ratio := contrast(Color.parse(made[w]), Color.parse(made[u]))) < least]
    assert not faint


@pytest.mark.parametrize("scheme", [scheme for scheme in SCHEMES if "safe" in scheme.name], ids=lambda scheme: scheme.name)
def test_colour_safe_means_no_red_beside_green(scheme: Scheme) -> None:
    """Good and bad differ in blue against orange, which every kind of colour sight tells apart; and in lightness or words besides."""
    good, bad = (Color.parse(getattr(scheme, role)) for role in ("success", "error"))
    assert good.b > good.r
    assert bad.r > bad.b


def _tinted(colour: Color, words: Color) -> Color:
    return colour.tint(words.with_alpha(TINT))
