"""Laws of judging, over calls drawn at random: what no wording, order or mixture of marks may break."""

from __future__ import annotations

import string
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.acts import HARM, TRUTH, Act
from scenarios.moves import Ending, Move
from scenarios.reading import ActSpan
from scenarios.transcript import CustomerSaid, RepActed, RepSaid, Transcript
from scoring.debrief import debrief
from scoring.rubric import load_rubric
from scoring.scorecard import scorecard
from scoring.scores import DIMENSIONS, Scorecard
from tests.scoring.builders import Call, Mark, act, answer, claim, offer, promise, scenario, slot, touch

SCENARIO = scenario()
SENTENCES = ("The recital is Wednesday. ", "I was wrong to say that. ", "The tuner comes at noon. ", "So noon on Tuesday then? ")
TEXT = "".join(SENTENCES)
HARMS = sorted(HARM | TRUTH)
STOCK = (Act.ACK_GENERIC, Act.COURTESY, Act.APOLOGISE)

MARKS = st.one_of(
    st.builds(act, st.sampled_from(sorted(Act)), st.sampled_from(SENTENCES)),
    st.builds(
        touch,
        st.sampled_from(["recital", "no-show"]),
        st.sampled_from(["reflect", "answer", "act", "own", "ask"]),
        st.sampled_from(SENTENCES),
        st.sampled_from([0.1, 0.9]),
    ),
    st.builds(answer, st.sampled_from(["recital/0", "no-show/0", "last"]), st.sampled_from(SENTENCES), direct=st.booleans()),
    st.builds(claim, st.sampled_from(["true", "false", "unknown"]), st.sampled_from(SENTENCES), fact=st.sampled_from(["diary", "pedal"])),
    st.builds(claim, st.sampled_from(["true", "false"]), st.sampled_from(SENTENCES), action=st.just("refund")),
    st.builds(promise, st.sampled_from(["refund", "book-tuner", None]), st.sampled_from(SENTENCES), supported=st.sampled_from([True, False, None])),
    st.builds(offer, st.sampled_from(["tuned", "told-straight"]), st.sampled_from(SENTENCES)),
    st.builds(slot, st.just("address"), st.sampled_from(SENTENCES), stated=st.booleans()),
)


@dataclass(frozen=True)
class Go:
    """A customer turn, perhaps a desk action, and the reply."""

    moved: tuple[tuple[str, Any], ...]
    marks: tuple[Mark, ...]
    tells: bool
    does: str | None


GOES = st.builds(
    Go,
    st.fixed_dictionaries(
        {
            "about": st.sampled_from(["recital", "no-show", "pitch", None]),
            "question": st.sampled_from(["recital/0", "no-show/0", None]),
            "provocation": st.booleans(),
            "move": st.sampled_from([Move.VENT, Move.ASK]),
        }
    ).map(lambda d: tuple(d.items())),
    st.lists(MARKS, max_size=5).map(tuple),
    st.booleans(),
    st.sampled_from([None, None, "refund", "book-tuner", "inspect", "pass-on"]),
)
CALLS = st.tuples(st.lists(GOES, min_size=1, max_size=4), st.sampled_from([None, *Ending]), st.sampled_from(["tuned", "money-back", None]))


def built(call: tuple[list[Go], Ending | None, str | None]) -> Transcript:
    goes, ending, outcome = call
    made = Call()
    for go in goes:
        made.customer("A turn.", **dict(go.moved))
        if go.does:
            made.acts(go.does)
        made.rep(TEXT, *go.marks, tells=("diary",) if go.tells else ())
    if ending:
        made.customer("The last word.").ends(ending, outcome, worth=SCENARIO.outcomes[outcome].worth if outcome else 0.0)
    return made.transcript


def judged(transcript: Transcript) -> Scorecard:
    return scorecard(transcript, SCENARIO)


def values(card: Scorecard) -> dict[str, float]:
    return {d: v for d in DIMENSIONS if (v := card.scores[d].value) is not None}


def assert_none_higher(before: Scorecard, after: Scorecard) -> None:
    for dimension, value in values(after).items():
        assert value <= values(before).get(dimension, 100.0) + 0.05, f"{dimension} rose"


def with_reply(transcript: Transcript, nth: int, change: Any) -> Transcript:
    replies = [n for n, e in enumerate(transcript.events) if isinstance(e, RepSaid)]
    at = replies[nth % len(replies)]
    events = list(transcript.events)
    events[at] = change(events[at])
    return transcript.model_copy(update={"events": tuple(events)})


few = settings(max_examples=60, deadline=None, derandomize=True)


@few
@given(CALLS)
def test_every_score_is_bounded_and_is_nothing_but_base_plus_evidence(call: tuple[list[Go], Ending | None, str | None]) -> None:
    card, rubric = judged(built(call)), load_rubric()
    for dimension in DIMENSIONS:
        score = card.scores[dimension]
        if score.value is None:
            assert score.why_not
            continue
        total = rubric.dimensions[dimension].base + sum(row.points for row in score.evidence)
        assert score.value == pytest.approx(min(100.0, max(0.0, total)), abs=0.06)


