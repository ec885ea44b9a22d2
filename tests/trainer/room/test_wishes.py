"""What a driver types is understood, or said not to be."""

from __future__ import annotations

import pytest

from trainer.room.kept import NotNowError
from trainer.room.proposals import Sure
from trainer.room.wishes import Wish, Wished, wished


@pytest.mark.parametrize(
    ("line", "wish"),
    [
        ("1: Hello there", Wished(wish=Wish.PROPOSE, numbers=(1,), text="Hello there")),
        ("2. /refund 48 // Done", Wished(wish=Wish.PROPOSE, numbers=(2,), text="/refund 48\nDone")),
        ("3:", Wished(wish=Wish.PROPOSE, numbers=(3,))),
        ("votes 3 1 0", Wished(wish=Wish.VOTES, numbers=(3, 1, 0))),
        ("VOTES 3, 1 and 0", Wished(wish=Wish.VOTES, numbers=(3, 1, 0))),
        ("sure 2", Wished(wish=Wish.SURE, numbers=(2,), sure=Sure.SURE)),
        ("fairly 1", Wished(wish=Wish.SURE, numbers=(1,), sure=Sure.FAIRLY)),
        ("unsure 1 2", Wished(wish=Wish.SURE, numbers=(1, 2), sure=Sure.UNSURE)),
        ("lock 1", Wished(wish=Wish.LOCK, numbers=(1,))),
        ("fork 1 2", Wished(wish=Wish.FORK, numbers=(1, 2))),
        ("go on 2", Wished(wish=Wish.GO_ON, numbers=(2,))),
        ("go on", Wished(wish=Wish.GO_ON)),
        ("", Wished(wish=Wish.GO_ON)),
        ("timer 2", Wished(wish=Wish.TIMER, numbers=(2,))),
        ("timer off", Wished(wish=Wish.TIMER)),
        ("/undo", Wished(wish=Wish.UNDO)),
        ("clear 2", Wished(wish=Wish.CLEAR, numbers=(2,))),
        ("stop", Wished(wish=Wish.STOP)),
    ],
)
def test_a_line_is_one_wish(line: str, wish: Wished) -> None:
    assert wished(line) == wish


@pytest.mark.parametrize(
    "line", ["lokc 1", "lock", "lock 1 2", "fork 1", "votes", "votes many", "sure", "timer 99", "timer -1", "undo that please", "go on ²", "lock 99999"]
)
def test_what_is_no_wish_is_said_in_a_sentence(line: str) -> None:
    with pytest.raises(NotNowError, match=r"\w"):
        wished(line)
