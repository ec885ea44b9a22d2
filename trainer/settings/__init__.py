"""What a person has chosen for good: one readable file, read kindly and written strictly. ``current`` is the door to it."""
