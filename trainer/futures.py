"""Two futures of one call, side by side: what every view says of them, in words and numbers. Pure; nothing is drawn here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scenarios.model import Scenario
from scenarios.names import short_name
from scenarios.transcript import Event, Mood, Transcript
from scoring.comparing import Change, compare
from scoring.scores import Evidence, Score, Scorecard
from trainer import deskwork
from trainer.tries import Again, try_name
from trainer.words import ENDINGS, anger_word, count


@dataclass(frozen=True, kw_only=True)
class Future:
    """One way the call went on."""

    when: str
    """how it is spoken of within a sentence: ``the first time``, ``in your second try``"""
    transcript: Transcript
    card: Scorecard
    notes: tuple[str, ...] = ()
    """what a trainer made of its scores, and whether another rubric scored it when it was played"""

    @property
    def events(self) -> Sequence[Event]:
        return self.transcript.events

    @property
    def head(self) -> str:
        """How it is named above its own part."""
        name = self.when.removeprefix("in your ")
        return f"{name[:1].upper()}{name[1:]}"


@dataclass(frozen=True, kw_only=True)
class Futures:
    """The two, and the rep's turn from which they differ."""

    scenario: Scenario
    turn: int
    before: Future
    after: Future

    @property
    def both(self) -> tuple[Future, Future]:
        return self.before, self.after

    @property
    def changes(self) -> tuple[Change, ...]:
        return compare(self.before.card, self.after.card)

    def went_on(self, future: Future) -> list[Event]:
        """What happened in one of them from the turn on."""
        return [event for event in future.events if event.turn >= self.turn]

    def exchange(self, future: Future) -> list[Event]:
        """The turn itself, with what the rep did before the customer answered, and the answer."""
        events = self.went_on(future)
        answered = next((n for n, event in enumerate(events, 1) if event.kind == "replied"), len(events))
        return events[:answered]


def futures_of(
    again: Again, scenario: Scenario, transcript: Transcript, *, before: Scorecard, after: Scorecard, notes: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
) -> Futures:
    """A further try beside the one it was taken from. Both cards must be judged by the same rubric."""
    return Futures(
        scenario=scenario,
        turn=again.turn,
        before=Future(when=f"in your {try_name(again.of)}", transcript=again.other, card=before, notes=notes[0]),
        after=Future(when=f"in your {try_name(again.number)}", transcript=transcript, card=after, notes=notes[1]),
    )


def figure(value: float | None) -> str:
    return "not scored" if value is None else f"{value:.0f}"


def change_words(change: Change) -> str:
    """The difference of one dimension: ``15 better``, ``the same``; empty where there is none to tell."""
    if change.by is None:
        return ""
    return f"{abs(change.by)} {'better' if change.by > 0 else 'worse'}" if change.by else "the same"


def outcome_words(futures: Futures, future: Future) -> str:
    """How one of them ended, and on what it settled."""
    end = deskwork.ended(future.events)
    if end is None:
        return "It stands open."
    how = ENDINGS[end.ending.value].format(name=short_name(futures.scenario.customer.name))
    outcome = futures.scenario.outcomes.get(end.outcome) if end.outcome else None
    if outcome is None:
        return how
    what = (outcome.what or (end.outcome or "").replace("-", " ")).strip().rstrip(".")
    return f"{how} {what[:1].upper()}{what[1:]}."


def why_not(future: Future, score: Score) -> str:
    """Why a dimension is not scored; empty where it is."""
    if score.value is not None:
        return ""
    return "The call was not played to its end." if deskwork.ended(future.events) is None else score.why_not or ""


def uneven(futures: Futures) -> str:
    """A caution where the two went different lengths; empty where both ended."""
    if all(deskwork.ended(future.events) for future in futures.both):
        return ""
    counts = [sum(event.kind == "said" for event in futures.went_on(future)) for future in futures.both]
    played = ", ".join(f"{count(number, 'reply', 'replies')} {future.when}" for number, future in zip(counts, futures.both, strict=True))
    return f"From that turn on: {played}. What was not played is in no score, so compare what both have."


def angers(future: Future) -> list[float]:
    return [mood.anger for _, mood in deskwork.moods(future.events)]


def moods_after(futures: Futures) -> Iterator[tuple[int, Mood | None, Mood | None]]:
    """The customer's moods from the turn on, each with the reply it came after; None where one of them has no such answer."""
    felt = [
        {deskwork.reply_number(future.events, turn): mood for turn, mood in deskwork.moods(future.events) if turn >= futures.turn} for future in futures.both
    ]
    yield from ((number, felt[0].get(number), felt[1].get(number)) for number in sorted(felt[0].keys() | felt[1].keys()))


def mood_before(futures: Futures) -> Mood | None:
    """The mood the two share, just before they part."""
    return next((mood for turn, mood in reversed(deskwork.moods(futures.before.events)) if turn < futures.turn), None)


def anger_words(mood: Mood | None) -> str:
    return f"{mood.anger:.0f}, {anger_word(mood.anger)}" if mood else "no answer"


def words_of(future: Future, row: Evidence) -> str:
    """The words a row of evidence points at."""
    return deskwork.words_at(future.events, row.turn)[row.start : row.end]


def whose(futures: Futures, future: Future, row: Evidence) -> str:
    """Who said or did them."""
    kind = next((event.kind for event in future.events if event.turn == row.turn and event.kind in ("said", "acted", "replied")), "said")
    return {"said": "You", "acted": "Desk"}.get(kind, short_name(futures.scenario.customer.name))


def points_word(points: float) -> str:
    """``+4``, ``-10``, ``0``; tenths where they matter."""
    rounded = round(points, 1)
    return f"{rounded:+g}" if rounded else "0"
