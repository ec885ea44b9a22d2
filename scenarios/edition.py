"""Which of the ways a file can be played was played: a file with variants, openings or translations holds more than one scenario.

It stands in the header of a transcript, so that resuming, rewinding and scoring rebuild the very call, and on the scenario
itself, so that two ways of playing one file never pass for the same content.
"""

from __future__ import annotations

import json
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, SerializerFunctionWrapHandler, model_serializer

from scenarios.model import Scenario


class Edition(BaseModel):
    """One way to play a file. What is None was not a choice in that file."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    row: Annotated[int, Field(ge=1)] | None = None
    """the row of ``variants``, from 1"""
    opening: Annotated[int, Field(ge=1)] | None = None
    """the opening of ``call_back``, from 1"""
    language: str | None = None
    """the language its words were put into"""
    whole: str = ""
    """hash of everything the file holds, whichever row is played"""

    @model_serializer(mode="wrap")
    def _chosen(self, written: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {key: value for key, value in written(self).items() if value is not None}


class Played(Scenario):
    """A scenario out of a file that can be played in more ways than one."""

    edition: Edition


def edition_of(scenario: Scenario) -> Edition | None:
    """Which way this scenario is; None where its file holds only one."""
    return scenario.edition if isinstance(scenario, Played) else None


def with_edition(scenario: Scenario, edition: Edition) -> Played:
    """The scenario, marked as one way of several."""
    fields = {name: getattr(scenario, name) for name in Scenario.model_fields}
    return Played.model_validate({**fields, "edition": edition})


def scenario_from_json(text: str) -> Scenario:
    """A scenario as ``model_dump_json`` wrote it, edition and all. Raises ValueError."""
    held = json.loads(text)
    kind = Played if isinstance(held, dict) and "edition" in held else Scenario
    return kind.model_validate_json(text)
