"""The ledger as flat lines: how much of what was said held, then each thing under its heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scenarios.transcript import Transcript
from scoring.scores import Scorecard
from trainer.word_given import Group, accounts_of, summary


def ledger_lines(card: Scorecard, transcript: Transcript, customer: str = "The customer", before: Sequence[Group] = ()) -> Iterator[str]:
    """Each promise and claim and what became of it: ``before``, carried over from a first part, then what went wrong first."""
    groups = (*before, *accounts_of(card.ledger, transcript.events, customer))
    yield f"Ledger: {summary(groups)}"
    for group in groups:
        yield f"{group.title}:"
        for account in group.accounts:
            yield " ".join((f"  {account.where}, {account.kind}: “{account.words}”", *account.sentences))
