"""Reads a chat of other origin into a transcript, so that it is judged by the same scorers as our own calls.

Every reply goes through the reader once, seeing only what came before it. Mood stays neutral: nobody measured it. How the
call ended is told only where words and log show it; else resolution is left unscored.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from scenarios.acts import Act
from scenarios.exchange import ForeignChat, ForeignTurn, Speaker
from scenarios.model import Scenario
from scenarios.moves import Ending, Move
from scenarios.quantities import SYMBOLS
from scenarios.transcript import CustomerMoved, CustomerSaid, Ended, Event, Mood, RepActed, RepSaid, Transcript
from scoring.content import content_words
from scoring.customer_words import Heard, hear, question_of, topic
from scoring.reading.protocol import Context, Reader

NEUTRAL = Mood(anger=50, trust=50, heard=50, hope=50, patience=50)
VOICE = "foreign"
SECONDS_A_WORD, SHORTEST = 1.5, 15


@dataclass
class _Desk:
    """What has happened so far, as the next reply may see it."""

    customer: list[str] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)
    replies: list[str] = field(default_factory=list)
    done: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    log: list[str] = field(default_factory=list)
    question: str | None = None


def read_foreign(chat: ForeignChat, scenario: Scenario | None, reader: Reader) -> Transcript:
    """The chat as a transcript; turns keep their numbers, so evidence points into the file it came from."""
    events: list[Event] = []
    desk = _Desk()
    for number, turn in enumerate(chat.turns):
        if turn.who is Speaker.CUSTOMER:
            events += _customer(turn, number, scenario, desk)
        elif turn.who is Speaker.REP:
            events.append(_reply(turn, number, scenario, reader, desk, chat.card))
        else:
            events.append(_action(turn, number, scenario, desk))
    if scenario is not None and (ended := _ending(scenario, events)):
        events.append(ended)
    return Transcript(id=chat.id, scenario=scenario.scenario if scenario else chat.scenario, events=tuple(events))


def _customer(turn: ForeignTurn, number: int, scenario: Scenario | None, desk: _Desk) -> list[Event]:
    heard = hear(turn.text)
    question = question_of(turn.text, scenario) if scenario else None
    topics = _topics(turn.text, scenario)
    if desk.replies and not desk.unanswered:
        desk.question = None
    desk.customer.append(turn.text)
    desk.unanswered.append(turn.text)
    desk.question = question or desk.question
    about = topics[0] if topics else None
    first: Event = CustomerMoved(turn=number, move=heard.move, mood=NEUTRAL, about=about, question=question, provocation=heard.provocation)
    more: list[Event] = [CustomerMoved(turn=number, move=Move.VENT, mood=NEUTRAL, about=about) for about in topics[1:]]
    if heard.asks and heard.move is not Move.ASK and question is None:
        more.append(CustomerMoved(turn=number, move=Move.ASK, mood=NEUTRAL))
    return [first, *more, CustomerSaid(turn=number, text=turn.text, voice=VOICE)]


def _topics(text: str, scenario: Scenario | None) -> list[str]:
    """Concerns and mix-ups a turn brings up, sentence by sentence."""
    if scenario is None:
        return []
    ids = tuple(c.id for c in scenario.concerns if c.id) + tuple(m.id for m in scenario.misunderstandings if m.id)
    found = [topic(sentence, scenario, ids) for sentence in (text, *re.split(r"(?<=[.?!])\s+", text[:4000]))]
    return list(dict.fromkeys(t for t in found if t))


def _reply(turn: ForeignTurn, number: int, scenario: Scenario | None, reader: Reader, desk: _Desk, card: tuple[str, ...]) -> Event:
    context = Context(
        scenario=scenario,
        customer="\n".join(desk.unanswered or desk.customer[-1:]),
        question=desk.question,
        heard=tuple(desk.customer),
        earlier=tuple(desk.replies),
        done=tuple(desk.done),
        log=tuple(desk.log) or (() if card else None),
        card=() if scenario else card,
    )
    reading = reader.read(turn.text, context)
    desk.replies.append(turn.text)
    desk.unanswered.clear()
    return RepSaid(turn=number, text=turn.text, reading=reading, seconds=max(SHORTEST, round(len(turn.text.split()) * SECONDS_A_WORD)))


def _action(turn: ForeignTurn, number: int, scenario: Scenario | None, desk: _Desk) -> Event:
    do = turn.do or (_matching(turn.text, scenario) if scenario else None)
    args = dict(turn.args)
    if do and "amount" not in args and (amount := _amount_in(turn.text)):
        args["amount"] = amount
    if do:
        desk.done.append((do, args))
    line = turn.text or " ".join([turn.do or "", *args.values()]).strip()
    desk.log.append(line)
    action = scenario.desk.actions.get(do) if scenario and do else None
    return RepActed(turn=number, do=do or "note", args=args, ok=True, result=line, seconds=action.takes if action else SHORTEST)


def _matching(text: str, scenario: Scenario) -> str | None:
    """The desk action a log line speaks of: the one sharing most words with its id and label, whatever their endings."""
    said = set(re.findall(r"[^\W\d_]+", text[:4000].casefold()))
    best, most = None, 0
    for name, action in scenario.desk.actions.items():
        own = set(name.split("-")) | content_words(action.what)
        shared = sum(any(word[: max(3, len(own_word) - 2)] == own_word[: max(3, len(own_word) - 2)] for word in said) for own_word in own)
        if shared > most and shared >= min(2, len(name.split("-"))):
            best, most = name, shared
    return best


_AMOUNT = re.compile(r"([£€$¥₹])\s?(\d{1,7}(?:\.\d{1,2})?)|\b(\d{1,7}(?:\.\d{1,2})?)\s?(GBP|EUR|USD|[A-Z]{3})\b")


def _amount_in(text: str) -> str | None:
    found = _AMOUNT.search(text)
    if not found:
        return None
    return f"{found[2]} {SYMBOLS[found[1]]}" if found[1] else f"{found[3]} {found[4]}"


def _ending(scenario: Scenario, events: list[Event]) -> Ended | None:
    """How the call ended, where the customer's last words and the log show it; None where they do not."""
    said = [e for e in events if isinstance(e, CustomerSaid)]
    if not said:
        return None
    last = hear(said[-1].text)
    turn = events[-1].turn
    delivered = _delivered(scenario, events)
    offered = _offered(scenario, events)
    agreed = any(hear(e.text).takes for e in said[-2:]) and not last.provocation
    outcome = _best(scenario, delivered & offered) or _best(scenario, delivered) if agreed or not _against(last) else None
    if outcome:
        worth = scenario.outcomes[outcome].worth
        return _ended(turn, Ending.ACCEPTED if worth >= scenario.best_worth else Ending.PARTLY, outcome, worth)
    if agreed and (outcome := _best(scenario, offered)):
        worth = scenario.outcomes[outcome].worth
        needs_doing = bool(scenario.outcomes[outcome].needs) or any(a.gives == outcome for a in scenario.desk.actions.values())
        return _ended(turn, Ending.UNFINISHED if needs_doing else Ending.PARTLY, outcome, worth)
    if _against(last):
        return _ended(turn, Ending.HUNG_UP if last.provocation else Ending.REFUSED, None, 0.0)
    return None


