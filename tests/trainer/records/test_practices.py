"""Practices are kept step by step: nothing is lost, and each form finds its own again."""

from __future__ import annotations

from pathlib import Path

import pytest

from trainer.records.faults import Fault, StoreError
from trainer.records.practices import Kind, Practices
from trainer.records.store import Store


def test_a_practice_is_found_again_with_its_steps_by_another_process(store: Store) -> None:
    practices = Practices(store)
    drill = practices.begin(Kind.DRILL, {"skill": "own-it"})
    shift = practices.begin(Kind.SHIFT, {"seed": 3})
    practices.step(drill, "answered", {"text": "I sent the wrong one\ud800."})
    practices.step(drill, "answered", {"text": "Yes."})
    practices.step(shift, "called", {"attempt": "x"})
    with Store.open(store.path) as again:
        there = Practices(again)
        assert [(practice.id, practice.body) for practice in there.all(Kind.DRILL)] == [(drill, {"skill": "own-it"})]
        assert [(step.position, step.body["text"]) for step in there.steps(drill)] == [(0, "I sent the wrong one\ud800."), (1, "Yes.")]
        assert [step.practice for step in there.steps_of(Kind.SHIFT, "called")] == [shift]
        assert there.practice(drill[:8]).kind is Kind.DRILL


def test_a_finished_practice_is_not_offered_again_and_keeps_its_first_end(store: Store) -> None:
    practices = Practices(store)
    first, second = practices.begin(Kind.SHIFT, {}), practices.begin(Kind.SHIFT, {})
    practices.finish(first)
    ended = practices.practice(first).finished
    practices.finish(first)
    assert practices.practice(first).finished == ended
    assert [practice.id for practice in practices.all(Kind.SHIFT, unfinished=True)] == [second]
    assert [practice.id for practice in practices.all(Kind.SHIFT)] == [second, first]


def test_what_is_not_there_is_said_plainly(store: Store, tmp_path: Path) -> None:
    assert store.path.parent == tmp_path
    practices = Practices(store)
    for asked in (lambda: practices.practice("nobody"), lambda: practices.practice(""), lambda: practices.finish("nobody")):
        with pytest.raises(StoreError) as refused:
            asked()
        assert refused.value.fault is Fault.UNKNOWN_PRACTICE
    with pytest.raises(StoreError):
        practices.step("nobody", "answered", {})
