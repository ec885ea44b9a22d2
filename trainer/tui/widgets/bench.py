"""What the author view is made of: the list of scenarios, and everything said of the one chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from trainer.authoring.workbench.findings import Fault, Findings
from trainer.authoring.workbench.telling import fault_line, faults_of, mark, parts, standing
from trainer.authoring.workbench.works import Work
from trainer.text import safe_line

NOTHING = Findings()
NONE_YET = "None yet: n begins one."


class Shelf(OptionList):
    """The scenarios under the headings of whose they are; an option's id is its file."""

    def __init__(self) -> None:
        super().__init__(id="works", markup=False)

    @property
    def chosen(self) -> str:
        """The file one stands on, as text; empty where there is none."""
        return (self.highlighted_option.id or "") if self.highlighted_option else ""

    def fill(self, works: Sequence[Work], known: Mapping[Path, Findings], choose: Path | None) -> None:
        """List them anew, standing on ``choose``, or else where one stood."""
        at = str(choose) if choose else self.chosen
        self.clear_options()
        if not any(work.place.writable for work in works):
            self.add_option(Option(Content.styled(NONE_YET, "italic"), disabled=True))
        group = ""
        for work in works:
            if work.group != group:
                group = work.group
                self.add_option(Option(Content.styled(safe_line(group, 60), "$text-primary bold"), disabled=True))
            self.add_option(Option(_line(work, known.get(work.file, NOTHING)), id=str(work.file)))
        ids = [option.id for option in self.options]
        self.highlighted = ids.index(at) if at and at in ids else next((n for n, id_ in enumerate(ids) if id_), None)

    def relabel(self, work: Work, findings: Findings) -> None:
        """Its sign may be another by now."""
        if any(option.id == str(work.file) for option in self.options):
            self.replace_option_prompt(str(work.file), _line(work, findings))


def _line(work: Work, findings: Findings) -> Content:
    return Content(f"{mark(work, findings)} {safe_line(work.title, 120)}")


class About(Vertical):
    """One scenario: whose it is, how its check stands, its faults, and the rest to scroll through."""

    def __init__(self) -> None:
        super().__init__(id="about")

    def compose(self) -> ComposeResult:
        yield Static("", id="work-title", markup=False)
        yield Static("", id="work-standing", markup=False)
        yield OptionList(id="faults", markup=False)
        with VerticalScroll(id="facts"):
            yield Static("", id="work-facts", markup=False)

    @property
    def faults(self) -> OptionList:
        return self.query_one("#faults", OptionList)

    def enter(self) -> None:
        """Take the focus to what there is to read, or to mend."""
        (self.faults if self.faults.display else self.query_one("#facts")).focus()

    def show_stage(self, work: Work, findings: Findings, doing: str) -> None:
        """How its check stands."""
        self.query_one("#work-standing", Static).update(Content(standing(work, findings, doing)))

    def show_work(self, work: Work, findings: Findings, doing: str) -> None:
        """All of it."""
        whose = "yours" if work.place.writable else "read only; c makes a copy of your own"
        about = f"{safe_line(work.file.name)} · {safe_line(work.trade) or 'cannot be played as it stands'} · {whose}"
        self.query_one("#work-title", Static).update(Content.assemble((safe_line(work.title), "bold"), f"\n{about}"))
        self.show_stage(work, findings, doing)
        self._show_faults(work.file, faults_of(work, findings))
        facts: list[str | tuple[str, str]] = []
        for each in parts(work, findings):
            facts += [(f"\n{each.head}\n", "bold $text-primary"), *(f"{line}\n" for line in each.lines)]
        self.query_one("#work-facts", Static).update(Content.assemble(*facts))

    def _show_faults(self, file: Path, found: Sequence[Fault]) -> None:
        lines = [fault_line(one, file) for one in found]
        box = self.faults
        if [str(option.prompt) for option in box.options] != lines:
            at = box.highlighted
            box.clear_options()
            box.add_options([Option(Content(line)) for line in lines])
            box.highlighted = min(at or 0, len(lines) - 1) if lines else None
        if not lines and box.has_focus:
            self.query_one("#facts").focus()
        box.display = bool(lines)
