"""Past calls in the plain view: the list of them, and one looked at again with its scores and what a trainer made of them."""

from __future__ import annotations

from trainer.finding import at_hand
from trainer.overrules import kept_card, overrules_of
from trainer.plain.console import Console
from trainer.plain.debrief import ending_lines, score_lines
from trainer.plain.overruled import ask_overrule, overruled_lines
from trainer.records.store import AttemptRow, Store
from trainer.wiring import kept_scenario

SHOWN = 20
"""Past calls offered; older ones can be named to the commands."""


def look_back(console: Console, store: Store) -> None:
    """Offer past calls until none is chosen. Raises CoolheadError for one that cannot be read."""
    rows = [row for row in store.attempts(SHOWN * 5) if row.finished][:SHOWN]
    if not rows:
        console.tell("There are no past calls yet.")
        return
    titles = {entry.id: entry.title for entry in at_hand()}
    console.tell(*(f"{number}. {titles.get(row.scenario, row.scenario)}, played {row.began.astimezone():%d %B, %H:%M}." for number, row in enumerate(rows, 1)))
    while answer := (console.ask("Number of the past call, or Enter to go back:") or "").strip():
        if answer.isascii() and answer.isdigit() and len(answer) < 4 and 0 < int(answer) <= len(rows):
            _look_at(console, store, rows[int(answer) - 1])
        else:
            console.tell(f"There is no past call '{answer[:20]}' on the list; it has 1 to {len(rows)}.")


def _look_at(console: Console, store: Store, row: AttemptRow) -> None:
    card, transcript = kept_card(store, row.id), store.load(row.id)
    console.tell_all(ending_lines(transcript, kept_scenario(store, row.id)))
    console.tell(f"Scored by rubric {card.rubric}.")
    console.tell_all(overruled_lines(card, overrules_of(store, row.id)))
    while answer := (console.ask("Type all for the evidence, overrule if you are the trainer, or Enter to go back:") or "").strip().lower():
        if answer == "all":
            console.tell_all(score_lines(card, transcript))
        elif answer == "overrule":
            ask_overrule(console, store, row.id, card)
        else:
            console.tell(f"There is nothing under '{answer[:40]}'.")
