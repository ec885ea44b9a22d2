"""Scripted reps that test scenarios: each plays by what a rep can see, from the expert to the bully."""
