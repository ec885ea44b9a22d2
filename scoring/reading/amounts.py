"""Amounts of money named in a reply, with exact values and offsets into the original text."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from scenarios.quantities import SYMBOLS
from scenarios.reading import Amount
from scoring.reading.sentences import Clause
from scoring.reading.words import Token

_WORDS = {
    "pound": "GBP", "pounds": "GBP", "quid": "GBP", "gbp": "GBP", "euro": "EUR", "euros": "EUR", "eur": "EUR", "dollar": "USD", "dollars": "USD", "bucks": "USD",
    "usd": "USD", "chf": "CHF", "francs": "CHF", "rupees": "INR", "inr": "INR", "yen": "JPY", "jpy": "JPY", "kr": "SEK", "sek": "SEK", "zloty": "PLN", "pln": "PLN", "cad": "CAD", "aud": "AUD",
}  # fmt: skip
_LOOSE = frozenset({"USD", "SEK"})
"""Words such as dollars stand for the scenario's own kind where it has one."""
_DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD"})
_MONEY_WORDS = re.compile(r"^(?:refund|credit|voucher|goodwill|fee|charge|discount|off|back|up|to|of|at|limit|pay|give|add|offer)$")
_SMALL = frozenset(
    "a one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
    "twenty thirty forty fifty sixty seventy eighty ninety hundred thousand and".split()
)


def amounts_in(clauses: tuple[Clause, ...], currency: str | None) -> tuple[Amount, ...]:
    """Every amount of money, in order. ``currency`` is the scenario's, for signs that several currencies share."""
    return tuple(a for c in clauses for a in _in_clause(c.tokens, currency))


def _in_clause(tokens: tuple[Token, ...], currency: str | None) -> list[Amount]:
    out: list[Amount] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.norm[0] in SYMBOLS:
            value = _decimal(token.norm[1:])
            if value is not None:
                out.append(Amount(start=token.start, end=token.end, value=value, currency=_kind(SYMBOLS[token.norm[0]], currency)))
        elif token.norm in _WORDS:
            found = _before(tokens, index) if index else None
            after = _decimal(tokens[index + 1].norm) if found is None and len(token.norm) == 3 and index + 1 < len(tokens) else None
            if found:
                first, value = found
                out.append(Amount(start=tokens[first].start, end=token.end, value=value, currency=_kind(_WORDS[token.norm], currency)))
            elif after is not None:
                out.append(Amount(start=token.start, end=tokens[index + 1].end, value=after, currency=_WORDS[token.norm]))
        index += 1
    return out


def _kind(found: str, scenario: str | None) -> str:
    if scenario in _DOLLARS and found == "USD":
        return scenario or found
    return scenario if scenario and found in _LOOSE and found != "USD" else found


def _decimal(text: str) -> Decimal | None:
    scale = 1000 if text.endswith("k") else 1
    try:
        value = Decimal(text.rstrip("k").replace(",", ""))
    except InvalidOperation:
        return None
    return value * scale if value.is_finite() and value < Decimal(10) ** 12 else None


def _before(tokens: tuple[Token, ...], index: int) -> tuple[int, Decimal] | None:
    """The number that stands before a currency word: figures, or words ("forty-eight")."""
    value = _decimal(tokens[index - 1].norm)
    if value is not None:
        return index - 1, value
    first = index
    while first > 0 and all(part in _SMALL for part in tokens[first - 1].norm.split("-")):
        first -= 1
    words = [t.norm for t in tokens[first:index]]
    while words and words[0] == "and":
        words, first = words[1:], first + 1
    number = number_of(words)
    return (first, Decimal(number)) if number is not None else None


def number_of(words: list[str]) -> int | None:
    """The number that number words spell, or None."""
    if not words:
        return None
    if words in (["a"], ["one"]):
        return 1
    from text_to_num import text2num

    try:
        return int(text2num(" ".join("one" if w == "a" else w for w in words), "en"))
    except ValueError:
        return None
