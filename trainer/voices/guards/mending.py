"""What a model wraps round a line, taken off again; and a line cut where it stops being one person's few sentences.

Only wrapping is mended. A word inside is never changed, because a guard that rewrites is one more author.
"""

from __future__ import annotations

import re
import unicodedata

from trainer.voices.guards.reasons import Reason, RefusedError
from trainer.voices.request import MoveRequest

LONGEST = 2_000
"""Characters looked at; whatever comes after them is never shown."""

SENTENCES, FEW, WORDS = 3, 30, 45
"""A chat turn: so many sentences, or more where they are few words in all; where the written line is longer, its own size counts."""

MOST_LEANING = 3
"""Words that somebody would stress; more of them between asterisks are a stage direction."""

TOKENS = re.compile(
    r"<\|[^|>\n]{0,40}\|?>|</?s>|<(?:bos|eos|pad|unk|start_of_turn|end_of_turn|turn|channel)\|?>|<\|?turn\|?>|\[/?INST\]|<</?SYS>>|\[/?(?:SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS)\]"
    r"|<[｜|][^>\n]{0,60}[｜|]>|</?(?:tool_call|tool_response|function|im_start|im_end|end_of_text|endoftext)[^>\n]{0,20}>|\s(?:###|<\|\|)\s?(?:Human|User|Instruction|Response|Assistant)\b.*",
    re.IGNORECASE,
)
"""Role and control tokens of the common chat templates. Nothing after the first one is the customer's."""

_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|.)?")
_THOUGHT = re.compile(r"^\s*<(think|thinking|thought|reasoning)>.*?</\1>\s*", re.IGNORECASE | re.DOTALL)
_TAG_PAIR = re.compile(r"^<([a-z_]{2,20})>(.*)</\1>$", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"</?[a-z][a-z0-9_-]{0,20}(?:\s[^<>]{0,60})?/?>", re.IGNORECASE)
_FENCE = re.compile(r"^```[a-z]*\s*\n?(.*?)\n?```$", re.DOTALL)
_AFTERWORD = re.compile(
    r"\n\s*(?:-{3,}|\*{3,}|={3,}|\(?(?:note|explanation|direction|translation|reasoning|alternatively)\b\s*[:)]).*$", re.IGNORECASE | re.DOTALL
)
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.{1,200}?)(?<=\S)\1")
_STAGE = re.compile(r"\*[^*\n]{2,80}\*|\[[^\]\n]{2,80}\]")
_LEANING = re.compile(r"\*([^*\s][^*\n]{0,24})\*")
_ACTS = re.compile(r"(?:[a-z]+ly )?[a-z]{3,}(?:s|es|ing)\b(?! (?:is|was|are))", re.IGNORECASE)
"""How a stage direction begins that stands between asterisks: ``sighs``, ``slowly types``."""
_ASIDE = re.compile(
    r"\((?:(?:she|he|they|the customer)\b|(?:sigh|paus|smil|shout|typ|roll|cross|laugh|frown|glar|shak|nod|soft|growl|mutter|angr|calm|sarcast|cold|quiet|frustrat|furious|annoy|tired|pleas)[a-z]*\b)[^)\n]{0,80}\)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*(?:[A-Da-d]\)\s|(?:line|option|version) \d\s?:|[-*•]\s|\d{1,2}[.)]\s|#{1,6}\s|\|)", re.MULTILINE)
_LEFTOVER = re.compile(
    r"```|^\s*[{\[]\s*\"|\*\*|\*|\[[^\]]*\]|\|.*\||#\w|_{2,}|https?://|www\.|\{[a-z_]+\}|^option [a-c]\b|\boption [b-c]:|={3,}|-{3,}",
    re.IGNORECASE | re.MULTILINE,
)
_TRAILING = re.compile(r"(?:[,;(]|\b(?:a|an|the|and|my|your|such|because|as))$", re.IGNORECASE)
"""How a line ends that was cut off, where whoever says it types no full stops."""
_CUT_OFF = re.compile(
    r"(?:[,;:(–—-]|\b(?:a|an|the|and|or|but|to|of|in|on|at|for|with|my|your|such|as|if|when|that|which|because|is|are|was|not))$", re.IGNORECASE
)
_LETTER = re.compile(r"^\s*dear [\w ]{2,30},|\b(?:yours (?:faithfully|sincerely|truly)|kind regards|best regards|warm regards)\b", re.IGNORECASE)
_CLOSERS = (".", "?", "!", "…", '"', "”", ")", "'", "’")
_ENDS = re.compile(r"(?:[.?!…]+[\"”’']?)(?=\s|$)")
_REP = r"rep|agent|advisor|adviser|support|representative|operator|staff|clerk|employee|service"
_OURS = r"customer|caller|client|user|assistant|answer|line|response|reply|ai|bot|me|output"


def mended(line: str, request: MoveRequest) -> str:
    """The customer's own words out of what a model handed in. Raises RefusedError where there are none."""
    text = _without_machinery(line[:LONGEST])
    text = _unwrapped(_one_speaker(text, request), request)
    if _BULLET.search(text) or _LEFTOVER.search(text):
        raise RefusedError(Reason.FORMAT)
    if _LETTER.search(text) and not _LETTER.search(request.written):
        raise RefusedError(Reason.FORMAT)
    if sum(unicodedata.category(c) == "So" for c in text) > 1:
        raise RefusedError(Reason.FORMAT)
    text = _whole(" ".join(text.split()), request)
    if not any(c.isalpha() for c in text):
        raise RefusedError(Reason.EMPTY if not text else Reason.FORMAT)
    return text


