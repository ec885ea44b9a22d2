"""The scenarios and voices at hand: those shipped, and those in folders a user adds. A broken file hides no other.

What has been read stays in memory until its file changes, so listing again costs next to nothing.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from scenarios.beside import Beside, Stamp, stamp_of, text_of
from scenarios.carrying import opened_with
from scenarios.check import examine_rows, examine_voice, has_errors
from scenarios.edition import Edition
from scenarios.filenames import YAML
from scenarios.load import load_file_rows, load_rows
from scenarios.model import Persona, Scenario, Temper, Voice
from scenarios.problems import Code, Problem, ScenarioProblems, did_you_mean, fault, listed, shown
from scenarios.shelf import Item, scenario_files, voice_files, voice_ids
from scenarios.variants import row_drawn


@dataclass(frozen=True)
class Entry:
    """One scenario as a list shows it. ``path`` is where its file lies, ``principles`` what it practises."""

    id: str
    title: str
    pack: str
    trade: str
    level: int
    principles: tuple[str, ...]
    path: str
    incident: str | None = None
    """what happened, where other scenarios are of the same incident"""
    first_part: str | None = None
    """the scenario this is the second part of"""
    guided: bool = False
    """with hints for somebody who plays for the first time"""
    customer: str = ""
    about: str = ""
    """the customer in a few sentences"""
    business: str = ""
    briefing: str = ""
    replies: int = 0
    """of the expert's listening path, stated or reckoned; ``minutes`` are those of the call's own clock"""
    minutes: float = 0.0

    def as_dict(self) -> dict[str, object]:
        """For ``--json``."""
        return {**asdict(self), "principles": list(self.principles)}


Rows = tuple[Scenario, ...]
"""Every way to play one file; none where it has errors."""
_scenarios: dict[tuple[str, tuple[str, ...]], tuple[Stamp, Beside, Rows, tuple[Problem, ...]]] = {}
"""by file and the voices at hand, which are more with somebody's own folders than without"""
_MOST_KEPT = 2000
_voices: dict[str, tuple[Stamp, Voice | None, tuple[Problem, ...]]] = {}
_voiced: dict[tuple[int, int], tuple[Scenario, Voice, Scenario]] = {}
"""scenarios with their voice, by the identity of both"""
_MOST_VOICED = 128


def catalogue(folders: Sequence[Path] = ()) -> list[Entry]:
    """Every usable scenario, the easiest first and guided ones before the rest. Of two with one id the shipped one counts; what is left out stands in ``faults``."""
    entries: dict[str, Entry] = {}
    for item, rows, _ in examined(folders):
        if rows and (found := rows[0]).scenario not in entries:
            entries[found.scenario] = _entry(item, found)
    return sorted(entries.values(), key=lambda entry: (entry.level, not entry.guided))


def _entry(item: Item, found: Scenario) -> Entry:
    par = found.par_or_default
    return Entry(
        id=found.scenario,
        title=found.title,
        pack=item.pack,
        trade=found.trade,
        level=found.level,
        principles=found.practises,
        path=str(item.file),
        incident=found.incident,
        first_part=found.call_back.of if found.call_back else None,
        guided=bool(found.guide),
        customer=found.customer.name,
        about=" ".join(found.customer.about.split()),
        business=found.business,
        briefing=" ".join(found.briefing.split()),
        replies=par.replies,
        minutes=par.minutes,
    )


def faults(folders: Sequence[Path] = ()) -> list[Problem]:
    """Every problem of every file at hand, warnings included, voices too."""
    found: list[Problem] = []
    first: dict[str, str] = {}
    for item, rows, problems in examined(folders):
        found += problems
        if rows and (other := first.setdefault(rows[0].scenario, str(item.file))) != str(item.file):
            words = f"The id '{rows[0].scenario}' is already taken by {shown(other, 200)}; this file is not listed."
            found.append(fault(Code.DUPLICATE_ID, str(item.file), (1, 1), words))
    for _, problems_of_voice in _read_voices(folders):
        found += problems_of_voice
    return list(dict.fromkeys(found))


def find(
    id_or_path: str | Path, folders: Sequence[Path] = (), seed: int | None = None, *, edition: Edition | None = None, language: str | None = None
) -> Scenario:
    """The scenario with this id, or in this file, its customer's gaps filled from their voice.

    Of a file with variants it is the row that ``edition`` names, or else the one ``seed`` draws, or else the first; a second part
    opens as ``edition`` says. ``language`` puts its words into another, as far as they are translated. Raises LookupError in one
    plain sentence when there is none, ScenarioProblems when its file has errors.
    """
    rows = _rows_of(id_or_path, folders, edition.language if edition else language)
    number = edition.row - 1 if edition and edition.row else 0 if seed is None or edition else row_drawn(seed, len(rows))
    scenario = rows[number] if number < len(rows) else rows[0]  # a row that is gone: the content hash tells that the file has changed
    voiced = _voiced_once(scenario, voice(scenario.customer.voice, folders))
    return opened_with(voiced, edition.opening) if edition and edition.opening else voiced


def file_of(id_or_path: str | Path, folders: Sequence[Path] = ()) -> Path:
    """The file of a scenario. Raises LookupError or ScenarioProblems as ``find`` does."""
    return Path(id_or_path) if _is_path(id_or_path) else Path(str(_by_id(str(id_or_path), folders)[0].file))


