"""The debrief sheet of a room: one page or two to print and hand round, as HTML without script or as plain text.

Only the case, the scores, what to take from it and the moments worth talking about stand in it; every word is escaped.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from trainer.errors import PrerequisiteError, UsageError
from trainer.exporting.page import FOOT, HEAD, STYLE, safe
from trainer.given_names import without
from trainer.room.discussed import Discussed, discussed, left_out, lines_of
from trainer.room.review import Review
from trainer.room.telling import about, head_sections
from trainer.text import safe_line, safe_text

ENDINGS = (".html", ".htm", ".txt")
OWN_STYLE = """
body{font-size:.92rem;line-height:1.4}h2{font-size:1.05rem;margin:1.1rem 0 .3rem;padding-top:.5rem;break-before:auto!important;break-after:avoid}
li{margin:.25rem 0}ol,ul{margin:.3rem 0;padding-left:1.4rem}.sent{font-weight:600}.ask{border:1px solid #666;padding:.35rem .6rem}
section{break-inside:avoid}@media print{@page{size:A4;margin:14mm}body{font-size:9.5pt;padding:0}}
""".strip()


def as_html(review: Review) -> str:
    """The page."""
    title = f"Debrief sheet: {safe_line(review.scenario.title)}"
    (_, case), *head = head_sections(review)
    told = discussed(review)
    parts = [HEAD.format(title=safe(title), style=f"{STYLE}\n{OWN_STYLE}"), *map(_p, case)]
    parts += [_list(title, (line.strip() for line in lines)) for title, lines in head]
    parts += map(_moment, told)
    parts += [_p(line, "small") for line in (left_out(review, told), about(review)) if line]
    return without(review.names, "\n".join([*parts, FOOT])) + "\n"


def as_text(review: Review) -> str:
    """The same as plain lines."""
    told = discussed(review)
    blocks = [
        *head_sections(review),
        *((one.title, lines_of(one)) for one in told),
        ("About this sheet", filter(None, (left_out(review, told), about(review)))),
    ]
    return "\n\n".join(safe_text("\n".join((title, *own))) for title, lines in blocks if (own := [without(review.names, line) for line in lines])) + "\n"


def write_sheet(review: Review, out: Path) -> Path:
    """Write the sheet, whole or not at all, and never in the place of another file. Its form is the one its ending says.

    Raises UsageError for a file that is there already or another ending, PrerequisiteError where it cannot be written.
    """
    if out.suffix.lower() not in ENDINGS:
        raise UsageError(f"The sheet cannot be written as {safe_line(out.name, 80)}.", "Name a file that ends in .html or .txt")
    text = as_text(review) if out.suffix.lower() == ".txt" else as_html(review)
    try:
        with out.open("x", encoding="utf-8", errors="replace") as stream:
            stream.write(text)
    except FileExistsError as error:
        raise UsageError(f"There is a file {safe_line(str(out))} already.", "Name another.") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "its name cannot be used"
        raise PrerequisiteError(f"{safe_line(str(out))} cannot be written: {reason}.", "Name another file.") from error
    return out


def sheet_folder() -> Path:
    """Where a sheet goes that nobody named a place for: the folder one stands in, or one's own documents where that is the program's or takes no files."""
    here = Path.cwd()
    own = (Path(__file__).resolve().parents[2], Path(sys.prefix).resolve())
    if os.access(here, os.W_OK) and not any(here.resolve().is_relative_to(root) for root in own):
        return here
    import platformdirs

    documents = platformdirs.user_documents_path()
    return documents if documents.is_dir() else Path.home()


def usual_name(review: Review, folder: Path) -> Path:
    """A name for the sheet that no file in this folder has."""
    stem = f"room-{review.scenario.scenario[:60]}-{review.began.astimezone():%Y-%m-%d}"
    names = (folder / f"{stem}{f'-{n}' if n > 1 else ''}.html" for n in range(1, 1000))
    return next(name for name in names if not name.exists())


def _moment(one: Discussed) -> str:
    rest = "".join(_p(line) for line in (one.came, one.better) if line)
    return (
        f"<section><h2>{safe(one.title)}</h2><blockquote>{safe(one.line)}</blockquote>"
        f"<p>Sent: <span class=sent>{safe(one.sent)}</span></p>{rest}<p class=ask>To talk about: {safe(one.question)}</p></section>"
    )


def _list(title: str, lines: Iterable[str]) -> str:
    """A heading with its lines; nothing where there are none."""
    items = "".join(f"<li>{safe(line)}</li>" for line in lines)
    return f"<section><h2>{safe(title)}</h2><ul>{items}</ul></section>" if items else ""


def _p(text: str, kind: str = "") -> str:
    return f"<p{f' class={kind}' if kind else ''}>{safe(text)}</p>"
