"""Data the rep asks for: which slot, whether it was known already, and whether the value stands in the question."""

from __future__ import annotations

import re

from scenarios.acts import Act
from scenarios.reading import SlotAsk
from scoring.reading.lexicon import Lexicon
from scoring.reading.meaning import covered
from scoring.reading.stems import content
from scoring.reading.stretches import Stretch
from scoring.reading.words import plain, plain_lines

_SLOTS = {
    "order": re.compile(r"\border (?:number|no|ref\w*|id)\b|\border number\b|\bwhich order\b"),
    "reference": re.compile(r"\b(?:reference|ref|case|booking|ticket|claim|complaint) (?:number|no|ref\w*|id)\b|\b(?:the|your|a) (?:reference|ref)\b"),
    "account": re.compile(r"\baccount (?:number|no|id)\b"),
    "policy": re.compile(r"\bpolicy (?:number|no)\b"),
    "postcode": re.compile(r"\b(?:post ?code|zip(?: code)?)\b"),
    "address": re.compile(r"\b(?:address(?! is wrong))\b"),
    "name": re.compile(r"\b(?:your|full|first|last|sur|the) ?(?:name)\b|\bwho am i (?:speaking|talking|chatting)\b"),
    "phone": re.compile(
        r"\b(?:phone|mobile|contact|telephone|best|call(?:ing)?)(?: \w+)? number\b|\bnumber (?:to (?:ring|call|reach)|ending|still)\b|\bthe best number\b"
    ),
    "email": re.compile(r"\bemail(?: address)?\b"),
    "date-of-birth": re.compile(r"\b(?:date of birth|dob|birth date|birthday)\b"),
    "photo": re.compile(r"\b(?:photo|photograph|picture|pic|screenshot|image)s?\b"),
    "serial": re.compile(r"\b(?:serial|model)(?: number| no)?\b"),
    "card": re.compile(r"\b(?:card number|last four|card ending|last 4)\b"),
}
_ANOTHER = {
    "phone": re.compile(r"^(?!.*\b(?:phone|mobile|telephone|number)\b)"),
    "name": re.compile(r"\b(?:a|any|his|her|their|whose) (?:\w+ )?name\b"),
    "time": re.compile(r"\b(?:last|first|next|this|that|every|each|one|long) time\b"),
}
"""Words by which a question asks for another thing of that name: whether somebody rang, who it was, which time of several."""
_LOOKS = {
    "order": re.compile(r"\border (?:number |no |ref )?(?:is |: )?[a-z]*\d{3,}"),
    "postcode": re.compile(r"\b[a-z]{1,2}\d{1,2}[a-z]? ?\d[a-z]{2}\b"),
    "email": re.compile(r"\w@\w"),
    "phone": re.compile(r"\b0\d{9,10}\b|\b0\d{3,4} \d{5,6}\b"),
    "reference": re.compile(r"\b(?:ref|reference|booking|case) (?:number |no )?(?:is |: )?[a-z]*\d{3,}"),
}
"""What a customer writes that is the thing itself."""
_SHOWN_THEM = re.compile(
    r"\b(?:have|has|did|were|was) (?:you|he|she|they)(?: \w+)? (?:seen|see|read|been (?:shown|sent|given|told)|shown|sent|had (?:a look|sight))\b"
)
"""Asks whether the thing ever reached somebody, not for the thing."""
_NO_DATUM = frozenset({"open", "check", "tried", "told", "unknown"})
"""Kinds of question that a scenario may hold an answer to and that ask for no datum."""
_ALSO = {
    "dob": "date-of-birth",
    "order-number": "order",
    "number": "phone",
    "phone-number": "phone",
    "mobile": "phone",
    "ref": "reference",
    "booking": "reference",
    "zip": "postcode",
}


def slots_in(stretches: tuple[Stretch, ...], lexicon: Lexicon | None, heard: tuple[str, ...], asked: tuple[SlotAsk, ...] = ()) -> tuple[SlotAsk, ...]:
    """Every datum asked for, once. Without a scenario, one of the everyday ones by name. Words that ask what is in ``asked`` ask no other datum."""
    out = {slot.slot: slot for slot in asked}
    told = plain_lines("\n".join(heard)[-8000:])
    others = (s for s in stretches if not any(s.start < slot.end and slot.start < s.end for slot in asked))
    for stretch in (s for s in others if not _SHOWN_THEM.search(s.said.text)):
        asks = stretch.question or stretch.act is Act.ASK_CLOSED
        if (asks and stretch.act in (Act.ASK_CLOSED, Act.CHECK_UNDERSTANDING, Act.CONFIRM_CLOSE)) or (
            stretch.question and stretch.act in (Act.BLAME, None) and not stretch.rule.startswith("quiet.")
        ):
            for slot in _asked(stretch, lexicon):
                value = lexicon.scenario.desk.known.get(slot) if lexicon else None
                out.setdefault(
                    slot,
                    SlotAsk(
                        start=stretch.start, end=stretch.end, slot=slot, known=value is not None or _given(slot, told, lexicon), stated=_stated(stretch, value)
                    ),
                )
    return tuple(out.values())


def everyday_in(stretch: Stretch) -> list[str]:
    """The everyday data a stretch names."""
    return [slot for slot, pattern in _SLOTS.items() if pattern.search(stretch.said.text)]


def _asked(stretch: Stretch, lexicon: Lexicon | None) -> list[str]:
    everyday = everyday_in(stretch)
    if lexicon is None:
        return everyday
    names = list(dict.fromkeys([*lexicon.scenario.desk.known, *(s for s in lexicon.scenario.customer.answers if s not in _NO_DATUM)]))
    named = [name for name in names if not (other := _ANOTHER.get(_ALSO.get(name, name))) or not other.search(stretch.said.text)]
    return [name for name in named if _ALSO.get(name, name) in everyday or covered(stretch.said.stems, content(name.replace("-", " "))) >= 0.99] or everyday


def _stated(stretch: Stretch, value: str | None) -> bool:
    if value is None:
        return False
    wanted = plain(value)
    return wanted in stretch.said.text or any(len(w) >= 3 and w in stretch.said.text.split() for w in wanted.split() if any(c.isdigit() for c in w))


def _given(slot: str, told: str, lexicon: Lexicon | None) -> bool:
    """The customer has given it: their answer's words are in what they wrote, or it looks like the thing itself."""
    if lexicon is not None:
        answers = lexicon.scenario.customer.answers.get(slot, ())
        if any(plain(a) in told for a in answers):
            return True
        value = lexicon.scenario.desk.known.get(slot)
        if value and plain(value) in told:
            return True
    pattern = _LOOKS.get(_ALSO.get(slot, slot))
    return bool(pattern and pattern.search(told))
