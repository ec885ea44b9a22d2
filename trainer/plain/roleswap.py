"""The role swap in flat lines: one's own replies told as the customer got them, and at three of them a question."""

from __future__ import annotations

import re

from trainer.plain.console import Console
from trainer.roleswap import Felt, Said, Swap, agreement, beside
from trainer.text import safe_line

ASK_FELT = "You have just read that. Are you 1 calmer, 2 no different, 3 angrier? Add a few words if you like; Enter to stop:"
ASK_HEARD = "And do you feel heard? yes or no:"
SAID_MOST = 400
"""Characters of one's own words that are kept."""

_FELT = {"1": Felt.CALMER, "calmer": Felt.CALMER, "2": Felt.SAME, "no": Felt.SAME, "same": Felt.SAME, "3": Felt.ANGRIER, "angrier": Felt.ANGRIER}


def swap_places(console: Console, swap: Swap) -> tuple[Said, ...]:
    """Tell the call from the other side, ask, and set beside it what the customer felt; what was said, to be kept."""
    console.tell(f"The other side: you are {swap.name}.", *swap.situation)
    if not swap.asked:
        console.tell("There is no reply in this call that can be read from the other side.")
        return ()
    said: list[Said] = []
    for reply in swap.replies:
        if reply.before:
            console.tell(f"You wrote: {safe_line(reply.before)}")
        console.tell(f"They answered you, reply {reply.number}: {safe_line(reply.words)}")
        if reply.turn in swap.asked:
            felt = _felt(console)
            if felt is None:
                break
            said.append(Said(turn=reply.turn, felt=felt[0], heard=_yes(console), words=felt[1]))
    for lines in beside(swap, said):
        console.tell(" ".join(lines))
    if said:
        console.tell(agreement(swap, said))
    return tuple(said)


def _felt(console: Console) -> tuple[Felt, str] | None:
    """What is felt, and the words that stand after it; None where nothing more is said."""
    while answer := console.choose(ASK_FELT, ("1, 2 or 3, and words after it if you like. Enter: stop here and read how it was.",)):
        first, *rest = re.split(r"[\s,.;:]+", answer, maxsplit=1)
        if felt := _FELT.get(first.lower()):
            return felt, "".join(rest).strip()[:SAID_MOST]
        console.tell("Begin with 1, 2 or 3; words may follow.")
    return None


def _yes(console: Console) -> bool:
    """Yes or no, asked until it is one of them; an end of the input is no."""
    while answer := console.choose(ASK_HEARD, ("yes or no. Enter is no.",)).lower():
        if answer[0] in "yn":
            return answer[0] == "y"
        console.tell("Type yes or no.")
    return False
