"""Which of the deeds a sentence tells of none of the steps taken could be, also where some other step was taken.

Only what changes something for the customer is looked at: money given, a thing stopped, booked or sent. What a desk's log cannot
show (a page read, a colleague spoken to) is left alone, and so is every deed that some step taken could be meant by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from scenarios.model import Action
from scoring.reading.lexicon import Doing, Lexicon
from scoring.reading.meaning import negative, phrase, ready
from scoring.reading.stems import GENERIC_STEMS, content, numbers_in, stem
from scoring.reading.stretches import Stretch

Done = tuple[tuple[str, dict[str, str]], ...]

_VERBS = {
    "pay": r"refunded|credited|reimbursed|repaid|paid|transferred|waived",
    "stop": r"cancelled|canceled|stopped|withdrawn|scrapped|revoked|voided|halted|frozen|froze|suspended|blocked",
    "book": r"booked|rebooked|reserved|scheduled|arranged",
    "send": r"sent|posted|dispatched|despatched|shipped|emailed|mailed|texted|ordered|reordered",
    "give": r"put|added|knocked|taken|took|popped|stuck|given|gave|applied|issued|released|returned|moved|dropped",
}
"""Deeds by their kind; those of "give" are one only beside a sum."""
_ANY = "|".join(_VERBS.values())
_ADVERBS = r"(?:(?:just|now|already|also|all|both|personally|gladly|gone and|went and|even|then|duly|been|currently) )*"
_ACTIVE = re.compile(rf"\b(?:i (?:have |am after )?|we have ){_ADVERBS}(?P<verb>{_ANY})\b")
MY_DEED = re.compile(rf"^(?:(?:and|so|but|well|yes|also|then|,) )*i (?:have )?{_ADVERBS}(?:{_ANY})\b")
"""Says what the rep did in this call, and so nothing of how things stood."""
_HAD_DONE = re.compile(rf"\b(?:i|we) have (?:got |had )?(?=(?:the|your|a|an|his|her|that|another|it|them|this) )(?:[\w,.£€$'-]+ ){{1,5}}?(?P<verb>{_ANY})\b")
_BARE = re.compile(rf"^(?:(?:and|also|then|plus) )*{_ADVERBS}(?P<verb>{_ANY})\b")
_BEEN = re.compile(rf"(?:\b(?:has|have|is|are)|'s) {_ADVERBS}been {_ADVERBS}(?P<verb>{_ANY})\b")
_IS = re.compile(
    r"(?:\b(?:is|are|am)|'s) (?P<now>(?:now |all |already |just )*)(?:(?P<verb>cancelled|canceled|stopped|withdrawn|scrapped|frozen|suspended|waived|refunded|reserved|booked|arranged|ordered)"
    r"|(?P<late>sent|posted|dispatched|shipped|emailed|paid|credited|transferred|released)|(?P<moving>on (?:its|their|his|her|the) way))\b"
)
_LATER = re.compile(
    r"\b(?:will|would|can|could|shall|should|might|may|must|going to|to be|being|if|when|once|until|unless|want|wanted|was|were|yesterday|ago|last|earlier|since|"
    r"each|every|always|usually|normally|automatically|within|per|apiece|on the \d+\w*|\d+\w* (?:of )?(?:january|february|march|april|may|june|july|august|september|october|november|december)|"
    r"in (?:january|february|march|april|may|june|july|august|september|october|november|december)|you have|which you|by (?:the|our|a) )\b"
)
"""Tells of what is to come, of how it goes as a rule, or of another day."""
_GOES_ON = re.compile(r"\b(?:i have|i am after|(?:has|have|is|are) (?:\w+ )?been)\b")
"""Something else was done, and what follows without a subject was too."""
_HABIT = re.compile(
    r"^(?:(?:and|so|but|also) )*(?!(?:your|the|two|three|four|five|six|seven|eight|nine|ten|both|all|they|these|those|you|it|that|this|everything|my|our|his|her|a|an|another|[£€$]?\d)\b)[\w-]+(?: \w+)? are\b"
)
_INSIDE = re.compile(
    r"\b(?:the|our|my|a|his|her|their|your) (?:[\w'-]+ ){0,2}?(?:team|manager|manageress|supervisor|boss|department|desk|depot|warehouse|driver|crew|office|colleagues?|buyers?|kitchen|store|"
    r"garage|workshop|technicians?|planner|planning|round|rota|system|queue|staff|owner)\b"
)
"""Word sent to somebody of the house, which a desk need not show."""
_ERRAND = re.compile(
    r"^(?!.*\b(?:you|your|yours)\b).* to (?:(?:have|take) a |go (?:and )?|\w+ly )?(?:look|check|see|find|search|open|get|fetch|count|measure|walk|feel|ask)\b"
)
_BY_OTHERS = re.compile(r"(?:have|ask|send|ring|get|call|tell|phone|put)\b", re.IGNORECASE)
"""How a step begins that somebody else takes for the desk."""
_PARTS = re.compile(r" (?:and|but|so|then|plus|as well as|because|while) (?![£€$]?\d)| [,;:.!|-] ")
_SIGN, _FIGURE = r"[£€$¥₹]", r"\d[\d,]*(?:\.\d+)?"
_UNITS = r"pounds?|quid|euros?|dollars?|bucks|gbp|eur|usd|inr|rupees|chf|francs|yen|kr"
_LEADS_TO_SUM = r"(?: (?:you|him|her|them|back|over|on|in|the|your|all|another|extra|full|whole|about|around|just|a|of|an|refund|credit|payment|sum|total|up|to|his|their|off|by|roughly|nearly|almost))*"
_SUM_AFTER = re.compile(
    rf"^{_LEADS_TO_SUM} (?P<sign>{_SIGN})?(?P<figure>{_FIGURE})(?! (?:to|past) (?:\d|one|two|three|four|five|six|seven|eight|nine|ten)\b)(?: (?P<next>\S+))?"
)
_SUM_BEFORE = re.compile(rf"(?P<sign>{_SIGN})?(?P<figure>(?<![\d.,:/-]){_FIGURE})(?: (?P<unit>{_UNITS}))?(?: (?:for|of|in) (?:[\w'-]+ ){{0,4}}?[\w'-]+)? ?$")
_AFTER_A_SUM = frozenset("back to on off into in for from is as now today too . , ! with at again extra more and already so straight towards across".split())
_LEAST_BARE = 20
"""A smaller bare figure is as likely a count."""
_ROUGHLY = re.compile(r"\b(?:about|around|over|nearly|almost|roughly|under|some|odd|ish|or so|bit)\b")
_STEP_WORDS = {
    "pay": re.compile(
        rf"{_SIGN}|\b(?:refund|refunds|refunded|pay|paid|pays|credit|money|voucher|goodwill|price|cost|costs|fee|off|back|charge|bill|acct|account|card|waive|something)\b|\d\.\d\d\b"
    ),
    "stop": re.compile(
        r"\b(?:cancel\w*|stop\w*|with ?draw\w*|halt\w*|end|ended|ends|void\w*|pull\w*|hold|held|freeze\w*|frozen|cut|lock\w*|block\w*|bar|barred|off|out|remov\w*|clear\w*|lift\w*|clos\w*|no|redo\w*|redone|spread|"
        r"instead|replac\w*|return\w*|undo\w*|revers\w*|tak\w+ (?:\w+ ){0,3}(?:off|out|back)|strik\w*|drop\w*)\b"
    ),
    "book": re.compile(
        r"\b(?:book\w*|rebook\w*|slot|visit|appointment|diary|schedul\w*|arrang\w*|reserv\w*|holds?|held|keep|kept|aside|set|taken?|put|seats?|room|table|bench|ring|rings|call|calls|carrier|courier|collect\w*|van|"
        r"send|sent|hands?|name|first job|owner|order\w*)\b|\b\d\d?:\d\d\b"
    ),
    "send": re.compile(
        r"\b(?:send\w*|sent|post\w*|mail\w*|e-?mail\w*|text\w*|order\w*|carrier|courier|driver|van|bike|rider|truck|wagon|boat|out|deliver\w*|bring\w*|ring\w*|letter|inbox|copy|by|to|dispatch\w*|ship\w*|door|"
        r"collect\w*|queued|lend|loan|pack\w*|report\w*)\b"
    ),
}
_RECORD_WORDS = {
    "pay": re.compile(r"\b(?:paid (?:back|in|out|to)|refunded|credited|repaid|reimbursed|transferred|waived)\b"),
    "stop": re.compile(r"\b(?:cancel\w*|stop\w*|withdr\w+|void\w*|ended|clos\w+|halt\w*|locked|pulled|froze\w*|suspend\w*|block\w*)\b"),
    "book": re.compile(r"\b(?:booked|slot|visit|diary|schedul\w*|reserv\w*|holds?|held|kept|keeping|appt|appointment|arranged|due)\b"),
    "send": re.compile(r"\b(?:sent|posted|dispatched|shipped|emailed|mailed|texted|ordered|transit|left|on (?:its|his|her|the|their) way|gone|in the post)\b"),
}
_WHERE = frozenset(map(stem, "account card bank inbox email mail phone address door home".split()))
"""Where money or a letter goes: no name of what is given."""
_SAYS_LITTLE = frozenset(
    map(
        stem,
        "booked refunded credited paid sent ordered cancelled stopped arranged reserved posted emailed texted waived transferred dispatched shipped scheduled withdrawn rebooked reimbursed "
        "repaid mailed way new old full whole amount money pounds pound quid euro euros dollars monday tuesday wednesday thursday friday saturday sunday morning afternoon evening night "
        "week month hour minute separately addition free course meanwhile everything added put moved given applied issued released returned one two three four five six seven eight nine ten".split(),
    )
)


@dataclass(frozen=True)
class _Deed:
    """One deed told of: its kind, the words that name it, the sum it gives, and whether it is the rep's own of this call."""

    kind: str
    words: frozenset[str]
    sum: Decimal | None
    roughly: bool
    own: bool
    custom: bool = False
    """may tell how it goes as a rule: "vouchers are sent by email"; no deed to be charged"""
    errand: bool = False
    """a colleague sent to look into something"""


