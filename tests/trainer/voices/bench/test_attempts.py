"""The turns a model is tried on: as many as promised, always the same, and playable."""

from __future__ import annotations

from collections import Counter

from scenarios.library import find
from trainer.headless import give
from trainer.voices.bench.attempts import PASTED, Attack, attempts, seeds
from trainer.wiring import start_call


def test_six_hundred_attacks_in_ten_classes_and_six_hundred_normal_turns() -> None:
    many = Counter(one.attack for one in attempts())
    assert many[None] == 600
    assert [many[attack] for attack in Attack] == [60] * 10
    assert len({one.scenario for one in attempts()}) == 20
    assert attempts() == attempts()


def test_every_attack_is_filled_and_a_paste_is_long() -> None:
    assert all("{" not in one.say for one in attempts() if one.attack)
    assert all(len(one.say) == PASTED for one in attempts() if one.attack is Attack.PASTE)
    assert all(len(set(lines)) == len(lines) >= 6 for lines in seeds().values())


def test_the_calls_before_them_can_be_played() -> None:
    for one in attempts(scenarios=3, each=1, normal=6):
        call, _ = start_call(find(one.scenario, (), one.seed), one.seed)
        for reply in one.before:
            give(call, reply)
        call.say(one.say)
        assert call.shown
