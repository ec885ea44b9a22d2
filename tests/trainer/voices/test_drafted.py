"""One line by a model: shown when it passes and comes in time, else the written line with the reason; and when to give up."""

# ruff: noqa: ARG002, RUF009 - it takes what the real one takes, and needs little of it

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace

import pytest

from scenarios.moves import Band, Move
from tests.trainer.voices.hostile import MANNERS, told_off
from trainer.voices.drafted import MOST_FAULTS, DraftedVoice, Told
from trainer.voices.drafter import Draft, DraftError, Level, Messages, Standing
from trainer.voices.request import MoveRequest, PersonaCard, Turn, Who

WRITTEN = "I have waited nine days. Where is my kettle?"
REQUEST = MoveRequest(
    act=Move.DEMAND, band=Band.ANGRY, written=WRITTEN, persona=PersonaCard(name="Ada Fell"), talk=(Turn(Who.REP, "Let me have a look at that."),), call="a"
)
GOOD = "Nine days now, and still no kettle. Where is it?"


@dataclass
class Listed:
    """Drafts what it is given, one after another: a line, an error, or nothing ever."""

    drafts: list[str | Exception | None] = field(default_factory=list)
    name: str = "model"
    standing: Standing = Standing(Level.READY)
    commits: list[tuple[Messages, Messages, bool]] = field(default_factory=list)
    reads: int = 100
    cancelled: int = 0
    closed: bool = False
    asked: list[float] = field(default_factory=list)

    def open(self, on_ready: Callable[[], None] | None = None) -> None:
        self.on_ready = on_ready

    def draft(self, messages: Messages, *, seed: int, temperature: float) -> Future[Draft]:
        self.asked.append(temperature)
        found = self.drafts.pop(0)
        if found is None:
            return Future()
        return told_off(Future(), found) if isinstance(found, Exception) else told_off(Future(), text=found)

    def commit(self, one: Messages, other: Messages, *, root: bool = False) -> Future[int]:
        self.commits.append((one, other, root))
        done: Future[int] = Future()
        done.set_result(self.reads)
        return done

    def cancel(self) -> None:
        self.cancelled += 1

    def close(self) -> None:
        self.closed = True


def said(drafts: Sequence[str | Exception | None], request: MoveRequest = REQUEST, **more: object) -> tuple[str, str, Listed]:
    drafter = Listed(list(drafts), **more)  # type: ignore[arg-type]
    spoken = DraftedVoice(drafter, MANNERS, within=0.2).say(request)
    return spoken.text, spoken.voice, drafter


def test_a_line_that_passes_is_shown() -> None:
    assert said([GOOD])[:2] == (GOOD, "model")


def test_a_line_that_does_not_pass_is_tried_once_more_and_cooler() -> None:
    text, by, drafter = said(["Thank you, I accept.", GOOD])
    assert (text, by) == (GOOD, "model")
    assert drafter.asked[1] < drafter.asked[0]
    assert said(["Thank you, I accept.", "Thanks, I accept!"])[:2] == (WRITTEN, "model:acceptance")


@pytest.mark.parametrize(("drafts", "reason"), [([None], "late"), ([DraftError("gone")], "broken"), (["", " \n"], "empty"), ([RuntimeError("what")], "broken")])
def test_what_does_not_come_is_the_written_line(drafts: list[str | Exception | None], reason: str) -> None:
    text, by, drafter = said(drafts)
    assert (text, by) == (WRITTEN, f"model:{reason}")
    assert drafter.cancelled == (reason == "late")


@pytest.mark.parametrize(("level", "reason"), [(Level.LOADING, "loading"), (Level.SLOW, "slow"), (Level.BROKEN, "broken")])
def test_nobody_is_asked_before_the_model_is_there(level: Level, reason: str) -> None:
    text, by, drafter = said([], standing=Standing(level, "It needs about 11 s a line here."))
    assert (text, by, drafter.asked, drafter.commits) == (WRITTEN, f"model:{reason}", [], [])


def test_words_the_scenario_fixed_are_never_asked_for() -> None:
    assert said([], replace(REQUEST, fixed=True))[:2] == (WRITTEN, "model:fixed")


def test_after_three_faults_it_is_off_and_says_so_once() -> None:
    drafter = Listed([None] * 9)
    voice = DraftedVoice(drafter, MANNERS, within=0.01)
    notices = []
    for _ in range(6):
        voice.say(REQUEST)
        notices.append(voice.notice)
    assert len(drafter.asked) == MOST_FAULTS
    assert [bool(notice) for notice in notices] == [False, False, True, False, False, False]
    assert drafter.closed
    assert voice.say(REQUEST).voice == "model:off"


def test_a_line_that_is_refused_is_no_fault() -> None:
    drafter = Listed(["Thank you, I accept."] * 20)
    voice = DraftedVoice(drafter, MANNERS, within=0.5)
    assert {voice.say(REQUEST).voice for _ in range(8)} == {"model:acceptance"}


def test_how_many_lines_were_the_models_and_why_the_others_were_not_is_told() -> None:
    voice = DraftedVoice(Listed([GOOD, "Thank you, I accept.", "Thank you, I accept.", DraftError("gone")]), MANNERS, within=0.5)
    assert voice.standing == "It is ready."
    for request in (REQUEST, replace(REQUEST, fixed=True), REQUEST, REQUEST):
        voice.say(request)
    assert voice.standing == "It is ready. It has worded 1 of 4 lines so far; the others stand as written (fixed by the scenario 1, acceptance 1, broken 1)."


def test_whoever_does_not_wait_gets_the_written_line_at_once() -> None:
    drafter = Listed([None, GOOD])
    voice = DraftedVoice(drafter, MANNERS, within=30)
    threading.Timer(0.02, voice.hurry).start()
    assert voice.say(REQUEST).voice == "model:skipped"
    assert drafter.cancelled == 1
    assert voice.say(REQUEST).voice == "model", "and only that one is given up"


def test_the_talk_is_read_while_the_trainee_types_up_to_their_next_words() -> None:
    _, _, drafter = said([GOOD])
    (root_one, root_other, root), (one, other, base) = drafter.commits
    assert (root, base) == (True, False)
    assert root_one[0] == root_other[0] == one[0]
    same = [a["content"] for a, b in zip(one, other, strict=True) if a == b]
    assert GOOD in same, "what was shown is read"


def test_a_model_that_comes_late_reads_the_talk_when_it_is_there() -> None:
    drafter = Listed(standing=Standing(Level.LOADING))
    voice = DraftedVoice(drafter, MANNERS)
    voice.prepare(REQUEST, WRITTEN)
    assert not drafter.commits
    drafter.standing = Standing(Level.READY)
    drafter.on_ready()  # type: ignore[misc]
    assert len(drafter.commits) == 2


def test_a_long_talk_is_halved_in_idle_time_and_not_turn_by_turn() -> None:
    talk = tuple(Turn(Who.REP if n % 2 else Who.CUSTOMER, f"Turn {n} of it.") for n in range(21))
    drafter = Listed([GOOD, GOOD], reads=1_500)
    voice = DraftedVoice(drafter, MANNERS)
    voice.say(replace(REQUEST, talk=talk))
    lengths = [len(one) for one, _, _ in drafter.commits]
    assert lengths[1] > 2 * min(lengths[2:])


def test_how_a_line_came_about_is_told_to_whoever_measures() -> None:
    told: list[Told] = []
    DraftedVoice(Listed(["Thank you, I accept.", GOOD]), MANNERS, on_told=told.append).say(REQUEST)
    assert told[0].raw == ("Thank you, I accept.", GOOD)
    assert told[0].spoken.text == GOOD
