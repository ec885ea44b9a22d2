"""What no author can have meant: endings nobody reaches, dates that do not exist, moments that never come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import islice

from scenarios.checks.tree import find, named, number, one, squashed, texts
from scenarios.problems import MAX_PROBLEMS, Code, Problem, did_you_mean, fault, shown
from scenarios.quantities import Money, clock_in, parse_moment, parse_money
from scenarios.yaml_source import Node, Path, Source

Rule = Callable[[Source], Iterator[Problem]]


def reachable(source: Source) -> Iterator[Problem]:
    """Outcomes nobody can bring about, or not within the rep's authority."""
    names = named(source, "outcomes")
    if any(isinstance(group, list) for home in ("desk.actions", "outcomes") for _, group in find(source.data, home)):
        return  # told as a fault of shape; none of its ids can be known
    meant = {did_you_mean(gives, names) for _, gives in islice(texts(source.data, "desk.actions.*.gives"), MAX_PROBLEMS) if gives not in names}
    givers: dict[str, list[dict[str, Node]]] = defaultdict(list)
    for _, action in find(source.data, "desk.actions.*"):
        if isinstance(action, dict) and isinstance(gives := action.get("gives"), str) and not action.get("refused"):
            givers[gives].append(action)
    for path, outcome in find(source.data, "outcomes.*"):
        name = str(path[-1])
        if not isinstance(outcome, dict) or name in meant:  # a misspelt 'gives' is told at the action, once
            continue
        able = givers[name]
        if not able and not outcome.get("takes_if") and not outcome.get("needs"):
            yield fault(Code.UNREACHABLE, source.name, source.key_at(path), f"Nothing brings about the outcome '{shown(name)}'.", _how_to_reach(source, name))
        least, most = _money(outcome.get("at_least")), [_money(action.get("up_to")) for action in able]
        limits = [limit for limit in most if limit is not None and least is not None and limit.currency == least.currency]
        if least is not None and most and len(limits) == len(most) and max(limits) < least:
            yield fault(
                Code.OVER_AUTHORITY,
                source.name,
                source.at((*path, "at_least")),
                f"'{shown(name)}' counts from {least}, and the most any action may give towards it is {max(limits)}.",
            )


def _how_to_reach(source: Source, name: str) -> str | None:
    action = name if name in named(source, "desk.actions") else "the action that brings it about"
    return f"Add 'gives: {shown(name)}' to {action}, or 'takes_if' with a sentence that offers it."


def _money(value: Node) -> Money | None:
    try:
        return parse_money(value) if isinstance(value, str) else None
    except ValueError:
        return None


_USES_OF_ACTIONS = ("outcomes.*.needs", "desk.actions.*.needs", "beats.*.when.done", "beats.*.when.not_done")


def remedies(source: Source) -> Iterator[Problem]:
    """Remedies from which nothing follows. Money is worth something by itself, so a gesture with a limit needs no outcome."""
    used = {name for pattern in _USES_OF_ACTIONS for _, name in texts(source.data, pattern)}
    for path, action in find(source.data, "desk.actions.*"):
        if not isinstance(action, dict) or path[-1] in used or isinstance(path[-1], int):
            continue
        if action.get("kind", "remedy") == "remedy" and not any(action.get(key) for key in ("gives", "tells", "refused", "up_to")):
            yield fault(Code.GIVES_NOTHING, source.name, source.key_at(path), f"The action '{shown(path[-1])}' is a remedy, but no outcome comes of it.")


def worth_taking(source: Source) -> Iterator[Problem]:
    """A call that cannot end well."""
    wanted = [name for _, name in texts(source.data, "customer.would_accept")] or list(named(source, "outcomes"))
    worths = [number(outcome, "worth") for path, outcome in find(source.data, "outcomes.*") if path[-1] in wanted]
    if worths and all(worth is not None and worth <= 0 for worth in worths):
        at = source.key_at(("customer", "would_accept")) if one_or_more(source, "customer.would_accept") else source.key_at(("outcomes",))
        yield fault(Code.NOTHING_WORTH_TAKING, source.name, at, "No outcome this customer would take is worth anything to them.")


def one_or_more(source: Source, pattern: str) -> bool:
    """A value as a list: authors may write a single one bare."""
    return next(find(source.data, pattern), None) is not None


def calendar(source: Source) -> Iterator[Problem]:
    """The day of the call, and whether what arrives comes after it."""
    today = one(source.data, "today")
    if today is None:
        return
    try:
        now = parse_moment(today)[0]
        if ":" in today and clock_in(today) is None:
            raise ValueError(f"'{shown(today)}' has no time of day that exists")
    except (ValueError, OverflowError) as error:
        remedy = "Correct the weekday or the date." if ", not a " in str(error) else None
        yield fault(Code.BAD_TODAY, source.name, source.at(("today",)), f"{_said(error)}.", remedy)
        return
    for path, arrives in find(source.data, "desk.actions.*.arrives"):
        if isinstance(arrives, str):
            yield from _arrival(source, path, arrives, now)


def _said(error: Exception) -> str:
    """What a parser of moments says, without the advice that the remedy repeats."""
    return shown(str(error).split("; write it as")[0].replace("is not a moment", "cannot be read as a day and time"), 160)


def _arrival(source: Source, path: Path, arrives: str, now: datetime) -> Iterator[Problem]:
    try:
        latest = parse_moment(arrives, now)[1]
    except (ValueError, OverflowError) as error:
        yield fault(Code.BAD_ARRIVAL, source.name, source.at(path), f"{_said(error)}.")
        return
    if latest < now:
        words = f"'{shown(arrives)}' is {latest:%d %B %Y %H:%M}, before the call opens at {now:%d %B %Y %H:%M}."
        yield fault(Code.ARRIVES_IN_THE_PAST, source.name, source.at(path), words)


