"""``coolhead score``: the scorecard of any transcript, ours or another program's. One line of JSON a chat, in the order given."""

from __future__ import annotations

import sys
from pathlib import Path

from scenarios.exchange import ForeignChat
from scenarios.load import content_hash
from scenarios.model import Scenario
from scenarios.problems import ScenarioProblems
from scenarios.transcript import Opened, Transcript
from scenarios.transcript_files import read_transcripts
from scoring.foreign import read_foreign
from scoring.reading import default_reader
from scoring.rereading import read_again
from scoring.scores import Scorecard
from trainer.errors import CoolheadError, Exit, UsageError, say
from trainer.finding import scenario_named
from trainer.plain.debrief import score_lines
from trainer.subcommands.output import emit, tell
from trainer.text import safe_text
from trainer.wiring import judge


def score_files(files: list[Path], scenario: str | None, *, reread: bool, as_json: bool) -> int:
    """Score every chat of every file. A file with faults is passed over, told in full, and makes the exit code 1.

    Our own transcripts are scored by the readings they were played with; with ``reread`` today's reader reads them again.
    """
    card = scenario_named(scenario) if scenario else None
    faults = False
    for file in files:
        piped = str(file) == "-"
        if not piped and not file.exists():
            raise UsageError(f"There is no file {file}.")
        try:
            chats = read_transcripts(sys.stdin.buffer, "stdin") if piped else read_transcripts(file)
        except ScenarioProblems as error:
            faults = True
            for problem in error.problems:
                say(safe_text(str(problem)))
            if as_json:
                emit({"file": str(file), "problems": [problem.as_dict() for problem in error.problems]})
            continue
        for number, chat in enumerate(chats, 1):
            _score(chat, card, f"{file}, chat {number}" if len(chats) > 1 else str(file), reread=reread, as_json=as_json)
    return Exit.FAULTS if faults else Exit.DONE


def _score(chat: Transcript | ForeignChat, given: Scenario | None, name: str, *, reread: bool, as_json: bool) -> None:
    scenario = given or _named_in(chat, name)
    if isinstance(chat, ForeignChat):
        transcript = read_foreign(chat, scenario, default_reader())
    else:
        transcript = read_again(chat, scenario, default_reader()) if reread else chat
    card, _ = judge(transcript, scenario)
    if as_json:
        emit(_plain(card, transcript.id))
        return
    tell(f"{name}:")
    for line in score_lines(card, transcript):
        tell(f"  {line}")


def _plain(card: Scorecard, id_: str) -> dict[str, object]:
    """The scorecard; with the chat's own id where it has one, so that many can be told apart."""
    found: dict[str, object] = card.model_dump(mode="json")
    return {"id": id_, **found} if id_ else found


def _named_in(chat: Transcript | ForeignChat, name: str) -> Scenario | None:
    """The scenario a chat names, if it is at hand."""
    if chat.scenario is None:
        return None
    try:
        found = scenario_named(chat.scenario)
    except CoolheadError:
        say(f"{name}: its scenario '{safe_text(chat.scenario[:60])}' is not at hand; what needs its card is not scored. Name one with --scenario")
        return None
    played = next((event.content for event in chat.events if isinstance(event, Opened)), None) if isinstance(chat, Transcript) else None
    if played not in (None, content_hash(found)):
        say(f"{name}: the scenario '{found.scenario}' has changed since this call was played; it is scored against the present one.")
    return found
