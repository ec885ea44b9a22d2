"""The corpus holds what it says: enough, of every act, rightly split, every label tied to words that are there."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from scenarios.acts import HARM, TRUTH, Act
from scoring.reading import labelled
from scoring.reading.labelled import CORPUS, Example, calls, contrast, quiet, related, writers

SPLITS = ("train", "dev", "test")


@cache
def by_writer() -> dict[str, list[dict[str, Any]]]:
    """The calls as they stand in their files."""
    return {path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] for path in sorted((CORPUS / "calls").glob("*.jsonl"))}


@cache
def single() -> list[Example]:
    return contrast()


def trades(split: str) -> set[str]:
    return {call["card"]["trade"].strip().lower() for writer in writers(split) for call in by_writer()[writer]}


def test_there_is_enough_of_it() -> None:
    turns = [turn for rows in by_writer().values() for call in rows for turn in call["turns"] if turn["who"] == "rep"]
    assert sum(map(len, by_writer().values())) >= 400
    assert len(turns) >= 4000
    assert len(by_writer()) >= 20
    assert len(set().union(*map(trades, SPLITS))) >= 60


def test_no_writer_and_no_trade_is_on_two_sides() -> None:
    assert sorted(by_writer()) == sorted(writer for split in SPLITS for writer in writers(split))
    assert not trades("train") & (trades("dev") | trades("test"))
    assert not trades("dev") & trades("test")


def test_call_ids_are_their_own() -> None:
    ids = [call["id"] for rows in by_writer().values() for call in rows]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("split", ["dev", "test"])
def test_what_measures_was_read_twice_and_settled(split: str) -> None:
    for writer in writers(split):
        for call in by_writer()[writer]:
            assert all({"A", "B", "gold"} <= turn["labels"].keys() for turn in call["turns"] if turn["who"] == "rep"), call["id"]


def test_every_label_is_an_act_on_words_of_its_turn() -> None:
    for rows in by_writer().values():
        for call in rows:
            for turn in call["turns"]:
                for marks in turn.get("labels", {}).values():
                    assert all(m["label"] in Act.__members__ and m["span"] in turn["text"] for m in marks), call["id"]


def test_every_act_has_its_contrast_set() -> None:
    assert len({item.source for item in single()}) == len(single())
    rows = [json.loads(line) for path in (CORPUS / "contrast").glob("*.jsonl") for line in path.read_text(encoding="utf-8").splitlines()]
    kinds = Counter((row["about"], row["positive"]) for row in rows)
    assert not {act: kinds[act.value, True] for act in Act if kinds[act.value, True] < 150}
    assert not {act: kinds[act.value, False] for act in Act if kinds[act.value, False] < 100}
    assert all(row["target"] in row["text"] for row in rows)
    assert all((row["about"] in row["acts"]) is row["positive"] for row in rows)


def test_harm_and_truth_items_were_read_twice() -> None:
    for act in HARM | TRUTH:
        rows = [json.loads(line) for line in (CORPUS / "contrast" / f"{act.value}.jsonl").read_text(encoding="utf-8").splitlines()]
        assert sum(row.get("read_twice", False) for row in rows) >= 0.98 * len(rows)


@pytest.mark.parametrize("split", ["train", "dev"])
def test_relations_name_what_their_call_knows(split: str) -> None:
    items = related(split)
    assert len({item.example.writer for item in items}) >= 3
    for item in items:
        facts = [line for line in item.example.card or () if not line.startswith(("may ", "cannot "))]
        known = set(item.concerns) | {f"F{n}{sign}" for n in range(1, len(facts) + 1) for sign in "+-"} | {f"M{n}" for n in range(1, 20)}
        assert 3 <= len(item.concerns) <= 5
        assert all(len(ways) == 4 for ways in item.concerns.values()), item.example.source
        assert set().union(*item.spoken) <= known, item.example.source


def test_a_label_falls_on_its_own_sentence() -> None:
    text = "Sorry about that. It left on Friday, and I refunded you."
    call = {
        "id": "c",
        "card": {"true_facts": ["it left"], "rep_may": ["refund"], "rep_cannot": ["send"]},
        "turns": [
            {"who": "customer", "text": "Where is it?"},
            {"who": "action", "text": "refund 40 GBP"},
            {
                "who": "rep",
                "text": text,
                "labels": {"A": [{"label": "APOLOGISE", "span": "Sorry about that."}], "gold": [{"label": "OWN", "span": "I refunded you."}]},
            },
        ],
    }
    (settled,), (first,) = labelled.of_call(call, "w"), labelled.of_call(call, "w", "A")
    assert settled.acts == (frozenset(), frozenset({Act.OWN}))
    assert first.acts == (frozenset({Act.APOLOGISE}), frozenset())
    assert settled.log == ("refund 40 GBP",)
    assert settled.card == ("it left", "may refund", "cannot send")
    assert settled.customer == "Where is it?"


def test_a_contrast_item_is_judged_in_its_target_alone() -> None:
    item = next(i for i in single() if len(i.units) > 1)
    assert sum(acts is not None for acts in item.acts) >= 1
    assert any(acts is None for acts in item.acts)


def test_the_quiet_harms_stand_beside_what_only_looks_like_them() -> None:
    items = quiet()
    assert len({item.source for item in items}) == len(items) > 2000
    harmful = sum(bool(item.whole & HARM) for item in items)
    assert 0.4 < harmful / len(items) < 0.6


@pytest.mark.parametrize("split", SPLITS)
def test_every_split_can_be_loaded(split: str) -> None:
    assert len(calls(split)) > 400


def test_the_corpus_folder_is_documented() -> None:
    assert (Path(CORPUS) / "README.md").is_file()
