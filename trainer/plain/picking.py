"""Asking the list of calls for what one wants, by words: ``find boiler``, ``trade bank``, ``level 2``, ``short``, ``order new``.

Also what a number means: always a line of the list that was told last.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from trainer.errors import UsageError
from trainer.modes import Mode
from trainer.picking.choices import ANY, HEADS, Part, asking, choices
from trainer.picking.listed import Listed
from trainer.picking.wanted import ALL, Length, Wanted, fitting, said, ways_out
from trainer.plain.briefing import catalogue_lines
from trainer.plain.console import Console
from trainer.text import safe_line

FIND, CLEAR, LIST = ("find", "search"), ("clear", "all"), "list"
LONGEST = 200
"""Characters of what is asked."""

HELP = (
    "find WORDS: calls with these words in title, trade, customer or what they train.",
    "trade WORD, level 1 to 4, principle 004.11 or its words, short, usual or long: only such calls. trade any: any trade again.",
    "trade, level, principle or length alone: what there is to choose. more: the next part of a list.",
    "order easiest, new, shortest or recent: what comes first. clear: all calls again. list: the list once more.",
)
SHOWN_NEAR = 3
"""Titles offered for a name that is none."""


class Picking:
    """The list of calls, what is asked of it, and what was told last: a number means a line of that. ``look`` looks afresh at what there is."""

    def __init__(self, console: Console, look: Callable[[], Sequence[Listed]]) -> None:
        self._console = console
        self._look = look
        self._wanted = ALL
        self.told: Sequence[Listed | Wanted | Mode] = look()
        """what the numbers stand for"""

    def id_of(self, name: str) -> str:
        """What a name means: a file as it is, an id or a title the id. Raises UsageError for what is none, with titles that are like it."""
        if "/" in name or name.lower().endswith((".yaml", ".yml")):
            return name
        if found := next((one.id for one in self._look() if name.casefold() in (one.id.casefold(), one.title.casefold())), None):
            return found
        raise UsageError(f"There is no call or command '{safe_line(name, 40)}'. {self._near(name)}")

    def _near(self, name: str) -> str:
        """Titles that are like a name; where none is, what to type instead."""
        from difflib import get_close_matches

        titles = {one.title.casefold(): one.title for one in self._look()}
        ids = {one.id: one.title for one in self._look()}
        like = [one.title for one in fitting(self._look(), Wanted(words=name))] or [
            titles[key] for key in get_close_matches(name.casefold(), titles, n=SHOWN_NEAR)
        ]
        like = like or [ids[key] for key in get_close_matches(name.lower(), ids, n=SHOWN_NEAR)]
        return (
            f"Did you mean: {'; '.join(safe_line(title, 60) for title in like[:SHOWN_NEAR])}? Type list for all."
            if like
            else "Type list for the calls, or help."
        )

    def tell(self) -> None:
        """What fits, numbered; where nothing does, what to ask instead."""
        shown = self._look()
        found = fitting(shown, self._wanted)
        self._console.tell(said(shown, found, self._wanted))
        self._console.tell_list(catalogue_lines(found), "find WORDS")
        ways = [] if found else list(ways_out(shown, self._wanted))
        self._console.tell_all(f"{number}. {words}." for number, (words, _) in enumerate(ways, 1))
        self.told = [*found, *(wanted for _, wanted in ways)]

    def understood(self, answer: str) -> bool:
        """Whether this asked something of the list; the answer to it has been told then."""
        word, _, rest = answer[:LONGEST].partition(" ")
        word, rest = word.lower(), rest.strip()
        if word in FIND:
            self._ask(replace(self._wanted, words=rest))
        elif word in (*CLEAR, LIST) and not rest:
            self._ask(self._wanted if word == LIST else ALL)
        elif word in list(Length) and not rest:
            self._ask(asking(self._wanted, Part.LENGTH, word))
        elif word in list(Part):
            self._narrow(Part(word), rest)
        elif isinstance(way := self.numbered(answer), Wanted):
            self._ask(way)
        else:
            return False
        return True

    def numbered(self, answer: str) -> Listed | Wanted | Mode | None:
        """What a number stands for; None where this is no number. Raises UsageError for one that is not on the list."""
        if not (answer.isascii() and answer.isdigit()):
            return None
        if len(answer) > 6 or not 0 < int(answer) <= len(self.told):
            raise UsageError(f"There is no number {answer[:20]} on the list; it has 1 to {len(self.told)}.")
        return self.told[int(answer) - 1]

    def _ask(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self.tell()

    def _narrow(self, part: Part, rest: str) -> None:
        """Take what was named of a part, or tell what can be."""
        offered = choices(self._look(), ALL, part)
        asked = rest.casefold()
        fits = {id_: words for id_, words in offered if id_ and asked in words.casefold()}
        if part is Part.ORDER and self._wanted.words and fits:
            self._console.tell("While words are looked for, the best match stands first; clear first, then order.")
        elif asked == "any" and part is not Part.ORDER:
            self._ask(asking(self._wanted, part, ANY))
        elif asked in dict(offered) and asked:
            self._ask(asking(self._wanted, part, asked))
        elif len(fits) == 1 or (part is Part.TRADE and fits and rest):
            self._ask(asking(self._wanted, part, rest if part is Part.TRADE else next(iter(fits))))
        else:
            self._console.tell(HEADS[part] if fits else f"There is no {part} '{rest}'.")
            self._console.tell_list([f"{words}." for words in fits.values() or dict(offered).values()], f"{part} and a word")
            self._console.tell(f"Type {part} and one of these{'' if part is Part.ORDER else ', or any'}.")