def _without_machinery(line: str) -> str:
    """Thoughts, terminal escapes and everything from the first control token on; what else no keyboard types is refused."""
    text = _ESCAPES.sub("", _THOUGHT.sub("", line)).replace("\r", "\n").replace("\ufeff", "")
    if not text.strip():
        raise RefusedError(Reason.EMPTY if not line.strip() else Reason.CONTROL)
    token = TOKENS.search(text)
    if token:
        text = text[: token.start()]
    if not text.strip() or re.search(r"</?(?:think|thinking|thought|reasoning)>", text, re.IGNORECASE):
        raise RefusedError(Reason.CONTROL)
    if any(c not in "\n\t" and unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Cn") and c != "\u200d" for c in text) or "\ufffd" in text:
        raise RefusedError(Reason.CONTROL)
    return _AFTERWORD.sub("", text).strip()


def _one_speaker(text: str, request: MoveRequest) -> str:
    """Without the speaker's label, and cut before the next one."""
    first = re.escape(request.persona.name.split()[0]) if request.persona.name.split() else "customer"
    whole = re.escape(request.persona.name)
    label = re.compile(rf"^[\"“*\[]{{0,2}}(?:{_OURS}|{first}|{whole})\b[\"”*\]]{{0,2}}(?:\s*\([^)\n]{{1,40}}\))?\s*:[*]{{0,2}}\s*", re.IGNORECASE)
    text = label.sub("", text.strip(), count=1)
    other = re.compile(
        rf"(?:^|\n|(?<=[.?!\"”])\s)\s*[\"“*\[]{{0,2}}(?:{_REP}|{_OURS}|human|system|{first}|{whole})[\"”*\]]{{0,2}}(?:\s*\([^)\n]{{1,40}}\))?\s*:",
        re.IGNORECASE,
    )
    found = other.search(text)
    if found and not text[: found.start()].strip():
        raise RefusedError(Reason.ROLE_FLIP)
    return (text[: found.start()] if found else text).strip()


def _unwrapped(text: str, request: MoveRequest) -> str:
    """Without the fence, tag, quotation marks, emphasis and stage directions around or beside the words."""
    for _ in range(3):
        before = text
        for wrap in (_FENCE, _TAG_PAIR):
            found = wrap.match(text)
            text = found[found.lastindex or 0].strip() if found else text
        text = re.sub(r"^>\s+", "", text)
        text = _BOLD.sub(r"\2", text)
        text = _bare(text)
        if text == before:
            break
    if _TAG.search(text):
        raise RefusedError(Reason.FORMAT)
    return _unquoted(text, request)


def _bare(text: str) -> str:
    """Without stage directions at either end; slanted words in the middle stand up straight."""
    for found in (_STAGE.match(text), _ASIDE.match(text)):
        if found and text[found.end() :].strip():
            text = text[found.end() :].strip()
    for pattern in (_STAGE, _ASIDE):
        for last in list(pattern.finditer(text))[-1:]:
            before = text[: last.start()].rstrip()
            if not text[last.end() :].strip(" .") and len(before.split()) >= 2 and _ENDS.search(before[-2:]):
                text = before
    return _LEANING.sub(lambda found: found[1] if _leans(found, text) else found[0], text) if len(text.split()) >= MOST_LEANING + 1 else text


def _leans(found: re.Match[str], text: str) -> bool:
    """Whether words between asterisks are only stressed, and no stage direction."""
    apart = found.start() == 0 or text[found.start() - 1].isspace()
    return apart and len(found[1].split()) <= MOST_LEANING and not _ACTS.match(found[1])


def _unquoted(text: str, request: MoveRequest) -> str:
    """Without quotation marks round the whole of it, unless the written line stands in them too."""
    for opener, closer in (('"', '"'), ("“", "”"), ("'", "'"), ("‘", "’")):
        inner = text[1:-1]
        if len(text) > 2 and text[0] == opener and text[-1] == closer and opener not in inner and closer not in inner.replace("’t", "").replace("'t", ""):
            return inner.strip() if request.written[:1] not in ('"', "“") or request.written[-1:] not in ('"', "”") else text
    return text


def _whole(text: str, request: MoveRequest) -> str:
    """Whole sentences, and no more of them than a chat turn has."""
    ends = [found.end() for found in _ENDS.finditer(text)]
    cut_off = _TRAILING if types_loosely(request) else _CUT_OFF
    if text and not text.endswith(_CLOSERS):
        if ends and (cut_off is _CUT_OFF or cut_off.search(text)):
            text = text[: ends[-1]]
        elif cut_off.search(text):
            raise RefusedError(Reason.FORMAT)
    longest = max(WORDS, len(request.written.split()) * 3 // 2)
    most = max(SENTENCES, len(_ENDS.findall(request.written)) + 1)
    while (len(ends) > most and len(text.split()) > FEW) or (len(ends) > 1 and len(text.split()) > longest):
        ends.pop()
        text = text[: ends[-1]]
    if len(text.split()) > longest:
        raise RefusedError(Reason.FORMAT)
    return text.strip()


def types_loosely(request: MoveRequest) -> bool:
    """Whether this customer leaves out capitals and full stops."""
    own = [text for text in (request.written, *request.own, *request.persona.samples) if text.strip()]
    return 2 * sum(text[:1].islower() or not text.rstrip().endswith(_CLOSERS) for text in own) >= len(own)
