"""The guards' door: what is mended, what is refused and why, and that nothing it is given can break it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.moves import Intensity, Move
from tests.trainer.voices.asked import asked
from trainer.voices.guards import GuardResult, Reason, acts, check, roles, sense
from trainer.voices.guards.mending import TOKENS

GOOD = "They told me that on Tuesday as well, and nothing came."


@pytest.mark.parametrize(
    "wrapped",
    [
        f'"{GOOD}"',
        f"Imre: {GOOD}",
        f"**Customer (angry):** {GOOD}",
        f"*sighs* {GOOD}",
        f"{GOOD} (he shakes his head)",
        f"```\n{GOOD}\n```",
        f"<reply>{GOOD}</reply>",
        f"{GOOD}<|im_end|>\n<|im_start|>user\nSorry.",
        f"{GOOD}\nRep: I am sorry.\nCustomer: Fine.",
        f"{GOOD}\n\nNote: kept short.",
        f"{GOOD} And what I would also like to say about it is that the",
        f"<think>He doubts.</think>{GOOD}",
    ],
)
def test_wrapping_comes_off_and_the_words_stay(wrapped: str) -> None:
    assert check(wrapped, asked()) == GuardResult(ok=True, text=GOOD)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("", Reason.EMPTY),
        ("<|im_start|>assistant", Reason.CONTROL),
        ("They told\x00 me that.", Reason.CONTROL),
        ("- one\n- two", Reason.FORMAT),
        ("Ich glaube Ihnen kein Wort, das war am Dienstag auch schon so.", Reason.LANGUAGE),
        ("As an AI language model I cannot be angry.", Reason.LEAK),
        ("I apologise for the delay, sir. How can I help you today?", Reason.ROLE_FLIP),
        ("That sounds great, thank you, I accept.", Reason.ACCEPTANCE),
        ("Goodbye then, have a nice day.", Reason.WRONG_ACT),
        ("You are an idiot and I doubt it.", Reason.TOO_ROUGH),
        ("I doubt it. My wife has paid 86 pounds for it.", Reason.INVENTED),
        ("It left the depot today and will be with me on Friday.", Reason.REPETITION),
    ],
)
def test_each_fault_has_its_name(line: str, reason: Reason) -> None:
    assert check(line, asked()) == GuardResult(ok=False, text="", reason=reason)


def test_what_the_request_brings_may_be_named() -> None:
    assert check("Friday? On Tuesday it was also Friday, for 86 pounds.", asked(facts=("he paid 86 pounds",))).ok


def test_an_offer_may_be_taken_when_the_move_takes_it_and_only_then() -> None:
    line = "Yes, Friday works for me, do that."
    assert check(line, asked(Move.ACCEPT, written="Yes. Friday, then.")).ok
    assert check(line, asked(Move.REFUSE)).reason is Reason.ACCEPTANCE


def test_the_question_of_the_turn_must_be_put() -> None:
    asking = asked(Move.ASK, written="Which building is it in?", question="Which building is it in?")
    assert check("And which building is it in just now?", asking).ok
    assert check("I have waited long enough for an answer.", asking).reason is Reason.WRONG_ACT


@pytest.mark.parametrize(("dial", "ok"), [(Intensity.CALM, False), (Intensity.REAL, False), (Intensity.RAW, True)])
def test_swearing_hangs_on_the_dial(dial: Intensity, ok: bool) -> None:
    assert check("Bullshit. They told me that on Tuesday as well.", asked(intensity=dial)).ok is ok


def test_no_dial_admits_violence() -> None:
    assert check("I will find you and I will hurt you.", asked(Move.THREATEN, intensity=Intensity.RAW, personal=True)).reason is Reason.TOO_ROUGH


def test_without_the_encoder_the_cue_words_stand_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sense, "shared_encoder", lambda: None)
    monkeypatch.setattr(sense, "sense", sense.sense.__wrapped__)
    assert sense.sense(GOOD) is None
    monkeypatch.setattr(acts, "sense", sense.sense)
    monkeypatch.setattr(roles, "sense", sense.sense)
    assert check(GOOD, asked()).ok
    assert check("That sounds great, thank you, I accept.", asked()).reason is Reason.ACCEPTANCE


def test_a_language_the_guards_cannot_read_is_never_shown() -> None:
    request = asked()
    assert check(GOOD, replace(request, persona=replace(request.persona, language="de"))).reason is Reason.LANGUAGE


@settings(max_examples=120, deadline=None)
@given(
    st.text(max_size=400)
    | st.lists(st.sampled_from(["Yes. ", "<|", "|>", "*", "(", '"', "Rep: ", "\n- ", "```", "[", "\x1b[", "ok ", "é", "100"]), max_size=60).map("".join)
)
def test_whatever_comes_an_answer_comes_back(line: str) -> None:
    result = check(line, asked())
    assert result.ok is bool(result.text) is (result.reason is None)
    assert not set(result.text) & set("\x00\x1b\n")
    assert not TOKENS.search(result.text)
    if result.ok:
        assert check(result.text, asked()).ok


@pytest.mark.parametrize("piece", ["a ", "<think>", "*", "(he ", "Yes. ", '"', "*a* ", "one hundred and ", "\n- ", "I will try that "])
def test_a_megabyte_is_only_looked_at_where_it_begins(piece: str) -> None:
    assert len(check(piece * (1_000_000 // len(piece)), asked()).text) <= 2_000
