"""A call's own turns and the tries that branch from it, as flat lines to choose from. Nothing is printed here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scenarios.transcript import Event
from trainer import deskwork
from trainer.plain.debrief import quoted
from trainer.tries import Try, answer_to, labels_of, try_name, turn_words
from trainer.words import ENDINGS


def own_turn_lines(events: Sequence[Event], name: str) -> Iterator[str]:
    """The rep's turns, each with what is typed to choose it and the customer's answer. ``name`` is what the customer is called."""
    for label, event in labels_of(events).items():
        did = f"You: {quoted(event.text)}" if event.kind == "said" else f"Desk: {quoted(deskwork.acted_line(event))}"
        answer = answer_to(events, event.turn)
        yield f"{label}. {did}"
        if answer:
            yield f"   {name}: {quoted(answer)}"


def tree_lines(tries: Sequence[Try]) -> Iterator[str]:
    """The tree from its first try on, a try a line, each saying what it branches from."""
    for one in tries:
        go_on = "" if one.ended else f" Go on with it: coolhead resume {one.row.id[:8]}"
        yield f"{'  ' * one.depth}{one.row.id[:8]}: {try_line(tries, one)}{go_on}"


def try_line(tries: Sequence[Try], one: Try) -> str:
    """What became of one try; ``tries`` is the tree it stands in."""
    name = try_name(one.number).capitalize()
    parent = next((other for other in tries if other.number == one.of), None)
    if parent is None or one.row.parent_turn is None:
        return f"{name}, the one that counts, begun {one.row.began:%Y-%m-%d %H:%M} UTC. {_became(one)}"
    where = turn_words(parent.transcript.events, one.row.parent_turn)
    instead = f" Instead: {quoted(one.instead)}" if one.instead else " Nothing was said in it yet."
    return f"{name}, from {where} in the {try_name(one.of)}. {_became(one)}{instead}"


def _became(one: Try) -> str:
    if one.ended:
        return ENDINGS[one.ended.ending.value].format(name="The customer")
    return "Not played to its end."
