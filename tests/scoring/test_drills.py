"""A reply to a drill: the good one is done, the poor one is not, and nothing that is not said to this customer passes."""

from __future__ import annotations

from itertools import islice

import pytest

from scenarios.acts import HARM, Act
from scenarios.drills import Skilled, drills_at_hand
from scenarios.reading import ActSpan
from scenarios.skills import SKILLS
from scoring.drill_case import Case
from scoring.drill_facts import is_the_cards
from scoring.drill_fair import fairly
from scoring.drill_rules import drill_rules
from scoring.drills import HANDED_BACK, READ_OUT, UNREADABLE, Judged, Verdict, judge, judge_unaided
from scoring.reading import default_reader
from scoring.reading.protocol import Context
from scoring.reading.reader import RuleReader

DRILLS = drills_at_hand()
SAMPLE = list(DRILLS.values())[1::8]
"""Of each skill one or two."""
STOCK = "I completely understand your frustration and I'm so sorry for the inconvenience. We take this very seriously and I'll do my best for you today."
STUFFED = (
    "I hear you, and you must be furious after all this. We got it wrong and I own that. I don't know why it happened, so I'll find out and ring you "
    "by five. I can't do everything you ask because it is above my limit, but I can offer a refund or a replacement. Please don't swear at me. May I "
    "hold two minutes while I check? Does that settle it?"
)


def read(one: Skilled, text: str) -> Judged:
    return judge(one.skill, one.drill, text, default_reader())


def test_every_skill_has_rules_and_no_rule_is_for_a_skill_there_is_not() -> None:
    assert set(drill_rules().skills) == {skill.id for skill in SKILLS}


def test_good_replies_are_done_thin_ones_less_and_poor_ones_not() -> None:
    three = [(read(one, one.drill.good), read(one, one.drill.thin), read(one, one.drill.poor)) for one in SAMPLE]
    assert sum(good.verdict is Verdict.DONE for good, _, _ in three) >= 0.85 * len(three)
    assert sum(thin.verdict.worth < good.verdict.worth for good, thin, _ in three) >= 0.85 * len(three)
    assert sum(poor.verdict is Verdict.DONE for _, _, poor in three) <= 0.05 * len(three)


@pytest.mark.parametrize("one", SAMPLE[::2], ids=lambda one: one.id)
def test_nothing_passes_that_is_not_said_to_this_customer(one: Skilled) -> None:
    drill = one.drill
    card = " ".join(drill.card)
    for text in (STOCK, STUFFED, card, f"I'm so sorry. {card} Is that all right?", f"{STUFFED} {card}", drill.says, f"So: {drill.says}"):
        assert read(one, text).verdict is not Verdict.DONE


def test_the_good_reply_of_another_drill_does_not_pass() -> None:
    passed = 0
    pairs = list(islice(((one, other) for one in SAMPLE for other in DRILLS.values() if one.skill == other.skill and one is not other), 0, None, 7))
    for one, other in pairs:
        passed += read(one, other.drill.good).verdict is Verdict.DONE
    assert passed <= 0.05 * len(pairs)


@pytest.mark.parametrize(
    ("drill", "text"),
    [
        ("own-it-01", "i gave you mr garricks brisket by mistake, my fault. ill bring your rib round by 6"),
        ("say-no-03", "I can't ask him to leave wine by the water butt, our licence means ID has to be shown. Shall I hold it at Tolley's till ten instead?"),
        ("answer-it-03", "no. boiler is being replaced till the 20th so its cold only"),
        ("hold-limit-03", "Please stop calling me a muppet and I'll sort this with you. I can put 10GB on your phone now so you can finish the essay."),
    ],
)
def test_plain_short_and_misspelt_replies_pass(drill: str, text: str) -> None:
    assert read(DRILLS[drill], text).verdict is Verdict.DONE


def test_a_harm_on_the_way_is_told_with_its_words() -> None:
    one, text = DRILLS["keep-cool-11"], "There's no need to take that tone with me. The taxi is at your door in fifteen minutes."
    found = read(one, text)
    assert found.verdict is not Verdict.DONE
    assert any(span.act in HARM and "tone" in text[span.start : span.end] for span in found.harms)


