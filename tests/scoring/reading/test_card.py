"""What the reader holds against a scenario's card, authority, clock and log."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import pytest

from scenarios.acts import Act
from scenarios.model import Scenario
from scenarios.reading import Reading
from scoring.reading.protocol import Context
from scoring.reading.reader import RuleReader

OPENING = "The kiln was meant to come on Tuesday and my class starts Friday. I have rung you three times. Where is it?"

KILN = Scenario.model_validate(
    {
        "scenario": "cold-kiln",
        "title": "The cold kiln",
        "trade": "craft supplies",
        "today": "Wednesday 6 May 2026, 10:00",
        "customer": {
            "name": "Orla Byrne",
            "wants": "the kiln before her class on Friday",
            "opening": OPENING,
            "answers": {"photo": "Here is the photo of the crate.", "open": "I teach twelve people on Friday."},
        },
        "concerns": [
            {
                "id": "class",
                "what": "she teaches a pottery class on Friday and has no kiln",
                "says": ["My class starts Friday and there is no kiln."],
                "heard_if": ["twelve people are coming on Friday and there is nothing to fire the pots in"],
                "asks": [{"ask": "Where is the kiln?", "answered_by": "in-ghent", "answer_if": ["it is still in the Ghent depot"]}],
            },
            {
                "id": "three-calls",
                "what": "she rang three times and nobody rang back",
                "says": ["I have rung you three times."],
                "heard_if": ["you rang three times and nobody rang back"],
            },
        ],
        "facts": [
            {
                "id": "in-ghent",
                "true": "the kiln is still in the Ghent depot because we wrote the wrong street on the label",
                "fault": "ours",
                "told_if": ["it never left our depot in Ghent"],
                "false_if": ["the kiln is out for delivery", "the driver tried your door on Tuesday"],
            }
        ],
        "misunderstandings": [
            {
                "id": "deposit",
                "thinks": "the deposit is lost",
                "so": "the deposit stays hers whatever happens",
                "cleared_if": ["your deposit is safe and comes back to you"],
            }
        ],
        "desk": {
            "known": {"order": "K-2291", "postcode": "H91 X2F"},
            "cannot": ["the kiln will be with you today"],
            "actions": {
                "refund": {"what": "Refund part of the price", "up_to": "80 EUR", "gives": "money", "offer_if": ["I can give you 50 euro back"]},
                "lend-kiln": {
                    "what": "Lend a kiln from the Galway shop",
                    "arrives": "Thursday 17:00",
                    "gives": "loan",
                    "offer_if": ["we can lend you a kiln from Galway for the class"],
                },
            },
        },
        "currency": "EUR",
        "outcomes": {"loan": {"worth": 1.0}, "money": {"worth": 0.4}, "wait": {"worth": 0.3, "takes_if": ["it would reach you on Monday if you can wait"]}},
    }
)


def read(text: str, *done: tuple[str, dict[str, str]], question: str | None = None, earlier: tuple[str, ...] = ()) -> Reading:
    return RuleReader().read(text, Context(scenario=KILN, customer=OPENING, heard=(OPENING,), done=done, question=question, earlier=earlier))


def test_the_truth_about_a_fact_is_told_and_answers_the_question() -> None:
    reading = read("It's still sitting in our Ghent depot, we put the wrong street on the label.", question="class/0")
    assert reading.tells == ("in-ghent",)
    assert ("class/0", True) in {(a.question, a.direct) for a in reading.answers}
    assert not reading.has(Act.FALSE_CLAIM)


@pytest.mark.parametrize(
    "lie",
    [
        "Your kiln is out for delivery.",
        "I think the driver tried your door Tuesday",
        "it should be out for delivery by now, the kiln",
    ],
)
def test_a_lie_is_a_false_claim_hedged_or_not(lie: str) -> None:
    reading = read(lie)
    assert ("in-ghent", "false") in {(c.fact, c.verdict) for c in reading.claims}
    assert reading.has(Act.FALSE_CLAIM)


@pytest.mark.parametrize(
    "honest",
    [
        "The kiln is not out for delivery.",
        'The page says "the kiln is out for delivery", and that is wrong.',
        "Were you told the driver tried your door on Tuesday?",
        "If the kiln is out for delivery I'll tell you.",
    ],
)
def test_a_denial_a_quotation_a_question_and_a_condition_are_no_lies(honest: str) -> None:
    assert not read(honest).has(Act.FALSE_CLAIM)


def test_an_action_only_claimed_is_false_and_one_done_is_true() -> None:
    said = "I've refunded 50 euro to your card."
    assert read(said).has(Act.FALSE_CLAIM)
    done = read(said, ("refund", {"amount": "50 EUR"}))
    assert {(c.action, c.verdict) for c in done.claims} == {("refund", "true")}
    assert not done.has(Act.FALSE_CLAIM)
    assert read(said, ("refund", {"amount": "20 EUR"})).has(Act.FALSE_CLAIM)


def test_an_offer_names_action_outcome_and_amount() -> None:
    reading = read("I can give you 60 euro back, or we can lend you a kiln from Galway for Friday, whichever you prefer.")
    assert {(o.action, o.outcome) for o in reading.offers} >= {("refund", "money"), ("lend-kiln", "loan")}
    assert [a.value for a in reading.amounts] == [Decimal(60)]


def test_an_outcome_without_an_action_is_offered_in_words() -> None:
    assert ("wait" in {o.outcome for o in read("If you can wait, it would reach you on Monday.").offers}) is True


def test_a_refusal_offers_nothing() -> None:
    assert not read("I can't lend you a kiln.").offers


@pytest.mark.parametrize(
    "promise",
    ["I'll refund you 300 euro.", "I promise the kiln will be with you today.", "We'll bring you the Galway kiln, it will be with you by noon today."],
)
def test_a_promise_the_card_rules_out_is_an_overpromise(promise: str) -> None:
    reading = read(promise)
    assert reading.has(Act.OVERPROMISE)
    assert all(p.supported is False for p in reading.promises)


def test_a_promise_within_authority_is_kept_apart_and_bound_in_time() -> None:
    reading = read("I'll refund you 60 euro by five today.")
    assert not reading.has(Act.OVERPROMISE)
    (promise,) = reading.promises
    assert (promise.actor, promise.action, promise.amount, promise.bound, promise.supported) == ("rep", "refund", Decimal(60), True, True)
    assert promise.due == datetime(2026, 5, 6, 17, 0)


def test_the_past_is_no_promise() -> None:
    assert not read("I rang the depot at nine and they told me it is in Ghent.").promises


def test_asking_for_what_is_on_the_record_is_known_and_naming_it_is_stated() -> None:
    assert [(s.slot, s.known, s.stated) for s in read("Could I take your order number?").slots] == [("order", True, False)]
    assert [(s.slot, s.known, s.stated) for s in read("Is it still order K-2291?").slots] == [("order", True, True)]
    assert [(s.slot, s.known) for s in read("Could you send me a photo of it?").slots] == [("photo", False)]


def test_a_concern_is_touched_with_its_own_content_only() -> None:
    heard = read("Twelve people on Friday and nothing to fire their pots in.")
    assert {t.concern for t in heard.touches} == {"class"}
    assert not read("I completely understand your frustration.").touches


def test_giving_the_customers_words_back_shows_as_overlap() -> None:
    parrot = read("The kiln was meant to come on Tuesday and your class starts Friday.")
    own = read("So Friday's class has no kiln.")
    assert max(t.overlap for t in parrot.touches) > 0.7
    assert all(t.overlap < 0.5 for t in own.touches)


def test_a_pile_of_catchwords_touches_nothing() -> None:
    reading = read("I understand how important kiln, Tuesday, class, Friday, pottery, calls and depot are to you.")
    assert not reading.touches
    assert not reading.has(Act.REFLECT_CONTENT, Act.VALIDATE)


def test_a_misunderstanding_is_cleared_by_what_is_so_and_not_by_its_denial() -> None:
    assert read("Your deposit is safe and it comes back to you.").clears == ("deposit",)
    assert not read("I don't know about the deposit.").clears


def test_not_knowing_what_the_card_tells_is_evading() -> None:
    assert read("I don't know where it is, sorry.", question="class/0").has(Act.EVADE)


def test_a_sentence_said_before_is_marked() -> None:
    assert read("We are looking into the kiln for you!", earlier=("We are looking into the kiln for you.",)).repeated


@pytest.mark.parametrize(
    ("words", "latest"),
    [
        ("I'll ring you by noon.", datetime(2026, 5, 6, 12, 0)),
        ("It takes two to three working days.", datetime(2026, 5, 11, 17, 30)),
        ("You get it by the end of the week.", datetime(2026, 5, 8, 17, 30)),
        ("We open at half nine tomorrow.", None),
        ("It comes on the 14th.", datetime(2026, 5, 14, 17, 30)),
        ("It comes on May 14th.", datetime(2026, 5, 14, 17, 30)),
        ("I'll call in half an hour.", datetime(2026, 5, 6, 10, 30)),
        ("The van is there Thursday at 4pm.", datetime(2026, 5, 7, 16, 0)),
    ],
)
def test_times_are_resolved_on_the_scenarios_calendar(words: str, latest: datetime | None) -> None:
    times = read(words).times
    assert times
    if latest is not None:
        assert latest in {t.latest for t in times}


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("€48.50 back", "48.50"),
        ("forty-eight euro back", "48"),
        ("a hundred and twenty euros", "120"),
        ("EUR 1,180 insured", "1180"),
        ("5 days and 3 crates", None),
    ],
)
def test_amounts_are_exact(words: str, value: str | None) -> None:
    assert [a.value for a in read(f"That is {words}.").amounts] == ([Decimal(value)] if value else [])


def test_a_call_at_another_hour_is_not_the_one_in_the_diary() -> None:
    diary = {
        "what": "Put my call in the diary",
        "kind": "note",
        "arrives": "today 18:15",
        "offer_if": ["I'll ring you myself at quarter past six, whichever way it has gone"],
    }
    actions = {name: action.model_dump(exclude_none=True) for name, action in KILN.desk.actions.items()} | {"my-call": diary}
    card = KILN.model_validate({**KILN.model_dump(mode="json", exclude_none=True), "desk": {"known": KILN.desk.known, "actions": actions}})

    def kept_by(text: str) -> set[str | None]:
        return {promise.action for promise in RuleReader().read(text, Context(scenario=card, customer=OPENING, heard=(OPENING,))).promises}

    assert kept_by("I'll ring you at quarter past six.") == {"my-call"}
    assert kept_by("I'll ring you on Thursday at eleven.") == {None}
