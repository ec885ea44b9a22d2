"""The pages of the problem codes in words: one for the terminal, and all of them as the guide ``docs/problems.md``."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.problem_pages import Kind, Page, pages
from scenarios.problems import CODES, Severity
from trainer.text import safe_text

MARK = "<-- here"

_CALLED = {
    Kind.SCENARIO: "",
    Kind.PLAY: "",
    Kind.WHOLE: ", a whole file",
    Kind.NAME: ", the name of a file",
    Kind.STRINGS: ", in wrong-kettle.fr.yaml",
    Kind.TRANSCRIPT: ", in a transcript",
    Kind.FOLDER: ", the files in wrong-kettle.golden",
    Kind.EXPECTED: ", in expected.yaml",
    Kind.REPLIES: ", in wrong-kettle.golden/model.txt",
    Kind.RUBRIC: ", in a rubric of your own",
}

_FAMILIES = (
    ("CH001", "The file"),
    ("CH020", "Single values"),
    ("CH040", "Names that refer to something"),
    ("CH050", "What nobody can have meant"),
    ("CH072", "Variants, incidents, call-backs and translations"),
    ("CH080", "Transcripts"),
    ("CH100", "What shows only in play"),
    ("CH120", "More of what nobody can have meant"),
    ("CH130", "A rubric of your own"),
)

_OPENING = """\
# What the problem codes mean

Made by `coolhead explain --markdown`; do not change it by hand. One page in the terminal: `coolhead explain CH054`.
A fault keeps a file from being played, a warning does not. The examples are lines of one small scenario, a kettle that was packed wrongly.
"""


def page_text(page: Page) -> Iterator[str]:
    """The page, line by line, for a terminal."""
    info, kind = CODES[page.code], _CALLED[page.example.of]
    yield f"{page.code}: {info.title} ({sort_of(page)})"
    yield ""
    yield from _said(page)
    yield ""
    yield f"Wrong{kind}:"
    yield from (f"    {_safe(line)}".rstrip() for line in _bad(page))
    if page.again:
        yield f"    ({_safe(page.again)})"
    yield ""
    yield f"Right{kind}:"
    yield from (f"    {_safe(line)}".rstrip() for line in _good(page))
    yield ""
    yield f"What to do: {info.remedy}"


def guide() -> str:
    """Every page, as Markdown."""
    lines, families = [_OPENING], dict(_FAMILIES)
    for page in pages():
        info, kind = CODES[page.code], _CALLED[page.example.of]
        if page.code in families:
            lines.append(f"## {families[page.code]}\n")
        lines.append(f"### {page.code}: {info.title}\n")
        lines.append(f"A {sort_of(page)}. {' '.join(_said(page))}\n")
        lines.append(f"Wrong{kind}:\n\n```text\n" + "\n".join(map(_safe, _bad(page))) + "\n```\n")
        if page.again:
            lines.append(f"{_safe(page.again)}\n")
        lines.append(f"Right{kind}:\n\n```text\n" + "\n".join(map(_safe, _good(page))) + "\n```\n")
        lines.append(f"What to do: {info.remedy}\n")
    return "\n".join(lines)


def sort_of(page: Page) -> str:
    """Fault or warning, as ``coolhead check`` counts them."""
    return "warning" if CODES[page.code].severity is Severity.WARNING else "fault"


def _said(page: Page) -> Iterator[str]:
    yield CODES[page.code].meaning
    if page.example.why:
        yield page.example.why


def _bad(page: Page) -> Iterator[str]:
    """The bad example with a mark on the line of the fault, where there is more than one."""
    lines = page.bad_lines
    for told, line in lines:
        yield f"{line}   {MARK}" if told and len(lines) > 1 else line


def _good(page: Page) -> list[str]:
    return page.example.good.rstrip("\n").split("\n")


def _safe(line: str) -> str:
    return safe_text(line.replace("\t", "→"))