def _against(last: Heard) -> bool:
    """Whether the last customer turn walks away unsettled."""
    return (last.provocation or last.goes or last.move in (Move.THREATEN, Move.DEMAND_SUPERVISOR)) and not last.takes


def _ended(turn: int, ending: Ending, outcome: str | None, worth: float) -> Ended:
    return Ended(turn=turn, ending=ending, outcome=outcome, worth=worth, mood=NEUTRAL, verdict=50)


def _delivered(scenario: Scenario, events: list[Event]) -> set[str]:
    """Outcomes whose desk actions stand in the log."""
    done = {e.do for e in events if isinstance(e, RepActed) and e.ok}
    whole = {name for name, outcome in scenario.outcomes.items() if outcome.needs and set(outcome.needs) <= done}
    given = {a.gives for name, a in scenario.desk.actions.items() if name in done}
    return whole | {name for name in given if name in scenario.outcomes and not scenario.outcomes[name].needs}


def _offered(scenario: Scenario, events: list[Event]) -> set[str]:
    """Outcomes put to the customer in words, or told as done."""
    found: set[str] = set()
    for event in events:
        if not isinstance(event, RepSaid):
            continue
        reading = event.reading
        actions = [offer.action for offer in reading.offers]
        if reading.has(Act.STATE_ACTION, Act.CONFIRM_CLOSE):
            actions += [claim.action for claim in reading.claims]
        known = [scenario.desk.actions[a].gives for a in actions if a in scenario.desk.actions]
        found.update(o for o in (*known, *(offer.outcome for offer in reading.offers)) if o in scenario.outcomes)
    return found


def _best(scenario: Scenario, names: set[str]) -> str | None:
    fit = [n for n in sorted(names) if n in scenario.acceptable and n in scenario.outcomes]
    return max(fit, key=lambda n: scenario.outcomes[n].worth, default=None)
