"""Content words of a text, brought to one form, and its numbers: what two sentences must share to mean the same.

A light stemmer and a small table of service synonyms: enough to see that "we'll pay you back" speaks of a refund.
"""

from __future__ import annotations

import re
from functools import lru_cache

STOP = frozenset(
    """a an the and or but so if then than that this these those there here it its itself i me my mine myself we us our ours you your yours yourself
    he him his she her hers they them their theirs
    who whom which what when where why how is am are was were be been being do does did doing have has had having will would shall should can could
    may might must not no nor yes of to in on at by for
    with from into onto out up down off over under about as because until while after before again just only also too very really quite much many
    more most some any all both each other another such
    own same now ok oh ah well please thanks thank let get got go going gone come put make made say said tell told one ones thing things way lot bit
    sure right still yet even ever never always already
    back through between during without within against per like around upon s t hi hello hey dear mr mrs ms sir madam afraid sorry am etc anything
    something nothing everything anyone someone nobody
    else however though although therefore qq today tomorrow tonight want coming comes came goes done doing keep need know think see look give take""".split()
)
"""Words that carry no case of their own."""

GENERIC = frozenset(
    """issue problem matter concern situation trouble inconvenience experience service customer support team help assist feel feeling feelings
    understand frustrate frustration frustrating annoy
    upset disappoint apologise apology patience time times day days moment minute case query question contact message chat talk speak hear read
    happen hope good great nice lovely bad awful terrible
    horrible best better able possible important value appreciate business company agent rep colleague person people everyone someone anyone world
    soon later quickly thorough seriously here word point
    certain absolute complete total truly sincere deep extreme imagine difficult hard tough stress worry resolve resolution solve fix sort standard
    high quality priority utmost care position
    everything sincerely completely totally absolutely certainly definitely extremely deeply fully happy glad pleased pleasure whatever whole end
    thing stuff life like sound view regret sympathise
    sympathy empathise listen valued ask answer live try work start kind mean course honest honestly frank full fully heart share real really sad
    sadly hate sick gutted heartbroken mortify dreadful""".split()
)
"""Content words that fit any complaint unchanged; the swap test gives them no credit."""

_IRREGULAR = dict(
    pair.split("=")
    for pair in """sent=send told=tell rang=ring rung=ring left=leave broke=break broken=break paid=pay took=take taken=take gave=give given=give
    went=go came=come bought=buy kept=keep lost=lose
    found=find held=hold wrote=write written=write spoke=speak spoken=speak knew=know known=know thought=think brought=bring caught=catch felt=feel
    met=meet saw=see seen=see sold=sell stood=stand closure=close closures=close
    fell=fall fallen=fall ran=run shown=show wore=wear worn=wear stolen=steal stole=steal drove=drive driven=drive flew=fly flown=fly ate=eat
    eaten=eat slept=sleep chose=choose chosen=choose
    heard=hear built=build cut=cut shut=shut hung=hang froze=freeze frozen=freeze withdrew=withdraw withdrawn=withdraw drew=draw drawn=draw threw=throw thrown=throw
    spent=spend lent=lend forgot=forget forgotten=forget dealt=deal led=lead struck=strike torn=tear tore=tear hid=hide hidden=hide children=child kids=child people=person men=man women=woman""".split()
)

_SAME = {
    word: group[0]
    for group in (
        line.split()
        for line in """refund reimburse repay money-back
        call ring phone telephone rung
        send ship dispatch post mail despatch
        replace replacement swap exchange
        parcel package box packet
        break damage crack smash shatter snap faulty fault defect defective
        cancel terminate
        book reserve booking reservation
        appointment slot visit
        engineer technician plumber fitter electrician
        late delay overdue
        wrong incorrect mistaken error
        charge bill invoice
        supervisor manager boss
        email e-mail
        note record log
        collect pickup fetch
        credit voucher goodwill
        fix repair mend
        lose miss missing lost
        driver courier
        child kid daughter son
        wait queue
        sort resolve arrange
        depot warehouse
        cost price fee
        fridge refrigerator
        car vehicle
        holiday trip vacation
        flat apartment
        phone-call
        sick ill unwell unfit poorly""".splitlines()
    )
    for word in group
}

_WORD = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]{2,})?")
_NUMBER = re.compile(r"(?<![\w.])[£€$¥₹]?(\d[\d,]*(?:\.\d+)?)")


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """One form for a word's inflections, and one word for its plain synonyms."""
    low = _IRREGULAR.get(word, word)
    if low in _SAME:
        return _SAME[low]
    for tail, least, put in (
        ("ies", 5, "y"),
        ("sses", 5, "ss"),
        ("ment", 8, ""),
        ("ing", 6, ""),
        ("ied", 5, "y"),
        ("ed", 5, ""),
        ("ly", 6, ""),
        ("es", 6, ""),
        ("s", 4, ""),
    ):
        if low.endswith(tail) and len(low) >= least and not low.endswith("ss"):
            cut = low[: -len(tail)] + put
            if tail in ("ing", "ed") and len(cut) > 3 and cut[-1] == cut[-2] and cut[-1] not in "lsz":
                cut = cut[:-1]
            low = cut
            break
    low = low[:-1] if len(low) > 4 and low.endswith("e") else low
    return _STEM_SAME.get(low, low)


def _bare(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


_STEM_SAME = {_bare(word): first for word, first in _SAME.items()}


@lru_cache(maxsize=4096)
def content(text: str) -> frozenset[str]:
    """The stemmed content words of mended text; numbers are left to ``numbers_in``."""
    return frozenset(stem(w if w in _SAME else w.replace("-", "")) for w in _WORD.findall(text.lower()) if w not in STOP)


@lru_cache(maxsize=4096)
def numbers_in(text: str) -> frozenset[str]:
    """The figures in a text, as plain digits."""
    return frozenset(_tidy(n) for n in _NUMBER.findall(text))


def _tidy(number: str) -> str:
    bare = number.replace(",", "")
    return bare.rstrip("0").rstrip(".") if "." in bare else bare


GENERIC_STEMS = frozenset(stem(w) for w in GENERIC)


def specific(stems: frozenset[str]) -> frozenset[str]:
    """The stems that belong to a case rather than to any complaint."""
    return stems - GENERIC_STEMS
