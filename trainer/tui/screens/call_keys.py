"""What can be typed and pressed during a call, in words: for the suggestions under the composer and for F1.

Apart from the screen that does it, so that a key is worded in one place and the screen stays short.
"""

from __future__ import annotations

from trainer.tui.widgets.composer import Suggestion
from trainer.words import MOOD_LEGEND

VIEW_COMMANDS = (
    Suggestion("/rubric", "What is scored"),
    Suggestion("/desk", "Show or hide the desk"),
    Suggestion("/coach", "Let a coach look at your drafts, or not (practice)"),
    Suggestion("/pause", "Hide the call for a while"),
    Suggestion("/leave", "Leave the call"),
    Suggestion("/help", "Keys and help"),
)
"""Commands that never reach the customer or the desk, for terminals that keep the function keys to themselves."""
REWIND = Suggestion("/rewind", "Take one of your turns again")

KEYS: tuple[tuple[str, str], ...] = (
    ("Enter", "send what you wrote"),
    ("Escape", "show the customer's words at once; also where a language model is still looking for them"),
    ("ctrl+j", "new line (shift+Enter too, where the terminal tells them apart)"),
    ("/", "begin an action at the desk: /hold 2m checking the stock. Tab completes it, Down and Enter choose one"),
    ("Up, Down", "what you sent before"),
    ("PageUp, PageDown", "scroll the transcript"),
    ("F2", "the desk: show it, go to it, hide it. Enter on an action writes its command"),
    ("F2, then /", "search the desk: record, policy and actions; Esc ends it"),
    ("ctrl+z, ctrl+y", "undo and redo what you wrote"),
    ("F5 or /rubric", "what is scored"),
    ("F3 or /rewind", "in practice mode: take one of your turns again, beside this call"),
    ("F4 or /pause", "pause: hides the call, nothing is counted"),
    ("F6 or /coach", "in practice: a coach looks at each draft first, and says at most one thing that would cost. Enter again sends it"),
    ("F8 or /leave", "leave the call; nothing is held against you"),
    ("The mood meter", MOOD_LEGEND),
)
