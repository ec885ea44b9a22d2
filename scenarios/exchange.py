"""Transcripts to and from the exchange form: what other programs read and write, and our own without loss.

The exchange form is a list of turns with who and text; ours adds to each turn what was understood and decided, so the
same file can be read by a program that knows nothing of it. Chats of other origin become a ``ForeignChat``, which
scoring reads into a Transcript. Reading files lies in ``transcript_files``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from scenarios.problems import CONTROL, MAX_PROBLEMS, Code, Problem, ScenarioProblems, did_you_mean, fault, shown
from scenarios.transcript import SCHEMA, CustomerMoved, CustomerSaid, Ended, Event, Opened, RepActed, RepSaid, Transcript, Verdict

MAX_TURNS = 5_000
"""More than any chat; a file with more is something else."""


class Speaker(StrEnum):
    """Who can take a turn. ``action`` is what the rep really did in the system."""

    CUSTOMER = "customer"
    REP = "rep"
    ACTION = "action"


@dataclass(frozen=True, kw_only=True)
class ForeignTurn:
    """One turn of a chat of other origin. An action has ``do`` and ``args``, or only a line of text."""

    who: Speaker
    text: str = ""
    do: str | None = None
    args: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ForeignChat:
    """A chat of other origin, not yet read. ``scenario`` is the id it names, if it names one."""

    id: str = ""
    scenario: str | None = None
    turns: tuple[ForeignTurn, ...] = ()
    card: tuple[str, ...] = ()
    """what is so, and what the rep may and cannot do, a line each, where the chat says"""


_FORM = "coolhead-"
"""What a transcript of ours says of itself under ``form``, followed by the version of the form."""

_EVENTS: TypeAdapter[tuple[Event, ...]] = TypeAdapter(tuple[Event, ...])


def to_exchange(transcript: Transcript, scorecard: dict[str, Any] | None = None) -> dict[str, Any]:
    """The transcript as plain JSON values; ``from_exchange`` gives back an equal one."""
    form: dict[str, Any] = {"form": f"{_FORM}{SCHEMA}", "id": transcript.id, "scenario": transcript.scenario, "turns": _turns(transcript.events)}
    for event in transcript.events:
        if isinstance(event, Opened):
            form["call"] = _dump(event, "kind", "turn")
        elif isinstance(event, Ended):
            form["ended"] = _dump(event, "kind")
        elif isinstance(event, Verdict):
            form["verdict"] = _dump(event, "kind")
    if _rebuilt(form) != transcript.events:  # in an order no call of ours has: kept as they are, so that nothing is lost
        form["events"] = [event.model_dump(mode="json") for event in transcript.events]
    if scorecard is not None:
        form["scorecard"] = scorecard
    return form


def from_exchange(obj: object, name: str, lines: Iterable[int] = ()) -> Transcript | ForeignChat:
    """A transcript of ours, or a chat of other origin, from JSON values.

    ``lines`` says where in the file each turn stands, as far as known; the first goes for the whole where turns are not
    told apart. Raises ScenarioProblems.
    """
    where = tuple(lines)
    if not isinstance(obj, dict):
        raise ScenarioProblems([fault(Code.NOT_A_TRANSCRIPT, name, _at(where, 0), f"Here stands {_sort(obj)} where a chat belongs.")])
    if isinstance(form := obj.get("form"), str) and form.startswith(_FORM):
        return _ours(obj, name, where)
    return _foreign(obj, name, where)


def _turns(events: Iterable[Event]) -> list[dict[str, Any]]:
    """The turns in order; what the customer decided and what they said are one."""
    turns: list[dict[str, Any]] = []
    for event in events:
        if isinstance(event, CustomerMoved):
            turns.append({"who": "customer", "text": "", "moved": _dump(event, "kind", "turn")})
        elif isinstance(event, CustomerSaid):
            if not (turns and "moved" in turns[-1] and "voice" not in turns[-1]):
                turns.append({"who": "customer"})
            turns[-1].update(_dump(event, "kind", "turn"))
        elif isinstance(event, RepSaid):
            turns.append({"who": "rep", "text": event.text, **_dump(event, "kind", "turn", "text")})
        elif isinstance(event, RepActed):
            turns.append({"who": "action", **_dump(event, "kind", "turn")})
    return turns


def _dump(event: BaseModel, *without: str) -> dict[str, Any]:
    return event.model_dump(mode="json", exclude=set(without))


def _events(form: dict[str, Any]) -> tuple[Event, ...]:
    """The events a form stands for. Raises ValidationError when it does not hold together."""
    raw: list[dict[str, Any]] = []
    if form.get("call") is not None:
        raw.append({**form["call"], "kind": "opened"})
    for n, turn in enumerate(form["turns"]):
        rest = {key: value for key, value in turn.items() if key != "who"}
        if turn["who"] == "customer":
            if "moved" in turn:
                raw.append({**turn["moved"], "kind": "moved", "turn": n})
            if "voice" in turn:
                raw.append({"kind": "replied", "turn": n, **{key: turn[key] for key in ("text", "voice", "script") if key in turn}})
        else:
            raw.append({**rest, "kind": "said" if turn["who"] == "rep" else "acted", "turn": n})
    raw += [{**form[key], "kind": key} for key in ("ended", "verdict") if form.get(key) is not None]
    return _EVENTS.validate_python(raw)


def _rebuilt(form: dict[str, Any]) -> tuple[Event, ...] | None:
    try:
        return _events(form)
    except ValidationError:
        return None


def _ours(form: dict[str, Any], name: str, lines: tuple[int, ...]) -> Transcript:
    version = form["form"].removeprefix(_FORM)
    if version.isdecimal() and len(version) < 10 and int(version) > SCHEMA:
        said = f"The transcript has form {int(version)}; this version reads up to {SCHEMA}."
        raise ScenarioProblems([fault(Code.NEWER_TRANSCRIPT, name, _at(lines, 0), said)])
    try:
        events = _EVENTS.validate_python(form["events"]) if "events" in form else _events(form)
        return Transcript(id=form.get("id", ""), scenario=form.get("scenario"), events=events)
    except ValidationError as error:
        problems = []
        for detail in error.errors(include_url=False)[:MAX_PROBLEMS]:
            place = ".".join(str(part) for part in detail["loc"])
            said = f"Something in it is not as it was written: {shown(place, 100)} ({shown(detail['msg'], 100)})."
            problems.append(fault(Code.DAMAGED_TRANSCRIPT, name, _at(lines, 0), said))
        raise ScenarioProblems(problems) from None
    except (KeyError, TypeError, AttributeError):
        raise ScenarioProblems([fault(Code.DAMAGED_TRANSCRIPT, name, _at(lines, 0), "A part of the transcript is missing or of another kind.")]) from None


def _foreign(obj: dict[str, Any], name: str, lines: tuple[int, ...]) -> ForeignChat:
    problems: list[Problem] = []
    for key in ("id", "scenario"):
        value = obj.get(key)
        if not isinstance(value, str | int | None) or isinstance(value, bool):
            problems.append(
                fault(Code.NOT_A_TRANSCRIPT, name, _at(lines, 0), f'"{key}" must be text, and here stands {_sort(value)}.', f'Write "{key}" as text.')
            )
        elif isinstance(value, str) and CONTROL.search(value):
            problems.append(fault(Code.TRANSCRIPT_CONTROL_CHARACTER, name, _at(lines, 0), f'"{key}" holds an invisible character.'))
    turns = obj.get("turns")
    if not isinstance(turns, list):
        said = 'The chat has no "turns".' if turns is None else f'"turns" must be a list, and here stands {_sort(turns)}.'
        problems.append(fault(Code.NO_TURNS, name, _at(lines, 0), said))
        raise ScenarioProblems(problems)
    if not turns:
        problems.append(fault(Code.NO_TURNS, name, _at(lines, 0), 'The list "turns" is empty.'))
    if len(turns) > MAX_TURNS:
        problems.append(fault(Code.TRANSCRIPT_TOO_LARGE, name, _at(lines, 0), f"The chat has {len(turns):,} turns; the limit is {MAX_TURNS:,}."))
        raise ScenarioProblems(problems)
    read: list[ForeignTurn] = []
    for n, turn in enumerate(turns):
        try:
            read.append(_turn(turn, n, name, _at(lines, n)))
        except ScenarioProblems as error:
            problems += error.problems
    if problems:
        raise ScenarioProblems(problems[:MAX_PROBLEMS])
    id_, scenario = obj.get("id"), obj.get("scenario")
    return ForeignChat(id="" if id_ is None else str(id_), scenario=None if scenario is None else str(scenario), turns=tuple(read), card=_card(obj.get("card")))


CARD_LINES, MAX_CARD_LINE = 200, 1_000
"""More lines than any card has, and characters of one; what lies beyond is passed over."""


def card_lines(card: dict[str, Any]) -> tuple[str, ...]:
    """What a card says is so, then what the rep may and cannot do, one line each."""
    so, may, cannot = (card.get(key, []) for key in ("true_facts", "rep_may", "rep_cannot"))
    return (*so, *(f"may {line}" for line in may), *(f"cannot {line}" for line in cannot))


def _card(card: object) -> tuple[str, ...]:
    """The chat's own card; nothing where it has none in this form, for other programs may keep other things under that name."""
    if not isinstance(card, dict):
        return ()
    parts = {key: card.get(key, []) for key in ("true_facts", "rep_may", "rep_cannot")}
    if not all(isinstance(lines, list) and all(isinstance(line, str) for line in lines) for lines in parts.values()):
        return ()
    return tuple(CONTROL.sub(" ", line)[:MAX_CARD_LINE] for line in card_lines(parts)[:CARD_LINES])


