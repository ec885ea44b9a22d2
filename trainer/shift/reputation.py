"""What people say after the calls of a shift, each with what it rests on. Told, never added up: there is no number to rank by.

Outcomes, word that did not hold, untruths found out and long waits move it; how a reply was worded does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scenarios.moves import Ending
from trainer.shift.account import Account, Fate
from trainer.shift.answers import Owned
from trainer.shift.state import BACK, State
from trainer.text import safe_line
from trainer.words import count

LONG_WAIT = 15.0
"""Minutes in the queue that somebody tells others about; one break at a fair pace stays below it."""

_ENDED = {
    Ending.ACCEPTED: (True, "the matter was settled"),
    Ending.PARTLY: (True, "the matter was settled in part"),
    Ending.REFUSED: (False, "they left without agreeing"),
    Ending.HUNG_UP: (False, "they broke off the chat"),
    Ending.SUPERVISOR: (False, "it went to a supervisor"),
    Ending.UNFINISHED: (False, "it was agreed and not done"),
}


@dataclass(frozen=True, kw_only=True)
class Saying:
    """One thing somebody says of the desk."""

    who: str
    says: str
    because: str
    """what it rests on"""
    good: bool
    verdict: bool = False
    """their last word on a call"""
    owed: bool = False
    """of word that did not hold and that nobody has answered for yet"""


def sayings(state: State) -> tuple[Saying, ...]:
    """Everything said so far, in the order it came about. A call that was left is nobody's story."""
    return tuple(saying for account in state.done for saying in _of(account, state))


def standing(state: State) -> str:
    """How people speak of the desk, in a sentence."""
    said = sayings(state)
    if not said:
        return "Nobody has said anything yet."
    well, badly = sum(one.good for one in said), sum(not one.good for one in said)
    if not badly:
        return "People speak well of the desk."
    if not well:
        return "People speak badly of the desk."
    return "Some speak well of the desk, and some do not."


def _of(account: Account, state: State) -> Iterator[Saying]:
    who = account.customer
    if (ended := _ENDED.get(Ending(account.ending))) is not None:
        good, because = ended
        later = safe_line(account.next[0]) if account.next else ""
        yield Saying(
            who=who, says=safe_line(account.says) or later or "Nothing much.", because=f"{because}, in {safe_line(account.title)}", good=good, verdict=True
        )
    if account.untruths:
        first, more = account.untruths[0], len(account.untruths) - 1
        because = f"reply {first.reply}: “{safe_line(first.words, 90)}”{f', and {more} more' if more else ''}; it came out"
        yield Saying(who=who, says="What I was told there was not so.", because=because, good=False)
    yield from _word(account, state)
    waited = state.waited.get(account.slot, 0.0)
    if waited > LONG_WAIT:
        breaks = f", {count(state.breaks, 'break')} in the shift" if state.breaks else ""
        yield Saying(who=who, says=f"I waited {waited:.0f} minutes before anybody wrote.", because=f"time in the queue{breaks}", good=False)


def _word(account: Account, state: State) -> Iterator[Saying]:
    """What is said of word that did not hold: what came of it when they asked counts as much as the word."""
    word = account.due
    if word is None:
        return
    because = f"reply {word.reply}: “{safe_line(word.words, 90)}”"
    back = state.account(account.slot + BACK)
    if back is not None:
        settled = Ending(back.ending) in (Ending.ACCEPTED, Ending.PARTLY)
        says = "Their word did not hold, and then they put it right." if settled else "Their word did not hold, and asking again was no use."
        yield Saying(who=account.customer, says=says, because=f"{because}; the second call", good=settled)
        return
    answer = state.answers.get(account.slot)
    if answer is None:
        if word.fate is not Fate.OPEN:
            yield Saying(who=account.customer, says="Their word did not hold.", because=because, good=False, owed=True)
        return
    says, good = _ANSWERED[answer.owned]
    yield Saying(who=account.customer, says=says, because=f"{because}; your answer to the message", good=good)


_ANSWERED = {
    Owned.OWNED: ("Their word did not hold. When I asked, they owned it.", True),
    Owned.HALF: ("Their word did not hold. When I asked, they half owned it.", False),
    Owned.NOT: ("Their word did not hold. When I asked, they would not own it.", False),
    Owned.PASSED_OVER: ("Their word did not hold. I asked, and nobody answered.", False),
}
