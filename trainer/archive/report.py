"""A page to read for a quality team: how each score spreads, what cost most and in which words, and the chats.

It stands alone: no script, nothing fetched, and every word of a stranger is shown as text. However many chats there are, it
stays a page that opens: past a couple of thousand it lists those that stand out. It never adds scores up and ranks nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from scoring.rubric import load_rubric
from scoring.scores import DIMENSIONS, Dimension
from trainer.archive.outputs import whole_file
from trainer.archive.summing import HIGHEST, LOWEST, Cost, Spread, Summary, name_of, row_at, summed
from trainer.archive.tables import harms_in
from trainer.text import safe_line
from trainer.words import count

DEAREST = 15
"""Rules told."""
MOST_EVIDENCE = 40
"""Rows of evidence unfolded for one chat and score."""
_CSS = Path(__file__).with_name("report.css")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write_report(lines: Path, to: Path) -> None:
    """The report on a results file."""
    found = summed(lines)
    with whole_file(to) as file:
        for part in _page(found, lines):
            file.write(part + "\n")


def _page(found: Summary, lines: Path) -> Iterator[str]:
    title = f"Scores of {_many(found.chats - found.faulty, 'chat')}"
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n<title>{title}</title>'
    yield f"<style>\n{_CSS.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>"
    yield "<p>Every chat has four scores, and on purpose no total. Each point rests on words that are quoted here. The scores say what the sentences did, not who is good: with few chats to a person, nobody can be compared by them.</p>"
    yield f'<p class="soft">Judged by the rubric {_listed(found.rubrics)}. Read by {_listed(found.readers)}.</p>'
    yield from _spreads(found)
    yield from _costs(found)
    yield from _endings(found)
    yield from _faults(found)
    yield from _chats(found, lines)
    yield "</main>\n</body>\n</html>"


def _spreads(found: Summary) -> Iterator[str]:
    yield '<h2>How the scores spread</h2>\n<div class="spreads">'
    for dimension in DIMENSIONS:
        spread, rules = found.spreads[dimension], load_rubric().dimensions[dimension]
        yield f'<section>\n<h3>{_text(rules.title)}</h3>\n<p class="soft">{_text(rules.about)}</p>\n<p>{_in_words(spread)}</p>'
        if spread.scored:
            yield from _bands(spread)
        yield "</section>"
    yield "</div>"


def _in_words(spread: Spread) -> str:
    said = []
    if spread.scored:
        said.append(f"The middle chat has {spread.at(0.5)}; half of all lie from {spread.at(0.25)} to {spread.at(0.75)}.")
    said += [f"Not scored in {_many(chats, 'chat')}: {_text(why)}" for why, chats in spread.why_not.most_common(3)]
    return " ".join(said) or "No chat."


def _bands(spread: Spread) -> Iterator[str]:
    bands = spread.bands()
    yield '<table>\n<caption>Chats in each ten points</caption>\n<thead><tr><th scope="col">Points</th><th scope="col" class="n">Chats</th><td></td></tr></thead>\n<tbody>'
    for low, chats in zip(range(0, 100, 10), bands, strict=True):
        width = 100 * chats / max(bands)
        bar = f'<span class="bar" style="width:{width:.1f}%"></span>' if chats else ""
        yield f'<tr><th scope="row">{low} to {low + 9 if low < 90 else 100}</th><td class="n">{chats:,}</td><td>{bar}</td></tr>'
    yield "</tbody>\n</table>"


def _costs(found: Summary) -> Iterator[str]:
    yield "<h2>What cost most</h2>"
    costs = found.dearest(DEAREST)
    if not costs:
        yield "<p>Nothing.</p>"
        return
    listed = {number for number, _ in found.listed()}
    scored = found.chats - found.faulty
    yield "<ol>"
    for cost in costs:
        yield f"<li>{_cost(cost, scored, listed)}</li>"
    yield "</ol>"


def _cost(cost: Cost, scored: int, listed: set[int]) -> str:
    criterion = load_rubric().criterion(cost.rule)
    title = load_rubric().dimensions[criterion.dimension].title
    each = -cost.points / max(1, cost.times)
    quotes = "".join(f"<li>{_quote(quote.who, quote.words)} {_link(quote.number, quote.name, listed)}</li>" for quote in cost.quotes)
    where = f"In {_many(cost.chats, 'chat')} of {scored:,}, {each:.0f} points each time. {_text(title)}, rule {cost.rule}."
    return f'<strong>{_text(criterion.shown)}</strong><br><span class="soft">{where}</span>' + (f"\n<ul>{quotes}</ul>" if quotes else "")


def _link(number: int, name: str, listed: set[int]) -> str:
    shown = _text(name)
    return f'<a class="name" href="#chat-{number}">{shown}</a>' if number in listed else f'<span class="soft name">{shown}</span>'


def _endings(found: Summary) -> Iterator[str]:
    yield "<h2>How the chats ended</h2>\n<ul>"
    yield from (f"<li>{_text(word).capitalize()}: {_many(chats, 'chat')}</li>" for word, chats in found.outcomes.most_common())
    yield "</ul>"


def _faults(found: Summary) -> Iterator[str]:
    if not found.faulty:
        return
    yield f"<h2>{_many(found.faulty, 'chat')} could not be read</h2>\n<ul>"
    yield from (f'<li><span class="name">{_text(name)}</span>: {_text(said)}</li>' for name, said in found.faults)
    yield "</ul>"
    if found.faulty > len(found.faults):
        yield f"<p>And {found.faulty - len(found.faults):,} more.</p>"


def _chats(found: Summary, lines: Path) -> Iterator[str]:
    yield "<h2>The chats</h2>"
    if found.whole:
        yield "<p>All of them, by their lowest score, then by the next lowest.</p>"
    else:
        yield f"<p>The {LOWEST} whose lowest score is lowest, then the {HIGHEST} whose lowest score is highest. The others stand in the CSV and JSON lines.</p>"
    heads = "".join(f'<th scope="col" class="n">{_text(load_rubric().dimensions[d].title)}</th>' for d in DIMENSIONS)
    yield '<table class="chats">\n<caption>Scores from 0 to 100; a dash where there was nothing to judge. Harms are words that hurt or mislead.</caption>'
    yield f'<thead><tr><th scope="col">Chat</th>{heads}<th scope="col" class="n">Harms</th></tr></thead>'
    for number, offset in found.listed():
        yield from _chat(row_at(lines, offset), number)
    yield "</table>"


def _chat(row: dict[str, Any], number: int) -> Iterator[str]:
    figures = "".join(f'<td class="n">{_figure(row["scores"][d]["value"])}</td>' for d in DIMENSIONS)
    yield f'<tbody id="chat-{number}">\n<tr><th scope="row" class="name">{_text(name_of(row))}</th>{figures}<td class="n">{harms_in(row)}</td></tr>'
    yield f'<tr><td colspan="{len(DIMENSIONS) + 2}"><details><summary>What earned and cost points</summary>'
    for dimension in DIMENSIONS:
        yield from _evidence(row, dimension)
    yield "</details></td></tr>\n</tbody>"


def _evidence(row: dict[str, Any], dimension: Dimension) -> Iterator[str]:
    score = row["scores"][dimension]
    yield f"<h3>{_text(load_rubric().dimensions[dimension].title)}: {_figure(score['value'])}</h3>"
    if score["value"] is None:
        yield f"<p>{_text(score['why_not'] or '')}{' This was found all the same:' if score['evidence'] else ''}</p>"
    if not score["evidence"]:
        return
    yield "<ul>"
    pairs = list(zip(score["evidence"], row["quotes"][dimension], strict=False))
    places = row.get("places", {}).get(dimension) or [""] * len(pairs)  # rows written before have none
    for (item, quote), where in zip(pairs[:MOST_EVIDENCE], places, strict=False):
        kind = ' class="lost"' if item["points"] < 0 else ""
        points = f"<span{kind}>{item['points']:+.0f}</span>" if round(item["points"]) else "0"
        stands = f'<span class="soft">{_text(where[:1].upper() + where[1:])}.</span>' if where else ""
        yield f"<li>{points} {_text(item['says'])} {_quote(*quote)} {stands}</li>"
    yield "</ul>"
    if len(pairs) > MOST_EVIDENCE:
        yield f"<p>And {len(pairs) - MOST_EVIDENCE} more.</p>"


def _quote(who: str, words: str) -> str:
    return f'<span class="soft">{_text(who).capitalize()}:</span> <q>{_text(words)}</q>' if words else ""


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.0f}"


def _many(number: int, one: str) -> str:
    return count(number, one).replace(str(number), f"{number:,}", 1)


def _listed(counter: Counter[str]) -> str:
    return _text(", ".join(word for word, _ in counter.most_common(5) if word) or "nobody")


def _text(words: str) -> str:
    """A stranger's words as text and nothing else."""
    return escape(safe_line(words))
