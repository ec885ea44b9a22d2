"""Replies that cannot be understood as a reply at all: empty, marks only, mashed keys, another language, too long.

An odd reply earns nothing. The test is modest on purpose: broken English, dialect and a one-word "Booked." are replies.
"""

from __future__ import annotations

import re

from scenarios.reading import Oddity
from scoring.reading.sentences import MOST_CHARACTERS

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ENGLISH = frozenset(
    """the a an and or but so if of to in on at by for with from about is are was were be been am do does did have has had will would can could
    should may might must not no yes i you he she it we they
    me him her us them my your his its our their this that these those there here what which who when where why how all any some one two just only
    also very too now then than as up out off over back
    please sorry thanks thank hello hi hey ok okay don't can't won't i'm i'll i've it's that's you're we'll we've we're let lets get got go going see
    know need want like good right well done
    dont cant wont im ive ill thats u ur r pls thx today tomorrow order refund refunded sent booked call check checking sure fine call name number
    number? let's because after before still more again""".split()
)
_OTHERS: dict[str, frozenset[str]] = {
    "es": frozenset(
        "el la los las un una de que y en por para con no se lo le su mi es está son pero como más muy gracias hola señor señora usted "
        "siento mucho pedido nosotros le ha he su del al qué cómo cuándo si sí buenos días lamento".split()
    ),
    "de": frozenset(
        "der die das ein eine und ich sie wir ist nicht mit für auf von zu den dem es im haben hat wird werden bitte danke guten tag leid "
        "tut mir ihr ihre ihnen aber auch noch wie was bestellung entschuldigung kann können".split()
    ),
    "fr": frozenset(
        "le la les un une des de et je vous nous est pas pour avec sur dans que qui ce cette il elle mais bonjour merci désolé votre vos "
        "notre commande suis avez sont du au ne se très".split()
    ),
    "it": frozenset(
        "il lo la gli le un una di e che per con non si è sono ma come più grazie ciao buongiorno mi dispiace suo ordine della del al "
        "abbiamo ho ha questo".split()
    ),
    "pt": frozenset("o a os as um uma de e que para com não se é são mas como mais obrigado olá seu sua pedido da do em por você nós lamento muito".split()),
    "nl": frozenset("de het een en van ik je u we is niet met voor op te dat die zijn heeft wordt maar ook nog hallo dank bestelling excuses uw".split()),
    "pl": frozenset("i w na z do nie się jest to że przepraszam dziękuję dzień dobry pan pani zamówienie bardzo ale jak za po".split()),
}
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SHORT_FORMS = frozenset(
    """hmm pls thx tmrw mr mrs gbp pcn sms pdf nhs atm gps grr shh brb wtf mgr dpd ups tv pm hrs mins wk wks rly ppl msg thnx sry srry
    fyi cctv html vpn dvd xls ltd psst nvm np hdmi rsvp nth tbh txt txts pcs ctrl why dr std lbs kgs kg cm mm ft""".split()
)
"""Written without a vowel, or hard to say, and well known all the same."""
_WORDS_IN_A_ROW = frozenset("were type rewt pope trew power tree root poor".split())
"""Words whose letters lie side by side on a keyboard."""
_VOWEL = re.compile(r"[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüý]")
_CLUSTER = re.compile(r"[bcdfghjklmnpqrstvwxz]{5,}")
_FAMILIAR_CLUSTERS = re.compile(r"(?:ngths?|ghts|tchs|rths|ndthr|tchst|rdsh|ghtsh|wnst|lfths|xths|nksg|htsb|hths)")
_STUCK = re.compile(r"(.)\1{4,}|asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer|wert(?!h)|zxcv|xcvb|cvbn|vbnm|jkl")


def oddity_of(text: str) -> Oddity | None:
    """Why this text is not a reply, or None. ``TOO_LONG`` means the first part is still read."""
    head = text[:MOST_CHARACTERS]
    if not head.strip("\x00 \t\r\n\u200b\u200e\u200f\ufeff"):
        return Oddity.EMPTY
    words = [w.lower().replace("’", "'") for w in _WORD.findall(head)]
    if not words:
        return None if re.search(r"\d", head) else Oddity.PUNCTUATION
    if _foreign(head, words):
        return Oddity.OTHER_LANGUAGE
    if _mashed(words):
        return Oddity.GIBBERISH
    return Oddity.TOO_LONG if len(text) > MOST_CHARACTERS else None


def _foreign(text: str, words: list[str]) -> bool:
    letters = [c for c in text if c.isalpha()]
    if sum(1 for c in letters if ord(c) > 0x24F) > 0.5 * len(letters):
        return True
    english = sum(w in _ENGLISH for w in words)
    best = max(sum(w in common and w not in _ENGLISH for w in words) for common in _OTHERS.values())
    return (best >= 2 and best > 1.5 * english and best >= 0.2 * len(words)) or (best >= 1 and len(words) >= 3 and english == 0 and best >= 0.25 * len(words))


def _mashed(words: list[str]) -> bool:
    """Mashed keys: most letters stand in words nobody can say, or many words without one English word among them."""
    bad = sum(len(w) for w in words if _unsayable(w))
    total = sum(len(w) for w in words)
    english = sum(w in _ENGLISH for w in words)
    if bad >= 0.5 * total:
        return english < 0.5 * len(words)
    if len(words) >= 6 and english == 0 and len(set(words)) > 2:
        return True
    return len(words) >= 12 and len(set(words)) <= 2


def _unsayable(word: str) -> bool:
    """Whether nobody can say this word: no vowel, a row of keys, one letter again and again, or too many consonants together."""
    if len(word) <= 2:
        return False
    if word in _ENGLISH or word in _SHORT_FORMS:
        return False
    if not _VOWEL.search(word):
        return len(word) >= 3 and word.isascii()
    if len(word) >= 4 and any(word in row or word in row[::-1] for row in _ROWS):
        return word not in _WORDS_IN_A_ROW
    if _STUCK.search(word):
        return True
    return bool(_CLUSTER.search(word)) and not _FAMILIAR_CLUSTERS.search(word) and word.isascii()
