"""Answers as a sketch: alone, with the example filling what was left open, or over a sketch read from a letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scenarios.quantities import parse_money
from trainer.authoring.letter.desk import GESTURE
from trainer.authoring.letter.details import next_working_day, said_day
from trainer.authoring.questions import EXAMPLE, Answers, changed, sentence
from trainer.authoring.sketch import WHY, Asked, Remedy, Sketch, Trouble, Truth

_EXAMPLE = "this is the example; write your own"
_KNOWN = "what-we-know"


def drafted(answers: Answers, *, id_: str, title: str, today: date) -> Sketch:
    """A sketch from answers. What was left at the example is marked."""
    own = changed(answers, EXAMPLE)
    whole = not own & {"went_wrong", "opening"}
    return Sketch(
        id=id_,
        title=title,
        trade=answers.trade,
        business=answers.business,
        today=said_day(today if today.weekday() < 5 else next_working_day(today)),
        currency=parse_money(answers.limit).currency if answers.limit else "GBP",
        name=answers.name,
        voice=answers.voice,
        wants=f"that we {answers.remedy.rstrip('.')}",
        opening=answers.opening,
        troubles=(_example_trouble() if whole else _trouble(answers),),
        remedies=_remedies(answers),
        facts=_facts(answers, own),
        cannot=(answers.never,),
        record=(f"Customer {answers.name}", "Complained today, by chat. Nothing noted before."),
        doubts={
            **{key: _EXAMPLE for key in ("business", "trade", "name", "opening", "remedy", "never") if key not in own},
            "what": _EXAMPLE if "went_wrong" not in own else "",
            "wants": "say what they want in their place; more than the remedy, if you can",
            "record": "write it as your own system would show it: numbers, dates, what was done",
        },
    )


def corrected(sketch: Sketch, answers: Answers, defaults: Answers) -> Sketch:
    """A letter's sketch with what the author answered in place of what was guessed."""
    own = changed(answers, defaults)
    doubts = {part: doubt for part, doubt in sketch.doubts.items() if part not in own}
    sketch = replace(sketch, business=answers.business, trade=answers.trade, name=answers.name, voice=answers.voice, doubts=doubts)
    if "name" in own and "name" in sketch.known:
        sketch = replace(sketch, known={**sketch.known, "name": answers.name})
    if own & {"remedy", "limit"}:
        currency = parse_money(answers.limit).currency if answers.limit else sketch.currency
        sketch = replace(sketch, remedies=_with_own(sketch.remedies, answers, own), currency=currency)
    if "never" in own:
        sketch = replace(sketch, cannot=(answers.never,))
    if "knows" not in own:
        return sketch
    (known,) = _facts(answers, own)
    return replace(sketch, facts=tuple(replace(known, id=WHY.id) if fact == WHY else fact for fact in sketch.facts))


def defaults_of(sketch: Sketch) -> Answers:
    """What a letter answers, for the author to correct."""
    limit = next((remedy.up_to for remedy in sketch.remedies if remedy.up_to), "")
    return Answers(
        business=sketch.business,
        trade=sketch.trade,
        name=sketch.name,
        voice=sketch.voice,
        went_wrong=sketch.troubles[0].what,
        opening=sketch.opening,
        remedy=sketch.remedies[0].what,
        limit=limit,
        never=sketch.cannot[0],
        knows="",
    )


def _trouble(answers: Answers) -> Trouble:
    told = sentence(answers.went_wrong)
    again = told if told.lower().strip(" .!?") != answers.opening.lower().strip(" .!?") else f"I have told you already: {answers.went_wrong}."
    return Trouble(
        id="what-went-wrong",
        what=answers.went_wrong,
        says=(again, "That is what happened, and nobody has put it right."),
        heard_if=(answers.went_wrong,),
        asks=(Asked("How did that happen?", _KNOWN if answers.knows else WHY.id),),
    )


def _example_trouble() -> Trouble:
    return Trouble(
        id="what-went-wrong",
        what=EXAMPLE.went_wrong,
        says=(
            "It was to be ready for the weekend.",
            "I walk to work now. An hour each way, past your shop.",
            "I looked through the window last night. It has no wheel on it.",
        ),
        heard_if=("we said the weekend and your bicycle is still in pieces", "you have been walking to work because of us"),
        asks=(Asked("Why was it not ready?", _KNOWN),),
    )


def _remedies(answers: Answers) -> tuple[Remedy, ...]:
    what = answers.remedy.rstrip(". ")
    put_right = Remedy(id="put-right", what=what, offer_if=(f"I can {what}", f"shall we {what}?"))
    if not answers.limit:
        return (put_right,)
    return (
        put_right,
        Remedy(id="goodwill", what="give something for the trouble", offer_if=GESTURE, up_to=answers.limit, settles=False),
    )


def _with_own(asked: tuple[Remedy, ...], answers: Answers, own: set[str]) -> tuple[Remedy, ...]:
    """The author's own remedy and limit beside what the letter asks for, which stays for the author to strike out."""
    first, *gesture = _remedies(answers)
    kept = tuple(one for one in asked if one.settles and one.id != first.id and one.what != first.what)
    if "limit" not in own:
        gesture = [one for one in asked if not one.settles]
    return (*((first,) if "remedy" in own else ()), *(kept if "remedy" in own else (one for one in asked if one.settles)), *gesture)


def _facts(answers: Answers, own: set[str]) -> tuple[Truth, ...]:
    if not answers.knows:
        return (WHY,)
    if "knows" in own:
        return (Truth(id=_KNOWN, true=answers.knows),)
    return (
        Truth(
            id=_KNOWN, true=EXAMPLE.knows, told_if=("the wheel was ordered late, and that was us",), false_if=("the supplier sent it late", "it was ordered on time"), doubt=_EXAMPLE,
        ),
    )  # fmt: skip
