"""Puts the parts of a call together, the same way for every view: scenario, reader, voice, records, judges.

Views ask here for a call and get one that keeps itself; they never meet the parts. When the records cannot be written the
call goes on and says so once: a full disk must not end a conversation.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from scenarios.edition import scenario_from_json
from scenarios.library import find, voice
from scenarios.load import content_hash
from scenarios.model import Scenario
from scenarios.moves import Intensity
from scenarios.transcript import Event, Transcript
from scoring.debrief import debrief
from scoring.reading import default_reader
from scoring.reading.protocol import Reader
from scoring.rubric import Rubric
from scoring.scorecard import scorecard
from scoring.scores import Debrief, Scorecard
from trainer.call import Call, CannotResumeError, OnEvent
from trainer.errors import ContentError, UsageError
from trainer.finding import fresh_seed, own_folders
from trainer.rubrics import rubric_in_use
from trainer.voices.script import ScriptVoice

if TYPE_CHECKING:
    from trainer.records.store import Store, StoreError

OnTrouble = Callable[["StoreError"], None]


class Keeper:
    """Writes a call's events to the records; holds them back while the records will not have them, and tries again."""

    def __init__(self, store: Store, attempt: str, on_trouble: OnTrouble | None = None) -> None:
        self._store = store
        self._attempt = attempt
        self._on_trouble = on_trouble
        self._waiting: list[Event] = []
        self.trouble: StoreError | None = None
        """why events are being held back just now"""

    def __call__(self, event: Event) -> None:
        self._waiting.append(event)
        self.flush()

    def flush(self) -> None:
        """Write what is waiting; on trouble tell it once and keep the rest."""
        from trainer.records.store import StoreError

        try:
            while self._waiting:
                self._store.append(self._attempt, self._waiting[0])
                del self._waiting[0]
        except StoreError as error:
            first, self.trouble = self.trouble is None, error
            if first and self._on_trouble:
                self._on_trouble(error)
        else:
            self.trouble = None


def start_call(
    scenario: str | Path | Scenario,
    seed: int | None = None,
    intensity: Intensity | str = Intensity.REAL,
    store: Store | None = None,
    practice: bool = False,
    *,
    on_trouble: OnTrouble | None = None,
    reader: Reader | None = None,
) -> tuple[Call, str | None]:
    """Begin a call and return it with its attempt's id, None where it is not kept. ``reader``: another than the usual one.

    Raises LookupError or ScenarioProblems for a scenario that is not there or has faults. Without a seed one is drawn.
    """
    chosen = fresh_seed() if seed is None else seed
    played = scenario if isinstance(scenario, Scenario) else find(str(scenario), own_folders(), chosen)
    rough = Intensity(intensity)
    keeper, attempt = _keep(played, chosen, rough, store, practice, on_trouble)
    return _start(played, chosen, rough, keeper, attempt, reader), attempt


def resume_call(store: Store, attempt: str, *, on_trouble: OnTrouble | None = None) -> Call:
    """Go on with a kept call where it stopped, with the scenario as it was then. Raises StoreError, or ContentError when it cannot go on."""
    played = kept_scenario(store, attempt)
    row = store.attempt(attempt)
    rough = Intensity(row.intensity)
    transcript = store.load(attempt)
    keeper = Keeper(store, attempt, on_trouble)
    if not transcript.events:  # stopped between beginning and the first event: begin it now
        return _start(played, row.seed, rough, keeper, attempt)
    return _resumed(played, transcript, rough, keeper)


def rewound(transcript: Transcript, scenario: Scenario, turn: int) -> Call:
    """The call as it stood before the rep's ``turn``, to be played otherwise; nothing of it is kept.

    Raises UsageError when the rep took no such turn, ContentError when this engine would have played the call otherwise.
    """
    turns = [event.turn for event in transcript.events if event.kind in ("said", "acted")]
    if turn not in turns:
        raise UsageError(f"The rep took no turn {turn} in this call.", f"The rep's turns were {', '.join(map(str, turns)) or 'none'}.")
    return as_it_stood(transcript.model_copy(update={"events": tuple(event for event in transcript.events if event.turn < turn)}), scenario)


