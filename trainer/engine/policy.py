"""What the customer does next: one list of rules, most pressing first; the first that fits decides.

Certain things cannot wait (what just came out, what just hurt, the offer on the table); after those the customer tells
their trouble in drips, comes back to what was passed over, and only then doubts, demands or softens.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from scenarios.acts import Act
from scenarios.moves import Ending, Intensity, Move
from trainer.engine import beats
from trainer.engine.plain_questions import plain_question
from trainer.engine.scene import Choice, Scene
from trainer.engine.settling import answers_offer, goes, presses, takes_standing_offer
from trainer.engine.telling import asking, bringing_up, opening_up

Rule = Callable[[Scene], Choice | None]

BOILING = 92.0
"""Anger at which the customer breaks off, on the second turn."""

SUPERVISOR_FROM, SUPERVISOR_UNTIL = 75.0, 60.0
"""Anger at which someone higher is demanded, and below which the demand is dropped."""

STILL_HOT = 70.0
"""Anger at which a demand not met within two replies ends the call."""

LEAST_REPLIES = 2
"""Replies a rep gets before a supervisor is demanded."""

MOST_REPLIES = 40

ABUSE_FROM = 80.0

MILD = frozenset({Act.ARGUE, Act.DEFLECT, Act.EVADE})
"""Harms a good offer in the same reply outweighs."""

AFTER_HARM: dict[Act, tuple[Move, ...]] = {
    Act.HOSTILE: (Move.PROVOKE, Move.THREATEN, Move.CHALLENGE),
    Act.BLAME: (Move.CHALLENGE, Move.PROVOKE, Move.VENT),
    Act.INVALIDATE: (Move.VENT, Move.PROVOKE, Move.CHALLENGE),
    Act.ARGUE: (Move.CHALLENGE, Move.RESTATE, Move.THREATEN),
    Act.DEFLECT: (Move.DEMAND, Move.CHALLENGE, Move.THREATEN),
    Act.EVADE: (Move.CALL_OUT_IGNORED, Move.CHALLENGE, Move.DEMAND),
}


UNANSWERING = frozenset({Move.HANG_UP, Move.PROVOKE, Move.PUZZLED})
"""Moves of a customer who answers nothing any more, or has understood nothing."""

BEATS_THAT_END = {Move.HANG_UP: Ending.HUNG_UP, Move.CLOSE: Ending.REFUSED}


def breaks_off(scene: Scene) -> Choice | None:
    """Nothing but noise, at boiling point for two turns, no patience left, or the longest call there is: the customer goes."""
    state = scene.state
    if state.times("odd") >= 4:
        return Choice(Move.HANG_UP, ends=Ending.HUNG_UP)
    if state.feelings.anger >= BOILING and state.hot >= 1:
        return Choice(Move.HANG_UP, ends=Ending.HUNG_UP)
    if state.feelings.patience <= 0:
        hot = state.feelings.anger >= SUPERVISOR_FROM
        return Choice(Move.HANG_UP if hot else Move.CLOSE, ends=Ending.HUNG_UP if hot else Ending.REFUSED)
    if state.replies >= MOST_REPLIES:
        return Choice(Move.CLOSE, ends=Ending.UNFINISHED if state.agreed else Ending.REFUSED)
    return None


def finds_out(scene: Scene) -> Choice | None:
    """Something has come out: it is thrown at the rep now, a lie before a fault nobody owned."""
    if not scene.found:
        return None
    worst = min(scene.found, key=lambda found: (found.what.kind == "fault", found.says is None))
    slots = {"claim": worst.claim} if worst.claim else {}
    if worst.claim and worst.what.kind == "broken":
        slots["promise"] = worst.claim
    return Choice(Move.CALL_OUT_LIE, about=worst.about, says=worst.says, slots=slots)


def is_puzzled(scene: Scene) -> Choice | None:
    """The reply was no reply: asked what it means, and when it goes on, warned."""
    if not scene.hearing.odd:
        return None
    return Choice(Move.PUZZLED) if scene.fits(Move.PUZZLED) or scene.state.times("odd") < 3 else Choice(Move.THREATEN)


def insists_on_supervisor(scene: Scene) -> Choice | None:
    """A supervisor demanded, not fetched for two replies, and still hot: the customer stops talking to the rep."""
    state = scene.state
    if state.demanded is None:
        return None
    unmet = state.replies - state.demanded >= 2 and not scene.sure(Act.HANDOFF)
    return Choice(Move.DEMAND_SUPERVISOR, ends=Ending.SUPERVISOR) if unmet and scene.anger >= STILL_HOT else None


def demands_supervisor(scene: Scene) -> Choice | None:
    """Furious, and with no hope or trust left in this rep."""
    state, mood = scene.state, scene.state.feelings
    if state.demanded is not None or state.replies < LEAST_REPLIES or (scene.answer and scene.answer.takes):
        return None
    return Choice(Move.DEMAND_SUPERVISOR) if mood.anger >= SUPERVISOR_FROM and (mood.hope <= 20 or mood.trust <= 15) else None


def after_limit(scene: Scene) -> Choice | None:
    """A limit set without a word of harm: taken by a customer who attacked, questioned by one who did not."""
    if not scene.sure(Act.SET_LIMIT) or scene.hearing.harms:
        return None
    if scene.state.attacked is None:
        return Choice(Move.CHALLENGE) if scene.fits(Move.CHALLENGE) else None
    return Choice(Move.BACK_DOWN) if scene.fits(Move.BACK_DOWN) else None


def after_harm(scene: Scene) -> Choice | None:
    """The answer to the worst harm in the reply, by the table; a mild one is passed over for an offer worth taking."""
    if not scene.hearing.harms:
        return None
    harm = scene.hearing.harms[0]
    if harm in MILD and scene.answer and scene.answer.takes:
        return None
    moves = [move for move in AFTER_HARM[harm] if scene.fits(move) and (move is not Move.PROVOKE or scene.rough)]
    moves = [move for move in moves if move is not Move.CALL_OUT_IGNORED or scene.state.asked not in (None, "last")]
    moves = [move for move in moves if move is not Move.THREATEN or scene.anger >= 65]
    move = moves[0] if moves else Move.CHALLENGE
    if move in (Move.VENT, Move.RESTATE):
        return bringing_up(scene) or Choice(Move.VENT)
    if move is Move.CALL_OUT_IGNORED:
        return Choice(move, question=scene.state.asked)
    return Choice(move)


def has_a_moment(scene: Scene) -> Choice | None:
    """A beat, unless the reply has just settled something: a yes or a cleared mix-up is said first, the beat can wait."""
    if scene.hearing.cleared or (scene.answer and scene.answer.takes):
        return None
    beat = beats.due(scene.scenario, scene.state)
    if beat is None:
        return None
    question = _question_in(scene, beat.says)
    return Choice(beat.move, about=beat.concern, says=beat.says, beat=beat.id, question=question, ends=BEATS_THAT_END.get(beat.move))


def _question_in(scene: Scene, words: str) -> str | None:
    """The scenario's question that a fixed line puts, where its words stand in it."""
    for concern in scene.scenario.concerns:
        for n, question in enumerate(concern.asks):
            if question.ask.rstrip("?. ").lower() in words.lower():
                return f"{concern.id}/{n}"
    return None