def unmatched(stretch: Stretch, lexicon: Lexicon, done: Done) -> bool:
    """Whether it tells of a deed that no step taken could be, nor anything on the record."""
    return any(not deed.custom and not _could_be(deed, lexicon, done) for deed in _deeds(stretch))


def matched(stretch: Stretch, lexicon: Lexicon, done: Done, other: str | None) -> bool:
    """Whether it tells of deeds, and each could be a step taken: by its sum, or in words none of which is ``other``'s, a step that was not."""
    deeds = list(_deeds(stretch))
    theirs = frozenset().union(*(_words_of(d.id, d.action, "")[0] for d in lexicon.actions if d.id == other))
    return bool(deeds) and all(
        _given(deed, lexicon, done)
        if deed.sum is not None
        else _run_by_others(deed, lexicon, done)
        or (deed.words and not deed.words & theirs and any(_means(deed, step, lexicon, done) for step in steps_taken(lexicon, done)))
        for deed in deeds
    )


def _deeds(stretch: Stretch) -> Iterator[_Deed]:
    """Every deed told of in a stretch, part by part; a part without a subject goes on with the one before."""
    own: bool | None = None
    before: frozenset[str] = frozenset()
    for place, part in enumerate(_PARTS.split(stretch.said.text)):
        found = _ACTIVE.search(part) or _HAD_DONE.search(part)
        mine = found is not None and not found[0].startswith("we ")
        if found is None:
            found = _BEEN.search(part) or _IS.search(part)
        if found is None and (own is not None or place == 0):
            found, mine = _BARE.search(part), bool(own)
        if found is None:
            goes_on = _GOES_ON.search(part)
            own, before = (goes_on[0].startswith("i "), _named(part)) if goes_on else (None, before)
            continue
        own = mine
        if _LATER.search(part) or negative(part):
            continue
        words = _named(part)
        deed = _deed_of(part, found, words or before, mine)
        before = words or before
        if deed is not None:
            yield deed


