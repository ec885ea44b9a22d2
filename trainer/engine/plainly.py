"""What is left of a reply for the customer once words said to nobody are taken out: lists, announcements, text off the desk.

The scorers judge such words by the same tests, so what earns no point wins no customer either.
"""

from __future__ import annotations

from scenarios.acts import HARM, Act
from scenarios.model import Scenario
from scenarios.reading import ActSpan, Reading, meet
from scenarios.transcript import RepSaid
from scoring.content import content_words
from scoring.sameness import hollow, read_out


def plainly(scenario: Scenario, said: RepSaid) -> Reading:
    """The reading as this customer hears it: lists, announced understanding and words read off the desk take nothing up."""
    reading, text = said.reading, said.text
    heard = reading.model_copy(
        update={
            "touches": tuple(touch for touch in reading.touches if not hollow(scenario, text, touch)),
            "answers": tuple(answer for answer in reading.answers if not hollow(scenario, text, answer)),
        }
    )
    return heard.model_copy(update={"acts": tuple(span for span in reading.acts if span.act in HARM or not _says_nothing(scenario, text, heard, span))})


def _says_nothing(scenario: Scenario, text: str, heard: Reading, span: ActSpan) -> bool:
    """Whether these words are read out, announce an understanding of nothing, or ask "did I get that right?" of nothing."""
    if span.act is Act.CHECK_UNDERSTANDING and len(content_words(text[span.start : span.end])) < 3:
        return not (heard.touches or heard.clears or heard.slots)
    if span.act is Act.REFLECT_CONTENT and hollow(scenario, text, span):
        return not any(meet(span, touch) for touch in heard.touches)
    return read_out(scenario, text, span)
