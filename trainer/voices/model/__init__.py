"""A local language model in a process of its own. ``child`` and what it imports run there and nowhere else."""