def names_reask(scene: Scene) -> Choice | None:
    """Asked again for what was given already."""
    slot = scene.hearing.reasked
    return Choice(Move.CALL_OUT_REASK, about=slot.slot) if slot and scene.fits(Move.CALL_OUT_REASK) else None


def names_ignored(scene: Scene) -> Choice | None:
    """A question passed over is named, twice at most; a rep who asks what can be told at once has not passed it over."""
    question = scene.hearing.ignored
    if question is None or scene.asked or scene.state.times(f"ignored {question}") >= 2 or not scene.fits(Move.CALL_OUT_IGNORED):
        return None
    return Choice(Move.CALL_OUT_IGNORED, question=question, marks=(f"ignored {question}",))


def names_stock(scene: Scene) -> Choice | None:
    """A stock phrase too many is named, twice at most."""
    if not scene.hearing.stock or scene.state.times("named stock") >= 2 or not scene.fits(Move.CALL_OUT_STOCK):
        return None
    return Choice(Move.CALL_OUT_STOCK, marks=("named stock",))


def attacks(scene: Scene) -> Choice | None:
    """The provocations nobody earned: part of the job, and rarer than one thinks."""
    state = scene.state
    if not scene.rough or scene.anger < 70 or not scene.fits(Move.PROVOKE) or scene.hearing.heard:
        return None
    if state.attacked is not None and scene.turn - state.attacked < 6:
        return None
    abusive = scene.scenario.customer.abusive and state.intensity is Intensity.RAW and scene.anger >= ABUSE_FROM
    return Choice(Move.PROVOKE) if scene.draw("attack") < (0.5 if abusive else 0.2) else None


def softens(scene: Scene) -> Choice | None:
    """The mood has thawed and it shows, now and then."""
    lately = Move.SOFTEN in scene.state.moves[-2:]
    return Choice(Move.SOFTEN) if scene.state.feelings.thawed and not lately else None


def pushes(scene: Scene) -> Choice | None:
    """Nothing in particular to answer: doubt, demand, threaten or say it again, by mood."""
    mood, state = scene.state.feelings, scene.state
    moves: list[Move] = []
    if mood.anger >= 70 and mood.patience < 55 and state.times("threatened") < 2:
        moves.append(Move.THREATEN)
    if mood.trust < 30 and scene.draw("doubt") < 0.6:
        moves.append(Move.CHALLENGE)
    moves += [Move.DEMAND, Move.CHALLENGE] if mood.hope < 50 or scene.draw("push") < 0.6 else [Move.CHALLENGE, Move.DEMAND]
    move = next(move for move in moves if scene.fits(move))
    return Choice(move, marks=("threatened",) if move is Move.THREATEN else ())


RULES: tuple[Rule, ...] = (
    goes,
    breaks_off,
    finds_out,
    is_puzzled,
    insists_on_supervisor,
    after_limit,
    demands_supervisor,
    after_harm,
    has_a_moment,
    answers_offer,
    presses,
    names_reask,
    names_ignored,
    names_stock,
    opening_up,
    takes_standing_offer,
    attacks,
    bringing_up,
    softens,
    asking,
    pushes,
)


def chosen(scene: Scene) -> Choice:
    """The customer's next move; whatever it is, what the rep asked outright is answered first."""
    choice = next((choice for rule in RULES if (choice := rule(scene)) is not None), Choice(Move.DEMAND))
    if scene.asked and choice.move not in UNANSWERING:
        return replace(choice, answers=scene.asked, marks=(*choice.marks, *(f"told {id_}" for id_ in scene.asked)))
    return _with_a_word_on_it(scene, choice)


def _with_a_word_on_it(scene: Scene, choice: Choice) -> Choice:
    """A moment that comes between leaves no plain question without a word; where an offer is on the table, that is what is answered."""
    if choice.beat is None or choice.ends or scene.answer or scene.hearing.reasked:
        return choice
    if slot := scene.hearing.wanted:
        return replace(choice, answers=(slot.slot,), marks=(*choice.marks, f"given {slot.slot}"))
    kind = plain_question(scene.said)
    return replace(choice, answers=(kind,)) if kind else choice