def _turn(turn: object, n: int, name: str, at: tuple[int, int]) -> ForeignTurn:
    """One turn; keys of other programs are passed over. Raises ScenarioProblems with the first thing wrong in it."""

    def refused(code: Code, message: str, remedy: str | None = None) -> ScenarioProblems:
        return ScenarioProblems([fault(code, name, at, f"Turn {n}: {message}", remedy)])

    if not isinstance(turn, dict):
        raise refused(Code.BAD_TURN, f"here stands {_sort(turn)} where a turn belongs.")
    who = turn.get("who")
    speaker = speaker_of(who) if isinstance(who, str) else None
    if speaker is None:
        if "who" not in turn:
            raise refused(Code.BAD_TURN, 'it does not say "who".')
        raise refused(Code.UNKNOWN_SPEAKER, f"'{shown(who)}' is not a speaker.", speaker_remedy(str(who)))
    text, do = turn.get("text"), turn.get("do") if speaker is Speaker.ACTION else None
    for key, value in (("text", text), ("do", do)):
        if not isinstance(value, str | None):
            raise refused(Code.BAD_TURN, f'"{key}" must be text, and here stands {_sort(value)}.')
    args = turn.get("args") if do is not None else None
    if not isinstance(args, dict | None):
        raise refused(Code.BAD_TURN, f'"args" must be a group of keys, and here stands {_sort(args)}.')
    if wrong := [key for key, value in (args or {}).items() if isinstance(value, dict | list | None)]:
        raise refused(Code.BAD_TURN, f"'{shown(wrong[0])}' in \"args\" must be text or a number.")
    if not (text or "").strip() and not (do or "").strip():
        raise refused(Code.EMPTY_TURN, f"the {speaker} takes a turn without a word.")
    plain = {key: _plain(value) for key, value in (args or {}).items()}
    for value in (text, do, *plain, *plain.values()):
        if value and (found := CONTROL.search(value)):
            raise refused(Code.TRANSCRIPT_CONTROL_CHARACTER, f"the text holds an invisible character (U+{ord(found[0]):04X}).")
    return ForeignTurn(who=speaker, text=text or "", do=do, args=plain)


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def speaker_of(word: str) -> Speaker | None:
    """The speaker a word names, whatever its letters' size."""
    low = word.strip().lower()
    return Speaker(low) if low in Speaker._value2member_map_ else None


_ALIASES = {
    Speaker.CUSTOMER: ("client", "user", "caller", "guest", "buyer", "visitor", "cust", "customer name"),
    Speaker.REP: ("agent", "advisor", "adviser", "operator", "support", "representative", "assistant", "staff", "employee", "trainee", "csr"),
    Speaker.ACTION: ("system", "tool", "did"),
}


def speaker_remedy(word: str) -> str | None:
    """Which speaker an unknown word most likely is."""
    low = word.strip().lower()
    known = next((speaker for speaker, words in _ALIASES.items() if low in words), None)
    near = known or did_you_mean(low, list(Speaker))
    return f"Did you mean '{near}'? The speakers are customer, rep and action." if near else None


def _at(lines: tuple[int, ...], n: int) -> tuple[int, int]:
    """The place of a turn: its own line, or else that of the chat."""
    return (lines[n] if n < len(lines) else lines[0] if lines else 1), 1


def _sort(value: object) -> str:
    if isinstance(value, dict):
        return "a group of keys"
    if isinstance(value, list):
        return "a list"
    return "nothing" if value is None else f"'{shown(value)}'"
