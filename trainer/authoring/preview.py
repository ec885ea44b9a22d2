"""A call played while its scenario is being written: the replies given, and what becomes of them when the file changes.

A changed file that is sound is played again through every reply so far; a faulty one leaves the call as it was. What no
longer fits is kept as a draft. Nothing is stored and nothing is drawn: both views show the ``Sight`` every wish returns.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from scenarios.beside import Stamp
from scenarios.check import has_errors
from scenarios.model import Scenario
from scenarios.moves import Intensity
from scenarios.problems import Problem, Severity
from scenarios.transcript import Event, Mood
from trainer.authoring.passages import NotPlayedError, Passage, Place, changes, opening, passage, typed
from trainer.authoring.versions import Version, drawn, load
from trainer.call import Call
from trainer.replies import Reply
from trainer.text import safe_line
from trainer.wiring import start_call
from trainer.words import count


@dataclass(frozen=True)
class Sight:
    """All a view shows of a preview at one moment."""

    seed: int
    intensity: Intensity
    version: Version | None = None
    """what is being played; None until the file has been sound once"""
    passages: tuple[Passage, ...] = ()
    problems: tuple[Problem, ...] = ()
    """of the file as it is now"""
    drafts: tuple[Reply, ...] = ()
    changed: Mapping[Place, str] = field(default_factory=dict)
    """what the last change of the file made different, and what stood there before; empty for a line that is new"""
    mood_before: Mood | None = None
    """the mood at this point before the last change of the file"""
    notes: tuple[str, ...] = ()
    """what there is to say about the last wish, a sentence each"""

    @property
    def faulty(self) -> bool:
        return has_errors(self.problems)

    @property
    def scenario(self) -> Scenario | None:
        return self.version.scenario if self.version else None

    @property
    def over(self) -> bool:
        return bool(self.passages) and self.passages[-1].state.ended is not None

    @property
    def given(self) -> tuple[Reply, ...]:
        return tuple(passage.reply for passage in self.passages if passage.reply)

    @property
    def events(self) -> tuple[Event, ...]:
        return tuple(event for passage in self.passages for event in passage.events)


class Preview:
    """The replies of one author at one file. Used by one thread at a time."""

    def __init__(self, file: Path, *, seed: int = 0, intensity: Intensity = Intensity.REAL, replies: Sequence[Reply] = ()) -> None:
        self.file = file
        self.leans_on: Mapping[Path, Stamp] = {}
        """the other files that the last look read, and how they stood then"""
        self._call: Call | None = None
        self._versions: tuple[Version, ...] = ()
        """of the file when it was last sound"""
        self._held = tuple(replies)
        """drafts the file kept from being played; its next version tries them again"""
        self._parked: tuple[Reply, ...] = ()
        """drafts the author put aside"""
        self.sight = Sight(seed, intensity, drafts=self._held)

    def look(self, stale: Callable[[], bool] = lambda: False) -> Sight:
        """Read the file again, and play it again if it is sound and says something new. A look that is ``stale`` changes nothing."""
        loaded = load(self.file)
        problems, self.leans_on = loaded.problems, loaded.leans_on
        if not loaded.versions:
            faults = count(sum(problem.severity is Severity.ERROR for problem in problems), "fault")
            return self._show(problems=problems, notes=(f"The file has {faults}. The call {'stays as it was' if self._call else 'opens once it is sound'}.",))
        before, held = self.sight, self._held
        version = drawn(loaded.versions, before.seed)
        if version != before.version and not self._play(version, before.given + held, stale=stale):
            return before
        self._versions = loaded.versions
        if version == before.version:
            return self._show(problems=problems, notes=("The file is sound again.",) if before.faulty else ())
        changed = changes(before.passages, self.sight.passages)
        mood = before.passages[-1].state.feelings.mood if len(before.passages) == len(self.sight.passages) > 0 else None
        told = () if before.version is None else (_told(changed),)
        kept = self.sight.notes if before.version is None or self._held != held else ()
        return self._show(problems=problems, changed=changed, mood_before=mood, notes=(*told, *kept))

    def give(self, reply: Reply) -> Sight:
        """Say or do one thing more. Raises NotPlayedError for what cannot be said or done now."""
        if self._call is None:
            raise NotPlayedError("There is no call yet. It opens once the file is sound.")
        if self.sight.over:
            raise NotPlayedError("The call is over. Take your last reply back, or restart.")
        new = passage(self._call, reply)
        self._park()
        return self._show(passages=(*self.sight.passages, new), mood_before=None, notes=(self._call.notice,) if self._call.notice else ())

    def take_back(self) -> Reply:
        """Undo the last thing said or done and return it."""
        given = self.sight.given
        if not given:
            raise NotPlayedError("There is nothing to take back.")
        self._park()
        self._again(given[:-1])
        return given[-1]

    def next_draft(self) -> Reply:
        """The first draft, taken off the list."""
        if not self.sight.drafts:
            raise NotPlayedError("There are no drafts.")
        first, *rest = self.sight.drafts
        self._held, self._parked = (), tuple(rest)
        self._show(notes=())
        return first

    def set_aside(self, reply: Reply, *, first: bool) -> Sight:
        """Keep what was being written as a draft, the first or the last."""
        self._park((reply,) if first else ())
        self._parked += () if first else (reply,)
        return self._show()

    def play_drafts(self) -> Sight:
        """Say and do all the drafts, as far as they fit."""
        if not self.sight.drafts:
            raise NotPlayedError("There are no drafts.")
        self._held, self._parked = self.sight.drafts, ()
        return self._again(self.sight.given + self._held)

    def restart(self) -> Sight:
        """Back to the opening; all that was said and done becomes drafts."""
        self._park(self.sight.given)
        return self._again(())

    def reseed(self, seed: int | None = None) -> Sight:
        """The same replies to another seed, the next one where none is named."""
        self._show(seed=self.sight.seed + 1 if seed is None else seed, changed={})
        return self._again(self.sight.given + self._held)

    def _park(self, first: tuple[Reply, ...] = ()) -> None:
        """The author goes on by hand: what the file held back waits to be asked for."""
        self._held, self._parked = (), (*first, *self._held, *self._parked)

    def _again(self, replies: tuple[Reply, ...]) -> Sight:
        """Play what was last sound from its opening; marks stay where the call still reaches."""
        if not self._versions:
            return self._show(notes=())
        self._play(drawn(self._versions, self.sight.seed), replies)
        reached = {place: was for place, was in self.sight.changed.items() if place[0] < len(self.sight.passages)}
        return self._show(changed=reached, mood_before=None)

    def _play(self, version: Version, replies: tuple[Reply, ...], *, stale: Callable[[], bool] = lambda: False) -> bool:
        """Play from the opening as far as the replies fit. False where it was given up as stale, with nothing changed."""
        call, _ = start_call(version.scenario, self.sight.seed, self.sight.intensity)
        passages, why = [opening(call)], ""
        for reply in replies:
            if stale():
                return False
            try:
                passages.append(passage(call, reply))
            except NotPlayedError as error:
                why = str(error)
                break
        self._call, self._held = call, replies[len(passages) - 1 :]
        self._show(version=version, passages=tuple(passages), notes=(_kept(why, self._held),) if self._held else ())
        return True

    def _show(self, **news: object) -> Sight:
        self.sight = replace(self.sight, drafts=self._held + self._parked, **news)  # type: ignore[arg-type]
        return self.sight


def _kept(why: str, held: Sequence[Reply]) -> str:
    more = f"It and the {count(len(held) - 1, 'reply', 'replies')} after it are kept as drafts." if len(held) > 1 else "It is kept as a draft."
    return f"“{safe_line(typed(held[0]), 40)}” does not fit now: {safe_line(why, 200)} {more}"


def _told(changed: Mapping[Place, str]) -> str:
    if not changed:
        return "The file has changed; nothing said here is different."
    return f"The file has changed; {count(len(changed), 'line')} here {'is' if len(changed) == 1 else 'are'} different."
