"""Words apart from structure: which texts there are follows from the model, and a translation is played only while its original stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from scenarios import library
from scenarios.check import check_file, check_strings_file
from scenarios.edition import edition_of
from scenarios.filenames import is_language, strings_of
from scenarios.load import content_hash
from scenarios.strings import TOP, Entry, compared, entries_in, exported
from scenarios.translatable import at_of, translatable
from scenarios.yaml_source import read_source
from tests.scenarios.samples import GOOD

FRENCH = """\
- at: customer.opening
  text: "It stood in the rain for an hour and now it smells like a wet dog."
  fr: "Il est resté une heure sous la pluie."
- at: concerns.0.says.0
  text: "You can wring it out. I have tried."
  fr: ""
- at: concerns.1.says
  text: "She comes on Friday, and that sofa was her bed."
  fr: "Elle vient vendredi."
"""


@pytest.fixture
def sofa(tmp_path: Path) -> Path:
    (tmp_path / "wet-sofa.yaml").write_text(GOOD)
    (tmp_path / "wet-sofa.fr.yaml").write_text(FRENCH, encoding="utf-8")
    return tmp_path / "wet-sofa.yaml"


def originals(text: str) -> dict[str, str]:
    return {at_of(path): words for path, words in translatable(read_source(text, "<text>").data)}


def entries(text: str = FRENCH) -> tuple[Entry, ...]:
    found, problems = entries_in(read_source(text, "<text>", TOP), "fr")
    assert problems == []
    return found


def problems(sofa: Path) -> list[str]:
    found = check_strings_file(sofa.with_name("wet-sofa.fr.yaml"), sofa, "fr")
    return [f"{Path(problem.file).name} {problem.code} {problem.line}:{problem.column}" for problem in found]


def test_words_are_told_from_structure_by_the_model() -> None:
    found = originals(GOOD)
    assert list(found)[:4] == ["title", "trade", "customer.name", "customer.about"]
    assert found["concerns.0.asks.0.ask"] == "Why was it left outside at all?"
    assert found["facts.0.false_if"] == "the driver rang twice"
    assert not [
        at for at in found if at.rpartition(".")[2] in ("id", "answered_by", "gives", "fault", "arrives", "takes", "up_to", "worth", "today", "voice", "move")
    ]


def test_short_forms_groups_and_every_new_part_are_found() -> None:
    text = """\
concerns:
  - {what: w, asks: Why?}
  - {what: w, asks: [How?, {ask: When?, answer_if: soon}]}
customer:
  lines: {vent: Oh., demand: [Now., At once.]}
  verdicts: {good: Fine.}
