"""A shift: a queue of calls with one sum of goodwill, word that comes due, what people say, and a note to the team at the end.

The plan is drawn from a seed and the state is the fold of what happened; only ``sitting`` reads and writes records.
"""
