"""A letter's file as plain text, and the text as its parts: who is addressed, what it is about, the sentences, who signed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from scenarios.problems import CONTROL
from scoring.reading.sentences import clauses_of
from trainer.authoring.letter.around import belongs, letterhead, without_older, without_page
from trainer.authoring.letter.details import PRIVATE
from trainer.authoring.letter.names import KINDS
from trainer.authoring.letter.notes import Note, note_in
from trainer.authoring.letter.running_on import pieces_of
from trainer.errors import ContentError, UsageError

MOST_BYTES = 50_000
_PIECE = 3500
"""Characters of a paragraph cut into sentences at once; the cutter reads no more than a little over this."""

_HEADER = re.compile(r"^(from|to|sent|date|subject|cc|bcc|reply-to)\s*:\s*(.*)$", re.IGNORECASE)
_SUBJECT = re.compile(r"^(?:re|subject|ref|regarding|concerning)\s*:\s*(\S.*)$", re.IGNORECASE)
_SALUTATION = re.compile(
    r"^(?:(?:most )?(?:dear|respected|esteemed|honou?rable)|hi|hello|hey|good (?:morning|afternoon|evening)|to (?:whom?|hoom?|who'?m) it (?:m\w+ )?[ck]on[cs]erns?|to the (?:manager|owner)|sirs?|madam)\b(.{0,60})$",
    re.IGNORECASE,
)
_TELLS = re.compile(r"^(?i:hi|hello|hey|good \w+)(?: there| all)?[,!. ]+[a-z'’]+ (?:[\w'’-]+ )+[\w'’-]+[.!?]*$")
"""Greets, and goes on to the matter on the same line."""
_SIGN_OFF = re.compile(
    r"^(?:yours(?: \w+)?|(?:kind|best|warm|warmest|kindest)(?: regards| wishes)?|(?:many )?thanks?(?: you)?(?: in advance)?|regards|sincerely(?: yours)?|respectfully(?: yours)?|"
    r"with (?:kind |best )?(?:regards|thanks|respect)|(?:awaiting|waiting for|thanking|hoping)\b.{0,40}|cheers|cordially|signed|in disgust|disappointed(?:ly)?)\s*[,.!]*\s*(.{0,40})$",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"^(?:(?:mrs?|ms|miss|mx|dr|prof|rev|sir|dame)\.? )?[^\W\d_][\w.'’-]*(?: (?:and|&|[^\W\d_][\w.'’-]*)){0,4}(?: \([^()]{1,20}\))?$", re.IGNORECASE
)
_BEHIND = re.compile(r"(?<=[.!?]) (?P<name>(?:[^\W\d_a-z][\w'’-]+ ?){1,3}(?:\((?i:mrs?|ms|miss|mx|dr)\.?\))?)$")
"""A name behind the last sentence, on its line."""
_NOBODY = re.compile(r"\b(?:sirs?|madam|team|manager|whom|customer|services?|all|there|everyone|complaints|support|owner|folks|guys)\b", re.IGNORECASE)

_PERSON = re.compile(r"(?:mrs?|ms|miss|mx|dr|prof|rev)\b", re.IGNORECASE)
"""Addressed to somebody, not to a firm."""


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A letter in its parts. ``whole`` is the text with nothing left out; what was not found is empty."""

    whole: str
    head: str
    """what stands before the salutation"""
    addressee: str
    subject: str
    paragraphs: tuple[tuple[str, ...], ...]
    """sentences as they were written, by paragraph"""
    sender: str
    note: bool = False
    """taken down by a colleague, and not in the customer's own words"""

    @property
    def sentences(self) -> tuple[str, ...]:
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph)


