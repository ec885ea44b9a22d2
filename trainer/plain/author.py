"""The author's view in flat lines: the scenarios by number, how one stands, and words for what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.authoring.workbench import doing
from trainer.authoring.workbench.bench import Bench
from trainer.authoring.workbench.copying import make_own
from trainer.authoring.workbench.editor import FOR_GOOD, edit, found_here, trouble
from trainer.authoring.workbench.findings import Findings
from trainer.authoring.workbench.telling import fault_line, faults_of, looked_in, parts, standing
from trainer.authoring.workbench.works import Work
from trainer.errors import CoolheadError, Exit, UsageError
from trainer.text import safe_line

if TYPE_CHECKING:
    from trainer.plain.view import PlainView

WORDS = (
    ("check", "check it: it is read and played; takes up to half a minute the first time"),
    ("measure", "measure how hard it is: scripted reps play it"),
    ("edit", "open it in your editor, which the setting editor names; edit 12 opens it at line 12"),
    ("preview", "play it while you write it"),
    ("explain", "what the code of its first fault means; explain CH054 takes another"),
    ("copy", "copy it among your own scenarios, where you can change it"),
    ("graph", "draw it on one sheet, as a file in this folder"),
    ("pack", "make one file of its folder, to hand on"),
    ("new", "a new scenario by a few questions; new LETTER.txt begins from a letter"),
    ("list", "all scenarios by number; a number chooses one; find WORDS tells only some"),
    ("Enter", "go back: from a scenario to the list, from the list home"),
)

HELP = (
    "A number chooses a scenario. list: all of them. find WORDS: some. new: begin one of your own.",
    "With one chosen: check finds its faults, explain says what a fault means, preview plays it, edit opens it, copy makes it your own.",
)


THE_LIST = "The list of scenarios; a number chooses one, list tells them."
AT_PROMPT = 60
"""Most characters of a title in the prompt."""


def author(view: PlainView) -> int:
    """The author view, until there is nothing more to do."""
    return PlainAuthor(view).run()


class PlainAuthor:
    """One sitting."""

    def __init__(self, view: PlainView) -> None:
        self._console = view.console
        self._bench = Bench()
        self._chosen: Work | None = None

    def run(self) -> int:
        self._bench.read()
        self._list()
        try:
            while (words := self._console.choose(self._prompt(), HELP, in_full=[f"{word}: {what}." for word, what in WORDS])) or self._chosen:
                if self._console.ended:
                    break
                if not words:  # one step back: from a scenario to the list
                    self._chosen = None
                    self._console.tell(THE_LIST)
                    continue
                try:
                    self._do(words)
                except CoolheadError as error:
                    self._console.tell(str(error))
        finally:
            self._bench.close()
        return Exit.DONE

    def _prompt(self) -> str:
        return (
            f"{_named(self._chosen)}: check, edit, preview, help, a number, or Enter to go back to the list:"
            if self._chosen
            else "A number, list, new, help, or Enter to go back:"
        )

    def _list(self, wanted: str = "") -> None:
        """The scenarios, or those with the words ``wanted``; a number means the same in both."""
        works, group = self._bench.works, ""
        if not any(work.place.writable for work in works):
            self._console.tell(f"You have no scenario of your own yet. new begins one. {looked_in()}")
        told = []
        for number, work in enumerate(works, 1):
            if wanted and not all(word in f"{work.title} {work.trade} {work.id}".casefold() for word in wanted.casefold().split()):
                continue
            head = f"{safe_line(work.group, 200)}.\n" if work.group != group else ""
            group = work.group
            broken = " It cannot be played as it stands." if work.broken else ""
            told.append(f"{head}{number}. {safe_line(work.title)}.{f' Level {work.level}.' if work.level else ''}{broken}")
        if wanted and not told:
            raise UsageError(f"No scenario has '{safe_line(wanted, 40)}' in title, trade or name. list tells all.")
        self._console.tell_list(told, "find WORDS")

    def _do(self, words: str) -> None:
        """One wish. Raises CoolheadError for what cannot be done."""
        wish, _, rest = words.partition(" ")
        wish, rest = wish.lower(), rest.strip()
        anywhere: dict[str, Callable[[], None]] = {
            "list": self._list_again,
            "find": lambda: self._list(rest),
            "new": lambda: self._new(rest),
            "explain": lambda: self._explain(rest),
        }
        with_one: dict[str, Callable[[Work], None]] = {
            "check": self._check,
            "measure": self._measure,
            "edit": lambda work: self._edit(work, rest),
            "preview": self._preview,
            "copy": self._copy,
            "graph": lambda work: self._run(*doing.graph_command(work.file)),
            "pack": self._pack,
        }
        if wish in anywhere:
            anywhere[wish]()
        elif wish in with_one:
            if self._chosen is None:
                raise UsageError("Choose a scenario first, by its number.")
            with_one[wish](self._chosen)
        else:
            self._choose(words)

    def _choose(self, words: str) -> None:
        works = self._bench.works
        if words.isascii() and words.isdigit() and len(words) < 7 and 0 < int(words) <= len(works):
            self._chosen = works[int(words) - 1]
        elif found := next((work for work in works if work.id == words or str(work.file) == words), None):
            self._chosen = found
        else:
            raise UsageError(f"There is no '{safe_line(words, 40)}' here. The list has 1 to {len(works)}; help tells the rest.")
        self._tell(self._bench.known(self._chosen))

    def _tell(self, known: Findings) -> None:
        work = self._chosen
        if work is None:
            return
        whose = "It is yours." if work.place.writable else "It is read only; copy makes it your own."
        self._console.tell(f"{safe_line(work.title)}. {safe_line(str(work.file))}. {whose}", standing(work, known))
        self._console.tell_all(f"Line {fault_line(one, work.file)}" for one in faults_of(work, known))
        for part in parts(work, known):
            self._console.tell_all(_spoken(part.head, part.lines))

    def _list_again(self) -> None:
        self._read()
        self._list()

    def _read(self, choose: Path | None = None) -> None:
        wanted = choose or (self._chosen.file if self._chosen else None)
        self._chosen = next((work for work in self._bench.read() if work.file == wanted), None)

    def _check(self, work: Work) -> None:
        self._read()
        self._tell(self._bench.check(work.file, self._stage))

    def _measure(self, work: Work) -> None:
        if work.broken:
            raise UsageError("It cannot be played as it stands. Mend its faults first.")
        if self._bench.known(work).measured is None:
            self._console.tell("Scripted reps play it; about ten seconds …")
        self._tell(self._bench.measure(work.file, lambda _: None))

    def _stage(self, stage: str) -> None:
        self._console.tell(f"{stage[:1].upper()}{stage[1:]} …")

    def _edit(self, work: Work, rest: str) -> None:
        self._need_own(work)
        if not self._editor_chosen():
            return
        edit(work.file, int(rest) if rest.isascii() and rest.isdigit() and len(rest) < 8 else 0)
        self._read()
        if self._chosen:
            self._check(self._chosen)

    def _editor_chosen(self) -> bool:
        """Whether there is an editor to go on with; where there is none, one of those the machine has may be chosen for good."""
        wrong, here = trouble(), found_here()
        if not wrong or not here or not self._console.interactive:
            return True  # edit says what is wrong
        self._console.tell(f"{wrong} This machine has:", *(f"{number}. {words}." for number, words in enumerate(here.values(), 1)))
        said = (self._console.ask("Which shall open your scenarios from now on? A number, or Enter for none:") or "").strip()
        if not (said.isascii() and said.isdigit() and len(said) < 4 and 0 < int(said) <= len(here)):
            self._console.tell(FOR_GOOD)
            return False
        from trainer.settings.current import change

        change({"editor": list(here)[int(said) - 1]})
        return True

    def _preview(self, work: Work) -> None:
        from trainer.authoring.preview import Preview
        from trainer.plain.preview import PlainPreview

        PlainPreview(Preview(work.file), self._console).run()
        self._read()

    def _copy(self, work: Work) -> None:
        self._read(make_own(work.file, doing.folder_for_new()))
        if self._chosen:
            self._console.tell(f"Copied to {safe_line(str(self._chosen.file))}. It is yours, and chosen now.")

    def _new(self, letter: str) -> None:
        from trainer.subcommands.creating import create

        path = Path(letter).expanduser() if letter else None
        try:
            made = create(self._console, "", path, doing.folder_for_new(), yes=not self._console.interactive, now=datetime.now())
        except KeyboardInterrupt:
            self._console.tell("", "Nothing was written.")
            return
        self._read(made.file)
        self._console.tell(doing.written(made).replace("e opens it", "edit opens it"))

    def _pack(self, work: Work) -> None:
        self._need_own(work)
        self._console.tell("Everything in the folder is checked first …")
        self._run(*doing.pack_command(work.file.parent))

    def _run(self, *command: str) -> None:
        self._console.tell(self._bench.commands.run(*command)[1])

    def _explain(self, code: str) -> None:
        known = self._bench.known(self._chosen) if self._chosen else Findings()
        first = next((one.code for one in faults_of(self._chosen, known)), "") if self._chosen else ""
        if not (code or first):
            raise UsageError("Name the code: explain CH054.")
        self._console.tell(doing.explained(code or first))

    def _need_own(self, work: Work) -> None:
        if not work.place.writable:
            raise UsageError("This scenario is read only. copy makes one of your own, which you can change.")


def _named(work: Work) -> str:
    """A scenario by its title; of a long one so many whole words as one bears to hear at every prompt."""
    title = safe_line(work.title)
    return (title if len(title) <= AT_PROMPT else title[:AT_PROMPT].rsplit(" ", 1)[0]).rstrip(".,:;…")


def _spoken(head: str, lines: tuple[str, ...]) -> Iterator[str]:
    """A part as whole lines; the table of golden replies is told row by row with its columns named."""
    yield f"{head}:"
    names: list[str] = []
    for line in lines:
        cells = line.split()
        if cells[:1] == ["calm"]:
            names = cells
        elif names:
            yield f"{' '.join(cells[: -len(names)])}: {', '.join(f'{name} {value}' for name, value in zip(names, cells[-len(names) :], strict=True))}"
        elif line.startswith("! "):
            yield f"Warning: {line[2:]}"
        else:
            yield line
