"""Whatever is typed into a scenario file, its author gets problems with places, never a crash."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scenarios.check import check_file, check_incident_file, check_strings_file, check_text, examine_rows, has_errors
from scenarios.load import content_hash, load_text, load_voice_text
from scenarios.problems import Problem, ScenarioProblems
from tests.scenarios.fuzz import many
from tests.scenarios.samples import GOOD, VOICE
from tests.scenarios.test_call_back import SECOND
from tests.scenarios.test_check import VARIED as ROWS
from tests.scenarios.test_incident import INCIDENT
from tests.scenarios.test_strings import FRENCH

few = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])

ODD = st.sampled_from(
    ["*a", "&b ", "!x ", "[", "]", "{", "}", ": ", "- ", "'", '"', "\t", "|", ">", "%", "@", "#", "\x1b", "\0", "\ud800", "9" * 5000, "null", "é", "\u2028"]
)


def loads_or_says_why(text: str) -> None:
    problems: tuple[Problem, ...] = ()
    try:
        scenario = load_text(text, "<text>", known_voices=("plain",))
    except ScenarioProblems as error:
        problems = error.problems
    assert problems or len(content_hash(scenario)) == 16
    last = text.count("\n") + text.count("\r") + 2
    assert all(1 <= problem.line <= last and problem.column >= 1 for problem in problems)


@few
@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    loads_or_says_why(text)


@few
@given(st.integers(0, len(GOOD)), st.integers(0, 30), st.one_of(ODD, st.text(max_size=12)))
def test_a_scenario_with_a_passage_overwritten(at: int, gone: int, put: str) -> None:
    loads_or_says_why(GOOD[:at] + put + GOOD[at + gone :])


@few
@given(st.lists(st.sampled_from(GOOD.splitlines()), max_size=45))
def test_a_scenario_with_its_lines_shuffled(lines: list[str]) -> None:
    loads_or_says_why("\n".join(lines))


JUNK = st.recursive(
    st.sampled_from(
        ["no-ring", "friday", "swap", "new-sofa", "30 GBP", "3m", "-1", "nan", "", "null", "true", "in 999 weeks", "31 February 2026", "1 May 0000"]
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(st.sampled_from(["id", "says", "gives", "needs", "when", "worth", "ask", "true"]), inner, max_size=3).map(
            lambda pairs: f"{{{', '.join(f'{key}: {value}' for key, value in pairs.items())}}}"
        ),
    ),
    max_leaves=5,
)


@few
@given(st.sampled_from(range(GOOD.count("\n"))), JUNK)
def test_a_scenario_with_a_value_of_another_kind(number: int, junk: str) -> None:
    lines = GOOD.splitlines()
    key, colon, _ = lines[number].partition(": ")
    lines[number] = f"{key.rstrip(':')}: {junk}" if colon else f"{lines[number]} {junk}"
    loads_or_says_why("\n".join(lines))


@few
@given(st.integers(0, len(VOICE)), st.one_of(ODD, st.text(max_size=12)))
def test_a_voice_with_something_put_in(at: int, put: str) -> None:
    problems: tuple[Problem, ...] = ()
    voice = None
    try:
        voice = load_voice_text(VOICE[:at] + put + VOICE[at:], "<text>")
    except ScenarioProblems as error:
        problems = error.problems
    assert problems or voice


@few
@given(st.text(max_size=40))
def test_any_file_name(name: str) -> None:
    assert all(str(problem) for problem in check_text(GOOD.replace("title", "titel"), name))


WHOLE = {
    "wet-sofa.yaml": SECOND.replace("trade: furniture", "incident: rain-day").replace("Delivered in", "<Lens> in").replace("40 GBP", "<worth>") + ROWS,
    "rain-day.incident.yaml": INCIDENT,
    "dry-sofa.yaml": GOOD.replace("wet-sofa", "dry-sofa"),
    "wet-sofa.fr.yaml": FRENCH,
}
"""A scenario that leans on every kind of file there is."""


@few
@given(
    st.sampled_from(sorted(WHOLE)), st.floats(0, 1), st.integers(0, 30), st.one_of(ODD, JUNK, st.sampled_from(["<lens>", "<", "<a b>"]), st.text(max_size=12))
)
def test_a_scenario_and_what_it_leans_on_with_a_passage_overwritten(name: str, where: float, gone: int, put: str) -> None:
    with TemporaryDirectory() as folder:
        for other, text in WHOLE.items():
            at = int(where * len(text))
            changed = text[:at] + put + text[at + gone :] if other == name else text
            Path(folder, other).write_text(changed, encoding="utf-8", errors="replace")
        file = Path(folder, "wet-sofa.yaml")
        for language in (None, "fr"):
            rows, problems = examine_rows(file.read_text(), str(file), ("plain",), language=language)
            assert bool(rows) or has_errors(problems), "what cannot be loaded says why"
            assert all(problem.line >= 1 and problem.column >= 1 and Path(problem.file).name in WHOLE for problem in problems)
        assert all(str(problem) for problem in (*check_incident_file(Path(folder, "rain-day.incident.yaml")), *check_file(file)))
        assert all(str(problem) for problem in check_strings_file(Path(folder, "wet-sofa.fr.yaml"), file, "fr"))


def test_files_changed_as_nobody_would_are_refused_with_a_place() -> None:
    summary = many(range(300))
    assert summary.fell == []
    assert len(summary.codes) > 25, "the changes reach most checks"
