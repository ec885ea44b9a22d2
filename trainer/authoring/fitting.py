"""A new scenario tried out before it is written: its sentences by the reader that will read trainees, its level by a scripted novice.

What is not understood falls away or gets a form that is. The bar is the lowest at which a first reply that hears nobody settles nothing, the temper the one
that comes nearest to level 2, and the level what was then measured.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from scenarios.acts import HARM
from scenarios.library import voice, with_voice
from scenarios.load import load_text
from scenarios.model import Scenario
from scenarios.reading import SURE
from scoring.reading import default_reader
from scoring.reading.protocol import Context
from trainer.authoring.levels import level_at
from trainer.authoring.opening_move import changed, least_bar
from trainer.authoring.sketch import Remedy, Sketch, Trouble
from trainer.authoring.starter import written
from trainer.authoring.trials import SETTLED
from trainer.finding import own_folders
from trainer.players.playing import play
from trainer.players.roster import PLAYERS

PLAYS, PLAYS_AT_LAST = 40, 120
"""Calls the novice plays at each temper, and at the one that is taken: enough to tell a level from its neighbours."""
_SOFT = {"anger": 30, "trust": 44, "hope": 22, "patience": 100}
_HARD = {"anger": 62, "trust": 28, "hope": 8, "patience": 84}
_STEADY = {"reactivity": 0.8, "forgiveness": 1.3, "patience": 1.2}
"""A customer who stays within reach of good work: a first scenario is no place for the touchy one."""
_AIM, _NEAR = 0.63, 0.06
"""The share of a novice's calls that is to be settled, in the middle of level 2, and how near is near enough."""
_TRIES = 3
_HIGHEST = 0.8


def fitted(sketch: Sketch) -> Sketch:
    """The sketch with sentences that are understood and a temper that fits its level."""
    return _tempered(_understood(sketch))


def as_scenario(sketch: Sketch) -> Scenario:
    """The sketch as it will play."""
    folders = own_folders()
    made = load_text(written(sketch), sketch.id)
    return with_voice(made, voice(made.customer.voice, folders))


def _understood(sketch: Sketch) -> Sketch:
    troubles = tuple(replace(one, heard_if=(*one.heard_if, *_told(one))) for one in sketch.troubles)
    remedies = tuple(replace(one, offer_if=(*one.offer_if, *_offers(one))) for one in sketch.remedies)
    wide = as_scenario(replace(sketch, troubles=troubles, remedies=remedies))
    reader = default_reader()

    def hears(trouble: Trouble, line: str) -> bool:
        customer = trouble.says[0] if trouble.says else trouble.what
        reading = reader.read(line, Context(scenario=wide, customer=customer, heard=(sketch.opening, customer)))
        harmless = not any(span.act in HARM and span.confidence >= SURE for span in reading.acts)
        return harmless and any(touch.concern == trouble.id for touch in reading.touches)

    def offers(remedy: Remedy, line: str) -> bool:
        reading = reader.read(line, Context(scenario=wide, customer=sketch.wants, heard=(sketch.opening,)))
        return any(offer.action == remedy.id for offer in reading.offers)

    return replace(
        sketch,
        troubles=tuple(replace(one, heard_if=_kept(one.heard_if, _told(one), partial(hears, one))) for one in sketch.troubles),
        remedies=tuple(replace(one, offer_if=_kept(one.offer_if, _offers(one), partial(offers, one))) for one in sketch.remedies),
    )


def _kept(lines: tuple[str, ...], instead: tuple[str, ...], good: Callable[[str], bool]) -> tuple[str, ...]:
    """The lines that are understood; where none is, the first other form that is. Nothing is left without a line."""
    kept = tuple(line for line in lines if good(line))
    return kept or tuple(line for line in instead if good(line))[:1] or lines[:1]


def _told(trouble: Trouble) -> tuple[str, ...]:
    """Other ways to show it was heard."""
    return tuple(f"you told us that {line}" for line in trouble.heard_if[:2])


def _offers(remedy: Remedy) -> tuple[str, ...]:
    """Other ways to offer it."""
    return (f"I can {remedy.what} for you", f"What I can do today is {remedy.what}, shall I?")


def _tempered(sketch: Sketch) -> Sketch:
    """The temper at which a novice settles about as many calls as level 2 says, halving the way between soft and hard, and the level measured there."""
    made = as_scenario(sketch)
    soft, hard, best = 0.0, 1.0, (2.0, sketch, 0)
    for _ in range(_TRIES):
        middle = (soft + hard) / 2
        temper = {key: round(low + (_HARD[key] - low) * middle) for key, low in _SOFT.items()}
        bar = least_bar(changed(made, temper=temper, persona=_STEADY))
        tried = replace(sketch, temper=temper, persona={"bar": bar or _HIGHEST, **_STEADY})
        calls = _settled(made, tried, range(PLAYS))
        settled = calls / PLAYS
        best = min(best, (abs(settled - _AIM), tried, calls), key=lambda one: one[0])
        if best[0] <= _NEAR:
            break
        soft, hard = (middle, hard) if settled > _AIM else (soft, middle)
    _, taken, calls = best
    return replace(taken, level=level_at((calls + _settled(made, taken, range(PLAYS, PLAYS_AT_LAST))) / PLAYS_AT_LAST))


def _settled(made: Scenario, sketch: Sketch, seeds: range) -> int:
    """Of these calls of the novice's, those that are settled."""
    scenario = changed(made, temper=sketch.temper, persona=sketch.persona)
    return sum(play(scenario, PLAYERS["novice"], seed).ended.ending in SETTLED for seed in seeds)  # nobody asks for their scores
