"""What the screens need from the rest of the program, as one small protocol; tests stand in for it.

``House`` in ``house.py`` is the real one. It is loaded after the first frame, because the models, the store and the
reader cost more than the frame itself. Every method may be slow and is called on the play thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from trainer.words import count

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from scenarios.transcript import Event, RepSaid, Transcript
    from scoring.scores import Debrief, Dimension, Scorecard
    from trainer.disagreeing import Disagreement
    from trainer.instead import Moment
    from trainer.opinion.asking import Asking
    from trainer.overrules import Overrule
    from trainer.picking.listed import Listed
    from trainer.records.store import Store
    from trainer.tries import Again, Try
    from trainer.voices.choice import VoiceChoice
    from trainer.word_given import Group


class PlayCall(Protocol):
    """As much of a call as the screens use."""

    notice: str
    """a sentence about the last reply that the trainee should see; mostly empty"""
    hint: str
    """in a guided call, a word that goes with the customer's last line; mostly empty"""
    aside: str
    """a sentence about the customer's voice that the trainee should see once; mostly empty"""
    on_drafting: Callable[[], None] | None
    """told, on the play thread, that the customer's words are still being found"""

    def hurry(self) -> None:
        """Wait no longer for them. From any thread."""
        ...

    @property
    def transcript(self) -> Transcript: ...

    def draft(self, text: str) -> RepSaid: ...

    def say(self, text: str) -> tuple[Event, ...]: ...

    def act(self, do: str, args: dict[str, str]) -> tuple[Event, ...]: ...

    def leave(self) -> tuple[Event, ...]: ...


@dataclass(frozen=True)
class Past:
    """An attempt on the list, finished or not."""

    id: str
    scenario: str
    title: str
    replies: int
    """the trainee's, so far, of an unfinished one"""
    when: str
    """the day it was begun, in words"""
    further: int = 0
    """how many further tries branch from it"""

    @property
    def so_far(self) -> str:
        """How far an unfinished one has come."""
        return f"after {count(self.replies, 'reply', 'replies')}" if self.replies else "no reply yet"


@dataclass(frozen=True)
class Reopened:
    """An attempt taken up again: the scenario as it was when played, and what happened so far."""

    id: str
    scenario: Scenario
    transcript: Transcript
    seed: int
    intensity: str
    practice: bool
    again: Again | None = None
    """for a further try, what it was taken from"""


@dataclass(frozen=True)
class Judged:
    """All a debrief shows."""

    card: Scorecard
    debrief: Debrief
    titles: dict[Dimension, str]
    """the rubric's name for each score, in the order they are shown"""
    rules: Mapping[str, str] = field(default_factory=dict)
    """the rubric's own words of each rule"""
    second_parts: tuple[Listed, ...] = ()
    """scenarios whose customer calls back about this one"""
    overrules: tuple[Overrule, ...] = ()
    """what a trainer made of the scores, oldest first"""
    scored_before: str = ""
    """what has to be said where another rubric scored this call when it was played"""
    coached: str = ""
    """that the call was played with the coach, and what came of it; empty where it was not"""
    before: tuple[Group, ...] = ()
    """for a second part: what did not hold of what was said in the first"""


