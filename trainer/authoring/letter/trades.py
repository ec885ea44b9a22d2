"""Which trade a letter is about: the words each is known by. A guess, so the nearest others are told too."""

from __future__ import annotations

import re

MOST = 4
"""Trades that are offered to choose from."""
UNKNOWN = "customer service"

_CUES = (
    ("airline", r"flights?|airline|boarding|airport"),
    ("rail travel", r"trains?|railcard|platform"),
    ("bus company", r"bus|buses|bus driver|timetable"),
    ("taxis", r"taxi|minicab"),
    ("ferries", r"ferry|ferries|sailing|car deck"),
    ("hotel", r"hotel|check-?in|room \d|our room|our stay|sea view|nights?|reception|my room|suite|reception desk|twin (?:room|beds)|guest ?house"),
    ("holiday lets", r"cottage|holiday let|villa|caravan"),
    ("travel agency", r"travel agents?|package holiday|tour operator|cruise"),
    ("internet provider", r"broadband|router|wi-?fi|internet|fibre"),
    ("phone network", r"sim card|mobile contract|roaming|handset"),
    ("heating engineers", r"boiler|radiators?|heating"),
    ("plumbers", r"plumbers?|tap|taps|cistern|blocked drain|toilet"),
    ("electricians", r"electricians?|fuse ?box|rewir\w+|sockets?"),
    ("energy supplier", r"meter reading|smart meter|electricity|kwh|tariff"),
    ("water company", r"water (?:company|bill|meter|main)|sewage|no water"),
    ("parcel delivery", r"parcel|courier|package"),
    ("removals", r"removals?|movers|moving day|packing crates?"),
    ("self storage", r"storage|storage (?:unit|room|locker)|unit \d+|(?:rent\w*|hir\w+|my|our|the) (?:unit|lock-?up)|lockers?|lock-?ups?|padlocks?"),
    ("furniture", r"sofa|mattress|wardrobe|armchair|bed frame|dining table"),
    ("baby goods", r"cots?|prams?|pushchair|buggy|high ?chair"),
    ("car repair", r"tyres?|garage|mot|brake pads|clutch|exhaust|gearbox"),
    ("car hire", r"hire car|rental car|rented a car"),
    ("driving school", r"driving (?:lessons?|instructor|school|test)"),
    ("bank", r"overdraft|current account|standing order|bank branch|fraud team"),
    ("insurance", r"insurance|policyholder|premium|loss adjuster|insured|claims?|policy"),
    ("doctor's surgery", r"surgery|patient|doctor|appointments?"),
    ("pharmacy", r"pharmacy|pharmacist|chemist|tablets|prescription"),
    ("optician", r"opticians?|glasses|spectacles|varifocals?|lenses|eye test"),
    ("letting agency", r"landlord|tenant|renting|our flat|my flat|apartment|letting"),
    ("dental practice", r"dentist|dental|tooth|crown|filling"),
    ("hospital", r"ward|outpatients?|hospital appointment"),
    ("care home", r"care home|carers?|resident"),
    ("restaurant", r"restaurant|waiter|waitress|starter|our table|menu"),
    ("takeaway", r"takeaway|pizza|curry"),
    ("catering", r"caterer|buffet|catering|cake|bakery"),
    ("photography", r"photographer|wedding photos|album"),
    ("bicycle shop", r"bike|bicycle"),
    ("kennels", r"kennels?|cattery|our dog|my dog|the vet"),
    ("dog grooming", r"groom(?:ing|er|ers|ed)?|clippers|shaved|poodle|cockapoo"),
    ("vet", r"vets?|vet's"),
    ("hairdresser", r"hairdresser|haircut|salon|stylist|highlights"),
    ("florist", r"flowers|bouquet|florist|wreath"),
    ("jeweller", r"jewellers?|(?:wedding|engagement) ring|necklace|bracelet|watch strap"),
    ("computer repair", r"laptop|computer|hard (?:disk|drive)|datas?|screen"),
    ("dry cleaning", r"dry[ -]clean\w*"),
    ("launderette", r"launderette|laundry|tumble drier|big machine"),
    ("clothes shop", r"dress|coat|trousers|shirt|jacket"),
    ("kitchen appliances", r"washing machine|fridge|freezer|dishwasher|oven|tumble dryer"),
    ("building work", r"builders?|roof|plaster|scaffold|tiler|extension"),
    ("garden centre", r"plants?|garden centre|hedge|turf"),
    ("tickets", r"tickets?|concert|box office|gig"),
    ("fitness club", r"gym|membership|fitness"),
    ("school", r"school|teacher|headteacher|pupils?"),
    ("nursery", r"nursery|key ?worker|childminder"),
    ("council", r"council|bins?|refuse|parking (?:fine|permit)"),
    ("funeral directors", r"funeral directors?|undertakers?|coffin"),
    ("online shop", r"ordered|website|online order"),
    ("shop", r"shop|store|till"),
)
_IN_NAME = 4
_BROAD = frozenset({"online shop", "shop"})
"""Said of any trade, and taken only where no other is named."""


def trades_in(text: str, firm: str = "") -> tuple[str, ...]:
    """The trades a letter names, the one it names most first; what is said of the firm, or stands in its name, weighs more than what the trouble hit."""
    found = [(trade not in _BROAD, _weight(cue, text, firm), -n, trade) for n, (trade, cue) in enumerate(_CUES)]
    return tuple(one[-1] for one in sorted(found, reverse=True) if one[1])[:MOST]


def _weight(cue: str, text: str, firm: str) -> int:
    """How often it is named: once more where it is yours, the firm's, and ``_IN_NAME`` more where the firm is called by it."""
    named = len(re.findall(rf"\b(?:{cue})\b", text, re.IGNORECASE)) + len(re.findall(rf"\byour (?:[\w-]+ )?(?:{cue})\b", text, re.IGNORECASE))
    return named + _IN_NAME * bool(re.search(rf"\b(?:{cue})\b", firm, re.IGNORECASE))
