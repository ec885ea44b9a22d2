"""Whether the reader takes an author's example sentences for what they stand for: typed by a trainee, each must be understood."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scenarios.acts import HARM, Act
from scenarios.model import Scenario
from scenarios.problems import Code, Problem, fault, shown
from scenarios.reading import SURE, Reading
from scenarios.yaml_source import Path, Source
from scoring.reading import default_reader
from scoring.reading.meaning import asserted, phrase
from scoring.reading.protocol import Context, Reader

TOO_NEAR = 0.9
"""How near, 0-1, a sentence for the truth may come to one for an untruth, by its words."""


@dataclass(frozen=True)
class _Read:
    """One example as the reader takes it."""

    path: Path
    words: str
    reading: Reading


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
            yield _Read((*path, number), line, self.reader.read(line, context))


def _missed(source: Source, one: _Read, what: str) -> Problem:
    return fault(Code.EXAMPLE_NOT_UNDERSTOOD, source.name, source.at(one.path), f'"{shown(one.words, 60)}" is not understood as {what}.')


def _concerns(source: Source, eye: _Eye) -> Iterator[Problem]:
    for n, concern in enumerate(eye.scenario.concerns):
        said = concern.says[0] if concern.says else concern.what
        for one in eye.read(concern.heard_if, ("concerns", n, "heard_if"), said):
            if concern.id not in {touch.concern for touch in one.reading.touches}:
                yield _missed(source, one, f"taking up '{shown(concern.id)}'")
    for n, mix_up in enumerate(eye.scenario.misunderstandings):
        for one in eye.read(mix_up.cleared_if, ("misunderstandings", n, "cleared_if"), mix_up.says[0] if mix_up.says else mix_up.thinks):
            if mix_up.id not in one.reading.clears:
                yield _missed(source, one, f"clearing up '{shown(mix_up.id)}'")


def _facts(source: Source, eye: _Eye) -> Iterator[Problem]:
    untruths = [(fact.id, phrase(line)) for fact in eye.scenario.facts for line in fact.false_if]
    for n, fact in enumerate(eye.scenario.facts):
        path: Path = ("facts", n)
        for one in eye.read(fact.told_if, (*path, "told_if"), eye.scenario.customer.opening):
            said = phrase(one.words)
            contrary = next((id_ for id_, untrue in untruths if asserted(said, untrue) >= TOO_NEAR), None)
            if contrary is not None:
                yield fault(Code.EXAMPLE_MEANS_ANOTHER, source.name, source.at(one.path), f"\"{shown(one.words, 60)}\" says what denies '{shown(contrary)}'.")
            elif fact.id not in one.reading.tells:
                yield _missed(source, one, f"telling '{shown(fact.id)}'")
        for one in eye.read(fact.false_if, (*path, "false_if"), eye.scenario.customer.opening):
            if not any(claim.verdict == "false" for claim in one.reading.claims) and not one.reading.has(Act.FALSE_CLAIM):
                yield _missed(source, one, f"the contrary of '{shown(fact.id)}'")


def _offers(source: Source, eye: _Eye) -> Iterator[Problem]:
    for name, action in eye.scenario.desk.actions.items():
        if action.kind not in ("remedy", "handoff"):
            continue  # looking something up, or writing it down, is nothing a customer can take
        for one in eye.read(action.offer_if, ("desk", "actions", name, "offer_if"), eye.scenario.customer.wants):
            if not any(offer.action == name for offer in one.reading.offers):
                yield _missed(source, one, f"offering '{shown(name)}'")
    for name, outcome in eye.scenario.outcomes.items():
        for one in eye.read(outcome.takes_if, ("outcomes", name, "takes_if"), eye.scenario.customer.wants):
            actions = {action for action, given in eye.scenario.desk.actions.items() if given.gives == name} | set(outcome.needs)
            if not any(offer.outcome == name or offer.action in actions for offer in one.reading.offers):
                yield _missed(source, one, f"offering '{shown(name)}'")


def _model_lines(source: Source, eye: _Eye) -> Iterator[Problem]:
    for n, line in enumerate(eye.scenario.model_lines):
        concern = eye.scenario.concern(line.concern) if line.concern else None
        said = concern.says[0] if concern and concern.says else eye.scenario.customer.opening
        for one in eye.read((line.say,), ("model_lines", n, "say"), said):
            found = {span.act for span in one.reading.acts if span.confidence >= SURE and span.act in HARM | {Act.FALSE_CLAIM, Act.OVERPROMISE}}
            found |= {Act.FALSE_CLAIM for claim in one.reading.claims if claim.verdict == "false" and claim.fact}
            if found:
                names = " and ".join(sorted(act.value for act in found))
                yield fault(Code.MODEL_LINE_HURTS, source.name, source.at(("model_lines", n, "say")), f'"{shown(one.words, 60)}" reads as {names}.')
