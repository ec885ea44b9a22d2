"""Which file names a pack may hold: those that mean the same one file on every system, and nothing else anywhere.

A pack made on one system is unpacked on another, and a pack from a stranger is unpacked by this code, so both ends use
the same rule. No letter is refused for its alphabet.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

MAX_NAME = 160
MAX_PART = 100
MAX_PART_BYTES = 200
"""Most systems stop at 255 bytes, and some store a letter in three."""

_FORBIDDEN = re.compile(r'[<>:"|?*\\]')
_DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])\Z", re.IGNORECASE)


def why_not(name: str) -> str | None:
    """Why a name cannot be in a pack, or None when it can. Folders are parted by ``/``."""
    if not name or len(name) > MAX_NAME:
        return "its name is too long" if name else "it has no name"
    if name.startswith("/"):
        return "its name points outside the pack"
    if not all(letter.isprintable() for letter in name):
        return "its name holds an invisible character"
    if unicodedata.normalize("NFC", name) != name:
        return "its name is stored in a form that other systems change"
    return next((why for part in name.split("/") if (why := _why_not_part(part))), None)


def _why_not_part(part: str) -> str | None:
    if part in ("", ".", ".."):
        return "its name points outside the pack"
    if part.startswith("."):
        return "it is hidden"
    if _FORBIDDEN.search(part):
        return "its name holds a sign that file names cannot have everywhere"
    if part != part.strip() or part.endswith("."):
        return "its name begins with a space, or ends with a space or a dot"
    if len(part) > MAX_PART or len(part.encode("utf-8", "replace")) > MAX_PART_BYTES:
        return "its name is too long"
    if _DEVICE.match(part.split(".")[0].rstrip()):
        return "its name means a device on some systems"
    return None


def clashes(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names, or of their folders, that are one and the same on some system."""
    first: dict[str, str] = {}
    seen: set[str] = set()
    for name in names:
        *folders, _ = name.split("/")
        for depth in range(1, len(folders) + 1):
            folder = "/".join(folders[:depth])
            if (other := first.setdefault(_folded(folder), folder)) != folder:
                yield other, folder
        if (other := first.setdefault(_folded(name), name)) != name or name in seen:
            yield other, name
        seen.add(name)


def _folded(name: str) -> str:
    """Alike for names that a system without capitals, or with another form of Unicode, takes for one."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
