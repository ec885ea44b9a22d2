"""Results a learner hands on: gathered from the records once, then written in one of four forms."""