def _is_path(id_or_path: str | Path) -> bool:
    return isinstance(id_or_path, Path) or id_or_path.endswith(YAML) or os.sep in id_or_path


def _rows_of(id_or_path: str | Path, folders: Sequence[Path], language: str | None) -> Rows:
    known = voice_ids(folders)
    if _is_path(id_or_path):
        return load_file_rows(Path(id_or_path), known_voices=known, language=language)
    item, rows = _by_id(str(id_or_path), folders)
    if language is None:
        return rows
    text = text_of(item.file)
    if isinstance(text, Problem):
        raise ScenarioProblems([text])
    return load_rows(text, str(item.file), known_voices=known, beside=Beside(item.folder), language=language)


def _by_id(wanted: str, folders: Sequence[Path]) -> tuple[Item, Rows]:
    by_name = [item for item in scenario_files(folders) if item.stem == wanted]
    if len(by_name) == 1:  # the usual case: the file bears its id, and no other need be read
        rows, problems = _read_scenario(by_name[0], voice_ids(folders))
        if not rows:
            raise ScenarioProblems(problems)
        if rows[0].scenario == wanted:
            return by_name[0], rows
    usable = [(item, rows) for item, rows, _ in examined(folders) if rows]
    for item, rows in usable:
        if rows[0].scenario == wanted:
            return item, rows
    for item in by_name:
        rows, problems = _read_scenario(item, voice_ids(folders))
        if not rows:
            raise ScenarioProblems(problems)
    raise LookupError(_no_such("scenario", wanted, [rows[0].scenario for _, rows in usable]))


def voices(folders: Sequence[Path] = ()) -> dict[str, Voice]:
    """Every usable voice by its id; of two with one id the first counts."""
    found: dict[str, Voice] = {}
    for one, _ in _read_voices(folders):
        if one:
            found.setdefault(one.voice, one)
    return found


def voice(id_: str, folders: Sequence[Path] = ()) -> Voice:
    """The voice with this id. Raises LookupError, or ScenarioProblems when its file has errors."""
    for item in voice_files(folders):
        if item.stem == id_:
            found, problems = _read_voice(item)
            if found is None:
                raise ScenarioProblems(problems)
            return found
    raise LookupError(_no_such("voice", id_, list(voice_ids(folders))))


def with_voice(scenario: Scenario, voice: Voice) -> Scenario:
    """The scenario with what its author left open about temper and persona taken from the voice."""
    customer = scenario.customer
    temper = Temper(**{**_given(voice.temper), **_given(customer.temper)})
    persona = Persona(**{**_given(voice.persona), **_given(customer.persona)})
    return scenario.model_copy(update={"customer": customer.model_copy(update={"temper": temper, "persona": persona})})


def _voiced_once(scenario: Scenario, voice: Voice) -> Scenario:
    """The same object for the same two: what a reader makes ready of a scenario is kept by identity."""
    key = id(scenario), id(voice)  # both are held, so nothing else can come to have them
    if key not in _voiced:
        if len(_voiced) >= _MOST_VOICED:
            _voiced.clear()
        _voiced[key] = scenario, voice, with_voice(scenario, voice)
    return _voiced[key][2]


def _given(part: Temper | Persona) -> dict[str, float]:
    return part.model_dump(exclude_none=True)


def _no_such(word: str, wanted: str, known: list[str]) -> str:
    near = did_you_mean(wanted, known)
    hint = f"did you mean '{near}'?" if near else f"there are {listed(known)}." if known else "none is installed."
    return f"There is no {word} '{shown(wanted)}'; {hint}"


def examined(folders: Sequence[Path] = ()) -> list[tuple[Item, Rows, tuple[Problem, ...]]]:
    """Every scenario file at hand, usable or not: every way to play it (none where it has errors), and its problems."""
    known = voice_ids(folders)
    return [(item, *_read_scenario(item, known)) for item in scenario_files(folders)]


def _read_scenario(item: Item, known_voices: tuple[str, ...]) -> tuple[Rows, tuple[Problem, ...]]:
    name, stamp = str(item.file), stamp_of(item.file)
    kept = _scenarios.get((name, known_voices))
    if kept is None or kept[0] != stamp or stamp[0] is None or kept[1].changed():
        text, beside = text_of(item.file), Beside(item.folder)
        rows, problems = ((), [text]) if isinstance(text, Problem) else examine_rows(text, name, known_voices, beside)
        if len(_scenarios) >= _MOST_KEPT:
            _scenarios.clear()
        kept = _scenarios[name, known_voices] = (stamp, beside, () if has_errors(problems) else rows, tuple(problems))
    return kept[2], kept[3]


def _read_voices(folders: Sequence[Path]) -> list[tuple[Voice | None, tuple[Problem, ...]]]:
    return [_read_voice(item) for item in voice_files(folders)]


def _read_voice(item: Item) -> tuple[Voice | None, tuple[Problem, ...]]:
    name, stamp = str(item.file), stamp_of(item.file)
    kept = _voices.get(name)
    if kept is None or kept[0] != stamp or stamp[0] is None:
        text = text_of(item.file)
        found, problems = (None, [text]) if isinstance(text, Problem) else examine_voice(text, name)
        kept = _voices[name] = (stamp, None if has_errors(problems) else found, tuple(problems))
    return kept[1], kept[2]
