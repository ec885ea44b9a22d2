"""What is made of a letter: the author's three examples in full, and whatever else a file may hold."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.check import check_text
from scenarios.checks.tree import squashed
from scenarios.library import find
from scenarios.model import Scenario
from scenarios.shelf import voice_ids
from scenarios.yaml_source import read_source
from trainer.authoring.examining import check_and_play
from trainer.authoring.letter import cues, details
from trainer.authoring.letter.reading import sketched
from trainer.authoring.letter.text import MOST_BYTES, letter_from, letter_in, sentences_of
from trainer.authoring.sketch import Sketch
from trainer.authoring.starter import written
from trainer.authoring.trials import try_out
from trainer.authoring.turning import To, turned
from trainer.cli import main
from trainer.errors import CoolheadError, Exit

LETTERS = Path(__file__).parent / "letters"
NOW = datetime(2026, 11, 23, 9)
NAMES = ("heating", "cake", "kennels")


def sketch_of(name: str) -> Sketch:
    return sketched(letter_in(LETTERS / f"{name}.txt"), NOW)


def scenario_of(name: str) -> Scenario:
    return Scenario.model_validate(read_source(written(sketch_of(name)), name).data)


@pytest.mark.parametrize("name", NAMES)
def test_a_letter_gives_a_file_without_a_fault(name: str) -> None:
    sketch = sketch_of(name)
    assert check_text(written(sketch), f"{sketch.id}.yaml") == []


@pytest.mark.parametrize("name", NAMES)
def test_the_customer_speaks_in_the_letters_own_words(name: str) -> None:
    scenario = scenario_of(name)
    words = squashed(" ".join((LETTERS / f"{name}.txt").read_text(encoding="utf-8").split()))
    lines = [line for concern in scenario.concerns for line in (*concern.says, *(question.ask for question in concern.asks))]
    lines += [line for said in scenario.customer.lines.values() for line in said]
    assert len(lines) > 8
    assert {line for line in lines if squashed(line.removeprefix("As I said: ")) not in words} <= {"Why did that happen?"}
    assert 2 <= len(scenario.concerns) <= 4
    assert all(concern.heard_if for concern in scenario.concerns)


@pytest.mark.parametrize(
    ("name", "customer", "business", "today", "currency", "contacts", "known", "actions"),
    [
        ("heating", "Margarethe Oduya", "Hollin & Sons", "Tuesday 20 January 2026", "GBP", 5, {"job": "HB-20417", "phone": "on the record"}, {"repair", "money-back"}),
        ("cake", "Jo", "", "Monday 4 May 2026", "EUR", 3, {"order": "88130"}, {"money-back", "apology"}),
        ("kennels", "Alasdair Penhaligon", "", "Tuesday 25 August 2026", "GBP", 4, {"booking": "KN-5512"}, {"money-back", "in-writing"}),
    ],
)  # fmt: skip
def test_what_a_record_holds_is_taken_from_the_letter(
    name: str, customer: str, business: str, today: str, currency: str, contacts: int, known: dict[str, str], actions: set[str]
) -> None:
    scenario = scenario_of(name)
    assert (scenario.customer.name, scenario.business, scenario.currency) == (customer, business, currency)
    assert scenario.today.startswith(today)
    assert scenario.customer.failed_contacts == contacts
    assert known.items() <= scenario.desk.known.items()
    assert set(scenario.desk.actions) == actions


def test_what_hurts_is_kept_apart() -> None:
    said = {concern.id: concern.says for concern in scenario_of("heating").concerns}
    assert "Nobody rang." in said["nobody-answers"]
    assert "My father lives with us." in said["who-it-hit"]
    assert any("solicitor" in line for line in scenario_of("kennels").customer.lines["threaten"])  # type: ignore[index]


BUSES = """Dear Ridgeway Buses,

I am writing to complain about the number 14 bus on 10 March 2026. My mother had a hospital appointment at the clinic at 10.40. {wait}
The 9.15 never came, and neither did the 9.45. Nobody told us anything. The screen at the stop said due for fifty minutes and then went blank.

We rang your helpline from the stop and a recorded voice said you were busy. In the end the clinic rang at eleven to say they could not see her.

Your driver told us that the 9.15 had been taken off. I was told in January that you would put cancellations on the screen.

