"""What the program's own terms mean, and which of them stand in what somebody has before them. The one place both views ask.

Terms and sentences are data (``glossary.yaml``); what a skill is stands with the skills.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

HEAD = "What the words here mean"
NONE = "There is no term here that needs a word more."


@dataclass(frozen=True, kw_only=True)
class Term:
    """One term, and the forms under which it is met."""

    term: str
    means: str
    """one short sentence"""
    forms: tuple[str, ...]
    """the term itself among them, unless it is plain English too; case is of no account"""
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
    written = (
        Term(term=one["term"], means=one["means"], forms=tuple(one.get("met", (one["term"], *one.get("also", ())))), plain=tuple(one.get("plain", ())))
        for one in entries
    )
    return (*written, *(Term(term=skill.title, means=skill.about, forms=(skill.title,)) for skill in SKILLS))


def terms_in(text: str) -> tuple[Term, ...]:
    """The terms that stand in a text, in the order they are met there."""
    low = " ".join(text.lower().split())
    met = ((found.start(), term) for term in glossary() if (found := _pattern(term).search(low)))
    return tuple(term for _, term in sorted(met, key=lambda one: one[0]))


def meanings(text: str) -> Iterator[str]:
    """A line for each term of a text; one that says so where there is none."""
    found = terms_in(text)
    yield from (term.told for term in found)
    if not found:
        yield NONE


@cache
def _pattern(term: Term) -> re.Pattern[str]:
    ways = "|".join(re.escape(form.lower()) for form in sorted(term.forms, key=len, reverse=True))
    plain = "".join(rf"(?!{re.escape(phrase.lower())}(?!\w))" for phrase in term.plain)
    return re.compile(rf"(?<!\w){plain}(?:{ways})(?!\w)")
