"""``coolhead read``: replies in on stdin, one JSON object a line; what was understood of each out, in the same order.

A line that cannot be read gets a problem object in its place, and the rest goes on.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from scenarios.model import Scenario
from scenarios.reading import Reading
from scoring.reading import default_reader
from scoring.reading.protocol import Context
from trainer.errors import Exit, UsageError, say
from trainer.finding import scenario_named
from trainer.replies import whole
from trainer.subcommands.output import emit, tell
from trainer.words import count

MOST_CHARACTERS = 1_000_000
"""Longest line taken in; a reply is a few sentences, and the rest of such a line is skipped, not kept."""


def read_lines(scenario: str | None, *, as_json: bool) -> int:
    """Read every line of stdin. Exit code 1 when any had to be passed over."""
    if sys.stdin.isatty():
        raise UsageError('Replies are read from stdin, one JSON object a line: {"id": "1", "text": "..."}')
    card = scenario_named(scenario) if scenario else None
    reader = default_reader()
    faults = False
    number = 0
    while line := _next_line():
        number += 1
        if not line.strip():
            continue
        try:
            asked = _asked(line)
            reading = reader.read(whole(asked["text"]), _context(asked, card))
        except (ValueError, RecursionError) as error:
            faults = True
            _tell_problem(number, _problem(error), as_json=as_json)
            continue
        if as_json:
            emit({"id": asked.get("id"), **reading.model_dump(mode="json")})
        else:
            _tell_reading(str(asked.get("id", number)), whole(asked["text"]), reading)
    return Exit.FAULTS if faults else Exit.DONE


def _problem(error: ValueError | RecursionError) -> str:
    if isinstance(error, RecursionError):
        return "nested too deeply"
    return f"not JSON from column {error.colno} on" if isinstance(error, json.JSONDecodeError) else str(error)


def _tell_problem(number: int, problem: str, *, as_json: bool) -> None:
    """Programs find a problem in its place among the readings; people are told beside them."""
    if as_json:
        emit({"line": number, "problem": problem})
    else:
        say(f"line {number}: {problem}")


def _next_line() -> str:
    stream = sys.stdin
    line = stream.readline(MOST_CHARACTERS + 1)
    rest = line
    while rest and not rest.endswith("\n") and len(rest) > MOST_CHARACTERS:
        rest = stream.readline(MOST_CHARACTERS + 1)
    return line


def _asked(line: str) -> dict[str, Any]:
    if len(line) > MOST_CHARACTERS:
        raise ValueError(f"longer than {MOST_CHARACTERS} characters")
    found = json.loads(line)
    if not isinstance(found, dict):
        raise ValueError('not a JSON object such as {"id": "1", "text": "..."}')
    if not isinstance(found.get("text"), str):
        raise ValueError('there is no "text", or it is no string')
    if not isinstance(found.get("customer") or "", str):
        raise ValueError('"customer" is not a string')
    if not isinstance(found.get("earlier") or [], list):
        raise ValueError('"earlier" is not a list')
    for key in ("card", "log"):
        if not all(isinstance(line, str) for line in _lines(found, key) or ()):
            raise ValueError(f'"{key}" holds something that is no string')
    return found


def _lines(asked: dict[str, Any], key: str) -> list[Any] | None:
    """The lines of ``card`` or ``log``; None where the key is missing."""
    lines = asked.get(key)
    if lines is not None and not isinstance(lines, list):
        raise ValueError(f'"{key}" is not a list')
    return lines


def _context(asked: dict[str, Any], scenario: Scenario | None) -> Context:
    """What stood before the reply. ``earlier`` holds the rep's replies as strings, or turns as ``{"who", "text"}``, desk actions too.

    ``card`` holds lines of a case card that is not a scenario, ``log`` what the rep did.
    """
    customer = whole(asked.get("customer") or "")
    heard: list[str] = []
    earlier: list[str] = []
    log = [whole(line) for line in _lines(asked, "log") or ()]
    known = asked.get("log") is not None
    for turn in asked.get("earlier") or []:
        who, text = (turn.get("who"), turn.get("text")) if isinstance(turn, dict) else ("rep", turn)
        if not isinstance(text, str):
            raise ValueError('"earlier" holds something that is neither a string nor {"who", "text"}')
        (heard if who == "customer" else log if who == "action" else earlier).append(whole(text))
    if customer:
        heard.append(customer)
    card = tuple(whole(line) for line in _lines(asked, "card") or ())
    return Context(scenario=scenario, customer=customer, heard=tuple(heard), earlier=tuple(earlier), log=tuple(log) if known or log else None, card=card)


def _tell_reading(id_: str, text: str, reading: Reading) -> None:
    tell(f"{id_}: {count(len(reading.acts), 'act')}, read by {reading.reader}" + (f", {reading.oddity.value}" if reading.oddity else ""))
    for span in reading.acts:
        tell(f"  {span.act.value} ({span.confidence:.0%}): {text[span.start : span.end]}")
    for promise in reading.promises:
        tell(f"  promise: {promise.what}" + (f", by {promise.due:%Y-%m-%d %H:%M}" if promise.due else ""))
    for claim in reading.claims:
        tell(f"  claim, {claim.verdict}: {text[claim.start : claim.end]}")
