"""Remedies put to the customer: which desk action or outcome a stretch offers, and for how much."""

from __future__ import annotations

import re
from decimal import Decimal

from scenarios.acts import Act
from scenarios.reading import Offer
from scoring.reading.lexicon import Doing, Lexicon
from scoring.reading.meaning import Phrase, best, covered, topic
from scoring.reading.stretches import Stretch
from scoring.reading.verbatim import typed

OFFERING = frozenset(
    {
        Act.PROPOSE,
        Act.OFFER_CHOICE,
        Act.COMMIT,
        Act.STATE_ACTION,
        Act.SET_EXPECTATION,
        Act.HONEST_NO,
        Act.OVERPROMISE,
        Act.CONFIRM_CLOSE,
        Act.HANDOFF,
        Act.EXPLAIN,
    }
)
ENOUGH, _LABEL = 0.58, 0.99
OTHER_FIGURES, OTHER_HOUR = 0.6, 0.5
"""What is left of a likeness where the figures speak against it, and of a note for an hour where another is named."""
_EXPLAINED = 0.75
"""How near an explanation must come to count as an offer: what went wrong shares its nouns with what would mend it."""


def action_of(stretch: Stretch, lexicon: Lexicon, *, kinds: tuple[str, ...] = ("remedy", "check", "handoff", "note"), enough: float = ENOUGH) -> Doing | None:
    """The desk action a stretch speaks of, or None. Polarity is left to the caller."""
    ranked = sorted(
        ((fit(stretch, doing), -place, doing) for place, doing in enumerate(lexicon.actions) if doing.action is not None and doing.action.kind in kinds),
        key=lambda x: x[:2],
        reverse=True,
    )
    return ranked[0][2] if ranked and ranked[0][0] >= enough else None


def fit(stretch: Stretch, doing: Doing) -> float:
    """0-1: how near a stretch comes to this desk action."""
    by_example = max((_alike(stretch, p, doing) for p in doing.offers), default=0.0)
    labelled = doing.label and covered(stretch.said.stems, doing.label) >= _LABEL and doing.label_numbers <= stretch.said.numbers
    by_label = 0.72 if labelled and (len(doing.label) > 1 or not doing.label_numbers or doing.label_numbers & stretch.said.numbers) else 0.0
    return max(by_example, by_label * (OTHER_HOUR if _at_another_hour(stretch, doing) else 1.0))


def _at_another_hour(stretch: Stretch, doing: Doing) -> bool:
    """Whether the desk keeps a note for one hour, and the stretch names another: that is another call."""
    figures = (stretch.carried or stretch.said).numbers
    named = [p.numbers for p in doing.offers if p.numbers]
    return doing.action is not None and doing.action.kind == "note" and bool(figures and named) and not any(figures & numbers for numbers in named)


def _alike(stretch: Stretch, example: Phrase, doing: Doing) -> float:
    """How near, polarity aside; other figures speak against it, except where the amount is the rep's to choose."""
    score = topic(stretch.said, example)
    figures = (stretch.carried or stretch.said).numbers
    clash = example.numbers and figures and not example.numbers & figures
    chosen = doing.action is not None and doing.action.up_to is not None
    return score * (OTHER_FIGURES if clash and not chosen else 1.0)


def offers_in(stretches: tuple[Stretch, ...], lexicon: Lexicon) -> tuple[Offer, ...]:
    """What is offered, each remedy once."""
    out: dict[tuple[str | None, str | None], Offer] = {}
    for stretch in stretches:
        unfit = not _may_offer(stretch) or (stretch.said.negative and stretch.act is not Act.HONEST_NO and not _alternative(stretch))
        for offer in _of(stretch, lexicon, by_example_alone=unfit):
            key = (offer.action, offer.outcome)
            if key not in out or (out[key].amount is None and offer.amount is not None):
                out[key] = offer
    named = {o.outcome for o in out.values() if o.action}
    return tuple(o for o in out.values() if o.action or o.outcome not in named)


_LOOKING = re.compile(
    r"\b(?:let me|i will|i am going to|i am|may i|can i|could i|i need to|i would need to) (?:just |quickly |first )?(?:look|check|see|ask|find out|search|looking|checking)\b"
)
"""Looking for a remedy is not yet putting one."""


def _may_offer(stretch: Stretch) -> bool:
    """A stretch that does something solving, or a plain statement that no cue claimed; never harm, question or belief."""
    if stretch.pile or _LOOKING.search(stretch.core):
        return False
    if stretch.act is None:
        return stretch.asserts
    return stretch.act in OFFERING and (not stretch.supposed or stretch.core.startswith(("if ", "when ", "once ")))


def _alternative(stretch: Stretch) -> bool:
    return stretch.act in (Act.PROPOSE, Act.OFFER_CHOICE, Act.COMMIT, Act.STATE_ACTION)


def _of(stretch: Stretch, lexicon: Lexicon, *, by_example_alone: bool) -> list[Offer]:
    """What one stretch offers; ``by_example_alone``: only where it is an author's example as it stands."""
    amount = stretch.amount(lexicon.scenario.currency)
    enough = _EXPLAINED if stretch.act is Act.EXPLAIN else ENOUGH
    out = []
    for doing in lexicon.actions:
        if doing.action is None or doing.action.kind in ("check", "note", "report"):
            continue
        if typed(stretch, doing.offers) or (not by_example_alone and fit(stretch, doing) >= enough and not _denied(stretch, doing)):
            out.append(Offer(start=stretch.start, end=stretch.end, action=doing.id, outcome=outcome_of(doing, amount, lexicon), amount=amount))
    for id_, ways in lexicon.outcomes:
        fits = typed(stretch, ways) or (not by_example_alone and best(stretch.said, ways) >= enough)
        if fits and all(o.outcome != id_ for o in out):
            out.append(Offer(start=stretch.start, end=stretch.end, action=None, outcome=id_, amount=amount))
    return out


def _denied(stretch: Stretch, doing: Doing) -> bool:
    """The stretch refuses just this."""
    return stretch.said.negative and not any(p.negative for p in doing.offers) and stretch.act not in (Act.PROPOSE, Act.OFFER_CHOICE, Act.COMMIT)


def outcome_of(doing: Doing, amount: Decimal | None, lexicon: Lexicon) -> str | None:
    """The outcome an action delivers: the one it gives, or the best one that needs it and whose least amount is met."""
    if doing.action is not None and doing.action.gives:
        return doing.action.gives
    fitting = [
        (outcome.worth, id_)
        for id_, outcome in lexicon.scenario.outcomes.items()
        if doing.id in outcome.needs and (outcome.at_least is None or amount is None or amount >= outcome.at_least.value)
    ]
    return max(fitting)[1] if fitting else None
