"""How rough a line is, against the dial of the call; and what no dial admits.

Over-acting is roughness too: a model told that somebody is angry shouts.
"""

from __future__ import annotations

import re

from scenarios.moves import Intensity
from trainer.voices.guards.normal import straight
from trainer.voices.guards.reasons import Reason, RefusedError
from trainer.voices.request import MoveRequest

_NEVER = re.compile(
    r"\b(?:kill (?:yo)?ur ?sel(?:f|ves)|kys|(?:i(?:'ll| will| am going to|'m going to|'m gonna| hope)?|gonna) (?:will |to )?(?:kill|hurt|stab|shoot|beat|find|burn|smash|rape) (?:you|u|your|ur|yer)\b(?! (?:email|a seat))|hope (?:you|u|ya|yer) (?:die|get cancer|burn|choke|rot)|smash (?:your|ur|yer) (?:face|head|teeth)|know where (?:you|u) (?:work|live|sleep)|waiting for (?:you|u) outside|(?:and )?your (?:kids|children|family|mother) (?:with you|too)\b"
    r"|go back (?:to )?where|(?:bloody|typical|fucking|stupid|dirty) (?:foreign\w*|immigrants?|muslims?|jews?|pakis?|indians?|poles?|gypsy|gypsies|blacks?|women|gays?)|you people from|retard\w*|spastic|mong|nigg\w+|fag\w*|tranny|paki|chink|kike|dyke|slut|whore|rape\w*|terrorist)\b",
    re.IGNORECASE,
)
"""Violence, and contempt for what somebody is."""

_SWEARING = re.compile(
    r"\b(?:f+u+c+k\w*|f\*+\w*|sh[i1]t\w*|bull ?sh[i1]t\w*|shite|cunt\w*|twat\w*|wank\w*|bollocks|arse\w*|ass ?hole\w*|bastards?|bitch\w*|prick|dick(?:head)?|cock(?:-up)?|piss(?:ed|ing)?(?: off)?|bloody|damned?|goddamn\w*|crap\w*|bugger\w*|sod off|knob(?:head)?)\b",
    re.IGNORECASE,
)
_VILE = re.compile(r"\b(?:cunt\w*|motherf\w+|pricks?)\b", re.IGNORECASE)
_INSULT = re.compile(
    r"\b(?:idiots?|idiotic|morons?|moronic|imbeciles?|cretins?|dimwits?|halfwits?|(?:bunch of|you|bloody|stupid) (?:[a-z]+ )?fools?|muppets?|clowns? like you|(?:useless|worthless|stupid|silly|dozy|dim|dull|daft|impertinent|arrogant|insufferable|lazy|miserable|heartless|dopey|gormless|thick|pathetic|incompetent|horrible|nasty|brainless|ignorant|insolent|bloody useless) (?:little |old |fat |bloody )*(?:sod|girl|boy|man|woman|cow|git|lump|twat|person|people|prick|article|oaf|creature|piece|madam|robot|machine|child|melt|waste|pig|bitch|lot|so-and-so)"
    r"|(?:you|ur|u|you're|you are|are you|r u) (?:a |an |really |just |so |that |absolute |total |complete |born this )*(?:thick|stupid|dumb|dense|braindead|brain-dead|scum|pig|loser|liar|rat|disgusting)|jobsworth git|scum\w*|numpty|dickhead|pillock|plonker|bellend|sod\b|gits?\b|melt\b|dumbass|use your brain|you(?: absolute| useless| total)+ [a-z]+)\b",
    re.IGNORECASE,
)
_ATTACK = re.compile(
    r"\b(?:useless|hopeless|clueless|incompeten\w+|crooks?|thieves|liars?|lying|clowns?|jokers?|shambles|pathetic|robbers?|scam\w*|cowboys?|bunch of|waste of (?:space|a chair|time)|couldn't run a|worst (?:company|bank|shop|service))\b",
    re.IGNORECASE,
)

CAPITALS, SHOUTED = 0.4, 7
"""Share of words all in capitals, and their number, from which a line shouts."""
EXCLAMATIONS = 3
_WORD = re.compile(r"[^\W\d_]{2,}")


def check_roughness(line: str, request: MoveRequest) -> None:
    """Raises RefusedError for a line this call's dial does not admit."""
    text, given = straight(line), straight(request.written)
    if _NEVER.search(text) or _shouts(text, given):
        raise RefusedError(Reason.TOO_ROUGH)
    dial, personal = request.intensity, request.personal
    shut = [_VILE]
    shut += [] if dial is Intensity.RAW else [_SWEARING]
    shut += [] if personal and dial is Intensity.RAW else [_INSULT]
    shut += [_ATTACK] if dial is Intensity.CALM else []
    if any(found[0].casefold() not in given.casefold() for pattern in shut for found in pattern.finditer(text)):
        raise RefusedError(Reason.TOO_ROUGH)


def _shouts(text: str, given: str) -> bool:
    words = _WORD.findall(text)
    loud = [word for word in words if word.isupper()]
    own = [word for word in _WORD.findall(given) if word.isupper()]
    return (len(loud) >= SHOUTED and len(loud) > CAPITALS * len(words) and len(loud) > len(own)) or text.count("!") > max(EXCLAMATIONS - 1, given.count("!"))
