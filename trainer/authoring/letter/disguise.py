"""A letter without the names of those it is about: the writer and the firm get invented ones of the same kind, wherever they are named.

A practice call is handed round; whoever once complained did not agree to that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from zlib import crc32

from scenarios.quantities import MONTHS, WEEKDAYS
from trainer.authoring.letter.text import Letter

_GIVEN = ("Robin", "Alex", "Kim", "Toni", "Sam", "Noor", "Jo", "Sasha")
_FAMILY = ("Hartwell", "Okafor", "Lindgren", "Marlow", "Castellan", "Brandt", "Ferreira", "Whitlock")
_FIRMS = ("Tarrow", "Quillan", "Ostley", "Varrick", "Pendry", "Lomond & Vane")
_TITLES = frozenset("mr mrs ms miss mx dr prof rev sir dame".split())
_KINDS = frozenset(
    "ltd limited plc llp inc gmbh group co company & and of the council bank airline airlines airways air hotel hotels inn housing association trust insurance energy electric "
    "electricity gas water power telecom mobile broadband internet travel tours holidays rail railway trains bus coaches ferries store stores shop shops supermarket "
    "foods kitchen kitchens bakery cafe restaurant garage motors cars cycles clinic surgery hospital dental pharmacy school college university library gym fitness "
    "services service solutions customer team department lettings estates property properties homes furniture boats kennels deliveries delivery couriers parcels post".split()
)
"""Words that say what kind of firm it is; they stay."""
_PLAIN = frozenset({*MONTHS, *WEEKDAYS, "will", "hope", "grace", "joy", "faith", "rose"})
"""Given names that are words as well: alone they are left where they stand."""


def disguised(letter: Letter) -> Letter:
    """The letter with invented names; as it is where none were found."""
    pairs = [*_person(letter), *_firm(letter)]
    if not pairs:
        return letter

    def told(text: str) -> str:
        for real, invented in pairs:
            text = re.sub(rf"(?<!\w){re.escape(real)}(?!\w)", invented, text)
            text = re.sub(rf"(?<!\w){re.escape(real.upper())}(?!\w)", invented.upper(), text) if len(real) > 3 else text
        return text

    return replace(
        letter,
        whole=told(letter.whole),
        head=told(letter.head),
        addressee=told(letter.addressee),
        subject=told(letter.subject),
        paragraphs=tuple(tuple(map(told, paragraph)) for paragraph in letter.paragraphs),
        sender=told(letter.sender),
    )


def _person(letter: Letter) -> Iterator[tuple[str, str]]:
    """The whole name first, then what of it stands alone."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*\.?", letter.sender) if word.rstrip(".").lower() not in (*_TITLES, "and")]
    if not words:
        return
    given, family = _one_of(_GIVEN, letter.sender, letter.whole), _one_of(_FAMILY, letter.sender, letter.whole)
    titled = bool(re.match(r"\W*(\w+)", letter.sender)) and letter.sender.split()[0].rstrip(".").lower() in _TITLES
    if len(words) == 1:
        yield words[0].rstrip("."), family if titled else given
        return
    whole = letter.sender.split(maxsplit=1)[1] if titled else letter.sender
    yield whole, f"{given} {family}"
    yield words[-1].rstrip("."), family
    for word in words[:-1]:
        if len(word.rstrip(".")) > 2 and word.lower() not in _PLAIN:
            yield word.rstrip("."), given


def _firm(letter: Letter) -> Iterator[tuple[str, str]]:
    words = letter.addressee.split()
    own = [word for word in words if word.strip(".,").lower() not in _KINDS]
    if not own:
        return
    invented = _one_of(_FIRMS, letter.addressee, letter.whole)
    at = words.index(own[0])
    kept = [word for word in words if word.strip(".,").lower() in _KINDS and word.lower() not in ("and", "&", "of", "the")]
    yield letter.addressee, " ".join((*(word for word in words[:at] if word.lower() == "the"), invented, *kept))
    if len(own) == 1 or words[at : at + len(own)] == own:
        yield " ".join(own), invented


def _one_of(names: tuple[str, ...], real: str, text: str) -> str:
    """The same name for the same letter, and none that stands in it."""
    start = crc32(real.encode()) % len(names)
    return next((name for name in (*names[start:], *names[:start]) if name not in text), names[start])
