"""The role swap in flat lines: one's own replies told as the customer got them, and at three of them a question."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import zip_longest

from trainer.plain.console import Console
from trainer.plain.going import BACK, bare
from trainer.roleswap import Felt, Received, Said, Swap, agreement, beside
from trainer.text import safe_line

ASK_FELT = "You have just read that. Are you 1 calmer, 2 no different, 3 angrier? Add a few words if you like; Enter to stop:"
ASK_HEARD = "And do you feel heard? yes or no:"
FELT_HELP = ("1, 2 or 3, and words after it if you like. back: the question before. Enter: stop here and read how it was.",)
HEARD_HELP = ("yes or no. back: the question before. Enter: leave it open. stop: stop here and read how it was.",)
SAID_MOST = 400
"""Characters of one's own words that are kept."""

_FELT = {"1": Felt.CALMER, "calmer": Felt.CALMER, "2": Felt.SAME, "no": Felt.SAME, "same": Felt.SAME, "3": Felt.ANGRIER, "angrier": Felt.ANGRIER}


class _OneBack(Exception):  # noqa: N818 - it is no error
    """The question before is to be asked again."""


class _Enough(Exception):  # noqa: N818 - it is no error
    """No more is to be asked."""


def swap_places(console: Console, swap: Swap) -> tuple[Said, ...]:
    """Tell the call from the other side, ask, and set beside it what the customer felt; what was said, to be kept."""
    console.tell(f"The other side: you are {swap.name}.", *swap.situation)
    if not swap.asked:
        console.tell("There is no reply in this call that can be read from the other side.")
        return ()
    said = _asked(console, swap)
    for lines in beside(swap, said):
        console.tell(" ".join(lines))
    if said:
        console.tell(agreement(swap, said))
    return said


def _asked(console: Console, swap: Swap) -> tuple[Said, ...]:
    """What is said at each moment, two questions to a moment, until nothing more is; only what was answered is in it."""
    felt: list[tuple[Felt, str]] = []
    heard: list[bool | None] = []
    told, at = 0, -1
    while len(heard) < len(swap.asked):
        place = next(n for n, reply in enumerate(swap.replies) if reply.turn == swap.asked[len(heard)])
        if place != at:
            _tell(console, swap.replies[told : place + 1] or swap.replies[place : place + 1])
        told, at = max(told, place + 1), place
        try:
            if len(felt) == len(heard):
                felt.append(_felt(console))
            else:
                heard.append(_heard(console))
        except _OneBack:
            if not felt:
                return ()
            (felt if len(felt) > len(heard) else heard).pop()
        except _Enough:
            break
    else:
        _tell(console, swap.replies[told:])
    answered = zip_longest(felt, heard)
    return tuple(Said(turn=turn, felt=how[0], heard=yes, words=how[1]) for turn, (how, yes) in zip(swap.asked, answered, strict=False))


def _tell(console: Console, replies: Iterable[Received]) -> None:
    for reply in replies:
        if reply.before:
            console.tell(f"You wrote: {safe_line(reply.before)}")
        console.tell(f"They answered you, reply {reply.number}: {safe_line(reply.words)}")


def _felt(console: Console) -> tuple[Felt, str]:
    """What is felt, and the words that stand after it."""
    while answer := _answer(console, ASK_FELT, FELT_HELP):
        first, *rest = re.split(r"[\s,.;:]+", answer, maxsplit=1)
        if felt := _FELT.get(first.lower()):
            return felt, "".join(rest).strip()[:SAID_MOST]
        console.tell("Begin with 1, 2 or 3; words may follow.")
    raise _Enough


def _heard(console: Console) -> bool | None:
    """Yes or no, asked until it is one of them; None where it is passed over."""
    while answer := _answer(console, ASK_HEARD, HEARD_HELP).lower():
        if answer[0] in "yn":
            return answer[0] == "y"
        console.tell("Type yes or no; Enter leaves it open.")
    return None


def _answer(console: Console, ask: str, help_: tuple[str, ...]) -> str:
    """What is answered, empty for Enter. Raises _OneBack, _Enough."""
    answer = console.choose(ask, help_, go_back=False)
    if bare(answer) == "back":
        raise _OneBack
    if bare(answer) in BACK or console.ended:
        raise _Enough
    return answer
