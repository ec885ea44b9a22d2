"""``coolhead doctor``: what is installed, what is missing, and the one command that adds it."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from trainer.errors import CoolheadError, Exit
from trainer.subcommands.output import emit, tell

NEEDED = (
    "textual",
    "pydantic",
    "PyYAML",
    "typer",
    "platformdirs",
    "SQLAlchemy",
    "text2num",
    "dateparser",
    "rapidfuzz",
    "filelock",
    "fsrs",
    "Jinja2",
    "numpy",
    "tokenizers",
)
ADD = "pip install --upgrade coolhead"


@dataclass(frozen=True)
class Finding:
    """One thing looked at. ``remedy`` is the command that mends it, empty where nothing is wrong."""

    what: str
    ok: bool
    found: str
    remedy: str = ""


def version_line() -> str:
    """``coolhead 0.1.0 (Python 3.11.7)``."""
    return f"coolhead {coolhead_version() or 'unpacked, not installed'} (Python {platform.python_version()})"


def coolhead_version() -> str:
    """``0.1.0``; empty where Coolhead runs without being installed."""
    return _version("coolhead") or ""


def examine(*, as_json: bool) -> int:
    """Print what was found. Exit code 3 when something needed is missing."""
    findings = [*_python(), *_packages(), *_reader(), *_scenarios(), *_rubric(), *_records(), *_voice(), *_terminal()]
    if as_json:
        emit([asdict(finding) for finding in findings])
    else:
        for finding in findings:
            tell(f"{'ok' if finding.ok else 'missing'}: {finding.what}: {finding.found}" + (f". To mend it: {finding.remedy}" if finding.remedy else ""))
    return Exit.DONE if all(finding.ok for finding in findings) else Exit.MISSING


def _python() -> Iterator[Finding]:
    fits = sys.version_info >= (3, 11)
    yield Finding("Coolhead", True, version_line())
    yield Finding("Python", fits, platform.python_version(), "" if fits else "install Python 3.11 or newer")


def _packages() -> Iterator[Finding]:
    for name in NEEDED:
        version = _version(name)
        yield Finding(f"package {name}", version is not None, version or "not installed", "" if version else ADD)


def _reader() -> Iterator[Finding]:
    from scoring.reading import default_reader
    from scoring.reading.reader import RuleReader

    reader = default_reader()
    if isinstance(reader, RuleReader):
        yield Finding(
            "reader",
            True,
            f"{reader.version}: the rules read alone, because the model or its runtime is missing; package onnxruntime {_version('onnxruntime') or 'is not installed'}",
            ADD,
        )
    else:
        yield Finding("reader", True, f"{reader.version}, run by onnxruntime {_version('onnxruntime')}")


def _scenarios() -> Iterator[Finding]:
    from scenarios.library import faults
    from scenarios.problems import Severity
    from trainer.finding import at_hand, own_folders

    count = len(at_hand())
    yield Finding("scenarios", count > 0, f"{count} at hand", "" if count else ADD)
    for file in sorted({problem.file for problem in faults(own_folders()) if problem.severity is Severity.ERROR}):
        yield Finding("a file with faults", True, file, f"coolhead check {file}")


def _rubric() -> Iterator[Finding]:
    from trainer.records.locations import site_rubric
    from trainer.rubrics import rubric_in_use

    try:
        rubric = rubric_in_use()
    except CoolheadError as error:
        yield Finding("rubric", False, " ".join(error.sentence.split()), f"coolhead rubric check {site_rubric()}")
        return
    yield Finding("rubric", True, f"{rubric.version}, " + (f"based on {rubric.based_on}, from {site_rubric()}" if rubric.based_on else "the shipped one"))


def _records() -> Iterator[Finding]:
    from trainer.records.locations import HOME_VARIABLE, data_folder

    folder = data_folder()
    yield Finding("data folder", True, f"{folder}" + (f" (from {HOME_VARIABLE})" if os.environ.get(HOME_VARIABLE) else ""))
    from trainer.records.store import Store

    try:
        with Store.open() as store:
            kept = len(store.attempts(1_000_000))
            yield Finding("records", True, f"{kept} attempts in {store.path}" + "".join(f". {notice}" for notice in store.notices))
    except CoolheadError as error:
        yield Finding("records", False, error.sentence, error.remedy)


def _voice() -> Iterator[Finding]:
    from trainer.voices.choice import VoiceName, drafter_for, kept_choice
    from trainer.voices.model.folder import INSTALL

    choice = kept_choice()
    found = ", ".join(f"{name} {version}" if (version := _version(name)) else f"no {name}" for name in ("torch", "transformers", "httpx2"))
    yield Finding("a model in a folder, or a server, as the customer's voice", True, f"{found}; optional. A folder's model needs: {INSTALL}")
    if choice.voice is VoiceName.SCRIPT:
        yield Finding("customer's voice", True, choice.words)
        return
    try:
        drafter_for(choice).close()
        yield Finding("customer's voice", True, choice.words)
    except CoolheadError as error:
        yield Finding("customer's voice", False, f"{choice.words}: {error.sentence} The written lines are shown instead", error.remedy)


def _terminal() -> Iterator[Finding]:
    term = os.environ.get("TERM", "")
    full = sys.stdout.isatty() and term != "dumb"
    yield Finding("terminal", True, f"{term or 'unnamed'}, {sys.stdout.encoding}" + ("" if full else "; the plain view is used here"))


def _version(package: str) -> str | None:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None