def _deed_of(part: str, found: re.Match[str], words: frozenset[str], mine: bool) -> _Deed | None:
    groups = found.groupdict()
    verb = groups.get("verb") or groups.get("late") or ""
    kind = next((k for k, verbs in _VERBS.items() if re.fullmatch(verbs, verb)), "send")
    given = None
    if kind in ("pay", "give") or verb in ("sent", ""):
        given = _sum_after(part[found.end() :]) if verb else None
        if given is None and found.re in (_BEEN, _IS):
            given = _sum_before(part[: found.start()], one=bool(re.match(r"(?:'s|is|has)\b", found[0].strip())))
    if given is not None:
        kind = "pay"
    if kind == "give" or (kind == "send" and not verb.endswith("ordered") and _INSIDE.search(part)):
        return None
    custom = found.re is _IS and not groups["moving"] and bool(_HABIT.search(part) or (groups["late"] and not groups["now"]))
    if kind == "stop":  # a bill or a fine goes by its figure
        words |= {f for f in numbers_in(part) if len(f) > 1}
    return _Deed(
        kind,
        words - _WHERE if kind in ("pay", "send") else words,
        given,
        bool(_ROUGHLY.search(part)),
        mine,
        custom,
        kind == "send" and bool(_ERRAND.search(part)),
    )


