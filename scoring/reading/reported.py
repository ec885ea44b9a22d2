"""A report in bare grammar, put in the tense it means: "I already pay it back" says that it has been paid back.

Terse and second-language reps tell of a step taken in the present tense, with "already" or with what was answered beside it. Only the
rep's own clause is put so, and only where nothing in it looks ahead: "I pay it back now" undertakes.
"""

from __future__ import annotations

import re

_VERBS = dict(
    pair.split("=")
    for pair in """pay=paid repay=repaid refund=refunded credit=credited waive=waived transfer=transferred cancel=cancelled stop=stopped freeze=frozen book=booked
    rebook=rebooked reserve=reserved arrange=arranged send=sent post=posted dispatch=dispatched ship=shipped email=emailed mail=mailed text=texted order=ordered
    reorder=reordered give=given put=put take=taken add=added issue=issued release=released return=returned move=moved change=changed swap=swapped
    exchange=exchanged replace=replaced switch=switched tell=told ask=asked ring=rung call=called phone=phoned message=messaged speak=spoken talk=talked
    report=reported pass=passed inform=informed make=made do=done write=written log=logged note=noted open=opened close=closed""".split()
)
_DOES = "|".join(_VERBS)
_WHO = r"(?P<who>\b(?:i|we))"
_SMALL = r"(?:(?:just|now|also|both|all|even|only) )*"
_TO_COME = re.compile(
    r"\b(?:will|would|can|could|shall|should|may|might|must|if|when|once|until|unless|whether|tomorrow|later|soon|next|in a (?:minute|moment|second)|want|need|going to|let me|always|usually|normally|every)\b"
)
_ALREADY_DOES = re.compile(rf"(?:{_WHO} |^(?:(?:and|so|yes|ok|but|,) )*){_SMALL}already {_SMALL}(?P<verb>{_DOES})\b")
_DOES_ALREADY = re.compile(rf"{_WHO} {_SMALL}(?P<verb>{_DOES})\b(?=[^.;:!?]* already\b)")
_TALK = "|".join("ask ring call phone message tell speak talk text email".split())
_AND_HEARD = re.compile(
    rf"{_WHO} {_SMALL}(?P<verb>{_TALK})\b(?= [^.;:!?]*?(?: ,| and|) (?:he|she|they) (?:now )?(?:say|says|said|tell|tells|told|agree|agrees|agreed|confirm|confirms|confirmed|promise|promises|promised)\b)"
)
"""What was answered has been asked."""


_THAT_IS = re.compile(
    r"^(?P<lead>(?:(?:right|ok|well|so|there|and|now|yes|grand|,) )*)that is (?P<what>it|that|them|everything|all of (?:it|them)|(?:the|your) \w+) (?:(?:all|now|just|already) )*"
    r"(?P<verb>done|sorted|spread|split|booked|cancelled|paid|sent|refunded|credited|stopped|frozen|moved|changed|switched|ordered|reserved|cleared|wiped|waived|replaced|arranged|entered|added)\b(?! (?:by|on \w+day|yesterday|last|ago))"
)
"""How Scots and Northern reps report: "that's it spread for you"."""


def reported(mended: str) -> str:
    """Mended words, with what the rep reports in the present put as done; other words as they are."""
    if found := _THAT_IS.match(mended):
        return f"{found['lead']}i have {found['verb']} {found['what']}{mended[found.end() :]}"
    if not ("already" in mended or _AND_HEARD.search(mended)) or _TO_COME.search(_HEARD_SAID.sub(" ", mended)):
        return mended
    for way in (_ALREADY_DOES, _DOES_ALREADY, _AND_HEARD):
        if found := way.search(mended):
            start, end = found.span("verb")
            lead = mended[: found.start()] + (f"{found['who']} have " if found["who"] else "i have ")
            between = mended[found.end("who") : start].strip() if found["who"] else "already"
            return " ".join(f"{lead}{between} {_VERBS[found['verb']]}{mended[end:]}".split())
    return mended


_HEARD_SAID = re.compile(
    r"\b(?:he|she|they) (?:\w+ )?(?:say|says|said|tell|tells|told|agree|agrees|agreed|confirm|confirms|confirmed|promise|promises|promised)\b.*"
)
"""What somebody else said may look ahead as it likes."""
