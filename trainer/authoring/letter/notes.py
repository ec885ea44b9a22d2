"""A colleague's note of a call, in the caller's mouth as far as that can be done: who rang, what about, and ``says he rang twice`` as ``I rang twice``.

Whom a ``him`` means cannot be told from a note's few words, so only what clearly is the caller is turned, and the file says that it was a note.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

FLAGS = re.IGNORECASE
_TITLE = re.compile(
    r"^(?:(?:tele)?phone|call|contact|file|message|voicemail|complaint|cust(?:omer)?)[- ]?(?:call )?(?:note|notes|log|record|message)?\b(?=.{0,80}$)(?=.*\b(?:note|notes|log|message|taken|call from)\b)",
    FLAGS,
)
_CALLER = re.compile(r"^(?:caller|cust(?:omer)?|client|name|from|call from|patient|guest|tenant)(?: name)?\s*:\s*(?P<name>[^,;(\d]{2,50})", FLAGS)
_FIELD = re.compile(r"^(?:taken by|date|time|tel|phone|number|acct|account|order|ref|booking|action|follow[- ]?up|status|priority|to|for)\b[^:]{0,20}:", FLAGS)
_ABOUT = re.compile(r"^(?:re|about|subject|regarding)\s*:", FLAGS)
_FOR_US = re.compile(
    r"^(?:call(?: \w+)? back|ring (?:him|her|them)|pls |please (?:call|ring)|urgent\b|action\b|to do\b|fao\b)|^(?:v|very)\.? (?:upset|angry|cross)\W*$", FLAGS
)
_MOOD = re.compile(r"^(?:(?:is |was )?(?:v|very|extremely|quite)\.? (?:upset|angry|cross|rude|calm|distressed|polite|unhappy)[.,;]? ?)", FLAGS)
_DID = r"dropped|rang|called|phoned|texted|emailed|e-mailed|wrote|booked|ordered|paid|bought|went|came|waited|picked|took|sent|asked|got|left|lost|had|has|was|is|wants|needs|received|returned|complained|chased|tried|can't|cannot|couldn't|didn't|still"
_BARE = re.compile(rf"^(?:also |then |so |and |now )?(?=(?:{_DID})\b)", FLAGS)
_WANTS = re.compile(r"^(?:(?:he|she|they|cust(?:omer)?|caller|client) )?(?:wants|would like|asking for|asks for|needs)\b:? ?", FLAGS)
_SAYS = re.compile(r"^(?:(?:he|she|they|cust(?:omer)?|caller|client) )?(?:says|said|states|claims|reports|mentioned|explained)(?: that)?:? (?=\w)", FLAGS)
_TAIL = re.compile(r",? (?:he|she|they|cust(?:omer)?|caller) (?:says|said|claims|states)\b", FLAGS)
_FAMILY = r"daughter|son|wife|husband|partner|mother|mum|father|dad|sister|brother|baby|gran|grandson|granddaughter|kids|children"
_PERSONS = (
    (re.compile(r"\b(?:we|us)\b", FLAGS), "you"),
    (re.compile(r"\bour\b", FLAGS), "your"),
    (re.compile(r"\b(?:he|she)(?:['’]?ll\b| will\b)", FLAGS), "I'll"),
    (re.compile(r"\b(?:he|she)(?:['’]s| is)\b", FLAGS), "I'm"),
    (re.compile(r"\b(?:he|she) has\b", FLAGS), "I have"),
    (re.compile(r"\b(?:he|she|caller|cust(?:omer)?|client)\b(?!:)", FLAGS), "I"),
    (re.compile(r"\b(?P<verb>told|tells|tell|asked|ask|promised|called|call|rang|ring|phoned|gave|sent|owe|owed|answered|warned|let|charged) (?:him|her)\b", FLAGS), r"\g<verb> me"),
    (re.compile(rf"\b(?:his|her) (?={_FAMILY})\b", FLAGS), "my "),
    (re.compile(r"\bpls\b", FLAGS), "please"),
)  # fmt: skip


@dataclass(frozen=True)
class Note:
    """A note in its parts; false where there is none."""

    head: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    caller: str = ""

    def __bool__(self) -> bool:
        return bool(self.lines)


def note_in(lines: list[str]) -> Note:
    """The note these lines are, if they are one: it says so at the top, or names a caller."""
    first = [line for line in lines if line][:6]
    named = next((found for line in first if (found := _CALLER.match(line))), None)
    if not (named and len(first) > 2) and not (first and _TITLE.match(first[0])):
        return Note()
    head: list[str] = []
    body: list[str] = []
    for line in lines:
        bare = line.lstrip("-–*• ").strip()
        if not any(body) and (_TITLE.match(bare) or _CALLER.match(bare) or _FIELD.match(bare)):
            head.append(bare)
        elif _FOR_US.match(bare) or _FIELD.match(bare):
            body.append("")
        else:
            body.append(bare if _ABOUT.match(bare) else _turned(bare))
            body.append("")  # each line of a note stands for itself
    caller = re.sub(r"\s+(?:acct|account|tel|re|order|no)\b.*", "", named["name"], flags=FLAGS) if named else ""
    caller = re.sub(r"^(?:mr|mrs|ms|miss|mx)\.? (?=\S+ \S)", "", caller.strip(" .-"), flags=FLAGS)
    return Note(tuple(head), tuple(body), caller) if any(body) else Note()


def _turned(line: str) -> str:
    line = _MOOD.sub("", line)
    if wants := _WANTS.match(line):
        line = f"I want {line[wants.end() :]}"
    else:
        said = _SAYS.sub("", line)
        line = said if said != line else re.sub(_BARE, lambda found: f"{found[0]}I ", line, count=1)
    line = _TAIL.sub("", line)
    for pattern, by in _PERSONS:
        line = pattern.sub(by, line)
    line = re.sub(rf"(?:^|(?<=[.!?;] ))(?P<who>{_FAMILY})\b", lambda found: f"My {found[0].lower()}", line, flags=FLAGS)
    line = re.sub(r"(?<=\bI )(?:Is|Was|Has|[A-Z][a-z]+)\b", lambda found: {"is": "am", "has": "have"}.get(found[0].lower(), found[0].lower()), line)
    line = re.sub(r"\bI (?:is|has)\b", lambda found: "I am" if found[0].endswith("is") else "I have", line)
    return line[:1].upper() + line[1:]
