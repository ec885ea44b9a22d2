"""Taking a turn again in the plain view: the turns to choose from, the further try itself, then both futures as lines.

From a pipe nothing is asked, because every line there was meant for the customer: the turn is named with the command.
"""

from __future__ import annotations

from functools import partial

from scenarios.model import Scenario
from scenarios.transcript import Transcript
from trainer import deskwork
from trainer.call import Call
from trainer.coach import KIND, Coach
from trainer.errors import CoolheadError
from trainer.futures import futures_of
from trainer.overrules import kept_notes
from trainer.plain.console import Console
from trainer.plain.conversation import Conversation, Left, last_heard
from trainer.plain.debrief import quoted
from trainer.plain.futures import mood_lines, point_lines, result_lines, said_lines, turn_lines
from trainer.plain.keeping import Keeping, not_kept
from trainer.plain.lines import first_name
from trainer.plain.tries import own_turn_lines, try_line
from trainer.records.store import Store, StoreError
from trainer.tries import COUNTS, Again, Try, again_of, branches_of, drop_empty, labels_of, take_again, tree_of, try_name, turn_words, turns_of
from trainer.voices.sitting import Sitting
from trainer.wiring import finish_call, judge, resume_call

TURN_HELP = (
    "A number: that reply of yours, said anew; the call goes on from there as a further try.",
    "d1: the first action at the desk. try 2: read a try so far. The first try counts.",
)
ON_HELP = ("on: go on with this try where it stopped. Enter: leave it as it is.",)
COMPARE_HELP = ("mood: the customer's mood in both. points: the points that changed. said: all that was said.",)


class Rewinding:
    """Further tries at one call, and at those tries. ``above`` is what the try one stands in was taken from, ``coach`` the one beside it."""

    def __init__(
        self, console: Console, scenario: Scenario, store: Store | None, sitting: Sitting, above: Again | None = None, *, coach: Coach | None = None
    ) -> None:
        self._console = console
        self._scenario = scenario
        self._store = store
        self._sitting = sitting
        self._above = above
        self._coach = coach
        self.played = False
        """whether a further try was played on from here"""

    def offer(self, other: Transcript, chosen: str = "") -> bool:
        """Let one of the rep's turns be chosen, unless ``chosen`` names it by its number, and take it again.

        From a try in which nothing was said yet, a turn of the one it was taken from is chosen; True where that has taken its
        place. What stands in the way is said; it must not cost the call from which somebody went back.
        """
        if self._above and not self._above.begun(other.events):
            before = Rewinding(self._console, self._scenario, self._store, self._sitting, self._above.above, coach=self._coach)
            before.offer(self._above.other, chosen)
            return before.played
        try:
            self._offer(other, chosen)
        except CoolheadError as error:
            self._console.tell(error.sentence)
        return False

    def play(self, call: Call, attempt: str | None, again: Again) -> None:
        """Play a further try until it is over or stopped, then set it beside the first."""
        self.played = True
        where = turn_words(again.other.events, again.turn)
        self._console.tell(f"{try_name(again.number).capitalize()}, from {where}. {COUNTS} /stop ends this one, /log tells the call so far.")
        self._console.tell(f"In your {try_name(again.of)} there stood: {quoted(deskwork.words_at(again.other.events, again.turn))}")
        keeping = Keeping(self._store, attempt, what="try")
        coach = Coach(self._scenario, practice=True, keep=partial(keeping.remark, KIND), on=self._coach is not None and self._coach.on)
        inner = Rewinding(self._console, self._scenario, self._store, self._sitting, again, coach=coach)
        self._sitting.speak_for(call)
        told = last_heard(call)
        talk = Conversation(self._console, call, self._scenario, practice=True, coach=coach, rewind=inner.offer, told=told, further=True, sitting=self._sitting)
        if talk.run() is Left.REPLACED:
            return
        if call.ended:
            try:
                finish_call(call, self._scenario, self._store, attempt)
            except StoreError as error:
                _not_kept(error)
        if again.begun(call.transcript.events):
            self._compare(again, call.transcript)
            return
        self._console.tell("Nothing was said in that try. It is not kept.")
        if self._store and attempt:
            try:
                drop_empty(self._store, attempt)
            except StoreError as error:
                _not_kept(error)

    def _offer(self, other: Transcript, chosen: str) -> None:
        if not turns_of(other.events):
            self._console.tell("You have taken no turn yet.")
            return
        tries = branches_of(self._store, other.id) if self._store and other.id else []
        if not chosen:
            self._console.tell("Your turns:", *own_turn_lines(other.events, first_name(self._scenario)))
            if tries and self._store:
                whole = tree_of(self._store, other.id)
                self._console.tell("Tries so far:", *(try_line(whole, one) for one in tries))
            if not self._console.interactive:
                return
            or_desk = ", or d and a number for the desk" if "d1" in labels_of(other.events) else ""
            or_try = " Or try and its number, to read one so far." if tries else ""
            chosen = self._console.choose(f"Number of the reply to take again{or_desk}, or Enter to go back.{or_try}", TURN_HELP)
        if chosen:
            self._choose(other, chosen, tries)

    def _choose(self, other: Transcript, chosen: str, tries: list[Try]) -> None:
        word, _, rest = chosen.lower().partition(" ")
        turns = labels_of(other.events)
        if word == "try" and (one := next((one for one in tries if str(one.number) == rest.strip()), None)):
            self._read(one)
        elif found := turns.get(chosen.lower().lstrip("0")):
            self._take(other, found.turn)
        else:
            self._console.tell(f"There is no '{chosen[:40]}' to take again. There is: {', '.join(turns)}.")

    def _take(self, other: Transcript, turn: int) -> None:
        taken = take_again(other, self._scenario, turn, above=self._above, store=self._store, on_trouble=_not_kept)
        self.play(taken.call, taken.attempt, taken.again)

    def _read(self, one: Try) -> None:
        """A kept try beside the first; one that has not ended can be gone on with."""
        again = again_of(self._store, one.row.id) if self._store else None
        if self._store is None or again is None:
            return
        self._compare(again, one.transcript)
        ask = "This try has not ended. Type on to go on with it, or Enter to leave it:"
        if one.ended is None and self._console.choose(ask, ON_HELP).lower() == "on":
            self.play(resume_call(self._store, one.row.id, on_trouble=_not_kept), one.row.id, again)

    def _compare(self, taken: Again, transcript: Transcript) -> None:
        """A try beside the first, which counts."""
        again = taken.beside_first
        (before, _), (after, _) = judge(again.other, self._scenario), judge(transcript, self._scenario)
        notes = (kept_notes(self._store, again.other.id, before), kept_notes(self._store, transcript.id, after)) if self._store else ((), ())
        futures = futures_of(again, self._scenario, transcript, before=before, after=after, notes=notes)
        self._console.tell(f"Your {try_name(again.number)} beside your {try_name(again.of)}.", *turn_lines(futures), *result_lines(futures))
        parts = {"mood": mood_lines, "points": point_lines, "said": said_lines}
        if not self._console.interactive:
            self._console.tell(*mood_lines(futures), *point_lines(futures))
            return
        ask = "Type mood for the customer's mood in both, points for the points that changed, said for all that was said; Enter to go back:"
        while answer := self._console.choose(ask, COMPARE_HELP).lower():
            told = parts.get(answer)
            self._console.tell_all(told(futures) if told else (f"There is nothing under '{answer[:40]}'.",))


def _not_kept(error: StoreError) -> None:
    not_kept(error, "try")
