"""Makes text from outside safe to print: the only door by which a stranger's words reach a terminal.

Scenario files, replies, pasted text and foreign transcripts may hold terminal escapes, control characters, lone
surrogates or direction overrides. Here they become visible and harmless; words, emoji and right-to-left letters pass
unchanged. Both the full-screen view and the plain one print through it. Markup is not touched: views print literally.
"""

from __future__ import annotations

import re

_DIRECTION = {
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
}
"""Characters that turn the reading direction of what follows; shown by name so that nothing can be dressed up as something else."""

_UNSEEN = (0x00AD, 0x200B, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xFEFF, 0xFFF9, 0xFFFA, 0xFFFB)
"""Characters with no width and no meaning in a chat; the joiners that emoji and Persian need are not among them."""

_TABLE: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(32)},
    **{code: f"‹{code:02X}›" for code in range(0x80, 0xA0)},
    **{code: f"‹{name}›" for code, name in _DIRECTION.items()},
    **dict.fromkeys(_UNSEEN, ""),
    0x7F: "␡",
    0x09: "    ",
    0x0A: "\n",
    0x85: "\n",
    0x2028: "\n",
    0x2029: "\n",
}

_SURROGATE = re.compile("[\ud800-\udfff]")
_PILED = re.compile("([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff]{4})[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff]+")
"""More than four marks on one letter are decoration that spills over the lines above and below."""


def safe_text(text: str) -> str:
    """The text with line breaks kept and everything a terminal could obey made visible. Applying it twice changes nothing more."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE)
    return _PILED.sub(r"\1", _SURROGATE.sub("\ufffd", plain))


def safe_line(text: str, limit: int = 0) -> str:
    """The text on one line, its white space squeezed; with a limit, cut there and ended by an ellipsis."""
    line = " ".join(safe_text(text).split())
    return line if not limit or len(line) <= limit else line[: max(0, limit - 1)].rstrip() + "…"
