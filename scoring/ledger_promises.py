"""Follows each promise to its fate: kept, broken, beyond the desk, taken back, or still open.

Truth is the desk's log and the card, never the wording: a promise is kept because the thing was done.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal

from scenarios.acts import Act
from scenarios.quantities import parse_money, say_moment
from scenarios.reading import ActSpan, Promise, meet
from scenarios.reminders import comes_due
from scenarios.transcript import RepActed
from scoring.arranged import answered_by, arranged_by
from scoring.callview import CallView, Reply
from scoring.content import takes_back
from scoring.ledger_rows import Row, Wrong, card_on_action, discovery_of, label, policy_on
from scoring.reading.arriving import too_soon
from scoring.scores import LedgerEntry
from scoring.underway import cut_off, is_last_word, said_under_way


def promise_rows(view: CallView, window: int) -> list[Row]:
    """A row for each promise, and for each overpromise no promise covers, and for each step said to be under way and never taken."""
    rows: list[Row] = []
    for reply in view.replies:
        promises = reply.reading.promises
        rows += [_row(view, reply, promise, window) for promise in promises]
        rows += [
            _bare_overpromise(view, reply, span, window)
            for span in reply.reading.acts
            if span.act is Act.OVERPROMISE and not any(meet(span, p) for p in promises)
        ]
    rows += [row for reply, said in said_under_way(view) if (row := _row(view, reply, said, window)).entry.fate in ("broken", "corrected")]
    return rows


def _row(view: CallView, reply: Reply, promise: Promise, window: int) -> Row:
    at = reply.at(promise)
    to_come = promise.hangs or bool(_TO_COME.search(promise.what))
    done = _delivered(view, promise, since=reply.turn if to_come else 0)
    late = (done is not None or not promise.hangs) and _too_late(view, reply, promise)
    noted = _noted(view, promise) if done is not None else None
    when, found = discovery_of(view, ("kept", "broken", "lie"), at=at, words=reply.words(promise), refs=(promise.action,))
    back = _taken_back(view, reply, promise, when if isinstance(when, int) else None)
    over = promise.supported is False or late or any(s.act is Act.OVERPROMISE and meet(s, promise) for s in reply.reading.acts)
    overtaken = _overtaken(view, promise) and not is_last_word(view, reply, reply.words(promise))
    cut = cut_off(view, reply, promise)
    early = found is not None and found.kind == "kept" and to_come and done is None
    nothing_came = early or (found is not None and found.kind == "broken" and when == "after" and cut)
    if nothing_came:
        when, found = None, None
    fate, wrong = _fate(
        view,
        promise,
        found.kind if found else None,
        done=done is not None and not late,
        over=over,
        back=back is not None,
        overtaken=overtaken or cut or early,
    )
    put_down = noted is not None and fate == "kept"
    seen_to = _seen_to(view, reply, promise) if fate == "open" and not promise.action else None
    card = (card_on_action(view.scenario, promise.action) if promise.action else "") or policy_on(view.scenario, promise.what)
    entry = LedgerEntry.model_validate(
        {
            "kind": "promise",
            "turn": reply.turn,
            "start": at.start,
            "end": at.end,
            "words": reply.words(promise),
            "card": card,
            "done": _arranged(seen_to) if seen_to else _what_was_done(view, promise, done, noted, overtaken=overtaken),
            "due": _due(view, noted or promise.due),
            "fate": "open" if put_down else fate,
            "found_out": when,
            "how": found.how if found else "",
            "mended": back.turn if back else None,
            "arranged": put_down or seen_to is not None,
        }
    )
    soon = back is not None and back.go <= reply.go + window
    return Row(entry=entry, reply=reply, at=at, wrong=wrong, action=promise.action, noted=put_down, corrected=back is not None, soon=soon)


def _seen_to(view: CallView, reply: Reply, promise: Promise) -> RepActed | None:
    """The action done that sees to a promise tied to none."""
    words = reply.words(promise)
    return arranged_by(view.scenario, f"{words} {promise.what}", view.done, due=promise.due) or answered_by(
        view.scenario, view.transcript.events, promise, turn=reply.turn, words=words, acted=view.done
    )


def _fate(view: CallView, promise: Promise, found: str | None, *, done: bool, over: bool, back: bool, overtaken: bool) -> tuple[str, Wrong | None]:
    """What became of a promise, and the harm in it. ``found`` is what the customer found out; what came of it goes before what was said."""
    if found == "kept" or (done and found != "broken"):
        return "kept", None
    if over:
        return ("corrected" if back else "unsupported"), Wrong.OVERPROMISED
    if found == "broken":
        return "broken", Wrong.BROKEN
    if back:
        return "corrected", None
    if promise.action and not promise.hangs and view.ended is not None and not view.left and not overtaken:
        return "broken", Wrong.BROKEN
    return "open", None


def _bare_overpromise(view: CallView, reply: Reply, span: ActSpan, window: int) -> Row:
    at, words = reply.at(span), reply.words(span)
    when, found = discovery_of(view, ("broken", "lie"), at=at, words=words, refs=())
    back = next((r for r in view.mending if r.turn > reply.turn and any(takes_back(r, s) for s in r.reading.acts)), None)
    if back is not None and isinstance(when, int) and back.turn > when:
        back = None
    entry = LedgerEntry(
        kind="promise",
        turn=reply.turn,
        start=at.start,
        end=at.end,
        words=words,
        card=policy_on(view.scenario, words),
        done="",
        fate="corrected" if back else "unsupported",
        found_out=when,
        how=found.how if found else "",
        mended=back.turn if back else None,
    )
    soon = back is not None and back.go <= reply.go + window
    return Row(entry=entry, reply=reply, at=at, wrong=Wrong.OVERPROMISED, corrected=back is not None, soon=soon)


_TO_COME = re.compile(
    r"\bwhatever (?:he|she|they|it|the [\w'-]+) |\b(?:pay|cover|refund|settle)\w* (?:for )?what (?:he|she|they|the [\w'-]+) (?:say|find|put|decide|call)s?\b",
    re.IGNORECASE,
)
"""Hangs on what somebody has yet to find: nothing done before can have kept it."""


def _delivered(view: CallView, promise: Promise, *, since: int = 0) -> RepActed | None:
    """The desk action that did what was promised, in full, not before the turn ``since``."""
    for event in (e for e in view.done if e.turn >= since):
        given = amount_of(view, event)
        if promise.action is None and promise.amount is not None and given == promise.amount:  # the sum itself, whatever it was called
            return event
        if promise.action is not None and event.do == promise.action and (promise.amount is None or given is None or given >= promise.amount):
            return event
    return None


def amount_of(view: CallView, event: RepActed) -> Decimal | None:
    """The money a desk action gave, where its arguments name some."""
    raw = event.args.get("amount")
    try:
        return parse_money(raw, view.scenario.currency if view.scenario else "GBP").value if raw else None
    except ValueError:
        return None


def _too_late(view: CallView, reply: Reply, promise: Promise) -> bool:
    """Whether the card says the thing arrives after the promised moment, with the margin that the words leave."""
    scenario = view.scenario
    action = scenario.desk.actions.get(promise.action) if scenario and promise.action else None
    if scenario is None or action is None or promise.due is None:
        return False
    arrival = scenario.arrival(action)
    if arrival is None or arrival <= promise.due:
        return False
    named = [time for time in reply.reading.times if meet(time, promise)]
    return not named or too_soon(scenario, action, reply.text, named, arrival=arrival)


def _overtaken(view: CallView, promise: Promise) -> bool:
    """Whether the customer took another outcome than the one the promised action would have given."""
    scenario, agreed = view.scenario, view.ended.outcome if view.ended else None
    action = scenario.desk.actions.get(promise.action) if scenario and promise.action else None
    given = any(e.do == promise.action for e in view.done)
    return action is not None and not given and action.gives is not None and agreed is not None and action.gives != agreed


def _taken_back(view: CallView, reply: Reply, promise: Promise, before: int | None) -> Reply | None:
    """A later reply that took the promise back and came before the customer found out."""
    for later in view.mending:
        if before is not None and later.turn >= before:
            return None
        if later.turn <= reply.turn:
            continue
        refuses = later.reading.has(Act.HONEST_NO) and promise.action is not None and any(o.action != promise.action for o in later.reading.offers)
        owns_up = later.reading.has(Act.OWN) and later.reading.has(Act.HONEST_NO)
        if refuses or owns_up or any(takes_back(later, span) for span in later.reading.acts):
            return later
    return None


def _what_was_done(view: CallView, promise: Promise, done: RepActed | None, noted: datetime | None, *, overtaken: bool) -> str:
    if promise.action is None and done is not None:
        return f"Done: {done.result}".strip().rstrip(":")
    if promise.action is None:
        return "Nothing at this desk shows whether it was done."
    name = label(promise.action, view.scenario.desk.actions.get(promise.action) if view.scenario else None)
    if done and noted:
        return _arranged(done)
    if done:
        return f"Done: {done.result}".strip().rstrip(":")
    partly = next((e for e in view.done if e.do == promise.action), None)
    if partly:
        return f"Done, but for less than was promised: {partly.result}"
    if overtaken:
        return f"No longer needed: the customer took something else than {name}."
    if promise.hangs:
        return "Promised on a condition, and nothing shows that it came about."
    refused = next((e for e in view.acted if e.do == promise.action), None)
    return f"Tried, and refused: {refused.result}" if refused else f"Not done: {name}."


def _arranged(done: RepActed) -> str:
    return f"Arranged at the desk: {done.result}".strip().rstrip(":")


def _noted(view: CallView, promise: Promise) -> datetime | None:
    """When a promise comes due that was only put down for an hour after the call."""
    scenario = view.scenario
    if scenario is None:
        return None
    passed = sum(r.seconds for r in view.replies) + sum(e.seconds for e in view.acted)
    return comes_due(scenario, promise.action, due=promise.due, at=scenario.now + timedelta(seconds=passed))


def _due(view: CallView, due: datetime | None) -> str | None:
    if due is None:
        return None
    return say_moment(due, view.scenario.now) if view.scenario else due.isoformat(sep=" ", timespec="minutes")
