"""The plain view: the same calls as flat lines, for screen readers, pipes and terminals that cannot draw."""
