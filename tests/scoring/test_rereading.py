"""An old transcript keeps the reading it was played with until somebody asks for a new one."""

from __future__ import annotations

from scenarios.library import catalogue, find
from scenarios.transcript import RepSaid, Transcript
from scoring.reading import default_reader
from scoring.reading.context import context_of
from scoring.reading.reader import RuleReader
from scoring.rereading import read_again
from scoring.rubric import load_rubric
from scoring.scorecard import scorecard
from trainer.headless import play
from trainer.replies import parse_replies

SCENARIO = find(catalogue()[0].id)


def test_a_span_counts_from_when_the_reply_is_sent() -> None:
    assert context_of((), SCENARIO, 90).passed == context_of((), SCENARIO).passed + 90


def versions(transcript: Transcript) -> set[str]:
    return {event.reading.reader for event in transcript.events if isinstance(event, RepSaid)}


def test_every_reply_is_read_again_from_what_stood_before_it() -> None:
    played = play(SCENARIO, parse_replies("Sorry about that.\nWe never rang you back.\nI'll ring you by five."), seed=0).transcript
    again = read_again(played, SCENARIO, RuleReader())
    assert versions(again) == {"rules-12"}
    last = max(i for i, event in enumerate(again.events) if isinstance(event, RepSaid))
    reply = again.events[last]
    assert isinstance(reply, RepSaid)
    assert reply.reading == RuleReader().read(reply.text, context_of(played.events[:last], SCENARIO))
    assert [e for e in again.events if not isinstance(e, RepSaid)] == [e for e in played.events if not isinstance(e, RepSaid)]


def test_scoring_alone_reads_nothing_again() -> None:
    played = read_again(play(SCENARIO, parse_replies("Sorry about that."), seed=0).transcript, SCENARIO, RuleReader())
    assert scorecard(played, SCENARIO, load_rubric()).reader == "rules-12"
    assert scorecard(read_again(played, SCENARIO, default_reader()), SCENARIO, load_rubric()).reader == default_reader().version
