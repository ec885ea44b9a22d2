"""Judges one reply to a drill: done, partly or not yet, part by part, with the words that show it and the harm done on the way.

The shipped reader reads the reply beside the drill's card. The drill's own good and poor replies only settle doubt: what says
the same as one of them is taken for it. Same words, same verdict.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from scenarios.acts import HARM, TRUTH, Act
from scenarios.drills import Drill
from scenarios.exchange import Speaker
from scenarios.moves import Move
from scenarios.reading import SURE, ActSpan, Reading
from scenarios.reading import Part as Stretch
from scenarios.transcript import CustomerMoved, CustomerSaid, RepSaid, Transcript
from scoring.callview import CallView, Reply
from scoring.content import readable
from scoring.drill_case import Case
from scoring.drill_ear import Ear, listen
from scoring.drill_example import means
from scoring.drill_facts import without_facts
from scoring.drill_fair import fairly
from scoring.drill_looks import Look
from scoring.drill_plain import with_blame, with_phrases
from scoring.drill_rules import Of, SkillRules, drill_rules
from scoring.foreign import NEUTRAL, VOICE
from scoring.reading.protocol import Context, Reader


class Verdict(StrEnum):
    """How far a reply does the skill."""

    DONE = "done"
    PARTLY = "partly"
    NOT = "not"

    @property
    def worth(self) -> float:
        """For comparing: 1, a half, 0."""
        return {"done": 1.0, "partly": 0.5, "not": 0.0}[self.value]


@dataclass(frozen=True, kw_only=True)
class Found:
    """One part of the skill: there or not, and where."""

    part: str
    met: bool
    says: str
    """a sentence; empty where there is nothing to say of it, because what it hangs on is not there"""
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class Judged:
    """What came of one reply."""

    verdict: Verdict
    parts: tuple[Found, ...]
    harms: tuple[ActSpan, ...]
    """what it did besides that hurts or misleads, each where it stands"""
    doubts: tuple[ActSpan, ...]
    """what may be untrue and keeps it from being done: likely enough to say so, not to hold it against anybody"""
    note: str
    """a sentence where the reply could not be taken for one; mostly empty"""
    reading: Reading


UNREADABLE = "This could not be read as a reply."
READ_OUT = "This is your desk's text, read out. Say it to them in your own words."
HANDED_BACK = "These are the customer's own words handed back."
ANYBODY = "Hardly anything in this is about this customer: it would do for the next one too."
HEAP = "This does a little of everything, so nothing in it is said to them."
LIKE_POOR = "This says much what the line to keep away from says here."
PLAIN = 0.65
"""Confidence from which a contrary undoes the whole reply."""
PROVEN = 0.75
"""Confidence from which an untruth counts: the reader has only a few lines of card to hold it against."""
MOST_ACTS = 6
"""Different things one reply can do and still say something; more is a heap."""


def judge(skill: str, drill: Drill, text: str, reader: Reader) -> Judged:
    """The verdict on one reply, with the benefit of the doubt. Raises KeyError for a skill that there is not."""
    found, ear = _judged(skill, drill, text, reader)
    if found.note in (UNREADABLE, READ_OUT, HANDED_BACK):
        return found
    if means(text, ear, drill.good, drill):
        return found if found.harms else _granted(found, drill_rules().skills[skill])
    if found.verdict is Verdict.DONE and means(text, ear, drill.poor, drill):
        return replace(found, verdict=Verdict.NOT, note=LIKE_POOR)
    return found


def judge_unaided(skill: str, drill: Drill, text: str, reader: Reader) -> Judged:
    """What the reader makes of a reply by itself, with no look at the drill's own replies: the measure of how well it reads."""
    return _judged(skill, drill, text, reader)[0]


