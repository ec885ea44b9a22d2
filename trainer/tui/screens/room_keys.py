"""The keys of a room: which there are, what each is for, and in which phase it does something.

No letter is among them: whoever types, in front of a group, is writing a proposal. What a call has too stands on the key it has there.
"""

from __future__ import annotations

from textual.binding import Binding, BindingType

from trainer.room.proposals import SLOTS
from trainer.room.state import Phase

BINDINGS: list[BindingType] = [
    Binding("enter", "write", "Write", show=False),
    Binding("enter", "on", "Go on"),
    Binding("right", "more", "Vote", key_display="←→"),
    Binding("left", "fewer", "One vote fewer", show=False),
    Binding("right,left,tab", "side", "Other side", show=False),
    Binding("f2", "desk", "Desk"),
    Binding("f3", "undo", "Undo"),
    Binding("f4", "sure", "Sure"),
    Binding("f4", "why", "Why"),
    Binding("f6", "lock", "Lock"),
    Binding("f8", "end", "End"),
    Binding("f9", "fork", "Fork"),
    Binding("ctrl+r", "timer", "Timer", show=False),
    Binding("ctrl+l", "type", "Big letters", show=False),
    Binding("delete", "take_off", "Take off", show=False),
    Binding("up", "go(-1)", show=False),
    Binding("down", "go(1)", show=False),
    *(Binding(str(slot), f"slot({slot})", show=False) for slot in range(1, SLOTS + 1)),
    Binding("pageup", "page(-1)", show=False),
    Binding("pagedown", "page(1)", show=False),
    Binding("escape", "back", "Back"),
]
KEYS = (
    ("Letters", "write a proposal, on the next free card; Enter keeps it, ctrl+j breaks the line, Esc leaves it as a draft. They do nothing else"),
    ("1 to 4, Up, Down", "go to a proposal, or to a draft below them; after a fork, choose a future by its number"),
    ("Enter", "reword the proposal you stand on, or go on with a draft; after an answer, go on"),
    ("/", "a line that begins so is a desk action; with words on one card: /refund 48 // I have refunded it. Actions are done first"),
    ("Right, Left", "one vote more, one fewer"),
    ("F4", "how sure the group is of the proposal you stand on: unsure, fairly sure, sure. It stays with that one"),
    ("F6", "lock: send this proposal and hear the answer"),
    ("F9", "fork: hear the answers to two. Press it on the one, then go to the other and press it there"),
    ("F4", "after an answer: what the reply was found to do"),
    ("F3", "undo the last lock or fork; what was taken back stays on the sheet"),
    ("F2", "the case, the desk and the call so far"),
    ("ctrl+r", "a timer for each moment: 1, 2, 3, 5 minutes, off. It locks nothing"),
    ("ctrl+l", "tall letters for the customer where they fit, or plain type"),
    ("Delete", "take this proposal off the board, and its words wait as a draft; on a draft: clear it"),
    ("F8", "end the call here; it asks first"),
    ("Esc", "put the room aside; it asks first, and everything is kept"),
)
IN_PHASE = {
    Phase.GATHERING: ("write", "more", "fewer", "sure", "lock", "fork", "take_off", "end", "slot", "go"),
    Phase.REVEALED: ("on", "why"),
    Phase.FORKED: ("on", "why", "slot", "side"),
    Phase.OVER: ("on",),
    Phase.CLOSED: (),
}
"""What can be done in which phase; the rest can be done in all."""
