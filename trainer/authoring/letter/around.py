"""What stands around a complaint and is none: older mails quoted below it, a letterhead without a salutation, a review page's own lines.

The lines are told apart by their shape alone. What cannot be told stays in: a line too many is struck out by the author, one that is lost is not missed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from trainer.authoring.letter.details import DATE, PRIVATE, without_references

_ENOUGH = 25
"""Words that make a complaint: with fewer above a quotation, what was sent on below is the complaint."""

_WROTE = re.compile(r"^(?:on|am|le)\b.{6,140}\b(?:wrote|schrieb|a écrit)\s*:$|^.{3,120}<\S+@\S+> wrote:$", re.IGNORECASE)
_ORIGINAL = re.compile(r"^[-_=*]{2,}\s*(?:original|forwarded|begin forwarded)\b.*$|^begin forwarded message:?$|^_{10,}$", re.IGNORECASE)
_MAIL_HEAD = re.compile(r"^(?:from|von|de)\s*:\s*\S.*$", re.IGNORECASE)
_MAIL_NEXT = re.compile(r"^(?:sent|to|date|subject|cc|gesendet|an)\s*:", re.IGNORECASE)
_DEVICE = re.compile(r"^(?:sent from|get outlook|von meinem|sent via|this e-?mail (?:and any|is confidential)|virus-free)\b.*$", re.IGNORECASE)

_PHONE = re.compile(r"^(?:tel|telephone|phone|mobile|mob|fax|e-?mail|www|web)\b\.?[:.]?.*$|^https?://\S+$", re.IGNORECASE)
_FOR = re.compile(
    r"^(?:for the attention of|from the desk of|to|for|from|attn|attention|the|by (?:post|hand|e-?mail)|private and confidential|without prejudice)\b[:,.]?",
    re.IGNORECASE,
)
_MARKED = re.compile(
    r"^(?:our|your|my)? ?(?:ref|reference|account|acct|a/c|order|booking|policy|customer|invoice|date)\b\.?(?: (?:no|number|nr|ref))?\.? ?[:.#]", re.IGNORECASE
)
_SMALL = frozenset("of the and & at in on upon by le la de du von am im c/o no. nr.".split())
_FIRM = re.compile(
    r"\b(?:ltd|limited|plc|llp|inc|gmbh|group|& (?:sons?|co|daughters?|partners)|council|bank|airlines?|airways|hotels?|housing association|nhs trust)\b\.?",
    re.IGNORECASE,
)

_STARS = re.compile(r"(?:[★☆⭐✩✭●○]\ufe0f?\s*){2,}|\b[1-5](?:\.\d)?\s*(?:/|out of)\s*5(?: stars?)?\b|\b(?:one|two|[1-5])[- ]stars?\b(?= *$)", re.IGNORECASE)
_PAGE = re.compile(
    r"^(?:(?:reviewed|review|written|posted|published)\b (?:by|of|on|in|from)\b.*|(?:date of (?:stay|visit|experience|travel|purchase)|travell?ed (?:as|with)|trip type|verified\b.*|stayed)\b.{0,40}|"
    r"\d+ (?:people|persons?|users?|customers?|helpful|reviews?|contributions?)\b.{0,40}|(?:one person|helpful\??|report(?: (?:abuse|review))?|share|like|reply|useful|read (?:more|less)|show (?:more|less)|translate|see all \d* ?reviews?)(?: \d+)?|"
    r"(?:value|rooms?|location|service|cleanliness|food|atmosphere|quality|delivery|rating|overall|would recommend)\s*[:|]?\s*(?:\d(?:/5)?|yes|no)?)$",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"^(?:(?:response|reply|comment) (?:from|by) (?:the )?(?:owner|manager|business|host|company|seller|management)|(?:owner|management)(?:'s|’s)? (?:response|reply))\b.*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Letterhead:
    """The lines above a letter that greets nobody."""

    lines: tuple[str, ...]
    subject: str
    """a line in capitals, or the heading of a review"""
    firm: str
    """whom it is addressed to, where the line says so by its Ltd"""
    length: int
    """lines of the text it takes"""


def without_older(text: str) -> str:
    """The newest message of a chain of mails; the older one, where the newest only sends it on."""
    lines = text.split("\n")
    for n, line in enumerate(lines):
        if _begins_older(lines, n):
            above, below = lines[:n], lines[n + 1 if not _MAIL_HEAD.match(line.strip()) else n :]
            if _words(above) >= _ENOUGH or _words(below) < _words(above):
                return "\n".join(one for one in above if not one.lstrip().startswith(">"))
            return without_older("\n".join(re.sub(r"^\s*> ?", "", one) for one in below))
    unquoted = [one for one in lines if not one.lstrip().startswith(">")]
    return "\n".join(unquoted) if len(unquoted) < len(lines) and _words(unquoted) >= _ENOUGH else text


def _begins_older(lines: list[str], n: int) -> bool:
    line = lines[n].strip().lstrip("> ")
    if _ORIGINAL.match(line) or _WROTE.match(line):
        return True
    following = next((one.strip() for one in lines[n + 1 : n + 3] if one.strip()), "")
    if _WROTE.match(f"{line} {following}") and re.match(r"on\b.*\d", line, re.IGNORECASE):  # broken over two lines
        lines[n + 1 : n + 2] = [""]
        return True
    return bool(n and _words(lines[:n]) and not _only_fields(lines[:n]) and _MAIL_HEAD.match(line) and _MAIL_NEXT.match(following))


def _only_fields(lines: list[str]) -> bool:
    return all(not one.strip() or re.match(r"^[\w-]+\s*:", one.strip()) for one in lines)


def _words(lines: list[str]) -> int:
    return sum(
        len(re.findall(r"[^\W\d_]{2,}", one))
        for one in lines
        if not re.match(r"^(?:from|to|sent|date|subject|cc)\s*:", one.strip().lstrip("> "), re.IGNORECASE)
    )


def without_page(lines: list[str]) -> tuple[list[str], str]:
    """Lines without what a review page or a telephone adds to them, and the review's own heading; the lines as they are where nothing was added."""
    rated = any(_STARS.search(line) for line in lines)
    kept: list[str] = []
    heading = ""
    for line in lines:
        if _DEVICE.match(line):
            continue
        if not rated:
            kept.append(line)
            continue
        if _ANSWER.match(line):
            break
        bare = _STARS.sub(" ", line).strip(" |·•-–:,")
        parts = [part for part in re.split(r"[|·•]", bare) if part.strip()]
        if bare != line.strip() and len(parts) < 2 and bare and not heading and not any(kept):
            heading = " ".join(bare.split())
        elif len(parts) > 1 or (line and not bare) or _PAGE.match(bare):
            kept.append("")
        else:
            kept.append(line)
    return kept, heading


