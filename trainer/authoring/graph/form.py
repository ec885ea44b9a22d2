"""The forms a picture is written in, and the file names each goes by."""

from __future__ import annotations

from enum import StrEnum


class Form(StrEnum):
    """How ``coolhead graph`` writes."""

    SVG = "svg"
    MERMAID = "mermaid"

    @property
    def suffixes(self) -> tuple[str, ...]:
        """What its files end in, the usual one first."""
        return (".svg",) if self is Form.SVG else (".mmd", ".mermaid")
