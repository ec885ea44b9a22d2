"""A scenario played while it is written, in flat lines: the file is looked at before each prompt, and what changed is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from trainer.authoring.passages import LEAVE, NotPlayedError, reply_typed, typed
from trainer.authoring.preview import Preview, Sight
from trainer.authoring.standing import Section, reasons, standing
from trainer.authoring.watching import Watch
from trainer.authoring.wishes import FIRST_WORDS, WORDS, Wish, seed_in, wish_in
from trainer.errors import ContentError, Exit
from trainer.plain.console import Console
from trainer.plain.conversation import WAYS_OUT
from trainer.plain.going import HELP, LONE, bare
from trainer.plain.lines import event_lines
from trainer.text import safe_line


class PlainPreview:
    """One sitting at one file. From a pipe every line is a reply, and the file is read once."""

    def __init__(self, preview: Preview, console: Console | None = None) -> None:
        self._preview = preview
        self._console = console or Console()
        self._watch = Watch(preview.file)
        self._problem = 0

    def run(self) -> int:
        """Go on until the input ends or the author goes. Raises ContentError where there is nobody to mend a faulty file."""
        sight = self._read()
        if sight.faulty and not self._console.interactive:
            raise ContentError("\n".join(map(str, sight.problems)))
        if self._console.interactive:
            self._console.tell("Type a reply, or an action at the desk such as /note. Enter alone looks at the file. /help lists the rest, /stop ends.")
        self._tell_file(sight)
        self._tell_call(sight)
        while True:
            typed_line = self._console.ask_reply("You:")
            if typed_line is None:
                return Exit.DONE
            line = typed_line.strip()
            if bare(line) in WAYS_OUT and (line.startswith("/") or self._console.interactive):
                return Exit.DONE
            if self._console.interactive and not line.startswith("/") and bare(line) in LONE:
                self._console.tell(f"“{bare(line)[:40]}” was not sent. With a dot after it, it is; /stop ends.")
                if bare(line) not in HELP:
                    continue
                line = "/help"
            try:
                self._do(line)
            except ValueError as error:
                self._console.tell(f"Not done: {error}")
            if self._console.interactive and self._watch.change():
                self._look()

    def _look(self) -> None:
        """Read the changed file and tell what that changed."""
        before = self._preview.sight
        sight = self._read()
        self._problem = 0
        self._tell_file(sight)
        first = min(sight.changed, default=None)
        if sight.version != before.version and first:
            self._console.tell_all(self._from(sight, first[0]))
        elif before.version is None:
            self._tell_call(sight)

    def _read(self) -> Sight:
        sight = self._preview.look()
        self._watch.follow(self._preview.leans_on)
        return sight

    def _do(self, line: str) -> None:
        """Meet one wish or give one reply. Raises ValueError with a plain sentence for what cannot be done."""
        sight = self._preview.sight
        wish = wish_in(line, sight.scenario.desk.actions if sight.scenario else ())
        if not line:
            return
        if wish and wish[0] is not Wish.LEAVE:
            self._grant(*wish)
            return
        self._grow(lambda: self._preview.give(reply_typed(LEAVE if wish else line)), own=not self._console.interactive)

    def _grant(self, wish: Wish, rest: str) -> None:
        if wish is Wish.STATE:
            self._console.tell_all(_spoken(standing(self._preview.sight, bars=False)))
        elif wish is Wish.WHY:
            self._console.tell_all(_spoken(reasons(self._preview.sight)))
        elif wish is Wish.HELP:
            told = WORDS if bare(rest) == "all" else {word: WORDS[word] for word in FIRST_WORDS}
            rest_of_it = () if told is WORDS else ("/help all: Everything that can be typed here.",)
            self._console.tell(*(f"/{word}: {words}." for word, words in told.items()), *rest_of_it, "/stop: End the preview; nothing of it is kept.")
        elif wish is Wish.PROBLEM:
            self._tell_problem()
        elif wish is Wish.DRAFT:
            self._play_draft()
        elif wish is Wish.DRAFTS:
            self._grow(self._preview.play_drafts)
        else:
            self._start_over(wish, rest)

    def _play_draft(self) -> None:
        """The first draft; one that does not fit stays the first."""
        reply = self._preview.next_draft()
        try:
            self._grow(lambda: self._preview.give(reply))
        except NotPlayedError:
            self._preview.set_aside(reply, first=True)
            raise

    def _start_over(self, wish: Wish, rest: str) -> None:
        if wish is Wish.BACK:
            reply = self._preview.take_back()
            self._preview.set_aside(reply, first=True)
            self._console.tell(f"Taken back, and kept as a draft: {typed(reply)}")
            return
        sight = self._preview.restart() if wish is Wish.RESTART else self._preview.reseed(seed_in(rest))
        self._console.tell(f"Again from the opening, seed {sight.seed}.")
        self._tell_notes(sight)
        self._tell_call(sight)

    def _grow(self, wish: Callable[[], Sight], *, own: bool = True) -> None:
        """Do something that adds to the call, and tell what it added; ``own`` tells the replies too."""
        reached = len(self._preview.sight.passages)
        sight = wish()
        self._console.tell_all(self._from(sight, reached, own=own))
        self._tell_notes(sight)

    def _tell_call(self, sight: Sight) -> None:
        self._console.tell_all(self._from(sight, 0))

    def _from(self, sight: Sight, passage: int, *, own: bool = True) -> Iterator[str]:
        """The call from a passage on, lines that the file made different marked by a word."""
        if sight.scenario is None:
            return
        first = min(sight.changed, default=None)
        for n, part in enumerate(sight.passages[passage:], passage):
            for at, event in enumerate(part.events):
                mark = "Changed. " if (n, at) in sight.changed else ""
                yield from (f"{mark}{line}" for line in event_lines((event,), sight.scenario, own=own))
                if (n, at) == first:
                    yield f"Was: {safe_line(sight.changed[first]) or 'nothing'}"
            if part.hint:
                yield f"Hint: {part.hint}"

    def _tell_file(self, sight: Sight) -> None:
        self._tell_notes(sight)
        self._console.tell(*(str(problem) for problem in sight.problems))

    def _tell_problem(self) -> None:
        problems = self._preview.sight.problems
        self._console.tell(str(problems[self._problem % len(problems)]) if problems else "The file has no problems.")
        self._problem += 1

    def _tell_notes(self, sight: Sight) -> None:
        self._console.tell(*sight.notes)


def _spoken(sections: Iterable[Section]) -> Iterator[str]:
    said = ((section.head, "; ".join(" ".join(line.split()) for line in section.lines)) for section in sections)
    return (f"{head}: {words}{'' if words.endswith(('.', '!', '?', '…')) else '.'}" for head, words in said)
