"""Clauses with the act found in them, made ready to be held against a scenario's card."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from scenarios.acts import HARM, Act
from scenarios.reading import Amount, TimeSpan
from scoring.reading.judge import Found
from scoring.reading.meaning import Phrase, ready
from scoring.reading.reported import reported
from scoring.reading.sentences import Clause

_SUPPOSED = re.compile(
    r"^(?:if|unless|whether|when|once|until)\b|\b(?:whether|you (?:were told|said|say|think|thought|heard|read|believed|saw|mean|asked)|"
    r"(?:he|she|they|it|page|app|tracking|website|text|email|note|letter|system|colleague|system) (?:says?|said|told you|tells you|"
    r"claims?|shows? as|reads?|wrote|put|promised)|i (?:thought|believed|assumed|was told|had hoped)|supposed to|meant to|"
    r"should (?:not )?have|would have|could have|instead of|rather than)\b"
)


_HELPLESS = re.compile(
    r"\b(?:nothing|not (?:a thing|much)|little)(?: (?:else|more|that))* (?:we|i|they|he|she|anyone|anybody|you|one) could (?:\w+ )?have (?:\w+ )?(?:done|changed|helped|stopped|prevented)\b|"
    r"\b(?:as )?far as (?:i|we) can (?:see|tell)\b"
)
"""Shrugs, and supposes nothing of what goes before."""


def without_shrug(words: str) -> str:
    """Mended words without "nothing we could have done" or "far as I can see"."""
    return _HELPLESS.sub(" ", words)


@dataclass(frozen=True)
class Stretch:
    """One clause or whole sentence of the reply, with what it does."""

    said: Phrase
    start: int
    end: int
    act: Act | None
    rule: str
    question: bool
    supposed: bool
    """put as a condition, a belief or somebody else's words: not the rep's own assertion"""
    core: str
    original: str
    pile: bool = False
    """catchwords in a row"""
    amounts: tuple[Amount, ...] = ()
    times: tuple[TimeSpan, ...] = ()
    carried: Phrase | None = None
    """the same with the figures of what its "them" or "all of it" points back to"""

    @property
    def asserts(self) -> bool:
        """The rep says this is so."""
        return not self.question and not self.supposed

    def amount(self, currency: str | None = None) -> Decimal | None:
        """The amount named, if exactly one thing is: the first."""
        return next((a.value for a in self.amounts if currency is None or a.currency in (None, currency)), None)


def stretches_of(
    text: str, clauses: tuple[Clause, ...], found: list[Found], amounts: tuple[Amount, ...], times: tuple[TimeSpan, ...], asked: str = ""
) -> tuple[Stretch, ...]:
    """Every clause, and every sentence of several clauses as a whole, with act, amounts and times."""
    out: list[Stretch] = []
    for clause in clauses:
        act = next((f for f in found if f.start < clause.end and clause.start < f.end), None)
        plain = clause.text.replace("qq", " ")
        own = reported(plain)
        does = Act.STATE_ACTION if own != plain and (act is None or act.act not in HARM) else act.act if act else None
        out.append(
            Stretch(
                ready(own), clause.start, clause.end, does, act.rule if act else "", clause.question, bool(_SUPPOSED.search(without_shrug(clause.core))), reported(clause.core), clause.original, clause.pile,
                tuple(a for a in amounts if clause.start <= a.start < clause.end), tuple(t for t in times if clause.start <= t.start < clause.end),
            )
        )  # fmt: skip
    out = [replace(one, carried=_carried(one, out[:place], asked)) for place, one in enumerate(out)]
    return tuple(out) + tuple(_sentences(text, clauses, out))


_BACK = re.compile(
    r"\b(?:(?:every (?:one|single one|last one)|all|each|both|the rest|the whole lot|lots?|some|most) of (?:them|it|those|these)|the (?:whole )?lot|them all|they all|"
    r"it all|they|them|yours|the full (?:set|order|amount|number)|every single one)\b"
)


def _carried(one: Stretch, before: list[Stretch], asked: str) -> Phrase | None:
    """Figures a pronoun stands for: from the nearest clause before that names any, or else from what the customer asked."""
    if one.said.numbers or not _BACK.search(one.said.text):
        return None
    named = next((b.said.numbers for b in reversed(before) if b.said.numbers), None) or ready(asked).numbers
    return ready(f"{one.said.text} {' '.join(sorted(named))}") if named else None


def _sentences(text: str, clauses: tuple[Clause, ...], parts: list[Stretch]) -> list[Stretch]:
    whole: list[Stretch] = []
    for number in sorted({c.sentence for c in clauses}):
        mine = [p for c, p in zip(clauses, parts, strict=True) if c.sentence == number]
        if len(mine) > 1:
            acting = next((p for p in mine if p.act is not None), mine[0])
            whole.append(
                replace(
                    acting,
                    said=ready(reported(" ".join(p.said.text for p in mine))),
                    start=mine[0].start,
                    end=mine[-1].end,
                    question=mine[-1].question,
                    supposed=mine[0].supposed,
                    carried=None,
                    pile=any(p.pile for p in mine),
                    original=text[mine[0].start : mine[-1].end],
                    amounts=tuple(a for p in mine for a in p.amounts),
                    times=tuple(t for p in mine for t in p.times),
                )
            )
    return whole
