"""Whatever is typed into a scenario file, its author gets problems with places, never a crash."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scenarios.check import check_text
from scenarios.load import content_hash, load_text, load_voice_text
from scenarios.problems import Problem, ScenarioProblems
from tests.scenarios.samples import GOOD, VOICE

few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

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
