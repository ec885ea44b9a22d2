"""Shares the chats of a job among the machines of a Ray cluster: the same rows in the same order as on one core.

The trainer's own scenarios go along, for the machines have only those that are shipped; and a machine with another version of
Coolhead is refused before anything is judged, because its scores could not stand beside the rest.
"""

from __future__ import annotations

import atexit
import os
import shutil
import socket
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from scenarios.filenames import YAML
from trainer.archive.chats import Done, Job, Terms, terms_print
from trainer.archive.crews import Crew, Stream, in_order, judged_all
from trainer.archive.rows import fingerprint
from trainer.errors import CoolheadError, PrerequisiteError, UsageError
from trainer.records.locations import HOME_VARIABLE, own_scenarios

ADD = "Install it with: pip install 'coolhead[cluster]'"
AHEAD = 3
"""Batches that wait for each core of the cluster."""
MOST_LUGGAGE = 64 * 2**20
"""Bytes of scenarios of one's own that are sent along."""


@dataclass(frozen=True)
class Luggage:
    """The trainer's own scenario files, to be unpacked where the work is done."""

    print: str
    """a fingerprint of all of it"""
    files: tuple[tuple[str, bytes], ...] = field(compare=False, repr=False)
    """path below a folder of their own, and content"""
    named: str | None
    """the file of the scenario that was named, as it stands among them"""


def on_cluster() -> Crew:
    """A crew on the Ray cluster at hand: the one RAY_ADDRESS names, or the one this machine belongs to.

    Raises PrerequisiteError where Ray or a cluster is missing.
    """
    ray, mine = _connected()

    def crew(stream: Stream, terms: Terms) -> Iterator[Done]:
        luggage = ray.put(packed(terms))
        work = ray.remote(num_cpus=1)(_judged_there)
        _same_everywhere(ray, terms, luggage)
        cores = int(ray.cluster_resources().get("CPU", 1))

        def take(handle: Any) -> list[Done]:
            try:
                found: list[Done] = ray.get(handle)
            except ray.exceptions.RayError as error:
                raise CoolheadError(f"The cluster gave up on a part of the work: {str(error).splitlines()[0][:200]}") from error
            return found

        try:
            yield from in_order(stream, lambda batch: work.remote(batch, terms, luggage), take, cores * AHEAD)
        finally:
            if mine:
                ray.shutdown()

    return crew


def packed(terms: Terms) -> Luggage:
    """The scenarios of one's own, and where the named one is a file, that file with what stands beside it."""
    own = own_scenarios()
    files = {f"scenarios/{path.relative_to(own).as_posix()}": path.read_bytes() for path in sorted(own.rglob("*")) if _goes_along(path)}
    named = None
    if terms.scenario and (file := Path(terms.scenario)).is_file():
        named = f"named/{file.name}"  # apart, so that its neighbours are not at hand for chats that name one
        files |= {f"named/{path.name}": path.read_bytes() for path in sorted(file.parent.iterdir()) if _goes_along(path)}
    if sum(map(len, files.values())) > MOST_LUGGAGE:
        raise UsageError(
            f"Your own scenarios are over {MOST_LUGGAGE // 2**20} MB, too much to send along.", "Put the ones you need into a folder of their own."
        )
    everything = b"".join(name.encode() + b"\0" + fingerprint(data).encode() for name, data in files.items())
    return Luggage(fingerprint(everything), tuple(files.items()), named)


def _goes_along(path: Path) -> bool:
    return path.name.endswith(YAML) and path.is_file()


def _connected() -> tuple[Any, bool]:
    """Ray, and whether the connection is ours to end."""
    try:
        import ray
    except ModuleNotFoundError as error:
        raise PrerequisiteError("For a cluster Coolhead needs the package ray, which is not installed.", ADD) from error
    if ray.is_initialized():
        return ray, False
    try:
        _knock(os.environ.get("RAY_ADDRESS", ""))
        ray.init(address="auto", log_to_driver=False, logging_level="ERROR")
    except (OSError, RuntimeError, ValueError) as error:
        said = f"No Ray cluster was found: {str(error).splitlines()[0][:200]}"
        raise PrerequisiteError(said, "Start one with: ray start --head; or name one: RAY_ADDRESS=HOST:6379 coolhead score ... --cluster") from error
    return ray, True


def _knock(address: str) -> None:
    """Raises OSError where nobody listens: Ray itself would end the whole process there."""
    host, _, port = address.rpartition(":")
    if host and port.isdecimal() and "/" not in host:
        socket.create_connection((host.strip("[]"), int(port)), timeout=10).close()


def _same_everywhere(ray: Any, terms: Terms, luggage: Any) -> None:
    """Every machine must judge as this one does."""
    here = terms_print(terms)
    look = ray.remote(num_cpus=0)(_terms_there)
    from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

    nodes = {node["NodeID"]: str(node["NodeManagerHostname"]) for node in ray.nodes() if node["Alive"]}
    there = {name: look.options(scheduling_strategy=NodeAffinitySchedulingStrategy(id_, soft=False)).remote(terms, luggage) for id_, name in nodes.items()}
    for name, handle in there.items():
        try:
            found = ray.get(handle)
        except ray.exceptions.RayError as error:
            raise PrerequisiteError(
                f"The machine {name} of the cluster cannot run Coolhead.", f"Install it there with: pip install 'coolhead[cluster]'. Ray says: {_last(error)}"
            ) from error
        if found != here:
            raise PrerequisiteError(
                f"The machine {name} of the cluster has another version of Coolhead or its reader, and would score otherwise.",
                "Install the same version everywhere.",
            )


def _last(error: Exception) -> str:
    return next((line.strip()[:200] for line in reversed(str(error).splitlines()) if line.strip()), type(error).__name__)


def _judged_there(batch: list[Job], terms: Terms, luggage: Luggage) -> list[Done]:
    return judged_all(batch, _unpacked(luggage, terms))


def _terms_there(terms: Terms, luggage: Luggage) -> str:
    return terms_print(_unpacked(luggage, terms))


@cache
def _unpacked(luggage: Luggage, terms: Terms) -> Terms:
    """The terms as they read on this machine, once the scenarios stand in a folder of their own. What this machine has besides is not looked at."""
    home = Path(tempfile.mkdtemp(prefix="coolhead-scenarios-")) if luggage.files else Path(tempfile.gettempdir(), "coolhead-scenarios-none")
    for name, data in luggage.files:
        file = home / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    if luggage.files:
        atexit.register(shutil.rmtree, home, ignore_errors=True)
    os.environ[HOME_VARIABLE] = str(home)
    return replace(terms, scenario=str(home / luggage.named)) if luggage.named else terms
