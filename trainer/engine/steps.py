"""One event in, the next state and events out: the engine's only moving part.

State is the fold of the rep's events. Feeding the customer's own events back changes nothing, so a stored call folds to
the same state with or without them.
"""

from __future__ import annotations

from scenarios.acts import Act
from scenarios.edition import edition_of
from scenarios.load import content_hash
from scenarios.model import Scenario
from scenarios.moves import Ending, Intensity, Move, Reaction
from scenarios.transcript import Event, Opened, RepActed, RepSaid
from trainer.engine import acceptance, discovery, ledgers, waiting
from trainer.engine.appraisal import appraise, reasons
from trainer.engine.draws import draw
from trainer.engine.endings import ending
from trainer.engine.feelings import Effect, Feelings, settle, total
from trainer.engine.hearing import Hearing, answers_in
from trainer.engine.persona import drawn, start_of
from trainer.engine.policy import SUPERVISOR_UNTIL, chosen
from trainer.engine.reactions import noticed, slots_of
from trainer.engine.scene import Choice, Scene
from trainer.engine.state import State, counted
from trainer.engine.turns import customer_turn, finish

ENGINE = "engine-5"
"""Version written into every call; raised whenever the same replies could lead to another call."""

EACH_TURN, EACH_HOT_TURN = 3.0, 5.0
"""Patience a turn costs, and above ``HOT`` anger, before the customer's own patience divides it."""

HOT = 75.0
REST_SOLVED = 5.0

UNRESTED = frozenset({Act.BLAME, Act.INVALIDATE})
"""After these, anger does not ebb of itself."""


def open_call(scenario: Scenario, seed: int, intensity: Intensity) -> tuple[State, list[Event]]:
    """The call's first state and events: ``Opened`` and the customer's opening."""
    feelings = Feelings(*start_of(scenario.customer, seed))
    said = scenario.customer.opening.lower()
    question = next((f"{c.id}/{n}" for c in scenario.concerns for n, q in enumerate(c.asks) if q.ask.rstrip("?. ").lower() in said), None)
    spoken = (c.id for c in scenario.concerns if any(line.rstrip(". ").lower() in said for line in c.says))
    about = question.partition("/")[0] if question else next(spoken, None)
    choice = Choice(Move.VENT, about=about, question=question, says=scenario.customer.opening)
    start = State(seed=seed, intensity=intensity, persona=drawn(scenario.customer, seed), feelings=feelings, peak=feelings.anger, turn=-1)
    state, moved = customer_turn(scenario, start, choice)
    opened = Opened(scenario=scenario.scenario, content=content_hash(scenario), seed=seed, intensity=intensity, engine=ENGINE, edition=edition_of(scenario))
    return state, [opened, moved]


def step(scenario: Scenario, state: State, event: Event) -> tuple[State, list[Event]]:
    """The state after one event, and what the customer does about it. Nothing follows once the call has ended."""
    if state.ended is not None:
        return state, []
    if isinstance(event, RepSaid):
        return _heard(scenario, state, event)
    if isinstance(event, RepActed):
        return _acted(scenario, state, event)
    return state, []


def leave(scenario: Scenario, state: State, how: Ending) -> tuple[State, list[Event]]:
    """The call stopped by the rep."""
    if state.ended is not None:
        return state, []
    return state._replace(ended=how), [ending(scenario, state, how)]


def _heard(scenario: Scenario, before: State, said: RepSaid) -> tuple[State, list[Event]]:
    hearing = appraise(scenario, before, said)
    state = _booked(scenario, before, said, hearing)
    came_out = discovery.findings(scenario, state, said.reading, said.turn)
    silence = waiting.silence_effect(before, said.reading)
    effects = (*hearing.effects, *came_out.effects, *((silence,) if silence else ()))
    feelings = _felt(state, effects, said.turn, at_rest=UNRESTED.isdisjoint(hearing.harms))
    offers = {} if hearing.odd else acceptance.put(scenario, state, said.reading)
    withdrawn = {outcome for found in came_out.found if found.claim for outcome in ledgers.outcomes_of(scenario, found.what.ref)}
    state = state._replace(
        feelings=feelings,
        peak=max(state.peak, feelings.anger),
        pending=came_out.pending,
        found=state.found | came_out.settled,
        agreed=None if _undone(scenario, state, came_out.found) else state.agreed,
        demanded=None if feelings.anger < SUPERVISOR_UNTIL else state.demanded,
        put=state.put | (frozenset() if hearing.odd else acceptance.actions_put(scenario, said.reading)),
        offered=(state.offered - withdrawn) | {name for name in offers if name in scenario.outcomes},
        silent=0,
        covered=0,
        expecting=said.reading.has(Act.STATE_ACTION, Act.COMMIT, Act.HANDOFF),
        notes=(*before.notes, *reasons(effects)),
    )
    answer = acceptance.considered(scenario, state, offers, plainly_no=said.reading.has(Act.HONEST_NO))
    scene = Scene(scenario, state, said, hearing, came_out.found, answer, _settled(scenario, state, said))
    choice = chosen(scene)
    slots = slots_of(scenario, state, said)
    reaction = None if choice.beat or choice.move in (Move.CALL_OUT_LIE, Move.PUZZLED) else noticed(state, said, hearing, slots, scene.settled)
    return finish(scenario, state, choice, reaction, slots, tuple(found.what for found in came_out.found))


