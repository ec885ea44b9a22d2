"""A sketch as the text of a scenario file: every part with a comment that says what it is for, every guess marked.

The text checks without a fault as it stands, so that an author starts from something that plays.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.shelf import voice_ids
from trainer.authoring.emit import check, clean, comment, folded, line, pairs, sentences
from trainer.authoring.par_lines import par_line
from trainer.authoring.schema import FILE_NAME
from trainer.authoring.sketch import Remedy, Sketch, Trouble, Truth


def written(sketch: Sketch, schema: str = FILE_NAME) -> str:
    """The file's text. ``schema`` is where its schema lies."""
    parts = (_top, _customer, _concerns, _facts, _desk, _outcomes, _more)
    body = [one for part in parts for one in (*part(sketch), "")]
    return "\n".join([f"# yaml-language-server: $schema={schema}", *_head(sketch), "", *body]).rstrip() + "\n"


def _head(sketch: Sketch) -> Iterator[str]:
    yield from comment("A line that begins with # is a remark for you. Lines marked CHECK say what to look at; delete each when you have.")
    if sketch.from_letter:
        yield from check("this was made from a letter. Change the names, and every number or place that leads to a person, before anyone else sees it")
        yield from check(sketch.doubts.get("names", ""))


def _top(sketch: Sketch) -> Iterator[str]:
    doubts = sketch.doubts
    yield from comment("What it is called, and when the call opens. scenario is the file's name too; the weekday must fit the date.")
    yield f"scenario: {sketch.id}"
    yield line("title", sketch.title)
    yield from check(doubts.get("trade", ""))
    yield line("trade", sketch.trade)
    yield from check(doubts.get("business", ""))
    yield line("business", sketch.business)
    yield f"level: {sketch.level}"
    yield line("today", sketch.today)
    yield from check(doubts.get("currency", ""))
    yield f"currency: {sketch.currency}"
    if sketch.par:
        yield from comment("What a good call takes, as it was found in this draft. After larger changes: coolhead par --write FILE")
        yield par_line(sketch.par)
    yield ""
    yield from comment("What the trainee reads before the call: who they are and what they may do. Do not give the answer away.")
    where = f"at {sketch.business}" if sketch.business else f"of a firm in the trade: {sketch.trade}"
    yield from folded(
        "briefing", f"You answer the chat {where}. {sketch.name} has just written. What the record says is on your desk, and so is what you may do."
    )


def _customer(sketch: Sketch) -> Iterator[str]:
    doubts = sketch.doubts
    yield from comment(f"The person who writes. A voice brings their temper and their lines; there are {', '.join(voice_ids())}.")
    yield "customer:"
    yield from check(doubts.get("name", ""), 2)
    yield line("name", sketch.name, 2)
    yield from check(doubts.get("voice", ""), 2)
    yield f"  voice: {sketch.voice}"
    yield from _temper(sketch)
    yield from check(doubts.get("wants", ""), 2)
    yield from folded("wants", sketch.wants, 2)
    if sketch.failed_contacts:
        yield from comment("Earlier tries that went wrong; each starts them a little hotter.", 2)
        yield from check("counted in the letter" if sketch.from_letter else "", 2)
        yield f"  failed_contacts: {sketch.failed_contacts}"
    yield from comment("The first thing they write.", 2)
    yield from check(doubts.get("opening", ""), 2)
    yield from folded("opening", sketch.opening, 2)
    if sketch.demands or sketch.threats:
        yield from comment("Their own words for a moment, said before the voice's.", 2)
        yield "  lines:"
        yield from sentences("demand", sketch.demands, 4)
        yield from sentences("threaten", sketch.threats, 4)


def _temper(sketch: Sketch) -> Iterator[str]:
    if not sketch.temper:
        return
    yield from comment(
        "How hard it is. Easier: less anger, more trust, hope and patience (each 0 to 100), a lower bar (0.5 to 0.8: how good an offer must look), less "
        "reactivity (how hard bad words land), more forgiveness (how far good ones help). Harder: the other way. Tried out with scripted reps: level "
        f"{sketch.level}, and no first reply settles it. coolhead simulate measures it again.", 2
    )  # fmt: skip
    yield f"  temper: {{{', '.join(f'{key}: {value}' for key, value in sketch.temper.items())}}}"
    yield f"  persona: {{{', '.join(f'{key}: {value}' for key, value in sketch.persona.items())}}}"


def _concerns(sketch: Sketch) -> Iterator[str]:
    yield from comment(
        "What hurts, in the order it comes up. says is how they put it, mildest first. heard_if is how a rep would show it was heard, in several "
        'people\'s words, such as "you waited in all day for nothing". It is matched by meaning.'
    )
    yield "concerns:"
    for trouble in sketch.troubles:
        yield from _concern(trouble, sketch)


