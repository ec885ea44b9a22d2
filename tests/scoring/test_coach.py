"""A hint is the costliest thing the scorers would charge, in words that give nothing away."""

from __future__ import annotations

import re

import pytest

from scenarios.acts import Act
from scenarios.transcript import RepSaid
from scoring.callview import CallView
from scoring.calmness import calmness
from scoring.coach import Hint, hint, hint_words
from scoring.rubric import Kind, load_rubric
from tests.scoring.builders import Call, Mark, act, answer, claim, offer, promise, scenario, slot, touch

UNDONE = {"honesty.broken", "honesty.untold-help", "resolution.passed-inside", "resolution.lost-trust"}
"""Harms no draft can do: they come of what is left undone."""
NO_SCENARIO = {"honesty.harmed", "resolution.harmed"}
"""Harms charged only where no scenario goes with a chat."""
TOLD_ELSEWHERE = {"listening.harmed", "calmness.soothing"}
"""Charged beside another rule for the same words, or slight."""
UNCERTAIN = {"calmness.tone"}
SILENT = UNDONE | NO_SCENARIO | TOLD_ELSEWHERE | UNCERTAIN


def asked() -> Call:
    return Call().customer("Why did nobody come?", about="no-show", question="no-show/0")


def looked(call: Call, text: str, *marks: Mark, least: float = 0.0, tells: tuple[str, ...] = ()) -> Hint | None:
    """What is said of this draft, were it the next reply of the call."""
    *before, draft = call.rep(text, *marks, tells=tells).events
    assert isinstance(draft, RepSaid)
    return hint(before, draft, scenario(), load_rubric(), least=least)


def test_every_harm_a_draft_can_do_has_its_words() -> None:
    harms = {c.id for c in load_rubric().criteria if c.kind is Kind.HARM} - SILENT
    assert harms <= set(hint_words())
    assert not SILENT & set(hint_words())
    assert {name.partition("/")[0] for name in hint_words()} <= {c.id for c in load_rubric().criteria}


def test_a_good_draft_goes_unremarked() -> None:
    text = "You waited in on Friday and nobody came. We had the wrong week."
    marks = (touch("no-show", "reflect", "You waited in on Friday"), answer("no-show/0", "We had the wrong week."))
    assert looked(asked(), text, *marks, tells=("diary",)) is None


def test_the_costliest_thing_is_named_with_its_words() -> None:
    found = looked(asked(), "Not my job. You people are all the same.", act(Act.DEFLECT, "Not my job."), act(Act.HOSTILE, "You people are all the same."))
    assert found is not None
    assert found.rule == "calmness.hostile"
    assert "You people are all the same." in found.says
    assert "Not my job" not in found.says


def test_on_hard_calls_slight_costs_are_passed_over() -> None:
    assert looked(asked(), "Not my job.", act(Act.DEFLECT), least=7) is None
    assert looked(asked(), "Not my job.", act(Act.DEFLECT)) is not None
    assert looked(asked(), "You broke it.", act(Act.BLAME), least=7) is not None


def test_how_a_wording_sounds_is_never_hinted_at() -> None:
    text = "As I said, naturally you waited in on Friday, as most people do. Calm down and be patient."
    call = asked()
    marks = (touch("no-show", "reflect"), act(Act.REFLECT_CONTENT), answer("no-show/0"))
    assert any(row.rule == "calmness.tone" for row in calmness(CallView(call.rep(text, *marks).transcript, scenario()), load_rubric()).evidence)
    assert looked(asked(), text, *marks) is None


def test_a_question_passed_over_for_something_else_is_quoted() -> None:
    heard = (touch("recital", "reflect"), act(Act.REFLECT_CONTENT))
    found = looked(asked(), "Wednesday is the one that matters.", *heard)
    assert found is not None
    assert found.says == "This answers something else. The customer asked: “Why did nobody come?”"


@pytest.mark.parametrize("words", ["One moment, I'm looking.", "I don't know yet; I'll find out."])
def test_saying_that_one_is_looking_is_no_dodge(words: str) -> None:
    kind = Act.STATE_ACTION if "looking" in words else Act.ADMIT_UNKNOWN
    assert looked(asked(), words, act(kind), touch("no-show", "act")) is None


def test_a_lie_against_the_record_is_noticed_and_the_truth_not_told() -> None:
    found = looked(asked(), "The tuner was ill.", claim("false", fact="diary"), answer("no-show/0"))
    assert found is not None
    assert found.rule == "honesty.false-claim"
    assert "record" in found.says
    assert "week" not in found.says


def test_what_the_rep_cannot_know_yet_is_never_hinted_at() -> None:
    text = "The pedal is fine. You waited in."
    assert looked(asked(), text, claim("false", "The pedal is fine.", fact="pedal"), touch("no-show", "reflect"), answer("no-show/0")) is None
    learned = asked().acts("inspect")
    assert looked(learned, text, claim("false", "The pedal is fine.", fact="pedal"), touch("no-show", "reflect"), answer("no-show/0")) is not None


def test_what_the_log_does_not_show_is_said_to_be_so() -> None:
    found = looked(asked(), "I have booked him.", claim("false", action="book-tuner"), answer("no-show/0"))
    assert found is not None
    assert "log" in found.says


def test_a_promise_names_what_of_the_desk_it_goes_beyond() -> None:
    heard, answered = touch("no-show", "reflect"), answer("no-show/0")
    over = looked(asked(), "I'll refund you 200.", promise("refund", supported=False, amount="200"), heard, answered)
    plain = looked(asked(), "The tuner will be there within the hour.", act(Act.OVERPROMISE), heard, answered)
    assert over is not None
    assert plain is not None
    assert "more than your desk may give" in over.says
    assert "80" not in over.says
    assert "Look before you promise" in plain.says


def test_asking_again_names_what_was_given_and_not_its_value() -> None:
    found = looked(asked(), "What is your address?", slot("address"), answer("no-show/0"))
    assert found is not None
    assert "the address was given" in found.says
    assert "Mill Row" not in found.says


def test_a_fix_before_anything_was_heard_costs() -> None:
    found = looked(Call().customer(), "Shall I book him again?", offer("tuned"), act(Act.PROPOSE))
    assert found is not None
    assert found.rule == "listening.fix-first"


def test_no_hint_speaks_of_the_person_or_of_the_mood() -> None:
    said = " ".join(hint_words().values()).lower()
    assert not re.search(r"\byou (?:are|were)\b|\bangry|\banger|\btrust|\bpatien", said)
