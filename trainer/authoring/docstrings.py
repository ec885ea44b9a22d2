"""The sentences that stand in the source under the fields of a class, read only when somebody asks for them.

Pydantic could collect them itself, but then every start of the program would parse the model's source again.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType


@cache
def under_fields(owner: type) -> Mapping[str, str]:
    """What is said of each field or member of a class; those without a sentence are left out. Code marks (``) are dropped to single ones."""
    body = ast.parse(textwrap.dedent(inspect.getsource(owner))).body[0]
    assert isinstance(body, ast.ClassDef)
    said: dict[str, str] = {}
    for field, after in zip(body.body, body.body[1:], strict=False):
        name = _name(field)
        if name and isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) and isinstance(after.value.value, str):
            said[name] = plain(after.value.value)
    return MappingProxyType(said)


def plain(docstring: str) -> str:
    """A docstring as one line for an author."""
    return " ".join(docstring.split()).replace("``", "`")


def _name(statement: ast.stmt) -> str:
    target = statement.target if isinstance(statement, ast.AnnAssign) else statement.targets[0] if isinstance(statement, ast.Assign) else None
    return target.id if isinstance(target, ast.Name) else ""