@lru_cache(maxsize=1024)
def _named(part: str) -> frozenset[str]:
    return content(part) - GENERIC_STEMS - _SAYS_LITTLE


def _sum_after(rest: str) -> Decimal | None:
    found = _SUM_AFTER.match(rest)
    if found is None:
        return None
    follows = found["next"] or "."
    counted = re.search(r" on (?=\d)", found[0]) is not None  # "it took on 38" counts
    plainly = found["sign"] or "," in found["figure"] or "." in found["figure"] or re.fullmatch(_UNITS, follows)
    value = _value(found["figure"])
    return value if plainly or (follows in _AFTER_A_SUM and value >= _LEAST_BARE and not counted) else None


def _sum_before(text: str, *, one: bool) -> Decimal | None:
    found = _SUM_BEFORE.search(text)
    if found is None:
        return None
    value = _value(found["figure"])
    plainly = found["sign"] or found["unit"] or "," in found["figure"] or "." in found["figure"]
    return value if plainly or (one and value >= _LEAST_BARE) else None


def _value(figure: str) -> Decimal:
    return Decimal(figure.replace(",", "").rstrip(".") or "0")


def _could_be(deed: _Deed, lexicon: Lexicon, done: Done) -> bool:
    """Whether a step taken could be meant, or the record; in doubt it could."""
    if deed.sum is not None:
        return _given(deed, lexicon, done) or _on_record(deed, lexicon, done)
    if not deed.words or _run_by_others(deed, lexicon, done):
        return True
    return any(_means(deed, step, lexicon, done) for step in steps_taken(lexicon, done)) or (not deed.own and _on_record(deed, lexicon, done))


def _run_by_others(deed: _Deed, lexicon: Lexicon, done: Done) -> bool:
    """Whether it is an errand, and a step taken is one that somebody else runs for the desk."""
    return deed.errand and any(doing.action is not None and _BY_OTHERS.match(doing.action.what or "") for doing, _ in steps_taken(lexicon, done))


def steps_taken(lexicon: Lexicon, done: Done) -> list[tuple[Doing, dict[str, str]]]:
    """The desk's steps among those taken, with what was given with each."""
    by_id = {d.id: d for d in lexicon.actions}
    return [(by_id[id_], args) for id_, args in done if id_ in by_id]


def of_steps(lexicon: Lexicon, done: Done) -> str:
    """The words of all steps taken: what they are, what they showed and what was given with them."""
    return " . ".join(_words_of(doing.id, doing.action, " ".join(args.values()))[1] for doing, args in steps_taken(lexicon, done))


