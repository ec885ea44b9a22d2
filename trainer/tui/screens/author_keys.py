"""What can be pressed in the author view, in words: for F1 and for the palette."""

from __future__ import annotations

KEYS: tuple[tuple[str, str], ...] = (
    ("Enter", "on a scenario: go to what is said of it; on a fault: open your editor at its line"),
    ("e", "open the file in your editor (the setting Editor names it); it is checked again when you come back"),
    ("p", "preview: play it while you write it; each save plays your replies again"),
    ("n", "a new scenario, by a few questions or from a letter of complaint"),
    ("m", "measure how hard it is: scripted reps play it"),
    ("x", "explain the code of the fault you stand on"),
    ("c", "copy it among your own scenarios, where you can change it"),
    ("g", "draw it on one sheet, as a file in the folder you started from"),
    ("k", "make one file of its folder, to hand on"),
    ("r", "look at the files again"),
    ("Esc", "to the list; from there, back"),
    ("The signs", "✓ sound, ! warnings, ✗ faults, · not checked yet. Your own are checked by themselves, others once you stand on them"),
)

PALETTE: tuple[tuple[str, str, str], ...] = (
    ("Edit the scenario", "In your own editor (e)", "edit"),
    ("Preview the scenario", "Play it while you write it (p)", "preview"),
    ("New scenario", "By a few questions, or from a letter (n)", "new"),
    ("Measure how hard it is", "Scripted reps play it (m)", "measure"),
    ("Explain the fault", "What its code means, with an example (x)", "explain"),
    ("Copy the scenario", "To make it your own (c)", "copy"),
    ("Draw the scenario", "On one sheet, as a file (g)", "graph"),
    ("Pack the folder", "One file to hand on (k)", "pack"),
    ("Look at the files again", "And check what has changed (r)", "check"),
)
"""Name, what it does, and the action of the screen."""
