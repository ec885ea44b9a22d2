"""What was practised, how far each skill has come, and what is due: pure but for reading the records in ``history``."""
