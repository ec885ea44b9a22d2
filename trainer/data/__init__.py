"""A person's own data: where it lies, taking a copy of all of it, deleting it. Nothing here ever leaves the computer."""
