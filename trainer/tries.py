"""The tries at one call: the first, which counts, and those that branch from it where a turn was taken again.

A further try is an attempt of its own with the events before the turn copied into it, so that it is resumed, judged and
branched from like any other. It always is practice, and no list but this tree shows it. Tries are numbered in the order
they were begun; the first is 1.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer import deskwork
from trainer.words import nth

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from scenarios.transcript import Ended, Event, RepActed, RepSaid, Transcript
    from trainer.call import Call
    from trainer.records.store import AttemptRow, Store, StoreError

IN_A_TEST = "This call is a test: its turns can be taken again after it has ended."
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
COUNTS = "Your first try is the one that counts."


@dataclass(frozen=True, kw_only=True)
class Again:
    """What a further try was taken from."""

    other: Transcript
    """the try it branches from, as far as it went"""
    turn: int
    """the rep's turn in it that is taken again"""
    number: int
    above: Again | None = None
    """what that try was taken from itself; None where it is the first"""

    @property
    def of(self) -> int:
        """The number of the try it branches from."""
        return self.above.number if self.above else 1

    @property
    def beside_first(self) -> Again:
        """The same try as one taken from the first, which counts: the turn is the one from which the two differ."""
        if self.above is None:
            return self
        first = self.above.beside_first
        return Again(other=first.other, turn=min(self.turn, first.turn), number=self.number)

    def begun(self, events: Sequence[Event]) -> bool:
        """Whether anything was said or done in this try, of whose call these are the events."""
        return any(event.turn >= self.turn for event in events)

    @property
    def old(self) -> RepSaid | RepActed:
        """What the rep said or did in that turn before."""
        return next(event for event in turns_of(self.other.events) if event.turn == self.turn)


@dataclass(frozen=True, kw_only=True)
class FurtherTry:
    """A further try under way."""

    call: Call
    attempt: str | None
    """None where it is not kept"""
    again: Again


@dataclass(frozen=True, kw_only=True)
class Try:
    """One try as the tree shows it."""

    row: AttemptRow
    number: int
    of: int
    """number of the try it branches from; 0 for the first"""
    depth: int
    transcript: Transcript

    @property
    def ended(self) -> Ended | None:
        return deskwork.ended(self.transcript.events)

    @property
    def instead(self) -> str:
        """What was said or done in the turn that was taken again; empty for the first try, or where nothing was yet."""
        return "" if self.row.parent_turn is None else deskwork.words_at(self.transcript.events, self.row.parent_turn)


def try_name(number: int) -> str:
    """``first try``, ``second try``, ``11th try``."""
    return f"{_ORDINALS[number - 1] if 0 < number <= len(_ORDINALS) else nth(number)} try"


def turns_of(events: Sequence[Event]) -> list[RepSaid | RepActed]:
    """The rep's own turns, replies and desk work alike."""
    return [event for event in events if event.kind in ("said", "acted")]


def labels_of(events: Sequence[Event]) -> dict[str, RepSaid | RepActed]:
    """The rep's own turns by what is typed to choose one: a reply by its number, desk work as ``d1``, ``d2``."""
    counted = {"said": 0, "acted": 0}
    labels = {}
    for event in turns_of(events):
        counted[event.kind] += 1
        labels[f"{'' if event.kind == 'said' else 'd'}{counted[event.kind]}"] = event
    return labels


def turn_words(events: Sequence[Event], turn: int) -> str:
    """A turn of the rep as it is spoken of: ``your reply 2``, ``/refund``."""
    did = next((event for event in turns_of(events) if event.turn == turn), None)
    return f"/{did.do}" if did and did.kind == "acted" else f"your reply {max(1, deskwork.reply_number(events, turn))}"


def answer_to(events: Sequence[Event], turn: int) -> str:
    """What the customer said to a turn of the rep; empty where something else came first."""
    after = (event for event in events if event.turn > turn)
    following = next((event for event in after if event.kind in ("said", "acted", "replied")), None)
    return following.text if following and following.kind == "replied" else ""


def may_take_again(events: Sequence[Event], *, practice: bool) -> bool:
    """A test is played through first."""
    return practice or deskwork.ended(events) is not None


