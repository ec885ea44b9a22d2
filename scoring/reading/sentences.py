"""A reply cut into sentences and clauses with exact offsets: the stretches that can do something.

A clause is cut off where a rep turns to something else inside one sentence ("Sorry, but ...", "..., so I have ...", a dash, a
comma splice). Neighbouring clauses that turn out to do the same are joined again later, so cutting too often is cheap.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from scoring.reading.stems import STOP, content, numbers_in
from scoring.reading.words import Token, tokens_of

MOST_CHARACTERS = 4000
"""How much of a reply is read; a customer in a chat reads no more."""
MOST_SENTENCES = 60
_MOST_TOKENS = 70
"""A clause longer than this is cut where it stands: whatever the text, every rule looks at a short string."""

_ABBREVIATIONS = frozenset("mr mrs ms dr prof st rd ave no ref approx etc e.g i.e vs inc ltd co dept ext tel nr fig".split())
_SUBJECT = frozenset("i we you he she it they that this there these those what which nobody someone somebody everyone".split())
_VERB = re.compile(
    r"\b(?:am|is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|should|shall|may|might|must|let|go|goes|went|say|"
    r"says|said|see|want|need|get|got|know|think|take|takes|read|told|gave|made|came|put|paid|rang|sent|left|bought|kept|found|lost|felt|thought|meant|took|stood|sat|ran|\w+ed|\w+ing)\b"
)
_TELLS_ON = re.compile(
    r"\b(?:wrote|writes?|came|comes?|gave|gives?|made|makes?|chose|spoke|began|broke|drove|forgot|knew|heard|held|saw|threw|understood|became|woke|slept|spent|typed|believes?|looks?|needs?|wants?)\b"
)
_DID = re.compile(
    r"^(?:the|our|your|my|his|her|their) (?:\w+ )?(?!(?:so|that|which|who|and|or|is|was)\b)\w+ (?:(?:has|have|had|was|were) (?:not |never |already |also )?(?:\w+ed|left|put|sent|made|read|taken|given|gone|come|seen|written|lost|told|done|got|brought|kept|forgotten|broken|been)|"
    r"did not|do not|does not|took|put|made|gave|sent|left|forgot|chose|wrote|lost|broke)\b"
)
"""How a sentence runs on behind a comma where others set a full stop: ", you wrote the cupboard", ", our driver has left it"."""
_SUBORDINATE = frozenset("if when once as because since while after before unless until whenever although though whether given".split())
_LEAD = re.compile(
    r"^(?:(?:ok|so|and|but|oh|ah|ooh|oof|aw|hmm|um|er|erm|also|plus|honestly|frankly|actually|unfortunately|sadly|anyway|firstly|"
    r"secondly|finally|to be honest|tell you what(?= ,| (?:i|we) (?:have|am|are|will)\b)|the thing is|thing is|meanwhile|hey|however|"
    r"i am afraid|basically|obviously) (?:, |! |\. |\.\.\. |- )?"
    r"|(?:right|well|or|now|then|look|listen|yes|no|alright|all right|sure|of course|great|perfect|good|fine|lovely|brilliant|first|"
    r"second|next|to be fair|in the meantime|god|gosh|hi|hello|mate|love|pet|sir|"
    r"madam|my friend|though|still|again|absolutely|totally|exactly|indeed|certainly|today|tonight|promise|honest) (?:, |! |\. |\.\.\. |- ))+"
)


@dataclass(frozen=True)
class Clause:
    """One stretch of a reply: its original offsets and its mended words."""

    tokens: tuple[Token, ...]
    sentence: int
    """index of the sentence it stands in"""
    start: int
    end: int
    question: bool
    """its sentence ends in a question mark and this is the asking part, or it is put as a question without one"""
    first: bool
    """it opens its sentence"""
    original: str = field(repr=False, default="")

    @cached_property
    def text(self) -> str:
        """Mended words parted by single spaces; a quotation stands as ``qq``."""
        words: list[str] = []
        for token in self.tokens:
            word = "qq" if token.quoted else token.norm
            if word != "\n" and not (word == "qq" and words and words[-1] == "qq"):
                words.append(word)
        return " ".join(words)

    @cached_property
    def core(self) -> str:
        """``text`` without its opening small words (ok, so, but, unfortunately)."""
        return _LEAD.sub("", self.text)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Content words, stemmed, quotations included."""
        return content(" ".join(t.norm for t in self.tokens))

    @cached_property
    def numbers(self) -> frozenset[str]:
        return numbers_in(self.text)

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(t.norm for t in self.tokens if t.norm[0].isalnum())

    @cached_property
    def pile(self) -> bool:
        """Catchwords rather than a sentence: in a row of commas, in a row of none, with hash signs, or the same one again and again."""
        parts = self.text.split(" , ")
        if len(parts) >= 5 and sum(len(p.split()) <= 2 for p in parts[1:]) >= 3 and not self._telegram:
            return True
        return self.original.count("#") >= 3 or _row(self.words) or _harped(self.words)

    @cached_property
    def _telegram(self) -> bool:
        """Figures or a deed in it: a short list of what is being sent or done, not of what was complained about."""
        return not _SYMPATHY.match(self.core) and (bool(self.numbers) or bool(_DEED.search(self.core)))

    @property
    def shouted(self) -> int:
        """How many words of three letters or more are shouted."""
        return sum(1 for t in self.tokens if len(t.raw) >= 2 and t.raw.isalpha() and t.raw.isupper() and t.raw != "OK")


