"""``coolhead drill``: a set in the view asked for; without one, the skills, a set answered from a file, and how well drills are read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scenarios.drills import Skilled
from scoring.drill_rules import drill_rules
from scoring.drills import Judged
from scoring.reading import default_reader
from trainer.drills.choosing import drawn
from trainer.drills.proof import Sum, sums
from trainer.drills.sets import at_hand, skill_named, skill_title, skills_in_turn, store_of
from trainer.drills.words import harm_line, headline, marks_of, standing_words, verdict_lines
from trainer.errors import ContentError, Exit, UsageError, say
from trainer.records.store import Store
from trainer.replies import read_replies
from trainer.subcommands.output import emit, tell
from trainer.words import count


def play_drills(skill: str | None, *, number: int, seed: int | None, plain: bool) -> int:
    """Open a set in one of the views."""
    from trainer.opening import open_game

    asked = {"skill": skill_named(skill) if skill else None, "count": number, "seed": seed}
    return open_game(plain=plain, mode="drill", asked=asked)


def list_drills(skill: str | None, *, number: int, seed: int | None, as_json: bool) -> int:
    """Print the skills with how they stand; with a skill, the drills a set would hold, in their order, without the replies."""
    if skill is None:
        return _list_skills(as_json=as_json)
    drills = at_hand()
    ids = _drawn(drills, skill_named(skill), seed=seed or 0, number=number)
    if as_json:
        emit([_put(drills[id_]) for id_ in ids])
        return Exit.DONE
    for id_ in ids:
        tell(f"{id_}: {drills[id_].drill.customer}. {drills[id_].drill.says}")
    say(f"{count(len(ids), 'drill')}.")
    return Exit.DONE


def _list_skills(*, as_json: bool) -> int:
    store = store_of(Store.open)
    standing = skills_in_turn(store)
    having = [one.skill for one in at_hand().values()]
    if as_json:
        emit(
            [
                {
                    "skill": one.skill,
                    "title": skill_title(one.skill),
                    "drills": having.count(one.skill),
                    "tries": one.tries,
                    "done": one.done,
                    "last": one.last.isoformat() if one.last else None,
                }
                for one in standing
            ]
        )
        return Exit.DONE
    for one in standing:
        tell(f"{one.skill}: {skill_title(one.skill)}, {count(having.count(one.skill), 'drill')}, {standing_words(one)}.")
    say(f"{count(len(standing), 'skill')}, the one to drill next first. Begin with: coolhead drill {standing[0].skill if standing else 'SKILL'}")
    return Exit.DONE


def answer_from(file: Path, skill: str | None, *, number: int, seed: int | None, as_json: bool) -> int:
    """Answer a set with the lines of a replies file and print what came of each; nothing is kept."""
    if skill is None:
        raise UsageError("--replies needs a skill.", "Such as: coolhead drill own-it --replies FILE")
    named, chosen, drills = skill_named(skill), seed or 0, at_hand()
    replies = read_replies(file)
    if does := next((reply for reply in replies if not reply.say), None):
        raise ContentError(f"{file}:{does.line}: A drill is answered in words; there is no desk to act at.")
    ids = _drawn(drills, named, seed=chosen, number=number)
    if len(replies) > len(ids):
        say(f"{count(len(replies) - len(ids), 'reply is', 'replies are')} left over; the set has {count(len(ids), 'drill')}.")
    from scoring.drills import judge

    reader = default_reader()
    answered = [(one, reply.say, judge(one.skill, one.drill, reply.say, reader)) for id_, reply in zip(ids, replies, strict=False) for one in (drills[id_],)]
    if as_json:
        told = [_told(one, text, judged) for one, text, judged in answered]
        done = sum(judged.verdict.value == "done" for _, _, judged in answered)
        emit({"skill": named, "seed": chosen, "rules": drill_rules().version, "reader": reader.version, "done": done, "of": len(told), "answers": told})
        return Exit.DONE
    for one, text, judged in answered:
        tell(f"{one.id}: {one.drill.name}: {one.drill.says}")
        tell(f"  You: {text}")
        tell(f"  {headline(judged)} {' '.join(says for _, says in verdict_lines(judged))} {harm_line(judged)}".rstrip())
    return Exit.DONE


def check_drills(skill: str | None, *, as_json: bool) -> int:
    """Read the three replies of every drill at hand, and print by skill how often the good one is done, the thin one less, the poor one not."""
    found = sums([one for one in at_hand().values() if skill is None or one.skill == skill_named(skill)])
    whole = Sum.of_all(found.values())
    if as_json:
        emit(
            {
                "rules": drill_rules().version,
                "reader": default_reader().version,
                "all": whole.as_dict(),
                "skills": {id_: one.as_dict() for id_, one in found.items()},
            }
        )
    else:
        tell(f"{'skill':18} drills  good done  seen unaided  thin below good  poor passed")
        for name, one in (*found.items(), ("all", whole)):
            tell(f"{name:18} {one.drills:6}  {one.good:9}  {one.unaided:12}  {one.below:15}  {one.poor:11}")
    return Exit.DONE


def _drawn(drills: dict[str, Skilled], skill: str, *, seed: int, number: int) -> Sequence[str]:
    ids = drawn(drills, skill, seed=seed, count=number)
    if not ids:
        raise ContentError(f"There are no drills for {skill_title(skill).lower()} here.", "See the skills with: coolhead drill --list")
    return ids


def _put(one: Skilled) -> dict[str, Any]:
    drill = one.drill
    return {
        "drill": one.id,
        "skill": one.skill,
        "level": drill.level,
        "customer": drill.customer,
        "before": list(drill.before),
        "says": drill.says,
        "card": list(drill.card),
    }


def _told(one: Skilled, text: str, judged: Judged) -> dict[str, Any]:
    return {
        "drill": one.id,
        "skill": one.skill,
        "text": text,
        "verdict": judged.verdict.value,
        "note": judged.note,
        "parts": [{"part": part.part, "met": part.met, "start": part.start, "end": part.end, "says": part.says} for part in judged.parts],
        "harms": [{"act": span.act.value, "start": span.start, "end": span.end, "confidence": span.confidence} for span in judged.harms],
        "marks": [{"start": mark.start, "end": mark.end, "says": mark.words, "harm": mark.harm} for mark in marks_of(judged)],
    }
