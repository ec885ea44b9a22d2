"""Which voice is meant, what is kept of it, and what is said where it cannot be had."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.trainer.opinion.answering import Answering, first_of_all
from trainer.errors import CoolheadError, UsageError
from trainer.voices.choice import Asked, VoiceChoice, VoiceName, chosen, keep, kept_choice, voice_of
from trainer.voices.sitting import Sitting


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_HOME", str(tmp_path))


def test_what_is_asked_goes_before_what_is_kept() -> None:
    keep(VoiceChoice(voice=VoiceName.HTTP, url="http://127.0.0.1:1"))
    assert chosen(Asked()).url == "http://127.0.0.1:1"
    assert chosen(Asked(voice="script")).voice is VoiceName.SCRIPT
    assert chosen(Asked(model="m", voice="model")).url == ""
    assert chosen(Asked(url="http://127.0.0.1:2")).url == "http://127.0.0.1:2"


@pytest.mark.parametrize("asked", [Asked(voice="opera"), Asked(voice="script", model="m"), Asked(voice="model", model="m", url="http://127.0.0.1")])
def test_what_does_not_fit_together_is_refused(asked: Asked) -> None:
    with pytest.raises(UsageError):
        chosen(asked)


@pytest.mark.parametrize("spoilt", ["", "{", "[]", '{"voice": "opera"}', '{"seconds": -1}', "\0", '{"voice": ["http"]}', "[" * 50_000])
def test_a_spoilt_choice_of_old_is_the_written_lines(tmp_path: Path, spoilt: str) -> None:
    (tmp_path / "voice.json").write_text(spoilt)
    assert kept_choice() == VoiceChoice()
    assert (tmp_path / "voice.json.bak").read_text() == spoilt


def test_a_choice_of_old_is_carried_over_once(tmp_path: Path) -> None:
    (tmp_path / "voice.json").write_text('{"voice": "http", "model": "", "url": "http://127.0.0.1:1", "allow_remote": false, "seconds": 9.0}')
    assert kept_choice() == VoiceChoice(voice=VoiceName.HTTP, url="http://127.0.0.1:1", seconds=9)
    assert 'voice_server: "http://127.0.0.1:1"' in (tmp_path / "settings.yaml").read_text()
    keep(VoiceChoice())
    assert kept_choice() == VoiceChoice(), "and never comes back"
    assert not (tmp_path / "voice.json").exists()


def test_without_a_folder_or_an_address_there_is_no_voice() -> None:
    assert voice_of(VoiceChoice()) is None
    for name in (VoiceName.MODEL, VoiceName.HTTP):
        with pytest.raises(CoolheadError):
            voice_of(VoiceChoice(voice=name))


def test_a_voice_that_cannot_be_had_costs_no_call_and_no_choice() -> None:
    sitting = Sitting(VoiceChoice(voice=VoiceName.MODEL, model="/nowhere"))
    assert "There is no folder /nowhere." in sitting.standing
    assert "There is no folder /else." in sitting.told("model /else")
    assert kept_choice() == VoiceChoice()
    assert sitting.told("script") == "The customer's lines are shown as they are written."
    assert sitting.choice.voice is VoiceName.SCRIPT


def test_a_model_that_is_asked_is_loaded_once_and_the_one_that_speaks_is_not_loaded_again(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Answering] = []

    def drafter_for(choice: VoiceChoice) -> Answering:
        made.append(Answering(first_of_all, name=choice.model or choice.url))
        return made[-1]

    monkeypatch.setattr("trainer.voices.choice.drafter_for", drafter_for)
    monkeypatch.setattr("trainer.voices.sitting.drafter_for", drafter_for)
    sitting = Sitting(VoiceChoice(voice=VoiceName.MODEL, model="speaks"))
    assert sitting.weigher() is sitting.weigher("speaks")
    assert [one.name for one in made] == ["speaks"]
    other = sitting.weigher("other")
    assert other is sitting.weigher("other")
    assert sitting.weigher("http://127.0.0.1:1") is not other
    assert [(one.name, one.closed) for one in made] == [("speaks", False), ("other", True), ("http://127.0.0.1:1", False)]
    sitting.close()
    assert all(one.closed for one in made)


def test_nothing_is_asked_where_the_lines_are_written_and_no_model_is_named() -> None:
    with pytest.raises(UsageError, match="No model is named"):
        Sitting(VoiceChoice()).weigher()
