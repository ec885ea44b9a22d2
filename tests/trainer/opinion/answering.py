"""Models to be asked: one that holds to the answer it is told, and one that does what models do at their worst."""

# ruff: noqa: ARG001, ARG002, RUF009 - they take what the real ones take, and need little of it

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any

from trainer.voices.drafter import Draft, DraftError, Level, Messages, Standing
from trainer.voices.weigher import Weighed

Say = Callable[[str, list[str]], Sequence[float]]
"""From the prompt and the answers in their order to the shares."""


def holding_to(words: str, share: float = 0.9) -> Say:
    """Gives this share to the answer that holds the words, wherever it stands."""

    def say(prompt: str, answers: list[str]) -> list[float]:
        rest = (1 - share) / max(1, len(answers) - 1)
        return [share if words in answer else rest for answer in answers]

    return say


def first_of_all(prompt: str, answers: list[str]) -> list[float]:
    """As somebody answers who has been told to answer A."""
    return [0.95, *[0.05 / (len(answers) - 1)] * (len(answers) - 1)]


@dataclass
class Answering:
    """Answers at once."""

    say: Say
    name: str = "model"
    standing: Standing = Standing(Level.READY)
    prompts: list[str] = field(default_factory=list)
    cancelled: int = 0
    closed: bool = False

    def open(self, on_ready: Callable[[], None] | None = None) -> None:
        pass

    def weigh(self, messages: Messages, answers: Sequence[str], beside: Messages = ()) -> Future[Weighed]:
        done: Future[Weighed] = Future()
        prompt = messages[-1]["content"]
        self.prompts.append(prompt)
        done.set_result(Weighed(tuple(self.say(prompt, re.findall(r"^[A-F]: (.*)$", prompt, re.MULTILINE)))))
        return done

    def cancel(self) -> None:
        self.cancelled += 1

    def draft(self, messages: Messages, *, seed: int, temperature: float) -> Future[Draft]:
        failed: Future[Draft] = Future()
        failed.set_exception(DraftError("it is only asked"))
        return failed

    def commit(self, one: Messages, other: Messages, *, root: bool = False) -> Future[int]:
        done: Future[int] = Future()
        done.set_result(0)
        return done

    def close(self) -> None:
        self.closed = True


class HostileAnswering(Answering):
    """Answers by a dice of its own, or not at all."""

    def __init__(self, seed: int) -> None:
        super().__init__(first_of_all)
        self._dice = random.Random(seed)

    def weigh(self, messages: Messages, answers: Sequence[str], beside: Messages = ()) -> Future[Weighed]:
        done: Future[Any] = Future()
        fate = self._dice.choice(["shares"] * 8 + ["hang", "crash", "raise", "odd", "nothing", "endless"])
        if fate == "raise":
            raise OSError("no such process")
        if fate == "crash":
            done.set_exception(DraftError("its process ended (-9)"))
        elif fate == "odd":
            done.set_result(Weighed((float("nan"), float("inf"), -1.0)))
        elif fate == "nothing":
            done.set_result(None)
        elif fate == "endless":
            done.set_result(Weighed((1.0,) * 100_000))
        elif fate == "shares":
            yes = self._dice.random()
            done.set_result(Weighed((yes, *[(1 - yes) / (len(answers) - 1)] * (len(answers) - 1))))
        return done
