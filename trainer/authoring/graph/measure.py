"""How wide words are, and where their lines break, without asking any font.

The widths are those of DejaVu Sans, the widest of the typefaces the picture asks for: in any other the words come out
narrower, never wider, so that what fits here fits everywhere.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_BY_WIDTH = {
    0.29: "'ijlìíîï",
    0.32: " ,.I·‘’\u00a0",
    0.34: "/:;\\|",
    0.42: "f-()[]t!r",
    0.46: '"',
    0.53: "*_`–“”sz°",
    0.58: "?cçkFL",
    0.62: "vxyoaeTYP«»èéêëàáâãäåòóôõöÿý",
    0.64: "hnuñSbdgpqEßùúûüÈÉÊË$0123456789{}€£",
    0.70: "KAVXZBRCÀÁÂÃÄÅÇ",
    0.79: "UNHDOGQ&ÙÚÛÜÑÒÓÔÕÖØ",
    0.84: "w#+<=>^~×÷",
    1.00: "Mm%W@—…æÆ©®½¼¾",
}
_WIDTHS = {letter: width for width, letters in _BY_WIDTH.items() for letter in letters}
_OTHER, _WIDE, _ODD = 0.8, 1.05, 1.25
"""Of a letter of another alphabet, of a full-width one, and of what is no letter at all (signs, emoji)."""
BOLD = 1.15
"""How much wider bold words are."""
ELLIPSIS = "…"


@lru_cache(maxsize=4096)
def _letter(letter: str) -> float:
    if (known := _WIDTHS.get(letter)) is not None:
        return known
    kind = unicodedata.category(letter)
    if kind in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return _WIDE if kind == "Lo" else _ODD
    return _OTHER if kind[0] in "LMN" else _ODD


def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """The most room the words take at this size."""
    return sum(map(_letter, words)) * size * (BOLD if bold else 1)


def wrap(words: str, room: float, size: float, *, bold: bool = False, lines: int = 0) -> tuple[str, ...]:
    """The words broken into lines no wider than ``room``; with a limit of lines, the last one ends in an ellipsis."""
    found: list[str] = []
    line = ""
    for word in words.split():
        pieces = _pieces(word, room, size, bold=bold)
        for place, piece in enumerate(pieces):
            longer = f"{line} {piece}" if line and not place else piece
            if line and (place or width_of(longer, size, bold=bold) > room):
                found.append(line)
                line = piece
            else:
                line = longer
        if lines and len(found) >= lines:
            return (*found[: lines - 1], _cut(found[lines - 1], room, size, bold=bold))
    return (*found, line) if line else tuple(found)


def _pieces(word: str, room: float, size: float, *, bold: bool) -> list[str]:
    """A word too wide for a line of its own, in pieces that are not."""
    pieces, piece, wide = [], "", 0.0
    for letter in word:
        more = width_of(letter, size, bold=bold)
        if piece and wide + more > room:
            pieces.append(piece)
            piece, wide = "", 0.0
        piece, wide = piece + letter, wide + more
    return [*pieces, piece]


def _cut(line: str, room: float, size: float, *, bold: bool) -> str:
    """The line with an ellipsis at its end, shortened where there is no room for it."""
    kept = line
    while kept and width_of(kept + ELLIPSIS, size, bold=bold) > room:
        kept = kept[:-1]
    return kept.rstrip(" ,;:.·") + ELLIPSIS
