"""``coolhead debrief --second-opinion``: asks whether or not the settings do, prints, and keeps nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.errors import Exit, say
from trainer.opinion.opening import asking_for
from trainer.opinion.telling import ABOUT, HEADING, as_data, opinion_lines
from trainer.rubrics import rubric_in_use
from trainer.subcommands.output import emit, tell
from trainer.voices.sitting import Sitting
from trainer.wiring import judge, kept_scenario

if TYPE_CHECKING:
    from trainer.records.store import Store


def opine(store: Store, attempt: str, *, also: dict[str, object] | None) -> int:
    """Print the second opinion on a kept call; as JSON beside ``also``, the debrief."""
    transcript = store.load(attempt)
    card, talk = judge(transcript, kept_scenario(store, attempt))
    sitting = Sitting()
    try:
        asking = asking_for(sitting, transcript, talk)
        say(f"Asking the model {len(asking.questions)} questions; this may take a minute or two.")
        found = asking.run()
    finally:
        sitting.close()
    if also is not None:
        emit({**also, "second_opinion": as_data(found, transcript.events, card)})
    else:
        titles = {dimension: one.title for dimension, one in rubric_in_use().dimensions.items()}
        for line in (f"{HEADING}.", ABOUT, *opinion_lines(found, transcript.events, card, titles)):
            tell(line)
    return Exit.MISSING if found.stopped and not found.views else Exit.DONE
