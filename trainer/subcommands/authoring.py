"""``coolhead author --json``: every scenario file at hand, whose it is, and what is known of it already."""

from __future__ import annotations

from trainer.authoring.workbench.bench import Bench
from trainer.errors import Exit
from trainer.subcommands.output import emit


def list_works() -> int:
    """One JSON value; nothing is played for it, so ``checked`` and ``measured`` are null where nobody has looked yet."""
    bench = Bench()
    emit(
        [
            {
                "file": str(work.file),
                "place": work.place.name.lower(),
                "id": work.id,
                "title": work.title,
                "level": work.level or None,
                "principles": list(work.principles),
                "par": work.par.model_dump() if work.par else None,
                "problems": [problem.as_dict() for problem in work.problems],
                **bench.known(work).model_dump(mode="json"),
            }
            for work in bench.read()
        ]
    )
    return Exit.DONE
