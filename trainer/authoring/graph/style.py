"""Colours and strokes of the SVG, by day and by night.

The hues are those of Okabe and Ito, which the colour-blind can tell apart, darkened to be read as words; every kind of line
has a stroke of its own as well, so that a grey print loses nothing. Colours stand in plain rules, not in variables,
because printing programs read only those. Paper is always light.
"""

from __future__ import annotations

from trainer.authoring.graph.boxes import SIZES
from trainer.authoring.graph.model import Bond, Kind, Manner

FONT = "'Helvetica Neue', Arial, 'Liberation Sans', 'Noto Sans', 'DejaVu Sans', sans-serif"
_INK, _SOFT, _PAPER, _CARD, _RULE = ("#1b1d21", "#eceef1"), ("#4b515a", "#b6bdc7"), ("#ffffff", "#15171b"), ("#f6f7f9", "#23272e"), ("#c3c8cf", "#4a515c")
"""By day, by night."""

_STRIPES: dict[Kind, tuple[str, str]] = {
    Kind.CUSTOMER: ("#3c424a", "#c9ced6"),
    Kind.MIX_UP: ("#b34700", "#ff9a57"),
    Kind.CONCERN: ("#8a2f6b", "#e39ac8"),
    Kind.FACT: ("#00609a", "#6fb9ea"),
    Kind.ACTION: ("#006b4f", "#4fc7a4"),
    Kind.OUTCOME: ("#8a6100", "#ecc04f"),
    Kind.BEAT: ("#8a2f6b", "#e39ac8"),
}
CLASSES: dict[Bond, str] = {
    Bond.ANSWERED_BY: "answered-by",
    Bond.TELLS: "tells",
    Bond.FIRST: "first",
    Bond.GIVES: "gives",
    Bond.BLOCKS: "blocks",
    Bond.BRINGS_UP: "brings-up",
}
_STROKES: dict[Bond, tuple[tuple[str, str], float, str]] = {
    Bond.ANSWERED_BY: (_STRIPES[Kind.FACT], 1.6, ""),
    Bond.TELLS: (_STRIPES[Kind.ACTION], 1.6, "7 4"),
    Bond.FIRST: (_SOFT, 2.0, "2 4"),
    Bond.GIVES: (_STRIPES[Kind.OUTCOME], 2.6, ""),
    Bond.BLOCKS: (_STRIPES[Kind.MIX_UP], 2.6, "12 4 3 4"),
    Bond.BRINGS_UP: (_STRIPES[Kind.CONCERN], 1.6, "14 5"),
}


def style_sheet() -> str:
    """All rules of the picture."""
    shapes = [
        f"text {{ font-family: {FONT} }}",
        ".title, .head, .name { font-weight: 700 }",
        ".spoken { font-style: italic }",
        *(f".{manner.value} {{ font-size: {size:g}px }}" for manner, size in SIZES.items()),
        ".card { stroke-width: 1 }",
        ".hidden .card { stroke-width: 1.8; stroke-dasharray: 6 4 }",
        ".line, .halo { fill: none; stroke-linejoin: round }",
        ".halo { stroke-width: 5 }",
        ".time { fill: none; stroke-width: 1.5 }",
        *(f".{CLASSES[bond]} .line {{ stroke-width: {wide:g}{'; stroke-dasharray: ' + dash if dash else ''} }}" for bond, (_, wide, dash) in _STROKES.items()),
    ]
    night = "\n".join(f"  {rule}" for rule in _colours(1))
    return "\n".join([*shapes, *_colours(0), f"@media screen and (prefers-color-scheme: dark) {{\n{night}\n}}", "@page { size: A4 landscape; margin: 8mm }"])


def _colours(by: int) -> list[str]:
    return [
        f".paper {{ fill: {_PAPER[by]} }}",
        f".halo {{ stroke: {_PAPER[by]} }}",
        f".card {{ fill: {_CARD[by]}; stroke: {_RULE[by]} }}",
        f".time {{ stroke: {_SOFT[by]} }}",
        f".time-dot, .{Manner.MARK.value}, .about, .key {{ fill: {_SOFT[by]} }}",
        f".title, .head, .{Manner.NAME.value}, .{Manner.PLAIN.value}, .{Manner.SPOKEN.value} {{ fill: {_INK[by]} }}",
        f".meter {{ fill: {_RULE[by]} }}",
        *(f".{kind.value} .stripe, .{kind.value} .worth {{ fill: {hue[by]} }}" for kind, hue in _STRIPES.items()),
        f".hidden .card {{ stroke: {_STRIPES[Kind.CONCERN][by]} }}",
        *(f".{CLASSES[bond]} .line {{ stroke: {hue[by]} }} .{CLASSES[bond]} .tip {{ fill: {hue[by]} }}" for bond, (hue, _, _) in _STROKES.items()),
    ]
