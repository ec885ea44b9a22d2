"""Whether the reader takes an author's example sentences for what they stand for: typed by a trainee, each must be understood."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from scenarios.acts import HARM, Act
from scenarios.model import Scenario
from scenarios.problems import Code, Problem, fault, shown
from scenarios.reading import SURE, Reading
from scenarios.yaml_source import Path, Source
from scoring.reading import default_reader
from scoring.reading.meaning import asserted, phrase
from scoring.reading.protocol import Context, Reader
from scoring.sameness import read_out
from scoring.tally import Place
from trainer.authoring.blamed import blamed
from trainer.words import ACT_WORDS

TOO_NEAR = 0.9
"""How near, 0-1, a sentence for the truth may come to one for an untruth, by its words."""


@dataclass(frozen=True)
class _Read:
    """One example as the reader takes it."""

    path: Path
    words: str
    reading: Reading
    again: Callable[[str], Reading]
    """reads other words in its place"""


def examples(source: Source, scenario: Scenario, reader: Reader | None = None) -> Iterator[Problem]:
    """Every example that is not understood, or understood as its contrary."""
    eye = _Eye(scenario, reader or default_reader())
    yield from _concerns(source, eye)
    yield from _facts(source, eye)
    yield from _offers(source, eye)
    yield from _model_lines(source, eye)


@dataclass(frozen=True)
class _Eye:
    scenario: Scenario
    reader: Reader

    def read(self, lines: tuple[str, ...], path: Path, customer: str, question: str | None = None) -> Iterator[_Read]:
        """The lines read as replies to ``customer``, each with its place; everything checkable has been done."""
        done: tuple[tuple[str, dict[str, str]], ...] = tuple((name, {}) for name, action in self.scenario.desk.actions.items() if action.tells)
        context = Context(scenario=self.scenario, customer=customer, question=question, heard=(self.scenario.customer.opening, customer), done=done)
        for number, line in enumerate(lines):
            yield _Read((*path, number), line, self.reader.read(line, context), lambda words: self.reader.read(words, context))


@dataclass(frozen=True)
class _Meant:
    """What an example should be taken for: in words, how it is told, and what it is about in the author's sentences."""

    what: str
    taken: Callable[[Reading], bool]
    matter: tuple[str, ...]


def _missed(source: Source, one: _Read, meant: _Meant) -> Iterator[Problem]:
    """The problem of an example that is not taken for what is meant, with the words at fault."""
    if meant.taken(one.reading):
        return
    found = blamed(one.words, one.again, meant.taken, meant.matter)
    words = f'"{shown(one.words, 60)}" is not understood as {meant.what}. {found.why}'
    yield fault(Code.EXAMPLE_NOT_UNDERSTOOD, source.name, source.at(one.path), words, found.remedy)


def _concerns(source: Source, eye: _Eye) -> Iterator[Problem]:
    for n, concern in enumerate(eye.scenario.concerns):
        said = concern.says[0] if concern.says else concern.what
        takes_up = partial(_takes_up, concern.id)
        meant = _Meant(f"taking up '{shown(concern.id)}'", takes_up, (concern.what, *concern.says))
        for one in eye.read(concern.heard_if, ("concerns", n, "heard_if"), said):
            if read_out(eye.scenario, one.words, Place(0, 0, len(one.words))):
                words = (
                    f'"{shown(one.words, 60)}" stands on the desk almost word for word: who says it reads the record or the policy out, and has heard nobody.'
                )
                yield fault(
                    Code.EXAMPLE_NOT_UNDERSTOOD, source.name, source.at(one.path), words, "Put it on the record in other words, as a system would note it."
                )
                continue
            yield from _missed(source, one, meant)
    for n, mix_up in enumerate(eye.scenario.misunderstandings):
        clears = partial(_clears, mix_up.id)
        meant = _Meant(f"clearing up '{shown(mix_up.id)}'", clears, (mix_up.so,))
        for one in eye.read(mix_up.cleared_if, ("misunderstandings", n, "cleared_if"), mix_up.says[0] if mix_up.says else mix_up.thinks):
            yield from _missed(source, one, meant)


