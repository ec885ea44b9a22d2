"""Which replies a model is asked about, and the prompts: only what both sides of the chat saw, never a score or a mood."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scenarios.transcript import CustomerSaid, Event, RepSaid
from trainer.opinion.items import Item, items
from trainer.voices.prompts.cleaning import cleaned

LETTERS = "ABCDEF"

MOST_REPLIES = 4
"""Replies asked about: those the debrief speaks of come first."""

SAID = 700
"""Characters of either side's words in a prompt."""

_END = re.compile(r"[.!?…]+[\"'”’)]*(?=\s)|\n+")


@dataclass(frozen=True)
class Question:
    """One item, put about one reply."""

    item: Item
    turn: int
    customer: str
    """what the reply answers, as it was shown"""
    reply: str

    @property
    def sentences(self) -> tuple[str, ...]:
        """The reply's sentences, each just as it stands there."""
        ends = [found.end() for found in _END.finditer(self.reply)]
        cut = (self.reply[start:end].strip() for start, end in zip([0, *ends], [*ends, len(self.reply)], strict=True))
        return tuple(sentence for sentence in cut if sentence)


def questions_of(events: Sequence[Event], first: Sequence[int] = ()) -> tuple[Question, ...]:
    """What is asked of a call; the replies at the turns ``first`` before the others, all of one reply together."""
    replies, customer = dict[int, tuple[str, str]](), ""
    for event in events:
        if isinstance(event, CustomerSaid):
            customer = event.text
        elif isinstance(event, RepSaid) and event.text.strip():
            replies[event.turn] = (customer, event.text)
    turns = [turn for turn in dict.fromkeys((*first, *replies)) if turn in replies][:MOST_REPLIES]
    return tuple(Question(item, turn, *replies[turn]) for turn in sorted(turns) for item in items().items)


def prompt(question: Question, asked: str, answers: Sequence[str], quirks: Mapping[str, bool]) -> list[dict[str, str]]:
    """The messages that put ``asked`` with these answers, lettered in their order; ``quirks`` as a drafter knows its template's."""
    words = items()
    exchange = words.exchange.format(customer=cleaned(question.customer, SAID), reply=cleaned(question.reply, SAID))
    listed = "\n".join(f"{letter}: {cleaned(answer, SAID)}" for letter, answer in zip(LETTERS, answers, strict=False))
    put = words.put.format(question=asked, answers=listed).strip()
    user = f"{exchange}\n{put}"
    if not quirks.get("system", True) or quirks.get("system_last", False):
        return [{"role": "user", "content": f"{words.card}\n\n{user}"}]
    return [{"role": "system", "content": words.card}, {"role": "user", "content": user}]
