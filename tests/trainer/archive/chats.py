"""Chats for tests of scoring at scale: short, and each another."""

from __future__ import annotations

import json
from pathlib import Path


def chat(number: int) -> dict[str, object]:
    """A chat of three turns."""
    return {
        "id": f"chat-{number}",
        "turns": [
            {"who": "customer", "text": f"Where is my order {4400 + number}? It is {number + 2} days late."},
            {"who": "rep", "text": "Calm down." if number % 3 == 0 else f"Order {4400 + number} is late and that is our fault. I am looking at it now."},
            {"who": "customer", "text": "Fine."},
        ],
    }


def lines(numbers: range) -> str:
    """JSON lines of chats."""
    return "".join(json.dumps(chat(number)) + "\n" for number in numbers)


def archive(folder: Path) -> Path:
    """A folder of folders: JSON lines with a torn chat in the middle, a log, a bad log, and what is no chat at all."""
    (folder / "b" / "deep").mkdir(parents=True)
    (folder / "a.jsonl").write_text(lines(range(3)) + '{"turns": [\n' + lines(range(3, 6)))
    (folder / "b" / "bad.txt").write_text("Customer: hello\nRobot: beep\n")
    (folder / "b" / "deep" / "one.log").write_text("Customer: Where is it?\nRep: It left this morning.\n")
    (folder / "b" / "list.json").write_text(json.dumps([chat(6), chat(7)]))
    (folder / "notes.pdf").write_bytes(b"%PDF")
    (folder / ".hidden.jsonl").write_text("nonsense")
    return folder
