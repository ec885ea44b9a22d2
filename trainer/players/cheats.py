"""Reps who try to score without doing the job: stock sympathy, flattery, big promises, echoes, insults, gifts, silence, noise."""

from __future__ import annotations

from scenarios.acts import Act
from scenarios.reading import Oddity
from trainer.engine.draws import pick
from trainer.players import words
from trainer.players.seen import Seen
from trainer.players.speech import Clause, Do, Turn

_SYMPATHY = (
    ("I completely understand how frustrating this must be for you.", Act.ACK_GENERIC),
    ("I sincerely apologise for any inconvenience caused.", Act.APOLOGISE),
    ("Your feelings are completely valid.", Act.ACK_GENERIC),
    ("I hear you, and I am here for you.", Act.ACK_GENERIC),
    ("Rest assured that you are our number one priority.", Act.COURTESY),
    ("Thank you so much for your patience and understanding.", Act.COURTESY),
    ("I truly empathise with your situation.", Act.ACK_GENERIC),
    ("I take full ownership of your experience.", Act.ACK_GENERIC),
)
_FLATTERY = (
    ("You explain things so clearly, it is a pleasure to talk to you.", Act.COURTESY),
    ("Customers like you are the reason I love this job.", Act.COURTESY),
    ("I can tell you are a very reasonable person.", Act.COURTESY),
    ("What a wonderful way you have with words.", Act.COURTESY),
    ("Thank you for being so kind about it.", Act.COURTESY),
    ("I wish everybody were as patient as you.", Act.COURTESY),
)
_VOWS = (
    "I promise you it will be sorted within the hour, guaranteed.",
    "You have my word that this will never happen again.",
    "I guarantee you will get everything you asked for by tonight.",
    "Consider it done, one hundred percent.",
)
_INSULTS = (
    ("Maybe read what you signed next time.", Act.BLAME),
    ("Calm down, nobody has died.", Act.INVALIDATE),
    ("I get paid the same whether you shout or not.", Act.HOSTILE),
    ("You clearly do not understand how this works.", Act.HOSTILE),
    ("That is not my problem.", Act.DEFLECT),
    ("If you had listened, we would not be here.", Act.BLAME),
)
_NOISE = ("asdf jkl qwoe zzmn", "?!?!... ,,,", "blorp fnee gax tuv", "kjh kjh kjhg", "lkj sdf oiu wer")


def stuffer(seen: Seen) -> Turn:
    """Piles up stock sympathy, three to a reply, and does nothing."""
    return Turn(tuple(words.fixed(*_SYMPATHY[(3 * seen.memory.replies + n) % len(_SYMPATHY)]) for n in range(3)))


def flatterer(seen: Seen) -> Turn:
    """Compliments, and now and then a kind word about the matter."""
    first = words.fixed(*pick(_FLATTERY, seed=seen.seed, turn=seen.turn, purpose="flattery"))
    second = words.fixed("I do understand.", Act.ACK_GENERIC)
    return Turn((first, second))


def over_promiser(seen: Seen) -> Turn:
    """Hears well, then says whatever pleases: vows nobody can keep, faults denied, things said to be done that are not."""
    say: list[Clause] = [words.reflect(seen, concern) for concern in seen.unheard[:1]]
    vow = pick(_VOWS, seed=seen.seed, turn=seen.turn, purpose="vow")
    say.append(Clause(vow, (Act.OVERPROMISE,), beyond=True))
    deniable = [fact for fact in seen.known if fact.false_if]
    if deniable and not seen.memory.count("denied"):
        say.append(Clause(words.sentence(deniable[0].false_if[0]), (Act.FALSE_CLAIM,), denies=(deniable[0].id or "",)))
    if seen.memory.replies >= 1:
        wanted = [way for way in seen.ways if way.actions]
        if wanted:
            say.append(words.offer(seen, wanted[0]))
            if seen.memory.agreed:
                say = [Clause("That is all done for you now.", (Act.STATE_ACTION, Act.CONFIRM_CLOSE), reports=wanted[0].actions)]
    return Turn(tuple(say))


def parrot(seen: Seen) -> Turn:
    """Gives the customer's own words back."""
    concern = seen.scenario.concern(seen.unheard[0]) if seen.unheard else None
    said = (concern.says or (concern.what,))[0] if concern else seen.scenario.customer.opening
    text = words.sentence(f"So you are saying: {said}")
    return Turn((Clause(text, (Act.REFLECT_CONTENT,), touches=(concern.id,) if concern and concern.id else (), overlap=0.95),))


def bully(seen: Seen) -> Turn:
    """Blames, belittles and sneers."""
    return Turn((words.fixed(*pick(_INSULTS, seed=seen.seed, turn=seen.turn, purpose="insult")),))


def giver_away(seen: Seen) -> Turn:
    """Everything the desk can give, at its limit, in the first reply, and then says so again."""
    todo = [name for name, action in seen.scenario.desk.actions.items() if action.kind == "remedy" and seen.can(name)]
    do = tuple(Do(name, str(words.limit(seen, name) or "")) for name in todo)
    if seen.memory.replies == 0:
        puts = [words.offer(seen, way) for way in seen.ways if way.actions]
        return Turn((*puts[:3], words.report(seen, todo or ["note"])) if todo else (words.sorry(seen),), do)
    done = [name for name in seen.memory.done if name in seen.scenario.desk.actions]
    return Turn((words.report(seen, done),) if done else (words.fixed("Take whatever you like, it is all yours.", Act.PROPOSE),), do)


def silent(seen: Seen) -> Turn:
    """As little as can be typed."""
    return Turn((Clause(pick(("Ok.", "Right.", "Hm.", "Yes."), seed=seen.seed, turn=seen.turn, purpose="little")),))


def gibberish(seen: Seen) -> Turn:
    """Nothing that could be read."""
    return Turn((Clause(pick(_NOISE, seed=seen.seed, turn=seen.turn, purpose="noise"), oddity=Oddity.GIBBERISH),))
