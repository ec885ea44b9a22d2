"""Looking back at a call line by line: the evidence of a score, a line in full, a point worded anew, a disagreement.

The ledger, the other side and the rewind are opened from here too. One prompt, one line typed, flat lines told. What is typed is a word and perhaps a number, for every line and point bears one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from scenarios.model import Scenario
from scenarios.transcript import Transcript
from scoring.scores import DIMENSIONS, Debrief, Dimension, Evidence, Scorecard
from trainer.deskwork import words_at
from trainer.disagreeing import Disagreement, disagreement, reason_for, standing
from trainer.errors import CoolheadError
from trainer.instead import Moment
from trainer.opinion.asking import Asking
from trainer.plain.console import Console
from trainer.plain.debrief import evidence_lines, numbered, row_lines, score_line, title
from trainer.plain.ledger import ledger_lines
from trainer.plain.lines import first_name, transcript_lines
from trainer.plain.opinion import tell_opinion
from trainer.plain.roleswap import swap_places
from trainer.retyped import Retyped, retyped
from trainer.roleswap import KIND, remark, swapped
from trainer.rubrics import rubric_in_use
from trainer.text import safe_line
from trainer.word_given import Group

KeepDisagreement = Callable[[Disagreement], None]
KeepRemark = Callable[[str, Mapping[str, Any]], None]
"""Keeps a remark of a kind on the attempt; does nothing where the call is not kept."""

EXPORT = "To hand your results on, type in a shell: coolhead export all --out results.csv. A copy of all your data, disagreements too: settings, then export copy.zip."
TYPED = re.compile(r"(?:(line|again|disagree)\s*)?(?:(line|point)\s*)?(\d{1,4})", re.IGNORECASE)
HELP = (
    "A score's name: its evidence, each line with a number. all: that of all four. A number: that line in full.",
    "again 1: word the reply of point 1 anew, as often as you like; nothing of it counts. again line 7: the reply of line 7.",
    "disagree 7: say why you disagree with line 7; disagree point 1: with point 1. No score changes.",
    "ledger: what you promised and claimed. transcript: the whole call. other side: your own replies, as the customer got them.",
    "second opinion: what a language model says of single replies, where the settings ask for one. It is no part of your score.",
    EXPORT,
)
AGAIN_HELP = ("A reply in your own words: hear what it would have done. As often as you like; nothing of it counts.", "Enter: back to the debrief.")
DISAGREE_HELP = ("A few words on how you would judge it. They are kept with the call; no score changes.", "none: take back what you said. Enter: leave it.")
DONE = ("finish", "done")
"""As the prompt calls Enter."""
HALVES = {
    "again": "Again and the number of a point, such as again 1; or again line 7.",
    "disagree": "Disagree and the number of a line, such as disagree 7; or disagree point 1.",
    "line": "A line's number alone tells it in full, such as 7.",
    "point": "Again 1 words point 1 anew; disagree point 1 says why you disagree with it.",
}
"""Words that a number is missing from."""
FIRST = "Type all for the evidence, a line's number for that line in full, again 1 to word point 1 anew, help for more, or Enter to finish:"
NEXT = "What next? Help lists it, a number tells that line of the evidence, words says what a term means, Enter finishes:"
REWIND = "rewind: take one of your turns again, and play on from there as long as you like. Enter: finish."


@dataclass(frozen=True, kw_only=True)
class Doors:
    """Where one can go from a debrief, and what is kept of what one says there."""

    rewind: Callable[[], object] | None = None
    disagree: KeepDisagreement | None = None
    """None where the call is not kept"""
    remark: KeepRemark
    opinion: Callable[[Debrief], Asking] | None = None
    """what a model is to be asked; None where there is nobody to ask for one. Raises CoolheadError"""
    before: Sequence[Group] = ()
    """what a second part's ledger begins with"""


