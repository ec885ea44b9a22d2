"""The skills a rep trains one at a time: what each is, and the principles of good service it practises.

Drills belong to one skill each, calls show several at once, and progress is told by skill. Ids are kept in records for
years: one is never renamed or given to something else.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Skill:
    """Something a reply can do well or fail to do."""

    id: str
    title: str
    about: str
    """one sentence to the trainee: what to do"""
    principles: tuple[str, ...]


SKILLS: tuple[Skill, ...] = (
    Skill(
        id="hear-first",
        title="Hear before fixing",
        about="Give back what happened to them, in your own words, before you reach for a remedy.",
        principles=("003.3", "001.1", "001.10"),
    ),
    Skill(
        id="name-it",
        title="Name what it did to them",
        about="Say what they feel together with what caused it, no bigger than they showed it.",
        principles=("001.11", "003.12", "002.1"),
    ),
    Skill(
        id="own-it",
        title="Own it",
        about="Say what you or your firm did wrong, plainly and unasked, with nobody else to blame in the sentence.",
        principles=("004.4", "002.12", "002.6"),
    ),
    Skill(
        id="one-question",
        title="One right question",
        about="Ask the one thing you need and do not have yet; nothing the record or they have already told you.",
        principles=("001.10", "003.3", "003.2"),
    ),
    Skill(
        id="answer-it",
        title="Answer what was asked",
        about="Give the straight answer to their question first, also when it is not the one they hope for.",
        principles=("004.2", "000.7", "001.7"),
    ),
    Skill(
        id="say-no",
        title="Say no with an option",
        about="Refuse what cannot be, with the real reason, and put beside it what you can do.",
        principles=("004.11", "000.3", "000.4", "004.1"),
    ),
    Skill(
        id="keepable-promise",
        title="A promise you can keep",
        about="Promise one thing that is in your hands, with a time, and no more than you can do.",
        principles=("000.5", "000.6", "002.4"),
    ),
    Skill(
        id="dont-know",
        title="Say you do not know",
        about="Admit what you do not know instead of guessing, and say how and when you will find out.",
        principles=("004.2", "003.9", "003.11"),
    ),
    Skill(
        id="bad-news",
        title="Bad news early",
        about="Tell the thing they will not like before they find it out, in plain words, with what happens next.",
        principles=("000.3", "003.9", "004.2"),
    ),
    Skill(
        id="keep-cool",
        title="Keep your head",
        about="Let the unkind remark pass: do not defend yourself, hit back or show that you are hurt; answer the matter in it.",
        principles=("001.5", "001.2", "000.2"),
    ),
    Skill(
        id="hold-limit",
        title="Hold a limit",
        about="When conduct goes too far, name the conduct and not the person, and keep help on offer.",
        principles=("004.8", "004.13", "001.5"),
    ),
    Skill(
        id="save-face",
        title="Let them be wrong with grace",
        about="When the mistake is theirs, clear it up without making them smaller, and help all the same.",
        principles=("001.4", "004.6", "004.8"),
    ),
    Skill(
        id="warm-handover",
        title="A hold or handover with a reason",
        about="Before you leave them waiting or pass them on: why, to whom or for how long, and what goes with them.",
        principles=("003.1", "000.8", "002.10"),
    ),
    Skill(
        id="check-close",
        title="Check before closing",
        about="Say what is settled and what happens next, ask whether that is all right, and end there.",
        principles=("003.11", "003.8", "001.3"),
    ),
)

BY_ID: dict[str, Skill] = {skill.id: skill for skill in SKILLS}
