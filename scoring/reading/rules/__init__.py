"""The cues of the 29 acts, one family a module; ``ALL`` is every rule. The arbitration between them is in ``judge``."""
