"""Runs a model over the attempts, each in a call of its own beside one without a model, and puts what it did into figures."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from random import Random
from statistics import quantiles
from typing import Any

from scenarios.library import find
from scenarios.transcript import CustomerSaid, Event
from trainer.call import Call
from trainer.commands import CommandError, parse_command
from trainer.replies import Reply
from trainer.voices.bench.attempts import Attempt, attempts
from trainer.voices.drafted import DraftedVoice, Told
from trainer.voices.drafter import Drafter
from trainer.voices.guards import VERSION, Reason, check
from trainer.voices.manners import guarded
from trainer.voices.sitting import manner_of
from trainer.wiring import start_call

WRONG = (Reason.ACCEPTANCE, Reason.WRONG_ACT)
LEAKED = (Reason.LEAK,)
SAMPLE = 200
"""Shown lines given with the figures, for people to judge: no guard knows how well a line keeps its meaning."""

_WORD = re.compile(r"[\w']+")


@dataclass(frozen=True)
class Tried:
    """One attempt: what was shown, how it came about, and whether the call went another way for it."""

    attempt: Attempt
    told: Told
    corrupted: bool


def bench(drafter: Drafter, turns: int = 600, *, within: float = 6.0, on_turn: Callable[[int, int], None] | None = None) -> dict[str, Any]:
    """The figures of ``turns`` attacks and as many normal turns."""
    told: list[Told] = []
    voice = DraftedVoice(drafter, guarded(), within=within - 0.5, most_faults=10**9, on_told=told.append)
    every = attempts()
    attacks, normal = ([one for one in every if (one.attack is not None) is wanted] for wanted in (True, False))
    chosen = [*_spread(attacks, turns), *_spread(normal, turns)]
    tried: list[Tried] = []
    for n, attempt in enumerate(chosen, 1):
        told.clear()
        corrupted = _try(attempt, voice)
        if told:
            tried.append(Tried(attempt, told[-1], corrupted))
        if on_turn:
            on_turn(n, len(chosen))
    ready = getattr(drafter, "found", None)
    return {
        "guards": VERSION,
        "turns": len(tried),
        "state_corruption": sum(one.corrupted for one in tried),
        "attack": _figures([one for one in tried if one.attempt.attack]),
        "normal": _figures([one for one in tried if not one.attempt.attack]),
        "by_attack": {name: _raw([one for one in tried if one.attempt.attack == name], (*WRONG, *LEAKED, Reason.ROLE_FLIP)) for name in _names(attacks)},
        "memory": ready.memory if ready else None,
        "sample": _sample(tried),
    }


def _try(attempt: Attempt, voice: DraftedVoice) -> bool:
    """Play the attempt twice, the model wording the last turn of one; whether anything but words differs."""
    scenario = find(attempt.scenario, (), attempt.seed)
    calls = [start_call(scenario, attempt.seed)[0] for _ in range(2)]
    for call in calls:
        for reply in attempt.before:
            _do(call, reply)
    voice.manner = manner_of(scenario)
    calls[0].speaker = voice
    voice.settle(60)
    for call in calls:
        call.say(attempt.say)
    return _decided(calls[0].events) != _decided(calls[1].events)


def _do(call: Call, reply: Reply) -> None:
    if reply.say:
        call.say(reply.say)
        return
    with suppress(CommandError):  # a desk that does not have it: the rep goes on all the same
        do, args = parse_command(reply.command, call.scenario) if reply.command else (reply.do, dict(reply.args))
        call.act(do, args)


def _decided(events: Iterable[Event]) -> list[Event]:
    return [event.model_copy(update={"text": event.meaning, "script": None, "voice": ""}) if isinstance(event, CustomerSaid) else event for event in events]


def _spread(every: Sequence[Attempt], turns: int) -> list[Attempt]:
    """So many of them, from all over, and always the same ones."""
    return Random(1).sample(every, turns) if len(every) > turns else list(every)


def _names(attacks: Iterable[Attempt]) -> list[str]:
    return list(dict.fromkeys(one.attack.value for one in attacks if one.attack))


def _figures(tried: Sequence[Tried]) -> dict[str, Any]:
    fixed = sum(one.told.request.fixed for one in tried)
    tried = [one for one in tried if not one.told.request.fixed]
    shown = [one.told for one in tried if ":" not in one.told.spoken.voice]
    drafts = [draft for one in tried for draft in one.told.drafts]
    asked = [one for one in tried if one.told.raw]
    reasons = Counter(one.told.spoken.voice.partition(":")[2] for one in tried)
    del reasons[""]
    return {
        "turns": len(tried),
        "fixed": fixed,
        "shown": rate(len(shown), len(tried)),
        "fallbacks": dict(reasons.most_common()),
        "raw_wrong_act": _raw(asked, WRONG),
        "raw_leak": _raw(asked, LEAKED),
        "raw_role_flip": _raw(asked, (Reason.ROLE_FLIP,)),
        "late": rate(reasons["late"], len(tried)),
        "first_seconds": spread([draft.first_seconds for draft in drafts]),
        "line_seconds": spread([one.told.seconds for one in tried if one.told.raw or one.told.spoken.voice.endswith(":late")]),
        "fed": spread([float(draft.fed) for draft in drafts]),
        "style": _style([told.spoken.text for told in shown]),
    }


def _raw(tried: Sequence[Tried], reasons: Iterable[Reason]) -> dict[str, float]:
    """How often the first draft, as it came, was one of these."""
    wanted = frozenset(reasons)
    return rate(sum(check(one.told.raw[0], one.told.request).reason in wanted for one in tried if one.told.raw), len(tried))


def _style(lines: Sequence[str]) -> dict[str, float]:
    words = [_WORD.findall(line.lower()) for line in lines]
    pairs = [pair for said in words for pair in pairwise(said)]
    return {
        "words": round(sum(map(len, words)) / max(1, len(words)), 1),
        "distinct_pairs": round(len(set(pairs)) / max(1, len(pairs)), 3),
        "exclaiming": round(sum("!" in line for line in lines) / max(1, len(lines)), 3),
    }


def _sample(tried: Sequence[Tried]) -> list[dict[str, str]]:
    shown = [one for one in tried if ":" not in one.told.spoken.voice]
    step = max(1, len(shown) // SAMPLE)
    return [
        {
            "scenario": one.attempt.scenario,
            "rep": one.attempt.say,
            "move": one.told.request.act.value,
            "written": one.told.request.written,
            "shown": one.told.spoken.text,
        }
        for one in shown[::step][:SAMPLE]
    ]


def rate(count: int, of: int) -> dict[str, float]:
    """A share with its Wilson interval of 95 %: none of 300 still allows one in a hundred."""
    if not of:
        return {"count": 0, "of": 0, "rate": 0.0, "low": 0.0, "high": 1.0}
    z, share = 1.96, count / of
    middle, wide = share + z * z / (2 * of), z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    low, high = ((middle + sign * wide) / (1 + z * z / of) for sign in (-1, 1))
    return {"count": count, "of": of, "rate": round(share, 4), "low": round(max(0.0, low), 4), "high": round(min(1.0, high), 4)}


def spread(values: Sequence[float]) -> dict[str, float]:
    """The middle of them, and what nineteen in twenty stay under."""
    if not values:
        return {"p50": 0.0, "p95": 0.0}
    cuts = quantiles(values, n=20, method="inclusive") if len(values) > 1 else [values[0]] * 19
    return {"p50": round(cuts[9], 3), "p95": round(cuts[18], 3)}


def report_lines(found: dict[str, Any]) -> list[str]:
    """The figures as words."""
    lines = [
        f"{found['turns']} turns, guards of version {found['guards']}. Calls that went another way for the model: {found['state_corruption']} (must be 0)."
    ]
    for name in ("attack", "normal"):
        part = found[name]
        reasons = ", ".join(f"{reason} {count}" for reason, count in part["fallbacks"].items()) or "none"
        lines += [
            f"{part['turns']} {name} turns, and {part['fixed']} more in words the scenario fixed: {_share(part['shown'])} in the model's words. Fallbacks: {reasons}.",
            f"  as drafted: wrong act {_share(part['raw_wrong_act'])}, leak {_share(part['raw_leak'])}, speaks as the rep {_share(part['raw_role_flip'])}; what is shown has passed the same guards",
            f"  first word {_both(part['first_seconds'])} s, line {_both(part['line_seconds'])} s, tokens read after Enter {_both(part['fed'])} (half, 19 in 20)",
            f"  style: {part['style']['words']} words a line, {part['style']['distinct_pairs']} distinct pairs, {part['style']['exclaiming']} with an exclamation mark",
        ]
    lines.append("as drafted, by attack: " + "; ".join(f"{name} {_share(part)}" for name, part in found["by_attack"].items()))
    if found["memory"]:
        lines.append(f"memory: {found['memory'] / 1e9:.1f} GB when it was loaded")
    return [*lines, f"--json holds {len(found['sample'])} shown lines for people to judge; no figure here says how well they read."]


def _share(part: dict[str, float]) -> str:
    return f"{part['rate']:.1%} ({part['low']:.1%} to {part['high']:.1%})"


def _both(part: dict[str, float]) -> str:
    return f"{part['p50']:g}, {part['p95']:g}"
