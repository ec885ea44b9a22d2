"""The reader the product uses: the model says which acts are in a sentence, the rules find their words.

The model also says which concerns a sentence speaks of in words of its own. The rules keep what they are better at: amounts,
dates, slots, promises, claims against the card.
"""

from __future__ import annotations

from dataclasses import replace

from scenarios.acts import HARM, TRUTH, Act
from scenarios.reading import SURE, Reading
from scoring.reading.encoder import Encoder
from scoring.reading.inputs import Surroundings
from scoring.reading.judge import Found
from scoring.reading.protocol import Context
from scoring.reading.reader import RULES, Opened, close_reply, open_reply
from scoring.reading.settle import settle
from scoring.reading.ties import likeness_of
from scoring.reading.units import units_of

FAINT = 0.3
"""Below this confidence nothing else hangs on an act: a sentence that speaks of a concern then counts as plain words about it."""
UNFOUNDED = 0.45
"""As sure as the sound of a sentence alone can make anybody that it is untrue: it earns nothing, and it costs nothing."""


class TrainedReader:
    """Reads by the shipped model and the rules together. Raises ModelError where the model's settings are missing or broken."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._settings = encoder.settings  # now, while the rules can still take over

    @property
    def version(self) -> str:
        return f"{self._settings.version}+{RULES}"

    def read(self, text: str, context: Context) -> Reading:
        reply = open_reply(text, context)
        units = units_of(reply.head, reply.clauses)
        if not units:
            return close_reply(reply, reply.found, self.version)
        encoded = self._encoder.encode(reply.head, units, _around(reply))
        judged = self._encoder.judge(encoded)
        found = settle(reply.found, units, judged.acts, reply.clauses, self._settings, card=reply.lexicon is not None)
        if reply.lexicon is not None:
            found = [_unfounded(one) if one.act is Act.FALSE_CLAIM else one for one in found]
        likely = [one for one in found if round(one.sure, 2) >= (SURE if one.act in HARM | TRUTH else FAINT)]  # as it is stored, and so counted
        doubtful = [one for one in found if one not in likely]
        likeness = likeness_of(self._encoder, reply.lexicon.scenario, reply.head, units, judged) if reply.lexicon else None
        return close_reply(reply, likely, self.version, doubtful, likeness)


def _unfounded(one: Found) -> Found:
    """An untruth heard by the model, which knows only how words sound: where there is a card, card and log say what is untrue, and nobody is charged on a sound."""
    return replace(one, sure=min(one.sure, UNFOUNDED))


def _around(reply: Opened) -> Surroundings:
    """The turn answered, and what card and log say, as far as anybody knows."""
    context = reply.context
    if reply.lexicon is None:
        return Surroundings(context.customer, context.card, context.log)
    done = (" ".join([do.replace("-", " "), *args.values()]) for do, args in context.done)
    return Surroundings(context.customer, reply.lexicon.card, (*done, *(context.log or ())))
