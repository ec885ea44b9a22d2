"""Who this customer stays for the whole call: numbers given by the author, the rest drawn once from the seed."""

from __future__ import annotations

from dataclasses import dataclass

from scenarios.model import Customer
from trainer.engine.draws import between

FAILED_CONTACT = 5.0
"""Points of anger gained and of trust lost for every earlier contact that went wrong."""

HOTTEST_START, LEAST_TRUST = 85.0, 5.0
"""However often they were let down, the rep gets a first sentence before the customer goes."""

RANGES = {
    "reactivity": (0.7, 1.4),
    "forgiveness": (0.6, 1.3),
    "patience": (0.75, 1.4),
    "empathy_need": (0.3, 1.0),
    "bar": (0.58, 0.70),
    "severity": (30.0, 80.0),
}
STARTS = {"anger": (55.0, 80.0), "trust": (25.0, 50.0), "heard": (5.0, 5.0), "hope": (10.0, 30.0), "patience": (100.0, 100.0)}
"""Where feelings start when neither author nor voice says."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A persona with nothing left open; see ``scenarios.model.Persona`` for what each number means."""

    reactivity: float
    forgiveness: float
    patience: float
    empathy_need: float
    bar: float
    severity: float

    @property
    def rest(self) -> float:
        """The anger they drift towards while nothing is solved."""
        return 20.0 + 0.3 * self.severity

    @property
    def floor(self) -> float:
        """The anger that no words get below while nothing is solved: nice but helpless cannot win."""
        return 15.0 + 0.25 * self.severity


def drawn(customer: Customer, seed: int) -> Drawn:
    """The persona of this call."""
    given = customer.persona

    def value(name: str) -> float:
        stated: float | None = getattr(given, name)
        low, high = RANGES[name]
        return stated if stated is not None else between(low, high, seed=seed, turn=0, purpose=f"persona.{name}")

    return Drawn(*(value(name) for name in RANGES))


def start_of(customer: Customer, seed: int) -> tuple[float, float, float, float, float]:
    """Anger, trust, heard, hope and patience at the opening."""

    def value(name: str) -> float:
        stated: float | None = getattr(customer.temper, name)
        low, high = STARTS[name]
        return stated if stated is not None else between(low, high, seed=seed, turn=0, purpose=f"start.{name}")

    let_down = FAILED_CONTACT * customer.failed_contacts
    anger, trust = value("anger"), value("trust")
    if let_down:
        anger = max(anger, min(anger + let_down, HOTTEST_START))
        trust = min(trust, max(trust - let_down, LEAST_TRUST))
    return anger, trust, value("heard"), value("hope"), value("patience")
