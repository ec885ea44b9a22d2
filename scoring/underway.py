"""Steps a reply said were being taken, which the log never shows: "I'm booking the spare as well", and nobody booked it.

The reader hears them as something offered; here they are held against the log like a promise. Only a plain "I'm doing it" of a
thing this desk does counts, and nothing is held against it where anything that was done could be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scenarios.acts import Act
from scenarios.reading import Promise, meet
from scenarios.transcript import Discovery
from scoring.arranged import arranged_by
from scoring.callview import CallView, Reply

_DOING = re.compile(
    r"\b(?:i am|i['’]?m|we are|we['’]re) (?:(?:just|now|also|already|right now) )*(?:booking|sending|ordering|refunding|crediting|paying|cancelling|switching|issuing|"
    r"arranging|dispatching|shipping|posting|replacing|swapping|reserving|waiving|transferring|releasing|rebooking|upgrading)\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:not|if|unless|whether|would|could|might|may|can|shall|once|when|after|as soon as|until|before|instead|rather|asking|later|tomorrow|tonight|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|n['’]t\b|\?",
    re.IGNORECASE,
)
"""It hangs on something, or speaks of another hour."""


def is_last_word(view: CallView, reply: Reply, words: str) -> bool:
    """Whether it says in the rep's last reply that a step is being taken: nothing came after that could have made it needless."""
    return bool(view.replies) and reply is view.replies[-1] and bool(_DOING.search(words)) and not _UNSURE.search(words)


def cut_off(view: CallView, reply: Reply, promise: Promise) -> bool:
    """Whether it was promised for an hour to come in the very last reply, so that the end of the call left no time to put it down."""
    return bool(view.replies) and reply is view.replies[-1] and promise.due is not None and not is_last_word(view, reply, reply.words(promise))


def only_cut_off(view: CallView, found: Discovery) -> bool:
    """Whether what is found broken after the call was only cut off by its end."""
    last = view.replies[-1] if view.replies else None
    if last is None or found.kind != "broken" or found.turn != last.turn:
        return False
    return any(promise.action == found.ref and cut_off(view, last, promise) for promise in last.reading.promises)


def said_under_way(view: CallView) -> Iterator[tuple[Reply, Promise]]:
    """Each step said to be under way and never taken, once."""
    scenario = view.scenario
    if scenario is None or view.ended is None or view.left:
        return
    named = {event.do for event in view.done} | {p.action for reply in view.replies for p in reply.reading.promises}
    named |= {claim.action for reply in view.replies for claim in reply.reading.claims}
    for reply in view.replies:
        for offer in reply.reading.offers:
            words = reply.words(offer)
            action = scenario.desk.actions.get(offer.action or "")
            if action is None or offer.action in named or action.kind != "remedy" or not _DOING.search(words) or _UNSURE.search(words):
                continue
            stated = any(span.act is Act.STATE_ACTION and meet(span, offer) for span in reply.reading.acts)
            same = any(done.gives == action.gives for event in view.done if action.gives and (done := scenario.desk.actions.get(event.do)))
            if not stated or same or arranged_by(scenario, words, view.done) is not None:
                continue
            named.add(offer.action)
            yield (
                reply,
                Promise(
                    start=offer.start, end=offer.end, actor="rep", what=words[:300], action=offer.action, amount=None, due=None, bound=True, supported=None
                ),
            )
