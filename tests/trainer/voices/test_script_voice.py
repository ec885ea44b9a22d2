"""The scripted voice: the author's words first, never a sentence twice, and nothing rougher than was asked for."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from scenarios.library import voices
from scenarios.model import Desk, Question
from scenarios.moves import Intensity, Move, Reaction
from scenarios.transcript import Discovery, Ended, Mood
from tests.trainer.voices.speaking import SLOTS, moved, scenario, speaker, told
from trainer.voices.script import ScriptVoice

BANKS = voices()
EVERY = sorted(BANKS)


def raw_lines(bank: str, *, of: Intensity) -> list[str]:
    return [line.say for by_band in BANKS[bank].lines.values() for some in by_band.values() for line in some if line.intensity is of]


def test_a_concern_is_said_in_the_authors_words_milder_first() -> None:
    said = told(speaker(), [moved(Move.VENT, turn=n, about="saturday") for n in (1, 3, 5)])
    assert said[:2] == ["I need it on Saturday.", "Saturday, I said, and I meant it."]
    assert "Saturday" not in said[2]


def test_words_fixed_by_the_scenario_are_kept_whole() -> None:
    fixed = "Fine. I will hire one and send you the bill."
    for reaction in (None, *Reaction):
        assert speaker().word(moved(Move.VENT, says=fixed, reaction=reaction, slots=SLOTS), (), 7).endswith(fixed)


def test_a_fixed_sentence_said_again_is_still_whole_and_still_new() -> None:
    said = told(speaker(), [moved(Move.VENT, turn=n, says="And the fee?") for n in range(1, 12, 2)])
    assert all("And the fee?" in text for text in said)
    assert len(set(said)) == len(said)


def test_the_customers_own_line_goes_before_the_banks() -> None:
    assert speaker(lines={"demand": "Send the van."}).word(moved(Move.DEMAND), (), 7) == "Send the van."


@pytest.mark.parametrize(
    ("move", "about", "words"),
    [(Move.ACCEPT, "by-van", "The van, then."), (Move.REFUSE, "by-van", "A van on Monday is a joke."), (Move.CHALLENGE, "van", "Your van was outside.")],
)
def test_outcomes_and_mix_ups_have_their_own_words(move: Move, about: str, words: str) -> None:
    assert speaker().word(moved(move, about=about), (), 7) == words


def test_an_answer_is_the_one_the_author_gave() -> None:
    talker = speaker(answers={"postcode": "LS1 4AB", "open": "I need it for a wedding."})
    assert talker.word(moved(Move.ANSWER, about="postcode"), (), 7) == "LS1 4AB"
    assert talker.word(moved(Move.ANSWER), (), 7) == "I need it for a wedding."


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("move", [Move.ANSWER, Move.CALL_OUT_REASK])
def test_what_the_rep_asked_for_is_named(name: str, move: Move) -> None:
    assert "order number" in speaker(name).word(moved(move, about="order"), (), 7).lower()
    assert "check" not in speaker(name).word(moved(Move.ANSWER, about="check"), (), 7)


def test_a_thing_on_the_record_is_given_as_it_stands_there() -> None:
    case = scenario()
    known = case.model_copy(update={"desk": Desk(known={"order": "H-5582"})})
    assert ScriptVoice(known, BANKS["exec"]).word(moved(Move.ANSWER, about="order"), (), 7) == "H-5582"


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("move", [Move.ASK, Move.CALL_OUT_IGNORED, Move.VENT, Move.DEMAND])
def test_a_question_the_engine_put_is_in_the_words_each_time(name: str, move: Move) -> None:
    said = told(speaker(name), [moved(move, turn=n, question="saturday/0") for n in (1, 3, 5, 7)])
    assert all("did anyone write down what i said" in text.lower() for text in said), said
    assert len(set(said)) == len(said)


def test_a_question_is_put_whole_once_and_then_without_its_afterthought() -> None:
    case = scenario()
    asked = case.concerns[0].model_copy(update={"asks": (Question(ask="Will it come on Friday? I ask for yes or no. [b]"),)})
    talker = ScriptVoice(case.model_copy(update={"concerns": (asked,)}), BANKS["formal-second-language"])
    first, second = told(talker, [moved(move, turn=n, question="saturday/0") for n, move in ((1, Move.ASK), (3, Move.CALL_OUT_IGNORED))])
    assert first == "Will it come on Friday? I ask for yes or no. [b]"
    assert "Will it come on Friday?" in second
    assert "yes or no" not in second


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("move", list(Move))
def test_forty_turns_of_one_move_never_repeat_a_turn(name: str, move: Move) -> None:
    said = told(speaker(name), [moved(move, turn=2 * n + 1, anger=n * 2.5, slots=SLOTS, about="saturday") for n in range(40)])
    assert len({text.casefold() for text in said}) == 40
    assert not any(re.search(r"\{[a-z]*\}", text) for text in said)
    assert all(len(text) < 600 for text in said)


@pytest.mark.parametrize("name", EVERY)
def test_a_sentence_is_not_said_again_with_another_amount_while_others_are_left(name: str) -> None:
    one, other = told(speaker(name), [moved(Move.REFUSE, turn=n, anger=50, slots={"amount": f"£{n}7"}) for n in (1, 3)])
    assert one.replace("£17", "£37") != other


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize(("reaction", "value"), [(Reaction.AMOUNT, "£48"), (Reaction.DATE, "Friday")])
def test_an_amount_or_a_day_that_was_offered_is_named(name: str, reaction: Reaction, value: str) -> None:
    for seed in range(6):
        said = told(speaker(name), [moved(Move.CHALLENGE, turn=n, reaction=reaction, slots={**SLOTS, "claim": ""}) for n in (1, 3)], seed)
        assert value in said[0]


def test_a_new_amount_is_named_even_when_every_such_clause_is_used() -> None:
    moves = [moved(Move.CHALLENGE, turn=2 * n + 1, reaction=Reaction.AMOUNT, slots={"amount": f"£{40 + n}"}) for n in range(20)]
    assert all(f"£{40 + n}" in text for n, text in enumerate(told(speaker(), moves)))


def test_a_reaction_is_dropped_when_its_slot_is_empty_or_already_said() -> None:
    bare = speaker().word(moved(Move.DEMAND), (), 7)
    assert speaker().word(moved(Move.DEMAND, reaction=Reaction.AMOUNT), (), 7) == bare
    own = speaker(lines={"refuse": "{amount} is nothing."})
    assert own.word(moved(Move.REFUSE, reaction=Reaction.AMOUNT, slots=SLOTS), (), 7) == "£48 is nothing."


@pytest.mark.parametrize(
    ("reaction", "move"),
    [(Reaction.OWNED, Move.HANG_UP), (Reaction.DODGED, Move.THANK), (Reaction.DONE, Move.PRESS), (Reaction.HEARD, Move.RESTATE)],
)
def test_a_clause_never_contradicts_the_line_after_it(reaction: Reaction, move: Move) -> None:
    for seed in range(5):
        assert speaker().word(moved(move, reaction=reaction, slots=SLOTS), (), seed) == speaker().word(moved(move, slots=SLOTS), (), seed)


def test_a_clause_and_its_line_do_not_stutter() -> None:
    talker = speaker(lines={"soften": "Right, then."}, reactions={"owned": ["So it was you. Right.", "Well, that is candid."]})
    assert talker.word(moved(Move.SOFTEN, reaction=Reaction.OWNED), (), 7) == "Well, that is candid. Right, then."


@pytest.mark.parametrize("name", EVERY)
def test_same_seed_same_words_and_another_seed_other_words(name: str) -> None:
    moves = [moved(move, turn=2 * n + 1, slots=SLOTS) for n, move in enumerate(Move)]
    calls = [told(speaker(name), moves, seed) for seed in (1, 1, 2)]
    assert calls[0] == calls[1] != calls[2]


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("intensity", [Intensity.CALM, Intensity.REAL])
def test_lines_rougher_than_the_call_are_never_said(name: str, intensity: Intensity) -> None:
    barred = [line for level in Intensity for line in raw_lines(name, of=level) if list(Intensity).index(level) > list(Intensity).index(intensity)]
    talker = speaker(name, intensity, abusive=True)
    for move in (Move.VENT, Move.PROVOKE, Move.CALL_OUT_REASK, Move.REFUSE):
        text = " ".join(told(talker, [moved(move, turn=2 * n + 1, anger=95, slots=SLOTS) for n in range(30)]))
        assert not any(line in text for line in barred)


def test_personal_insults_need_a_furious_customer_written_for_them() -> None:
    insults = [line.say for line in BANKS["dry"].lines[Move.PROVOKE]["furious"] if line.intensity is Intensity.RAW]  # type: ignore[index]

    def heard(*, abusive: bool, anger: float) -> bool:
        said = told(speaker("dry", Intensity.RAW, abusive=abusive), [moved(Move.PROVOKE, turn=2 * n + 1, anger=anger) for n in range(12)])
        return any(line in text for line in insults for text in said)

    assert heard(abusive=True, anger=95)
    assert not heard(abusive=False, anger=95)
    assert not heard(abusive=True, anger=70)


def test_hostile_slots_come_out_as_plain_text() -> None:
    nasty = dict.fromkeys(SLOTS, "{question} [bold]x[/bold] \x1b[31m \x00 \ud800")
    for text in told(speaker("plain"), [moved(move, turn=2 * n + 1, slots=nasty, reaction=Reaction.AMOUNT) for n, move in enumerate(Move)]):
        assert "\x1b" not in text
        assert "\x00" not in text
        text.encode()


def ended(verdict: float, ending: str, outcome: str | None = None, **rest: object) -> Ended:
    mood = Mood(anger=30, trust=50, heard=50, hope=50, patience=50)
    return Ended.model_validate({"turn": 9, "ending": ending, "outcome": outcome, "worth": 0.8, "mood": mood, "verdict": verdict, **rest})


def verdict(one: Ended) -> tuple[str, tuple[str, ...]]:
    found = ScriptVoice(scenario(), BANKS["dry"]).verdict(one, (), 3)
    return found.text, found.next


def test_the_verdict_follows_the_number() -> None:
    kinds = [verdict(ended(number, how, "by-van"))[0] for number, how in ((70, "accepted"), (50, "accepted"), (20, "supervisor"))]
    words = BANKS["dry"].verdicts
    assert [kinds[0] in words.good, kinds[1] in words.mixed, kinds[2] in words.bad] == [True, True, True]


def test_nobody_praises_a_call_that_ended_in_nothing_or_in_a_lie() -> None:
    lie = Discovery(kind="lie", ref="depot", turn=4, how="The depot told him it had never left.")
    for one in (ended(90, "hung_up"), ended(90, "refused"), ended(90, "unfinished", "by-van"), ended(90, "accepted", "by-van", aftermath=(lie,))):
        assert verdict(one)[0] not in BANKS["dry"].verdicts.good


def test_whoever_got_what_was_agreed_does_not_say_there_was_nothing() -> None:
    words = BANKS["dry"].verdicts
    assert verdict(ended(20, "accepted", "by-van"))[0] in words.mixed
    lie = Discovery(kind="lie", ref="depot", turn=4, how="The depot told him it had never left.")
    assert verdict(ended(20, "accepted", "by-van", aftermath=(lie,)))[0] in words.bad


def test_a_lie_caught_in_the_call_is_not_forgotten_in_the_verdict() -> None:
    lie = Discovery(kind="lie", ref="depot", turn=2, how="He saw the scan.")
    caught = moved(Move.CALL_OUT_LIE, turn=3, found_out=(lie,))
    text = ScriptVoice(scenario(), BANKS["dry"]).verdict(ended(90, "accepted", "by-van"), (caught,), 3).text
    assert text not in BANKS["dry"].verdicts.good


def test_a_matter_settled_with_the_trust_gone_earns_no_praise() -> None:
    shown = Mood(anger=30, trust=12, heard=50, hope=50, patience=50)
    lie = Discovery(kind="lie", ref="depot", turn=4, how="The depot told him it had never left.")
    words = BANKS["dry"].verdicts
    assert verdict(ended(90, "accepted", "by-van").model_copy(update={"mood": shown}))[0] in words.mixed
    assert verdict(ended(90, "accepted", "by-van", aftermath=(lie,)).model_copy(update={"mood": shown}))[0] in words.bad


def test_words_that_came_to_the_same_are_told_in_one_sentence() -> None:
    said = ("a van today", "a new one free", "a call at six", "a gift", "a call at six")
    over = tuple(Discovery(kind="broken", ref="words", turn=n, how=f"You promised “{one}”. Nobody could have kept that.") for n, one in enumerate(said))
    lie = Discovery(kind="lie", ref="depot", turn=4, how="You said “it left”. It came out that this was not so: it never left.")
    told_ = verdict(ended(50, "accepted", "by-van", aftermath=(*over, lie)))[1]
    assert told_[1] == "You promised “a van today”, “a new one free”, “a call at six” and 1 more. Nobody could have kept any of it."
    assert told_[2] == lie.how
    assert verdict(ended(50, "accepted", "by-van", aftermath=over[:1]))[1][1] == over[0].how


def test_what_happened_next_tells_the_outcome_and_what_came_out() -> None:
    lie = Discovery(kind="lie", ref="depot", turn=4, how="The depot told him it had never left.")
    told_ = verdict(ended(50, "accepted", "by-van", aftermath=(lie,)))[1]
    assert told_[:2] == ("It came at ten.", "The depot told him it had never left.")
    assert "Imre" in told_[-1]


def test_an_outcome_never_carried_out_has_no_happy_sequel() -> None:
    text = " ".join(verdict(ended(60, "unfinished", "by-van"))[1])
    assert "It came at ten." not in text
    assert "never done" in text


def test_leaving_is_held_against_nobody() -> None:
    assert verdict(ended(10, "left")) == ("The chat stopped before I could say how it went.", ())


def test_draws_at_neighbouring_turns_differ() -> None:
    firsts = [speaker("plain").word(moved(Move.DEMAND, turn=n), (), 7) for n in range(1, 30, 2)]
    assert any(one != other for one, other in pairwise(firsts))


def test_what_was_asked_outright_is_told_first_and_in_the_next_words_when_asked_again() -> None:
    voice = speaker(if_asked={"bleeding": {"ask": "are you bleeding", "says": ["No. It is a graze.", "Still no."]}})
    plain = moved(Move.ANSWER, turn=3, answers=("bleeding",))
    fixed = moved(Move.VENT, turn=5, says="And the dog got out!", answers=("bleeding",), reaction=Reaction.HEARD)
    assert told(voice, [plain, fixed]) == ["No. It is a graze.", "Still no. And the dog got out!"]
