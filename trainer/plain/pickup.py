"""What can be chosen at the end of a briefing, before the call is picked up: as the briefing screen has it, by words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from scenarios.model import Scenario
from scenarios.moves import Intensity
from trainer.engine.desk import resolve
from trainer.plain.briefing import briefing_lines, desk_lines, policy_lines, record_lines, rubric_lines
from trainer.plain.console import Console
from trainer.plain.going import BACK, is_command, near_command
from trainer.words import INTENSITIES, INTENSITY_WORDS

PICK_UP = "Press Enter to pick up: {}. Or type leave, help, or one of calm, real, raw, practice, test, coach, mood:"
HELP = (
    "Enter: pick up the call. leave: go back.",
    "calm, real or raw: how rough the customer may get.",
    "practice: it will be practice, with rewind, coach and mood. test: it will be without them. Enter then picks up.",
    "coach on or coach off: whether a coach looks at each draft. mood on or mood off: whether the mood is told; meter is the same.",
    "briefing: all of it again. record, policy or desk: that part of it. rubric: how you are scored, in full.",
)
NOT_YET = "The desk opens with the call: press Enter to pick up. Until then briefing tells all of it again, record, policy and desk a part of it."
CHOICES = (*INTENSITIES, "practice", "test", "coach", "mood", "briefing", "record", "policy", "desk", "rubric", "leave", "help")
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


def ask_pick_up(console: Console, usual: PickUp, scenario: Scenario) -> PickUp | None:
    """Ask until the call is picked up; None where it is left. ``usual`` is how it stands before anything is chosen."""
    now = usual
    while True:
        answer = console.choose(PICK_UP.format(now.words()), HELP, go_back=False)
        word, _, rest = answer.lower().partition(" ")
        if word in BACK or console.ended:
            return None
        if answer.lower() in ("", "pick up", "pickup"):
            return now if now.practice else replace(now, coached=False)
        changed = now if _looked_up(console, scenario, word) else _changed(console, now, word, rest.strip())
        if changed is None:
            console.aside(_none(answer, scenario))
        else:
            now = changed


def _looked_up(console: Console, scenario: Scenario, word: str) -> bool:
    """Whether this asked for the briefing or a part of it once more; it has been told then."""
    looks = {
        "briefing": lambda: briefing_lines(scenario, scored=False),
        "record": lambda: record_lines(scenario),
        "policy": lambda: policy_lines(scenario),
        "desk": lambda: desk_lines(scenario, ()),
        "rubric": rubric_lines,
    }
    if look := looks.get(word):
        console.tell_all(look())
    return look is not None


def _none(answer: str, scenario: Scenario) -> str:
    """What to say of a line that chooses nothing here."""
    meant = near_command(answer, ())
    if resolve(scenario, answer.lstrip("/").split(" ")[0] or "?") or (is_command(answer) and not meant):
        return NOT_YET
    hint = f"Did you mean {meant}?" if meant in CHOICES else "Help tells what there is."
    return f"'{answer[:40]}' is nothing that can be chosen here, and the call is not picked up yet. {hint}"


def _changed(console: Console, now: PickUp, word: str, rest: str) -> PickUp | None:
    """What comes of a word that chooses; None where it is none."""
    if word in ("practice", "practise", "p", "test", "t") and not rest:
        return replace(now, practice=word not in ("test", "t"))
    on = {"": None, "on": True, "yes": True, "off": False, "no": False}
    if word in INTENSITIES and not rest:
        return _rough(console, now, Intensity(word))
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