I paid £34 for a taxi home and I want that back.

Yours faithfully,
Denise Ramsbottom
"""


@pytest.mark.parametrize(
    "wait", ["They had waited five months for it.", "She has waited five months for that clinic.", "We had been waiting for it for five months."]
)
def test_what_somebody_outside_did_is_neither_the_firms_silence_nor_its_fault(wait: str) -> None:
    sketch = sketched(letter_from(BUSES.format(wait=wait)), NOW)
    said = {trouble.id: " ".join((trouble.what, *trouble.says, *trouble.heard_if)) for trouble in sketch.troubles}
    assert "clinic" in said["who-it-hit"]
    assert not any("clinic" in words for kind, words in said.items() if kind != "who-it-hit")
    assert "Nobody told us anything" in said["nobody-answers"]
    assert "put cancellations on the screen" in said["a-promise"]
    assert not any("five months" in fact.true or "clinic" in fact.true for fact in sketch.facts)
    assert sketch.doubts["whose"].startswith("is this your side's doing or somebody else's?")
    assert wait in sketch.doubts["whose"]
    assert "# CHECK: Is this your side's doing" in written(sketch)


def test_a_letter_to_those_who_are_elsewhere_outside_tells_of_the_firm() -> None:
    text = "Dear Northgate Clinic,\n\nThe clinic rang at eleven to say you could not see my mother. We had waited five months for it. The clinic never called back.\n\nDenise Ramsbottom\n"
    sketch = sketched(letter_from(text), NOW)
    assert "whose" not in sketch.doubts
    assert any("clinic never called back" in fact.true for fact in sketch.facts)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Your chat told me that it would be here by Friday.", "a-promise"),
        ("I was told I'll have it tomorrow.", "a-promise"),
        ("The engineer told me it was the pump.", ""),
        ("You never told us a thing.", "nobody-answers"),
        ("Nobody explained why.", "nobody-answers"),
        ("You promised me a call.", "a-promise"),
    ],
)
def test_what_is_told_is_a_promise_only_where_it_is_to_come(sentence: str, kind: str) -> None:
    found, _ = cues.hurt_in(sentence)
    assert (found.id if found else "") == kind


def test_a_sentence_that_names_no_trouble_of_the_kind_is_asked_about() -> None:
    doubts = {trouble.id: trouble.doubt for trouble in sketched(letter_from(BUSES.format(wait="")), NOW).troubles}
    assert "“Your driver told us that the 9.15 had been taken off.”" in doubts["a-promise"], "what it belongs to is only said after it"
    assert not any(doubt for kind, doubt in doubts.items() if kind != "a-promise"), "the screen goes on about what nobody told them"


def test_questions_demands_and_a_deadline_find_their_place() -> None:
    heating = scenario_of("heating")
    assert "So what exactly did I pay £285 for?" in [question.ask for concern in heating.concerns for question in concern.asks]
    assert "deadline: within seven days" in heating.desk.record
    assert heating.customer.wants.startswith("an engineer here this week, at a time we keep")
    assert str(heating.desk.actions["money-back"].up_to) == "285 GBP"


@pytest.mark.parametrize("name", NAMES)
def test_what_was_guessed_is_marked(name: str) -> None:
    text = written(sketch_of(name))
    assert "# CHECK: This was made from a letter." in text
    assert "#false_if:" in text or "#    false_if:" in text


def test_nothing_private_but_the_name_and_order_is_copied() -> None:
    text = written(sketch_of("heating"))
    assert "900214" not in text
    assert "KS4" not in text
    assert "Larch" not in text
    assert "example.org" not in written(sketch_of("cake"))


@pytest.mark.parametrize(
    ("sentence", "rep", "file"),
    [
        ("I was left standing in the rain.", "you were left standing in the rain", "they were left standing in the rain"),
        ("And you sent me the wrong one!", "we sent you the wrong one", "we sent them the wrong one"),
        ("We trusted you.", "you trusted us", "they trusted us"),
        ("Monday came and my phone did not ring.", "Monday came and your phone did not ring", "Monday came and their phone did not ring"),
        ("I've told you, I'm tired of it.", "you've told us, you're tired of it", "they've told us, they're tired of it"),
    ],
)
def test_a_sentence_is_turned_for_the_rep_and_for_the_file(sentence: str, rep: str, file: str) -> None:
    assert (turned(sentence, To.REP), turned(sentence, To.FILE)) == (rep, file)


@pytest.mark.parametrize(
    ("sentence", "safe"),
    [
        ("You people ought to be ashamed", False),
        ("I dare say you all sit there", False),
        ("I suppose the van was full", False),
        ("All you sell is damp", False),
        ("You ought to have told us on Monday", True),
        ("I gave you my card and you charged it twice", True),
        ("I rang you again on Monday", True),
        ("I believed the man who fitted it", True),
    ],
)
def test_persons_are_turned_only_where_it_is_plain_who_does_what(sentence: str, safe: bool) -> None:
    for to in To:
        assert (turned(sentence, to) != sentence) is safe


def test_a_letter_that_begins_with_getting_through_opens_with_what_it_is_about() -> None:
    sketch = sketch_of("roses")
    assert sketch.opening.startswith("I ordered two dozen red roses")
    assert sketch.troubles[0].what.startswith("they ordered two dozen red roses")
    heard = [line for one in sketch.troubles for line in one.heard_if]
    assert "you tried to ring us four times on Saturday and each time the machine told you that your call was important" in heard
    assert not [line for line in heard if "people" in line or "dare say" in line]


@pytest.mark.parametrize(
    "first",
    [
        "I rang on Monday about the boiler that you fitted in March, and nobody came.",
        "The tap you fitted broke on Monday. I rang you twice.",
        "You never call me back, and nobody answers the telephone.",
    ],
)
def test_a_letter_about_the_matter_or_about_nothing_but_the_telephone_keeps_its_order(first: str) -> None:
    calls = "I rang on Tuesday as well. I was on hold for an hour, and I was cut off."
    letter = letter_from(f"Dear Sirs,\n\n{first}\n\n{calls}\n\nYours,\nA. Tully")
    assert sketched(letter, NOW).opening.startswith(first.split(".")[0])


@pytest.mark.parametrize(
    ("sentences", "count"),
    [
        (("I have called three times and e-mailed twice.",), 5),
        (("I rang on Monday, Tuesday and Thursday.",), 3),
        (("I called four times.", "I rang on Monday."), 4),
        (("This is my third letter.",), 2),
        (("You never called me.", "The shop called itself honest."), 0),
        (("I have phoned 300 times.",), 20),
    ],
)
def test_earlier_tries_are_counted(sentences: tuple[str, ...], count: int) -> None:
    assert details.contacts_in(sentences) == count


def test_a_year_left_out_is_that_of_another_date_or_the_last() -> None:
    assert str(details.days_in("On 3 March", datetime(2026, 2, 1))[0]) == "2025-03-03"
    assert [str(day) for day in details.days_in("from 2 May to May 4th, 2024", NOW)] == ["2024-05-02", "2024-05-04"]
    assert details.days_in("31 February 2026 and 99/99/2026", NOW) == []


def test_sentences_are_cut_where_they_end() -> None:
    assert sentences_of("Mr. Hale called at 9 a.m. sharp. He left! Did he? yes") == ["Mr. Hale called at 9 a.m. sharp.", "He left!", "Did he?", "yes"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_letter_is_read_in_the_usual_encodings(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "letter.txt"
    file.write_bytes("Dear Café Zürich,\r\n\r\nYour waiter spilt soup on my coat. It cost £40 to clean.\r\n\r\nYours,\r\nZoë Blanc".encode(encoding))
    letter = letter_in(file)
    assert (letter.addressee, letter.sender) == ("Café Zürich", "Zoë Blanc")
    assert letter.sentences == ("Your waiter spilt soup on my coat.", "It cost £40 to clean.")


@pytest.mark.parametrize(
    "data",
    [b"", b"\x00\x01\x02 abc", b"PK\x03\x04 a document of a word processor", b"%PDF-1.7 letter of complaint and more", b"x" * (MOST_BYTES + 1), b"?? !!"],
)
def test_what_is_no_letter_is_said(tmp_path: Path, data: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "letter.txt"
    file.write_bytes(data)
    with pytest.raises(CoolheadError):
        letter_in(file)
    assert main(["new", "x", "--from", str(file), "--yes", "--output", str(tmp_path)]) == Exit.FAULTS
    assert "Traceback" not in capsys.readouterr().err
    assert not (tmp_path / "x.yaml").exists()


def test_a_letter_cannot_write_yaml_or_move_a_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "letter.txt"
    file.write_text('Dear "\x1b[31mShop": {evil},\n\n# not: a comment\nabusive: true\n"You broke it\\" I said: [it] {is} broken.\u202e Nobody rang!\n\nYours,\n&anchor *alias\n', encoding="utf-8")  # fmt: skip
    assert main(["new", "x", "--from", str(file), "--yes", "--output", str(tmp_path)]) == Exit.DONE
    text = (tmp_path / "x.yaml").read_text(encoding="utf-8")
    assert check_text(text, "x.yaml") == []
    assert "\x1b" not in text + capsys.readouterr().out
    assert not Scenario.model_validate(read_source(text, "x").data).customer.abusive


PIECES = st.sampled_from(
    [
        "I",
        "you",
        "never",
        "called",
        "me.",
        "£30",
        "order 4471",
        "?",
        "Nobody",
        "refund",
        '"',
        "#",
        ": ",
        "\n",
        "\n\n",
        "Yours,",
        "on Monday",
        "{",
        "Dear",
        "it broke!",
        "£99999999999",
        "£0.001",
        "31 December 9999",
        "1/1/0001",
        "within 3 days",
    ]
)


@settings(max_examples=60, deadline=None)
@given(text=st.one_of(st.text(max_size=400), st.lists(PIECES, max_size=80).map(" ".join)))
def test_whatever_a_letter_holds_the_file_has_no_fault_that_keeps_it_from_playing(text: str) -> None:
    sketch = sketched(letter_from(text), NOW)
    assert [str(problem) for problem in check_text(written(sketch), f"{sketch.id}.yaml") if problem.severity == "error"] == []


@pytest.mark.parametrize("name", ["rant", "misspelt", "no-facts"])
def test_a_fresh_draft_checks_clean_also_in_play(name: str, tmp_path: Path) -> None:
    assert main(["new", name, "--from", str(LETTERS / f"{name}.txt"), "--yes", "--output", str(tmp_path)]) == Exit.DONE
    file = tmp_path / f"{name}.yaml"
    assert [str(problem) for problem in check_and_play(file, voice_ids(), golden=False)] == []
    scenario = find(file)
    missed = {name for trial in try_out(scenario, "expert", range(6)).trials for name in trial.missed}
    assert scenario.concerns[0].id not in missed  # what they begin with can be said back


def test_a_rant_is_calmed_and_its_threat_read_for_what_is_wanted() -> None:
    sketch = sketch_of("rant")
    assert (sketch.name, sketch.wants, [remedy.id for remedy in sketch.remedies]) == ("Kelly", "every penny back today", ["money-back"])
    assert "every single month" in sketch.troubles[0].what
    assert not any("JOKE" in line or "WORST" in line for trouble in sketch.troubles for line in (trouble.what, *trouble.heard_if))


def test_misspelt_words_are_the_customers_alone() -> None:
    sketch = sketch_of("misspelt")
    assert "wen i rung up" in sketch.troubles[-1].says[0]
    assert sketch.troubles[-1].heard_if == ("when you rung up the lady said that's what we ordered",)
    assert {remedy.id for remedy in sketch.remedies} == {"money-back", "apology"}


def test_a_letter_that_tells_nothing_says_so_once_a_concern() -> None:
    assert "# CHECK: The letter does not say what happened" in written(sketch_of("no-facts"))


def test_two_amounts_are_the_trouble_and_wants_in_a_row_are_said_once() -> None:
    text = (
        "Dear Sirs,\n\nOn Monday the hose burst and flooded the hall. I rang you and nobody called me back. I have paid your premium for nineteen years and never "
        "claimed. You offered £310 for the floor. The quote was £1,140.\n\nI want to know why, I want somebody to come, and I want an apology.\n\nA. Peverell"
    )
    sketch = sketched(letter_from(text), datetime(2026, 11, 10))
    troubles = {one.id: one for one in sketch.troubles}
    assert "£310" in troubles["the-money"].what
    assert "£1,140" in troubles["the-money"].what
    assert not any("premium" in line for one in sketch.troubles for line in one.heard_if)
    assert sketch.wants == "to know why, somebody to come, and an apology"
