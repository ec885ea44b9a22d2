"""Scripted reps: what they may know, that they end, and that they are what their names say."""

from __future__ import annotations

from collections import Counter

import pytest

from scenarios.library import find
from scenarios.model import Scenario
from scoring.scorecard import scorecard
from trainer.authoring.trials import SETTLED
from trainer.players.playing import MOST_REPLIES, Played, play
from trainer.players.roster import CHEATS, PLAYERS
from trainer.players.speech import GIVEN

SCENARIO = find("before-five")


def plays(player: str, count: int = 12, scenario: Scenario = SCENARIO) -> list[Played]:
    return [play(scenario, PLAYERS[player], seed) for seed in range(count)]


def settled(player: str) -> int:
    return sum(played.ended.ending in SETTLED for played in plays(player))


@pytest.mark.parametrize("player", PLAYERS)
def test_every_player_comes_to_an_end_and_plays_the_same_again(player: str) -> None:
    first, again = plays(player, 4), plays(player, 4)
    assert all(0 < played.state.replies <= MOST_REPLIES for played in first)
    assert [played.events for played in first] == [played.events for played in again]


def test_skill_pays_and_noise_never_does() -> None:
    assert settled("expert") == 12
    assert settled("expert") >= settled("plain") > settled("novice") or settled("plain") == 12
    assert settled("novice") < 12
    assert all(settled(name) == 0 for name in ("bully", "gibberish", "silent", "stuffer", "flatterer", "parrot"))


def blinded(scenario: Scenario) -> Scenario:
    """The same call with everything behind the screen changed: worths, bar, beats, wishes, examples of being heard or false."""
    customer = scenario.customer.model_copy(
        update={"wants": "something else", "would_accept": (), "persona": scenario.customer.persona.model_copy(update={"bar": 0.5})}
    )
    outcomes = {name: outcome.model_copy(update={"worth": 1 - outcome.worth}) for name, outcome in scenario.outcomes.items()}
    facts = tuple(fact.model_copy(update={"false_if": ("the moon is made of cheese",), "comes_out": None}) for fact in scenario.facts)
    return scenario.model_copy(update={"customer": customer, "outcomes": outcomes, "facts": facts, "beats": ()})


@pytest.mark.parametrize("player", PLAYERS)
def test_players_choose_by_what_they_see(player: str) -> None:
    """What stands behind the screen changes nothing of a player's first reply, before the customer has reacted to it."""

    def first(scenario: Scenario) -> list[list[object]]:
        found = []
        for played in plays(player, 8, scenario):
            said = next(event for event in played.events if event.kind == "said")
            acted = [event.do for event in played.events if event.kind == "acted" and event.turn < said.turn]
            found.append([acted, [span.act for span in said.reading.acts], said.reading.touches, said.reading.tells, said.reading.offers])
        return found

    assert first(SCENARIO) == first(blinded(SCENARIO))


def test_acts_are_given_unless_a_reader_reads() -> None:
    played = plays("plain", 1)[0]
    assert {event.reading.reader for event in played.events if event.kind == "said"} == {GIVEN}
    assert scorecard(played.transcript, SCENARIO).reader == GIVEN


def test_a_false_report_is_read_against_the_log() -> None:
    """The over-promiser says that things are done which are not; the desk's log decides."""
    claims = Counter(claim.verdict for played in plays("over-promiser") for event in played.events if event.kind == "said" for claim in event.reading.claims)
    assert claims["false"] > 0


def test_the_cheats_are_named() -> None:
    assert set(CHEATS) | {"expert", "plain", "novice"} == set(PLAYERS)


def test_a_player_who_says_the_same_again_earns_for_it_what_anybody_does() -> None:
    from scoring.reading.words import plain

    played = play(SCENARIO, PLAYERS["giver-away"], 1)
    replies = [event for event in played.transcript.events if event.kind == "said"]
    again = [reply for n, reply in enumerate(replies) if reply.text in [earlier.text for earlier in replies[:n]]]
    assert again
    assert all(any(plain(reply.text).strip(" .") in sentence for sentence in reply.reading.repeated) for reply in again)
