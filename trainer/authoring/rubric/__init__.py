"""A rubric of one's own: begun, shown, and held against the one it changes."""
