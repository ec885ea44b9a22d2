"""The packs at hand: which there are, what each holds, and taking one away again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from scenarios.library import catalogue
from scenarios.pack import pack_info
from scenarios.problems import did_you_mean, listed, shown
from scenarios.shelf import PACK_FILE, shipped_packs, voice_files
from trainer.authoring.packs.home import alone, take_away
from trainer.errors import UsageError
from trainer.finding import own_folders
from trainer.records.locations import own_scenarios

SEE_PACKS = "See what there is with: coolhead packs"


@dataclass(frozen=True)
class Installed:
    """One pack. ``title`` and what follows are empty where its ``pack.yaml`` has faults."""

    pack: str
    title: str
    version: str
    author: str
    licence: str
    made_with: str
    scenarios: tuple[str, ...]
    voices: tuple[str, ...]
    folder: str

    def as_dict(self) -> dict[str, object]:
        """For ``--json``."""
        return {**asdict(self), "scenarios": list(self.scenarios), "voices": list(self.voices)}


def installed() -> list[Installed]:
    """Every folder among the trainer's own that has a ``pack.yaml``, by name."""
    return [_described(folder) for folder in _pack_folders()]


def remove(name: str) -> tuple[Installed, Path | None]:
    """Take a pack away: what it was, and where its files went if somebody had changed them. Raises UsageError where there is none."""
    _refuse_other(name)
    with alone() as home:
        folder = home / name
        _refuse_other(name)  # another process may have been quicker
        gone = _described(folder)
        if folder.is_symlink():
            kept = folder.resolve()
            folder.unlink()
            return gone, kept
        return gone, take_away(folder, name)


def _refuse_other(name: str) -> None:
    """Let nothing pass but the name of an installed pack."""
    names = [folder.name for folder in _pack_folders()]
    if name in names:
        return
    if name in shipped_packs():
        raise UsageError(f"The pack '{shown(name)}' comes with Coolhead and stays.")
    if name in {folder.name for folder in _folders()}:
        raise UsageError(
            f"'{shown(name)}' is a folder of your own and no pack: it has no {PACK_FILE}.", f"Delete it by hand: {shown(own_scenarios() / name, 200)}"
        )
    near = did_you_mean(name, names)
    hint = f"did you mean '{near}'?" if near else f"there are {listed(names)}." if names else "none is installed."
    raise UsageError(f"There is no pack '{shown(name)}'; {hint}", SEE_PACKS)


def _folders() -> Sequence[Path]:
    try:
        return sorted(folder for folder in own_scenarios().iterdir() if folder.is_dir() and not folder.name.startswith("."))
    except OSError:
        return []


def _pack_folders() -> Iterator[Path]:
    return (folder for folder in _folders() if (folder / PACK_FILE).is_file())


def _described(folder: Path) -> Installed:
    info = pack_info(folder / PACK_FILE)
    told = info.model_dump(exclude={"pack"}) if info else dict.fromkeys(("title", "version", "author", "licence", "made_with"), "")
    scenarios = tuple(entry.id for entry in catalogue(own_folders()) if Path(entry.path).parent == folder)
    voices = tuple(item.stem for item in voice_files(own_folders()) if isinstance(item.file, Path) and item.file.parent == folder / "voices")
    return Installed(pack=folder.name, **told, scenarios=scenarios, voices=voices, folder=str(folder))
