"""A hurried writer's words as they are spelt: for sorting a letter and for what the rep and the file say of it.

The customer's own lines keep their spelling; it is how they write. A table and no guessing: a wrong word in the file is worse than a misspelt one.
"""

from __future__ import annotations

import re

_PAIRS = """
orderd=ordered; oderd=ordered; payed=paid; payd=paid; sed=said; sayd=said; wat=what; wot=what; wen=when; wer=where; u=you; ur=your; r=are; bak=back; mony=money; muny=money; monney=money
doughter=daughter; doughters=daughter's; dauter=daughter; birfday=birthday; bday=birthday; freind=friend; freinds=friends; cryd=cried; cryed=cried; infront=in front
rong=wrong; rang=rang; spelt=spelt; ment=meant; brok=broke; brokn=broken; broked=broke; recieve=receive; recieved=received; definately=definitely; apolagy=apology; appology=apology; apologie=apology
refound=refund; refud=refund; refunt=refund; delivry=delivery; delivary=delivery; deliverd=delivered; arived=arrived; arive=arrive; tryed=tried; stoped=stopped; cald=called; calld=called
anser=answer; ansered=answered; answerd=answered; replyed=replied; compleat=complete; complane=complain; complaned=complained; complant=complaint; servise=service; custumer=customer; custommer=customer
nobdy=nobody; noone=no one; becuase=because; becos=because; cos=because; coz=because; tho=though; thru=through; alot=a lot; wk=week; wks=weeks; pls=please; plz=please; msg=message; tomoro=tomorrow
tommorow=tomorrow; tomorow=tomorrow; yestaday=yesterday; wensday=Wednesday; febuary=February; adress=address; seperate=separate; untill=until; thats=that's; wasnt=wasn't; didnt=didn't; doesnt=doesn't
dont=don't; cant=can't; wont=won't; isnt=isn't; havent=haven't; hasnt=hasn't; wouldnt=wouldn't; couldnt=couldn't; im=I'm; ive=I've; shes=she's; hes=he's; youve=you've; theyve=they've; teh=the; hav=have
disapointed=disappointed; disapointing=disappointing; horible=horrible; terible=terrible; dammaged=damaged; damiged=damaged; repare=repair; reapir=repair; replacment=replacement; ingineer=engineer; enginer=engineer
"""
_TABLE = {left.strip(): right.strip() for left, _, right in (pair.partition("=") for pair in _PAIRS.replace("\n", ";").split(";")) if right}
_WORD = re.compile(r"[A-Za-z]+(?![\w'’])")
_SHOUTED = re.compile(r"\b[A-Z]{2,}\b")
_SHORT_FORMS = frozenset("GBP EUR USD CHF AUD CAD VAT MOT NHS SIM ATM PIN GP TV DVD USB BBC AA RAC CEO UK USA EU ID OK".split())
_CALENDAR = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December")


def mended(sentence: str) -> str:
    """The sentence in the usual spelling."""
    return _WORD.sub(_mended, sentence)


def calmed(sentence: str) -> str:
    """The sentence without its shouting; one with few capitals stays as it is."""
    return _SHOUTED.sub(_calmed, sentence) if any(len(one) > 2 for one in _SHOUTED.findall(sentence)) else sentence


def _mended(word: re.Match[str]) -> str:
    right = _TABLE.get(word[0].lower(), "")
    return (right[:1].upper() + right[1:] if word[0][0].isupper() else right) if right else word[0]


def _calmed(word: re.Match[str]) -> str:
    if word[0] in _SHORT_FORMS:
        return word[0]
    low = word[0].lower()
    return low.title() if _CALENDAR.fullmatch(low.title()) else low
