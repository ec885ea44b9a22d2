"""The forms in which an author writes single values: ids, sentences, levels, money, lengths of time, one sentence or many.

Each says beside how it is read what may be written, so that a schema for editors admits the same short forms as the loader.
"""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, StringConstraints

from scenarios.quantities import Money, parse_duration, parse_money


class Words:
    """Marks a kind of text as words somebody reads, and could translate; other text is structure."""


class Strict(BaseModel):
    """Base of the whole format: frozen, and no key it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, populate_by_name=True, arbitrary_types_allowed=True)


ID = re.compile(r"[a-z0-9][a-z0-9-]{0,59}\Z")
"""What an id looks like."""

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,59}$")]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000), Words()]
Text = Annotated[str, Words()]
"""Words that may be left out, or run over several lines."""
Level = Annotated[float, Field(ge=0, le=100)]
Worth = Annotated[float, Field(ge=0, le=1)]
_LENGTH = Field(
    pattern=r"^\s*(\d+\s*([dDhHsS]|[mM]([iI][nN])?)\s*)+$",
    examples=["90s", "2m", "1h 30m"],
    json_schema_extra={"x-kind": "a length of time", "patternErrorMessage": "Write a length of time as 90s, 2m or 1h 30m."},
)
_AMOUNT = Field(
    pattern=r"^\s*([£€$¥₹]\s*|[A-Z]{3}\s+)?\d[\d,]*(\.\d{1,2})?\s*([A-Z]{3})?\s*$",
    examples=["30 GBP", "11.40 EUR"],
    json_schema_extra={"x-kind": "an amount of money", "patternErrorMessage": "Write an amount of money with its currency, as 30 GBP."},
)
"""For editors alone, and never stricter than the parsers, which have the last word."""

Seconds = Annotated[
    int,
    BeforeValidator(lambda v: parse_duration(v) if isinstance(v, str) else v, json_schema_input_type=Annotated[str, _LENGTH]),
    Field(ge=0, le=7 * 86400),
]
"""A length of time, written ``90s``, ``2m`` or ``1h 30m``; whole seconds inside."""
Cash = Annotated[
    Money,
    BeforeValidator(lambda v: v if isinstance(v, Money) else parse_money(v), json_schema_input_type=Annotated[str, _AMOUNT]),
    PlainSerializer(str, return_type=str),
]


def one_or_many(value: Any) -> Any:
    """A single value as a list of one."""
    return value if isinstance(value, list | tuple) or value is None else (value,)


Lines = Annotated[tuple[Line, ...], BeforeValidator(one_or_many, json_schema_input_type=Line | tuple[Line, ...])]
"""One sentence or a list of them."""

Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Cell = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), Words()]
"""What fills one blank."""