def _booked(scenario: Scenario, state: State, said: RepSaid, hearing: Hearing) -> State:
    """The state with everything this reply said entered in the books, before it is felt."""
    reading, replies = said.reading, state.replies + 1
    if hearing.odd:
        return state._replace(turn=said.turn, replies=replies, seconds=state.seconds + said.seconds, tally=counted(state.tally, *hearing.used))
    return state._replace(
        turn=said.turn,
        replies=replies,
        seconds=state.seconds + said.seconds,
        tally=counted(state.tally, *hearing.used),
        heard=state.heard | hearing.heard,
        told=state.told | {fact for fact in reading.tells if scenario.fact(fact)},
        cleared=state.cleared | set(hearing.cleared),
        answered=state.answered | {question for question in answers_in(scenario, reading) if question != "last"},
        kept=state.kept | hearing.kept,
        pending=(*state.pending, *ledgers.entered(scenario, state, said, replies)),
        undertakings=(*state.undertakings, *ledgers.undertaken(scenario, state, said)),
    )


def _felt(state: State, effects: tuple[Effect, ...], turn: int, *, at_rest: bool) -> Feelings:
    """What one turn's effects leave the customer feeling."""
    change = total(state.persona, effects, seed=state.seed, turn=turn)
    tick = (EACH_HOT_TURN if state.feelings.anger > HOT else EACH_TURN) / state.persona.patience
    solved = state.agreed is not None
    rest = (REST_SOLVED if solved else state.persona.rest) if at_rest else None
    floor = 0.0 if solved else state.persona.floor
    return settle(state.feelings, change._replace(patience=change.patience - tick), rest=rest, floor=floor)


def _undone(scenario: Scenario, state: State, found: tuple[discovery.Found, ...]) -> bool:
    """Whether what came out takes the agreed outcome away."""
    broken = any(f.what.kind in ("lie", "broken") for f in found)
    return broken and state.agreed is not None and ledgers.by_log(scenario, state.agreed) and not ledgers.delivered(scenario, state.done, state.agreed)


def _settled(scenario: Scenario, state: State, said: RepSaid) -> bool:
    """Whether what was agreed before this reply stands in the log and the customer has been told."""
    if state.agreed is None or not ledgers.delivered(scenario, state.done, state.agreed):
        return False
    if not ledgers.by_log(scenario, state.agreed):
        return True
    reading = said.reading
    told = reading.has(Act.STATE_ACTION, Act.CONFIRM_CLOSE, Act.SET_EXPECTATION) or bool(reading.answers) or any(c.verdict == "true" for c in reading.claims)
    since = max((d.reply for d in state.done if d.do in scenario.desk.actions), default=0)
    return told or state.replies - since >= 2 or since < state.agreed_at


def _acted(scenario: Scenario, state: State, acted: RepActed) -> tuple[State, list[Event]]:
    state = state._replace(turn=acted.turn, seconds=state.seconds + acted.seconds)
    if not acted.ok:
        return state, []
    if acted.do == "hold" and "hold" not in scenario.desk.actions:
        return _held(scenario, state, acted)
    if acted.do == "supervisor" and "supervisor" not in scenario.desk.actions:
        return leave(scenario, state, Ending.SUPERVISOR)
    covered = min(state.covered, acted.seconds)
    log = (*state.done, ledgers.logged(acted, state.replies))
    state = state._replace(done=log, silent=state.silent + acted.seconds - covered, covered=state.covered - covered)
    if not waiting.wears_thin(state):
        return state, []
    unfelt = state.silent - waiting.QUIET
    return _waited(scenario, state._replace(silent=waiting.QUIET, held=state.held + state.silent), acted.turn, unfelt, explained=False)


def _held(scenario: Scenario, state: State, acted: RepActed) -> tuple[State, list[Event]]:
    """A hold: what is explained of it may be used up by work at the desk."""
    explained = waiting.is_explained(acted)
    state = state._replace(held=state.held + acted.seconds, covered=state.covered + (acted.seconds if explained else 0))
    return _waited(scenario, state, acted.turn, acted.seconds, explained=explained)


def _waited(scenario: Scenario, state: State, turn: int, seconds: int, *, explained: bool) -> tuple[State, list[Event]]:
    """A wait of so many ``seconds``, felt at once; too long and unexplained, the customer writes first."""
    effect = waiting.wait_effect(state, seconds, explained=explained)
    change = total(state.persona, (effect,), seed=state.seed, turn=turn)
    floor = 0.0 if state.agreed else state.persona.floor
    feelings = settle(state.feelings, change, rest=None, floor=floor)
    state = state._replace(
        feelings=feelings,
        peak=max(state.peak, feelings.anger),
        notes=(*state.notes, *reasons((effect,))),
    )
    gone = feelings.patience <= 0
    if not gone and (explained or seconds < waiting.REMARKED):
        return state, []
    hot = feelings.anger >= HOT
    about = next((c.id for c in scenario.concerns if c.id in state.voiced and c.id not in state.heard), None)
    choice = Choice(Move.VENT, about=about) if about and draw(state.seed, turn, "held") < 0.6 else Choice(Move.DEMAND)
    if gone:
        choice = Choice(Move.HANG_UP if hot else Move.CLOSE, ends=Ending.HUNG_UP if hot else Ending.REFUSED)
    slots = slots_of(scenario, state, None)
    return finish(scenario, state, choice, Reaction.HELD, slots, ())
