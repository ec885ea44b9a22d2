"""The customer and what is on the table: taking it, refusing it, asking whether it is done, and going when it is."""

from __future__ import annotations

from scenarios.acts import Act
from scenarios.moves import Ending, Move
from trainer.engine import acceptance
from trainer.engine.ledgers import delivered, got, outcomes_of
from trainer.engine.scene import Choice, Scene
from trainer.engine.telling import mix_up_line

PATIENCE_FOR_PRESSING = 3
"""How often the customer asks whether the agreed thing is done before they go."""

STANDING = 0.03
"""How much better than its bar an offer refused earlier must look to be taken after all."""


def goes(scene: Scene) -> Choice | None:
    """Agreed, done and told: the customer is finished here, unless asked something that the rep may still have to act on."""
    if not scene.settled or scene.asked or scene.hearing.harms or scene.hearing.odd or scene.found:
        return None
    worth = scene.scenario.outcomes[got(scene.scenario, scene.state) or ""].worth
    ending = Ending.ACCEPTED if worth >= scene.scenario.best_worth else Ending.PARTLY
    warm = scene.anger <= 45 and scene.state.feelings.trust >= 35
    return Choice(Move.THANK if warm else Move.CLOSE, about=scene.state.agreed, ends=ending)


def answers_offer(scene: Scene) -> Choice | None:
    """Yes or no to what this reply puts, and what stands in the way of a yes."""
    answer = scene.answer
    if answer is None:
        return None
    if answer.takes:
        return Choice(Move.ACCEPT, about=answer.outcome, takes=answer.outcome)
    if not scene.fits(Move.REFUSE) and scene.state.times(f"refused {answer.outcome}"):
        return None
    marks = (f"refused {answer.outcome}",)
    if answer.blocked_by:
        return Choice(Move.REFUSE, about=answer.blocked_by, says=mix_up_line(scene, answer.blocked_by), marks=(*marks, f"mix {answer.blocked_by}"))
    return Choice(Move.REFUSE, about=answer.outcome, marks=marks)


def presses(scene: Scene) -> Choice | None:
    """Agreed and not yet done or told: asks for it, believes it, or gives up on it."""
    state = scene.state
    if state.agreed is None or state.agreed_at == state.replies or scene.hearing.wanted or scene.asked or scene.sure(Act.ASK_OPEN):
        return None
    if not delivered(scene.scenario, state.done, state.agreed) and _believes(scene):
        return Choice(Move.THANK if scene.anger <= 45 else Move.CLOSE, about=state.agreed, ends=Ending.UNFINISHED)
    if state.times("pressed") >= PATIENCE_FOR_PRESSING:
        return Choice(Move.CLOSE, about=state.agreed, ends=Ending.UNFINISHED)
    if not scene.fits(Move.PRESS):
        return Choice(Move.THREATEN if scene.anger >= 65 else Move.DEMAND, about=state.agreed, marks=("pressed",))
    return Choice(Move.PRESS, about=state.agreed, marks=("pressed",))


def _believes(scene: Scene) -> bool:
    """The rep says it is done, it is not, and this customer does not look."""
    claimed = [p for p in scene.state.pending if p.turn == scene.said.turn and p.source == "action" and p.due is None]
    return any(scene.state.agreed in outcomes_of(scene.scenario, p.ref) for p in claimed)


def takes_standing_offer(scene: Scene) -> Choice | None:
    """Something refused earlier, taken now that the mood allows it."""
    if scene.state.agreed or not scene.state.offered or scene.hearing.harms:
        return None
    answer = acceptance.considered(scene.scenario, scene.state, dict.fromkeys(scene.state.offered), margin=STANDING)
    return Choice(Move.ACCEPT, about=answer.outcome, takes=answer.outcome) if answer and answer.takes else None
