"""The shipped voice banks: complete, unlike each other, fit for any trade, and no rougher than they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

import pytest

from scenarios.library import voices
from scenarios.model import Voice
from scenarios.moves import Band, Intensity, Move, Reaction
from trainer.voices.reactions import SLOT_OF
from trainer.voices.slots import SLOTS, named_in

BANKS = voices()
EVERY = sorted(BANKS)
SWEARING = re.compile(r"\b(bloody|shit\w*|bullshit|piss\w*|arse\w*|damn\w*|cock-up|idiot|moron|thick as|sod)\b", re.IGNORECASE)


def lines(bank: Voice) -> Iterator[tuple[str, Intensity]]:
    for by_band in bank.lines.values():
        for some in by_band.values():
            yield from ((line.say, line.intensity) for line in some)
    for some in bank.reactions.values():
        yield from ((line.say, line.intensity) for line in some)
    for words in (bank.verdicts.good, bank.verdicts.mixed, bank.verdicts.bad):
        yield from ((word, Intensity.CALM) for word in words)


def levelled(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold().replace("'", "").replace("’", "")).strip()


def openings(text: str) -> set[str]:
    """Every run of six words, to find borrowed sentences."""
    words = levelled(text).split()
    return {" ".join(words[i : i + 6]) for i in range(len(words) - 5)}


def test_the_plain_bank_and_six_more_are_shipped() -> None:
    assert "plain" in BANKS
    assert len(BANKS) >= 7


@pytest.mark.parametrize("name", EVERY)
def test_every_move_has_calm_enough_words_in_every_mood(name: str) -> None:
    for move in Move:
        by_band = BANKS[name].lines[move]
        for band in Band:
            near = [lines_ for where, lines_ in by_band.items() if where in (band, "any", *_next_to(band))]
            assert any(line.intensity is Intensity.CALM for some in near for line in some), f"{name} has nothing for {move} when {band}"


def _next_to(band: Band) -> list[Band]:
    order = list(Band)
    at = order.index(band)
    return [order[i] for i in (at - 1, at + 1) if 0 <= i < len(order)]


@pytest.mark.parametrize("name", EVERY)
def test_every_reaction_has_two_ways_to_say_it(name: str) -> None:
    for reaction in Reaction:
        assert len(BANKS[name].reactions[reaction]) >= 2, reaction


@pytest.mark.parametrize("name", EVERY)
def test_amounts_and_dates_are_named_when_reacted_to(name: str) -> None:
    for reaction in (Reaction.AMOUNT, Reaction.DATE):
        for line in BANKS[name].reactions[reaction]:
            assert SLOT_OF[reaction] in named_in(line.say), line.say


@pytest.mark.parametrize("name", EVERY)
def test_lines_name_only_slots_that_exist(name: str) -> None:
    for say, _ in lines(BANKS[name]):
        assert set(named_in(say)) <= SLOTS, say
        assert re.sub(r"\{[a-z]+\}", "", say).count("{") == 0, say


@pytest.mark.parametrize("name", EVERY)
def test_swearing_and_insults_are_marked_raw(name: str) -> None:
    for say, intensity in lines(BANKS[name]):
        assert intensity is Intensity.RAW or not SWEARING.search(say), say


@pytest.mark.parametrize("name", EVERY)
def test_each_bank_can_provoke_at_every_intensity(name: str) -> None:
    levels = {line.intensity for some in BANKS[name].lines[Move.PROVOKE].values() for line in some}
    assert levels == set(Intensity)


@pytest.mark.parametrize("name", EVERY)
def test_a_bank_never_says_one_line_in_two_places(name: str) -> None:
    said = [levelled(say) for say, _ in lines(BANKS[name])]
    assert len(said) == len(set(said)), sorted({one for one in said if said.count(one) > 1})


@pytest.mark.parametrize("pair", list(combinations(EVERY, 2)), ids="-".join)
def test_no_two_voices_share_a_line_or_a_run_of_six_words(pair: tuple[str, str]) -> None:
    one, other = ([say for say, _ in lines(BANKS[name])] for name in pair)
    shared = {levelled(say) for say in one} & {levelled(say) for say in other} - {""}
    borrowed = set().union(*map(openings, one)) & set().union(*map(openings, other))
    assert sorted(shared | borrowed) == []


@pytest.mark.parametrize("name", EVERY)
def test_each_voice_says_how_such_a_person_starts_out(name: str) -> None:
    assert BANKS[name].temper.anger is not None
    assert BANKS[name].persona.empathy_need is not None
