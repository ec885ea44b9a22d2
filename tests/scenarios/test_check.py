"""Every fault is found, told in its place, and told together with the others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from scenarios.check import check_file, check_text, check_voice_text
from scenarios.checks.references import KINDS, Kind
from scenarios.load import load_file, load_text
from scenarios.problems import CODES, CONTROL, Code, Problem, ScenarioProblems, Severity
from tests.scenarios.samples import GOOD, VOICE, changed

VOICES = ("plain", "dry")

BROKEN: dict[str, tuple[str, str]] = {
    "tab": ("CH006 10:1", changed("  wants: a dry", "\twants: a dry")),
    "colon in text": ("CH007 2:17", changed("Delivered in the rain", "Delivered: wet: very")),
    "indented too far": ("CH007 3:9", changed("trade: furniture", "   trade: furniture")),
    "quote not closed": ("CH008 15:11", changed('"You can wring it out. I have tried."', '"You can wring it out')),
    "bracket not closed": ("CH008 5:12", changed("[000.5, 004.2]", "[000.5, 004.2")),
    "neither key nor text": ("CH005 3:1", changed("trade: furniture", "furniture")),
    "alias": ("CH009 11:12", changed("It stood in the rain for an hour and now it smells like a wet dog.", "*sigh")),
    "anchor": ("CH009 3:8", changed("trade: furniture", "trade: &f furniture")),
    "tag": ("CH010 8:10", changed("58, retired music teacher", "!important teacher")),
    "merge key": ("CH011 9:3", changed("  temper: {anger: 55}\n", "  <<: {about: x}\n")),
    "key twice": ("CH012 3:1", changed("trade: furniture", "title: Another\ntrade: furniture")),
    "key that is a list": ("CH018 3:1", changed("trade: furniture", "[a, b]: c\ntrade: furniture")),
    "sign without quotes": ("CH019 3:8", changed("trade: furniture", "trade: @furniture")),
    "text after a quote in a list": (
        "CH019 19:30",
        changed("  - id: friday", '  - id: friday\n    says:\n      - "She is on the way." now'),
    ),
    "text after a quote": ("CH019 3:15", changed("trade: furniture", "trade: 'sofa' shop")),
    "second document": ("CH015 41:1", GOOD + "---\nscenario: other\n"),
    "control character": ("CH004 3:9", changed("trade: furniture", "trade: f\x1b[2Ju")),
    "spelt control character": ("CH004 3:8", changed("trade: furniture", 'trade: "f\\e[2J"')),
    "lone surrogate": ("CH004 3:8", changed("trade: furniture", "trade: \ud800")),
    "unknown key": ("CH020 9:3", changed("temper:", "tempre:")),
    "misspelt required key": ("CH020 10:3", changed("wants:", "want:")),
    "missing key": ("CH021 6:1", changed("  name: Ottilie Brandt\n", "")),
    "missing key of an item": ("CH021 17:5", changed("    what: her sister comes on Friday and has nowhere to sleep\n", "")),
    "empty opening": ("CH022 11:12", changed("It stood in the rain for an hour and now it smells like a wet dog.", '""')),
    "nothing after a key": ("CH022 2:7", changed("Delivered in the rain", "")),
    "a colon made keys of a sentence": ("CH023 37:11", changed("My sister is on the train in three days.", "{My sister: on the train}")),
    "a question answered by a list": ("CH023 16:66", changed("answered_by: no-ring", "answered_by: [no-ring]")),
    "no list": ("CH024 5:12", changed("[000.5, 004.2]", "000.5")),
    "no keys": ("CH025 9:11", changed("{anger: 55}", "hot")),
    "not a number": ("CH026 9:19", changed("{anger: 55}", "{anger: hot}")),
    "endless number": ("CH027 9:19", changed("{anger: 55}", "{anger: " + "9" * 5000 + "}")),
    "number too large": ("CH027 9:19", changed("{anger: 55}", "{anger: 155}")),
    "neither true nor false": ("CH028 20:13", changed("facts:", "    hidden: maybe\nfacts:")),
    "not a choice": ("CH029 23:12", changed("fault: ours", "fault: our")),
    "bad id": ("CH030 1:11", changed("scenario: wet-sofa", "scenario: Wet Sofa")),
    "text too long": ("CH031 11:12", changed("It stood in the rain for an hour and now it smells like a wet dog.", "la " * 700)),
    "money without currency": ("CH032 34:23", changed("up_to: 40 GBP", "up_to: 40")),
    "bare length of time": ("CH032 33:44", changed("takes: 3m", "takes: 3")),
    "bad currency": ("CH033 4:11", changed("today:", "currency: pounds\ntoday:")),
    "unknown outcome": ("CH040 33:55", changed("gives: new-sofa", "gives: new-sofas")),
    "unknown action": ("CH041 36:33", changed("{from_reply: 3, unheard: friday}", "{from_reply: 3, done: sawp}")),
    "unknown fact": ("CH042 16:66", changed("answered_by: no-ring", "answered_by: no-bell")),
    "unknown concern": ("CH043 36:36", changed("unheard: friday", "unheard: saturday")),
    "unknown misunderstanding": ("CH044 36:38", changed("unheard: friday", "uncleared: iron")),
    "unknown principle": ("CH045 5:20", changed("004.2]", "004.99]")),
    "unknown voice": ("CH046 8:10", changed("  about: 58", "  voice: pla1n\n  about: 58")),
    "id twice": ("CH047 17:9", changed("- id: friday", "- id: smell").replace("unheard: friday", "unheard: smell")),
    "actions in a circle": (
        "CH048 33:54",
        changed("takes: 3m, gives: new-sofa}", "gives: new-sofa, needs: [goodwill]}").replace("40 GBP}", "40 GBP, needs: [swap]}"),
    ),
    "outcome nobody gives": ("CH050 40:3", changed(", takes_if: we can have it cleaned and dried", "")),
    "outcome above authority": ("CH051 39:36", changed("{worth: 1.0}", "{worth: 1.0, at_least: 90 GBP}").replace("takes: 3m", "up_to: 50 GBP")),
    "nothing worth taking": ("CH053 38:1", changed("worth: 1.0", "worth: 0").replace("worth: 0.4", "worth: 0")),
    "weekday does not fit": ("CH054 4:8", changed("Monday 8 June", "Tuesday 8 June")),
    "no full date": ("CH054 4:8", changed("Monday 8 June 2026, 10:15", "Monday")),
    "no such time": ("CH054 4:8", changed("10:15", "27:15")),
    "arrives some time": ("CH055 33:21", changed("Thursday 12:00", "soonish")),
    "arrived already": ("CH056 33:21", changed("Thursday 12:00", "1 June 2026")),
    "over before it begins": ("CH057 36:24", changed("{from_reply: 3, unheard: friday}", "{from_reply: 3, until_reply: 2}")),
    "never both": ("CH058 36:24", changed("{from_reply: 3, unheard: friday}", "{anger_over: 60, anger_under: 40}")),
    "colon in brackets": ("CH007 33:25", changed("{arrives: Thursday 12:00,", "{what: swap it: today,")),
    "no comma in brackets": ("CH019 33:24", changed("{arrives: Thursday 12:00, takes", '{what: "swap"; takes')),
    "quote in a quote in brackets": ("CH019 15:22", changed('"You can wring it out. I have tried."', '"You can "wring" it out."')),
    "text after a bracket": ("CH019 2:20", changed("title: Delivered in the rain", "title: [Delivered] in the rain")),
    "no space after a colon": ("CH005 3:6", changed("trade: furniture", "trade:furniture")),
    "no space after the first colon": ("CH005 7:7", changed("  name: Ottilie Brandt", "  name:Ottilie Brandt")),
    "no space after a dash": ("CH005 17:3", changed("  - id: friday", "  -id: friday")),
    "long dash": ("CH005 17:3", changed("  - id: friday", "  – id: friday")),
    "no dash": ("CH005 17:3", changed("  - id: friday", "  id: friday")),
    "first key too far in": ("CH005 8:3", changed("  name: Ottilie", "    name: Ottilie")),
    "colon in curly quotes": ("CH007 2:18", changed("Delivered in the rain", "“Delivered: wet”")),
    "dashes left out": (
        "CH024 26:3",
        changed("  - id: wood\n    thinks", "  id: wood\n  thinks")
        .replace("    so: the", "  so: the")
        .replace("    says: By", "  says: By")
        .replace("    cleared_if", "  cleared_if"),
    ),
    "actions as a list": ("CH025 33:5", changed("    swap:", "    - swap:").replace("    goodwill:", "    - goodwill:")),
    "true in one fact and false in another": (
        "CH061 24:15",
        changed("the driver rang twice", "the van came at nine").replace("misunderstandings:", "  - true: The van came at nine.\nmisunderstandings:"),
    ),
    "what clears a misunderstanding is a lie": ("CH061 24:15", changed("the driver rang twice", "the frame is made of steel")),
    "outcomes as a list": ("CH025 39:3", changed("  new-sofa: {worth", "  - new-sofa: {worth").replace("  dried:", "  - dried:")),
    "key and value in one": ("CH020 9:12", changed("{anger: 55}", "{anger:55}")),
    "space that does not break": ("CH005 7:1", changed("  name: Ottilie", "\u00a0\u00a0name: Ottilie")),
    "wide colon": ("CH005 3:6", changed("trade: furniture", "trade\uff1afurniture")),
    "decimal comma": ("CH020 39:23", changed("worth: 1.0", "worth: 0,8")),
    "sentence with a comma in brackets": ("CH020 33:32", changed("{arrives: Thursday 12:00, takes", "{what: take it back, with regret, takes")),
    "worth in words": ("CH026 39:21", changed("worth: 1.0", "worth: high")),
    "pounds in words": ("CH032 34:23", changed("40 GBP", "40 pounds")),
    "voice with a capital": ("CH046 8:10", changed("  about: 58", "  voice: Dry\n  about: 58")),
    "outcome with a capital": ("CH030 39:3", changed("  new-sofa:", "  New Sofa:").replace("gives: new-sofa", "gives: new-sofa")),
    "the whole part misspelt": ("CH020 38:1", changed("outcomes:", "outcoms:")),
    "unknown outcome among those they would take": ("CH040 9:18", changed("  temper:", "  would_accept: [new-sofas]\n  temper:")),
    "unknown outcome in a block": ("CH040 26:14", changed("  - id: wood", "  - blocks: [sofas]\n    id: wood")),
    "unknown outcome in a moment": ("CH040 36:21", changed("{from_reply: 3, unheard: friday}", "{offered: sofas}")),
    "unknown action an action needs": ("CH041 34:39", changed("{up_to: 40 GBP}", "{up_to: 40 GBP, needs: [swop]}")),
    "unknown action an outcome needs": ("CH041 39:34", changed("{worth: 1.0}", "{worth: 1.0, needs: [swop]}")),
    "unknown fact an action tells": ("CH042 34:39", changed("{up_to: 40 GBP}", "{up_to: 40 GBP, tells: [bell]}")),
    "unknown fact in a moment": ("CH042 36:20", changed("{from_reply: 3, unheard: friday}", "{untold: bell}")),
    "unknown concern of a model line": ("CH043 42:15", GOOD + "model_lines:\n  - {concern: rain, say: I see.}\n"),
    "weekday misspelt": ("CH054 4:8", changed("Monday 8 June", "Munday 8 June")),
    "arrives on no weekday": ("CH055 33:21", changed("Thursday 12:00", "Thorsday 12:00")),
    "true and false": ("CH061 24:15", changed("the driver rang twice", "The driver did not ring the bell.")),
}

VARIED = """\
variants:
  - {lens: a lens, worth: 40 GBP}
  - {lens: a drone, worth: 60 GBP}
