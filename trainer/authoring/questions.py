"""The plain questions a new scenario is made from, and the example that stands behind each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields

from scenarios.quantities import Money, parse_money
from trainer.authoring.emit import clean

LONGEST = 600
"""Characters of an answer that are kept."""


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What the author said. An empty ``limit`` means no money, an empty ``knows`` that it will be written later."""

    business: str
    trade: str
    name: str
    voice: str
    went_wrong: str
    opening: str
    remedy: str
    limit: str
    never: str
    knows: str


EXAMPLE = Answers(
    business="Pellow Cycles",
    trade="bicycle repair",
    name="Ruth Amadi",
    voice="plain",
    went_wrong="the bicycle was promised for the weekend and is still in pieces",
    opening="You said the weekend. The weekend has been, and my bicycle is still in bits on your floor.",
    remedy="finish the repair by tomorrow evening and bring the bicycle to the door",
    limit="25 GBP",
    never="I promise it will be ready tonight",
    knows="we ordered the new wheel two days late",
)


NEUTRAL = {"remedy": "put it right by tomorrow evening", "never": "I promise this will never happen again", "knows": ""}
"""Stands in place of the example once the trouble is the author's own, so that no file tells of two businesses."""


@dataclass(frozen=True)
class Question:
    """One question. ``help`` says in a line what is wanted; ``from_letter`` whether a letter leaves it open."""

    key: str
    ask: str
    help: str = ""
    from_letter: bool = True


QUESTIONS = (
    Question("business", "What is your business called?"),
    Question("trade", "What does it do?", "Two or three words."),
    Question("name", "Who writes? Invent a name."),
    Question("voice", "What are they like?", "Choose by number; any can be changed later."),
    Question("went_wrong", "What went wrong? One sentence.", from_letter=False),
    Question("opening", "How does the customer put it, in the first thing they write?", from_letter=False),
    Question("remedy", "What would put it right? Finish the sentence: We can ..."),
    Question("limit", "How much money may the rep give for the trouble, without asking anyone?", "An amount such as 25 GBP; no for none."),
    Question("never", "What must nobody promise here? Write it as a rep might say it."),
    Question("knows", "What does the rep know that the customer does not? One sentence."),
)


def default_for(key: str, found: Answers, defaults: Answers) -> str:
    """The example, or what fits any trouble once the author has told their own."""
    if found.went_wrong == defaults.went_wrong:
        return str(getattr(found, key))
    return sentence(found.went_wrong) if key == "opening" else NEUTRAL.get(key, str(getattr(found, key)))


def used(key: str, answer: str, choices: list[str]) -> str:
    """An answer as it is used; ``choices`` are the names one may choose by number. Raises ValueError with a plain sentence."""
    return _USED.get(key, _as_it_is)(answer, choices)


def cleaned(answer: str) -> str:
    """What somebody typed, harmless and not too long."""
    return clean(answer)[:LONGEST].strip()


def _as_it_is(text: str, _: list[str]) -> str:
    return text


def _voice(text: str, names: list[str]) -> str:
    if text.isascii() and text.isdigit() and 1 <= int(text[:4]) <= len(names):
        return names[int(text) - 1]
    if text.lower() in names:
        return text.lower()
    raise ValueError(f"Write a number from 1 to {len(names)}.")


def _limit(text: str, _: list[str]) -> str:
    if text.lower().strip(".") in ("no", "none", "nothing", "0", "-"):
        return ""
    return str(money(text))


def money(text: str) -> Money:
    """An amount as people write it: ``25 GBP``, ``£25``, ``25 pounds``, ``25``. Raises ValueError in a plain sentence."""
    from trainer.authoring.letter.details import amounts_of

    try:
        return parse_money(text, "GBP")
    except ValueError:
        found = amounts_of(text)
        if len(found) == 1:
            return found[0]
    raise ValueError("Write an amount with its currency, such as 25 GBP or 30 EUR.")


def _trade(text: str, names: list[str]) -> str:
    if not (text.isascii() and text.isdigit() and names):
        return text
    return _voice(text, names)


def help_for(question: Question, choices: Sequence[tuple[str, str]]) -> str:
    """What is wanted, in a line; where a trade is guessed, that another may be named."""
    return "The first is a guess. Choose by number, or write two or three words of your own." if question.key == "trade" and choices else question.help


_USED: dict[str, Callable[[str, list[str]], str]] = {"voice": _voice, "trade": _trade, "limit": _limit}


def sentence(text: str) -> str:
    """A sentence with its capital and its full stop."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text[-1:] in ".!?…" else ".")


def changed(answers: Answers, defaults: Answers) -> set[str]:
    """The questions whose default was not taken."""
    given = {field.name: getattr(answers, field.name) for field in fields(Answers)}
    return {key for key, value in given.items() if value not in (getattr(defaults, key), NEUTRAL.get(key))}
