"""What can be chosen at the end of a briefing, before the call is picked up: as the briefing screen has it, by words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from scenarios.moves import Intensity
from trainer.plain.briefing import rubric_lines
from trainer.plain.console import Console
from trainer.plain.going import BACK
from trainer.words import INTENSITIES, INTENSITY_WORDS

PICK_UP = "Press Enter to pick up: {}. Or type leave, help, or one of calm, real, raw, practice, test, coach, mood:"
HELP = (
    "Enter: pick up the call. leave: go back.",
    "calm, real or raw: how rough the customer may get.",
    "practice: it will be practice, with rewind, coach and mood. test: it will be without them. Enter then picks up.",
    "coach on or coach off: whether a coach looks at each draft. mood on or mood off: whether the mood is told; meter is the same.",
    "rubric: how you are scored, in full.",
)
RAW = "Raw: the customer also insults you and swears. Type raw again to have it so, or Enter to leave it as it was:"


@dataclass(frozen=True, kw_only=True)
class PickUp:
    """How a call is picked up."""

    practice: bool
    intensity: Intensity
    coached: bool
    metered: bool

    def words(self) -> str:
        """It in words, as it stands."""
        if not self.practice:
            return f"a test, {self.intensity.value}, no coach, mood not told"
        return f"a practice call, {self.intensity.value}, {'with' if self.coached else 'no'} coach, mood {'on' if self.metered else 'off'}"


def ask_pick_up(console: Console, usual: PickUp) -> PickUp | None:
    """Ask until the call is picked up; None where it is left. ``usual`` is how it stands before anything is chosen."""
    now = usual
    while True:
        answer = console.choose(PICK_UP.format(now.words()), HELP, go_back=False)
        word, _, rest = answer.lower().partition(" ")
        if word in BACK or console.ended:
            return None
        if answer.lower() in ("", "pick up", "pickup"):
            return now if now.practice else replace(now, coached=False)
        changed = _changed(console, now, word, rest.strip())
        if changed is None:
            console.aside(f"'{answer[:40]}' is nothing that can be chosen here. The call is not picked up yet; help tells what there is.")
        else:
            now = changed


def _changed(console: Console, now: PickUp, word: str, rest: str) -> PickUp | None:
    """What comes of a word that chooses; None where it is none."""
    if word in ("practice", "practise", "p", "test", "t") and not rest:
        return replace(now, practice=word not in ("test", "t"))
    on = {"": None, "on": True, "yes": True, "off": False, "no": False}
    if word in INTENSITIES and not rest:
        return _rough(console, now, Intensity(word))
    if word == "rubric" and not rest:
        console.tell_all(rubric_lines())
        return now
    if word == "coach" and rest in on:
        coached = not (now.coached and now.practice) if on[rest] is None else bool(on[rest])
        return replace(now, coached=coached, practice=now.practice or coached)
    if word in ("mood", "meter") and rest in on:
        metered = not (now.metered and now.practice) if on[rest] is None else bool(on[rest])
        return replace(now, metered=metered, practice=now.practice or metered)
    return None


def _rough(console: Console, now: PickUp, wanted: Intensity) -> PickUp:
    if wanted is Intensity.RAW and now.intensity is not Intensity.RAW and console.choose(RAW).lower() != "raw":
        console.tell(f"It stays {now.intensity.value}.")
        return now
    if wanted is not Intensity.RAW:
        console.tell(
            f"{wanted.value.capitalize()}: the customer is {INTENSITY_WORDS[wanted.value]}."
            if wanted is Intensity.CALM
            else f"{wanted.value.capitalize()}: the customer {INTENSITY_WORDS[wanted.value]}."
        )
    return replace(now, intensity=wanted)