@pytest.mark.parametrize(
    ("drill", "text"),
    [
        (
            "hold-limit-02",
            "It is disgusting, old man, you are sick. Stop speak about my clothes. The roof I repair free, Thursday morning or Friday afternoon.",
        ),
        (
            "say-no-07",
            "The cast run down the aisle in the dark so nobody goes in before 8.40, not even a barrister who can't read a clock. Jo can take you to the circle now.",
        ),
        ("say-no-07", "The door stays shut until 8.40 because the actors run in the dark, so stop asking. Jo can walk you up to the circle now."),
        ("answer-it-03", "No, the boiler is being replaced till the 20th, so it's cold only. Don't be silly."),
        ("hold-limit-04", "Don't be silly. Fitter by 11:30, and stop calling me a bastard please."),
    ],
)
def test_what_belittles_or_orders_them_is_never_done_whatever_else_is_there(drill: str, text: str) -> None:
    assert read(DRILLS[drill], text).verdict is not Verdict.DONE


@pytest.mark.parametrize(
    ("drill", "text"),
    [
        ("hold-limit-04", "But word bastard I not accept, please without it. Fitter comes 11:30."),
        ("hold-limit-03", "Word muppet I do not accept. I put 10 GB on your phone now."),
        ("own-it-04", "We in workshop didn't looked at it and put picture opposite way."),
    ],
)
def test_a_limit_or_an_owning_in_bare_grammar_passes(drill: str, text: str) -> None:
    assert read(DRILLS[drill], text).verdict is Verdict.DONE


def test_owning_nothing_in_particular_is_told_from_not_owning() -> None:
    bare, none = (read(DRILLS["own-it-04"], text).parts[0].says for text in ("It is our mistake, sorry.", "The hellebore is ready on Monday noon."))
    assert bare.startswith("You took it on")
    assert none == "Nothing says whose doing it was."


@pytest.mark.parametrize("text", ["", "   ", "!!!", "asdkjh qwe zxcv", "a" * 20_000])
def test_no_text_breaks_it_and_noise_is_no_reply(text: str) -> None:
    found = read(SAMPLE[0], text)
    assert (found.verdict, found.note) == (Verdict.NOT, UNREADABLE)


def test_the_card_and_the_customers_words_are_known_for_what_they_are() -> None:
    one = DRILLS["own-it-01"]
    assert read(one, " ".join(one.drill.card)).note == READ_OUT
    assert read(one, one.drill.says).note == HANDED_BACK
    shoes = DRILLS["own-it-03"]
    assert read(shoes, " ".join(shoes.drill.card)).note == READ_OUT
    assert read(shoes, "I did. I put them on him after the garden and did not look at the name. Sorry for the blisters.").verdict is not Verdict.NOT


def test_marks_lie_inside_the_words_and_the_verdict_is_always_the_same() -> None:
    for one in SAMPLE[::4]:
        found = read(one, one.drill.good)
        assert found == read(one, one.drill.good)
        assert all(0 <= part.start <= part.end <= len(one.drill.good) for part in found.parts)


def test_the_drills_own_replies_play_no_part_in_what_is_read_unaided() -> None:
    one = SAMPLE[0]
    blank = one.drill.model_copy(update={"good": "x", "thin": "y", "poor": "z", "lesson": "w"})
    reader = default_reader()
    assert judge_unaided(one.skill, blank, one.drill.good, reader) == judge_unaided(one.skill, one.drill, one.drill.good, reader)


def test_no_good_reply_falls_below_done_and_no_poor_one_passes() -> None:
    for one in SAMPLE:
        assert read(one, one.drill.good).verdict is Verdict.DONE
        assert read(one, one.drill.poor).verdict is not Verdict.DONE


def test_what_says_the_same_as_the_good_reply_is_done_and_what_turns_it_is_not_granted() -> None:
    one = DRILLS["dont-know-06"]  # the reader does not see what is not known in its good reply by itself
    reader = default_reader()
    assert judge_unaided(one.skill, one.drill, one.drill.good, reader).verdict is not Verdict.DONE
    near = one.drill.good.replace("could cost", "might cost")
    assert read(one, near).verdict is Verdict.DONE
    for other in (f"{one.drill.good} {STUFFED}", one.drill.good.replace("41,300", "62,900"), one.drill.thin):
        assert read(one, other).verdict is not Verdict.DONE


