"""After a call in the plain view: how it ended, the trainee's own rating, the debrief, the scores and their evidence.

At a keyboard the evidence is asked for. Through a pipe nothing is asked, because whatever is left there was meant for the
customer; all the evidence is told instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from scenarios.model import Scenario
from scenarios.transcript import Transcript
from scoring.scores import DIMENSIONS, Debrief, Dimension, Scorecard
from trainer.plain.console import Console
from trainer.plain.debrief import debrief_lines, ending_lines, evidence_lines, score_line, score_lines, title
from trainer.plain.ledger import ledger_lines
from trainer.plain.lines import first_name
from trainer.plain.roleswap import swap_places
from trainer.roleswap import KIND, remark, swapped
from trainer.word_given import Group

Keep = Callable[[str, Mapping[str, Any]], None]
"""Keeps a remark of a kind on the attempt; does nothing where the call is not kept."""
Rating = dict[str, int | str]
SAID_MOST = 400
"""Characters kept of where the trainee says it turned."""


class Afterwards:
    """What follows one ended call."""

    def __init__(self, console: Console, transcript: Transcript, scenario: Scenario, *, keep: Keep, before: Sequence[Group] = ()) -> None:
        self._console = console
        self._transcript = transcript
        self._scenario = scenario
        self._keep = keep
        self._before = before

    def ending(self) -> None:
        self._console.tell_all(ending_lines(self._transcript, self._scenario))

    def ask_rating(self) -> Rating:
        """What the trainee says of the call before we do; empty where they pass."""
        if not self._console.interactive:
            return {}
        rating = self._ask_numbers()
        turned = (self._console.ask("Where did it turn? One sentence, or Enter to skip:") or "").strip()[:SAID_MOST]
        return {**rating, "turning_point": turned} if turned else rating

    def debrief(self, card: Scorecard, talk: Debrief, rating: Rating) -> None:
        """The points, the scores beside the trainee's own, then the evidence."""
        self._console.tell("Debrief.", *debrief_lines(talk, card, self._transcript.events))
        if not self._console.interactive:
            self._console.tell_all(score_lines(card, self._transcript, before=self._before))
            return
        for dimension in DIMENSIONS:
            own = f" You said {rating[dimension]} of 5." if dimension in rating else ""
            self._console.tell(score_line(card, dimension) + own)
        self._offer_evidence(card)

    def _ask_numbers(self) -> Rating:
        """Four numbers, asked for until they are four or passed over: a slip must not cost the trainee their say."""
        titles = ", ".join(title(dimension).lower() for dimension in DIMENSIONS)
        while True:
            answer = (self._console.ask(f"First your own view, four numbers from 1 to 5: {titles}. Enter to skip:") or "").strip()
            if not answer:
                return {}
            numbers = re.findall(r"[1-5]", answer) if re.fullmatch(r"[1-5](?:[\s,;]*[1-5])*", answer) else []
            if len(numbers) == len(DIMENSIONS):
                return dict(zip(DIMENSIONS, map(int, numbers), strict=True))
            self._console.tell("Those are not four numbers from 1 to 5, such as 4 3 5 2.")

    def _offer_evidence(self, card: Scorecard) -> None:
        shown: dict[str, Callable[[], None]] = {title(dimension).lower(): partial(self._tell_evidence, card, dimension) for dimension in DIMENSIONS}
        shown["ledger"] = lambda: self._console.tell_all(ledger_lines(card, self._transcript, first_name(self._scenario), self._before))
        shown["other side"] = self._swap_places
        shown["all"] = lambda: self._console.tell_all(score_lines(card, self._transcript, before=self._before))
        names = f"{', '.join(list(shown)[:-1])} or all"
        while answer := (self._console.ask(f"For the evidence type {names}; Enter to finish:") or "").strip().lower():
            if answer in shown:
                shown[answer]()
            else:
                self._console.tell(f"There is nothing under '{answer[:40]}'.")

    def _swap_places(self) -> None:
        """One's own replies, read from the customer's side."""
        swap = swapped(self._scenario, self._transcript.events)
        said = swap_places(self._console, swap)
        if said:
            self._keep(KIND, remark(swap, said))

    def _tell_evidence(self, card: Scorecard, dimension: Dimension) -> None:
        self._console.tell(score_line(card, dimension), *evidence_lines(card, dimension, self._transcript))
