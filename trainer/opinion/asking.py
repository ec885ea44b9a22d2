"""Asks a model the questions, one after another, and waits no longer than it may: whatever it does, the worst is no view."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from trainer.opinion.agreeing import NoView, agreed
from trainer.opinion.items import items
from trainer.opinion.questions import LETTERS, Question, prompt
from trainer.voices.drafter import Level
from trainer.voices.weigher import Weighed, Weigher

WITHIN, EACH, LOADING = 90.0, 30.0, 240.0
"""Seconds for all questions, for one asking of one, and for the model to be loaded."""

OTHERWISE = "?"
"""A question no item begins with: up to it all prompts about a reply are the same."""

MOST_FAULTS = 3
"""Askings in a row that came to nothing, after which nobody asks any more."""


class Lean(StrEnum):
    """What a model says of a reply."""

    YES = "yes"
    NO = "no"
    NONE = "no view"


@dataclass(frozen=True)
class View:
    """What came of one question."""

    question: Question
    lean: Lean
    why: str = ""
    """why there is no view"""
    quote: str = ""
    """the sentence of the reply it pointed at, just as it stands there; empty where it is all of it"""


@dataclass(frozen=True)
class Opinion:
    """What came of all of them."""

    views: tuple[View, ...]
    of: int
    """questions there were"""
    stopped: str = ""
    """a sentence, where it ended before the last question"""


class Asking:
    """One debrief's questions. ``run`` waits and is called once, in a thread of the caller's; ``stop`` from any thread."""

    def __init__(self, weigher: Weigher, questions: Sequence[Question], *, within: float = WITHIN, each: float | None = None, loading: float = LOADING) -> None:
        self.questions = tuple(questions)
        self._weigher, self._within, self._each, self._loading = weigher, within, EACH if each is None else each, loading
        self._change, self._stopped, self._until, self._faults = threading.Event(), False, 0.0, 0

    def stop(self) -> None:
        """Nobody wants it any longer."""
        self._stopped = True
        self._change.set()

    def run(self, on_view: Callable[[View], None] = lambda _: None) -> Opinion:
        """Ask; ``on_view`` is told of each view as it comes, in this thread. Never raises for what a model does."""
        views: list[View] = []
        trouble = self._not_there() if self.questions else ""
        self._until = time.monotonic() + self._within
        for question in () if trouble else self.questions:
            view = self._view(question)
            if self._stopped:
                break
            views.append(view)
            on_view(view)
            if self._faults >= MOST_FAULTS:
                trouble = "The model did not answer, so it was not asked further."
            elif time.monotonic() >= self._until:
                trouble = f"The model was slow, and was given {self._within:.0f} s."
            if trouble and len(views) < len(self.questions):
                break
        return Opinion(tuple(views), len(self.questions), trouble if len(views) < len(self.questions) or not views else "")

    def _not_there(self) -> str:
        """Wait until the model is loaded; why it will not be, in a sentence."""
        until = time.monotonic() + self._loading
        while self._level() is Level.LOADING and not self._stopped and time.monotonic() < until:
            time.sleep(0.05)
        if self._stopped or self._level() in (Level.READY, Level.SLOW):  # slow for a line is quick enough for a letter
            return ""
        return "The model was not loaded in time." if self._level() is Level.LOADING else self._weigher.standing.sentence or "The model cannot be used."

    def _level(self) -> Level:
        return self._weigher.standing.level

    def _view(self, question: Question) -> View:
        found = self._choice(question, question.item.question, question.item.answers)
        if isinstance(found, NoView):
            return View(question, Lean.NONE, found)
        lean = Lean.NO if found else Lean.YES
        return View(question, lean, quote=self._sentence(question) if lean is Lean.YES else "")

    def _sentence(self, question: Question) -> str:
        """The sentence it says yes for; empty where it points at none in particular."""
        sentences = question.sentences
        if not 1 < len(sentences) <= len(LETTERS):
            return ""
        found = self._choice(question, f"{question.item.answers[0]} {items().which}", sentences)
        return "" if isinstance(found, NoView) else sentences[found]

    def _choice(self, question: Question, asked: str, answers: Sequence[str]) -> int | NoView:
        """The answer it holds to when they change places."""
        shares = []
        for order in (tuple(answers), tuple(reversed(answers))):
            found = self._asked(question, asked, order)
            self._faults = self._faults + 1 if isinstance(found, NoView) else 0
            if isinstance(found, NoView):
                return found
            shares.append(found.shares)
        return agreed(shares[0], shares[1], len(answers))

    def _asked(self, question: Question, asked: str, answers: Sequence[str]) -> Weighed | NoView:
        try:
            quirks = self._weigher.standing.quirks
            messages, beside = (prompt(question, words, answers, quirks) for words in (asked, OTHERWISE))
            future = self._weigher.weigh(messages, tuple(LETTERS[: len(answers)]), beside)
            future.add_done_callback(lambda _: self._change.set())
            until = min(self._until, time.monotonic() + self._each)
            while not future.done():
                left = until - time.monotonic()
                if self._stopped or left <= 0:
                    self._weigher.cancel()
                    return NoView.LATE
                self._change.clear()
                if not future.done() and not self._stopped:
                    self._change.wait(left)
            found = future.result()
        except KeyboardInterrupt:
            self._weigher.cancel()
            raise
        except Exception:  # a server, a process, a stranger's numbers: nobody must pay for it
            return NoView.FAILED
        return found if isinstance(found, Weighed) else NoView.FAILED
