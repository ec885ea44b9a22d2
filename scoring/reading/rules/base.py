"""What a rule is, and the words that rules share.

A rule is one structural cue: a pattern over a clause's mended words, what must not be there, and how sure it makes us.
Several may fire on one clause; the surest wins, and ties go by the guide's order. A rule says how something is put, never
which words a certain reply used.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenarios.acts import Act

if TYPE_CHECKING:
    from scoring.reading.scene import Scene
    from scoring.reading.sentences import Clause

Test = Callable[["Clause", "Scene"], bool]

SHARED = {
    "I": r"(?:i|we)",
    "MY": r"(?:my|our)",
    "ADV": r"(?:(?:just|now|also|already|personally|gladly|happily|certainly|definitely|then|first|quickly|right now|immediately|straight away|"
    r"straight|today|even|actually|of course|since|both|all|too|gone ahead and|been and|gone and|here) )*",
    "VERY": r"(?:(?:so|very|really|truly|terribly|awfully|genuinely|deeply|extremely|quite|rather|pretty|fairly|a bit|a little|absolutely|"
    r"completely|totally|entirely|perfectly|just|only|most|too|that|dead|well|proper|fully|simply|sincerely|honestly|dreadfully|"
    r"incredibly|more than|clearly|obviously|still|now|also|all) )*",
    "WORK": r"(?:check|look|open|pull|find|read|send|resend|re-send|post|refund|credit|cancel|book|rebook|reserve|order|reorder|re-order|add|"
    r"apply|remove|waive|put|process|raise|log|note|flag|escalate|update|change|move|issue|arrange|organise|schedule|reschedule|ring|"
    r"call|phone|email|text|message|contact|ask|speak|talk|chase|transfer|pass|print|upload|approve|extend|reset|restart|activate|"
    r"deactivate|unlock|block|reverse|correct|fix|amend|sort|set|record|confirm|double-check|investigate|search|dig|run|scan|test|"
    r"review|compare|hold|keep|take|give|get|make|write|switch|replace|swap|ship|dispatch|deliver|collect|pay|cover|reimburse|match|"
    r"split|let|tell|bring|stop|close|file|submit|pop|drop|leave|walk|meet|wait|stay|mark|freeze|upgrade|downgrade|register|attach|"
    r"forward|go|do|come|follow|monitor|watch|share|start|clear|release|push|lift|line|honour|return|recover|restore|reinstate|track|"
    r"trace|try|sign|drive|visit|figure|handle|own|see to|be back|be in touch|be there|be on)",
    "WORKED": r"(?:checked|looked|opened|pulled|found|read|sent|resent|posted|refunded|credited|cancelled|booked|rebooked|reserved|ordered|"
    r"reordered|added|applied|removed|waived|put|processed|raised|logged|noted|flagged|escalated|updated|changed|moved|issued|arranged|"
    r"organised|scheduled|rescheduled|rung|rang|called|phoned|emailed|texted|messaged|contacted|asked|spoken|spoke|talked|chased|"
    r"transferred|passed|printed|uploaded|approved|extended|reset|restarted|activated|deactivated|unlocked|blocked|reversed|corrected|"
    r"fixed|amended|sorted|set|recorded|confirmed|double-checked|searched|run|ran|scanned|tested|reviewed|compared|held|kept|taken|took|"
    r"given|gave|got (?:hold|through|him|her|them|it|that|you|your)|made|written|wrote|switched|replaced|swapped|shipped|dispatched|"
    r"collected|paid|covered|matched|told|brought|stopped|closed|filed|submitted|popped|dropped|left|marked|frozen|upgraded|downgraded|"
    r"registered|attached|forwarded|done|followed|cleared|released|pushed|lifted|returned|restored|reinstated|tracked|traced|bumped|"
    r"knocked|stuck|secured|lined|had a look|had a word|bagged|credited)",
    "WORKING": r"(?:checking|looking|opening|pulling|finding|reading|sending|resending|posting|refunding|crediting|cancelling|booking|rebooking|"
    r"reserving|ordering|reordering|adding|applying|removing|waiving|putting|processing|raising|logging|noting|flagging|escalating|"
    r"updating|changing|moving|issuing|arranging|organising|scheduling|ringing|calling|phoning|emailing|texting|messaging|contacting|"
    r"asking|speaking|talking|chasing|transferring|passing|printing|uploading|approving|extending|resetting|unlocking|blocking|"
    r"reversing|correcting|fixing|amending|sorting|setting|recording|confirming|searching|running|scanning|testing|reviewing|comparing|"
    r"keeping|taking|giving|getting|making|writing|switching|replacing|swapping|shipping|paying|stopping|closing|filing|submitting|"
    r"marking|digging|going through|on to|double-checking|working through|loading|bringing up|typing|tracing|tracking|pushing)",
    "WHO": r"(?:someone|somebody|a member of (?:our|the|my) \w+|one of (?:our|the|my) \w+|the (?:relevant|appropriate|right|correct|concerned|"
    r"responsible|dedicated|specialist|other|back office|technical|complaints|escalations|support|billing|claims|service) (?:team|"
    r"department|people|colleague|person|desk|office)s?|(?:a|another|my|our) (?:team|department|colleague|colleagues|specialist|advisor|"
    r"adviser|agent)|our teams?|the team)",
    "ANGRY": r"(?:upset|angry|annoyed|annoying|frustrated|frustrating|frustration|cross|furious|livid|fed up|stressed|stressful|worried|worrying|"
    r"anxious|scared|frightened|frightening|disappointed|disappointing|let down|ignored|worn out|exhausted|exhausting|tired|tiring|"
    r"humiliated|embarrassed|embarrassing|mad|hurt|gutted|sick|miserable|distressed|distressing|upsetting|overwhelmed|overwhelming|"
    r"nervous|unhappy|hopeless|helpless|passed around|passed about|fobbed off|messed about|messed around|left in the dark|insulted|"
    r"insulting|cheated|maddening|infuriating|infuriated|nerve-racking|scary|horrible|awful|rotten|hard|horrid|panicked|panicking|"
    r"dismissed|betrayed|trapped|lonely|ashamed|unsettling|rattled|shaken|sore|raging|ticked off|at the end of your|at your wits|grim|"
    r"a nightmare)",
    "NUM": r"(?:\d[\d.,:]*|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|half|couple of|few|several)",
    "UNIT": r"(?:second|minute|hour|day|week|month|year|working day|business day)s?",
    "WHEN": r"(?:today|tonight|tomorrow|this (?:morning|afternoon|evening|week)|(?:on |by |next |this |until |till |from )?(?:mon|tues|wednes|"
    r"thurs|fri|satur|sun)day|by \d|at \d|before \d|until \d|till \d|by noon|midday|noon|by (?:the )?end of|within|in (?:about |around |"
    r"the next |under |roughly )?(?:\d+|a|an|one|two|three|four|five|six|ten|half)|first thing|before (?:we|you|i)|while you|as soon as|"
    r"once|when (?:it|the|he|she|they|you|i)|the minute|the moment|straight after|every \w+ until)",
    "MONEY": r"(?:[£€$¥₹] ?\d|\d+(?:\.\d\d)? ?(?:pounds?|quid|euros?|dollars?|bucks|gbp|eur|usd|chf|kr|francs?|pence|cents?))",
}
"""Pieces of patterns, filled into a rule where it writes ``<NAME>``."""


NOT_ABOUT_YOU = (
    r"\b(?:nothing you did|not (?:your|you|down to you|on you)|no fault of yours|did nothing wrong|not (?:saying|suggesting|telling|"
    r"asking|going to tell|here to tell)|will not (?:tell|ask)|would not (?:tell|dream|dare|blame)|never (?:tell|say|ask)|"
    r"you did not do anything|without (?:telling|asking|blaming))\b"
)
"""Words that clear the customer or deny saying it: what follows is no insult and no blame."""


@dataclass(frozen=True)
class Rule:
    """One cue of one act. ``name`` is what the evidence cites."""

    act: Act | None
    """None: this is none of the acts, and says so surely enough to keep others off"""
    name: str
    pattern: re.Pattern[str]
    sure: float
    unless: re.Pattern[str] | None = None
    when: Test | None = None
    whole: bool = False
    """looks at the whole clause text rather than its core"""

    def stands(self, clause: Clause, scene: Scene) -> bool:
        """Whether nothing speaks against it where its pattern was found."""
        if self.unless is not None and self.unless.search(clause.text):
            return False
        return self.when is None or self.when(clause, scene)


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern with its ``<NAMES>`` filled in."""
    return re.compile(re.sub(r"<([A-Z]+)>", lambda m: SHARED[m[1]], pattern))


def rule(act: Act | None, name: str, pattern: str, sure: float, *, unless: str | None = None, when: Test | None = None, whole: bool = False) -> Rule:
    """A rule from readable pieces."""
    return Rule(act, name, compiled(pattern), sure, compiled(unless) if unless else None, when, whole)


def both(*tests: Test) -> Test:
    """All of the tests at once."""
    return lambda clause, scene: all(test(clause, scene) for test in tests)


def asks(clause: Clause, _scene: Scene) -> bool:
    """The clause is a question."""
    return clause.question


def tells(clause: Clause, _scene: Scene) -> bool:
    """The clause is no question."""
    return not clause.question
