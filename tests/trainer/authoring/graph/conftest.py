"""Scenarios to draw: those shipped, the smallest one, and a monster with more of everything than anybody writes."""

from __future__ import annotations

import pytest

from scenarios.load import load_text
from scenarios.model import Scenario
from tests.trainer.conftest import WRONG_KETTLE
from trainer.authoring.graph.model import Graph
from trainer.authoring.graph.telling import graph_of
from trainer.finding import scenario_named

SHIPPED = ("before-five", "sixty-four-scores", "three-mornings")
HOSTILE = "<script>alert('x')</script> & ]]> \"quoted\" `tick` #35; [x] {y} | 1. - end \U0001f621 محمد 王小明 "
LONG = (HOSTILE * 40)[:1990]


def monster() -> Scenario:
    """Forty facts, lines of two thousand characters, ties everywhere, and text that would like to be markup."""
    kettle = load_text(WRONG_KETTLE, "<test>").model_dump(mode="json")
    return Scenario.model_validate(
        {
            **kettle,
            "title": "W" * 1500,
            "customer": {**kettle["customer"], "name": HOSTILE, "opening": "W" * 2000, "wants": LONG},
            "concerns": [
                {
                    "id": f"concern-{n}-{'x' * 45}",
                    "what": LONG,
                    "hidden": n % 3 == 0,
                    "asks": [{"ask": f"{k} {HOSTILE}", "answered_by": f"fact-{(n * 7 + k * 3) % 40}", "uncomfortable": True} for k in range(3)],
                }
                for n in range(12)
            ],
            "facts": [{"id": f"fact-{n}", "true": f"{n} {LONG[:1900]}", "fault": "ours", "bad_news": True, "comes_out": n % 40 + 1} for n in range(40)],
            "misunderstandings": [{"id": f"mix-{n}", "thinks": LONG, "so": LONG, "cleared_if": ["so"]} for n in range(4)],
            "desk": {
                "actions": {
                    f"act-{n}": {
                        "what": LONG,
                        "gives": f"out-{n % 9}",
                        "tells": [f"fact-{(n * 5 + k) % 40}" for k in range(3)],
                        "needs": [f"act-{m}" for m in (n - 1, n - 7) if m >= 0 and n % 2],
                        "refused": LONG,
                    }
                    for n in range(30)
                }
            },
            "outcomes": {f"out-{n}": {"worth": n / 10, "what": LONG} for n in range(9)},
            "beats": [
                {"when": {"from_reply": n % 9 + 1, "anger_over": 5}, "says": f"{n} {LONG[:900]}", "concern": f"concern-{n * 4 % 12}-{'x' * 45}"}
                for n in range(23)
            ],
        }
    )


@pytest.fixture(scope="session", params=[*SHIPPED, "wrong-kettle", "monster"])
def graph(request: pytest.FixtureRequest) -> Graph:
    name = str(request.param)
    if name == "monster":
        return graph_of(monster())
    return graph_of(load_text(WRONG_KETTLE, "<test>") if name == "wrong-kettle" else scenario_named(name))
