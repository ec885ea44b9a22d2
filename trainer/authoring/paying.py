"""A cheat may settle calls where the customer is calm enough; what it pays for that, in a sentence, so that nobody takes it for a way round the scores."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.authoring.hardness import PLAIN
from trainer.authoring.simulation import CLEARLY, PlayerReport, Simulation
from trainer.players.roster import CHEATS

OFTEN = 0.25
"""The share of calls settled from which a reader of the report would wonder."""
_WHY = {"giver-away": "takes what is given unasked"}


def payments(report: Simulation) -> Iterator[str]:
    """A sentence for each cheat that settles calls often."""
    plain = report.by_player.get(PLAIN)
    for row in report.players:
        if plain and row.player in CHEATS and row.settled >= OFTEN:
            yield _payment(row, plain, report)


def _payment(row: PlayerReport, plain: PlayerReport, report: Simulation) -> str:
    pairs = [(name, value, honest) for name, honest in plain.scores.items() if (value := row.scores[name]) is not None and honest is not None]
    less = [f"{name} {value:.0f} ({honest:.0f})" for name, value, honest in pairs if value < honest - CLEARLY]
    same = [f"{name} {value:.0f} ({honest:.0f})" for name, value, honest in pairs if value >= honest - CLEARLY]
    paid = f"Its scores pay for that, beside the plain rep's in brackets: {', '.join(less)}." if less else "Its scores pay nothing for that."
    kept = f" No less: {', '.join(same)}." if same and less else ""
    money = f" It gives away {row.given:.2f} {report.currency} a call, the plain rep {plain.given:.2f}." if row.given > plain.given else ""
    return f"The {row.player} settles {row.settled:.0%}, for this customer {_WHY.get(row.player, 'settles for little')}. {paid}{kept}{money}"
