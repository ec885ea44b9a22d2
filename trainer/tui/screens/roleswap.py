"""The role swap: one's own replies come in as they came to the customer, and at three of them one says what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from trainer.roleswap import KIND, Felt, Received, Said, Swap, agreement, beside, remark
from trainer.tui.widgets.footer import Footer
from trainer.tui.widgets.transcript import turn_content

if TYPE_CHECKING:
    from trainer.tui.app import CoolheadApp
    from trainer.tui.live import LiveCall

FEELINGS = (Felt.CALMER, Felt.SAME, Felt.ANGRIER)
FELT = "You have just read that. Are you 1 calmer, 2 no different, 3 angrier?"
HEARD = "And do you feel heard? y or n"
NOTHING = "There is no reply in this call that can be read from the other side."
ONLY = "Only for you: it is kept on this computer and changes no score."


class RoleSwapScreen(Screen[None]):
    """The call from the customer's chair."""

    CSS_PATH = "roleswap.tcss"
    AUTO_FOCUS = "#talk"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"feel({n})", felt.value.capitalize()) for n, felt in enumerate(FEELINGS, 1)),
        Binding("y", "heard(True)", "Heard"),
        Binding("n", "heard(False)", "Not heard"),
        Binding("escape,q,enter", "dismiss", "Back"),
    ]
    KEYS = (("1, 2, 3", "calmer, no different, angrier: what these words would have done to you"), ("y, n", "heard or not"), ("Esc", "back to the debrief"))
    app: CoolheadApp

    def __init__(self, live: LiveCall, swap: Swap) -> None:
        super().__init__()
        self._live, self._swap = live, swap
        self._waiting = list(swap.replies)
        self._asked: Received | None = None
        self._felt: Felt | None = None
        self._said: list[Said] = []

    def compose(self) -> ComposeResult:
        yield Static(f"The other side: you are {self._swap.name}", classes="page-head", markup=False)
        with VerticalScroll(id="talk"):
            for line in self._swap.situation:
                yield Static(line, classes="situation", markup=False)
            yield Static(ONLY if self._swap.asked else NOTHING, classes="muted", markup=False)
        yield Static("", id="question", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        self.query_one("#talk", VerticalScroll).anchor()
        self._go_on()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "feel":
            return self._asked is not None and self._felt is None
        return self._felt is not None if action == "heard" else super().check_action(action, parameters)

    def action_feel(self, number: int) -> None:
        self._felt = FEELINGS[number - 1]
        self._ask(HEARD)

    def action_heard(self, heard: bool) -> None:
        if self._asked is None or self._felt is None:
            return
        self._said.append(Said(turn=self._asked.turn, felt=self._felt, heard=heard))
        self._add("own", Content(f"You: {self._felt.value}, {'heard' if heard else 'not heard'}."))
        self._asked = self._felt = None
        self._go_on()

    def _go_on(self) -> None:
        """On to the next moment that is asked about, or to the end."""
        while self._waiting:
            reply = self._waiting.pop(0)
            if reply.before:
                self._add("you", turn_content("You wrote", reply.before))
            self._add("rep", turn_content(f"They answered you  (reply {reply.number})", reply.words))
            if reply.turn in self._swap.asked:
                self._asked = reply
                self._ask(FELT)
                return
        self._ask("")
        if self._said:
            self._add("head", Content(f"You, and what {self._swap.called} felt"))
            for lines in beside(self._swap, self._said):
                self._add("beside", Content("\n".join(lines)))
            self._add("head", Content(agreement(self._swap, self._said)))
            self.app.errand(self._live.remark(KIND, remark(self._swap, self._said)), "keeping what you said")

    def _add(self, kind: str, content: Content) -> None:
        self.query_one("#talk").mount(Static(content, classes=f"turn -{kind}", markup=False))

    def _ask(self, words: str) -> None:
        question = self.query_one("#question", Static)
        question.update(Content(words))
        question.display = bool(words)
        self.refresh_bindings()
