"""Plain questions that no card answers: told apart from leave asked for, and never passed over for a scripted moment."""

from __future__ import annotations

import pytest

from scenarios.acts import Act
from scenarios.moves import Move
from scenarios.reading import ActSpan, Reading, SlotAsk
from scenarios.transcript import RepSaid
from tests.trainer.engine.case import case, opened
from trainer.engine.plain_questions import plain_question

MOMENT = case(beats=[{"when": {"from_reply": 1}, "says": "And the lid!"}])


def said(text: str, act: Act = Act.ASK_CLOSED) -> RepSaid:
    acts = (ActSpan(act=act, confidence=0.9, start=0, end=len(text)),)
    return RepSaid(turn=1, text=text, seconds=5, reading=Reading(reader="hand", words=len(text.split()), acts=acts))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("When did it stop?", "unknown"),
        ("Is it plugged in?", "unknown"),
        ("Can you smell burning?", "unknown"),
        ("Have you tried turning it off?", "tried"),
        ("Did you already check the fuse?", "tried"),
        ("Where are you at the moment?", "told"),
        ("Shall I go ahead?", None),
        ("Would Friday suit you?", None),
        ("Can you hold for two minutes?", None),
        ("Is that all right?", None),
        ("Is there anything else I can do?", None),
    ],
)
def test_what_kind_of_question_it_is(text: str, kind: str | None) -> None:
    assert plain_question(said(text)) == kind


def test_what_is_no_question_is_none() -> None:
    assert plain_question(said("I looked at it.", Act.STATE_ACTION)) is None


def test_a_moment_leaves_a_datum_asked_for_answered_and_counts_it_as_given() -> None:
    photo = SlotAsk(start=0, end=1, slot="photo", known=False, stated=False)
    call = opened(MOMENT).say(Act.ASK_CLOSED, slots=[photo])
    assert (call.last.says, call.last.answers) == ("And the lid!", ("photo",))
    assert call.state.given == {"photo"}


def test_an_offer_on_the_table_is_what_is_answered() -> None:
    photo = SlotAsk(start=0, end=1, slot="photo", known=False, stated=False)
    call = opened().say(Act.PROPOSE, Act.ASK_CLOSED, slots=[photo], offers=[("refund", "refund", 48)])
    assert call.last.move in (Move.ACCEPT, Move.REFUSE)
    assert call.last.answers == ()