def conditions(source: Source) -> Iterator[Problem]:
    """Moments, hints and answers that never come, or moments that come at once."""
    for path, when in (found for home in ("beats", "guide", "customer.if_asked") for found in find(source.data, f"{home}.*.when")):
        if not isinstance(when, dict):
            continue
        if not when and path[0] == "beats":
            yield fault(Code.NO_CONDITION, source.name, source.key_at(path), "This moment has no condition.")
        first, last = number(when, "from_reply"), number(when, "until_reply")
        if first is not None and last is not None and first > last:
            yield fault(Code.REPLY_ORDER, source.name, source.at((*path, "from_reply")), f"It begins at reply {first:g} and is over after reply {last:g}.")
        yield from mood_limits(source, path, when)
        yield from never_both(source, path, when)


_OPPOSITES = (("heard", "unheard"), ("told", "untold"), ("done", "not_done"), ("promised", "not_promised"))


def never_both(source: Source, path: Path, when: dict[str, Node]) -> Iterator[Problem]:
    """A thing that must have happened and must not have happened."""
    for so, not_so in _OPPOSITES:
        if isinstance(name := when.get(so), str) and name == when.get(not_so):
            words = f"'{so}: {shown(name)}' and '{not_so}: {shown(name)}' never hold together."
            yield fault(Code.NEVER_BOTH, source.name, source.key_at((*path, so)), words)


def mood_limits(source: Source, path: Path, when: dict[str, Node]) -> Iterator[Problem]:
    """Limits of a mood that leave nothing between them."""
    for feeling in ("anger", "trust"):
        over, under = number(when, f"{feeling}_over"), number(when, f"{feeling}_under")
        if over is not None and under is not None and over >= under:
            yield fault(Code.MOOD_ORDER, source.name, source.at((*path, f"{feeling}_over")), f"No {feeling} is over {over:g} and under {under:g}.")


SPOKEN = (
    "customer.opening",
    "call_back.openings.*.says",
    "customer.lines.*",
    "customer.if_asked.*.says",
    "concerns.*.says",
    "concerns.*.asks",
    "misunderstandings.*.says",
    "misunderstandings.*.thanks",
    "facts.*.found_out",
    "beats.*.says",
    "outcomes.*.says",
    "outcomes.*.refuses",
)


def said_twice(source: Source) -> Iterator[Problem]:
    """The customer's lines that stand in two places. A voice's lines are compared within their move."""
    said: dict[str, Path] = {}
    concerns = {path[:2]: name for name, path in named(source, "concerns").items()}
    for pattern in SPOKEN:
        for path, line in texts(source.data, pattern):
            if pattern == "beats.*.says" and squashed(line) in said and _brings_up(source, path, said[squashed(line)], concerns):
                continue
            yield from _again(source, path, line, said)
    for group, _ in find(source.data, "lines.*.*"):
        within: dict[str, Path] = {}
        for path, line in texts(source.data, ".".join(str(part) for part in group)):
            yield from _again(source, path, line, within)


def _brings_up(source: Source, path: Path, before: Path, concerns: dict[Path, str]) -> bool:
    """Whether the moment at ``path`` brings up the very concern that has these words: it says them in its stead, not again."""
    brought = next((name for where, name in find(source.data, "beats.*.concern") if where[:2] == path[:2]), None)
    return brought is not None and concerns.get(before[:2]) == brought


def _again(source: Source, path: Path, line: str, said: dict[str, Path]) -> Iterator[Problem]:
    words = squashed(line)
    if words and words in said:
        yield fault(Code.SAID_TWICE, source.name, source.at(path), f"The customer says this already on {source.line_of(said[words])}.")
    said.setdefault(words, path)


_SAID_TO_BE_SO = ("facts.*.true", "facts.*.told_if", "misunderstandings.*.so", "misunderstandings.*.cleared_if")
"""Where a file says what is so; a rep who says it must not be called a liar for it by any fact."""


def truth(source: Source) -> Iterator[Problem]:
    """Facts that contradict themselves, and questions that have no answer."""
    told = {name for _, name in texts(source.data, "desk.actions.*.tells")}
    unknowable: set[str] = set()
    names = {path[:2]: name for name, path in named(source, "facts").items()}
    true = {squashed(line) for pattern in _SAID_TO_BE_SO for _, line in texts(source.data, pattern)}
    for path, fact in find(source.data, "facts.*"):
        if not isinstance(fact, dict):
            continue
        for inner, line in texts(fact, "false_if"):
            if squashed(line) in true:
                yield fault(
                    Code.TRUE_AND_FALSE, source.name, source.at((*path, *inner)), "This sentence also stands for what is true, here or in another part."
                )
        if fact.get("known_to") == "nobody" and names.get(path[:2]) not in told:
            unknowable.add(names.get(path[:2], ""))
    for path, name in texts(source.data, "concerns.*.asks.*.answered_by"):
        if name in unknowable:
            yield fault(Code.NOBODY_CAN_ANSWER, source.name, source.at(path), f"The rep can never learn the fact '{shown(name)}'.")


def silent(source: Source) -> Iterator[Problem]:
    """Misunderstandings that never show."""
    for path, mix_up in find(source.data, "misunderstandings.*"):
        if isinstance(mix_up, dict) and not mix_up.get("says"):
            yield fault(Code.SILENT_MISUNDERSTANDING, source.name, source.at(path), "This misunderstanding never shows in the customer's words.")


RULES: tuple[Rule, ...] = (reachable, remedies, worth_taking, calendar, conditions, said_twice, truth, silent)
