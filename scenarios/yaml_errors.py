"""The YAML parser's complaints, said again for somebody who has never heard of scanners and tokens."""

from __future__ import annotations

import yaml

from scenarios.problems import Code, Problem, fault, shown

_QUOTED, _FLOW = "quoted scalar", "while parsing a flow"

_BY_PROBLEM: tuple[tuple[str, Code, str], ...] = (
    ("mapping values are not allowed", Code.COLON, "This colon cannot stand here."),
    ("unknown escape character", Code.NEEDS_QUOTES, "In double quotes a backslash needs a letter it knows after it; write \\\\ for a plain backslash."),
    ("cannot start any token", Code.NEEDS_QUOTES, "A value cannot begin with this sign unless it is quoted."),
    ("while scanning an anchor", Code.REFERENCE, "A value that begins with & means a reference."),
    ("while scanning an alias", Code.REFERENCE, "A value that begins with * means a reference."),
    ("undefined alias", Code.REFERENCE, "A value that begins with * means a reference."),
    ("while scanning a tag", Code.TAG, "A value that begins with ! means a type."),
    ("while parsing a tag", Code.TAG, "A value that begins with ! means a type."),
    ("undefined tag handle", Code.TAG, "A value that begins with ! means a type."),
    ("while scanning a block scalar", Code.SYNTAX, "After > or | the text begins on the next line."),
    ("expected '-' indicator", Code.SYNTAX, "This line breaks off the list above it; its indentation does not fit."),
    ("expected key", Code.SYNTAX, "This line does not fit the keys above it; look at its indentation and quotes."),
    ("directive", Code.NEEDS_QUOTES, "A line cannot begin with % here."),
    ("<block end>", Code.SYNTAX, "This line does not fit the keys above it; look at its indentation and quotes."),
    ("<document start>", Code.SYNTAX, "This line does not belong to what stands above it."),
)


def explain(error: yaml.YAMLError, text: str, name: str) -> Problem:
    """The parser's error as a problem with its place."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return fault(Code.SYNTAX, name, (1, 1), f"The file cannot be read as YAML: {shown(error, 120)}")
    at = _at(error.problem_mark)
    said = f"{error.context or ''} {error.problem or ''}"
    opened = _at(error.context_mark) if error.context_mark else at
    if "tab character" in said or _character(text, at) == "\t":
        return fault(Code.TAB, name, at, "Here is a tab where spaces belong.")
    if _QUOTED in said and ("end of stream" in said or "document indicator" in said):
        return fault(Code.UNCLOSED, name, opened, "The quote opened here is never closed.")
    if _FLOW in said:
        mark = _character(text, opened)
        return fault(
            Code.UNCLOSED, name, opened, f"The bracket {mark} opened here, or a quote inside it, is not closed properly; the trouble shows on line {at[0]}."
        )
    if _after_quote(text, at) and any(words in said for words in ("expected key", "expected '-' indicator", "<block end>")):
        return fault(Code.NEEDS_QUOTES, name, at, "Text goes on after the closing quote.", "Put the whole text in double quotes; inside them, write ' freely.")
    if "expected ':'" in said:
        return fault(Code.SYNTAX, name, opened, "This line is neither 'key: value' nor part of the text above.")
    for words, code, message in _BY_PROBLEM:
        if words in said:
            return fault(code, name, at, message)
    return fault(Code.SYNTAX, name, at, f"The file stops making sense here: {shown(error.problem, 100)}.")


def _at(mark: yaml.Mark) -> tuple[int, int]:
    return mark.line + 1, mark.column + 1


def _line(text: str, number: int) -> str:
    lines = text.split("\n", number)
    return lines[number - 1] if number <= len(lines) else ""


def _character(text: str, at: tuple[int, int]) -> str:
    return _line(text, at[0])[at[1] - 1 : at[1]] or "?"


def _after_quote(text: str, at: tuple[int, int]) -> bool:
    before = _line(text, at[0])[: at[1] - 1].rstrip()
    return before.endswith(("'", '"'))
