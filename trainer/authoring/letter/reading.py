"""A letter as a sketch of a scenario: its own sentences sorted into opening, concerns, questions, demands and threats.

What the rep's side gets of it stands in ``desk``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice, takewhile

from scenarios.checks.tree import squashed
from trainer.authoring.letter import cues, details
from trainer.authoring.letter.desk import day_of, facts_in, record_of, remedies_for
from trainer.authoring.letter.spelling import calmed, mended
from trainer.authoring.letter.text import Letter
from trainer.authoring.letter.trades import UNKNOWN, trades_in
from trainer.authoring.naming import id_of
from trainer.authoring.sketch import WHY, Asked, Sketch, Trouble
from trainer.authoring.turning import To, can_be_turned, shortened, titled, turned

_MOST_TROUBLES, _MOST_SAYS = 4, 5
_LONGEST_LINE, _LONGEST_OPENING, _LONGEST_WHAT = 240, 330, 170
_AGAIN = re.compile(r"((?:,|;) (?:and |but )?|\b(?:and|but) )they (?:also |just |only )?(?:want|need|expect|demand|would like)\b ?", re.IGNORECASE)
"""A want said again for each thing in a row: once is enough."""
_FOR = re.compile(r"(?:To|For|Attn|For the attention of|The)[:,]? (?:(?:[A-Z][\w&'’.-]*|of|the|and|&) ?){1,7}[.,:]?")
_PLAIN = "not-as-it-should"
_OF_THEIR_OWN = ("the-money", "nobody-answers", "how-spoken-to")
"""What a sentence with no cue of its own, at the beginning of a paragraph, is hardly about."""
_HIT = "who-it-hit"
_FELT = (_HIT, "how-spoken-to")
"""Kinds of trouble that may be told without a word of what happened."""
_OR_ELSE = re.compile(r",? (?:or(?: else)?|otherwise|and if not)\b", re.IGNORECASE)
_LISTED = re.compile(r"(?:first|second|third|fourth|fifth|last|final)(?:ly)?\b|that\b(?!['’])|to\b", re.IGNORECASE)
"""How the things asked for go on after the first."""
_NEEDFUL = re.compile(r"\s+(?:kindly )?(?:to )?do the needful\b[:,;]?\s*(?:and )?|\s+kindly\b\s*", re.IGNORECASE)
_BECAUSE = re.compile(r"^(?:because|as|since) (?=(?:I|we|my|our|you|your|the|nobody|no one)\b)", re.IGNORECASE)
"""What joins the matter to the words that lead to it."""
_AS_I_SAID = "As I said: "
_BELONGS = "does this belong to this concern? It names no trouble of the kind; move it or delete it"
_WHOSE = "is this your side's doing or somebody else's? None of it was made a fact; where it is yours, write it as one"
_MOST_ASKED, _QUOTED = 3, 90
"""Sentences the author is asked about at once, and characters of each."""
_GRAVE = 1.3
"""From this score on a sentence is about what it names, whatever it follows."""


@dataclass
class _Sorted:
    """The letter's sentences by what they are for; ``hurts`` in the order of the letter."""

    hurts: list[tuple[str, str]]
    asks: list[tuple[str, str]]
    demands: list[str]
    threats: list[str]
    proud: list[str]
    """what good customers they are; said with a demand"""
    wanted: list[str]
    """what is asked for, also on the way to a threat; in the usual spelling"""
    tails: dict[str, str]
    """what is cried out after a sentence, and tells nothing by itself"""
    guessed: set[str]
    """what names no trouble of its own and follows none, or was joined to a neighbour: where it went is a guess"""
    whose: dict[str, None]
    """what may be somebody else's doing: it speaks of the clinic, the school, and not of the firm"""


