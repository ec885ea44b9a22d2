"""``coolhead play``: one call, live in either view, or headless from a replies file."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from scenarios.moves import Intensity
from trainer.errors import Exit, PrerequisiteError, say
from trainer.finding import file_named, scenario_named
from trainer.replies import read_replies
from trainer.rubrics import judging_by, rubric_from
from trainer.subcommands.output import emit, tell
from trainer.text import safe_text
from trainer.voices.choice import Asked
from trainer.words import count

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from trainer.headless import Played
    from trainer.voices.choice import VoiceChoice
    from trainer.voices.drafted import DraftedVoice


def sound_choice(asked: Asked) -> VoiceChoice:
    """The voice to play with, known to be usable where it was asked for. Raises CoolheadError with what is in the way."""
    from trainer.voices.choice import chosen, drafter_for

    choice = chosen(asked)
    if asked != Asked() and choice.voice != "script":
        drafter_for(choice).close()
    return choice


def _loaded(choice: VoiceChoice) -> DraftedVoice | None:
    """The voice, once it is there: with no one watching there is time to wait. Raises PrerequisiteError when it will not come."""
    from time import sleep

    from trainer.voices.choice import voice_of

    spoken = voice_of(choice)
    while spoken and spoken.loading:
        sleep(0.1)
    if spoken and not spoken.ready:
        spoken.close()
        raise PrerequisiteError(spoken.standing)
    return spoken


def tell_leftovers(played: Played, replies: Path) -> None:
    """Say where the replies and the call did not end together."""
    name = safe_text(str(replies))
    if played.ran_out:
        say(f"{name}: the replies ran out; {safe_text(played.call.scenario.customer.name)} waited and went.")
    if played.unused:
        left = "reply; it was" if played.unused == 1 else f"{played.unused} replies; they were"
        say(f"{name}: the call was over before the last {left} not used.")


def play_live(
    scenario: str,
    *,
    seed: int | None,
    intensity: Intensity | None,
    plain: bool,
    asked: Asked,
    after: str | None = None,
    language: str | None = None,
    rubric: Path | None = None,
    coach: bool = False,
) -> int:
    """Open one of the two views on this scenario, once it is known to be sound and to follow on ``after``."""
    from trainer.opening import open_game

    voice = sound_choice(asked)
    found = scenario_named(scenario, language=language)
    if language:
        _tell_untranslated(scenario, language)
    if after:
        _follow(found, after, scenario)
    with judging_by(rubric_from(rubric) if rubric else None):
        return open_game(
            plain=plain,
            scenario=scenario,
            seed=seed,
            intensity=intensity.value if intensity else None,
            after=after,
            language=language,
            coach=coach,
            voice=voice,
        )


def _tell_untranslated(name: str, language: str) -> None:
    """Say once how much of a translated scenario stays in the original."""
    from trainer.authoring.strings import state

    now = state(file_named(name), language)
    if now is not None and (left := len(now.missing) + len(now.stale)):
        say(f"{left} of {count(now.texts, 'text')} are not translated into {language} and stay in the original. See: coolhead strings report FILE")


def _follow(found: Scenario, after: str, name: str) -> Scenario:
    """The second part as it opens after the first."""
    from trainer.second_part import opened_after
    from trainer.subcommands.attempts import open_store

    with ExitStack() as stack:
        return opened_after(found, after, name, lambda: stack.enter_context(open_store()))


def play_replies(
    scenario: str,
    replies: Path,
    *,
    seed: int | None,
    intensity: Intensity,
    as_json: bool,
    asked: Asked,
    after: str | None = None,
    language: str | None = None,
    rubric: Path | None = None,
) -> int:
    """Play a replies file and print the transcript with its scorecard: the same bytes for the same input and seed (0 when none is given)."""
    from scenarios.exchange import to_exchange
    from trainer.headless import play
    from trainer.plain.debrief import score_lines
    from trainer.plain.lines import transcript_lines
    from trainer.wiring import judge

    spoken = None if asked == Asked() else _loaded(sound_choice(asked))
    chosen = 0 if seed is None else seed
    found = scenario_named(scenario, chosen, language=language)
    if language:
        _tell_untranslated(scenario, language)
    if after:
        found = _follow(found, after, scenario)
    played = play(found, read_replies(replies), seed=chosen, intensity=intensity, name=str(replies), speaker=spoken)
    if spoken:
        spoken.close()
    tell_leftovers(played, replies)
    transcript = played.transcript
    card, _ = judge(transcript, found, rubric_from(rubric) if rubric else None)
    if as_json:
        emit(to_exchange(transcript, card.model_dump(mode="json")))
        return Exit.DONE
    for line in (*transcript_lines(transcript, found), "", *score_lines(card, transcript)):
        tell(line)
    return Exit.DONE