class LookingBack:
    """The questions after a debrief, until Enter."""

    def __init__(
        self,
        console: Console,
        transcript: Transcript,
        scenario: Scenario,
        card: Scorecard,
        talk: Debrief,
        *,
        doors: Doors,
        said: Sequence[Disagreement] = (),
    ) -> None:
        self._console, self._transcript, self._scenario = console, transcript, scenario
        self._card, self._talk = card, talk
        self._doors, self._said = doors, standing(said)

    def run(self) -> None:
        prompt = FIRST
        helped = (*HELP, *((REWIND,) if self._doors.rewind else ()))
        while (answer := self._console.choose(prompt, helped, again=NEXT).lower()) and answer not in DONE:
            self._answer(answer)
            prompt = NEXT

    def _answer(self, answer: str) -> None:
        tell = self._console.tell_all
        named = next((d for d in DIMENSIONS if answer in (d, title(d).lower())), None)
        if named:
            tell(self._evidence(named))
        elif answer in HALVES:
            self._console.tell(HALVES[answer])
        elif answer in ("ledger", "promises", "claims", "promises and claims"):
            tell(ledger_lines(self._card, self._transcript, first_name(self._scenario), self._doors.before))
        elif answer in ("all", "evidence", "scores", "the evidence", "all of it"):
            tell(line for dimension in DIMENSIONS for line in self._evidence(dimension))
        elif answer == "transcript":
            tell(transcript_lines(self._transcript, self._scenario, numbered=True))
        elif answer in ("other side", "other"):
            self._swap_places()
        elif answer in ("second opinion", "opinion") and self._doors.opinion:
            tell_opinion(self._console, partial(self._doors.opinion, self._talk), self._card, self._transcript)
        elif answer == "rewind" and self._doors.rewind:
            self._doors.rewind()
        elif typed := TYPED.fullmatch(answer):
            self._numbered(typed[1] or "line", typed[2] or ("point" if typed[1] == "again" else "line"), int(typed[3]))
        else:
            self._console.aside(f"There is nothing under '{answer[:40]}'. Type help for what there is.")

    def _evidence(self, dimension: Dimension) -> Iterator[str]:
        """One score, and what earned or cost it."""
        yield score_line(self._card, dimension, self._talk.sureness.get(dimension))
        yield from evidence_lines(self._card, dimension, self._transcript, self._said)

    def _numbered(self, what: str, of: str, number: int) -> None:
        rows = [point.row for point in self._talk.points] if of == "point" else [item for _, item in numbered(self._card)]
        if not 0 < number <= len(rows):
            self._console.tell(f"There is no {of} {number}; there are {len(rows)}.")
        elif what == "again":
            self._word_anew(self._talk.points[number - 1].turn if of == "point" else self._reply_of(rows[number - 1]), rows[number - 1])
        elif what == "disagree":
            self._disagree(rows[number - 1])
        elif of == "point":
            self._console.tell(f"Say again {number} or disagree point {number}; the evidence has its own numbers.")
        else:
            self._console.tell_all(row_lines(self._card, number, self._transcript, self._said))

    def _reply_of(self, row: Evidence) -> int:
        """The reply a line is about: where a chance was let go, the one that answered."""
        said = [e.turn for e in self._transcript.events if e.kind == "said"]
        return next((turn for turn in said if turn >= row.turn), said[-1])

    def _word_anew(self, turn: int, row: Evidence) -> None:
        try:
            moment = Moment(self._transcript, self._scenario, turn)
        except CoolheadError as error:
            self._console.tell(f"This moment cannot be played again. {error.sentence}")
            return
        self._console.tell(
            f"Customer: {safe_line(moment.asked)}", f"You wrote: {safe_line(moment.first.reply.text)}", f"Customer: {safe_line(moment.first.answer)}"
        )
        self._console.tell(rubric_in_use().criterion(row.rule).told)
        while (text := self._console.choose("What would you say instead? Enter to go back:", AGAIN_HELP, several=True)) and text.strip():
            self._console.tell_all(_came(retyped(moment, text)))

    def _disagree(self, row: Evidence) -> None:
        before = reason_for(self._said, row)
        back = "none to take it back" if before else "Enter to leave it"
        if before:
            self._console.tell(f"So far you said: {safe_line(before)}")
        reason = self._console.choose(f"{row.says} How would you judge it, in a few words? Or {back}:", DISAGREE_HELP)
        if not reason or (reason.lower() == "none" and not before):
            return
        words = words_at(self._transcript.events, row.turn)[row.start : row.end]
        said = disagreement(row, "" if reason.lower() == "none" else reason, words=words, card=self._card, events=self._transcript.events)
        self._said = standing((*self._said, said))
        if self._doors.disagree:
            self._doors.disagree(said)
        self._console.tell(
            "Kept with this call; only you see it, unless you hand on a copy of your data. No score changes."
            if self._doors.disagree
            else "Noted; this call is not kept, so this is not either."
        )

    def _swap_places(self) -> None:
        """One's own replies, read from the customer's side."""
        swap = swapped(self._scenario, self._transcript.events)
        if said := swap_places(self._console, swap):
            self._doors.remark(KIND, remark(swap, said))


def _came(came: Retyped) -> Iterator[str]:
    """What came of one try."""
    for mark in came.marks:
        yield f"  '{safe_line(came.text[mark.start : mark.end], 120)}' {mark.words}."
    if came.note:
        yield f"  {came.note}"
    yield f"Customer: {safe_line(came.answer)}" if came.answer else "The call would have ended here."
    if came.felt:
        yield came.felt
    yield from (f"  {row}" for row in (*came.gone, *came.come))
    if not came.gone and not came.come:
        yield "  The evidence at this moment stays as it was."
