"""Whether the line is in English, the one language these guards can read.

A call in another language is never worded by a model: its lines could be anything, and nothing here would notice.
"""

from __future__ import annotations

import re
import unicodedata

from trainer.voices.guards.normal import words
from trainer.voices.guards.reasons import Reason, RefusedError
from trainer.voices.request import MoveRequest

LANGUAGES = ("en",)
"""Languages a model may be asked for a line in."""

FOREIGN = 0.03
"""Share of letters outside the Latin script from which a line is not English."""

_LONG, _LEAST = 7, 0.17
_COMMON = frozenset(
    """a about after again all am an and any anybody are as ask asked at back be because been before being but by call came can chat come could day did do does done down each else even every
    everything first for from gave get give go going gone good got had has have he hear heard her here him his how i if in into is it just keep know last let like line little look made make many may me mean
    might mine more most much must my need never next no nobody none not nothing now of off on once one only or other our out over own people please put read really right said same say saying
    see sent she should so some somebody something sorry still take tell than thank thanks that the their them then there these they thing things this those till time to today told tomorrow too two
    under until up us very want wanted was way we well went were what when where which while who why will with without word words work would write wrote yes yet you your answer question
    never done ever away since another wait waiting before thought think money same long sat stand seen""".split()
)

_THEIRS = (
    frozenset(
        """der die das und ist nicht ich sie wir auf mit für ein eine einen habe hat auch schon wie bin haben werden kann le la les des et je vous nous est pas que qui une dans pour sur avec c'est mon ma votre
    el los las del y en un una por para con su mi yo muy pero como está ha il lo gli che di non per sono è della mio mia questo o os uma não eu meu minha você de het een niet ik van dat dit maar mijn jij zijn
    nie jest się na do że proszę mnie mam co to och att det inte jag som""".split()
    )
    - _COMMON
    - frozenset("die co do to la o mi ha un per que de en on ma le".split())
)
"""Small words of other languages that no English sentence has three of."""


def spoken(language: str) -> bool:
    """Whether these guards read this language."""
    return language.split("-")[0].casefold() in LANGUAGES


def check_tongue(line: str, request: MoveRequest) -> None:
    """Raises RefusedError for another script, or for too few common English words."""
    if not spoken(request.persona.language):
        raise RefusedError(Reason.LANGUAGE)
    letters = [c for c in line if c.isalpha()]
    strange = sum("LATIN" not in unicodedata.name(c, "") for c in letters)
    if strange > FOREIGN * len(letters):
        raise RefusedError(Reason.LANGUAGE)
    said = [word for word in words(line) if word.isalpha()]
    ours = sum(word in _COMMON for word in said)
    theirs = sum(word in _THEIRS for word in re.findall(r"[^\W\d_]+", line.casefold()))
    if len(said) >= _LONG and (ours < _LEAST * len(said) or (theirs >= 3 and 2 * theirs > ours)):
        raise RefusedError(Reason.LANGUAGE)