def letter_in(path: Path) -> Letter:
    """Read a letter's file: UTF-8, UTF-16 with its mark, or Windows-1252. Raises UsageError where there is none, ContentError where it is no text."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "its name cannot be used"
        raise UsageError(f"The letter {path} cannot be read: {reason}.", "Name a text file.") from error
    if len(data) > MOST_BYTES:
        raise ContentError(f"The letter {path} is over {MOST_BYTES // 1000} kB.", "Save the complaint alone as a text file.")
    text = decoded(data)
    if text is None or len(re.findall(r"[^\W\d_]{2,}", text)) < 5:
        raise ContentError(f"{path} is not a letter in plain text.", "Open it, and save it as plain text (.txt) from there.")
    return letter_from(text)


def decoded(data: bytes) -> str | None:
    """The bytes as text, or None where they are none, as in a word processor's own file."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if b"\0" in data or data.startswith((b"%PDF", b"PK\x03\x04", b"{\\rtf")):
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def letter_from(text: str) -> Letter:
    """The parts of a letter's text, made harmless: no control characters, and no braces, which a customer's line would take for a slot."""
    text = CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\ufffd", "'"))
    text = without_older(text.replace("{", "(").replace("}", ")"))
    lines = [re.sub(r"^(?:\s*>)+\s?", "", line).strip() for line in text.split("\n")]
    lines, fields = _without_headers(lines)
    body, heading = without_page(lines)
    start = next((n for n, line in enumerate(body[:40]) if len(line) <= 70 and _SALUTATION.match(line) and not _tells(line)), -1)
    found = _SALUTATION.match(body[start]) if start >= 0 else None
    top = letterhead(body if start < 0 else body[:start])
    note = note_in(body) if start < 0 else Note()
    head, body = (body[:start], body[start + 1 :]) if start >= 0 else (list(note.head), list(note.lines)) if note else (list(top.lines), body[top.length :])
    subject = fields.get("subject", "")
    for n, line in enumerate(body):
        if line and (marked := _SUBJECT.match(line)) and len(line) < 160:
            subject, body[n] = marked[1], ""
            break
    subject = subject or next((marked[1] for line in head if (marked := _SUBJECT.match(line))), "") or top.subject.capitalize() or heading
    body, sender = _signed(body)
    return Letter(
        whole="\n".join(lines),
        head="\n".join([*head, fields.get("date", ""), fields.get("sent", "")]),
        addressee=_addressee(found[1] if found else "") or top.firm,
        subject=re.sub(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", "", subject, flags=re.IGNORECASE).strip(),
        paragraphs=tuple(tuple(sentences_of(paragraph)) for paragraph in _paragraphs(body)),
        sender=note.caller or _named(sender) or _named(re.sub(r"<.*|\S+@\S+", "", fields.get("from", "")).strip(' "')),
        note=bool(note),
    )


def _tells(line: str) -> bool:
    return bool(_TELLS.match(line)) and not _NOBODY.search(line)


def sentences_of(paragraph: str) -> list[str]:
    """A paragraph's sentences as they were written."""
    out: list[str] = []
    while paragraph:
        cut = len(paragraph) if len(paragraph) <= _PIECE else paragraph.rfind(" ", 0, _PIECE) + 1 or _PIECE
        piece, paragraph = paragraph[:cut], paragraph[cut:]
        starts: dict[int, int] = {}
        for clause in clauses_of(piece):
            starts.setdefault(clause.sentence, clause.start)
        places = [*list(starts.values())[1:], len(piece)]
        first = 0
        for place in places:
            out.append(piece[first:place].strip())
            first = place
    return [_squeezed(piece) for sentence in out for piece in pieces_of(sentence) if re.search(r"\w", piece)]


def _squeezed(sentence: str) -> str:
    sentence = re.sub(r"([!?.,])\1{3,}", r"\1\1\1", " ".join(sentence.split()))
    return sentence if len(sentence) <= 600 else sentence[:600].rsplit(" ", 1)[0]


def _without_headers(lines: list[str]) -> tuple[list[str], dict[str, str]]:
    """An e-mail's first lines taken off, and what they say."""
    fields: dict[str, str] = {}
    kept = list(lines)
    while kept and (not kept[0] or _HEADER.match(kept[0])):
        if found := _HEADER.match(kept.pop(0)):
            fields[found[1].lower()] = found[2].strip()
    return kept, fields


def _addressee(text: str) -> str:
    """Whom a salutation names, where that is a firm; of several things in a row the one that is called as firms are."""
    names = [name for part in text.split(",") if (name := part.strip(" ,:;.!-"))]
    if len(names) > 1:
        names = [name for name in names if name.split()[-1].lower() in KINDS]
    return next((name for name in names[:1] if not _NOBODY.search(name) and not _PERSON.match(name) and _NAME.match(name)), "")


def _named(text: str) -> str:
    """A name without what stands in brackets after it, with its capitals."""
    name = re.sub(r"\s*\(.*", "", text)
    return (name.title() if name.islower() or (name.isupper() and len(name) > 3) else name) if _NAME.match(name) else ""


def _signed(body: list[str]) -> tuple[list[str], str]:
    """The body without its sign-off, and the name under it."""
    filled = [n for n, line in enumerate(body) if line]
    for n in reversed(filled[-14:]):
        found = _SIGN_OFF.match(body[n])
        if not found or len(body[n]) > 60:
            continue
        after = [line for line in map(_without_contact, body[n + 1 :]) if line]
        name = next((line.strip(" ,.") for line in (found[1].strip(" ,."), *after[:2]) if line and _NAME.match(line.strip(" ,."))), "")
        if name or not after:
            return body[:n] + _postscript(body[n + 1 :]), name
    return _signed_without_a_word(body, filled) if len(filled) > 1 else (body, "")


def _signed_without_a_word(body: list[str], filled: list[int]) -> tuple[list[str], str]:
    """The body without the name at its end that no word of parting leads to: on lines of its own, with an address or a number under or beside it, or behind the last sentence."""
    last = filled[-1]
    block = next((n for n in range(last, -1, -1) if n == 0 or not body[n - 1]), last)
    for n in (block, last):
        lines = [_without_contact(line) for line in body[n : last + 1]]
        name = lines[0].split(",")[0].strip()
        alone = n == last and "," not in lines[0]
        if n > 0 and (alone or all(map(belongs, body[n : last + 1]))) and len(name) <= 40 and _NAME.match(name) and len(name.split()) <= 4:
            return body[:n], name.lstrip("-–— ")
    if (found := _BEHIND.search(left := _without_contact(body[last]))) and (left != body[last].rstrip(" .") or len(found["name"].split()) > 1):
        return [*body[:last], left[: found.start()]], found["name"].strip()
    return body, ""


def _without_contact(line: str) -> str:
    """A line without the numbers and addresses that lead to whoever wrote it."""
    left = line
    for pattern in PRIVATE.values():
        left = pattern.sub("", left)
    return (
        line
        if left == line
        else re.sub(r"[\s,;|]*\b(?:tel|telephone|phone|mobile|mob|e-?mail|[tme])\b[.:]*\s*$", "", left.rstrip(" ,;:|-"), flags=re.IGNORECASE).strip(" ,;:|-")
    )


def _postscript(lines: list[str]) -> list[str]:
    for n, line in enumerate(lines):
        if found := re.match(r"^p\.?\s?s\.?\s*[:.-]?\s*", line, re.IGNORECASE):
            return ["", line[found.end() :], *lines[n + 1 :]]
    return []


def _paragraphs(lines: list[str]) -> list[str]:
    """Lines joined where an editor broke them; a short line that stands for itself stays alone."""
    out: list[str] = []
    before = ""
    for line in lines:
        joins = bool(before) and bool(line) and (len(before) > 45 or line[:1].islower()) and not re.match(r"^(?:[-*•]|\d{1,2}[.)])\s", line)
        if joins:
            out[-1] += " " + line
        elif line:
            out.append(re.sub(r"^(?:[-*•]|\d{1,2}[.)])\s+", "", line))
        before = line
    return out