class Backstage(Protocol):
    """The doors to content, play, judgement and records."""

    def scenarios(self) -> list[Listed]: ...

    def past(self) -> tuple[list[Past], list[Past]]:
        """(unfinished, finished) attempts, newest first. Raises CoolheadError when the records cannot be read."""
        ...

    def notices(self) -> tuple[str, ...]:
        """Sentences about what had to be done when the records were opened."""
        ...

    def records(self) -> Store:
        """The open records, for the forms of practice. Raises StoreError."""
        ...

    def find(self, name: str, seed: int, *, after: str | None = None, language: str | None = None) -> Scenario:
        """The scenario, as the seed draws its variant; a second part as it opens after a call of the first; in a language it is
        translated into. Raises LookupError or a ScenarioProblems whose text names file and line."""
        ...

    def warm(self, scenario: Scenario) -> None:
        """Load the reader, so that the first reply does not wait for it."""
        ...

    def start(self, scenario: Scenario, seed: int, intensity: str, practice: bool, on_trouble: Callable[[str], None]) -> tuple[PlayCall, str | None]:
        """Begin a call that keeps itself, and its attempt's id. ``on_trouble`` is told in a sentence when it cannot be kept."""
        ...

    def reopen(self, attempt: str) -> Reopened: ...

    def resume(self, attempt: str, on_trouble: Callable[[str], None]) -> PlayCall: ...

    def take_again(
        self, other: Transcript, scenario: Scenario, turn: int, above: Again | None, on_trouble: Callable[[str], None]
    ) -> tuple[PlayCall, str | None, Again]:
        """A call as it stood before the rep's ``turn``, kept as a further try at it; its attempt's id and what it branches from.
        Raises CoolheadError."""
        ...

    def drop_empty(self, attempt: str) -> None:
        """Take the further tries in which nothing was said out of an attempt's tree. Raises CoolheadError."""
        ...

    def further_tries(self, attempt: str) -> list[Try]:
        """The tries that branch from an attempt. Raises CoolheadError."""
        ...

    def command(self, line: str, scenario: Scenario) -> tuple[str, dict[str, str]]:
        """Raises ValueError with a plain sentence when the line is no action."""
        ...

    def scored(self) -> tuple[str, ...]:
        """What is scored, a line a dimension: ``Calmness: your composure ...``."""
        ...

    def rubric(self) -> str:
        """The whole open rubric."""
        ...

    def judge(self, transcript: Transcript, scenario: Scenario) -> Judged: ...

    def finish(self, attempt: str, transcript: Transcript, card: Scorecard) -> None:
        """Close an attempt with its scorecard, making up for turns that could not be kept at the time. Raises CoolheadError when the records refuse."""
        ...

    def voice(self) -> tuple[VoiceChoice, str]:
        """The voice in use, and how it stands in a sentence."""
        ...

    def choose_voice(self, choice: VoiceChoice) -> str:
        """Use another voice from now on, also in the call under way, and keep the choice; how it stands. Raises CoolheadError."""
        ...

    def second_opinion(self, transcript: Transcript, talk: Debrief) -> Asking:
        """What a model is to be asked about a call's replies; it begins to load. Raises CoolheadError where there is none."""
        ...

    def close(self) -> None:
        """The sitting is over. Called once, on the screen's thread; must not wait."""
        ...

    def save_draft(self, attempt: str, text: str) -> None:
        """Keep what is typed and not sent yet."""
        ...

    def draft(self, attempt: str) -> str: ...

    def save_rating(self, attempt: str, rating: dict[str, Any]) -> None: ...

    def overrule(self, attempt: str, dimension: Dimension, to: float | None, *, reason: str, by: str) -> tuple[Overrule, ...]:
        """Set a score of a kept attempt otherwise, or take that back (None); everything that was made of its scores. Raises CoolheadError."""
        ...

    def said_of(self, attempt: str) -> tuple[dict[str, Any], tuple[Disagreement, ...]]:
        """The trainee's own rating of an attempt, and where they disagree with its evidence."""
        ...

    def disagree(self, attempt: str, said: Disagreement) -> None:
        """Keep a disagreement. Raises CoolheadError when the records refuse."""
        ...

    def moment(self, transcript: Transcript, scenario: Scenario, turn: int) -> Moment:
        """A call as it stood before one reply. Raises CoolheadError where it cannot be played again."""
        ...

    def remark(self, attempt: str, kind: str, body: Mapping[str, Any]) -> None:
        """Keep a remark on an attempt. Raises CoolheadError when the records refuse."""
        ...

    def coach_unneeded(self, scenario: Scenario) -> bool:
        """Whether the last coached calls of this kind went without a hint."""
        ...

    def report(self, error: BaseException, events: Sequence[Event], doing: str) -> Path | None:
        """Save what went wrong and what was said so far; the file, or None where nothing can be written."""
        ...
