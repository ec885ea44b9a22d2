"""After a call in the plain view: how it ended, the trainee's own rating, the debrief, the scores, then whatever is asked for.

At a keyboard the evidence is asked for. Through a pipe nothing is asked, because whatever is left there was meant for the
customer; all the evidence is told instead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scenarios.model import Scenario
from scenarios.transcript import Transcript
from scoring.scores import DIMENSIONS, Debrief, Scorecard
from trainer.disagreeing import Disagreement
from trainer.overrules import Overrule
from trainer.own_view import SAID_MOST, turning_lines
from trainer.plain.console import Console
from trainer.plain.debrief import debrief_lines, ending_lines, evidence_lines, score_line, title
from trainer.plain.going import BACK, bare
from trainer.plain.ledger import ledger_lines
from trainer.plain.lines import first_name
from trainer.plain.looking import Doors, LookingBack
from trainer.plain.overruled import remark_lines

SKIP = "skip"
"""As the prompts call Enter."""
Rating = dict[str, int | str]
RATING_HELP = (
    "Four numbers from 1 to 5 in a row, such as 4 3 5 2: how well you think it went. 5 is best.",
    "Enter: skip it. stop: on to the debrief.",
)
TURNED_HELP = (
    "One sentence: where the call became better or worse, as you felt it.",
    "Enter: skip it. back: your four numbers once more. The debrief comes next.",
)
FIGURES = re.compile(r"[1-5](?:[\s,;]*[1-5])*")
"""Ratings as they are typed in a row."""


class Afterwards:
    """What follows one ended call."""

    def __init__(self, console: Console, transcript: Transcript, scenario: Scenario, doors: Doors) -> None:
        self._console = console
        self._transcript = transcript
        self._scenario = scenario
        self._doors = doors

    def ending(self) -> None:
        self._console.tell_all(ending_lines(self._transcript, self._scenario))

    def ask_rating(self) -> Rating:
        """What the trainee says of the call before we do; empty where they pass, and where they said nothing in it."""
        if not self._console.interactive or not any(event.kind == "said" for event in self._transcript.events):
            return {}
        rating = self._ask_numbers()
        while rating is not None:
            turned = self._console.choose("Where did it turn? One sentence, or Enter to skip:", TURNED_HELP, go_back=False)
            if bare(turned) == BACK[0]:
                rating = self._ask_numbers()
            elif figures := _four(turned):
                if self._console.choose(f"Are {turned} your four numbers? Type yes to take them so, or Enter for no:", TURNED_HELP).lower() in ("yes", "y"):
                    rating = figures
            else:
                said = "" if bare(turned) in ("", SKIP, *BACK) else turned[:SAID_MOST]
                return {**rating, "turning_point": said} if said else rating
        return {}

    def debrief(
        self, card: Scorecard, talk: Debrief, rating: Rating, *, said: Sequence[Disagreement] = (), coached: str = "", overrules: Sequence[Overrule] = ()
    ) -> None:
        """The points, the scores beside the trainee's own, then whatever is asked for. ``coached`` tells of the coach, where there was one."""
        events = self._transcript.events
        self._console.tell("Debrief.", *debrief_lines(talk, events, self._scenario, said))
        self._console.tell(*turning_lines(rating, talk, events, self._scenario))
        self._console.tell_all((coached,) if coached else ())
        for dimension in DIMENSIONS:
            own = f" You said {rating[dimension]} of 5." if dimension in rating else ""
            self._console.tell(score_line(card, dimension, talk.sureness.get(dimension)) + own, *remark_lines(card, overrules, dimension))
            if not self._console.interactive:
                self._console.tell_all(evidence_lines(card, dimension, self._transcript))
        self._console.tell_all(f"Uncertain: {line}" for line in talk.uncertain)
        if self._console.interactive:
            LookingBack(self._console, self._transcript, self._scenario, card, talk, doors=self._doors, said=said).run()
        else:
            self._console.tell_all(ledger_lines(card, self._transcript, first_name(self._scenario), self._doors.before))

    def _ask_numbers(self) -> Rating | None:
        """Four numbers, asked for until they are four or passed over: a slip must not cost the trainee their say. None: no question more."""
        titles = ", ".join(title(dimension).lower() for dimension in DIMENSIONS)
        while True:
            answer = self._console.choose(f"First your own view, four numbers from 1 to 5: {titles}. Enter to skip:", RATING_HELP, go_back=False)
            if answer.lower() in ("", SKIP):
                return {}
            if bare(answer) == BACK[0]:
                self._console.tell("The call is over; there is no way back into it.")
            elif bare(answer) in BACK:
                return None
            elif figures := _four(answer):
                return figures
            else:
                self._console.tell("Those are not four numbers from 1 to 5, such as 4 3 5 2.")


def _four(typed: str) -> Rating | None:
    """Ratings typed in a row, one for each dimension; None for anything else."""
    numbers = re.findall(r"[1-5]", typed) if FIGURES.fullmatch(typed) else []
    return dict(zip(DIMENSIONS, map(int, numbers), strict=True)) if len(numbers) == len(DIMENSIONS) else None
