"""The file a site's own rubric begins as: the shipped one, every line a remark, to be taken out of the remark where it is to differ."""

from __future__ import annotations

import re
from pathlib import Path

from scenarios.checks.tree import slug
from scenarios.problems import shown
from scoring.rubric import FILE, load_rubric

OPENING = """\
# A rubric of your own: it names only what differs from the one that ships with Coolhead.
#
# Below stands the whole shipped rubric, every line a remark. To change a value, take the '# ' away in front of its line
# and in front of the lines it hangs on: for a criterion its '- id:' and 'criteria:'. What stays a remark stays as shipped.
# You can change numbers and words. What a criterion does (earn, cost, cap, multiply) and its pool are its scorer's business.
# {{what}} and {{card}} are filled in from the call.
#
#   coolhead rubric check {file}     everything wrong, with its line
#   coolhead rubric diff {file}      what it changes on the typed calls beside the scenarios
#   coolhead rubric use {file}       judge by it on this computer
#
# Raise 'version' with every change: it stands in every scorecard, and scores under two versions are never compared.
based_on: {base}
version: {version}
"""


def begun(file: Path) -> str:
    """The text to begin ``file`` with."""
    shipped = FILE.read_text(encoding="utf-8")
    _, _, rest = shipped.partition(f"version: {load_rubric().version}\n")
    remarks = [f"# {line}".rstrip() if line else "" for line in rest.splitlines()]
    return OPENING.format(file=shown(file.name, 60), base=load_rubric().version, version=_version(file)) + "\n".join(remarks) + "\n"


def _version(file: Path) -> str:
    """A first version named after the file."""
    name = re.sub(r"-\d+$", "", slug(file.stem))[:30].strip("-") or "ours"
    return f"{'ours' if load_rubric().version.startswith(f'{name}-') else name}-1"
