"""A new scenario put on the disk: from answers, or from a letter with its answers, by whichever view asked them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from scenarios.check import check_text
from scenarios.library import voices
from scenarios.model import Par
from scenarios.problems import Severity
from trainer.authoring.drafting import corrected, defaults_of, drafted
from trainer.authoring.letter.text import Letter
from trainer.authoring.naming import free_id, id_of, title_of
from trainer.authoring.open_checks import PERHAPS_NAMES, OpenChecks, open_checks
from trainer.authoring.questions import EXAMPLE, QUESTIONS, Answers, Question
from trainer.authoring.schema import FILE_NAME, as_text, is_ours, scenario_schema
from trainer.authoring.sketch import Sketch
from trainer.authoring.starter import written
from trainer.authoring.turning import titled
from trainer.authoring.writing import put
from trainer.errors import UsageError
from trainer.finding import own_folders

INVENTED = "invented, in place of the real name in the letter; keep it or choose another invented one"
_STEM = 5
"""Letters by which a word of a firm's name is known for one of its trade, which is nobody's own: Florists, of a florist."""
FIRST_NAMED = "invented, in place of the first firm the letter's text names; it may be another than the one complained to"


@dataclass(frozen=True)
class Made:
    """A new scenario on the disk."""

    file: Path
    checks: OpenChecks
    """lines marked to be looked at"""
    par: Par | None
    """as it was found and written; None where no honest path leads to the best end"""


@dataclass(frozen=True)
class Begun:
    """What a new scenario begins from."""

    defaults: Answers
    """what Enter alone takes"""
    questions: tuple[Question, ...]
    """what is left to ask"""
    letter: Sketch | None = None
    """what a letter says already"""
    real: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """by question, the words of the names that really stand in the letter, in small letters"""

    def warning(self, key: str, answer: str) -> str:
        """What to say, once, of an answer that brings back a name the letter was rid of; empty where it does not."""
        if not self.real.get(key, frozenset()) & set(_words(answer)):
            return ""
        whose = "the person" if key == "name" else "the firm"
        return f"That name stands in the letter: whoever reads the scenario could find {whose}. Invent another, or give it once more to keep it."

    def choices(self, key: str, voices: Sequence[tuple[str, str]]) -> Sequence[tuple[str, str]]:
        """What may be chosen by number for a question, each with what it is like; empty where there is nothing to choose from."""
        if key == "trade" and self.letter is not None:
            return [(trade, "") for trade in self.letter.trades]
        return voices if key == "voice" else ()

    def sketch(self, answers: Answers, *, name: str, folder: Path, now: datetime) -> Sketch:
        """The answers as a sketch; ``name`` is what the author calls it, if anything. Raises UsageError for a name that cannot be one."""
        id_ = id_of(name) if name else ""
        if self.letter is not None:
            sketch = corrected(self.letter, answers, self.defaults) if answers != self.defaults else self.letter
            return replace(sketch, id=id_ or free_id(sketch.id, folder), title=title_of(name) or sketch.title)
        title = title_of(name) or title_of(titled(answers.went_wrong, 80) or "My first call")
        return drafted(answers, id_=id_ or free_id(id_of(title.replace("/", " ").replace("\\", " ")), folder), title=title, today=now.date())


def begun(letter: Letter | None, now: datetime) -> Begun:
    """Begin from a letter, or from nothing."""
    if letter is None:
        return Begun(EXAMPLE, QUESTIONS)
    from trainer.authoring.letter.disguise import disguised
    from trainer.authoring.letter.names import is_kind, perhaps_names
    from trainer.authoring.letter.reading import sketched

    hidden = disguised(letter)
    sketch = sketched(hidden, now)
    invented = {
        key: INVENTED for key, real, given in (("name", letter.sender, hidden.sender), ("business", letter.addressee, hidden.addressee)) if real != given
    }
    if not letter.addressee and hidden.addressee:
        invented["business"] = FIRST_NAMED
    perhaps = perhaps_names(hidden.sentences, letter.whole)
    listed = {"names": f"{PERHAPS_NAMES}; change those that lead to anybody: {', '.join(perhaps)}"} if perhaps else {}
    sketch = replace(sketch, doubts={**sketch.doubts, **invented, **listed})
    given = {"name": (letter.sender, hidden.sender), "business": (letter.addressee, hidden.addressee)}
    trade = {word[:_STEM] for one in sketch.trades for word in _words(one)}
    real_words = {
        key: frozenset(word for word in _words(real) if word not in _words(shown) and word[:_STEM] not in trade and not (key == "business" and is_kind(word)))
        for key, (real, shown) in given.items()
    }
    return Begun(defaults_of(sketch), tuple(question for question in QUESTIONS if question.from_letter), sketch, real_words)


def _words(name: str) -> list[str]:
    return [word.lower() for word in re.findall(r"[^\W\d_]{3,}", name)]


def voice_choices() -> Sequence[tuple[str, str]]:
    """The voices a customer may have, and what each is like."""
    return [(voice_id, voice.about) for voice_id, voice in voices(own_folders()).items()]


def write(sketch: Sketch, folder: Path) -> Made:
    """Write the scenario and its schema, with the par that was found. Raises UsageError where it is there already."""
    file = folder / f"{sketch.id}.yaml"
    refuse_if_there(file)
    from trainer.authoring.fitting import as_scenario, fitted  # the reader is heavy, and wanted only now
    from trainer.authoring.par import par_of

    schema = _schema_for(folder)
    ready = fitted(sketch)
    ready = replace(ready, par=par_of(as_scenario(ready)))
    text = written(ready, schema)
    faults = [problem for problem in check_text(text, str(file), known_voices=tuple(voices(own_folders()))) if problem.severity is Severity.ERROR]
    if faults:
        raise AssertionError(f"a new scenario has faults: {faults[0]}")
    if not put(file, text):
        refuse_if_there(file)
    return Made(file, open_checks(file), ready.par)


def refuse_if_there(file: Path) -> None:
    """Raises UsageError where there is such a file."""
    if file.exists() or file.is_symlink():
        raise UsageError(f"There is a file {file} already, and it stays as it is.", "Give the new scenario another name: coolhead new NAME")


def _schema_for(folder: Path) -> str:
    """The schema beside the scenario, written if need be. A file of that name that is not ours is left alone."""
    file, text = folder / FILE_NAME, as_text(scenario_schema())
    if file.is_file() and is_ours(file) and file.read_text(encoding="utf-8") != text:
        file.unlink()  # an older one of our own
    put(file, text)
    return FILE_NAME
