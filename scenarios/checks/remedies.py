"""What to do about a value of the wrong shape, said with the author's own words in it wherever they can be used."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scenarios.checks.tree import slug
from scenarios.problems import did_you_mean, listed, shown
from scenarios.quantities import parse_duration

_IN_WORDS = re.compile(r"(?P<count>\d{1,6}(?:\.\d\d?)?)\s*(?P<unit>second|sec|minute|min|hour|pound|quid|euro|dollar)s?\.?\Z", re.IGNORECASE)
_SHORT = {"s": "s", "m": "m", "h": "h", "p": " GBP", "q": " GBP", "e": " EUR", "d": " USD"}
"""How each unit is written here, by its first letter."""

_RANGES = {"worth": "from 0 to 1, with a point: 0.5", "level": "from 1 to 4", "minutes": "such as 8"}


def shorter(text: str) -> str:
    """``3 minutes`` and ``30 pounds`` as they are written here; nothing for anything else."""
    found = _IN_WORDS.match(text.strip())
    return found["count"] + _SHORT[found["unit"][0].lower()] if found else ""


def number_remedy(name: str, whole: str, value: object) -> str:
    """A number this key could hold; the very one, where it stands there in another unit."""
    key, text = name.strip("'"), str(value)[:20].strip()
    if key == "worth" and (share := _percent(text)):
        return f"Write it as {share}."
    if key == "minutes" and (seconds := _seconds(text)):
        return f"It is in minutes: write {seconds / 60:g}."
    usual = "such as 4" if whole else "from 0 to 100, such as 60"
    example = _RANGES.get(name.strip("'"), usual)
    return f"Write a plain{whole} number, {example}."


def keys_remedy(keys: Sequence[str]) -> str:
    """What to write where keys belong: those there are, or names of the author's choosing."""
    if not keys:
        return "Write each as its name, a colon and what belongs to it, without dash or brackets, as in 'refund: ...'."
    return f"Write it as {{key: value}}; the keys possible are {listed(keys, 30)}."


def _percent(text: str) -> str:
    """``80%`` as a share of 1; nothing for anything else."""
    found = re.fullmatch(r"(\d{1,3})\s*(?:%|per ?cent|percent)", text)
    return f"{int(found[1]) / 100:g}" if found and int(found[1]) <= 100 else ""


def _seconds(text: str) -> int:
    try:
        return parse_duration(shorter(text) or text)
    except ValueError:
        return 0


def key_slip(key: str) -> str | None:
    """What was meant by a key without a value: half of a number, half of a sentence, or a key and its value in one."""
    if key.isdigit() and len(key) <= 2:
        return f"Write a number with a point: 0.{shown(key)}."
    if re.fullmatch(r"\d{3}(\.\d\d)?( [A-Z]{3})?", key):
        return "If it is part of an amount with a comma, put the whole amount in double quotes, or write it without the comma."
    head, colon, value = key.partition(":")
    if colon and value and " " not in head:
        return f"Put a space after the colon: {shown(head)}: {shown(value)}."
    return "If it is part of a sentence with a comma in it, put the whole sentence in double quotes." if " " in key else None


def text_remedy(value: object) -> str | None:
    """A sentence with a colon in it, left unquoted, reads as a key with a value: the commonest slip of all."""
    if isinstance(value, dict) and len(value) == 1:
        (key, rest), *_ = value.items()
        if isinstance(rest, str):
            return f'If this is one sentence, put it in double quotes: "{shown(key)}: {shown(rest)}".'
    return None


def id_remedy(text: str) -> str:
    """The text as an id, where anything of it can stay."""
    better = slug(text)
    return f"Use small letters, digits and hyphens: {better}." if better else "Use small letters, digits and hyphens, such as missing-parcel."


def choose(word: str, choices: Sequence[str]) -> str:
    """The choice most likely meant, and all there are."""
    near = did_you_mean(word, choices)
    return f"Did you mean '{near}'? The choices are {listed(choices, 40)}." if near else f"The choices are {listed(choices, 40)}."