def sketched(letter: Letter, now: datetime) -> Sketch:
    """What can be made of a letter. ``now`` dates it where it does not date itself."""
    trades = trades_in("\n".join((letter.subject, *letter.sentences)), letter.addressee) or trades_in(letter.whole)
    found = _sorted(letter, cues.outside(f"{letter.addressee} {' '.join(trades[:1])}"))
    opening, spent = _opening(letter, found)
    troubles = _troubles(found, spent, opening)
    money = [amount for sentence in letter.sentences for amount in details.amounts_of(sentence)]
    currency = money[0].currency if money else "GBP"
    day = day_of(letter, now)
    title = _title(letter, found, troubles)
    wants = _wants(found.wanted)
    most = str(max((one for one in money if one.currency == currency), default=f"50 {currency}"))
    return Sketch(
        id=id_of(title.replace("/", " ").replace("\\", " ")),
        title=title[:1].upper() + title[1:],
        trade=trades[0] if trades else UNKNOWN,
        trades=trades,
        business=letter.addressee,
        today=details.said_day(details.next_working_day(day)),
        currency=currency,
        name=letter.sender or "Alex Morgan",
        voice=cues.voice_of(letter.whole, letter.sentences),
        wants=wants or "to be heard, and to have it put right",
        opening=opening,
        troubles=troubles,
        remedies=remedies_for(found.wanted, currency, most),
        facts=facts_in(found.hurts, found.whose),
        cannot=("I promise you this will never happen again", "I guarantee it will all be sorted out today"),
        record=record_of(letter, now),
        known=details.known_in(f"{letter.subject}\n{letter.whole}") | ({"name": letter.sender} if letter.sender else {}),
        failed_contacts=details.contacts_in(letter.sentences),
        demands=_lines([line for line in (*found.demands, *found.proud) if len(line) <= _LONGEST_LINE], spent)[:3],
        threats=_lines(found.threats, spent)[:3],
        doubts=_doubts(letter, wants, money=bool(money), told=any(_tells(sentence) for _, sentence in found.hurts))
        | ({"whose": f"{_WHOSE}: {_quoted(found.whose)}"} if found.whose else {}),
        from_letter=True,
    )


def _sorted(letter: Letter, outside: cues.Outside) -> _Sorted:
    found = _Sorted([], [], [], [], [], [], {}, set(), {})
    for paragraph in _matter_first(letter.paragraphs):
        _sort(paragraph, found, outside)
    return found


