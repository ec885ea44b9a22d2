"""The rep's desk: what each action needs, how far it may go, and what it shows.

Authority is decided here and nowhere else. A refusal is a result like any other, in one sentence that says what is allowed.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from scenarios.model import BUILT_IN_ACTIONS, Action, Scenario
from scenarios.quantities import Money, parse_duration, parse_money
from scenarios.transcript import RepActed
from trainer.engine.state import State

LONGEST_HOLD = 30 * 60
"""Seconds; nobody waits longer than this."""

PLAIN_HOLD = 60
"""Seconds of a hold whose length was not said."""

NOTE_SECONDS = 15


def label(scenario: Scenario, do: str) -> str:
    """An action in words: ``send by van``."""
    action = scenario.desk.actions.get(do)
    return (action.what if action else "") or do.replace("-", " ")


def names(scenario: Scenario) -> tuple[str, ...]:
    """Every action this desk knows, the scenario's own first."""
    return (*scenario.desk.actions, *(name for name in BUILT_IN_ACTIONS if name not in scenario.desk.actions))


def resolve(scenario: Scenario, do: str) -> str | None:
    """The id of the action meant by ``do``: its id in any case, with spaces or underscores for hyphens."""
    wanted = "-".join(do.strip().lower().replace("_", " ").replace("-", " ").split())
    return wanted if wanted in names(scenario) else None


def unknown(scenario: Scenario, do: str, also: Iterable[str] = ()) -> str:
    """One sentence for an action this desk does not have; ``also`` are words the view takes behind a slash."""
    from rapidfuzz.distance import OSA  # only where something was mistyped

    typed = do.strip().lower()[:60]
    like = get_close_matches(typed, {*names(scenario), *also}, n=9, cutoff=0.5)
    close = min(like, key=lambda name: (OSA.distance(typed, name), -len(name), name), default="")
    hint = f"did you mean /{close}?" if close else "it has " + ", ".join(f"/{name}" for name in names(scenario)) + "."
    return f"This desk has no /{do.strip()[:40]}; {hint}"


def use(scenario: Scenario, state: State, do: str, args: dict[str, str], turn: int) -> RepActed:
    """One use of a desk action as it will stand in the log. Never raises: what may not be done has ``ok=False`` and says why."""
    known = resolve(scenario, do)
    given = {str(key): str(value).strip() for key, value in args.items()}
    if known is None:
        return _refusal(turn, do.strip()[:60] or "?", given, unknown(scenario, do))
    if known in scenario.desk.actions:
        return _own(scenario, state, known, given, turn)
    if known == "hold":
        return _hold(given, turn)
    if known == "note":
        return _note(given, turn)
    wait = scenario.desk.supervisor
    handed = f"Handed over. A supervisor takes it from here, in about {_long(wait)}."
    return RepActed(turn=turn, do="supervisor", args=given, ok=True, result=handed, seconds=wait)


def _own(scenario: Scenario, state: State, do: str, args: dict[str, str], turn: int) -> RepActed:
    action = scenario.desk.actions[do]
    if action.refused:
        return _refusal(turn, do, args, action.refused)
    worked = [done.do for done in state.done]
    missing = [need for need in action.needs if need not in worked]
    if missing:
        return _refusal(turn, do, args, f"First: {', '.join(label(scenario, need) for need in missing)}.")
    if worked.count(do) >= action.times:
        return _refusal(turn, do, args, "Already done." if action.times == 1 else f"Already done {action.times} times, which is all this desk allows.")
    try:
        amount = _amount(action, args, scenario.currency)
    except ValueError as error:
        return _refusal(turn, do, args, f"{str(error).rstrip('.')}.")
    kept = {**args, "amount": str(amount)} if amount else args
    return RepActed(turn=turn, do=do, args=kept, ok=True, result=_shown(scenario, do, action, amount), seconds=action.takes)


def _amount(action: Action, args: dict[str, str], currency: str) -> Money | None:
    """The amount asked for, checked against the limit. Raises ValueError with a plain sentence."""
    if "amount" not in args:
        if action.up_to:
            raise ValueError(f"Say how much, up to {action.up_to.spoken}")
        return None
    amount = parse_money(args["amount"], currency)
    if amount.value <= 0:
        raise ValueError("An amount must be more than nothing")
    if action.up_to and amount.currency != action.up_to.currency:
        raise ValueError(f"This desk pays in {action.up_to.currency}, not {amount.currency}")
    if action.up_to and amount.value > action.up_to.value:
        raise ValueError(f"{amount.spoken} is above your {action.up_to.spoken} limit")
    return amount


def _shown(scenario: Scenario, do: str, action: Action, amount: Money | None) -> str:
    what = action.shows.strip() or f"Done: {label(scenario, do)}."
    if amount and amount.spoken not in what and amount.plain_value not in what:
        what = f"{what} ({amount.spoken})"
    if action.arrives and not action.shows:
        what = f"{what} Reaches the customer: {action.arrives}."
    return what


def _hold(args: dict[str, str], turn: int) -> RepActed:
    try:
        seconds = parse_duration(args["time"]) if args.get("time") else PLAIN_HOLD
    except ValueError as error:
        return _refusal(turn, "hold", args, f"{str(error).rstrip('.')}.")
    if not 0 < seconds <= LONGEST_HOLD:
        return _refusal(turn, "hold", args, f"Hold for between a second and {_long(LONGEST_HOLD)}.")
    return RepActed(turn=turn, do="hold", args=args, ok=True, result=f"On hold for {_long(seconds)}.", seconds=seconds)


def _note(args: dict[str, str], turn: int) -> RepActed:
    text = args.get("text", "")
    if not text:
        return _refusal(turn, "note", args, "Write the note after the command: /note what was promised, and by when.")
    return RepActed(turn=turn, do="note", args=args, ok=True, result="Noted.", seconds=NOTE_SECONDS)


def _refusal(turn: int, do: str, args: dict[str, str], why: str) -> RepActed:
    return RepActed(turn=turn, do=do, args=args, ok=False, result=why[:1].upper() + why[1:], seconds=0)


def _long(seconds: int) -> str:
    """A length of time in words: ``2 minutes``, ``45 seconds``."""
    if seconds < 60:
        return f"{seconds} second{'' if seconds == 1 else 's'}"
    minutes, rest = divmod(seconds, 60)
    words = f"{minutes} minute{'' if minutes == 1 else 's'}"
    return words if not rest else f"{words} {rest} seconds"


def waited(seconds: int) -> str:
    """A wait as the customer counts it."""
    return _long(seconds if seconds < 60 else round(seconds / 60) * 60)
