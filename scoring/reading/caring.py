"""A question for how somebody is: whether they are safe, warm, well, alone. It takes up the fear or hardship it answers.

Such a question has no word of the concern in it, and needs none: what it asks after is why the trouble is one.
"""

from __future__ import annotations

import re

from scoring.reading.lexicon import Trouble
from scoring.reading.meaning import Phrase, ready, topic
from scoring.reading.sentences import clauses_of
from scoring.reading.stretches import Stretch

_WHO = r"(?:you|he|she|they|everyone|everybody|(?:your|the) (?:\w+ )?\w+)"
_SOMEBODY = r"(?:someone|somebody|anyone|anybody|(?:a|any|your|another) (?:neighbours?|friends?|family|carer|relatives?|son|daughter|sister|brother|husband|wife|partner|colleague)|family|friends|neighbours|people|company)"
_WELL = r"(?:safe|ok|all right|alright|warm|hurt|injured|well|unwell|poorly|ill|managing|coping|comfortable|alone|on (?:your|his|her|their) own|in (?:any )?pain|bearing up|holding up|in (?:any )?danger|dizzy|steady|somewhere (?:safe|warm)|able to (?:rest|sleep|eat|sit))"
_NEEDS = r"(?:somewhere (?:\w+ )?(?:warm|safe|to (?:stay|go|sleep|sit))|(?:a )?(?:blankets?|heaters?|torch|candles)|(?:any(?:thing)?|some(?:thing)?) (?:hot|warm|to eat)|(?:your |enough )?(?:medicine|tablets|medication|insulin|food|oxygen|water|light|heat)|enough (?:of \w+ )?to (?:last|see|keep|get|eat))"
_CARES = re.compile(
    rf"\b(?:is|are) {_WHO} (?:\w+ ){{0,2}}?{_WELL}\b|\b(?:are|is) (?:there )?{_SOMEBODY} (?:\w+ ){{0,2}}?(?:with|there|near|around|next door|at home|about|who|that|to|can|could|hurt|unwell|ill|in danger)\b|"
    rf"\b(?:have|has|do|does) {_WHO} (?:\w+ ){{0,2}}?(?:got |have |know )?(?:{_SOMEBODY}|{_NEEDS})\b|\byou got (?:{_SOMEBODY}|{_NEEDS})\b|"
    rf"\b(?:can|could|will|would) {_SOMEBODY} (?:\w+ ){{0,2}}?(?:sit|stay|be (?:with|there)|come (?:in|over|round|and)|pop|help|look (?:in|after)|keep (?:you|him|her|them)|check (?:in )?on)\b|\bwho (?:is|have you got) (?:\w+ )?(?:with (?:you|him|her|them)|there)\b|"
    rf"\bhow (?:are|is) {_WHO} (?:\w+ )?(?:managing|coping|keeping|feeling|bearing up|holding up|doing (?:there|now|in|with|without|today)|getting (?:on|by))\b|"
    rf"\bhave {_WHO} (?:eaten|slept|been able to|had (?:anything|something))\b|\bdid {_WHO} (?:hurt|get hurt|fall|bang|burn)\b"
)
"""Asked, not told, and of people: "is the parcel there?" cares for nobody."""
_SERVICE = re.compile(
    r"\b(?:sign|signs|deliver\w*|collect\w*|parcel|driver|call(?:ed|s)? you|email\w*|let (?:us|them|him|her) in|order|receipt|account|today \?)\b|^(?:and |so )?how are you(?: today)?(?: \?)?$"
)
"""Asked for the work's sake or out of habit."""
_HARDSHIP = re.compile(
    r"\b(?:fright\w*|scar(?:ed|y)|afraid|terrified|panic\w*|nervous|dread\w*|alone|on (?:my|her|his|their) own|lonely|dark|cold|freez\w+|damp|ill|sick|poorly|unwell|pain\w*|hurt\w*|"
    r"fall\w*|fell|dizzy|faint\w*|stairs?|blind|deaf|wheelchair|frame|oxygen|insulin|medic\w+|tablets?|hospital|surgery|operation|stroke|heart|asthma|breath\w*|pregnan\w*|"
    r"baby|newborn|infant|toddler|die[ds]?|dying|death|funeral|widow\w*|grie\w+|lost my|buried|cry\w*|cried|tears|sleep\w*|slept|exhausted|worn out|eat|eaten|food|hungry|rent|debts?|"
    r"broke|wages|savings|every penny|all (?:the money )?i (?:have|had)|stuck|stranded|homeless|nowhere|can not (?:see|hear|walk|cope|manage|go on|breathe|stop)|do not know what (?:to|i)|"
    r"ashamed|stupid|a fool|shak\w+|eighty|ninety|seventy|8\d|9\d|unsteady|not steady|trust myself|awake|no heat\w*|heating|degrees|unsafe|danger\w*|burn\w*|gas|smell)\b"
)
_VOICED, _NEAREST = 0.6, 0.4
"""How near a sentence of the customer's comes to one of a concern's own, from which they have voiced it; and the nearest of all from which it is meant."""


def asks_after_them(stretch: Stretch) -> bool:
    """Whether it asks how somebody is."""
    return bool(_CARES.search(stretch.said.text)) and not _SERVICE.search(stretch.said.text)


def hardships_told(heard: tuple[str, ...], troubles: tuple[Trouble, ...]) -> frozenset[str]:
    """The concerns of which the customer has just told a fear or a hardship."""
    turns = [said for said in _sentences(heard) if _HARDSHIP.search(said.text)]
    near = {
        trouble.id: max((topic(said, p) for p in trouble.own if _HARDSHIP.search(p.text) for said in turns), default=0.0) for trouble in troubles
    }  # fmt: skip
    nearest = max(near.values(), default=0.0)
    return frozenset(id_ for id_, score in near.items() if score >= _VOICED or score == nearest >= _NEAREST)


def _sentences(heard: tuple[str, ...], last: int = 3) -> tuple[Phrase, ...]:
    """The sentences of the customer's last turns, ready for comparing: a turn long is too long to be like one line."""
    out: list[Phrase] = []
    for turn in heard[-last:]:
        out.append(ready(" ".join(c.text for c in clauses_of(turn))))
        out += [ready(c.text) for c in clauses_of(turn)]
    return tuple(out)
