"""Letters as tall as four rows, for words that a whole room reads from one screen: a terminal cannot make its type larger by itself.

Each letter is five dots by seven at most, as on the displays of old tills; two dots stand in one cell, one above the other.
A text with a sign that is not here, or too long for its place, is not drawn at all: then it is better read in plain type.
"""

from __future__ import annotations

from functools import cache

ROWS = 4
"""Rows a line of letters takes."""
GAP, SPACE = 1, 3
"""Columns between two letters, and of a space."""

_SIGNS = (
    "!00005f0000 \"0007000700 #147f147f14 $242a7f2a12 %2313086462 &3649552250 '0000070000 (001c224100 )0041221c00 *14083e0814 +08083e0808 "
    ",0050300000 -0808080808 .0060600000 /2010080402 03e5149453e 100427f4000 24261514946 32141454b31 41814127f10 52745454539 63c4a494930 "
    "70171090503 83649494936 9064949291e :0036360000 ;0056360000 <0814224100 =1414141414 >0041221408 ?0201510906 @324979413e A7e1111117e "
    "B7f49494936 C3e41414122 D7f4141221c E7f49494941 F7f09090901 G3e4149497a H7f0808087f I00417f4100 J2040413f01 K7f08142241 L7f40404040 "
    "M7f020c027f N7f0408107f O3e4141413e P7f09090906 Q3e4151215e R7f09192946 S4649494931 T01017f0101 U3f4040403f V1f2040201f W3f4038403f "
    "X6314081463 Y0708700807 Z6151494543 [007f414100 \\0204081020 ]0041417f00 _4040404040 a2054545478 b7f48444438 c3844444420 d384444487f "
    "e3854545418 f087e090102 g0c5252523e h7f08040478 i00447d4000 j2040443d00 k7f10284400 l00417f4000 m7c04180478 n7c08040478 o3844444438 "
    "p7c14141408 q081414187c r7c08040408 s4854545420 t043f444020 u3c4040207c v1c2040201c w3c4030403c x4428102844 y0c5050503c z4464544c44 "
    "£487e494342 €143e554122"
)
"""A sign and its five columns, each a byte whose lowest bit is the topmost dot."""
_ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})
_HALVES = " ▀▄█"


def large(text: str, width: int, height: int) -> str | None:
    """The text in tall letters, within so many columns and rows; None where it does not fit, or cannot be drawn."""
    words = text.translate(_ALIKE).replace("…", "...").split()
    if not words or any(sign not in _drawn() for word in words for sign in word):
        return None
    lines: list[list[int]] = [[]]
    for word in words:
        columns = _columns(word)
        if len(columns) > width:
            return None
        if lines[-1] and len(lines[-1]) + SPACE + len(columns) > width:
            lines.append([])
        lines[-1] += ([0] * SPACE if lines[-1] else []) + columns
    drawn = ["\n".join(_row(line, row) for row in range(ROWS)) for line in lines]
    fits = (between.join(drawn) for between in ("\n\n", "\n") if len(lines) * ROWS + (len(lines) - 1) * (len(between) - 1) <= height)
    return next(fits, None)


@cache
def _drawn() -> dict[str, list[int]]:
    """Each sign as its columns, without the empty ones beside it."""
    found = {}
    for sign in _SIGNS.split(" "):
        columns = list(bytes.fromhex(sign[1:]))
        while not columns[0]:
            del columns[0]
        while not columns[-1]:
            del columns[-1]
        found[sign[0]] = columns
    return found


def _columns(word: str) -> list[int]:
    drawn = [_drawn()[sign] for sign in word]
    return [column for n, sign in enumerate(drawn) for column in (*([0] * GAP if n else ()), *sign)]


def _row(columns: list[int], row: int) -> str:
    return "".join(_HALVES[(column >> 2 * row) & 3] for column in columns).rstrip()
