"""Drills in the plain view: choose a skill, answer line after line, be told what each reply did. Flat lines only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from scenarios.drills import Skilled
from scenarios.exchange import Speaker
from scenarios.skills import SKILLS
from scoring.drills import Judged
from trainer.drills.choosing import SET, Standing
from trainer.drills.sets import SEE_LIST, DrillSet, Waiting, begin, skill_named, skill_title, skills_in_turn, take_up, waiting
from trainer.drills.words import (
    FEEL_FREE,
    MISSES,
    NOTHING,
    WELCOME,
    closing,
    harm_line,
    headline,
    marks_of,
    missed_line,
    place_words,
    standing_words,
    verdict_lines,
)
from trainer.errors import ContentError, Exit, UsageError, say
from trainer.plain.console import Console
from trainer.plain.going import BACK, EVERYWHERE, HOME, QUIT, TERMS, Quitted, Went, WentHome, bare, hardly_said, is_command, kept
from trainer.plain.going import HELP as HELP_WORDS
from trainer.records.store import Store, StoreError

if TYPE_CHECKING:
    from trainer.plain.view import PlainView

HERE = ("again", "r", "next")
"""Words of this form alone that no customer is told."""
MISS = "miss"
"""Tells the sample that misses."""
AFTER = "Press Enter for the next, r to word it anew, miss for a reply that misses it, stop to go back:"
HOW = "Type your reply after the word You. Stop to leave, help for more."
NOT_MARKED = "Not marked yet: {why}. Is it your reply? Enter has it marked; help lists the commands."
HELP = (
    "Your reply, then Enter: you are told what it did. End a line with a backslash to go on in the next line.",
    "again: the line once more. list: what this set is about, and how far you are. words: what the terms told last mean.",
    "stop: leave the set; it is kept. After a reply Enter goes on, and r lets you word it anew.",
)
CHOOSE_HELP = (
    "A number or a skill's name: ten lines of it. Enter: the skill whose turn it is.",
    "mixed: a bit of everything. resume: a set put aside. list or all: the skills with their numbers.",
)
LISTS = ("list", "all")
TYPE_LIST = "Type list for the skills."
AFTER_HELP = (
    "Enter: the next line. r: word this reply anew; only the first one counts. miss: a reply that means well and misses it.",
    "stop: leave the set; it is kept.",
)


def practise(view: PlainView, skill: str | None = None, *, practice: str | None = None, count: int = SET, seed: int | None = None, wanted: str = "") -> int:
    """Answer a set of drills: of a ``skill``, or of the one that is chosen; ``wanted`` is what was typed for it already.

    Raises CoolheadError for a skill there is not, or where there are no drills.
    """
    console = view.console
    store = _records(view)
    console.tell(*() if view.skills_told else (WELCOME,))
    if skill is None:
        skill, practice = _choose(console, store, wanted, listed=not view.skills_told)
    view.skills_told = console.interactive
    if skill is None:
        return Exit.DONE
    under_way = take_up(store, practice) if practice and store else begin(skill, store, seed=seed, count=count)
    try:
        _answer(console, under_way)
    except KeyboardInterrupt:
        say(f"\n{kept('set', console, Quitted())}")
        raise
    return Exit.DONE


def _records(view: PlainView) -> Store | None:
    try:
        return view.records()
    except StoreError as error:
        say(f"{error.sentence} The set is not kept.")
        return None


def _choose(console: Console, store: Store | None, wanted: str, *, listed: bool) -> tuple[str | None, str | None]:
    """A skill, or a set to go on with; neither where nothing is chosen. ``wanted`` is taken for the first answer; ``listed``, the skills are told unasked."""
    standing = skills_in_turn(store)
    if not standing:
        raise ContentError("There are no drills here.")
    left = waiting(store) if store else []
    turn = standing[0].skill
    skills = [one for skill in SKILLS for one in standing if one.skill == skill.id]  # one's number stays the same from one visit to the next
    if not wanted:
        _tell_skills(console, skills if listed else (), left)
    ask = f"Number of the skill, 1 to {len(skills)}, mixed for a bit of everything, Enter for {skill_title(turn)}, list, or stop to go back:"
    while True:
        answer = wanted or console.choose(ask, CHOOSE_HELP, go_back=False)
        wanted, word = "", bare(answer)
        if word in BACK or console.ended:
            return None, None
        if word in LISTS:
            _tell_skills(console, skills, left)
            continue
        if word.split(" ")[0] == "resume" and left:
            number = word.removeprefix("resume").strip() or "1"
            if found := next((one for n, one in enumerate(left, 1) if str(n) == number), None):
                return found.skill, found.practice
        try:
            return _skill(word, turn, [one.skill for one in skills]), None
        except UsageError as error:
            near = error.remedy if error.remedy != SEE_LIST else ""
            names = "; ".join(f"{n}. {skill_title(one.skill)}" for n, one in enumerate(skills, 1))
            console.tell(f"{error.sentence} {near}".rstrip(), *(() if near else (f"The skills are: {names}.",)))


def _tell_skills(console: Console, listed: Sequence[Standing], left: Sequence[Waiting]) -> None:
    """The skills by number and the sets that were put aside."""
    console.tell_list((f"{number}. {skill_title(one.skill)}, {standing_words(one)}." for number, one in enumerate(listed, 1)), "type a skill's name")
    for number, one in enumerate(left, 1):
        again = "resume" if number == 1 else f"resume {number}"
        console.tell(f"Type {again} to go on with a set that was put aside: {skill_title(one.skill)}, {one.words}.")


def _skill(word: str, turn: str, listed: Sequence[str]) -> str:
    """The skill that a word names; the one whose ``turn`` it is for none. Raises UsageError."""
    if not word:
        return turn
    if word.isascii() and word.isdigit():
        if len(word) > 3 or not 0 < int(word) <= len(listed):
            raise UsageError(f"There is no number {word[:20]} on the list; it has 1 to {len(listed)}.", TYPE_LIST)
        return listed[int(word) - 1]
    return skill_named(word)


def _answer(console: Console, under_way: DrillSet) -> None:
    told = ""
    if console.interactive:
        console.tell(HOW)
    while not under_way.course.over:
        where = place_words(under_way.course)
        _put(console, under_way.now, where, titled=told != under_way.now.skill)
        if under_way.before and (missed := missed_line(under_way.before)):
            console.tell(missed)
        told = under_way.now.skill
        try:
            going = _one(console, under_way, where)
        except Went as went:
            console.tell(_kept(console, under_way, went))
            raise
        if not going:
            console.tell(_kept(console, under_way))
            break
        under_way.go_on()
    if under_way.course.over:
        _close(console, under_way)


def _kept(console: Console, under_way: DrillSet, went: Went | None = None) -> str:
    """What becomes of a set that is stopped; one without an answer is not offered again."""
    if under_way.trouble:
        return "The set was not kept."
    return kept("set", console, went) if under_way.course.firsts else "Nothing of this set was answered, so there is nothing to go on with."


def _put(console: Console, one: Skilled, where: str, *, titled: bool) -> None:
    from scenarios.skills import BY_ID

    if titled:
        console.tell(f"{BY_ID[one.skill].title}: {BY_ID[one.skill].about}")
    console.tell(f"Drill {where}. {one.drill.customer}. Trade: {one.drill.trade}.")
    for who, words in one.drill.earlier:
        console.tell(f"{'You' if who is Speaker.REP else one.drill.name}, before: {words}")
    console.tell(*(f"On your desk: {line}" for line in one.drill.card))
    console.tell(f"{one.drill.name}: {one.drill.says}")


def _one(console: Console, under_way: DrillSet, where: str) -> bool:
    """Answer one drill, as often as it is wished; False when one stops. Raises Went where one goes further than that."""
    anew: str | None = ""
    again = False
    held = ""
    while True:
        text, anew = anew or console.ask_reply("You:"), ""
        text, held, sure = (held, "", True) if held and text is not None and not text.strip() else (text, held, False)
        if text is None or bare(text) in (*BACK, *QUIT):
            return _left(text)
        if is_command(text) or bare(text) in HERE:
            _asked(console, under_way.now, bare(text), where)
            continue
        if console.interactive and not sure and (asked := _asked_of(text)):
            held = text
            console.tell(asked)
            continue
        held = ""
        if not text.strip():
            console.tell(*(("Type a reply, or stop to leave the set.",) if console.interactive else ()))  # in a pipe it is the Enter that goes on
            continue
        tell_judged(console, under_way.now, text, under_way.answer(text), again=again)
        again = True
        if under_way.trouble:
            console.tell(under_way.trouble)
        if not console.interactive:
            return True
        anew = _after(console, under_way.now)
        if anew is None or anew in BACK:
            return anew is None


def _asked_of(text: str) -> str:
    """What to ask before a lone word or number is marked that was hardly meant for a reply; empty where it is one."""
    why = hardly_said(text, HERE)
    return NOT_MARKED.format(why=why) if why else ""


def _after(console: Console, one: Skilled) -> str | None:
    """What comes after a reply: None for the next drill, a word of BACK to stop, else the reply worded anew, empty where it is yet to be typed."""
    typed = ""
    while (answer := console.choose(AFTER, AFTER_HELP, go_back=False, several=True)) and bare(answer) != "next":
        word = bare(answer)
        if word in BACK:
            return word
        if word in ("r", "again"):
            return typed
        if word == MISS:
            console.tell(f"{MISSES} “{one.drill.thin}”")
            continue
        if is_command(answer):
            console.tell(f"There is nothing under '{word[:40]}' here. Type help for what there is.")
            continue
        typed = answer
        console.tell("That was not judged yet. Type r to have it judged as this reply worded anew, or press Enter for the next drill without it.")
    return None


def _left(text: str | None) -> bool:
    """One stops: with the set, or, where ``quit`` was typed, with Coolhead."""
    if text is not None and bare(text) in QUIT:
        raise Quitted
    return False


def _asked(console: Console, now: Skilled, word: str, where: str) -> None:
    """What a word of the program typed for a reply asks; it is never judged. Raises WentHome."""
    if word == HOME:
        raise WentHome
    if word in HELP_WORDS:
        console.aside(*HELP, EVERYWHERE)
    elif word in TERMS:
        console.tell_terms()
    elif word in ("again", "list", "r"):
        _put(console, now, where, titled=word == "list")
    elif word == "next":
        console.tell("This drill is not answered yet: type your reply. Stop leaves the set; the next one comes after your reply.")
    else:
        console.tell(f"“{word[:40]}” was not taken for a reply. Stop leaves the set, help tells the rest; with a dot after it, it is a reply.")


def tell_judged(console: Console, one: Skilled, text: str, judged: Judged, *, again: bool = False) -> None:
    """What a reply came to, one's own words first; what else it could be is told with the first of them, not ``again``."""
    console.tell(headline(judged))
    marks = marks_of(judged)
    console.tell(*(f"Your words “{' '.join(text[mark.start : mark.end].split())}”: {mark.words}." for mark in marks))
    if not marks and not judged.note:
        console.tell(NOTHING)
    console.tell(*(f"{'There' if met else 'Missing'}: {says}" for met, says in verdict_lines(judged)))
    if harm := harm_line(judged):
        console.tell(harm)
    if not again:
        misses = () if console.interactive else (f"{MISSES} “{one.drill.thin}”",)  # at a keyboard it is told on asking
        console.tell(f"{FEEL_FREE} “{one.drill.good}”", *misses, f"What to take from it: {one.drill.lesson}")


def _close(console: Console, under_way: DrillSet) -> None:
    end = closing(under_way.look_back())
    console.tell(f"The set is over. {end.sum}")
    console.tell(*(f"Went well: {line}" for line in end.well), *(f"Try next: {line}" for line in end.next), *(f"See again: {line}" for line in end.again))
    if under_way.trouble:
        console.tell("Not all of it was kept.")
