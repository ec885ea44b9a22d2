"""The tables of the records file and their version.

Seven small tables: the scenario texts as they were when played, the attempts, their events in order, the trainee's own
ratings, what people remarked on an attempt afterwards, and the practices that are not one call (a set of drills, a shift, a
room) with what happened in them. A branch (a call taken again from some turn on) is an attempt
with a parent: the tree of tries hangs on the first, which is the one that counts. Bodies are JSON text, made ASCII by
escapes so that any reply can be stored whatever characters it holds.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, MetaData, String, Table, Text

VERSION = 3
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
    Column("parent", String(32), ForeignKey("attempts.id")),  # the try it branches from; none for a first try
    Column("parent_turn", Integer),  # the rep's turn that was taken again
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

remarks = Table(
    "remarks",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("attempt", String(32), ForeignKey("attempts.id"), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("made", String(32), nullable=False),  # UTC, ISO 8601
    Column("body", Text, nullable=False),
)

practices = Table(
    "practices",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("number", Integer, nullable=False, unique=True),  # order of beginning
    Column("kind", String(20), nullable=False),
    Column("began", String(32), nullable=False),  # UTC, ISO 8601
    Column("finished", String(32)),
    Column("body", Text, nullable=False),  # what it was begun with
)

practice_steps = Table(
    "practice_steps",
    metadata,
    Column("practice", String(32), ForeignKey("practices.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("made", String(32), nullable=False),  # UTC, ISO 8601
    Column("kind", String(20), nullable=False),
    Column("body", Text, nullable=False),
)

ADDED = {
    2: (
        "ALTER TABLE attempts ADD COLUMN parent VARCHAR(32) REFERENCES attempts (id)",
        "ALTER TABLE attempts ADD COLUMN parent_turn INTEGER",
    ),
    3: (),  # only new tables
}
"""What brings a file of an older version up to each later one; new tables are made beside it."""
