"""The tables of the records file and their version.

Four small tables: the scenario texts as they were when played, the attempts, their events in order, and the trainee's own
ratings. Bodies are JSON text, made ASCII by escapes so that any reply can be stored whatever characters it holds.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, MetaData, String, Table, Text

VERSION = 1
"""Raised whenever an older Coolhead could misread the file; it then refuses instead of guessing."""

metadata = MetaData()

meta = Table("meta", metadata, Column("name", String(40), primary_key=True), Column("value", Text, nullable=False))

scenarios = Table(
    "scenarios",
    metadata,
    Column("content", String(64), primary_key=True),  # hash of the content: one text however often it is played
    Column("body", Text, nullable=False),
)

attempts = Table(
    "attempts",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("number", Integer, nullable=False, unique=True),  # order of beginning; clocks may step back
    Column("scenario", String(200), nullable=False),
    Column("content", String(64), ForeignKey("scenarios.content"), nullable=False),
    Column("seed", String(40), nullable=False),  # text: a seed may be larger than 64 bits
    Column("intensity", String(20), nullable=False),
    Column("practice", Boolean, nullable=False),
    Column("began", String(32), nullable=False),  # UTC, ISO 8601
    Column("finished", String(32)),
    Column("scorecard", Text),
)

events = Table(
    "events",
    metadata,
    Column("attempt", String(32), ForeignKey("attempts.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("body", Text, nullable=False),
)

ratings = Table(
    "ratings",
    metadata,
    Column("attempt", String(32), ForeignKey("attempts.id"), primary_key=True),
    Column("body", Text, nullable=False),
)