@pytest.mark.parametrize(
    ("drill", "text"),
    [
        ("one-question-04", "can someone be in thursday or friday for the van to get the sacks"),
        ("one-question-04", "Sorry about Biscuit. Is anyone in for the van? Thursday or Friday?"),
        ("one-question-01", "is there a key in the lock on the inside? need to know so baz brings the right kit"),
        ("one-question-05", "Stu is 25 minutes off. north or southbound? I ask because the wrong side costs him another twenty"),
        ("one-question-03", "your not stupid lol it happens. we got two grey tubes, is anything written on the cap of yours?"),
    ],
)
def test_asking_what_the_card_says_is_not_known_is_one_new_question(drill: str, text: str) -> None:
    assert read(DRILLS[drill], text).verdict is Verdict.DONE


@pytest.mark.parametrize(
    ("drill", "text"),
    [
        ("one-question-04", "Sorry for your loss. When did you e-mail us about the sacks?"),
        ("one-question-04", "Sorry. How many dogs are on the account?"),
        ("one-question-04", "Is someone in thursday or friday? And what is the e-mail address on the account?"),
    ],
)
def test_asking_what_was_told_or_two_things_is_not_done(drill: str, text: str) -> None:
    assert read(DRILLS[drill], text).verdict is not Verdict.DONE


@pytest.mark.parametrize(("harm", "kind", "stays"), [(0.55, 0.1, False), (0.75, 0.88, False), (0.75, 0.4, True), (0.97, 0.9, True), (0.75, 0.0, True)])
def test_a_doubtful_harm_costs_nothing_and_the_kinder_reading_stands_unless_sure(harm: float, kind: float, stays: bool) -> None:
    spans = (ActSpan(act=Act.INVALIDATE, start=0, end=9, confidence=harm), ActSpan(act=Act.VALIDATE, start=0, end=9, confidence=kind))
    reading = default_reader().read("It happens.", Context(customer="")).model_copy(update={"acts": spans})
    assert any(span.act is Act.INVALIDATE for span in fairly(reading).acts) is stays


