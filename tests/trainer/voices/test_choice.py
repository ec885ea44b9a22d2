"""Which voice is meant, what is kept of it, and what is said where it cannot be had."""

from __future__ import annotations

from pathlib import Path

import pytest

from trainer.errors import CoolheadError, UsageError
from trainer.voices.choice import Asked, VoiceChoice, VoiceName, choice_file, chosen, keep, kept_choice, voice_of
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


@pytest.mark.parametrize("spoilt", ["", "{", "[]", '{"voice": "opera"}', '{"seconds": -1}', "\0"])
def test_a_spoilt_choice_is_the_written_lines(spoilt: str) -> None:
    choice_file().write_text(spoilt)
    assert kept_choice() == VoiceChoice()


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
