"""The plain view from the briefing to the debrief; what stands before it is in ``home.py``. It only asks and tells; what happens is decided elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from scenarios.model import Scenario
from scenarios.moves import Intensity
from scenarios.transcript import Transcript
from scoring.rubric import describe
from trainer.call import Call
from trainer.coach import KIND, Coach
from trainer.counterfactual import with_better_lines
from trainer.disagreeing import kept as kept_disagreements
from trainer.errors import Exit, say
from trainer.finding import fresh_seed, scenario_named
from trainer.home import call_of_shift, first_words
from trainer.modes import mode_named, opener
from trainer.opinion.opening import asking_for
from trainer.overrules import overrules_of
from trainer.plain.afterwards import Afterwards
from trainer.plain.briefing import briefing_lines
from trainer.plain.console import Console
from trainer.plain.conversation import Conversation, Left, last_heard
from trainer.plain.debrief import so_far
from trainer.plain.going import Quitted, Went, WentHome, kept
from trainer.plain.home import GOODBYE, at_home
from trainer.plain.keeping import Keeping, not_kept
from trainer.plain.looking import Doors
from trainer.plain.pickup import PickUp, ask_pick_up
from trainer.plain.rewinding import Rewinding
from trainer.records.store import AttemptRow, Store, StoreError
from trainer.rubrics import rubric_in_use
from trainer.second_part import FOLLOWS, first_call, offer, opened_after, opened_after_newest, second_parts
from trainer.settings.current import notices, settings
from trainer.text import safe_line
from trainer.tries import again_of
from trainer.voices.choice import VoiceChoice, kept_choice
from trainer.voices.sitting import Sitting
from trainer.wiring import finish_call, judge, kept_scenario, resume_call, start_call
from trainer.words import count

KEPT_IN_SHIFT = "The call is kept. It goes on with the shift."
SCORES_TOLD = 1
"""Calls before which it is told how one is scored; after that on ``rubric``."""


def run_plain(
    scenario: str | None = None,
    seed: int | None = None,
    intensity: str | None = None,
    resume: str | None = None,
    console: Console | None = None,
    after: str | None = None,
    language: str | None = None,
    coach: bool = False,
    voice: VoiceChoice | None = None,
    mode: str | None = None,
    asked: Mapping[str, Any] | None = None,
) -> int:
    """Run the plain view and return its exit code. Raises CoolheadError for a scenario or attempt that cannot be had."""
    sitting = Sitting(voice)
    view = PlainView(console or Console(), Intensity(intensity or settings().intensity), sitting, coach=coach)
    try:
        try:
            if resume:
                code = view.go_on(resume)
            elif scenario:
                code = view.play(scenario, seed, after=after, language=language)
            elif mode and (form := mode_named(mode)):
                code = int(opener(form.plain)(view, **(asked or {})))
            else:
                code = at_home(view, seed)
        except WentHome:
            code = at_home(view, seed)
        if left := view.console.left_over():
            view.console.tell(f"{count(left, 'line')} of the input {'was' if left == 1 else 'were'} not used: nothing was left to answer.")
        return code
    except Quitted:
        view.console.tell(*(GOODBYE,) if view.console.interactive else ())
        return Exit.DONE
    finally:
        sitting.close()


class PlainView:
    """One sitting in the plain view."""

    def __init__(self, console: Console, intensity: Intensity, sitting: Sitting, *, coach: bool = False) -> None:
        self.console = console
        self._sitting = sitting
        self._intensity = intensity
        self._coached = coach or (settings().coach and console.interactive)
        """whether the coach is called at the start of a call; the trainee's last word on it counts"""
        self._metered: bool | None = None
        """whether the mood is told in practice, where the trainee said so; else as the settings have it"""
        self.skills_told = False
        """whether the skills one can drill were told in this sitting: then they are told on asking"""
        self._scores_told = False
        """whether it was told in this sitting how one is scored: once is enough"""
        self.console.tell_all(notices())
        self._store = self._open_store()

    def play(self, name: str, seed: int | None, *, after: str | None = None, language: str | None = None) -> int:
        """Brief, play and debrief one scenario; a second part follows the call ``after``, or else the newest of its first."""
        chosen = fresh_seed() if seed is None else seed
        scenario = scenario_named(name, chosen, language=language)
        followed = first_call(scenario, after, self.records)
        scenario = opened_after(scenario, after, name, self.records) if after else opened_after_newest(scenario, self.records)
        return self.take(scenario, chosen, followed=followed)

    def take(self, scenario: Scenario, seed: int, *, followed: str | None = None, debrief: bool = True) -> int:
        """Brief and play one call; ``debrief`` follows, or where it is for later only how the call ended."""
        self._sitting.begin()
        scored = not self._scores_told and (not self.console.interactive or self._calls_kept() < SCORES_TOLD)
        self._scores_told = self._scores_told or scored
        self.console.tell_all(briefing_lines(scenario, scored=scored))
        if not self.console.interactive:  # from a pipe every line is a reply
            return self._begin(scenario, seed, practice=False, followed=followed, debrief=debrief)
        usual = PickUp(practice=self._coached or settings().practice, intensity=self._intensity, coached=self._coached, metered=settings().meter)
        chosen = ask_pick_up(self.console, usual, scenario)
        if chosen is None:
            return Exit.DONE
        if chosen.practice or chosen.coached != usual.coached:
            self._coached = chosen.coached if chosen.practice else self._coached
        self._metered = chosen.metered
        return self._begin(scenario, seed, practice=chosen.practice, intensity=chosen.intensity, followed=followed, debrief=debrief)

    def _calls_kept(self) -> int:
        try:
            return len(self._store.attempts(SCORES_TOLD)) if self._store else 0
        except StoreError:
            return 0

    def play_first(self, name: str, seed: int | None) -> int:
        """The first call of somebody new: three lines on what is scored, then the customer speaks."""
        chosen = fresh_seed() if seed is None else seed
        scenario = scenario_named(name, chosen)
        self._sitting.begin()
        self.console.tell(f"{scenario.title}. You answer for {safe_line(scenario.business or f'a {scenario.trade}')}.", *first_words(describe(rubric_in_use())))
        self._scores_told = True
        self.console.tell("On your desk: /record is the order or the file, /policy what you may decide, /desk what you can do. /briefing tells all of it.")
        return self._begin(scenario, chosen, practice=self.console.interactive)

    def _begin(
        self, scenario: Scenario, seed: int, *, practice: bool, intensity: Intensity | None = None, followed: str | None = None, debrief: bool = True
    ) -> int:
        call, attempt = start_call(scenario, seed, intensity or self._intensity, self._store, practice, on_trouble=not_kept)
        if attempt and followed:
            Keeping(self._store, attempt).remark(FOLLOWS, {"attempt": followed})
        return self._converse(call, scenario, attempt, practice=practice, debrief=debrief)

    def go_on(self, attempt: str, *, debrief: bool = True) -> int:
        """Take up a kept call where it stopped; one of a shift goes on as part of that shift."""
        if self._store is None:
            return Exit.MISSING
        if debrief and attempt == call_of_shift(self._store):
            from trainer.plain.shift import run_shift

            return run_shift(self, at_once=True)
        row = self._store.attempt(attempt)
        practice, scenario = row.practice, kept_scenario(self._store, attempt)
        if row.finished:
            return self._look_back(self._store, attempt, scenario)
        if again := again_of(self._store, attempt):
            self.console.tell(f"Going on with a further try at: {scenario.title}.")
            Rewinding(self.console, scenario, self._store, self._sitting).play(resume_call(self._store, attempt, on_trouble=not_kept), attempt, again)
            return Exit.DONE
        call = resume_call(self._store, attempt, on_trouble=not_kept)
        if self.console.interactive:  # whoever comes back wants to know where they are; from a pipe nobody can ask for the rest
            how, told = f"{so_far(call.transcript.events)} Next, the customer's last line; /log tells the call so far, /briefing", last_heard(call)
        else:
            how, told = "The call so far follows; /briefing tells", 0
        self.console.tell(f"Going on with: {scenario.title}. {how} what stood before it.")
        return self._converse(call, scenario, attempt, practice=practice, debrief=debrief, told=told)

    def _converse(self, call: Call, scenario: Scenario, attempt: str | None, *, practice: bool, debrief: bool, told: int = 0) -> int:
        keeping = Keeping(self._store, attempt)
        coach = Coach(scenario, practice=practice, keep=partial(keeping.remark, KIND))
        coached = self._coached and (practice or not self.console.interactive)
        if coached and self.console.interactive:
            self.console.tell(coach.begin(unneeded=partial(keeping.coach_unneeded, scenario)))
        elif coached:
            say("The coach needs somebody at the keyboard; this call goes without.")
        rewinding = Rewinding(self.console, scenario, self._store, self._sitting, coach=coach)
        self._sitting.speak_for(call)
        try:
            talk = Conversation(
                self.console,
                call,
                scenario,
                practice=practice,
                coach=coach,
                rewind=rewinding.offer,
                sitting=self._sitting,
                metered=self._metered,
                told=told,
            )
            left = talk.run()
        except KeyboardInterrupt:
            if attempt:
                say(f"\n{kept('call', self.console, Quitted())}")
            raise
        except Went as went:
            if debrief or not attempt:  # a shift says what becomes of itself, and of its call with it
                self.console.tell(kept("call", self.console, went) if attempt else "The call was not kept.")
            raise
        self._coached = coach.on if practice else self._coached
        if left is Left.PAUSED:
            self.console.tell("The call was not kept." if not attempt else kept("call", self.console) if debrief else KEPT_IN_SHIFT)
            return Exit.DONE
        self._debrief(call, scenario, attempt, coach, whole=debrief)
        return Exit.DONE

    def _debrief(self, call: Call, scenario: Scenario, attempt: str | None, coach: Coach, *, whole: bool) -> None:
        """How it ended, then the trainee's own rating, then ours, unless the ``whole`` of it is for later."""
        keeping = Keeping(self._store, attempt)
        after = Afterwards(self.console, call.transcript, scenario, self._doors(call.transcript, scenario, keeping, coach))
        after.ending()
        try:
            card, talk = finish_call(call, scenario, self._store, attempt)
        except StoreError as error:
            not_kept(error)
            card, talk = judge(call, scenario)
        if not whole:
            return
        rating = after.ask_rating()
        keeping.rate(rating)
        after.debrief(card, with_better_lines(talk, call.transcript, scenario), rating, coached=keeping.coached_how())
        self.console.tell_all(offer(entry) for entry in second_parts(scenario))

    def _look_back(self, store: Store, attempt: str, scenario: Scenario) -> int:
        """The debrief of a call played before, with what the trainee said of it then."""
        transcript = store.load(attempt)
        card, talk = judge(transcript, scenario)
        self.console.tell(f"Looking back at: {scenario.title}.")
        keeping = Keeping(store, attempt)
        after = Afterwards(self.console, transcript, scenario, self._doors(transcript, scenario, keeping))
        after.ending()
        talk = with_better_lines(talk, transcript, scenario)
        after.debrief(
            card,
            talk,
            store.rating(attempt) or {},
            said=kept_disagreements(store, attempt),
            coached=keeping.coached_how(),
            overrules=overrules_of(store, attempt),
        )
        return Exit.DONE

    def _doors(self, transcript: Transcript, scenario: Scenario, keeping: Keeping, coach: Coach | None = None) -> Doors:
        """Where one can go from this call's debrief."""
        rewinding = Rewinding(self.console, scenario, self._store, self._sitting, coach=coach)
        before = keeping.word_before(scenario)
        return Doors(
            rewind=lambda: rewinding.offer(transcript),
            disagree=keeping.disagree,
            remark=keeping.remark,
            opinion=partial(asking_for, self._sitting, transcript),
            before=before,
        )

    @property
    def kept(self) -> Store | None:
        """The records where they could be opened; to look at, never to fail for."""
        return self._store

    def settings_changed(self, key: str) -> None:
        """A setting was changed, or set as usual: what this sitting took from it follows."""
        if key in ("intensity", "settings"):
            self._intensity = settings().intensity
        if key in ("coach", "settings"):
            self._coached = settings().coach
        if key.startswith("voice") or key == "settings":
            self._sitting.choose(kept_choice())

    def voice(self, typed: str) -> str:
        """What comes of a voice that is typed, such as ``http http://127.0.0.1:8080``."""
        return self._sitting.told(typed)

    def records(self) -> Store:
        """The records; asked for where a call cannot do without them. Raises StoreError."""
        return self._store or Store.open()

    def unfinished(self) -> AttemptRow | None:
        """The newest call that was put aside; records that refuse are spoken of."""
        try:
            return next(iter(self._store.unfinished()), None) if self._store else None
        except StoreError as error:
            say(str(error))
            return None

    def _open_store(self) -> Store | None:
        try:
            store = Store.open()
        except StoreError as error:
            not_kept(error)
            return None
        self.console.tell(*store.notices)
        return store
