"""A letter without what leads to those it is about: people and firms get invented names of the same kind, numbers and addresses mock ones, wherever they stand.

A practice call is handed round; whoever once complained did not agree to that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from zlib import crc32

from scenarios.quantities import MONTHS, WEEKDAYS
from trainer.authoring.letter.names import KINDS, TITLES, firms_in, people_in, without_private
from trainer.authoring.letter.text import Letter

_GIVEN = ("Robin", "Alex", "Kim", "Toni", "Sam", "Noor", "Jo", "Sasha")
_FAMILY = ("Hartwell", "Okafor", "Lindgren", "Marlow", "Castellan", "Brandt", "Ferreira", "Whitlock")
_FIRMS = ("Tarrow", "Quillan", "Ostley", "Varrick", "Pendry", "Lomond & Vane")
_PLAIN = frozenset({*MONTHS, *WEEKDAYS, "will", "hope", "grace", "joy", "faith", "rose"})
"""Given names that are words as well: alone they are left where they stand."""


def disguised(letter: Letter) -> Letter:
    """The letter with invented names and mock numbers; as it is where nothing of the kind was found."""
    text = "\n".join((letter.subject, *letter.sentences))
    people = tuple(dict.fromkeys(name for name in (letter.sender, *people_in(text)) if name))
    firms = tuple(dict.fromkeys(name for name in (letter.addressee, *firms_in(text)) if name))
    letter = replace(letter, sender=letter.sender or next(iter(people), ""), addressee=letter.addressee or next(iter(firms), ""))
    pairs: dict[str, str] = {}
    for found in (_person(name, letter, pairs) for name in people), (_firm(name, letter, pairs) for name in firms):
        for some in found:
            for real, invented in some:
                pairs.setdefault(real, invented)
                if len(real) > 3:
                    pairs.setdefault(real.upper(), invented.upper())
    known = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(pairs, key=len, reverse=True)))})(?!\w)") if pairs else None

    def told(text: str) -> str:
        return without_private(known.sub(lambda found: pairs[found[0]], text) if known else text)

    return replace(
        letter,
        whole=told(letter.whole),
        head=told(letter.head),
        addressee=told(letter.addressee),
        subject=told(letter.subject),
        paragraphs=tuple(tuple(map(told, paragraph)) for paragraph in letter.paragraphs),
        sender=told(letter.sender),
    )


def _person(name: str, letter: Letter, taken: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The whole name first, then what of it stands alone. What is a part of a name before keeps what was invented for that."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*\.?", name) if word.rstrip(".").lower() not in (*TITLES, "and")]
    if not words:
        return
    given, family = (_one_of(names, name, letter.whole, taken) for names in (_GIVEN, _FAMILY))
    given, family = taken.get(words[0].rstrip("."), given), taken.get(words[-1].rstrip("."), family)
    titled = name.split()[0].rstrip(".").lower() in TITLES or bool(re.search(rf"\b(?:{'|'.join(TITLES)})\.? {re.escape(name)}\b", letter.whole, re.IGNORECASE))
    if len(words) == 1:
        yield words[0].rstrip("."), family if titled else given
        return
    whole = name.split(maxsplit=1)[1] if name.split()[0].rstrip(".").lower() in TITLES else name
    yield whole, f"{given} {family}"
    yield words[-1].rstrip("."), family
    for word in words[:-1]:
        if len(word.rstrip(".")) > 2 and word.lower() not in _PLAIN:
            yield word.rstrip("."), given


def _firm(name: str, letter: Letter, taken: dict[str, str]) -> Iterator[tuple[str, str]]:
    words = name.split()
    own = [word for word in words if word.strip(".,").lower() not in KINDS]
    if not own:
        return
    invented = taken.get(" ".join(own)) or _one_of(_FIRMS, name, letter.whole, taken)
    at = words.index(own[0])
    kept = [word for word in words if word.strip(".,").lower() in KINDS and word.lower() not in ("and", "&", "of", "the")]
    yield name, " ".join((*(word for word in words[:at] if word.lower() == "the"), invented, *kept))
    if len(own) == 1 or words[at : at + len(own)] == own:
        yield " ".join(own), invented


def _one_of(names: tuple[str, ...], real: str, text: str, taken: dict[str, str]) -> str:
    """The same name for the same letter, and none that stands in it or was given to another."""
    start = crc32(real.encode()) % len(names)
    used = f"{text} {' '.join(taken.values())}"
    return next((name for name in (*names[start:], *names[:start]) if name not in used), names[start])