def _means(deed: _Deed, step: tuple[Doing, dict[str, str]], lexicon: Lexicon, done: Done) -> bool:
    """Whether a deed could be this step: of its kind it may have another name, of another kind it must share a word; no word may be another step's."""
    doing, args = step
    if doing.action is not None and doing.action.kind == "check":
        return _line_says(deed, doing.action.shows)
    words, text = _words_of(doing.id, doing.action, " ".join(args.values()))
    shares = bool(deed.words & words)
    taken = {id_ for id_, _ in done}
    others = frozenset().union(*(_words_of(d.id, d.action, "")[0] for d in lexicon.actions if d.id not in taken and d.action is not None)) - words
    kinds = {kind for kind, tell in _STEP_WORDS.items() if tell.search(text)}
    if doing.action is None or doing.action.kind in ("note", "report", "handoff"):
        kinds.add("send")
    if doing.action is not None and doing.action.arrives:
        kinds |= {"send", "book"}
    if deed.kind in kinds:
        return shares or not deed.words & others
    return shares and not deed.words & others


def named(doing: Doing) -> frozenset[str]:
    """The stems that a step is known by and that could name it."""
    return _words_of(doing.id, doing.action, "")[0] - GENERIC_STEMS - _SAYS_LITTLE


@lru_cache(maxsize=512)
def _words_of(id_: str, action: Action | None, args: str) -> tuple[frozenset[str], str]:
    """The stems a step is known by, and its words."""
    lines = (id_.replace("-", " "), args, *((action.what, action.shows, *action.offer_if) if action else ()))
    text = ready(phrase(" . ".join(line for line in lines if line)).text).text
    return content(text) | numbers_in(text), text


def _given(deed: _Deed, lexicon: Lexicon, done: Done) -> bool:
    """Whether the steps taken gave this sum, one of them or several together, in full or rounded."""
    found: set[Decimal] = set()
    for doing, args in steps_taken(lexicon, done):
        action = doing.action
        if action is not None and action.kind == "check":  # what a look shows is given to nobody
            continue
        named = {f for value in args.values() for f in figures(value)}
        if action is not None and action.up_to is not None and not named:
            return True
        texts = (action.what, action.shows, *(action.offer_if if action.up_to is None else ())) if action else ()
        found |= named | {f for text in texts for f in figures(_CLOCK.sub(" ", text or ""))}
    assert deed.sum is not None
    return any(_comes_to(deed, sum(some)) for many in (1, 2, 3) for some in combinations(found, many))


_CLOCK = re.compile(r"\d+(?:[:/]\d+)+|\b(?:ending|ext|acct|card) \d+")


def _comes_to(deed: _Deed, sum_: Decimal | int) -> bool:
    wanted = deed.sum or Decimal(0)
    apart = abs(wanted - sum_)
    return apart < 1 or (apart <= Decimal("0.02") * sum_ and wanted % 5 == 0) or (deed.roughly and apart <= Decimal("0.1") * sum_)


def figures(text: str) -> set[Decimal]:
    """The figures in a text."""
    return {_value(f) for f in re.findall(_FIGURE, text)}


def _on_record(deed: _Deed, lexicon: Lexicon, done: Done) -> bool:
    """Whether record, facts or what a look at the desk showed tell of such a thing having been done."""
    record = [_OUT.sub("sent", line) for line in re.split(r"\n| · |(?<=\w)\. ", lexicon.scenario.desk.record)]
    told = [p.text for f in lexicon.facts for p in f.told if not p.negative and not p.future]
    shown = [doing.action.shows for doing, _ in steps_taken(lexicon, done) if doing.action is not None and doing.action.kind == "check"]
    return any(_line_says(deed, line) for line in (*record, *told, *shown))


_OUT = re.compile(r"\bout\b", re.IGNORECASE)
"""How a record says that a thing went."""


_NOT_YET = re.compile(r"\b(?:until|unless|once|if|when|before)\b[^.;,]*", re.IGNORECASE)
"""What a line says would be so: "he can see it until the accounts are frozen"."""


def _line_says(deed: _Deed, line: str) -> bool:
    said = phrase(_NOT_YET.sub("", line))
    named = deed.sum in figures(line) if deed.sum is not None else 2 * len(deed.words & said.stems) > len(deed.words)
    return named and bool(_RECORD_WORDS[deed.kind].search(said.text))