def as_it_stood(transcript: Transcript, scenario: Scenario) -> Call:
    """The call as far as this transcript of it goes, to be played on; nothing of it is kept.

    Raises ContentError when this engine would have played the call otherwise.
    """
    opened = next((event for event in transcript.events if event.kind == "opened"), None)
    return _resumed(scenario, transcript.model_copy(update={"id": ""}), opened.intensity if opened else Intensity.REAL, None)


def kept_scenario(store: Store, attempt: str) -> Scenario:
    """The scenario of a kept attempt as it was when played."""
    return scenario_from_json(store.scenario_text(attempt))


def judge(call: Call | Transcript, scenario: Scenario | None, rubric: Rubric | None = None, *, card: bool = False) -> tuple[Scorecard, Debrief]:
    """The scorecard and the debrief of a call or transcript; without a scenario or a ``card`` of the chat's own, what needs one is not scored.

    ``rubric`` is by default the one in use here.
    """
    transcript = call if isinstance(call, Transcript) else call.transcript
    rubric = rubric or rubric_in_use()
    scored = scorecard(transcript, scenario, rubric, card=card)
    return scored, debrief(transcript, scenario, scored, rubric)


def finish_call(call: Call, scenario: Scenario, store: Store | None, attempt: str | None) -> tuple[Scorecard, Debrief]:
    """Judge an ended call and close its attempt. Raises StoreError when it cannot be kept."""
    card, talk = judge(call, scenario)
    if store is not None and attempt is not None:
        close_attempt(store, attempt, call.transcript, card)
    return card, talk


def close_attempt(store: Store, attempt: str, transcript: Transcript, card: Scorecard) -> None:
    """Close an attempt with its scorecard, first making up for events that could not be kept at the time. Raises StoreError."""
    for event in transcript.events[len(store.load(attempt).events) :]:
        store.append(attempt, event)
    store.finish(attempt, card.model_dump_json())


def voice_for(scenario: Scenario, intensity: Intensity) -> ScriptVoice:
    """The scripted voice of this scenario's customer, with the plain bank to fall back on."""
    plain = voice("plain")
    try:
        bank = voice(scenario.customer.voice, own_folders())
    except LookupError:  # a kept call can outlive a voice somebody took away
        bank = plain
    return ScriptVoice(scenario, bank, intensity, plain=plain)


def _resumed(scenario: Scenario, transcript: Transcript, intensity: Intensity, keeper: OnEvent | None) -> Call:
    try:
        return Call.resume(scenario, transcript, reader=default_reader(), voice=voice_for(scenario, intensity), on_event=keeper)
    except CannotResumeError as error:
        raise ContentError(str(error)) from error


def _start(scenario: Scenario, seed: int, intensity: Intensity, keeper: OnEvent | None, attempt: str | None, reader: Reader | None = None) -> Call:
    spoken = voice_for(scenario, intensity)
    return Call.start(scenario, seed=seed, intensity=intensity, reader=reader or default_reader(), voice=spoken, on_event=keeper, id_=attempt or "")


def _keep(
    scenario: Scenario, seed: int, intensity: Intensity, store: Store | None, practice: bool, on_trouble: OnTrouble | None
) -> tuple[OnEvent | None, str | None]:
    if store is None:
        return None, None
    from trainer.records.store import StoreError

    try:
        attempt = store.begin(scenario.scenario, content_hash(scenario), seed, intensity.value, practice, scenario.model_dump_json())
    except StoreError as error:
        if on_trouble is None:
            raise
        on_trouble(error)
        return None, None
    return Keeper(store, attempt, on_trouble), attempt
