"""Reading a letter of complaint for what a scenario can be made from. Cue tables and nothing else: every guess is marked for the author."""
