"""The ledger as somebody reads it in ten seconds: what went wrong first, in plain sentences, by the number of the reply.

Both views show these groups; neither decides what stands in them. Untruths and promises of one sentence are told once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from trainer.deskwork import reply_number, words_at
from trainer.text import safe_line
from trainer.words import count

if TYPE_CHECKING:
    from scenarios.transcript import Event
    from scoring.scores import LedgerEntry

_WRONG = ("broken", "unsupported", "false")
ARRANGED = "Arranged"
"""What was promised for after the call and is seen to: no word was broken, and nothing is left to do."""
GROUPS = (
    ("Broken or not true", _WRONG),
    ("Put right in time", ("corrected",)),
    (ARRANGED, ("arranged",)),
    ("Still open", ("open",)),
    ("Kept", ("kept",)),
    ("True", ("true",)),
    ("Cannot be told", ("unknown",)),
)
"""What stands under which heading, in the order it is read."""

NOTHING = "You promised nothing and claimed nothing in this call."
NOT_HERE = -1
"""The turn of what was said in another call."""
SAID_MOST = 110
"""Characters of the customer's line that are quoted."""

_CLOCK = re.compile(r"(?<=\w) (\d\d:\d\d)\b")
_NOBODY = "At this desk nobody can promise: "


@dataclass(frozen=True, kw_only=True)
class Account:
    """One thing the rep put their word to, and what became of it."""

    kind: str
    turn: int
    start: int
    end: int
    where: str
    """the reply, by its number"""
    words: str
    told: tuple[str, ...]
    """what became of it, a sentence each"""
    out: str = ""
    """when and how the customer found out; empty where there was nothing to find"""

    @property
    def sentences(self) -> tuple[str, ...]:
        return (*self.told, self.out) if self.out else self.told


@dataclass(frozen=True, kw_only=True)
class Group:
    """What came to the same end."""

    title: str
    accounts: tuple[Account, ...]


def accounts_of(entries: Sequence[LedgerEntry], events: Sequence[Event], customer: str) -> tuple[Group, ...]:
    """The ledger, grouped; groups that hold nothing are left out. ``customer`` is what the customer is called."""
    groups = []
    for title, fates in GROUPS:
        found = _joined([_account(entry, events, customer) for entry in entries if fate_of(entry) in fates])
        if found:
            groups.append(Group(title=title, accounts=found))
    return tuple(groups)


def carried_over(entries: Sequence[LedgerEntry], events: Sequence[Event], customer: str) -> tuple[Group, ...]:
    """What did not hold of the first part's word, for the second part's ledger. ``events`` are the first part's."""
    found = [_account(entry, events, customer) for entry in entries]
    told = [
        replace(one, where=f"Before, {one.where.lower()}", told=(entry.how,) if entry.how and not one.out else one.told)
        for one, entry in zip(found, entries, strict=True)
    ]
    joined = tuple(replace(one, turn=NOT_HERE) for one in _joined(told))
    return (Group(title="Carried over from the first call", accounts=joined),) if joined else ()


def summary(groups: Sequence[Group]) -> str:
    """``2 broken or not true, 1 still open, 4 true.``"""
    parts = [f"{len(group.accounts)} {group.title[0].lower()}{group.title[1:]}" for group in groups]
    return f"{', '.join(parts)}." if parts else NOTHING


def when(moment: str) -> str:
    """A moment as the ledger holds it, spoken: ``tomorrow 12:00`` as ``tomorrow at 12:00``."""
    return _CLOCK.sub(r" at \1", moment)


def fate_of(entry: LedgerEntry) -> str:
    """What became of it, as it is shown: what is open and arranged is told apart from what is only open."""
    return "arranged" if entry.fate == "open" and entry.arranged else entry.fate


def _account(entry: LedgerEntry, events: Sequence[Event], customer: str) -> Account:
    return Account(
        kind=entry.kind,
        turn=entry.turn,
        start=entry.start,
        end=entry.end,
        where=f"Reply {max(1, reply_number(events, entry.turn))}",
        words=safe_line(entry.words),
        told=tuple(safe_line(sentence) for sentence in _told(entry, events)),
        out=_came_out(entry, events, customer) if entry.fate in _WRONG else "",
    )


def _joined(found: Sequence[Account]) -> tuple[Account, ...]:
    """Accounts of stretches that overlap told as one, by the widest words."""
    kept: list[Account] = []
    for one in found:
        at = next((n for n, other in enumerate(kept) if other.turn == one.turn and other.start < one.end and one.start < other.end), None)
        if at is None:
            kept.append(one)
            continue
        wide, narrow = sorted((kept[at], one), key=lambda account: account.start - account.end)
        kept[at] = replace(wide, told=tuple(dict.fromkeys((*wide.told, *narrow.told))), out=wide.out or narrow.out)
    return tuple(kept)


def _told(entry: LedgerEntry, events: Sequence[Event]) -> Iterator[str]:
    """What became of it."""
    if entry.fate in ("broken", "kept", "open") and entry.done:
        yield _sentence(entry.done)
    elif entry.fate == "unsupported":
        yield "More than this desk can do."
    elif entry.fate == "false":
        yield "Not so." if entry.card else "Not so: nothing on your desk bears it out."
    if entry.card and entry.fate in ("unsupported", "false", "corrected"):
        yield _sentence(_card(entry))
    if entry.due:
        yield f"{'Due' if entry.arranged else 'It is due' if entry.fate == 'open' else 'The time you named:'} {when(entry.due)}."
    if entry.fate == "corrected":
        yield f"You put it right in reply {reply_number(events, entry.mended)}." if entry.mended else "You put it right before it came out."


def _card(entry: LedgerEntry) -> str:
    if entry.card.startswith(_NOBODY):
        return f"Nobody here can promise: “{entry.card.removeprefix(_NOBODY).rstrip('.')}”"
    return f"What is so: {entry.card}" if entry.kind == "claim" and not entry.done else f"Your desk: {when(entry.card)}"


def _came_out(entry: LedgerEntry, events: Sequence[Event], customer: str) -> str:
    """When and how the customer found out: in their own words, where they said them."""
    if entry.found_out is None:
        return ""
    if entry.found_out == "after":
        return f"{customer} found out after the call."
    later = sum(1 for event in events if event.kind == "said" and entry.turn < event.turn < entry.found_out)
    soon = f"{count(later, 'reply', 'replies')} later" if later else "at once"
    said = safe_line(words_at(events, entry.found_out), SAID_MOST)
    return f"{customer} found out {soon}{f', and wrote: “{said}”' if said else '.'}"


def _sentence(words: str) -> str:
    line = words.strip()
    return line if not line or line[-1] in ".!?”" else f"{line}."
