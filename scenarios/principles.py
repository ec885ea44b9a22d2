"""The 59 principles of good service that Coolhead trains, each with how play makes it matter and which rules score it.

They come from five short texts on customer service (000 to 004), numbered in the order the texts name them. ``rules`` are
criteria of the rubric, ``measures`` what ``coolhead progress`` tells over many calls, where no one call could show it. A
principle with neither is not judged yet, and ``coolhead principles`` says so.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Principle:
    """One principle: what good service does, what play does about it, what scores it."""

    id: str
    words: str
    mechanism: str
    rules: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()


MEASURES = {
    "progress.unseen": "the level of each skill, on calls not met before, after feedback and retries",
    "progress.own-view": "the trainee's own rating beside the score of the same call: harder or softer on themself",
}
"""What progress tells of a trainee rather than of one call."""


def _rows(*rows: tuple[str, str, str, str]) -> dict[str, Principle]:
    return {id_: _principle(id_, words, mechanism, by.split()) for id_, words, mechanism, by in rows}


def _principle(id_: str, words: str, mechanism: str, by: list[str]) -> Principle:
    rules = tuple(name for name in by if name not in MEASURES)
    return Principle(id_, words, mechanism, rules, tuple(name for name in by if name in MEASURES))


PRINCIPLES: dict[str, Principle] = _rows(
    (
        "000.1",
        "Things go wrong; the work is to make an unhappy customer happy again",
        "every call opens on a real failure and is measured by how the customer leaves",
        "resolution.outcome",
    ),
    (
        "000.2",
        "A wrong step or a wrong word turns unhappy into angry",
        "harmful acts and needless steps both raise anger",
        "calmness.argue calmness.invalidate resolution.pace",
    ),
    ("000.3", "Say hard things in a helpful way", "a refusal with a reason or an option costs little, a bare one costs hope", "honesty.bad-news"),
    ("000.4", "Remove every no that is not needed", "a bare refusal drains hope; the word itself is never counted", "calmness.deflect"),
    (
        "000.5",
        "Keep promises: the rep's word is the firm's word",
        "each promise enters a ledger and comes due in the call or after it",
        "honesty.kept honesty.broken",
    ),
    ("000.6", "Have the means before giving the word", "the desk has limits and checks; promising past them is found out", "honesty.overpromise"),
    ("000.7", "Answer enquiries soon, as a helpful human", "questions left unanswered come back, angrier", "listening.answered honesty.answered"),
    (
        "000.8",
        "Let reps decide; know the limits; do not pass on needlessly",
        "each action shows its limit; handing over what the desk could do loses worth",
        "resolution.needless-handoff",
    ),
    (
        "000.9",
        "Train well; training is an investment",
        "each skill is practised with feedback and retries, comes due again in good time, and is measured on calls not met before",
        "progress.unseen",
    ),
    ("001.1", "Appreciate customers and pay them attention", "facts on the record reward being noticed", "listening.heard"),
    ("001.2", "Be nice; it eases every other step", "courtesy is free of cost and never enough; unkindness is dear", "calmness.hostile"),
    ("001.3", "Be reachable, prompt and complete", "time runs with every reply; several concerns are open at once", "resolution.pace listening.heard"),
    (
        "001.4",
        "Give the benefit of the doubt; do not hide behind policy",
        "blame without evidence and policy without a reason cost trust",
        "calmness.blame calmness.deflect",
    ),
    ("001.5", "Never lose your cool, argue or defend", "customers provoke; a reply that fights back feeds them", "calmness.composed calmness.argue"),
    ("001.6", "Be generous", "goodwill within the limit moves the customer; beyond it the desk refuses", "resolution.over-giving"),
    ("001.7", "Get to the point", "the expert's path sets a par in replies and minutes", "resolution.pace listening.reask"),
    ("001.8", "Find the happiest solution there is", "outcomes differ in what they are worth to this customer", "resolution.outcome"),
    (
        "001.9",
        "Let them hear the smile, even in writing",
        "tone is heard between the lines: a sneer costs even where every word is polite, and warmth is never counted in words",
        "calmness.hostile calmness.tone",
    ),
    ("001.10", "Listen for what they really want", "the demand made first is not always the need; some concerns come out only when asked", "listening.heard"),
    ("001.11", "Feel with them, and mean it", "a named feeling with its cause helps; a stock phrase stops working after one use", "listening.heard"),
    (
        "001.12",
        "Look honestly at how you do",
        "rate yourself before the debrief; the customer's own verdict stands beside it, and over many calls your rating beside the score",
        "progress.own-view",
    ),
    ("002.1", "Politeness alone comes too late", "a polite and useless path loses", "resolution.outcome"),
    ("002.2", "What was advertised must match what is met", "the card holds what was promised at the sale; denying it is a false claim", "honesty.false-claim"),
    ("002.3", "Make contact easy and return calls", "a missed call-back can be where a call starts", "honesty.owned"),
    (
        "002.4",
        "The thing must live up to what was said of it",
        "disputes over what a page or a leaflet said are settled by the facts on the card",
        "honesty.false-claim",
    ),
    ("002.5", "Meet the customer's own expectations", "customers say what they expected; a true expectation can be set in its place", "honesty.bad-news"),
    ("002.6", "Admit that problems happen; decide how to satisfy", "a fault owned before it is found out raises trust most", "honesty.owned"),
    (
        "002.7",
        "Many like complaints: mend the product",
        "a fault that others will meet can be passed inside from the desk, and leaving it undone counts; a shift ends on a note of what ran through its calls",
        "resolution.passed-inside",
    ),
    (
        "002.8",
        "Decide procedures, costs and times beforehand",
        "policy, limits and times stand on the desk for the rep to use and to name",
        "resolution.outcome honesty.overpromise",
    ),
    ("002.9", "Bad stories travel further than good ones", "each ending says what the customer did next and whom they told", "resolution.lost-trust"),
    (
        "002.10",
        "Be easy to reach; no menu loops",
        "earlier failed contacts start the customer hotter, and being sent round again is a harm",
        "calmness.deflect",
    ),
    ("002.11", "The rep must be able to help; nice but helpless frustrates most", "anger has a floor until the problem is solved", "resolution.outcome"),
    ("002.12", "Take responsibility", "owning in the first person counts, and what was undertaken is checked", "honesty.owned honesty.kept"),
    (
        "002.13",
        "Keep examining your methods",
        "a fault in our own way of working turns up in the call, and passing it inside counts; every attempt can be reopened with all its evidence",
        "resolution.passed-inside",
    ),
    (
        "003.1",
        "Do not put service on hold; no transfer chains",
        "holds and transfers cost patience, less with a reason and a time",
        "resolution.needless-handoff resolution.pace",
    ),
    ("003.2", "Better, quicker and courteous at once", "four scores side by side and never one total", "resolution.pace calmness.composed"),
    ("003.3", "Stop, look and listen", "the record holds what a hasty answer misses", "listening.fix-first"),
    ("003.4", "Treat complaints as lessons; remember what matters to them", "asking again for what was given is called out", "listening.reask"),
    (
        "003.5",
        "Respect customers who know their matter; keep the human touch",
        "talking down raises anger fastest in those who know",
        "calmness.invalidate calmness.blame",
    ),
    ("003.6", "Give personal attention", "only words with this case in them count as listening", "listening.heard"),
    (
        "003.7",
        "Talk with happy and unhappy customers and compare",
        "content customers call too, between angry ones; the same rules score both, and attempts are listed side by side",
        "calmness.did",
    ),
    (
        "003.8",
        "Set a date for review; watch the goals",
        "what was promised for a day comes due in the call-back; each debrief ends on one next goal",
        "honesty.kept honesty.broken",
    ),
    ("003.9", "Share the facts; knowledge builds trust", "a fact withheld comes out later and costs trust", "honesty.bad-news honesty.answered"),
    ("003.10", "Expect the worst and have a plan", "beats bring the worst moment when its condition holds", "calmness.composed"),
    (
        "003.11",
        "Follow through: it ends when the problem is gone",
        "agreed but undone comes back; the customer asks whether it is done",
        "resolution.comes-back honesty.broken",
    ),
    ("003.12", "The golden rule", "the customer's own verdict is read in their own words, and one's own replies from their side", "resolution.lost-trust"),
    ("004.1", "Not whatever it takes", "giving beyond the best remedy counts against the resolution", "resolution.over-giving"),
    (
        "004.2",
        "Be honest: as direct an answer as you can",
        "customers ask questions with uncomfortable answers and notice a dodge",
        "honesty.answered honesty.evade",
    ),
    ("004.3", "Deliver what was promised at the sale", "the sale's terms are facts on the card", "honesty.false-claim resolution.outcome"),
    ("004.4", "Own mistakes, yours or the company's", "the rep knows of a fault the customer does not know yet", "honesty.owned"),
    ("004.5", "Having owned it, find a way that satisfies", "owning without a remedy stalls above the floor of anger", "resolution.outcome"),
    (
        "004.6",
        "Stop everything to clear up a misunderstanding",
        "a planted misunderstanding grows each turn and blocks every offer until cleared",
        "listening.cleared",
    ),
    ("004.7", "Most customers are reasonable; settle reasonably", "clear, honest talk lowers the bar for an offer", "resolution.outcome"),
    (
        "004.8",
        "Some are unreasonable; help them see it",
        "where the demand cannot be met, how the refusal is made is what is scored",
        "honesty.bad-news calmness.composed",
    ),
    ("004.9", "Let staff decide, and stand by them", "what is within the limit needs nobody's leave", "resolution.needless-handoff"),
    (
        "004.10",
        "Listen, and pass the news inside quickly",
        "the note on the desk is part of the log; the note that ends a shift is read for cause, number and what would mend it",
        "resolution.passed-inside",
    ),
    (
        "004.11",
        "Say no when it is no, and offer what you can",
        "the impossible demand has a part that can be done, and leaving with the truth is an outcome",
        "resolution.honest-no honesty.bad-news",
    ),
    ("004.12", "A customer can switch in one click", "trust at the end decides what they do next, whatever the fix", "resolution.lost-trust"),
    ("004.13", "Treat staff well", "a limit set to abuse is a good move; pause and leave are always there and cost nothing", "calmness.limit"),
)
"""All principles by id, in order."""