def test_where_the_model_cannot_run_the_rules_still_judge(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("drill_ear", "drill_case"):
        monkeypatch.setattr(f"scoring.{module}.shared_encoder", lambda: None)
    one = DRILLS["own-it-01"]
    assert judge(one.skill, one.drill, one.drill.good, RuleReader()).verdict is not Verdict.NOT
    assert judge(one.skill, one.drill, STOCK, RuleReader()).verdict is Verdict.NOT


@pytest.mark.parametrize(
    "text",
    [
        (
            "glass. bits of glass were found in 3 jars out of 900, nobody hurt so far. has he got any tummy pain or been sick or any blood?? if he does take "
            "him hospital right now, if not ring his dr today and keep the jar"
        ),
        "it could be glass, they found it in 3 of 900 jars...",
        (
            "it could be glass, they found it in 3 of 900 jars. nobody hurt so far. if he has pain or blood or is sick go to hospital at once, if not ring his "
            "doctor today and keep the jar"
        ),
        "I'm so sorry. It could be glass, they found it in three jars.",
    ],
)
def test_the_desks_own_facts_are_no_harm_and_a_wary_answer_is_one(text: str) -> None:
    found = read(DRILLS["answer-it-12"], text)
    assert found.verdict is Verdict.DONE
    assert found.harms == ()


def test_a_fact_made_smaller_or_put_on_them_stays_a_harm() -> None:
    case = Case(DRILLS["answer-it-12"].drill)
    assert is_the_cards("bits of glass were found in 3 jars out of 900, nobody hurt so far.", case)
    assert is_the_cards("Glass pieces found in three of nine hundred jars.", case)
    for other in (
        "It's only three jars in nine hundred, and nobody is hurt.",
        "Glass pieces were found in 4 of 900 jars.",
        "Nobody hurt so far, so calm down, dear.",
    ):
        assert not is_the_cards(other, case)
    blamed, puts = DRILLS["save-face-04"], "You left the transport clip in the tank, you ought to have read the guide."
    assert any(span.act is Act.BLAME for span in read(blamed, puts).harms)


def test_where_what_is_missing_stands_is_not_told() -> None:
    found = read(DRILLS["answer-it-12"], "Thank you for ringing us today about the jam.")
    assert [part.says for part in found.parts] == ["What they asked is not answered.", ""]
    found = read(DRILLS["hear-first-02"], "Is it your own router?")
    assert [part.says for part in found.parts] == ["Nothing yet gives back what they told you.", ""]
    remedy = read(DRILLS["hear-first-02"], "I can book you an engineer for tomorrow morning between 8 and 12.")
    assert remedy.parts[1].says == "The remedy comes before they know you heard them."
    heard = read(DRILLS["hear-first-02"], "Nothing since Sunday, a dissertation due on Friday, and a chat robot asking twice about plugs.")
    assert [part.says for part in heard.parts] == ["You gave back what happened to them.", "You heard them first; no remedy came before it."]


def said(found: Judged) -> list[str]:
    return [part.says for part in found.parts if part.says]


def test_a_question_that_does_not_end_the_reply_is_told_as_that() -> None:
    text = "So it's soles and heels, ready on Thursday, and ten pounds off. Is that all right? Good luck with year nine!"
    assert said(read(DRILLS["check-close-01"], text)) == [
        "You asked whether it is settled, and went on before they could say. End on the question.",
        "You said what is settled.",
    ]
    assert said(read(DRILLS["check-close-01"], "Soles and heels done Thursday, £10 off."))[0] == "Nothing asks whether it is settled for them."


def test_a_mistake_put_on_the_customer_is_blame_and_what_to_do_is_help() -> None:
    one = DRILLS["save-face-01"]
    blamed = read(one, "you left the tab on didnt you")
    assert (blamed.verdict, [span.act for span in blamed.harms]) == (Verdict.NOT, [Act.BLAME])
    shared = read(one, "Easily done: you left the orange tab on, and our leaflet never says. Peel the orange tab off first and it will start.")
    assert shared.harms == ()
    assert "You helped all the same." in said(shared)


@pytest.mark.parametrize("text", ["thats a creepy thing to say, please dont talk about what im wearing. is it the same corner?", "Please stop the insults."])
def test_a_limit_in_everyday_words_is_one_and_alone_is_no_help(text: str) -> None:
    one = DRILLS["hold-limit-02" if "wearing" in text else "hold-limit-01"]
    found = read(one, text)
    assert said(found)[0] == "You named the conduct that has to stop."
    assert Act.SET_LIMIT in {span.act for span in found.reading.acts}
    assert Act.VALIDATE not in {span.act for span in found.reading.acts}
    if "wearing" not in text:
        assert found.verdict is Verdict.PARTLY
        assert said(found)[1] == "Nothing says you will go on with their own matter."


def test_not_knowing_and_whom_to_ask_is_a_reason_to_wait() -> None:
    text = "i dont know yet, Ted has it across the yard, give me 4 mins to run over and ask him"
    assert read(DRILLS["warm-handover-01"], text).verdict is Verdict.DONE


@pytest.mark.parametrize(
    ("id_", "text"),
    [
        ("hold-limit-06", "We missed it, the £46 come back to you. Please don't publish my pictures, that must stop."),
        ("hold-limit-06", "please you do not touch them and not publish them. The £46 I send now to your card."),
        ("hold-limit-06", "I do not want that you post my pictures. We speak of your case and I solve it with you."),
        ("hold-limit-07", "Please don't imitate my stammer. Your form said aisle and we missed it, G1 and G2 are free at the same price."),
        ("hold-limit-07", "I ask that you don't make it after me, this must stop. The seats G1 and G2 are on the aisle, same price."),
        ("name-it-02", "You were broken inside when he said thank you Daddy"),
    ],
)
def test_a_drill_done_in_simple_words_is_done(id_: str, text: str) -> None:
    assert read(DRILLS[id_], text).verdict is Verdict.DONE


@pytest.mark.parametrize(
    ("id_", "text"),
    [
        ("hold-limit-06", "Please don't worry about my pictures, the £46 come back."),
        ("hold-limit-06", "You are a bad person. The £46 come back to your card."),
        ("hold-limit-07", "G1 and G2 are on the aisle at the same price, I am sorry that I speak slow."),
        ("name-it-02", "I understand you are angry."),
    ],
)
def test_simple_words_that_do_not_do_the_drill_pass_no_more_than_fluent_ones(id_: str, text: str) -> None:
    assert read(DRILLS[id_], text).verdict is not Verdict.DONE
