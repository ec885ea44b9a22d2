"""A letter's share of the desk: what may be done about it, what is said to be so, and what the record holds.

A letter tells what a customer says, never what is so: facts can only be proposed from what it says the firm did.
"""

from __future__ import annotations

from collections.abc import Container
from datetime import date, datetime

from trainer.authoring.letter import cues, details
from trainer.authoring.letter.spelling import calmed, mended
from trainer.authoring.letter.text import Letter
from trainer.authoring.sketch import WHY, Remedy, Truth
from trainer.authoring.turning import To, can_be_turned, turned
from trainer.words import count

GESTURE = ("I can give you something for the trouble", "I would like to give you something for the trouble you had")
_FIRMS = frozenset({"nobody-answers", "a-promise", "the-wait"})
"""Kinds of trouble that tell what the firm did or left undone, whoever the sentence is about."""


def day_of(letter: Letter, now: datetime) -> date:
    """The day of the letter: the one at its head, or else the last it tells of."""
    told = " ".join(sentence for sentence in letter.sentences if not details.deadline_in(sentence) and not cues.WANTS.search(sentence))
    return next(iter(details.days_in(letter.head, now)), None) or max(details.days_in(told, now), default=now.date())


def remedies_for(demands: list[str], currency: str, most: str) -> tuple[Remedy, ...]:
    """What they ask for, in their order; ``most`` is the largest amount of the letter."""
    text = " ".join(demands)
    places = {wish: found.start() for wish in cues.WISHES if (found := wish.cue.search(text))}
    asked = sorted(places, key=lambda wish: places[wish])
    amounts = [amount for sentence in demands for amount in details.amounts_of(sentence) if amount.currency == currency]
    limit = str(max(amounts)) if amounts else most
    made = [
        Remedy(
            id=wish.id,
            what=wish.what,
            offer_if=wish.offer_if,
            up_to=most
            if wish.id == cues.COSTS and len(amounts) == 1 and any(one.id == cues.MONEY_BACK for one in asked)
            else limit
            if wish.id in (cues.MONEY_BACK, cues.COSTS)
            else "",
        )
        for wish in asked[:3]
    ]
    if not made:
        made = [
            Remedy(
                id="put-right",
                what="put it right, at a fixed time",
                offer_if=("I can have it put right", "shall I see that it is put right?", "this is what I will do, and by when"),
            )
        ]
    if all(remedy.id not in (cues.MONEY_BACK, cues.COSTS) for remedy in made):
        made.append(Remedy(id="goodwill", what="give something for the trouble", offer_if=GESTURE, up_to=f"30 {currency}", settles=False))
    return tuple(made)


def facts_in(hurts: list[tuple[str, str]], unsure: Container[str]) -> tuple[Truth, ...]:
    """What the letter says the firm did, for the author to say whether it is so; and a stand-in for why, which no letter knows. Never one of the ``unsure``."""
    told = [
        sentence
        for kind, sentence in hurts
        if kind != "how-spoken-to"
        and sentence not in unsure
        and can_be_turned(sentence)
        and cues.hurt_in(sentence)[0]
        and len(sentence) <= 200
        and (kind in _FIRMS or cues.BY_FIRM.search(sentence))
    ]
    best = sorted(told, key=lambda one: -cues.hurt_in(one)[1])[:2]
    ours = (
        Truth(
            id=f"our-part-{n}",
            true=turned(calmed(mended(one)), To.FILE, longest=160),
            known_to="both",
            doubt="the letter says so; is it so? Correct it, or delete this fact",
        )
        for n, one in enumerate((one for one in told if one in best), 1)
    )
    return (WHY, *ours)


def record_of(letter: Letter, now: datetime) -> tuple[str, ...]:
    """What the record could show: days and amounts named, earlier contacts, a deadline.

    Never a sentence of the letter: a rep who says back what stands on the desk reads it out, and has heard nobody.
    """
    lines = [f"{details.said_day(day_of(letter, now)).split(',')[0]}: complaint received in writing"]
    told = [sentence for sentence in letter.sentences if not (sentence.endswith("?") or cues.WANTS.search(sentence) or details.deadline_in(sentence))]
    for what, named in (("Days", details.dates_in), ("Amounts", details.amounts_of)):
        if found := dict.fromkeys(str(one) for sentence in told for one in named(sentence)):
            lines.append(f"{what} named in it: {', '.join(list(found)[:8])}")
    if tries := details.contacts_in(letter.sentences):
        lines.append(f"{count(tries, 'earlier contact')}, by the customer's count")
    if deadline := next((one for sentence in letter.sentences if (one := details.deadline_in(sentence))), ""):
        lines.append(f"Customer sets a deadline: {deadline}")
    return tuple(dict.fromkeys(lines))[:10]
