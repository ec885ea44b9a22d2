"""What every page that is handed on shares: its head and style, tables, and words made safe. Self-contained, no script, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from trainer.text import safe_line

STYLE = """
body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.5rem}h2{font-size:1.25rem;margin-top:2.5rem;border-top:1px solid #999;padding-top:1rem}h3{font-size:1rem;margin:1.2rem 0 .3rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.25rem .6rem .25rem 0;border-bottom:1px solid #ddd}
p,blockquote{margin:.4rem 0}blockquote{padding-left:.8rem;border-left:3px solid #999}
.small{font-size:.875rem;color:#444}
@media print{body{margin:0;max-width:none}h2{break-before:page}h2.first{break-before:auto}tr,blockquote{break-inside:avoid}}
""".strip()

HEAD = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title><style>
{style}
</style></head><body>
<h1>{title}</h1>
"""

FOOT = "</body></html>"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of words, every one made safe."""
    lines = ["".join(f"<td>{safe(cell)}</td>" for cell in row) for row in rows]
    return f"<table><thead><tr>{''.join(f'<th scope=col>{safe(cell)}</th>' for cell in head)}</tr></thead><tbody>{''.join(f'<tr>{line}</tr>' for line in lines)}</tbody></table>"


def safe(text: str) -> str:
    """Words as they may stand on a page, whoever wrote them."""
    return escape(safe_line(text))


def figure(value: float | None) -> str:
    """A score as it is shown."""
    return "not scored" if value is None else f"{value:.0f}"
