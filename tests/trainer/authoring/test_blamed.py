"""The words of an example that are at fault: found by reading it again, with a reader that is easily seen through."""

from __future__ import annotations

from scenarios.acts import Act
from scenarios.reading import ActSpan, Reading
from trainer.authoring.blamed import blamed, without


def read(line: str) -> Reading:
    """Understands a line with "kettle" in it, unless it blames."""
    low = line.lower()
    at = low.find("your fault")
    acts = [ActSpan(act=Act.BLAME, confidence=1.0, start=at, end=at + 10)] if at >= 0 else []
    acts += [ActSpan(act=Act.REFLECT_CONTENT, confidence=1.0, start=0, end=len(line))] if "kettle" in low and at < 0 else []
    return Reading(reader="test", words=len(line.split()), acts=tuple(acts))


def understood(reading: Reading) -> bool:
    return reading.has(Act.REFLECT_CONTENT)


def test_the_words_that_spoil_it_are_named() -> None:
    found = blamed("the kettle was plastic and it is your fault", read, understood, ())
    assert "puts it on the customer" in found.why
    assert found.remedy.startswith('Leave out "your"')


def test_the_word_that_is_missing_is_named() -> None:
    found = blamed("you waited long for it", read, understood, ("they waited three weeks for the kettle",))
    assert found.remedy.startswith('Write "kettle" into it')


def test_a_line_is_left_tidy() -> None:
    assert without("Sorry, the kettle again broke.", (18, 23)) == "Sorry, the kettle broke."
