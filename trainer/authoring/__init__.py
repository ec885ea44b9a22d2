"""The authors' workshop: what proves, measures and shows a scenario before anyone trains on it."""
