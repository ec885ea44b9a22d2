"""What the screens are made of, each alone: safe text, the chart, the words of a mood, the composer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.color import Color
from textual.theme import Theme

from scenarios.quantities import parse_moment
from tests.trainer.tui.seen import contrast
from tests.trainer.tui.standin import StandIn, mood, scenario
from trainer import deskwork, undertaken
from trainer.text import safe_line, safe_text
from trainer.tui.chart import mood_chart
from trainer.tui.themes import THEMES
from trainer.tui.widgets.composer import Composer, Suggestion
from trainer.words import behaviour, meter, mood_line


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[2J\x1b]0;title\x07", "␛[2J␛]0;title␇"),
        ("a\x00b\x7f", "a␀b␡"),
        ("\x9b31m", "‹9B›31m"),
        ("to\u202edrac\u2066x\u2069", "to‹RLO›drac‹LRI›x‹PDI›"),
        ("\ud800lone\udfff", "\ufffdlone\ufffd"),
        ("one\r\ntwo\rthree\u2028four\tfive", "one\ntwo\nthree\nfour    five"),
        ("z\u0300\u0300\u0300\u0300\u0300\u0300\u0300", "z\u0300\u0300\u0300\u0300"),
        ("un\u200bseen\ufeff", "unseen"),
        ("👩‍👩‍👧 שלום می‌خواهم ❤️ [b]", "👩‍👩‍👧 שלום می‌خواهم ❤️ [b]"),
    ],
)
def test_a_terminal_is_never_handed_anything_it_could_obey(hostile: str, shown: str) -> None:
    assert safe_text(hostile) == shown
    assert safe_text(shown) == shown


def test_a_line_stays_a_line_within_its_limit() -> None:
    assert safe_line(" a\n\n b  c ") == "a b c"
    assert safe_line("abcdefgh", 5) == "abcd…"


@pytest.mark.parametrize("width", [20, 40, 80, 200])
@pytest.mark.parametrize("turns", [1, 2, 9, 25, 90])
def test_the_chart_keeps_to_its_width_and_shows_the_worst_moment(width: int, turns: int) -> None:
    anger = [40.0] * turns
    anger[turns // 2] = 100.0
    rows = mood_chart(anger, width)
    assert max(len(row) for row in rows) <= width
    assert "█" in rows[0]
    assert [word for word in ("furious", "angry", "tense", "calm") if any(word in row for row in rows)] == ["furious", "angry", "tense", "calm"]


def test_a_mood_is_told_in_words_beside_its_bar() -> None:
    assert meter(0) == "▯" * 10
    assert meter(1).count("▮") == 1
    assert meter(100) == "▮" * 10
    assert mood_line(mood(62), mood(70)).startswith("anger 62 ▮▮▮▮▮▮▯▯▯▯ angry (8 down)")
    assert len(mood_line(mood(100, patience=1), mood(0))) <= 78
    assert behaviour(mood(90, patience=5)) == "hammering the keys, about to go"


def test_the_desk_counts_time_limits_and_promises_from_the_events() -> None:
    kept = StandIn()
    call, _ = kept.start(scenario(), 1, "calm", True, print)
    call.say("I will send another one")
    assert [line.limits for line in deskwork.action_lines(kept.played, kept.kept)][:2] == ["up to £60, takes 1 min", "takes 2 min"]
    assert [line.done for line in undertaken.steps(kept.played, kept.kept)] == [False]
    call.act("resend", {})
    assert [line.done for line in undertaken.steps(kept.played, kept.kept)] == [True]
    assert deskwork.action_lines(kept.played, kept.kept)[1].limits == "takes 2 min, done"
    assert deskwork.clock(kept.played, kept.kept) == (parse_moment("Thursday 14 May 2026, 16:21")[0].replace(second=30), 90)
    assert deskwork.words_at(kept.kept, 1) == "I will send another one"


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("surface", ["background", "surface", "panel"])
def test_quiet_words_are_quieter_than_the_rest_and_still_legible(theme: Theme, surface: str) -> None:
    loud, quiet = (contrast(Color.parse(words), Color.parse(getattr(theme, surface))) for words in (theme.foreground, theme.variables["text-muted"]))
    assert 4.5 <= quiet < loud


def test_nothing_heavy_is_loaded_before_the_first_frame() -> None:
    heavy = "pydantic yaml sqlalchemy dateparser rapidfuzz text_to_num typer scenarios.model scoring.scores trainer.call"
    code = f"import sys, trainer.tui.app; print(sorted(set('{heavy}'.split()) & set(sys.modules)))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[3])
    assert loaded.stdout.strip() == "[]"


class Bare(App[None]):
    """A composer alone, and what it sent."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[str] = []

    def compose(self) -> ComposeResult:
        yield Composer(id="composer")

    def on_composer_sent(self, event: Composer.Sent) -> None:
        self.sent.append(event.text)


async def test_the_composer_sends_recalls_completes_and_cleans_what_is_pasted() -> None:
    app = Bare()
    async with app.run_test(size=(40, 10)) as pilot:
        composer = app.query_one(Composer)
        composer.commands = (Suggestion("/refund 60", "money back"), Suggestion("/resend", "again"), Suggestion("/note text", "write"))
        await pilot.press(*"one", "enter", *"two", "enter", *"dra", "up", "up")
        assert app.sent == ["one", "two"]
        assert composer.text == "one"
        await pilot.press("down", "down")
        assert composer.text == "dra"
        composer.put("")
        await pilot.press("slash", "r", "tab")
        assert composer.text == "/re"
        await pilot.press("f", "tab", "4", "8")
        assert composer.text == "/refund 48"
        composer.put("")
        await pilot.press("slash", "down", "down", "down", "up", "enter")
        assert composer.text == "/resend ", "arrows choose among the commands, Enter takes the chosen one"
        assert app.sent == ["one", "two"], "a chosen command is written, not sent"
        composer.put("")
        app.post_message(events.Paste("x\x1b[31m\r\ny"))
        await pilot.pause()
        assert composer.text == "x␛[31m\ny"
