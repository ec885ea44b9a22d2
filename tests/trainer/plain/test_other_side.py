"""The other side in flat lines: back leads one question back, and nothing is claimed that was not answered."""

from __future__ import annotations

import io

import pytest

from tests.trainer.plain.test_plain_view import Typed
from trainer.plain.console import Console
from trainer.plain.roleswap import ASK_HEARD, swap_places
from trainer.roleswap import Felt, Received, Said, Swap


def received(number: int) -> Received:
    return Received(number=number, turn=number * 10, before=f"Line {number}.", words=f"Reply {number}.", felt=Felt.CALMER, heard=False)


SWAP = Swap(name="Mr Imre Halasz", called="Mr Halasz", situation=(), replies=tuple(map(received, (1, 2, 3))), asked=(10, 30))
ONE, TWO = Said(turn=10, felt=Felt.CALMER, heard=True), Said(turn=30, felt=Felt.ANGRIER, heard=False)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("1", "yes", "3", "no"), (ONE, TWO)),
        (("3", "back", "1", "yes", "3", "no"), (ONE, TWO)),
        (("1", "no", "back", "yes", "3", "no"), (ONE, TWO)),
        (("back",), ()),
        (("1", "back", "back"), ()),
        (("1", "stop"), (Said(turn=10, felt=Felt.CALMER, heard=None),)),
        (("1", "", "3", "no"), (Said(turn=10, felt=Felt.CALMER, heard=None), TWO)),
        (("1", "yes", ""), (ONE,)),
        (("1", None), (Said(turn=10, felt=Felt.CALMER, heard=None),)),
    ],
)
def test_only_what_was_answered_is_said(lines: tuple[str | None, ...], said: tuple[Said, ...]) -> None:
    out = io.StringIO()
    assert swap_places(Console(Typed(lines, out), out), SWAP) == said
    assert ("felt the same in" in out.getvalue()) is bool(said)


def test_back_at_the_second_question_does_not_go_on() -> None:
    out = io.StringIO()
    swap_places(Console(Typed(("1", "back", ""), out), out), SWAP)
    assert out.getvalue().count(ASK_HEARD) == 1
    assert "Reply 3." not in out.getvalue()
    assert "not heard" not in out.getvalue()
