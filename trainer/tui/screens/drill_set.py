"""A set of drills: the line and the card above, the composer at the foot, and after the reply what each stretch of it did."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from scenarios.exchange import Speaker
from scenarios.skills import BY_ID
from scoring.drills import Judged
from trainer.drills.sets import DrillSet, skill_title
from trainer.drills.words import FEEL_FREE, MISSES, MORE, NOTHING, closing, harm_line, headline, marks_of, missed_line, place_words, verdict_lines
from trainer.text import safe_line, safe_text
from trainer.tui.widgets.arriving import Arriving
from trainer.tui.widgets.composer import Composer
from trainer.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from scenarios.drills import Skilled
    from trainer.tui.app import CoolheadApp

Part = str | tuple[str, str]
QUOTED = 56
"""Characters shown of a stretch of the reply."""


class DrillSetScreen(Screen[None]):
    """One drill after another, then what to take from them."""

    CSS_PATH = "drill.tcss"
    AUTO_FOCUS = "#composer"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "on", "Next"),
        Binding("r", "again", "Word it anew"),
        Binding("escape,q", "leave", "Back"),
    ]
    KEYS = (
        ("Enter", "send your reply; after it, the next drill"),
        ("ctrl+j", "new line"),
        ("r", "after a reply: word it anew; the first try counts"),
        ("PageUp, PageDown", "scroll"),
        ("Esc", "back; the set is kept, and can be gone on with"),
    )
    app: CoolheadApp

    def __init__(self, under_way: DrillSet) -> None:
        super().__init__()
        self._set = under_way
        self._judging = False

    def compose(self) -> ComposeResult:
        yield Static("", id="head", classes="page-head", markup=False)
        yield Static("", id="about", markup=False)
        with VerticalScroll(id="drill"):
            yield Static("", id="put", markup=False)
        composer = Composer(id="composer")
        composer.placeholder = "Your one reply"
        yield composer
        yield Footer()

    def on_mount(self) -> None:
        self._put()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's own signature
        return action not in ("on", "again") or (not self._writing and (action == "on" or not self._set.course.over))

    @property
    def _writing(self) -> bool:
        return bool(self.query("#composer")) and bool(self.query_one("#composer").display)

    def _put(self) -> None:
        """Show the drill one stands at."""
        one, course = self._set.now, self._set.course
        where = place_words(course)
        self.query_one("#head", Static).update(f"{skill_title(one.skill)} · {where}")
        missed = missed_line(self._set.before) if self._set.before else ""
        self.query_one("#about", Static).update(missed or BY_ID[one.skill].about)
        self.query(".came").remove()
        self.query_one("#put", Static).update(_drill(one))
        self._write()
        self.query_one("#drill").scroll_home(animate=False)

    def _write(self) -> None:
        composer = self.query_one("#composer", Composer)
        composer.display = True
        composer.focus()
        self.refresh_bindings()

    def on_composer_sent(self, event: Composer.Sent) -> None:
        if event.text.strip() and not self._judging:
            self._judging = True
            self.app.errand(self._judge(event.text), "reading a reply")

    def on_composer_paged(self, event: Composer.Paged) -> None:
        drill = self.query_one("#drill", VerticalScroll)
        drill.scroll_relative(y=event.pages * drill.size.height, animate=False)

    async def _judge(self, text: str) -> None:
        try:
            one = self._set.now
            judged = await self.app.fetch(lambda _: self._set.answer(text))
            await self.query(".came").remove()
            came = Arriving(_came(one, text, judged, self._set.trouble), classes="came", markup=False)
            await self.query_one("#drill").mount(came)
        finally:
            self._judging = False
        self._read()

    def _read(self) -> None:
        """Put the composer away, so that single keys mean something, and show what came."""
        self.query_one("#composer").display = False
        self.query_one("#drill", VerticalScroll).focus()
        self.refresh_bindings()
        self.call_after_refresh(self._say_what_is_below)

    def _say_what_is_below(self) -> None:
        drill = self.query_one("#drill", VerticalScroll)
        if any(came.size.height > drill.scrollable_content_region.height for came in self.query(Arriving)):
            self.query_one("#about", Static).update(MORE)

    def action_again(self) -> None:
        self._write()

    def action_on(self) -> None:
        if self._set.course.over:
            self.app.home()
        elif not self._judging:
            self.app.errand(self._go_on(), "going on with a set", latest=True)

    async def _go_on(self) -> None:
        if await self.app.fetch(lambda _: self._set.go_on()):
            self._put()
            return
        tries = await self.app.fetch(lambda _: closing(self._set.look_back()))
        if not self.query("#put"):  # left meanwhile
            return
        self.query_one("#head", Static).update(f"{skill_title(self._set.skill)} · the set is over")
        self.query_one("#about", Static).update("Enter goes back.")
        await self.query(".came").remove()
        parts: list[Part] = [(f"{tries.sum}\n", "bold")]
        for head, lines in (("What went well", tries.well), ("Try next", tries.next), ("See again", tries.again)):
            if lines:
                parts += [(f"\n{head}\n", "bold $primary"), *(f"• {safe_text(line)}\n" for line in lines)]
        if self._set.trouble:
            parts.append((f"\n{safe_line(self._set.trouble)}", "$text-warning"))
        put = self.query_one("#put", Static)
        put.update(Content.assemble(*parts).rstrip())
        self.query_one("#drill").scroll_home(animate=False)
        self.refresh_bindings()

    def action_leave(self) -> None:
        self.app.pop_screen()
        self.app.home()


def _drill(one: Skilled) -> Content:
    drill = one.drill
    name = safe_line(drill.name, 40)
    parts: list[Part] = [(f"{safe_line(drill.customer)} · {safe_line(drill.trade)}\n", "$text-muted")]
    for who, words in drill.earlier:
        parts.append((f"{'You' if who is Speaker.REP else name}, before: “{safe_text(words)}”\n", "$text-muted"))
    parts += [(f"{name}: ", "bold"), f"“{safe_text(drill.says)}”\n", ("\nOn your desk\n", "bold $primary")]
    parts += [f"• {safe_text(line)}\n" for line in drill.card]
    return Content.assemble(*parts).rstrip()


def _came(one: Skilled, text: str, judged: Judged, trouble: str) -> Content:
    parts: list[Part] = [(f"{headline(judged)}\n", "bold $primary")]
    for met, says in verdict_lines(judged):
        parts.append(f"  {'✓' if met else '–'} {says}\n")
    if harm := harm_line(judged):
        parts.append((f"  ✗ {harm}\n", "$text-error"))
    parts += [(f"{FEEL_FREE} ", "bold"), f"“{safe_text(one.drill.good)}”\n", (f"{MISSES} ", "bold"), f"“{safe_text(one.drill.thin)}”\n"]
    parts += [("Take from it: ", "bold"), f"{safe_text(one.drill.lesson)}\n"]
    parts += [("\nYou: ", "bold"), f"“{safe_text(text)}”\n"]
    marks = marks_of(judged)
    parts += [("What your words were taken for\n", "bold")] if marks else []
    for mark in marks:
        parts.append((f"  {'✗' if mark.harm else '·'} “{safe_line(text[mark.start : mark.end], QUOTED)}” {mark.words}\n", "$text-error" if mark.harm else ""))
    if not marks and not judged.note:
        parts.append(f"  {NOTHING}\n")
    if trouble:
        parts.append((f"{safe_line(trouble)}\n", "$text-warning"))
    return Content.assemble(*parts).rstrip()
