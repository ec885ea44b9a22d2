"""Drafts from a server: one request at a time, on a thread of its own, put down the moment nobody waits for it."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, TypeVar

from trainer.voices.drafter import Draft, DraftError, Level, Messages, Standing
from trainer.voices.http.address import key
from trainer.voices.http.stream import Events, StreamError, words_in
from trainer.voices.http.weighing import DRAWS, LISTED, MOST_WORDS, letter_in, shares_in, shares_of
from trainer.voices.lines import MOST_TOKENS, is_whole, spoken_part
from trainer.voices.weigher import Weighed

if TYPE_CHECKING:
    import httpx2

T = TypeVar("T")

TOO_SLOW = 5.0
CONNECT_SECONDS, LONGEST_SECONDS = 2.0, 60.0
MOST_ANSWER = 64_000
"""Characters of an answer, thinking included."""

LETTERS_A_TOKEN = 4
TEMPLATE = {"system": True, "own_first": True, "same_twice": True}
"""A server folds what its template will not have by itself, or says so in an error; nothing is known from here."""

HELLO = ({"role": "user", "content": "Write one short sentence about the weather."},)


class ServedDrafter:
    """One server's model. Safe to be called from any thread."""

    name = "http"

    def __init__(self, base: str, *, model: str = "", connect_seconds: float = CONNECT_SECONDS) -> None:
        """``base`` as ``api_base`` gives it."""
        self.base, self.model = base, model
        self._connect = connect_seconds
        self._named = bool(model)
        self._plainly = False
        """whether the server will not hear that thinking is not wanted"""
        self._figures = True
        """whether the server may be asked how likely its words were"""
        self._loop = asyncio.new_event_loop()
        self._client: httpx2.AsyncClient | None = None
        self._now: asyncio.Task[Any] | None = None
        self._on_ready: Callable[[], None] | None = None
        self._opened, self._closed = False, False
        self._standing = Standing(Level.LOADING, "The server is being asked.")
        self.measured: Draft | None = None
        threading.Thread(target=self._run, name="model server", daemon=True).start()

    @property
    def standing(self) -> Standing:
        return self._standing

    def open(self, on_ready: Callable[[], None] | None = None) -> None:
        if not self._opened:
            self._opened, self._on_ready = True, on_ready
            self._submit(self._greet())

    def draft(self, messages: Messages, *, seed: int, temperature: float) -> Future[Draft]:
        return self._submit(self._alone(self._line(messages, seed=seed, temperature=temperature, most=MOST_TOKENS)))

    def commit(self, one: Messages, other: Messages, *, root: bool = False) -> Future[int]:  # noqa: ARG002 - a server needs but one
        """A server keeps what it has read by itself; so the talk is shown to it, and nothing asked."""
        if root:
            done: Future[int] = Future()
            done.set_result(0)
            return done
        return self._submit(self._alone(self._read(one)))

    def weigh(self, messages: Messages, answers: Sequence[str], beside: Messages = ()) -> Future[Weighed]:  # noqa: ARG002 - a server keeps it by itself
        return self._submit(self._alone(self._weighed(messages, answers)))

    def cancel(self) -> None:
        self._loop.call_soon_threadsafe(lambda: self._now.cancel() if self._now else None)

    def close(self) -> None:
        if not self._closed:
            self._closed = True
            self._submit(self._stop())

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()
        self._loop.close()

    def _submit(self, work: Coroutine[Any, Any, T]) -> Future[T]:
        try:
            return asyncio.run_coroutine_threadsafe(work, self._loop)
        except RuntimeError:  # closed meanwhile
            work.close()
            failed: Future[T] = Future()
            failed.set_exception(DraftError("the sitting is over"))
            return failed

    async def _alone(self, work: Coroutine[Any, Any, T]) -> T:
        """Do this in the place of whatever is under way. Raises DraftError."""
        before, self._now = self._now, asyncio.ensure_future(work)
        task = self._now
        if before:
            before.cancel()
        try:
            found: T = await task
            return found
        except asyncio.CancelledError:
            raise DraftError("cancelled") from None
        except DraftError:
            raise
        except Exception as error:  # whatever a network and a stranger's server can do
            raise DraftError(plain_reason(error)) from None
        finally:
            if self._now is task:
                self._now = None

    async def _greet(self) -> None:
        """Find out what is served and how fast it is; again, until it answers."""
        while not self._closed:
            try:
                self.model = self.model or await self._served()
                await self._polite()
                self.measured = found = await self._line(HELLO, seed=1, temperature=0.5, most=24)
            except DraftError as error:
                unnamed = "" if self._named else " Name the model it serves with --model NAME."
                self._standing = Standing(Level.BROKEN, f"The server at {self.base} does not answer: {error}.{unnamed}")
            except Exception as error:
                self._standing = Standing(Level.BROKEN, f"The server at {self.base} does not answer: {plain_reason(error)}.")
            else:
                self._judge(found)
                return
            await asyncio.sleep(5)

    def _judge(self, found: Draft) -> None:
        a_token = (found.seconds - found.first_seconds) / max(1, found.new - 1)
        line = found.first_seconds + 30 * a_token
        slow = line > TOO_SLOW
        words = f"The server needs about {line:.0f} s a line; use a smaller model." if slow else ""
        self._standing = Standing(Level.SLOW if slow else Level.READY, words, line, TEMPLATE)
        if self._on_ready and not slow:
            threading.Thread(target=self._on_ready, name="model ready", daemon=True).start()

    async def _served(self) -> str:
        """The first model the server names; where it names none, a word that servers with one model take for it."""
        answer = await self._http().get("models")
        try:
            named = answer.json()["data"][0]["id"] if answer.status_code == 200 else None
        except (ValueError, LookupError, TypeError):
            named = None
        self._named = isinstance(named, str) and bool(named)
        return str(named) if self._named else "default"

    async def _polite(self) -> None:
        """Learn whether the server can be told not to think aloud; its first answer, which may take long, is not measured."""
        try:
            await self._line(HELLO, seed=0, temperature=0.5, most=8)
        except DraftError:
            self._plainly = True
            await self._line(HELLO, seed=0, temperature=0.5, most=8)

    def _body(self, messages: Messages, **more: Any) -> dict[str, Any]:
        quiet = {} if self._plainly else {"chat_template_kwargs": {"enable_thinking": False}}
        return {"model": self.model, "messages": list(messages), **more, **quiet}

    async def _line(self, messages: Messages, *, seed: int, temperature: float, most: int) -> Draft:
        """A line, read as it comes and put down once it is whole. Raises DraftError."""
        began, first, pieces, raw = time.perf_counter(), 0.0, 0, ""
        body = self._body(messages, stream=True, max_tokens=most, temperature=temperature, top_p=0.9, seed=seed)
        async with self._http().stream("POST", "chat/completions", json=body) as answer:
            if answer.status_code != 200:
                raise DraftError(f"it answered {answer.status_code}")
            events = Events()
            whole = "json" in answer.headers.get("content-type", "")
            held = b""
            async for piece in answer.aiter_bytes():
                if whole:
                    held += piece
                for words in () if whole else events.take(piece):
                    first = first or (time.perf_counter() if words else 0.0)
                    raw, pieces = raw + words, pieces + bool(words)
                    if is_whole(spoken_part(raw)):
                        break
                if events.over or is_whole(spoken_part(raw)) or len(raw) + len(held) > MOST_ANSWER:
                    break
            if whole:
                raw = words_in(_json(held), "message")
        now = time.perf_counter()
        return Draft(spoken_part(raw), (first or now) - began, now - began, 0, pieces or len(raw) // LETTERS_A_TOKEN)

    async def _weighed(self, messages: Messages, answers: Sequence[str]) -> Weighed:
        """By the server's figures where it gives them; else by what it answers when asked a few times over. Raises DraftError."""
        if self._figures:
            try:
                asked = self._body(messages, stream=False, max_tokens=MOST_WORDS, temperature=0, logprobs=True, top_logprobs=LISTED)
                if shares := shares_in(await self._whole(asked), answers):
                    return shares
            except DraftError:  # it will not hear of them; what else may be wrong shows when it is asked without
                pass
            self._figures = False
        letters = []
        for seed in range(DRAWS):
            asked = self._body(messages, stream=False, max_tokens=MOST_WORDS, temperature=1, seed=seed)
            letters.append(letter_in(await self._whole(asked), answers))
        return shares_of(letters, answers)

    async def _whole(self, asked: dict[str, Any]) -> Any:
        """An answer in one piece, of which no more is taken than anybody needs. Raises DraftError and StreamError."""
        held = b""
        async with self._http().stream("POST", "chat/completions", json=asked) as answer:
            if answer.status_code != 200:
                raise DraftError(f"it answered {answer.status_code}")
            async for piece in answer.aiter_bytes():
                held += piece
                if len(held) > MOST_ANSWER:
                    raise DraftError("its answer has no end")
        return _json(held)

    async def _read(self, messages: Messages) -> int:
        try:
            found = await self._whole(self._body(messages, stream=False, max_tokens=1, temperature=0))
        except DraftError:
            return 0
        usage = found.get("usage") if isinstance(found, dict) else None
        counted = usage.get("prompt_tokens") if isinstance(usage, dict) else None
        return counted if isinstance(counted, int) else sum(len(message["content"]) for message in messages) // LETTERS_A_TOKEN

    def _http(self) -> httpx2.AsyncClient:
        if self._client is None:
            import httpx2

            headers = {"Authorization": f"Bearer {key()}"} if key() else {}
            limits = httpx2.Timeout(LONGEST_SECONDS, connect=self._connect)
            self._client = httpx2.AsyncClient(base_url=f"{self.base}/", headers=headers, timeout=limits, trust_env=False, follow_redirects=False)
        return self._client

    async def _stop(self) -> None:
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        if self._client:
            await self._client.aclose()
        self._loop.call_soon(self._loop.stop)


def _json(held: bytes) -> Any:
    import json

    try:
        return json.loads(held)
    except (ValueError, RecursionError):
        raise StreamError("its answer is not whole") from None


def plain_reason(error: Exception) -> str:
    """What went wrong, in a few words."""
    if isinstance(error, StreamError):
        return str(error)
    kind = type(error).__name__
    known = {"ConnectError": "nobody answers there", "ConnectTimeout": "nobody answers there", "ReadTimeout": "it took too long"}
    return known.get(kind, f"the connection broke ({kind})")
