"""A server as drafter: what it is asked, how its answer is read however it is cut, and what happens when it fails."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

pytest.importorskip("httpx2")

from tests.trainer.voices.http.serving import Manner, serving
from trainer.voices.drafter import DraftError, Level
from trainer.voices.http.address import KEY_VARIABLE
from trainer.voices.http.drafter import ServedDrafter

ASKED = ({"role": "user", "content": "Sorry. [direction: stay angry]"},)


@contextmanager
def greeted(manner: Manner, **more: object) -> Iterator[ServedDrafter]:
    """A drafter that has found its server, or what stands in the way."""
    with serving(manner) as base:
        drafter = ServedDrafter(base, **more)  # type: ignore[arg-type]
        drafter.open()
        until = time.monotonic() + 20
        while drafter.standing.level is Level.LOADING and time.monotonic() < until:
            time.sleep(0.01)
        try:
            yield drafter
        finally:
            drafter.close()


def drafted(drafter: ServedDrafter) -> str:
    return drafter.draft(ASKED, seed=1, temperature=0.8).result(10).text.strip()


def piece(words: str) -> bytes:
    return b"data: " + json.dumps({"choices": [{"delta": {"content": words}}]}, ensure_ascii=False).encode() + b"\n\n"


def test_a_server_words_a_line() -> None:
    manner = Manner()
    with greeted(manner) as drafter:
        assert drafter.standing.level is Level.READY
        assert drafted(drafter) == manner.line
        assert drafter.commit(ASKED, ASKED).result(10) == 321
    assert drafter.model == "small"


def test_only_what_every_server_knows_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY_VARIABLE, "sesame")
    manner = Manner()
    with greeted(manner) as drafter:
        drafted(drafter)
    known = {"model", "messages", "stream", "max_tokens", "temperature", "top_p", "seed", "chat_template_kwargs"}
    assert set(manner.asked[-1]) == known
    assert set(manner.keys) == {"Bearer sesame"}


def test_a_server_that_refuses_what_it_does_not_know_is_asked_more_plainly() -> None:
    manner = Manner(fussy=True)
    with greeted(manner) as drafter:
        assert drafted(drafter) == manner.line
    assert "chat_template_kwargs" not in manner.asked[-1]


@pytest.mark.parametrize(
    ("pieces", "line"),
    [
        ([byte.to_bytes() for byte in piece("Où est-il, mon café?")], "Où est-il, mon café?"),
        ([piece("Where is ") + piece("it?"), b"data: [DONE]\n\n", piece("More.")], "Where is it?"),
        ([b": hello\n\nevent: x\n", piece("Where is it?"), b"data: {half\n\n", b"data: 7\n\n", b'data: {"choices": []}\n\n'], "Where is it?"),
        ([piece("<think>I am to be angry. Very. Yes. So."), piece("</think>Where is it?")], "Where is it?"),
        ([piece("One. Two. Three. "), piece("Four.")], "One. Two. Three."),
        ([b""], ""),
    ],
)
def test_an_answer_is_read_however_it_is_cut(pieces: list[bytes], line: str) -> None:
    manner = Manner()
    with greeted(manner) as drafter:
        manner.pieces = pieces
        assert drafted(drafter) == line


def test_an_answer_that_comes_whole_is_read_too() -> None:
    manner = Manner()
    with greeted(manner) as drafter:
        manner.kind, manner.pieces = "application/json", [b'{"choices": [{"message": {"content": "Where is it?"}}]}']
        assert drafted(drafter) == "Where is it?"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"status": 500}, "500"),
        ({"pieces": [b'data: {"error": "no"}\n\n']}, "error"),
        ({"pieces": [b"x" * 90_000] * 4}, "without end"),
        ({"moved": "http://127.0.0.1:1/"}, "307"),
    ],
)
def test_what_fails_is_said_in_a_few_words(change: dict[str, object], why: str) -> None:
    manner = Manner()
    with greeted(manner) as drafter:
        for key, value in change.items():
            setattr(manner, key, value)
        with pytest.raises(DraftError, match=why):
            drafted(drafter)


def test_a_line_nobody_waits_for_is_put_down_and_the_server_let_off() -> None:
    manner = Manner()
    with greeted(manner) as drafter:
        manner.pieces, manner.pause = [piece("word ")] * 400, 0.02
        line = drafter.draft(ASKED, seed=1, temperature=0.8)
        time.sleep(0.1)
        drafter.cancel()
        with pytest.raises(DraftError, match="cancelled"):
            line.result(2)
        until = time.monotonic() + 5
        while not manner.broken_off and time.monotonic() < until:
            time.sleep(0.01)
        assert manner.broken_off == 1


def test_nobody_there_is_said_and_does_not_hold_anything_up() -> None:
    with serving(Manner()) as base:
        pass
    drafter = ServedDrafter(base, connect_seconds=0.5)
    drafter.open()
    until = time.monotonic() + 10
    while drafter.standing.level is Level.LOADING and time.monotonic() < until:
        time.sleep(0.01)
    assert "nobody answers there" in drafter.standing.sentence
    drafter.close()


def test_a_slow_server_is_not_asked() -> None:
    drafter = ServedDrafter("http://127.0.0.1:1/v1")
    from trainer.voices.drafter import Draft

    drafter._judge(Draft("x", first_seconds=1.0, seconds=9.0, new=20))
    assert drafter.standing.level is Level.SLOW
    assert "about 14 s a line" in drafter.standing.sentence
    drafter.close()


def figures(*likely: tuple[str, float], before: str = "") -> bytes:
    """An answer with how likely its first token was to be what."""
    top = [{"token": token, "logprob": logprob} for token, logprob in likely]
    blank = [{"token": before, "top_logprobs": []}] if before else []
    return json.dumps({"choices": [{"message": {"content": "A"}, "logprobs": {"content": [*blank, {"token": "A", "top_logprobs": top}]}}]}).encode()


@pytest.mark.parametrize(
    ("answer", "shares"),
    [
        (figures(("A", -0.1054), (" B", -2.3026)), (0.9, 0.1)),
        (figures(("A", -0.6931), (" A", -1.3863), ("Well", -2.0)), (0.75, 0.0)),
        (figures(("B", 0.0), before="\n"), (0.0, 1.0)),
        (figures(("Hello", -0.1)), (0.0, 0.0)),
    ],
)
def test_answers_are_weighed_by_the_servers_own_figures(answer: bytes, shares: tuple[float, float]) -> None:
    with greeted(Manner(figures=answer)) as drafter:
        assert drafter.weigh(ASKED, "AB").result(10).shares == pytest.approx(shares, abs=1e-3)


@pytest.mark.parametrize(
    ("said", "shares"), [("B", (0, 1)), (" **A**.", (1, 0)), ("A: Yes", (1, 0)), ("Both", (0, 0)), ("", (0, 0)), ("<think>B</think>A", (1, 0))]
)
@pytest.mark.parametrize("figures", [b"", b'{"choices": [{"message": {"content": "A"}}]}', b"[]", b'{"choices": [{"logprobs": {"content": [{"token": 3}]}}]}'])
def test_a_server_without_figures_is_asked_a_few_times_over(said: str, shares: tuple[float, float], figures: bytes) -> None:
    manner = Manner(figures=figures, whole=json.dumps({"choices": [{"message": {"content": said}}]}).encode())
    with greeted(manner) as drafter:
        assert drafter.weigh(ASKED, "AB").result(10).shares == shares
        assert len({body["seed"] for body in manner.asked[-3:]}) == 3
        asked = len(manner.asked)
        drafter.weigh(ASKED, "AB").result(10)
        assert len(manner.asked) == asked + 3, "what it does not know is not asked again"


@pytest.mark.parametrize("whole", [b"{half", b"x" * 2_000_000, b'{"error": "no"}', b"[" * 50_000])
def test_an_answer_that_cannot_be_weighed_is_said_to_have_failed(whole: bytes) -> None:
    with greeted(Manner(whole=whole)) as drafter, pytest.raises(DraftError):
        drafter.weigh(ASKED, "AB").result(10)
