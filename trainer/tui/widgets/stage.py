"""What a room looks at: the customer's words, or the answer to what was sent, or two answers side by side; and what to talk about."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from trainer.room.sight import Answer, Sight
from trainer.room.state import Phase
from trainer.room.telling import card_line
from trainer.text import safe_line
from trainer.tui.widgets.loud import Loud

QUOTED = 300
"""Most characters shown of a proposal that was sent; the group has just read it."""

Part = str | tuple[str, str]


class Stage(Vertical):
    """Changes with the phase; the board stands below it."""

    def compose(self) -> ComposeResult:
        yield Loud(id="one")
        with Horizontal(id="two"):
            yield Loud(id="side-0", focusable=True)
            yield Loud(id="side-1", focusable=True)
        yield Static("", id="ask", markup=False)

    def show(self, seen: Sight) -> None:
        """Bring it up to date."""
        forked = seen.phase is Phase.FORKED
        one = self.query_one("#one", Loud)
        one.display, self.query_one("#two").display = not forked, forked
        if forked:
            first, second = self.sides
            first.beside, second.beside = second, first
            for side, answer in zip(self.sides, seen.answers, strict=True):
                side.show(*_came(seen, answer))
        elif seen.answers:
            one.show(*_came(seen, seen.answers[0]))
        elif seen.phase is Phase.OVER:
            one.show(Content(), "The call is over.", Content("Enter shows the scores and what to take from it. F3 takes the last step back."))
        else:
            one.show(Content.styled(seen.name, "$text-muted"), seen.line, Content())
        ask = self.query_one("#ask", Static)
        ask.display = bool(seen.question)
        ask.update(Content.assemble(("To talk about  ", "bold $primary"), seen.question))

    @property
    def sides(self) -> tuple[Loud, Loud]:
        return self.query_one("#side-0", Loud), self.query_one("#side-1", Loud)

    @property
    def side(self) -> int:
        """Which of two answers the focus stands on."""
        return int(self.screen.focused is self.sides[1])

    def turn(self) -> None:
        """To the other of two answers."""
        self.screen.set_focus(self.sides[1 - self.side])

    def change_type(self) -> str:
        """Tall letters where they fit, or plain type throughout; why nothing is seen of it, where nothing is."""
        tall = not self.query_one("#one", Loud).tall
        for loud in self.query(Loud):
            loud.tall = tall
        for loud in self.query(Loud):
            loud.set_tall(tall)
        shown = self.sides if self.query_one("#two").display else (self.query_one("#one", Loud),)
        if all(loud.fits for loud in shown):
            return ""
        what = "Both answers are" if len(shown) > 1 else "These words are"
        state = "on, and used as soon as words fit" if tall else "off from now on"
        return f"{what} too long for tall letters on this screen, or hold a sign that is not among them, so plain type stays. Tall letters are {state}."

    def page(self, pages: int) -> None:
        """Scroll what is shown."""
        shown = self.sides[self.side] if self.query_one("#two").display else self.query_one("#one", Loud)
        shown.scroll_relative(y=pages * shown.size.height, animate=False)


def _came(seen: Sight, answer: Answer) -> tuple[Content, str, Content]:
    """A proposal and what came of it: its own words quiet, the customer's loud."""
    head = f"Proposal {answer.slot}" if len(seen.answers) > 1 else "You"
    before = "\n".join((f"{head}: {safe_line(card_line(answer.proposal), QUOTED)}", *answer.desk, "", seen.name))
    after: list[Part] = [(f"{answer.anger}\n", "$primary"), (answer.felt, "$text-muted")] if answer.felt else []
    if answer.ending:
        after += ["\n\n" if after else "", (answer.ending, "italic")]
    return Content.styled(before, "$text-muted"), answer.words or "No answer yet: a reply is still to come.", Content.assemble(*after)
