"""Turns a scenario into cards and ties: the only place that knows both the format and the picture."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.model import BUILT_IN_ACTIONS, Action, Beat, Concern, Fact, Misunderstanding, Outcome, Question, Scenario
from scenarios.moves import Intensity
from trainer.authoring.graph.model import Bond, Card, Graph, Kind, Manner, Part, Tie
from trainer.authoring.graph.moments import in_words, moment
from trainer.text import safe_line
from trainer.words import LEVEL_WORDS, anger_word, count, minutes_word

_KNOWN = {"rep": "The rep knows", "customer": "The customer knows", "both": "Both know", "nobody": "Nobody knows until an action tells it"}
_FAULT = {"ours": "our fault", "theirs": "their own fault", "nobody": ""}
_KINDS_OF_ACTION = {"remedy": "", "check": "a check", "handoff": "a hand-off", "note": "a note", "report": "told inside"}


def graph_of(scenario: Scenario) -> Graph:
    """The whole scenario. Every reference it holds has been checked when it was loaded."""
    return _Telling(scenario).graph()


class _Telling:
    """One scenario being told; keeps which id got which key."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        used = {id_ for action in scenario.desk.actions.values() for id_ in action.needs} | {id_ for o in scenario.outcomes.values() for id_ in o.needs}
        built_in = {id_: Action(takes=scenario.desk.supervisor if id_ == "supervisor" else 0) for id_ in BUILT_IN_ACTIONS if id_ in used}
        self.actions = {**built_in, **scenario.desk.actions}
        self.concerns = {c.id or "": f"C{n}" for n, c in enumerate(scenario.concerns, 1)}
        self.facts = {f.id or "": f"F{n}" for n, f in enumerate(scenario.facts, 1)}
        self.doings = {id_: f"A{n}" for n, id_ in enumerate(self.actions, 1)}
        self.ends = {id_: f"E{n}" for n, id_ in enumerate(scenario.outcomes, 1)}

    def graph(self) -> Graph:
        scenario = self.scenario
        cards = [
            self._customer(),
            *(self._mix_up(n, m) for n, m in enumerate(scenario.misunderstandings, 1)),
            *(self._concern(n, c) for n, c in enumerate(scenario.concerns, 1)),
            *(self._fact(f) for f in scenario.facts),
            *(self._action(id_, a) for id_, a in self.actions.items()),
            *(self._outcome(id_, o) for id_, o in scenario.outcomes.items()),
            *(self._beat(n, b) for n, b in sorted(enumerate(scenario.beats, 1), key=lambda pair: _first_reply(pair[1]))),
        ]
        par = scenario.par_or_default
        about = f"{scenario.scenario} · {scenario.trade} · level {scenario.level} of 4, {LEVEL_WORDS[scenario.level]} · {scenario.today} · par {count(par.replies, 'reply', 'replies')}, {par.minutes:g} min"
        return Graph(id=scenario.scenario, title=safe_line(scenario.title), about=safe_line(about), cards=tuple(cards), ties=tuple(dict.fromkeys(self._ties())))

    def _customer(self) -> Card:
        customer = self.scenario.customer
        temper = customer.temper
        anger = "" if temper.anger is None else f"{anger_word(temper.anger)}, anger {temper.anger:g}"
        mood = ", ".join(filter(None, (anger, *(f"{name} {level:g}" for name in ("trust", "hope") if (level := getattr(temper, name)) is not None))))
        tries = f"{count(customer.failed_contacts, 'earlier try', 'earlier tries')} went wrong" if customer.failed_contacts else ""
        return _card(
            "P1",
            Kind.CUSTOMER,
            customer.name,
            _spoken(customer.opening),
            _plain(f"Wants {customer.wants}"),
            _mark(f"Starts {mood}" if mood else "", tries),
        )

    def _mix_up(self, number: int, mix_up: Misunderstanding) -> Card:
        blocked = " and ".join(f"“{in_words(id_)}”" for id_ in mix_up.blocks) or "every outcome"
        grows = f"adds {mix_up.grows:g} anger a turn" if mix_up.grows else ""
        return _card(
            f"M{number}",
            Kind.MIX_UP,
            f"Mix-up: {in_words(mix_up.id or '')}",
            _plain(f"Thinks: {mix_up.thinks}"),
            _plain(f"So it is: {mix_up.so}"),
            _mark(grows, f"blocks {blocked} until cleared up"),
        )

    def _concern(self, number: int, concern: Concern) -> Card:
        marks = "Kept back until they trust the rep, or are asked an open question" if concern.hidden else ""
        card = _card(
            f"C{number}", Kind.CONCERN, f"{number}. {_line(in_words(concern.id or ''))}", _plain(concern.what), _mark(marks), *map(_question, concern.asks)
        )
        return Card(key=card.key, kind=card.kind, name=card.name, parts=card.parts, hidden=concern.hidden)

    def _fact(self, fact: Fact) -> Card:
        out = f"Comes out after reply {fact.comes_out} unless told" if fact.comes_out else ""
        known = [_KNOWN[fact.known_to], _FAULT[fact.fault], "bad news" if fact.bad_news else ""]
        return _card(self.facts[fact.id or ""], Kind.FACT, in_words(fact.id or ""), _plain(fact.true), _mark(*known), _mark(out))

    def _action(self, id_: str, action: Action) -> Card:
        limits = [
            _KINDS_OF_ACTION[action.kind],
            f"up to {action.up_to}" if action.up_to else "",
            f"takes {minutes_word(action.takes)}" if action.takes else "",
            f"up to {action.times} times" if action.times > 1 else "",
            f"arrives {action.arrives}" if action.arrives else "",
        ]
        what = action.what or ("always on the desk" if id_ in BUILT_IN_ACTIONS else "")
        needs = f"Only after {_named(action.needs)}" if action.needs else ""
        tells = f"Tells {_named(action.tells)}" if action.tells else ""
        refused = f"Always turned down: {action.refused}" if action.refused else ""
        return _card(self.doings[id_], Kind.ACTION, in_words(id_), _plain(what), _mark(*limits), _mark(needs), _mark(tells), _mark(refused))

    def _outcome(self, id_: str, outcome: Outcome) -> Card:
        least = f"At least {outcome.at_least}" if outcome.at_least else ""
        needs = f"Needs {_named(outcome.needs)}" if len(outcome.needs) > 1 else ""
        given = outcome.needs or any(action.gives == id_ for action in self.actions.values())
        words = "" if given else "By words alone: no action gives it"
        taken = "" if id_ in self.scenario.acceptable else "This customer would not take it"
        card = _card(
            self.ends[id_], Kind.OUTCOME, in_words(id_), _plain(outcome.what), *map(_mark, (f"Worth {outcome.worth:g} of 1", least, needs, words, taken))
        )
        return Card(key=card.key, kind=card.kind, name=card.name, parts=card.parts, worth=outcome.worth)

    def _beat(self, number: int, beat: Beat) -> Card:
        moved = [f"{name} {change:+g}" for name, change in (("anger", beat.anger), ("trust", beat.trust)) if change]
        rough = (
            f"only at {beat.intensity.value} intensity{' or rougher' if beat.intensity is Intensity.REAL else ''}"
            if beat.intensity is not Intensity.CALM
            else ""
        )
        parts = (_mark(moment(beat.when)), _spoken(beat.says), _mark(f"Move: {in_words(beat.move.value.replace('_', '-'))}", *moved, rough))
        return _card(f"B{number}", Kind.BEAT, in_words(beat.id or ""), *parts)

    def _ties(self) -> Iterator[Tie]:
        for concern in self.scenario.concerns:
            for place, question in enumerate(concern.asks, -len(concern.asks)):
                if question.answered_by in self.facts:
                    yield Tie(bond=Bond.ANSWERED_BY, start=self.concerns[concern.id or ""], end=self.facts[question.answered_by], part=place)
        for id_, action in self.actions.items():
            yield from (Tie(bond=Bond.TELLS, start=self.doings[id_], end=self.facts[told]) for told in action.tells if told in self.facts)
            yield from (Tie(bond=Bond.FIRST, start=self.doings[need], end=self.doings[id_]) for need in action.needs if need in self.doings and need != id_)
            if action.gives in self.ends:
                yield Tie(bond=Bond.GIVES, start=self.doings[id_], end=self.ends[action.gives])
        for id_, outcome in self.scenario.outcomes.items():
            yield from (Tie(bond=Bond.GIVES, start=self.doings[need], end=self.ends[id_]) for need in outcome.needs if need in self.doings)
        for number, mix_up in enumerate(self.scenario.misunderstandings, 1):
            yield from (Tie(bond=Bond.BLOCKS, start=f"M{number}", end=self.ends[id_]) for id_ in mix_up.blocks or self.ends if id_ in self.ends)
        for number, beat in enumerate(self.scenario.beats, 1):
            if beat.concern in self.concerns:
                yield Tie(bond=Bond.BRINGS_UP, start=f"B{number}", end=self.concerns[beat.concern])


def _first_reply(beat: Beat) -> int:
    return beat.when.from_reply or 1


def _question(question: Question) -> Part:
    return Part(safe_line(f"Asks: “{question.ask}”" + (" (the answer is bad news)" if question.uncomfortable else "")), Manner.SPOKEN)


def _named(ids: tuple[str, ...]) -> str:
    return " and ".join(f"“{in_words(id_)}”" for id_ in ids)


def _card(key: str, kind: Kind, name: str, *parts: Part) -> Card:
    return Card(key=key, kind=kind, name=_line(name), parts=tuple(part for part in parts if part.words))


def _line(words: str) -> str:
    """Words as they stand on a card: one line, harmless, with a capital letter."""
    line = safe_line(words)
    return line[:1].upper() + line[1:]


def _plain(words: str) -> Part:
    return Part(_line(words))


def _spoken(words: str) -> Part:
    return Part(f"“{safe_line(words)}”", Manner.SPOKEN)


def _mark(*words: str) -> Part:
    """Those notes that there are, in one line."""
    return Part(_line(" · ".join(filter(None, words))), Manner.MARK)
