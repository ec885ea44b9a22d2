"""Who is named in a letter: the people in it, the firms, what may be a name and may be none, and numbers and addresses that lead to somebody.

People are known by how they sign or give their name, or by the title before it; firms by a word for their trade in their name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scenarios.quantities import MONTHS, WEEKDAYS
from trainer.authoring.letter.details import PRIVATE
from trainer.given_names import introduced

TITLES = frozenset("mr mrs ms miss mx dr prof rev sir dame".split())
KINDS = frozenset(
    "ltd limited plc llp inc gmbh group co company & and of the council bank airline airlines airways air hotel hotels inn housing association trust insurance energy electric "
    "electricity gas water power telecom mobile broadband internet travel tours holidays rail railway trains bus buses coaches taxis cabs minicabs ferries store stores shop shops supermarket "
    "foods kitchen kitchens bakery bakeries cafe cafes restaurant restaurants garage garages motors cars cycles clinic surgery hospital dental pharmacy school college university library gym fitness "
    "services service solutions customer team department lettings estates property properties homes furniture boats kennels deliveries delivery couriers parcels post "
    "storage self-storage laundry cleaners removals plumbing heating roofing builders windows flooring carpets opticians vets grooming catering salon".split()
)
"""Words that say what kind of firm it is; they stay."""


def is_kind(word: str) -> bool:
    """Whether a word of a name says what kind of firm it is, in either number: nobody's own."""
    low = word.lower()
    return bool({low, low.removesuffix("s"), low.removesuffix("es"), f"{low}s", f"{low}es"} & KINDS)


_SMALL = frozenset("& and of the customer team department service services post company co group".split())
"""Those that stand behind words that name no firm as well: alone they make none of what stands before them."""
_NO_FIRMS = frozenset(
    "the a an my our your this that dear re i we you it to from at in on and but so for with no not when then new old local last next every each customer".split()
)
_WORD = r"[A-Z][\w'’-]*"
_FIRM = re.compile(
    rf"\b(?P<own>{_WORD}(?: (?:& |and )?{_WORD}){{0,2}}?) (?P<kind>(?:{'|'.join(sorted(kind.title() for kind in KINDS if kind[0].isalpha()))})(?: {_WORD})?)(?![\w'’-])"
)
_TITLED = re.compile(rf"\b(?:{'|'.join(title.title() for title in sorted(TITLES))})\.? (?P<name>{_WORD}(?: {_WORD})?)")
_STREET = re.compile(rf"\b(?:\d+[a-z]?,? )?{_WORD}(?: {_WORD})? (?:Road|Rd|Street|St|Lane|Ln|Close|Avenue|Ave|Drive|Crescent|Terrace|Grove)\b(?! ?['’])")
_MOCK = {"phone": "01632 960999", "email": "name@example.org", "postcode": "ZZ9 9ZZ"}
"""Stands for what leads to somebody: a number kept free for plays, a host kept free for examples, a postcode nobody has."""
_CALENDAR = frozenset({*MONTHS, *WEEKDAYS, *(month[:3] for month in MONTHS), *"mon tue tues wed weds thu thur thurs fri sat sun christmas easter".split()})
_PUBLIC = frozenset(
    "english british god ok trading standards ombudsman citizens advice facebook google whatsapp instagram twitter tripadvisor trustpilot high street".split()
)
"""Names that lead to nobody of the letter."""


def people_in(text: str) -> tuple[str, ...]:
    """The names by which the writer gives themselves in the letter's own sentences, and those that stand behind a title."""
    return tuple(dict.fromkeys((*introduced(text), *(found["name"] for found in _TITLED.finditer(text)))))


def firms_in(text: str) -> tuple[str, ...]:
    """Names that end on a word for a trade, written large: ``SafeNest Storage``, ``Hollin & Sons Heating Ltd``."""
    return tuple(dict.fromkeys(_firms(text)))


def _firms(text: str) -> Iterator[str]:
    for found in _FIRM.finditer(text):
        kinds = [word for word in found["kind"].split() if word.lower() in KINDS]
        own = found["own"].split()
        while own and own[0].lower() in _NO_FIRMS:
            own = own[1:]
        told = " ".join((*own, *kinds))
        if (
            own
            and kinds
            and not {word.lower() for word in kinds} <= _SMALL
            and not {word.lower() for word in own} & (KINDS - {"&", "and"} | _CALENDAR)
            and told in text
        ):
            yield told


def without_private(text: str) -> str:
    """The text with mock numbers and addresses in place of those that lead to somebody."""
    for kind, pattern in PRIVATE.items():
        text = pattern.sub(_MOCK[kind], text)
    return _STREET.sub(lambda found: f"{'1 ' if found[0][0].isdigit() else ''}High Street", text)


def perhaps_names(sentences: tuple[str, ...], letter: str) -> tuple[str, ...]:
    """Words written large inside a sentence and nowhere small: people, places and firms among them. Only those the ``letter`` itself has, and none that was invented."""
    text = " ".join(sentences)
    small = set(re.findall(r"\b[a-z][\w'’-]+", text))
    real = set(re.findall(r"[\w’-]+", letter))
    inside = (found[0] for one in sentences for found in re.finditer(r"(?<=[\w,;:–-] )[A-Z][a-z]+[\w’-]*", one))
    plain = {*small, *TITLES, *KINDS, *_CALENDAR, *_PUBLIC}
    return tuple(dict.fromkeys(word for word in inside if word in real and word.lower() not in plain and word.rstrip("s").lower() not in plain))
