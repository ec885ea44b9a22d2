"""What a model is asked: a card of who it speaks for, how, and one line of direction for the move already decided.

The card comes first and the talk after it, and neither changes from turn to turn, so that what a model has read can be kept.
The direction stands after the rep's last words and is never part of a later prompt.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import groupby

from trainer.voices.prompts.cleaning import cleaned
from trainer.voices.prompts.told import told
from trainer.voices.request import MoveRequest, PersonaCard, Turn, Who

Messages = list[dict[str, str]]

WHO, MANNER, SAMPLE, SAID, MEANING = 700, 240, 200, 600, 400
"""Characters at most of: who the customer is, how they write, a line in their manner, a turn of the talk, the meaning to keep."""

MOST_TALK, BLOCK = 9_000, 8
"""Characters of the talk in a prompt; the oldest turns go in blocks of so many, so that what was read stays of use for a while."""


def messages(request: MoveRequest, quirks: Mapping[str, bool] | None = None) -> Messages:
    """The prompt for one line.

    ``quirks`` says what the model's template will not have: ``system`` false or ``system_last`` true puts the card into the
    first user turn; ``own_first`` true lets the customer's opening stand first. Roles always take turns.
    """
    quirks = quirks or {}
    talk = _recent(request.talk)
    card = _card(request)
    folded = not quirks.get("system", True) or quirks.get("system_last", False)
    opening = told().opening
    said: Messages = [] if folded else [{"role": "system", "content": card}]
    if folded or not quirks.get("own_first", False):
        said.append({"role": "user", "content": f"{card}\n\n{opening}" if folded else opening})
    for who, turns in groupby(talk, key=lambda turn: turn.who):
        _add(said, "assistant" if who is Who.CUSTOMER else "user", " ".join(cleaned(turn.text, SAID) for turn in turns))
    direction = f"[direction: {_direction(request)}]"
    if talk and talk[-1].who is Who.REP:
        said[-1]["content"] += f"\n{direction}"
    else:
        _add(said, "user", f"({told().no_reply})\n{direction}" if talk else direction)
    return said


@lru_cache(maxsize=1)
def instructions() -> tuple[str, ...]:
    """Every sentence of the prompt that is no customer's: what a line must not read out."""
    words = told()
    return (
        words.card,
        *words.rules,
        *words.moves.values(),
        *words.bands.values(),
        *words.intensities.values(),
        *(example.direction for example in words.examples),
    )


def _add(said: Messages, role: str, content: str) -> None:
    if said and said[-1]["role"] == role:
        said[-1]["content"] += f"\n{content}"
    else:
        said.append({"role": role, "content": content})


def _card(request: MoveRequest) -> str:
    words, card = told(), request.persona
    who = words.card.format(
        name=cleaned(card.name, 80),
        about=cleaned(card.about, WHO) or "A customer.",
        business=cleaned(card.business, MANNER) or "a service desk",
        manner=cleaned(card.manner, MANNER).rstrip(".") or "in plain, short sentences",
        samples=" / ".join(_samples(card)) or "none",
    )
    rules = "\n".join(f"- {rule}" for rule in (*words.rules, words.intensities[request.intensity]))
    shown = "\n".join(f"Rep: {one.rep}\n[direction: {one.direction}]\nCustomer: {one.line}" for one in words.examples)
    return f"{who.strip()}\n\nRules:\n{rules}\n\nExamples, from other chats:\n{shown}"


def _samples(card: PersonaCard) -> list[str]:
    return [cleaned(sample, SAMPLE) for sample in card.samples[:2]]


def _direction(request: MoveRequest) -> str:
    words = told()
    parts = [words.moves[request.act], words.bands[request.band]]
    if request.concern:
        parts.append(f"it is about: {cleaned(request.concern, MEANING)}")
    if request.question:
        parts.append(f"put this question: {cleaned(request.question, MEANING)}")
    return "; ".join([*parts, f"keep this meaning: {cleaned(request.written, MEANING)}"])


def _recent(talk: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """The talk without its oldest turns where it is very long."""
    while len(talk) > BLOCK and sum(min(len(turn.text), SAID) for turn in talk) > MOST_TALK:
        talk = talk[BLOCK:]
    return talk
