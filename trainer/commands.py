"""A line that begins with a slash, read as one use of the desk: ``/refund 48``, ``/hold 2m checking stock``.

Only the form is judged here; whether the desk allows it is the engine's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from scenarios.model import Action, Scenario
from scenarios.quantities import parse_duration, parse_money
from trainer.engine.desk import resolve, unknown

_NAME = re.compile(r"^/\s*([^\s/][^\s]*)\s*(.*)$", re.DOTALL)
_AMOUNT = re.compile(r"^((?:[£€$¥₹]\s*|[A-Za-z]{3}\s+)?[\d,]+(?:\.\d+)?(?:\s*[A-Z]{3}\b)?)\s*(.*)$", re.DOTALL)
_TIME = re.compile(r"^((?:\d+\s*(?:d|h|m|min|mins|minutes?|s|secs?|seconds?|hours?)\b\s*)+)(.*)$", re.DOTALL | re.IGNORECASE)
_NEXT = re.compile(r"(?:^|\s)/\s*([^\W\d_][\w-]*)")
_FREE = ("note", "hold")
"""Actions that take words of any kind: a slash there begins another action only where the desk has one of that name."""
_UNITS = ((r"\s*hours?\b", "h"), (r"\s*(?:minutes?|mins)\b", "m"), (r"\s*(?:seconds?|secs?)\b", "s"))

_SENTENCE = 4
"""Words from which what follows an action may be meant for the customer."""

LONGEST = 2000
"""Characters of a command that are read."""


class CommandError(ValueError):
    """A command that could not be read: one plain sentence, fit to show under the composer."""


class TwoActionsError(CommandError):
    """Two actions on one line, of which only the first would be done."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"Two actions stand on one line, and nothing was done. Give each its own: first {first}, then {second}.")
        self.first, self.second = first, second


def parse_command(line: str, scenario: Scenario, also: Iterable[str] = ()) -> tuple[str, dict[str, str]]:
    """The action and its arguments. Raises CommandError for anything that is no command of this desk, which names the nearest of them or of ``also``.

    One line is one action. An action with a limit reads an amount first; ``hold`` a length of time and a reason; ``note`` the text. Whatever
    follows stands under ``note``.
    """
    found = _NAME.match(line.strip()[:LONGEST])
    if not found:
        raise CommandError("A desk command is a slash and a name, as in /note or /hold 2m checking stock.")
    name, rest = found[1], found[2].strip()
    do, rest = _longest_name(name, rest, scenario, also)
    if (other := _NEXT.search(rest)) and (do not in _FREE or resolve(scenario, other[1])):
        raise TwoActionsError(" ".join(f"/{do} {rest[: other.start()]}".split()).rstrip(" /"), rest[other.start() :].strip())
    action = scenario.desk.actions.get(do)
    if action:
        return do, _for_action(action, rest, scenario.currency)
    if do == "hold":
        return do, _for_hold(rest)
    if do == "note":
        if not rest:
            raise CommandError("Write the note after the command: /note what was promised, and by when.")
        return do, {"text": rest}
    return do, {"reason": rest} if rest else {}


def left_unsaid(do: str, args: Mapping[str, str], scenario: Scenario) -> str:
    """What was typed after an action as if the customer heard it, which they do not; empty where nothing was, or only a word or two for the log."""
    words = args.get("note", "") if do in scenario.desk.actions else ""
    return words if len(words.split()) >= _SENTENCE else ""


def _longest_name(name: str, rest: str, scenario: Scenario, also: Iterable[str]) -> tuple[str, str]:
    """The action meant, its name typed with hyphens or in several words: ``/send by van``."""
    words = rest.split()
    for taken in range(min(len(words), 5), -1, -1):
        do = resolve(scenario, " ".join((name, *words[:taken])))
        if do:
            left = rest
            for word in words[:taken]:
                left = left[len(word) :].lstrip()
            return do, left
    raise CommandError(unknown(scenario, name, also))


def _for_action(action: Action, rest: str, currency: str) -> dict[str, str]:
    amount = _AMOUNT.match(rest)
    if amount and (action.up_to or _is_money(amount[1])):
        args = {"amount": amount[1].strip()}
        try:
            parse_money(args["amount"].upper(), currency)
        except ValueError as error:
            raise CommandError(_sentence(error)) from error
        args["amount"] = args["amount"].upper()
        return {**args, "note": amount[2].strip()} if amount[2].strip() else args
    return {"note": rest} if rest else {}


def _is_money(text: str) -> bool:
    """An amount said to be one, where the action has no limit: ``48 GBP`` and not ``2``."""
    return not text.replace(",", "").replace(".", "").strip().isdigit()


def _sentence(error: ValueError) -> str:
    """A fault of a quantity as a sentence of its own."""
    return f"{str(error)[:1].upper()}{str(error)[1:].rstrip('.')}."


def _for_hold(rest: str) -> dict[str, str]:
    timed = _TIME.match(rest)
    if not timed:
        return {"reason": rest} if rest else {}
    time = timed[1].strip()
    for words, unit in _UNITS:
        time = re.sub(words, unit, time, flags=re.IGNORECASE)
    try:
        parse_duration(time)
    except ValueError as error:
        raise CommandError(_sentence(error)) from error
    reason = timed[2].strip()
    return {"time": time, "reason": reason} if reason else {"time": time}