def letterhead(lines: list[str]) -> Letterhead:
    """The lines above the first sentence: addresses, dates, references, whom it is for."""
    taken: list[str] = []
    subject = firm = ""
    n = 0
    for n, line in enumerate([*lines, ""]):
        if not line:
            continue
        if subject or not (taken or belongs(line) or _shouted(line)):
            break
        if _shouted(line) and any(_is_prose(one) for one in lines[n + 1 :]):
            subject = line
        elif belongs(line):
            firm = firm or (line.strip(" ,.") if _FIRM.search(line) else "")
        else:
            break
        taken.append(line)
    if not (subject or len(taken) > 1 or any(_dated(one) or _MARKED.match(one) for one in taken)):
        return Letterhead((), "", "", 0)  # one short line is how some people begin
    return Letterhead(tuple(taken), subject, firm, n)


def _shouted(line: str) -> bool:
    letters = re.findall(r"[^\W\d_]", line)
    return len(letters) > 5 and all(one.isupper() for one in letters) and len(line) <= 90 and not line.endswith(("!", "?", "."))


def _is_prose(line: str) -> bool:
    return not belongs(line) and not _shouted(line)


def belongs(line: str) -> bool:
    """Whether a line is part of a letterhead, and no sentence."""
    if len(line) > 70:
        return False
    if _dated(line) or _PHONE.match(line) or _MARKED.match(line) or without_references(line) == "":
        return True
    if any(pattern.search(line) for pattern in PRIVATE.values()) and len(line.split()) <= 8:
        return True
    if line.endswith(("!", "?")) or (line.endswith(".") and len(line.split()) > 4):
        return False
    words = re.findall(r"[\w&'’./-]+", _FOR.sub("", line))
    return len(words) <= 8 and all(one[0].isupper() or one[0].isdigit() or one.lower() in _SMALL for one in words)


def _dated(line: str) -> bool:
    """Whether a line is a day, with a place or a weekday at most."""
    return bool(DATE.search(line)) and len(re.findall(r"[^\W\d_]{2,}", DATE.sub(" ", line))) <= 2
