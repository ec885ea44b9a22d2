"""How the customer's story comes out: answers to questions, troubles in drips, mix-ups, and the worst thing late."""

from __future__ import annotations

from scenarios.acts import Act
from scenarios.model import Concern
from scenarios.moves import Move
from trainer.engine.plain_questions import plain_question
from trainer.engine.scene import Choice, Scene

MOST_RESTATED = 3
"""How often one concern is said before the customer gives up on being heard about it."""

OPENS_UP_TRUST, OPENS_UP_HEARD = 45.0, 40.0
"""From here on the customer lets out unasked what they had kept to themselves."""

ASKS_ALONG = 0.35
"""How often a trouble is brought up together with its question."""


def opening_up(scene: Scene) -> Choice | None:
    """What the rep's question, or their clearing something up, brings out."""
    hearing = scene.hearing
    if hearing.cleared:
        return _cleared(scene, hearing.cleared[0])
    if hearing.wanted:
        return Choice(Move.ANSWER, about=hearing.wanted.slot, marks=(f"given {hearing.wanted.slot}",))
    if scene.sure(Act.ASK_OPEN):
        return _asked_openly(scene)
    if scene.asked:
        return Choice(Move.ANSWER)
    if kind := plain_question(scene.said):
        return Choice(Move.ANSWER, about=kind)
    if scene.sure(Act.CHECK_UNDERSTANDING) or (scene.sure(Act.ASK_CLOSED) and not scene.reading.slots):
        return Choice(Move.ANSWER, about="check") if scene.fits(Move.ANSWER) else None
    return None


def _cleared(scene: Scene, mix_up_id: str) -> Choice:
    mix_up = next(m for m in scene.scenario.misunderstandings if m.id == mix_up_id)
    return Choice(Move.SOFTEN, about=mix_up_id, says=mix_up.thanks)


def _asked_openly(scene: Scene) -> Choice | None:
    untold = [*scene.hidden, *scene.unvoiced] if scene.state.replies >= 2 or not scene.unvoiced else [*scene.unvoiced, *scene.hidden]
    if untold:
        return _voicing(scene, untold[0], Move.DISCLOSE)
    if scene.asked:
        return Choice(Move.ANSWER)
    own = scene.scenario.customer.answers.get("open", ())
    if scene.state.times("answered openly") < max(1, len(own)):
        return Choice(Move.ANSWER, marks=("answered openly",))
    return None


def bringing_up(scene: Scene) -> Choice | None:
    """The next trouble: a mix-up showing, one not said yet, one not heard yet, at last the one kept back."""
    mixed = _mixed_up(scene)
    if mixed:
        return mixed
    if scene.unvoiced:
        return _voicing(scene, scene.unvoiced[0], Move.VENT)
    mood = scene.state.feelings
    if scene.hidden and mood.trust >= OPENS_UP_TRUST and mood.heard >= OPENS_UP_HEARD:
        return _voicing(scene, scene.hidden[0], Move.DISCLOSE)
    again = [c for c in scene.unheard if scene.state.times(f"voiced {c.id}") < MOST_RESTATED]
    return _voicing(scene, again[0], Move.RESTATE) if again and scene.fits(Move.RESTATE) else None


def _voicing(scene: Scene, concern: Concern, move: Move) -> Choice:
    questions = [q for q in scene.open_questions(concern) if not scene.state.times(f"asked {q}")]
    along = questions[0] if questions and move is not Move.DISCLOSE and scene.draw(f"along.{concern.id}") < ASKS_ALONG else None
    return Choice(move, about=concern.id, question=along)


def _mixed_up(scene: Scene) -> Choice | None:
    """A misunderstanding shows every other reply, in worse words each time, until it is cleared up or its words run out."""
    for mix_up in scene.scenario.misunderstandings:
        shown = scene.state.times(f"mix {mix_up.id}")
        if mix_up.id is None or mix_up.id in scene.state.cleared or shown >= max(1, len(mix_up.says)):
            continue
        if scene.state.replies >= 1 + 2 * shown:
            says = mix_up_line(scene, mix_up.id)
            return Choice(Move.CHALLENGE, about=mix_up.id, says=says, marks=(f"mix {mix_up.id}",)) if says else None
    return None


def mix_up_line(scene: Scene, mix_up_id: str) -> str | None:
    """The customer's next words for a misunderstanding; None once all are said."""
    mix_up = next(m for m in scene.scenario.misunderstandings if m.id == mix_up_id)
    shown = scene.state.times(f"mix {mix_up_id}")
    return mix_up.says[shown] if shown < len(mix_up.says) else None


def asking(scene: Scene) -> Choice | None:
    """A question of the customer's own that nobody has answered."""
    if not scene.fits(Move.ASK):
        return None
    known = [c for c in scene.scenario.concerns if c.id in scene.state.voiced or c.id in scene.state.heard]
    for concern in known:
        for question in scene.open_questions(concern):
            return Choice(Move.ASK, about=concern.id, question=question)
    return None
