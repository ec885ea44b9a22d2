"""What a simulation must show before a scenario is fit to train on, and the sentence for each thing it does not."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.authoring.levels import level_at
from trainer.authoring.simulation import Simulation

EXPERT_AT_LEAST = 0.95
NEVER = ("bully", "gibberish")

NEAR = 0.05
"""How close to the next level's border a share may lie before the level in the file is called wrong."""


def faults_of(report: Simulation) -> tuple[str, ...]:
    """Every reason not to train on this scenario as it stands, each in a sentence."""
    return tuple(_faults(report))


def _faults(report: Simulation) -> Iterator[str]:
    by_player = report.by_player
    expert = by_player.get("expert")
    if expert and expert.settled < EXPERT_AT_LEAST:
        yield f"The expert settles only {expert.settled:.0%} of the calls; at least {EXPERT_AT_LEAST:.0%} shows that good work is rewarded."
    for name in NEVER:
        if name in by_player and by_player[name].settled > 0:
            yield f"The {name} settles {by_player[name].settled:.0%} of the calls; it should never."
    for one in report.gamed:
        yield f"The {one.player} beats the plain honest rep on {one.dimension}: {one.value:.0f} against {one.plain:.0f}."
    novice = by_player.get("novice")
    if novice and report.level not in {level_at(novice.settled + off) for off in (-NEAR, 0, NEAR)}:
        yield f"The file says level {report.level}, but a novice settles {novice.settled:.0%} of the calls, which is level {level_at(novice.settled)}."
