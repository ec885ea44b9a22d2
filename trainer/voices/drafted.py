"""A voice that has its lines drafted: asks, waits as long as it may, checks what came, and shows the written line instead.

All that a model could do to a call ends here. It decides nothing: whatever it does, the worst is the written line with a
reason beside it.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import Future, wait
from dataclasses import dataclass, replace
from typing import Protocol

from trainer.voices.drafter import Draft, Drafter, Level, Messages
from trainer.voices.protocol import Reason, Spoken
from trainer.voices.request import MoveRequest, Turn, Who
from trainer.words import count

MOST_FAULTS = 3
"""Lines that did not come, after which nobody asks any more in this sitting."""

LONGEST_DRAFT = 4_000
"""Characters of a draft that are looked at."""

REASON_WORDS: Mapping[str, str] = {Reason.FIXED: "fixed by the scenario", Reason.LOADING: "still loading", Reason.SKIPPED: "not waited for"}
"""Reasons that say little by their name."""

WARM, COOLER = 0.8, 0.5
"""How freely a first draft and a second one are worded."""

MOST_TOKENS = 1_200
"""Of a prompt; above it the older half of the talk is left out, at once and in idle time, never turn by turn."""


class Checked(Protocol):
    """What the guards found."""

    @property
    def ok(self) -> bool: ...
    @property
    def text(self) -> str:
        """The line, mended where it could be."""
        ...

    @property
    def reason(self) -> str | None: ...


@dataclass(frozen=True)
class Manners:
    """How drafts are asked for and looked at: prompts and guards."""

    messages: Callable[[MoveRequest, Mapping[str, bool]], Messages]
    check: Callable[[str, MoveRequest], Checked]


@dataclass(frozen=True)
class Told:
    """How one line came about, for benchmarks."""

    request: MoveRequest
    spoken: Spoken
    raw: tuple[str, ...]
    drafts: tuple[Draft, ...]
    seconds: float


class DraftedVoice:
    """One sitting's voice, for one customer at a time. ``say`` is called by one thread; everything else by any."""

    def __init__(
        self, drafter: Drafter, manners: Manners, *, within: float = 5.5, most_faults: int = MOST_FAULTS, on_told: Callable[[Told], None] | None = None
    ) -> None:
        """``within``: seconds from the asking until the written line is shown."""
        self.name, self.manner, self.notice = drafter.name, "", ""
        self._drafter, self._manners, self._within, self._on_told = drafter, manners, within, on_told
        self._hurried, self._change = False, threading.Event()
        self._faults, self._off, self._noticed = 0, False, ""
        self._came: Counter[str] = Counter()
        """lines of this sitting by why they stand as written; under the empty word those the model worded"""
        self._left_out: dict[str, int] = {}
        self._most_faults = most_faults
        self._reading: Future[int] | None = None
        self._rooted = ""
        self._last: tuple[MoveRequest, str] | None = None
        self._line_seconds = 0.0
        drafter.open(self._read_last)

    @property
    def drafter(self) -> Drafter | None:
        """What drafts; None once it is off."""
        return None if self._off else self._drafter

    @property
    def ready(self) -> bool:
        return not self._off and self._drafter.standing.level is Level.READY

    @property
    def loading(self) -> bool:
        return self._drafter.standing.level is Level.LOADING

    @property
    def standing(self) -> str:
        """How the voice stands, and what came of its lines so far."""
        now = "It is off for this sitting." if self._off else self._drafter.standing.sentence or "It is ready."
        return " ".join(part for part in (now, self._so_far()) if part)

    def _so_far(self) -> str:
        """How many lines were the model's, and why the others were not: nobody should wonder whether it is heard at all."""
        lines, own = self._came.total(), self._came[""]
        if not lines:
            return ""
        others = ", ".join(f"{REASON_WORDS.get(reason, reason)} {times}" for reason, times in self._came.most_common() if reason)
        return f"It has worded {own} of {count(lines, 'line')} so far{f'; the others stand as written ({others})' if others else ''}."

    def say(self, request: MoveRequest) -> Spoken:
        began = time.monotonic()
        self.notice = ""
        drafts: list[Draft] = []
        shut = Reason.FIXED if request.fixed else self._shut()
        try:
            found = shut or self._drafted(request, began, drafts)
        except Exception:  # a prompt or a guard that broke: the trainee must not pay for it
            found = Reason.BROKEN
        self._hurried = False
        spoken = found if isinstance(found, Spoken) else Spoken(request.written, f"{self.name}:{found}")
        if not isinstance(found, Spoken):
            self._count(str(found))
        self._came["" if isinstance(found, Spoken) else str(found)] += 1
        if self._on_told:
            self._on_told(Told(request, spoken, tuple(draft.text for draft in drafts), tuple(drafts), time.monotonic() - began))
        self.prepare(request, spoken.text)
        return spoken

    def prepare(self, request: MoveRequest, shown: str) -> None:
        self._last = (request, shown)
        if self.ready:
            self._read_last()

    def hurry(self) -> None:
        self._hurried = True
        self._change.set()

    def settle(self, seconds: float) -> None:
        """Wait until the talk is read, as it would be while a trainee types."""
        if self._reading:
            wait([self._reading], seconds)

    def close(self) -> None:
        self._off = True
        self.hurry()
        self._drafter.close()

    def _shut(self) -> Reason | None:
        """Why nobody is asked just now."""
        if self._off:
            return Reason.OFF
        reasons = {Level.LOADING: Reason.LOADING, Level.SLOW: Reason.SLOW, Level.BROKEN: Reason.BROKEN}
        return reasons.get(self._drafter.standing.level)

    def _drafted(self, request: MoveRequest, began: float, drafts: list[Draft]) -> Spoken | str:
        """A line that passes, or why there is none."""
        reason: str = Reason.EMPTY
        for attempt, temperature in enumerate((WARM, COOLER)):
            left = began + self._within - time.monotonic()
            if attempt and left < max(self._line_seconds, 0.05):
                break
            messages = self._manners.messages(self._shortened(request), self._drafter.standing.quirks)
            draft = self._wait(self._drafter.draft(messages, seed=_seed(request, attempt), temperature=temperature), left)
            if isinstance(draft, Reason):
                return draft
            drafts.append(draft)
            self._line_seconds = draft.seconds
            text = draft.text[:LONGEST_DRAFT].strip()
            checked = self._manners.check(text, request) if text else None
            if checked and checked.ok and checked.text.strip():
                return Spoken(checked.text.strip(), self.name)
            reason = (checked.reason if checked else None) or Reason.EMPTY
        return reason

    def _wait(self, future: Future[Draft], seconds: float) -> Draft | Reason:
        """The draft, or why nobody waits for it any longer."""
        future.add_done_callback(lambda _: self._change.set())
        until = time.monotonic() + seconds
        while not future.done():
            left = until - time.monotonic()
            if self._hurried or left <= 0:
                self._drafter.cancel()
                return Reason.SKIPPED if self._hurried else Reason.LATE
            self._change.clear()
            if not future.done() and not self._hurried:
                self._change.wait(left)
        return Reason.BROKEN if future.exception() else future.result()

    def _count(self, reason: str) -> None:
        """Note a fault; say a word about it once, and give up after too many."""
        standing = self._drafter.standing
        if reason in (Reason.SLOW, Reason.BROKEN) and standing.level in (Level.SLOW, Level.BROKEN):
            self._say_once(f"{standing.sentence} The written lines are shown.")
        elif reason in (Reason.LATE, Reason.BROKEN):
            self._faults += 1
            if self._faults >= self._most_faults:
                self._off = True
                self._drafter.close()
                self._say_once("The model failed three times and is off for this sitting. The written lines are shown.")
            elif reason == Reason.BROKEN:
                self._say_once("The model did not answer. Meanwhile the written lines are shown.")

    def _say_once(self, sentence: str) -> None:
        if self._noticed != sentence:
            self.notice = self._noticed = sentence

    def _shortened(self, request: MoveRequest) -> MoveRequest:
        return replace(request, talk=request.talk[self._left_out.get(request.call, 0) :])

    def _read_last(self) -> None:
        """Have the talk read while the trainee reads and types: up to where their next words will stand."""
        if self._last is None:
            return
        request, shown = self._last
        talk = (*request.talk, Turn(Who.CUSTOMER, shown))
        after = self._shortened(replace(request, talk=talk))
        try:
            if request.call != self._rooted:  # what every prompt of this call begins with, kept for when the talk is cut or taken back
                self._commit(request, (), Who.CUSTOMER, root=True)
                self._rooted = request.call
            read = self._reading = self._commit(request, after.talk, Who.REP)
        except Exception:  # only a head start is lost
            return
        read.add_done_callback(lambda done: self._keep_short(request, done))

    def _commit(self, request: MoveRequest, talk: tuple[Turn, ...], who: Who, *, root: bool = False) -> Future[int]:
        """Have read what two prompts share that go on differently after ``talk``."""
        quirks = self._drafter.standing.quirks
        one, other = (self._manners.messages(replace(request, talk=(*talk, Turn(who, words))), quirks) for words in ("A", "7"))
        return self._drafter.commit(one, other, root=root)

    def _keep_short(self, request: MoveRequest, done: Future[int]) -> None:
        out = self._left_out.get(request.call, 0)
        turns = len(request.talk) + 1 - out
        if done.cancelled() or done.exception() or done.result() <= MOST_TOKENS or turns < 4:
            return
        self._left_out[request.call] = out + turns // 2
        self._read_last()


def _seed(request: MoveRequest, attempt: int) -> int:
    return (request.seed * 1_000 + request.turn * 10 + attempt) % (2**31)
