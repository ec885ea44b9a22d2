"""What surrounds a clause when it is judged: the customer's words, whether something was asked, what is case-specific.

Built once a reply from the context alone, so that rules stay one-liners.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from scoring.reading.sentences import Clause, clauses_of
from scoring.reading.stems import content, numbers_in, specific
from scoring.reading.words import plain, plain_lines

_CAPITAL = re.compile(r"^[A-ZÀ-Þ][\w'’-]+$")
_COMMON_CAPITALS = frozenset("i ok hi hello dear mr mrs ms miss dr sir madam thanks thank sorry please yes no".split())
_REQUEST = re.compile(
    r"\b(?:i want|i need|i would like|tell me|give me|show me|explain|answer|i asked|i am asking|just (?:tell|say|answer)|please|"
    r"can someone|i expect|i demand)\b"
)
_TELL = re.compile(r"\b(?:tell|show) (?:me|us)\b|\bexplain\b|\banswer\b|\bi (?:have )?asked\b|\bi am asking\b|\b(?:want|need|like) to know\b|\byes or no\b")


@dataclass(frozen=True)
class Scene:
    """The surroundings of one reply."""

    customer: str
    """mended words of the customer turn answered"""
    heard: str
    """mended words of every customer turn so far"""
    reply: tuple[Clause, ...]
    lately: tuple[str, ...] = ()
    """the last customer turns as they were written"""
    record: frozenset[str] = frozenset()
    """specific stems of the scenario's record, facts and concerns"""

    @cached_property
    def heard_stems(self) -> frozenset[str]:
        return specific(content(self.heard))

    @cached_property
    def heard_numbers(self) -> frozenset[str]:
        return numbers_in(self.heard)

    @cached_property
    def asked(self) -> bool:
        """The customer put a question or a plain request."""
        return any(c.question for c in clauses_of(self.customer)) or "?" in self.customer or bool(_REQUEST.search(self.customer))

    @cached_property
    def questioned(self) -> bool:
        """The customer put a question."""
        return "?" in self.customer or any(c.question for c in clauses_of(self.customer))

    @cached_property
    def nothing_asked(self) -> bool:
        """Neither this turn of the customer's nor the two before it put a question or bade the rep tell something."""
        return not self.questioned and not _TELL.search(self.customer) and not any("?" in turn for turn in self.lately)

    def shares(self, clause: Clause) -> frozenset[str]:
        """The case-specific words of a clause that the customer used too."""
        return specific(clause.stems) & self.heard_stems

    def is_specific(self, clause: Clause) -> bool:
        """The swap test: whether the clause would not fit an unrelated complaint word for word."""
        own = specific(clause.stems)
        if clause.numbers - {"100", "110", "24", "7"} or has_name(clause):
            return True
        if not self.heard:
            return len(own) >= 2
        return bool(own & (self.heard_stems | self.record)) or len(own) >= 3


def scene_of(customer: str, heard: tuple[str, ...], reply: tuple[Clause, ...], record: frozenset[str] = frozenset()) -> Scene:
    """The scene for one reply; only the last part of very long customer turns is looked at."""
    return Scene(plain(customer[-3000:]), plain_lines("\n".join(heard or (customer,))[-8000:]), reply, heard[-3:], record)


def has_name(clause: Clause) -> bool:
    """A capitalised word inside the sentence: a name of a person, place or product."""
    return any(
        _CAPITAL.match(t.raw) and t.norm not in _COMMON_CAPITALS and not t.raw.isupper()
        for t in clause.tokens[1:]
        if t.norm[0].isalpha() and t.start != clause.tokens[0].start and not t.raw.lower().startswith(("i'", "i’"))
    )
