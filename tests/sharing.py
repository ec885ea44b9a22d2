"""How the suite is shared out among processes: what is costly to make is made in one of them only, and what takes long begins first.

A file goes to one process as a whole, so that its fixtures and what it keeps in memory are made once; only the calls of the
library go out scenario by scenario, because each is a matter of seconds, and walks through a real terminal test by
test, because they mostly wait. The groups of pytest-xdist would say the same, but up to 3.8 they are without effect under
pytest 9: it writes a group into the id of a test, which can no longer be written.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from xdist.scheduler import LoadScopeScheduling
from xdist.workermanage import WorkerController

LIBRARY = Path(__file__).parents[1] / "scenarios" / "library"
BY_SCENARIO = ("tests/end_to_end/test_golden.py", "tests/end_to_end/test_cheats.py")
"""Files whose tests name the scenario they play first among what they are given."""
ONE_BY_ONE = ("tests/end_to_end/test_modes_terminal.py", "tests/end_to_end/test_terminal.py")
LONGEST = (
    "tests/trainer/tui/test_every_screen.py",
    "tests/trainer/authoring/test_proof.py",
    "tests/trainer/authoring/test_new.py",
    "tests/scoring/reading/test_trained.py",
    "tests/trainer/tui/test_room.py",
    "tests/trainer/tui/test_debrief.py",
    "tests/trainer/tui/test_call_screen.py",
    "tests/trainer/tui/test_opinion.py",
    "tests/trainer/tui/test_rewinding.py",
    "tests/trainer/voices/guards/test_labelled.py",
    "tests/trainer/tui/test_play.py",
    "tests/end_to_end/test_robust_scores.py",
    "three-mornings",
    "before-five",
    "sixty-four-scores",
    "tests/end_to_end/test_modes_terminal.py",
    "tests/end_to_end/test_terminal.py",
    "tests/scenarios/test_problem_pages.py",
    "tests/scoring/reading/test_corpus.py",
    "tests/trainer/authoring/test_letters.py",
    "tests/trainer/authoring/test_simulation.py",
    "tests/trainer/engine/test_laws.py",
    "tests/scenarios/test_fuzz_load.py",
    "tests/trainer/tui/",
    "tests/trainer/voices/test_words_never_decide.py",
    "tests/trainer/archive/test_resuming.py",
)
"""How the units begin that take more than a few seconds, the longest first: begun last, they would keep the others waiting."""


class Sharing(LoadScopeScheduling):  # type: ignore[misc] # it has no types
    """Hands out the units of ``unit_of``, ``LONGEST`` before the rest and then by their number of tests."""

    def _split_scope(self, nodeid: str) -> str:
        return unit_of(nodeid)

    def _assign_work_unit(self, node: WorkerController) -> None:
        if (longest := next((unit for beginning in LONGEST for unit in self.workqueue if unit.startswith(beginning)), None)) is not None:
            self.workqueue.move_to_end(longest, last=False)
        super()._assign_work_unit(node)


def unit_of(nodeid: str) -> str:
    """What a test is handed out together with."""
    file, _, test = nodeid.partition("::")
    if file in ONE_BY_ONE:
        return nodeid
    if file in BY_SCENARIO:
        given = test.partition("[")[2].removesuffix("]")
        return next((name for name in _scenarios() if given == name or given.startswith(f"{name}-")), file)
    return file


@cache
def _scenarios() -> tuple[str, ...]:
    """Ids of the library, of two that begin alike the longer one first."""
    return tuple(sorted((file.stem for file in LIBRARY.rglob("*.yaml")), key=len, reverse=True))
