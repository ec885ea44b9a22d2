"""``coolhead explain``: what a problem code means, with a bad and a good example."""

from __future__ import annotations

from scenarios.problem_pages import code_named, codes_near, page, pages
from trainer.authoring.problem_guide import guide, page_text, sort_of
from trainer.errors import Exit, UsageError, say
from trainer.subcommands.output import emit, tell
from trainer.text import safe_line
from trainer.words import count


def explain_code(word: str, *, as_json: bool, markdown: bool) -> int:
    """Print the page of one code, or the list of all. Raises UsageError for a code there is not."""
    if markdown:
        if word or as_json:
            raise UsageError("--markdown prints every page, and takes neither a code nor --json.")
        print(guide(), end="")
    elif word:
        _one(word, as_json=as_json)
    elif as_json:
        emit([one.as_dict() for one in pages()])
    else:
        for one in pages():
            tell(f"{one.code}: {one.title}{' (warning)' if sort_of(one) == 'warning' else ''}")
        say(f"{count(len(pages()), 'code')}. Read about one with: coolhead explain {pages()[0].code}")
    return Exit.DONE


def _one(word: str, *, as_json: bool) -> None:
    code = code_named(word)
    if code is None:
        near = ", ".join(f"{code} ({page(code).title})" for code in codes_near(word))
        remedy = f"Did you mean {near}?" if near else "See them all with: coolhead explain"
        raise UsageError(f"There is no problem code '{safe_line(word, 40)}'.", remedy)
    if as_json:
        emit(page(code).as_dict())
        return
    for line in page_text(page(code)):
        tell(line)
