"""A server of the OpenAI form in this process, which behaves as it is told, for better or worse."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Manner:
    """How it answers. ``pieces``: bytes sent one after another, each after ``pause``; ``status`` other than 200 sends nothing."""

    line: str = "Nine days now, and still no kettle. Where is it?"
    pieces: list[bytes] | None = None
    pause: float = 0.0
    status: int = 200
    kind: str = "text/event-stream"
    models: bytes = b'{"data": [{"id": "small"}]}'
    fussy: bool = False
    """refuses what it does not know"""
    moved: str = ""
    """where it sends everybody instead"""
    whole: bytes = b'{"choices": [], "usage": {"prompt_tokens": 321}}'
    """its answer where it is not to be streamed"""
    figures: bytes = b""
    """the same where it is asked how likely its words were; where empty it refuses that"""
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    broken_off: int = 0

    def streamed(self) -> Iterator[bytes]:
        if self.pieces is not None:
            yield from self.pieces
            return
        for word in self.line.split(" "):
            yield b"data: " + json.dumps({"choices": [{"delta": {"content": word + " "}}]}).encode() + b"\n\n"


@contextmanager
def serving(manner: Manner) -> Iterator[str]:
    """The server's address, while it runs."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            self._answer(manner.models, "application/json")

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            manner.asked.append(body)
            manner.keys.append(self.headers.get("Authorization", ""))
            if manner.moved:
                self.send_response(307)
                self.send_header("Location", manner.moved)
                self.end_headers()
            elif manner.status != 200 or (manner.fussy and "chat_template_kwargs" in body):
                self._answer(b"{}", "application/json", manner.status if manner.status != 200 else 422)
            elif "logprobs" in body:
                self._answer(manner.figures or b"{}", "application/json", 200 if manner.figures else 422)
            elif not body["stream"]:
                self._answer(manner.whole, "application/json")
            else:
                self._stream()

        def _answer(self, body: bytes, kind: str, status: int = 200) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def _stream(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", manner.kind)
            self.end_headers()
            try:
                for piece in manner.streamed():
                    self.wfile.write(piece)
                    self.wfile.flush()
                    time.sleep(manner.pause)
            except OSError:
                manner.broken_off += 1

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=lambda: server.serve_forever(0.02), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/v1"
    finally:
        server.shutdown()
        server.server_close()
