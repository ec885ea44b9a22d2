"""A call as the screens hold it: sends what the trainee does to the play thread, in order, and keeps what happened.

One thread does all the slow work (reading, engine, records), so that the screen never waits and nothing overtakes.
When the records fail, the call goes on in memory and says so.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar

from trainer import deskwork
from trainer.coach import KIND, Coach
from trainer.errors import CoolheadError

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from scenarios.transcript import Event, Transcript
    from scoring.coach import Hint
    from scoring.scores import Dimension
    from trainer.disagreeing import Disagreement
    from trainer.instead import Moment
    from trainer.retyped import Retyped
    from trainer.tries import Again
    from trainer.tui.backstage import Backstage, Judged, PlayCall, Reopened

T = TypeVar("T")


class PlayThread:
    """The one thread behind the screens; work is done in the order it was asked for."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="play")

    async def do(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._pool, work)

    def close(self) -> None:
        """Let the thread go without waiting for what it is doing."""
        self._pool.shutdown(wait=False, cancel_futures=True)


@dataclass
class LiveCall:
    """One call under way. ``events`` is append-only; ``unsaved`` holds the sentence that says why it is not being kept."""

    scenario: Scenario
    seed: int
    intensity: str
    practice: bool
    backstage: Backstage
    thread: PlayThread
    attempt: str | None = None
    unsaved: str = ""
    notice: str = ""
    """a sentence about the last thing sent that the trainee should see; mostly empty"""
    hint: str = ""
    """in a guided call, a word that goes with the customer's last line; mostly empty"""
    events: list[Event] = field(default_factory=list)
    rating: dict[str, Any] = field(default_factory=dict)
    """how the trainee sees the call, asked before the debrief"""
    disagreements: tuple[Disagreement, ...] = ()
    """where the trainee disagrees with the evidence"""
    again: Again | None = None
    """for a further try, what it was taken from"""
    taken_from: LiveCall | None = None
    """that try itself, where it stands on a screen"""
    aside: str = ""
    """a sentence about the customer's voice that the trainee should see once; mostly empty"""
    on_drafting: Callable[[tuple[Event, ...]], None] | None = None
    """told on the screen's own thread what the trainee's turn led to, while the customer's words are still being found"""
    draft: str = ""
    """what is typed and not sent, as far as it is kept"""
    _call: PlayCall | None = None
    _judged: Judged | None = None
    _loop: asyncio.AbstractEventLoop | None = None
    _moments: dict[int, Moment] = field(default_factory=dict)
    _coach: Coach | None = None

    @property
    def over(self) -> bool:
        return deskwork.ended(self.events) is not None

    @property
    def transcript(self) -> Transcript:
        """What happened so far."""
        from scenarios.transcript import Transcript

        return Transcript(id=self.attempt or "", scenario=self.scenario.scenario, events=tuple(self.events))

    @property
    def customer(self) -> str:
        return self.scenario.customer.name

    async def open(self) -> tuple[Event, ...]:
        """Pick up: begin the attempt and hear the opening."""
        return await self.thread.do(self._open)

    async def take_up(self, reopened: Reopened) -> tuple[Event, ...]:
        """Go on with an attempt where it stopped; a finished one is only read."""
        self.attempt, self.again = reopened.id, reopened.again
        self.events.extend(reopened.transcript.events)
        if not self.over:
            self._take(await self.thread.do(lambda: self.backstage.resume(reopened.id, self._trouble)))
            assert self._call is not None
            self.events[:] = self._call.transcript.events
            draft = await self.thread.do(lambda: self.backstage.draft(reopened.id))
            self.draft = "" if any(event.kind == "said" and event.text.strip() == draft.strip() for event in self.events) else draft
        return tuple(self.events)

    async def keep_draft(self, text: str) -> None:
        """Keep what is typed and not sent, so that a terminal that dies takes no words with it."""
        if text != self.draft and (attempt := self.attempt):
            self.draft = text
            await self.thread.do(lambda: self._records(lambda: self.backstage.save_draft(attempt, text)))

    async def take_again(self, turn: int) -> LiveCall:
        """A further try at this call from before the rep's ``turn``; this one stays as it is."""
        further = LiveCall(self.scenario, self.seed, self.intensity, True, self.backstage, self.thread, unsaved=self.unsaved)

        def work() -> None:
            call, further.attempt, further.again = self.backstage.take_again(self.transcript, self.scenario, turn, self.again, further._trouble)
            further._take(call)
            further.events.extend(call.transcript.events)
            further.hint = call.hint

        await self.thread.do(work)
        further.taken_from = self
        while further.taken_from.again and turn < further.taken_from.again.turn and further.taken_from.taken_from:
            further.taken_from = further.taken_from.taken_from
        further.coach.on = self.coach.on
        return further

    async def drop_empty(self) -> None:
        """Leave no further try behind in which nothing was said or done."""
        if attempt := self.attempt:
            await self.thread.do(lambda: self._records(lambda: self.backstage.drop_empty(attempt)))

    @property
    def coach(self) -> Coach:
        """The coach of this call; off until it is called."""
        if self._coach is None:
            self._coach = Coach(self.scenario, practice=self.practice, keep=lambda body: self._remark(KIND, body))
        return self._coach

    async def coach_begins(self) -> str:
        """Call the coach for this call, unless it has not been needed of late; the sentence to tell."""
        return await self.thread.do(lambda: self.coach.begin(unneeded=lambda: self.backstage.coach_unneeded(self.scenario)))

    async def look(self, text: str) -> Hint | None:
        """What the coach says of a draft before it goes; None sends it."""

        def work() -> Hint | None:
            call = self._call
            return None if call is None or self.over else self.coach.look(call, self.events, text)

        return await self.thread.do(work) if self.coach.on else None

    async def say(self, text: str) -> tuple[Event, ...]:
        def work(call: PlayCall) -> tuple[Event, ...]:
            self.coach.sent(text)
            return call.say(text)

        return await self._do(work)

    async def act(self, line: str) -> tuple[Event, ...]:
        """Use the desk by a typed command. Raises ValueError with a plain sentence when it is none."""

        def work(call: PlayCall) -> tuple[Event, ...]:
            do, args = self.backstage.command(line, self.scenario)
            return call.act(do, args)

        return await self._do(work)

    def hurry(self) -> None:
        """Wait no longer for words that are being found: the written line is shown."""
        if self._call is not None:
            self._call.hurry()

    async def leave(self) -> tuple[Event, ...]:
        self.hurry()
        return await self._do(lambda call: call.leave())

    async def judge(self) -> Judged:
        """The scorecard and debrief; of a call that is over made once, and the attempt closed with them."""
        if self._judged is None or not self.over:
            self._judged = await self.thread.do(self._judge)
        return self._judged

    async def look_back(self) -> None:
        """Fetch what the trainee said of a call that was played before."""
        if attempt := self.attempt:
            self.rating, self.disagreements = await self.thread.do(lambda: self.backstage.said_of(attempt))

    async def disagree(self, said: Disagreement) -> None:
        """Hold a disagreement, and keep it with the attempt where there is one."""
        from trainer.disagreeing import standing

        self.disagreements = standing((*self.disagreements, said))
        if attempt := self.attempt:
            await self.thread.do(lambda: self._records(lambda: self.backstage.disagree(attempt, said)))

    async def retype(self, turn: int, text: str) -> Retyped:
        """Word a reply anew at its moment; nothing of it counts."""

        def work() -> Retyped:
            from trainer.retyped import retyped

            if turn not in self._moments:
                self._moments[turn] = self.backstage.moment(self.transcript, self.scenario, turn)
            return retyped(self._moments[turn], text)

        return await self.thread.do(work)

    async def rate(self, rating: dict[str, Any]) -> None:
        self.rating = rating
        if self.attempt:
            attempt = self.attempt
            await self.thread.do(lambda: self._records(lambda: self.backstage.save_rating(attempt, rating)))

    async def overrule(self, dimension: Dimension, to: float | None, reason: str, by: str) -> Judged:
        """A trainer's overrule of a score, or its withdrawal (None). Raises CoolheadError."""
        judged, attempt = await self.judge(), self.attempt or ""
        found = await self.thread.do(lambda: self.backstage.overrule(attempt, dimension, to, reason=reason, by=by))
        self._judged = replace(judged, overrules=found)
        return self._judged

    async def _do(self, work: Callable[[PlayCall], tuple[Event, ...]]) -> tuple[Event, ...]:
        def guarded() -> tuple[Event, ...]:
            if self._call is None or self.over:
                return ()
            fresh = tuple(work(self._call))
            self.notice, self.hint = self._call.notice, self._call.hint
            self.aside, self._call.aside = self._call.aside, ""
            self.events.extend(fresh)
            return fresh

        self._loop = asyncio.get_running_loop()
        return await self.thread.do(guarded)

    def _open(self) -> tuple[Event, ...]:
        call, self.attempt = self.backstage.start(self.scenario, self.seed, self.intensity, self.practice, self._trouble)
        self._take(call)
        self.events.extend(call.transcript.events)
        self.hint = call.hint
        return tuple(self.events)

    def _take(self, call: PlayCall) -> None:
        self._call = call
        self.aside, call.aside = call.aside, ""
        call.on_drafting = self._tell_drafting

    def _tell_drafting(self) -> None:
        """On the play thread: let the screen show what the trainee did, and that the customer is typing."""
        tell, loop, call = self.on_drafting, self._loop, self._call
        if tell and loop and call:
            fresh = tuple(event for event in call.transcript.events[len(self.events) :] if event.kind in ("said", "acted"))
            with contextlib.suppress(RuntimeError):  # the screen is gone
                loop.call_soon_threadsafe(tell, fresh)

    def _trouble(self, sentence: str) -> None:
        self.unsaved = sentence

    def _judge(self) -> Judged:
        transcript = self.transcript
        judged = self.backstage.judge(transcript, self.scenario)
        if self.attempt and self.over and self._call is not None:
            attempt = self.attempt
            self._records(lambda: self.backstage.finish(attempt, transcript, judged.card))
        return judged

    async def remark(self, kind: str, body: Mapping[str, Any]) -> None:
        """Keep a remark on this call."""
        await self.thread.do(lambda: self._remark(kind, body))

    def _remark(self, kind: str, body: Mapping[str, Any]) -> None:
        if self.attempt:
            attempt = self.attempt
            self._records(lambda: self.backstage.remark(attempt, kind, body))

    def _records(self, work: Callable[[], None]) -> None:
        """Do something with the records; what they refuse is said, and the trainee still sees the debrief."""
        try:
            work()
        except CoolheadError as error:
            self.unsaved = error.sentence