_SYMPATHY = re.compile(
    r"^(?:i|we) (?:\w+ )?(?:understand|hear|appreciate|know|see|get|care|value|acknowledge|recognise|am|are)\b|^(?:so |very |truly )*sorry\b|^your\b"
)
_DEED = re.compile(r"\b(?:will|can|have|am|are|is|was|were|do|did|\w{3,}ed|\w{3,}ing|sent|put|done|paid|made|got|rang)\b")
_BREAKS_ROW = re.compile(r"\w{3,}ed|till|until|sent|paid|rang|lost|found|broke|works?|needs?|takes?|costs?|leaves?|arrives?")
_LEAST_ROW = 6


def _row(words: tuple[str, ...]) -> bool:
    """Six case words or more side by side, no small word, figure or deed between them."""
    run = 0
    for word in words:
        run = run + 1 if word.isalpha() and word not in STOP and not _BREAKS_ROW.fullmatch(word) else 0
        if run >= _LEAST_ROW:
            return True
    return False


def _harped(words: tuple[str, ...]) -> bool:
    """One case word three times over, and hardly another word beside it."""
    carried = [w for w in words if w.isalpha() and w not in STOP]
    return len(words) >= 4 and any(carried.count(w) >= 3 and carried.count(w) >= 0.4 * len(words) for w in set(carried))


_ASKING = re.compile(
    r"^(?:please )?(?:what|which|where|when|who|whose|why|how|can you|could you|can i|could i|may i|shall i|shall we|would you|do you|"
    r"did you|have you|are you|were you|is it|is there|is that|was it|was there|will you|does it|did it|any chance you|what is|(?:is|"
    r"are|was|were|do|does|did|has|will|would|can|could) (?:the|your|you|it|there|that|this|he|she|they|anyone|anybody|someone|somebody|any|i|we|"
    r"my)|have you)\b"
)
_NOT_ASKING = re.compile(
    r"^(?:what (?:i|we|you|he|she|they|it|happened|has happened|went wrong|that|this)\b(?! (?:can|could|should|would|do|did) (?:i|we|"
    r"you)\b)|when (?:you|i|we|it|he|she|they|the)\b|where (?:you|it|we)\b|who(?:ever)? (?:is|was) \w+ (?:is|was)|how (?:ever|awful|"
    r"frustrating|annoying|horrible|lovely|tragic|sad|terrible)"
    r"|which (?:is|was|means|i|we|you|he|will)|do you know what|will do|can do|is that it)\b"
)
_ASKS_ON = re.compile(r"(?:what|which|where|when|who|why|how) (?:is|are|do|did|can|could|would|was)\b")


def clauses_of(text: str) -> tuple[Clause, ...]:
    """The clauses of a reply, in order; bounded in number and length whatever the text."""
    return _clauses(text[:MOST_CHARACTERS])


@lru_cache(maxsize=512)
def _clauses(text: str) -> tuple[Clause, ...]:
    """What a reply comes to is kept for a while: a draft is read on the way, and a turn of the customer's with every reply to it."""
    out: list[Clause] = []
    for index, sentence in enumerate(_sentences(tokens_of(text))):
        if index >= MOST_SENTENCES:
            break
        asked = _is_question(sentence)
        pieces = _pieces(sentence)
        for place, piece in enumerate(pieces):
            words = [t for t in piece if t.norm[0].isalnum()]
            if not words:
                continue
            last = piece[-1] if piece[-1].norm not in (",", "-", ";", "\n", "(", "[") else words[-1]
            question = asked and (place == len(pieces) - 1 or bool(_ASKING.match(" ".join(t.norm for t in piece))))
            out.append(Clause(tuple(piece), index, piece[0].start, last.end, question, place == 0, text[piece[0].start : last.end]))
    return tuple(out)


