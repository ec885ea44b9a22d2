"""Playing: the engine, the voices, the records, the views and the command line."""
