"""A small lexicon for the customer's side of a chat of other origin: which move a turn makes, and whether it attacks.

Used only where no engine decided the move. It looks for plain signs, and where there are none takes the turn for a
complaint; it never sees the rep's words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from scenarios.model import Scenario
from scenarios.moves import Move
from scoring.content import content_words

_ATTACK = re.compile(
    r"\b(useless|clueless|incompeten\w+|idiot\w*|stupid|morons?|muppets?|clowns?|jokers?|(?:a |what a |complete |absolute )joke|pathetic|disgrac\w+|"
    r"shambles|rubbish|liars?|lying|lied|lies|thie(?:f|ves)|robb(?:ers?|ing)|scam\w*|con(?:ned|ning| artists?)|crooks?|cowboys?|shameful|shameless|"
    r"f+u+c+k\w*|sh[i1]t\w*|bullsh\w*|bloody|crap|arse\w*|ass\s?holes?|bastards?|damn (?:you|your|lot)|wtf|piss\w*|sod off|shut up|"
    r"you (?:people|lot|guys) (?:are|don'?t|never|always|can'?t|couldn'?t)|do you even|are you (?:even|deaf|stupid|thick|serious|a (?:bot|robot|machine))|"
    r"reading from a script|wasting my (?:time|life)|don'?t (?:you )?care|couldn'?t care less|learn to read|can'?t (?:you )?read|"
    r"worst (?:company|service|shop|firm|people)|ashamed|good for nothing|waste of space|what do (?:they|we) pay you for|fob\w* (?:me )?off)\b",
    re.IGNORECASE,
)
_THREAT = re.compile(
    r"\b(solicitor|lawyer|sue|court|ombudsman|trading standards|watchdog|regulator|chargeback|charge back|trustpilot|one star|bad review|"
    r"leave a review|twitter|facebook|the (?:news)?papers?|cancel(?:ling)? (?:my|the|our|everything)|take my (?:money|business)|"
    r"go(?:ing)? elsewhere|never (?:buy|order|use|shop|book))\b",
    re.IGNORECASE,
)
_HIGHER = re.compile(r"\b(supervisor|manager|someone (?:higher|senior|else)|your boss|somebody (?:higher|senior|else)|complaints? department)\b", re.IGNORECASE)
_TAKES = re.compile(
    r"\b(yes,? (?:please|do|that|book|send|go|ok)|go (?:ahead|on then)|do (?:it|that)|that(?:'ll| will) do|i'?ll take (?:it|that|the)|deal|"
    r"that(?:'s| is| will be|'ll be| would be)? ?(?:works?|fine|fair|good|great|ok|okay|enough)|sounds? (?:good|fair|fine|ok)|agreed|suits me|"
    r"(?:ok|okay|alright|all right|fine)[,. ]+(?:do|then|go|book|send|refund|thanks|thank|yes|let)|happy with that)\b",
    re.IGNORECASE,
)
_THANKS = re.compile(r"\b(thanks?|thank you|cheers|ta|appreciate(?: it| that)?|much obliged|grateful)\b", re.IGNORECASE)
_NO_THANKS = re.compile(
    r"\b(thanks? for nothing|no thanks?|thanks? a (?:lot|bunch)[.! ]*$|"
    r"not (?:good|fine|fair|enough|ok|okay|happy)|n'?t (?:work|do|good|take|accept))\b",
    re.IGNORECASE,
)
_GOES = re.compile(
    r"\b(goodbye|bye|i'?m (?:done|off|leaving|going|finished)|forget it|never mind|i give up|don'?t bother|leave it|waste of time)\b", re.IGNORECASE
)


@dataclass(frozen=True, kw_only=True)
class Heard:
    """What one customer turn does, as far as plain signs tell."""

    move: Move
    provocation: bool
    asks: bool
    takes: bool
    goes: bool


def hear(text: str) -> Heard:
    """Judge one customer turn by its words."""
    words = text[:4000].replace("’", "'")
    attack = bool(_ATTACK.search(words)) or _shouts_at(words)
    turned_down = bool(_NO_THANKS.search(words))
    takes = bool(_TAKES.search(words)) and not turned_down and not attack
    thanks = bool(_THANKS.search(words)) and not turned_down and not attack
    asks = "?" in words and not _rhetorical_only(words)
    goes = bool(_GOES.search(words))
    move = _move(words, attack=attack, takes=takes, thanks=thanks, asks=asks, goes=goes)
    return Heard(move=move, provocation=attack, asks=asks, takes=takes or thanks, goes=goes)


def _move(words: str, *, attack: bool, takes: bool, thanks: bool, asks: bool, goes: bool) -> Move:
    if attack:
        return Move.PROVOKE
    if asks:
        return Move.ASK
    if takes:
        return Move.ACCEPT
    if thanks:
        return Move.THANK
    if _HIGHER.search(words):
        return Move.DEMAND_SUPERVISOR
    if _THREAT.search(words):
        return Move.THREATEN
    if goes:
        return Move.CLOSE
    return Move.VENT


def _shouts_at(words: str) -> bool:
    """Three or more shouted words running, with a 'you' in them."""
    runs = re.findall(r"(?:\b[A-Z]{2,}\b[ ,]*){3,}", words)
    return any(re.search(r"\bYOU", run) for run in runs)


def _rhetorical_only(words: str) -> bool:
    """Whether every question is a bare tag such as 'ok?' or 'really?'."""
    asked = re.findall(r"([^.?!\n]*)\?", words)
    return all(len(q.split()) <= 1 for q in asked)


def topic(text: str, scenario: Scenario, candidates: tuple[str, ...]) -> str | None:
    """The candidate concern or mix-up whose lines share most content words with the text; None when none shares two."""
    said = content_words(text)
    scored = [(max((len(said & content_words(line)) for line in _lines(scenario, id_)), default=0), -n, id_) for n, id_ in enumerate(candidates)]
    best = max(scored, default=(0, 0, ""))
    return best[2] if best[0] >= 2 else None


def _lines(scenario: Scenario, id_: str) -> tuple[str, ...]:
    concern = scenario.concern(id_)
    if concern:
        return (concern.what, *concern.says, *(q.ask for q in concern.asks))
    return next(((m.thinks, *m.says) for m in scenario.misunderstandings if m.id == id_), ())


def question_of(text: str, scenario: Scenario) -> str | None:
    """Id of the scenario's question a turn puts, where it shares at least half of its content words."""
    said = content_words(text)
    best: tuple[float, str] = (0.0, "")
    for concern in scenario.concerns:
        for n, question in enumerate(concern.asks):
            words = content_words(question.ask)
            share = len(words & said) / len(words) if words else 0.0
            best = max(best, (share, f"{concern.id}/{n}"))
    return best[1] if best[0] >= 0.5 else None
