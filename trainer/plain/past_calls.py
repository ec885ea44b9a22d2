"""Past calls in the plain view: the list of them, and one looked at again with its scores and what a trainer made of them."""

from __future__ import annotations

from collections.abc import Callable

from trainer.coach import coached_how
from trainer.finding import at_hand
from trainer.modes import Mode, mode_named
from trainer.overrules import kept_card, overrules_of
from trainer.plain.console import Console
from trainer.plain.debrief import ending_lines, score_lines
from trainer.plain.looking import EXPORT
from trainer.plain.overruled import ask_overrule, overruled_lines
from trainer.records.store import AttemptRow, Store
from trainer.records.titles import with_kept_titles
from trainer.wiring import kept_scenario
from trainer.words import moment_words

SHOWN = 20
"""Past calls offered; older ones can be named to the commands."""


PROMPT = "Number of the past call for its debrief, scores and its number for a trainer's word on it, or Enter to go back:"
HELP = (
    "A number: the debrief of that call, with its points, evidence, ledger, again and rewind.",
    "scores 2: the scores of call 2 and what a trainer made of them; there a trainer can overrule one.",
    EXPORT,
)


def look_back(console: Console, store: Store, debrief: Callable[[str], object]) -> Mode | None:
    """Offer past calls until none is chosen; ``debrief`` opens one. A form of practice that is typed here is handed back.
    Raises CoolheadError for one that cannot be read."""
    rows = [row for row in store.attempts(SHOWN * 5) if row.finished][:SHOWN]
    if not rows:
        console.tell("There are no past calls yet.")
        return None
    titles = with_kept_titles(store, ((row.id, row.scenario) for row in rows), {entry.id: entry.title for entry in at_hand()})
    console.tell_list(f"{number}. {titles[row.scenario]}, played {moment_words(row.began)}." for number, row in enumerate(rows, 1))
    while answer := console.choose(PROMPT, HELP):
        if mode := mode_named(answer.lower()):
            return mode
        word, _, number = answer.lower().rpartition(" ")
        if word in ("", "scores", "debrief") and number.isascii() and number.isdigit() and len(number) < 4 and 0 < int(number) <= len(rows):
            row = rows[int(number) - 1]
            if word == "scores":
                _look_at(console, store, row)
            else:
                debrief(row.id)
        else:
            console.tell(f"There is no past call '{answer[:20]}' on the list; it has 1 to {len(rows)}.")
    return None


def _look_at(console: Console, store: Store, row: AttemptRow) -> None:
    card, transcript = kept_card(store, row.id), store.load(row.id)
    console.tell_all(ending_lines(transcript, kept_scenario(store, row.id)))
    console.tell(f"Scored by rubric {card.rubric}.", *filter(None, (coached_how(store, row.id),)))
    console.tell_all(overruled_lines(card, overrules_of(store, row.id)))
    ask = "Type all for the evidence, overrule if you are the trainer, or Enter to go back:"
    while answer := console.choose(ask, ("all: the evidence of each score. overrule: set a score, with a reason; the measured one stays.",)).lower():
        if answer == "all":
            console.tell_all(score_lines(card, transcript))
        elif answer == "overrule":
            ask_overrule(console, store, row.id, card)
        else:
            console.tell(f"There is nothing under '{answer[:40]}'.")
