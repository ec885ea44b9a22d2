"""A breathless sentence cut where its writer would have drawn breath: before an ``and`` or a bare ``i`` that begins something new."""

from __future__ import annotations

import re

_LONG = 200
"""Characters from which a sentence with hardly a stop in it is cut."""
_SHORT = 24
"""Characters a piece has at least."""
_STOPS = re.compile(r"[,;:.!?](?=\s)")
_WHO = (
    r"(?:i|im|i'm|ive|i've|it|its|it's|he|hes|she|shes|they|theyre|theyve|we|weve|you|u|your|my|our|the|this|that|thats|theres|there|some|somebody|someone|nobody|"
    r"noone|no one|now|last|then|when|a|an|one|all)\b"
)
_JOINED = re.compile(rf"(?:and|but|so|then|cos|coz|plus)\s+(?:(?:then|also|so|now|still)\s+)*{_WHO}", re.IGNORECASE)
_BARE = re.compile(r"(?:i|im|i'm|ive|i've|thats|theres)\s", re.IGNORECASE)
_LEADS_ON = frozenset(
    "and but all why how who that what when than even then like said told case know plus time days day way cos coz if as so or because where until after before while since "
    "which thing things money one first".split()
)
"""What a bare ``i`` belongs to when it comes after it."""


def pieces_of(sentence: str) -> list[str]:
    """The sentence in pieces, as it was written; whole where it has stops of its own or is short."""
    if len(sentence) < _LONG or len(_STOPS.findall(sentence)) * 90 > len(sentence):
        return [sentence]
    pieces = [""]
    before = ""
    for word in re.finditer(r"\S+", sentence):
        rest = sentence[word.start() :]
        new = _JOINED.match(rest) or (before not in _LEADS_ON and _BARE.match(rest))
        if new and len(pieces[-1]) >= _SHORT and len(rest) >= _SHORT:
            pieces.append(word[0])
        else:
            pieces[-1] = f"{pieces[-1]} {word[0]}".strip()
        before = word[0].lower()
    return pieces
