"""The conductor of one call: reader, engine and voice in turn, every event handed on the moment it exists.

Every view plays through this and nothing else. It holds no rule of its own: what a reply means is the reader's, what
follows the engine's, how it sounds the voice's.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from copy import copy

from scenarios.model import Scenario
from scenarios.moves import Ending, Intensity
from scenarios.transcript import CustomerMoved, CustomerSaid, Ended, Event, Opened, RepActed, RepSaid, Transcript, Verdict
from scoring.reading.context import context_of
from scoring.reading.protocol import Reader
from trainer.engine import State, deserted, leave, leaving, open_call, step, use
from trainer.engine.guide import next_hint
from trainer.voices.asking import request_for
from trainer.voices.protocol import Script, Voice

LONGEST_REPLY = 20_000
"""Characters of a reply that are kept."""

LEAST_SECONDS, SECONDS_A_WORD = 15, 1.5
"""Simulated time of a reply: what its words take, and never less than a glance and a sentence."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")

OnEvent = Callable[[Event], None]


class CannotResumeError(Exception):
    """A stored call that this engine would have played otherwise; the message says where."""


def storable(text: str) -> str:
    """The text as typed, with what UTF-8 storage cannot hold made visible as U+FFFD."""
    return _UNSTORABLE.sub("\ufffd", text)


def seconds_for(text: str) -> int:
    """Simulated seconds a reply takes."""
    return max(LEAST_SECONDS, math.ceil(len(text.split()) * SECONDS_A_WORD))


