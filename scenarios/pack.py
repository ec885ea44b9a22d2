"""What a pack says about itself: the file ``pack.yaml`` in a folder of scenarios that is handed on as a whole."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import StringConstraints

from scenarios.beside import read_text
from scenarios.check import has_errors
from scenarios.checks.shape import validate
from scenarios.model import Id, Strict
from scenarios.problems import Code, Problem, fault
from scenarios.shelf import OWN_PACK, shipped_packs
from scenarios.yaml_source import read_source

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]

TAKEN = (OWN_PACK, "voices")
"""Folder names that already mean something where packs are installed."""


class PackInfo(Strict):
    """Who made a pack, what it is called, and what others may do with it."""

    pack: Id
    """its id, and the name of the folder it is installed in"""
    title: Words
    """what the list of scenarios calls it"""
    version: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]
    """in any form: ``2``, ``1.4``, ``spring 2026``"""
    author: Words
    licence: Words
    """what others may do with it, in words"""
    made_with: Annotated[str, StringConstraints(strip_whitespace=True, max_length=40)] = ""
    """the version of Coolhead it was made with"""


def examine_pack(text: str, name: str) -> tuple[PackInfo | None, list[Problem]]:
    """What the file says, if its values have the right shape, and all problems."""
    source = read_source(text, name)
    found, problems = validate(source, PackInfo)
    problems = [*source.problems, *problems]
    if found and found.pack in (*TAKEN, *shipped_packs()):
        problems.append(fault(Code.BAD_ID, name, source.at(("pack",)), f"The id '{found.pack}' is kept for Coolhead itself.", "Choose another one."))
    return found, problems


def check_pack_file(path: Path) -> list[Problem]:
    """Everything wrong with a ``pack.yaml``."""
    text = read_text(path)
    return [text] if isinstance(text, Problem) else examine_pack(text, str(path))[1]


def pack_info(path: Path) -> PackInfo | None:
    """What a ``pack.yaml`` says; None where there is none or it has faults."""
    text = read_text(path)
    if isinstance(text, Problem):
        return None
    found, problems = examine_pack(text, str(path))
    return None if has_errors(problems) else found
