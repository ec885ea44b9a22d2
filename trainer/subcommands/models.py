"""``coolhead model``: can this model word a customer here, and what does it do when it does?"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from trainer.errors import ContentError, CoolheadError, Exit, say
from trainer.subcommands.output import emit, tell
from trainer.text import safe_text
from trainer.voices.choice import VoiceChoice, VoiceName, choice_for, drafter_for
from trainer.voices.drafter import Drafter, Level

LONGEST_LOADING = 240.0
"""Seconds after which a model that still loads, or a server that still does not answer, is given up."""


def loaded(choice: VoiceChoice) -> Drafter:
    """The drafter, once it stands one way or the other; the trouble a server has is final only after a second look."""
    drafter = drafter_for(choice)
    say("Loading it; this may take a minute.")
    drafter.open()
    until = time.monotonic() + LONGEST_LOADING
    while drafter.standing.level is Level.LOADING and time.monotonic() < until:
        time.sleep(0.1)
    return drafter


def check_model(place: str, *, name: str | None, allow_remote: bool, as_json: bool) -> int:
    """Print what was found. Exit code 1 when the model cannot be used, or only too slowly."""
    choice = choice_for(place, name=name or "", allow_remote=allow_remote)
    found: dict[str, Any] = {"place": place, "voice": choice.voice.value}
    if choice.voice is VoiceName.MODEL:
        from trainer.voices.model.folder import looked_at

        folder = looked_at(Path(choice.model))
        found |= {"family": folder.family, "weights": folder.weights, "licence": folder.licence, "notes": list(folder.notes)}
    try:
        drafter = loaded(choice)
    except CoolheadError as error:
        if as_json:
            emit({**found, "usable": False, "verdict": str(error)})
        raise
    try:
        standing = drafter.standing
        found |= {
            "usable": standing.level is Level.READY,
            "verdict": standing.sentence or "It can be used here.",
            "line_seconds": round(standing.line_seconds, 2),
        }
        found |= _measured(drafter)
    finally:
        drafter.close()
    if as_json:
        emit(found)
    else:
        for line in _told(found):
            tell(safe_text(line))
    return Exit.DONE if found["usable"] else Exit.FAULTS


def _measured(drafter: Drafter) -> dict[str, Any]:
    """What the drafter learned when it was loaded."""
    ready = getattr(drafter, "found", None)
    if ready is not None:
        return {
            "reuse": ready.sharing, "device": ready.device, "numbers": ready.dtype, "read_tokens_a_second": round(ready.read, 1),
            "written_tokens_a_second": round(ready.written, 1), "loading_seconds": round(ready.loading, 1), "memory": ready.memory,
            "template": dict(ready.quirks),
        }  # fmt: skip
    greeting = getattr(drafter, "measured", None)
    return {"served_model": getattr(drafter, "model", ""), "first_seconds": round(greeting.first_seconds, 2)} if greeting else {}


def _told(found: dict[str, Any]) -> list[str]:
    lines = [f"{'ok' if found['usable'] else 'not usable'}: {found['verdict']}"]
    if found["usable"]:
        lines.append(f"speed: about {found['line_seconds']:.1f} s a line")
    if "family" in found:
        lines.append(f"folder: {found['family']}, {found['weights'] / 1e9:.1f} GB of weights, licence: {found['licence'] or 'it names none; look it up'}")
        lines += found["notes"]
    if "reuse" in found:
        how = {"fork": "what was read is used again, at no cost", "copy": "what was read is copied each time"}
        lines.append(f"cache: {how.get(found['reuse'], 'nothing can be used again, so every line reads the whole talk')}")
        lines.append(
            f"runs on: {found['device']}, {found['numbers']}; reads {found['read_tokens_a_second']:.0f} and writes {found['written_tokens_a_second']:.0f} tokens a second; "
            f"loaded in {found['loading_seconds']:.0f} s; {found['memory'] / 1e9:.1f} GB at most"
        )
        lacks = [words for key, words in _LACKS.items() if found["template"].get(key) is False]
        lines.append(f"template: {'; '.join(lacks) if lacks else 'nothing out of the way'}")
    if "served_model" in found:
        lines.append(f"server: serves {found['served_model']}; first word after {found['first_seconds']:.1f} s")
    return lines


_LACKS = {
    "system": "has no place for instructions of their own, so they stand in the first turn",
    "own_first": "wants the other side to speak first",
    "same_twice": "wants the sides to take turns",
}


def bench_model(place: str, *, name: str | None, allow_remote: bool, turns: int, as_json: bool) -> int:
    """Run the attack turns and the normal ones, and print the figures."""
    from trainer.voices.bench.running import bench, report_lines

    choice = choice_for(place, name=name or "", allow_remote=allow_remote)
    drafter = loaded(choice)
    try:
        if drafter.standing.level not in (Level.READY, Level.SLOW):
            raise ContentError(drafter.standing.sentence or "It did not come up in time.")
        found = bench(drafter, turns, within=choice.seconds, on_turn=lambda n, of: say(f"{n} of {of}") if n % 100 == 0 else None)
    finally:
        drafter.close()
    if as_json:
        emit(found)
    else:
        for line in report_lines(found):
            tell(safe_text(line))
    return Exit.FAULTS if found["state_corruption"] else Exit.DONE
