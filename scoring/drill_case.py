"""Whether a stretch of a reply has something of this very case: of what the customer said, or of the card.

Words are held against words in their stems, and sentences against sentences by the reader's own model of meaning where it is
there, so that giving something back in other words counts. A line that would do for the next customer as well has neither.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from scenarios.drills import Drill, drills_at_hand
from scenarios.exchange import Speaker
from scenarios.reading import Part
from scoring.drill_ear import Ear
from scoring.drill_plain import figures_in
from scoring.drill_rules import Of
from scoring.reading import shared_encoder
from scoring.reading.affirming import last_question
from scoring.reading.answers import YES_OR_NO
from scoring.reading.sentences import clauses_of
from scoring.reading.stems import content, numbers_in, specific
from scoring.reading.touches import lifted
from scoring.reading.units import units_of
from scoring.reading.words import plain

NEAR = 0.4
"""Cosine from which two sentences speak of the same thing."""
AROUND = 4
"""Words and figures of the case in a reply from which all of it is plainly about the case."""
_LACKING = re.compile(
    r"(?:still )?(?:not|never|nobody|nothing)\b[\w ]{0,24}(?:known?|record|notes?|survey|asked|said|file|sheet|form|told)\b|unknown\b|missing\b|to ask\b",
    re.IGNORECASE,
)
"""How a line of a card begins that says what the rep does not have yet."""
LACKED = 0.4
"""Cosine to such a line from which a question is about what it says."""
_WHAT = re.compile(r"\b(?:what|where|who|why|which|how)\b(?! (?:(?:day|date|time|soon|long|many|much)\b|(?:are|is) (?:you|i)\b))")
_EITHER = re.compile(r"(\w+) or (?:(?:the|a|on|at|in|for) )*(\w+)")
OWN, PART, MUCH = 2, 0.15, 0.25
"""Words that a reply shares with this case and few others, and the share of its telling words that are of the case, from which it is
about it; with one such word the share must be larger."""
TYPED, MOSTLY = 6, 0.5
"""Words of a sentence from which being lifted is no chance, and the share of such sentences that makes a reply the card read out."""
COMMON = 12
"""Shipped drills a word may stand in and still belong to a case."""
BACKED = 3
"""Words and figures of the card in a stretch from which the card, where nothing contradicts it, stands behind it."""
_OF_ME, _OF_YOU = re.compile(r"\b(?:i|we)\b"), re.compile(r"\byou\b")
LIFTED = 0.8
"""Share of a stretch's words lifted from the customer's own line from which it is an echo."""


@dataclass(frozen=True)
class Matter:
    """What one side knows of the case."""

    lines: tuple[str, ...]

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        return tuple(line[a:b] for line in self.lines for a, b in units_of(line, clauses_of(line)))

    @cached_property
    def stems(self) -> frozenset[str]:
        return specific(_stems(self.lines))

    @cached_property
    def figures(self) -> frozenset[str]:
        return frozenset().union(*(numbers_in(plain(line)) for line in self.lines))

    def words_of(self, text: str, *, spelt: bool = False) -> int:
        """How many words and figures of a text belong to it; with ``spelt`` also figures in words."""
        said = plain(text)
        return len(specific(content(said)) & self.stems) + len((figures_in(said) if spelt else numbers_in(said)) & self.figures)


@dataclass(frozen=True)
class Case:
    """A drill as a reply is held against it."""

    drill: Drill
    customer: Matter = field(init=False)
    card: Matter = field(init=False)

    def __post_init__(self) -> None:
        heard = tuple(words for who, words in self.drill.earlier if who is Speaker.CUSTOMER)
        object.__setattr__(self, "customer", Matter((*heard, self.drill.says)))
        object.__setattr__(self, "card", Matter(self.drill.card))

    def about(self, text: str) -> bool:
        """Whether a reply is about this case at all: it has words of it that the next customer's has not."""
        own = plain(" ".join(text[a:b] for a, b in units_of(text, clauses_of(text)) if not self._typed_out(text[a:b])))
        said, case = specific(content(own)), self.card.stems | self.customer.stems
        figures = sum(len(figure) > 1 for figure in numbers_in(own) & (self.card.figures | self.customer.figures))
        rare = len(said & case - everyday()) + figures
        share = (len(said & case) + figures) / max(1, len(said))
        return (rare >= OWN and share >= PART) or (rare > 0 and share >= MUCH)

    def _typed_out(self, sentence: str) -> bool:
        return len(sentence.split()) >= TYPED and self._lifted(sentence)

    def _lifted(self, words: str) -> bool:
        """Whether these are the card's words; where it says "you" and they say "I", the rep owns up to them and reads nothing out."""
        said = plain(words)
        if _OF_ME.search(said) and not _OF_YOU.search(said):
            return lifted(said, tuple(line for line in self.card.lines if not _OF_YOU.search(plain(line)))) > LIFTED
        return lifted(said, self.card.lines) > LIFTED

    def has(self, text: str, part: Part, of: Of, ear: Ear) -> bool:
        """Whether the words of this stretch have something of the case; a short one may lean on what stands around it."""
        if of is Of.ANY:
            return True
        words = text[part.start : part.end]
        sides = {Of.CUSTOMER: (self.customer,), Of.CARD: (self.card,), Of.CASE: (self.customer, self.card)}[of]
        if any(side.words_of(words) for side in sides) or any(ear.likeness(ear.sentence_at(part.start), side.sentences) >= NEAR for side in sides):
            return True
        return of is not Of.CUSTOMER and sum(side.words_of(text) for side in sides) >= AROUND

    @cached_property
    def _lacking(self) -> tuple[str, ...]:
        return tuple(line for line in self.card.sentences if _LACKING.match(line))

    def words_of(self, text: str) -> int:
        """How many words and figures of a text belong to the case, whoever said them."""
        said = plain(text)
        sides = (self.customer, self.card)
        return len(specific(content(said)) & frozenset[str]().union(*(side.stems for side in sides))) + len(
            numbers_in(said) & frozenset[str]().union(*(side.figures for side in sides))
        )

    def lacks(self, question: str, sentence: int, ear: Ear) -> bool:
        """Whether a question asks for what the card says is not known, or leaves a choice that the card leaves open."""
        if not self._lacking:
            return False
        about = any(Matter((line,)).words_of(question) for line in self._lacking) or ear.likeness(sentence, self._lacking) >= LACKED
        return about or any(self._unsettled(match[1], match[2]) for match in _EITHER.finditer(plain(question)))

    def _unsettled(self, one: str, other: str) -> bool:
        """Whether the card names both and the customer neither."""
        card, said = ({*re.findall(r"\w+", plain(" ".join(side.lines)))} for side in (self.card, self.customer))
        return {one, other} <= card and not {one, other} & said

    def open(self, question: str, sentence: int, ear: Ear) -> bool:
        """Whether a question asks for what was not told; where the card says of nothing that it is not known, any may be asked."""
        if not self._lacking or self.lacks(question, sentence, ear):
            return True
        told = tuple(line for line in (*self.card.sentences, *self.customer.sentences) if line not in self._lacking)
        known = ear.likeness(sentence, told)
        return known < NEAR or ear.likeness(sentence, self._lacking) >= known

    def backs(self, text: str, part: Part) -> bool:
        """Whether the card stands behind these words: they are about what is on it, and name no figure that is not."""
        words = text[part.start : part.end]
        return self.card.words_of(words) >= BACKED and numbers_in(plain(words)) <= self.card.figures | self.customer.figures

    def news_in(self, words: str) -> bool:
        """Whether these words tell something of the card that the customer had not said."""
        said = plain(words)
        mine = specific(content(said)) & self.card.stems - self.customer.stems
        return bool(mine or numbers_in(said) & self.card.figures - self.customer.figures)

    @cached_property
    def asks_what(self) -> bool:
        """Whether the customer's last question wants something told: no yes or no, no time and no figure."""
        asking = [part.strip() for part in last_question(plain(self.drill.says)).split(",") if _WHAT.search(part)]
        return bool(asking) and not YES_OR_NO.search(asking[-1])

    def prepare(self) -> None:
        """Bring what is compared by meaning to mind before it is needed."""
        encoder = shared_encoder()
        if encoder is not None:
            for side in (self.customer, self.card):
                encoder.meanings(side.sentences)

    def read_out(self, text: str) -> bool:
        """Whether the whole of a reply is the card's text, typed out."""
        sentences = [text[a:b] for a, b in units_of(text, clauses_of(text))]
        typed = sum(len(sentence.split()) for sentence in sentences if self._typed_out(sentence))
        return typed >= MOSTLY * max(1, sum(len(sentence.split()) for sentence in sentences)) or self._lifted(text)

    def echoes(self, text: str, part: Part) -> bool:
        """Whether these words are the customer's own, handed back."""
        return lifted(plain(text[part.start : part.end]), self.customer.lines) > LIFTED


@cache
def everyday() -> frozenset[str]:
    """Words that belong to no one case, because too many of the shipped drills have them: days, numbers, what every desk does."""
    counted = Counter(stem for one in drills_at_hand().values() for stem in _stems((one.drill.says, *one.drill.card, *one.drill.before)))
    return frozenset(stem for stem, drills in counted.items() if drills > COMMON)


def _stems(lines: Sequence[str]) -> frozenset[str]:
    return frozenset().union(*(content(plain(line)) for line in lines))
