"""A new scenario in the author view: a letter of complaint or none, then one plain question at a time. Nothing is written before the last."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from trainer.authoring.beginning import Begun, Made, begun, refuse_if_there, voice_choices, write
from trainer.authoring.letter.text import MOST_BYTES, Letter, letter_from, letter_in
from trainer.authoring.questions import Answers, cleaned, default_for, help_for, used
from trainer.authoring.sketch import Sketch
from trainer.errors import CoolheadError
from trainer.text import safe_line, safe_text
from trainer.tui.widgets.composer import Composer
from trainer.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from trainer.tui.app import CoolheadApp

FIRST = (
    "A new scenario begins from a few plain questions. If you have a letter of complaint, paste it here or type the name of its file, "
    "and what it says is filled in already.\n\nEnter alone goes on without a letter. Nothing is written before the last question."
)
LAST = "What is it called? Its file is named after it."


class NewScreen(Screen[Made | None]):
    """Dismissed with what was made; with None where nothing was written."""

    CSS_PATH = "retype.tcss"
    AUTO_FOCUS = "#composer"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", "One question back"), Binding("ctrl+w", "leave", "Leave", priority=True)]
    KEYS = (
        ("Enter", "take the answer, or what stands for Enter alone, and go on"),
        ("ctrl+j", "new line"),
        ("Esc", "one question back; from the first, leave"),
        ("ctrl+w", "leave; nothing is written"),
    )
    app: CoolheadApp

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._begun: Begun | None = None
        self._given: list[Answers] = []
        """the answers as they stood before each question so far"""
        self._answers: Answers | None = None
        self._voices = list(voice_choices())
        self._writing = False
        self._warned = set[str]()
        """questions to which a name of the letter itself was answered, and that was said"""

    def compose(self) -> ComposeResult:
        yield Static("New scenario", classes="page-head", id="new-head", markup=False)
        with VerticalScroll(id="tries"):
            yield Static(FIRST, id="new-question", markup=False)
            yield Static("", id="new-trouble", classes="head", markup=False)
        composer = Composer(id="composer")
        composer.placeholder = "A letter, the name of its file, or Enter"
        yield composer
        yield Footer(show_command_palette=False)

    def on_composer_sent(self, event: Composer.Sent) -> None:
        if self._writing:
            return
        self._trouble("")
        try:
            self._take(event.text)
        except (CoolheadError, ValueError) as error:
            self._trouble(str(error))
            self.query_one(Composer).put(event.text)

    def _take(self, text: str) -> None:
        """One answer. Raises CoolheadError or ValueError, in a sentence, for one that cannot be used."""
        if self._begun is None or self._answers is None:
            self._begun = begun(_letter(text), datetime.now())
            self._answers = self._begun.defaults
        elif len(self._given) < len(self._begun.questions):
            question = self._begun.questions[len(self._given)]
            default = default_for(question.key, self._answers, self._begun.defaults)
            answer = cleaned(text)
            choices = [name for name, _ in self._begun.choices(question.key, self._voices)]
            if (warning := self._begun.warning(question.key, answer)) and question.key not in self._warned:
                self._warned.add(question.key)
                raise ValueError(warning)
            value = used(question.key, answer, choices) if answer else default
            self._given.append(self._answers)
            self._answers = replace(self._answers, **{question.key: value})
        else:
            sketch = self._begun.sketch(self._answers, name=cleaned(text).replace("/", " ").replace("\\", " "), folder=self._folder, now=datetime.now())
            refuse_if_there(self._folder / f"{sketch.id}.yaml")
            self._writing = True
            self._trouble("It is tried out with scripted reps; some seconds …")
            self.app.errand(self._write(sketch), "writing a new scenario")
            return
        self._show()

    async def _write(self, sketch: Sketch) -> None:
        """Written beside the screen's thread, since it is played first."""
        try:
            made = await asyncio.to_thread(write, sketch, self._folder)
        except CoolheadError as error:
            self._trouble(str(error))
        else:
            if self.is_attached:
                self.dismiss(made)
        finally:
            self._writing = False

    def _show(self) -> None:
        assert self._begun is not None
        assert self._answers is not None
        number, many = len(self._given), len(self._begun.questions)
        self.query_one("#new-head", Static).update(Content(f"New scenario: question {number + 1} of {many + 1}"))
        parts: list[str | tuple[str, str]] = []
        if number < many:
            question = self._begun.questions[number]
            default = default_for(question.key, self._answers, self._begun.defaults)
            parts = [(f"{question.ask}\n", "bold")]
            choices = self._begun.choices(question.key, self._voices)
            parts += [f"{help_}\n"] if (help_ := help_for(question, choices)) else []
            parts.append((f"\nEnter alone takes: {safe_text(default)}" if default else "\nEnter alone leaves it for later.", "$text-muted"))
            if choices:  # last, for voices are many and scroll
                named = [f"{safe_line(name)}{f': {safe_line(about)}' if about else ''}" for name, about in choices]
                parts += ["\n\n", *(f"  {n}. {one}\n" for n, one in enumerate(named, 1))]
        else:
            name = safe_line(self._begun.sketch(self._answers, name="", folder=self._folder, now=datetime.now()).title)
            parts = [(f"{LAST}\n", "bold"), (f"\nEnter alone takes: {name}\nIt is written to {safe_line(str(self._folder))}", "$text-muted")]
        self.query_one("#new-question", Static).update(Content.assemble(*parts))
        composer = self.query_one(Composer)
        composer.placeholder = "Your answer, or Enter"
        composer.focus()

    def _trouble(self, words: str) -> None:
        self.query_one("#new-trouble", Static).update(Content(safe_text(words)))

    def action_back(self) -> None:
        if self._writing:
            return
        self._trouble("")
        if self._given:
            self._answers = self._given.pop()
            self._show()
        else:
            self.dismiss(None)

    def action_leave(self) -> None:
        self.dismiss(None)


def _letter(text: str) -> Letter | None:
    """What was pasted, or the file that was named; None for nothing. Raises CoolheadError for what is no letter."""
    words = text.strip()
    if not words:
        return None
    named = "\n" not in words and len(words) < 400
    if named:
        return letter_in(Path(words.strip("'\"")).expanduser())
    return letter_from(words[:MOST_BYTES])
