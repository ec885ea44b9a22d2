"""The real backstage: library, call, scorers and records behind the screens. Imports stand inside the methods: see backstage."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trainer.errors import CoolheadError
from trainer.tui.backstage import Judged, Past, PlayCall, Reopened
from trainer.words import moment_words

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from scenarios.transcript import Event, Transcript
    from scoring.scores import Debrief, Dimension, Scorecard
    from trainer.disagreeing import Disagreement
    from trainer.instead import Moment
    from trainer.opinion.asking import Asking
    from trainer.overrules import Overrule
    from trainer.picking.listed import Listed
    from trainer.records.store import AttemptRow, Store
    from trainer.tries import Again, Try
    from trainer.voices.choice import VoiceChoice
    from trainer.voices.sitting import Sitting
    from trainer.word_given import Group


SHOWN = 5
"""Unfinished calls offered; older ones can still be opened by ``coolhead resume``."""


@cache
def at_rest() -> None:
    """Take what is loaded by now out of the garbage collector's rounds, once: it stays to the end, and one round through all of it holds a frame up for a tenth of a second."""
    gc.freeze()


class House:
    """Opens each part of the program when it is first needed. Used by one thread at a time."""

    def __init__(self, store: str | None = None, voice: VoiceChoice | None = None) -> None:
        self._chosen = voice
        self._sitting: Sitting | None = None
        self._place = Path(store) if store else None
        self._store: Store | None = None
        self._followed: dict[str, str | None] = {}
        """for a second part that was looked for: the attempt it opens on"""

    def scenarios(self) -> list[Listed]:
        from trainer.finding import at_hand, pack_titles
        from trainer.picking.listed import listed

        packs = pack_titles()
        return [listed(entry, packs) for entry in at_hand()]

    def past(self) -> tuple[list[Past], list[Past]]:
        from trainer.finding import at_hand
        from trainer.home import call_of_shift
        from trainer.records.titles import with_kept_titles

        store = self.records()
        of_shift = call_of_shift(store)  # comes with the shift
        unfinished = [row for row in store.unfinished() if row.id != of_shift][:SHOWN]
        finished, further = [row for row in store.attempts() if row.finished], store.further()
        titles = with_kept_titles(store, ((row.id, row.scenario) for row in (*unfinished, *finished)), {entry.id: entry.title for entry in at_hand()})
        going = [_past(row, titles, _replies(store, row.id)) for row in unfinished]
        return going, [replace(_past(row, titles, 0), further=further.get(row.id, 0)) for row in finished]

    def notices(self) -> tuple[str, ...]:
        return self._store.notices if self._store else ()

    def find(self, name: str, seed: int, *, after: str | None = None, language: str | None = None) -> Scenario:
        from scenarios.library import find
        from trainer.finding import own_folders

        found = find(name, own_folders(), seed, language=language)
        if found.call_back is None and after is None:
            return found
        from trainer.second_part import first_call, opened_after, opened_after_newest

        self._followed[found.scenario] = first_call(found, after, self.records)
        return opened_after(found, after, name, self.records) if after else opened_after_newest(found, self.records)

    def warm(self, scenario: Scenario) -> None:
        import trainer.wiring  # noqa: F401 - loads all a call needs
        from scoring.reading import default_reader
        from scoring.reading.context import context_of

        self._voices().begin()
        default_reader().read("Good morning, let me look at that.", context_of((), scenario))
        at_rest()

    def start(self, scenario: Scenario, seed: int, intensity: str, practice: bool, on_trouble: Callable[[str], None]) -> tuple[PlayCall, str | None]:
        from trainer.wiring import start_call

        store: Store | None = None
        try:
            store = self.records()
        except CoolheadError as error:  # without records the call is played all the same
            on_trouble(error.sentence)
        call, attempt = start_call(scenario, seed, intensity, store, practice, on_trouble=lambda error: on_trouble(error.sentence))
        if attempt and (followed := self._followed.get(scenario.scenario)):
            from trainer.second_part import FOLLOWS

            with contextlib.suppress(CoolheadError):
                self.remark(attempt, FOLLOWS, {"attempt": followed})
        return self._voices().speak_for(call), attempt

    def reopen(self, attempt: str) -> Reopened:
        from trainer.tries import again_of
        from trainer.wiring import kept_scenario

        store = self.records()
        row = store.attempt(attempt)
        return Reopened(row.id, kept_scenario(store, row.id), store.load(row.id), row.seed, row.intensity, row.practice, again_of(store, row.id))

    def resume(self, attempt: str, on_trouble: Callable[[str], None]) -> PlayCall:
        from trainer.wiring import resume_call

        return self._voices().speak_for(resume_call(self.records(), attempt, on_trouble=lambda error: on_trouble(error.sentence)))

    def take_again(
        self, other: Transcript, scenario: Scenario, turn: int, above: Again | None, on_trouble: Callable[[str], None]
    ) -> tuple[PlayCall, str | None, Again]:
        from trainer.tries import take_again

        store = self.records() if other.id else None
        taken = take_again(other, scenario, turn, above=above, store=store, on_trouble=lambda error: on_trouble(error.sentence))
        return self._voices().speak_for(taken.call), taken.attempt, taken.again

    def drop_empty(self, attempt: str) -> None:
        from trainer.tries import drop_empty

        drop_empty(self.records(), attempt)

    def further_tries(self, attempt: str) -> list[Try]:
        from trainer.tries import branches_of

        return branches_of(self.records(), attempt)

    def command(self, line: str, scenario: Scenario) -> tuple[str, dict[str, str]]:
        from trainer.commands import parse_command

        return parse_command(line, scenario)

    def rubric(self) -> str:
        from trainer.open_rubric import sections
        from trainer.rubrics import rubric_in_use

        rules = rubric_in_use()
        lines = [f"Rubric {rules.version}. Four scores of 0 to 100, never a total.", ""]
        for part in sections(rules):
            begins = "" if part.base is None else f", from {part.base:.0f}"
            lines += [f"{part.title.upper()}{begins}", part.about, *(f"  {line}" for line in part.lines), ""]
        return "\n".join(lines)

    def scored(self) -> tuple[str, ...]:
        from scoring.rubric import describe
        from trainer.rubrics import rubric_in_use

        return describe(rubric_in_use())

    def judge(self, transcript: Transcript, scenario: Scenario) -> Judged:
        from scoring.scores import DIMENSIONS
        from trainer.counterfactual import with_better_lines
        from trainer.picking.listed import listed
        from trainer.rubrics import rubric_in_use
        from trainer.second_part import second_parts
        from trainer.wiring import judge

        card, talk = judge(transcript, scenario)
        rubric = rubric_in_use()
        titles = {dimension: rubric.dimensions[dimension].title for dimension in DIMENSIONS}
        rules = {criterion.id: criterion.told for criterion in rubric.criteria}
        follows = tuple(listed(entry, {}) for entry in second_parts(scenario))
        overrules, before = self._made_of(transcript.id, card)
        return Judged(
            card,
            with_better_lines(talk, transcript, scenario),
            titles,
            rules,
            follows,
            overrules=overrules,
            scored_before=before,
            coached=self._coached(transcript.id),
            before=self._before(transcript.id, scenario),
        )

    def _made_of(self, attempt: str, card: Scorecard) -> tuple[tuple[Overrule, ...], str]:
        """What a trainer made of a kept call's scores, and what is to be said where another rubric scored it first."""
        from trainer.overrules import kept_card, overrules_of
        from trainer.rubrics import scored_before

        try:
            store = self.records()
            return overrules_of(store, attempt), scored_before(kept_card(store, attempt).rubric, card.rubric)
        except CoolheadError:  # not kept, or not yet closed
            return (), ""

    def overrule(self, attempt: str, dimension: Dimension, to: float | None, *, reason: str, by: str) -> tuple[Overrule, ...]:
        from trainer.overrules import overrule, overrules_of

        store = self.records()
        overrule(store, attempt, dimension=dimension, to=to, reason=reason, by=by)
        return overrules_of(store, attempt)

    def finish(self, attempt: str, transcript: Transcript, card: Scorecard) -> None:
        from trainer.wiring import close_attempt

        close_attempt(self.records(), attempt, transcript, card)

    def voice(self) -> tuple[VoiceChoice, str]:
        return self._voices().choice, self._voices().standing

    def choose_voice(self, choice: VoiceChoice) -> str:
        return self._voices().choose(choice)

    def second_opinion(self, transcript: Transcript, talk: Debrief) -> Asking:
        from trainer.opinion.opening import asking_for

        return asking_for(self._voices(), transcript, talk)

    def close(self) -> None:
        if self._sitting:
            self._sitting.close()

    def _voices(self) -> Sitting:
        if self._sitting is None:
            from trainer.voices.sitting import Sitting

            self._sitting = Sitting(self._chosen)
        return self._sitting

    def save_draft(self, attempt: str, text: str) -> None:
        self.records().save_draft(attempt, text)

    def draft(self, attempt: str) -> str:
        return self.records().draft(attempt)

    def save_rating(self, attempt: str, rating: dict[str, Any]) -> None:
        self.records().save_rating(attempt, rating)

    def said_of(self, attempt: str) -> tuple[dict[str, Any], tuple[Disagreement, ...]]:
        from trainer.disagreeing import kept

        store = self.records()
        return store.rating(attempt) or {}, kept(store, attempt)

    def disagree(self, attempt: str, said: Disagreement) -> None:
        from trainer.disagreeing import keep

        keep(self.records(), attempt, said)

    def moment(self, transcript: Transcript, scenario: Scenario, turn: int) -> Moment:
        from trainer.instead import Moment

        return Moment(transcript, scenario, turn)

    def remark(self, attempt: str, kind: str, body: Mapping[str, Any]) -> None:
        self.records().remark(attempt, kind, body)

    def coach_unneeded(self, scenario: Scenario) -> bool:
        from trainer.coach import family_of, unneeded

        with contextlib.suppress(CoolheadError):
            return unneeded(self.records(), family_of(scenario))
        return False

    def _before(self, attempt: str, scenario: Scenario) -> tuple[Group, ...]:
        from trainer.second_part import word_before

        with contextlib.suppress(CoolheadError):
            return word_before(self.records(), attempt, scenario) if attempt and scenario.call_back else ()
        return ()

    def _coached(self, attempt: str) -> str:
        from trainer.coach import coached_how

        with contextlib.suppress(CoolheadError):
            return coached_how(self.records(), attempt) if attempt else ""
        return ""

    def report(self, error: BaseException, events: Sequence[Event], doing: str) -> Path | None:
        from trainer.errors import write_bug_report
        from trainer.records.locations import reports_folder

        report = write_bug_report(error, reports_folder(), doing)
        if report and events:
            from scenarios.transcript import Transcript

            with contextlib.suppress(OSError):  # the records hold the call as well; this copy travels with the report
                report.with_suffix(".call.json").write_text(Transcript(events=tuple(events)).model_dump_json(indent=1), encoding="utf-8")
        return report

    def records(self) -> Store:
        if self._store is None:
            from trainer.records.store import Store

            self._store = Store.open(self._place)
        return self._store


def _replies(store: Store, attempt: str) -> int:
    return sum(event.kind == "said" for event in store.load(attempt).events)


def _past(row: AttemptRow, titles: dict[str, str], replies: int) -> Past:
    return Past(row.id, row.scenario, titles[row.scenario], replies, moment_words(row.began))
