"""The author's view: every scenario at hand, how the one chosen stands, and the keys that work on it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import OptionList, Static

from trainer.authoring.beginning import Made
from trainer.authoring.workbench import doing
from trainer.authoring.workbench.bench import Bench
from trainer.authoring.workbench.copying import make_own
from trainer.authoring.workbench.findings import Findings
from trainer.authoring.workbench.telling import MARKS, faults_of, looked_in
from trainer.authoring.workbench.works import Work
from trainer.errors import CoolheadError
from trainer.text import safe_text
from trainer.tui.screens.author_keys import KEYS, PALETTE
from trainer.tui.screens.author_queue import Order, Queue
from trainer.tui.suspending import edit_or_choose
from trainer.tui.widgets.bench import NOTHING, About, Shelf
from trainer.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from trainer.authoring.preview import Preview
    from trainer.tui.app import CoolheadApp

EVERY, DWELL = 1.0, 0.7
"""Seconds between looks at the folders; and how long one stands on a shipped scenario before it is checked."""


class AuthorScreen(Screen[None]):
    """A list on the left, one scenario on the right."""

    CSS_PATH = "author.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", "Edit"),
        Binding("p", "preview", "Preview"),
        Binding("n", "new", "New"),
        Binding("m", "measure", "Measure"),
        Binding("x", "explain", "Why"),
        Binding("c", "copy", "Copy"),
        Binding("g", "graph", "Graph"),
        Binding("k", "pack", "Pack"),
        Binding("r", "check", "Check again", show=False),
        Binding("escape,q", "back", "Back"),
    ]
    KEYS = KEYS
    floor: ClassVar[bool] = True
    app: CoolheadApp

    def __init__(self) -> None:
        super().__init__()
        self._bench = Bench()
        self._queue = Queue(self._bench, self._stage, self._found)
        self._works: dict[str, Work] = {}
        self._known: dict[Path, Findings] = {}
        self._previews: dict[Path, Preview] = {}
        """where an author left off at a file"""
        self._dwell: Timer | None = None
        self._unsettled = False
        self._chosen: Work | None = None

    def compose(self) -> ComposeResult:
        yield Static("Scenarios", id="author-head", markup=False)
        with Horizontal(id="bench"):
            yield Shelf()
            yield About()
        yield Static("", id="author-note", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self._note("Reading the scenarios …")
        self.reload()
        self.set_interval(EVERY, self._glance)

    def on_unmount(self) -> None:
        self._queue.close()

    # what lies there

    def reload(self) -> None:
        """Look afresh at the files."""
        self.app.errand(self._load(), "listing the scenarios of the author view", latest=True)

    async def _load(self, choose: Path | None = None) -> None:
        works = await self._queue.thread.do(self._bench.read)
        if not self.is_attached:
            return
        self._works = {str(work.file): work for work in works}
        shelf = self.query_one(Shelf)
        shelf.fill(works, self._known, choose)
        if not self.query_one(About).has_focus_within:
            shelf.focus()
        self._show()
        self._note(MARKS if any(work.place.writable for work in works) else f"{MARKS}\n{looked_in()}")
        for work in works:
            if work.file in self._known and not work.place.writable:  # does not change under us
                continue
            known = await self._queue.thread.do(lambda work=work: self._bench.known(work))  # type: ignore[misc]
            if not self.is_attached:
                return
            self._learn(work.file, known)
            if work.place.writable and known.checked is None:
                self._queue.put(Order.CHECK, work.file)

    def _glance(self) -> None:
        """Another program may write these files too; they are read once they hold still."""
        if not self._works:
            return
        changed = self._bench.changed()
        if changed and self._unsettled:
            self._unsettled = False
            self.reload()
        else:
            self._unsettled = changed

    # what is known of one

    @property
    def chosen(self) -> Work | None:
        return self._works.get(self.query_one(Shelf).chosen)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_list.id != "works":
            return
        self._show()
        if self._dwell:
            self._dwell.stop()
        self._dwell = self.set_timer(DWELL, self._look_at_chosen)

    def _look_at_chosen(self) -> None:
        work = self.chosen
        if work and (known := self._known.get(work.file)) and known.checked is None:
            self._queue.put(Order.CHECK, work.file, only=not work.place.writable)

    def _stage(self, file: Path, stage: str) -> None:
        work = self.chosen
        if self.is_attached and work and work.file == file:
            self.query_one(About).show_stage(work, self._known_of(work), stage)

    def _found(self, file: Path, findings: Findings | None, sorry: str) -> None:
        if not self.is_attached:
            return
        if findings is not None:
            self._learn(file, findings)
        if sorry:
            self._note(sorry)
        self._show()

    def _learn(self, file: Path, findings: Findings) -> None:
        self._known[file] = findings
        work = self._works.get(str(file))
        if work:
            self.query_one(Shelf).relabel(work, findings)
        if work and work == self.chosen:
            self._show()

    def _show(self) -> None:
        work = self._chosen = self.chosen
        if work is None:
            return
        self.query_one(About).show_work(work, self._known_of(work), self._queue.doing(work.file))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done with the one chosen stands at the foot."""
        work = self._chosen
        if work is None or action not in ("edit", "pack", "copy", "explain"):
            return super().check_action(action, parameters)
        if action == "explain":
            return bool(faults_of(work, self._known_of(work)))
        return work.place.writable is (action != "copy")

    def _known_of(self, work: Work) -> Findings:
        return self._known.get(work.file, NOTHING)

    def _note(self, words: str) -> None:
        self.query_one("#author-note", Static).update(Content(safe_text(words)))

    # what can be done with it

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        if event.option_list.id == "faults":
            self._edit_fault(event.option_index)
        else:
            self.query_one(About).enter()

    def action_back(self) -> None:
        if self.query_one(About).has_focus_within:
            self.query_one(Shelf).focus()
        else:
            self.dismiss()

    def action_edit(self) -> None:
        work = self.chosen
        if work and self._may_change(work):
            faults = self.query_one(About).faults
            if faults.has_focus and faults.highlighted is not None:
                self._edit_fault(faults.highlighted)
            else:
                self._edit(work.file)

    def _edit_fault(self, number: int) -> None:
        work = self.chosen
        if work and self._may_change(work):
            one = faults_of(work, self._known_of(work))[number]
            file = Path(one.file) if Path(one.file).is_file() else work.file
            self._edit(file, one.line, one.column)

    def _may_change(self, work: Work) -> bool:
        if not work.place.writable:
            self._note(doing.READ_ONLY)
        return work.place.writable

    def _edit(self, file: Path, line: int = 0, column: int = 1) -> None:
        edit_or_choose(self.app, file, line, column, after=self._edited)

    def _edited(self, wrong: str) -> None:
        if wrong:
            self._note(wrong)
        elif self._bench.changed():
            self._note("Read again after the editor.")
            self.reload()

    def action_check(self) -> None:
        if work := self.chosen:
            self._queue.put(Order.CHECK, work.file, only=not work.place.writable)
            self.reload()

    def action_measure(self) -> None:
        work = self.chosen
        if work and work.broken:
            self._note(doing.BROKEN)
        elif work:
            self._queue.put(Order.MEASURE, work.file)
            self._show()

    def action_preview(self) -> None:
        if work := self.chosen:
            from trainer.authoring.preview import Preview
            from trainer.tui.screens.author_preview import AuthorPreviewScreen

            preview = self._previews.setdefault(work.file, Preview(work.file))
            self.app.push_screen(AuthorPreviewScreen(preview, writable=work.place.writable), lambda _: self.reload())

    def action_explain(self) -> None:
        work = self.chosen
        faults = faults_of(work, self._known_of(work)) if work else ()
        if not faults:
            self._note("There is no fault to explain.")
            return
        from trainer.tui.screens.page import PageScreen

        one = faults[self.query_one(About).faults.highlighted or 0]
        self.app.push_page(PageScreen(one.code, Content(safe_text(doing.explained(one.code)))))

    def action_new(self) -> None:
        from trainer.tui.screens.author_new import NewScreen

        self.app.push_screen(NewScreen(doing.folder_for_new()), self._begun)

    def _begun(self, made: Made | None) -> None:
        if made:
            self._arrived(made.file, doing.written(made))

    def _arrived(self, file: Path, words: str) -> None:
        async def work() -> None:
            await self._load(file)
            self._note(words)

        self._queue.put(Order.CHECK, file)
        self.app.errand(work(), "showing a new scenario")

    def action_copy(self) -> None:
        work = self.chosen
        if not work:
            return
        try:
            copy = make_own(work.file, doing.folder_for_new())
        except CoolheadError as error:
            self._note(str(error))
            return
        self._arrived(copy, f"Copied to {copy}. It is yours: e opens it.")

    def action_graph(self) -> None:
        if work := self.chosen:
            self._note("Drawing …")
            self.app.errand(self._run(*doing.graph_command(work.file)), "drawing a scenario")

    def action_pack(self) -> None:
        work = self.chosen
        if work and not work.place.writable:
            self._note(doing.PACK_OWN)
        elif work:
            self._note(f"Packing {work.file.parent}: everything in it is checked first …")
            self.app.errand(self._run(*doing.pack_command(work.file.parent)), "making a pack")

    async def _run(self, *command: str) -> None:
        _, words = await self._queue.aside.do(lambda: self._bench.commands.run(*command))
        if self.is_attached and len(words.splitlines()) > 3:
            from trainer.tui.screens.page import PageScreen

            self.app.push_page(PageScreen(f"coolhead {command[0]}", Content(words)))
            self._note("")
        elif self.is_attached:
            self._note(words)

    def palette(self) -> Iterable[SystemCommand]:
        """All that can be done here, for the palette."""
        for name, about, action in PALETTE:
            yield SystemCommand(name, about, getattr(self, f"action_{action}"))
