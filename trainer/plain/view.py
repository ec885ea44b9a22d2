"""The plain view from the list of scenarios to the debrief. It only asks and tells; what happens is decided elsewhere."""

from __future__ import annotations

import re

from scenarios.model import Scenario
from scenarios.moves import Intensity
from scoring.scores import DIMENSIONS, Dimension, Scorecard
from trainer.call import Call
from trainer.errors import ContentError, Exit, UsageError, say
from trainer.finding import at_hand, scenario_named
from trainer.plain.briefing import briefing_lines, catalogue_lines
from trainer.plain.console import Console
from trainer.plain.conversation import Conversation, Left
from trainer.plain.debrief import debrief_lines, ending_lines, evidence_lines, ledger_lines, score_line, title
from trainer.records.store import AttemptRow, Store, StoreError
from trainer.wiring import finish_call, judge, kept_scenario, resume_call, start_call

KEPT = "The call is kept. Go on with: coolhead resume"


def run_plain(
    scenario: str | None = None, seed: int | None = None, intensity: str | None = None, resume: str | None = None, console: Console | None = None
) -> int:
    """Run the plain view and return its exit code. Raises CoolheadError for a scenario or attempt that cannot be had."""
    view = PlainView(console or Console(), Intensity(intensity or Intensity.REAL))
    if resume:
        return view.go_on(resume)
    if scenario:
        return view.play(scenario, seed)
    return view.choose(seed)


class PlainView:
    """One sitting in the plain view."""

    def __init__(self, console: Console, intensity: Intensity) -> None:
        self._console = console
        self._intensity = intensity
        self._store = self._open_store()

    def choose(self, seed: int | None) -> int:
        """Offer the list until nothing more is chosen."""
        entries = at_hand()
        while True:
            self._console.tell("Coolhead, plain view. Scenarios:", *catalogue_lines(entries))
            waiting = self._unfinished()
            if waiting:
                named = next((entry.title for entry in entries if entry.id == waiting.scenario), waiting.scenario)
                self._console.tell(f"A call of {waiting.began:%d %B} was put aside: {named}. Type resume to go on with it.")
            answer = (self._console.ask("Number of the scenario, or Enter to leave:") or "").strip()
            if not answer or answer.lower() in ("q", "quit", "exit"):
                return Exit.DONE
            chosen = entries[int(answer) - 1].id if answer.isascii() and answer.isdigit() and 0 < int(answer[:6]) <= len(entries) else answer
            try:
                code = self.go_on(waiting.id) if waiting and answer.lower() == "resume" else self.play(chosen, seed)
            except (UsageError, ContentError) as error:
                self._console.tell(str(error))
                continue
            if code != Exit.DONE or not self._console.interactive:
                return code

    def play(self, name: str, seed: int | None) -> int:
        """Brief, play and debrief one scenario."""
        scenario = scenario_named(name)
        self._console.tell_all(briefing_lines(scenario))
        practice = False
        if self._console.interactive:  # from a pipe every line is a reply
            answer = self._console.ask("Press Enter to pick up, or type practice to be told the mood on the way:")
            if answer is None:
                return Exit.DONE
            practice = answer.strip().lower() in ("practice", "practise", "p")
        call, attempt = start_call(scenario, seed, self._intensity, self._store, practice, on_trouble=_not_kept)
        return self._converse(call, scenario, attempt, practice=practice)

    def go_on(self, attempt: str) -> int:
        """Take up a kept call where it stopped."""
        if self._store is None:
            return Exit.MISSING
        practice = self._store.attempt(attempt).practice
        scenario = kept_scenario(self._store, attempt)
        self._console.tell_all(briefing_lines(scenario))
        call = resume_call(self._store, attempt, on_trouble=_not_kept)
        return self._converse(call, scenario, attempt, practice=practice)

    def _converse(self, call: Call, scenario: Scenario, attempt: str | None, *, practice: bool) -> int:
        try:
            left = Conversation(self._console, call, scenario, practice=practice).run()
        except KeyboardInterrupt:
            if attempt:
                say(f"\n{KEPT}")
            raise
        if left is Left.PAUSED:
            self._console.tell(KEPT if attempt else "The call was not kept.")
            return Exit.DONE
        self._debrief(call, scenario, attempt)
        return Exit.DONE

    def _debrief(self, call: Call, scenario: Scenario, attempt: str | None) -> None:
        """How it ended, then the trainee's own rating, then ours."""
        self._console.tell(*ending_lines(call.transcript, scenario))
        try:
            card, talk = finish_call(call, scenario, self._store, attempt)
        except StoreError as error:
            _not_kept(error)
            card, talk = judge(call, scenario)
        rating = self._ask_rating()
        if rating and self._store is not None and attempt:
            try:
                self._store.save_rating(attempt, rating)
            except StoreError as error:
                _not_kept(error)
        self._console.tell("Debrief.", *debrief_lines(talk, call.transcript.events))
        for dimension in DIMENSIONS:
            own = f" You said {rating[dimension]} of 5." if dimension in rating else ""
            self._console.tell(score_line(card, dimension) + own)
        self._offer_evidence(card, call)

    def _ask_rating(self) -> dict[str, int | str]:
        """What the trainee says of the call before we do; empty where they pass."""
        titles = ", ".join(title(dimension).lower() for dimension in DIMENSIONS)
        answer = self._console.ask(f"First your own view, four numbers from 1 to 5: {titles}. Enter to skip:")
        numbers = re.findall(r"[1-5]", answer or "") if re.fullmatch(r"[1-5\s,;]*", answer or "") else []
        rating: dict[str, int | str] = dict(zip(DIMENSIONS, map(int, numbers), strict=True)) if len(numbers) == len(DIMENSIONS) else {}
        turned = (self._console.ask("Where did it turn? One sentence, or Enter to skip:") or "").strip()[:400]
        return {**rating, "turning_point": turned} if turned else rating

    def _offer_evidence(self, card: Scorecard, call: Call) -> None:
        words: dict[str, Dimension] = {dimension: dimension for dimension in DIMENSIONS}
        while True:
            answer = (self._console.ask(f"For the evidence type {', '.join(DIMENSIONS)}, ledger or all; Enter to finish:") or "").strip().lower()
            if not answer:
                return
            asked = list(DIMENSIONS) if answer == "all" else [words[answer]] if answer in words else []
            for dimension in asked:
                self._console.tell(score_line(card, dimension), *evidence_lines(card, dimension, call.transcript))
            if answer in ("all", "ledger"):
                self._console.tell(*(list(ledger_lines(card, call.transcript)) or ["The ledger is empty: nothing was promised or claimed."]))

    def _unfinished(self) -> AttemptRow | None:
        try:
            return next(iter(self._store.unfinished()), None) if self._store else None
        except StoreError as error:
            say(str(error))
            return None

    def _open_store(self) -> Store | None:
        try:
            store = Store.open()
        except StoreError as error:
            _not_kept(error)
            return None
        self._console.tell(*store.notices)
        return store


def _not_kept(error: StoreError) -> None:
    say(f"This call is not being kept. {error}")
