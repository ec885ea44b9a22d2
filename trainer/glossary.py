"""What the program's own terms mean, and which of them stand in what somebody has before them. The one place both views ask.

A word that is an everyday word too counts only where it stands by itself, and nothing counts in what somebody says in the call: "the
firm's faults" is not the mark "firm", and a customer's "are you sure" no score. Terms and sentences are data (``glossary.yaml``); what a skill is stands with the skills.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

HEAD = "What the words here mean"
ENTRY = 3
"""Words of an entry at most; what has longer ones is a sentence."""
_QUOTED = re.compile(r"“[^”]*”|(?<=: )'.*?'(?=[.\n]|$)")
_SPOKEN = re.compile(
    r"^ *(?:\d+\. )?(?:Customer \(|You(?: wrote| could say \w+)?:|Desk\b|Record:|Policy:|Business:|Scenario:|What happened next:|[^:\n]{1,60} (?:afterwards|would answer):).*",
    re.MULTILINE,
)
"""Lines of the plain view that bear what somebody says, or what stands in a scenario."""
_APART = re.compile(r"\s{2,}|\t|[·|▮▯▁-█]+|(?<=In your reply \d): ", re.IGNORECASE)
NONE = "No word here is meant in a special way, so there is none to explain."


@dataclass(frozen=True, kw_only=True)
class Term:
    """One term, and the forms under which it is met."""

    term: str
    means: str
    """one short sentence"""
    forms: tuple[str, ...]
    """what is met anywhere, the term itself among them where it is no everyday word; case is of no account"""
    alone: tuple[str, ...] = ()
    """what is met only by itself"""
    plain: tuple[str, ...] = ()
    """phrases of plain English in which a form is no term"""

    @property
    def told(self) -> str:
        """``Bare no: a refusal without a reason …``"""
        return f"{self.term[:1].upper()}{self.term[1:]}: {self.means}"


@cache
def glossary() -> tuple[Term, ...]:
    """Every term; the titles of the skills last."""
    import yaml

    from scenarios.skills import SKILLS

    entries = yaml.safe_load(files("trainer").joinpath("glossary.yaml").read_text(encoding="utf-8"))
    return (*map(_written, entries), *(Term(term=skill.title, means=skill.about, forms=(skill.title,)) for skill in SKILLS))


def _written(entry: dict[str, Any]) -> Term:
    alone = tuple(entry.get("alone", ()))
    forms = tuple(form for form in (entry["term"], *entry.get("also", ())) if form not in alone)
    return Term(term=entry["term"], means=entry["means"], forms=forms, alone=alone, plain=tuple(entry.get("plain", ())))


def terms_in(text: str) -> tuple[Term, ...]:
    """The terms that stand in a text, in the order they are met there."""
    lines = _QUOTED.sub(" … ", _SPOKEN.sub("", text)).lower().splitlines()
    low = " ".join(" ".join(lines).split())
    cells = [cell for line in lines for cell in _cells(line)]
    met: list[tuple[int, Term]] = []
    for term in glossary():
        places = [found.start()] if term.forms and (found := _pattern(term).search(low)) else []
        places += [max(low.find(cell), 0) for cell in term.alone if cell in cells]
        met += [(min(places), term)] if places else []
    return tuple(term for _, term in sorted(met, key=lambda one: one[0]))


def _cells(line: str) -> Iterator[str]:
    """What stands by itself in a line: all of it, a label, a cell of a table, an entry of a list of a few words each."""
    for part in _APART.split(line):
        yield _bare(part)
        yield _bare(part.partition(":")[0])
        entries = re.split("[,;.:]", part)
        if all(len(entry.split()) <= ENTRY for entry in entries):
            yield from map(_bare, entries)


def _bare(cell: str) -> str:
    return " ".join(re.sub(r"[^a-z' -]", " ", cell).split()).strip("- '")


def meanings(text: str, otherwise: str) -> Iterator[str]:
    """A line for each term of a text; one that says so where there is none, with what can be done ``otherwise``."""
    found = terms_in(text)
    yield from (term.told for term in found)
    if not found:
        yield f"{NONE} {otherwise}"


@cache
def _pattern(term: Term) -> re.Pattern[str]:
    ways = "|".join(re.escape(form.lower()) for form in sorted(term.forms, key=len, reverse=True))
    plain = "".join(rf"(?!{re.escape(phrase.lower())}(?!\w))" for phrase in term.plain)
    return re.compile(rf"(?<!\w){plain}(?:{ways})(?!\w)")
