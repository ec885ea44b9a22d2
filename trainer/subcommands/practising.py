"""The commands of the forms of practice: names, options and help. Each opens its form in the view asked for, or tells its results."""

from __future__ import annotations

import typer

practising = typer.Typer(rich_markup_mode=None)
"""Joined to the commands of ``coolhead`` under their own names."""