def _is_question(sentence: list[Token]) -> bool:
    if any(t.norm == "?" and not t.quoted for t in sentence[-2:]):
        return True
    words = _LEAD.sub("", " ".join(t.norm for t in sentence if not t.quoted))
    if not _ASKING.match(words) or _NOT_ASKING.match(words):
        return False
    return sentence[-1].norm not in ("!",) or bool(_ASKS_ON.match(words))


def _sentences(tokens: Sequence[Token]) -> list[list[Token]]:
    out: list[list[Token]] = []
    here: list[Token] = []
    for index, token in enumerate(tokens):
        if token.norm == "\n":
            if here:
                out.append(here)
                here = []
            continue
        here.append(token)
        if token.norm in (".", "!", "?", "...") and not token.quoted:
            before = here[-2].norm if len(here) > 1 else ""
            after = tokens[index + 1] if index + 1 < len(tokens) else None
            short = token.norm == "." and (before in _ABBREVIATIONS or (len(before) == 1 and before.isalpha() and before not in ("i", "a", "u")))
            glued = token.norm == "." and after is not None and after.start == token.end and after.raw[:1].islower()
            if not (short and after is not None) and not glued:
                out.append(here)
                here = []
    if here:
        out.append(here)
    return [s for s in out if any(t.norm[0].isalnum() for t in s)]


_MAY_CUT = frozenset({";", "-", "(", ")", ",", "and", "so", "but"})


def _pieces(sentence: list[Token]) -> list[list[Token]]:
    """A sentence cut into clauses."""
    cuts: list[int] = []
    start = 0
    for index in range(1, len(sentence) - 1):
        if index - start >= _MOST_TOKENS or (sentence[index].norm in _MAY_CUT and not sentence[index].quoted and _cuts_here(sentence, start, index)):
            cuts.append(index)
            start = index
    pieces, at = [], 0
    for cut in [*cuts, len(sentence)]:
        piece = sentence[at:cut]
        while piece and piece[0].norm in (",", "-", ";", ")", "]"):
            piece = piece[1:]
        if piece:
            pieces.append(piece)
        at = cut
    return pieces


def _cuts_here(sentence: list[Token], start: int, index: int) -> bool:
    here, after = sentence[index].norm, [t.norm for t in sentence[index + 1 : index + 7]]
    so_far = [t.norm for t in sentence[start:index]]
    if here in (";", "-", "(") or (here == ")" and len(after) > 1):
        return len(after) > 1 or here == ";"
    if here == ",":
        if after[:1] == ["but"] or after[:1] == ["though"] or after[:1] == ["although"]:
            return True
        if so_far[0] in _SUBORDINATE and not any(w == "," for w in so_far):
            return False
        if (
            after[:1] in (["so"], ["and"], ["because"])
            and len(after) > 1
            and (after[1] in _SUBJECT or after[1] in ("the", "my", "our", "your", "please", "if", "could", "can", "do", "shall"))
        ):
            return after[0] != "because" and _whole(so_far)
        runs_on = len(after) > 1 and after[0] in _SUBJECT and bool(_VERB.match(after[1]) or _TELLS_ON.match(after[1]))
        return (runs_on or after[:1] == ["please"] or bool(_DID.match(" ".join(after)))) and (
            _whole(so_far) or (len(so_far) > 2 and bool(_TELLS_ON.search(" ".join(so_far))))
        )
    if here in ("and", "so", "but") and len(so_far) >= 4 and so_far[-1] != ",":
        return len(after) > 1 and after[0] in ("i", "we", "you", "it", "he", "she", "they", "there", "that") and bool(_VERB.match(after[1])) and _whole(so_far)
    return False


def _whole(words: list[str]) -> bool:
    """Whether these words could stand as a clause of their own."""
    if any(w in ("sorry", "thanks", "apologies") for w in words[:3]):
        return True
    return (len(words) >= 2 and bool(_VERB.search(" ".join(words)))) or (len(words) == 1 and words[0] in ("sorry", "done", "yes", "no", "thanks", "ok"))
