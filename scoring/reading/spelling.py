"""How people type: contractions, text-speak, dialect words and the commonest typos, as tables.

Only words that carry meaning for a reader are mended, and only when nothing else is likely to be meant: a wrong guess
would put words in the rep's mouth.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein


def _pairs(table: str) -> dict[str, tuple[str, ...]]:
    """``dont=do not; im=i am`` as a mapping."""
    pairs = (item.partition("=") for item in table.replace("\n", ";").split(";") if "=" in item)
    return {left.strip(): tuple(right.split()) for left, _, right in pairs}


CONTRACTIONS = _pairs("""
won't=will not; can't=can not; cannot=can not; shan't=shall not; ain't=is not; let's=let us; y'all=you all; ma'am=madam; o'clock=oclock
it's=it is; that's=that is; there's=there is; here's=here is; what's=what is; who's=who is; where's=where is; how's=how is; when's=when is
he's=he is; she's=she is; everything's=everything is; nothing's=nothing is; one's=one is; nobody's=nobody is; somebody's=somebody is; someone's=someone is; somebodys=somebody is; someones=someone is; everyones=everyone is; nobodys=nobody is
dont=do not; doesnt=does not; didnt=did not; wont=will not; cant=can not; isnt=is not; arent=are not; wasnt=was not; werent=were not
havent=have not; hasnt=has not; hadnt=had not; wouldnt=would not; couldnt=could not; shouldnt=should not; aint=is not; mustnt=must not
im=i am; ive=i have; youre=you are; youve=you have; youll=you will; youd=you would; theyre=they are; theyve=they have; theyll=they will
weve=we have; shes=she is; hes=he is; thats=that is; theres=there is; whats=what is; heres=here is; itll=it will; thatll=that will; wouldve=would have
shouldve=should have; couldve=could have; mightve=might have; mustve=must have; lets=let us; whos=who is; wheres=where is; hows=how is; theyd=they would
gonna=going to; wanna=want to; gotta=have to; gotcha=got you; lemme=let me; gimme=give me; dunno=do not know; kinda=kind of; sorta=sort of; shoulda=should have
coulda=could have; woulda=would have; outta=out of; didja=did you; doncha=do not you; innit=is it not; 'twas=it was; tis=it is; hafta=have to; oughta=ought to
needn't=need not; neednt=need not; mightn't=might not; oughtn't=ought not; mayn't=may not; d'you=do you; how'd=how did; why'd=why did
""")

HABITS = _pairs("""
u=you; ur=your; r=are; y=why; k=ok; okay=ok; okey=ok; okie=ok; pls=please; plz=please; plse=please; thx=thanks; tx=thanks; thnx=thanks; ty=thanks
cheers=thanks; tq=thanks; thankyou=thank you; ta=thanks
sory=sorry; sorrry=sorry; sorri=sorry; txt=text; dat=that; dis=this; da=the; bout=about; gud=good; wat=what; wen=when; wer=where; cos=because
coz=because; cuz=because; bc=because; bcoz=because; becos=because; b4=before; befor=before; bfore=before; bfor=before; 2day=today; 2moro=tomorrow; tmrw=tomorrow; tmr=tomorrow
tomoz=tomorrow; tomoro=tomorrow
tommorow=tomorrow; tommorrow=tomorrow; tomorow=tomorrow; appt=appointment; msg=message; msgs=messages; asap=as soon as possible; acct=account
mins=minutes; min=minute; hrs=hours; hr=hour
wk=week; wks=weeks; gd=good; sry=sorry; soz=sorry; srry=sorry; sozz=sorry; tho=though; thru=through; ya=you; yer=your; ye=you; youse=you; yous=you
nite=night; wud=would; cud=could; sumone=someone; sum1=someone; shud=should
aye=yes; yeah=yes; yep=yes; yup=yes; yh=yes; nah=no; nope=no; defo=definitely; deffo=definitely; def=definitely; prob=probably; probs=probably
abt=about; info=information
mon=monday; tue=tuesday; tues=tuesday; wed=wednesday; weds=wednesday; thu=thursday; thur=thursday; thurs=thursday; fri=friday
callback=call back; call-back=call back; callbacks=call backs; call-backs=call backs
rn=right now; idk=i do not know; imo=in my opinion; tbh=to be honest; np=no problem; ppl=people; w=with; wit=with; em=them; ur's=yours; hiya=hi
heya=hey; hello=hello
alot=a lot; recieve=receive; recieved=received; definately=definitely; definitly=definitely; apologize=apologise; apologized=apologised
apologizing=apologising; appologise=apologise; appologies=apologies
apologys=apologies; appology=apology; wether=whether; wich=which; becuase=because; becasue=because; teh=the; adress=address; seperate=separate
untill=until; wasen't=was not; didn=did not; don=do not
favour=favour; canceled=cancelled; canceling=cancelling; realize=realise; recognize=recognise; center=centre; bout=about; nuttin=nothing
nuthin=nothing; wi=with; nowt=nothing; owt=anything; summat=something; naw=no
wasnae=was not; cannae=can not; dinnae=do not; isnae=is not; didnae=did not; wouldnae=would not; couldnae=could not; hasnae=has not
willnae=will not; ken=know; nae=no; tha=you; thee=you; hev=have
havenae=have not; havnae=have not; hadnae=had not; doesnae=does not; disnae=does not; arenae=are not; werenae=were not; wisnae=was not; shouldnae=should not; mustnae=must not
dinna=do not; didna=did not; canna=can not; winna=will not; wasna=was not; isna=is not; hasna=has not; wouldna=would not; couldna=could not; shouldna=should not
didny=did not; wasny=was not; isny=is not; hasny=has not; doesny=does not; couldny=could not; wouldny=would not; divvent=do not; divn't=do not; amnt=am not
naebody=nobody; naebdy=nobody; naeb'dy=nobody; naeone=no one; naething=nothing; naethin=nothing; naewhere=nowhere; nane=none; nobdy=nobody; noone=no one
nothin=nothing; nuffin=nothing; nuffink=nothing; nothink=nothing; nocht=nothing; nivver=never; niver=never; ne'er=never
""")

PARTICIPLES = frozenset(
    "been had done gone got gotten told said sent paid left lost broken broke rung rang called put let made taken given come kept held "
    "found known seen shown written spoken "
    "heard felt bought brought caught sold stood understood meant read said set thought turned".split()
)

CUES = tuple(
    "sorry apologise apologies apology understand frustrating frustrated frustration annoyed annoying unfortunately refund refunded "
    "replacement replace courier delivery delivered supervisor manager "
    "policy mistake fault guarantee promise definitely tomorrow today check checking checked looking address account order number "
    "message question answer problem possible impossible please thanks "
    "thank because should would could cannot nothing something someone everything anything already immediately appreciate patience "
    "inconvenience department colleague transfer transferring escalate "
    "cancel cancelled option options either whichever prefer happened received confirm confirmed booked reserved arranged credit "
    "voucher believe business customer customers terrible disappointed "
    "upset angry worried stressful complaint complain technician engineer appointment available responsible responsibility straight honest honestly".split()
)
_KNOWN = frozenset(CUES) | frozenset(
    "worry sort sorting thing think thinks thank though thought through there their these those where which while about after again being "
    "other order ordered border offer either others refunds "
    "chucked chucking locking noting guarantor customary supervision manage managed managing managers mistakes faults promised promises checks checker lookin cooking booking answers answered "
    "questions problems options possibly impossibly credits "
    "credited vouchers believed messages accounts addresses numbers numbered polices police policies places pleased pleas pleasure "
    "appreciated appreciates honesty honour straights options "
    "happen happens happening receive receives receipt confirms confirming cancels cancelling arranging arrange reserve reserves "
    "delivers deliver deliveries apologised apologising "
    "understands understanding understood replaces replaced replacing couriers engineers technical technicians customers' businesses "
    "complaints complained complaining should could would "
    "unfortunate fortunately upsets setup worries worrying angrily anger promote premise departs departments colleagues transfers "
    "transferred escalated escalating impatience patient patients "
    "convenience inconvenient available unavailable responsible irresponsible".split()
)

_WITHOUT_E = re.compile(r"(?=[a-z]{4})[a-z]*[bcfgkmpstvxz]d$")
"""No English word ends so: "lookd", "askd", "chargd" have lost the e of their past."""


@lru_cache(maxsize=8192)
def mend(word: str) -> str:
    """The cue word a mistyped word must have been, or the word itself.

    One slip is forgiven from six letters on, two from nine on; the first letter has to be right, so that a different
    word ("worry", "cover") is not turned into a cue.
    """
    if _WITHOUT_E.match(word):
        return f"{word[:-1]}ed"
    if len(word) < 6 or len(word) > 16 or word in _KNOWN or not word.isascii():
        return word
    slips = 2 if len(word) >= 9 else 1
    for cue in CUES:
        if (
            cue[0] == word[0]
            and abs(len(cue) - len(word)) <= slips
            and not _is_form(word, cue)
            and DamerauLevenshtein.distance(cue, word, score_cutoff=slips) <= slips
        ):
            return cue
    return word


def _is_form(word: str, cue: str) -> bool:
    """Whether the word is a sound English form of the cue (``orders``, ``ordering``) rather than a slip."""
    shared = min(len(word), len(cue)) - 1
    return word[:shared] == cue[:shared] and word.endswith(("s", "d", "ed", "ing", "er", "ly", "r", "y", "e", "n", "t"))
