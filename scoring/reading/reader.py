"""The rule reader: one reply and its context in, one Reading out. Deterministic, offline, bounded in time."""

from __future__ import annotations

from scenarios.reading import ActSpan, Oddity, Reading
from scoring.reading.judge import judge
from scoring.reading.oddity import oddity_of
from scoring.reading.protocol import Context
from scoring.reading.scene import scene_of
from scoring.reading.sentences import clauses_of


class RuleReader:
    """Reads by structural cues and, with a scenario, by meaning against its card."""

    @property
    def version(self) -> str:
        return "rules-1"

    def read(self, text: str, context: Context) -> Reading:
        odd = oddity_of(text)
        words = sum(1 for w in text.split())
        if odd is not None and odd is not Oddity.TOO_LONG:
            return Reading(reader=self.version, words=words, oddity=odd)
        clauses = tuple(clauses_of(text))
        scene = scene_of(context.customer, context.heard, clauses)
        acts = [ActSpan(start=f.start, end=f.end, act=f.act, confidence=round(f.sure, 2)) for f in judge(clauses, scene)]
        return Reading(reader=self.version, words=words, oddity=odd, acts=tuple(acts))
