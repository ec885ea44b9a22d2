"""A small scenario without a fault, from which the tests make faulty ones, and a voice to go with it."""

from __future__ import annotations

GOOD = """\
scenario: wet-sofa
title: Delivered in the rain
trade: furniture
today: Monday 8 June 2026, 10:15
practises: [000.5, 004.2]
customer:
  name: Ottilie Brandt
  about: 58, retired music teacher
  temper: {anger: 55}
  wants: a dry sofa before her sister arrives on Friday
  opening: It stood in the rain for an hour and now it smells like a wet dog.
concerns:
  - id: smell
    what: the sofa is soaked and smells
    says: ["You can wring it out. I have tried.", "It is still dripping on the hall carpet."]
    asks: [{ask: "Why was it left outside at all?", answered_by: no-ring}]
  - id: friday
    what: her sister comes on Friday and has nowhere to sleep
    says: She comes on Friday, and that sofa was her bed.
facts:
  - id: no-ring
    true: the driver did not ring the bell
    fault: ours
    false_if: the driver rang twice
misunderstandings:
  - id: wood
    thinks: the frame will rot
    so: the frame is steel
    says: By winter the wood will be gone.
    cleared_if: the frame is made of steel
desk:
  actions:
    swap: {arrives: Thursday 12:00, takes: 3m, gives: new-sofa}
    goodwill: {up_to: 40 GBP}
beats:
  - when: {from_reply: 3, unheard: friday}
    says: My sister is on the train in three days.
outcomes:
  new-sofa: {worth: 1.0}
  dried: {worth: 0.4, takes_if: we can have it cleaned and dried}
"""

VOICE = """\
voice: brisk
about: short sentences, no time
temper: {anger: 40, trust: 35}
persona: {bar: 0.6}
lines:
  vent:
    any: [Listen., {say: Damn it all., intensity: raw}]
"""


def changed(old: str, new: str) -> str:
    """The good scenario with one passage exchanged."""
    assert GOOD.count(old) == 1, f"{old!r} must stand once in the sample"
    return GOOD.replace(old, new)