def _concern(trouble: Trouble, sketch: Sketch) -> Iterator[str]:
    yield f"  - id: {trouble.id}"
    yield from check(sketch.doubts.get("what", "") or ("what hurts and what shows it was heard are drafts from the letter" if sketch.from_letter else ""), 4)
    yield from check(trouble.doubt, 4)
    yield from folded("what", trouble.what, 4)
    yield from sentences("says", trouble.says, 4)
    yield from check("" if sketch.from_letter else "add two or three more to heard_if, in other words", 4)
    yield from sentences("heard_if", trouble.heard_if, 4)
    if trouble.asks:
        yield from comment("Their questions, each with the fact that answers it.", 4)
        if any(not question.answered_by for question in trouble.asks):
            yield from check(
                "any straight reply will do for an answer until you name what answers each question: answered_by: the-id-of-a-fact, or "
                'answer_if: ["sentences that answer it"]', 4
            )  # fmt: skip
        yield "    asks:"
        for question in trouble.asks:
            yield "      - " + line("ask", question.ask)
            if question.answered_by:
                yield f"        answered_by: {question.answered_by}"


def _facts(sketch: Sketch) -> Iterator[str]:
    yield from comment(
        'What is true. A rep who says a false_if sentence has lied, so write whole ones, such as "it was posted on Monday". fault: ours makes owning it '
        "count. known_to is rep, customer, both, or nobody until an action tells it."
    )
    yield from check(sketch.doubts.get("whose", ""))
    yield "facts:"
    for fact in sketch.facts:
        yield from _fact(fact)


def _fact(fact: Truth) -> Iterator[str]:
    yield f"  - id: {fact.id}"
    yield from check(fact.doubt, 4)
    yield from folded("true", fact.true, 4)
    yield f"    known_to: {fact.known_to}"
    yield f"    fault: {'ours' if fact.ours else 'nobody'}"
    yield from sentences("told_if", fact.told_if, 4)
    if fact.false_if:
        yield from sentences("false_if", fact.false_if, 4)
    else:
        yield from check("write two or three sentences that would be a lie about it, and take the # away", 4)
        yield '    #false_if: ["a whole sentence that contradicts it", "another one"]'


def _desk(sketch: Sketch) -> Iterator[str]:
    yield from comment(
        "The rep's side: the record as the screen shows it, what policy allows, what nobody here can promise, and what can be done. Do not write the "
        "customer's own story on the record: a rep who says it back would be reading it out."
    )
    yield "desk:"
    yield from check("add what our own side wrote down; the letter knows only the customer's" if sketch.from_letter else sketch.doubts.get("record", ""), 2)
    yield "  record: |"
    yield from (f"    {clean(one)}" for one in sketch.record or (sketch.name,))
    yield from check("this is a guess; write your rules" if sketch.from_letter or "remedy" in sketch.doubts else "", 2)
    yield from sentences("policy", _policy(sketch), 2)
    yield from check(sketch.doubts.get("never", "") or ("write what reps are tempted to promise here" if sketch.from_letter else ""), 2)
    yield from sentences("cannot", sketch.cannot, 2)
    if sketch.known:
        yield from comment("What is on the record already: asking for it again annoys.", 2)
        yield from pairs("known", sketch.known, 2)
    yield from comment("Each action under an id of your own: what it is, how long it takes, what it gives, and sentences by which a rep offers it.", 2)
    yield from check(sketch.doubts.get("remedy", "") or ("guessed from what the letter asks for" if sketch.from_letter else ""), 2)
    yield "  actions:"
    settling = [remedy for remedy in sketch.remedies if remedy.settles]
    for remedy in sketch.remedies:
        yield from _action(remedy, gives=remedy.id if settling == [remedy] else "")


def _policy(sketch: Sketch) -> Iterator[str]:
    for remedy in sketch.remedies:
        limit = f", up to {remedy.up_to}, without asking" if remedy.up_to else ""
        yield f"You may {remedy.what}{limit}."


def _action(remedy: Remedy, *, gives: str) -> Iterator[str]:
    yield f"    {remedy.id}:"
    yield line("what", remedy.what, 6)
    if remedy.up_to:
        yield f"      up_to: {remedy.up_to}"
    yield "      takes: 2m"
    if not remedy.up_to:
        yield from ("      # When it reaches the customer; change it and take the # away:", "      #arrives: Friday 12:00")
    if gives:
        yield f"      gives: {gives}"
    if not remedy.settles:
        yield "      # It gives no outcome: a gesture on top, which settles nothing by itself."
    yield from sentences("offer_if", remedy.offer_if, 6)


def _outcomes(sketch: Sketch) -> Iterator[str]:
    yield from comment(
        "The ways it can end well, and what each is worth to this customer, from 0 to 1. needs: every action it takes. A lesser ending, for less worth, "
        "may stand beside it. One that takes no action needs takes_if: sentences that put it."
    )
    yield "outcomes:"
    settling = [remedy for remedy in sketch.remedies if remedy.settles]
    yield f"  {settling[0].id if len(settling) == 1 else 'all-put-right'}:"
    yield "    worth: 1.0"
    yield from folded("what", "; ".join(remedy.what for remedy in settling), 4)
    if len(settling) > 1:
        yield f"    needs: [{', '.join(remedy.id for remedy in settling)}]"


def _more(sketch: Sketch) -> Iterator[str]:
    yield from comment("When this plays well, give it more: a scripted moment, a misunderstanding, what is said at the end. docs/authors.md has them all.")
    yield "#beats:"
    yield f"#  - when: {{from_reply: 3, unheard: {sketch.troubles[0].id}}}"
    yield '#    says: "What the customer says when this has not been heard by the third reply."'
