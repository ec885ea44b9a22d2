"""The commands of ``coolhead``, one module a family. Each imports what it needs when it runs, not before."""
