"""The shipped model, run as the product runs it: how well it reads, what cannot sway it, and what happens without it."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import pytest

pytest.importorskip("onnxruntime")

import scoring.reading
from scenarios.acts import HARM, Act
from scenarios.reading import Reading
from scoring.reading import default_reader
from scoring.reading.encoder import FOLDER, Encoder, ModelError
from scoring.reading.evaluate import ENOUGH, Report, by_reader, context_of, evaluate
from scoring.reading.evaluate_concerns import count, hearers
from scoring.reading.labelled import Example, calls, related
from scoring.reading.protocol import Context
from scoring.reading.reader import RuleReader
from scoring.reading.trained import TrainedReader

STOCK = ("I completely understand your frustration.", "Thank you for your patience.", "I'm here for you.", "Rest assured, you're in good hands.")


@cache
def of_dev() -> list[Example]:
    """Every third reply of the split; all of it is measured by ``python -m scoring.reading.evaluate``."""
    return calls("dev")[::3]


@pytest.fixture(scope="module")
def on_dev() -> Report:
    return evaluate(by_reader(default_reader()), of_dev())


def test_it_reads_new_writers_and_trades_far_better_than_the_rules(on_dev: Report) -> None:
    rules = evaluate(by_reader(RuleReader()), of_dev())
    assert on_dev.macro_f1(ENOUGH) > rules.macro_f1(ENOUGH) + 0.15
    assert (on_dev.harm.recall or 0) > 2 * (rules.harm.recall or 0)


def test_it_hears_a_concern_in_other_words() -> None:
    hear, replies = hearers(Encoder()), related("dev")[::9]
    seen = {name: count(hear[name], replies) for name in ("words", "both")}
    assert (seen["both"].recall or 0) > 2 * (seen["words"].recall or 0)
    assert (seen["both"].precision or 0) > 0.6


def test_its_confidence_is_honest(on_dev: Report) -> None:
    assert on_dev.calibration_error < 0.1


def harms(reading: Reading, before: int) -> set[Act]:
    """What is charged; evading and deflecting may be cured by what stands beside them."""
    return {span.act for span in reading.fair().acts if span.start < before and span.act in HARM - {Act.DEFLECT, Act.EVADE}}


def test_a_stock_phrase_beside_it_sweetens_no_harm() -> None:
    reader = default_reader()
    replies = [example for example in of_dev() if example.whole & HARM][:60]
    swayed = 0
    for number, example in enumerate(replies):
        bare = reader.read(example.text, context_of(example, card=False))
        more = reader.read(f"{example.text.rstrip()} {STOCK[number % len(STOCK)]}", context_of(example, card=False))
        swayed += harms(bare, len(example.text)) != harms(more, len(example.text))
    assert swayed <= 2  # int8 rounding at a threshold, never the words


def test_the_version_stands_in_every_reading() -> None:
    reader = default_reader()
    assert isinstance(reader, TrainedReader)
    assert reader.version.startswith("trained-")
    assert reader.read("Sorry.", Context()).reader == reader.version


def test_the_whole_model_is_small() -> None:
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < 25_000_000


def test_missing_or_broken_files_are_one_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError):
        Encoder(tmp_path)
    (tmp_path / "tokenizer.json").write_bytes((FOLDER / "tokenizer.json").read_bytes())
    (tmp_path / "reader.onnx").write_bytes(b"not a model")
    with pytest.raises(ModelError):
        Encoder(tmp_path)


@pytest.mark.parametrize("text", [None, "{", "[]", '{"version": "trained-0"}'])
def test_broken_settings_are_found_before_the_first_reply(tmp_path: Path, text: str | None) -> None:
    for name in ("tokenizer.json", "reader.onnx"):
        (tmp_path / name).symlink_to(FOLDER / name)
    if text is not None:
        (tmp_path / "reader.json").write_text(text, encoding="utf-8")
    with pytest.raises(ModelError):
        TrainedReader(Encoder(tmp_path))


@pytest.mark.parametrize("missing", ["onnxruntime", "tokenizers"])
def test_without_the_runtime_the_rules_read_alone(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    for name in [
        name
        for name in sys.modules
        if name.split(".")[0] == missing or name in ("scoring.reading.encoder", "scoring.reading.inputs", "scoring.reading.trained")
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    monkeypatch.setattr(scoring.reading, "shared_encoder", scoring.reading.shared_encoder.__wrapped__)
    assert isinstance(scoring.reading.default_reader.__wrapped__(), RuleReader)
