"""The YAML parser's complaints, said again for somebody who has never heard of scanners and tokens."""

from __future__ import annotations

import re

import yaml

from scenarios.problems import Code, Problem, fault, shown

_QUOTED, _FLOW = "quoted scalar", "while parsing a flow"

_GLUED_KEY = re.compile(r"\s*(?:- )?(?P<key>[a-z_]+):(?=[^\s:/])")
_GLUED_DASH = re.compile(r"\s*-(?=[A-Za-z\"'{\[])")
_LONG_DASH = re.compile(r"\s*[–—]")
_ODD_SPACE = re.compile("[ -]*\u00a0|[ -]*[a-z_]+(?::\u00a0|\uff1a)")
_WORD = re.compile(r"[A-Za-z_-]{1,30}\Z")

_NEW_ITEM = "Begin a new item with '- ' under the dash above it; give everything else in an item two spaces more than its dash."
_LINE_UP = "Keys that belong together begin under one another; compare this line and the ones above it, letter by letter."

_BY_PROBLEM: tuple[tuple[str, Code, str, *tuple[str, ...]], ...] = (
    ("unknown escape character", Code.NEEDS_QUOTES, "In double quotes a backslash needs a letter it knows after it; write \\\\ for a plain backslash."),
    ("cannot start any token", Code.NEEDS_QUOTES, "A value cannot begin with this sign unless it is quoted."),
    ("while scanning an anchor", Code.REFERENCE, "A value that begins with & means a reference."),
    ("while scanning an alias", Code.REFERENCE, "A value that begins with * means a reference."),
    ("undefined alias", Code.REFERENCE, "A value that begins with * means a reference."),
    ("while scanning a tag", Code.TAG, "A value that begins with ! means a type."),
    ("while parsing a tag", Code.TAG, "A value that begins with ! means a type."),
    ("undefined tag handle", Code.TAG, "A value that begins with ! means a type."),
    ("while scanning a block scalar", Code.SYNTAX, "After > or | the text begins on the next line."),
    ("expected '-' indicator", Code.SYNTAX, "This line breaks off the list above it.", _NEW_ITEM),
    ("expected key", Code.SYNTAX, "This line does not line up with the lines above it.", _LINE_UP),
    ("directive", Code.NEEDS_QUOTES, "A line cannot begin with % here."),
    ("<block end>", Code.SYNTAX, "This line does not line up with the lines above it.", _LINE_UP),
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
        return _in_brackets(text, at, opened if _character(text, opened) in "[{" else _left_open(text, opened), name)
    if found := _slip_of_the_pen(text, at, name):
        return found
    if (ended := _goes_on(text, at)) and any(words in said for words in ("expected key", "expected '-' indicator", "<block end>")):
        remedy = "Put the whole text in double quotes; inside them, write ' freely."
        return fault(Code.NEEDS_QUOTES, name, at, f"Text goes on after the closing {ended}.", remedy)
    if "expected ':'" in said:
        remedy = "Write a key, a colon and a space; a line that goes on with the text above must be indented further than that text's key."
        return fault(Code.SYNTAX, name, opened, "This line is neither 'key: value' nor part of the text above.", remedy)
    if "mapping values are not allowed" in said:
        return _colon(text, at, name)
    for words, code, message, *advice in _BY_PROBLEM:
        if words in said:
            return fault(code, name, at, message, *advice)
    return fault(Code.SYNTAX, name, at, f"The file stops making sense here: {shown(error.problem, 100)}.")


def _in_brackets(text: str, at: tuple[int, int], opened: tuple[int, int], name: str) -> Problem:
    """What goes wrong between brackets; on the line of the bracket itself the place is known to the letter."""
    mark = _character(text, opened)
    if _line(text, opened[0]).count('"') % 2:
        return fault(Code.UNCLOSED, name, opened, f"On the line of the bracket {mark} opened here a double quote is missing.", "Add the missing quote.")
    if at[0] == opened[0] and _character(text, at) == ":":
        remedy = "Put the text around it in double quotes; if a new key begins before it, put a comma in front of that key."
        return fault(Code.COLON, name, at, "A second colon stands here without a comma before it.", remedy)
    if at[0] == opened[0] and (ended := _goes_on(text, at)):
        remedy = "If a new item begins here, put a comma before it; inside double quotes, write ' and not \"."
        return fault(Code.NEEDS_QUOTES, name, at, f"Text goes on after the closing {ended}.", remedy)
    shows = f"the trouble shows on line {at[0]}" if "".join(text.split("\n")[at[0] - 1 :])[at[1] - 1 :].strip() else "the file ends inside it"
    words = f"The bracket {mark} opened here, or a quote inside it, is not closed properly; {shows}."
    return fault(Code.UNCLOSED, name, opened, words)


def _left_open(text: str, otherwise: tuple[int, int]) -> tuple[int, int]:
    """Where the innermost bracket that is still open at the end of a file stands; the parser only tells where the file ends."""
    starts: list[tuple[int, int]] = []
    try:
        for token in yaml.scan(text):
            if isinstance(token, (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken)):
                starts.append(_at(token.start_mark))
            elif isinstance(token, (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)):
                starts.pop()
    except (yaml.YAMLError, IndexError):
        pass
    return starts[-1] if starts else otherwise


def _slip_of_the_pen(text: str, at: tuple[int, int], name: str) -> Problem | None:
    """A missing space or a wrong dash, on the line of the trouble or the one above, where the parser only sees lines that do not fit."""
    for number, line in enumerate(text.split("\n")[: at[0]], 1):
        if odd := _ODD_SPACE.match(line):
            return fault(Code.SYNTAX, name, (number, odd.end()), "Here is a special space or colon, as copied text has them.", "Delete it and type it again.")
    for number in (at[0], at[0] - 1):
        line = _line(text, number) if number else ""
        if glued := _GLUED_KEY.match(line):
            return fault(Code.SYNTAX, name, (number, glued.end()), f"After '{glued['key']}:' a space is missing.", "Put a space after the colon.")
        if dash := _GLUED_DASH.match(line):
            return fault(Code.SYNTAX, name, (number, dash.end()), "After the dash a space is missing.", "Put a space after the dash.")
        if dash := _LONG_DASH.match(line):
            return fault(Code.SYNTAX, name, (number, dash.end()), "This is a long dash, which begins no list item.", "Write a short one and a space: '- '.")
    return None


def _colon(text: str, at: tuple[int, int], name: str) -> Problem:
    """The commonest slip of all, and its double: a colon in a sentence, or a key that is indented too far."""
    line = _line(text, at[0])
    key = line[: at[1] - 1].strip().removeprefix("- ")
    if _WORD.match(key):
        remedy = "Begin it under the first letter of the keys it belongs with; if it is part of the text above, put that whole text in double quotes."
        return fault(Code.COLON, name, at, f"'{key}' does not line up with the line above it.", remedy)
    if any(mark in line for mark in "“”„"):
        return fault(
            Code.COLON,
            name,
            at,
            "This colon is inside a text that is not quoted.",
            'Curly quotes do not count: put the whole text in straight ones, "like this".',
        )
    first, _, rest = line.strip().partition(": ")
    if 0 < len(rest) <= 60 and not rest.endswith(":") and '"' not in rest and not rest.startswith(("'", "[", "{")):
        return fault(
            Code.COLON,
            name,
            at,
            "This colon is inside a text that is not quoted.",
            f'Put the whole text in double quotes: {shown(first)}: "{shown(rest, 60)}".',
        )
    return fault(Code.COLON, name, at, "This colon is inside a text that is not quoted.")


def _at(mark: yaml.Mark) -> tuple[int, int]:
    return mark.line + 1, mark.column + 1


def _line(text: str, number: int) -> str:
    lines = text.split("\n", number)
    return lines[number - 1] if number <= len(lines) else ""


def _character(text: str, at: tuple[int, int]) -> str:
    return _line(text, at[0])[at[1] - 1 : at[1]] or "?"


def _goes_on(text: str, at: tuple[int, int]) -> str:
    """What was closed just before this place, ``quote`` or ``bracket``; nothing where it was something else."""
    before = _line(text, at[0])[: at[1] - 1].rstrip()
    return "quote" if before.endswith(("'", '"')) else "bracket" if before.endswith(("]", "}")) else ""
