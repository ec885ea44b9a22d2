"""Picking a call: what is on the list, what is asked of it, and what fits. Both views draw their lists from here."""
