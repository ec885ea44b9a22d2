"""The keys of a room: which there are, what each is for, and in which phase it does something."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from trainer.room.proposals import SLOTS
from trainer.room.state import Phase

BINDINGS: list[BindingType] = [
    Binding("enter", "write", "Write"),
    Binding("enter", "on", "Go on"),
    Binding("right,plus", "more", "Vote", key_display="←→"),
    Binding("left,minus", "fewer", "One vote fewer", show=False),
    Binding("right,left,tab", "side", "Other side", show=False),
    Binding("s", "sure", "Sure"),
    Binding("l", "lock", "Lock"),
    Binding("f", "fork", "Fork"),
    Binding("w", "why", "Why"),
    Binding("u", "undo", "Undo"),
    Binding("d", "desk", "Desk"),
    Binding("t", "timer", "Timer", show=False),
    Binding("b", "type", "Big letters", show=False),
    Binding("delete,backspace", "take_off", "Take off", show=False),
    Binding("e", "end", "End", show=False),
    Binding("up", "go(-1)", show=False),
    Binding("down", "go(1)", show=False),
    *(Binding(str(slot), f"slot({slot})", show=False) for slot in range(1, SLOTS + 1)),
    Binding("pageup", "page(-1)", show=False),
    Binding("pagedown", "page(1)", show=False),
    Binding("escape,q", "back", "Back"),
]
KEYS = (
    ("1 to 4, Up, Down", "go to a proposal; after a fork, choose a future by its number"),
    ("Enter", "write the proposal; after an answer, go on. In the composer Enter keeps it, ctrl+j breaks the line, Esc leaves it as a draft"),
    ("/", "a line that begins so is a desk action; with words on one card: /refund 48 // I have refunded it. Actions are done first"),
    ("Right, Left", "one vote more, one fewer"),
    ("s", "how sure the group is: unsure, fairly sure, sure"),
    ("l", "lock: send this proposal and hear the answer"),
    ("f", "fork: hear the answers to two. Press it on the one, then go to the other and press it there"),
    ("w", "what the reply was found to do"),
    ("u", "undo the last lock; what was taken back stays on the sheet"),
    ("d", "the case, the desk and the call so far"),
    ("t", "a timer for each moment: 1, 2, 3, 5 minutes, off. It locks nothing"),
    ("b", "tall letters for the customer where they fit, or plain type"),
    ("Delete", "take this proposal off the board"),
    ("e", "end the call here"),
    ("Esc", "back; the room is kept"),
)
IN_PHASE = {
    Phase.GATHERING: ("write", "more", "fewer", "sure", "lock", "fork", "take_off", "end", "slot", "go"),
    Phase.REVEALED: ("on", "why"),
    Phase.FORKED: ("on", "why", "slot", "side"),
    Phase.OVER: ("on",),
    Phase.CLOSED: (),
}
"""What can be done in which phase; the rest can be done in all."""