def _granted(found: Judged, rules: SkillRules) -> Judged:
    """Done, because it says what the drill's own good reply says, whatever the reader could see of it."""
    parts = tuple(replace(part, met=True, says=rule.met) for part, rule in zip(found.parts, rules.parts, strict=True))
    return replace(found, verdict=Verdict.DONE, parts=parts, note="")


def _judged(skill: str, drill: Drill, text: str, reader: Reader) -> tuple[Judged, Ear]:
    rules = drill_rules().skills[skill]
    case = Case(drill)
    reply, ear = _read(case, text, reader, rules)
    look = Look(case, reply, ear)
    note = _no_reply(case, reply)
    anybody = not note and not case.about(text)
    heart: Stretch | None = None
    parts: list[Found] = []
    for part in rules.parts:
        at = None if note or (anybody and heart) else look.find(part, heart)
        heart = heart or (at if part is rules.parts[0] else None)
        missed = part.missed if heart or part is rules.parts[0] or look.shows_missing(part) else ""
        missed = part.bare if part.bare and not at and not note and look.bare(part) else missed
        missed = part.late if part.late and not at and not note and look.late(part) else missed
        parts.append(Found(part=part.id, met=at is not None, says=part.met if at else missed, start=at.start if at else 0, end=at.end if at else 0))
    untrue = [span for span in reply.reading.acts if span.act in TRUTH and not case.backs(text, span)]
    harms = tuple(span for span in reply.reading.acts if span.act in HARM or (span in untrue and span.confidence >= PROVEN))
    contrary = any(span.act in rules.against and span.confidence >= PLAIN for span in harms)
    doubts = tuple(span for span in untrue if span not in harms and span.act in rules.against)
    half = not (note or anybody) and next(look.spans(rules.half, Of.CASE), None) is not None
    if note or contrary:
        verdict = Verdict.NOT
    elif all(part.met for part in parts) and not (harms or doubts or anybody):
        verdict = Verdict.DONE
    else:
        verdict = Verdict.PARTLY if parts[0].met or half else Verdict.NOT
    return Judged(verdict=verdict, parts=tuple(parts), harms=harms, doubts=doubts, note=ANYBODY if anybody else note, reading=reply.reading), ear


def warm(drill: Drill) -> None:
    """Work out ahead, while the drill is being read, what the reply will be held against."""
    Case(drill).prepare()


def _read(case: Case, text: str, reader: Reader, rules: SkillRules) -> tuple[Reply, Ear]:
    drill = case.drill
    heard = tuple(words for who, words in drill.earlier if who is Speaker.CUSTOMER)
    earlier = tuple(words for who, words in drill.earlier if who is Speaker.REP)
    context = Context(customer=drill.says, heard=(*heard, drill.says), earlier=earlier, log=(), card=drill.card)
    turns = [*heard, drill.says]
    events = [
        event
        for turn, words in enumerate(turns)
        for event in (CustomerMoved(turn=turn, move=Move.VENT, mood=NEUTRAL), CustomerSaid(turn=turn, text=words, voice=VOICE))
    ]
    reading = without_facts(fairly(reader.read(text, context)), text, case)
    reading = with_phrases(reading, text, {part.phrase: part.acts[0] for part in rules.parts if part.phrase})
    reading = with_blame(reading, text) if rules.slip else reading
    said = RepSaid(turn=len(turns), text=text, reading=reading, seconds=0)
    return CallView(Transcript(events=(*events, said)), None).replies[-1], listen(text, context)


def _no_reply(case: Case, reply: Reply) -> str:
    """Why this is no reply to this customer, in a sentence; empty where it is one."""
    if not readable(reply):
        return UNREADABLE
    whole = Stretch(start=0, end=len(reply.text))
    if case.read_out(reply.text):
        return READ_OUT
    if case.echoes(reply.text, whole):
        return HANDED_BACK
    done = {span.act for span in reply.reading.acts if span.confidence >= SURE and span.act is not Act.COURTESY}
    return HEAP if len(done) >= MOST_ACTS else ""
