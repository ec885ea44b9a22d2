"""Makes the moving picture of the README: pictures of a sitting, one after the other, in one SVG that plays by itself.

Nothing but style rules moves it, so it plays wherever an SVG is shown as a picture. Used by ``docs/screenshots.py``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

HOLD = 3.2
"""Seconds each picture stands."""


def moving(pictures: Sequence[str]) -> str:
    """One SVG of several of the same size, each shown in its turn, over and over."""
    size = re.search(r'viewBox="([^"]+)"', pictures[0])
    assert size, "pictures come with their size"
    share, whole = 100 / len(pictures), HOLD * len(pictures)
    rules = [f"@keyframes shown {{ 0% {{ visibility: visible }} {share:.3f}%, 100% {{ visibility: hidden }} }}"]
    rules += [f".picture {{ visibility: hidden; animation: shown {whole:.1f}s step-end infinite }}"]
    rules += [f".picture-{n} {{ animation-delay: {n * HOLD:.1f}s }}" for n in range(len(pictures))]
    rules += ["@media (prefers-reduced-motion) { .picture { animation: none } .picture-0 { visibility: visible } }"]
    frames = [f'<g class="picture picture-{n}">{_apart(picture, n)}</g>' for n, picture in enumerate(pictures)]
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{size[1]}"><style>{" ".join(rules)}</style>{"".join(frames)}</svg>\n'


def _apart(picture: str, number: int) -> str:
    """A picture whose names are its own, so that no style of one reaches another."""
    return re.sub(r"\bterminal(-[\w-]+)?", lambda found: f"frame{number}{found[1] or ''}", picture)
