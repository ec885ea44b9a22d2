"""``coolhead list``, ``principles`` and ``acts``: what there is to practise, why, and what a reply is read for."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from scenarios.acts import GUIDE
from scenarios.library import Entry
from scenarios.principles import MEASURES, PRINCIPLES, Principle
from trainer.errors import Exit, UsageError, say
from trainer.finding import at_hand, pack_titles
from trainer.picking.listed import on_the_list
from trainer.picking.wanted import Wanted, fitting, said
from trainer.subcommands.output import emit, tell
from trainer.text import safe_line
from trainer.words import count


def list_catalogue(wanted: Wanted, *, as_json: bool) -> int:
    """Print the scenarios at hand that fit; exit code 0 also where none does. Raises UsageError for a principle there is none of."""
    if wanted.principle and wanted.principle not in PRINCIPLES:
        raise UsageError(f"There is no principle '{safe_line(wanted.principle, 40)}'.", "See them with: coolhead principles")
    every = at_hand()
    shown = on_the_list(None)
    found = fitting(shown, wanted)
    by_id = {entry.id: entry for entry in every}
    entries = [by_id[one.id] for one in found]
    if as_json:
        emit([entry.as_dict() for entry in entries])
        return Exit.DONE
    packs = pack_titles()
    for entry in entries:
        pack = f" Pack: {safe_line(packs[entry.pack])}." if entry.pack in packs else ""
        tell(f"{entry.id}: {entry.title}. Trade: {entry.trade}. Level {entry.level} of 4.{pack}{_belongs(entry, every)}")
    how_many = said(shown, found, wanted) if wanted.parts else f"{count(len(entries), 'scenario')}."
    say(f"{how_many} Play one with: coolhead play {entries[0].id if entries else 'ID'}")
    return Exit.DONE


def list_principles(*, as_json: bool) -> int:
    """Print every principle with its mechanism, its rule and the scenarios that practise it."""
    entries = at_hand()
    rows = [_row(id_, entries) for id_ in PRINCIPLES]
    if as_json:
        emit(rows)
        return Exit.DONE
    for row in rows:
        tell(f"{row['id']}: {row['words']}")
        tell(f"  In play: {row['mechanism']}.")
        tell(_judged_by(PRINCIPLES[row["id"]]))
        tell(f"  Practised in: {', '.join(row['scenarios'])}." if row["scenarios"] else "  No scenario names it yet.")
    say(f"{count(len(rows), 'principle')}.")
    say(_lacking("without a rule", rows, "rule"))
    say(_lacking("without a scenario", rows, "scenarios"))
    return Exit.DONE


def list_acts(*, as_json: bool) -> int:
    """Print every dialogue act: what it is, a sentence that does it, and one that only looks like it."""
    if as_json:
        emit([{"act": act.value, **asdict(guide)} for act, guide in GUIDE.items()])
        return Exit.DONE
    for act, guide in GUIDE.items():
        tell(f"{act.value}: {guide.meaning}.")
        tell(f"  So: {guide.example}")
        tell(f"  Not so: {guide.near_miss}")
    say(f"{count(len(GUIDE), 'act')}. See what is found in a reply with: coolhead read")
    return Exit.DONE


def _judged_by(principle: Principle) -> str:
    if principle.rules:
        return f"  Scored by: {', '.join(principle.rules)}."
    if principle.measures:
        return f"  Told by coolhead progress: {'; '.join(f'{name}, {MEASURES[name]}' for name in principle.measures)}."
    return "  No rule scores it yet."


def _belongs(entry: Entry, entries: list[Entry]) -> str:
    """The incident a scenario is part of, with the others that are, and the first part it follows."""
    said = f" Second part of {entry.first_part}." if entry.first_part else ""
    if entry.incident is None:
        return said
    others = [other.id for other in entries if other.incident == entry.incident and other.pack == entry.pack and other is not entry]
    return f"{said} Incident: {entry.incident}" + (f", with {', '.join(others)}." if others else ".")


def _lacking(what: str, rows: list[dict[str, Any]], part: str) -> str:
    """How many principles still lack a part, and which."""
    lacking = [row["id"] for row in rows if not row[part]]
    return f"{len(lacking)} {what}" + (f": {', '.join(lacking)}." if lacking else ".")


def _row(id_: str, entries: list[Entry]) -> dict[str, Any]:
    principle = PRINCIPLES[id_]
    return {
        "id": id_,
        "words": principle.words,
        "mechanism": principle.mechanism,
        "rule": [*principle.rules, *principle.measures],
        "scenarios": [entry.id for entry in entries if id_ in entry.principles],
    }