"""
"""Two rows for a file whose texts hold these blanks; they stand from line 41 on."""


def varied(old: str, new: str) -> str:
    """The good scenario with two blanks, two rows to fill them, and one passage exchanged."""
    whole = changed("Delivered in the rain", "<Lens> in the rain").replace("40 GBP", "<worth>") + VARIED
    assert whole.count(old) == 1
    return whole.replace(old, new)


BROKEN |= {
    "rows that are no list": ("CH024 41:11", changed("40 GBP", "<worth>") + "variants: {worth: 40 GBP}\n"),
    "row that is no group": ("CH025 42:5", changed("40 GBP", "<worth>") + "variants:\n  - 40 GBP\n"),
    "row that fills nothing": ("CH022 42:5", GOOD + "variants:\n  - {}\n"),
    "cell left empty": ("CH022 43:28", varied("worth: 60 GBP", "worth: ''")),
    "cell too long": ("CH031 43:12", varied("a drone", "a drone " * 30)),
    "too many rows": ("CH031 42:3", GOOD.replace("in the rain\n", "in <n>\n") + "variants:\n" + "".join(f"  - {{n: n{n}}}\n" for n in range(51))),
    "blank that is no id": ("CH030 43:36", varied("worth: 60 GBP", "worth: 60 GBP, the worth: 60 GBP")),
    "row that lacks a blank": ("CH072 43:5", varied("lens: a drone, ", "")),
    "blank no row names": ("CH073 2:8", varied("<Lens> in", "<Lenz> in")),
    "blank in a row": ("CH073 43:12", varied("a drone", "a <lens>")),
    "row that fills in nonsense": ("CH032 43:28", varied("60 GBP", "plenty")),
    "rows that all fill in nonsense": ("CH032 34:23", varied("60 GBP", "plenty").replace("worth: 40 GBP", "worth: much")),
    "row with another weekday": (
        "CH054 43:41",
        varied("worth: 40 GBP", "worth: 40 GBP, day: 8").replace("60 GBP", "60 GBP, day: 9").replace("8 June", "<day> June"),
    ),
}

WARNED: dict[str, tuple[str, str]] = {
    "remedy without outcome": ("CH052 34:5", changed("goodwill: {up_to: 40 GBP}", "goodwill: {}")),
    "moment without condition": ("CH059 36:5", changed("{from_reply: 3, unheard: friday}", "{}")),
    "said twice": ("CH060 37:11", changed("My sister is on the train in three days.", "by winter the wood will be gone")),
    "nobody can answer": ("CH062 16:66", changed("    fault: ours\n", "    known_to: nobody\n")),
    "text cut off": ("CH066 2:30", changed("Delivered in the rain", "Delivered in the rain #4 wet")),
    "silent misunderstanding": ("CH063 26:5", changed("    says: By winter the wood will be gone.\n", "")),
    "no time of day": ("CH067 4:8", changed("2026, 10:15", "2026")),
    "time of day with a point": ("CH067 4:8", changed("2026, 10:15", "2026, 9.20am")),
    "another currency": ("CH068 34:23", changed("40 GBP", "40 EUR")),
    "concern without words": ("CH069 17:9", changed("    says: She comes on Friday, and that sofa was her bed.\n", "").replace(", unheard: friday", "")),
    "curly quotes": ("CH070 2:8", changed("Delivered in the rain", "“Delivered in the rain”")),
    "sentence cut at a comma": ("CH071 15:27", changed('"You can wring it out. I have tried."', "You can wring, i have tried")),
    "blank no text holds": ("CH074 42:20", varied("<worth>", "40 GBP")),
    "blank and no rows": ("CH075 2:8", changed("Delivered in", "<Lens> in")),
    "row twice": ("CH065 44:5", varied("60 GBP}", "60 GBP}\n  - {lens: a lens, worth: 40 GBP}")),
    "row that makes the customer say a thing twice": (
        "CH060 43:12",
        varied("My sister is on the train in three days.", "<Lens>.").replace("She comes on Friday, and that sofa was her bed.", "A drone!"),
    ),
    "listed twice": ("CH065 34:45", changed("goodwill: {up_to: 40 GBP}", "goodwill: {up_to: 40 GBP, needs: [swap, swap]}")),
}

ELSEWHERE = {
    Code.UNREADABLE, Code.NOT_UTF8, Code.TOO_LARGE, Code.TOO_DEEP, Code.TOO_MANY, Code.EMPTY, Code.NO_KEYS, Code.BAD_VALUE, Code.FILE_NAME,
    Code.NO_INCIDENT, Code.UNKNOWN_FIRST_PART, Code.HIDDEN_OPENING, Code.UNKNOWN_TEXT,
}  # fmt: skip
"""Codes whose files are not made from the sample; they have tests of their own, below or beside this file."""


def places(problems: list[Problem]) -> list[str]:
    return [f"{problem.code} {problem.line}:{problem.column}" for problem in problems]


def codes(text: str) -> list[str]:
    return [problem.code for problem in check_text(text, "<text>", known_voices=VOICES)]


def test_the_sample_is_small_and_without_fault() -> None:
    assert GOOD.count("\n") <= 40
    assert check_text(GOOD, "wet-sofa.yaml", known_voices=VOICES) == []
    assert check_voice_text(VOICE, "brisk.yaml") == []


@pytest.mark.parametrize("name", [*BROKEN, *WARNED])
def test_a_fault_is_told_once_and_in_its_place(name: str) -> None:
    place, text = {**BROKEN, **WARNED}[name]
    problems = check_text(text, "wet-sofa.yaml", known_voices=VOICES)
    assert places(problems) == [place]
    assert problems[0].severity is (Severity.WARNING if name in WARNED else Severity.ERROR)


def test_the_parser_without_c_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scenarios.yaml_source.LOADER", yaml.SafeLoader)
    for place, text in {**BROKEN, **WARNED}.values():
        assert places(check_text(text, "wet-sofa.yaml", known_voices=VOICES)) == [place]


@pytest.mark.parametrize("name", BROKEN)
def test_what_has_an_error_does_not_load(name: str) -> None:
    with pytest.raises(ScenarioProblems) as caught:
        load_text(BROKEN[name][1], "wet-sofa.yaml", known_voices=VOICES)
    assert BROKEN[name][0].split()[0] in str(caught.value)


@pytest.mark.parametrize("name", WARNED)
def test_a_warning_keeps_nothing_from_loading(name: str) -> None:
    assert load_text(WARNED[name][1], "wet-sofa.yaml", known_voices=VOICES).customer.name == "Ottilie Brandt"


def test_every_code_about_scenarios_has_a_file_that_shows_it() -> None:
    shown = {Code(place.split()[0]) for place, _ in {**BROKEN, **WARNED}.values()} | ELSEWHERE
    assert {code for code in Code if code < "CH080"} <= shown


def test_every_code_is_explained_in_whole_sentences() -> None:
    assert set(CODES) == set(Code)
    for info in CODES.values():
        assert info.title[0].isupper() or info.title[0] == "'"
        assert info.meaning.endswith(".")
        assert info.remedy.endswith((".", ".]"))


def test_all_faults_are_told_together_and_in_order() -> None:
    text = changed("{anger: 55}", "{anger: hot}").replace("gives: new-sofa", "gives: old-sofa").replace("Monday 8", "Tuesday 8").replace("wants:", "want:")
    assert places(check_text(text, "wet-sofa.yaml", known_voices=VOICES)) == ["CH054 4:8", "CH026 9:19", "CH020 10:3", "CH040 33:55"]


def test_no_message_speaks_the_machine_s_language() -> None:
    jargon = re.compile(r"\b(pydantic|Input should|Field required|tuple|dict|None|token|scalar|mapping|Value error|str|int|regex)\b")
    for _, text in [*BROKEN.values(), *WARNED.values()]:
        for problem in check_text(text, "wet-sofa.yaml", known_voices=VOICES):
            assert not jargon.search(str(problem))
            assert not CONTROL.search(str(problem))
            assert problem.message.endswith(".")


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        (changed("temper:", "tempre:"), "Did you mean 'temper'?"),
        (changed("    fault: ours", "    temper: 3"), "'temper' belongs to 'customer' and the top of the file"),
        (changed("unheard: friday", "unheard: fridya"), "Did you mean 'friday'?"),
        (changed("fault: ours", "fault: our"), "Did you mean 'ours'?"),
        (changed("up_to: 40 GBP", "up_to: 40"), "Write it as 40 GBP."),
        (changed("scenario: wet-sofa", "scenario: Wet Sofa!"), "wet-sofa."),
        (changed("Delivered in the rain", "Delivered: in the rain"), 'title: "Delivered: in the rain"'),
        (changed("  temper:", "    temper:"), "Begin it under the first letter"),
        (changed("worth: 1.0", "worth: 0,8"), "with a point: 0.8"),
        (changed("worth: 1.0", "worth: high"), "from 0 to 1"),
        (changed("worth: 1.0", "worth: 80%"), "Write it as 0.8."),
        (changed("worth: 1.0", "worth: 80"), "Write a share of 1"),
        (GOOD + "par: {replies: 5, minutes: 540s}\n", "write 9."),
        (GOOD + "par: {replies: 5, minutes: 9 minutes}\n", "write 9."),
        (GOOD + "par: {replies: 5, minutes: soon}\n", "such as 8"),
        (changed("{anger: 55}", "{anger:55}"), "Put a space after the colon: anger: 55."),
        (changed("40 GBP", "40 pounds"), "Write it as 40 GBP."),
        (changed("takes: 3m", "takes: 3 minutes"), "Write it as 3m."),
        (changed("{from_reply: 3, unheard: friday}", "after the third"), "the keys possible are from_reply, until_reply"),
        (changed("Monday 8 June", "Munday 8 June"), "Did you mean 'Monday'?"),
        (
            changed("trade: furniture", "trade: take it back, with regret").replace("{anger: 55}", "{anger: 55, and how bad}"),
            "put the whole sentence in double quotes",
        ),
    ],
)
def test_the_remedy_names_what_was_meant(text: str, advice: str) -> None:
    (problem,) = check_text(text, "<text>", known_voices=VOICES)
    if "belongs to" in advice:
        assert problem.remedy.startswith("'temper' belongs to")
        assert "customer" in problem.remedy
    else:
        assert advice in problem.remedy


def test_words_that_look_like_numbers_or_switches_stay_words() -> None:
    text = changed("title: Delivered in the rain", "title: 42").replace("trade: furniture", "trade: no").replace("name: Ottilie Brandt", "name: Null")
    scenario = load_text(text, "<text>", known_voices=VOICES)
    assert (scenario.title, scenario.trade, scenario.customer.name) == ("42", "no", "Null")
    assert scenario.practises == ("000.5", "004.2")
    assert scenario.facts[0].true == "the driver did not ring the bell"


def test_actions_every_desk_has_may_be_named() -> None:
    assert codes(changed("{from_reply: 3, unheard: friday}", "{from_reply: 3, not_done: supervisor}")) == []


def test_a_moment_may_say_the_line_of_the_concern_it_brings_up() -> None:
    text = changed("says: My sister is on the train in three days.", "says: You can wring it out. I have tried.")
    assert codes(text) == ["CH060"]
    assert codes(text.replace("I have tried.\noutcomes", "I have tried.\n    concern: smell\noutcomes")) == []


@pytest.mark.parametrize(("kind", "pattern"), [(kind, pattern) for kind in KINDS for pattern in kind.used_in])
def test_every_place_that_can_name_something_is_looked_at(kind: Kind, pattern: str) -> None:
    data: dict[str, object] | str = "nobody"
    for part in reversed(pattern.split(".")):
        data = {"x" if part == "*" else part: data}
    assert isinstance(data, dict)
    whole: dict[str, object] = {"outcomes": {"o": {}}, "concerns": {"c": {}}} | data
    assert kind.code in codes(yaml.safe_dump(whole))


def test_the_file_should_bear_its_id() -> None:
    assert places(check_text(GOOD, "sofa.yaml", known_voices=VOICES)) == ["CH064 1:11"]
    assert check_text(GOOD, "<text>", known_voices=VOICES) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "CH016 1:1"),
        ("# only a remark\n", "CH016 1:1"),
        ("---\n", "CH016 2:1"),
        ("just words\n", "CH017 1:1"),
        ("- a\n- b\n", "CH017 1:1"),
        ("a: " + "[" * 100_000, "CH013 1:33"),
        ("a: " + "{a: " * 40, "CH013 1:120"),
        ("a: [" + "x, " * 30_000 + "]", "CH014 1:59999"),
        ("a: '" + "x" * 1_000_001 + "'", "CH003 1:1"),
    ],
)
def test_what_is_no_scenario_at_all(text: str, place: str) -> None:
    assert place in places(check_text(text, "<text>"))


@pytest.mark.parametrize(("text", "place"), [("a: 1\nb: [", "CH008 2:4"), ("b: [x, {y: 1},\n", "CH008 1:4"), ("a:\n  b: {c: [1],\n", "CH008 2:6")])
def test_a_bracket_that_the_file_ends_in_is_told_where_it_stands(text: str, place: str) -> None:
    found = [problem for problem in check_text(text, "<text>") if "the file ends inside it" in str(problem) and "?" not in str(problem)]
    assert places(found) == [place]


def test_a_bomb_of_references_goes_off_at_once_and_once_a_reference() -> None:
    text = "a: &a [x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9))
    problems = check_text(text, "<text>")
    assert {problem.code for problem in problems} >= {Code.REFERENCE}
    assert len(problems) < 250


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "text",
    [
        "".join(f"key{n}: x\n" for n in range(9000)),
        "outcomes:\n" + "".join(f"  o{n}: {{}}\n" for n in range(9000)) + "desk:\n  actions:\n" + "".join(f"    a{n}: {{gives: x{n}}}\n" for n in range(4000)),
        "desk:\n  actions:\n" + "".join(f"    a{n}: {{needs: a{n + 1}}}\n" for n in range(6000)) + "    a6000: {needs: a5999}\n",
        "beats:\n" + "".join("  - {concern: a, says: b}\n" for n in range(4000)),
        "concerns:\n" + "".join(f"  - {{id: a, asks: {{ask: b, answered_by: c{n}}}}}\n" for n in range(2500)),
    ],
)
def test_no_file_makes_checking_slow(text: str) -> None:
    assert check_text(text, "<text>")


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    missing, folder, latin = tmp_path / "missing.yaml", tmp_path / "folder.yaml", tmp_path / "latin.yaml"
    folder.mkdir()
    latin.write_bytes("scenario: x\ntitle: caf\xe9\n".encode("latin-1"))
    assert places(check_file(missing)) == ["CH001 1:1"]
    assert places(check_file(folder)) == ["CH001 1:1"]
    assert places(check_file(latin)) == ["CH002 2:11"]
    assert places(check_file(Path("a\0b"))) == ["CH001 1:1"]
    with pytest.raises(ScenarioProblems, match="CH001"):
        load_file(missing)


def test_a_mark_at_the_beginning_of_the_file_is_no_fault() -> None:
    assert codes("\ufeff" + GOOD) == []
    assert codes(GOOD.replace("\n", "\r\n")) == []


def test_a_voice_is_checked_word_for_word() -> None:
    assert places(check_voice_text(VOICE.replace("vent:", "went:"), "brisk.yaml")) == ["CH029 6:3"]
    assert places(check_voice_text(VOICE.replace("any:", "cold:"), "brisk.yaml")) == ["CH029 7:5"]
    assert places(check_voice_text(VOICE.replace("Listen.,", "Listen., listen,"), "brisk.yaml")) == ["CH060 7:20"]
