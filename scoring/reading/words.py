"""A reply as plain tokens: lower case, contractions opened, text-speak and common typos mended, offsets kept.

Rules read the mended copy so that "dont", "don’t" and "do not" are one thing; every token remembers the stretch of the
original it came from, because spans shown to a trainee must be the trainee's own letters. Nothing here changes the reply.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from scoring.reading.spelling import CONTRACTIONS, HABITS, PARTICIPLES, mend


class Token(NamedTuple):
    """One word or mark of the mended copy and where it stands in the original. A tuple: there are many, and nothing else is made as fast."""

    norm: str
    start: int
    end: int
    raw: str
    quoted: bool = False


_TOKEN = re.compile(
    r"(?P<money>[£€$¥₹]\s?\d[\d,]*(?:\.\d+)?k?\b)"
    r"|(?P<number>\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|am|pm|p|k|%|x)?(?![A-Za-z0-9])|\d+(?:[-.]\d+)+)"
    r"|(?P<code>[A-Za-z]*\d[A-Za-z0-9-]*)"
    r"|(?P<word>[^\W\d_]+(?:['’ʼ`-][^\W\d_]+)*['’]?(?=s?\b|\s|$|\W))"
    r"|(?P<stop>[.!?…]+|[？！。])"
    r"|(?P<line>\n+)"
    r"|(?P<mark>[,;:()\[\]]|\s[-–—]+\s|[–—]+)"
)
_QUOTES = re.compile(r'"([^"\n]{2,240})"|“([^”\n]{2,240})”|(?<![\w])[\'‘]([^\'’\n]{1,80}(?:[\'’](?=[a-z])[^\'’\n]{1,80})*)[\'’](?![\w])')
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "‘": "'"})


def quoted_stretches(text: str) -> list[tuple[int, int]]:
    """Where the reply quotes somebody. A quotation that is nearly the whole reply is a habit of typing, not a quotation."""
    found = [(m.start(), m.end()) for m in _QUOTES.finditer(text)]
    covered = sum(end - start for start, end in found)
    return [] if covered > 0.8 * len(text.strip()) else found


@lru_cache(maxsize=256)
def tokens_of(text: str) -> tuple[Token, ...]:
    """The mended tokens of a text, in order. Marks are tokens too: ``.``, ``,`` and so on; a line break is ``\\n``."""
    quotes = quoted_stretches(text)
    raw: list[Token] = []
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        word = found[0]
        quoted = bool(quotes) and any(a <= start < b for a, b in quotes)
        kind = found.lastgroup
        if kind == "word":
            raw.append(Token(word.translate(_APOSTROPHES).lower().rstrip("'"), start, end, word, quoted))
        elif kind == "line":
            raw.append(Token("\n", start, end, word, quoted))
        elif kind == "mark" and word.strip() and word.strip()[0] in "-–—":
            raw.append(Token("-", start, end, word, quoted))
        elif kind == "stop":
            raw.append(
                Token(
                    "?" if "?" in word or "？" in word else "!" if "!" in word or "！" in word else "..." if len(word) > 1 or word == "…" else ".",
                    start,
                    end,
                    word,
                    quoted,
                )
            )
        else:
            raw.append(Token("".join(word.lower().split()), start, end, word, quoted))
    return tuple(_opened(raw))


def _opened(raw: list[Token]) -> list[Token]:
    """Contractions opened and habits mended; one original word may give several tokens with one span."""
    out: list[Token] = []
    for index, token in enumerate(raw):
        if not token.norm[0].isalpha():
            out.append(token)
            continue
        after = raw[index + 1].norm if index + 1 < len(raw) else ""
        before = out[-1].norm if out else ""
        joins = token.raw == "n" and after[:1].isalpha() and before not in _NAMED_N
        parts = ("and",) if joins else _doubtful(token.norm, before, after) or _parts(token.norm)
        if parts == (token.norm,):
            out.append(token)
        else:
            out += (Token(part, token.start, token.end, token.raw, token.quoted) for part in parts)
    return out


@lru_cache(maxsize=8192)
def _parts(word: str) -> tuple[str, ...]:
    known = CONTRACTIONS.get(word) or HABITS.get(word)
    if known:
        return known
    if word.endswith("n't"):
        return word[:-3], "not"
    for tail, full in (("'ll", "will"), ("'ve", "have"), ("'re", "are"), ("'m", "am"), ("'d", "would")):
        if word.endswith(tail):
            return word[: -len(tail)], full
    if word.endswith("'s"):
        return word[:-2], "'s"
    return (mend(word),)


_NAMED_N = frozenset("option section part line unit type class row gate platform letter block size grade".split())
"""What an N stands behind as a name; elsewhere a lone one is an "and"."""
_WOULD = frozenset("should would could must might never".split())


def _past(word: str) -> bool:
    return word in PARTICIPLES or (len(word) > 4 and word.endswith("ed"))


_VERBISH = re.compile(
    r"^(?:just|also|not|get|go|be|do|have|look|check|ring|call|send|see|make|put|let|try|ask|find|sort|refund|email|text|book|add|give|"
    r"take|pass|note|keep|message|txt|msg|b|sms|fone|chase|need|pop|speak|come|wait|stay)$"
)
_AFTER_ITS = re.compile(
    r"^(?:a|an|the|not|been|our|my|your|only|just|on|in|at|gone|too|very|so|all|no|still|now|about|with|going|being|already|done|fine|"
    r"ok|hard|easy|never|really|our|out|here|there|up|down|an?)$"
)


_WHOSE_D = frozenset("i'd you'd we'd he'd she'd they'd it'd that'd there'd who'd".split())
_AS_IT_STANDS = frozenset("were well wed hell shell".split())
"""Words of their own before they are a contraction without its apostrophe."""


_DAYS = {"sat": "saturday", "sun": "sunday"}
"""Days cut short to another word; the other five are always mended."""
_PARTS_OF_A_DAY = frozenset("morning afternoon evening night lunchtime am pm".split())
_ON = frozenset("on by until till next this".split())
_BEFORE_A_DAY = _ON | {"", ".", ",", "!", "yes", "or", "for", "from", "is", "are", "come", "comes", "slot", "van", "tomorrow", "booked"}


def _doubtful(word: str, before: str, after: str) -> tuple[str, ...]:
    """Words that may be one contraction or another, or one without its apostrophe; the neighbours decide. Nothing for every other word."""
    if word in _DAYS:
        return (_DAYS[word],) if after in _PARTS_OF_A_DAY or (before in _BEFORE_A_DAY and (after[:1].isdigit() or before in _ON)) else ()
    if word == "of":
        return ("have",) if before in _WOULD and _past(after) else ()
    if word in _WHOSE_D:
        return word[:-2], "had" if _past(after) and after != "like" else "would"
    if word == "ill":
        return ("i", "will") if _VERBISH.match(after) and before not in ("is", "are", "was", "am", "very", "be", "so") else ("ill",)
    if word == "id":
        return ("i", "would") if after in ("like", "love", "be", "rather", "say", "have", "need", "want", "suggest", "go", "hate") else ("id",)
    if word == "its":
        return ("it", "is") if _AFTER_ITS.match(after) or after.endswith("ing") else ("its",)
    return (word,) if word in _AS_IT_STANDS else ()


@lru_cache(maxsize=2048)
def plain(text: str) -> str:
    """The mended copy as one string, tokens parted by single spaces. For phrases of rules and scenarios."""
    return " ".join(t.norm for t in tokens_of(text) if t.norm != "\n")


def plain_lines(text: str) -> str:
    """The same for a text that grows line by line: those it had before are mended already."""
    return " ".join(filter(None, map(plain, text.split("\n"))))