class Call:
    """One trainee's play of a scenario, live. ``events`` only ever grows."""

    def __init__(self, scenario: Scenario, state: State, *, reader: Reader, voice: Script, on_event: OnEvent | None = None, id_: str = "") -> None:
        """Use ``start`` or ``resume``."""
        self.scenario = scenario
        self.state = state
        self.events: list[Event] = []
        self.notice = ""
        """one sentence about the last reply that the trainee should see; mostly empty"""
        self.hint = ""
        """in a guided call, a word for the trainee that goes with the customer's last line; mostly empty"""
        self._speaker: Voice | None = None
        self.on_drafting: Callable[[], None] | None = None
        """told just before a line is waited for; ``events`` holds what the turn led to so far"""
        self.aside = ""
        """one sentence about the voice itself that the trainee should see once; mostly empty"""
        self._hinted = 0
        self._draft: tuple[int, str, RepSaid] | None = None
        self._reader, self._voice, self._on_event, self._id = reader, voice, on_event, id_

    @classmethod
    def start(
        cls, scenario: Scenario, *, seed: int, intensity: Intensity, reader: Reader, voice: Script, on_event: OnEvent | None = None, id_: str = ""
    ) -> Call:
        """A new call, opened: the customer has written their first line."""
        state, events = open_call(scenario, seed, intensity)
        call = cls(scenario, state, reader=reader, voice=voice, on_event=on_event, id_=id_)
        call._follow(events)
        return call

    @classmethod
    def resume(cls, scenario: Scenario, transcript: Transcript, *, reader: Reader, voice: Script, on_event: OnEvent | None = None) -> Call:
        """A stored call, folded again: the same moves, in the words already said. What a crash cut off is made up for.

        Raises CannotResumeError when the events are not a call of this scenario, or this engine would have moved otherwise.
        """
        stored = list(transcript.events)
        opened = stored[0] if stored else None
        if not isinstance(opened, Opened):
            raise CannotResumeError("This is not a call that was opened here, so it cannot go on.")
        state, expected = open_call(scenario, opened.seed, opened.intensity)
        if opened != expected[0]:
            raise CannotResumeError("The scenario or the engine has changed since this call began. It can be read and scored, but not carried on.")
        call = cls(scenario, state, reader=reader, voice=voice, on_event=on_event, id_=transcript.id)
        call._refold(stored, expected)
        return call

    @property
    def ended(self) -> Ended | None:
        """How the call ended; None while it runs."""
        return next((event for event in reversed(self.events) if isinstance(event, Ended)), None)

    @property
    def transcript(self) -> Transcript:
        return Transcript(id=self._id, scenario=self.scenario.scenario, events=tuple(self.events))

    @property
    def shown(self) -> tuple[str, ...]:
        """The customer's lines so far as the script has them, oldest first: it goes on the same whatever a model made of them."""
        return tuple(event.meaning for event in self.events if isinstance(event, CustomerSaid))

    @property
    def seed(self) -> int:
        return self.state.seed

    @property
    def speaker(self) -> Voice | None:
        """Words the moves in the script's stead; what it says is shown and kept, and read by nobody."""
        return self._speaker

    @speaker.setter
    def speaker(self, speaker: Voice | None) -> None:
        self._speaker = speaker
        last = next((n for n in reversed(range(len(self.events))) if isinstance(self.events[n], CustomerMoved)), None)
        if speaker is not None and last is not None and not self.ended:
            moved, shown = self.events[last], self.events[-1]
            assert isinstance(moved, CustomerMoved)
            if isinstance(shown, CustomerSaid):
                speaker.prepare(request_for(self.scenario, self.events[: last + 1], moved, written=shown.meaning, manner=speaker.manner), shown.text)

    def hurry(self) -> None:
        """Nobody waits any longer for a line that is being drafted. From any thread."""
        if self._speaker is not None:
            self._speaker.hurry()

    def fork(self) -> Call:
        """The same call as it stands, to be played on apart from this one; nothing of it is handed on."""
        other = copy(self)
        other.events, other._on_event, other._speaker = list(self.events), None, None
        return other

    def say(self, text: str) -> tuple[Event, ...]:
        """Send a reply; the events it led to. Nothing once the call has ended."""
        self.notice = ""
        if self.state.ended is not None:
            return ()
        if len(text) > LONGEST_REPLY:
            self.notice = f"Only the first {LONGEST_REPLY:,} characters were sent."
        return self._take(self.draft(text))

    def draft(self, text: str) -> RepSaid:
        """The reply as it would be sent at this point, read but not sent. Sending the same words does not read them again."""
        text = storable(text[:LONGEST_REPLY])
        if self._draft is None or self._draft[:2] != (len(self.events), text):
            seconds = seconds_for(text)
            reading = self._reader.read(text, context_of(self.events, self.scenario, seconds))
            said = RepSaid(turn=self.state.turn + 1, text=text, reading=reading, seconds=seconds)
            self._draft = len(self.events), text, said
        return self._draft[2]

    def act(self, do: str, args: dict[str, str] | None = None) -> tuple[Event, ...]:
        """Use the desk; the events it led to, the first being what the desk shows. Nothing once the call has ended."""
        self.notice = ""
        if self.state.ended is not None:
            return ()
        safe = {storable(str(key)): storable(str(value))[:LONGEST_REPLY] for key, value in (args or {}).items()}
        return self._take(use(self.scenario, self.state, storable(do), safe, self.state.turn + 1))

    def leave(self) -> tuple[Event, ...]:
        """Stop here. Nothing is held against it; what was agreed and done stays so."""
        return self._stop(leaving(self.scenario, self.state))

    def fall_silent(self) -> tuple[Event, ...]:
        """The rep writes nothing more: the customer waits, and goes. What was agreed and done stays so."""
        return self._stop(deserted(self.scenario, self.state))

    def _stop(self, how: Ending) -> tuple[Event, ...]:
        before = len(self.events)
        self.state, events = leave(self.scenario, self.state, how)
        self._follow(events)
        return tuple(self.events[before:])

    def _take(self, event: RepSaid | RepActed) -> tuple[Event, ...]:
        before = len(self.events)
        self._append(event)
        self.state, events = step(self.scenario, self.state, event)
        self._follow(events)
        return tuple(self.events[before:])

    def _follow(self, events: Sequence[Event]) -> None:
        """Hand on what the engine decided, each move followed by its words."""
        for event in events:
            self._append(event)
            for spoken in self._spoken(event):
                self._append(spoken)
        self._whisper(events)

    def _whisper(self, events: Iterable[Event]) -> None:
        """The next hint of a guided call, once the customer has spoken."""
        self.hint = ""
        if any(isinstance(event, CustomerMoved) for event in events):
            self.hint, self._hinted = next_hint(self.scenario, self.state, self._hinted)

    def _spoken(self, event: Event) -> tuple[Event, ...]:
        if isinstance(event, CustomerMoved):
            return (self._worded(event, storable(self._voice.word(event, self.shown, self.state.seed))),)
        if isinstance(event, Ended):
            return (self._voice.verdict(event, tuple(self.events), self.state.seed),)
        return ()

    def _worded(self, moved: CustomerMoved, written: str) -> CustomerSaid:
        """The customer's turn: as it is written, or in the words of whoever speaks for them."""
        speaker = self._speaker
        if speaker is None:
            return CustomerSaid(turn=moved.turn, text=written, voice=self._voice.name)
        request = request_for(self.scenario, self.events, moved, written=written, manner=speaker.manner)
        if self.on_drafting and speaker.ready and not request.fixed:
            self.on_drafting()
        spoken = speaker.say(request)
        self.aside = speaker.notice or self.aside
        said = storable(spoken.text)
        return CustomerSaid(turn=moved.turn, text=said, voice=spoken.voice, script=None if said == written else written)

    def _append(self, event: Event) -> None:
        """Keep the event and hand it on; stored before anything is drawn."""
        if self._on_event:
            self._on_event(event)
        self.events.append(event)

    def _refold(self, stored: list[Event], opening: list[Event]) -> None:
        """Fold the stored events, checking each decision against what this engine decides."""
        expected = list(opening)
        self._whisper(expected)
        for event in stored:
            if isinstance(event, RepSaid | RepActed):
                self._complete(expected)
                self.events.append(event)
                self.state, expected = step(self.scenario, self.state, event)
                self._whisper(expected)
            elif isinstance(event, CustomerSaid | Verdict):
                self.events.append(event)
            elif expected and event == expected[0]:
                self._complete_words()
                self.events.append(expected.pop(0))
            elif isinstance(event, Ended) and event.ending in (leaving(self.scenario, self.state), deserted(self.scenario, self.state)):
                self.state, _ = leave(self.scenario, self.state, event.ending)
                self.events.append(event)
            else:
                raise CannotResumeError(f"From turn {event.turn} on, this engine would play the call otherwise. It can be read, but not carried on.")
        self._complete(expected)
        self._complete_words()

    def _complete(self, expected: list[Event]) -> None:
        """Make up for decisions a crash kept from being stored."""
        self._complete_words()
        while expected:
            self._follow([expected.pop(0)])

    def _complete_words(self) -> None:
        """Make up for words a crash kept from being stored."""
        last = self.events[-1] if self.events else None
        if isinstance(last, CustomerMoved | Ended):
            for spoken in self._spoken(last):
                self._append(spoken)