desk: {record: "Order · 4471", known: {order: "4471", area: the valley}, actions: {refund: {what: pay, refused: no, shows: paid}}}
call_back: {of: first, openings: [{when: {promised: refund}, says: Again.}]}
variants: [{lens: a lens}]
incident: rain
"""
    assert originals(text) == {
        "concerns.0.what": "w",
        "concerns.0.asks": "Why?",
        "concerns.1.what": "w",
        "concerns.1.asks.0": "How?",
        "concerns.1.asks.1.ask": "When?",
        "concerns.1.asks.1.answer_if": "soon",
        "customer.lines.vent": "Oh.",
        "customer.lines.demand.0": "Now.",
        "customer.lines.demand.1": "At once.",
        "customer.verdicts.good": "Fine.",
        "desk.record": "Order · 4471",
        "desk.known.area": "the valley",
        "desk.actions.refund.what": "pay",
        "desk.actions.refund.refused": "no",
        "desk.actions.refund.shows": "paid",
        "call_back.openings.0.says": "Again.",
        "variants.0.lens": "a lens",
    }


def test_what_is_translated_is_played_and_the_rest_stays(sofa: Path) -> None:
    french = library.find(sofa, language="fr")
    assert french.customer.opening == "Il est resté une heure sous la pluie."
    assert french.concerns[0].says[0] == "You can wring it out. I have tried."
    assert french.concerns[1].says == ("Elle vient vendredi.",)
    assert library.find("wet-sofa", [sofa.parent], language="fr") == french
    edition = edition_of(french)
    assert edition
    assert (edition.language, edition.row) == ("fr", None)
    assert library.find(sofa, edition=edition) == french
    plain = library.find(sofa)
    assert edition_of(plain) is edition_of(library.find(sofa, language="de")) is None
    assert content_hash(plain) != content_hash(french)


def test_a_translation_whose_original_changed_is_not_played(sofa: Path) -> None:
    sofa.write_text(GOOD.replace("for an hour", "for a day"))
    assert library.find(sofa, language="fr").customer.opening.startswith("It stood in the rain for a day")
    sofa.write_text(GOOD)
    sofa.with_name("wet-sofa.fr.yaml").write_text(FRENCH.replace('  fr: "Elle', '  was: She comes.\n  fr: "Elle'), encoding="utf-8")
    assert library.find(sofa, language="fr").concerns[1].says[0].startswith("She comes on Friday")


def test_rows_are_filled_into_translations() -> None:
    text = GOOD.replace("stood in the rain", "stood in the <where>") + "variants:\n  - {where: rain}\n  - {where: yard}\n"
    assert "variants.1.where" in originals(text)


def test_translated_rows_fill_translated_texts(tmp_path: Path) -> None:
    (tmp_path / "wet-sofa.yaml").write_text(GOOD.replace("stood in the rain", "stood in the <where>") + "variants:\n  - {where: rain}\n  - {where: yard}\n")
    french = '- {at: customer.opening, text: "It stood in the <where> for an hour and now it smells like a wet dog.", fr: "Sous la <where>."}\n'
    (tmp_path / "wet-sofa.fr.yaml").write_text(french + "- {at: variants.0.where, text: rain, fr: pluie}\n")
    rows = {library.find(tmp_path / "wet-sofa.yaml", (), seed, language="fr").customer.opening for seed in range(9)}
    assert rows == {"Sous la pluie.", "Sous la yard."}


def test_the_texts_of_an_incident_are_translated_with_the_scenario(tmp_path: Path) -> None:
    (tmp_path / "rain.incident.yaml").write_text("incident: rain\nfacts: [{id: storm, true: there was a storm}]\n")
    (tmp_path / "wet-sofa.yaml").write_text(GOOD.replace("scenario: wet-sofa", "scenario: wet-sofa\nincident: rain"))
    (tmp_path / "wet-sofa.fr.yaml").write_text("- {at: facts.0.true, text: there was a storm, fr: il y avait une tempête}\n", encoding="utf-8")
    assert library.find(tmp_path / "wet-sofa.yaml", language="fr").facts[0].true == "il y avait une tempête"


def test_the_state_of_a_language() -> None:
    base = read_source(GOOD.replace("for an hour", "for a day"), "<text>")
    found = compared(base, (*entries(), Entry("concerns.7.says", "x", "y")))
    assert (found.translated, found.stale, found.unknown) == (("concerns.1.says",), ("customer.opening",), ("concerns.7.says",))
    assert found.texts == len(originals(GOOD))
    assert len(found.missing) == found.texts - 2


def test_exporting_again_keeps_what_is_translated() -> None:
    base = read_source(GOOD, "<text>")
    first = exported(base, entries())
    assert [entry.at for entry in first] == list(originals(GOOD))
    assert {entry.at: entry.translation for entry in first if entry.translation} == {
        "customer.opening": "Il est resté une heure sous la pluie.",
        "concerns.1.says": "Elle vient vendredi.",
    }
    assert [replace(entry, line=0) for entry in exported(base, first)] == [replace(entry, line=0) for entry in first]


def test_a_text_that_moves_takes_its_translation_along_and_a_changed_one_says_what_it_was() -> None:
    moved = GOOD.replace("concerns:\n", "concerns:\n  - {what: it drips, says: Drip.}\n").replace("for an hour", "for a day")
    found = {entry.at: entry for entry in exported(read_source(moved, "<text>"), entries())}
    assert found["concerns.2.says"].translation == "Elle vient vendredi."
    assert found["concerns.1.says.0"].translation == ""
    opening = found["customer.opening"]
    assert (opening.text[:31], opening.was[:32]) == ("It stood in the rain for a day ", "It stood in the rain for an hour")
    again = {entry.at: entry for entry in exported(read_source(moved.replace("a day", "a week"), "<text>"), tuple(found.values()))}
    assert again["customer.opening"].was == opening.was, "the translation is still of the first original"


def test_a_translation_whose_text_is_gone_stays_at_the_end() -> None:
    gone = GOOD.replace(
        "  - id: friday\n    what: her sister comes on Friday and has nowhere to sleep\n    says: She comes on Friday, and that sofa was her bed.\n", ""
    )
    found = exported(read_source(gone, "<text>"), entries())
    assert (found[-1].at, found[-1].translation) == ("concerns.1.says", "Elle vient vendredi.")
    assert compared(read_source(gone, "<text>"), found).unknown == ("concerns.1.says",)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("- at: concerns.0.says.0", "- at: concerns.0.sais.0", "wet-sofa.fr.yaml CH079 4:7"),
        ("- at: concerns.0.says.0", "- at: customer.opening", "wet-sofa.fr.yaml CH065 4:7"),
        ("- at: concerns.0.says.0", "- place: concerns.0.says.0", "wet-sofa.fr.yaml CH021 4:3"),
        ('  fr: ""', '  de: ""', "wet-sofa.fr.yaml CH020 6:3"),
        ('"Elle vient vendredi."', "[Elle, vient]", "wet-sofa.fr.yaml CH023 9:7"),
        ('"Elle vient vendredi."', '"Elle" vient', "wet-sofa.fr.yaml CH019 9:14"),
        ('"Elle vient vendredi."', '"Elle \\e[2J"', "wet-sofa.fr.yaml CH004 9:7"),
        ('"Elle vient vendredi."', '"' + "Elle vient. " * 200 + '"', "wet-sofa.fr.yaml CH031 9:7"),
        ('"Elle vient vendredi."', '"Il est resté une heure sous la pluie."', "wet-sofa.fr.yaml CH060 9:7"),
        (FRENCH, "fr: Bonjour\n", "wet-sofa.fr.yaml CH024 1:1"),
        (FRENCH, "", "wet-sofa.fr.yaml CH016 1:1"),
    ],
)
def test_a_fault_is_told_in_the_strings_file(sofa: Path, old: str, new: str, place: str) -> None:
    assert problems(sofa) == []
    assert FRENCH.count(old) == 1
    sofa.with_name("wet-sofa.fr.yaml").write_text(FRENCH.replace(old, new), encoding="utf-8")
    assert place in problems(sofa)
    assert check_file(sofa) == []


def test_a_translation_is_no_scenario(sofa: Path) -> None:
    assert [entry.id for entry in library.catalogue([sofa.parent]) if entry.pack == "own"] == ["wet-sofa"]
    assert not [problem for problem in library.faults([sofa.parent]) if ".fr." in problem.file]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("wet-sofa.fr.yaml", ("wet-sofa.yaml", "fr")),
        ("wet-sofa.pt-BR.yaml", ("wet-sofa.yaml", "pt-BR")),
        ("wet-sofa.fr.yml", ("wet-sofa.yaml", "fr")),
        ("wet-sofa.yaml", None),
        ("other.fr.yaml", None),
        ("wet-sofa.french.yaml", None),
        ("wet-sofa.incident.yaml", None),
        ("wet-sofa.at.yaml", None),
    ],
)
def test_a_strings_file_is_known_by_its_name_and_the_scenario_beside_it(name: str, found: tuple[str, str] | None) -> None:
    assert strings_of(name, {"wet-sofa.yaml"}) == found


@pytest.mark.parametrize("word", ["", "f", "FR", "../fr", "fr/", "french", "fr\n", "at", "was"])
def test_what_is_no_language(word: str) -> None:
    assert not is_language(word)
