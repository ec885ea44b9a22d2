"""The language of the domain: what a trainer writes, and the words every other package uses."""