@few
@given(CALLS)
def test_evidence_and_debrief_point_inside_the_words_they_name(call: tuple[list[Go], Ending | None, str | None]) -> None:
    transcript = built(call)
    card = judged(transcript)
    texts = {e.turn: e.text for e in transcript.events if isinstance(e, RepSaid | CustomerSaid)}
    for score in card.scores.values():
        for row in score.evidence:
            assert 0 <= row.start <= row.end <= len(texts[row.turn])
            assert row.says
            assert "{" not in row.says
    for point in debrief(transcript, SCENARIO, card, load_rubric()).points:
        assert texts[point.turn][point.start : point.end] == point.words
    for entry in card.ledger:
        assert texts[entry.turn][entry.start : entry.end] == entry.words


@settings(max_examples=150, deadline=None, derandomize=True)
@given(CALLS, st.integers(0, 3), st.sampled_from(HARMS), st.sampled_from(SENTENCES))
def test_adding_a_harm_raises_no_score(call: tuple[list[Go], Ending | None, str | None], nth: int, harm: Act, words: str) -> None:
    transcript = built(call)
    start = TEXT.index(words)
    span = ActSpan(start=start, end=start + len(words), act=harm, confidence=0.9)

    def worse(reply: RepSaid) -> RepSaid:
        return reply.model_copy(update={"reading": reply.reading.model_copy(update={"acts": (*reply.reading.acts, span)})})

    assert_none_higher(judged(transcript), judged(with_reply(transcript, nth, worse)))


@few
@given(CALLS, st.integers(0, 3))
def test_removing_a_kept_promise_never_raises_honesty(call: tuple[list[Go], Ending | None, str | None], nth: int) -> None:
    goes, ending, outcome = call
    nth %= len(goes)
    kept = replace(goes[nth], marks=(*goes[nth].marks, promise("refund", SENTENCES[2])), does="refund")
    without = replace(goes[nth], does="refund")
    with_it, removed = (judged(built(([*goes[:nth], go, *goes[nth + 1 :]], ending, outcome))) for go in (kept, without))
    assert values(removed)["honesty"] <= values(with_it)["honesty"] + 0.05


@few
@given(CALLS, st.text(alphabet=string.printable, max_size=40))
def test_the_customers_words_alone_move_nothing(call: tuple[list[Go], Ending | None, str | None], words: str) -> None:
    transcript = built(call)
    events = tuple(e.model_copy(update={"text": words}) if isinstance(e, CustomerSaid) else e for e in transcript.events)
    assert values(judged(transcript)) == values(judged(transcript.model_copy(update={"events": events})))


@few
@given(CALLS, st.integers(0, 3), st.lists(st.sampled_from(STOCK), min_size=1, max_size=5))
def test_stuffing_a_reply_with_stock_phrases_raises_no_score(call: tuple[list[Go], Ending | None, str | None], nth: int, phrases: list[Act]) -> None:
    transcript = built(call)
    stock = "I hear you and I understand. "

    def stuffed(reply: RepSaid) -> RepSaid:
        acts = [*reply.reading.acts]
        text = reply.text
        for phrase in phrases:
            acts.append(ActSpan(start=len(text), end=len(text) + len(stock), act=phrase, confidence=0.9))
            text += stock
        reading = reply.reading.model_copy(update={"acts": tuple(acts), "words": len(text.split())})
        return reply.model_copy(update={"text": text, "reading": reading, "seconds": reply.seconds + 10 * len(phrases)})

    assert_none_higher(judged(transcript), judged(with_reply(transcript, nth, stuffed)))


@few
@given(CALLS)
def test_a_whole_reply_of_stock_phrases_at_the_end_raises_no_score(call: tuple[list[Go], Ending | None, str | None]) -> None:
    goes, _, _ = call
    transcript = built((goes, None, None))
    turn = max(e.turn for e in transcript.events)
    last = Call()
    last.turn = turn
    last.customer("Well?").rep("I hear you.", act(Act.ACK_GENERIC))
    longer = transcript.model_copy(update={"events": (*transcript.events, *last.events[1:])})
    assert_none_higher(judged(transcript), judged(longer))


@few
@given(CALLS)
def test_the_same_call_gives_the_same_scorecard_byte_for_byte(call: tuple[list[Go], Ending | None, str | None]) -> None:
    transcript = built(call)
    again = Transcript.model_validate_json(transcript.model_dump_json())
    assert judged(transcript).model_dump_json() == judged(again).model_dump_json()


def test_the_drawn_calls_hold_actions_that_are_taken_into_account() -> None:
    go = Go((("about", "recital"),), (promise("refund", SENTENCES[2]),), False, "refund")
    transcript = built(([go], Ending.ACCEPTED, "tuned"))
    assert any(isinstance(e, RepActed) for e in transcript.events)
    assert judged(transcript).ledger[0].fate == "kept"
