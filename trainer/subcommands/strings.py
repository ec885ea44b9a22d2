"""``coolhead strings``: a scenario's words for translators, and how far each language is."""

from __future__ import annotations

from pathlib import Path

from scenarios.strings import State
from trainer.authoring.strings import Language, export, languages, state
from trainer.errors import ContentError, Exit, UsageError, say
from trainer.subcommands.output import emit, tell
from trainer.words import count


def export_strings(scenario: Path, language: str) -> int:
    """Write or bring up to date the strings file beside a scenario."""
    if not scenario.is_file():
        raise UsageError(f"There is no file {scenario}.")
    file, found = export(scenario, language)
    tell(str(file))
    say(f"{_words(found)} Play it with: coolhead play {scenario} --language {language}")
    return Exit.DONE


def report_strings(path: Path, *, as_json: bool) -> int:
    """Say for every language how many texts are there, missing, stale and unknown. Exit code 1 when any is missing or stale."""
    if not path.exists():
        raise UsageError(f"There is no file or folder {path}.")
    found = languages(path)
    rows: list[dict[str, object]] = []
    behind = False
    for one in found:
        try:
            now = state(one.scenario, one.name)
        except ContentError as error:
            behind = True
            say(str(error))
            rows.append({"file": str(one.file), "scenario": str(one.scenario), "language": one.name, "problems": str(error).splitlines()})
            continue
        if now is not None:
            behind = behind or bool(now.missing or now.stale)
            rows.append(_row(one, now))
            if not as_json:
                _tell(one, now)
    if as_json:
        emit(rows)
    if not found:
        say(f"There are no strings in {path}. Begin with: coolhead strings export FILE --language fr")
    return Exit.FAULTS if behind else Exit.DONE


def _row(one: Language, now: State) -> dict[str, object]:
    return {
        "file": str(one.file),
        "scenario": str(one.scenario),
        "language": one.name,
        "texts": now.texts,
        "translated": len(now.translated),
        "missing": list(now.missing),
        "stale": list(now.stale),
        "unknown": list(now.unknown),
    }


def _tell(one: Language, now: State) -> None:
    tell(f"{one.file}: {_words(now)}")
    for word, places in (("missing", now.missing), ("stale", now.stale), ("unknown", now.unknown)):
        for at in places:
            tell(f"  {word}: {at}")


def _words(now: State) -> str:
    return f"{len(now.translated)} of {count(now.texts, 'text')} translated, {len(now.missing)} missing, {len(now.stale)} stale, {len(now.unknown)} unknown."