def _matter_first(paragraphs: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """The paragraphs with what the letter is about before the trouble of getting through to the firm, where that would fill the opening."""
    led = len(list(takewhile(_of_getting_through, paragraphs)))
    short = sum(map(len, sum(paragraphs[:led], ()))) < _LONGEST_OPENING / 2
    about = next((n for n, paragraph in enumerate(paragraphs) if n >= led and any(map(_names_the_matter, paragraph))), None)
    return paragraphs if short or about is None else (*paragraphs[led : about + 1], *paragraphs[:led], *paragraphs[about + 1 :])


def _of_getting_through(paragraph: tuple[str, ...]) -> bool:
    """Whether every sentence tells of reaching the firm, or goes on about it."""
    tried = [bool(cues.GETTING_THROUGH.search(sentence)) for sentence in paragraph]
    goes_on = (here or cues.GOES_ON.match(sentence) for here, sentence in zip(tried, paragraph, strict=True))
    return any(tried) and all(goes_on) and not any(map(_names_the_matter, paragraph))


def _names_the_matter(sentence: str) -> bool:
    return bool(cues.MATTER.search(sentence)) and not cues.WANTS.search(sentence)


def _sort(paragraph: tuple[str, ...], found: _Sorted, outside: cues.Outside) -> None:
    """A paragraph's sentences into ``found``. One that names nothing belongs to what stands around it."""
    hurts: list[tuple[str, str]] = []
    asks: list[tuple[str, str]] = []
    last, before, by_others = "", "", False
    for sentence in paragraph:
        if _heading(sentence):
            continue
        hurt, score = cues.hurt_in(mended(sentence))
        after_others, by_others = by_others, bool(outside.named.search(sentence))
        previous, before = before, ""
        if sentence.rstrip("\"'”’) ").endswith("?"):
            asks.append((asks[-1][0] if asks else hurt.id if hurt else last, sentence))
        elif threat := cues.THREATENS.search(sentence):
            found.threats.append(sentence)
            if cues.WANTS.search(head := _OR_ELSE.split(sentence[: threat.start()])[0]):
                found.wanted.append(mended(head))
        elif cues.WANTS.search(sentence) or details.deadline_in(sentence) or (found.demands and previous == found.demands[-1] and _LISTED.match(sentence)):
            found.demands.append(sentence)
            found.wanted.append(mended(sentence))
            before = sentence
        elif cues.FRAME.match(sentence) or cues.IDLE.search(sentence):
            continue
        elif cues.LOYAL.search(sentence) and score < _GRAVE:
            found.proud.append(sentence)
        elif hurt is None and previous and _cried_out(sentence):
            found.tails[previous] = f"{found.tails.get(previous, '')} {sentence}"
            before = previous
        elif _of_others(sentence, outside, after_others=after_others):
            before = cues.GREETING.sub("", sentence)
            found.whose[before] = None
            hurts.append((_HIT, before))
        elif hurt or len(sentence) <= _LONGEST_LINE:
            goes_on = bool(last) and bool(cues.GOES_ON.match(sentence)) and score < _GRAVE
            tried = details.is_contact(sentence) and score < _GRAVE
            last = "nobody-answers" if tried else last if goes_on or hurt is None else hurt.id
            before = cues.GREETING.sub("", sentence)
            if by_others and not cues.THE_FIRM.search(sentence):
                found.whose[before] = None
            if hurt is None and not tried and (not last or after_others):
                found.guessed.add(before)
            hurts.append((last, before))
    first = next((kind for kind, _ in (*hurts, *asks) if kind), _PLAIN)
    first = _PLAIN if first in _OF_THEIR_OWN else first
    found.hurts += [(kind or first, sentence) for kind, sentence in hurts]
    found.asks += [(kind or first, sentence) for kind, sentence in asks]


def _of_others(sentence: str, outside: cues.Outside, *, after_others: bool) -> bool:
    """Whether it tells what somebody outside did, or of a wait for them: it hit the customer, and is nothing the firm did. ``after_others``: they were just named."""
    if cues.THE_FIRM.search(sentence):
        return False
    return bool(outside.does.search(sentence) or outside.waited_for.search(sentence) or (after_others and cues.WAITED_FOR_IT.search(sentence)))


def _cried_out(sentence: str) -> bool:
    """Whether it is heat without news: a few words, or strong ones."""
    return len(sentence.split()) <= 3 or cues.heat(sentence) >= 2


def _tells(sentence: str) -> bool:
    """Whether a rep could say back what happened."""
    hurt, _ = cues.hurt_in(mended(sentence))
    return hurt is not None and hurt.id not in _FELT


def _title(letter: Letter, found: _Sorted, troubles: tuple[Trouble, ...]) -> str:
    """The subject, or else the sentence that tells most."""
    subject = details.without_references(letter.subject)
    if re.search(r"[^\W\d_]{3}", subject) and (whole := titled(subject, 80)):
        return whole + ")" * (whole.count("(") - whole.count(")"))
    telling = [
        (min(cues.hurt_in(said)[1], 2) - abs(len(said) - 55) / 40, said)
        for _, one in found.hurts
        if can_be_turned(one) and cues.hurt_in(said := _as_file(one))[0] and cues.heat(one) < 2
    ]
    fits = (whole for said in (*(said for _, said in sorted(telling, reverse=True)), troubles[0].what) if (whole := titled(said, 80)))
    return next(fits, f"A complaint to {letter.addressee}" if letter.addressee else "A letter of complaint")


def _as_file(sentence: str, longest: int = 0) -> str:
    return turned(calmed(mended(sentence)), To.FILE, longest=longest)


def _heading(sentence: str) -> bool:
    """Whether it says nothing but whom the letter is for, or which number it is about."""
    left = details.without_references(sentence)
    return bool(_FOR.fullmatch(sentence)) or (left != " ".join(sentence.split()).strip(" ,;:.-–()") and len(left.split()) < 2)


def _opening(letter: Letter, found: _Sorted) -> tuple[str, set[str]]:
    """The first telling sentences, up to a chat's length, and which they are."""
    framed = next((sentence for sentence in letter.sentences[:3] if cues.FRAME.match(sentence)), "")
    about = _BECAUSE.sub("", cues.FRAME.sub("", framed).strip()) if framed else ""
    about = "" if cues.LOYAL.match(about) else about
    first = [f"This is about {_small(about)}" if re.match(r"(?:the|a|an|my|our|your|order|an?)\b", about, re.IGNORECASE) else about] if about else []
    spent = {squashed(framed)} if framed else set()
    for _, sentence in found.hurts:
        if first and len(" ".join([*first, sentence])) > _LONGEST_OPENING:
            break
        first.append(sentence)
        spent.add(squashed(sentence))
        if len(first) == 3 or len(found.hurts) - len(spent) < 2:
            break
    opening = (
        " ".join(one if one[-1:] in ".!?…" else one.rstrip(" ,;:") + "." for one in first if one) or " ".join(letter.sentences[:2]) or "I have a complaint."
    )
    opening = shortened(opening, 600)
    return opening[:1].upper() + opening[1:] if letter.sentences and letter.sentences[0][:1].isupper() else opening, spent


def _small(text: str) -> str:
    return text[:1].lower() + text[1:] if re.match(r"[A-Z][a-z]", text) else text


def _troubles(found: _Sorted, spent: set[str], opening: str) -> tuple[Trouble, ...]:
    """Sentences grouped by what hurts, in the order of the letter; small groups join their neighbour when there are too many."""
    groups: dict[str, list[str]] = {}
    retold: dict[str, str] = {}
    calm = [one for one in found.hurts if not _cried_out(one[1]) or _tells(one[1])]
    for kind, sentence in calm or found.hurts:
        groups.setdefault(kind, []).append(sentence)
    while len(groups) > _MOST_TROUBLES:
        least = min(groups, key=lambda kind: (len(groups[kind]), sum(cues.hurt_in(one)[1] for one in groups[kind])))
        order = list(groups)
        place = order.index(least)
        neighbour = order[place - 1] if place else order[1]
        found.guessed.update(groups[least])
        groups[neighbour] += groups.pop(least)
    for kind, said in groups.items():  # all of it is in the opening, and it is still what a rep should hear first
        if all(squashed(one) in spent for one in said):
            again = max(said, key=lambda one: _telling(one, kind))
            retold[kind] = again
    asks: dict[str, list[str]] = {kind: [] for kind in groups}
    for kind, question in found.asks:
        asks.setdefault(kind if kind in asks else next(iter(groups), "complaint"), []).append(question)
    used = {squashed(opening)}
    kinds = {sentence: kind for kind, sentence in found.hurts}
    parts = (
        _trouble(kind, groups.get(kind, []), asks.get(kind, []), spent, used, kinds, found.tails, retold.get(kind, ""))
        for kind in (groups or asks or {"complaint": []})
    )
    made = [replace(one, doubt=_elsewhere(one.says, found.guessed)) for one in parts]
    if not any(question.answered_by for one in made for question in one.asks):
        made[0] = replace(made[0], asks=(*made[0].asks, Asked("Why did that happen?", WHY.id)))
    return tuple(made)


def _trouble(
    kind: str, sentences: list[str], asks: list[str], spent: set[str], used: set[str], kinds: Mapping[str, str], tails: Mapping[str, str], retold: str
) -> Trouble:
    fresh = [one for one in sentences if squashed(one) not in spent] or sentences
    whole = (f"{one}{tail}" if (tail := tails.get(one, "")) and len(one + tail) <= _LONGEST_LINE else one for one in fresh)
    says = _lines(sorted((shortened(one, _LONGEST_LINE) for one in whole), key=cues.heat), used)[:_MOST_SAYS]
    if retold:
        says = tuple(one for one in (retold, f"{_AS_I_SAID}{retold}") if squashed(one) not in used)
    used |= {squashed(one) for one in says}
    questions = _lines(asks, used)[:3]
    used |= {squashed(one) for one in questions}
    own = [one for one in sentences if kinds.get(one) == kind] or sentences  # what joined it from elsewhere shows nothing of this
    told = sorted(own, key=lambda one: (not can_be_turned(one), -_telling(one, kind)))
    what = _what(told, kind, sentences) if told else "they are angry, and the letter does not say plainly why"
    heard = dict.fromkeys(
        turned(calmed(mended(one)), To.REP, longest=150) for one in told[:4] if one is told[0] or (len(one.split()) > 3 and can_be_turned(one))
    )
    return Trouble(
        id=kind, what=what, says=says or (f"You have my letter. {shortened(told[0], 200)}" if told else "You have read what I wrote.",),
        heard_if=tuple(one for one in heard if one), asks=tuple(Asked(one, WHY.id if cues.WHY.match(one) else "") for one in questions),
    )  # fmt: skip


def _elsewhere(says: Iterable[str], guessed: Iterable[str]) -> str:
    """What to ask the author of sentences that name no trouble of this kind; empty where each does."""
    loose = {squashed(one) for one in guessed}
    found = [one for one in says if squashed(one) in loose]
    return f"{_BELONGS}: {_quoted(found)}" if found else ""


def _quoted(sentences: Iterable[str]) -> str:
    return "; ".join(f"“{shortened(one, _QUOTED)}”" for one in islice(sentences, _MOST_ASKED))


def _what(told: list[str], kind: str, order: list[str]) -> str:
    """What hurts, in a line; where it is money, with the two amounts that are held against each other."""
    named = [one for one in told if details.amounts_of(one)] if kind == "the-money" else []
    both = "; ".join(_as_file(one) for one in sorted(named[:2], key=order.index))
    return both if len(named) > 1 and len(both) <= _LONGEST_WHAT else _as_file(told[0], 130)


def _telling(sentence: str, kind: str) -> float:
    """How well a sentence alone tells what hurts: of this kind, neither very short nor very long."""
    own = next((len(hurt.cue.findall(sentence)) for hurt in cues.HURTS if hurt.id == kind), 0)
    figures = 2 if kind == "the-money" and details.amounts_of(sentence) else 0
    return figures + min(own, 2) + min(cues.hurt_in(sentence)[1], 3) - abs(len(sentence) - 90) / 25


def _lines(sentences: list[str], used: set[str]) -> tuple[str, ...]:
    """The sentences a customer can say, none of them twice."""
    out: dict[str, str] = {}
    for sentence in sentences:
        if (said := squashed(sentence)) and said not in used:
            out.setdefault(said, shortened(sentence, _LONGEST_LINE).rstrip(" ,;:"))
    return tuple(out.values())


def _wants(demands: list[str]) -> str:
    """What they want, from the sentence that asks for most."""
    asking = [sentence for sentence in demands if cues.WANTS.search(sentence)]
    if not asking:
        return ""
    if listed := [_LISTED.sub("", one, count=1).strip(" ,") for one in demands if _LISTED.match(one)]:
        return shortened("; ".join(_as_file(one) for one in listed), 200)
    best = max(asking, key=lambda one: sum(bool(wish.cue.search(one)) for wish in cues.WISHES))
    prefix = found[0] if (found := cues.PLAIN_WANT.match(best)) else ""
    if please := re.match(r"please (?=[a-z])", best, re.IGNORECASE):
        return f"us to {turned(best[please.end() :], To.FILE, longest=160)}"
    best = _NEEDFUL.sub(" ", best)
    rest = _AGAIN.sub(r"\1", _as_file(cues.PLAIN_WANT.sub("", best) or best, 160))
    if rest.startswith("to ") and re.search(r"\byou\s+$", prefix):
        return f"us {rest}"
    polite = re.search(r"\bif you (?:would|could)\b", best)
    return f"that we {rest}" if polite and not rest.startswith(("we ", "us ")) else rest


def _doubts(letter: Letter, wants: str, *, money: bool, told: bool) -> dict[str, str]:
    """What was not in the letter, part by part."""
    found = {"trade": "guessed from the letter's words; any two or three words will do"}
    if not letter.addressee:
        found["business"] = "the letter does not name the firm"
    found["name"] = "from the signature; give them another name" if letter.sender else "the letter is not signed"
    found["voice"] = "guessed from how the letter is written"
    if not told:
        found["what"] = "the letter does not say what happened: write it, and in says and heard_if too"
    if not wants:
        found["wants"] = "the letter does not say plainly what they want"
    if letter.note:
        found["opening"] = "this was a colleague's note: write it as the customer would"
    if not money:
        found["currency"] = "the letter names no amount"
    return found
