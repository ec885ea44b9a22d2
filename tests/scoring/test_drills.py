"""A reply to a drill: the good one is done, the poor one is not, and nothing that is not said to this customer passes."""

from __future__ import annotations

from itertools import islice

import pytest

from scenarios.acts import HARM
from scenarios.drills import Skilled, drills_at_hand
from scenarios.skills import SKILLS
from scoring.drill_rules import drill_rules
from scoring.drills import HANDED_BACK, READ_OUT, UNREADABLE, Judged, Verdict, judge
from scoring.reading import default_reader
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


@pytest.mark.parametrize("text", ["", "   ", "!!!", "asdkjh qwe zxcv", "a" * 20_000])
def test_no_text_breaks_it_and_noise_is_no_reply(text: str) -> None:
    found = read(SAMPLE[0], text)
    assert (found.verdict, found.note) == (Verdict.NOT, UNREADABLE)


def test_the_card_and_the_customers_words_are_known_for_what_they_are() -> None:
    one = DRILLS["own-it-01"]
    assert read(one, " ".join(one.drill.card)).note == READ_OUT
    assert read(one, one.drill.says).note == HANDED_BACK


def test_marks_lie_inside_the_words_and_the_verdict_is_always_the_same() -> None:
    for one in SAMPLE[::4]:
        found = read(one, one.drill.good)
        assert found == read(one, one.drill.good)
        assert all(0 <= part.start <= part.end <= len(one.drill.good) for part in found.parts)


def test_the_drills_own_replies_play_no_part_in_judging() -> None:
    one = SAMPLE[0]
    blank = one.drill.model_copy(update={"good": "x", "thin": "y", "poor": "z", "lesson": "w"})
    assert judge(one.skill, blank, one.drill.good, default_reader()) == read(one, one.drill.good)


def test_where_the_model_cannot_run_the_rules_still_judge(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("drill_ear", "drill_case"):
        monkeypatch.setattr(f"scoring.{module}.shared_encoder", lambda: None)
    one = DRILLS["own-it-01"]
    assert judge(one.skill, one.drill, one.drill.good, RuleReader()).verdict is not Verdict.NOT
    assert judge(one.skill, one.drill, STOCK, RuleReader()).verdict is Verdict.NOT
