"""A customer's sentence as others would say it: the rep to them, or the file about them.

Word for word, so it is a draft and no more; every sentence made here is marked for the author to read again.
"""

from __future__ import annotations

import re
from enum import Enum

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?|[^A-Za-z]+")
_CONNECTIVE = re.compile(
    r"^(?:and|but|so|then|also|however|furthermore|moreover|besides|to make matters worse|on top of (?:that|this|it all)|worse still|worst of all|"
    r"firstly|secondly|thirdly|finally|in addition|honestly|frankly|apparently|instead|first of all|to be honest|needless to say)\b[, ]+(?=\w)",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"(?:have|had|has|were|are|will|would|can|could|should|shall|ought|may|might|must|did|do|does|don't|didn't|haven't|never|always|also|just|still|already|only|simply|then|now|"
    r"sent|took|made|gave|told|left|lost|came|went|kept|put|got|broke|let|wrote|rang|sold|paid|promise|say|said|want|know|see|think|need|call|keep|give|send|make|take|get|go|come|like|choose|offer|forgot|\w{2,}ed)$"
)
"""What follows a ``you`` that does something; before anything else it is done to."""
_DONE_TO = frozenset(
    "a about again all also an and another any are as at back because before both but by each every for four from he her his how i if in into is it last my next no nobody not now on "
    "once or our over she since so something than that the their them then there these they this those three through to today tomorrow twice two until was we were what when where "
    "whether which while who why will with without yesterday".split()
)
"""What follows a ``you`` to whom something is done; before any other word it cannot be told which of the two it is."""
_NEVER_TURNED = re.compile(
    r"\byou (?:people|lot|guys|folks?|all|both)\b|\b(?:I|we)(?:['’]d| would| must| can only| have to| do)? (?:dare ?say|daresay|suppose|imagine|reckon|presume|bet|suspect|assume|wonder|must say)\b|"
    r"\b(?:I|we) (?:think|believe|say|hope|trust) (?:that )?you\b",
    re.IGNORECASE,
)
"""Talk to the firm as a crowd, and what the writer supposes of it: no rep could say it back with the persons turned."""
_AUXILIARY = {"am": "are", "was": "were"}


class To(Enum):
    """Whose mouth the sentence is for."""

    REP = "rep"
    """the rep, to the customer"""
    FILE = "file"
    """the file, about the customer"""


_I = ("i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves")
_TURNED = {
    To.REP: dict(zip(_I, ("you", "you", "your", "yours", "yourself", "you", "you", "your", "yours", "yourselves"), strict=True)),
    To.FILE: dict(zip(_I, ("they", "them", "their", "theirs", "themselves", "they", "them", "their", "theirs", "themselves"), strict=True)),
}


def can_be_turned(sentence: str) -> bool:
    """Whether it is plain who does what in it, so that its persons can be turned round."""
    words = [piece.lower().replace("’", "'") for piece in _WORD.findall(sentence)]
    after = [words[place + 2] if words[place + 1 : place + 2] == [" "] and place + 2 < len(words) else "" for place, word in enumerate(words) if word == "you"]
    return not _NEVER_TURNED.search(sentence) and all(not word or word in _DONE_TO or _DOES.match(word) for word in after)


def turned(sentence: str, to: To, *, longest: int = 0) -> str:
    """The sentence with its persons turned: the firm is we, the customer you or they. Small first letter, no full stop.

    Where that is not safe, the writer's own words.
    """
    bare = _CONNECTIVE.sub("", sentence.strip())
    if not can_be_turned(bare):
        return shortened(bare.rstrip(" .!"), longest) if longest else bare.rstrip(" .!")
    pieces = _WORD.findall(bare)
    words = [index for index, piece in enumerate(pieces) if piece[0].isalpha()]
    out = list(pieces)
    for place, index in enumerate(words):
        low = pieces[index].lower().replace("’", "'")
        before = pieces[words[place - 1]].lower() if place else ""
        next_to = place + 1 < len(words) and not pieces[index + 1].strip()
        acts = next_to and bool(_DOES.match(pieces[words[place + 1]].lower().replace("’", "'")))
        out[index] = _word(low, before, pieces[index], acts, to)
    text = "".join(out).strip()
    if re.match(r"(?:I|we)\b", bare, re.IGNORECASE):
        text = re.sub(r"\band was\b", "and were", text)
    text = shortened(text.rstrip(" .!"), longest) if longest else text.rstrip(" .!")
    first = re.match(r"\w+", text)
    keep = first is not None and first[0][:1].isupper() and (first[0].isupper() or _is_name(first[0], bare))
    return text if keep else text[:1].lower() + text[1:]


def _word(low: str, before: str, original: str, acts: bool, to: To) -> str:
    table = _TURNED[to]
    if low in table:
        return table[low]
    who = table["i"]
    if low in ("am", "was") and before in ("i",):
        return _AUXILIARY[low]
    low = {"im": "i'm", "ive": "i've"}.get(low, low)
    if low in ("i'm", "i've", "i'd", "i'll", "we're", "we've", "we'd", "we'll"):
        return who + ("'re" if low in ("i'm", "we're") else low[low.index("'") :])
    if low == "you":
        return "we" if acts else "us"
    if low in ("your", "yours", "yourself", "yourselves"):
        return {"your": "our", "yours": "ours"}.get(low, "ourselves")
    if low in ("you're", "you've", "you'd", "you'll"):
        return "we" + low[3:]
    return original


def _is_name(word: str, sentence: str) -> bool:
    """A capital that is not only the sentence's: months and days, or a word met with its capital inside too."""
    return bool(re.search(rf"[a-z,] {re.escape(word)}\b", sentence)) or bool(re.fullmatch(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mr|Mrs|Ms|Dr", word))


def titled(text: str, longest: int) -> str:
    """The text, or its first whole clause, where that fits; empty where nothing whole does: a title never stops in the middle of a sentence."""
    text = text.strip().rstrip(".")
    if len(text) <= longest:
        return text
    cuts = [match.start() for match in re.finditer(r"[.!?;] | - | – |, (?:and|but|so) (?:I|we|you|they|it|he|she|now|then|nobody)\b", text[: longest + 2])]
    whole = [text[:cut].strip() for cut in cuts if cut <= longest and len(text[:cut].split()) > 2]
    return whole[-1] if whole else ""


def shortened(text: str, longest: int) -> str:
    """The text up to the last clause that fits, or to a whole word."""
    if len(text) <= longest:
        return text
    head = text[:longest]
    cuts = [match.start() for match in re.finditer(r"; |, (?:and|but|so|which|who|because)\b| - | – |: ", head) if match.start() > longest // 3]
    comma = head.rfind(", ")
    end = cuts[-1] if cuts else comma if comma > longest // 2 else head.rfind(" ")
    return head[: end if end > 0 else longest].rstrip(" ,;:-–")