def take_again(
    other: Transcript,
    scenario: Scenario,
    turn: int,
    *,
    above: Again | None = None,
    store: Store | None = None,
    on_trouble: Callable[[StoreError], None] | None = None,
) -> FurtherTry:
    """The call as it stood before the rep's ``turn``, with the same seed and scenario, to be played on and kept as a branch.

    ``above`` is what the call itself was taken from, where it is a further try: a turn from before the two parted is taken from
    that one, and a try in which nothing was said or done gives up its place. Without a store, or where the records refuse, it is played unkept.
    Raises what ``rewound`` raises.
    """
    from trainer.records.store import StoreError
    from trainer.wiring import resume_call, rewound

    while above is not None and turn < above.turn:
        other, above = above.other, above.above
    call = rewound(other, scenario, turn)
    if store is not None and other.id:
        try:
            drop_empty(store, other.id)
            attempt = keep_try(store, other.id, turn, call.transcript, scenario)
            kept = resume_call(store, attempt, on_trouble=on_trouble)
            return FurtherTry(call=kept, attempt=attempt, again=Again(other=other, turn=turn, number=_number(store, attempt), above=above))
        except StoreError as error:
            if on_trouble is None:
                raise
            on_trouble(error)
    return FurtherTry(call=call, attempt=None, again=Again(other=other, turn=turn, number=above.number + 1 if above else 2, above=above))


def keep_try(store: Store, other: str, turn: int, transcript: Transcript, scenario: Scenario) -> str:
    """Keep a try that branches from the attempt ``other``, as far as it went, and return its id. Raises StoreError."""
    row = store.attempt(other)
    return store.begin(row.scenario, row.content, row.seed, row.intensity, True, scenario.model_dump_json(), parent=(row.id, turn), shared=transcript.events)


def again_of(store: Store, attempt: str) -> Again | None:
    """What a kept try was taken from; None for a first try. Raises StoreError."""
    row = store.attempt(attempt)
    if row.parent is None or row.parent_turn is None:
        return None
    return Again(other=store.load(row.parent), turn=row.parent_turn, number=_number(store, row.id), above=again_of(store, row.parent))


def tree_of(store: Store, attempt: str) -> list[Try]:
    """All tries at the call that an attempt, first or further, belongs to: each followed by those that branch from it. Raises StoreError."""
    first = first_of(store, attempt)
    rows = [first, *store.branches(first.id)]
    numbers = {row.id: number for number, row in enumerate(rows, 1)}

    def below(row: AttemptRow, depth: int) -> list[Try]:
        here = Try(row=row, number=numbers[row.id], of=numbers.get(row.parent or "", 0), depth=depth, transcript=store.load(row.id))
        return [here, *(found for child in rows if child.parent == row.id for found in below(child, depth + 1))]

    return below(first, 0)


def branches_of(store: Store, attempt: str) -> list[Try]:
    """The tries that branch from one, and those that branch from them, as the tree has them; without those in which nothing was
    said yet. Raises StoreError."""
    rows = store.branches(attempt)
    mine, parents = {row.id for row in rows}, {row.parent for row in rows}
    tree = tree_of(store, attempt) if mine else []
    return [found for found in tree if found.row.id in mine and (found.instead or found.row.id in parents)]


def first_of(store: Store, attempt: str) -> AttemptRow:
    """The first try of the tree an attempt stands in. Raises StoreError."""
    row = store.attempt(attempt)
    while row.parent is not None:
        row = store.attempt(row.parent)
    return row


def drop_empty(store: Store, attempt: str) -> None:
    """Take the tries in which nothing was said or done out of the tree that an attempt stands in: whoever only looked has not
    used up a try. Raises StoreError."""
    tries = tree_of(store, attempt)
    parents = {one.row.parent for one in tries}
    for one in tries:
        if one.row.parent and not one.instead and one.row.finished is None and one.row.id not in parents:
            store.drop_branch(one.row.id)


def _number(store: Store, attempt: str) -> int:
    ids = [row.id for row in store.branches(first_of(store, attempt).id)]
    return ids.index(attempt) + 2 if attempt in ids else 1
