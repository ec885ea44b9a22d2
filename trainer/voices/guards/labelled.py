"""The labelled lines, and how the guards do on them.

``first`` was written before the guards were tuned, ``second`` after, and the guards then mended by it; ``third`` showed that cue words
alone do not carry, which is why there are heads on the reader's encoder, which learn from all three; ``fourth`` measures. ``fifth`` to
``seventh`` are near misses by writers who did not know the guards: good and bad lines in almost the same words; ``seventh`` measures. A fault
met in use is added to the first. None of it is shipped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from scenarios.library import find, voice
from scenarios.model import Scenario
from scenarios.moves import Band, Intensity, Move
from trainer.voices.guards import GuardResult, Reason, check
from trainer.voices.request import MoveRequest, PersonaCard, Turn, Who

FOLDER = Path(__file__).parent / "labelled"
GOOD = "good"
SETS = {
    "first": "tuned on",
    "second": "written after, then mended by",
    "third": "written after that, then learnt from",
    "fourth": "never tuned on",
    "fifth": "by another writer, near misses, learnt from",
    "sixth": "by a third writer, near misses, learnt from",
    "seventh": "by a fourth writer, near misses, never tuned on",
}
"""Each set of lines, and how far its figures can be trusted."""


@dataclass(frozen=True)
class Labelled:
    """One line, the request it was written for, and what is wrong with it."""

    part: str
    """``first`` to ``seventh``"""
    scene: str
    kind: str
    """``good``, or a Reason's value"""
    line: str
    request: MoveRequest
    mended: str | None = None
    """what a guard may make of a bad line; None where nothing of it may be shown"""

    def caught(self, result: GuardResult) -> bool:
        """Whether a bad line was kept off the screen as it stands."""
        return not result.ok or (self.mended is not None and result.text == self.mended)


@lru_cache(maxsize=len(SETS))
def labelled(part: str) -> tuple[Labelled, ...]:
    """The lines of one set."""
    scenes = yaml.load((FOLDER / f"{part}.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return tuple(line for scene in scenes for line in _lines(part, scene))


def _lines(part: str, scene: dict[str, Any]) -> Iterator[Labelled]:
    request = _request(scene)
    for kind, entries in scene["lines"].items():
        for entry in entries:
            line, mended = (entry, None) if isinstance(entry, str) else (entry["line"], entry["mended"])
            yield Labelled(part=part, scene=scene["scene"], kind=kind if kind == GOOD else Reason(kind).value, line=line, request=request, mended=mended)


def _request(scene: dict[str, Any]) -> MoveRequest:
    scenario: Scenario = find(scene["scenario"], (), 1)
    customer, concern = scenario.customer, scenario.concern(scene.get("about") or "")
    own = [Turn(Who.CUSTOMER, text) for text in scene["earlier"]]
    return MoveRequest(
        act=Move(scene["move"]),
        band=Band(scene["mood"]),
        written=scene["meaning"],
        persona=PersonaCard(
            name=customer.name,
            about=customer.about,
            manner=voice(customer.voice).about,
            business=scenario.business or scenario.trade,
            samples=(customer.opening,),
        ),
        concern=concern.what if concern else "",
        question=scene.get("question", ""),
        facts=(customer.name, *scenario.desk.known.values(), *((concern.what, *concern.says) if concern else ()), *scene["facts"]),
        talk=(*own, Turn(Who.REP, scene["rep"])),
        intensity=Intensity(scene.get("intensity", "real")),
        personal=scene.get("personal", False),
        call=scene["scene"],
        turn=2 * len(own),
        seed=1,
    )


@dataclass
class Tally:
    """How the guards did on some labelled lines."""

    lines: Counter[str] = field(default_factory=Counter)
    """lines by kind"""
    stopped: Counter[str] = field(default_factory=Counter)
    """of each kind, lines kept off the screen; of the good ones, lines refused or changed"""
    named: Counter[str] = field(default_factory=Counter)
    """of each kind, lines stopped for that very reason"""
    given: Counter[str] = field(default_factory=Counter)
    """how often each reason was given"""

    def recall(self, kind: str) -> float:
        """Share of this kind's lines kept off the screen."""
        return self.stopped[kind] / max(1, self.lines[kind])

    def precision(self, kind: str) -> float:
        """Of the lines refused for this reason, the share that is labelled so."""
        return self.named[kind] / max(1, self.given[kind])

    @property
    def bad(self) -> float:
        """Share of all bad lines kept off the screen."""
        kinds = [kind for kind in self.lines if kind != GOOD]
        return sum(self.stopped[kind] for kind in kinds) / max(1, sum(self.lines[kind] for kind in kinds))


def measure(lines: Iterable[Labelled]) -> Tally:
    """The guards' figures on these lines."""
    tally = Tally()
    for one in lines:
        result = check(one.line, one.request)
        tally.lines[one.kind] += 1
        tally.stopped[one.kind] += result.text != one.line if one.kind == GOOD else one.caught(result)
        if result.reason:
            tally.given[result.reason] += 1
            tally.named[one.kind] += result.reason.value == one.kind
    return tally
