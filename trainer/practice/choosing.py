"""Which call practises something: never the one just played, those not met before first, and no great leap in level."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scenarios.library import Entry
from scenarios.skills import Skill
from trainer.practice.history import History


class Chooser:
    """Chooses calls for one plan, no scenario twice in it."""

    def __init__(self, entries: Sequence[Entry], history: History) -> None:
        self._entries = {entry.id: entry for entry in entries}
        self._met = {call.scenario: number for number, call in enumerate(history.calls)}
        """when each scenario was last begun, in order"""
        self._taken = {history.calls[-1].scenario} if history.calls else set()
        self._played = {call.scenario for call, _ in history.judged}
        finished = [self._entries[call.scenario].level for call, _ in history.judged if call.scenario in self._entries]
        self._reach = max(finished, default=0) + 1
        """the highest level to be met without a leap"""

    def pack_of(self, scenario: str) -> str | None:
        """The family a scenario at hand belongs to."""
        entry = self._entries.get(scenario)
        return entry.pack if entry else None

    def guided(self) -> Entry | None:
        """The call to begin with."""
        return self._take(entry for entry in self._entries.values() if entry.guided)

    def of_family(self, family: str) -> Entry | None:
        return self._take(entry for entry in self._entries.values() if entry.pack == family)

    def for_skill(self, skill: Skill) -> Entry | None:
        """The call that practises most of a skill's principles."""
        wanted = set(skill.principles)
        fit = [entry for entry in self._entries.values() if wanted & set(entry.principles)]
        return self._take(fit, wanted)

    def _take(self, fit: Iterable[Entry], wanted: set[str] | None = None) -> Entry | None:
        open_ = [entry for entry in fit if entry.id not in self._taken and (entry.first_part is None or entry.first_part in self._played)]

        def rank(entry: Entry) -> tuple[float, ...]:
            leap = max(0, entry.level - self._reach)
            return (leap, self._met.get(entry.id, -1), -len((wanted or set()) & set(entry.principles)), abs(entry.level - self._reach))

        best = min(open_, key=rank, default=None)
        if best:
            self._taken.add(best.id)
        return best