def _takes_up(concern: str | None, reading: Reading) -> bool:
    return concern in {touch.concern for touch in reading.touches}


def _clears(mix_up: str | None, reading: Reading) -> bool:
    return mix_up in reading.clears


def _tells(fact: str | None, reading: Reading) -> bool:
    return fact in reading.tells


def _denies(reading: Reading) -> bool:
    return any(claim.verdict == "false" for claim in reading.claims) or reading.has(Act.FALSE_CLAIM)


def _offers_one(actions: frozenset[str], outcome: str | None, reading: Reading) -> bool:
    return any(offer.action in actions or (outcome is not None and offer.outcome == outcome) for offer in reading.offers)


def _facts(source: Source, eye: _Eye) -> Iterator[Problem]:
    untruths = [(fact.id, line, phrase(line)) for fact in eye.scenario.facts for line in fact.false_if]
    for n, fact in enumerate(eye.scenario.facts):
        path: Path = ("facts", n)
        for one in eye.read(fact.told_if, (*path, "told_if"), eye.scenario.customer.opening):
            said = phrase(one.words)
            contrary = next(((id_, line) for id_, line, untrue in untruths if asserted(said, untrue) >= TOO_NEAR), None)
            if contrary is not None:
                words = f'"{shown(one.words, 60)}" says what denies \'{shown(contrary[0])}\': its false_if has "{shown(contrary[1], 60)}".'
                yield fault(Code.EXAMPLE_MEANS_ANOTHER, source.name, source.at(one.path), words)
            else:
                yield from _missed(source, one, _Meant(f"telling '{shown(fact.id)}'", partial(_tells, fact.id), (fact.true,)))
        for one in eye.read(fact.false_if, (*path, "false_if"), eye.scenario.customer.opening):
            yield from _missed(source, one, _Meant(f"the contrary of '{shown(fact.id)}'", _denies, (fact.true,)))


def _offers(source: Source, eye: _Eye) -> Iterator[Problem]:
    for name, action in eye.scenario.desk.actions.items():
        if action.kind not in ("remedy", "handoff"):
            continue  # looking something up, or writing it down, is nothing a customer can take
        for one in eye.read(action.offer_if, ("desk", "actions", name, "offer_if"), eye.scenario.customer.wants):
            yield from _missed(source, one, _Meant(f"offering '{shown(name)}'", partial(_offers_one, frozenset({name}), None), (action.what,)))
    for name, outcome in eye.scenario.outcomes.items():
        for one in eye.read(outcome.takes_if, ("outcomes", name, "takes_if"), eye.scenario.customer.wants):
            actions = frozenset(action for action, given in eye.scenario.desk.actions.items() if given.gives == name) | set(outcome.needs)
            yield from _missed(source, one, _Meant(f"offering '{shown(name)}'", partial(_offers_one, actions, name), (outcome.what,)))


def _model_lines(source: Source, eye: _Eye) -> Iterator[Problem]:
    for n, line in enumerate(eye.scenario.model_lines):
        concern = eye.scenario.concern(line.concern) if line.concern else None
        said = concern.says[0] if concern and concern.says else eye.scenario.customer.opening
        for one in eye.read((line.say,), ("model_lines", n, "say"), said):
            bad = HARM | {Act.FALSE_CLAIM, Act.OVERPROMISE}
            said_ = {(span.start, span.end): ACT_WORDS[span.act.value] for span in one.reading.acts if span.confidence >= SURE and span.act in bad}
            said_ |= {(claim.start, claim.end): f"denies '{shown(claim.fact)}'" for claim in one.reading.claims if claim.verdict == "false" and claim.fact}
            for (start, end), words in said_.items():
                told = f'"{shown(one.words[start:end], 60)}" {words}.'
                yield fault(Code.MODEL_LINE_HURTS, source.name, source.at(("model_lines", n, "say")), told)
